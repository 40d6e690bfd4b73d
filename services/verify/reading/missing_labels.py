"""A second look, by another model, at pieces that may be labels which the first reader misread or passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from services.verify.reading.engine.port import Engine
from services.verify.reading.layout.labels import DECOY, Label, find_labels
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import Sheet, Text, look, passed_over

_MODELS = ("kor", "eng")
_LONGEST = 16
_MOST = 24
"""Pieces that are looked at again at most; a paper with more unknown pieces is mostly prose."""
_ALIKE = 45.0
"""How much (of 100) a misread label still resembles the label; syllables that look alike share no code point."""


def look_for_labels(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, with labels of `paper` that only a second model could read in the words of that model.

    Values keep what the first reader saw: a piece changes only where the new text is a label and the old was none.
    """
    labels = all_labels(paper)
    found = find_labels(sheets, labels)
    missing = {label.field for label in labels} - {anchor.field for anchor in found} - {DECOY}
    if not missing or all(sheet.digital for sheet in sheets):
        return list(sheets)
    known = {id(sheets[anchor.page].texts[anchor.index].piece) for anchor in found}
    forms = [squeeze(word) for label in labels if label.field in missing for word in label.words]
    unknown = [
        text
        for sheet in sheets
        if not sheet.digital
        for text in sheet.texts
        if id(text.piece) not in known and (passed_over(text) or _may_be_label(text, forms))
    ]
    chosen = {id(text.piece) for text in unknown[:_MOST]}
    model = next((model for model in _MODELS if model in engine.models), None)
    if model is None or not chosen:
        return list(sheets)
    again = look(sheets, engine, model, lambda text: id(text.piece) in chosen)
    better = {(anchor.page, anchor.index) for anchor in find_labels(again, labels) if anchor.field in missing}
    return [
        replace(
            sheet,
            texts=tuple(
                new.texts[index] if (page, index) in better else text for index, text in enumerate(sheet.texts)
            ),
        )
        for page, (sheet, new) in enumerate(zip(sheets, again, strict=True))
    ]


def all_labels(paper: Paper) -> tuple[Label, ...]:
    """Labels of `paper` and of its tables and grids."""
    grids = [label for grid in paper.grids for label in (*grid.groups, *grid.items)]
    return (*paper.labels, *(label for table in paper.tables for label in table.columns), *grids)


def _may_be_label(text: Text, forms: Sequence[str]) -> bool:
    """Whether the letters seen may be those of one of `forms`, some of them misread."""
    letters = squeeze(text.text)
    if not letters or len(letters) > _LONGEST or any(char.isdigit() for char in letters):
        return False
    return text.piece.width > text.piece.height and any(fuzz.ratio(letters, form) >= _ALIKE for form in forms)
