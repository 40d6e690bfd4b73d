"""From labels to places: of all places that its labels may mean, the one that holds the field's value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from services.verify.reading.layout.fitting_scores import possible_scores, settled_scores
from services.verify.reading.layout.label_forms import is_dated
from services.verify.reading.layout.labels import Anchor, is_day, is_score
from services.verify.reading.layout.legends import is_one_of_many
from services.verify.reading.layout.neighbours import around, in_one_row, shared
from services.verify.reading.layout.sittings import Sittings
from services.verify.reading.layout.spots import Spot, right_under, spots_of
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, passed_over
from services.verify.values.family_names import may_be_name, may_be_short_name
from services.verify.values.text import has_hangul

__all__ = ["Spot", "find_places"]

_LEGEND_ROWS, _NUMBER = 8, re.compile("[0-9]{2}")
_GRADED = ("grade", "level")
_ENDS_A_PERIOD = re.compile(r"^\s*[~∼～〜]")
"""How the second half of a period begins, whose first stands elsewhere."""
_STACKED, _NEXT_WORD = 0.9, 1.3
"""Line heights between the two lines of one label, and between two of its words."""
_LAST_DOUBT, _ABOVE = 3, 2
"""Of the places of a label: the most doubtful, and from where on one is rather that of something else."""
_ANOTHER_PART = 10.0
"""Line heights from which what stands below belongs to another part of the paper."""
_STANDS_FOR = {"holder.name": "name", "bare.number": "number"}
"""What 소지자 or 신청인 announces, and 번호 alone: less than 성명 and 자격번호, for these head groups of labels too."""


def find_places(
    sheets: Sequence[Sheet],
    anchors: Sequence[Anchor],
    fields: Iterable[str],
    parse: Callable[[str, str], str | None],
    holds: Callable[[Mapping[str, str]], bool] | None = None,
) -> list[Spot]:
    """The place of each of `fields` that has a label; the first place whose text parses, else the likeliest.

    `parse(field, text)` gives the canonical value or None. `holds(values)` says whether scores fit together: among the
    numbers that may belong to the labels of a score table, those that do are taken, unless others do as well.
    `family.name_latin` and `given.name_latin` come back as one `name_latin`; `holder.name` as the `name` where no label
    of its own gave one, and `bare.number` so as the `number`.
    """
    anchors = _in_one(sheets, anchors)
    sittings = Sittings(sheets, anchors, parse)
    days = _choices("test_date", sheets, anchors, parse, lambda anchor, _: sittings.heads_one(anchor))
    sat = next((day for spot in days if (day := _valued("test_date", spot, parse)) is not None), None)

    def is_strange(anchor: Anchor, spot: Spot) -> bool:
        if is_score(anchor.field):
            return sittings.is_of_another(anchor, spot, sat)
        return anchor.field == "test_date" and sittings.heads_one(anchor)

    choices: Mapping[str, Sequence[Spot]] = {
        name: _choices(name, sheets, anchors, parse, is_strange) for name in fields
    }
    if holds is not None:
        choices = possible_scores(choices, parse, holds)
    chosen = _claimed_once(_chosen(choices, parse))
    if holds is not None:
        chosen = settled_scores(choices, chosen, parse, holds)
    for less, name in _STANDS_FOR.items():
        known = less in chosen and (name == "name" or _valued(less, chosen[less], parse) is not None)
        if known and _valued(name, chosen.get(name), parse) is None:
            chosen[name] = replace(chosen[less], field=name)
    spots = [chosen[name] for name in choices if name in chosen and name not in _STANDS_FOR]
    if "name" in chosen:
        filled = [spot for spot in choices["name"] if _valued("name", spot, parse) is not None]
        spots += _name_in_the_other_script(chosen["name"], filled)
    return _with_whole_names(spots)


def _choices(
    name: str,
    sheets: Sequence[Sheet],
    anchors: Sequence[Anchor],
    parse: Callable[[str, str], str | None],
    is_strange: Callable[[Anchor, Spot], bool],
) -> list[Spot]:
    """Every place that a label of `name` may mean and that is not strange to it, the likeliest first."""
    own = sorted((anchor for anchor in anchors if anchor.field == name), key=lambda anchor: not anchor.exact)
    choice = [
        spot
        for anchor in own
        for spot in spots_of(name, sheets[anchor.page], anchor, anchors)
        if not is_strange(anchor, spot)
    ]
    if is_day(name):
        choice = [spot for spot in choice if not _ENDS_A_PERIOD.match(spot.text)]
    if name == "level":
        choice = [spot for spot in choice if not _heads_a_legend(sheets[spot.page], spot, parse)]
    if name in _GRADED:
        choice = [spot for spot in choice if not is_one_of_many(sheets[spot.page], spot, parse)]
    return sorted(choice, key=lambda spot: (spot.doubt, spot.rank))


def _chosen(choices: Mapping[str, Sequence[Spot]], parse: Callable[[str, str], str | None]) -> dict[str, Spot]:
    """One place for each field: plain places first, so that no doubtful one takes the text of another field."""
    chosen: dict[str, Spot] = {}
    taken: set[tuple[int, int, int]] = set()
    for doubt in range(_LAST_DOUBT + 1):
        for name, choice in choices.items():
            if name in chosen:
                continue
            free = [spot for spot in choice if spot.doubt <= doubt and not (doubt and _uses(spot) & taken)]
            values = [spot for spot in free if spot.lines and parse(name, spot.text) is not None]
            values = [spot for spot in values if spot.doubt < _ABOVE or _has_form(name, spot.text)]
            parsed = next((spot for spot in values if _has_form(name, spot.text)), values[0] if values else None)
            if parsed is not None and _is_another_part(name, values[0], parsed):
                parsed = values[0]
            if free and _unread_in_cell(free[0]):
                parsed = free[0]
            if parsed is not None:
                chosen[name] = parsed
                taken |= _uses(parsed)
    for name, choice in choices.items():
        plain = [spot for spot in choice if spot.doubt < 2 and not _uses(spot) & taken]
        if name not in chosen and plain:
            chosen[name] = next((spot for spot in plain if spot.lines), plain[0])
    return chosen


def _unread_in_cell(spot: Spot) -> bool:
    """Whether the likeliest place is a cell with text that the first reader passed over: others may read it."""
    return bool(spot.lines) and all(passed_over(line) and line.piece.cell is not None for line in spot.lines)


def _claimed_once(chosen: Mapping[str, Spot]) -> dict[str, Spot]:
    """`chosen` without dates, and without scores, that two of them claim: one label took what is the other's."""
    claims: dict[tuple[int, int, int], set[str]] = {}
    for name, spot in chosen.items():
        if is_score(name) or is_dated(name):
            for piece in _uses(spot):
                claims.setdefault(piece, set()).add(name)
    contested = {name for names in claims.values() if len(names) > 1 for name in names}
    return {name: spot for name, spot in chosen.items() if name not in contested}


