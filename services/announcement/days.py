"""Which days an announcement and a declaration can hold: those of our time, so that years can be added to each."""

from __future__ import annotations

from datetime import date

EARLIEST, LATEST = 1900, 2100
"""First and last year."""


def is_of_our_time(day: date) -> bool:
    """Whether `day` lies in a year that somebody can have meant."""
    return EARLIEST <= day.year <= LATEST
