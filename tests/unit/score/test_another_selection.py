"""The invented institution selects by its own posts, multiples, marks, preference and targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.score.stages.lines import InvalidLines
from tests.unit.score.by_rule.commandline import CommandLine

FILES = Path(__file__).parent / "another_institution"
HARBOUR = "2031-harbour"


@pytest.fixture
def docintake(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCINTAKE_ANNOUNCEMENTS", str(FILES))
    return CommandLine(tmp_path)


def candidate(number, document="50", **changes):
    row = {"applicant_id": f"H-{number}", "field": "항만운영", "track": "공개", "document": document}
    return row | changes


def essay(number, mark):
    return {"applicant_id": f"H-{number}", "논술": mark}


def debate(number, mark):
    return {"applicant_id": f"H-{number}", "토론": mark}


def test_a_round_from_the_first_stage_to_the_reserve(docintake):
    crowd = [candidate(n, f"{55 - n}") for n in range(1, 6)] + [candidate("S", "1", preferences={"섬": "20"})]
    first = docintake.select("document", crowd, HARBOUR)
    assert first.of("PASSED") == ["H-1", "H-2", "H-3"]  # one and a half times two posts
    assert first["H-S"]["reserve"] == 3
    essays = [essay(1, "20"), essay(2, "45"), essay(3, "14.9")]
    second = docintake.select("written", first.rows, HARBOUR, results=essays)
    assert second.results() == {"H-2": "PASSED", "H-1": "PASSED", "H-3": "OUT"}
    people = [{"applicant_id": f"H-{n}", "sex": "F"} for n in (1, 2)]
    third = docintake.select(
        "interview", second.rows, HARBOUR, results=[debate(1, "9"), debate(2, "7.9")], declarations=people
    )
    assert third.results() == {"H-1": "PASSED", "H-2": "OUT"}
    assert third.codes("H-2") == ["TOTAL_BELOW_MINIMUM"]


def test_its_own_preference_and_its_own_small_units(docintake):
    crowd = [candidate(n, track="섬주민", preferences={"섬": "20"} if n == 3 else {}) for n in range(1, 4)]
    first = docintake.select("document", crowd, HARBOUR)
    assert {row["places"] for row in first.rows} == {2}
    essays = [essay(1, "40"), essay(2, "35"), essay(3, "31")]
    second = docintake.select("written", first.rows, HARBOUR, results=essays)
    assert second.of("PASSED") == ["H-3", "H-1"]
    assert second["H-3"]["total"] == "41.0"


def test_its_own_targets(docintake):
    before = docintake.select("document", [candidate(n) for n in range(1, 4)], HARBOUR)
    before = docintake.select("written", before.rows, HARBOUR, results=[essay(n, "40") for n in range(1, 4)])
    people = [{"applicant_id": f"H-{n}", "sex": "F" if n == 3 else "M"} for n in range(1, 4)]
    results = [debate(1, "9.5"), debate(2, "9.5"), debate(3, "8.5")]
    found = docintake.select("interview", before.rows, HARBOUR, results=results, declarations=people)
    assert found.results() == {"H-1": "PASSED", "H-2": "PASSED", "H-3": "EXTRA"}


def test_no_word_of_the_shipped_book_appears(docintake):
    first = docintake.select("document", [candidate(1), candidate(2, field="선박기술")], HARBOUR)
    second = docintake.select("written", first.rows, HARBOUR, results=[essay(1, "40"), essay(2, "1")])
    text = str(first.rows + second.rows)
    for word in ("§", "25", "직무", "인성", "취업", "krc"):
        assert word not in text


def test_what_only_the_shipped_book_examines_is_unknown_here(docintake):
    before = docintake.select("document", [candidate(1)], HARBOUR)
    with pytest.raises(InvalidLines, match=r"line 1 인성: UNKNOWN_COLUMN"):
        docintake.select("written", before.rows, HARBOUR, results=[essay(1, "40") | {"인성": "적"}])
