"""A page made ready for reading: upright, clean, its cells and pieces of text found and looked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import cv2

from services.verify.evidence import Box
from services.verify.reading.cleaning.ink import clean
from services.verify.reading.cleaning.paper_edge import straighten
from services.verify.reading.cleaning.turning import quarter_turns, tilt, turn
from services.verify.reading.engine.port import Engine, Seen, Word
from services.verify.reading.layer_words import words_in
from services.verify.reading.layout.crops import Cleaning, cut
from services.verify.reading.layout.pieces import Piece, find_pieces, scaled
from services.verify.reading.layout.rules import find_rules
from services.verify.reading.pages import Glyph, Page
from services.verify.reading.picture import Color, Gray, byte_picture
from services.verify.reading.steps import step

TEXT_LAYER = "text-layer"
"""Name of the reader that is a PDF's own text."""
_LAYOUT_SIDE = 2200
"""Longest side in pixels of the picture in which the layout is sought."""
_PICTURE_SIDE = 1754
"""Longest side in pixels of the colour picture that is kept and shown; A4 at 150 dpi."""
_HALF = 0.5
_LOOK_HEIGHT, _LOOK_CLEANING = 34, Cleaning.SOFT
_LONG_LINE = 18.0
"""Line heights from which a piece is left as it is: where its words stand matters more than spaces between letters."""
_COMB = 1.7
"""Line heights from sign to sign where each stands in a box of its own, as the digits of a number do."""
_APART = 1.5
"""Line heights between two numbers that are not one."""
PROSE = 26.0
"""Pieces wider than so many line heights are sentences, and no label or value."""


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of text and what the first reader saw in it."""

    piece: Piece
    """Where it is, in pixels of the sheet."""
    seen: Seen
    """What was seen; word edges are pixels of the sheet. Empty where nobody looked (prose) or nothing was seen."""
    reader: str = ""
    """Who saw it: `text-layer`, or a model."""

    @property
    def text(self) -> str:
        """The words with single spaces between."""
        return self.seen.text

    @property
    def box(self) -> Box:
        """Pixels of the sheet."""
        return self.piece.box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One upright page."""

    number: int
    """From 1."""
    picture: Color
    """Upright, in colour, reduced to what is kept and shown."""
    gray: Gray
    """The same page at full size, cleaned: black on white. Every box is in its pixels."""
    cells: tuple[Box, ...]
    """Ruled cells, smallest first."""
    texts: tuple[Text, ...]
    """Pieces in reading order."""
    digital: bool
    """Whether the texts are those of a PDF's text layer."""


def prepare(page: Page, number: int, turns: int = 0) -> Sheet:
    """`page` upright and clean, its pieces found but not yet looked at. `turns` × 90° clockwise first."""
    digital = bool(page.glyphs)
    with step("cleaning"):
        picture, gray = _upright(quarter_turns(page.picture, turns) if turns else page.picture, digital)
    with step("layout"):
        factor = max(gray.shape) / _LAYOUT_SIDE
        small = _resized(gray, 1 / factor)
        ruled = find_rules(small)
        pieces = [scaled(piece, factor) for piece in find_pieces(small, ruled)]
    cells = tuple(scaled_box(cell, factor) for cell in ruled.cells)
    sheet = Sheet(number, picture, gray, cells, tuple(Text(piece, Seen()) for piece in pieces), digital)
    return _with_text_layer(sheet, page.glyphs) if digital else sheet


def _upright(picture: Color, digital: bool) -> tuple[Color, Gray]:
    """The page cut out and level, reduced in colour and cleaned at full size; a digital page lies straight already."""
    whole = picture if digital else straighten(picture)
    gray = clean(whole)
    shown = _shown(whole)
    if digital:
        return shown, gray
    degrees = tilt(gray)
    return turn(shown, degrees), turn(gray, degrees)


