"""What printing, copying and scanning make of a line: size, weight, tilt, ink, blur, grain, JPEG."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from services.verify.reading.picture import Gray, byte_picture

_EMS = (16, 18, 20, 24, 28, 34, 42)
"""Pixels of an em on the scan: a small print at 150 dpi up to a heading at 300."""


def worn(picture: Gray, em: float, rng: Random) -> tuple[Gray, float]:
    """The line as a cleaned page has it, and the factor by which it became smaller. `em` is in pixels of `picture`."""
    scale = rng.choice(_EMS) * rng.uniform(0.9, 1.1) / em
    way = rng.choice((cv2.INTER_AREA, cv2.INTER_LINEAR))
    line = cv2.resize(_pressed(_skewed(picture, rng), rng), None, fx=scale, fy=scale, interpolation=way)
    return _levelled(_scanned(byte_picture(line), scale * em, rng)), scale


def _pressed(picture: Gray, rng: Random) -> Gray:
    """Type that printed heavier or lighter."""
    if rng.random() >= 0.3:
        return picture
    press = rng.choice((cv2.erode, cv2.dilate))
    return byte_picture(press(picture, np.ones((rng.choice((2, 2, 3)),) * 2, np.uint8)))


def _skewed(picture: Gray, rng: Random) -> Gray:
    if rng.random() >= 0.35:
        return picture
    bend = np.array([[1, rng.uniform(-0.04, 0.04), 0], [rng.uniform(-0.008, 0.008), 1, 0]], np.float32)
    return byte_picture(cv2.warpAffine(picture, bend, picture.shape[::-1], borderValue=(255,)))


def _scanned(picture: Gray, em: float, rng: Random) -> Gray:
    dice = np.random.default_rng(rng.randrange(1 << 30))
    ink, paper = rng.uniform(0, 90), rng.uniform(225, 255)
    line = ink + (paper - ink) * (picture.astype(np.float32) / 255)
    if rng.random() < 0.75:
        line = np.asarray(cv2.GaussianBlur(line, (0, 0), rng.uniform(0.3, 1.0) * max(0.6, em / 28)))
    if rng.random() < 0.8:
        line = line + dice.normal(0, rng.uniform(1, 14), line.shape)
    scan = np.clip(line, 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        data = cv2.imencode(".jpg", scan, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(28, 85)])[1]
        scan = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)
    if rng.random() < 0.15:
        scan = byte_picture(cv2.threshold(scan, rng.uniform(120, 190), 255, cv2.THRESH_BINARY)[1])
    return scan


def _levelled(picture: Gray) -> Gray:
    """Ink black and paper white, as the reader's cleaning leaves them."""
    ink, paper = np.percentile(picture, 1), min(235.0, float(np.percentile(picture, 90)))
    return np.clip((picture.astype(np.float32) - ink) * 255 / max(20.0, paper - ink), 0, 255).astype(np.uint8)
