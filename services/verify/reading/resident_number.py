"""The last seven digits of a 주민등록번호 must never leave the reader in the open: neither as text nor as pixels."""

from __future__ import annotations

import base64
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from services.common.resident_number import masked, secret_spans
from services.verify.evidence import Box, FieldEvidence, Reading, TableEvidence
from services.verify.reading.engine.port import Engine
from services.verify.reading.picture import Color
from services.verify.reading.sheets import Sheet, Text, look

_MODEL = "eng"
"""Who reads digits in sentences that nobody else looks at."""
_RUN, _FEWEST = 16, 11
"""Of so many marks in a row, so many must look like digits."""
_NARROW, _LOWEST, _EQUAL = 0.8, 0.5, 0.1
"""Width, height, and how much heights differ, as shares of the line's height."""
_INK, _SPECK = 160, 0.5


def without_resident_numbers(
    fields: Sequence[FieldEvidence], tables: Sequence[TableEvidence]
) -> tuple[tuple[FieldEvidence, ...], tuple[TableEvidence, ...]]:
    """Evidence as it may be published: no reading, as seen or as understood, shows a whole resident number."""
    return (
        tuple(_masked(field) for field in fields),
        tuple(
            replace(table, rows=tuple(tuple(_masked(field) for field in row) for row in table.rows)) for table in tables
        ),
    )


def _masked(field: FieldEvidence) -> FieldEvidence:
    return replace(
        field,
        readings=tuple(
            Reading(one.reader, masked(one.text), None if one.value is None else masked(one.value))
            for one in field.readings
        ),
    )


