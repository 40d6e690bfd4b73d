"""The head of a table: its column labels in one row, or in several rows one over the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from services.verify.evidence import Box
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.labels import BOTH, DECOY, Anchor, Label
from services.verify.reading.layout.nearest_form import parts_apart
from services.verify.reading.layout.neighbours import around, by_lines, in_one_row, shared, texts_in_cell
from services.verify.reading.layout.open_levels import Placed, levels_of
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.layout.table_levels import Known, lower_columns
from services.verify.reading.sheets import Sheet, Text

_LINE_GAP = 0.9
"""Line heights between two lines of one column label."""
_LABEL_LINES = 3
_LONG_LABEL = 4
_MISREAD = 0.4
"""What share of a label's strokes, syllable part by syllable part, may be misread where only labels stand."""
_BESIDE = 0.3
"""What part of the height of two labels in one row without rules is the same at least."""
_WHOLE = 0.75
"""A label's cell that is higher than this share of the head belongs to no single line of it."""
_HIGHEST_CELL = 8.0
"""A ruled head is no higher than so many lines; a higher cell holds more than a label."""


@dataclass(frozen=True, slots=True)
class Head:
    """One column label, on one line or on several."""

    field: str
    """Column that it announces, or DECOY."""
    box: Box
    """Around its pieces, in pixels of the sheet."""
    pieces: tuple[int, ...]
    """Indexes of its texts on the sheet."""
    cell: Box | None
    """The ruled cell that it has to itself or with the labels of its other lines, or None."""
    line: tuple[int, int] = (0, 1)
    """Which line of its cell it is, and how many labels stand below each other there."""

    @property
    def place(self) -> Box:
        """Its cell, or the label itself."""
        return self.cell or self.box


