"""`docintake score`: the offline contract of portal-api section 4."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from services.score.command import score_file
from services.score.rules.score import NoNoticeDate
from tests.unit.score.applicants import announcement, body, certificate, toeic


def run(*lines, notice_date=None, under=None):
    out = io.StringIO()
    text = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    status = score_file(text, under or announcement(), notice_date, out)
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def line(applicant_id, *claims, **changes):
    return {"applicant_id": applicant_id} | body(*claims, **changes)


def test_one_score_a_line_in_input_order_every_claim_taken_as_verified():
    status, answers = run(
        line("B-2", toeic("845"), certificate("토목기사"), field="토목일반"), "\n", line("A-1", toeic("600"))
    )
    assert status == 0
    assert [(answer["applicant_id"], answer["total"], answer["state"]) for answer in answers] == [
        ("B-2", "79.88", "VERIFIED"),
        ("A-1", "64.11", "VERIFIED"),
    ]
    assert list(answers[0]) == [
        "applicant_id", "rulebook", "rulebook_version", "basis", "state", "eligible", "ineligible_reasons",
        "language", "certificates", "bonus", "total", "explanation",
    ]  # fmt: skip
    assert answers[0]["basis"] == "verified"


def test_an_ineligible_applicant_is_no_error():
    status, (answer,) = run(line("A-1", toeic("595")))
    assert (status, answer["state"], answer["eligible"]) == (0, "INELIGIBLE", False)


@pytest.mark.parametrize(
    ("bad", "applicant_id", "code"),
    [
        ("{", None, "INVALID_JSON"),
        ("[]", None, "INVALID_JSON"),
        ("[" * 100_000, None, "INVALID_JSON"),
        ('{"applicant_id": NaN}', None, "INVALID_JSON"),
        ('{"applicant_id": 7}', None, "INVALID_FIELD"),
        (body(toeic()), None, "INVALID_FIELD"),
        (line("A-1", toeic("703")), "A-1", "INVALID_FIELD"),
        (line("A-1", toeic(), announcement="2020"), "A-1", "INVALID_FIELD"),
    ],
)
def test_a_refused_line_says_why_and_the_others_are_scored(bad, applicant_id, code):
    status, (refused, scored) = run(bad, line("A-2", toeic("600")))
    assert status == 1
    assert (refused["applicant_id"], refused["error"]["code"]) == (applicant_id, code)
    assert set(refused["error"]) == {"code", "ko", "en"}
    assert scored["total"] == "64.11"


def test_a_refusal_names_field_value_and_what_would_be_right():
    _, (refused,) = run(line("A-1", toeic("703")))
    assert "claims[0].score (703)" in refused["error"]["en"]
    assert "steps of 5" in refused["error"]["en"]
    assert "5점 단위" in refused["error"]["ko"]


def test_the_given_notice_date_overrides_the_announcement_s():
    claim = certificate("한국사능력검정시험", "1급", acquired_on="2019-09-21")
    assert run(line("A-1", toeic(), claim))[1][0]["certificates"] == "0.00"
    assert run(line("A-1", toeic(), claim), notice_date=date(2019, 9, 21))[1][0]["certificates"] == "5.00"


def test_without_any_notice_date_nothing_is_written():
    undated = announcement().model_copy(update={"notice_date": None})
    with pytest.raises(NoNoticeDate):
        run(line("A-1", toeic()), under=undated)
    assert run(line("A-1", toeic()), under=undated, notice_date=date(2019, 9, 20))[0] == 0


@pytest.mark.parametrize("changes", [{"name": "\ud800"}, {"\ud800": 1}, {"applicant_id": "A\udcff"}])
def test_half_a_character_is_refused_and_the_answer_can_be_written(changes):
    out = io.StringIO()
    text = json.dumps(line("A-1", toeic()) | changes)
    status = score_file([text], announcement(), None, out)
    assert status == 1
    json.loads(out.getvalue().encode("utf-8"))


def test_windows_and_today_are_ignored():
    status, _ = run(line("A-1", toeic(), birth_date="2099-01-01", facts={"sex": "F"}))
    assert status == 0


def test_a_line_without_its_applicant_is_told_by_the_name_that_staff_and_portal_use():
    _, [answer] = run(body(toeic("845")))
    assert "지원번호" in answer["error"]["ko"]


@pytest.mark.parametrize(
    "text",
    [
        '{"applicant_id": "A-1", "applicant_id": "A-2"}',
        '{"applicant_id": "A-1", "region": 1e999}',
    ],
)
def test_what_json_cannot_mean_once_is_no_line(text):
    status, (refused,) = run(text)
    assert (status, refused["error"]["code"]) == (1, "INVALID_JSON")


@pytest.mark.parametrize("applicant_id", ["../x", "a b", "", "-A", "x" * 65])
def test_an_applicant_id_is_the_portal_s(applicant_id):
    status, (refused,) = run(line(applicant_id, toeic()))
    assert (status, refused["error"]["code"]) == (1, "INVALID_FIELD")


def test_a_byte_order_mark_before_the_first_line_is_passed_over():
    assert run("\ufeff" + json.dumps(line("A-1", toeic())))[0] == 0
