"""A text layer that says other than what is drawn decides nothing alone, whatever way it lies: read, then judged."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import specimens
from services.verify.evidence import Family, PaperEvidence
from services.verify.judging.judge import judge
from services.verify.judging.verdict import Status
from services.verify.reading.engine.pytesseract_engine import PytesseractEngine
from services.verify.reading.read import read_paper
from specimens import digital, fonts
from specimens.sheet import Sheet, TextMark
from tests.unit.verify.judging.papers import announcement, declared

PAPER, LAYOUT = "NQ_AWARD", "qnet-portrait"
SEED = next(seed for seed in range(100) if specimens.values(PAPER, seed)["number"][-1] in "ACDEFHKNR")
"""The last letter of the number is none that readers take for a digit: that alone would leave it undecided."""
FONT, LIAR = "nanum-gothic", "sans"
TURNED = str.maketrans("0123456789", "5678901234")


@cache
def drawn() -> specimens.Specimen:
    return specimens.draw(PAPER, specimens.values(PAPER, SEED), seed=SEED, layout=LAYOUT)


def true_number() -> str:
    return next(truth.value for truth in drawn().truth if truth.field == "number")


def lie() -> str:
    return true_number().translate(TURNED)


def claim(number: str) -> Mapping[str, Any]:
    values = {truth.field: truth.value for truth in drawn().truth}
    return {"id": "c", "kind": "certificate", "number": number} | {
        name: values[name] for name in ("title", "acquired_on") if values.get(name)
    }


def verdict(evidence: PaperEvidence, number: str) -> Status:
    person = {truth.field: truth.value for truth in drawn().truth if truth.field in ("name", "birth_date")}
    declaration = declared(claim(number), **person)
    return judge(declaration.claims[0], declaration, evidence, announcement(), Family.CERTIFICATE).status


Lie = Callable[[Canvas, TextMark, float], None]


def write(how: Lie) -> bytes:
    """The paper as a PDF in which the mark with the number is printed by `how`, all else as it is."""
    (sheet,) = drawn().sheets
    spot = next(mark for mark in sheet.marks if isinstance(mark, TextMark) and true_number() in mark.text)
    others = Sheet(sheet.number, (sheet.width, sheet.height), FONT, sheet.paper)
    others.marks.extend(mark for mark in sheet.marks if mark is not spot)
    file = io.BytesIO()
    canvas = Canvas(file)
    show, canvas.showPage = canvas.showPage, lambda: None
    digital.page(canvas, others)
    how(canvas, spot, sheet.height * digital.PT)
    show()
    canvas.showPage = show
    canvas.save()
    return file.getvalue()


def printed(canvas: Canvas, spot: TextMark, height: float, text: str, mode: int = 0, font: str = FONT) -> None:
    digital._register(FONT)
    run = canvas.beginText(spot.x * digital.PT, height - spot.y * digital.PT)
    run.setFont(font, spot.size)
    run.setFillColorRGB(0, 0, 0)
    run.setTextRenderMode(mode)
    run.textOut(text)
    canvas.drawText(run)


def pictured(canvas: Canvas, spot: TextMark, height: float) -> None:
    """The true number as a picture, on opaque white."""
    canvas.saveState()
    canvas.translate(spot.x * digital.PT, height - spot.y * digital.PT)
    canvas.setFillColorRGB(1, 1, 1)
    width = pdfmetrics.stringWidth(spot.text, FONT, spot.size)
    canvas.rect(0, -0.3 * spot.size, width, 1.3 * spot.size, stroke=0, fill=1)
    digital._pictured_signs(canvas, replace(spot, face=fonts.choose(spot.text, FONT)), width)
    canvas.restoreState()


def false_text(spot: TextMark) -> str:
    return spot.text.replace(true_number(), lie())


def invisible_over_a_picture(canvas: Canvas, spot: TextMark, height: float) -> None:
    digital._register(FONT)
    pictured(canvas, spot, height)
    printed(canvas, spot, height, false_text(spot), mode=3)


def under_a_picture(canvas: Canvas, spot: TextMark, height: float) -> None:
    digital._register(FONT)
    printed(canvas, spot, height, false_text(spot))
    pictured(canvas, spot, height)


def invisible_over_true_text(canvas: Canvas, spot: TextMark, height: float) -> None:
    printed(canvas, spot, height, spot.text)
    printed(canvas, spot, height, false_text(spot), mode=3)


def beside_it_in_white(canvas: Canvas, spot: TextMark, height: float) -> None:
    printed(canvas, spot, height, spot.text)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont(FONT, 6)
    canvas.drawString(spot.x * digital.PT, height - spot.y * digital.PT + 1.2 * spot.size, false_text(spot))


def a_font_that_shows_other_digits(canvas: Canvas, spot: TextMark, height: float) -> None:
    """The font draws the truth; its table of characters, by which a layer is copied, says the lie."""
    pdfmetrics.registerFont(TTFont("liar", str(fonts.path(LIAR))))
    printed(canvas, spot, height, spot.text, font="liar")


@pytest.fixture(autouse=True)
def _lying_table(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = ttfonts.makeToUnicodeCMap

    def table(name: str, codes: list[int]) -> str:
        lies = "Liberation" in name  # the paper itself is printed in Nanum Gothic
        return honest(name, [ord(chr(code).translate(TURNED)) for code in codes] if lies else codes)

    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", table)


LIES = [
    invisible_over_a_picture,
    under_a_picture,
    invisible_over_true_text,
    beside_it_in_white,
    a_font_that_shows_other_digits,
]


@pytest.mark.parametrize("how", LIES, ids=lambda how: how.__name__)
def test_a_lying_layer_neither_passes_what_is_not_printed_nor_fails_what_is(how: Lie) -> None:
    evidence = read_paper([write(how)], PytesseractEngine()).evidence
    assert evidence.paper == PAPER
    assert verdict(evidence, lie()) is not Status.MATCH
    assert verdict(evidence, true_number()) is not Status.MISMATCH


def test_a_font_that_lies_is_believed_by_the_layer_and_told_by_the_pixels() -> None:
    number = read_paper([write(a_font_that_shows_other_digits)], PytesseractEngine()).evidence.field("number")
    assert number is not None
    said = {reading.reader: reading.value for reading in number.readings}
    assert said.pop("text-layer") == lie()
    assert true_number() in said.values()


def test_the_same_paper_without_a_lie_is_a_match() -> None:
    honest = write(lambda canvas, spot, height: printed(canvas, spot, height, spot.text))
    evidence = read_paper([honest], PytesseractEngine()).evidence
    assert verdict(evidence, true_number()) is Status.MATCH
    assert verdict(evidence, lie()) is Status.MISMATCH
