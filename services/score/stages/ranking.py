"""Ranks, the line and ties of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

Keys = tuple[Decimal, ...]
"""What ranks somebody: the total, then one value a tie-break; higher is better."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a unit's ranking makes of each contender, by their index."""

    ranks: tuple[int, ...]
    """Rank of each; equal for those who tie in every key."""
    passed: frozenset[int]
    """Who passes."""
    tied: frozenset[int]
    """Who ties at the line, where a tie must be parted and no key parts it."""
    line: Decimal | None
    """Lowest total that passes (or is tied at the line); None: nobody."""


def ranked(contenders: Sequence[Keys], places: int, *, ties_pass: bool) -> Ranking:
    """The best `places` of `contenders`; a tie at the line passes as a whole, or with `ties_pass` off is left open.

    The order in which contenders come never matters.
    """
    order = sorted(range(len(contenders)), key=lambda index: contenders[index], reverse=True)
    ranks = [0] * len(contenders)
    passed: set[int] = set()
    tied: frozenset[int] = frozenset()
    line: Decimal | None = None
    before = 0
    for keys, group in groupby(order, key=lambda index: contenders[index]):
        members = list(group)
        for index in members:
            ranks[index] = before + 1
        if before < places:
            line = keys[0]
            if before + len(members) <= places or ties_pass:
                passed.update(members)
            else:
                tied = frozenset(members)
        before += len(members)
    return Ranking(tuple(ranks), frozenset(passed), tied, line)
