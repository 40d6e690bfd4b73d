"""One declared field against one field of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from services.verify.evidence import FieldEvidence
from services.verify.judging import reasons
from services.verify.judging.agreement import shown, weigh
from services.verify.judging.verdict import FieldStatus, FieldVerdict, Reason
from services.verify.values import canonical, unsupported


@dataclass(frozen=True, slots=True)
class Compared:
    """The verdict on one field, with its reason."""

    verdict: FieldVerdict
    """Declared beside read."""
    reason: Reason | None
    """Why it is no MATCH; None for MATCH and for what the paper does not print."""

    @property
    def status(self) -> FieldStatus:
        """The field's verdict."""
        return self.verdict.verdict


def compare(
    field: str,
    declared: str,
    evidence: FieldEvidence | None,
    *,
    prints: bool = True,
    shown_as: str | None = None,
    spellings: tuple[str, ...] = (),
) -> Compared:
    """Judge the declared value of `field` by its readings.

    `prints` is False where this kind of paper never prints the field. `shown_as` is the name in the verdict where it
    is not `field` (`records[0].from` for a table's `from`). `spellings` are other exact spellings of the declared value
    (old names of a certificate, from the rule book). A broken invariant decides before agreement does; a value
    that no reader can know, and handwriting, are never decided by machine.
    """
    name = shown_as or field
    cause = decide(field, declared, evidence, prints=prints, spellings=spellings)
    read = shown(field, evidence.readings) if evidence else None
    if cause is Cause.NOT_PRINTED:
        return _compared(name, declared, None, cause.status, None, None)
    return _compared(name, declared, read, cause.status, evidence, _worded(cause, name, declared, read, evidence))


class Cause(Enum):
    """What decides about a field, in the order in which it does."""

    NOT_PRINTED = FieldStatus.NOT_PRINTED, 0
    NOT_FOUND = FieldStatus.UNREADABLE, 1
    BROKEN = FieldStatus.UNREADABLE, 2
    UNCOMPARABLE = FieldStatus.UNREADABLE, 3
    UNSUPPORTED = FieldStatus.UNREADABLE, 4
    HANDWRITTEN = FieldStatus.UNREADABLE, 5
    EQUAL = FieldStatus.MATCH, 6
    OTHER = FieldStatus.MISMATCH, 7
    LOOKALIKE = FieldStatus.UNREADABLE, 8
    UNDECIDED = FieldStatus.UNREADABLE, 9

    @property
    def status(self) -> FieldStatus:
        """The field's verdict."""
        return self.value[0]


def decide(
    field: str, declared: str, evidence: FieldEvidence | None, *, prints: bool = True, spellings: tuple[str, ...] = ()
) -> Cause:
    """The verdict of `compare` with its cause, without words."""
    if evidence is None or not (evidence.readings or prints):
        return Cause.NOT_FOUND if prints else Cause.NOT_PRINTED
    if evidence.broken:
        return Cause.BROKEN
    if canonical(field, declared) is None:
        return Cause.UNCOMPARABLE
    if unsupported(declared):
        return Cause.UNSUPPORTED
    if evidence.handwritten:
        return Cause.HANDWRITTEN
    return Cause[weigh(field, (declared, *spellings), evidence.readings).value]


def left_empty(field: str) -> Compared:
    """The verdict on a required field that was left empty when declaring."""
    return _compared(field, None, None, FieldStatus.MISSING, None, reasons.missing(field))


def for_person(field: str, declared: str) -> Compared:
    """The verdict on a field that no machine compares."""
    return _compared(field, declared, None, FieldStatus.UNREADABLE, None, None)


def _worded(cause: Cause, name: str, declared: str, read: str | None, evidence: FieldEvidence | None) -> Reason | None:
    match cause:
        case Cause.NOT_PRINTED | Cause.EQUAL:
            return None
        case Cause.BROKEN:
            return reasons.broken((evidence.broken if evidence else None) or "", name)
        case Cause.UNSUPPORTED:
            return reasons.unsupported(name, declared)
        case Cause.HANDWRITTEN:
            return reasons.handwritten(name)
        case Cause.OTHER:
            return reasons.mismatch(name, declared, read or "")
        case Cause.LOOKALIKE:
            return reasons.lookalike(name, declared, read or "")
        case Cause.NOT_FOUND | Cause.UNCOMPARABLE | Cause.UNDECIDED:
            return reasons.unreadable(name, read)


def _compared(
    field: str,
    declared: str | None,
    read: str | None,
    status: FieldStatus,
    evidence: FieldEvidence | None,
    reason: Reason | None,
) -> Compared:
    page, box = (evidence.page, evidence.box) if evidence else (None, None)
    return Compared(FieldVerdict(field, declared, read, status, page, box), reason)
