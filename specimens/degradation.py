"""What scanners, fax machines, phones and offices do to a page. Every kind follows from its seed."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from specimens import fonts, seals

Pixels = NDArray[np.uint8]


def degrade(image: Image.Image, kind: str, seed: int) -> Image.Image:
    """`image` (RGB, 300 dpi) after `kind` happened to it; RGB or L, size and angle may change.

    ValueError for another kind.
    """
    if kind not in _KINDS:
        raise ValueError(f"degradation {kind!r} is none of {', '.join(KINDS)}")
    return _KINDS[kind](image.convert("RGB"), Random(f"degrade/{kind}/{seed}"))


def _clean(image: Image.Image, rng: Random) -> Image.Image:
    return image


def _scan300(image: Image.Image, rng: Random) -> Image.Image:
    """A flatbed scanner: grey, a touch skewed, grainy, with a little dust."""
    grey = np.asarray(_tilt(image.convert("L"), rng.uniform(-0.3, 0.3)), dtype=np.float32)
    grey = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.5, 0.8))
    levels = rng.uniform(0.92, 0.97)
    noise = _noise(grey.shape, rng, rng.uniform(3, 6))
    page = np.clip(grey * levels + rng.uniform(4, 10) + noise, 0, 255).astype(np.uint8)
    for _ in range(rng.randint(4, 25)):
        x, y = rng.randrange(page.shape[1]), rng.randrange(page.shape[0])
        cv2.circle(page, (x, y), rng.randint(1, 3), rng.randint(60, 150), -1)
    return Image.fromarray(page)


def _scan150(image: Image.Image, rng: Random) -> Image.Image:
    """The same scanner at 150 dpi."""
    half = (image.width // 2, image.height // 2)
    return _scan300(image, rng).resize(half, Image.Resampling.BOX)


def _jpeg150(image: Image.Image, rng: Random) -> Image.Image:
    """150 dpi and a quality of about 45: ringing around every stroke."""
    half = image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)
    half = _tilt(half, rng.uniform(-0.5, 0.5))
    return _jpeg(half, rng.randint(40, 50))


def _phone(image: Image.Image, rng: Random) -> Image.Image:
    """A phone held over the paper on a desk: perspective, tilt, shadow, uneven light, a soft focus."""
    width, height = image.width, image.height
    outer = (round(width * 1.16), round(height * 1.12))
    desk = _desk(outer, rng)
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
        np.asarray(image), warp, outer, dst=desk, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    tint = (rng.uniform(0.97, 1.03), 1.0, rng.uniform(0.9, 1.0))
    lit = _lit(desk, _light(outer, rng), tint)
    lit = cv2.GaussianBlur(lit, (0, 0), rng.uniform(0.7, 1.2))
    return _jpeg(Image.fromarray(_grain(lit, rng, 5)), rng.randint(72, 86))


def _lowlight(image: Image.Image, rng: Random) -> Image.Image:
    """A phone in a dim room: dark, yellowish, grainy, light from one side."""
    page = np.asarray(_tilt(image, rng.uniform(-1.5, 1.5)))
    dim = rng.uniform(0.45, 0.6)
    page = _lit(page, _light(image.size, rng, depth=0.45), (dim, 0.94 * dim, 0.78 * dim))
    page = cv2.add(cv2.GaussianBlur(page, (0, 0), 1.0), (6, 6, 6, 0))
    return _jpeg(Image.fromarray(_grain(page, rng, 9)), 75)


def _turned(quarter: Image.Transpose) -> Callable[[Image.Image, Random], Image.Image]:
    def turn(image: Image.Image, rng: Random) -> Image.Image:
        return _scan300(image, rng).transpose(quarter)

    return turn


def _seal(image: Image.Image, rng: Random) -> Image.Image:
    """One or two red seals somewhere over the text, on a colour scan."""
    page = image.copy()
    for _ in range(rng.randint(1, 2)):
        kind = rng.random()
        side = rng.uniform(20, 32)
        if kind < 0.5:
            ink = seals.square(rng.choice(("대한상공회의소회장의인", "확인자의직인", "교육원장의직인")), side, rng)
        else:
            ink = seals.round_seal("주식회사대한건설", "대표이사", side, rng)
        _multiply(page, ink, _on_text(image, ink.size, rng))
    return _colour_scan(page, rng)


def _stamp(image: Image.Image, rng: Random) -> Image.Image:
    """A black office stamp over the text."""
    page = image.copy()
    ink = seals.office_stamp(
        "민원실", f"20{rng.randint(17, 23)}. {rng.randint(1, 12)}. {rng.randint(1, 28)}", rng.uniform(26, 36), rng
    )
    ink = ink.rotate(rng.uniform(-20, 20), expand=True, resample=Image.Resampling.BICUBIC)
    _multiply(page, ink, _on_text(image, ink.size, rng))
    return _colour_scan(page, rng)


def _fax(image: Image.Image, rng: Random) -> Image.Image:
    """204 × 196 dpi, black and white, with specks, a streak and broken strokes."""
    grey = np.asarray(_tilt(image.convert("L"), rng.uniform(-0.6, 0.6)))
    small = cv2.resize(grey, None, fx=204 / 300, fy=196 / 300, interpolation=cv2.INTER_AREA).astype(np.float32)
    small = cv2.GaussianBlur(small, (0, 0), 0.6) + _noise(small.shape, rng, 22)
    page = np.where(small > rng.uniform(150, 175), 255, 0).astype(np.uint8)
    dice = np.random.default_rng(rng.randrange(2**32))
    for shade, share in ((0, 0.0006), (255, 0.006)):
        page[dice.random(page.shape) < share] = shade
    if rng.random() < 0.6:
        x = rng.randrange(page.shape[1])
        page[:, x : x + 2][dice.random((page.shape[0], page[:, x : x + 2].shape[1])) < 0.7] = 0
    return Image.fromarray(page)


def _watermark(image: Image.Image, rng: Random) -> Image.Image:
    """사본 across the page in grey, as copiers of an office print it."""
    text = rng.choice(("사본", "COPY", "원본대조필", "제출용"))
    mask = Image.new("L", image.size, 0)
    face = fonts.choose(text, "nanum-gothic-bold").name
    size = min(image.width // len(text), image.width // 3)
    ImageDraw.Draw(mask).text(
        (image.width / 2, image.height / 2), text, font=fonts.load(face, size), fill=70, anchor="mm"
    )
    mask = mask.rotate(rng.uniform(25, 45), resample=Image.Resampling.BICUBIC)
    page = image.copy()
    page.paste(rng.choice(((110, 110, 120), (120, 120, 180), (190, 110, 110))), (0, 0), mask)
    return _colour_scan(page, rng)


def _smear(image: Image.Image, rng: Random) -> Image.Image:
    """Moved while scanning: nothing can be read any more, by nobody."""
    page = np.asarray(image.convert("L"))
    length = rng.randint(90, 140)
    streak = np.zeros((length, length), dtype=np.float32)
    cv2.line(streak, (0, rng.randint(0, length // 3)), (length - 1, rng.randint(length // 2, length - 1)), 1.0, 5)
    moved = cv2.filter2D(page, -1, streak / streak.sum()).astype(np.float32)
    moved = cv2.GaussianBlur(moved, (0, 0), 9) + _noise(page.shape, rng, 4)
    return Image.fromarray(np.clip(moved, 0, 255).astype(np.uint8))


def _blank(image: Image.Image, rng: Random) -> Image.Image:
    """The wrong side was scanned: paper grain, a shadow at the edge."""
    page = np.full((image.height, image.width), rng.randint(244, 252), dtype=np.float32)
    page += _noise(page.shape, rng, 2.5)
    page[:, : rng.randint(4, 14)] -= rng.randint(20, 60)
    return Image.fromarray(np.clip(page, 0, 255).astype(np.uint8))


def _colour_scan(image: Image.Image, rng: Random) -> Image.Image:
    page = np.asarray(_tilt(image, rng.uniform(-0.3, 0.3)))
    return _jpeg(Image.fromarray(_grain(cv2.convertScaleAbs(page, alpha=0.96, beta=7), rng, 3)), 82)


def _tilt(image: Image.Image, degrees: float) -> Image.Image:
    """Turned by `degrees` on white, at the same size."""
    turn = cv2.getRotationMatrix2D((image.width / 2, image.height / 2), degrees, 1)
    return Image.fromarray(
        cv2.warpAffine(np.asarray(image), turn, image.size, flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    )


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(file, formats=("JPEG",)).convert(image.mode)


def _grain(page: Pixels, rng: Random, strength: float) -> Pixels:
    """`page` (8 bit, grey or colour) with the same grain in every colour."""
    noise = np.round(_noise(page.shape[:2], rng, strength)).astype(np.int16)
    noise = noise if page.ndim == 2 else cv2.merge([noise] * 3)
    return np.asarray(cv2.add(page, noise, dtype=cv2.CV_8U), dtype=np.uint8)


def _noise(shape: tuple[int, ...], rng: Random, strength: float) -> NDArray[np.float32]:
    """Grain of a sensor, `strength` its standard deviation. A tile is repeated: grain has no landmarks."""
    tile = np.random.default_rng(rng.randrange(2**32)).standard_normal((509, 503), dtype=np.float32) * strength
    times = (shape[0] // 509 + 1, shape[1] // 503 + 1)
    return np.tile(tile, times)[: shape[0], : shape[1]]


def _lit(page: Pixels, light: NDArray[np.float32], tint: tuple[float, float, float]) -> Pixels:
    """`page` under a light of three colours."""
    channels = [
        cv2.multiply(channel.astype(np.float32), light, scale=share, dtype=cv2.CV_8U)
        for channel, share in zip(cv2.split(page), tint, strict=True)
    ]
    return cv2.merge(channels)


def _light(size: tuple[int, int], rng: Random, depth: float = 0.3) -> NDArray[np.float32]:
    """Brightness over the picture: a slope, and the soft shadow of a hand or a phone."""
    small = np.ones((64, 48), dtype=np.float32)
    ys, xs = np.mgrid[0:1:64j, 0:1:48j]
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * (xs - 0.5) + np.sin(angle) * (ys - 0.5)
    small = 1.0 - depth * (0.5 + slope / 1.4)
    edge = np.cos(angle + 1.2) * (xs - rng.uniform(0.3, 0.8)) + np.sin(angle + 1.2) * (ys - rng.uniform(0.2, 0.8))
    shadow = 1 / (1 + np.exp(-edge * rng.uniform(14, 40)))
    small *= 1 - rng.uniform(0.12, 0.3) * shadow
    return cv2.resize(small.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)


def _desk(size: tuple[int, int], rng: Random) -> Pixels:
    """Wood or cloth under the paper."""
    shade = rng.choice(((122, 88, 60), (70, 74, 80), (164, 140, 112), (58, 66, 92)))
    dice = np.random.default_rng(rng.randrange(2**32))
    threads = dice.standard_normal((size[1] // 6, 24)).astype(np.float32) * 9
    grain = cv2.resize(threads, size, interpolation=cv2.INTER_LINEAR)
    return cv2.merge([cv2.convertScaleAbs(grain + channel) for channel in shade])


def _on_text(image: Image.Image, size: tuple[int, int], rng: Random) -> tuple[int, int]:
    """A place where the stamp covers printing."""
    grey = cv2.cvtColor(np.asarray(image), cv2.COLOR_RGB2GRAY)
    share = cv2.resize((grey < 110).astype(np.float32), None, fx=1 / 24, fy=1 / 24, interpolation=cv2.INTER_AREA)
    # Lines of writing: neither empty nor solid (photographs, bars), and not the border.
    writing = (share > 0.06) & (share < 0.5)
    rows, columns = share.shape[0] // 9, share.shape[1] // 9
    writing[:rows] = writing[-rows:] = False
    writing[:, :columns] = writing[:, -columns:] = False
    ys, xs = np.nonzero(writing)
    if not len(xs):
        return max(0, (image.width - size[0]) // 2), max(0, (image.height - size[1]) // 2)
    number = rng.randrange(len(xs))
    x = xs[number] * 24 - size[0] // 2 + rng.randint(-60, 60)
    y = ys[number] * 24 - size[1] // 2 + rng.randint(-60, 60)
    return (
        int(min(max(0, x), max(0, image.width - size[0]))),
        int(min(max(0, y), max(0, image.height - size[1]))),
    )


def _multiply(page: Image.Image, ink: Image.Image, place: tuple[int, int]) -> None:
    """Ink soaks into the paper: what is printed below stays dark."""
    box = (*place, min(page.width, place[0] + ink.width), min(page.height, place[1] + ink.height))
    below = np.asarray(page.crop(box), dtype=np.float32)
    cut = np.asarray(ink.crop((0, 0, box[2] - box[0], box[3] - box[1])), dtype=np.float32)
    alpha = cut[..., 3:] / 255
    mixed = below * (1 - alpha + alpha * cut[..., :3] / 255)
    page.paste(Image.fromarray(mixed.astype(np.uint8)), place)


_KINDS: dict[str, Callable[[Image.Image, Random], Image.Image]] = {
    "clean": _clean,
    "scan300": _scan300,
    "scan150": _scan150,
    "jpeg150": _jpeg150,
    "phone": _phone,
    "rotate90": _turned(Image.Transpose.ROTATE_90),
    "rotate180": _turned(Image.Transpose.ROTATE_180),
    "rotate270": _turned(Image.Transpose.ROTATE_270),
    "seal": _seal,
    "stamp": _stamp,
    "fax": _fax,
    "watermark": _watermark,
    "smear": _smear,
    "blank": _blank,
    "lowlight": _lowlight,
}
KINDS = tuple(_KINDS)
"""Every kind of wear that `degrade` knows."""
