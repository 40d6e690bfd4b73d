"""Values being put together: what was given stays, what is missing is invented around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

PERSON = frozenset(("name", "name_latin", "birth_date"))
CLAIMS: dict[str, frozenset[str]] = {
    "certificate": frozenset(
        ("title", "grade", "number", "acquired_on", "issued_on", "valid_until", "issuer", "certificates")
    ),
    "language": frozenset(("test", "score", "level", "test_date", "announced_on", "registration_no", "sections")),
    "career": frozenset(("company", "joined_on", "left_on", "records", "confirmation")),
    "status": frozenset(("title", "number", "issuer", "issued_on", "acquired_on", "valid_until", "rate")),
}
"""What a claim of each kind can say, or, for `status`, what an evidence paper says of it; all else is on paper only."""


class Filling:
    """The flat values of one paper (`sections.listening`, `confirmation.hr.phone`, tables as lists of rows)."""

    def __init__(self, paper: str, given: Mapping[str, Any], rng: Random) -> None:
        self.paper = paper
        self.rng = rng
        self.values: dict[str, Any] = dict(given)

    def take(self, field: str, invent: Callable[[], Any]) -> Any:
        """The value of `field`: given (None included: the paper leaves it empty), or what `invent` answers."""
        if field not in self.values:
            self.values[field] = None if self._left_empty(field) else invent()
        return self.values[field]

    def _left_empty(self, field: str) -> bool:
        """Whether the group of `field` was given as None (`confirmation.business`)."""
        parts = field.split(".")
        groups = (".".join(parts[:depth]) for depth in range(1, len(parts)))
        return any(group in self.values and self.values[group] is None for group in groups)

    def has(self, field: str) -> bool:
        """Whether `field` holds something."""
        return self.values.get(field) is not None


def flatten(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested groups as dotted names; lists of rows stay lists."""
    flat: dict[str, Any] = {}
    for field, value in values.items():
        if isinstance(value, Mapping):
            flat.update(flatten(value, f"{prefix}{field}."))
        else:
            flat[prefix + field] = value
    return flat


def nest(flat: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `flatten`: the shape of a declaration's claim."""
    nested: dict[str, Any] = {}
    for field, value in flat.items():
        *groups, last = field.split(".")
        place = nested
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = value
    return nested
