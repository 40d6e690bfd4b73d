"""Cutting a piece of text in two where a label ends and its value begins, and what stands around both."""

from __future__ import annotations

import re
from dataclasses import replace

from services.verify.evidence import Box
from services.verify.reading.sheets import Text

_NEAR, _NEAR_EDGE, _BEFORE = 1.2, 0.5, 0.15
"""Line heights: how far a gap may lie from where two words part, and from a place inside a word; how far before it."""
_THIN, _NARROW, _WIDE_LETTER, _LAST_LATIN = ".,:;'|!ilIj1()[]tfr", 0.5, 1.7, 0x24F
ENUMERATOR = re.compile(
    r"^\s*(?:[①-⑳❶-❿]\s*|(?:[0-9]{1,2}|[가나다라마바사아자차카타파하])\s*[.)]\s*(?=[^\W\d])|[■□●○▶▷◆◇◎※▪•·*]\s*|"
    r"(?:[0OQo©@ㅇㅁ]\s+){1,2}(?=[가-힣]))"
)
"""What stands in front of a label in a numbered form; `3.` and `다.` only where letters follow their point. Readers
take a circle for a letter or a nought."""
_BRACKET = 0.3
"""Line heights that a bracket takes."""
_FEWEST_DIGITS = 4
_NOTE = re.compile(r"^\W*[(\[].{1,12}[)\]]\W*$")
_COLON_INK = 0.35
"""Of a line's height: how wide the ink of a colon is at most."""
_COLON = re.compile(r"^[:;]\s*")
_WIDE = str.maketrans("：；（）［］／．，", ":;()[]/.,")
"""Signs of Chinese and Japanese print, each as wide as a letter."""


def plain(text: Text) -> str:
    """What was seen, wide signs as narrow ones; every sign keeps its place."""
    return text.text.translate(_WIDE)


def is_note(rest: str) -> bool:
    """Whether all of `rest` stands in brackets and holds too few digits for a date or a number of a paper."""
    return sum(char.isdigit() for char in rest) < _FEWEST_DIGITS and _NOTE.match(rest) is not None


def parted(text: Text, cut: int) -> tuple[Box, Text] | None:
    """`text` cut before character `cut` of its printed form: the box of the first part, and the second as a piece."""
    place = 0
    left_words, right_words = [], []
    edge: int | None = None
    for word in text.seen.words:
        start, end = place, place + len(word.text)
        place = end + 1
        if end <= cut:
            left_words.append(word)
        elif start >= cut:
            right_words.append(word)
        else:
            share = breadth(word.text[: cut - start]) / breadth(word.text)
            edge = round(word.left + share * (word.right - word.left))
            right_words.append(type(word)(word.text[cut - start :], edge, word.right))
            left_words.append(type(word)(word.text[: cut - start], word.left, edge))
    if not right_words or not left_words:
        return None
    begins = right_words[0].left
    ends = min(left_words[-1].right, begins)  # engines let a word reach over those behind it
    middle = edge if edge is not None else (ends + begins) // 2
    middle = nearest_gap(text, middle, _NEAR if edge is None else _NEAR_EDGE)
    left, top, right, bottom = text.box
    glyphs = tuple((max(glyph[0], middle), glyph[1]) for glyph in text.piece.glyphs if glyph[1] > middle + 1)
    begin = glyphs[0][0] if glyphs else middle
    rest_piece = type(text.piece)((begin, top, right, bottom), text.piece.cell, glyphs)
    rest = Text(rest_piece, type(text.seen)(tuple(right_words)), text.reader)
    label_end = max((glyph[1] for glyph in text.piece.glyphs if glyph[0] < middle - 1), default=middle)
    return (left, top, min(label_end, begin), bottom), rest


