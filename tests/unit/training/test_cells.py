"""What the network of the Hangul reader is trained on; drawing needs no TensorFlow."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

import numpy as np
import pytest

from services.verify.reading.engine.jamo_engine import MODEL, JamoEngine
from specimens import fonts
from training.cells import NOTHING, batch, cells, label
from training.faces import Face
from training.lines import draw

TRAINING = Path(__file__).parents[3] / "training"


@pytest.fixture(scope="module")
def face() -> Face:
    return Face((str(fonts.path("nanum-gothic")),))


def test_a_label_counts_initial_and_vowel_from_one_and_the_final_from_none() -> None:
    assert [label(sign) for sign in "가힣댐"] == [(1, 1, 0), (19, 21, 27), (4, 2, 16)]
    assert {label(sign) for sign in "1A(中"} == {NOTHING}


def test_every_sign_of_a_line_is_a_cell_and_every_third_a_wrong_cut(face: Face) -> None:
    found = cells(draw("대한 1공사장", face, Random(2)), Random(2))
    assert [answer for _, answer in found] == [label(sign) for sign in "대한1공사장"] + [NOTHING] * 2
    assert {picture.shape for picture, _ in found} == {(32, 32)}


def test_a_batch_follows_from_its_seed(face: Face) -> None:
    one, other = (batch([face], Random(5), 60) for _ in range(2))
    assert one[0].shape == (60, 32, 32)
    assert one[1].shape == (60, 3)
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert not np.array_equal(one[0], batch([face], Random(6), 60)[0])


def test_signs_that_a_face_lacks_are_left_out() -> None:
    latin = Face((str(fonts.path("sans")),))
    assert [glyph.sign for glyph in draw("A대1", latin, Random(1)).glyphs] == ["A", "1"]
    both = Face((str(fonts.path("sans")), str(fonts.path("nanum-gothic"))))
    assert [glyph.sign for glyph in draw("A대1", both, Random(1)).glyphs] == ["A", "대", "1"]


def test_an_unworn_line_as_drawn_here_is_read(face: Face) -> None:
    drawn = draw("정보처리기사", face, Random(1))
    assert JamoEngine().read([drawn.picture], MODEL)[0].text.replace(" ", "") == "정보처리기사"


def test_specimens_are_printed_in_no_package_that_is_trained_on() -> None:
    listed = tomllib.loads((TRAINING / "faces.toml").read_text("utf-8"))["packages"]
    names = {name for entry in listed for name in entry["names"]}
    assert names.isdisjoint(face.package for face in fonts.FACES.values())
    assert not [name for name in names if any(word in name for word in ("nanum", "unfonts", "baekmuk", "noto"))]
