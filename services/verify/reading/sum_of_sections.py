"""The total of a report that prints it without a label: the one figure that the sections add up to.

Screens and cards show it large, with nothing but what can be reached beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from services.verify.reading.layout.fitting_scores import is_bound
from services.verify.reading.layout.label_forms import is_score
from services.verify.reading.layout.score_text import may_be_score
from services.verify.reading.layout.spots import Spot
from services.verify.reading.sheets import Sheet
from services.verify.reading.unlabelled import taken

_TOTAL = "score"
_FEWEST_SECTIONS = 2


def find_sum(
    sheets: Sequence[Sheet],
    known: Sequence[Spot],
    sections: Sequence[str],
    parse: Callable[[str, str], str | None],
    holds: Callable[[Mapping[str, str]], bool],
) -> list[Spot]:
    """The place of the total where no label in `known` gave one, and every one of `sections` has a value there.

    `holds(values)` says whether scores fit together; it must leave the total no choice. The largest of several figures
    that say the same is taken.
    """
    values = {spot.field: value for spot in known if is_score(spot.field) and (value := parse(spot.field, spot.text))}
    if _TOTAL in values or len(sections) < _FEWEST_SECTIONS or not set(sections) <= values.keys():
        return []
    total = str(sum(Decimal(values[name]) for name in sections))
    if not is_bound({**values, _TOTAL: total}, holds):
        return []
    used = taken(known)
    found = [
        Spot(_TOTAL, page, (text,), text.box)
        for page, sheet in enumerate(sheets)
        for text in sheet.texts
        if id(text.seen) not in used and text.text and may_be_score(text) and parse(_TOTAL, text.text) == total
    ]
    return sorted(found, key=lambda spot: spot.box[1] - spot.box[3])[:1]
