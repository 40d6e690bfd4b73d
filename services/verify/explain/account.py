"""What was read and concluded, laid out for a person: each place of the paper with its readings and votes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.verify.agreement import Votes, agreed, count, equal
from services.verify.evidence import Box, FieldEvidence, PaperEvidence, Reading
from services.verify.judging.verdict import FieldStatus, FieldVerdict, Reason, Status, Verdict
from services.verify.words import invariant_name, label, paper_name

Named = tuple[str, str, str]
"""A code, and what it is called in Korean and English."""


class Standing(StrEnum):
    """Where one place stands; the colour of its box."""

    MATCH = "match"
    """It equals the declared value."""
    AGREED = "agreed"
    """Enough readers say the same; nothing declared is held against it."""
    UNSURE = "unsure"
    """The readings decide nothing, or a person must look."""
    WRONG = "wrong"
    """It is something else than declared, or breaks an invariant."""
    EMPTY = "empty"
    """Nothing is printed at its place."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One reading."""

    reader: str
    """Who reads."""
    text: str
    """What was seen."""
    value: str | None
    """What it means, or None where it does not parse."""
    leads: bool
    """Whether it says what most say."""


@dataclass(frozen=True, slots=True)
class Place:
    """One field at its place on the paper."""

    number: int
    """From 1, in the order of the evidence; the same on the picture."""
    field: str
    """`sections.listening`, `records[0].from`."""
    ko: str
    """What it is called."""
    en: str
    """The same in English."""
    standing: Standing
    """The colour."""
    agreed: str | None
    """What enough readers say and no other value matches in number."""
    votes: tuple[Votes, ...]
    """Each value and who says it, most readers first."""
    voices: tuple[Voice, ...]
    """Every reading in the order it was made."""
    page: int
    """From 1."""
    box: Box
    """Pixels of the page picture."""
    broken: Named | None
    """The invariant that it breaks."""
    handwritten: bool
    """Whether it is written by hand."""
    verdict: FieldVerdict | None
    """What was declared and concluded, where a claim was judged."""
    reasons: tuple[Reason, ...]
    """Why it is no match."""


@dataclass(frozen=True, slots=True)
class Account:
    """All of one paper."""

    paper: Named | None
    """The kind recognised."""
    family: str | None
    """Its kind of upload."""
    unread: str | None
    """Why the whole could not be read."""
    engine: str
    """Who read."""
    places: tuple[Place, ...]
    """Fields, then the rows of tables."""
    tables: tuple[tuple[str, int, bool], ...]
    """Name, rows, whether every row was found."""
    not_printed: tuple[Named, ...]
    """Fields that this kind of paper never prints."""
    broken: tuple[Named, ...]
    """Invariants of the paper as a whole that do not hold."""
    status: Status | None
    """The verdict, or None where no claim was judged."""
    reasons: tuple[Reason, ...]
    """Why it is no MATCH."""
    elsewhere: tuple[FieldVerdict, ...]
    """Declared fields that stand at no place of the paper."""

    @property
    def troubles_first(self) -> tuple[Place, ...]:
        """The places, those that are wrong or unsure before all others."""
        order = {Standing.WRONG: 0, Standing.UNSURE: 1}
        return tuple(sorted(self.places, key=lambda place: order.get(place.standing, 2)))


def account(evidence: PaperEvidence, verdict: Verdict | None = None) -> Account:
    """`evidence`, and `verdict` where a claim was held against it, laid out."""
    concluded = verdict.fields if verdict else ()
    reasons = verdict.reasons if verdict else ()
    places = tuple(
        _place(number, path, field, concluded, reasons)
        for number, (path, field) in enumerate(_fields(evidence), start=1)
    )
    shown = [place.verdict for place in places if place.verdict]
    return Account(
        paper=(evidence.paper, *paper_name(evidence.paper)) if evidence.paper else None,
        family=evidence.family,
        unread=evidence.unread,
        engine=evidence.engine,
        places=places,
        tables=tuple((table.name, len(table.rows), table.complete) for table in evidence.tables),
        not_printed=tuple((field, *label(field)) for field in evidence.not_printed),
        broken=tuple((code, *invariant_name(code)) for code in evidence.broken),
        status=verdict.status if verdict else None,
        reasons=reasons,
        elsewhere=tuple(field for field in concluded if field not in shown),
    )


def _fields(evidence: PaperEvidence) -> Iterator[tuple[str, FieldEvidence]]:
    for field in evidence.fields:
        yield field.field, field
    for table in evidence.tables:
        for index, row in enumerate(table.rows):
            for field in row:
                yield f"{table.name}[{index}].{field.field}", field


def _place(
    number: int, path: str, field: FieldEvidence, concluded: Sequence[FieldVerdict], reasons: Sequence[Reason]
) -> Place:
    verdict = _verdict_at(path, field, concluded)
    name = verdict.field if verdict else path
    said = agreed(field.field, field.readings)
    return Place(
        number=number,
        field=path,
        ko=_label(path)[0],
        en=_label(path)[1],
        standing=_standing(field, said, verdict),
        agreed=said,
        votes=count(field.field, field.readings),
        voices=tuple(_voice(field, reading) for reading in field.readings),
        page=field.page,
        box=field.box,
        broken=(field.broken, *invariant_name(field.broken)) if field.broken else None,
        handwritten=field.handwritten,
        verdict=verdict,
        reasons=tuple(reason for reason in reasons if reason.field == name),
    )


def _verdict_at(path: str, field: FieldEvidence, concluded: Sequence[FieldVerdict]) -> FieldVerdict | None:
    """The verdict on this very place: a declared row may stand in another row of the paper."""
    last = field.field.rsplit(".", 1)[-1]
    here = [entry for entry in concluded if (entry.page, entry.box) == (field.page, field.box)]
    exact = [entry for entry in here if entry.field in (path, field.field)]
    return next(iter(exact or [entry for entry in here if entry.field.rsplit(".", 1)[-1] == last]), None)


def _label(path: str) -> tuple[str, str]:
    table, bracket, rest = path.partition("[")
    if not bracket or table == "records":
        return label(path)
    row, _, name = rest.partition("].")
    ko, en = label(name)
    return f"{int(row) + 1}행 {ko}", f"row {int(row) + 1} {en}"


def _standing(field: FieldEvidence, said: str | None, verdict: FieldVerdict | None) -> Standing:
    if verdict and verdict.verdict in (FieldStatus.MISMATCH, FieldStatus.MISSING):
        return Standing.WRONG
    if field.broken:
        return Standing.WRONG
    if verdict:
        return Standing.MATCH if verdict.verdict is FieldStatus.MATCH else Standing.UNSURE
    if said is not None:
        return Standing.AGREED
    return Standing.UNSURE if any(reading.text.strip() for reading in field.readings) else Standing.EMPTY


def _voice(field: FieldEvidence, reading: Reading) -> Voice:
    votes = count(field.field, field.readings)
    leads = bool(votes) and reading.value is not None and equal(field.field, votes[0].value, reading.value)
    return Voice(reading.reader, reading.text, reading.value, leads)
