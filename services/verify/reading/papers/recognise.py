"""Which kind of paper this is, by what it prints."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from services.verify.evidence import Family
from services.verify.reading.layout.labels import squeeze
from services.verify.reading.papers.paper import Paper, Phrase
from services.verify.reading.sheets import Sheet

_ENOUGH = 10
_FUZZY_FROM, _FUZZY_FROM_LATIN = 7, 14
"""Shorter phrases must be read letter for letter."""
_FUZZY = 82.0
_LITTLE_ELSE = 20
"""Letters that a heading may hold beside a phrase."""


def recognise(lines: Sequence[str], papers: Sequence[Paper], hint: Family | None = None) -> Paper | None:
    """The paper whose phrases in squeezed `lines` weigh most, if they weigh enough.

    Between equals the hinted family goes first.
    """
    best: tuple[int, bool, Paper] | None = None
    for paper in papers:
        weight = sum(phrase.weight for phrase in paper.phrases if _is_printed(phrase, lines))
        mark = (weight, paper.family is hint, paper)
        if weight >= _ENOUGH and (best is None or mark[:2] > best[:2]):
            best = mark
    return best[2] if best else None


def _is_printed(phrase: Phrase, lines: Sequence[str]) -> bool:
    if phrase.whole:
        return squeeze(phrase.words) in lines
    exact = phrase.exact or phrase.weight < 0
    return any(printed(words, lines, exact=exact, alone=phrase.alone) for words in (phrase.words, *phrase.forms))


def page_lines(sheets: Sequence[Sheet]) -> list[str]:
    """Every piece, and every row of pieces as one, in squeezed form."""
    lines: list[str] = []
    for sheet in sheets:
        row, middle = "", -1.0
        for text in sheet.texts:
            letters = squeeze(text.text)
            if not letters:
                continue
            lines.append(letters)
            center = (text.box[1] + text.box[3]) / 2
            if abs(center - middle) < 0.4 * text.piece.height:
                row += letters
                lines.append(row)
            else:
                row, middle = letters, center
    return lines


def printed(words: str, lines: Sequence[str], *, exact: bool = False, alone: bool = False) -> bool:
    """Whether `words` stand in one of the squeezed `lines`; long ones may hold a misread letter unless `exact`.

    `alone` asks for a line that holds little else.
    """
    letters = squeeze(words)
    if alone:
        lines = [line for line in lines if len(line) <= len(letters) + _LITTLE_ELSE]
    if any(letters in line for line in lines):
        return True
    if exact or len(letters) < (_FUZZY_FROM_LATIN if letters.isascii() else _FUZZY_FROM):
        return False
    return any(len(line) >= 0.75 * len(letters) and fuzz.partial_ratio(letters, line) >= _FUZZY for line in lines)
