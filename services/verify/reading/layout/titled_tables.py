"""Records of one row each under labels of their own, whose title stands in a bar over the labels and has none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.layout.spots import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.layout.tables import FoundTable
from services.verify.reading.sheets import Sheet

_ENUMERATOR = re.compile(r"^\W*(?:[0-9]{1,2}|[가-하]|[IVX]{1,4}|[①-⑳])\W*$")
_FAR = 2.5
"""Line heights between the title and the labels below it."""
_FEWEST_DATED = 2
"""Parts of a table with periods, over any of which a heading might stand."""


def with_titles(
    sheets: Sequence[Sheet], parts: Sequence[FoundTable], field: str, parse: Callable[[str, str], str | None]
) -> list[FoundTable]:
    """`parts` with what stands over the labels of each as `field`, where no row has it; else as they were.

    `parse(field, text)` gives the canonical value or None. What stands over the next labels is no row.
    """
    rows = [row for part in parts for row in part.rows]
    if not rows or any(field in row for row in rows):
        return list(parts)
    lines = [_line_above(sheets[part.page], part) for part in parts]
    over = {(part.page, index) for part, line in zip(parts, lines, strict=True) for index in line}
    dated = any("from" in name for row in rows for name in row)
    if dated and len(parts) < _FEWEST_DATED:
        return list(parts)
    titled = []
    for part, line in zip(parts, lines, strict=True):
        sheet = sheets[part.page]
        titles = {id(sheet.texts[index].seen) for page, index in over if page == part.page}
        own = [
            row for row in part.rows if not any(id(text.seen) in titles for spot in row.values() for text in spot.lines)
        ]
        named = [index for index in line if parse(field, sheet.texts[index].text) is not None]
        if len(own) != 1 or len(named) != 1:
            return list(parts)
        text = sheet.texts[named[0]]
        row = {field: Spot(field, part.page, (text,), text.box), **own[0]}
        titled.append(replace(part, rows=(row,), used=part.used | set(line)))
    return titled


def _line_above(sheet: Sheet, part: FoundTable) -> list[int]:
    """The texts of the line right above the labels of `part`, without the number that begins it."""
    left, top, right, _ = part.header
    near = [
        index
        for index, text in enumerate(sheet.texts)
        if squeeze(text.text)
        and text.box[3] <= top + text.piece.height // 4
        and top - text.box[3] <= _FAR * text.piece.height
        and shared(left - (right - left), 2 * right - left, text.box[0], text.box[2]) > 0
    ]
    if not near:
        return []
    lowest = max((sheet.texts[index].box for index in near), key=lambda box: box[3])
    level = [index for index in near if in_one_row(sheet.texts[index].box, lowest)]
    return [index for index in level if not _ENUMERATOR.match(sheet.texts[index].text)]
