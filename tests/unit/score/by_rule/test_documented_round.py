"""The round that docs/hr.md writes down, command by command, and spreadsheets as they come and go."""

from __future__ import annotations

import codecs
import csv
import json
import shlex
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook

from services.cli.tables import text_of
from tests.unit.score.applicants import body, certificate, status, toeic
from tests.unit.score.by_rule.rounds import candidate, interview, written

PAGE = Path(__file__).parents[4] / "docs" / "hr.md"
TOWN = {"field": "도시계획"}


def declarations():
    claims = (toeic(id="lang-1"), certificate("도시계획기사", id="cert-1"))
    people = {f"A-{n}": body(*claims, **TOWN) for n in (1, 2, 3)}
    people["A-4"] = body(toeic(), status("고용디딤돌"), *claims[1:], **TOWN)
    return [{"applicant_id": name, **one} for name, one in people.items()]


def papers(issued: str):
    return [
        {"applicant_id": f"A-{n}", "claim_id": claim, "paper": paper, "agrees": "true", "issued_on": day}
        for n in (1, 2, 3)
        for claim, paper, day in (("lang-1", "TOEIC", issued if n == 3 else "2019-10-21"),
                                  ("cert-1", "NQ_AWARD", "2018-09-03"))
    ]  # fmt: skip


def put(path: Path, rows, encoding="utf-8-sig", end="\r\n"):
    """As a spreadsheet writes it: with the mark, and with its own ends of lines."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), lineterminator=end)
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(("issued", "appointed"), [("2019-09-20", "A-3"), ("2019-09-19", "A-1")])
def test_every_command_of_the_page_runs_and_a_round_comes_out(docintake, monkeypatch, issued, appointed):
    monkeypatch.chdir(docintake.folder)
    here = docintake.folder
    (here / "declarations.jsonl").write_text(
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in declarations()), encoding="utf-8"
    )
    put(here / "rosters.csv", [{"roster": "고용디딤돌", "applicant_id": "A-9"}])
    put(here / "written.csv", [written(n, f"{150 + n}") for n in (1, 2, 3)])
    put(here / "interview.csv", [interview(n, f"{80 + n % 2}") for n in (1, 2, 3)])
    put(here / "papers.csv", papers(issued))
    put(here / "checks.csv", [{"applicant_id": "A-2", "declined": "true"}])
    block = PAGE.read_text(encoding="utf-8").split("```")[1]
    for line in block.strip().splitlines():
        program, *words = shlex.split(line)
        assert program == "docintake"
        docintake.run(*words)
    with (here / "final.csv").open(encoding="utf-8-sig", newline="") as file:
        final = {row["applicant_id"]: row["result"] for row in csv.DictReader(file)}
    with (here / "document.csv").open(encoding="utf-8-sig", newline="") as file:
        document = {row["applicant_id"]: row["result"] for row in csv.DictReader(file)}
    assert document == {"A-1": "PASSED", "A-2": "PASSED", "A-3": "PASSED", "A-4": "OUT"}
    assert [name for name, result in final.items() if result == "PASSED"] == [appointed]
    assert load_workbook(here / "final.xlsx").sheetnames[0] == "순위"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_with_and_without_the_mark_whatever_ends_its_lines(docintake, encoding, end):
    path = docintake.folder / "people.csv"
    put(path, [candidate(1, "70.00", "도시계획")], encoding, end)
    told = docintake.run("select", "document", path, "--announcement", "2019-grade5")
    assert json.loads(told)["total"] == "70.00"


def test_a_table_in_the_old_encoding_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "people.csv"
    put(path, [candidate(1, "70.00", "도시계획")], "cp949")
    with pytest.raises(typer.BadParameter, match="CSV UTF-8"):
        text_of(path)


def test_a_table_that_is_written_begins_with_the_mark_and_lines_of_json_do_not(docintake):
    given = docintake.file([candidate(1, "70.00", "도시계획")])
    for name, marked in (("out.csv", True), ("out.jsonl", False)):
        out = docintake.folder / name
        docintake.run("select", "document", given, "--announcement", "2019-grade5", "-o", out)
        assert out.read_bytes().startswith(codecs.BOM_UTF8) == marked
