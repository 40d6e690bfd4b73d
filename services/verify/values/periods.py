"""A period as printed (`2015.03.16 ~ 2016.11.24`) → its two dates."""

from __future__ import annotations

import re
from datetime import date

from services.verify.values.dates import find_dates, parse_date

_NUMBERS = re.compile(r"[0-9]")
_NO_LETTERS = re.compile(r"^[\s0-9.,:;'`~∼〜～\-–—―ㅡ_|/()\[\]년월일부터까지]*$")
_DIGITS_OF_TWO_DATES = 16
_RUN_ON = re.compile(r"^[^0-9]*([12][0-9]{3}[\W_]{0,3}[0-9]{2}[\W_]{0,3}[0-9]{2})[^0-9]*$")


def parse_run_on_date(text: str) -> str | None:
    """The one date in `text` as `parse_date`, also where a reader lost a dot between eight digits (`2010.1124`)."""
    run_on = _RUN_ON.match(text) if _NO_LETTERS.match(text) else None
    return parse_date(text) or (_compact("".join(_NUMBERS.findall(run_on[1]))) if run_on else None)


def find_period(text: str) -> tuple[str, str] | None:
    """The first and the last day of the one period in `text` as `YYYY-MM-DD`; None where there are not just two dates.

    Readers lose the dots between digits (`2013.1111 2015.11.17`) or see spaces among them (`201 2.09.1 3`): where every
    date is printed with eight digits, sixteen digits and no letter are two dates whatever signs are seen between.
    """
    dates = find_dates(text)
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
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None
