"""Where the readings of a field stand towards a declared value."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from services.verify.agreement import ENOUGH, Votes, agreed, count, equal, family_of, is_opposed, is_unconfirmed
from services.verify.evidence import Reading
from services.verify.judging.confusion import differs_in_one_syllable, looks_alike, resembles
from services.verify.values import canonical
from services.verify.values.alphabet import can_write, supported


class Stand(StrEnum):
    """Where the readings of a field stand towards a declared value."""

    EQUAL = "EQUAL"
    """Enough readings equal it, and they outnumber every other value."""
    OTHER = "OTHER"
    """Enough readings that can write the declared value agree on another, and none equals or resembles it."""
    LOOKALIKE = "LOOKALIKE"
    """Enough readings agree on a value that readers confuse with the declared one, or, in a name, that readers of one
    family alone see one syllable apart from it; or on the declared one, but a reader sees in its place a near syllable
    that the others cannot write."""
    UNDECIDED = "UNDECIDED"
    """Everything else."""


def weigh(field: str, declared: Sequence[str], readings: Sequence[Reading]) -> Stand:
    """Where `readings` of `field` stand towards the declared value, given in every spelling that means the same."""
    wanted = [value for spelling in declared if (value := canonical(field, spelling)) is not None and supported(value)]
    votes = count(field, readings)
    supporting = [vote for vote in votes if any(equal(field, value, vote.value) for value in wanted)]
    others = [vote for vote in votes if vote not in supporting]
    supporters: frozenset[str] = frozenset().union(*(vote.readers for vote in supporting))
    strongest = max((len(vote.readers) for vote in others), default=0)
    if len(supporters) >= ENOUGH and len(supporters) > strongest:
        support = Votes(supporting[0].value, supporters)
        if is_opposed(field, support, readings) or is_unconfirmed(field, support, readings):
            return Stand.UNDECIDED
        dissent = [vote for vote in others if not vote.readers <= supporters]
        rarer = any(_rarer(field, value, vote.value) for value in wanted for vote in dissent)
        return Stand.LOOKALIKE if rarer else Stand.EQUAL
    able = [reading for reading in readings if any(can_write(reading.reader, value) for value in wanted)]
    if supporters or agreed(field, readings) is None or agreed(field, able) is None:
        return Stand.UNDECIDED
    if any(resembles(field, wanted, vote.value) for vote in others):
        return Stand.LOOKALIKE
    if any(differs_in_one_syllable(field, value, others[0].value) for value in wanted) and _is_one_family(others[0]):
        return Stand.LOOKALIKE
    return Stand.OTHER


def shown(field: str, readings: Sequence[Reading]) -> str | None:
    """What to show as read: the value with most readers, or the first text where none parses, or None."""
    votes = count(field, readings)
    if votes:
        return votes[0].value
    return next((reading.text.strip() for reading in readings if reading.text.strip()), None)


def _is_one_family(vote: Votes) -> bool:
    """Whether all who read a value learnt from the same print, and would err alike in a face that they do not know."""
    return len({family_of(reader) for reader in vote.readers}) == 1


def _rarer(field: str, declared: str, read: str) -> bool:
    """Whether `read` is nearly `declared`, but with a syllable that most readers are forced to write as another one."""
    return not supported(read) and looks_alike(field, declared, read)
