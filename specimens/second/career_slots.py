"""Cells of a project's row: where they stand, how they are ruled, what is printed in them, and the head above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from specimens import ornaments
from specimens.second import career_vocabulary as words
from specimens.second.career_vocabulary import Piece, Row
from specimens.sheet import BLACK, Colour, Sheet


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a project's row."""

    what: str
    """A column of `records`, or `no`, `period` (one line), `period2` (two lines), `fields` (직무 / 전문), `months`,
    `label`, `company`, `blank`."""
    left: float
    """mm from the row's left end."""
    top: float
    """mm from the row's top."""
    width: float
    """mm."""
    height: float
    """mm."""
    label: str = ""
    """In the head, lines parted by a newline; for `label` what the cell itself prints."""
    align: str = "center"
    """Of the value."""
    bold: bool = False
    """Of the value."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a table is ruled and printed."""

    date: Callable[[str], str]
    """How days are printed."""
    size: float
    """Points of the values."""
    shade: Colour | None = None
    """Of head and label cells."""
    pen: float = 0.18
    """Inner rules in mm."""
    edge: float = 0.4
    """Outer rules in mm."""
    verticals: bool = True
    """Whether inner upright rules are drawn."""
    sides: bool = True
    """Whether the outer upright rules are drawn."""
    dash: float = 0.0
    """Dashes of the rules between rows, 0 for full ones."""
    colour: Colour = BLACK
    """Ink of rules."""
    ink: Colour = BLACK
    """Ink of the head's words."""
    join: str = "~"
    """See `career_vocabulary.stacked_period`."""
    bold_head: bool = True
    """Whether the head is set bold."""
    grows: bool = False
    """Whether a row is as high as its longest text asks; for rows of one line of cells."""


def inner_rules(
    sheet: Sheet, left: float, y: float, slots: Sequence[Slot], ruling: Ruling, height: float | None = None
) -> None:
    """Rules to the left of and above every slot that does not stand at the row's own edge."""
    for slot in slots:
        x, top = left + slot.left, y + slot.top
        if slot.left > 0:
            sheet.line(x, top, x, top + (height or slot.height), pen=ruling.pen, colour=ruling.colour)
        if slot.top > 0:
            sheet.line(x, top, x + slot.width, top, pen=ruling.pen, colour=ruling.colour)


def head_of(
    sheet: Sheet,
    left: float,
    y: float,
    slots: Sequence[Slot],
    ruling: Ruling,
    *,
    size: float | None = None,
    scale: float = 1.0,
) -> float:
    """A head that has the cells of the rows, each with its label; `scale` makes it higher or lower than a row."""
    bottom = max(slot.top + slot.height for slot in slots) * scale
    width = max(slot.left + slot.width for slot in slots)
    if ruling.shade is not None:
        sheet.frame(left, y, width, bottom, pen=0, fill=ruling.shade)
    for slot in slots:
        place = (left + slot.left, y + slot.top * scale, slot.width, slot.height * scale)
        stacked_label(sheet, place, slot.label, size=size or ruling.size, bold=ruling.bold_head, colour=ruling.ink)
        if ruling.verticals and slot.left > 0:
            sheet.line(place[0], place[1], place[0], place[1] + place[3], pen=ruling.pen, colour=ruling.colour)
        if ruling.verticals and slot.top > 0:
            sheet.line(place[0], place[1], place[0] + slot.width, place[1], pen=ruling.pen, colour=ruling.colour)
    sheet.line(left, y + bottom, left + width, y + bottom, pen=max(ruling.pen, 0.25), colour=ruling.colour)
    return y + bottom


def stacked_label(
    sheet: Sheet, place: words.Place, text: str, *, size: float, bold: bool = False, colour: Colour = BLACK
) -> None:
    """A label in the middle of a cell, its lines parted where `text` says so."""
    left, top, width, height = place
    parts = text.split("\n")
    step = height if len(parts) == 1 else min(height / len(parts), size * 0.46)
    y = top + (height - step * len(parts)) / 2
    for part in parts:
        ornaments.cell(sheet, (left, y, width, step), part, size=size, bold=bold, colour=colour)
        y += step


def fill(
    sheet: Sheet,
    left: float,
    y: float,
    slot: Slot,
    height: float,
    row: Row,
    number: int,
    name: str | None,
    ruling: Ruling,
    company: Piece | None = None,
) -> None:
    """What stands in one slot of a project's row."""
    place = (left + slot.left, y + slot.top, slot.width, height)
    size = ruling.size
    if slot.what == "no":
        ornaments.cell(sheet, place, str(number + 1), size=size)
    elif slot.what == "label":
        if ruling.shade is not None:
            sheet.frame(*place, pen=0, fill=ruling.shade)
        stacked_label(sheet, place, slot.label, size=size - 0.5, bold=ruling.bold_head, colour=ruling.ink)
    elif slot.what == "period":
        words.pieces(sheet, place, words.period(row, name, ruling.date), size=size, align=slot.align)
    elif slot.what == "period2":
        words.stacked_period(sheet, place, row, name, ruling.date, size=size, join=ruling.join)
    elif slot.what in ("from", "to"):
        words.pieces(sheet, place, [words.dated(row, slot.what, name, ruling.date)], size=size, align=slot.align)
    elif slot.what == "fields":
        job, special = (str(row.get(part) or "") for part in ("job_field", "specialty"))
        parts = [Piece(job, name and f"{name}job_field"), Piece(" / "), Piece(special, name and f"{name}specialty")]
        words.pieces(sheet, place, [part for part in parts if part.text], size=size, align=slot.align)
    elif slot.what == "months":
        spent = words.months(row.get("from"), row.get("to"))
        ornaments.cell(sheet, place, words.years_months(spent) if spent else "", size=size)
    elif slot.what == "company" and company is not None:
        ornaments.cell(sheet, place, company.text, size=size, field=company.field)
    elif slot.what not in ("blank", "company"):
        text = str(row.get(slot.what) or "")
        ornaments.cell(
            sheet, place, text, size=size, align=slot.align, bold=slot.bold, field=name and f"{name}{slot.what}"
        )


def across(
    widths: Sequence[tuple[str, float]], label: dict[str, str], height: float, **left_aligned: str
) -> list[Slot]:
    """Slots side by side; names in `left_aligned` say how a column is aligned."""
    slots, x = [], 0.0
    for what, width in widths:
        slots.append(Slot(what, x, 0, width, height, label.get(what, ""), left_aligned.get(what, "center")))
        x += width
    return slots
