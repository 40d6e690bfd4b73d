"""Language tests of a rule book: grids, levels, sections, and how a result converts to the common scale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from services.announcement.strict import Name, Number, Strict, Text, Years


class Grid(Strict):
    """The values a score can take: minimum, minimum + step, … maximum."""

    minimum: Number
    """Smallest score."""
    maximum: Number
    """Largest score."""
    step: Number
    """Distance of two neighbours, above zero."""

    def holds(self, value: Decimal) -> bool:
        """Whether `value` is one of the grid's values."""
        return self.minimum <= value <= self.maximum and (value - self.minimum) % self.step == 0

    def values(self) -> Iterator[Decimal]:
        """Every value, ascending."""
        value = self.minimum
        while value <= self.maximum:
            yield value
            value += self.step


class Section(Strict):
    """One part of a test with its own score."""

    name: Literal["listening", "reading", "writing", "speaking", "grammar", "vocabulary"]
    """The declaration's name of the part."""
    grid: Grid
    """The scores it can take."""


class Level(Strict):
    """One level of a test that has levels; the rule book lists them from the lowest to the highest."""

    name: Name
    """As declared: `IM2`, `4급`, `B1`."""
    aliases: tuple[Name, ...] = ()
    """Other spellings on papers: `Intermediate Mid 2`."""
    grid: Grid | None = None
    """The total scores of this level where they differ from the test's own grid."""


class RawConversion(Strict):
    """The score is already on the common scale."""

    kind: Literal["raw"]
    """Tag."""


class TableConversion(Strict):
    """Rows of scores, each with its converted value, contiguous and ascending."""

    kind: Literal["table"]
    """Tag."""
    rows: tuple[tuple[int, int, int], ...]
    """(first score, last score, converted value)."""
    above: Number | None = None
    """Converted value of every score above the last row; None: it has none. Below the first row there is none."""


class LevelConversion(Strict):
    """Each level has its converted value; a level that is not listed has none."""

    kind: Literal["levels"]
    """Tag."""
    rows: tuple[tuple[str, int], ...]
    """(level, converted value)."""


class Band(Strict):
    """One band of scores of one level: base + (score - first) x width, never rounded."""

    level: Name
    """The level the band belongs to."""
    first: Number
    """Smallest score of the band."""
    last: Number
    """Largest score of the band."""
    width: Number
    """Converted points per score point."""
    base: Number
    """Converted value of `first`."""


class BandConversion(Strict):
    """Bands by level; a result in no band has no converted value."""

    kind: Literal["bands"]
    """Tag."""
    rows: tuple[Band, ...]
    """The bands, ascending in level and score."""


Conversion = Annotated[RawConversion | TableConversion | LevelConversion | BandConversion, Field(discriminator="kind")]


class Result(Strict):
    """A result of a test as a threshold."""

    score: Number | None = None
    """Total score, where the test has one."""
    level: Name | None = None
    """Level, where the test has levels."""


class LanguageTest(Strict):
    """One language test."""

    id: Name
    """As declared: `TOEIC`, `NEW_TEPS`."""
    title: Text
    """Its name for people."""
    language: Name
    """The language it tests: `영어`."""
    role: Literal["eligibility", "bonus"]
    """Whether it is an applicant's one eligibility test, or may stand beside it for a bonus."""
    requires: tuple[Literal["score", "level"], ...]
    """What a claim must hold beside the test and its date."""
    score: Grid | None = None
    """The totals it can give; None: the test has levels only."""
    levels: tuple[Level, ...] = ()
    """Its levels, lowest first; empty: the test has none."""
    sections: tuple[Section, ...] = ()
    """Its parts; empty: it prints none."""
    sections_sum: bool = False
    """Whether the parts add up to the total on every genuine paper."""
    papers: tuple[Name, ...]
    """Kinds of paper (evidence codes) that prove it."""
    valid_years: Years | None = None
    """Years from the test date for which a result holds; None: not tested."""
    sat_from: date | None = None
    """First day on which this test was held; None: no limit."""
    sat_until: date | None = None
    """Last day on which this test was held; None: no limit."""
    sibling: Name | None = None
    """The test that goes by the same name on the days when this one was not held (TEPS and New TEPS)."""
    conversion: Conversion | None = None
    """How a result becomes a value of the common scale; None for a bonus test."""
    minimum: Result | None = None
    """The printed minimum (기준성적): the first result whose converted value reaches the rule's minimum."""
    full: Result | None = None
    """The printed full mark (만점기준): the first result whose converted value reaches the rule's full value."""

    def level(self, name: str) -> Level | None:
        """The level called `name`, by name or alias, or None."""
        return next((level for level in self.levels if name == level.name or name in level.aliases), None)

    def grid(self, level: str | None) -> Grid | None:
        """The totals this test can give at `level`."""
        found = self.level(level) if level is not None else None
        return found.grid if found is not None and found.grid is not None else self.score

    def section(self, name: str) -> Section | None:
        """The part called `name`, or None."""
        return next((section for section in self.sections if section.name == name), None)

    def held_on(self, day: date) -> bool:
        """Whether this test existed on `day`."""
        return (self.sat_from is None or self.sat_from <= day) and (self.sat_until is None or day <= self.sat_until)


class LanguageRule(Strict):
    """Points = base + weight x min(converted, full) / full."""

    rule: Name
    """Where the rule stands: `붙임3`."""
    scale: Text
    """Name of the common scale: TOEIC 환산점수."""
    base: Number
    """Points before the result counts."""
    weight: Number
    """Points of a full result above the base."""
    full: Number
    """Converted value from which a result is full."""
    minimum: Number
    """Smallest converted value that makes eligible."""
    tested_from: date
    """First test date that counts; the last announcement that counts is the notice date."""
    window_rule: Name
    """Where the window of test dates stands."""
    sittings: tuple[Name, ...]
    """Kinds of sitting that count (정기)."""
    other_sittings: tuple[Name, ...]
    """Kinds of sitting that may be declared and do not count."""
    required: bool = True
    """Whether every applicant needs a language result."""
