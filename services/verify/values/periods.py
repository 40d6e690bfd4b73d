"""Days and periods of careers as printed (`2015.03.16 ~ 2016.11.24`, `'15.3.16.–'16.11.24. (20개월)`) → dates."""

from __future__ import annotations

import re
from datetime import date

from services.verify.values.dates import find_dates, parse_date

_NUMBERS = re.compile(r"[0-9]")
_NO_LETTERS = re.compile(r"^[\s0-9.,:;'`~∼〜～\-–—―ㅡ_|/()\[\]년월일부터까지]*$")
_DIGITS_OF_TWO_DATES = 16
_SHORT = re.compile(
    r"(?<![0-9])(?<![0-9][.,/])(?:['’‘`´]\s?([0-9]{2})[\s.,/년]{1,2}([0-9]{1,2})[\s.,/월]{1,2}([0-9]{1,2})"
    r"|([0-9]{2})\s?[.,/년]\s?([0-9]{1,2})\s?[.,/월]\s?([0-9]{1,2}))(?![0-9])"
    r"(?!\s[0-9]{1,2}\.?\s*(?:[^0-9.\s]|$))"
)
"""A date whose year has two digits; behind an apostrophe a reader may have lost its points."""
_GAPPY = re.compile(
    r"^\W*(?:([0-9]{2})[.,][ .,]{0,2}|(?!19|20)([0-9]{2})[ .,]{0,3})([0-9]{2})[ .,]{1,3}([0-9]{2})[\W]*$"
)
"""The same alone, points lost between its digits; `20 12.03` may be a year and a month."""
_SLASHES = re.compile(r"(?<![0-9])([12][0-9]{3})[/71]([01][0-9])[/71]([0-3][0-9])(?![0-9])")
"""A date whose slashes were taken for digits, as no other number has them."""
_LAST_OF_2000, _FIRST_OF_1900 = 29, 40
"""Two digits up to the first are a year of this century, from the second on one of the last; others are neither."""
_SPENT = re.compile(
    r"\s*[(\[〔|]\s*(?:약|총|만)?[\s0-9년월개일]*[년월][\s0-9년월개일]*[)\]〕|]?\s*$"
    r"|\s+(?:[0-9]{1,2}\s*년)?\s*(?:[0-9]{1,3}\s*개?\s*월)?\s*$"
)
"""How long a period is, behind it."""
_RUN_ON = re.compile(r"^[^0-9]*([12][0-9]{3}[\W_]{0,3}[0-9]{2}[\W_]{0,3}[0-9]{2})[^0-9]*$")


def parse_run_on_date(text: str) -> str | None:
    """The one date in `text` as `parse_date`, also where a reader lost a dot between eight digits (`2010.1124`)."""
    run_on = _RUN_ON.match(text) if _NO_LETTERS.match(text) else None
    return parse_date(text) or (_compact("".join(_NUMBERS.findall(run_on[1]))) if run_on else None)


def parse_career_day(text: str) -> str | None:
    """The one date in `text` as `parse_run_on_date`, or one whose year has two digits (`'12.3.2.`, `12.03.02`)."""
    if (day := parse_run_on_date(text)) is not None:
        return day
    days = set(find_days(text))
    return days.pop() if len(days) == 1 else None


def find_days(text: str) -> list[str]:
    """Every real date in `text`, in printed order; those with two digits of the year where all are printed so."""
    found = find_dates(_SLASHES.sub(r"\1/\2/\3", text) if "/" in text else text)
    if found:
        return found
    if gappy := _GAPPY.match(text):
        return _short(f"{gappy[1] or gappy[2]}.{gappy[3]}.{gappy[4]}")
    return max((_short(text), _short(text.replace(" ", ""))), key=len)


def _short(text: str) -> list[str]:
    days = []
    for match in _SHORT.finditer(text):
        year, month, day = (int(part) for part in match.groups() if part)
        century = 20 if year <= _LAST_OF_2000 else 19 if year >= _FIRST_OF_1900 else None
        if century is not None and (found := _real(century * 100 + year, month, day)):
            days.append(found)
    return days


def find_period(text: str) -> tuple[str, str] | None:
    """The first and the last day of the one period in `text` as `YYYY-MM-DD`; None where there are not just two dates.

    Readers lose the dots between digits (`2013.1111 2015.11.17`) or see spaces among them (`201 2.09.1 3`): where every
    date is printed with eight digits, sixteen digits and no letter are two dates whatever signs are seen between.
    """
    text = _SPENT.sub("", text)
    dates = find_days(text)
    if len(dates) == 2:
        return dates[0], dates[1]
    digits = "".join(_NUMBERS.findall(text))
    if len(digits) != _DIGITS_OF_TWO_DATES or not _NO_LETTERS.match(text):
        return None
    one, other = _compact(digits[:8]), _compact(digits[8:])
    return (one, other) if one and other and one <= other else None


def _compact(digits: str) -> str | None:
    if not 1900 <= int(digits[:4]) <= 2100:
        return None
    return _real(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _real(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
