"""One sheet of paper as a list of marks in millimetres: what a layout writes on, and what the painters print.

A layout calls `Sheet.text`, `line`, `frame`, `picture` …; nothing is painted until `specimens.raster` (pixels) or
`specimens.digital` (PDF with a text layer) goes through `Sheet.marks`. Both print the same marks, so both show the
same paper. Where a mark holds a value, the sheet notes the truth: field, value, page and box.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from specimens import fonts

DPI = 300
Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]
BLACK: Colour = (24, 24, 26)
PEN_INK: Colour = (28, 36, 92)
PEN_SIZE = 1.15
"""Height of a handwritten syllable as a share of the em of the printing around it."""
PRINT_MIDDLE = 0.36
"""Middle of a printed syllable above its baseline, as a share of the em."""
WRITTEN = frozenset(("name", "person"))
"""Last parts of the fields that people write by hand into a printed form."""
MM = DPI / 25.4
"""Pixels a millimetre."""
A4 = (210.0, 297.0)
A4_LANDSCAPE = (297.0, 210.0)
CARD = (86.0, 54.0)


@dataclass(frozen=True, slots=True)
class Truth:
    """One value that stands on the paper."""

    field: str
    """The declaration's name; rows as `records[0].from`."""
    value: str
    """Canonical: dates YYYY-MM-DD, scores without leading zeros, as it was handed to `draw`."""
    printed: str
    """The very signs on the paper, lines of a wrapped cell joined by one space."""
    page: int
    """From 1."""
    box: Box
    """left, top, right, bottom of the ink, pixels at 300 dpi of the undamaged page."""
    handwritten: bool = False
    """Written by hand: in a pen face."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code or bar code that stands on the paper."""

    kind: str
    """`qr`, `pdf417` or `code128`."""
    content: str
    """What a reader of codes reads."""
    page: int
    """From 1."""
    box: Box
    """left, top, right, bottom with the quiet zone, pixels at 300 dpi of the undamaged page."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """Signs on a line."""

    x: float
    """Left end of the line, mm."""
    y: float
    """Baseline, mm from the top."""
    text: str
    """What is printed."""
    face: fonts.Face
    """In which face."""
    size: float
    """Points."""
    colour: Colour
    """Ink."""
    tracking: float = 0.0
    """Extra space after each sign, mm."""
    angle: float = 0.0
    """Degrees counter-clockwise around the middle of the text."""
    squeeze: float = 1.0
    """Share of the natural width (장평), 1.0 = natural."""


@dataclass(frozen=True, slots=True)
class LineMark:
    """An open or closed run of straight pieces."""

    points: tuple[tuple[float, float], ...]
    """Corners in mm."""
    width: float
    """mm."""
    colour: Colour
    """Ink."""
    dash: float = 0.0
    """Length of dashes and gaps in mm, 0 for a full line."""


@dataclass(frozen=True, slots=True)
class FrameMark:
    """An upright rectangle."""

    left: float
    """mm."""
    top: float
    """mm."""
    width: float
    """mm."""
    height: float
    """mm."""
    pen: float
    """Width of the outline in mm, 0 for none."""
    colour: Colour
    """Outline ink."""
    fill: Colour | None
    """Inside, None for the paper itself."""


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture whose transparency lets the paper shine through."""

    left: float
    """mm."""
    top: float
    """mm."""
    width: float
    """mm."""
    height: float
    """mm."""
    image: Image.Image
    """RGBA."""


Mark = TextMark | LineMark | FrameMark | PictureMark


