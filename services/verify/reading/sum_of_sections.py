"""The one score of a report without a label that was read: the figure that the others leave no choice.

Screens and cards show a total large, with nothing but what can be reached beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from services.verify.reading.layout.fitting_scores import is_bound
from services.verify.reading.layout.label_forms import is_score
from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.layout.score_text import may_be_score
from services.verify.reading.layout.spots import Spot
from services.verify.reading.sheets import Sheet, Text
from services.verify.reading.unlabelled import taken

_TOTAL = "score"
_FEWEST_SECTIONS, _BELOW = 2, 0.5


def find_sum(
    sheets: Sequence[Sheet],
    known: Sequence[Spot],
    sections: Sequence[str],
    parse: Callable[[str, str], str | None],
    holds: Callable[[Mapping[str, str]], bool],
) -> list[Spot]:
    """The place of the total or of one of `sections`, where all others have a value in `known` and it has none.

    `holds(values)` says whether scores fit together; it must leave the one no choice. A section stands in the row or
    the column of the others. The largest of several figures that say the same is taken.
    """
    read = [(spot, value) for spot in known if is_score(spot.field) and (value := parse(spot.field, spot.text))]
    spots, values = {spot.field: spot for spot, _ in read}, {spot.field: value for spot, value in read}
    missing = {_TOTAL, *sections} - values.keys()
    if len(missing) != 1 or len(sections) < _FEWEST_SECTIONS:
        return []
    (name,) = missing
    added = sum((Decimal(values[section]) for section in sections if section != name), Decimal(0))
    rest = added if name == _TOTAL else Decimal(values[_TOTAL]) - added
    value = f"{rest.normalize():f}"
    if rest <= 0 or not is_bound({**values, name: value}, holds):
        return []
    used = taken(list(spots.values()))
    found = [
        Spot(name, page, (text,), text.box)
        for page, sheet in enumerate(sheets)
        for text in sheet.texts
        if id(text.seen) not in used
        and text.text
        and may_be_score(text)
        and parse(name, text.text) == value
        and (name == _TOTAL or any(_in_line(text, spot) for spot in spots.values() if spot.page == page))
    ]
    return sorted(found, key=lambda spot: spot.box[1] - spot.box[3])[:1]


def _in_line(text: Text, spot: Spot) -> bool:
    """Whether a figure stands in the row of a score, or in its column."""
    return in_one_row(text.box, spot.box) or shared(text.box[0], text.box[2], spot.box[0], spot.box[2]) >= _BELOW
