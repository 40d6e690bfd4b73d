"""What a reader saw on a paper: the evidence that judging weighs. Pure values, no conclusion.

Field names are those of the declaration (`portal-api`, section 1); a box is pixels of the upright page picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Box = tuple[int, int, int, int]


class Family(StrEnum):
    """The kind of upload a paper belongs to."""

    CERTIFICATE = "certificate"
    LANGUAGE_REPORT = "language-report"
    CAREER_FORM = "career-form"
    EVIDENCE = "evidence"


class Unread(StrEnum):
    """Why a paper as a whole could not be read; such a paper waits for staff."""

    BLANK = "BLANK"
    """Nothing is printed on any page."""
    UNRECOGNISED = "UNRECOGNISED"
    """Something is printed, but no kind of paper that docintake knows (a selfie, a receipt, a smear)."""
    READER_FAILED = "READER_FAILED"
    """The reader ran out of time or crashed on this paper again and again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading one field."""

    reader: str
    """Which way: model, height and cleaning, or `text-layer`, `qr`; different names are independent readings."""
    text: str
    """What that reader saw, as it saw it."""
    value: str | None
    """The canonical value of `text` (see `services.verify.values`), or None where it does not parse."""


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """Every reading of one field, and where it stands."""

    field: str
    """The declaration's name: `number`, `sections.listening`, `confirmation.hr.phone`; in a table row `from`."""
    readings: tuple[Reading, ...]
    """Independent readings, in the order they were made; may be empty where the place was found and held nothing."""
    page: int
    """Page number, from 1."""
    box: Box
    """left, top, right, bottom in pixels of the upright page picture."""
    broken: str | None = None
    """The invariant that this field breaks (`SECTION_SUM`, `STEP`, `RANGE`, `CLOSED_LIST`, `REAL_DATE`, …)."""
    handwritten: bool = False
    """Handwriting helps staff and never decides alone."""


@dataclass(frozen=True, slots=True)
class TableEvidence:
    """Every row of a table (certificates of a 취득사항확인서, project records of a 경력확인서)."""

    name: str
    """`certificates` or `records`."""
    rows: tuple[tuple[FieldEvidence, ...], ...]
    """The rows in printed order, each with its fields."""
    complete: bool
    """Whether every printed row was found and read; only then may a missing row count against a declaration."""


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """One upright page picture."""

    number: int
    """From 1."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    picture: str | None = None
    """Blob name of the sealed picture; None before it is stored."""
    beneath: str | None = None
    """Blob name of what is blacked out on it (resident numbers), for staff who may see it; None where nothing is."""


@dataclass(frozen=True, slots=True)
class PaperEvidence:
    """All that one reading of one document found."""

    paper: str | None
    """The kind positively recognised (`TOEIC`, `NQ_AWARD`, …), or None."""
    family: Family | None
    """The upload kind that `paper` belongs to, or None."""
    unread: Unread | None
    """Why the whole paper could not be read, or None."""
    fields: tuple[FieldEvidence, ...] = ()
    """Fields outside tables; at most one entry a name."""
    tables: tuple[TableEvidence, ...] = ()
    """Tables by name."""
    not_printed: tuple[str, ...] = ()
    """Fields of the declaration that this kind of paper never prints."""
    broken: tuple[str, ...] = ()
    """Invariants of the paper as a whole that do not hold (`SECTION_SUM`, `DATE_ORDER`, …)."""
    pages: tuple[PageEvidence, ...] = ()
    """The page pictures, in order."""
    engine: str = ""
    """Engine and models with their versions, for lineage."""

    def field(self, name: str) -> FieldEvidence | None:
        """The evidence of field `name` outside tables, or None."""
        return next((field for field in self.fields if field.field == name), None)

    def table(self, name: str) -> TableEvidence | None:
        """The table `name`, or None."""
        return next((table for table in self.tables if table.name == name), None)


def to_json(paper: PaperEvidence) -> dict[str, Any]:
    """`paper` as plain JSON values, the inverse of `from_json`."""
    return {
        "paper": paper.paper,
        "family": paper.family,
        "unread": paper.unread,
        "fields": [_field_to_json(field) for field in paper.fields],
        "tables": [
            {
                "name": table.name,
                "rows": [[_field_to_json(field) for field in row] for row in table.rows],
                "complete": table.complete,
            }
            for table in paper.tables
        ],
        "not_printed": list(paper.not_printed),
        "broken": list(paper.broken),
        "pages": [
            {"number": page.number, "width": page.width, "height": page.height, "picture": page.picture}
            | ({"beneath": page.beneath} if page.beneath else {})
            for page in paper.pages
        ],
        "engine": paper.engine,
    }


def from_json(data: Mapping[str, Any]) -> PaperEvidence:
    """The paper of `to_json`'s output; KeyError or ValueError where it is something else."""
    return PaperEvidence(
        paper=data["paper"],
        family=Family(data["family"]) if data["family"] else None,
        unread=Unread(data["unread"]) if data["unread"] else None,
        fields=tuple(_field_from_json(field) for field in data["fields"]),
        tables=tuple(
            TableEvidence(
                name=table["name"],
                rows=tuple(tuple(_field_from_json(field) for field in row) for row in table["rows"]),
                complete=table["complete"],
            )
            for table in data["tables"]
        ),
        not_printed=tuple(data["not_printed"]),
        broken=tuple(data["broken"]),
        pages=tuple(PageEvidence(**page) for page in data["pages"]),
        engine=data["engine"],
    )


def _field_to_json(field: FieldEvidence) -> dict[str, Any]:
    return {
        "field": field.field,
        "readings": [
            {"reader": reading.reader, "text": reading.text, "value": reading.value} for reading in field.readings
        ],
        "page": field.page,
        "box": list(field.box),
        "broken": field.broken,
        "handwritten": field.handwritten,
    }


def _field_from_json(data: Mapping[str, Any]) -> FieldEvidence:
    left, top, right, bottom = data["box"]
    return FieldEvidence(
        field=data["field"],
        readings=tuple(Reading(**reading) for reading in data["readings"]),
        page=data["page"],
        box=(left, top, right, bottom),
        broken=data["broken"],
        handwritten=data["handwritten"],
    )
