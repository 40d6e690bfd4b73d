"""Who takes part in a stage, and what became of them in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from services.score.rules.points import Reason

OutcomeStage = Literal["document", "written", "interview", "final"]
"""The three stages, and what becomes of the selected afterwards."""
OUTCOME_STAGES: tuple[OutcomeStage, ...] = ("document", "written", "interview", "final")


class Unit(NamedTuple):
    """In what somebody competes: field, track and (where it is recruited by region) region."""

    field: str
    """Field (분야)."""
    track: str
    """Track (전형)."""
    region: str | None
    """Region (권역); None: no region counts."""

    def __str__(self) -> str:
        return " · ".join(part for part in self if part)


class Held(NamedTuple):
    """A preference that somebody is entitled to."""

    id: str
    """Its id in the rule book."""
    percent: Decimal
    """Percent of full marks."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody before a stage."""

    applicant_id: str
    """Application number."""
    unit: Unit
    """What they applied for, region included."""
    reasons: tuple[Reason, ...] = ()
    """Why they may not take part at all; empty where they may."""
    marks: Mapping[str, Decimal] = field(default_factory=dict)
    """Marks so far, without preference: `document`, `written`, `written.직무수행`, …"""
    preferences: tuple[Held, ...] = ()
    """Preferences they are entitled to."""
    rosters: tuple[str, ...] = ()
    """Rosters of the institution on which they must stand."""
    sex: str | None = None
    """F or M; None where it was not collected (§8)."""
    local: bool | None = None
    """Whether their last school lies where the local target asks; None where it was not collected."""


class Result(StrEnum):
    """What became of somebody in a stage."""

    PASSED = "PASSED"
    """Among the selected."""
    EXEMPT = "EXEMPT"
    """Passed without being compared (서류심사 면제, 보훈전형)."""
    EXTRA = "EXTRA"
    """Passed additionally, for a target."""
    STAFF = "STAFF"
    """Tied at the line, and no key parts them: staff decide."""
    RESERVE = "RESERVE"
    """Not selected, but fit: stands in reserve."""
    OUT = "OUT"
    """Out, with a reason; not in reserve."""


GOES_ON = frozenset({Result.PASSED, Result.EXEMPT, Result.EXTRA})
"""Results with which somebody takes part in the next stage."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an explanation."""

    rule: str
    """Where the rule stands."""
    ko: str
    """In Korean."""
    en: str
    """In English."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one candidate in one stage, and why."""

    candidate: Candidate
    """Who; with the marks of this stage added."""
    stage: OutcomeStage
    """Which stage."""
    result: Result
    """What became of them."""
    rank: int | None = None
    """Rank in the unit among all who were compared; equal for those who tie."""
    reserve: int | None = None
    """Rank in the reserve list."""
    score: Decimal | None = None
    """Total without preference."""
    preference: Decimal | None = None
    """Points of preference in it."""
    preference_kind: str | None = None
    """The one preference that was applied."""
    total: Decimal | None = None
    """Total that ranks."""
    line: Decimal | None = None
    """The unit's line (합격선): the lowest total that passed regularly."""
    posts: int = 0
    """The unit's posts."""
    places: int = 0
    """Its places in this stage; 0 where nobody is selected against others."""
    reasons: tuple[Reason, ...] = ()
    """Why they are out."""
    explanation: tuple[Line, ...] = ()
    """How the result came about."""

    @property
    def goes_on(self) -> bool:
        """Whether they take part in the next stage."""
        return self.result in GOES_ON
