"""Checks on score reports that a right paper may break for a reason unknown here: they send it to a person, no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from services.verify.reading.papers.paper import Broken, Invariant, Values

_DAYS_ABOUT = 45
"""Issuers count two years from the test, from its result, or to the end of the month."""
_DAYS_A_YEAR = 365.25
_ISSUE_DIGITS, _SERIAL_DIGITS = 16, 10


def valid_for(years: int) -> Invariant:
    """`valid_until` lies about `years` after `test_date`: one of the two was misread where it does not."""

    def check(values: Values) -> Broken | None:
        if "test_date" not in values or "valid_until" not in values:
            return None
        days = (date.fromisoformat(values["valid_until"]) - date.fromisoformat(values["test_date"])).days
        fits = abs(days - years * _DAYS_A_YEAR) <= _DAYS_ABOUT
        return None if fits else Broken("VALIDITY", ("test_date", "valid_until"))

    return check


def level_of_score(bands: Mapping[str, Sequence[int]], *, until: str = "9999-12-31") -> Invariant:
    """The printed level is that of the score, by the `bands` (first, last) of levels used for tests up to `until`.

    Other names of levels, and scores outside every band, say nothing.
    """

    def check(values: Values) -> Broken | None:
        level, score = values.get("level"), values.get("score")
        if level is None or level not in bands or score is None or values.get("test_date", "") > until:
            return None
        first, last = bands[level]
        return None if first <= Decimal(score) <= last else Broken("LEVEL_SCORE", ("level", "score"))

    return check


def issued_for(name: str, registration: str) -> Invariant:
    """An issue number of six and ten digits begins with the registration number (TOEIC: `097199-0410009001`)."""

    def check(values: Values) -> Broken | None:
        issued, registered = values.get(name), values.get(registration)
        if issued is None or registered is None or not (issued.isdigit() and len(issued) == _ISSUE_DIGITS):
            return None
        fits = issued.startswith(registered.zfill(_ISSUE_DIGITS - _SERIAL_DIGITS))
        return None if fits else Broken("ISSUE_NUMBER", (name, registration))

    return check


def passed(name: str, mark: str) -> Invariant:
    """Who holds this paper reached `mark` in `name`; below it the paper tells of a test that was not passed."""

    def check(values: Values) -> Broken | None:
        failed = name in values and Decimal(values[name]) < Decimal(mark)
        return Broken("NOT_PASSED", (name,)) if failed else None

    return check


def higher_diploma(*levels: str) -> Invariant:
    """A diploma of one of `levels` goes by another name than the one asked for [G7]: accepted, but looked at."""

    def check(values: Values) -> Broken | None:
        return Broken("HIGHER_DIPLOMA", ("level",)) if values.get("level") in levels else None

    return check
