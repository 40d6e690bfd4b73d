"""Grounds of disqualification (rules 87–98): which of them bar somebody on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.announcement.facts import Clause
from services.announcement.model import RuleBook
from services.score.rules.points import Reason
from services.score.rules.years import years_from


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground that somebody has."""

    clause: str
    """Number of the clause."""
    day: date | None = None
    """The day from which its years count, or its last day; None: not known, so it bars."""
    amount: Decimal | None = None
    """Fine in won; None: not known, so it bars."""


def disqualified(grounds: Iterable[Ground], book: RuleBook, on: date) -> Iterator[Reason]:
    """A reason for every ground that bars on the day `on`, in the rule book's order of clauses."""
    known = list(grounds)
    for clause in book.facts.clauses:
        if any(ground.clause == clause.id and bars(clause, ground, on) for ground in known):
            yield Reason(
                "DISQUALIFIED",
                f"{book.facts.clause_rule} {clause.id}",
                f"임용 결격사유에 해당합니다: {clause.title.ko}.",
                f"A ground of disqualification holds: {clause.title.en}.",
            )


def bars(clause: Clause, ground: Ground, on: date) -> bool:
    """Whether `ground` under `clause` bars on the day `on`: not from the day on which its years are full."""
    if clause.amount_from is not None and ground.amount is not None and ground.amount < clause.amount_from:
        return False
    if ground.day is None:
        return True
    if clause.until:
        return on <= ground.day
    return clause.years is None or on < years_from(ground.day, clause.years)
