"""The listed form of a label that a misread piece is nearest to."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

from services.verify.reading.layout.label_forms import Forms
from services.verify.values.text import has_hangul

_FINALS = re.compile("[\u11a8-\u11c2]")
_LONG = 4
"""Labels of so many syllables are known by all but a stroke."""


def nearest(whole: str, forms: Forms, only: str | None = None) -> str | None:
    """The field of the form nearest to `whole`, if it is near enough and no other field's form is as near.

    Of all fields, or of that `only`.
    """
    best: tuple[int, str] | None = None
    rival = 99
    for form, field, allowed in forms.near.get(len(whole), ()):
        if only not in (None, field):
            continue
        distance = Levenshtein.distance(whole, form, score_cutoff=allowed + 1)
        if distance == 0:
            return field
        if distance > allowed + 1:
            continue
        if best is None or distance < best[0]:
            if best is not None and best[1] != field:
                rival = min(rival, best[0])
            best = (distance, field) if distance <= allowed else best
            if distance > allowed:
                rival = min(rival, distance)
        elif best[1] != field:
            rival = min(rival, distance)
    if best is not None and rival > best[0]:
        return best[1]
    by_letters = _by_letters(whole, forms, only) if best is not None else None
    return by_letters or but_for_a_stroke(whole, forms, only)


def but_for_a_stroke(whole: str, forms: Forms, only: str | None = None, *, shortest: int = _LONG) -> str | None:
    """The field of the label of at least `shortest` syllables that is `whole` (`되사년월일`) but for one part of one
    syllable, if it is one.
    """
    if len(whole) < shortest or whole.isascii():
        return None
    near = {
        field
        for form, field, _ in forms.near.get(len(whole), ())
        if only in (None, field) and len(form) == len(whole) and parts_apart(whole, form) == 1
    }
    return near.pop() if len(near) == 1 else None


def parts_apart(one: str, other: str) -> int:
    """How many parts of syllables differ between two texts, no more than 2."""
    first, second = unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other)
    return Levenshtein.distance(first, second, score_cutoff=1)


def _by_letters(whole: str, forms: Forms, only: str | None) -> str | None:
    """The field of the one form that differs from Hangul `whole` in nothing but final consonants (`들기` is 듣기)."""
    if not has_hangul(whole):
        return None
    letters = _without_finals(whole)
    near = {field for form, field in forms.pairs if only in (None, field) and _without_finals(form) == letters}
    return near.pop() if len(near) == 1 else None


def _without_finals(text: str) -> str:
    return _FINALS.sub("", unicodedata.normalize("NFD", text))
