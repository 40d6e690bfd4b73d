"""The last seven digits of a 주민등록번호 are black on every page picture, however the page prints them."""

from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image

from services.verify.evidence import to_json
from services.verify.reading.engine.choose import open_engine
from services.verify.reading.engine.port import Engine
from services.verify.reading.pages import open_pages
from services.verify.reading.read import ReadPaper, read_paper
from services.verify.reading.resident_number import blacked_out, hidden_parts, look_for_numbers
from services.verify.reading.sheets import look, prepare, scaled_box
from services.verify.review.unmasking import uncovered
from tests.integration.reading.numbered_pages import FIRST, HEIGHT, SECOND, STYLES, WIDTH, Box, digital, drawn, encoded

DARK = 90


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("pytesseract")


def gray(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("L"))


def is_black(page: np.ndarray, box: Box) -> bool:
    left, top, right, bottom = box
    return bool((page[top + 4 : bottom - 4, left + 2 : right - 2] < DARK).mean() > 0.97)


def is_shown(page: np.ndarray, box: Box) -> bool:
    left, top, right, bottom = box
    return bool((page[top:bottom, left : right - 20] < DARK).mean() < 0.3)


@pytest.mark.parametrize("style", STYLES)
def test_it_is_black_on_a_scan_however_it_is_printed(style: str, engine: Engine) -> None:
    page = drawn(style)
    sheet = prepare(open_pages([encoded(page.picture, noise=8)])[0], 1)
    (looked,) = look_for_numbers(look([sheet], engine, "Hangul" if "Hangul" in engine.models else "kor"), engine)
    scale = sheet.picture.shape[1] / sheet.gray.shape[1]
    hidden = blacked_out(sheet.picture, [scaled_box(box, scale) for box in hidden_parts(looked)])
    found = np.asarray(Image.fromarray(hidden).convert("L"))
    assert found.shape == (HEIGHT, WIDTH)
    assert is_black(found, page.secret)
    assert is_shown(found, page.open)
    assert (found < DARK).mean() < 0.03  # nothing else is


@pytest.fixture(scope="module")
def turned(engine: Engine) -> ReadPaper:
    """A page on its side, of a kind that nobody knows, with the number in a sentence."""
    return read_paper([encoded(drawn("sentence").picture, turns=1)], engine)


def test_it_is_black_on_a_page_that_came_on_its_side(turned: ReadPaper) -> None:
    page = drawn("sentence")
    found = gray(turned.pictures[0])
    assert found.shape == (HEIGHT, WIDTH)
    assert is_black(found, page.secret)
    assert is_shown(found, page.open)


def test_staff_with_the_right_see_the_page_as_it_was(turned: ReadPaper) -> None:
    (hidden,) = turned.beneath
    assert hidden is not None
    found = gray(uncovered(turned.pictures[0], hidden))
    assert np.abs(found.astype(int) - np.asarray(drawn("sentence").picture.convert("L"))).mean() < 3


def test_it_is_black_on_a_digital_page_and_in_no_published_reading(engine: Engine) -> None:
    paper = read_paper([digital()], engine)
    assert paper.beneath[0] is not None
    assert len(json.loads(paper.beneath[0])["patches"]) == 1
    told = json.dumps(to_json(paper.evidence), ensure_ascii=False)
    assert SECOND not in told
    assert f"{FIRST}{SECOND}" not in told
