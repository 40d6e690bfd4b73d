"""What the second series is drawn with: boxes for signs, leaders, labels above and below, tables, small print.

Every function prints on a sheet in millimetres and points, and notes the truth of each `Entry` that names a field.
"""

from __future__ import annotations

from collections.abc import Sequence

from specimens import forms, ornaments
from specimens.forms import Entry
from specimens.sheet import BLACK, MM, Colour, Sheet, TextMark, Truth, ink

WHITE: Colour = (255, 255, 255)
Rows = Sequence[Sequence[str | Entry]]
"""Cells of a table: plain texts are labels, entries are values."""
GREY: Colour = (104, 108, 114)
PALE: Colour = (178, 182, 188)
_DOTS = 0.45


def wide(text: str) -> str:
    """`홍 길 동`."""
    return " ".join(text)


def wider(text: str) -> str:
    """`홍  길  동`."""
    return "  ".join(text)


def noted(sheet: Sheet, since: int, field: str, value: str, join: str = "") -> None:
    """One truth of `field` over all that was printed after mark number `since`."""
    marks = [mark for mark in sheet.marks[since:] if isinstance(mark, TextMark)]
    if not value or not marks:
        return
    lefts, tops, rights, bottoms = zip(*(ink(mark) for mark in marks), strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    sheet.truth.append(Truth(field, value, join.join(mark.text for mark in marks), sheet.number, box))


def leader(sheet: Sheet, x1: float, x2: float, y: float, *, colour: Colour = GREY) -> None:
    """Dots from label to value."""
    if x2 > x1:
        sheet.line(x1, y, x2, y, pen=0.22, colour=colour, dash=_DOTS)


def led(
    sheet: Sheet,
    x: float,
    y: float,
    items: Sequence[Entry],
    *,
    to: float,
    step: float,
    size: float = 12.0,
    label_colour: Colour = BLACK,
    align: str = "right",
    width: float | None = None,
) -> float:
    """Label, dots, value, one entry a line; the value ends (`right`) or starts (`left`) at `to`."""
    for item in items:
        end = sheet.text(x, y, item.label, size=size, colour=label_colour)
        since = len(sheet.marks)
        forms.put(sheet, to, y, item, size=size, align=align, width=width)
        starts = [ink(mark)[0] / MM for mark in sheet.marks[since:] if isinstance(mark, TextMark)]
        leader(sheet, end + 1.5, min(starts, default=to) - 1.5, y - 0.4)
        y += step
    return y


def card(
    sheet: Sheet,
    x: float,
    y: float,
    item: Entry,
    *,
    size: float = 12.0,
    label_size: float = 7.5,
    gap: float | None = None,
    width: float | None = None,
    colour: Colour = GREY,
    face: str | None = None,
    align: str = "left",
) -> None:
    """A small label with its baseline at `y`, and the value under it."""
    sheet.text(x, y, item.label, size=label_size, colour=colour, align=align, face=face)
    forms.put(sheet, x, y + (gap or size * 0.5), item, size=size, width=width, align=align, face=face)


def below(
    sheet: Sheet,
    middle: float,
    y: float,
    item: Entry,
    *,
    width: float,
    size: float = 13.0,
    label_size: float = 7.5,
    colour: Colour = GREY,
    face: str | None = None,
    rule: bool = True,
) -> None:
    """The value with its baseline at `y`, a rule, and the label under the rule."""
    forms.put(sheet, middle, y, item, size=size, align="center", width=width - 1, face=face)
    if rule:
        sheet.line(middle - width / 2, y + 1.6, middle + width / 2, y + 1.6, pen=0.18, colour=colour)
    sheet.text(middle, y + 2.4 + label_size * 0.36, item.label, size=label_size, align="center", colour=colour)


def boxed_signs(
    sheet: Sheet,
    x: float,
    y: float,
    item: Entry,
    *,
    side: float = 6.0,
    size: float = 11.0,
    colour: Colour = GREY,
    skip: str = "-. ",
) -> float:
    """Each sign of the value in a box of its own, their top at `y`; signs of `skip` stand between boxes."""
    since = len(sheet.marks)
    for sign in item.printed:
        if sign in skip:
            sheet.text(x + side * 0.3, y + side / 2 + size * 0.127, sign, size=size, align="center")
            x += side * 0.6
            continue
        sheet.frame(x, y, side, side * 1.15, pen=0.2, colour=colour)
        sheet.text(x + side / 2, y + side * 0.575 + size * 0.127, sign, size=size, align="center")
        x += side
    if item.field:
        noted(sheet, since, item.field, item.value or item.printed)
    return x


def table(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    heights: Sequence[float],
    rows: Rows,
    *,
    size: float = 10.0,
    label_size: float | None = None,
    shade: Colour | None = None,
    shade_rows: Sequence[int] = (),
    shade_columns: Sequence[int] = (),
    label_colour: Colour | None = None,
    label_bold: bool = False,
    align: str = "center",
    pen: float = 0.2,
    edge: float = 0.4,
    colour: Colour = BLACK,
    open_sides: bool = False,
    face: str | None = None,
) -> float:
    """A ruled table: plain texts are labels (a newline parts their lines), entries are values; answers its end.

    `label_colour` is the ink of labels on shaded cells.
    """
    y = top
    for number, height in enumerate(heights):
        x = left
        for column, width in enumerate(widths):
            if shade is not None and (number in shade_rows or column in shade_columns):
                sheet.frame(x, y, width, height, pen=0, fill=shade)
            x += width
        y += height
    cells = ornaments.grid(sheet, left, top, widths, heights, pen=pen, edge=edge, colour=colour, open_sides=open_sides)
    for number, (line, texts) in enumerate(zip(cells, rows, strict=True)):
        for column, (place, text) in enumerate(zip(line, texts, strict=True)):
            if isinstance(text, Entry):
                forms.boxed(sheet, place, text, size=size, align=align)
                continue
            dark = shade is not None and (number in shade_rows or column in shade_columns)
            tint = label_colour if dark and label_colour else BLACK
            stacked(sheet, place, text, size=label_size or size, bold=label_bold, colour=tint, face=face)
    return top + sum(heights)


def stacked(
    sheet: Sheet,
    place: tuple[float, float, float, float],
    text: str,
    *,
    size: float,
    bold: bool = False,
    colour: Colour = BLACK,
    face: str | None = None,
) -> None:
    """A label in the middle of a cell, its lines parted where `text` says so."""
    left, top, width, height = place
    parts = text.split("\n")
    share = height if len(parts) == 1 else min(height / len(parts), size * 0.47)
    y = top + (height - share * len(parts)) / 2
    for part in parts:
        ornaments.cell(sheet, (left, y, width, share), part, size=size, bold=bold, colour=colour, face=face)
        y += share


def banner(
    sheet: Sheet,
    left: float,
    top: float,
    width: float,
    height: float,
    text: str,
    *,
    fill: Colour,
    size: float = 10.0,
    colour: Colour = WHITE,
    face: str | None = None,
    align: str = "left",
) -> None:
    """White words on a dark band."""
    sheet.frame(left, top, width, height, pen=0, fill=fill)
    x = left + 3 if align == "left" else left + width / 2
    sheet.text(
        x,
        top + height / 2 + size * 0.127,
        text,
        size=size,
        colour=colour,
        face=face,
        align=align,
        bold=True,
        width=width - 6,
    )


def gauge(
    sheet: Sheet,
    left: float,
    top: float,
    width: float,
    share: float,
    *,
    colour: Colour,
    height: float = 3.0,
    ticks: Sequence[str] = (),
    marker: bool = False,
) -> None:
    """A scale filled to `share`, or with a mark there; `ticks` are printed under it from end to end."""
    share = min(1.0, max(0.0, share))
    sheet.frame(left, top, width, height, pen=0.15, colour=GREY, fill=(240, 241, 244))
    if marker:
        x = left + width * share
        sheet.frame(x - 0.7, top - 1.2, 1.4, height + 2.4, pen=0, fill=colour)
    else:
        sheet.frame(left, top, width * share, height, pen=0, fill=colour)
    for number, tick in enumerate(ticks):
        x = left + width * number / max(1, len(ticks) - 1)
        sheet.text(x, top + height + 3.2, tick, size=6.5, face="sans", align="center", colour=GREY)


def notes(
    sheet: Sheet, x: float, y: float, lines: Sequence[str], *, size: float = 7.0, width: float, colour: Colour = GREY
) -> float:
    """Small print, one note after another; answers the next free baseline."""
    for line in lines:
        y = sheet.lines(x, y, line, width=width, leading=size * 0.5, size=size, colour=colour)
    return y


def share(text: str, top: float) -> float:
    """How much of `top` a printed number is, 0 where there is none."""
    try:
        return float(text) / top
    except ValueError:
        return 0.0
