"""Heads of two levels, of which the lower names the columns: `참여기간` over `시작` and `종료`, `분야` over `직무`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from services.verify.reading.layout.labels import DECOY
from services.verify.reading.layout.neighbours import texts_in_cell
from services.verify.reading.sheets import Sheet

_SLACK = 12
"""Pixels between the edges of cells that touch."""
_NARROWER, _COVERED = 0.9, 0.8
"""How wide one cell below is at most, and all of them at least, beside the cell above."""
_LONGEST = 10
"""Letters of a label on the lower level."""
_PERIOD, _ENDS = "from+to", frozenset(("from", "to"))
_IN_BRACKETS = re.compile(r"[(\[（]([^)\]）]*)[)\]）]")

Known = Callable[[str], str | None]
"""The column that a text announces, or None."""


def lower_columns(sheet: Sheet, known: Known) -> tuple[dict[int, str], frozenset[int]]:
    """Cell of the lower level → column that it names; and the texts of the labels over them.

    `known(text)` gives the column that a label announces. Cells over others are a level of their own only where the
    lower labels need them (`직무` below `분야`), where these are its two ends (`시작`, `종료` below `참여기간`), or
    where they name no column themselves: else the lower row is the second line of records of two lines.
    """
    columns: dict[int, str] = {}
    over: set[int] = set()
    for cell in range(len(sheet.cells)):
        above = texts_in_cell(sheet, cell)
        below = _below(sheet, cell) if above else []
        if len(below) < 2:
            continue
        group = "".join(text.text for _, text in above)
        named = [_named(group, _text(sheet, lower), known) for lower in below]
        alone = [known(_text(sheet, lower)) for lower in below]
        needed = any(name is not None and name != own for name, own in zip(named, alone, strict=True))
        halves = known(group) == _PERIOD and {name for name in named if name} >= _ENDS
        nameless = known(group) is None and None not in alone and not any(map(str.isdigit, group))
        if not (needed or halves or nameless):
            continue
        columns |= {lower: name for lower, name in zip(below, named, strict=True) if name is not None}
        over |= {index for index, _ in above}
    return columns, frozenset(over)


def _below(sheet: Sheet, cell: int) -> list[int]:
    """The cells that share out the width of `cell` right below it, each with a short word; else none."""
    left, _, right, bottom = sheet.cells[cell]
    found = [
        other
        for other, box in enumerate(sheet.cells)
        if abs(box[1] - bottom) <= _SLACK
        and box[0] >= left - _SLACK
        and box[2] <= right + _SLACK
        and box[2] - box[0] <= _NARROWER * (right - left)
    ]
    words = [_text(sheet, other) for other in found]
    if not all(0 < len(word) <= _LONGEST and not any(map(str.isdigit, word)) for word in words):
        return []
    wide = sum(sheet.cells[other][2] - sheet.cells[other][0] for other in found)
    return sorted(found, key=lambda other: sheet.cells[other][0]) if wide >= _COVERED * (right - left) else []


def _text(sheet: Sheet, cell: int) -> str:
    return "".join(text.text for _, text in texts_in_cell(sheet, cell)).replace(" ", "")


def _named(group: str, lower: str, known: Known) -> str | None:
    """The column that `lower` announces below the label `group`, both together first."""
    found = {field for words in _together(group, lower) if (field := known(words)) not in (None, DECOY)}
    return found.pop() if len(found) == 1 else known(lower)


def _together(group: str, lower: str) -> Iterator[str]:
    for part in dict.fromkeys((_IN_BRACKETS.sub("", group), group, *_IN_BRACKETS.findall(group))):
        yield part + lower
        yield lower + part