def _shown(picture: Color) -> Color:
    """`picture` as large as it is kept and shown."""
    factor = _PICTURE_SIDE / max(picture.shape[:2])
    if factor >= 1 or factor <= _HALF:
        return _resized(picture, min(1.0, factor))
    # Means of some and a half pixels cost six times as much, and nobody sees them.
    return byte_picture(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_LINEAR))


def _resized(picture: Color | Gray, factor: float) -> Color | Gray:
    if factor == 1:
        return picture
    return byte_picture(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def look(
    sheets: Sequence[Sheet], engine: Engine, model: str, wanted: Callable[[Text], bool] | None = None
) -> list[Sheet]:
    """The sheets with their pieces read once by `model`: those that `wanted` says, or all but sentences.

    What a text layer says stays as it is.
    """
    places = [
        (place, index)
        for place, sheet in enumerate(sheets)
        for index in _to_look_at(sheet, wanted)
        if not (sheet.texts[index].reader == TEXT_LAYER and sheet.texts[index].text)
    ]
    texts = [list(sheet.texts) for sheet in sheets]
    crops = [_crop(sheets[place], sheets[place].texts[index].piece) for place, index in places]
    for (place, index), seen in zip(places, engine.read(crops, model), strict=True):
        old = texts[place][index]
        texts[place][index] = replace(old, seen=_on_sheet(seen, old.piece), reader=model)
    return [replace(sheet, texts=tuple(found)) for sheet, found in zip(sheets, texts, strict=True)]


def part_numbers(sheet: Sheet) -> Sheet:
    """The sheet, with numbers of one row that stand wide apart (`100      54`) as pieces of their own.

    Before anything was read they had the form of two letters spaced out.
    """
    return replace(sheet, texts=tuple(part for text in sheet.texts for part in _numbers_apart(text)))


def _numbers_apart(text: Text) -> list[Text]:
    glyphs, words = text.piece.glyphs, text.seen.words
    far_apart = _clusters(glyphs, _APART * text.piece.height)
    glyphs = far_apart if len(far_apart) == len(words) else glyphs
    gaps = [after[0] - before[1] for before, after in pairwise(glyphs)]
    if not gaps or not all(word.text.isdigit() for word in words) or min(gaps) <= _APART * text.piece.height:
        return [text]
    numbers = [word.text for word in words]
    if len(glyphs) != len(words):
        numbers = _dealt("".join(numbers), [right - left for left, right in glyphs])
    _, top, _, bottom = text.box
    return [
        replace(
            text,
            piece=replace(text.piece, box=(glyph[0], top, glyph[1], bottom), glyphs=(glyph,)),
            seen=Seen((Word(number, glyph[0], glyph[1]),) if number else ()),
        )
        for glyph, number in zip(glyphs, numbers, strict=True)
    ] or [text]


def _clusters(glyphs: Sequence[tuple[int, int]], gap: float) -> tuple[tuple[int, int], ...]:
    """Stretches of `glyphs` between which more than `gap` lies: the digits of one number may stand apart too."""
    found: list[tuple[int, int]] = []
    for left, right in glyphs:
        if found and left - found[-1][1] <= gap:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return tuple(found)


def _is_comb(piece: Piece) -> bool:
    """Whether the signs of `piece` stand as far apart as in boxes of their own."""
    return piece.width > _COMB * piece.height * len(piece.glyphs)


def _dealt(digits: str, widths: Sequence[int]) -> list[str]:
    """`digits` as one number for each of `widths`, which are those of their ink; numbers nobody read where unclear."""
    counts = [round(width * len(digits) / sum(widths)) for width in widths]
    if sum(counts) != len(digits) or 0 in counts:
        return [""] * len(widths)
    ends = list(accumulate(counts))
    return [digits[end - count : end] for end, count in zip(ends, counts, strict=True)]


def _to_look_at(sheet: Sheet, wanted: Callable[[Text], bool] | None) -> list[int]:
    if wanted is not None:
        return [index for index, text in enumerate(sheet.texts) if wanted(text)]
    prose = sentences(sheet)
    return [index for index in range(len(sheet.texts)) if index not in prose]


def passed_over(text: Text) -> bool:
    """Whether a piece long enough to be text was looked at in vain: engines sometimes pass over a whole line."""
    return bool(text.reader) and not text.text and text.piece.width > 1.2 * text.piece.height


def sentences(sheet: Sheet) -> frozenset[int]:
    """Indexes of pieces that are sentences, or parts of one: no label and no value, and dear to read."""
    found: set[int] = set()
    chain: list[int] = []
    order = sorted(
        range(len(sheet.texts)), key=lambda index: (sheet.texts[index].box[3] // 8, sheet.texts[index].box[0])
    )
    for index in [*order, -1]:
        if index >= 0 and chain and _continues(sheet.texts[chain[-1]], sheet.texts[index]):
            chain.append(index)
            continue
        if chain:
            first, last = sheet.texts[chain[0]], sheet.texts[chain[-1]]
            tall = max(sheet.texts[link].piece.height for link in chain)
            if last.box[2] - first.box[0] > PROSE * tall:
                found.update(chain)
        chain = [index]
    return frozenset(found)


def _continues(text: Text, after: Text) -> bool:
    gap = after.box[0] - text.box[2]
    level = abs((after.box[1] + after.box[3]) - (text.box[1] + text.box[3])) / 2
    return 0 <= gap < 1.3 * text.piece.height and level < 0.4 * text.piece.height


def _crop(sheet: Sheet, piece: Piece) -> Gray:
    return cut(
        sheet.gray,
        piece.box,
        piece.glyphs,
        height=_LOOK_HEIGHT,
        cleaning=_LOOK_CLEANING,
        squeeze=is_spaced(piece) and (piece.width < _LONG_LINE * piece.height or _is_comb(piece)),
    )


def is_spaced(piece: Piece) -> bool:
    """Whether the letters of `piece` stand apart (`성   명`), so that its crop must be squeezed."""
    gaps = sorted(after[0] - before[1] for before, after in pairwise(piece.glyphs))
    if not gaps:
        return False
    apart = len(piece.glyphs) >= max(3.0, 0.6 * piece.width / piece.height)
    return gaps[-1] > 0.9 * piece.height or (apart and gaps[len(gaps) // 2] > 0.3 * piece.height)


def _on_sheet(seen: Seen, piece: Piece) -> Seen:
    """Word edges from crop pixels to sheet pixels; a squeezed crop keeps only the order, spread over the piece."""
    if not seen.words:
        return seen
    first, last = seen.words[0].left, max(word.right for word in seen.words)
    scale = piece.width / max(1, last - first)
    words = tuple(
        Word(
            word.text,
            round(piece.box[0] + (word.left - first) * scale),
            round(piece.box[0] + (word.right - first) * scale),
        )
        for word in seen.words
    )
    return Seen(_side_by_side(words))


def _side_by_side(words: Sequence[Word]) -> tuple[Word, ...]:
    """`words`, none of which reaches into the next: engines give numbers among Hangul far too wide a box."""
    followers = [*(word.left for word in words[1:]), None]
    return tuple(
        replace(word, right=after) if after is not None and word.left < after < word.right else word
        for word, after in zip(words, followers, strict=True)
    )


def _with_text_layer(sheet: Sheet, glyphs: Sequence[Glyph]) -> Sheet:
    """Each piece of ink with the characters that the text layer has there; a layer without ink is not seen."""
    said = words_in([text.box for text in sheet.texts], glyphs)
    texts = (replace(text, seen=seen, reader=TEXT_LAYER) for text, seen in zip(sheet.texts, said, strict=True))
    return replace(sheet, texts=tuple(texts))


def scaled_box(box: Box, factor: float) -> Box:
    """`box` in a picture that is `factor` times as large."""
    left, top, right, bottom = (round(side * factor) for side in box)
    return left, top, right, bottom
