"""Project records of a 경력확인서, matched one to one: no printed row may prove two declared records."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from services.verify.agreement import agreed
from services.verify.evidence import FieldEvidence, TableEvidence
from services.verify.judging import reasons
from services.verify.judging.comparison import Compared, compare, decide, for_person, left_empty
from services.verify.judging.rows import softened
from services.verify.judging.verdict import FieldStatus, FieldVerdict
from services.verify.values import canonical

Record = Mapping[str, str | None]
Row = Sequence[FieldEvidence]

_EMPLOYER = "company"


class Fit(IntEnum):
    """How a printed row stands to a declared record."""

    CONTRADICTS = 0
    """Some field positively differs."""
    POSSIBLE = 1
    """Nothing differs, something could not be read."""
    AGREES = 2
    """Every compared field matches."""


def of_employer(
    table: TableEvidence, company: str | None, claimed: Sequence[Row], printed: Sequence[Row] = ()
) -> TableEvidence:
    """The rows of `table` that stand below one of the `claimed` employments, or that name `company` themselves.

    `printed` are all employments of the paper. A row that says for whom the project was done can only prove it for that
    employer; a row whose employer could not be read proves nothing, and the table then is not complete. Rows that say
    nothing of it stay.
    """
    own, every = _places(claimed), _places(printed)
    kept, complete = [], table.complete
    for row in table.rows:
        cell = next((cell for cell in row if cell.field == _EMPLOYER), None)
        if cell is None or _place(cell) in own:
            kept.append(row)
        elif _place(cell) not in every:
            status = decide(_EMPLOYER, company, cell).status if company else FieldStatus.UNREADABLE
            kept += [row] if status is FieldStatus.MATCH else []
            complete = complete and status is not FieldStatus.UNREADABLE
    return replace(table, rows=tuple(kept), complete=complete)


def _places(rows: Sequence[Row]) -> set[tuple[int, tuple[int, int, int, int]]]:
    return {_place(cell) for row in rows for cell in row if cell.field == _EMPLOYER}


def _place(cell: FieldEvidence) -> tuple[int, tuple[int, int, int, int]]:
    return cell.page, cell.box


def judge_records(
    records: Sequence[Record], table: TableEvidence | None, required: Collection[str], not_printed: Collection[str]
) -> tuple[Compared, ...]:
    """Judge the declared `records` by the rows of `table`.

    MATCH in all fields where each record has a row of its own that agrees wholly. A record for which, in the kindest
    assignment, no row is left is a mismatch if the table is complete. `required` fields left empty are MISSING.
    Rows that nobody declared are ignored (G25).
    """
    rows = table.rows if table else ()
    cells = [{entry.field: entry for entry in row} for row in rows]
    fits = [[_fit(record, row, not_printed) for row in cells] for record in records]
    owners = _assign(fits)
    values = {id(row): {cell.field: agreed(cell.field, cell.readings) for cell in row} for row in rows}
    free = [row for number, row in enumerate(rows) if number not in owners]
    row_of = {record: row for row, record in owners.items()}
    compared: list[Compared] = []
    for number, record in enumerate(records):
        if number in row_of:
            compared += _against(number, record, rows[row_of[number]], required, not_printed)
        elif free:
            found = _against(number, record, _nearest(record, free, values), required, not_printed)
            alone = _nothing_left(number, record, bool(table and table.complete))
            compared += (*found, alone) if table and table.complete else (*softened(found), alone)
        else:
            compared += _uncompared(number, record, required)
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
            prints = _prints(field, not_printed)
            compared.append(compare(field, declared, cells.get(field), prints=prints, shown_as=name))
        elif field in required:
            compared.append(left_empty(name))
    return tuple(compared)


def _fit(record: Record, row: Mapping[str, FieldEvidence], not_printed: Collection[str]) -> Fit:
    agrees = possible = False
    for field, declared in record.items():
        if not declared:
            continue
        status = decide(field, declared, row.get(field), prints=_prints(field, not_printed)).status
        if status is FieldStatus.MISMATCH:
            return Fit.CONTRADICTS
        agrees = agrees or status is FieldStatus.MATCH
        possible = possible or status is FieldStatus.UNREADABLE
    return Fit.AGREES if agrees and not possible else Fit.POSSIBLE


def _nearest(record: Record, rows: Sequence[Row], values: Mapping[int, Mapping[str, str | None]]) -> Row:
    """The row that reads like `record` in most fields, for people to look at; the first of equals."""
    wanted = {field: value for field, text in record.items() if text and (value := canonical(field, text))}
    alike = [sum(values[id(row)].get(field) == value for field, value in wanted.items()) for row in rows]
    return rows[alike.index(max(alike))]


def _prints(field: str, not_printed: Collection[str]) -> bool:
    return field not in not_printed and f"records.{field}" not in not_printed


def _assign(fits: Sequence[Sequence[Fit]]) -> dict[int, int]:
    """Row → record: as many records as can be without a contradiction, agreeing rows before possible ones."""
    owners: dict[int, int] = {}
    for least in (Fit.AGREES, Fit.POSSIBLE):
        choices = [
            [
                row
                for fit in (Fit.AGREES, Fit.POSSIBLE)
                if fit >= least
                for row, found in enumerate(found_in)
                if found is fit
            ]
            for found_in in fits
        ]
        for record in range(len(fits)):
            if record not in owners.values():
                _claim(record, choices, owners, set())
    return owners


def _claim(record: int, choices: Sequence[Sequence[int]], owners: dict[int, int], seen: set[int]) -> bool:
    """Find a row for `record`, moving others where that helps (augmenting path)."""
    for row in choices[record]:
        if row in seen:
            continue
        seen.add(row)
        if row not in owners or _claim(owners[row], choices, owners, seen):
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


def _uncompared(number: int, record: Record, required: Collection[str]) -> list[Compared]:
    """The record's fields where no printed row is left: listed, so that a decision settles these values alone."""
    fields = {f"records[{number}].{field}": (field, declared) for field, declared in record.items()}
    return [
        for_person(name, declared) if declared else left_empty(name)
        for name, (field, declared) in fields.items()
        if declared or field in required
    ]
