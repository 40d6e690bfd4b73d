"""What anybody would do first: `image_to_string` on the whole page with kor+eng, then a label and what follows it.

It is told which kind of paper it reads and what that paper prints, which our own reading has to find out by itself;
what it finds counts as agreed at once. So its figures are the best that this way of reading can claim.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

import pypdfium2
import pytesseract
from PIL import Image, ImageSequence
from pillow_heif import register_heif_opener

from eval.baseline_labels import LABELS, ROW_TABLES, Taker, take
from services.common.signatures import is_pdf
from services.verify.evidence import Box, Family, FieldEvidence, PaperEvidence, Reading, TableEvidence
from services.verify.values import canonical

_DPI = 300
_REACH = 80
"""Signs after a label in which its value is sought."""
_NOWHERE: Box = (0, 0, 0, 0)
_READERS = ("whole-page", "whole-page-again")
"""One reading counted twice: agreement with itself, so that the same scoring and judging can weigh it."""


def texts_of(files: Sequence[bytes]) -> list[str]:
    """The text of every page of an upload."""
    return [pytesseract.image_to_string(page, lang="kor+eng") for data in files for page in _pages(data)]


def evidence_of(texts: Sequence[str], paper: str, family: Family, fields: Iterable[str]) -> PaperEvidence:
    """What the label patterns find for the printed `fields` (`name`, `records[0].from`) of a paper."""
    text = "\n".join(texts)
    printed = set(fields)
    found = [
        _field(field, value)
        for field in sorted(printed)
        if "[" not in field and (value := find(field, text)) is not None
    ]
    tables = tuple(
        TableEvidence(name, tuple(_row(line, takers) for line in text.splitlines() if _is_row(line, takers)), False)
        for name, takers in ROW_TABLES.items()
        if any(field.startswith(f"{name}[") for field in printed)
    )
    absent = tuple(field for field in LABELS if field not in printed)
    return PaperEvidence(paper, family, None, tuple(found), tables, absent, engine="image_to_string")


def find(field: str, text: str) -> str | None:
    """The first value of `field` behind any of its labels, or None."""
    labels, turn, taker = LABELS.get(field, ((), 0, Taker.TEXT))
    seen = 0
    for label in labels:
        for match in re.finditer(_loose(label), text, re.I):
            value = take(taker, text[match.end() : match.end() + _REACH])
            if value is not None and canonical(field, value) is not None:
                if seen == turn:
                    return value
                seen += 1
    return None


def _loose(label: str) -> str:
    """`성명` as `성\\s*명`: Korean labels are spread over their cell."""
    return r"[ \t]*".join(map(re.escape, label.replace(" ", "")))


def _field(field: str, value: str) -> FieldEvidence:
    readings = tuple(Reading(reader, value, canonical(field, value)) for reader in _READERS)
    return FieldEvidence(field, readings, 1, _NOWHERE)


def _is_row(line: str, takers: dict[str, Taker]) -> bool:
    needed = [taker for taker in takers.values() if taker is not Taker.TEXT]
    return all(take(taker, line) is not None for taker in needed)


def _row(line: str, takers: dict[str, Taker]) -> tuple[FieldEvidence, ...]:
    found = {field: take(taker, line) for field, taker in takers.items()}
    return tuple(_field(field, value) for field, value in found.items() if value is not None)


def _pages(data: bytes) -> Iterable[Image.Image]:
    if is_pdf(data):
        with pypdfium2.PdfDocument(data) as document:
            for page in document:
                yield page.render(scale=_DPI / 72).to_pil()
        return
    register_heif_opener()
    with Image.open(io.BytesIO(data)) as image:
        for frame in ImageSequence.Iterator(image):
            yield frame.convert("RGB")
