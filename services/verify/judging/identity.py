"""Whose paper it is: an agreed identity belongs to every MATCH."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from services.verify.agreement import agreed
from services.verify.evidence import FieldEvidence, PaperEvidence
from services.verify.judging import reasons
from services.verify.judging.comparison import Compared, compare
from services.verify.judging.verdict import FieldStatus, Reason, ReasonCode

NAMES = ("name", "name_latin")


@dataclass(frozen=True, slots=True)
class Identity:
    """The person declared beside the person on the paper."""

    compared: tuple[Compared, ...]
    """name, name_latin, birth_date: those that were declared."""
    reason: Reason | None
    """IDENTITY_UNPROVEN where no name was agreed; None where one was, or where a name positively differs."""


def identify(person: Mapping[str, str | None], evidence: PaperEvidence) -> Identity:
    """Compare the declared `person` (name, name_latin, birth_date) with the paper.

    The Latin name is compared where it was declared and is printed, and stands in for the name only where the name is
    never printed on this kind of paper. One of the two must agree; the birth date where both sides have it.
    """
    places = _places(evidence)
    unprinted = set(evidence.not_printed)
    if evidence.field("name") and places["name"] is None:
        unprinted.add("name")
    compared = [
        compare(field, declared, places[field], prints=field not in unprinted)
        for field in (*NAMES, "birth_date")
        if (declared := person.get(field))
    ]
    proven = any(entry.verdict.field in NAMES and entry.status is FieldStatus.MATCH for entry in compared)
    different = any(entry.status is FieldStatus.MISMATCH for entry in compared)
    unproven = None if proven or different else reasons.whole(ReasonCode.IDENTITY_UNPROVEN)
    return Identity(tuple(compared), unproven)


def _places(evidence: PaperEvidence) -> dict[str, FieldEvidence | None]:
    """Where the three fields stand; a Latin name found in the place of the name says nothing against a Hangul one."""
    name, latin = evidence.field("name"), evidence.field("name_latin")
    value = agreed("name", name.readings) if name else None
    if name and value and value.isascii():
        latin, name = latin or replace(name, field="name_latin"), None
    return {"name": name, "name_latin": latin, "birth_date": evidence.field("birth_date")}
