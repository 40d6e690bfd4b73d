"""Dates in every printed form → `YYYY-MM-DD`."""

from __future__ import annotations

import re
from datetime import date

from services.verify.values.text import tidy

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DIGIT = "[0-9OoIl]"
_SEPARATOR = r"\s*[.,/\-년年]\s*"
_YEAR_FIRST = re.compile(
    rf"(?<![0-9])({_DIGIT}{{4}}){_SEPARATOR}({_DIGIT}{{1,2}})(?:{_SEPARATOR}|\s*[월月]\s*)({_DIGIT}{{1,2}})"
    r"(?![0-9])(?!\s[0-9]{1,2}(?![0-9]))"
)
_COMPACT = re.compile(r"^[^0-9]*([12][0-9]{3})([0-9]{2})([0-9]{2})[^0-9]*$")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s*([0-9]{1,2})(?:st|nd|rd|th)?\s*[,.]?\s*([0-9]{4})(?![0-9])")
_DAY_FIRST = re.compile(r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?[\s\-./]*([A-Za-z]{3,9})[\s\-.,/]*([0-9]{4})(?![0-9])")
_EUROPEAN = re.compile(r"(?<![0-9])([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})(?![0-9])")
_RESIDENT_NUMBER = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})\s*-\s*([1-8])")
_LOOKS_LIKE = str.maketrans("OoIl", "0011")
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100


def parse_date(text: str) -> str | None:
    """The one date in `text` as `YYYY-MM-DD`; None where there is none, two different ones, or it does not exist.

    Knows `2018. 8. 17.`, `2018년 08월 17일`, `2018/08/17`, `20180817`, `Aug 17, 2018`, `17 Aug 2018`, `17/08/2018`
    (only where the day cannot be a month) and the front of a resident number with its century digit. A letter O or l
    in the place of a digit counts as that digit.
    """
    found = set(find_dates(text))
    return found.pop() if len(found) == 1 else None


def find_dates(text: str) -> list[str]:
    """Every real date in `text`, in printed order, repetitions included."""
    clean = tidy(text)
    found, closed = _dates(clean), _dates(clean.replace(" ", ""))  # readers put spaces between digits
    return [date for _, date in sorted(found if len(found) >= len(closed) else closed)]


def looks_like_date(text: str) -> bool:
    """Whether `text` has the shape of a date, be it a real one or not (`2018. 2. 30.`)."""
    clean = tidy(text)
    return any(
        pattern.search(clean)
        for pattern in (_YEAR_FIRST, _COMPACT, _MONTH_FIRST, _DAY_FIRST, _EUROPEAN, _RESIDENT_NUMBER)
    )


def _dates(clean: str) -> list[tuple[int, str]]:
    """Where each date starts, and the date."""
    numbers = [(match.start(), match[1], match[2], match[3]) for match in _YEAR_FIRST.finditer(clean)]
    if not numbers:
        numbers = [(match.start(), match[1], match[2], match[3]) for match in _COMPACT.finditer(clean)]
    for match in _MONTH_FIRST.finditer(clean):
        numbers.append((match.start(), match[3], _month(match[1]), match[2]))
    for match in _DAY_FIRST.finditer(clean):
        numbers.append((match.start(), match[3], _month(match[2]), match[1]))
    for match in _EUROPEAN.finditer(clean):
        if int(match[1]) > 12 or match[1] == match[2]:
            numbers.append((match.start(), match[3], match[2], match[1]))
    if not numbers:
        for match in _RESIDENT_NUMBER.finditer(clean):
            century = "19" if match[4] in "1256" else "20"
            numbers.append((match.start(), century + match[1], match[2], match[3]))
    return [(start, real) for start, year, month, day in numbers if (real := _real(year, month, day))]


def _month(name: str) -> str:
    letters = name.lower()
    return next((str(number) for number, full in enumerate(_MONTHS, 1) if letters in (full, full[:3])), "0")


def _real(year: str, month: str, day: str) -> str | None:
    try:
        found = date(*(int(part.translate(_LOOKS_LIKE)) for part in (year, month, day)))
    except ValueError:
        return None
    return found.isoformat() if _EARLIEST_YEAR <= found.year <= _LATEST_YEAR else None
