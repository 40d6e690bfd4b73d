"""The unlabelled line above the labels of a card: its number, the title of the project, perhaps the period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from services.verify.reading.layout.labels import Anchor
from services.verify.reading.layout.neighbours import around, in_one_row
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.layout.tables import FoundTable
from services.verify.reading.sheets import Sheet
from services.verify.values.periods import find_days

_ENUMERATOR = re.compile(r"^\W*(?:[0-9]{1,2}|[가-하]|[IVX]{1,4}|[①-⑳])\W*$")
_PERIOD = "from+to"
_FAR = 2.5
"""Line heights between the title and the labels below it."""


def with_ceilings(groups: Sequence[Sequence[Anchor]]) -> list[tuple[Sequence[Anchor], int]]:
    """Each group of labels with the lower edge of the one before on its page: its title stands below that."""
    found: list[tuple[Sequence[Anchor], int]] = []
    for place, group in enumerate(groups):
        before = groups[place - 1] if place else []
        own = [anchor.box[3] for anchor in before if anchor.page == group[0].page]
        found.append((group, max(own, default=0)))
    return found


def find_title(sheet: Sheet, card: FoundTable, group: Sequence[Anchor], ceiling: int, field: str) -> FoundTable | None:
    """`card` with the title in the line above the labels of `group` as `field`, and a period that stands beside it.

    None where there is no such line, where more stands in it, or where the card has no period then.
    """
    labels = {anchor.index for anchor in group}
    top = min(anchor.box[1] for anchor in group)
    over = [
        index
        for index, text in enumerate(sheet.texts)
        if index not in labels
        and ceiling <= (text.box[1] + text.box[3]) / 2 < top
        and text.box[3] <= top + text.piece.height // 4
        and squeeze(text.text)
    ]
    if not over:
        return None
    lowest = sheet.texts[max(over, key=lambda index: sheet.texts[index].box[3])]
    if top - lowest.box[3] > _FAR * lowest.piece.height:
        return None
    level = [index for index in over if in_one_row(sheet.texts[index].box, lowest.box)]
    line = [index for index in level if not _ENUMERATOR.match(sheet.texts[index].text)]
    dated = [index for index in line if find_days(sheet.texts[index].text)]
    title = sorted((index for index in line if index not in dated), key=lambda index: sheet.texts[index].box[0])
    row = dict(card.rows[0])
    if not title or bool(dated) == (_PERIOD in row):
        return None
    row[field] = _spot(sheet, field, card.page, title)
    if dated:
        row[_PERIOD] = _spot(sheet, _PERIOD, card.page, sorted(dated, key=lambda index: sheet.texts[index].box[0]))
    box = around([card.header, *(spot.box for spot in row.values())])
    return replace(card, rows=(row,), header=box, used=card.used | set(level))


def _spot(sheet: Sheet, field: str, page: int, indexes: Sequence[int]) -> Spot:
    lines = tuple(sheet.texts[index] for index in indexes)
    return Spot(field, page, lines, around([line.box for line in lines]))
