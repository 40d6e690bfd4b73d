"""What offices put onto a paper: red seals, black stamps, 사본 across the page, security ground."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from specimens import fonts, seals
from specimens.sheet import Colour


def seal(image: Image.Image, rng: Random) -> Image.Image:
    """One or two red seals somewhere over the text."""
    page = image.copy()
    for _ in range(rng.randint(1, 2)):
        kind = rng.random()
        side = rng.uniform(20, 32)
        if kind < 0.5:
            ink = seals.square(rng.choice(("대한상공회의소회장의인", "확인자의직인", "교육원장의직인")), side, rng)
        else:
            ink = seals.round_seal("주식회사대한건설", "대표이사", side, rng)
        _multiply(page, ink, _on_text(image, ink.size, rng))
    return page


def stamp(image: Image.Image, rng: Random) -> Image.Image:
    """A black office stamp over the text."""
    page = image.copy()
    ink = seals.office_stamp(
        "민원실", f"20{rng.randint(17, 23)}. {rng.randint(1, 12)}. {rng.randint(1, 28)}", rng.uniform(26, 36), rng
    )
    ink = ink.rotate(rng.uniform(-20, 20), expand=True, resample=Image.Resampling.BICUBIC)
    _multiply(page, ink, _on_text(image, ink.size, rng))
    return page


def watermark(image: Image.Image, rng: Random) -> Image.Image:
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
    return page


def guilloche(image: Image.Image, rng: Random) -> Image.Image:
    """Security ground under everything: fine coloured waves and a rosette, dark enough to cross the strokes."""
    ground = np.full((image.height, image.width, 3), 255, dtype=np.uint8)
    ink = rng.choice(((170, 208, 192), (182, 192, 222), (222, 192, 180), (208, 202, 172)))
    along = np.linspace(0, image.width, 400)
    pitch, length, swing = rng.randint(16, 26), rng.uniform(300, 700), rng.uniform(14, 34)
    for row in range(-2, image.height // pitch + 2):
        ys = row * pitch + swing * np.sin(2 * np.pi * along / length + row * 0.3)
        _stroke(ground, along, ys, ink)
    turn = np.linspace(0, 2 * np.pi, 600)
    lobes, middle = rng.randint(9, 15), (image.width * rng.uniform(0.4, 0.6), image.height * rng.uniform(0.35, 0.6))
    for ring in range(14):
        reach = min(image.size) * 0.03 * (ring + 1) * (1 + 0.2 * np.sin(lobes * turn + 0.5 * ring))
        _stroke(ground, middle[0] + reach * np.cos(turn), middle[1] + reach * np.sin(turn), ink)
    return Image.fromarray(np.asarray(cv2.multiply(np.asarray(image), ground, scale=1 / 255), dtype=np.uint8))


def _stroke(ground: NDArray[np.uint8], xs: NDArray[np.float64], ys: NDArray[np.float64], ink: Colour) -> None:
    points = np.round(np.stack([xs, ys], axis=1) * 16).astype(np.int32)
    cv2.polylines(ground, [points], False, ink, 2, cv2.LINE_AA, shift=4)


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