def look_for_numbers(sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, with those sentences read that nobody looked at and that may hold a long number."""
    wanted = {id(text.piece) for sheet in sheets for text in sheet.texts if _may_hold_number(sheet, text)}
    if not wanted or _MODEL not in engine.models:
        return list(sheets)
    return look(sheets, engine, _MODEL, lambda text: id(text.piece) in wanted)


def hidden_parts(sheet: Sheet) -> list[Box]:
    """What must be blacked out on the sheet's picture."""
    boxes = []
    for row in _rows(sheet.texts):
        letters = _letters(row)
        line = "".join(letter.char for letter in letters)
        for start, end in secret_spans(line):
            boxes += _boxes([letter for letter in letters[start:end] if letter.text is not None])
    return boxes + _below_labels(sheet.texts)


def blacked_out(picture: Color, boxes: Sequence[Box]) -> Color:
    """`picture` with `boxes` in black; itself where there are none."""
    if not boxes:
        return picture
    dark = np.ascontiguousarray(picture.copy())
    for left, top, right, bottom in boxes:
        cv2.rectangle(dark, (left, top), (right, bottom), (0, 0, 0), -1)
    return dark


def beneath(picture: Color, boxes: Sequence[Box]) -> bytes | None:
    """What `blacked_out` hides, for staff who may see it: JSON of boxes and PNG patches; None where nothing is hidden.

    {"patches": [{"box": [left, top, right, bottom], "png": base64}]}
    """
    patches = []
    height, width = picture.shape[:2]
    for box in boxes:
        left, top = max(0, box[0]), max(0, box[1])
        right, bottom = min(width, box[2] + 1), min(height, box[3] + 1)
        if left >= right or top >= bottom:
            continue
        bgr = cv2.cvtColor(np.ascontiguousarray(picture[top:bottom, left:right]), cv2.COLOR_RGB2BGR)
        done, png = cv2.imencode(".png", bgr)
        if done:
            patches.append({"box": [left, top, right, bottom], "png": base64.b64encode(png.tobytes()).decode()})
    return json.dumps({"patches": patches}).encode() if patches else None


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    text: Text | None
    """The piece that it stands in; None between words and pieces."""
    left: float = 0.0
    right: float = 0.0


def _rows(texts: Sequence[Text]) -> list[list[Text]]:
    """Pieces that stand in one line of the page, from left to right."""
    rows: list[list[Text]] = []
    for text in sorted((text for text in texts if text.text), key=lambda text: text.box[1] + text.box[3]):
        middle = (text.box[1] + text.box[3]) / 2
        row = next((row for row in reversed(rows[-4:]) if row[-1].box[1] <= middle <= row[-1].box[3]), None)
        if row is None:
            rows.append([text])
        else:
            row.append(text)
    return [sorted(row, key=lambda text: text.box[0]) for row in rows]


def _letters(row: Sequence[Text]) -> list[_Letter]:
    """The row letter by letter, each with its place: wide and narrow ones share a word's width by their kind."""
    letters: list[_Letter] = []
    for text in row:
        if letters:
            letters.append(_Letter("\t", None))
        for number, word in enumerate(text.seen.words):
            if number:
                letters.append(_Letter(" ", None))
            weights = [_weight(char) for char in word.text]
            scale, place = (word.right - word.left) / max(0.1, sum(weights)), float(word.left)
            for char, weight in zip(word.text, weights, strict=True):
                letters.append(_Letter(char, text, place, place + weight * scale))
                place += weight * scale
    return letters


def _weight(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.8
    return 0.6 if char in "-.,:;'()·" else 1.0


def _boxes(letters: Sequence[_Letter]) -> list[Box]:
    """One box for each piece that the letters stand in, a little more rather than less."""
    boxes = []
    for text in dict.fromkeys(id(letter.text) for letter in letters):
        mine = [letter for letter in letters if id(letter.text) == text]
        piece = mine[0].text
        if piece is None:
            continue
        _, top, _, bottom = piece.box
        margin = (bottom - top) // 4
        left = min(letter.left for letter in mine) - margin
        right = max(letter.right for letter in mine) + margin
        boxes.append((round(left), top - margin, round(right), bottom + margin))
    return boxes


def _below_labels(texts: Sequence[Text]) -> list[Box]:
    """A number in the row under its label, however badly it was read."""
    boxes = []
    for text in texts:
        if "주민" not in text.text.replace(" ", ""):
            continue
        left, _, right, bottom = text.box
        under = [
            other
            for other in texts
            if 0 <= other.box[1] - bottom < 2 * text.piece.height and other.box[0] < right and other.box[2] > left
        ]
        boxes += [_half(other) for other in under[:1] if _many_digits(other.text)]
    return boxes


def _half(text: Text) -> Box:
    left, top, right, bottom = text.box
    margin = (bottom - top) // 4
    return (left + right) // 2 - margin, top - margin, right + margin, bottom + margin


def _many_digits(text: str) -> bool:
    return 10 <= sum(char.isdigit() for char in text) <= 14 and not any(sign in text for sign in "년월/")


def _may_hold_number(sheet: Sheet, text: Text) -> bool:
    """Whether nobody looked at a piece, and it has so many marks of one height in a row as a resident number has.

    Hangul comes apart into marks of every height, so few sentences without a long number are read for nothing.
    """
    if text.reader:
        return False
    left, top, right, bottom = text.box
    ink = cv2.threshold(sheet.gray[top:bottom, left:right], _INK, 255, cv2.THRESH_BINARY_INV)[1]
    marks = cv2.connectedComponentsWithStats(np.asarray(ink, np.uint8), connectivity=8)[2][1:]
    tall = text.piece.height
    lined = sorted((int(x), int(width), int(height)) for x, _, width, height, area in marks if area >= _SPECK * tall)
    return any(_is_run(lined[start : start + _RUN], tall) for start in range(max(1, len(lined) - _FEWEST + 1)))


def _is_run(marks: Sequence[tuple[int, int, int]], tall: int) -> bool:
    """Whether enough of `marks` (left, width, height) are as narrow and as high as digits of one number are."""
    narrow = [height for _, width, height in marks if width <= _NARROW * tall and height >= _LOWEST * tall]
    if len(narrow) < _FEWEST:
        return False
    usual = float(np.median(narrow))
    return sum(abs(height - usual) <= _EQUAL * tall for height in narrow) >= _FEWEST
