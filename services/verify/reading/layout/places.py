"""From a label to the place of its value: behind it, right of it, below it, or, seldom, above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor, is_score, needs_digits, squeeze, without_colon
from services.verify.reading.layout.neighbours import (
    around,
    neighbour_below,
    neighbour_right,
    shared,
    texts_in_cell,
)
from services.verify.reading.layout.score_places import Candidate, score_candidates
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.text import has_hangul

_SAME_ROW = 0.5
_FAR_RIGHT, _FAR_BELOW, _FAR_ABOVE = 0.55, 3.2, 1.6
"""How far right (share of the page's width), below and above (line heights) of a label its value may stand without
cells."""
_ZONE_BELOW = 5.0
"""Line heights below a label in which its value may stand anywhere up to the next label of the row."""
_CLEARLY_NEARER = 0.6
"""A label this much nearer to the text above it than to the one below belongs to the former."""
_LEGEND_ROWS = 8
_JOIN, _JOIN_BEHIND = 2.2, 1.3
"""Line heights between two pieces of one value in a row; less behind a label, where a stranger may follow."""
_STACKED = 0.9
"""Line heights between the two lines of one label."""
_MOST_CANDIDATES = 4
"""Candidates of one score that are tried against the paper's invariants."""
_LAST_DOUBT = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one value."""

    field: str
    """Field of the declaration."""
    page: int
    """Index of the sheet."""
    lines: tuple[Text, ...]
    """Pieces of the value in reading order; none where the place is empty."""
    box: Box
    """Around the value, in pixels of the sheet."""
    doubt: int = 0
    """0 where the place is plain, more where another place of the same label is likelier."""

    @property
    def text(self) -> str:
        """What the first reader saw there."""
        return " ".join(line.text for line in self.lines if line.text)


def find_places(
    sheets: Sequence[Sheet],
    anchors: Sequence[Anchor],
    fields: Iterable[str],
    parse: Callable[[str, str], str | None],
    holds: Callable[[Mapping[str, str]], bool] | None = None,
) -> list[Spot]:
    """The place of each of `fields` that has a label; the first place whose text parses, else the likeliest.

    `parse(field, text)` gives the canonical value or None. `holds(values)` says whether scores fit together: among the
    numbers that may belong to the labels of a score table, those that do are taken. `family.name_latin` and
    `given.name_latin` come back as one `name_latin`.
    """
    anchors = _in_one(sheets, anchors)
    choices = {name: _choices(name, sheets, anchors, parse) for name in fields}
    chosen = _chosen(choices, parse)
    if holds is not None:
        chosen |= _fitting(choices, chosen, parse, holds)
    spots = [chosen[name] for name in choices if name in chosen]
    if "name" in chosen:
        filled = [spot for spot in choices["name"] if spot.lines]
        spots += _name_in_the_other_script(chosen["name"], filled)
    return _with_whole_names(spots)


def _choices(
    name: str, sheets: Sequence[Sheet], anchors: Sequence[Anchor], parse: Callable[[str, str], str | None]
) -> list[Spot]:
    """Every place that a label of `name` may mean, the likeliest first."""
    own = sorted((anchor for anchor in anchors if anchor.field == name), key=lambda anchor: not anchor.exact)
    choice = [spot for anchor in own for spot in _candidates(name, sheets[anchor.page], anchor, anchors)]
    if name == "level":
        choice = [spot for spot in choice if not _heads_a_legend(sheets[spot.page], spot, parse)]
    return sorted(choice, key=lambda spot: spot.doubt)


def _chosen(choices: Mapping[str, Sequence[Spot]], parse: Callable[[str, str], str | None]) -> dict[str, Spot]:
    """One place for each field: plain places first, so that no doubtful one takes the text of another field."""
    chosen: dict[str, Spot] = {}
    taken: set[int] = set()
    for doubt in range(_LAST_DOUBT + 1):
        for name, choice in choices.items():
            if name in chosen:
                continue
            free = [spot for spot in choice if spot.doubt <= doubt and not (doubt and _uses(spot) & taken)]
            parsed = next((spot for spot in free if spot.lines and parse(name, spot.text) is not None), None)
            if parsed is not None:
                chosen[name] = parsed
                taken |= _uses(parsed)
    for name, choice in choices.items():
        plain = [spot for spot in choice if spot.doubt < 2 and not _uses(spot) & taken]
        if name not in chosen and plain:
            chosen[name] = next((spot for spot in plain if spot.lines), plain[0])
    return chosen


def _uses(spot: Spot) -> set[int]:
    return {id(line.seen) for line in spot.lines}


def _fitting(
    choices: Mapping[str, Sequence[Spot]],
    chosen: Mapping[str, Spot],
    parse: Callable[[str, str], str | None],
    holds: Callable[[Mapping[str, str]], bool],
) -> dict[str, Spot]:
    """Places of scores that fit together, where those chosen one by one do not; nothing where none do."""
    names = [name for name in choices if is_score(name) and name in chosen]
    values = [_valued(name, chosen[name], parse) for name in names]
    if len(names) < 2 or None in values or _hold(names, values, holds):
        return {}
    options = []
    for name in names:
        numbers = [spot for spot in choices[name] if _valued(name, spot, parse) is not None]
        options.append(numbers[:_MOST_CANDIDATES])
    for tried in sorted(product(*options), key=lambda spots: sum(spot.doubt for spot in spots)):
        apart = len({line for spot in tried for line in _uses(spot)}) == sum(len(spot.lines) for spot in tried)
        if apart and _hold(names, [_valued(name, spot, parse) for name, spot in zip(names, tried, strict=True)], holds):
            return dict(zip(names, tried, strict=True))
    return {}


def _hold(names: Sequence[str], values: Sequence[str | None], holds: Callable[[Mapping[str, str]], bool]) -> bool:
    return holds({name: value for name, value in zip(names, values, strict=True) if value is not None})


def _valued(name: str, spot: Spot, parse: Callable[[str, str], str | None]) -> str | None:
    return parse(name, spot.text) if spot.lines else None


def _name_in_the_other_script(chosen: Spot, filled: Sequence[Spot]) -> list[Spot]:
    """Beside 성명 a paper may print Name: the place right beside its label that holds the other script, or nothing."""
    others = (spot for spot in filled if not spot.doubt and has_hangul(spot.text) != has_hangul(chosen.text))
    return list(islice(others, 1))


def _with_whole_names(spots: Sequence[Spot]) -> list[Spot]:
    """Family and given name as one place of two pieces; neither where the whole name has a place of its own."""
    found = {spot.field: spot for spot in spots}
    parts = [found[f"{part}.name_latin"] for part in ("family", "given") if f"{part}.name_latin" in found]
    whole = [spot for spot in spots if spot not in parts]
    filled = [part for part in parts if part.lines]
    if not filled or found.get("name_latin"):
        return whole
    lines = tuple(line for part in filled for line in part.lines)
    return [*whole, Spot("name_latin", filled[0].page, lines, around([line.box for line in lines]))]


def _heads_a_legend(sheet: Sheet, spot: Spot, parse: Callable[[str, str], str | None]) -> bool:
    """Whether other levels, or short words like them, stand right below: a table of all levels, not the one reached."""
    below = [
        text
        for text in sheet.texts
        if 0 < text.box[1] - spot.box[3] < _LEGEND_ROWS * text.piece.height
        and shared(text.box[0], text.box[2], spot.box[0], spot.box[2]) > 0.3
    ]
    other = {parse(spot.field, text.text) for text in below[:4]} - {None, parse(spot.field, spot.text)}
    return bool(other) or sum(len(squeeze(text.text)) in (1, 2, 3) for text in below[:4]) >= 2


def _in_one(sheets: Sequence[Sheet], anchors: Sequence[Anchor]) -> list[Anchor]:
    """`anchors`, those whose label stands in two lines (`수험번호` above `Registration No.`) as one around both."""
    joined: list[Anchor] = []
    for anchor in anchors:
        over = next((place for place, upper in enumerate(joined) if _is_second_line(sheets, upper, anchor)), None)
        if over is None:
            joined.append(anchor)
        else:
            joined[over] = replace(joined[over], box=around([joined[over].box, anchor.box]))
            joined.append(replace(anchor, box=joined[over].box))
    return joined


def _is_second_line(sheets: Sequence[Sheet], upper: Anchor, anchor: Anchor) -> bool:
    if (upper.page, upper.field) != (anchor.page, anchor.field) or upper.rest or anchor.rest:
        return False
    one, other = sheets[anchor.page].texts[upper.index], sheets[anchor.page].texts[anchor.index]
    gap = other.box[1] - one.box[3]
    return (
        one.piece.cell == other.piece.cell
        and -0.3 * one.piece.height <= gap <= _STACKED * one.piece.height
        and (_under(one.box, other.box) or abs(one.box[0] - other.box[0]) < one.piece.height)
    )


def _candidates(name: str, sheet: Sheet, anchor: Anchor, anchors: Sequence[Anchor]) -> Iterator[Spot]:
    labels = {other.index for other in anchors if other.page == anchor.page}
    if anchor.rest is not None:
        yield from _behind(name, sheet, anchor, anchor.rest, labels)
        if not is_score(name):
            yield from _in_next_cell(name, sheet, anchor, labels)
            return
    if is_score(name):
        for found in score_candidates(sheet, anchor, labels):
            yield _doubted(name, anchor.page, found)
        return
    yield from _right(name, sheet, anchor, labels)
    yield from _below(name, sheet, anchor, labels)
    yield from _above(name, sheet, anchor, labels)


def _doubted(name: str, page: int, found: Candidate) -> Spot:
    return replace(_spot(name, page, [found.text]), doubt=found.doubt)


def _behind(name: str, sheet: Sheet, anchor: Anchor, rest: Text, labels: set[int]) -> Iterator[Spot]:
    """What follows in the label's own piece, with what stands close behind it where a wide space parted the value."""
    row = [rest]
    for text in _row_right(sheet, rest.box, labels | {anchor.index}):
        if text.piece.cell != rest.piece.cell or text.box[0] - row[-1].box[2] > _JOIN_BEHIND * rest.piece.height:
            break
        row.append(text)
    if len(row) > 1 and not is_score(name):
        yield _spot(name, anchor.page, row)
    yield _spot(name, anchor.page, [rest])


def _in_next_cell(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """The cell beside a cell whose label ends in something misread that looked like a value (`시험일자 12066`)."""
    cell = sheet.texts[anchor.index].piece.cell
    beside = neighbour_right(sheet.cells, cell) if cell is not None else None
    if beside is not None:
        inside = texts_in_cell(sheet, beside)
        if inside and not any(index in labels for index, _ in inside):
            yield replace(_spot(name, anchor.page, [text for _, text in inside]), doubt=1)


def _right(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """In the label's own cell, else in the cell beside it; last of all in its row whatever rules stand between."""
    cell = sheet.texts[anchor.index].piece.cell
    if cell is not None:
        if in_row := _in_cell_right(sheet, anchor, cell, labels):
            yield _spot(name, anchor.page, in_row)
            return
        beside = neighbour_right(sheet.cells, cell)
        if beside is not None:
            inside = texts_in_cell(sheet, beside)
            if any(index in labels for index, _ in inside):
                return
            yield _spot(name, anchor.page, [text for _, text in inside], sheet.cells[beside])
    if row := _with_digits(name, _row_right(sheet, anchor.box, labels)):
        yield replace(_spot(name, anchor.page, _joined(row)), doubt=0 if cell is None else 1)


def _in_cell_right(sheet: Sheet, anchor: Anchor, cell: int, labels: set[int]) -> list[Text]:
    row = [text for text in _row_right(sheet, anchor.box, labels) if text.piece.cell == cell]
    return _joined(_with_digits(anchor.field, row))


def _with_digits(name: str, row: Sequence[Text]) -> list[Text]:
    """`row` from its first digits on, where `name` has digits: words before them are the label in another language."""
    start = next((place for place, text in enumerate(row) if any(char.isdigit() for char in text.text)), 0)
    return list(row[start:] if needs_digits(name) else row)


def _row_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    """Texts in the row of `box`, to its right, up to the next label."""
    reach = box[2] + _FAR_RIGHT * sheet.gray.shape[1]
    found = []
    row = [
        (index, text)
        for index, text in enumerate(sheet.texts)
        if text.box[0] >= box[2] - 2 and shared(box[1], box[3], text.box[1], text.box[3]) >= _SAME_ROW
    ]
    for index, text in sorted(row, key=lambda entry: entry[1].box[0]):
        if index in labels or text.box[0] > reach:
            break
        if squeeze(text.text) or text.piece.width > text.piece.height:
            found.append(text)
    return found


def _joined(row: Sequence[Text]) -> list[Text]:
    """The first texts of `row`, as long as the gaps between them are those of one value."""
    found: list[Text] = []
    for text in row:
        if found and text.box[0] - found[-1].box[2] > _JOIN * max(text.piece.height, found[-1].piece.height):
            break
        found.append(text)
    return found


def _below(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    cell = sheet.texts[anchor.index].piece.cell
    if cell is not None:
        inside = [
            text
            for index, text in texts_in_cell(sheet, cell)
            if index not in labels and text.box[1] >= anchor.box[3] - 2
        ]
        if inside:
            near = [text for text in inside if _under(anchor.box, text.box)]
            if near and near[0].box[1] - anchor.box[3] <= _FAR_BELOW * near[0].piece.height:
                yield _spot(name, anchor.page, _line_of(near[0], inside))
                return
        under = neighbour_below(sheet.cells, cell)
        if under is not None:
            found = texts_in_cell(sheet, under)
            if not any(index in labels for index, _ in found):
                yield _spot(name, anchor.page, [text for _, text in found], sheet.cells[under])
            return
    under_it = _nearest_below(sheet, anchor)
    if under_it is not None:
        if under_it not in labels:
            text = sheet.texts[under_it]
            others = [other for place, other in enumerate(sheet.texts) if place not in labels]
            found_line = _spot(name, anchor.page, _line_of(text, others))
            yield replace(found_line, doubt=2 if _belongs_above(sheet, anchor, labels, text) else 0)
        return
    if in_zone := _in_zone(sheet, anchor, labels):
        yield replace(_spot(name, anchor.page, in_zone), doubt=1)


def _line_of(text: Text, texts: Sequence[Text]) -> list[Text]:
    """`text` and what continues it in its row."""
    row = [
        other
        for other in texts
        if other.box[0] >= text.box[2] - 2
        and other.piece.cell == text.piece.cell
        and shared(text.box[1], text.box[3], other.box[1], other.box[3]) >= _SAME_ROW
    ]
    line = [text]
    for other in sorted(row, key=lambda entry: entry.box[0]):
        if other.box[0] - line[-1].box[2] > _JOIN_BEHIND * text.piece.height:
            break
        line.append(other)
    return line


def _in_zone(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[Text]:
    """The first text below a label in its part of the row: up to the next label right of it (a value in a wide box)."""
    row = [
        sheet.texts[index].box[0]
        for index in labels
        if sheet.texts[index].box[0] > anchor.box[2]
        and shared(anchor.box[1], anchor.box[3], sheet.texts[index].box[1], sheet.texts[index].box[3]) >= _SAME_ROW
    ]
    if not row:
        return []
    left, right = anchor.box[0] - anchor_height(anchor), min(row) - anchor_height(anchor)
    for index, text in enumerate(sheet.texts):
        below = text.box[1] - anchor.box[3]
        if 0 <= below <= _ZONE_BELOW * anchor_height(anchor) and left <= text.box[0] and text.box[2] <= right:
            return [] if index in labels else [text]
    return []


def _nearest_below(sheet: Sheet, anchor: Anchor) -> int | None:
    """The nearest text right below a label."""
    reach = _FAR_BELOW * anchor_height(anchor)
    near = (
        index
        for index, text in enumerate(sheet.texts)
        if 0 <= text.box[1] - anchor.box[3] + 2 <= reach and _under(anchor.box, text.box)
    )
    return next(near, None)


def _nearest_above(sheet: Sheet, anchor: Anchor) -> int | None:
    """The nearest text right above a label."""
    for index in range(len(sheet.texts) - 1, -1, -1):
        text = sheet.texts[index]
        reach = _FAR_ABOVE * max(anchor_height(anchor), text.piece.height)
        if -2 <= anchor.box[1] - text.box[3] <= reach and _under(anchor.box, text.box):
            return index
    return None


def _belongs_above(sheet: Sheet, anchor: Anchor, labels: set[int], below: Text) -> bool:
    """Whether the label stands clearly nearer to a value above it than to the text `below`."""
    above = _nearest_above(sheet, anchor)
    if above is None or above in labels:
        return False
    return anchor.box[1] - sheet.texts[above].box[3] < _CLEARLY_NEARER * (below.box[1] - anchor.box[3])


def _above(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """Right above the label, as forms have it that print the label under a line to be filled in."""
    index = _nearest_above(sheet, anchor)
    if index is not None and index not in labels:
        below = _nearest_below(sheet, anchor)
        plain = below is not None and _belongs_above(sheet, anchor, labels, sheet.texts[below])
        yield replace(_spot(name, anchor.page, [sheet.texts[index]]), doubt=0 if plain else 2)


def anchor_height(anchor: Anchor) -> int:
    """Pixels."""
    return anchor.box[3] - anchor.box[1]


def _under(label: Box, text: Box) -> bool:
    return shared(label[0], label[2], text[0], text[2]) >= 0.4


def _spot(name: str, page: int, lines: Sequence[Text], place: Box | None = None) -> Spot:
    lines = [without_colon(line) for line in lines[:1]] + list(lines[1:])
    return Spot(name, page, tuple(lines), around([line.box for line in lines]) if lines else place or (0, 0, 0, 0))
