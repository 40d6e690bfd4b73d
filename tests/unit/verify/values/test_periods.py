"""Periods as printed and as misread."""

import pytest

from services.verify.values.periods import find_days, find_period, parse_career_day, parse_run_on_date


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


@pytest.mark.parametrize(
    "text",
    [
        "'07.4.9.–'08.10.21. (18개월)",
        "’07.04.09 ~ ’08.10.21",
        "07.04.09~08.10.21",
        "'07.4.9.-'08.1 0.2 1. (18 개 월)",
        "' 07 04.09 부 터 ' 08.10.21 까 지",
        "2007. 4. 9. ~ 2008. 10. 21. 1년 6월",
        "2007/04/09 ~ 2008710721 |1 년 6 월 |",
    ],
)
def test_years_of_two_digits_and_what_a_period_comes_to(text: str) -> None:
    assert find_period(text) == ("2007-04-09", "2008-10-21")


@pytest.mark.parametrize("text", ["'98.11.24.", "98.11.24", "98 11 24", "98.11 24", "9811.24"])
def test_a_day_with_two_digits_of_the_year(text: str) -> None:
    assert parse_career_day(text) == "1998-11-24"


@pytest.mark.parametrize(
    "text", ["2011.08", "20 11.08", "35.01.02", "12.13.40", "051-328-2079", "07.04.09~08.10.21", "제07-11-24호"]
)
def test_other_short_numbers_are_no_day(text: str) -> None:
    assert parse_career_day(text) is None


def test_a_digit_that_stands_apart_belongs_to_its_day() -> None:
    assert find_days("'10.8.1 6.") == ["2010-08-16"]
