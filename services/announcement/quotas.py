"""How many posts there are: the tables of an announcement as printed, sums included, so that they can be checked."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from services.announcement.strict import Name, Number, Strict

Posts = Annotated[int, Field(le=1_000_000)]
"""A number of the tables; one below 0 is named with its cell when the sums are checked."""


class TrackGroup(Strict):
    """A printed group of tracks (전국전형, 지역전형) with a subtotal column."""

    name: Name
    """`전국전형`."""
    tracks: tuple[Name, ...]
    """Its tracks."""


class QuotaRow(Strict):
    """One row of the table: a field, a family's subtotal (소계), or the grand total (계) where both are absent."""

    field: Name | None = None
    """Field (분야)."""
    family: Name | None = None
    """Family whose subtotal it is."""
    total: Posts
    """The row's total as printed."""
    groups: dict[Name, Posts] = Field(default_factory=dict)
    """Subtotal by group of tracks, as printed."""
    tracks: dict[Name, Posts] = Field(default_factory=dict)
    """Posts by track; an absent track has none."""

    @model_validator(mode="after")
    def _one_of(self) -> QuotaRow:
        if self.field is not None and self.family is not None:
            raise ValueError(f"a row is a field's ({self.field}) or a family's ({self.family}), not both")
        return self

    @property
    def label(self) -> str:
        """The row's name in messages."""
        return self.field or (f"{self.family} 소계" if self.family else "계")

    def columns(self) -> dict[str, int]:
        """Every printed column by name."""
        return {"총계": self.total, **self.groups, **self.tracks}


class Share(Strict):
    """One printed percentage of the grand total."""

    column: Name
    """`총계`, a group or a track."""
    percent: Number
    """As printed."""


class RegionRow(Strict):
    """One row of the table by region; the subtotal row (소 계) has no region."""

    region: Name | None = None
    """Region (권역)."""
    total: Posts
    """As printed."""
    cells: dict[Name, dict[Name, Posts]] = Field(default_factory=dict)
    """Posts by track and field; an absent cell has none."""

    @property
    def label(self) -> str:
        """The row's name in messages."""
        return self.region or "소계"

    def cell(self, track: str, field: str) -> int:
        """Posts of one cell."""
        return self.cells.get(track, {}).get(field, 0)


class Quotas(Strict):
    """Posts by field, track and region."""

    rule: Name
    """Where the tables stand."""
    groups: tuple[TrackGroup, ...] = ()
    """Printed groups of tracks."""
    rows: tuple[QuotaRow, ...]
    """The table by field and track, with its sums."""
    shares: tuple[Share, ...] = ()
    """Printed percentages of the grand total."""
    regions: tuple[RegionRow, ...] = ()
    """The table by region, with its sums."""

    @cached_property
    def _by_field(self) -> dict[str, QuotaRow]:
        return {row.field: row for row in self.rows if row.field is not None}

    @cached_property
    def _by_region(self) -> dict[str, RegionRow]:
        return {row.region: row for row in self.regions if row.region is not None}

    def posts(self, field: str, track: str, region: str | None) -> int:
        """Planned posts (채용예정인원) of one unit; without a region, of all regions together. 0: not recruited."""
        if region is not None:
            row = self._by_region.get(region)
            return row.cell(track, field) if row is not None else 0
        found = self._by_field.get(field)
        return found.tracks.get(track, 0) if found is not None else 0
