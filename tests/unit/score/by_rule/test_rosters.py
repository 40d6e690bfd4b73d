"""Rosters of the institution's own (rules 16, 45): who is on none of them is out, and silence is never a pass."""

from __future__ import annotations

import pytest

from services.score.stages.lines import InvalidLines
from tests.unit.score.applicants import body, status, toeic
from tests.unit.score.by_rule.rounds import candidate

VETERANS = {"field": "경상", "track": "보훈전형", "region": "충청권"}


def on(roster, *numbers):
    return [{"roster": roster, "applicant_id": f"A-{number}"} for number in numbers]


def veteran(number):
    claims = (toeic(), status("취업지원대상자", rate="5"))
    return {"applicant_id": f"A-{number}", **body(*claims, track="보훈전형", region="영남권")}


@pytest.mark.parametrize("people", [[candidate(1, **VETERANS), candidate(2, **VETERANS)], [veteran(1), veteran(2)]])
def test_rule_16_only_who_was_recommended_stands_in_the_veterans_track(docintake, people):
    found = docintake.select("document", people, rosters=on("보훈추천", 2, 99))
    assert found.results() == {"A-2": "EXEMPT", "A-1": "OUT"}
    (reason,) = found["A-1"]["reasons"]
    assert (reason["code"], reason["rule"]) == ("NOT_ON_ROSTER", "§3 보훈 전형")
    assert "추천자 명단" in reason["ko"]
    assert docintake.last.stderr == ""


def test_rule_17_who_was_not_recommended_keeps_the_preference_elsewhere(docintake):
    one = {"applicant_id": "A-1", **body(toeic(), status("취업지원대상자", rate="5"))}
    found = docintake.select("document", [one], rosters=on("보훈추천", 2))
    assert (found["A-1"]["result"], found["A-1"]["preference"]) == ("PASSED", "4.00")


def test_rule_45_who_is_on_no_roster_of_graduates_claimed_what_is_not_so(docintake):
    people = [{"applicant_id": f"A-{n}", **body(toeic(), status("고용디딤돌"))} for n in (1, 2)]
    found = docintake.select("document", people, rosters=on("고용디딤돌", 1))
    assert found.results() == {"A-1": "PASSED", "A-2": "OUT"}
    assert found.codes("A-2") == ["NOT_ON_ROSTER"]


def test_a_roster_that_was_not_given_is_said_to_be_missing(docintake):
    people = [
        candidate(1, **VETERANS), candidate(2, **VETERANS, eligible="false"), candidate(3),
        {"applicant_id": "A-4", **body(toeic(), status("고용디딤돌"))},
    ]  # fmt: skip
    found = docintake.select("document", people, rosters=on("고용디딤돌", 4))
    assert found.of("OUT") == ["A-2"]
    assert "1명" in docintake.last.stderr
    assert "보훈추천" in docintake.last.stderr
    assert "고용디딤돌" not in docintake.last.stderr
    docintake.select("document", people)
    assert "고용디딤돌" in docintake.last.stderr


@pytest.mark.parametrize(
    ("row", "field", "code"),
    [
        ({"roster": "추천", "applicant_id": "A-1"}, "roster", "UNKNOWN_VALUE"),
        ({"roster": "보훈추천"}, "applicant_id", "REQUIRED"),
        ({"applicant_id": "A-1"}, "roster", "REQUIRED"),
        ({"roster": "보훈추천", "applicant_id": "A-1", "name": "홍길동"}, "name", "UNKNOWN_COLUMN"),
    ],
)
def test_a_bad_line_of_a_roster_is_named(docintake, row, field, code):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("document", [candidate(1)], rosters=[*on("보훈추천", 1), row])
    assert [(error.line, error.field, error.code) for error in caught.value.errors] == [(2, field, code)]
