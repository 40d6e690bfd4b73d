"""What certificates and evidence papers of the fourth series are set with: merged tables, sleeves, bars, day styles."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

from specimens import dates, forms
from specimens.forms import Entry
from specimens.registry import Pad
from specimens.second import vocabulary as draw
from specimens.sheet import BLACK, Colour, Sheet

Cell = tuple[int, int, int, int, str | Entry]
"""Row, column, rows and columns that it takes, a label (plain) or a value."""


def parted(iso: str) -> str:
    """2018 년 08 월 17 일, as filled into a printed blank"""
    year, month, day = iso.split("-")
    return f"{year} 년 {month} 월 {day} 일"


def short_dots(iso: str) -> str:
    """2018.8.17."""
    year, month, day = iso.split("-")
    return f"{year}.{int(month)}.{int(day)}."


def spaced_dots(iso: str) -> str:
    """2018. 08. 17"""
    return iso.replace("-", ". ")


def short_month(iso: str) -> str:
    """Aug. 17, 2018"""
    return dates.english(iso) if iso[5:7] == "05" else dates.english(iso).replace(" ", ". ", 1)


def day_month(iso: str) -> str:
    """17 August 2018"""
    month_day, year = dates.english_long(iso).split(", ")
    month, day = month_day.split(" ")
    return f"{day} {month} {year}"


def mosaic(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    heights: Sequence[float],
    cells: Sequence[Cell],
    *,
    size: float = 10.0,
    label_size: float | None = None,
    shade: Colour | None = None,
    align: str = "center",
    pen: float = 0.2,
    edge: float = 0.45,
    colour: Colour = BLACK,
    open_sides: bool = False,
    bold: bool = False,
) -> float:
    """A table whose cells may span rows and columns; every label cell is shaded; answers where it ends."""
    xs = [left + sum(widths[:n]) for n in range(len(widths) + 1)]
    ys = [top + sum(heights[:n]) for n in range(len(heights) + 1)]
    places = [
        (content, (xs[c], ys[r], xs[c + wide] - xs[c], ys[r + tall] - ys[r])) for r, c, tall, wide, content in cells
    ]
    if shade is not None:
        for content, (x, y, width, height) in places:
            if isinstance(content, str) and content:
                sheet.frame(x, y, width, height, pen=0, fill=shade)
    for _, (x, y, width, height) in places:
        if y + height < ys[-1] - 0.01:
            sheet.line(x, y + height, x + width, y + height, pen=pen, colour=colour)
        if x + width < xs[-1] - 0.01:
            sheet.line(x + width, y, x + width, y + height, pen=pen, colour=colour)
    for y in (ys[0], ys[-1]):
        sheet.line(xs[0], y, xs[-1], y, pen=edge, colour=colour)
    if not open_sides:
        for x in (xs[0], xs[-1]):
            sheet.line(x, ys[0], x, ys[-1], pen=edge, colour=colour)
    for content, place in places:
        if isinstance(content, Entry):
            forms.boxed(sheet, place, content, size=size, align=align)
        else:
            draw.stacked(sheet, place, content, size=label_size or size, bold=bold)
    return ys[-1]


def steps(sheet: Sheet, x: float, y: float, items: Sequence[tuple[Entry, float]], *, size: float = 12.0) -> float:
    """`가. 성명: 홍길동` line under line, each with the room it takes below itself; answers the next baseline."""
    for sign, (item, step) in zip("가나다라마바사아자", items, strict=False):
        end = sheet.text(x, y, f"{sign}. {item.label}:", size=size)
        forms.put(sheet, end + 2, y, item, size=size)
        y += step
    return y


def sleeve(sheet: Sheet, left: float, top: float, width: float, height: float) -> None:
    """A clear plastic sleeve: a welded rim, holes at its left, two pale streaks of light beside the writing."""
    rim: Colour = (198, 202, 208)
    sheet.frame(left, top, width, height, pen=0.5, colour=rim)
    sheet.frame(left + 1.4, top + 1.4, width - 2.8, height - 2.8, pen=0.15, colour=rim)
    side = 4.2
    for number in range(4):
        y = top + height * (0.14 + 0.24 * number)
        hole = Image.new("RGBA", (48, 48), (0, 0, 0, 0))
        ImageDraw.Draw(hole).ellipse((2, 2, 45, 45), fill=(214, 216, 220, 255), outline=(150, 154, 160, 255), width=3)
        sheet.picture(left + 2.5, y, side, side, hole)


def glare(millimetres: tuple[float, float], strength: int) -> Image.Image:
    """A slanted streak of light that pales what lies under it a little; size in mm."""
    width, height = (round(part * 4) for part in millimetres)
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).polygon(
        ((width * 0.55, 0), (width * 0.85, 0), (width * 0.4, height), (width * 0.1, height)), fill=strength
    )
    mask = mask.filter(ImageFilter.GaussianBlur(width / 14))
    streak = Image.new("RGBA", (width, height), (255, 255, 255, 0))
    streak.putalpha(mask)
    return streak


def fax_line(pad: Pad, sheet: Sheet, sender: str, sent: str) -> None:
    """The line that a fax prints above a page."""
    clock = f"{pad.rng.randint(9, 17):02d}:{pad.rng.randint(0, 59):02d}"
    sheet.text(9, 6.5, f"{dates.slashed(sent)} {clock}", size=8, face="nanum-coding")
    sheet.text(70, 6.5, f"FROM: {sender}", size=8, face="nanum-coding", width=90)
    sheet.text(201, 6.5, "P.001/001", size=8, face="nanum-coding", align="right")


def footnotes(sheet: Sheet, x: float, y: float, lines: Sequence[str], *, width: float, size: float = 7.5) -> float:
    """Numbered small print, the lines after the first of each hung in; answers the next free baseline."""
    for number, line in enumerate(lines, 1):
        sheet.text(x, y, f"{number})", size=size, colour=draw.GREY)
        y = sheet.lines(x + 4.5, y, line, width=width - 4.5, leading=size * 0.5, size=size, colour=draw.GREY) + 0.6
    return y


def bars(
    sheet: Sheet,
    left: float,
    bottom: float,
    rows: Sequence[tuple[str, float, str]],
    *,
    step: float,
    height: float,
    colour: Colour,
) -> None:
    """Upright bars (name, share of the height, what is printed on top) over a ground line."""
    for mark in (0.25, 0.5, 0.75, 1.0):
        y = bottom - height * mark
        sheet.line(left, y, left + step * len(rows), y, pen=0.1, colour=draw.PALE, dash=0.8)
    for number, (name, share, printed) in enumerate(rows):
        x = left + step * (number + 0.5)
        tall = height * min(1.0, max(0.02, share))
        sheet.frame(x - step * 0.22, bottom - tall, step * 0.44, tall, pen=0, fill=colour)
        sheet.text(x, bottom - tall - 1.5, printed, size=8, align="center", face="sans")
        sheet.text(x, bottom + 4.6, name, size=7.5, align="center", width=step - 1)
    sheet.line(left, bottom, left + step * len(rows), bottom, pen=0.3)
