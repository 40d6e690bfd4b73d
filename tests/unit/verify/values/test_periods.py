"""Periods as printed and as misread."""

import pytest

from services.verify.values.periods import find_period, parse_run_on_date


@pytest.mark.parametrize(
    "text",
    [
        "2013.11.11 ~ 2015.11.17",
        "2013. 11. 11. ~ 2015. 11. 17.",
        "2013년 11월 11일부터 2015년 11월 17일까지",
        "2013.1111 2015.11.17",
        "2013—11—11 - 2015—11-—17",
        "201 3.11.1 1 201 5.1 1.17",
        "20131111~20151117",
    ],
)
def test_two_dates_are_a_period_whatever_stands_between_their_digits(text: str) -> None:
    assert find_period(text) == ("2013-11-11", "2015-11-17")


@pytest.mark.parametrize(
    "text",
    [
        "2013.11.11",
        "",
        "2013.13.11 2015.11.17",
        "2015.1117 2013.1111",
        "2013.1111 2015.11.171",
        "2013.1111 x 2015.1117",
        "9913.1111 2015.1117",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert find_period(text) is None


@pytest.mark.parametrize("text", ["2010.11.24", "2010.1124", "201011.24", "2010 11 24", "2010년 11월 24일", "20101124"])
def test_a_date_may_lose_a_dot(text: str) -> None:
    assert parse_run_on_date(text) == "2010-11-24"


@pytest.mark.parametrize(
    "text", ["2010.1.124", "2010.112.4", "2010.1324", "20101124 1", "10.11.24", "제2010-1124호", ""]
)
def test_other_digits_are_no_date(text: str) -> None:
    assert parse_run_on_date(text) is None