def _has_form(name: str, text: str) -> bool:
    """Whether `text` has the very form of a value of field `name`: a misread label beside 성명 parses as a name too."""
    return name != "name" or not has_hangul(text) or may_be_name(squeeze(text))


def _is_another_part(name: str, first: Spot, formed: Spot) -> bool:
    """Whether a whole name stands in another part of the paper (who signs) than a name of two syllables before it."""
    if name != "name" or not may_be_short_name(squeeze(first.text)):
        return False
    return first.page != formed.page or formed.box[1] - first.box[3] > _ANOTHER_PART * (first.box[3] - first.box[1])


def _uses(spot: Spot) -> set[tuple[int, int, int]]:
    """Page, left and top of each piece of `spot`: the same for a piece and for the number cut out of it."""
    return {(spot.page, line.box[0], line.box[1]) for line in spot.lines}


def _valued(name: str, spot: Spot | None, parse: Callable[[str, str], str | None]) -> str | None:
    return parse(name, spot.text) if spot is not None and spot.lines else None


def _name_in_the_other_script(chosen: Spot, filled: Sequence[Spot]) -> list[Spot]:
    """Beside 성명 a paper may print Name: a place as plain as the chosen one, in the other script, or nothing."""
    others = (
        spot for spot in filled if spot.doubt <= chosen.doubt and has_hangul(spot.text) != has_hangul(chosen.text)
    )
    return list(islice(others, 1))


