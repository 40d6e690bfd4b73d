"""Connected marks are numbered and measured as OpenCV does it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from services.verify.reading.connected import AREA, LEFT, TOP, connected

PICTURES = st.tuples(st.integers(1, 24), st.integers(1, 24)).flatmap(
    lambda shape: arrays(np.uint8, shape, elements=st.sampled_from((0, 0, 1, 255)))
)


@pytest.mark.parametrize("connectivity", [4, 8])
@given(ink=PICTURES)
def test_the_same_as_opencv_counts(connectivity: int, ink: np.ndarray) -> None:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=connectivity)

    found, figures = connected(ink, connectivity)

    assert np.array_equal(found, labels)
    assert np.array_equal(figures[1:], stats[1:])


def test_a_mark_at_the_edge_ends_there() -> None:
    ink = np.zeros((4, 6), np.uint8)
    ink[1:, 4:] = 255

    _, figures = connected(ink)

    assert figures[1].tolist() == [4, 1, 2, 3, 6]
    assert figures[1, [LEFT, TOP, AREA]].tolist() == [4, 1, 6]


def test_a_blank_page_has_no_marks() -> None:
    labels, figures = connected(np.zeros((3, 5), np.uint8))

    assert labels.shape == (3, 5)
    assert not labels.any()
    assert figures.tolist() == [[0, 0, 0, 0, 0]]
