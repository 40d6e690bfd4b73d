"""The last seven digits of a 주민등록번호 must never leave the reader: neither as text nor as pixels."""

from __future__ import annotations

import re
from collections.abc import Sequence

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.picture import Color
from services.verify.reading.sheets import Sheet, Text

_NUMBER = re.compile(r"([0-9OoIl]{6}\s*[-–—~.]\s*)([0-9OoIl*]\s*(?:[0-9OoIl*]\s*){5,7})(?![0-9])")
_GLUED = re.compile(r"(?<![0-9])([0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))([1-8][0-9]{6})(?![0-9A-Za-z])")
_LABEL = re.compile(r"주\s*민\s*(?:등\s*록)?\s*번\s*호")


def without_resident_number(text: str) -> str:
    """`text` with the last seven digits of every resident number as asterisks."""
    masked = _NUMBER.sub(lambda match: match[1] + "*" * 7, text)
    return _GLUED.sub(lambda match: match[1] + "*" * 7, masked)


def hidden_parts(sheet: Sheet) -> list[Box]:
    """What must be blacked out on the sheet's picture."""
    boxes = []
    for index, text in enumerate(sheet.texts):
        boxes += [_right_part(text, match.start(2)) for match in _NUMBER.finditer(text.text)]
        boxes += [_right_part(text, match.start(2)) for match in _GLUED.finditer(text.text)]
        if _LABEL.search(text.text):
            boxes += [_half(other) for other in _beside(sheet.texts, index) if _many_digits(other.text)]
    return boxes


def blacked_out(picture: Color, boxes: Sequence[Box]) -> Color:
    """`picture` with `boxes` in black; itself where there are none."""
    if not boxes:
        return picture
    dark = np.ascontiguousarray(picture.copy())
    for left, top, right, bottom in boxes:
        cv2.rectangle(dark, (left, top), (right, bottom), (0, 0, 0), -1)
    return dark


def _right_part(text: Text, start: int) -> Box:
    """From character `start` of the text to the end of its piece, a little more rather than less."""
    left, top, right, bottom = text.box
    place, edge = 0, left
    for word in text.seen.words:
        if place + len(word.text) > start:
            share = max(0, start - place) / max(1, len(word.text))
            edge = round(word.left + share * (word.right - word.left))
            break
        place += len(word.text) + 1
    margin = (bottom - top) // 4
    return max(left, edge - margin), top - margin, right + margin, bottom + margin


def _half(text: Text) -> Box:
    left, top, right, bottom = text.box
    margin = (bottom - top) // 4
    return (left + right) // 2 - margin, top - margin, right + margin, bottom + margin


def _beside(texts: Sequence[Text], index: int) -> list[Text]:
    """Texts in the row of a label, to its right, and the one below it."""
    _, top, right, bottom = texts[index].box
    left = texts[index].box[0]
    row = [other for other in texts if other.box[0] >= right and other.box[1] < bottom and other.box[3] > top]
    tall = bottom - top
    below = [
        other
        for other in texts
        if 0 <= other.box[1] - bottom < 2 * tall and other.box[0] < right and other.box[2] > left
    ]
    return row[:2] + below[:1]


def _many_digits(text: str) -> bool:
    return sum(char.isdigit() for char in text) >= 10 and not re.search(r"(?:19|20)[0-9]{2}\s*[.년/-]", text)
