"""The command line as the tests of the numbered rules use it: files in, objects out."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from services.cli.main import app

ANNOUNCEMENT = "2019-grade5"
Row = Mapping[str, Any]


@dataclass
class CommandLine:
    """`docintake …` over files of a folder of the test's own."""

    folder: Path
    made: int = field(default=0)
    last: Any = None
    """What the last command did, with its standard error."""

    def run(self, *words: object) -> str:
        """What the command printed; raises what it raised."""
        result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
        assert result.exit_code in (0, 1), result.output
        self.last = result
        return result.stdout

    def file(self, rows: Iterable[Row], name: str = "rows.jsonl") -> Path:
        self.made += 1
        path = self.folder / f"{self.made}-{name}"
        rows = list(rows)
        if name.endswith(".csv"):
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(dict.fromkeys(column for row in rows for column in row)))
                writer.writeheader()
                writer.writerows(rows)
        else:
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return path

    def score(self, *rows: Row, notice_date: str | None = None) -> list[dict[str, Any]]:
        extra = ["--notice-date", notice_date] if notice_date else []
        told = self.run("score", self.file(rows), "--announcement", ANNOUNCEMENT, *extra)
        return [json.loads(line) for line in told.splitlines()]

    def select(self, stage: str, rows: Iterable[Row], announcement: str = ANNOUNCEMENT, **files: Any) -> Selected:
        """`docintake select STAGE`; a keyword is an option, a list of rows a file."""
        options: list[object] = []
        for name, value in files.items():
            given = self.file(value) if isinstance(value, list) else value
            options += [f"--{name.replace('_', '-')}", given]
        told = self.run("select", stage, self.file(rows), "--announcement", announcement, *options)
        return Selected([json.loads(line) for line in told.splitlines()])


@dataclass
class Selected:
    """Outcomes that a selection wrote."""

    rows: list[dict[str, Any]]

    def __getitem__(self, applicant_id: str) -> dict[str, Any]:
        return next(row for row in self.rows if row["applicant_id"] == applicant_id)

    def of(self, *results: str) -> list[str]:
        """Ids with one of these results, in output order."""
        return [row["applicant_id"] for row in self.rows if row["result"] in results]

    def results(self) -> dict[str, str]:
        return {row["applicant_id"]: row["result"] for row in self.rows}

    def codes(self, applicant_id: str) -> list[str]:
        return [reason["code"] for reason in self[applicant_id]["reasons"]]


@pytest.fixture
def docintake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.delenv("DOCINTAKE_ANNOUNCEMENTS", raising=False)
    return CommandLine(tmp_path)
