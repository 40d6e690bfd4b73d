"""Fields that stand for two: a period in one place holds the day of its beginning and that of its end (`from+to`)."""

from __future__ import annotations

from collections.abc import Iterable

_AND = "+"


def ends_of(field: str) -> tuple[str, ...]:
    """The fields of the first and the last day of the period `field`; nothing where it is none."""
    return tuple(field.split(_AND)) if _AND in field else ()


def parts_of(fields: Iterable[str]) -> set[str]:
    """`fields`, the ends of periods instead of these."""
    return {part for field in fields for part in ends_of(field) or (field,)}


def without_periods(fields: Iterable[str]) -> list[str]:
    """`fields` without the periods both of whose ends are among them by themselves."""
    known = list(fields)
    return [field for field in known if not ends_of(field) or not set(ends_of(field)) <= set(known)]
