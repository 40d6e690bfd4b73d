"""What one claim of a declaration leads a paper to say: the declared side, laid out for comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from services.announcement.declaration import (
    CareerClaim,
    CertificateClaim,
    Claim,
    Declaration,
    LanguageClaim,
    StatusClaim,
)
from services.announcement.model import LanguageTest, RuleBook
from services.verify.evidence import Family
from services.verify.judging.verdict import FieldStatus, FieldVerdict
from services.verify.values import canonical
from services.verify.values.titles import split_grade


@dataclass(frozen=True, slots=True)
class Expectation:
    """The declared side of one claim."""

    kind: str
    """certificate, language, career or status."""
    family: Family
    """The upload kind that proves it."""
    papers: tuple[str, ...]
    """Kinds of paper that prove it; empty: any of the family."""
    needs: tuple[frozenset[str], ...]
    """For a status, the names of the papers that meet each of its needs, companions included; else empty."""
    claimed: str
    """The claim in a word, for people: its title, test, company or status."""
    person: Mapping[str, str | None]
    """name, name_latin, birth_date."""
    fields: Mapping[str, str | None]
    """The claim's own fields that can stand on a paper (`title`, `sections.listening`, `confirmation.hr.phone`)."""
    required: frozenset[str]
    """Those of `fields` that the rule book demands."""
    spellings: Mapping[str, tuple[str, ...]]
    """Other exact spellings of a declared value, by field: old names and aliases of the rule book."""
    telling_papers: frozenset[str]
    """Kinds of paper that alone say which certificate it is (한국사능력검정)."""
    test: LanguageTest | None
    """The language test claimed, or None."""
    records: tuple[Mapping[str, str | None], ...]
    """Career records."""
    required_in_record: frozenset[str]
    """Their fields that the rule book demands."""
    grades: tuple[str, ...]
    """The grades that the certificate claimed can have; empty: it has none, or they are not known."""


def expect(claim: Claim, declaration: Declaration, rulebook: RuleBook) -> Expectation:
    """The declared side of `claim`, one of `declaration`'s, under `rulebook`."""
    rules = rulebook.claim_kind(claim.kind)
    book = _Book(rulebook, frozenset(rules.required_fields), rules.papers)
    match claim:
        case LanguageClaim():
            special = _language(claim, book)
        case CertificateClaim():
            special = _certificate(claim, book)
        case CareerClaim():
            special = _career(claim, book)
        case StatusClaim():
            special = _status(claim, book)
    return Expectation(
        kind=claim.kind,
        family=Family(rules.upload),
        papers=special.papers,
        needs=special.needs,
        claimed=special.claimed or claim.kind,
        person={
            "name": declaration.name,
            "name_latin": declaration.name_latin,
            "birth_date": _day(declaration.birth_date),
        },
        fields=special.fields,
        required=special.required,
        spellings=special.spellings,
        telling_papers=special.telling_papers,
        test=special.test,
        records=special.records,
        required_in_record=frozenset(rules.required_record_fields),
        grades=special.grades,
    )


def declared_fields(expected: Expectation) -> tuple[FieldVerdict, ...]:
    """Every declared field, not compared: the paper as a whole could not be weighed.

    They are listed so that a staff decision on such a paper settles these declared values and no others.
    """
    flat = {**expected.person, **expected.fields}
    for number, record in enumerate(expected.records):
        flat |= {f"records[{number}].{name}": value for name, value in record.items()}
    uncompared = []
    for name, value in flat.items():
        if value:
            uncompared.append(FieldVerdict(name, value, None, FieldStatus.UNREADABLE, None, None))
        elif name in expected.required:
            uncompared.append(FieldVerdict(name, None, None, FieldStatus.MISSING, None, None))
    return tuple(uncompared)


@dataclass(frozen=True, slots=True)
class _Book:
    rulebook: RuleBook
    required: frozenset[str]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Special:
    """What differs from one kind of claim to another."""

    claimed: str | None
    fields: Mapping[str, str | None]
    required: frozenset[str]
    papers: tuple[str, ...]
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    telling_papers: frozenset[str] = frozenset()
    test: LanguageTest | None = None
    records: tuple[Mapping[str, str | None], ...] = ()
    needs: tuple[frozenset[str], ...] = ()
    grades: tuple[str, ...] = ()


def _language(claim: LanguageClaim, book: _Book) -> _Special:
    test = book.rulebook.test(claim.test) if claim.test else None
    level = test.level(claim.level) if test and claim.level else None
    return _Special(
        claimed=test.title.ko if test else claim.test,
        fields={
            "test": claim.test,
            "score": claim.score,
            "level": claim.level,
            "test_date": _day(claim.test_date),
            "announced_on": _day(claim.announced_on),
            "registration_no": claim.registration_no,
            **{f"sections.{name}": score for name, score in claim.sections.given()},
        },
        required=book.required | frozenset(test.requires if test else ()),
        papers=test.papers if test else (),
        spellings={"level": (level.name, *level.aliases)} if level else {},
        test=test,
    )


def _certificate(claim: CertificateClaim, book: _Book) -> _Special:
    kind = book.rulebook.certificate_kind(claim.title) if claim.title else None
    bare, behind = split_grade(claim.title) if claim.title else (None, None)
    grade = claim.grade or behind
    titles = (kind.title, *kind.aliases) if kind else ()
    if bare and grade:
        titles = (*titles, bare, bare + grade) if behind in (None, canonical("grade", grade)) else ()
    spellings: dict[str, tuple[str, ...]] = {"title": titles}
    if kind and claim.issuer in kind.issuers:
        spellings["issuer"] = kind.issuers
    listed = Counter(paper for other in book.rulebook.certificate_kinds for paper in other.papers)
    return _Special(
        claimed=claim.title,
        fields={
            "title": claim.title,
            "grade": grade,
            "number": claim.number,
            "acquired_on": _day(claim.acquired_on),
            "issued_on": _day(claim.issued_on),
            "valid_until": _day(claim.valid_until),
            "issuer": claim.issuer,
        },
        required=book.required,
        papers=book.rulebook.certificate_papers(claim.title) if claim.title else (),
        spellings=spellings,
        telling_papers=frozenset(paper for paper in (kind.papers if kind else ()) if listed[paper] == 1),
        grades=kind.grades if kind else (),
    )


def _status(claim: StatusClaim, book: _Book) -> _Special:
    status = book.rulebook.status(claim.status) if claim.status else None
    needs = tuple(
        frozenset(name for choice in need.one_of for name in (choice.paper, *choice.also))
        for need in (status.papers if status else ())
    )
    return _Special(
        claimed=status.title.ko if status else claim.status,
        fields={"status": claim.status, "rate": claim.rate},
        required=book.required,
        papers=tuple(sorted(frozenset().union(*needs))),
        needs=needs,
    )


def _career(claim: CareerClaim, book: _Book) -> _Special:
    columns = {"hr": claim.confirmation.hr, "business": claim.confirmation.business}
    cells = ("department", "person", "phone", "issue_no")
    return _Special(
        claimed=claim.company,
        fields={
            "company": claim.company,
            "joined_on": _day(claim.joined_on),
            "left_on": _day(claim.left_on),
            **{
                f"confirmation.{name}.{cell}": getattr(column, cell)
                for name, column in columns.items()
                for cell in cells
            },
        },
        required=book.required,
        papers=book.papers,
        records=tuple(record.model_dump(mode="json", by_alias=True) for record in claim.records),
    )


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
