"""Which kind of paper this is, by what it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import product

from rapidfuzz import fuzz

from services.verify.evidence import Family
from services.verify.reading.layout.label_forms import is_score
from services.verify.reading.layout.nearest_form import parts_apart
from services.verify.reading.layout.neighbours import by_lines, shared
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.paper import Paper, Phrase
from services.verify.reading.sheets import PROSE, Sheet, Text, sentences
from services.verify.values.text import has_hangul

_ENOUGH = 10
_NAME, _OF_PARTS, _FEWEST_PARTS = 7, 3, 3
"""What the name of a test weighs; what it weighs that all its parts are printed as labels, of which so many are enough
to tell."""
_FUZZY_FROM, _FUZZY_FROM_LATIN = 7, 14
"""Shorter phrases must be read letter for letter."""
_STROKE_FROM = 5
"""Hangul phrases of so many syllables may differ in one part of one of them (`경럭확인서`)."""
_STROKES_FROM = 6
_FUZZY = 82.0
_WORD = re.compile(r"[A-Za-z0-9À-ÿ]+|[^\W\dA-Za-zÀ-ÿ]+")
_LARGE = 1.15
"""How much higher than the usual line of its page a heading is."""
_LETTERS_A_HEIGHT = 1.5
"""Letters of a sentence that are as wide as they are high together."""
_LITTLE_ELSE = 20
"""Letters that a heading may hold beside a phrase."""
_ONE_SIZE, _NEXT_LINE, _ONE_COLUMN = 0.7, 1.6, 0.8
"""Of two lines of one heading: the share of the higher one's height, line heights between, what part lies below."""


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
    large, known = (lines, ()) if headings is None else (headings, headings)
    best: tuple[int, bool, Paper] | None = None
    for paper in papers:
        weights = [
            phrase.weight for phrase in paper.phrases if _is_printed(phrase, large if phrase.heading else lines, known)
        ]
        weight = sum(weights)
        if (
            max(weights, default=0) >= _NAME
            and _ENOUGH - _OF_PARTS <= weight < _ENOUGH
            and _parts_printed(paper, lines)
        ):
            weight = _ENOUGH
        mark = (weight, paper.family is hint, paper)
        if weight >= _ENOUGH and (best is None or mark[:2] > best[:2]):
            best = mark
    return best[2] if best else None


def _is_printed(phrase: Phrase, lines: Sequence[str], large: Sequence[str]) -> bool:
    """Whether `phrase` stands in one of `lines`; an exact one perhaps in a heading, but for single strokes."""
    if phrase.whole:
        return squeeze(phrase.words) in lines
    if phrase.word:
        return any(_is_word(squeeze(words), lines) for words in (phrase.words, *phrase.forms))
    for word in map(squeeze, phrase.unlike):
        lines = [line.replace(word, "") for line in lines]
    exact = phrase.exact or phrase.weight < 0
    forms = (phrase.words, *phrase.forms)
    if phrase.beside and _stand_in_one(forms, phrase.beside, lines):
        return False
    alone = phrase.alone and not (phrase.unrivalled and not any(printed(word, lines) for word in phrase.unrivalled))
    if any(printed(words, lines, exact=exact, alone=alone) for words in forms):
        return True
    return (
        phrase.exact and phrase.weight > 0 and any(map(partial(_holds_but_for_strokes, squeeze(phrase.words)), large))
    )


