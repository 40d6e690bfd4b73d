"""How many independent readings say what: the only source of confidence (an engine's own confidence is worthless)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.verify.evidence import Reading
from services.verify.judging.confusion import looks_alike, resembles
from services.verify.values import canonical, same
from services.verify.values.alphabet import can_write, supported

ENOUGH = 2
"""So many independent readings must say the same."""

_LOOSELY_EQUAL = ("name", "person", "name_latin", "company")
"""Fields whose canonical values may differ and still be one (`services.verify.values.same`); all others are compared
letter for letter, which is many times faster."""


class Stand(StrEnum):
    """Where the readings of a field stand towards a declared value."""

    EQUAL = "EQUAL"
    """Enough readings equal it, and they outnumber every other value."""
    OTHER = "OTHER"
    """Enough readings that can write the declared value agree on another, and none equals or resembles it."""
    LOOKALIKE = "LOOKALIKE"
    """Enough readings agree on a value that readers confuse with the declared one; or on the declared one, but a reader
    sees in its place a near syllable that the others cannot write."""
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
            if equal(field, value, reading.value):
                readers.add(reading.reader)
                break
        else:
            tally.append((reading.value, {reading.reader}))
    tally.sort(key=lambda entry: -len(entry[1]))
    return tuple(Votes(value, frozenset(readers)) for value, readers in tally)


def agreed(field: str, readings: Sequence[Reading]) -> str | None:
    """The value that enough readings say and that outnumbers every other, or None."""
    return _winner(count(field, readings))


def weigh(field: str, declared: Sequence[str], readings: Sequence[Reading]) -> Stand:
    """Where `readings` of `field` stand towards the declared value, given in every spelling that means the same."""
    wanted = [value for spelling in declared if (value := canonical(field, spelling)) is not None and supported(value)]
    votes = count(field, readings)
    supporting = [vote for vote in votes if any(equal(field, value, vote.value) for value in wanted)]
    others = [vote for vote in votes if vote not in supporting]
    supporters: frozenset[str] = frozenset().union(*(vote.readers for vote in supporting))
    strongest = max((len(vote.readers) for vote in others), default=0)
    if len(supporters) >= ENOUGH and len(supporters) > strongest:
        rarer = any(_rarer(field, value, vote.value) for value in wanted for vote in others)
        return Stand.LOOKALIKE if rarer else Stand.EQUAL
    able = [reading for reading in readings if any(can_write(reading.reader, value) for value in wanted)]
    if supporters or _winner(votes) is None or _winner(count(field, able)) is None:
        return Stand.UNDECIDED
    if any(resembles(field, wanted, vote.value) for vote in others):
        return Stand.LOOKALIKE
    return Stand.OTHER


def equal(field: str, one: str, other: str) -> bool:
    """Whether two canonical values of `field` are one."""
    return one == other or (field.rsplit(".", 1)[-1] in _LOOSELY_EQUAL and same(field, one, other))


def shown(field: str, readings: Sequence[Reading]) -> str | None:
    """What to show as read: the value with most readers, or the first text where none parses, or None."""
    votes = count(field, readings)
    if votes:
        return votes[0].value
    return next((reading.text.strip() for reading in readings if reading.text.strip()), None)


def _rarer(field: str, declared: str, read: str) -> bool:
    """Whether `read` is nearly `declared`, but with a syllable that most readers are forced to write as another one."""
    return not supported(read) and looks_alike(field, declared, read)


def _winner(votes: Sequence[Votes]) -> str | None:
    if not votes or len(votes[0].readers) < ENOUGH:
        return None
    if len(votes) > 1 and len(votes[1].readers) >= len(votes[0].readers):
        return None
    return votes[0].value
