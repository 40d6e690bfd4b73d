"""The holder of a report whose name stands without label, as on cards and awards: 홍 길 동 above HONG GILDONG.

Told by the two names that spell one another side by side; or, where it is in Latin letters only, by its form and size.
"""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.places import Spot
from services.verify.reading.sheets import Sheet, Text
from services.verify.reading.unlabelled import free_lines, has_left_neighbour, spot_of, whole
from services.verify.reading.unlabelled_name import hangul_alone, is_named, latin_alone
from services.verify.values.family_names import may_be_name, may_be_short_name
from services.verify.values.latin_names import may_be_korean_name
from services.verify.values.romanised import sounds_like

_APART = 3.0
"""Heights of the larger line between the two names."""
_LARGE = 1.25
"""How much larger than other lines the name of the holder is."""


def find_name_pair(sheets: Sequence[Sheet], known: Sequence[Spot]) -> list[Spot]:
    """Places of the Hangul name and of the Latin one that stand together and sound alike; nothing where one is known.

    Nothing too where two such pairs stand on the paper.
    """
    if is_named(known):
        return []
    pairs: dict[str, list[Spot]] = {}
    for page, sheet in enumerate(sheets):
        lines = free_lines(sheet, known)
        latin = [(name, line) for line in lines if (name := latin_alone(whole(line)))]
        for line in lines:
            name = hangul_alone(whole(line))
            if name is None or not (may_be_name(name) or may_be_short_name(name)):
                continue
            for other, beside in latin:
                if sounds_like(name, other) and _stand_together(line, beside):
                    pairs[name] = [spot_of("name", page, line), spot_of("name_latin", page, beside)]
    return next(iter(pairs.values())) if len(pairs) == 1 else []


def find_latin_name(sheets: Sequence[Sheet], known: Sequence[Spot]) -> list[Spot]:
    """The place of the one line that has the form of a Korean's name in Latin letters, or nothing.

    It is larger than most lines, or stands over all else that is known of the holder.
    """
    if is_named(known):
        return []
    found: dict[str, Spot] = {}
    for page, sheet in enumerate(sheets):
        heights = sorted(text.piece.height for text in sheet.texts if text.text)
        first = min((spot.box[1] for spot in known if spot.page == page and spot.lines), default=0)
        for line in free_lines(sheet, known):
            large = max(text.piece.height for text in line) >= _LARGE * heights[len(heights) // 2]
            if (
                (large or line[0].box[3] <= first)
                and may_be_korean_name(whole(line))
                and not has_left_neighbour(sheet, line[0])
            ):
                found.setdefault(whole(line), spot_of("name_latin", page, line))
    return list(found.values()) if len(found) == 1 else []


def _stand_together(one: Sequence[Text], other: Sequence[Text]) -> bool:
    """Whether two lines stand one below the other or side by side, not far apart."""
    first, second = around([text.box for text in one]), around([text.box for text in other])
    tall = max(first[3] - first[1], second[3] - second[1])
    across = max(first[0], second[0]) - min(first[2], second[2])
    down = max(first[1], second[1]) - min(first[3], second[3])
    level = shared(first[1], first[3], second[1], second[3]) > 0.5
    return (across <= 0 and down <= _APART * tall) or (level and across <= 4 * _APART * tall)
