"""Pieces that stand in one row: right of a label, close together, or around one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from services.verify.evidence import Box
from services.verify.reading.layout.label_forms import needs_digits
from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text

JOIN_BEHIND = 1.3
"""Line heights between a label's value and what goes on from it; a stranger may follow."""
_JOIN, _OVERLAP = 2.2, 0.2
"""Line heights between two pieces of one value in a row, and what part of one may lie above the other."""
_FAR_RIGHT = 0.55
"""How far right of a label (share of the page's width) its value may stand."""
_BRACKETED = re.compile(r"^\W*[(（\[][^)）\]]*[)）\]]\W*$")
_SMALL = 0.8
"""Of the height of a figure: print that may explain it."""


def row_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    """Texts in the row of `box`, to its right, up to the next label."""
    reach = box[2] + _FAR_RIGHT * sheet.gray.shape[1]
    found = []
    row = [
        (index, text)
        for index, text in enumerate(sheet.texts)
        if text.box[0] >= box[2] - 2 and in_one_row(box, text.box)
    ]
    for index, text in sorted(row, key=lambda entry: entry[1].box[0]):
        if index in labels or text.box[0] > reach:
            break
        if squeeze(text.text) or text.piece.width > text.piece.height:
            found.append(text)
    return found


def only_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    """The one text right of `box`, wherever in a row that `box` begins; nothing where more stands there, or a label."""
    row = [(index, text) for index, text in enumerate(sheet.texts) if text.box != box and in_one_row(box, text.box)]
    return [text for index, text in row if len(row) == 1 and text.box[0] >= box[2] and index not in labels]


def without_label(name: str, row: Sequence[Text]) -> list[Text]:
    """`row` without the words at its start that are the label in another language.

    They stand in brackets, or they are without digits where `name` has digits.
    """
    first = next((place for place, text in enumerate(row) if not _BRACKETED.match(text.text)), len(row))
    start = next((place for place, text in enumerate(row) if any(char.isdigit() for char in text.text)), 0)
    return list(row[max(first, start if needs_digits(name) else 0) :])


def joined(row: Sequence[Text]) -> list[Text]:
    """The first texts of `row`, as long as the gaps between them are those of one value."""
    found: list[Text] = []
    for text in row:
        if found and shared(found[-1].box[0], found[-1].box[2], text.box[0], text.box[2]) > _OVERLAP:
            if _is_caption(text, found[-1]):
                continue
            return []  # two readings of one place: neither is known to be whole
        if found and text.box[0] - found[-1].box[2] > _JOIN * max(text.piece.height, found[-1].piece.height):
            break
        found.append(text)
    return found


def _is_caption(text: Text, figure: Text) -> bool:
    """Whether `text` is small print right below `figure` (`Year` below a blank)."""
    return text.box[1] >= figure.box[3] - 2 and text.piece.height < _SMALL * figure.piece.height


def line_of(text: Text, texts: Sequence[Text]) -> list[Text]:
    """`text` with what goes on from it, on either side, in its row."""
    row = [other for other in texts if other.piece.cell == text.piece.cell and in_one_row(text.box, other.box)]
    row.sort(key=lambda entry: entry.box[0])
    place = next(index for index, other in enumerate(row) if other is text)
    first = last = place
    reach = JOIN_BEHIND * text.piece.height
    while first > 0 and row[first].box[0] - row[first - 1].box[2] <= reach:
        first -= 1
    while last + 1 < len(row) and row[last + 1].box[0] - row[last].box[2] <= reach:
        last += 1
    return row[first : last + 1]