def without_colon(text: Text) -> Text:
    """`text` without the colon that parts it from a label in another piece."""
    lead = _COLON.match(plain(text))
    parts = parted(text, lead.end()) if lead else None
    if parts is None:
        return text
    rest, (start, top, right, bottom) = parts[1], text.box
    ink, tall = sorted(text.piece.glyphs), text.piece.height
    if len(ink) > 1 and ink[0][1] - ink[0][0] <= _COLON_INK * tall:
        left = ink[1][0]
    else:  # the ink was not told apart, and where words end engines only guess: rather some of the colon than no digit
        left = min(rest.box[0], start + round(_COLON_INK * tall))
    glyphs = tuple((max(one, left), other) for one, other in ink if other > left + 1)
    return replace(rest, piece=replace(rest.piece, box=(left, top, right, bottom), glyphs=glyphs))


def behind_colon(text: Text) -> Text | None:
    """The part of `text` behind its last colon, or None where there is none."""
    whole = plain(text)
    colon = whole.rfind(":")
    parts = parted(text, colon + 1) if 0 < colon < len(whole) - 1 else None
    return parts[1] if parts is not None else None


def out_of_brackets(text: Text) -> Text:
    """`text` without the brackets around a label and its value (`[자격번호 18-065-3-36452]`)."""
    printed = plain(text)
    if len(text.seen.words) < 2 or (printed[:1], printed[-1:]) not in (("[", "]"), ("(", ")"), ("<", ">")):
        return text
    if any(sign in printed[1:-1] for sign in "()[]<>"):
        return text
    first, *middle, last = text.seen.words
    words = (replace(first, text=first.text[1:]), *middle, replace(last, text=last.text[:-1]))
    left, top, right, bottom = text.box
    right -= round(_BRACKET * text.piece.height)
    glyphs = tuple((one, min(other, right)) for one, other in text.piece.glyphs if one < right)
    piece = replace(text.piece, box=(left, top, right, bottom), glyphs=glyphs)
    return replace(text, piece=piece, seen=replace(text.seen, words=tuple(word for word in words if word.text)))


def without_enumerator(text: Text) -> Text:
    """`text` without the number that forms print in front of a label (`① 성명`, `2. Apellidos`)."""
    lead = ENUMERATOR.match(text.text)
    if lead is None:
        return text
    words, left = [], lead.end()
    for word in text.seen.words:
        rest = word.text[left:]
        if rest:
            share = breadth(word.text[:left]) / breadth(word.text)
            words.append(replace(word, text=rest, left=word.left + round(share * (word.right - word.left))))
        left = max(0, left - len(word.text) - 1)
    return replace(text, seen=replace(text.seen, words=tuple(words)))


def breadth(letters: str) -> float:
    """How wide `letters` are in print, in units of a usual Latin letter."""
    return sum(_NARROW if char in _THIN else _WIDE_LETTER if ord(char) > _LAST_LATIN else 1.0 for char in letters)


def nearest_gap(text: Text, middle: int, near_by: float) -> int:
    """The widest gap between marks close to `middle`, for word edges of an engine are only nearly right.

    Within `near_by` line heights; where none is there (`Name:KIM` without a space), a little before `middle`: a letter
    of the label too many makes a value that does not parse, a letter of the value too few makes another value.
    """
    gaps = [(before[1], after[0]) for before, after in zip(text.piece.glyphs, text.piece.glyphs[1:], strict=False)]
    reach = near_by * text.piece.height
    near = [gap for gap in gaps if gap[0] - reach <= middle <= gap[1] + reach]
    if not near:
        return round(middle - _BEFORE * text.piece.height)
    widest = max(near, key=lambda gap: gap[1] - gap[0] - 0.3 * abs((gap[0] + gap[1]) / 2 - middle))
    return (widest[0] + widest[1]) // 2


def changes_kind(one: str, other: str) -> bool:
    """Whether two signs that touch are of different kinds, so that a label may end between them."""
    return _kind(one) != _kind(other)


def _kind(char: str) -> str:
    if char.isdigit():
        return "digit"
    if "가" <= char <= "힣":
        return "hangul"
    return "latin" if char.isascii() and char.isalpha() else "other"