class Sheet:
    """A sheet being written on. Lengths are millimetres from the top left corner, sizes are points."""

    def __init__(self, number: int, size: tuple[float, float], face: str, paper: Colour = (255, 255, 255)) -> None:
        self.number = number
        self.width, self.height = size
        self.face = face
        self.paper = paper
        self.marks: list[Mark] = []
        self.truth: list[Truth] = []
        self.codes: list[Code] = []
        self.hand: str | None = None
        """Pen face of the fields in `WRITTEN`, None where everything is printed."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 10.0,
        face: str | None = None,
        bold: bool = False,
        align: str = "left",
        colour: Colour = BLACK,
        tracking: float = 0.0,
        width: float | None = None,
        angle: float = 0.0,
        field: str | None = None,
        value: str | None = None,
        before: str = "",
        after: str = "",
    ) -> float:
        """Print `text` with its baseline at `y`; answers the x where it ends.

        `align` says what `x` is: `left`, `center` or `right` of the line. `width` is the room in mm: a longer text
        is squeezed, below 72 % also set smaller. `before` and `after` stand on the same line (a label, a title).
        `field` notes a truth of `text` alone, whose canonical value is `value` (or `text`).
        """
        if not text.strip():
            return x
        wanted = face or self.face
        line = before + text + after
        pen = None if before or after else self._pen(field, text, size)
        if pen:
            (wanted, size, lower), bold, colour = pen, False, PEN_INK
            y += lower
        chosen = fonts.choose(line, fonts.bold(wanted) if bold else wanted)
        natural = measure(line, chosen, size, tracking)
        squeeze = 1.0
        if width is not None and natural > width:
            squeeze = width / natural
            if squeeze < 0.72:
                size, squeeze = size * squeeze / 0.72, 0.72
        taken = measure(line, chosen, size, tracking) * squeeze
        left = x - {"left": 0.0, "center": taken / 2, "right": taken}[align]
        mark = TextMark(left, y, line, chosen, size, colour, tracking * squeeze, angle, squeeze)
        self.marks.append(mark)
        if field is not None:
            start = left + measure(before, chosen, size, tracking) * squeeze if before else left
            part = replace(mark, x=start, text=text)
            canonical = text if value is None else value
            self.truth.append(Truth(field, canonical, text, self.number, ink(part), pen is not None))
        return left + taken

    def lines(
        self,
        x: float,
        y: float,
        text: str,
        *,
        width: float,
        leading: float,
        size: float = 9.0,
        align: str = "left",
        field: str | None = None,
        value: str | None = None,
        face: str | None = None,
        bold: bool = False,
        colour: Colour = BLACK,
    ) -> float:
        """Print `text` over as many lines as `width` asks for, the first at `y`; answers the next free baseline."""
        start = len(self.marks)
        if pen := self._pen(field, text, size):
            (face, size, lower), bold, colour = pen, False, PEN_INK
            y += lower
        parts = self.wrap(text, width, size, face)
        for part in parts:
            self.text(x, y, part, size=size, align=align, width=width, face=face, bold=bold, colour=colour)
            y += leading
        printed = [mark for mark in self.marks[start:] if isinstance(mark, TextMark)]
        if field is not None and printed:
            joined = " ".join(mark.text for mark in printed)
            box = _union([ink(m) for m in printed])
            self.truth.append(Truth(field, value or text, joined, self.number, box, pen is not None))
        return y

    def _pen(self, field: str | None, text: str, size: float) -> tuple[str, float, float] | None:
        """Pen face, points and lower baseline (mm) for the value of `field`, None where it is printed."""
        if self.hand is None or field is None or field.rpartition(".")[2] not in WRITTEN:
            return None
        if not fonts.covers(self.hand, text):
            return None
        height, middle = fonts.body(self.hand)
        points = size * PEN_SIZE / height
        return self.hand, points, (points * middle - size * PRINT_MIDDLE) * 25.4 / 72

    def wrap(self, text: str, width: float, size: float, face: str | None = None) -> list[str]:
        """`text` cut into lines of at most `width` mm, at spaces where possible, else inside words."""
        chosen = fonts.choose(text or " ", face or self.face)
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if measure(longer, chosen, size) <= width:
                line = longer
                continue
            if line and measure(word, chosen, size) <= width:
                lines.append(line)
                line = word
                continue
            line = longer
            while line and measure(line, chosen, size) > width:
                cut = max(
                    1, next(n for n in range(len(line), 0, -1) if n == 1 or measure(line[:n], chosen, size) <= width)
                )
                lines.append(line[:cut].rstrip())
                line = line[cut:].lstrip()
        return [*lines, line] if line or not lines else lines

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, pen: float = 0.2, colour: Colour = BLACK, dash: float = 0.0
    ) -> None:
        """A straight line."""
        self.marks.append(LineMark(((x1, y1), (x2, y2)), pen, colour, dash))

    def curve(self, points: Sequence[tuple[float, float]], *, pen: float = 0.1, colour: Colour = BLACK) -> None:
        """A run of short straight pieces through `points`."""
        self.marks.append(LineMark(tuple(points), pen, colour))

    def frame(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        pen: float = 0.2,
        colour: Colour = BLACK,
        fill: Colour | None = None,
    ) -> None:
        """An upright rectangle."""
        self.marks.append(FrameMark(left, top, width, height, pen, colour, fill))

    def picture(self, left: float, top: float, width: float, height: float, image: Image.Image) -> None:
        """An RGBA picture laid over what is there."""
        self.marks.append(PictureMark(left, top, width, height, image))


def measure(text: str, face: fonts.Face, size: float, tracking: float = 0.0) -> float:
    """Width of `text` in mm."""
    return fonts.load(face.name, pixels(size)).getlength(text) / MM + tracking * len(text)


def pixels(size: float) -> int:
    """Points as whole pixels an em."""
    return max(4, round(size * DPI / 72))


def ink(mark: TextMark) -> Box:
    """Pixels that the (unrotated) text covers, as tight as they are painted."""
    signs = mark.text.rstrip()
    lead = len(signs) - len(signs.lstrip())
    font = fonts.load(mark.face.name, pixels(mark.size))
    mask, (_, top) = font.getmask2(signs, mode="L", anchor="ls")
    first, last = (font.getmask2(sign, mode="L", anchor="ls") for sign in (signs[lead], signs[-1]))
    spacing = mark.tracking * MM / mark.squeeze
    left = font.getlength(signs[:lead]) + spacing * lead + first[1][0] + first[0].getbbox()[0]
    right = font.getlength(signs[:-1]) + spacing * (len(signs) - 1) + last[1][0] + last[0].getbbox()[2]
    _, above, _, below = mask.getbbox()
    x, y = mark.x * MM, mark.y * MM
    return (
        math.floor(x + left * mark.squeeze),
        math.floor(y + top + above),
        math.ceil(x + right * mark.squeeze) + 1,
        math.ceil(y + top + below) + 1,
    )


def _union(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
