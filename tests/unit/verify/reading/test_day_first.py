"""The order of day and month, told by the other dates of a paper."""

from __future__ import annotations

from services.verify.reading.day_first import reading_days_first
from services.verify.reading.papers.toefl import TOEFL_IBT
from tests.unit.verify.reading.ruled_sheets import HandSheet


def parsed(text: str, *others: str) -> str | None:
    page = HandSheet()
    for row, words in enumerate((text, *others)):
        page.text(100, 100 + 60 * row, words)
    parse = reading_days_first(TOEFL_IBT, [page.sheet()]).parsers.get("test_date")
    return parse(text) if parse else None


def test_another_date_shows_the_order() -> None:
    assert parsed("07/12/2018", "21/05/1995") == "2018-12-07"


def test_without_it_nothing_is_assumed() -> None:
    assert parsed("07/12/2018", "08/11/1995") is None
    assert parsed("07/12/2018", "21/05/1995", "05/21/1995") is None
