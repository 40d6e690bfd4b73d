"""Further ways in which papers print a day. Input is always YYYY-MM-DD."""

from __future__ import annotations

from datetime import date

from specimens.dates import MONTHS

_WEEKDAYS = "월화수목금토일"


def short_year(iso: str) -> str:
    """18.08.07"""
    return iso[2:].replace("-", ".")


def short_year_wide(iso: str) -> str:
    """18. 8. 7."""
    year, month, day = iso.split("-")
    return f"{year[2:]}. {int(month)}. {int(day)}."


def capital_spaced(iso: str) -> str:
    """07 AUG 2018"""
    year, month, day = iso.split("-")
    return f"{day} {MONTHS[int(month) - 1].upper()} {year}"


def with_weekday(iso: str) -> str:
    """2018.08.07(화)"""
    return f"{iso.replace('-', '.')}({_WEEKDAYS[date.fromisoformat(iso).weekday()]})"


def month_first(iso: str) -> str:
    """08/07/2018"""
    year, month, day = iso.split("-")
    return f"{month}/{day}/{year}"
