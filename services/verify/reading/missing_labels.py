"""A second look at pieces that may be labels which the first reader misread, by another model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.verify.reading.engine.port import Engine
from services.verify.reading.layout.labels import DECOY, Label, find_labels, squeeze
from services.verify.reading.papers.paper import Paper
from services.verify.reading.sheets import Sheet, Text, look

_MODELS = ("kor", "eng")
_LONGEST = 16
_MOST = 24
"""Pieces that are looked at again at most; a paper with more unknown pieces is mostly prose."""


def look_for_labels(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, with labels of `paper` that only a second model could read in the words of that model.

    Values keep what the first reader saw: a piece changes only where the new text is a label and the old was none.
    """
    labels = _all_labels(paper)
    found = find_labels(sheets, labels)
    missing = {label.field for label in labels} - {anchor.field for anchor in found} - {DECOY}
    if not missing or all(sheet.digital for sheet in sheets):
        return list(sheets)
    known = {id(sheets[anchor.page].texts[anchor.index].piece) for anchor in found}
    unknown = [text for sheet in sheets for text in sheet.texts if id(text.piece) not in known and _may_be_label(text)]
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


def _all_labels(paper: Paper) -> tuple[Label, ...]:
    grids = [label for grid in paper.grids for label in (*grid.groups, *grid.items)]
    return (*paper.labels, *(label for table in paper.tables for label in table.columns), *grids)


def _may_be_label(text: Text) -> bool:
    letters = squeeze(text.text)
    return (
        len(letters) <= _LONGEST
        and not any(char.isdigit() for char in letters)
        and text.piece.width > text.piece.height
    )
