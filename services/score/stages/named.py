"""Whom a row is about: the application number, and the whole declaration where the row is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from services.announcement.declaration import Declaration, InvalidDeclaration, parse_declaration
from services.announcement.model import Announcement
from services.common.applicant_ids import RULE_EN, RULE_KO, is_applicant_id
from services.score.stages.cells import Cells
from services.score.stages.lines import LineError

Rows = Iterable[tuple[int, Mapping[str, Any]]]
"""(line number, row) of a file."""

_OF_A_DECLARATION = frozenset({"announcement", "name", "claims", "facts"})
"""What only a declaration holds; its claims may be absent (portal-api section 1)."""


def is_declaration(row: Mapping[str, Any]) -> bool:
    """Whether `row` is meant as a whole declaration, right or wrong, and not as a row of columns."""
    return not _OF_A_DECLARATION.isdisjoint(row)


def applicant_of(cells: Cells, found: Iterable[str] = ()) -> str:
    """The application number, which may not be one of `found`; empty where there is none."""
    value = cells.text("applicant_id", required=True)
    if value is None:
        return ""
    if not is_applicant_id(value):
        cells.wrong("applicant_id", "INVALID_FIELD", RULE_KO, RULE_EN)
    elif value in found:
        cells.wrong("applicant_id", "TWICE", "같은 사람이 두 번 있습니다. 하나만 남기세요.", "Stands twice; keep one.")
    return value


def declaration_of(cells: Cells, announcement: Announcement) -> Declaration | None:
    """The declaration that the row is, or None with every wrong field among the errors."""
    body = {name: value for name, value in cells.row.items() if name != "applicant_id"}
    try:
        return parse_declaration(body, announcement, now=None)
    except InvalidDeclaration as error:
        for one in error.errors:
            value = "" if one.value is None else str(one.value)
            cells.errors.append(LineError(cells.number, one.field, one.code, value, one.ko, one.en))
    return None
