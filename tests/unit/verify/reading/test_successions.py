"""The older or the newer test of two that bear nearly one name."""

from __future__ import annotations

import pytest

from services.verify.reading.papers.jpt import JPT
from services.verify.reading.papers.teps import NEW_TEPS, TEPS
from services.verify.reading.successions import meant_by_date
from tests.unit.verify.reading.ruled_sheets import HandSheet


def meant(code: str, sat: str | None, *printed: str) -> str:
    page = HandSheet()
    for row, words in enumerate(printed):
        page.text(100, 100 + 60 * row, words)
    paper = {"TEPS": TEPS, "NEW_TEPS": NEW_TEPS, "JPT": JPT}[code]
    return meant_by_date(paper, {"test_date": sat} if sat else {}, [page.sheet()]).code


@pytest.mark.parametrize(
    ("code", "sat", "heading", "found"),
    [
        ("TEPS", "2019-02-03", "TEPS 성적표", "NEW_TEPS"),
        ("NEW_TEPS", "2016-02-03", "EPS 성적표", "TEPS"),
        ("NEW_TEPS", "2016-02-03", "New TEPS 성적표", "NEW_TEPS"),
        ("TEPS", "2016-02-03", "TEPS 성적표", "TEPS"),
        ("TEPS", None, "TEPS 성적표", "TEPS"),
        ("JPT", "2019-02-03", "JPT", "JPT"),
    ],
)
def test_the_day_of_the_test_says_which_it_was(code: str, sat: str | None, heading: str, found: str) -> None:
    assert meant(code, sat, heading) == found