def _stand_in_one(words: Sequence[str], others: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether one of `words` stands in one line with one of `others`, of which it is no part."""
    squeezed = [squeeze(word) for word in words]
    rest = [line.replace(word, "") for word in squeezed for line in lines if word in line]
    return any(squeeze(other) in line for other in others for line in rest)


def _parts_printed(paper: Paper, lines: Sequence[str]) -> bool:
    """Whether each part of the test that `paper` reports, and its total, stands in `lines` as a label of its own."""
    printed_lines = frozenset(lines)
    labels = [label for label in paper.labels if is_score(label.field)]
    return len(labels) >= _FEWEST_PARTS and all(
        any(squeeze(word) in printed_lines for word in label.words) for label in labels
    )


def page_lines(sheets: Sequence[Sheet]) -> list[str]:
    """Every piece, and every row of pieces as one, in squeezed form; of a sentence in pieces only the whole row.

    A word in the middle of a sentence (`(JLPT N1 660점, …)` in a note) is no heading.
    """
    lines: list[str] = []
    for sheet in sheets:
        row, middle = "", -1.0
        prose = sentences(sheet)
        for index, text in by_lines(list(enumerate(sheet.texts))):
            letters = squeeze(text.text)
            if not letters:
                continue
            if index in prose:  # a model that cannot write its letters makes a few of it, and no heading of those
                letters = letters.ljust(round(_LETTERS_A_HEIGHT * text.piece.width / text.piece.height), "-")
            if index not in prose or text.piece.width > PROSE * text.piece.height:
                lines.append(letters)
            center = (text.box[1] + text.box[3]) / 2
            if abs(center - middle) < 0.4 * text.piece.height:
                row += letters
                lines.append(row)
            else:
                row, middle = letters, center
        lines += _in_two_lines(_large(sheet))
    return lines


def _words(printed: str) -> str:
    """The words of a piece in squeezed form, each between spaces; letters of another script are another word."""
    words = map(squeeze, _WORD.findall(printed))
    return f" {' '.join(word for word in words if word)} "


def _is_word(word: str, lines: Sequence[str]) -> bool:
    """Whether `word` is one of those that `_words` told apart in `lines`, or a part of them where it did not."""
    apart = [line for line in lines if line.startswith(" ")]
    return any(f" {word} " in line for line in apart) if apart else any(word in line for line in lines)


def heading_lines(sheets: Sequence[Sheet]) -> list[str]:
    """Every piece in print that is larger than usual on its page, in squeezed form."""
    lines: list[str] = []
    for sheet in sheets:
        large = _large(sheet)
        lines += [line for text in large for line in (squeeze(text.text), _words(text.text))] + _in_two_lines(large)
    return lines


def _large(sheet: Sheet) -> list[Text]:
    heights = sorted(text.piece.height for text in sheet.texts if squeeze(text.text))
    usual = heights[len(heights) // 2] if heights else 0
    return [text for text in sheet.texts if text.piece.height >= _LARGE * usual]


def _in_two_lines(large: Sequence[Text]) -> list[str]:
    """Headings of two lines in one size, the second right below the first, as one each."""
    found = []
    for upper, lower in product(large, large):
        tall = max(upper.piece.height, lower.piece.height)
        alike = min(upper.piece.height, lower.piece.height) >= _ONE_SIZE * tall
        near = 0 <= lower.box[1] - upper.box[3] <= _NEXT_LINE * tall
        if alike and near and shared(upper.box[0], upper.box[2], lower.box[0], lower.box[2]) >= _ONE_COLUMN:
            found.append(squeeze(upper.text) + squeeze(lower.text))
    return found


def printed(words: str, lines: Sequence[str], *, exact: bool = False, alone: bool = False) -> bool:
    """Whether `words` stand in one of the squeezed `lines`; long ones may hold a misread letter unless `exact`.

    `alone` asks for a line that holds little else.
    """
    letters = squeeze(words)
    if alone:
        lines = [line for line in lines if len(line) <= len(letters) + _LITTLE_ELSE]
    if any(letters in line for line in lines):
        return True
    if exact:
        return False
    if _STROKE_FROM <= len(letters) < _FUZZY_FROM and not letters.isascii():
        return any(_holds_but_for_a_stroke(letters, line) for line in lines)
    if len(letters) < (_FUZZY_FROM_LATIN if letters.isascii() else _FUZZY_FROM):
        return False
    return any(len(line) >= 0.75 * len(letters) and _is_like(letters, line) for line in lines)


def _holds_but_for_a_stroke(letters: str, line: str) -> bool:
    """Whether `letters` stand in `line` but for one part of one syllable; one half of them then stands there whole."""
    half = len(letters) // 2
    if letters[:half] not in line and letters[half:] not in line:
        return False
    windows = (line[start : start + len(letters)] for start in range(len(line) - len(letters) + 1))
    return any(parts_apart(letters, window) == 1 for window in windows)


def _holds_but_for_strokes(letters: str, line: str) -> bool:
    """Whether `letters`, many and Hangul, stand in `line` but for one part each of at most one in three syllables.

    No two papers have titles that are so near: those that share words differ in others wholly.
    """
    if len(letters) < _STROKES_FROM or not all(map(has_hangul, letters)):
        return False
    for start in range(len(line) - len(letters) + 1):
        pairs = zip(letters, line[start : start + len(letters)], strict=True)
        unlike = [pair for pair in pairs if pair[0] != pair[1]]
        if len(unlike) <= len(letters) // 3 and all(parts_apart(*pair) == 1 for pair in unlike):
            return True
    return False


def _is_like(letters: str, line: str) -> bool:
    """Whether a stretch of `line`, as long as `letters` but for a letter of seven, is nearly the same.

    The end that many titles share (`…사항확인서`) says little of the one it is the end of.
    """
    found = fuzz.partial_ratio_alignment(letters, line, score_cutoff=_FUZZY)
    shortest = len(letters) - max(1, len(letters) // _FUZZY_FROM)
    return found is not None and min(found.src_end - found.src_start, found.dest_end - found.dest_start) >= shortest
