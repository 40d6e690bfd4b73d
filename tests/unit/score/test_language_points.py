"""Domain rules 5–9 and 19–28: which language results count, what they convert to, and what they are worth."""

from datetime import date
from decimal import Decimal

import pytest

from services.score.rules.claimstate import ClaimState
from tests.unit.score.applicants import NOTICE, announcement, certificate, codes, language, scored, status, toeic


def points(*claims, **changes):
    return f"{scored(*claims, **changes).language:f}"


@pytest.mark.parametrize(
    ("test", "score", "level", "expected"),
    [
        # E1, every sample
        ("TOEIC", "600", None, "64.11"), ("TOEIC", "845", None, "69.88"), ("TOEIC", "850", None, "70.00"),
        ("TOEIC", "990", None, "70.00"), ("TOEIC", "680", None, "66.00"),
        ("TEPS", "482", None, "64.11"), ("TEPS", "486", None, "64.23"), ("TEPS", "527", None, "65.52"),
        ("TEPS", "602", None, "67.88"), ("TEPS", "694", None, "69.88"), ("TEPS", "695", None, "70.00"),
        ("TEPS", "701", None, "70.00"), ("TEPS", "990", None, "70.00"),
        ("NEW_TEPS", "258", None, "64.11"), ("NEW_TEPS", "279", None, "65.17"), ("NEW_TEPS", "286", None, "65.64"),
        ("NEW_TEPS", "292", None, "66.00"), ("NEW_TEPS", "381", None, "69.88"), ("NEW_TEPS", "382", None, "70.00"),
        ("NEW_TEPS", "387", None, "70.00"), ("NEW_TEPS", "600", None, "70.00"),
        ("TOEFL_IBT", "68", None, "64.11"), ("TOEFL_IBT", "69", None, "64.23"), ("TOEFL_IBT", "70", None, "64.47"),
        ("TOEFL_IBT", "87", None, "68.00"), ("TOEFL_IBT", "88", None, "68.35"), ("TOEFL_IBT", "89", None, "68.47"),
        ("TOEFL_IBT", "97", None, "69.76"), ("TOEFL_IBT", "98", None, "70.00"), ("TOEFL_IBT", "120", None, "70.00"),
        ("TOEIC_S", "110", None, "64.70"), ("TOEIC_S", "120", None, "66.58"), ("TOEIC_S", "130", None, "68.23"),
        ("TOEIC_S", "140", None, "69.52"), ("TOEIC_S", "150", None, "70.00"), ("TOEIC_S", "200", None, "70.00"),
        ("OPIC", None, "IM1", "64.11"), ("OPIC", None, "IM2", "68.00"), ("OPIC", None, "IM3", "70.00"),
        ("OPIC", None, "IH", "70.00"), ("OPIC", None, "AL", "70.00"),
        ("JPT", "600", None, "64.11"), ("JPT", "850", None, "70.00"), ("JPT", "990", None, "70.00"),
        ("BCT", "600", None, "64.11"), ("BCT", "663", None, "65.60"), ("BCT", "748", None, "67.60"),
        ("BCT", "833", None, "69.60"), ("BCT", "849", None, "69.97"), ("BCT", "850", None, "70.00"),
        ("HSK", "210", "4급", "64.14"), ("HSK", "211", "4급", "64.16"), ("HSK", "250", "4급", "65.16"),
        ("HSK", "300", "4급", "66.44"), ("HSK", "180", "5급", "66.49"), ("HSK", "194", "5급", "67.62"),
        ("HSK", "195", "5급", "67.67"), ("HSK", "209", "5급", "68.80"), ("HSK", "210", "5급", "68.84"),
        ("HSK", "254", "5급", "69.97"), ("HSK", "255", "5급", "70.00"), ("HSK", "180", "6급", "70.00"),
        ("HSK", "300", "6급", "70.00"),
    ],
)  # fmt: skip
def test_an_eligible_result_is_worth_what_the_formula_cuts_off(test, score, level, expected):
    day = "2018-03-11" if test == "TEPS" else "2018-07-08"
    result = scored(language(test, score, level=level, test_date=day))
    assert result.eligible, result.ineligible_reasons
    assert f"{result.language:f}" == expected


@pytest.mark.parametrize(
    ("test", "score", "level"),
    [
        ("TOEIC", "595", None), ("TEPS", "481", None), ("NEW_TEPS", "257", None), ("TOEFL_IBT", "67", None),
        ("TOEIC_S", "100", None), ("OPIC", None, "IL"), ("JPT", "595", None), ("BCT", "599", None),
        ("HSK", "209", "4급"), ("HSK", "300", "3급"), ("HSK", "179", "5급"), ("HSK", "179", "6급"),
        ("HSK", "200", "1급"), ("HSK", "200", "2급"),
    ],
)  # fmt: skip
def test_one_step_below_the_minimum_is_not_eligible(test, score, level):
    day = "2018-03-11" if test == "TEPS" else "2018-07-08"
    result = scored(language(test, score, level=level, test_date=day))
    assert codes(result) == {"LANGUAGE_BELOW_MINIMUM"}


def test_what_can_be_computed_of_an_ineligible_result_stays():
    assert points(toeic("595")) == "64.00"
    assert points(language("HSK", "209", level="4급")) == "64.09"
    assert points(language("TEPS", "481", test_date="2018-03-11")) == "0.00"


