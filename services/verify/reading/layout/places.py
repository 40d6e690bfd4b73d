"""From labels to places: of all places that its labels may mean, the one that holds the field's value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from services.verify.reading.layout.labels import Anchor, is_day, is_score
from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.spots import Spot, right_under, spots_of
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet
from services.verify.values.text import has_hangul

__all__ = ["Spot", "find_places"]

_LEGEND_ROWS = 8
_ENDS_A_PERIOD = re.compile(r"^\s*[~∼～〜]")
"""How the second half of a period begins, whose first stands elsewhere."""
_STACKED = 0.9
"""Line heights between the two lines of one label."""
_MOST_CANDIDATES = 4
"""Candidates of one score that are tried against the paper's invariants."""
_LAST_DOUBT = 3


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
        filled = [spot for spot in choices["name"] if _valued("name", spot, parse) is not None]
        spots += _name_in_the_other_script(chosen["name"], filled)
    return _with_whole_names(spots)


def _choices(
    name: str, sheets: Sequence[Sheet], anchors: Sequence[Anchor], parse: Callable[[str, str], str | None]
) -> list[Spot]:
    """Every place that a label of `name` may mean, the likeliest first."""
    own = sorted((anchor for anchor in anchors if anchor.field == name), key=lambda anchor: not anchor.exact)
    choice = [spot for anchor in own for spot in spots_of(name, sheets[anchor.page], anchor, anchors)]
    if is_day(name):
        choice = [spot for spot in choice if not _ENDS_A_PERIOD.match(spot.text)]
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
    return _without_shared_days(chosen)


def _without_shared_days(chosen: dict[str, Spot]) -> dict[str, Spot]:
    """`chosen` without days that two labels claim: which of them means it cannot be told."""
    claims = Counter(line for name, spot in chosen.items() if is_day(name) for line in _uses(spot))
    shared_days = {line for line, count in claims.items() if count > 1}
    return {name: spot for name, spot in chosen.items() if not (is_day(name) and _uses(spot) & shared_days)}


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
        and (right_under(one.box, other.box) or abs(one.box[0] - other.box[0]) < one.piece.height)
    )
