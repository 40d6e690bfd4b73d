"""The order of day, month and year, told by the other dates of a paper."""

from __future__ import annotations

import pytest

from services.verify.reading.date_order import reading_dates_in_order
from services.verify.reading.papers.paper import Paper
from services.verify.reading.papers.toefl import TOEFL_IBT
from services.verify.reading.papers.toeic import TOEIC
from tests.unit.verify.reading.ruled_sheets import HandSheet


def parsed(text: str, *others: str, field: str = "test_date", paper: Paper = TOEIC) -> str | None:
    page = HandSheet()
    for row, words in enumerate((text, *others)):
        page.text(100, 100 + 60 * row, words)
    parse = reading_dates_in_order(paper, [page.sheet()]).parsers.get(field)
    return parse(text) if parse else None


def test_another_date_shows_the_order() -> None:
    assert parsed("07/12/2018", "21/05/1995") == "2018-12-07"
    assert parsed("07/12/2018", "05/21/1995") == "2018-07-12"


def test_without_it_nothing_is_assumed() -> None:
    assert parsed("07/12/2018", "08/11/1995") is None
    assert parsed("07/12/2018", "21/05/1995", "05/21/1995") is None


def test_an_american_issuer_puts_the_month_first_unless_a_date_shows_otherwise() -> None:
    assert parsed("07/12/2018", "08/11/1995", paper=TOEFL_IBT) == "2018-07-12"
    assert parsed("07/12/2018", "21/05/1995", paper=TOEFL_IBT) == "2018-12-07"
    assert parsed("07/12/2018", "21/05/1995", "05/21/1995", paper=TOEFL_IBT) is None


@pytest.mark.parametrize(
    "others", [("95.05.21",), ("20.07.12",), ("20.07.11",), ("'17.03.09",), ("응시일", "성적확인", "유효기한")]
)
def test_a_year_of_two_digits_stands_first(others: tuple[str, ...]) -> None:
    assert parsed("18.07.12", *others) == "2018-07-12"


def test_two_digits_are_left_where_any_may_be_the_year() -> None:
    assert parsed("08.07.12") is None
    assert parsed("08/07/12", "응시일") is None
    assert parsed("08/07/12", "08/07/14") is None


def test_a_year_of_birth_may_be_of_either_century() -> None:
    assert parsed("95.05.21", field="birth_date") == "1995-05-21"
    assert parsed("04.05.21", "95.05.21", field="birth_date") == "2004-05-21"
    assert parsed("31.05.21", "95.05.21", field="birth_date") is None
