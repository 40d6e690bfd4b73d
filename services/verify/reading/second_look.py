"""A look at the whole paper by a further model, where it prints letters that the first reader does not know.

A report of a Chinese, Japanese or French test may be printed in Korean all the same: each piece of text keeps what the
first reader saw unless the further model makes more of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from services.verify.reading.engine.port import Engine
from services.verify.reading.layout.labels import find_labels
from services.verify.reading.missing_labels import all_labels
from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import Sheet, Text, look
from services.verify.values.dates import looks_like_date
from services.verify.values.text import has_han, has_hangul

_DIGITS_OF_A_DATE = 6
_FIGURE = re.compile(r"^\W*[0-9][0-9\s.,/:~\-]*(?:%|\([0-9.%\s]*\))?\W*$")
"""A plain number; other signs between digits (`7) 234 %,`) were letters that the first reader does not know."""
_PARAGRAPH = 45.0
"""Line heights: pieces wider than this fill the page, and hold notes rather than values."""


def look_again(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, where `paper` has a model of its own, with the pieces that this model reads better in its words."""
    if paper.model is None or paper.model not in engine.models or all(sheet.digital for sheet in sheets):
        return list(sheets)
    labels = all_labels(paper)
    known = find_labels(sheets, labels)
    plain = {id(sheets[anchor.page].texts[anchor.index].piece) for anchor in known if anchor.exact and not anchor.rest}
    again = look(sheets, engine, paper.model, lambda text: id(text.piece) not in plain and _may_say_more(paper, text))
    old = {(anchor.page, anchor.index): anchor.exact for anchor in known}
    new = {(anchor.page, anchor.index): anchor.exact for anchor in find_labels(again, labels)}
    merged = []
    for page, (sheet, other) in enumerate(zip(sheets, again, strict=True)):
        texts = list(sheet.texts)
        for index, (first, further) in enumerate(zip(sheet.texts, other.texts, strict=True)):
            place = (page, index)
            better_label = place in new and (place not in old or new[place] > old[place])
            if better_label or (place not in old and _says_more(first.text, further.text)):
                texts[index] = further
        merged.append(replace(sheet, texts=tuple(texts)))
    return merged


def _may_say_more(paper: Paper, text: Text) -> bool:
    """Whether another model may make more of a piece: a sentence that holds values, or signs that the first guessed at.

    Plain figures were read well, and so was Latin on a paper that prints nothing else.
    """
    if not text.reader:
        return paper.sentences and text.piece.width <= _PARAGRAPH * text.piece.height
    if not text.text:
        return True
    many_digits = sum(char.isdigit() for char in text.text) >= _DIGITS_OF_A_DATE
    return not paper.sentences and (many_digits or _FIGURE.match(text.text) is None)


def _says_more(first: str, further: str) -> bool:
    """Whether `further` reads letters or a date where `first` saw none or guessed at them."""
    if not further:
        return False
    if looks_like_date(first) != looks_like_date(further):
        return looks_like_date(further)
    if has_hangul(first):
        return _count_han(further) > _count_hangul(first)
    return not first or has_han(further) or _has_accents(further)


def _count_han(text: str) -> int:
    return sum(has_han(char) for char in text)


def _count_hangul(text: str) -> int:
    return sum(has_hangul(char) for char in text)


def _has_accents(text: str) -> bool:
    return any(char.isalpha() and not char.isascii() and unicodedata.decomposition(char) for char in text)
