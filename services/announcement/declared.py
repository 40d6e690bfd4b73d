"""What an applicant declares (portal-api section 1), as strict frozen values in one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from services.announcement.days import EARLIEST, LATEST, is_of_our_time
from services.common.applicant_ids import holds_resident_number
from services.common.resident_number import holds_number

MAX_TEXT = 300
"""Longest text of one field, in characters."""
MAX_CLAIMS = 100
"""Most claims of one declaration."""
RESIDENT_NUMBER = 13
"""Digits of a 주민등록번호."""
MAX_ROWS = 300
"""Most records of a career, schools or residences."""

_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Categories of characters that no paper prints: controls, bidi and tag characters, private use, noncharacters."""
_UNSEEN = frozenset(" \u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and symbols that show nothing: Hangul fillers, the blank Braille pattern."""


def _text(value: object) -> object:
    """A text in one spelling, without a 주민등록번호, which no field asks for."""
    text = _spelled(value)
    if isinstance(text, str) and len(text) >= RESIDENT_NUMBER and holds_number(text):
        raise PydanticCustomError("resident_number", "resident number")
    return text


def _number(value: object) -> object:
    """The number of a paper, which may have as many digits as a 주민등록번호: only one in two halves is surely one."""
    text = _spelled(value)
    if isinstance(text, str) and len(text) > RESIDENT_NUMBER and not text.isalnum() and holds_number(text):
        raise PydanticCustomError("resident_number", "resident number")
    return text


def _spelled(value: object) -> object:
    """NFC, trimmed, single spaces; blank is None. What nobody can see or no standard names is refused."""
    if not isinstance(value, str):
        return value
    text = " ".join(unicodedata.normalize("NFC", value).split())
    # Printable text holds none of the refused categories; most text is, and is not looked at character by character.
    if not text.isprintable() and any(unicodedata.category(character) in _REFUSED for character in text):
        raise PydanticCustomError("control_character", "control character")
    if not text.isascii() and all(
        character in _UNSEEN or unicodedata.category(character)[0] == "M" for character in text
    ):
        raise PydanticCustomError("invisible_text", "nothing to be seen")
    if len(text) > MAX_TEXT:
        raise PydanticCustomError("too_long_text", "too long", {"maximum": MAX_TEXT})
    return text or None


def _date(value: object) -> object:
    text = _text(value)
    if text is None or isinstance(value, date):
        return text
    if not isinstance(text, str):
        raise PydanticCustomError("date_text", "not a date string")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise PydanticCustomError("date_text", "not YYYY-MM-DD")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError("date_unreal", "no such day") from error
    if not is_of_our_time(day):
        raise PydanticCustomError("date_far", "year out of range", {"earliest": EARLIEST, "latest": LATEST})
    return day


def _score(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not re.fullmatch(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,4})?", text):
        raise PydanticCustomError("score_text", "not a decimal string")
    return text


def _won(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not re.fullmatch(r"0|[1-9][0-9]{0,11}", text):
        raise PydanticCustomError("won_text", "not an amount")
    return text


def _claim_id(value: object) -> object:
    if isinstance(value, str) and (
        not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", value) or holds_resident_number(value)
    ):
        raise PydanticCustomError("claim_id", "not a claim id")
    return value


def _list(value: object) -> object:
    return tuple(value) if isinstance(value, list) else () if value is None else value


def _absent(value: object) -> object:
    return {} if value is None else value


Given = Annotated[str, BeforeValidator(_text)]
"""Text that must be there."""
Value = Annotated[str | None, BeforeValidator(_text)]
"""Text, or None where it was left empty."""
Number = Annotated[str | None, BeforeValidator(_number)]
"""The number of a paper, or None."""
Day = Annotated[date | None, BeforeValidator(_date)]
"""A calendar day given as `YYYY-MM-DD`, or None."""
Score = Annotated[str | None, BeforeValidator(_score)]
"""A decimal string without sign or leading zeros, or None."""
Won = Annotated[str | None, BeforeValidator(_won)]
"""An amount of money in won, digits only, or None."""
ClaimId = Annotated[str, BeforeValidator(_claim_id)]
"""1–64 of A–Z a–z 0–9 . _ -: it travels unsealed, so it can hold nothing personal."""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True)


class Sections(_Part):
    """Scores of a test's parts."""

    listening: Score = None
    reading: Score = None
    writing: Score = None
    speaking: Score = None
    grammar: Score = None
    vocabulary: Score = None

    def given(self) -> Iterator[tuple[str, str]]:
        """(name, score) of every part that was filled in."""
        for name in Sections.model_fields:
            if (score := getattr(self, name)) is not None:
                yield name, score


class LanguageClaim(_Part):
    """A language result."""

    id: ClaimId
    kind: Literal["language"]
    test: Value = None
    score: Score = None
    level: Value = None
    test_date: Day = None
    announced_on: Day = None
    registration_no: Number = None
    sections: Annotated[Sections, BeforeValidator(_absent)] = Sections()
    sitting: Value = None
    """Kind of sitting: 정기 (also where absent), 특별, 해외."""


class CertificateClaim(_Part):
    """A certificate."""

    id: ClaimId
    kind: Literal["certificate"]
    title: Value = None
    grade: Value = None
    number: Number = None
    acquired_on: Day = None
    issued_on: Day = None
    valid_until: Day = None
    issuer: Value = None


class Record(_Part):
    """One project row of a career."""

    project: Value = None
    from_: Annotated[Day, Field(alias="from")] = None
    to: Day = None
    client: Value = None
    job_field: Value = None
    specialty: Value = None
    work_type: Value = None
    duty: Value = None
    method: Value = None
    position: Value = None
    responsibility: Value = None


class Confirmer(_Part):
    """One column of the confirmation grid (확인란)."""

    department: Value = None
    person: Value = None
    phone: Value = None
    issue_no: Number = None


class Confirmation(_Part):
    """인사부서 and 사업부서."""

    hr: Annotated[Confirmer, BeforeValidator(_absent)] = Confirmer()
    business: Annotated[Confirmer, BeforeValidator(_absent)] = Confirmer()


class CareerClaim(_Part):
    """An employment with its project rows."""

    id: ClaimId
    kind: Literal["career"]
    company: Value = None
    joined_on: Day = None
    left_on: Day = None
    records: Annotated[tuple[Record, ...], BeforeValidator(_list), Field(max_length=MAX_ROWS)] = ()
    confirmation: Annotated[Confirmation, BeforeValidator(_absent)] = Confirmation()


class StatusClaim(_Part):
    """A status such as 장애인."""

    id: ClaimId
    kind: Literal["status"]
    status: Value = None
    rate: Score = None


Claim = Annotated[LanguageClaim | CertificateClaim | CareerClaim | StatusClaim, Field(discriminator="kind")]


class School(_Part):
    """A school attended."""

    level: Value = None
    region: Value = None
    """시·도."""
    state: Value = None


class Residence(_Part):
    """A stay at one kind of place."""

    from_: Annotated[Day, Field(alias="from")] = None
    to: Day = None
    """Last day; None: still there."""
    area: Value = None


class Disqualification(_Part):
    """A ground of disqualification with the day from which its years count."""

    clause: Given
    """Number of the clause (붙임1)."""
    day: Annotated[Day, Field(alias="date")] = None
    """End of the sentence, of the suspension, day of the dismissal …; None: not known, so it bars."""
    amount: Won = None
    """Fine in won, where the clause asks for one."""


def _disqualification(value: object) -> object:
    return {"clause": value} if isinstance(value, str) else value


class Facts(_Part):
    """What may be collected only after the document result (§8)."""

    sex: Annotated[Literal["F", "M"] | None, BeforeValidator(_text)] = None
    schools: Annotated[tuple[School, ...], BeforeValidator(_list), Field(max_length=MAX_ROWS)] = ()
    military: Value = None
    residence: Annotated[tuple[Residence, ...], BeforeValidator(_list), Field(max_length=MAX_ROWS)] = ()
    disqualifications: Annotated[
        tuple[Annotated[Disqualification, BeforeValidator(_disqualification)], ...],
        BeforeValidator(_list),
        Field(max_length=MAX_ROWS),
    ] = ()
    """Each a clause's number, or an object with its day and amount."""


class Declaration(_Part):
    """One whole declaration."""

    announcement: Given
    name: Given
    name_latin: Value = None
    birth_date: Day = None
    field: Given
    track: Given
    region: Value = None
    claims: Annotated[tuple[Claim, ...], BeforeValidator(_list), Field(max_length=MAX_CLAIMS)] = ()
    facts: Annotated[Facts, BeforeValidator(_absent)] = Facts()

    def claim(self, claim_id: str) -> LanguageClaim | CertificateClaim | CareerClaim | StatusClaim | None:
        """The claim `claim_id`, or None."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)

    def to_json(self) -> dict[str, Any]:
        """The body again, every field present, in one spelling: equal declarations have equal JSON."""
        whole = self.model_dump(mode="json", by_alias=True)
        # A clause alone keeps the spelling in which it came: accepted declarations keep their bytes.
        whole["facts"]["disqualifications"] = [
            one["clause"] if one["date"] is None and one["amount"] is None else one
            for one in whole["facts"]["disqualifications"]
        ]
        return whole
