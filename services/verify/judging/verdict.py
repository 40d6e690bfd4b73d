"""What judging concludes about one document. Pure values; everything with a declared or read value is personal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.verify.evidence import Box


class Status(StrEnum):
    """The machine's verdict on a document."""

    MATCH = "MATCH"
    """Every compared field has enough agreeing readings that equal the declared value."""
    MISMATCH = "MISMATCH"
    """Enough readings agree on something else, or it is positively another paper. Fails at once."""
    UNREADABLE = "UNREADABLE"
    """Everything between. Waits for staff or a new upload."""


class FieldStatus(StrEnum):
    """The verdict on one field."""

    MATCH = "MATCH"
    MISMATCH = "MISMATCH"
    UNREADABLE = "UNREADABLE"
    NOT_PRINTED = "NOT_PRINTED"
    """This kind of paper does not print the field; blocks nothing unless the rule book demands the field."""
    MISSING = "MISSING"
    """The rule book demands the field and it was left empty when declaring (seed 002 §9, 입력 누락)."""


class ReasonCode(StrEnum):
    """Why a verdict is no MATCH."""

    FIELD_MISMATCH = "FIELD_MISMATCH"
    """The readings agree on another value than the declared one."""
    FIELD_MISSING = "FIELD_MISSING"
    """A required field was left empty when declaring."""
    FIELD_UNREADABLE = "FIELD_UNREADABLE"
    """The readings do not agree, or none could be made."""
    FIELD_LOOKALIKE = "FIELD_LOOKALIKE"
    """The readings differ from the declared value only by characters that readers confuse."""
    HANDWRITTEN = "HANDWRITTEN"
    """Handwriting never decides alone."""
    UNSUPPORTED_SYLLABLE = "UNSUPPORTED_SYLLABLE"
    """The declared value holds a character that no reader knows."""
    INVARIANT_BROKEN = "INVARIANT_BROKEN"
    """The paper contradicts itself (section sum, step, range, date order, …); the reason names which."""
    REQUIRED_NOT_PRINTED = "REQUIRED_NOT_PRINTED"
    """The rule book demands a field that this kind of paper does not print."""
    NO_MATCHING_ROW = "NO_MATCHING_ROW"
    """No row of the paper's table agrees with what was declared."""
    CONFIRMATION_BLANK = "CONFIRMATION_BLANK"
    """A 확인란 that the career form needs is empty (seed 000)."""
    IDENTITY_UNPROVEN = "IDENTITY_UNPROVEN"
    """Neither the name nor the Latin name on the paper could be agreed with the declaration."""
    WRONG_PAPER = "WRONG_PAPER"
    """Positively another kind of paper than the claim needs."""
    BLANK = "BLANK"
    """Nothing is printed on any page."""
    UNRECOGNISED = "UNRECOGNISED"
    """No kind of paper that docintake knows."""
    READER_FAILED = "READER_FAILED"
    """The reader ran out of time or crashed on this paper."""
    UNKNOWN_CLAIM = "UNKNOWN_CLAIM"
    """The newest declaration holds no claim of this id."""
    NEEDS_PERSON = "NEEDS_PERSON"
    """Nothing that a machine may weigh proves this claim."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, in words. `ko` and `en` may hold values: personal."""

    code: ReasonCode
    """What kind of reason."""
    field: str | None
    """The declaration's field name (`records[0].from`), or None for the paper as a whole."""
    ko: str
    """For the applicant and staff."""
    en: str
    """The same in English."""


@dataclass(frozen=True, slots=True)
class FieldVerdict:
    """One field: declared beside read."""

    field: str
    """The declaration's field name."""
    declared: str | None
    """As declared; None where it was left empty."""
    read: str | None
    """What most readings say (None: nothing was read)."""
    verdict: FieldStatus
    """The verdict on this field."""
    page: int | None
    """Page number, from 1; None where the field was not found."""
    box: Box | None
    """Pixels of the upright page picture; None where the field was not found."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one document."""

    status: Status
    """The whole."""
    fields: tuple[FieldVerdict, ...]
    """Field by field, in the declaration's order."""
    reasons: tuple[Reason, ...]
    """Why it is no MATCH; empty for a MATCH."""
