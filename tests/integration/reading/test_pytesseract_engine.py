"""The pytesseract engine keeps the contract of the port."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from services.common.errors import Misconfigured, Retryable
from services.verify.reading.engine.pytesseract_engine import PytesseractEngine
from services.verify.reading.picture import Gray


def line(text: str) -> Gray:
    crop = np.full((60, 40 + 24 * len(text)), 255, np.uint8)
    cv2.putText(crop, text, (16, 42), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (0,), 2)
    return crop


def test_each_crop_gets_its_own_answer_in_order_and_an_empty_one_gets_none(tmp_path: Path) -> None:
    crops = [line("12345"), np.full((60, 200), 255, np.uint8), line("67890"), line("2018")]
    seen = PytesseractEngine(scratch=tmp_path).read(crops, "eng")
    assert [one.text for one in seen] == ["12345", "", "67890", "2018"]
    assert all(0 <= word.left < word.right <= crops[0].shape[1] for word in seen[0].words)
    assert list(tmp_path.iterdir()) == []


def test_no_crops_cost_no_call() -> None:
    assert PytesseractEngine(timeout=0.0001).read([], "eng") == []


def test_a_missing_model_is_named_with_its_package() -> None:
    with pytest.raises(Misconfigured, match="xyz"):
        PytesseractEngine().read([line("1")], "xyz")


def test_running_out_of_time_may_be_tried_again_and_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = PytesseractEngine(scratch=tmp_path)
    assert engine.models
    hurried = PytesseractEngine(timeout=0.001, scratch=tmp_path)
    hurried.__dict__["models"] = engine.models
    with pytest.raises(Retryable):
        hurried.read([line("12345")] * 40, "eng")
    assert list(tmp_path.iterdir()) == []


def test_a_crop_too_small_for_an_engine_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="crop 0"):
        PytesseractEngine().read([np.zeros((3, 3), np.uint8)], "eng")


def test_the_version_names_the_engine() -> None:
    assert PytesseractEngine().version.startswith("tesseract ")
