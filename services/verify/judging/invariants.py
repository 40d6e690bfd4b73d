"""Contradictions of the paper with itself. They decide before agreement does: whatever they touch is UNREADABLE.

The reader reports those it met while parsing; here the agreed values are tested again: two readings may err together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from services.announcement.model import LanguageTest
from services.verify.agreement import agreed
from services.verify.evidence import PaperEvidence

_DATES = ("birth_date", "acquired_on", "issued_on", "valid_until", "test_date", "announced_on", "joined_on", "left_on")
_IN_ORDER = (
    ("birth_date", "test_date"),
    ("birth_date", "acquired_on"),
    ("birth_date", "joined_on"),
    ("acquired_on", "issued_on"),
    ("test_date", "valid_until"),
    ("acquired_on", "valid_until"),
    ("joined_on", "left_on"),
)
_ALL_SECTIONS = tuple(
    f"sections.{name}" for name in ("listening", "reading", "writing", "speaking", "grammar", "vocabulary")
)


@dataclass(frozen=True, slots=True)
class Broken:
    """What does not hold."""

    fields: Mapping[str, str]
    """Field → the invariant that it takes part in breaking."""
    whole: tuple[str, ...]
    """Invariants of the paper as a whole that no field can be named for."""


def contradictions(evidence: PaperEvidence, test: LanguageTest | None, grades: Collection[str] = ()) -> Broken:
    """Every broken invariant of `evidence`.

    `test` is the language test whose paper it is, or None; `grades` are those that the certificate claimed can have
    (empty: any), so that `2급` of a test that knows only `2+급` and `2-급` is no grade: it lost its sign (G14).
    """
    fields = {entry.field: entry.broken for entry in evidence.fields if entry.broken}
    whole = []
    for invariant in evidence.broken:
        scope = _scope(invariant, evidence)
        fields |= {field: invariant for field in scope if field not in fields}
        if not scope:
            whole.append(invariant)
    for field, invariant in _found(evidence, test):
        fields.setdefault(field, invariant)
    grade = agreed_value(evidence, "grade")
    if grade is not None and grades and grade not in grades:
        fields.setdefault("grade", "CLOSED_LIST")
    return Broken(fields, tuple(whole))


def marked(evidence: PaperEvidence, broken: Broken) -> PaperEvidence:
    """`evidence` with every field of `broken` marked as broken."""
    return replace(
        evidence,
        fields=tuple(replace(entry, broken=broken.fields.get(entry.field)) for entry in evidence.fields),
    )


def agreed_value(evidence: PaperEvidence, field: str) -> str | None:
    """The value of `field` on which enough readings agree, or None."""
    found = evidence.field(field)
    return agreed(field, found.readings) if found else None


def agreed_date(evidence: PaperEvidence, field: str) -> date | None:
    """The same as a date; None where it is none."""
    value = agreed_value(evidence, field)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _scope(invariant: str, evidence: PaperEvidence) -> tuple[str, ...]:
    """The fields that an alarm touches: those that the reader marked with it, else those that it is about."""
    named = tuple(entry.field for entry in evidence.fields if entry.broken == invariant)
    if named:
        return named
    present = {entry.field for entry in evidence.fields}
    wanted: tuple[str, ...] = {
        "SECTION_SUM": ("score", *_ALL_SECTIONS),
        "DATE_ORDER": _DATES,
        "TEST_NAME_DATE": ("test_date", "test"),
    }.get(invariant, ())
    return tuple(field for field in wanted if field in present)


def _found(evidence: PaperEvidence, test: LanguageTest | None) -> list[tuple[str, str]]:
    found = []
    for earlier, later in _IN_ORDER:
        first, second = agreed_date(evidence, earlier), agreed_date(evidence, later)
        if first and second and first > second:
            found += [(earlier, "DATE_ORDER"), (later, "DATE_ORDER")]
    if test is not None:
        found += _language(evidence, test)
    return found


def _language(evidence: PaperEvidence, test: LanguageTest) -> list[tuple[str, str]]:
    found = []
    day = agreed_date(evidence, "test_date")
    if day and not test.held_on(day):
        found.append(("test_date", "TEST_NAME_DATE"))
    level = agreed_value(evidence, "level")
    if level is not None and test.levels and test.level(level) is None:
        found.append(("level", "CLOSED_LIST"))
    score = _number(agreed_value(evidence, "score"))
    grid = test.grid(level)
    if score is not None and grid is not None and not grid.holds(score):
        found.append(("score", "STEP" if grid.minimum <= score <= grid.maximum else "RANGE"))
    sections = []
    for section in test.sections:
        field = f"sections.{section.name}"
        value = _number(agreed_value(evidence, field))
        if value is not None and not section.grid.holds(value):
            found.append((field, "STEP" if section.grid.minimum <= value <= section.grid.maximum else "RANGE"))
        if evidence.field(field) is not None or field not in evidence.not_printed:
            sections.append((field, value))
    values = [value for _, value in sections]
    if test.sections_sum and score is not None and values and all(value is not None for value in values):
        total = sum((value for value in values if value is not None), Decimal(0))
        if total != score:
            found += [(field, "SECTION_SUM") for field in ("score", *(field for field, _ in sections))]
    return found


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
