"""Evidence and declarations for the judging tests: a right paper for each claim, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from services.announcement.declaration import Declaration
from services.announcement.load import load_announcement
from services.announcement.model import Announcement
from services.verify.evidence import Family, FieldEvidence, PaperEvidence, Reading, TableEvidence
from services.verify.judging.judge import judge
from services.verify.judging.verdict import FieldStatus, ReasonCode, Verdict
from services.verify.values import canonical

BOX = (10, 20, 110, 44)

CERTIFICATE = {
    "id": "cert-1",
    "kind": "certificate",
    "title": "토목기사",
    "number": "18201234567A",
    "acquired_on": "2018-08-17",
}
TOEIC = {
    "id": "lang-1",
    "kind": "language",
    "test": "TOEIC",
    "score": "845",
    "test_date": "2018-05-13",
    "announced_on": "2018-05-29",
    "registration_no": "123456",
    "sections": {"listening": "430", "reading": "415"},
}
RECORDS = [
    {"project": "국도 제37호선 확장공사", "from": "2010-05-01", "to": "2011-12-31", "duty": "현장시공"},
    {"project": "별관 신축공사", "from": "2012-01-02", "to": "2013-03-31", "duty": "공무"},
]
CAREER = {
    "id": "career-1",
    "kind": "career",
    "company": "(주)대한건설",
    "joined_on": "2010-03-02",
    "left_on": "2015-02-28",
    "records": RECORDS,
    "confirmation": {"hr": {"department": "인사팀", "phone": "02-1234-5678"}},
}


@cache
def announcement() -> Announcement:
    """The shipped announcement, its notice date confirmed."""
    return load_announcement("2019-grade5").model_copy(update={"notice_date_assumed": False})


def declared(claim: Mapping[str, Any], **person: Any) -> Declaration:
    """A declaration with this one claim."""
    body = {
        "announcement": "2019-grade5",
        "name": "홍길동",
        "name_latin": "HONG GILDONG",
        "field": "토목일반",
        "track": "전국일반",
        **person,
        "claims": [dict(claim)],
    }
    return Declaration.model_validate(body)


def cell(field: str, *texts: str, **changes: Any) -> FieldEvidence:
    """A field of which each of `texts` is one independent reading."""
    readings = tuple(
        Reading(f"reader-{number}", text, canonical(field, text)) for number, text in enumerate(texts, start=1)
    )
    return replace(FieldEvidence(field, readings, 1, BOX), **changes)


def paper(kind: str, family: Family, values: Mapping[str, str], **changes: Any) -> PaperEvidence:
    """A paper on which three readers agree about each of `values`."""
    fields = tuple(cell(field, text, text, text) for field, text in values.items())
    return replace(PaperEvidence(kind, family, None, fields), **changes)


def award(**values: str) -> PaperEvidence:
    """The right 상장형 for CERTIFICATE; `values` replace what it prints."""
    printed = {
        "name": "홍길동",
        "title": "토목기사",
        "number": "18201234567A",
        "acquired_on": "2018년 08월 17일",
        "issued_on": "2018년 09월 03일",
    }
    return paper("NQ_AWARD", Family.CERTIFICATE, printed | values, not_printed=("name_latin", "grade", "valid_until"))


def toeic(**values: str) -> PaperEvidence:
    """The right score report for TOEIC; a section is given as `sections_listening`."""
    printed = {
        "name_latin": "HONG GIL-DONG",
        "score": "845",
        "test_date": "2018/05/13",
        "registration_no": "123456",
        "sections.listening": "430",
        "sections.reading": "415",
    }
    given = {field.replace("sections_", "sections."): text for field, text in values.items()}
    return paper("TOEIC", Family.LANGUAGE_REPORT, printed | given, not_printed=("name", "announced_on", "level"))


def row(values: Mapping[str, str], **changes: Any) -> tuple[FieldEvidence, ...]:
    """A table row on which two readers agree."""
    return tuple(cell(field, text, text, **changes) for field, text in values.items())


def career_form(rows: Sequence[Mapping[str, str]] = RECORDS, complete: bool = True, **values: str) -> PaperEvidence:
    """The right 경력확인서 for CAREER."""
    printed = {
        "name": "홍길동",
        "company": "(주)대한건설",
        "joined_on": "2010.03.02",
        "left_on": "2015.02.28",
        **{f"confirmation.{column}.{name}": text for column in ("hr", "business") for name, text in _CONFIRMED.items()},
    }
    table = TableEvidence("records", tuple(row(values) for values in rows), complete)
    return paper("CAREER_FORM", Family.CAREER_FORM, printed | values, tables=(table,), not_printed=("name_latin",))


_CONFIRMED = {"department": "인사팀", "person": "김철수", "phone": "02-1234-5678", "issue_no": "2019-01-001"}


def spoiled(evidence: PaperEvidence, field: str, *texts: str, **changes: Any) -> PaperEvidence:
    """`evidence` with other readings of `field`."""
    fields = tuple(cell(field, *texts, **changes) if entry.field == field else entry for entry in evidence.fields)
    return replace(evidence, fields=fields)


def changed(evidence: PaperEvidence, field: str, how: Callable[[FieldEvidence], FieldEvidence]) -> PaperEvidence:
    """`evidence` with `field` changed by `how`."""
    return replace(evidence, fields=tuple(how(entry) if entry.field == field else entry for entry in evidence.fields))


def without(evidence: PaperEvidence, *fields: str) -> PaperEvidence:
    """`evidence` in which the places of `fields` were not found."""
    return replace(evidence, fields=tuple(entry for entry in evidence.fields if entry.field not in fields))


def verdict_on(claim: Mapping[str, Any], evidence: PaperEvidence, **person: Any) -> Verdict:
    """Declare `claim` and judge `evidence`."""
    declaration = declared(claim, **person)
    return judge(declaration.claims[0], declaration, evidence, announcement())


def field_of(verdict: Verdict, field: str) -> FieldStatus | None:
    """The verdict on `field`, or None where it was not compared."""
    return next((entry.verdict for entry in verdict.fields if entry.field == field), None)


def codes(verdict: Verdict) -> set[ReasonCode]:
    """The reason codes."""
    return {reason.code for reason in verdict.reasons}
