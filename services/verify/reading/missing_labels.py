"""A second look, by another model, at pieces that may be labels which the first reader misread or passed over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from services.verify.reading.engine.port import Engine
from services.verify.reading.layout.labels import DECOY, Label, find_labels, is_score
from services.verify.reading.layout.nearest_form import parts_apart
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import PROSE, TEXT_LAYER, Sheet, Text, look, passed_over

_MODELS = ("kor", "eng")
_BY_LETTERS = "jamo"
"""Reads each syllable by its parts, and slips on others than models of Tesseract do."""
_LONGEST = 16
_IN_BRACKETS = re.compile(r"[(（][^)）]*[)）]?\s*$")
_SCORED = re.compile(r"^[^0-9]{1,10}?[\s|:]*[0-9]{1,4}(?:[.,][0-9]{1,2})?\s*(?:점|点|分|points?|pts?)?\W*$", re.I)
"""A score behind few signs that may be its label: `든 | 310 점`."""
_MOST = 24
"""Pieces that are looked at again at most; a paper with more unknown pieces is mostly prose."""
_ALIKE, _ALIKE_IN_PARTS = 45.0, 60.0
"""How much (of 100) a misread label still resembles the label, by its syllables and by the letters they are made of."""


@dataclass(frozen=True, slots=True)
class _Missing:
    """What was not found of a paper's labels."""

    fields: frozenset[str]
    """Fields without a label."""
    forms: tuple[str, ...]
    """The squeezed forms of their labels."""
    scores: tuple[str, ...]
    """Those of every score, missing or not."""

    @classmethod
    def of(cls, labels: Sequence[Label], fields: Set[str]) -> _Missing:
        return cls(
            frozenset(fields),
            tuple(squeeze(word) for label in labels if label.field in fields for word in label.words),
            tuple(squeeze(word) for label in labels if is_score(label.field) for word in label.words),
        )


def look_for_labels(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, with labels of `paper` that only another model could read in the words of that model.

    Values keep what the first reader saw: a piece changes only where the new text is a label and the old was none.
    """
    labels = all_labels(paper)
    sheets = _with_lines(paper, sheets, engine)
    model = next((model for model in _MODELS if model in engine.models), None)
    if model is not None:
        sheets = _seen_by(model, labels, sheets, engine, _may_be_unread_label)
    if _BY_LETTERS in engine.models:
        sheets = _seen_by(_BY_LETTERS, labels, sheets, engine, _is_nearly_missing)
    return sheets


def _seen_by(
    model: str,
    labels: Sequence[Label],
    sheets: list[Sheet],
    engine: Engine,
    is_wanted: Callable[[Text, _Missing], bool],
) -> list[Sheet]:
    """The sheets, with the labels that `model` finds among the pieces that `is_wanted` names."""
    found = find_labels(sheets, labels)
    missing = _Missing.of(labels, {label.field for label in labels} - {anchor.field for anchor in found} - {DECOY})
    known = {id(sheets[anchor.page].texts[anchor.index].piece) for anchor in found}
    unknown = [
        text
        for sheet in sheets
        for text in sheet.texts
        if id(text.piece) not in known
        and not (text.reader == TEXT_LAYER or (sheet.digital and not text.text))
        and is_wanted(text, missing)
    ]
    chosen = {id(text.piece) for text in unknown[:_MOST]}
    if not chosen:
        return sheets
    again = look(sheets, engine, model, lambda text: id(text.piece) in chosen)
    wanted = missing.fields | {label.field for label in labels if is_score(label.field)}
    better = {(anchor.page, anchor.index) for anchor in find_labels(again, labels) if anchor.field in wanted}
    return [
        replace(
            sheet,
            texts=tuple(
                new.texts[index] if (page, index) in better else text for index, text in enumerate(sheet.texts)
            ),
        )
        for page, (sheet, new) in enumerate(zip(sheets, again, strict=True))
    ]


def _may_be_unread_label(text: Text, missing: _Missing) -> bool:
    """Whether a piece may be a label that was not read, most of all a missing one."""
    return (
        bool(missing.fields and passed_over(text))
        or _may_be_label(text, missing.forms)
        or _is_nearly_label(text, missing.scores)
        or (any(map(is_score, missing.fields)) and _SCORED.match(text.text) is not None)
    )


def _is_nearly_missing(text: Text, missing: _Missing) -> bool:
    """Whether one part of one syllable parts a piece from a missing label."""
    letters = squeeze(text.text)
    return letters.isalpha() and any(
        len(form) == len(letters) and parts_apart(form, letters) == 1 for form in missing.forms
    )


def _with_lines(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets of a paper whose records may be lines of labels and values, with the pieces of such lines read too.

    Side by side they are as long as a sentence, which nobody looks at; each of them is not.
    """
    model = next((text.reader for sheet in sheets for text in sheet.texts if text.reader in engine.models), None)
    if model is None or not any(table.cards for table in paper.tables):
        return list(sheets)
    return look(sheets, engine, model, lambda text: not text.reader and text.piece.width <= PROSE * text.piece.height)


def all_labels(paper: Paper) -> tuple[Label, ...]:
    """Labels of `paper` and of its tables and grids."""
    grids = [label for grid in paper.grids for label in (*grid.groups, *grid.items)]
    return (*paper.labels, *(label for table in paper.tables for label in table.columns), *grids)


def _may_be_label(text: Text, forms: Sequence[str]) -> bool:
    """Whether the letters seen may be those of one of `forms`, some of them misread."""
    letters = squeeze(text.text)
    if not letters or len(letters) > _LONGEST or any(char.isdigit() for char in letters):
        return False
    if text.piece.width <= text.piece.height:
        return False
    bare = squeeze(_IN_BRACKETS.sub("", text.text))
    return any(
        fuzz.ratio(seen, form) >= _ALIKE
        or fuzz.ratio(unicodedata.normalize("NFD", seen), unicodedata.normalize("NFD", form)) >= _ALIKE_IN_PARTS
        for seen in {letters, bare} - {""}
        for form in forms
    )


def _is_nearly_label(text: Text, forms: Sequence[str]) -> bool:
    """Whether one letter parts a short piece from one of `forms`: the same label may stand elsewhere, over other rows.

    Tables of averages and of earlier results repeat the labels of scores.
    """
    letters = squeeze(_IN_BRACKETS.sub("", text.text))
    return len(letters) > 1 and any(
        len(letters) == len(form) and Levenshtein.distance(letters, form, score_cutoff=1) == 1 for form in forms
    )
