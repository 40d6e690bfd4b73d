"""Every engine keeps the contract of the port: one suite, run on each that is installed."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytesseract
import pytest
from PIL import Image, ImageDraw, ImageFont

from services.common.errors import Misconfigured, Retryable
from services.verify.reading import engine as package
from services.verify.reading.engine import choose, renamed_letters
from services.verify.reading.engine.port import Engine
from services.verify.reading.engine.pytesseract_engine import PytesseractEngine
from services.verify.reading.engine.tesserocr_engine import TesserocrEngine
from services.verify.reading.picture import Gray

KOREAN = "/usr/share/fonts/truetype/nanum/NanumGothic.ttf"
needs_tesserocr = pytest.mark.skipif(find_spec("tesserocr") is None, reason="the extra tesserocr is not installed")

Open = Callable[..., Engine]


@pytest.fixture(params=["PytesseractEngine", pytest.param("TesserocrEngine", marks=needs_tesserocr)])
def open_one(request: pytest.FixtureRequest) -> Open:
    return {"PytesseractEngine": PytesseractEngine, "TesserocrEngine": TesserocrEngine}[request.param]


def line(text: str) -> Gray:
    crop = np.full((60, 40 + 24 * len(text)), 255, np.uint8)
    cv2.putText(crop, text, (16, 42), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (0,), 2)
    return crop


def korean(text: str) -> Gray:
    picture = Image.new("L", (60 + 34 * len(text), 64), 255)
    ImageDraw.Draw(picture).text((20, 12), text, 0, ImageFont.truetype(KOREAN, 32))
    return np.asarray(picture)


def test_each_crop_gets_its_own_answer_in_order_and_an_empty_one_gets_none(open_one: Open) -> None:
    crops = [line("12345"), np.full((60, 200), 255, np.uint8), line("67890"), line("2018")]
    seen = open_one().read(crops, "eng")
    assert [one.text for one in seen] == ["12345", "", "67890", "2018"]
    assert all(0 <= word.left < word.right <= crops[0].shape[1] for word in seen[0].words)


@pytest.mark.parametrize(
    ("model", "printed"),
    [("kor", "정보처리기사"), ("Hangul", "한국산업인력공단"), ("Hangul", "TOEIC"), ("eng", "TOEIC")],
)
def test_hangul_and_latin_letters_are_read_as_people_write_them(open_one: Open, model: str, printed: str) -> None:
    assert "".join(open_one().read([korean(printed)], model)[0].text.split()) == printed


def test_words_stand_from_left_to_right_where_they_are_printed(open_one: Open) -> None:
    words = open_one().read([line("2018 40 71")], "eng")[0].words
    assert [word.text for word in words] == ["2018", "40", "71"]
    assert words[0].right < words[1].left < words[1].right < words[2].left


def test_several_models_together_are_one_reading(open_one: Open) -> None:
    assert open_one().read([line("12345")], "kor+eng")[0].text == "12345"


def test_the_same_crops_give_the_same_answer_whatever_was_read_before(open_one: Open) -> None:
    engine = open_one()
    first = engine.read([line("0123"), line("4567")], "eng")
    engine.read([line("89")] * 3, "Hangul")
    assert engine.read([line("4567"), line("0123")], "eng") == first[::-1]


def test_no_crops_cost_no_call(open_one: Open) -> None:
    assert open_one(timeout=0.0001).read([], "eng") == []


def test_a_missing_model_is_named_with_its_package(open_one: Open) -> None:
    with pytest.raises(Misconfigured, match=r"no model xyz.*tesseract-ocr-xyz"):
        open_one().read([line("1")], "eng+xyz")


def test_running_out_of_time_may_be_tried_again(open_one: Open) -> None:
    engine = open_one()
    engine.read([line("1")], "eng")
    hurried = open_one(timeout=0.001)
    hurried.__dict__["models"] = engine.models
    with pytest.raises(Retryable):
        hurried.read([line("12345")] * 40, "eng")


def test_a_crop_too_small_for_an_engine_is_a_mistake_of_the_caller(open_one: Open) -> None:
    with pytest.raises(ValueError, match="crop 0"):
        open_one().read([np.zeros((3, 3), np.uint8)], "eng")


def test_the_version_names_the_engine(open_one: Open) -> None:
    assert open_one().version.startswith("tesseract ")


def test_crops_leave_no_file_behind(tmp_path: Path) -> None:
    PytesseractEngine(scratch=tmp_path).read([line("1")], "eng")
    hurried = PytesseractEngine(timeout=0.001, scratch=tmp_path)
    hurried.__dict__["models"] = frozenset({"eng"})
    with pytest.raises(Retryable):
        hurried.read([line("12345")] * 40, "eng")
    assert list(tmp_path.iterdir()) == []


def test_an_engine_that_is_not_installed_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.verify.reading.engine.tesserocr_engine.find_spec", lambda name: None)
    with pytest.raises(Misconfigured, match=r"pip install \.\[tesserocr\]"):
        choose.open_engine("tesserocr")


def test_an_unknown_engine_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(Misconfigured, match="choose one of pytesseract, tesserocr"):
        choose.open_engine("crystal-ball")


TOY = """
from services.verify.reading.engine.port import Seen, Word


