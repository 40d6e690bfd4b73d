"""Who is out hears what was added up, every reason, and no two totals that nobody explains."""

from __future__ import annotations

import pytest

from services.score.aloud import outcome_aloud
from services.score.stages.outcome_row import from_json
from tests.unit.score.by_rule.rounds import candidate, interview, outcome, written


def aloud(row):
    return [sentence.ko for sentence in outcome_aloud(from_json(row))]


def test_rule_58_who_lies_under_60_percent_hears_the_sum_and_which_total_is_meant(docintake):
    before = [outcome(1, "written", preferences={"취업지원대상자": "5"}), outcome(2, "written")]
    found = docintake.select("interview", before, results=[interview(1, "59", "60"), interview(2)])
    told = aloud(found["A-1"])
    assert found.codes("A-1") == ["TOTAL_BELOW_MINIMUM"]
    assert any("59점(100점 만점)" in line and "= 119점" in line for line in told)
    assert any("가점 10점을 더하여 129점" in line for line in told)
    assert any("합산점수 119점(가점 제외): 만점 200점의 60%에 미달" in line for line in told)
    assert "without preference" in found["A-1"]["reasons"][0]["en"]
    found = docintake.select("interview", before[1:], results=[interview(2, "59", "60")])
    assert any("합산점수 119점: 만점" in line for line in aloud(found["A-2"]))


def test_rule_55_every_failed_subject_is_said(docintake):
    found = docintake.select("written", [outcome(1)], results=[written(1, "79.99", "39.99")])
    assert found.codes("A-1") == ["PART_BELOW_MINIMUM", "PART_BELOW_MINIMUM"]
    reasons = [reason["ko"] for reason in found["A-1"]["reasons"]]
    assert ["직무수행능력" in reasons[0], "직업기초능력" in reasons[1]] == [True, True]
    assert any("= 119.98점" in line for line in aloud(found["A-1"]))


def test_who_did_not_come_has_no_sum(docintake):
    found = docintake.select("written", [outcome(1)], results=[{"applicant_id": "A-1", "absent": "true"}])
    assert found["A-1"]["explanation"] == []


@pytest.mark.parametrize(
    ("stage", "word"), [("document", "서류전형 점수가"), ("written", "과목에는"), ("interview", "면접 단계에는")]
)
def test_rule_65_what_was_below_40_percent_has_the_name_of_its_stage(docintake, stage, word):
    entitled = {"취업지원대상자": "5"}
    if stage == "document":
        found = docintake.select("document", [candidate(1, "31.99", preferences=entitled)])
    elif stage == "written":
        marks = written(1, "79.99", "90", standard="120")
        found = docintake.select("written", [outcome(1, field="경상", preferences=entitled)], results=[marks])
    else:
        before = [outcome(1, "written", preferences=entitled)]
        found = docintake.select("interview", before, results=[interview(1, "39", "90")])
    assert any(word in line["ko"] and "40%" in line["ko"] for line in found["A-1"]["explanation"])
