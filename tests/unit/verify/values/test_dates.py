"""Dates in every printed form."""

import pytest

from services.verify.values import canonical
from services.verify.values.dates import find_dates, looks_like_date, parse_date, parse_day_first


@pytest.mark.parametrize(
    "printed",
    [
        "2018. 8. 17.",
        "2018.08.17",
        "2018년 08월 17일",
        "2018년8월17일",
        "2018 년 08 월 17 일",
        "2018/08/17",
        "2018-08-17",
        "20180817",
        "Aug 17, 2018",
        "August 17, 2018",
        "17 Aug 2018",
        "17/08/2018",
        "17-08-2018",
        "2018-Aug-17",
        "17 août 2018",
        "17 aotit 2018",
        "17 de agosto de 2018",
        "2018 닌 8 원 17 인",
        "2018.08.17 14:00",
        "2018年08月17日",
        "2018. 8. 17. (금)",
        "20 18. 08. 17",
        "2018. 8. 1 7.",
        "2Ol8. 8. l7.",
    ],
)
def test_every_printed_form_of_a_day_is_the_same_day(printed: str) -> None:
    assert canonical("acquired_on", printed) == "2018-08-17"


@pytest.mark.parametrize(
    "printed",
    [
        "2018. 2. 30.",
        "2018. 13. 1.",
        "08/07/2018",
        "94.03.15",
        "2018 8 17",
        "2018.08.17 ~ 2020.08.17",
        "2018. 1] |. 19.",
        "Foo 17, 2018",
        "1702-03-04",
        "",
    ],
)
def test_what_is_no_single_real_date_has_no_value(printed: str) -> None:
    assert canonical("test_date", printed) is None


def test_the_front_of_a_resident_number_is_a_birth_date_only_with_its_century_digit() -> None:
    assert canonical("birth_date", "940315-1******") == "1994-03-15"
    assert canonical("birth_date", "040315-4******") == "2004-03-15"
    assert canonical("birth_date", "940315-*******") is None


def test_both_dates_of_a_period_are_found_in_order() -> None:
    assert find_dates("2010-05-01 ~ 2011-12-31") == ["2010-05-01", "2011-12-31"]
    assert find_dates("2010. 5. 1. 2011. 12. 31.") == ["2010-05-01", "2011-12-31"]


def test_an_unreal_date_still_looks_like_one() -> None:
    assert looks_like_date("2018. 2. 30.")
    assert not looks_like_date("845")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("11 0ct 2018", "2018-10-11"),
        ("1er juillet 2018", "2018-07-01"),
        ("12 déc. 2018", "2018-12-12"),
        ("3 juit 2018", None),
        ("3 mar 2018", "2018-03-03"),
    ],
)
def test_a_month_is_known_with_a_letter_misread_but_never_guessed(printed: str, value: str | None) -> None:
    assert canonical("test_date", printed) == value


def test_a_validity_ends_where_its_period_ends() -> None:
    assert canonical("valid_until", "2018. 5. 13. ~ 2020. 5. 12.") == "2020-05-12"
    assert canonical("valid_until", "2020.05.12 까지") == "2020-05-12"
    assert canonical("valid_until", "2020.05.12, 2018.05.13") is None
    assert canonical("test_date", "2018. 5. 13. ~ 2020. 5. 12.") is None


def test_a_european_day_comes_first() -> None:
    assert parse_day_first("05/12/1990") == "1990-12-05"
    assert parse_day_first("05/12/1990, 3 juillet 2018") is None
    assert canonical("birth_date", "05/12/1990") is None


@pytest.mark.parametrize("printed", ["2011 12-24", "2011-12 24"])
def test_a_date_that_lost_one_hyphen_is_read(printed: str) -> None:
    assert canonical("issued_on", printed) == "2011-12-24"


@pytest.mark.parametrize("printed", ["2011 12-2", "201112-24", "201112-1234"])
def test_a_year_and_a_month_are_no_front_of_a_resident_number(printed: str) -> None:
    assert canonical("birth_date", printed) is None


@pytest.mark.parametrize("printed", ["201112-4******", "201112-4", "201112-4123456", "201112-41*****"])
def test_the_front_of_a_resident_number_is_a_birth_date(printed: str) -> None:
    assert canonical("birth_date", printed) == "2020-11-12"


def test_of_several_dates_in_a_sentence_none_is_the_one_however_few_can_be_read_in_one_way() -> None:
    assert parse_date("né le 04/03/1985, examen du 05/06/2017 (résultats du 21/06/2017)") is None


def test_a_colon_in_the_place_of_the_last_point_parts_a_date_and_no_time() -> None:
    assert canonical("issued_on", "2016.03:24") == "2016-03-24"
    assert canonical("issued_on", "2016 03:24") is None


def test_a_day_whose_digits_fell_apart_is_not_read_as_its_last_digit() -> None:
    assert parse_day_first("le 2 4/05/2016") is None