class ToyEngine:
    version = "toy 1"
    models = frozenset({"toy"})

    def read(self, crops, model):
        return [Seen((Word("toy", 0, crop.shape[1]),)) for crop in crops]


ENGINE = ToyEngine
"""


def with_toy(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, more: str = "") -> None:
    (folder / f"{name}_engine.py").write_text(TOY + more)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])


def test_an_engine_is_added_by_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_toy(tmp_path, monkeypatch, "toy")
    assert "toy" in choose.names()
    engine = choose.open_engine("toy")
    assert "toy" in engine.models
    assert engine.read([line("1")], "toy")[0].text == "toy"


def test_a_witness_is_added_beside_the_chosen_engine_by_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_toy(tmp_path, monkeypatch, "beside", "ALONGSIDE = True\n")
    assert "beside" not in choose.names()
    engine = choose.open_engine("pytesseract")
    assert {"toy", "eng", "kor"} <= engine.models
    assert [engine.read([line("42")], model)[0].text for model in ("toy", "eng")] == ["toy", "42"]


def test_letters_are_renamed_in_every_model_that_has_some_and_named_again(tmp_path: Path) -> None:
    told = PytesseractEngine()._copies
    assert told is not None, "the models are not copied, so every call starts slowly"
    copy = tmp_path / "eng.traineddata"
    assert renamed_letters.rename(told[0] / copy.name, copy)
    assert copy.stat().st_size > (told[0] / copy.name).stat().st_size
    assert "\ue041 5 ".encode() in copy.read_bytes()
    assert renamed_letters.with_letters("\ue041\ue07a 가 1") == "Az 가 1"
    assert renamed_letters.renamed_letters(copy.read_bytes()) == copy.read_bytes()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x18\x00\x00\x00", bytes(400), bytes(range(24, 224))])
def test_what_is_no_plain_model_file_is_left_alone(data: bytes) -> None:
    assert renamed_letters.renamed_letters(data) is None


def test_copies_are_never_taken_from_a_folder_that_others_may_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    engine = PytesseractEngine()
    assert engine._copies is not None
    engine._copies[1].chmod(0o777)
    assert PytesseractEngine()._copies is None
    assert PytesseractEngine().read([line("777")], "eng")[0].text == "777"


def test_tesseract_alone_has_large_pages_and_what_somebody_tuned_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str | None] = []
    read = pytesseract.image_to_data

    def watched(*arguments: object, **options: object) -> object:
        told.append(os.environ.get("GLIBC_TUNABLES"))
        return read(*arguments, **options)

    monkeypatch.setattr(pytesseract, "image_to_data", watched)
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    assert PytesseractEngine().read([line("42")], "eng")[0].text == "42"
    assert "GLIBC_TUNABLES" not in os.environ
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.check=0")
    assert PytesseractEngine().read([line("42")], "eng")[0].text == "42"
    assert told[0] is not None
    assert "hugetlb=1" in told[0]
    assert told[1] == os.environ["GLIBC_TUNABLES"] == "glibc.malloc.check=0"
