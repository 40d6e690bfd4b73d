"""What the values of a paper must keep among themselves, as pure checks on agreed values."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from decimal import Decimal

from services.verify.reading.papers.paper import Broken, Invariant, Values


def section_sum(total: str, *sections: str) -> Invariant:
    """The sections add up to the total, where all of them are known."""

    def check(values: Values) -> Broken | None:
        if not all(name in values for name in (total, *sections)):
            return None
        summed = sum((Decimal(values[name]) for name in sections), Decimal(0))
        return None if summed == Decimal(values[total]) else Broken("SECTION_SUM", (total, *sections))

    return check


def score_range(name: str, low: int, high: int, step: str = "1") -> Invariant:
    """The score lies in `low`…`high` and on the test's own grid."""

    def check(values: Values) -> Broken | None:
        if name not in values:
            return None
        score = Decimal(values[name])
        if not low <= score <= high:
            return Broken("RANGE", (name,))
        return None if (score - low) % Decimal(step) == 0 else Broken("STEP", (name,))

    return check


def one_of(name: str, allowed: Iterable[str]) -> Invariant:
    """The value is one of a closed list."""
    known = frozenset(allowed)

    def check(values: Values) -> Broken | None:
        return Broken("CLOSED_LIST", (name,)) if name in values and values[name] not in known else None

    return check


def in_order(*names: str) -> Invariant:
    """The dates do not run backwards; missing ones are passed over."""

    def check(values: Values) -> Broken | None:
        known = [name for name in names if name in values]
        for before, after in itertools.pairwise(known):
            if values[before] > values[after]:
                return Broken("DATE_ORDER", (before, after))
        return None

    return check
