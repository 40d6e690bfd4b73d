"""One declared field against one field of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from services.verify.evidence import FieldEvidence
from services.verify.judging import reasons
from services.verify.judging.agreement import Stand, shown, weigh
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
    if evidence is None or not (evidence.readings or prints):
        if not prints:
            return _compared(name, declared, None, FieldStatus.NOT_PRINTED, None, None)
        return _compared(name, declared, None, FieldStatus.UNREADABLE, None, reasons.unreadable(name, None))
    read = shown(field, evidence.readings)
    reason: Reason | None
    if evidence.broken:
        reason = reasons.broken(evidence.broken, name)
    elif canonical(field, declared) is None:
        reason = reasons.unreadable(name, read)
    elif unsupported(declared):
        reason = reasons.unsupported(name, declared)
    elif evidence.handwritten:
        reason = reasons.handwritten(name)
    else:
        match weigh(field, (declared, *spellings), evidence.readings):
            case Stand.EQUAL:
                return _compared(name, declared, read, FieldStatus.MATCH, evidence, None)
            case Stand.OTHER:
                reason = reasons.mismatch(name, declared, read or "")
                return _compared(name, declared, read, FieldStatus.MISMATCH, evidence, reason)
            case Stand.LOOKALIKE:
                reason = reasons.lookalike(name, declared, read or "")
            case Stand.UNDECIDED:
                reason = reasons.unreadable(name, read)
    return _compared(name, declared, read, FieldStatus.UNREADABLE, evidence, reason)


def left_empty(field: str) -> Compared:
    """The verdict on a required field that was left empty when declaring."""
    return _compared(field, None, None, FieldStatus.MISSING, None, reasons.missing(field))


def for_person(field: str, declared: str) -> Compared:
    """The verdict on a field that no machine compares."""
    return _compared(field, declared, None, FieldStatus.UNREADABLE, None, None)


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
