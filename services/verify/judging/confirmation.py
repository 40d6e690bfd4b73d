"""The 확인란 of a 경력확인서: what must be filled in on the paper, declared or not (seed 000, E4 13-15)."""

from __future__ import annotations

from services.verify.evidence import FieldEvidence, PaperEvidence
from services.verify.judging import reasons
from services.verify.judging.comparison import Compared
from services.verify.judging.invariants import agreed_value
from services.verify.judging.verdict import FieldStatus, FieldVerdict

HR, BUSINESS = "confirmation.hr", "confirmation.business"
CELLS = ("department", "person", "phone")


def confirm(evidence: PaperEvidence, *, with_records: bool) -> tuple[Compared, ...]:
    """What is wrong with the confirmation columns; empty where nothing is.

    Employment alone needs the HR column; with project records (`with_records`) the business column too. A column whose
    cells are all positively empty is a mismatch; one partly empty, or not found, waits for staff. Emptiness counts only
    on a paper that could be read elsewhere: a scan too faint for the company's name proves no column empty.
    """
    needed = (HR, BUSINESS) if with_records else (HR,)
    legible = agreed_value(evidence, "company") is not None
    return tuple(fault for column in needed if (fault := _fault(column, evidence, legible)) is not None)


def _fault(column: str, evidence: PaperEvidence, legible: bool) -> Compared | None:
    cells = [evidence.field(f"{column}.{cell}") for cell in CELLS]
    number = evidence.field(f"{column}.issue_no")
    empty = all(cell is not None and _empty(cell) for cell in cells) and (number is None or _empty(number))
    if empty and legible:
        return _compared(column, cells[0], FieldStatus.MISMATCH, whole=True)
    if all(cell is not None and not _empty(cell) for cell in cells) and _numbered(evidence):
        return None
    return _compared(column, next((cell for cell in cells if cell), None), FieldStatus.UNREADABLE, whole=False)


def _numbered(evidence: PaperEvidence) -> bool:
    """Whether an issue number stands in either column: the two departments share one register."""
    numbers = [evidence.field(f"{column}.issue_no") for column in (HR, BUSINESS)]
    return any(number is not None and not _empty(number) for number in numbers)


def _empty(cell: FieldEvidence) -> bool:
    return not any(reading.text.strip() for reading in cell.readings)


def _compared(column: str, cell: FieldEvidence | None, status: FieldStatus, *, whole: bool) -> Compared:
    page, box = (cell.page, cell.box) if cell else (None, None)
    verdict = FieldVerdict(column, None, None, status, page, box)
    return Compared(verdict, reasons.confirmation_blank(column, whole=whole))
