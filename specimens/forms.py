"""How offices set out a form: ruled pairs of label and value, labels above values, lines with colons, codes.

Every function prints entries of `Entry` and notes the truth of those that name a field. Layouts seen and sealed share
these tools, never each other's arrangement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from specimens import ornaments
from specimens.registry import Pad
from specimens.sheet import BLACK, MM, Code, Colour, Sheet, Truth, ink

_CODES = {"qr": ornaments.qr, "pdf417": ornaments.pdf417, "code128": ornaments.code128}


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what stands beside it."""

    label: str
    """As printed."""
    printed: str
    """The value as printed, empty for an empty cell."""
    field: str | None = None
    """Which field's truth it is, None for a decoy."""
    value: str | None = None
    """Canonical value where it differs from `printed`."""
    before: str = ""
    """Printed on the same line before the value: `제 `."""
    after: str = ""
    """Printed behind it: ` 호`, the rest of a resident number."""
    bold: bool = False
    """Set apart from the other values."""


def entry(
    pad: Pad,
    label: str,
    field: str,
    style: Callable[[str], str] | None = None,
    *,
    before: str = "",
    after: str = "",
    bold: bool = False,
) -> Entry:
    """The value of `field` under `label`, printed in `style`."""
    value = pad.get(field)
    printed = style(value) if style and value else value
    return Entry(label, printed, field, value, before, after, bold) if value else Entry(label, "")


def resident(pad: Pad, label: str = "주민등록번호") -> Entry:
    """The resident number: the truth is the birth date, which its first six digits print."""
    birth = pad.get("birth_date")
    tail = pad.get("resident_tail")
    return Entry(label, birth.replace("-", "")[2:], "birth_date", birth, after=tail) if birth else Entry(label, "")


def put(sheet: Sheet, x: float, y: float, item: Entry, **how: Any) -> float:
    """Print the value of `item` with its baseline at `y`; answers where it ends."""
    bold = how.pop("bold", False) or item.bold
    return sheet.text(
        x,
        y,
        item.printed,
        field=item.field,
        value=item.value,
        before=item.before,
        after=item.after,
        bold=bold,
        **how,
    )


def inline(
    sheet: Sheet,
    x: float,
    y: float,
    items: Sequence[Entry],
    *,
    step: float,
    room: float,
    label_room: float,
    size: float = 12.0,
    colon: str = ":",
    colour: Colour = BLACK,
) -> float:
    """One entry a line: label, colon, value in `room` mm; answers the next free baseline."""
    for item in items:
        sheet.text(x, y, item.label, size=size, width=label_room - 3, colour=colour)
        sheet.text(x + label_room - 2, y, colon, size=size, colour=colour)
        put(sheet, x + label_room + 1.5, y, item, size=size, width=room)
        y += step
    return y


def ruled(
    sheet: Sheet,
    left: float,
    top: float,
    width: float,
    rows: Sequence[Sequence[Entry]],
    *,
    label: float,
    height: float = 10.0,
    size: float = 10.0,
    label_size: float | None = None,
    header: Colour | None = None,
    open_sides: bool = False,
    align: str = "left",
    pen: float = 0.2,
    edge: float = 0.4,
    colour: Colour = BLACK,
) -> float:
    """Rows of label cells (`label` mm) and value cells that share the rest evenly; answers where the table ends."""
    y = top
    for row in rows:
        share = (width - label * len(row)) / len(row)
        for number, item in enumerate(row):
            x = left + number * (label + share)
            if header is not None:
                sheet.frame(x, y, label, height, pen=0, fill=header)
            ornaments.cell(sheet, (x, y, label, height), item.label, size=label_size or size)
            boxed(sheet, (x + label, y, share, height), item, size=size, align=align)
            sheet.line(x + label, y, x + label, y + height, pen=pen, colour=colour)
            if number:
                sheet.line(x, y, x, y + height, pen=pen, colour=colour)
        sheet.line(left, y, left + width, y, pen=edge if y == top else pen, colour=colour)
        y += height
    sheet.line(left, y, left + width, y, pen=edge, colour=colour)
    if not open_sides:
        for x in (left, left + width):
            sheet.line(x, top, x, y, pen=edge, colour=colour)
    return y


def boxed(
    sheet: Sheet, place: tuple[float, float, float, float], item: Entry, *, size: float, align: str = "left"
) -> None:
    """The value of `item` in the middle of a cell."""
    left, top, width, height = place
    if item.before or item.after:
        x = {"left": left + 1.8, "center": left + width / 2, "right": left + width - 1.8}[align]
        put(sheet, x, top + height / 2 + size * 0.127, item, size=size, align=align, width=width - 3)
        return
    ornaments.cell(
        sheet, place, item.printed, size=size, align=align, bold=item.bold, field=item.field, value=item.value
    )


def above(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    items: Sequence[Entry],
    *,
    size: float = 10.0,
    label_size: float = 8.0,
    heights: tuple[float, float] = (7.0, 10.0),
    header: Colour | None = None,
    pen: float = 0.2,
    colour: Colour = BLACK,
) -> float:
    """One row of labels and the values below them; answers where it ends."""
    cells = ornaments.grid(sheet, left, top, widths, heights, header=header, pen=pen, colour=colour)
    for number, item in enumerate(items):
        ornaments.cell(sheet, cells[0][number], item.label, size=label_size)
        boxed(sheet, cells[1][number], item, size=size, align="center")
    return top + sum(heights)


def table(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    height: float = 8.0,
    size: float = 9.0,
    header: Colour | None = None,
    open_sides: bool = False,
) -> float:
    """A table of decoys: heads and rows without any truth; answers where it ends."""
    heights = [height] * (len(rows) + 1)
    cells = ornaments.grid(sheet, left, top, widths, heights, header=header, open_sides=open_sides)
    for line, texts in zip(cells, [heads, *rows], strict=True):
        for place, text in zip(line, texts, strict=True):
            ornaments.cell(sheet, place, text, size=size)
    return top + sum(heights)


def code(
    sheet: Sheet, left: float, top: float, width: float, content: str, *, kind: str = "qr", height: float = 0.0
) -> None:
    """A code of `content`, `height` mm high (square where not given), noted among the sheet's codes."""
    tall = height or width
    sheet.picture(left, top, width, tall, _CODES[kind](content))
    box = (round(left * MM), round(top * MM), round((left + width) * MM), round((top + tall) * MM))
    sheet.codes.append(Code(kind, content, sheet.number, box))


def signed_grade(sheet: Sheet, x: float, y: float, grade: str, *, size: float, bold: bool = False) -> float:
    """A grade like `2+급` whose sign stands small and high, with its truth; answers where it ends."""
    start = len(sheet.marks)
    for sign in grade:
        small = sign in "+-"
        x = sheet.text(
            x, y - size * 0.13 if small else y, sign, size=size * 0.62 if small else size, bold=bold and not small
        )
    boxes = [ink(mark) for mark in sheet.marks[start:]]  # type: ignore[arg-type]
    if boxes:
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        sheet.truth.append(Truth("grade", grade, grade, sheet.number, box))
    return x


def spaced(text: str) -> str:
    """`경 력 확 인 서`: a blank between the signs, as titles are set."""
    return " ".join(text.replace(" ", ""))
