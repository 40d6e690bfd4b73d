"""Read one document: its pages, the kind of paper, every field by several readers, every row of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2

from services.verify.evidence import Box, Family, PageEvidence, PaperEvidence, Unread
from services.verify.reading.engine.port import Engine
from services.verify.reading.fields import Found, find_values
from services.verify.reading.pages import Page, open_pages
from services.verify.reading.papers import PAPERS, Paper
from services.verify.reading.papers.recognise import heading_lines, page_lines, recognise
from services.verify.reading.picture import Color
from services.verify.reading.resident_number import (
    beneath,
    blacked_out,
    hidden_parts,
    look_for_numbers,
    without_resident_numbers,
)
from services.verify.reading.second_look import look_again
from services.verify.reading.sheets import Sheet, Text, look, part_numbers, prepare, scaled_box
from services.verify.reading.steps import step
from services.verify.reading.upright import labels_read, stand_upright

_FIRST_MODELS = ("Hangul", "kor+eng", "kor", "eng")
"""Who looks at every piece first: a model that knows Hangul, Latin and digits, as far as installed."""
_HEADING_MODELS = ("ppocr", "eng", "kor")
_FURTHER_MODELS = ("jamo", "kor")
_HEADINGS, _SENTENCES = 10, 12
_JPEG_QUALITY = 88
_LONG = 1.6
"""How much longer than high a piece is that tells which way text runs; ornaments and single signs tell nothing."""
_MODELS = frozenset({"Hangul", "kor", "eng", "chi_sim", "ppocr", "jamo"})


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """What one reading of one document gives."""

    evidence: PaperEvidence
    """Kind, fields with all readings, tables, pages; boxes are pixels of `pictures`."""
    pictures: tuple[bytes, ...]
    """The upright page pictures as JPEG, resident numbers blacked out; as many as `evidence.pages`."""
    beneath: tuple[bytes | None, ...] = ()
    """What was blacked out on each of them, for staff who may see it; None where nothing was."""


def read_paper(files: Sequence[bytes], engine: Engine, *, hint: Family | None = None) -> ReadPaper:
    """Read the admitted `files` of one document (JPG, PNG, GIF, TIFF, HEIC, PDF), in order.

    `hint` is the kind of upload; it only settles which of two equally likely kinds is meant. Raises Rejected where a
    file can never be read, Retryable where the engine failed this time, Misconfigured where it is not installed.
    """
    with step("opening"):
        pages = open_pages(files)
    sheets = [prepare(page, number) for number, page in enumerate(pages, start=1)]
    if not any(sheet.texts for sheet in sheets):
        return _answer(sheets, engine, unread=Unread.BLANK)
    sheets, paper = _recognised(pages, sheets, engine, hint)
    if paper is None:
        return _answer(sheets, engine, unread=Unread.UNRECOGNISED)
    with step("second look"):
        sheets = look_again(paper, sheets, engine)
    return _answer(sheets, engine, paper, find_values(paper, sheets, engine))


def _recognised(
    pages: Sequence[Page], sheets: list[Sheet], engine: Engine, hint: Family | None
) -> tuple[list[Sheet], Paper | None]:
    """The sheets looked at, and their kind; pages are turned and looked at more closely only where it is not plain."""
    model = next((model for model in _FIRST_MODELS if set(model.split("+")) <= engine.models), "eng")
    if any(sheet.digital for sheet in sheets):
        looked, paper, _ = _kind(sheets, engine, model, hint)
        if paper:
            return looked, paper
        pages = [replace(page, glyphs=()) for page in pages]  # a layer that names no paper may be no text at all
        sheets = [prepare(page, number) for number, page in enumerate(pages, start=1)]
    unread: list[list[Sheet]] = []
    for turns in (0, 2, 1, 3) if _stands_up(sheets) else (1, 3, 0, 2):
        turned = sheets if not turns else [prepare(page, number, turns) for number, page in enumerate(pages, start=1)]
        looked, paper, plain = _kind(turned, engine, model, hint)
        if paper and labels_read(looked, paper) >= (1 if plain else 2):
            return looked, paper
        if paper:
            over = [prepare(page, number, (turns + 2) % 4) for number, page in enumerate(pages, start=1)]
            return _right_way_up(looked, over, paper, engine, model, hint), paper
        if stand_upright(looked):
            return looked, _by_other_eyes(looked, engine, hint)
        unread.append(looked)
    # What nobody recognises is shown as it came, unless a resident number stands upright on it another way round.
    return max(unread, key=lambda looked: _numbers_on(looked, engine), default=sheets), None


def _right_way_up(
    looked: list[Sheet], over: list[Sheet], paper: Paper, engine: Engine, model: str, hint: Family | None
) -> list[Sheet]:
    """`looked` or the same sheets turned `over`, on whichever more of the labels of `paper` are read.

    A heading alone says little of which way is up: models read some of them on their head.
    """
    turned = [part_numbers(sheet) for sheet in look(over, engine, model)]
    again = recognise(page_lines(turned), PAPERS, hint, heading_lines(turned))
    return turned if again is paper or labels_read(turned, paper) > labels_read(looked, paper) else looked


def _numbers_on(sheets: Sequence[Sheet], engine: Engine) -> int:
    """How many places show the secret part of a resident number."""
    return sum(len(hidden_parts(sheet)) for sheet in look_for_numbers(sheets, engine))


def _kind(
    sheets: Sequence[Sheet], engine: Engine, model: str, hint: Family | None
) -> tuple[list[Sheet], Paper | None, bool]:
    """The sheets looked at by `model`, their kind, and whether `model` alone told it.

    Else it is told by what others see in the headings too.
    """
    with step("first look"):
        looked = [part_numbers(sheet) for sheet in look(sheets, engine, model)]
    lines = page_lines(looked)
    large = heading_lines(looked)
    paper = recognise(lines, PAPERS, hint, large)
    if paper is not None:
        return looked, paper, True
    with step("second look"):
        for other in _further(looked, engine, model):
            lines, large = lines + page_lines(other), large + heading_lines(other)
    return looked, recognise(lines, PAPERS, hint, large), False


def _by_other_eyes(sheets: Sequence[Sheet], engine: Engine, hint: Family | None) -> Paper | None:
    """The kind of sheets that stand upright, by what further models see on the whole of them beside the first."""
    lines, large = page_lines(sheets), heading_lines(sheets)
    for model in _FURTHER_MODELS:
        if model not in engine.models:
            continue
        with step("second look"):
            again = look(sheets, engine, model)
        lines, large = lines + page_lines(again), large + heading_lines(again)
        if (paper := recognise(lines, PAPERS, hint, large)) is not None:
            return paper
    return None


def _further(sheets: Sequence[Sheet], engine: Engine, model: str) -> Iterator[list[Sheet]]:
    """The sheets with their largest sentences, which nobody looked at, seen by `model`; then their largest lines, seen
    by further models: headings and emblems, in which one model often slips.
    """
    unread = [text for sheet in sheets for text in sheet.texts if not text.reader]
    prose = {id(text.piece) for text in sorted(unread, key=lambda text: -text.piece.height)[:_SENTENCES]}
    if prose:
        sheets = look(sheets, engine, model, lambda text: id(text.piece) in prose)
        yield list(sheets)
    for model in _HEADING_MODELS:
        if not set(model.split("+")) <= engine.models:
            continue
        large = prose | {id(text.piece) for sheet in sheets for text in _largest(sheet)}
        yield look(sheets, engine, model, lambda text: id(text.piece) in large)  # noqa: B023 - called at once


def _largest(sheet: Sheet) -> list[Text]:
    return sorted(sheet.texts, key=lambda text: -text.piece.height)[:_HEADINGS]


def _stands_up(sheets: Sequence[Sheet]) -> bool:
    """Whether lines of text run across the pictures: on a page that lies on its side most long pieces run down."""
    pieces = [text.piece for sheet in sheets for text in sheet.texts]
    across = sum(piece.width > _LONG * piece.height for piece in pieces)
    down = sum(piece.height > _LONG * piece.width for piece in pieces)
    return across >= down


def _answer(
    sheets: Sequence[Sheet],
    engine: Engine,
    paper: Paper | None = None,
    found: Found | None = None,
    unread: Unread | None = None,
) -> ReadPaper:
    pages = [PageEvidence(sheet.number, sheet.picture.shape[1], sheet.picture.shape[0]) for sheet in sheets]
    found = found or Found()
    scales = [sheet.picture.shape[1] / sheet.gray.shape[1] for sheet in sheets]
    found = found.scaled(scales)
    fields, tables = without_resident_numbers(found.fields, found.tables)
    evidence = PaperEvidence(
        paper=found.code or (paper.code if paper else None),
        family=paper.family if paper else None,
        unread=unread,
        fields=fields,
        tables=tables,
        not_printed=found.not_printed,
        broken=found.broken,
        pages=tuple(pages),
        engine=f"{engine.version}; {', '.join(sorted(engine.models & _MODELS))}",
    )
    with step("resident numbers"):
        searched = look_for_numbers(sheets, engine)
        hidden = [
            [scaled_box(box, scale) for box in hidden_parts(sheet)]
            for sheet, scale in zip(searched, scales, strict=True)
        ]
    with step("picture"):
        pictures = tuple(_jpeg(sheet.picture, boxes) for sheet, boxes in zip(sheets, hidden, strict=True))
    return ReadPaper(
        evidence, pictures, tuple(beneath(sheet.picture, boxes) for sheet, boxes in zip(sheets, hidden, strict=True))
    )


def _jpeg(picture: Color, hidden: Sequence[Box]) -> bytes:
    bgr = cv2.cvtColor(blacked_out(picture, hidden), cv2.COLOR_RGB2BGR)
    done, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    if not done:
        raise RuntimeError("the page picture could not be encoded as JPEG")
    return data.tobytes()