@dataclass(frozen=True, slots=True)
class Header:
    """The labels of one table, left to right and top to bottom."""

    heads: tuple[Head, ...]
    """All of them, those that announce nothing included."""
    over: frozenset[int] = frozenset()
    """Texts over several labels that say what these have in common (`참여기간` over `시작` and `종료`)."""

    @property
    def box(self) -> Box:
        """Around their places; labels of nothing that is read may stand in cells that reach into the rows."""
        read = [head.place for head in self.heads if head.field != DECOY]
        bottom = around(read)[3]
        others = [head.place if head.place[3] <= bottom + 8 else head.box for head in self.heads if head.field == DECOY]
        return around([*read, *others])

    @property
    def ruled(self) -> bool:
        """Whether every label has a cell to itself."""
        return all(head.cell for head in self.heads if head.field != DECOY)

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that are read."""
        return tuple(head.field for head in self.heads if head.field != DECOY)

    def line_of(self, head: Head) -> tuple[int, int]:
        """Which line of a record `head` names, and how many lines a record has: as many as rows of ruled labels."""
        if not head.cell or head.line[1] > 1:
            return head.line
        top, bottom = self.box[1], self.box[3]
        partial = [one.cell for one in self.heads if one.cell and one.cell[3] - one.cell[1] < _WHOLE * (bottom - top)]
        lines: list[Box] = []
        for cell in sorted(partial, key=lambda box: box[1]):
            if not lines or cell[1] >= lines[-1][3] - 8:
                lines.append(cell)
        if len(lines) < 2 or head.cell not in partial:
            return 0, 1
        middle = (head.cell[1] + head.cell[3]) / 2
        own = min(range(len(lines)), key=lambda place: abs((lines[place][1] + lines[place][3]) / 2 - middle))
        return own, len(lines)

    def understood(self, sheet: Sheet) -> bool:
        """Whether every text in the row of labels is one of them: what nobody knows may be a column of its own."""
        known = {index for head in self.heads for index in head.pieces} | self.over
        _, top, _, bottom = self.box
        return not any(
            top <= (text.box[1] + text.box[3]) / 2 <= bottom
            and squeeze(text.text)
            and not _stands_in_higher_cell(sheet, text, 2 * (bottom - top))
            for index, text in enumerate(sheet.texts)
            if index not in known
        )


def _stands_in_higher_cell(sheet: Sheet, text: Text, high: int) -> bool:
    """Whether a text is the label at the side of a whole part of the form."""
    if text.piece.cell is None:
        return False
    box = sheet.cells[text.piece.cell]
    return box[3] - box[1] > high


def find_headers(
    sheet: Sheet, page: int, anchors: Sequence[Anchor], labels: Sequence[Label], fewest: int = 3
) -> list[Header]:
    """Every table head on this sheet, top to bottom: at least `fewest` different column labels in a row."""
    free, over = _heads(sheet, page, anchors, labels)
    headers: list[Header] = []
    while row := _longest_row(free, fewest):
        others = [head for head in free if head not in row]
        heads = _with_open_levels(row, others) or _with_further_rows(row, others)
        heads += _misread(sheet, heads, labels, over)
        headers.append(Header(tuple(sorted(heads, key=lambda head: (head.place[0], head.place[1]))), over))
        taken = {index for head in heads for index in head.pieces}
        free = [head for head in free if not taken & set(head.pieces)]
    return sorted(headers, key=lambda header: header.box[1])


def _heads(
    sheet: Sheet, page: int, anchors: Sequence[Anchor], labels: Sequence[Label]
) -> tuple[list[Head], frozenset[int]]:
    """Labels of one piece, of words one below the other, and of two levels; with them the texts over the latter."""
    words = {squeeze(word): label.field for label in labels for word in label.words}
    found = [
        Head(anchor.field, anchor.box, (anchor.index,), None)
        for anchor in anchors
        if anchor.page == page and anchor.rest is None
    ]
    stacked = []
    for pile in _piles(sheet):
        lines = [sheet.texts[index].text for index in pile]
        field = words.get(squeeze("".join(lines))) or compound_field(" ".join(lines), words.values())
        if field is not None:
            stacked.append(Head(field, around([sheet.texts[index].box for index in pile]), pile, None))
    inside = {index for head in stacked for index in head.pieces}
    found = [head for head in found if not inside & set(head.pieces)] + stacked
    lower, over = lower_columns(sheet, _known(labels))
    if lower:
        piles = {cell: tuple(index for index, _ in texts_in_cell(sheet, cell)) for cell in lower}
        inside = {index for pile in piles.values() for index in pile} | over
        found = [head for head in found if not inside & set(head.pieces)]
        found += [
            Head(field, around([sheet.texts[index].box for index in piles[cell]]), piles[cell], None)
            for cell, field in lower.items()
        ]
    twofold = _of_two_columns(sheet, _known(labels))
    both = {index for head in twofold for index in head.pieces}
    found = [head for head in found if not both & set(head.pieces)] + twofold
    return _with_cells(sheet, _in_one(sheet, found)), over


def _in_one(sheet: Sheet, heads: Sequence[Head]) -> list[Head]:
    """`heads`, the words of one label that stand apart in one cell (`참여   기간`) as one."""
    joined: dict[tuple[int | None, str, object], Head] = {}
    for head in heads:
        cell = sheet.texts[head.pieces[0]].piece.cell
        key = (cell, head.field, None if cell is not None and head.field != DECOY else id(head))
        if key in joined:
            other = joined[key]
            head = replace(head, box=around([other.box, head.box]), pieces=(*other.pieces, *head.pieces))
        joined[key] = head
    return list(joined.values())


def _known(labels: Sequence[Label]) -> Known:
    words = {squeeze(word): label.field for label in reversed(labels) for word in label.words}
    fields = {label.field for label in labels}
    return lambda text: words.get(squeeze(text)) or compound_field(text, fields) or _nearly(squeeze(text), words)


def _nearly(letters: str, words: Mapping[str, str]) -> str | None:
    """The field of the long label that `letters` are but for a part of one syllable, where it is one field alone."""
    if len(letters) < _LONG_LABEL or letters.isascii():
        return None
    near = {field for word, field in words.items() if len(word) == len(letters) and parts_apart(letters, word) == 1}
    return near.pop() if len(near) == 1 else None


def _of_two_columns(sheet: Sheet, known: Known) -> list[Head]:
    """Labels of two columns in one (`직무분야 / 전문분야`), whose cells hold two values with the same sign between."""
    found = []
    piles: list[tuple[int, ...]] = [(index,) for index in range(len(sheet.texts))]
    for cell in range(len(sheet.cells)):
        pile = tuple(index for index, _ in texts_in_cell(sheet, cell))
        piles += [pile] if len(pile) == 2 else []
    for pile in piles:
        parts = "".join(sheet.texts[index].text for index in pile).split(BOTH)
        fields = [known(part) for part in parts] if len(parts) == 2 else []
        if len(set(fields) - {None, DECOY}) == 2:
            box = around([sheet.texts[index].box for index in pile])
            found.append(Head(f"{fields[0]}{BOTH}{fields[1]}", box, pile, None))
    return found


def _piles(sheet: Sheet) -> Iterator[tuple[int, ...]]:
    """Two or three pieces right below each other, as the two lines of `참여` `사업명`."""
    for first, text in enumerate(sheet.texts):
        pile = [first]
        while len(pile) < _LABEL_LINES:
            last = sheet.texts[pile[-1]]
            below = [
                index
                for index, other in enumerate(sheet.texts)
                if 0 <= other.box[1] - last.box[3] + 2 <= _LINE_GAP * max(text.piece.height, other.piece.height)
                and other.piece.cell == text.piece.cell
                and shared(text.box[0], text.box[2], other.box[0], other.box[2]) >= 0.5
            ]
            if len(below) != 1:
                break
            pile += below
            yield tuple(pile)


def _with_cells(sheet: Sheet, heads: Sequence[Head]) -> list[Head]:
    """Each label with its cell, where it is alone in one that is no higher than a head."""
    of_cell: dict[int, list[Head]] = {}
    for head in heads:
        cell = sheet.texts[head.pieces[0]].piece.cell
        if cell is not None:
            of_cell.setdefault(cell, []).append(head)
    placed = {id(head): replace(head, cell=None, line=(0, 1)) for head in heads}
    for cell, inside in of_cell.items():
        box = sheet.cells[cell]
        line = max(sheet.texts[index].piece.height for head in inside for index in head.pieces)
        if box[3] - box[1] > _HIGHEST_CELL * line:
            continue
        lines = _lines_of(sheet, cell, inside)
        for place, head in enumerate(lines):
            placed[id(head)] = replace(head, cell=box, line=(place, len(lines)))
    return list(placed.values())


def _lines_of(sheet: Sheet, cell: int, inside: Sequence[Head]) -> list[Head]:
    """The labels in `cell`, each on a line of its own and nothing beside them; none where they stand otherwise."""
    order = sorted(inside, key=lambda head: head.box[1])
    pieces = {index for head in inside for index in head.pieces}
    alone = len(order) == 1 or {index for index, _ in texts_in_cell(sheet, cell)} <= pieces
    below = all(upper.box[3] <= lower.box[1] + 4 for upper, lower in pairwise(order))
    return order if alone and below else []


def _longest_row(heads: Sequence[Head], fewest: int) -> list[Head]:
    """The row with most different columns, or nothing where no row has `fewest`."""
    best: list[Head] = []
    for first in heads:
        row = _different(head for head in heads if _level(first, head))
        if _columns(row) > _columns(best):
            best = row
    return best if _columns(best) >= fewest else []


def _different(heads: Iterable[Head]) -> list[Head]:
    kept: list[Head] = []
    for head in heads:
        if head.field == DECOY or all(head.field != other.field for other in kept):
            kept.append(head)
    return kept


def _columns(heads: Sequence[Head]) -> int:
    return sum(head.field != DECOY for head in heads)


def _level(one: Head, other: Head) -> bool:
    """Whether two labels stand in one row: their cells or, without cells, their lines."""
    if one.cell and other.cell:
        return in_one_row(one.cell, other.cell)
    if shared(one.box[1], one.box[3], other.box[1], other.box[3]) >= _BESIDE:  # the first of two lines beside one
        return True
    middle = abs(one.box[1] + one.box[3] - other.box[1] - other.box[3]) / 2
    return middle <= 0.6 * max(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _misread(sheet: Sheet, heads: Sequence[Head], labels: Sequence[Label], over: frozenset[int]) -> list[Head]:
    """Labels among `heads` that were read too badly to be known anywhere else: the missing one that is nearest."""
    box, taken = around([head.place for head in heads]), {index for head in heads for index in head.pieces} | over
    missing = [label for label in labels if label.field not in {head.field for head in heads}]
    found: dict[str, tuple[float, int]] = {}
    for index, text in enumerate(sheet.texts):
        letters = squeeze(text.text)
        level = shared(box[1], box[3], text.box[1], text.box[3]) >= 0.9 and not any(char.isdigit() for char in letters)
        if index in taken or not level or len(letters) < 2:
            continue
        order = sorted((min(_apart(letters, squeeze(word)) for word in label.words), label.field) for label in missing)
        if order and order[0][0] <= _MISREAD and (len(order) < 2 or order[1][0] > order[0][0] + 0.1):
            best = found.get(order[0][1])
            if best is None or order[0][0] < best[0]:
                found[order[0][1]] = (order[0][0], index)
    return _with_cells(
        sheet, [Head(field, sheet.texts[index].box, (index,), None) for field, (_, index) in found.items()]
    )


def _apart(one: str, other: str) -> float:
    """What share of the parts of their syllables two words differ in."""
    first, second = unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other)
    return Levenshtein.normalized_distance(first, second)


def _with_open_levels(row: Sequence[Head], others: Sequence[Head]) -> list[Head]:
    """`row` with the labels of a second line that no rules part from it; nothing where there is none."""
    fields = {head.field for head in row} - {DECOY}
    loose = [head for head in others if not head.cell and (head.field == DECOY or head.field not in fields)]
    if any(head.cell for head in row):
        return []
    lines = levels_of(*([Placed(head.box, head.field != DECOY) for head in heads] for heads in (row, loose)))
    further = [replace(loose[place], line=line) for place, line in lines.items() if place >= 0]
    return _different([*(replace(head, line=lines[-1]) for head in row), *further]) if lines else []


def _with_further_rows(row: Sequence[Head], others: Sequence[Head]) -> list[Head]:
    """`row` with rows of labels that touch it from above or below: records of two lines have heads of two lines."""
    heads = list(row)
    while True:
        box = around([head.place for head in heads])
        fields = {head.field for head in heads} - {DECOY}
        touching = _different(
            head
            for head in others
            if head not in heads
            and (head.field == DECOY or head.field not in fields)
            and head.cell is not None
            and shared(box[0], box[2], head.cell[0], head.cell[2]) >= 0.9
            and min(abs(head.cell[1] - box[3]), abs(box[1] - head.cell[3])) <= 12
        )
        if _columns(touching) < 2:
            return heads
        heads += touching


def lines_in(sheet: Sheet, indexes: Iterable[int]) -> list[int]:
    """`indexes` of texts in reading order, line by line."""
    return [index for index, _ in by_lines([(index, sheet.texts[index]) for index in indexes])]
