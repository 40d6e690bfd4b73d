"""Whether a paper writes the day before the month: 07/12/2018 says nothing alone, but beside 21/05/1995 it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical
from services.verify.values.dates import numbers_before_year, parse_day_first

_DATES = ("birth_date", "test_date", "announced_on", "issued_on", "valid_until", "acquired_on")
_MONTHS = 12


def reading_days_first(paper: Paper, sheets: Sequence[Sheet]) -> Paper:
    """`paper`, which reads `07/12/2018` as 7 December where another date on `sheets` can only be meant so.

    As it is where no date shows the order, or where two contradict each other.
    """
    pairs = [pair for sheet in sheets for text in sheet.texts for pair in numbers_before_year(text.text)]
    shown = any(first > _MONTHS >= second for first, second in pairs)
    if not shown or any(second > _MONTHS >= first for first, second in pairs):
        return paper
    return replace(paper, parsers={**{name: _parser(name) for name in _DATES}, **paper.parsers})


def _parser(name: str) -> Callable[[str], str | None]:
    return lambda text: parse_day_first(text) or canonical(name, text)
