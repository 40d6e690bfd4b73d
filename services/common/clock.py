"""Time is passed in: services ask a clock, and tests hold its hands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")
"""Dates of announcements and windows are dates in Seoul."""


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """The present moment, with an offset."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC, to the millisecond (what an event can hold)."""
        moment = datetime.now(UTC)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class FixedClock:
    """A clock that stands until it is moved."""

    def __init__(self, moment: datetime) -> None:
        """`moment` must have an offset."""
        if moment.tzinfo is None:
            raise ValueError("a clock needs a moment with an offset")
        self._moment = moment

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._moment

    def advance(self, by: timedelta) -> None:
        """Move it forward."""
        self._moment += by


def seoul_date(moment: datetime) -> date:
    """The calendar date in Seoul at `moment`."""
    return moment.astimezone(SEOUL).date()


def utc_text(moment: datetime) -> str:
    """`moment` as it is stored and shown: UTC to the millisecond, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
