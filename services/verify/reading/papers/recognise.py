"""Which kind of paper this is, by what it prints."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from services.verify.evidence import Family
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.paper import Paper, Phrase
from services.verify.reading.sheets import PROSE, Sheet, sentences

_ENOUGH = 10
_FUZZY_FROM, _FUZZY_FROM_LATIN = 7, 14
"""Shorter phrases must be read letter for letter."""
_FUZZY = 82.0
_LARGE = 1.15
"""How much higher than the usual line of its page a heading is."""
_LITTLE_ELSE = 20
"""Letters that a heading may hold beside a phrase."""


def recognise(
    lines: Sequence[str],
    papers: Sequence[Paper],
    hint: Family | None = None,
    headings: Sequence[str] | None = None,
) -> Paper | None:
    """The paper whose phrases in squeezed `lines` weigh most, if they weigh enough.

    `headings` are those of `lines` in large print; None where nobody knows which are. Between equals the hinted family
    goes first.
    """
    large = lines if headings is None else headings
    best: tuple[int, bool, Paper] | None = None
    for paper in papers:
        weight = sum(
            phrase.weight for phrase in paper.phrases if _is_printed(phrase, large if phrase.heading else lines)
        )
        mark = (weight, paper.family is hint, paper)
        if weight >= _ENOUGH and (best is None or mark[:2] > best[:2]):
            best = mark
    return best[2] if best else None


def _is_printed(phrase: Phrase, lines: Sequence[str]) -> bool:
    if phrase.whole:
        return squeeze(phrase.words) in lines
    for word in map(squeeze, phrase.unlike):
        lines = [line.replace(word, "") for line in lines]
    exact = phrase.exact or phrase.weight < 0
    return any(printed(words, lines, exact=exact, alone=phrase.alone) for words in (phrase.words, *phrase.forms))


def page_lines(sheets: Sequence[Sheet]) -> list[str]:
    """Every piece, and every row of pieces as one, in squeezed form; of a sentence in pieces only the whole row.

    A word in the middle of a sentence (`(JLPT N1 660점, …)` in a note) is no heading.
    """
    lines: list[str] = []
    for sheet in sheets:
        row, middle = "", -1.0
        prose = sentences(sheet)
        for index, text in enumerate(sheet.texts):
            letters = squeeze(text.text)
            if not letters:
                continue
            if index not in prose or text.piece.width > PROSE * text.piece.height:
                lines.append(letters)
            center = (text.box[1] + text.box[3]) / 2
            if abs(center - middle) < 0.4 * text.piece.height:
                row += letters
                lines.append(row)
            else:
                row, middle = letters, center
    return lines


def heading_lines(sheets: Sequence[Sheet]) -> list[str]:
    """Every piece in print that is larger than usual on its page, in squeezed form."""
    lines: list[str] = []
    for sheet in sheets:
        heights = sorted(text.piece.height for text in sheet.texts if squeeze(text.text))
        usual = heights[len(heights) // 2] if heights else 0
        lines += [squeeze(text.text) for text in sheet.texts if text.piece.height >= _LARGE * usual]
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
