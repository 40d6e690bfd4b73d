"""0 and O, 1 and I in lines drawn with real typefaces."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from services.verify.reading.picture import Gray
from services.verify.reading.twin_signs import told_apart
from specimens import fonts

SIGNS = "DG72-O0C5-1IQ8-0O61-HI19"
PROPORTIONAL = ("nanum-gothic", "serif", "baekmuk-batang", "nanum-myeongjo")
FIXED = "mono"


def line(text: str, face: str, size: int = 42) -> tuple[Gray, tuple[int, int, int, int]]:
    picture = Image.new("L", (1400, 120), 255)
    ImageDraw.Draw(picture).text((20, 25), text, fill=20, font=fonts.load(face, size))
    return np.asarray(picture), (0, 0, 1400, 120)


@pytest.mark.parametrize("face", PROPORTIONAL)
@pytest.mark.parametrize("as_read", [SIGNS, SIGNS.replace("O", "0").replace("I", "1"), SIGNS.replace("0", "O")])
def test_shapes_tell_whatever_the_readers_guessed(face: str, as_read: str) -> None:
    assert told_apart(*line(SIGNS, face), as_read) == SIGNS


def test_a_typeface_with_signs_of_one_width_tells_nothing() -> None:
    assert told_apart(*line(SIGNS, FIXED), SIGNS) is None


@pytest.mark.parametrize("text", ["HN72-0", "DG44-O0"])
def test_without_signs_to_compare_with_nothing_is_told(text: str) -> None:
    assert told_apart(*line(text, "nanum-gothic"), text) is None


@pytest.mark.parametrize("as_read", [SIGNS[:-1], SIGNS + "9"])
def test_a_reading_with_more_or_fewer_signs_than_are_printed_tells_nothing(as_read: str) -> None:
    assert told_apart(*line(SIGNS, "nanum-gothic"), as_read) is None


def test_an_empty_place_tells_nothing() -> None:
    assert told_apart(np.full((40, 200), 255, np.uint8), (0, 0, 200, 40), "0") is None
    assert told_apart(np.full((40, 200), 255, np.uint8), (300, 0, 400, 40), "0") is None