@pytest.mark.parametrize(
    ("day", "test", "score", "expected"),
    [
        ("2018-05-11", "TEPS", "500", "64.58"),
        ("2018-05-12", "TEPS", "500", "70.00"),
        ("2018-05-12", "NEW_TEPS", "500", "70.00"),
        ("2018-05-11", "NEW_TEPS", "500", "64.58"),
    ],
)
def test_the_test_date_decides_which_teps_table_counts(day, test, score, expected):
    result = scored(language(test, score, test_date=day))
    assert f"{result.language:f}" == expected
    told = any(day in line.ko for line in result.explanation)
    assert told is ((test == "TEPS") is (day >= "2018-05-12"))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"test_date": "2017-11-01"}, None),
        ({"test_date": "2017-10-31"}, "TEST_TOO_EARLY"),
        ({"announced_on": "2019-09-20"}, None),
        ({"announced_on": "2019-09-21"}, "PUBLISHED_TOO_LATE"),
        ({"test_date": "2019-09-20"}, None),
        ({"test_date": "2019-09-21"}, "PUBLISHED_TOO_LATE"),
        ({"sitting": "정기"}, None),
        ({"sitting": None}, None),
        ({"sitting": "특별"}, "SITTING_NOT_COUNTED"),
        ({"sitting": "해외"}, "SITTING_NOT_COUNTED"),
    ],
)
def test_only_regular_sittings_in_the_window_make_eligible(changes, reason):
    result = scored(toeic("845", **changes))
    assert codes(result) == ({reason} if reason else set())
    assert f"{result.language:f}" == "69.88"


@pytest.mark.parametrize(("notice", "expired"), [(date(2019, 11, 1), False), (date(2019, 11, 2), True)])
def test_a_result_counts_until_two_years_after_its_test_date(notice, expired):
    result = scored(toeic("845", test_date="2017-11-01"), notice=notice)
    assert codes(result) == ({"RESULT_EXPIRED"} if expired else set())


def test_a_test_without_a_known_validity_is_not_tested_for_it():
    assert scored(language("BCT", "700", test_date="2017-11-01"), notice=date(2029, 1, 1)).eligible


def test_no_language_result_is_a_reason_of_its_own():
    assert codes(scored()) == {"LANGUAGE_MISSING"}
    assert codes(scored(language("DELF", level="B1"))) == {"LANGUAGE_MISSING"}


@pytest.mark.parametrize(
    "claim",
    [
        toeic(None),
        toeic("845", test_date=None),
        language("OPIC"),
        language("HSK", "250"),
        language("HSK", level="4급"),
    ],
)
def test_a_required_field_left_empty_earns_nothing(claim):
    result = scored(claim)
    assert f"{result.language:f}" == "0.00"
    assert codes(result) == {"LANGUAGE_INCOMPLETE"}
    assert "입력 누락" in result.explanation[0].ko


@pytest.mark.parametrize("state", [ClaimState.FAILED, ClaimState.MISSING])
def test_a_result_that_its_paper_does_not_prove_earns_nothing(state):
    result = scored(toeic("845"), settled={"lang-1": state})
    assert f"{result.language:f}" == "0.00"
    assert codes(result) == {"LANGUAGE_NOT_PROVED"}


@pytest.mark.parametrize(
    ("track", "claims", "changes"),
    [
        ("장애인전형", [status("장애인")], {"region": "영남권"}),
        ("보훈전형", [status("취업지원대상자", rate="10")], {"region": "영남권"}),
        ("전국일반", [status("면제자격"), certificate("공인회계사")], {}),
    ],
)
def test_the_language_minimum_binds_everybody(track, claims, changes):
    assert codes(scored(toeic("595"), *claims, track=track, **changes)) == {"LANGUAGE_BELOW_MINIMUM"}
    assert scored(toeic("600"), *claims, track=track, **changes).eligible


def test_the_explanation_shows_every_step_in_both_languages():
    (line,) = scored(toeic("845")).explanation
    assert (line.item, line.points, line.rule) == ("language", Decimal("69.88"), "붙임3")
    assert line.ko == "TOEIC 845 → 50+20×845/850 = 69.882… → 69.88"
    (line,) = scored(language("TEPS", "486", test_date="2018-03-11")).explanation
    assert line.ko == "TEPS 486 → TOEIC 환산 605 → 50+20×605/850 = 64.235… → 64.23"
    assert line.en == "TEPS 486 → TOEIC equivalent 605 → 50+20×605/850 = 64.235… → 64.23"
    (line,) = scored(toeic("990")).explanation
    assert line.ko == "TOEIC 990 → 850 (만점 처리) → 50+20×850/850 = 70 → 70.00"
    (line,) = scored(language("HSK", "211", level="4급")).explanation
    assert line.ko == "新HSK 4급 211 → TOEIC 환산 602.09 → 50+20×602.09/850 = 64.166… → 64.16"


def test_every_eligible_hsk_score_keeps_its_decimals():
    """Cutting the conversion to an integer first would change 125 of the 212 eligible 4–5급 scores (E1 headline 3)."""
    changed = eligible = 0
    for level in ("4급", "5급"):
        for score in range(301):
            result = scored(language("HSK", str(score), level=level))
            if not result.eligible:
                continue
            eligible += 1
            value = next(
                band.base + (score - band.first) * band.width
                for band in announcement().rulebook.test("HSK").conversion.rows
                if band.level == level and band.first <= score <= band.last
            )
            whole = min(int(value), 850)
            changed += result.language != Decimal(5000 + whole * 2000 // 850) / 100
    assert (eligible, changed) == (212, 125)


def test_the_notice_date_of_the_announcement_counts_unless_another_is_given():
    assert announcement().notice_date == NOTICE
