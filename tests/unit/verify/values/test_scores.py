"""Scores, grades and levels."""

import pytest

from services.verify.values import canonical


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("845", "845"),
        ("0845", "845"),
        ("845점", "845"),
        ("845 / 990", "845"),
        ("845점 (990점 만점)", "845"),
        ("19.50", "19.5"),
        ("19.00", "19"),
        ("-845", None),
        ("18,50", "18.5"),
        ("18,5 / 25", "18.5"),
        ("72,25 sur 100", "72.25"),
        ("1,000", None),
        ("+5", None),
        ("8 45", None),
        ("84S", None),
        ("430 415", None),
        ("2 1 7 점 (400 점 만점)", "217"),
        ("21 7 11 점", None),
        ("84 /", "84"),
        ("/ 60", None),
        ("", None),
    ],
)
def test_a_score_is_one_plain_number(printed: str, value: str | None) -> None:
    assert canonical("score", printed) == value
    assert canonical("sections.listening", printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("IM2", "IM2"),
        ("Intermediate Mid 2", "IM2"),
        ("Intermediate Mid 2 (IM2)", "IM2"),
        ("Advanced Low", "AL"),
        ("lH", "IH"),
        ("IM", None),
        ("Intermediate Mid", None),
        ("4급", "4급"),
        ("HSK（四级）", "4급"),
        ("HSK Level 4", "4급"),
        ("DELF B1", "B1"),
        ("Niveau BI", "B1"),
        ("Nivel 82", "B2"),
        ("AL", "AL"),
        ("B7", None),
        ("높음", None),
    ],
)
def test_a_level_is_one_of_its_test_and_never_without_its_digit(printed: str, value: str | None) -> None:
    assert canonical("level", printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1급", "1급"), ("2+급", "2+급"), ("2-급", "2-급"), ("준2급", "준2급"), ("2급 또는 3급", None), ("급", None)],
)
def test_signs_and_prefixes_of_a_grade_are_kept(printed: str, value: str | None) -> None:
    assert canonical("grade", printed) == value
