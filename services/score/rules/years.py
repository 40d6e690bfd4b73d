"""Whole years between dates, as periods of validity and residence count them."""

from __future__ import annotations

from datetime import date


def years_from(day: date, years: int) -> date:
    """The same day `years` later (earlier where negative); of 29 February, 28 February where that year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
