"""What changed between two rule books, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.announcement.model import RuleBook

_LABELS = ("id", "name", "kind", "title", "field", "family", "region", "column", "paper", "status", "test", "level")


@dataclass(frozen=True, slots=True)
class Change:
    """One key that differs."""

    key: str
    """`language.minimum`, `tests.TEPS.conversion.rows.3`."""
    before: str | None
    """Its value in the first book; None: it is new."""
    after: str | None
    """Its value in the second book; None: it is gone."""

    def __str__(self) -> str:
        if self.before is None:
            return f"+ {self.key} = {self.after}"
        if self.after is None:
            return f"- {self.key} = {self.before}"
        return f"~ {self.key}: {self.before} → {self.after}"


def changes(before: RuleBook, after: RuleBook) -> tuple[Change, ...]:
    """Every key whose value differs, sorted; entries of a list are told apart by their own names."""
    first, second = (dict(_flat("", book.model_dump(mode="json"))) for book in (before, after))
    return tuple(
        Change(key, first.get(key), second.get(key))
        for key in sorted(first.keys() | second.keys())
        if first.get(key) != second.get(key)
    )


def _flat(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{key}.{name}" if key else str(name), inner)
    elif isinstance(value, list):
        labels = [_label(item) for item in value]
        distinct = all(label is not None for label in labels) and len(set(labels)) == len(labels)
        if value and all(not isinstance(item, (dict, list)) for item in value):
            yield key, ", ".join(str(item) for item in value)
            return
        for index, item in enumerate(value):
            yield from _flat(f"{key}.{labels[index] if distinct else index}", item)
    elif value is not None:
        yield key, str(value)


def _label(item: object) -> str | None:
    if not isinstance(item, Mapping):
        return None
    parts = [item[name] for name in _LABELS if isinstance(item.get(name), str)]
    grade = [item["grade"]] if isinstance(item.get("grade"), str) else []
    return " ".join([*parts[:1], *grade]) if parts else None
