"""What must never be seen in the clear, and the forms in which it could hide. Pure."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from demo.casting import Applicant

PERSONAL = ("name", "name_latin", "number", "registration_no", "person", "phone", "issue_no")
"""Fields of declarations and papers whose values name a person or a paper; birth dates besides."""
RESIDENT_NUMBER = re.compile(rb"(?<!\d)\d{6}-[1-8]\d{6}(?!\d)")
SHORT = 8
"""A number of fewer digits must stand alone to count: six digits occur in any digest."""


class Search:
    """Looks for values in bytes, in every form in which they could have been written."""

    def __init__(self, values: Iterable[str]) -> None:
        """`values` are what must not be there."""
        forms = {form for value in values for form in _forms(value)}
        self._pattern = re.compile(b"|".join(sorted(forms, key=len, reverse=True)) + b"|" + RESIDENT_NUMBER.pattern)

    def found(self, data: bytes) -> bytes | None:
        """The first thing found, or None."""
        match = self._pattern.search(data)
        return match[0] if match else None


def personal_values(cast: Iterable[Applicant]) -> set[str]:
    """Every personal value that the cast declares or that stands on its papers."""
    found: set[str] = set()
    for applicant in cast:
        found |= set(_personal(applicant.declaration))
        for paper in applicant.papers:
            found |= set(_personal(applicant.printed(paper)))
    return found


def _personal(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in PERSONAL and isinstance(inner, str):
                yield inner
            elif name == "birth_date":
                yield from _date_forms(inner)
            else:
                yield from _personal(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _personal(inner)


def _date_forms(day: str) -> tuple[str, ...]:
    year, month, date = day.split("-")
    return (
        day,
        f"{year}{month}{date}",
        f"{year}.{month}.{date}",
        f"{year}/{month}/{date}",
        f"{year}년 {month}월 {date}일",
    )


def _forms(value: str) -> Iterator[bytes]:
    """Regular expressions of `value` in UTF-8, UTF-16, JSON escapes and base64."""
    alone = value.isdigit() and len(value) <= SHORT
    edge, end = (b"(?<![0-9A-Za-z])", b"(?![0-9A-Za-z])") if alone else (b"", b"")
    yield edge + re.escape(value.encode()) + end
    for encoding in ("utf-16-le", "utf-16-be"):
        yield re.escape(value.encode(encoding))
    yield edge + re.escape(json.dumps(value)[1:-1].encode()) + end
    for encoding in ("utf-8", "utf-16-le"):
        for core in _base64_cores(value.encode(encoding)):
            yield re.escape(core)
            yield re.escape(core.translate(bytes.maketrans(b"+/", b"-_")))


def _base64_cores(data: bytes) -> Iterator[bytes]:
    """The part of the base64 text that does not depend on what stands before and after, at each of three places."""
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + data)
        first = -(-shift * 8 // 6)
        last = (shift + len(data)) * 8 // 6
        yield text[first:last]
