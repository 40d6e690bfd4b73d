"""What scanners, fax machines, phones and offices do to a page. Every kind follows from its seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from specimens import imprints
from specimens.grain import desk, grain, jpeg, light, lit, noise
from specimens.sheet import Box

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Worn:
    """A page after something happened to it, and where its places went."""

    image: Image.Image
    """RGB or L; size and angle may differ from the page's."""
    matrix: Matrix
    """3 × 3, exact: a point (x, y, 1) of the clean page (pixels at 300 dpi) as a point of `image`, homogeneous."""

    def place(self, box: Box) -> Box:
        """The upright box in `image` around what stood in `box` of the clean page."""
        left, top, right, bottom = box
        corners = np.array([[left, top, 1], [right, top, 1], [right, bottom, 1], [left, bottom, 1]], dtype=np.float64)
        there = corners @ self.matrix.T
        points = there[:, :2] / there[:, 2:]
        low, high = np.floor(points.min(axis=0) + 1e-6), np.ceil(points.max(axis=0) - 1e-6)
        return int(low[0]), int(low[1]), int(high[0]), int(high[1])

    def look(self, image: Image.Image) -> Worn:
        """Another look at the same places."""
        return Worn(image, self.matrix)

    def moved(self, image: Image.Image, matrix: Matrix) -> Worn:
        """`image`, in which every place of this one has moved by `matrix`."""
        return Worn(image, matrix @ self.matrix)


def wear(image: Image.Image, kind: str, seed: int) -> Worn:
    """`image` (RGB, 300 dpi) after `kind` happened to it, and where each place of it is now.

    ValueError for another kind. The places of `smear` and `blank` hold nothing that could be read.
    """
    if kind not in _KINDS:
        raise ValueError(f"degradation {kind!r} is none of {', '.join(KINDS)}")
    return _KINDS[kind](Worn(image.convert("RGB"), np.eye(3)), Random(f"degrade/{kind}/{seed}"))


def degrade(image: Image.Image, kind: str, seed: int) -> Image.Image:
    """The picture of `wear` alone."""
    return wear(image, kind, seed).image


def _clean(page: Worn, rng: Random) -> Worn:
    return page


def _scan300(page: Worn, rng: Random) -> Worn:
    """A flatbed scanner: grey, a touch skewed, grainy, with a little dust."""
    return _flatbed(page, rng, rng.uniform(-0.3, 0.3))


def _tilted(page: Worn, rng: Random) -> Worn:
    """A paper laid askew onto the same scanner."""
    return _flatbed(page, rng, rng.choice((-1, 1)) * rng.uniform(1, 3))


def _flatbed(page: Worn, rng: Random, degrees: float) -> Worn:
    page = _turn(page.look(page.image.convert("L")), degrees)
    grey = cv2.GaussianBlur(np.asarray(page.image, dtype=np.float32), (0, 0), rng.uniform(0.5, 0.8))
    levels = rng.uniform(0.92, 0.97)
    dots = noise(grey.shape, rng, rng.uniform(3, 6))
    scan = np.clip(grey * levels + rng.uniform(4, 10) + dots, 0, 255).astype(np.uint8)
    for _ in range(rng.randint(4, 25)):
        x, y = rng.randrange(scan.shape[1]), rng.randrange(scan.shape[0])
        cv2.circle(scan, (x, y), rng.randint(1, 3), rng.randint(60, 150), -1)
    return page.look(Image.fromarray(scan))


