"""Grain, light and compression: what cameras and scanners add to every page."""

from __future__ import annotations

import io
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    """`image` as a JPEG of `quality` gives it back."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(file, formats=("JPEG",)).convert(image.mode)


def grain(page: Pixels, rng: Random, strength: float) -> Pixels:
    """`page` (8 bit, grey or colour) with the same grain in every colour."""
    dots = np.round(noise(page.shape[:2], rng, strength)).astype(np.int16)
    dots = dots if page.ndim == 2 else np.asarray(cv2.merge([dots] * 3), dtype=np.int16)
    return np.asarray(cv2.add(page, dots, dtype=cv2.CV_8U), dtype=np.uint8)


def noise(shape: tuple[int, ...], rng: Random, strength: float) -> NDArray[np.float32]:
    """Grain of a sensor, `strength` its standard deviation. A tile is repeated: grain has no landmarks."""
    tile = np.random.default_rng(rng.randrange(2**32)).standard_normal((509, 503), dtype=np.float32) * strength
    times = (shape[0] // 509 + 1, shape[1] // 503 + 1)
    return np.tile(tile, times)[: shape[0], : shape[1]]


def lit(page: Pixels, light: NDArray[np.float32], tint: tuple[float, float, float]) -> Pixels:
    """`page` under a light of three colours."""
    channels = [
        cv2.multiply(channel.astype(np.float32), light, scale=share, dtype=cv2.CV_8U)
        for channel, share in zip(cv2.split(page), tint, strict=True)
    ]
    return np.asarray(cv2.merge(channels), dtype=np.uint8)


def light(size: tuple[int, int], rng: Random, depth: float = 0.3) -> NDArray[np.float32]:
    """Brightness over the picture: a slope, and the soft shadow of a hand or a phone."""
    small = np.ones((64, 48), dtype=np.float32)
    ys, xs = np.mgrid[0:1:64j, 0:1:48j]
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * (xs - 0.5) + np.sin(angle) * (ys - 0.5)
    small = 1.0 - depth * (0.5 + slope / 1.4)
    edge = np.cos(angle + 1.2) * (xs - rng.uniform(0.3, 0.8)) + np.sin(angle + 1.2) * (ys - rng.uniform(0.2, 0.8))
    shadow = 1 / (1 + np.exp(-edge * rng.uniform(14, 40)))
    small *= 1 - rng.uniform(0.12, 0.3) * shadow
    return np.asarray(cv2.resize(small.astype(np.float32), size, interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def desk(size: tuple[int, int], rng: Random) -> Pixels:
    """Wood or cloth under the paper."""
    shade = rng.choice(((122, 88, 60), (70, 74, 80), (164, 140, 112), (58, 66, 92)))
    dice = np.random.default_rng(rng.randrange(2**32))
    threads = dice.standard_normal((size[1] // 6, 24)).astype(np.float32) * 9
    fibres = cv2.resize(threads, size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.merge([cv2.convertScaleAbs(fibres + channel) for channel in shade]), dtype=np.uint8)
