"""Dates whose year has two digits (`18.07.12`, `'93. 5. 21.`, `18년 7월 12일`), where the year stands first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHORT = re.compile(
    r"(?<![0-9A-Za-z.\-/])(['’‘`´]?)\s?([0-9]{2})\s?(년|\.\.?|[\-/])\s?([0-9]{1,2})\s?(월|\.\.?|[\-/])\s?([0-9]{1,2})"
    r"(?![0-9]|[.\-/]\s?[0-9])"
)
_LATEST = 45
"""Years of two digits up to this one are of the century that began in 2000."""
_BORN_LATEST = 15
"""Who was born later is too young for any of these papers; born before 1946, or in one of the years between, is left
open."""


@dataclass(frozen=True, slots=True)
class ShortDate:
    """One date as printed."""

    numbers: tuple[int, int, int]
    """In printed order."""
    marked: bool
    """Whether an apostrophe or 년 shows that the first is the year."""
    slashed: bool
    """Whether slashes part the numbers."""


def short_dates(text: str) -> Iterator[ShortDate]:
    """Every date in `text` that is three numbers of at most two digits."""
    for match in _SHORT.finditer(text):
        numbers = (int(match[2]), int(match[4]), int(match[6]))
        yield ShortDate(numbers, bool(match[1]) or match[3] == "년", match[3] == "/")


def with_whole_years(text: str, *, born: bool = False) -> str:
    """`text` with four digits for the two of each year; `born` where the date is one of birth."""
    return _SHORT.sub(lambda match: _whole(match, born=born), text)


def _whole(match: re.Match[str], *, born: bool) -> str:
    year = int(match[2])
    if born and _BORN_LATEST < year <= _LATEST:
        return match[0]
    century = "20" if year <= _LATEST else "19"
    return f"{century}{match[2]}{match[3]}{match[4]}{match[5]}{match[6]}"
