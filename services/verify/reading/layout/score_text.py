"""What a piece beside a score's label may be: the number, what can be reached, or words that announce another."""

from __future__ import annotations

import re

from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Text


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
_FEWEST_LETTERS = 5
_WIDEST_DIGIT = 1.3
"""Of its height: a mark wider than this is no digit, whatever it was read as (the slider on a scale)."""
_LOOKS_LIKE_DIGITS = re.compile(r"^[0-9OoQDIl|SsBZzTg?]{2,4}$")
"""Signs that are read again: a 77 in bold may have been seen as TT."""
_MOST_DIGITS = 5
"""More are a date or a number of the paper; scores have three, or four and a point."""


def may_be_score(text: Text) -> bool:
    """Whether a piece is a number, perhaps with a unit or with the most in brackets behind it; or is still unread."""
    if not text.text:
        return True
    beside = _BESIDES.sub(" ", text.text)
    bare = squeeze(beside.split("/")[0] if beside.count("/") == 1 else beside)
    if _LOOKS_LIKE_DIGITS.match(text.text):
        return True
    digits = sum(char.isdigit() for char in bare)
    if not 0 < digits <= _MOST_DIGITS or 2 * digits < len(bare) or "%" in beside:
        return False
    if any(pattern.match(text.text) for pattern in (_RANGE, _PART_OF_RANGE, _MOST)):
        return False
    if text.piece.width > _WIDEST_DIGIT * text.piece.height * len(text.text):
        return False
    return not announces(OUT_OF, bare)


def holds_number(text: Text) -> bool:
    """Whether digits stand in a piece, or signs that may be some."""
    return any(char.isdigit() for char in text.text) or _LOOKS_LIKE_DIGITS.match(text.text) is not None


def is_words(text: Text) -> bool:
    """Whether a piece behind a number is words, which announce another number: a label that nobody knows."""
    return sum(char.isalpha() for char in text.text) >= _FEWEST_LETTERS and not any(map(str.isdigit, text.text))


def announces(words: tuple[str, ...], header: str) -> bool:
    """Whether one of squeezed `words` stands in `header`."""
    return any(word in header for word in words)
