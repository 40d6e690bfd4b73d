"""Even light, no red seals, clear black on white."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from services.verify.reading.connected import HEIGHT, connected
from services.verify.reading.picture import Color, Gray, byte_picture, where

_RED_OVER = 36
"""How much red must exceed green and blue to be a seal and not ink."""
_FEWEST_RED = 20
_SEAL_LOOK, _SEAL_HEIGHT, _SEAL_GAP = 1100, 0.042, 0.006
"""Longest side in pixels of the picture in which seals are sought; how high a seal is at least, and how far apart its
strokes may lie, as shares of that side. What is red and lower is type: an emblem, a heading, a score in colour."""
_BAR_LEVEL, _BAR_LOOK = 0.68, 880
"""How dark a bar is beside the paper, and the longest side in pixels of the picture in which bars are sought."""
_BAR_FULL, _NARROWEST = 0.9, 0.05
"""How much of its rectangle a bar fills, and how wide it is at least, as a share of the page."""
_DARK_RIM, _STAIR = 0.93, 2.0
"""How much of its rim is dark, and the pixels that its edge steps aside where a bar is tilted."""
_EVEN = 0.75
"""Share of the brightest light on a page that its darkest place has where no shadow lies on it."""
_LOWEST = 8
"""Pixels of the picture in which bars are sought: a lower one holds no line of text."""
_HALF = 0.5
"""How much of a row of pixels is dark across a bar and its letters, and never across a line of text."""
_PANEL, _PANEL_FULL = 0.06, 0.7
"""Share of the page from which a dark field is a panel, which a photo may interrupt."""
_PAPER_LEVEL, _INK_PERCENTILE = 228, 0.4


def clean(picture: Color) -> Gray:
    """Black text on even white: seals dropped, shadows lifted, levels stretched."""
    return stretch(flatten(turn_bars(drop_seals(picture), picture)))


def drop_seals(picture: Color) -> Gray:
    """Grey picture in which red seals are as light as paper and black text under them stays black.

    Seen in red light a red seal is nearly paper; only reddish places of its size are looked at in that light, so that
    blue ink and red type keep their contrast elsewhere.
    """
    gray = byte_picture(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))
    if cv2.countNonZero(where(_redness(picture[::4, ::4].copy()) > _RED_OVER)) < _FEWEST_RED:
        return gray
    excess = _redness(picture)
    reddish = cv2.dilate(_without_type(where(excess > _RED_OVER)), np.ones((5, 5), np.uint8))
    red = cv2.extractChannel(picture, 0)
    lifted = cv2.addWeighted(red, 1.0, excess, 0.35, 0.0)
    return byte_picture(np.where(np.asarray(reddish) > 0, np.maximum(lifted, gray), gray))


def _redness(picture: Color) -> Gray:
    """By how much red exceeds green and blue at each pixel, 0 where it does not."""
    red, green, blue = (cv2.extractChannel(picture, channel) for channel in range(3))  # cv2.split is 3 times slower
    return byte_picture(cv2.subtract(red, cv2.max(green, blue)))


def _without_type(red_ink: Gray) -> Gray:
    """`red_ink` without what is too low to be a seal or an ornament: letters and digits printed in red."""
    factor = max(1.0, max(red_ink.shape) / _SEAL_LOOK)
    small = byte_picture(cv2.resize(red_ink, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA))
    longest = max(small.shape)
    gap = np.ones((round(_SEAL_GAP * longest) | 1,) * 2, np.uint8)
    marks = where(np.asarray(small) > 0)
    rings = _high(marks, _SEAL_HEIGHT * longest)  # first, so that type in a red frame is not one with it
    signs = _high(byte_picture(cv2.morphologyEx(marks & ~rings, cv2.MORPH_CLOSE, gap)), _SEAL_HEIGHT * longest)
    seals = cv2.dilate(rings | signs, np.ones((3, 3), np.uint8))
    size = (red_ink.shape[1], red_ink.shape[0])
    return byte_picture(cv2.bitwise_and(red_ink, cv2.resize(seals, size, interpolation=cv2.INTER_NEAREST)))


def _high(marks: Gray, height: float) -> Gray:
    """The connected ones of `marks` that are `height` pixels high or higher."""
    labels, figures = connected(marks)
    high = figures[:, HEIGHT] >= height
    high[0] = False
    return where(high[labels]) if high.any() else np.zeros_like(marks)


def turn_bars(gray: Gray, picture: Color) -> Gray:
    """`gray` with dark bars that carry light text turned to light bars with dark text; bars are sought in `picture`.

    A bar is dark all along its edges, which heavy headings are not, and what stands on it is lighter, which is not so
    of a shaded table head.
    """
    plain = _weakest_light(picture)
    factor = max(1.0, max(plain.shape) / _BAR_LOOK)
    small = byte_picture(cv2.resize(plain, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA))
    paper = float(np.percentile(small[::4, ::4], 80))
    turned = _turned(gray, plain, small, where(small < _BAR_LEVEL * paper), paper)
    light = _light(small)
    if float(light.min()) >= _EVEN * float(light.max()):
        return turned
    # A shadow is darker than paper elsewhere, and hides the bars that it falls on.
    return _turned(turned, plain, small, where(small < _BAR_LEVEL * light), paper, light, done=turned != gray)


def _weakest_light(picture: Color) -> Gray:
    """Of red, green and blue the least at each place: white stands out on any colour there, be it ever so light."""
    red, green, blue = cv2.split(picture)
    return byte_picture(cv2.min(red, cv2.min(green, blue)))


def _light(small: Gray) -> NDArray[np.float32]:
    """The light that falls on each place of a small picture, bars and text taken away; not what is dark all over."""
    height, width = small.shape
    tiny = cv2.resize(small, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    side = max(9, (max(tiny.shape) // 8) | 1)
    light = cv2.morphologyEx(tiny, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    light = cv2.GaussianBlur(light, (0, 0), side / 3)
    return np.asarray(cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def _turned(
    gray: Gray,
    plain: Gray,
    small: Gray,
    dark: Gray,
    paper: float,
    light: NDArray[np.float32] | None = None,
    done: NDArray[np.bool_] | None = None,
) -> Gray:
    """`gray` with the bars among what is `dark` on the `small` picture turned light, but for those already `done`.

    Their text is as light as `light` there; where that is None, as white.
    """
    factor = plain.shape[0] / small.shape[0]
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    whole = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((10, 20), np.uint8))
    labels, figures = connected(byte_picture(whole), connectivity=4)
    turned = gray
    for number, (left, top, width, height, area) in enumerate(figures[1:].tolist(), start=1):
        if width < _NARROWEST * small.shape[1]:
            continue
        inside = (slice(top, top + height), slice(left, left + width))
        part = _enlarged(inside, factor)
        if done is not None and done[part].any():
            continue
        full = area >= (_PANEL_FULL if area >= _PANEL * small.size else _BAR_FULL) * width * height
        tilted = None
        if not (full and _is_bar(dark[inside], small[inside])):
            tilted = _tilted_bar(byte_picture(where(labels[inside] == number)), dark[inside], small[inside])
            if tilted is None:
                inside = _without_lines(inside, dark)
                low = inside[0].stop - inside[0].start < _LOWEST
                if low or (whole[inside] > 0).mean() < _BAR_FULL or not _is_bar(dark[inside], small[inside]):
                    continue
                part = _enlarged(inside, factor)
        if turned is gray:
            turned = gray.copy()
        level = float(np.median(plain[part]))
        white = 256.0 if light is None else max(level + 1.0, float(np.median(light[inside])))
        fresh = np.clip(paper - (plain[part].astype(np.float32) - level) * (paper / (white - level)), 0, 255)
        if tilted is not None:
            size = (plain[part].shape[1], plain[part].shape[0])
            fresh = np.where(cv2.resize(tilted, size, interpolation=cv2.INTER_NEAREST) > 0, fresh, turned[part])
        turned[part] = fresh
    return turned


def _enlarged(place: tuple[slice, slice], factor: float) -> tuple[slice, slice]:
    """`place` of the small picture on one `factor` times as large."""
    rows, columns = (slice(round(factor * side.start), round(factor * side.stop)) for side in place)
    return rows, columns


def _tilted_bar(shape: Gray, dark: Gray, shades: Gray) -> Gray | None:
    """The bar whose `shape` leaves its level box at the corners, filled; None where it is no bar in its tilted box."""
    contours, _ = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    middle, (long, short), degrees = cv2.minAreaRect(np.asarray(max(contours, key=cv2.contourArea)))
    if np.count_nonzero(shape) < _BAR_FULL * long * short:
        return None

    def box(inset: float) -> Gray:
        corners = cv2.boxPoints((middle, (max(1.0, long - 2 * inset), max(1.0, short - 2 * inset)), degrees))
        return byte_picture(cv2.fillConvexPoly(np.zeros_like(shape), np.round(corners).astype(np.int32), 255))

    whole, edge = box(_STAIR) > 0, 1 + min(long, short) // 16
    rim = whole & (box(_STAIR + edge) == 0)
    is_bar = (dark[rim] > 0).mean() >= _DARK_RIM and _carries_light(dark[whole], shades[whole])
    return box(0) if is_bar else None


def _without_lines(place: tuple[slice, slice], dark: Gray) -> tuple[slice, slice]:
    """`place` of a bar without the lines of text above and below that stand so near that they are one with it."""
    rows, columns = place
    filled = np.flatnonzero((np.asarray(dark[place]) > 0).mean(axis=1) >= _HALF)
    if len(filled) == 0:
        return place
    return slice(rows.start + int(filled[0]), rows.start + int(filled[-1]) + 1), columns


def _is_bar(dark: Gray, shades: Gray) -> bool:
    """Whether a rectangle is dark along three of its edges at least, and holds lighter marks but hardly darker ones."""
    inset = max(1, min(dark.shape) // 16)  # a tilted bar leaves its box at the corners
    edge = inset + max(1, min(dark.shape) // 16)
    strips = (dark[inset:edge], dark[-edge:-inset], dark[:, inset:edge], dark[:, -edge:-inset])
    if sum(int((strip > 0).mean() >= 0.9) for strip in strips) < 3:
        return False
    return _carries_light(dark, shades)


def _carries_light(dark: NDArray[np.uint8], shades: NDArray[np.uint8]) -> bool:
    """Whether most of a field is dark, and what stands on it is lighter."""
    level = float(np.median(shades))
    lighter, darker = (shades > level + 40).mean(), (shades < level - 40).mean()
    return bool((dark > 0).mean() > 0.55 and lighter > 2 * darker)


def flatten(gray: Gray) -> Gray:
    """Divide by the light that fell on the sheet, so that paper is white everywhere."""
    height, width = gray.shape
    small = cv2.resize(gray, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
    side = max(9, (max(small.shape) // 40) | 1)
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    light = cv2.GaussianBlur(cv2.medianBlur(light, min(side, 31)), (0, 0), side / 2)
    even = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR)
    return byte_picture(cv2.divide(gray, np.maximum(even, 32), scale=255))


def stretch(gray: Gray) -> Gray:
    """Levels: the darkest ink to black, everything near paper to white (watermarks, guilloche, paper grain)."""
    ink = min(float(np.percentile(gray[::3, ::3], _INK_PERCENTILE)), 120.0)
    steps = np.arange(256, dtype=np.float64)
    table = np.clip((steps - ink) * (255.0 / (_PAPER_LEVEL - ink)), 0, 255).astype(np.uint8)
    return byte_picture(cv2.LUT(gray, table))
