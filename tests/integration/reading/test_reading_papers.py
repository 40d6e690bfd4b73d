"""Every kind of paper, as digital PDF, scan and photo, read by the real Tesseract from drawn specimens.

A field may be read right, or be left undecided; a wrong value on which readers agree is never allowed.
"""

from __future__ import annotations

import io
import re
from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

import specimens
from services.common.errors import Rejected
from services.verify.agreement import agreed
from services.verify.evidence import Family, FieldEvidence, PaperEvidence, Unread
from services.verify.reading.engine.choose import open_engine
from services.verify.reading.engine.port import Engine
from services.verify.reading.read import read_paper
from services.verify.values import canonical, same, unsupported

SEED = 7
NOT_DECLARED = {"management_no", "inner_no", "serial_no", "document_no", "report_no"}
NEVER_WRONG = (
    "name",
    "name_latin",
    "birth_date",
    "number",
    "score",
    "level",
    "grade",
    "title",
    "test_date",
    "acquired_on",
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("pytesseract")


Judged = tuple[list[str], list[tuple[str, str, str]], list[str]]


@cache
def specimen(paper: str, layout: str) -> specimens.Specimen:
    return specimens.draw(paper, specimens.values(paper, SEED), seed=SEED, layout=layout)


def worn(drawn: specimens.Specimen, wear: str) -> list[bytes]:
    if wear == "digital":
        return [drawn.pdf()]
    pages = [specimens.degrade(page, wear, SEED) for page in drawn.pages]
    return [specimens.encode([page], "jpeg") for page in pages]


def fields_of(evidence: PaperEvidence) -> dict[str, FieldEvidence]:
    found = {field.field: field for field in evidence.fields}
    for table in evidence.tables:
        for index, row in enumerate(table.rows):
            found |= {f"{table.name}[{index}].{field.field}": field for field in row}
    return found


def judged(drawn: specimens.Specimen, evidence: PaperEvidence) -> Judged:
    """Fields read right, read wrong (with what was printed and read), and undecided."""
    found, right, wrong, unsure = fields_of(evidence), [], [], []
    for truth in drawn.truth:
        name = truth.field.rsplit("].", 1)[-1]
        if truth.field in NOT_DECLARED or unsupported(truth.value):
            continue
        field = found.get(truth.field)
        value = agreed(name, field.readings) if field else None
        if value is None:
            unsure.append(truth.field)
        elif same(name, canonical(name, truth.value) or "", value):
            right.append(truth.field)
        else:
            wrong.append((truth.field, truth.printed, value))
    return right, wrong, unsure


KINDS = (
    "NQ_AWARD", "NQ_BOOK", "NQ_RECORD", "KORCHAM", "KHISTORY", "TOEIC", "NEW_TEPS", "TEPS", "TOEFL_IBT", "OPIC", "HSK",
)  # fmt: skip
CASES = [
    (paper, layout, wear)
    for paper in KINDS
    for layout, wear in zip(specimens.layouts_of(paper, sealed=False)[:2], ("digital", "scan300"), strict=False)
]
CASES += [("TOEIC", "portal-print", "phone"), ("CAREER_FORM", "annex-12-portrait", "digital")]


@pytest.mark.parametrize(("paper", "layout", "wear"), CASES)
def test_a_paper_is_recognised_and_read(engine: Engine, paper: str, layout: str, wear: str) -> None:
    drawn = specimen(paper, layout)
    evidence = read_paper(worn(drawn, wear), engine).evidence
    assert evidence.paper == paper
    right, wrong, unsure = judged(drawn, evidence)
    assert [entry for entry in wrong if entry[0].rsplit(".", 1)[-1] in NEVER_WRONG] == []
    assert len(right) >= 0.7 * (len(right) + len(wrong) + len(unsure)), (wrong, unsure)


def test_boxes_lie_around_the_values_on_the_page_picture(engine: Engine) -> None:
    drawn = specimen("TOEIC", "portal-print")
    read = read_paper(worn(drawn, "digital"), engine)
    page = read.evidence.pages[0]
    picture = Image.open(io.BytesIO(read.pictures[0]))
    assert picture.size == (page.width, page.height)
    scale = page.width / drawn.pages[0].width
    truth = next(truth for truth in drawn.truth if truth.field == "score")
    box = read.evidence.field("score").box  # type: ignore[union-attr]  # the paper prints it
    assert np.abs(np.array(box) - scale * np.array(truth.box)).max() < 12


@pytest.mark.parametrize("wear", ["rotate90", "rotate180", "rotate270"])
def test_a_page_that_lies_on_its_side_or_head_is_turned(engine: Engine, wear: str) -> None:
    drawn = specimen("TEPS", "korean-certificate")
    evidence = read_paper(worn(drawn, wear), engine).evidence
    assert evidence.paper == "TEPS"
    assert evidence.pages[0].height > evidence.pages[0].width
    assert judged(drawn, evidence)[1] == []


def test_a_blank_page_is_blank_and_a_picture_of_something_else_is_unrecognised(engine: Engine) -> None:
    blank = specimens.encode([Image.new("RGB", (1240, 1754), "white")], "jpeg")
    assert read_paper([blank], engine).evidence.unread is Unread.BLANK
    other = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(other).text((100, 100), "RECEIPT  Coffee 4,500  Total 4,500", fill="black", font_size=40)
    evidence = read_paper([specimens.encode([other], "jpeg")], engine).evidence
    assert evidence.unread is Unread.UNRECOGNISED
    assert evidence.paper is None


def test_a_paper_is_what_it_prints_whatever_kind_of_upload_it_is(engine: Engine) -> None:
    files = worn(specimen("TOEIC", "portal-print"), "digital")
    assert read_paper(files, engine, hint=Family.CERTIFICATE).evidence.paper == "TOEIC"


def test_a_text_layer_that_says_other_than_what_is_drawn_never_agrees(engine: Engine) -> None:
    drawn = specimen("TOEIC", "portal-print")
    score = next(truth for truth in drawn.truth if truth.field == "score")
    file = io.BytesIO()
    width, height = (side * 72 / 300 for side in drawn.pages[0].size)
    canvas = Canvas(file, pagesize=(width, height))
    tile = 4  # several images, so that the page is no plain scan
    full = drawn.pages[0]
    for row in range(tile):
        part = full.crop((0, row * full.height // tile, full.width, (row + 1) * full.height // tile))
        canvas.drawInlineImage(part, 0, height - (row + 1) * height / tile, width, height / tile)
    for truth in drawn.truth:
        text = canvas.beginText(truth.box[0] * 72 / 300, height - truth.box[3] * 72 / 300)
        text.setTextRenderMode(3)
        text.setFont("Helvetica", (truth.box[3] - truth.box[1]) * 72 / 300)
        text.textOut("990" if truth is score else re.sub(r"[^ -~]", "?", truth.printed))
        canvas.drawText(text)
    canvas.save()
    field = read_paper([file.getvalue()], engine).evidence.field("score")
    assert field is None or agreed("score", field.readings) in (None, score.value)


def test_what_can_never_be_read_is_rejected(engine: Engine) -> None:
    with pytest.raises(Rejected) as caught:
        read_paper([b"/etc/hostname\n"], engine)
    assert caught.value.code == "UNREADABLE_FILE"
    encrypted = specimens.encode(specimen("TOEIC", "portal-print").pages, "encrypted-pdf")
    with pytest.raises(Rejected) as caught:
        read_paper([encrypted], engine)
    assert caught.value.code == "ENCRYPTED"
