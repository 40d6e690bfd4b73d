"""Draws what a terminal would show as a PNG, for the README: DEMO_PICTURE=outcome.png."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI as THEME

from specimens import fonts

COLUMNS = 124
CELL, LINE, SIZE, MARGIN = 10, 24, 19, 24
"""Pixels: width of a letter, height of a line, of the type, and around it all."""
ARMS = {
    "left": ("LEFT", "HORIZONTAL"),
    "right": ("RIGHT", "HORIZONTAL"),
    "up": ("UP", "VERTICAL"),
    "down": ("DOWN", "VERTICAL"),
}
Colour = tuple[int, int, int]


def save(shown: RenderableType, path: Path) -> None:
    """Write `shown` as a PNG of a terminal of 124 columns."""
    console = Console(width=COLUMNS, force_terminal=True, color_system="truecolor", file=io.StringIO())
    lines = console.render_lines(shown, pad=False)
    size = (COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN)
    page = Image.new("RGB", size, tuple(THEME.background_color))
    pencil = ImageDraw.Draw(page)
    face = fonts.load("nanum-coding", SIZE)
    for row, line in enumerate(lines):
        column = 0
        for segment in line:
            _write(pencil, face, segment, column, row)
            column += segment.cell_length
    page.quantize(64).save(path, optimize=True)


def _write(pencil: ImageDraw.ImageDraw, face: ImageFont.FreeTypeFont, segment: Segment, column: int, row: int) -> None:
    style = segment.style or Style.null()
    colour = _colour(style)
    for letter in segment.text:
        x, y = MARGIN + column * CELL, MARGIN + row * LINE
        name = unicodedata.name(letter, "")
        if name.startswith("BOX DRAWINGS"):
            _box(pencil, name, x, y)
        else:
            pencil.text((x, y + 2), letter, font=face, fill=colour, stroke_width=0.4 if style.bold else 0)
        column += cell_len(letter)


def _box(pencil: ImageDraw.ImageDraw, name: str, x: int, y: int) -> None:
    """A piece of a table's lines: thin, from the middle of the cell to the sides that its name tells."""
    middle = (x + CELL // 2, y + LINE // 2)
    ends = {"left": (x, middle[1]), "right": (x + CELL, middle[1]), "up": (middle[0], y), "down": (middle[0], y + LINE)}
    for arm, words in ARMS.items():
        if any(word in name.split() for word in words):
            pencil.line((*middle, *ends[arm]), fill=(118, 118, 110))


def _colour(style: Style) -> Colour:
    ink: Colour = tuple(style.color.get_truecolor(THEME)) if style.color else tuple(THEME.foreground_color)
    if not style.dim:
        return ink
    paper = THEME.background_color
    return tuple(round(0.55 * one + 0.45 * other) for one, other in zip(ink, paper, strict=True))  # type: ignore[return-value] # three in, three out
