"""In what order a paper writes its dates: 07/12/2018 says nothing alone, but beside 21/05/1995 or 05/21/1995 it does.

So do dates whose year has two digits: 18.07.12 beside 93.05.21, beside the end of its validity, or in Korean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical
from services.verify.values.dates import numbers_before_year, parse_day_first, parse_month_first
from services.verify.values.short_years import ShortDate, short_dates, with_whole_years
from services.verify.values.text import has_hangul

_DATES = ("birth_date", "test_date", "announced_on", "issued_on", "valid_until", "acquired_on")
_MONTHS, _DAYS = 12, 31
_VALID_FOR = range(1, 6)
"""Years for which results are valid."""
_KOREAN = 0.5
"""Share of a paper's lettered pieces that are in Hangul where it is a Korean one."""


def reading_dates_in_order(paper: Paper, sheets: Sequence[Sheet]) -> Paper:
    """`paper`, which reads `07/12/2018` as 7 December where another date on `sheets` can only be meant so.

    Likewise as 12 July, and `18.07.12` as 12 July 2018. As it is where two dates contradict each other, or where none
    shows the order and the issuer does not tell it.
    """
    printed = [text.text for sheet in sheets for text in sheet.texts]
    in_order = _order(printed, months_first=paper.months_first)
    short = _year_stands_first([date for text in printed for date in short_dates(text)], _is_korean(printed))
    if in_order is None and not short:
        return paper
    return replace(paper, parsers={**{name: _parser(name, in_order, short) for name in _DATES}, **paper.parsers})


def _order(printed: Iterable[str], *, months_first: bool) -> Callable[[str], str | None] | None:
    """The parser of dates such as `07/12/2018` that fits all dates `printed`, or None; `months_first` if any would."""
    pairs = [pair for text in printed for pair in numbers_before_year(text)]
    day_first = any(first > _MONTHS >= second for first, second in pairs)
    month_first = any(second > _MONTHS >= first for first, second in pairs)
    if day_first == month_first:
        return parse_month_first if pairs and months_first and not day_first else None
    return parse_day_first if day_first else parse_month_first


def _year_stands_first(dates: Sequence[ShortDate], korean: bool) -> bool:
    """Whether the year of two digits is the first number of `dates`.

    One of them shows it, or two that are years of validity apart; Korean writes no other order.
    """
    if any(date.marked or date.numbers[0] > _DAYS for date in dates):
        return True
    if korean and any(not date.slashed for date in dates):
        return True
    return any(
        other.numbers[0] - one.numbers[0] in _VALID_FOR
        and other.numbers[1] == one.numbers[1]
        and one.numbers[2] - other.numbers[2] in (0, 1)
        for one in dates
        for other in dates
    )


def _is_korean(printed: Iterable[str]) -> bool:
    words = [text for text in printed if re.search(r"[^\W\d_]{2}", text)]
    return sum(map(has_hangul, words)) > _KOREAN * len(words)


def _parser(name: str, in_order: Callable[[str], str | None] | None, short: bool) -> Callable[[str], str | None]:
    def parse(text: str) -> str | None:
        whole = with_whole_years(text, born=name == "birth_date") if short else text
        if in_order is not None and len(numbers_before_year(whole)) == 1:
            return in_order(whole)
        return canonical(name, whole)

    return parse
