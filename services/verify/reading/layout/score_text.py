"""What a piece beside a score's label may be: the number, what can be reached, or words that announce another."""

from __future__ import annotations

import re

from services.verify.reading.layout.excerpt import excerpt
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import TEXT_LAYER, Text


def squeezed(*words: str) -> tuple[str, ...]:
    """`words` in the form in which labels are compared."""
    return tuple(map(squeeze, words))


OUT_OF = squeezed(
    "만점", "범위", "满分", "満点", "fullscore",
    "maximum", "maxscore", "max", "scorerange", "range", "배점", "possible",
    "barème", "notemaximale", "máximo", "puntuaciónmáxima", "minimum", "mínimo", "minimale", "seuil", "過点", "合格点",
)  # fmt: skip
_RANGE = re.compile(r"^\W*(?:[0-9]{1,3}\s*)?[-~–—∼～]\s*[0-9]{1,4}\W*$")
"""`0 - 200`, `5~495`: what a score can be."""
_PART_OF_RANGE = re.compile(r"^\W*[(\[（]\s*[0-9]{1,4}\W*$|^\W*[0-9]{1,4}\s*[)\]）]\W*$")
"""One end of a range that stands in two pieces: `(5`, `495)`."""
_MOST = re.compile(r"^\W*(?:/|／|out of\b|of\b|sur\b|sobre\b)", re.I)
"""What stands in front of what can be reached, in a piece of its own: `/ 400`."""
_BESIDES = re.compile(r"[(\[（][^)\]）]*[)\]）]?|points?|pts?|puntos?|out of|점|分|点", re.I)
"""What may stand beside the number of a score: its unit, and what can be reached in brackets."""
_MOST_IN_LABEL = re.compile(
    r"\s*(?:/(?=\s*[0-9])|\b(?:(?:out )?of|sur|sobre|max(?:imum)?\.?))\s*[0-9]{2,4}(?:[.,]0+)?"
    r"\s*(?:points?|pts|puntos)?"
    r"(?=\s*(?:$|[/)\]]))",
    re.I,
)
"""What can be reached, in words behind a score's label (`Total out of 200`)."""
_OPENED = re.compile(r"^\s*[(\[（][^0-9)\]）]*[0-9][^)\]）]*$")
_IN_BRACKETS = re.compile(r"^\s*[(\[（][^()（）\[\]]*[)\]）]\s*$")
_UNIT = re.compile(r"^(\W*[0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*[점点點分]\W*$")
_NARROWEST_UNIT, _WIDEST_UNIT = 0.5, 1.35
"""Line heights of a unit with the gap before it; a digit more would make it wider."""
_SENTENCE = re.compile(r"^\W*[0-9]{1,4}(?:[.,][0-9]{1,2})?\s*(?:점|点|分|points?)?\s*[,，、]\s*[^\W\d].*[0-9]")
"""`141 점 , 어휘 36 점 , 독해`"""
_FEWEST_LETTERS = 5
_WIDEST_DIGIT = 1.3
"""Of its height: a mark wider than this is no digit, whatever it was read as (the slider on a scale)."""
_WIDEST_UNREAD = 14.0
"""Line heights: a wider piece that nobody read is no number."""
_LOOKS_LIKE_DIGITS = re.compile(r"^[0-9OoQDIl|SsBZzTg?]{2,4}$")
"""Signs that are read again: a 77 in bold may have been seen as TT."""
_LEAST = re.compile(
    r"[0-9]\s*(?:점|点|分|points?|pts?)?\s*"
    r"(?:이상|이하|미만|초과|以上|以下|未満|or (?:above|more|higher|below|less)|[↑↓+])",
    re.I,
)
"""`701점 이상`: the least or the most of a level."""
_MOST_DIGITS = 5
"""More are a date or a number of the paper; scores have three, or four and a point."""


def may_be_score(text: Text) -> bool:
    """Whether a piece is a number, perhaps with a unit or with the most in brackets behind it; or is still unread."""
    if not text.text:
        return text.piece.width <= _WIDEST_UNREAD * text.piece.height
    beside = _BESIDES.sub(" ", text.text)
    bare = squeeze(beside.split("/")[0] if beside.count("/") == 1 else beside)
    if _LOOKS_LIKE_DIGITS.match(text.text):
        return not _is_known(text) or text.text.isdigit()
    digits = sum(char.isdigit() for char in bare)
    if not 0 < digits <= _MOST_DIGITS or 2 * digits < len(bare) or "%" in beside:
        return False
    if any(pattern.match(text.text) for pattern in (_RANGE, _PART_OF_RANGE, _MOST)) or _LEAST.search(text.text):
        return False
    ink = sum(right - left for left, right in text.piece.glyphs) or text.piece.width  # the end of a bar may stand apart
    if ink > _WIDEST_DIGIT * text.piece.height * len(text.text):
        return False
    return not announces(OUT_OF, bare)


def without_unit(text: Text) -> Text:
    """`text` without the sign behind its number, which readers of figures do not know and others take for any syllable.

    As it is where what would be cut off is not just as wide as one such sign.
    """
    match = _UNIT.match(text.text)
    number = excerpt(text, 0, match.end(1)) if match else None
    if number is None:
        return text
    cut_off = (text.box[2] - number.box[2]) / text.piece.height
    return number if _NARROWEST_UNIT <= cut_off <= _WIDEST_UNIT else text


def holds_number(text: Text) -> bool:
    """Whether digits stand in a piece, or signs that may be some."""
    if any(char.isdigit() for char in text.text):
        return True
    return _LOOKS_LIKE_DIGITS.match(text.text) is not None and not _is_known(text)


def _is_known(text: Text) -> bool:
    """Whether the letters of a piece are known, and not read off its picture."""
    return text.reader == TEXT_LAYER


def is_words(text: Text) -> bool:
    """Whether a piece behind a number is words, which announce another number: a label that nobody knows."""
    return sum(char.isalpha() for char in text.text) >= _FEWEST_LETTERS and not any(map(str.isdigit, text.text))


def goes_on(text: Text) -> bool:
    """Whether a piece begins with a number and goes on in words and numbers: what follows is said of others."""
    return _SENTENCE.match(text.text) is not None


def announces(words: tuple[str, ...], header: str) -> bool:
    """Whether one of squeezed `words` stands in `header`."""
    return any(word in header for word in words)


def without_most(label: str) -> str:
    """A score's `label` without the words that say what can be reached."""
    return _MOST_IN_LABEL.sub("", label)


def opens_a_note(text: str) -> bool:
    """Whether `text` is the first part of a note in brackets (`(Score 0` before `to 200, Level 1 to 8)`)."""
    return _OPENED.match(text) is not None


def is_in_brackets(behind: str) -> bool:
    """Whether all that stands `behind` a score's label is in brackets: its other language, or what can be reached."""
    return _IN_BRACKETS.match(behind) is not None
