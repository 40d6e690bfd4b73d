"""`docintake read`, as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PIL import Image

import specimens
from services.verify.evidence import from_json


def docintake_read(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "services.cli.main", "read", *arguments], capture_output=True, text=True, timeout=120
    )


def test_it_shows_the_kind_and_every_reading_of_every_field(tmp_path: Path) -> None:
    paper = tmp_path / "toeic.pdf"
    paper.write_bytes(specimens.draw("TOEIC", specimens.values("TOEIC", 7), seed=7).pdf())
    shown = docintake_read(str(paper))
    assert shown.returncode == 0, shown.stderr
    assert "TOEIC (language-report)" in shown.stdout
    assert "sections.listening" in shown.stdout
    evidence = docintake_read(str(paper), "--kind", "language-report", "--json")
    assert from_json(json.loads(evidence.stdout)).paper == "TOEIC"


def test_it_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    broken, blank = tmp_path / "broken.pdf", tmp_path / "blank.png"
    broken.write_bytes(b"%PDF-1.7\n")
    Image.new("RGB", (600, 800), "white").save(blank)
    refused = docintake_read(str(broken))
    assert refused.returncode != 0
    assert "UNREADABLE_FILE" in refused.stderr
    assert "BLANK" in docintake_read(str(blank)).stdout


def toeic(folder: Path, **edits: str) -> tuple[Path, dict[str, object]]:
    """A TOEIC report and a declaration that says the same, but for `edits` of its claim."""
    drawn = specimens.draw("TOEIC", specimens.values("TOEIC", 7), seed=7, layout="portal-print")
    paper = folder / "toeic.pdf"
    paper.write_bytes(drawn.pdf())
    printed = {truth.field: truth.value for truth in drawn.truth}
    claim = {
        "id": "lang-1",
        "kind": "language",
        "test": "TOEIC",
        "score": printed["score"],
        "test_date": printed["test_date"],
        "sections": {"listening": printed["sections.listening"], "reading": printed["sections.reading"]},
    }
    body: dict[str, object] = {
        "announcement": "2019-grade5",
        "name": printed.get("name", "홍길동"),
        "field": "토목일반",
        "track": "전국일반",
        "claims": [claim | edits],
    }
    return paper, body | {name: printed[name] for name in ("name_latin", "birth_date") if name in printed}


def test_it_judges_a_claim_and_explains_the_verdict_on_one_page(tmp_path: Path) -> None:
    paper, body = toeic(tmp_path)
    declared, page = tmp_path / "declared.json", tmp_path / "out.html"
    declared.write_text(json.dumps(body), encoding="utf-8")
    shown = docintake_read(str(paper), "--declared", str(declared), "--explain", str(page))
    assert shown.returncode == 0, shown.stderr
    assert "verdict · 판정: MATCH" in shown.stdout
    written = page.read_text(encoding="utf-8")
    assert "data:image/jpeg;base64," in written
    assert written.count("<article") >= 5
    assert page.stat().st_mode & 0o077 == 0


def test_a_wrong_declaration_is_told_with_both_values_in_korean_and_english(tmp_path: Path) -> None:
    paper, body = toeic(tmp_path, test_date="2017-01-08")
    shown = docintake_read(str(paper), "--declared", json.dumps(body), "--claim", "lang-1")
    assert "verdict · 판정: MISMATCH" in shown.stdout
    assert "FIELD_MISMATCH" in shown.stdout
    assert "“2017-01-08”이나" in shown.stdout
    assert "“2017-01-08” was declared" in shown.stdout


def test_what_is_wrong_with_a_declaration_is_told_before_anything_is_read(tmp_path: Path) -> None:
    paper, body = toeic(tmp_path)
    wrong = {
        "not JSON": "{",
        "neither JSON nor a file": str(tmp_path / "absent.json"),
        "there is no announcement": json.dumps(body | {"announcement": "1999-nowhere"}),
        "no declaration for": json.dumps(body | {"claims": [{"id": "x", "kind": "rumour"}]}),
    }
    for told, declared in wrong.items():
        refused = docintake_read(str(paper), "--declared", declared)
        assert refused.returncode == 2
        assert told in " ".join(refused.stderr.split()), refused.stderr
    refused = docintake_read(str(paper), "--declared", json.dumps(body), "--claim", "lang-9")
    assert "lang-1" in refused.stderr
