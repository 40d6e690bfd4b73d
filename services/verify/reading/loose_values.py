"""Dates and names that stand on a paper and belong to no field: what may be a value whose label nobody recognised.

A declared field without a place on the paper counts as not printed only where nothing is left over that could be it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from services.verify.reading.layout.label_forms import is_dated
from services.verify.reading.layout.labels import Anchor, Label
from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.dates import date_spans, looks_like_date
from services.verify.values.family_names import may_be_name
from services.verify.values.romanised import sounds_like
from services.verify.values.text import without_gaps

_LABEL_WORD = re.compile(r"^[가-힣]{3,}$")
_HANGUL_RUN = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?![가-힣])")
_SAME_COLUMN = 0.3
_FAR_RIGHT, _FAR_BELOW = 14.0, 2.5
"""How far, in line heights, a value stands from its label."""


def has_loose_date(sheets: Sequence[Sheet], anchors: Sequence[Anchor], spots: Sequence[Spot]) -> bool:
    """Whether a date stands on `sheets` that is in none of `spots` and behind or below none of the labels `anchors`."""
    return any(
        looks_like_date(text.text)
        and not _is_announced(sheet, page, index, anchors)
        and not _all_said(page, text, spots)
        for page, sheet, index, text in _left_over(sheets, spots)
    )


def _all_said(page: int, text: Text, spots: Sequence[Spot]) -> bool:
    """Whether each date of a sentence was cut out of it as a value."""
    left, top, right, bottom = text.box
    said = [
        spot
        for spot in spots
        if spot.page == page
        and spot.lines
        and is_dated(spot.field)
        and left <= spot.box[0] < spot.box[2] <= right
        and top <= spot.box[1] < spot.box[3] <= bottom
    ]
    return 0 < len(date_spans(text.text)) <= len(said)


def has_loose_name(sheets: Sequence[Sheet], anchors: Sequence[Anchor], spots: Sequence[Spot]) -> bool:
    """Whether what may be a Hangul name stands on `sheets`, in none of `spots` and belonging to no label."""
    return any(
        may_be_name(squeeze(text.text)) and not _is_announced(sheet, page, index, anchors)
        for page, sheet, index, text in _left_over(sheets, spots)
    )


def spells_name(sheets: Sequence[Sheet], latin: str, labels: Iterable[Label]) -> bool:
    """Whether Hangul stands anywhere on `sheets`, beside other words too, that the name `latin` may spell.

    What is part of a printed label (기간 of 유효기간) is nobody's name.
    """
    words = {squeeze(word) for label in labels for word in label.words}
    known = sorted((word for word in words if _LABEL_WORD.match(word)), key=len, reverse=True)
    for sheet in sheets:
        for text in sheet.texts:
            closed = without_gaps(text.text)
            rest = closed
            for word in known:
                rest = rest.replace(word, " ")
            runs = {run for printed in (text.text, closed) for run in _HANGUL_RUN.findall(printed) if run in rest}
            if any(sounds_like(run, latin) for run in runs):
                return True
    return False


def _left_over(sheets: Sequence[Sheet], spots: Sequence[Spot]) -> list[tuple[int, Sheet, int, Text]]:
    used = {id(line.seen) for spot in spots for line in spot.lines}
    return [
        (page, sheet, index, text)
        for page, sheet in enumerate(sheets)
        for index, text in enumerate(sheet.texts)
        if text.text and id(text.seen) not in used
    ]


def _is_announced(sheet: Sheet, page: int, index: int, anchors: Sequence[Anchor]) -> bool:
    """Whether the text is a label itself, or stands right of one in its row or below one in its column."""
    left, top, right, bottom = sheet.texts[index].box
    tall = bottom - top
    for anchor in anchors:
        if anchor.page != page:
            continue
        if anchor.index == index:
            return True
        over = anchor.box
        if in_one_row(sheet.texts[index].box, over) and 0 <= left - over[2] <= _FAR_RIGHT * tall:
            return True
        if shared(left, right, over[0], over[2]) >= _SAME_COLUMN and 0 <= top - over[3] <= _FAR_BELOW * tall:
            return True
    return False
