"""The name of a person without the signature, the seal or the `(인)` that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from services.verify.evidence import Box
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.group_lines import SIGNED
from services.verify.reading.layout.neighbours import around
from services.verify.reading.layout.parting import parted, plain
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.picture import Gray
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.text import has_hangul

_NAMES = ("name", "person")
_SIGN = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]{0,12}[)\]]?\s*$")
"""What is printed behind a name for a seal or a signature: `(인)`, `(서명 또는 인)`."""
_INK, _GAP, _LETTERS = 160, 0.25, 3
"""How dark ink is; how many letter heights other marks stand off a name; how many letters a usual name has."""


def name_alone(spot: Spot, parse: Callable[[str], str | None], sheet: Sheet) -> Spot:
    """`spot` of a name with the pieces, or the part of its piece, that hold the name; any other spot as it is.

    `parse(text)` gives the canonical name or None.
    """
    if spot.field.rsplit(".", 1)[-1] not in _NAMES or not spot.lines:
        return spot
    first = spot.lines[0]
    name = parse(first.text)
    if name is None:
        return spot
    if len(spot.lines) > 1 and (_goes_on(name, spot.lines[1], parse) or _in_other_script(first, spot.lines[1], parse)):
        lines = spot.lines[:2]
        return replace(spot, lines=lines, box=around([line.box for line in lines]))
    first = _before_sign(first, sheet.gray)
    return replace(spot, lines=(first,), box=first.box) if parse(first.text) == name else spot


def _goes_on(name: str, after: Text, parse: Callable[[str], str | None]) -> bool:
    """Whether a given name stands `after` a family name, wide apart."""
    return name.isascii() and " " not in name and (parse(after.text) or "").isalpha()


def _in_other_script(first: Text, after: Text, parse: Callable[[str], str | None]) -> bool:
    """Whether the same name stands `after` the `first` in other letters: `KIM GILDONG` `(김길동)`."""
    hangul = [has_hangul(text.text) for text in (first, after)]
    return hangul[0] != hangul[1] and squeeze(after.text) not in SIGNED and parse(after.text) is not None


def _before_sign(text: Text, gray: Gray) -> Text:
    """`text` up to the sign behind it, no higher than its letters: a seal over the sign may be much higher."""
    sign = _SIGN.search(plain(text))
    said = squeeze(sign[0]) if sign else ""
    if sign is None or (said not in SIGNED and len(said) > 1):
        return text  # the name in other letters stands in brackets too
    parts = parted(text, sign.start())
    if parts is None:
        return text
    box = _low(gray, parts[0])
    glyphs = tuple((left, min(right, box[2])) for left, right in text.piece.glyphs if left < box[2])
    words = (Word(text.text[: sign.start()].rstrip(), box[0], box[2]),)
    return replace(text, piece=replace(text.piece, box=box, glyphs=glyphs), seen=Seen(words))


def _low(gray: Gray, box: Box) -> Box:
    """`box` cut down to the line with most ink in it."""
    left, top, right, bottom = box
    ink = (np.asarray(gray[top:bottom, left:right]) < _INK).sum(axis=1)
    rows = np.flatnonzero(ink)
    if len(rows) == 0:
        return box
    breaks = np.flatnonzero(np.diff(rows) > max(2, _GAP * (right - left) / _LETTERS))
    lines = np.split(rows, breaks + 1)
    best = max(lines, key=lambda line: int(ink[line].sum()))
    return left, top + int(best[0]), right, top + int(best[-1]) + 1
