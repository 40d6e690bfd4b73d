"""Types of pictures in memory."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
"""Height × width, 0 black to 255 white."""
Color = NDArray[np.uint8]
"""Height × width × 3, red, green, blue."""

cv2.setNumThreads(1)  # a reader process owns one core


def where(condition: NDArray[np.bool_]) -> Gray:
    """255 where `condition` holds, else 0."""
    return np.asarray(condition, np.bool_).view(np.uint8) * np.uint8(255)  # four times cheaper than np.where


def byte_picture(array: NDArray[np.generic] | cv2.typing.MatLike) -> NDArray[np.uint8]:
    """`array` as bytes; OpenCV's stubs return less exact types than it delivers."""
    return np.asarray(array, dtype=np.uint8)
