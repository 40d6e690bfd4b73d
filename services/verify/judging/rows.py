"""Certificates of a 취득사항확인서, employments of a 경력확인서: one row must agree wholly; only a complete table can
contradict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from services.verify.evidence import FieldEvidence, TableEvidence
from services.verify.judging import reasons
from services.verify.judging.comparison import Compared, compare
from services.verify.judging.verdict import FieldStatus, Reason

Row = Sequence[FieldEvidence]


@dataclass(frozen=True, slots=True)
class RowsVerdict:
    """The declared fields beside the row that fits best."""

    compared: tuple[Compared, ...]
    """Field by field."""
    reason: Reason | None
    """NO_MATCHING_ROW where the complete table contradicts, else None."""
    rows: tuple[Row, ...]
    """The printed rows that may be the declared one: those that agree, or else that do not contradict, or the nearest.
    """


def columns(table: TableEvidence) -> frozenset[str]:
    """The fields that any row of `table` holds."""
    return frozenset(entry.field for row in table.rows for entry in row)


def judge_rows(
    declared: Mapping[str, str], table: TableEvidence, spellings: Mapping[str, tuple[str, ...]]
) -> RowsVerdict:
    """Judge the `declared` fields, all of them columns of `table`.

    One row that agrees in all of them decides. Where every row of a complete table contradicts in at least one, the
    nearest is shown and its contradictions stand. Everything else is for staff: contradictions of a row that need not
    be the right one are shown as UNREADABLE.
    """
    judged = {place: _against(declared, row, spellings) for place, row in enumerate(table.rows)}
    agreeing = [place for place, row in judged.items() if all(entry.status is FieldStatus.MATCH for entry in row)]
    if agreeing:
        return RowsVerdict(judged[agreeing[0]], None, tuple(table.rows[place] for place in agreeing))
    possible = [place for place, row in judged.items() if not contradicts(row)]
    shown = nearest([judged[place] for place in possible or judged])
    rows = [table.rows[place] for place in possible or [place for place, row in judged.items() if row is shown]]
    if table.complete and judged and not possible:
        return RowsVerdict(shown, reasons.no_matching_row(None), tuple(rows))
    return RowsVerdict(softened(shown), None, tuple(rows))


def contradicts(row: Sequence[Compared]) -> bool:
    """Whether the readings of a row positively contradict the declaration."""
    return any(entry.status is FieldStatus.MISMATCH for entry in row)


def nearest(rows: Sequence[tuple[Compared, ...]]) -> tuple[Compared, ...]:
    """The row that agrees in most fields; the first of equals."""
    return max(rows, key=lambda row: sum(entry.status is FieldStatus.MATCH for entry in row))


def softened(row: Sequence[Compared]) -> tuple[Compared, ...]:
    """`row` with its contradictions shown as UNREADABLE, because it need not be the declared one."""
    return tuple(
        Compared(
            replace(entry.verdict, verdict=FieldStatus.UNREADABLE),
            reasons.unreadable(entry.verdict.field, entry.verdict.read),
        )
        if entry.status is FieldStatus.MISMATCH
        else entry
        for entry in row
    )


def _against(declared: Mapping[str, str], row: Row, spellings: Mapping[str, tuple[str, ...]]) -> tuple[Compared, ...]:
    cells = {entry.field: entry for entry in row}
    return tuple(
        compare(field, value, cells.get(field), spellings=spellings.get(field, ())) for field, value in declared.items()
    )