def _with_whole_names(spots: Sequence[Spot]) -> list[Spot]:
    """Family and given name as one place of two pieces; neither where the whole name has a place of its own."""
    found = {spot.field: spot for spot in spots}
    parts = [found[f"{part}.name_latin"] for part in ("family", "given") if f"{part}.name_latin" in found]
    whole = [spot for spot in spots if spot not in parts]
    filled = [part for part in parts if part.lines]
    alone = len(filled) == 1 and len(filled[0].text.split()) == 1  # half a name is none
    if not filled or alone or found.get("name_latin"):
        return whole
    lines = tuple({id(line.seen): line for part in filled for line in part.lines}.values())  # both under one value
    return [*whole, Spot("name_latin", filled[0].page, lines, around([line.box for line in lines]))]


def _heads_a_legend(sheet: Sheet, spot: Spot, parse: Callable[[str, str], str | None]) -> bool:
    """Whether other levels, or short words like them, stand right below: a table of all levels, not the one reached.

    Numbers of two digits are the scores of a form whose values stand in one column.
    """
    below = [
        text
        for text in sheet.texts
        if 0 < text.box[1] - spot.box[3] < _LEGEND_ROWS * text.piece.height
        and shared(text.box[0], text.box[2], spot.box[0], spot.box[2]) > 0.3
    ]
    other = {parse(spot.field, text.text) for text in below[:4]} - {None, parse(spot.field, spot.text)}
    short = [text for text in below[:4] if len(squeeze(text.text)) in (1, 2, 3) and not _NUMBER.search(text.text)]
    return bool(other) or len(short) >= 2


def _in_one(sheets: Sequence[Sheet], anchors: Sequence[Anchor]) -> list[Anchor]:
    """`anchors`, those of one label in several pieces (`수험번호` above `Registration` `No.`) each around all of it."""
    groups: list[list[Anchor]] = []
    for anchor in anchors:
        own = [group for group in groups if any(_is_part_too(sheets, other, anchor) for other in group)]
        groups = [group for group in groups if group not in own]
        groups.append([*(other for group in own for other in group), anchor])
    boxes = {id(anchor): around([other.box for other in group]) for group in groups for anchor in group}
    return [replace(anchor, box=boxes[id(anchor)]) for anchor in anchors]


def _is_part_too(sheets: Sequence[Sheet], one: Anchor, other: Anchor) -> bool:
    if (one.page, one.field) != (other.page, other.field) or one.rest or other.rest:
        return False
    upper, lower = sorted((one, other), key=lambda anchor: anchor.box[1])
    left, right = sorted((one, other), key=lambda anchor: anchor.box[0])
    return _is_second_line(sheets, upper, lower) or _goes_on(sheets, left, right)


def _goes_on(sheets: Sequence[Sheet], left: Anchor, right: Anchor) -> bool:
    """Whether the piece `right` is the next word of the label `left`."""
    one, other = sheets[left.page].texts[left.index], sheets[right.page].texts[right.index]
    level = in_one_row(one.box, other.box)
    near = 0 <= other.box[0] - one.box[2] <= _NEXT_WORD * one.piece.height
    return one.piece.cell == other.piece.cell and level and near


def _is_second_line(sheets: Sequence[Sheet], upper: Anchor, anchor: Anchor) -> bool:
    one, other = sheets[anchor.page].texts[upper.index], sheets[anchor.page].texts[anchor.index]
    gap = other.box[1] - one.box[3]
    return (
        one.piece.cell == other.piece.cell
        and -0.3 * one.piece.height <= gap <= _STACKED * one.piece.height
        and (right_under(one.box, other.box) or abs(one.box[0] - other.box[0]) < one.piece.height)
    )
