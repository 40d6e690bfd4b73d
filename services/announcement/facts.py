"""What a rule book says about the declaration's `facts`: schools and their regions, residence, disqualification."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.announcement.strict import Name, Number, Strict, Text, Years


class Province(Strict):
    """A province or metropolitan city (시·도) and the region (권역) it counts to."""

    name: Name
    """`전라남도`."""
    aliases: tuple[Name, ...] = ()
    """`전남`."""
    region: Name | None = None
    """Region; None: in no region (abroad)."""


class ResidenceRule(Strict):
    """How long somebody must have lived where, on the notice date, for a status."""

    status: Name
    """The status that asks for it."""
    years: Years
    """Unbroken years up to the notice date."""
    areas: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Kinds of place that count (읍, 면)."""
    rule: Name
    """Where it stands."""


class Clause(Strict):
    """One ground of disqualification."""

    id: Name
    """Its number."""
    title: Text
    """What it says, in short."""
    years: Years | None = None
    """Years from its day after which it bars no more; None: it bars as long as it holds."""
    until: bool = False
    """Whether its day is the last one on which it bars (선고유예 기간)."""
    amount_from: Number | None = None
    """Smallest fine in won that bars; None: whatever the amount."""


class FactRules(Strict):
    """Closed lists for the declaration's `facts`, and what they decide."""

    school_levels: tuple[Name, ...]
    """Levels that may be declared."""
    schools_counting: tuple[Name, ...]
    """Levels that count for a region (대학원 does not)."""
    school_states: tuple[Name, ...]
    """States that may be declared."""
    states_counting: tuple[Name, ...]
    """States that count: 졸업, 졸업예정."""
    military: tuple[Name, ...]
    """Values that may be declared."""
    military_refused: tuple[Name, ...]
    """Values that make ineligible."""
    military_rule: Name
    """Where it stands."""
    areas: tuple[Name, ...]
    """Kinds of place of a residence."""
    residence: ResidenceRule | None = None
    """The residence condition, or None."""
    clauses: tuple[Clause, ...] = ()
    """Grounds of disqualification that may be declared; each makes ineligible."""
    clause_rule: Name
    """Where they stand."""
