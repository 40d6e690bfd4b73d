"""How many independent readings say what: the only source of confidence (an engine's own confidence is worthless)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.verify.evidence import Reading
from services.verify.judging.confusion import looks_alike
from services.verify.values import canonical, same

ENOUGH = 2
"""So many independent readings must say the same."""


class Stand(StrEnum):
    """Where the readings of a field stand towards a declared value."""

    EQUAL = "EQUAL"
    """Enough readings equal it, and they outnumber every other value."""
    OTHER = "OTHER"
    """Enough readings agree on another value, outnumber every third, and none equals or resembles the declared one."""
    LOOKALIKE = "LOOKALIKE"
    """Enough readings agree on a value that readers confuse with the declared one."""
    UNDECIDED = "UNDECIDED"
    """Everything else."""


@dataclass(frozen=True, slots=True)
class Votes:
    """One value and who reads it."""

    value: str
    """Canonical value."""
    readers: frozenset[str]
    """Names of the independent readers that say so."""


def count(field: str, readings: Sequence[Reading]) -> tuple[Votes, ...]:
    """The plausible (parsed) values of `readings`, most readers first; equal counts in order of reading."""
    tally: list[tuple[str, set[str]]] = []
    for reading in readings:
        if reading.value is None:
            continue
        for value, readers in tally:
            if same(field, value, reading.value):
                readers.add(reading.reader)
                break
        else:
            tally.append((reading.value, {reading.reader}))
    tally.sort(key=lambda entry: -len(entry[1]))
    return tuple(Votes(value, frozenset(readers)) for value, readers in tally)


def agreed(field: str, readings: Sequence[Reading]) -> str | None:
    """The value that enough readings say and that outnumbers every other, or None."""
    votes = count(field, readings)
    if not votes or len(votes[0].readers) < ENOUGH:
        return None
    if len(votes) > 1 and len(votes[1].readers) >= len(votes[0].readers):
        return None
    return votes[0].value


def weigh(field: str, declared: Sequence[str], readings: Sequence[Reading]) -> Stand:
    """Where `readings` of `field` stand towards the declared value, given in every spelling that means the same."""
    votes = count(field, readings)
    equal = [vote for vote in votes if any(same(field, spelling, vote.value) for spelling in declared)]
    others = [vote for vote in votes if vote not in equal]
    supporters: frozenset[str] = frozenset().union(*(vote.readers for vote in equal))
    strongest = max((len(vote.readers) for vote in others), default=0)
    if len(supporters) >= ENOUGH and len(supporters) > strongest:
        return Stand.EQUAL
    if supporters or agreed(field, readings) is None:
        return Stand.UNDECIDED
    wanted = [canonical(field, spelling) or spelling for spelling in declared]
    if any(looks_alike(field, spelling, vote.value) for spelling in wanted for vote in others):
        return Stand.LOOKALIKE
    return Stand.OTHER


def shown(field: str, readings: Sequence[Reading]) -> str | None:
    """What to show as read: the value with most readers, or the first text where none parses, or None."""
    votes = count(field, readings)
    if votes:
        return votes[0].value
    return next((reading.text.strip() for reading in readings if reading.text.strip()), None)
