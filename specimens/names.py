"""How papers print a Latin name: `HONG, Gildong`, or family and given name in two places."""

from __future__ import annotations

from collections.abc import Sequence

from specimens.registry import Pad
from specimens.sheet import Sheet, TextMark, Truth, ink


def family(latin: str) -> str:
    """`HONG` of `HONG GILDONG`."""
    return latin.partition(" ")[0]


def given(latin: str) -> str:
    """`GILDONG` of `HONG GILDONG`."""
    return latin.partition(" ")[2]


def title(latin: str) -> str:
    """`Hong Gildong`."""
    return latin.title()


def given_first(latin: str) -> str:
    """`Gildong HONG`."""
    return f"{given(latin).title()} {family(latin)}".strip()


def comma(latin: str) -> str:
    """`HONG, GILDONG`."""
    return f"{family(latin)}, {given(latin)}" if given(latin) else latin


def in_two_places(pad: Pad, sheet: Sheet, since: int) -> None:
    """Note one truth of `name_latin` over the pieces of it that were printed after mark number `since`."""
    latin = pad.get("name_latin")
    pieces = {family(latin).lower(), given(latin).lower()} - {""}
    marks = [m for m in sheet.marks[since:] if isinstance(m, TextMark) and m.text.lower() in pieces]
    if not latin or not marks:
        return
    lefts, tops, rights, bottoms = zip(*(ink(mark) for mark in marks), strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    sheet.truth.append(Truth("name_latin", latin, _joined(marks), sheet.number, box))


def _joined(marks: Sequence[TextMark]) -> str:
    return " ".join(mark.text for mark in marks)
