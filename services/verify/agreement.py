"""How many independent readings say what: the only source of confidence (an engine's own confidence is worthless).

Two readers must agree. Readers of one family (Tesseract's models) share their training and now and then their errors,
so two of them do not outvote a reader of another family that firmly says something else: then a person looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.verify.evidence import Reading
from services.verify.values import same
from services.verify.values.alphabet import can_write
from services.verify.values.text import has_hangul

ENOUGH = 2
"""So many independent readings must say the same."""
_FIRM = 2
"""Readings after which a family that keeps saying the same will not change its mind."""
_AT_EVERY_HEIGHT = 5
"""Readings by one family that must all be alike where no other confirms them."""
_TESSERACT = "tesseract"
_NAMES, _NUMBERS = ("name", "person"), ("number", "registration_no", "issue_no")
_DAYS = ("_date", "_on", "_until")
_OTHER_EYES = frozenset({"ppocr", "jamo"})
_OWN_FAMILY = _OTHER_EYES | {"text-layer", "pixels", "qr"}
"""Readers that are a family of their own; all others are models of Tesseract."""
_LOOSELY_EQUAL = ("name", "person", "name_latin", "company")
"""Fields whose canonical values may differ and still be one (`services.verify.values.same`); all others are compared
letter for letter, which is many times faster."""


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
    """The value that enough readings say, that outnumbers every other and that no other family opposes, or None."""
    leader = leading(count(field, readings))
    if leader is None or _opposition(field, leader, readings) or is_unconfirmed(field, leader, readings):
        return None
    return leader.value


def is_hopeless(field: str, readings: Sequence[Reading]) -> bool:
    """Whether one family opposes again and again what others agree on, so that more readings change nothing."""
    leader = leading(count(field, readings))
    return leader is not None and any(len(said) >= _FIRM for said in _opposition(field, leader, readings))


def is_opposed(field: str, vote: Votes, readings: Sequence[Reading]) -> bool:
    """Whether a family that has no part in `vote` has said one and the same other value whenever it was asked."""
    return bool(_opposition(field, vote, readings))


def is_unconfirmed(field: str, vote: Votes, readings: Sequence[Reading]) -> bool:
    """Whether models of Tesseract alone say a name in Hangul, a number or a day, which a reader of another family was
    asked for and could not read.

    In small or strange type these models take 율 for 을, 홍 for 흥 and 5 for 9 alike, and nothing but the print says
    which it is. Only where they say the same at every height are they believed.
    """
    if not _is_one_of_many(field, vote.value):
        return False
    if any(family_of(reader) != _TESSERACT for reader in vote.readers):
        return False
    if not any(reading.value is None and _could_say(reading.reader, vote.value) for reading in readings):
        return False
    said = [reading.value for reading in readings if family_of(reading.reader) == _TESSERACT]
    return len(said) < _AT_EVERY_HEIGHT or any(value is None or not equal(field, value, vote.value) for value in said)


def _could_say(reader: str, value: str) -> bool:
    """Whether `reader` looks at print, learnt from other print than Tesseract did, and knows the signs of `value`."""
    return reader in _OTHER_EYES and can_write(reader, value)


def _is_one_of_many(field: str, value: str) -> bool:
    """Whether any value near to `value` could as well be the true one: no list, sum or step of the paper tells."""
    last = field.rsplit(".", 1)[-1]
    return (last in _NAMES and has_hangul(value)) or last in _NUMBERS or last.endswith(_DAYS)


def leading(votes: Sequence[Votes]) -> Votes | None:
    """The first of `votes`, where it has enough readers and more than every other."""
    if not votes or len(votes[0].readers) < ENOUGH:
        return None
    return None if len(votes) > 1 and len(votes[1].readers) >= len(votes[0].readers) else votes[0]


def equal(field: str, one: str, other: str) -> bool:
    """Whether two canonical values of `field` are one."""
    return one == other or (field.rsplit(".", 1)[-1] in _LOOSELY_EQUAL and same(field, one, other))


def _opposition(field: str, vote: Votes, readings: Sequence[Reading]) -> list[list[str]]:
    """What each opposing family said, a value for each time that it was asked."""
    agreeing = {family_of(reader) for reader in vote.readers}
    asked: dict[str, list[str | None]] = {}
    for reading in readings:
        if family_of(reading.reader) not in agreeing and can_write(reading.reader, vote.value):
            asked.setdefault(family_of(reading.reader), []).append(reading.value)
    opposing = []
    for said in asked.values():
        values = [value for value in said if value is not None]
        if len(values) == len(said) and all(equal(field, values[0], value) for value in values):
            opposing.append(values)
    return opposing


def family_of(reader: str) -> str:
    """What `reader` shares its training, and now and then its errors, with."""
    return reader if reader in _OWN_FAMILY else _TESSERACT
