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
from services.verify.reading.layout.labels import Anchor, find_labels
from services.verify.reading.layout.spots import Spot
from services.verify.reading.missing_labels import all_labels
from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import TEXT_LAYER, Sheet, Text, look
from services.verify.values.dates import looks_like_date
from services.verify.values.scores import parse_score
from services.verify.values.text import has_han, has_hangul

_OTHER_MODELS = ("kor+eng", "kor", "eng")
_DIGITS_OF_A_DATE = 6
_FIGURE = re.compile(r"^[^\w%]*[0-9][0-9\s.,/:~\-]*(?:\([0-9.%\s]*\))?[^\w%]*$")
"""A plain number; other signs (`7) 234 %,`, `3%`) may be letters that the first reader does not know."""
_APART = re.compile(r"[0-9]\s+[0-9]")
_WIDEST_FIGURE = 1.3
"""Of its height, for each sign: a piece wider than this was letters, whatever figure it was read as."""
_WITH_UNIT = re.compile(r"^\W*[0-9]{1,4}(?:[.,][0-9]{1,2})?\s*[点點分]\W*$")
_PARAGRAPH = 45.0
"""Line heights: pieces wider than this fill the page, and hold notes rather than values."""


def look_again(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, where `paper` has a model of its own, with the pieces that this model reads better in its words."""
    if paper.model is None or paper.model not in engine.models or _is_known(sheets):
        return list(sheets)
    labels = all_labels(paper)
    known = find_labels(sheets, labels)
    plain = {id(sheets[anchor.page].texts[anchor.index].piece) for anchor in known if anchor.exact and not anchor.rest}
    again = look(sheets, engine, paper.model, lambda text: id(text.piece) not in plain and _may_say_more(paper, text))
    old = {(anchor.page, anchor.index): anchor for anchor in known}
    new = {(anchor.page, anchor.index): anchor for anchor in find_labels(again, labels)}
    merged = []
    for page, (sheet, other) in enumerate(zip(sheets, again, strict=True)):
        texts = list(sheet.texts)
        for index, (first, further) in enumerate(zip(sheet.texts, other.texts, strict=True)):
            place = (page, index)
            if further.text and _is_better(first, further, old.get(place), new.get(place)):
                texts[index] = further
        merged.append(replace(sheet, texts=tuple(texts)))
    return merged


def look_at_passed_over(spots: Sequence[Spot], sheets: Sequence[Sheet], engine: Engine) -> list[Spot]:
    """`spots`, those where the first reader saw nothing in the words of another one: what stands there tells how to
    read it.
    """
    model = next((model for model in _OTHER_MODELS if set(model.split("+")) <= engine.models), None)
    unseen = {id(line.piece) for spot in spots if not spot.text for line in spot.lines}
    if model is None or not unseen:
        return list(spots)
    looked = look(sheets, engine, model, lambda text: id(text.piece) in unseen)
    seen = {id(text.piece): text for sheet in looked for text in sheet.texts if id(text.piece) in unseen}
    return [
        replace(spot, lines=tuple(seen.get(id(line.piece), line) for line in spot.lines)) if not spot.text else spot
        for spot in spots
    ]


def _is_known(sheets: Sequence[Sheet]) -> bool:
    """Whether every piece comes from a text layer; some layers leave out the letters of one font."""
    return all(text.reader == TEXT_LAYER for sheet in sheets for text in sheet.texts)


def _is_better(first: Text, further: Text, was: Anchor | None, now: Anchor | None) -> bool:
    """Whether a piece, the label `was` by its `first` words, is to be known by `further` ones, and as the label `now`.

    What stood behind a label may have been its second language, guessed at (`Date of Test #8`).
    """
    if now is not None and (was is None or now.exact > was.exact):
        return True
    guessed = was is not None and now is not None and was.field == now.field and was.rest is not None
    return (was is None or guessed) and says_more(first.text, further.text)


def _may_say_more(paper: Paper, text: Text) -> bool:
    """Whether another model may make more of a piece: a sentence that holds values, or signs that the first guessed at.

    Plain figures were read well, and so was Latin on a paper that prints nothing else.
    """
    if not text.reader:
        return paper.sentences and text.piece.width <= _PARAGRAPH * text.piece.height
    if not text.text:
        return True
    many_digits = sum(char.isdigit() for char in text.text) >= _DIGITS_OF_A_DATE
    return not paper.sentences and (many_digits or not _is_plain_figure(text))


def _is_plain_figure(text: Text) -> bool:
    """Whether a piece is one number and looks like one; `800 8` may have been a number and its unit."""
    signs = len("".join(text.text.split()))
    wide = text.piece.width > _WIDEST_FIGURE * text.piece.height * signs
    return _FIGURE.match(text.text) is not None and not wide and not _APART.search(text.text)


def says_more(first: str, further: str) -> bool:
    """Whether `further` reads letters or a date where `first` saw none or guessed at them."""
    if not further:
        return False
    if looks_like_date(first) != looks_like_date(further):
        return looks_like_date(further)
    if _WITH_UNIT.match(further):
        return parse_score(first) is None
    if has_hangul(first):
        return _count_han(further) > _count_hangul(first)
    return not first or has_han(further) or _has_accents(further)


def _count_han(text: str) -> int:
    return sum(has_han(char) for char in text)


def _count_hangul(text: str) -> int:
    return sum(has_hangul(char) for char in text)


def _has_accents(text: str) -> bool:
    return any(char.isalpha() and not char.isascii() and unicodedata.decomposition(char) for char in text)
