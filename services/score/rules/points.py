"""Exact points: decimal arithmetic, cut off below the rule book's unit, never rounded, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Context, Decimal

EXACT = Context(prec=50, rounding=ROUND_DOWN)
"""The context of every division: 50 digits, so that cutting at two decimals is exact."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a score's explanation."""

    item: str
    """`language`, `certificates` or `bonus`."""
    points: Decimal
    """What it adds; 0 where it says why nothing is added, negative where a cap takes some away."""
    rule: str
    """Where the rule stands: `붙임3`."""
    ko: str
    """For people, in Korean."""
    en: str
    """The same in English."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why an applicant is not eligible."""

    code: str
    """Stable: `LANGUAGE_BELOW_MINIMUM`, `STATUS_MISSING`, …"""
    rule: str
    """Where the rule stands."""
    ko: str
    """For people, in Korean."""
    en: str
    """The same in English."""


def cut(value: Decimal, quantum: Decimal) -> Decimal:
    """`value` without what lies below `quantum` (§4: 셋째자리 이하 버림)."""
    return value.quantize(quantum, rounding=ROUND_DOWN, context=EXACT)


def plain(value: Decimal) -> str:
    """`value` without exponent and trailing zeros: 850, 602.09."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
