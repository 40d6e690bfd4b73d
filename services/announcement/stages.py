"""The stages of a selection: how many pass, what is examined, who is preferred, which targets are met."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import Literal

from pydantic import model_validator

from services.announcement.strict import Count, Name, Number, Percent, Strict, Text

StageName = Literal["document", "written", "interview"]
STAGES: tuple[StageName, ...] = ("document", "written", "interview")


class Passing(Strict):
    """How many of a unit pass a stage."""

    multiple: Number
    """Times the unit's posts."""
    instead: tuple[tuple[Count, Count], ...] = ()
    """(posts, passers) of units to which the multiple does not apply."""

    def places(self, posts: int) -> int:
        """Places for a unit of `posts` posts, fractions up."""
        found = dict(self.instead).get(posts)
        return found if found is not None else int((self.multiple * posts).to_integral_value(ROUND_CEILING))


class DocumentStage(Strict):
    """The document stage: language, certificates and bonus together."""

    title: Text
    """Name for people."""
    rule: Name
    """Where it stands."""
    passing: Passing
    """How many pass."""
    without_selection: tuple[Name, ...] = ()
    """Tracks of which everybody eligible passes (rule 50)."""


class Part(Strict):
    """One subject of a test, or one step of an interview."""

    id: Name
    """Its column in files of results: `직무수행`."""
    title: Text
    """Name for people."""
    full: Number
    """Full mark."""
    elective_fields: tuple[Name, ...] = ()
    """Fields whose applicants choose a subject: a standard score comes beside the raw one, and ranks."""


class Suitability(Strict):
    """A test that gives no points: fit or unfit (인성검사)."""

    id: Name
    """Its column in files of results: `인성`."""
    title: Text
    """Name for people."""
    fit: Name
    """What says fit: `적`."""
    unfit: Name
    """What says unfit: `부`."""


class TieBreak(Strict):
    """One key that parts equal totals."""

    title: Text
    """What it looks at, for people."""
    preference: Name | None = None
    """Who has this preference comes first."""
    stage: StageName | None = None
    """Who was better in this stage comes first, by its total without preference."""
    part: Name | None = None
    """… or by this part of it alone."""

    @model_validator(mode="after")
    def _one(self) -> TieBreak:
        if (self.preference is None) == (self.stage is None) or (self.part is not None and self.stage is None):
            raise ValueError("a tie-break names a preference, or a stage (with a part or without)")
        return self


class ExamStage(Strict):
    """The written test or the interview."""

    title: Text
    """Name for people."""
    rule: Name
    """Where it stands."""
    passing: Passing
    """How many pass."""
    parts: tuple[Part, ...]
    """What is examined."""
    part_minimum: Percent
    """Percent of each part's full mark below which somebody is out."""
    total_minimum: Percent | None = None
    """Percent of the sum of full marks below which somebody is out; None: no such rule."""
    suitability: Suitability | None = None
    """A test without points, or None."""
    tie_breaks: tuple[TieBreak, ...] = ()
    """Keys that part ties; empty: everybody who ties at the line passes."""
    originals: bool = False
    """Whether the originals of the papers must be shown."""

    def part(self, part_id: str) -> Part | None:
        """The part `part_id`, or None."""
        return next((part for part in self.parts if part.id == part_id), None)

    @property
    def full(self) -> Decimal:
        """Sum of full marks."""
        return sum((part.full for part in self.parts), Decimal(0))


class Stages(Strict):
    """The stages, one after the other; points of one never count in the next (허들식)."""

    document: DocumentStage
    """First."""
    written: ExamStage
    """Second."""
    interview: ExamStage
    """Third; who passes it is selected."""

    def exam(self, name: StageName) -> ExamStage:
        """The written test or the interview; KeyError for the document stage."""
        return {"written": self.written, "interview": self.interview}[name]


class Preference(Strict):
    """One preference: percent of full marks, added at some stages."""

    id: Name
    """`취업지원대상자`."""
    title: Text
    """Name for people."""
    rule: Name
    """Where it stands."""
    stages: tuple[StageName, ...]
    """Stages whose total it raises."""
    statuses: tuple[Name, ...] = ()
    """Statuses any of which gives it."""
    certificates: tuple[Name, ...] = ()
    """Certificate titles any of which gives it."""
    percent: Percent | None = None
    """Percent of full marks; None: the claimed rate."""
    exempts: tuple[StageName, ...] = ()
    """Stages that its holders need not pass (rule 62)."""


class PreferenceRules(Strict):
    """What all preferences share."""

    rule: Name
    """Where it stands."""
    raw_minimum: Percent
    """Percent of the full mark below which a part gets nothing added (rule 65)."""
    unit_minimum: Count
    """Fewest posts of a unit in which preference applies (rule 66)."""
    reported_share: Percent | None = None
    """Percent of passers that the law allows to pass through preference; only reported (G22)."""
    kinds: tuple[Preference, ...]
    """The preferences."""


class Target(Strict):
    """A share of passers that is met by passing more, never by passing fewer."""

    id: Name
    """`양성평등`."""
    title: Text
    """Name for people."""
    trait: Literal["each_sex", "local"]
    """Whose share: of each sex, or of those whose last school lies in `provinces`."""
    percent: Percent
    """The share."""
    status: Name | None = None
    """The status that claims the trait (local)."""
    provinces: tuple[Name, ...] = ()
    """Where the last school must lie (local)."""
    tracks: tuple[Name, ...] = ()
    """Tracks it applies to in every region; with `regions` empty and this empty: all."""
    regions: tuple[Name, ...] = ()
    """Regions in which it applies to every regional track."""

    def applies(self, track: str, region: str | None) -> bool:
        """Whether it applies to a unit of this track and region."""
        return (not self.tracks and not self.regions) or track in self.tracks or region in self.regions


class Targets(Strict):
    """What all targets share."""

    rule: Name
    """Where they stand."""
    stages: tuple[StageName, ...]
    """Stages in which they are met (rule 69)."""
    unit_minimum: Count
    """Fewest posts of a unit to which they apply (rule 70)."""
    margin: Number
    """Points below the line within which somebody may pass additionally (rule 71)."""
    total_minimum: Percent
    """Percent of the stage's full mark that they need."""
    part_minimum: Percent
    """Percent of each part's full mark that they need."""
    kinds: tuple[Target, ...]
    """The targets, in the order in which they are met."""
