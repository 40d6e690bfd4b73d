"""Masks of pictures."""

from __future__ import annotations

import numpy as np

from services.verify.reading.picture import where


def test_where_something_holds_is_white() -> None:
    wide = np.array([[1, 0, 5], [0, 2, 0]])

    assert where(wide > 0).tolist() == [[255, 0, 255], [0, 255, 0]]
    assert where((wide > 0).T).tolist() == [[255, 0], [0, 255], [255, 0]]
    assert where(wide > 0).dtype == np.uint8
