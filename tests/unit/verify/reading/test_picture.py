"""Pictures are reduced to means of their pixels, however large they are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from services.verify.reading.picture import reduced, where


@pytest.mark.parametrize("shape", [(64, 48), (64, 48, 3), (121, 93, 3), (304, 208), (40, 31)])
def test_a_reduced_picture_is_like_the_mean_of_every_pixel(shape: tuple[int, ...]) -> None:
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    wave = 127 + 120 * np.sin(rows / 19) * np.cos(columns / 17)
    picture = np.round(wave if len(shape) == 2 else np.stack([wave, wave / 2, 255 - wave], axis=2)).astype(np.uint8)

    small = reduced(picture, 15, 20)

    mean = cv2.resize(picture, (15, 20), interpolation=cv2.INTER_AREA)
    assert small.shape == mean.shape
    assert np.abs(small.astype(int) - mean).max() <= 24
    assert np.abs(small.astype(int) - mean).mean() <= 4


def test_halves_of_a_picture_are_exact_means() -> None:
    picture = np.array([[0, 4, 8, 8], [4, 0, 8, 8], [100, 100, 0, 0], [100, 100, 0, 200]], np.uint8)

    assert reduced(picture, 2, 2).tolist() == [[2, 8], [100, 50]]


def test_a_picture_of_the_wanted_size_is_left_as_it_is() -> None:
    picture = np.arange(12, dtype=np.uint8).reshape(3, 4)

    assert reduced(picture, 4, 3) is picture


def test_where_something_holds_is_white() -> None:
    wide = np.array([[1, 0, 5], [0, 2, 0]])

    assert where(wide > 0).tolist() == [[255, 0, 255], [0, 255, 0]]
    assert where((wide > 0).T).tolist() == [[255, 0], [0, 255], [255, 0]]
