"""Invented values hold every invariant that the verifier tests."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

import specimens
from specimens import people
from specimens.layouts.history import SITTINGS
from specimens.layouts.opic import LEVELS

SEEDS = range(60)


def _days(values: dict[str, object]) -> dict[str, date]:
    return {
        field: date.fromisoformat(str(value))
        for field, value in values.items()
        if field.endswith(("_on", "_date")) and value
    }


@pytest.mark.parametrize("paper", specimens.papers())
def test_dates_are_real_and_in_order(paper: str) -> None:
    for seed in SEEDS:
        days = _days(specimens.values(paper, seed))
        birth = days.pop("birth_date")
        assert all(birth < day for day in days.values())
        if "acquired_on" in days:
            assert days["acquired_on"] <= days["issued_on"]
        if "joined_on" in days:
            assert days["joined_on"] < days["left_on"]


@pytest.mark.parametrize("paper", specimens.papers())
def test_the_same_seed_gives_the_same_values_and_seeds_differ(paper: str) -> None:
    assert specimens.values(paper, 5) == specimens.values(paper, 5)
    assert len({str(specimens.values(paper, seed)) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("paper", specimens.papers())
def test_values_hold_what_a_declaration_can_say_and_nothing_else(paper: str) -> None:
    person = {"name", "name_latin", "birth_date"}
    sayable = {
        "certificate": {
            "title",
            "grade",
            "number",
            "acquired_on",
            "issued_on",
            "valid_until",
            "issuer",
            "certificates",
        },
        "language": {"test", "score", "level", "test_date", "announced_on", "registration_no", "sections"},
        "career": {"company", "joined_on", "left_on", "records", "confirmation"},
        "status": {"title", "number", "issuer", "issued_on", "acquired_on", "valid_until", "rate"},
    }[specimens.claim_of(paper)]
    assert set(specimens.values(paper, 1)) <= person | sayable


def test_toeic_sections_go_in_steps_of_five_and_add_up() -> None:
    for seed in SEEDS:
        values = specimens.values("TOEIC", seed)
        sections = [int(values["sections"][name]) for name in ("listening", "reading")]
        assert all(5 <= score <= 495 and score % 5 == 0 for score in sections)
        assert sum(sections) == int(values["score"])
        assert re.fullmatch(r"\d{6}", values["registration_no"])


@pytest.mark.parametrize(
    ("paper", "tops", "full"),
    [
        ("TEPS", {"listening": 400, "vocabulary": 100, "grammar": 100, "reading": 400}, 990),
        ("NEW_TEPS", {"listening": 240, "vocabulary": 60, "grammar": 60, "reading": 240}, 600),
        ("TOEFL_IBT", dict.fromkeys(("listening", "reading", "speaking", "writing"), 30), 120),
    ],
)
def test_sections_stay_in_their_ranges_and_add_up(paper: str, tops: dict[str, int], full: int) -> None:
    for seed in SEEDS:
        values = specimens.values(paper, seed)
        sections = {name: int(score) for name, score in values["sections"].items()}
        assert sections.keys() == tops.keys()
        assert all(0 <= sections[name] <= top for name, top in tops.items())
        assert sum(sections.values()) == int(values["score"]) <= full


def test_new_teps_begins_when_the_old_test_ends() -> None:
    for seed in SEEDS:
        assert (
            specimens.values("TEPS", seed)["test_date"]
            < "2018-05-12"
            <= specimens.values("NEW_TEPS", seed)["test_date"]
        )


def test_hsk_sections_add_up_and_the_levels_are_those_of_the_rule_book() -> None:
    for seed in SEEDS:
        values = specimens.values("HSK", seed)
        sections = [int(score) for score in values["sections"].values()]
        assert len(sections) == 3
        assert all(0 <= score <= 100 for score in sections)
        assert sum(sections) == int(values["score"])
        assert values["level"] in ("3급", "4급", "5급", "6급")


def test_opic_levels_and_numbers_are_well_formed() -> None:
    for seed in SEEDS:
        values = specimens.values("OPIC", seed)
        assert values["level"] in LEVELS
        assert re.fullmatch(r"[0-9A-Z]{4,5}(-[0-9A-Z]{4,5}){4}", values["registration_no"])


def test_certificate_numbers_have_the_form_of_their_issuer() -> None:
    for seed in SEEDS:
        national = specimens.values("NQ_AWARD", seed)
        assert re.fullmatch(r"\d{11}[A-Z]", national["number"])
        assert national["number"][:2] == national["acquired_on"][2:4]
        for row in specimens.values("NQ_RECORD", seed)["certificates"]:
            assert re.fullmatch(r"\d{11}[A-Z]", row["number"])
        assert re.fullmatch(r"\d\d-[A-Z]\d-\d{6}", specimens.values("KORCHAM", seed)["number"])


def test_the_history_number_names_the_sitting_of_its_date() -> None:
    for seed in SEEDS:
        values = specimens.values("KHISTORY", seed)
        sitting, _, serial = values["number"].partition("-")
        assert SITTINGS[sitting][1] == values["acquired_on"]
        assert re.fullmatch(r"\d{5}", serial)


def test_projects_follow_each_other_within_the_employment() -> None:
    for seed in SEEDS:
        values = specimens.values("CAREER_FORM", seed)
        days = [row[part] for row in values["records"] for part in ("from", "to")]
        assert days == sorted(days)
        assert values["joined_on"] <= days[0]
        assert days[-1] <= values["left_on"]
        assert re.fullmatch(r"\d{4}-\d{2}-\d{3}", values["confirmation"]["hr"]["issue_no"])


@pytest.mark.parametrize(
    ("paper", "score"), [("TOEIC", "805"), ("NEW_TEPS", "293"), ("TOEFL_IBT", "71"), ("HSK", "187")]
)
def test_a_given_total_gets_sections_that_add_up_to_it(paper: str, score: str) -> None:
    truth = {truth.field: truth.value for truth in specimens.draw(paper, {"score": score}, seed=9).truth}
    assert truth["score"] == score
    assert sum(int(value) for field, value in truth.items() if field.startswith("sections.")) == int(score)


def test_names_follow_the_real_distribution_and_hold_rare_syllables_now_and_then() -> None:
    rng = Random(1)
    names = [people.name(rng) for _ in range(3000)]
    assert 0.15 < sum(name.startswith("김") for name in names) / len(names) < 0.25
    assert 5 < sum(any(sign in "쁑뫼댕윰훤멉" for sign in name) for name in names) < 150
    assert all(re.fullmatch("[가-힣]{2,5}", name) for name in names)


def test_latin_names_follow_the_passport_habit() -> None:
    assert people.latin("홍길동") == "HONG GILDONG"
    assert people.latin("남궁민") == "NAMGUNG MIN"
    assert people.latin("박은서") == "PARK EUNSEO"
