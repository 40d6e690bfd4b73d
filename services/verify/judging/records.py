"""Project records of a 경력확인서, matched one to one: no printed row may prove two declared records."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum

from services.verify.evidence import FieldEvidence, TableEvidence
from services.verify.judging import reasons
from services.verify.judging.comparison import Compared, compare, left_empty
from services.verify.judging.rows import nearest, softened
from services.verify.judging.verdict import FieldStatus, FieldVerdict

Record = Mapping[str, str | None]
Row = Sequence[FieldEvidence]


class Fit(IntEnum):
    """How a printed row stands to a declared record."""

    CONTRADICTS = 0
    """Some field positively differs."""
    POSSIBLE = 1
    """Nothing differs, something could not be read."""
    AGREES = 2
    """Every compared field matches."""


def judge_records(
    records: Sequence[Record], table: TableEvidence | None, required: Collection[str], not_printed: Collection[str]
) -> tuple[Compared, ...]:
    """Judge the declared `records` by the rows of `table`.

    MATCH in all fields where each record has a row of its own that agrees wholly. A record for which, in the kindest
    assignment, no row is left is a mismatch if the table is complete. `required` fields left empty are MISSING.
    Rows that nobody declared are ignored (G25).
    """
    rows = table.rows if table else ()
    fits = [[_fit(record, row, required, not_printed) for row in rows] for record in records]
    owners = _assign(fits, len(rows))
    free = [row for number, row in enumerate(rows) if number not in owners]
    row_of = {record: row for row, record in owners.items()}
    compared: list[Compared] = []
    for number, record in enumerate(records):
        if number in row_of:
            compared += _against(number, record, rows[row_of[number]], required, not_printed)
        elif free:
            found = nearest([_against(number, record, row, required, not_printed) for row in free])
            alone = _nothing_left(number, record, bool(table and table.complete))
            compared += (*found, alone) if table and table.complete else (*softened(found), alone)
        else:
            compared += [entry for entry in _against(number, record, (), required, not_printed) if _is_missing(entry)]
            compared.append(_nothing_left(number, record, bool(rows) and bool(table and table.complete)))
    return tuple(compared)


def _against(
    number: int, record: Record, row: Row, required: Collection[str], not_printed: Collection[str]
) -> tuple[Compared, ...]:
    cells = {entry.field: entry for entry in row}
    compared = []
    for field, declared in record.items():
        name = f"records[{number}].{field}"
        if declared:
            prints = field not in not_printed and f"records.{field}" not in not_printed
            compared.append(compare(field, declared, cells.get(field), prints=prints, shown_as=name))
        elif field in required:
            compared.append(left_empty(name))
    return tuple(compared)


def _fit(record: Record, row: Row, required: Collection[str], not_printed: Collection[str]) -> Fit:
    statuses = [entry.status for entry in _against(0, record, row, required, not_printed)]
    if FieldStatus.MISMATCH in statuses:
        return Fit.CONTRADICTS
    printed = [status for status in statuses if status not in (FieldStatus.NOT_PRINTED, FieldStatus.MISSING)]
    agrees = printed and all(status is FieldStatus.MATCH for status in printed)
    return Fit.AGREES if agrees else Fit.POSSIBLE


def _assign(fits: Sequence[Sequence[Fit]], rows: int) -> dict[int, int]:
    """Row → record: as many records as can be without a contradiction, agreeing rows before possible ones."""
    owners: dict[int, int] = {}
    for least in (Fit.AGREES, Fit.POSSIBLE):
        for record in range(len(fits)):
            if record not in owners.values():
                _claim(record, fits, least, owners, set(), rows)
    return owners


def _claim(
    record: int, fits: Sequence[Sequence[Fit]], least: Fit, owners: dict[int, int], seen: set[int], rows: int
) -> bool:
    """Find a row for `record`, moving others where that helps (augmenting path)."""
    for row in sorted(range(rows), key=lambda candidate: -fits[record][candidate]):
        if fits[record][row] < least or row in seen:
            continue
        seen.add(row)
        if row not in owners or _claim(owners[row], fits, least, owners, seen, rows):
            owners[row] = record
            return True
    return False


def _nothing_left(number: int, record: Record, complete: bool) -> Compared:
    field = f"records[{number}]"
    declared = record.get("project")
    if complete:
        verdict = FieldVerdict(field, declared, None, FieldStatus.MISMATCH, None, None)
        return Compared(verdict, reasons.no_matching_row(field))
    verdict = FieldVerdict(field, declared, None, FieldStatus.UNREADABLE, None, None)
    return Compared(verdict, reasons.unreadable(field, None))


def _is_missing(entry: Compared) -> bool:
    return entry.status is FieldStatus.MISSING