def _scan_at(dpi: int) -> Callable[[Worn, Random], Worn]:
    """The same scanner at another resolution."""

    def scan(page: Worn, rng: Random) -> Worn:
        size = (page.image.width * dpi // 300, page.image.height * dpi // 300)
        way = Image.Resampling.BOX if dpi < 300 else Image.Resampling.BICUBIC
        return _resized(_scan300(page, rng), size, way)

    return scan


def _jpeg150(page: Worn, rng: Random) -> Worn:
    """150 dpi and a quality of about 45: ringing around every stroke."""
    half = _resized(page, (page.image.width // 2, page.image.height // 2), Image.Resampling.LANCZOS)
    half = _turn(half, rng.uniform(-0.5, 0.5))
    return half.look(jpeg(half.image, rng.randint(40, 50)))


def _phone(page: Worn, rng: Random) -> Worn:
    """A phone held over the paper on a desk: perspective, tilt, shadow, uneven light, a soft focus."""
    width, height = page.image.size
    outer = (round(width * 1.16), round(height * 1.12))
    table = desk(outer, rng)
    angle = np.deg2rad(rng.choice((-1, 1)) * rng.uniform(2, 6))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    middle = corners.mean(axis=0)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    seen = (corners - middle) @ turn.T * rng.uniform(0.9, 0.94)
    lean = np.array([rng.uniform(-0.035, 0.035), rng.uniform(-0.05, 0.05)])
    depth = 1 + seen @ (2 * lean / np.array([width, height]))
    seen = seen / depth[:, None] + np.array(outer) / 2
    warp = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    cv2.warpPerspective(
        np.asarray(page.image), warp, outer, dst=table, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    tint = (rng.uniform(0.97, 1.03), 1.0, rng.uniform(0.9, 1.0))
    photo = lit(table, light(outer, rng), tint)
    photo = np.asarray(cv2.GaussianBlur(photo, (0, 0), rng.uniform(0.7, 1.2)), dtype=np.uint8)
    return page.moved(
        jpeg(Image.fromarray(grain(photo, rng, 5)), rng.randint(72, 86)), np.asarray(warp, dtype=np.float64)
    )


def _lowlight(page: Worn, rng: Random) -> Worn:
    """A phone in a dim room: dark, yellowish, grainy, light from one side."""
    page = _turn(page, rng.uniform(-1.5, 1.5))
    dim = rng.uniform(0.45, 0.6)
    shade = light(page.image.size, rng, depth=0.45)
    dark = lit(np.asarray(page.image), shade, (dim, 0.94 * dim, 0.78 * dim))
    dark = np.asarray(cv2.add(cv2.GaussianBlur(dark, (0, 0), 1.0), np.array([6.0, 6.0, 6.0, 0.0])), dtype=np.uint8)
    return page.look(jpeg(Image.fromarray(grain(dark, rng, 9)), 75))


def _quarters(number: int) -> Callable[[Worn, Random], Worn]:
    """A scan that lay `number` quarters of a turn counter-clockwise on the glass."""

    def turn(page: Worn, rng: Random) -> Worn:
        scan = _scan300(page, rng)
        width, height = scan.image.size
        way, matrix = (
            (Image.Transpose.ROTATE_90, [[0, 1, 0], [-1, 0, width], [0, 0, 1]]),
            (Image.Transpose.ROTATE_180, [[-1, 0, width], [0, -1, height], [0, 0, 1]]),
            (Image.Transpose.ROTATE_270, [[0, -1, height], [1, 0, 0], [0, 0, 1]]),
        )[number - 1]
        return scan.moved(scan.image.transpose(way), np.array(matrix, dtype=np.float64))

    return turn


def _copy(page: Worn, rng: Random) -> Worn:
    """An office copier in order, or a clean fax: grey pulled to black and white, a shadow at one edge, a few specks."""
    page = _turn(page.look(page.image.convert("L")), rng.uniform(-0.8, 0.8))
    grey = cv2.GaussianBlur(np.asarray(page.image, dtype=np.float32), (0, 0), rng.uniform(0.6, 0.9))
    grey = (grey - 128) * rng.uniform(1.3, 1.6) + rng.uniform(140, 160) + noise(grey.shape, rng, 4)
    reach = rng.randint(20, 60)
    edge = np.linspace(rng.uniform(60, 120), 0, reach, dtype=np.float32)
    if rng.random() < 0.5:
        grey[:, :reach] -= edge
    else:
        grey[:, -reach:] -= edge[::-1]
    x = rng.randrange(grey.shape[1])
    grey[:, x : x + rng.randint(2, 5)] -= rng.uniform(8, 20)
    sheet = np.clip(grey, 0, 255).astype(np.uint8)
    for _ in range(rng.randint(20, 80)):
        at = (rng.randrange(sheet.shape[1]), rng.randrange(sheet.shape[0]))
        cv2.circle(sheet, at, rng.randint(1, 2), rng.randint(20, 120), -1)
    return page.look(Image.fromarray(sheet))


def _fax(page: Worn, rng: Random) -> Worn:
    """204 × 196 dpi, black and white, with specks, a streak and broken strokes."""
    page = _turn(page.look(page.image.convert("L")), rng.uniform(-0.6, 0.6))
    grey = np.asarray(page.image)
    small = cv2.resize(grey, None, fx=204 / 300, fy=196 / 300, interpolation=cv2.INTER_AREA).astype(np.float32)
    small = cv2.GaussianBlur(small, (0, 0), 0.6) + noise(small.shape, rng, 22)
    fax = np.where(small > rng.uniform(150, 175), 255, 0).astype(np.uint8)
    dice = np.random.default_rng(rng.randrange(2**32))
    for shade, share in ((0, 0.0006), (255, 0.006)):
        fax[dice.random(fax.shape) < share] = shade
    if rng.random() < 0.6:
        x = rng.randrange(fax.shape[1])
        fax[:, x : x + 2][dice.random((fax.shape[0], fax[:, x : x + 2].shape[1])) < 0.7] = 0
    scale = np.diag([fax.shape[1] / grey.shape[1], fax.shape[0] / grey.shape[0], 1.0])
    return page.moved(Image.fromarray(fax), scale)


def _imprinted(imprint: Callable[[Image.Image, Random], Image.Image]) -> Callable[[Worn, Random], Worn]:
    """Something printed over the page, then a colour scan."""

    def scan(page: Worn, rng: Random) -> Worn:
        page = _turn(page.look(imprint(page.image, rng)), rng.uniform(-0.3, 0.3))
        toned = cv2.convertScaleAbs(np.asarray(page.image), alpha=0.96, beta=7)
        return page.look(jpeg(Image.fromarray(grain(np.asarray(toned, dtype=np.uint8), rng, 3)), 82))

    return scan


def _smear(page: Worn, rng: Random) -> Worn:
    """Moved while scanning: nothing can be read any more, by nobody."""
    grey = np.asarray(page.image.convert("L"))
    length = rng.randint(90, 140)
    streak = np.zeros((length, length), dtype=np.float32)
    cv2.line(streak, (0, rng.randint(0, length // 3)), (length - 1, rng.randint(length // 2, length - 1)), 1.0, 5)
    moved = cv2.filter2D(grey, -1, streak / streak.sum()).astype(np.float32)
    moved = cv2.GaussianBlur(moved, (0, 0), 9) + noise(grey.shape, rng, 4)
    return page.look(Image.fromarray(np.clip(moved, 0, 255).astype(np.uint8)))


def _blank(page: Worn, rng: Random) -> Worn:
    """The wrong side was scanned: paper grain, a shadow at the edge."""
    side = np.full((page.image.height, page.image.width), rng.randint(244, 252), dtype=np.float32)
    side += noise(side.shape, rng, 2.5)
    side[:, : rng.randint(4, 14)] -= rng.randint(20, 60)
    return page.look(Image.fromarray(np.clip(side, 0, 255).astype(np.uint8)))


def _turn(page: Worn, degrees: float) -> Worn:
    """Turned by `degrees` counter-clockwise around its middle on white, at the same size."""
    image = page.image
    turn = cv2.getRotationMatrix2D((image.width / 2, image.height / 2), degrees, 1)
    turned = cv2.warpAffine(np.asarray(image), turn, image.size, flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    return page.moved(Image.fromarray(turned), np.vstack([turn, [0, 0, 1]]))


def _resized(page: Worn, size: tuple[int, int], way: Image.Resampling) -> Worn:
    scale = np.diag([size[0] / page.image.width, size[1] / page.image.height, 1.0])
    return page.moved(page.image.resize(size, way), scale)


_KINDS: dict[str, Callable[[Worn, Random], Worn]] = {
    "clean": _clean,
    "scan300": _scan300,
    "scan150": _scan_at(150),
    "scan200": _scan_at(200),
    "scan600": _scan_at(600),
    "tilt": _tilted,
    "jpeg150": _jpeg150,
    "phone": _phone,
    "rotate90": _quarters(1),
    "rotate180": _quarters(2),
    "rotate270": _quarters(3),
    "copy": _copy,
    "seal": _imprinted(imprints.seal),
    "stamp": _imprinted(imprints.stamp),
    "fax": _fax,
    "watermark": _imprinted(imprints.watermark),
    "guilloche": _imprinted(imprints.guilloche),
    "smear": _smear,
    "blank": _blank,
    "lowlight": _lowlight,
}
KINDS = tuple(_KINDS)
"""Every kind of wear that `degrade` knows."""
HARD = ("stamp", "fax")
"""Wear under which a value may go to a person: a black stamp over the text, a heavy fax. (So may handwriting, which is
drawn: `draw(…, handwritten=True)`.)"""
UNREADABLE = ("smear", "blank")
"""Wear after which nobody can read anything."""
ORDINARY = tuple(kind for kind in KINDS if kind not in (*HARD, *UNREADABLE))
"""Wear that an office sees every day: every printed field is expected to be read."""
