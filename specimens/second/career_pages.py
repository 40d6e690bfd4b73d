"""A career form that runs over pages: what opens each page, a table of projects with its head on every page.

A row is a set of `Slot`s, so that one project may take one line of cells, two, or a block of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from specimens import ornaments
from specimens.registry import Pad
from specimens.second.career_slots import Ruling, Slot, fill, inner_rules
from specimens.second.career_vocabulary import Piece, Row
from specimens.sheet import Colour, Sheet


class Pages:
    """Pages of one form. `opening` prints what stands on top of a further page and answers where it ends."""

    def __init__(
        self, pad: Pad, size: tuple[float, float], face: str, bottom: float, opening: Callable[[Sheet], float]
    ) -> None:
        self.pad = pad
        self.size = size
        self.face = face
        self.bottom = bottom
        self.opening = opening
        self.sheet = pad.sheet(size, face=face)
        self.y = 0.0

    def turn(self) -> None:
        """A further page."""
        ornaments.specimen_note(self.sheet)
        self.sheet = self.pad.sheet(self.size, face=self.face)
        self.y = self.opening(self.sheet)

    def keep(self, height: float) -> None:
        """A further page where less than `height` mm are left."""
        if self.y + height > self.bottom:
            self.turn()

    def end(self) -> None:
        """Note on the last page; page numbers where there are several."""
        ornaments.specimen_note(self.sheet)


@dataclass
class Table:
    """Rows of projects; the head is printed anew on every page."""

    pages: Pages
    left: float
    slots: Sequence[Slot]
    height: float
    """Of a row in mm, the least where rows grow."""
    ruling: Ruling
    head: Callable[[Sheet, float], float]
    """Prints the head at a y and answers where it ends."""
    after: float = 0.0
    """Room in mm that the last row leaves for what closes the table."""
    top: float = field(default=0.0, init=False)
    drawn: bool = field(default=False, init=False)

    @property
    def width(self) -> float:
        """From end to end in mm."""
        return max(slot.left + slot.width for slot in self.slots)

    def open(self) -> None:
        """The head, on a fresh page where no row would fit below it."""
        self.pages.keep(26 + self.height)
        self._begin()

    def _begin(self) -> None:
        self.top = self.pages.y
        self.pages.y = self.head(self.pages.sheet, self.pages.y)

    def add(self, row: Row, number: int, name: str | None, *, company: Piece | None = None) -> None:
        """One project; `name` is `records[0].` or None for a decoy."""
        height = self._needed(row, company) if self.ruling.grows else self.height
        self._room(height)
        sheet, y = self.pages.sheet, self.pages.y
        for slot in self.slots:
            tall = height if self.ruling.grows else slot.height
            fill(sheet, self.left, y, slot, tall, row, number, name, self.ruling, company)
        self._rule(y, height)
        self.pages.y += height

    def band(self, height: float, draw: Callable[[Sheet, float], None], *, shade: Colour | None = None) -> None:
        """A row over the whole width; `draw` prints into it."""
        self._room(height + (self.height if height < 12 else 0))
        sheet, y = self.pages.sheet, self.pages.y
        if shade is not None:
            sheet.frame(self.left, y, self.width, height, pen=0, fill=shade)
        draw(sheet, y)
        for edge in (y, y + height):
            sheet.line(self.left, edge, self.left + self.width, edge, pen=self.ruling.pen, colour=self.ruling.colour)
        self.pages.y += height

    def empty(self) -> None:
        """A row without any project."""
        sheet, y = self.pages.sheet, self.pages.y
        ornaments.cell(sheet, (self.left, y, self.width, self.height), "- 해당 없음 -", size=self.ruling.size)
        self.pages.y += self.height

    def blank(self) -> None:
        """A row that nobody has filled in."""
        self._room(self.height)
        self._rule(self.pages.y, self.height)
        self.pages.y += self.height

    def close(self) -> None:
        """The outer rules."""
        sheet, right, edge = self.pages.sheet, self.left + self.width, self.ruling.edge
        for y in (self.top, self.pages.y):
            sheet.line(self.left, y, right, y, pen=edge, colour=self.ruling.colour)
        if self.ruling.sides:
            for x in (self.left, right):
                sheet.line(x, self.top, x, self.pages.y, pen=edge, colour=self.ruling.colour)

    def _room(self, height: float) -> None:
        if self.pages.y + height > self.pages.bottom:
            self.close()
            self.pages.turn()
            self._begin()

    def _needed(self, row: Row, company: Piece | None) -> float:
        lines = 1
        for slot in self.slots:
            text = company.text if slot.what == "company" and company else str(row.get(slot.what) or "")
            lines = max(lines, len(self.pages.sheet.wrap(text, slot.width - 1.6, self.ruling.size)))
        return max(self.height, lines * self.ruling.size * 0.3528 * 1.22 + 2.6)

    def _rule(self, y: float, height: float) -> None:
        sheet, ruling = self.pages.sheet, self.ruling
        bottom = y + height
        sheet.line(
            self.left, bottom, self.left + self.width, bottom, pen=ruling.pen, colour=ruling.colour, dash=ruling.dash
        )
        if ruling.verticals:
            inner_rules(sheet, self.left, y, self.slots, ruling, height if ruling.grows else None)


def rows_of(pad: Pad, table: Table) -> None:
    """Every project of the claimed employment."""
    table.open()
    for number, row in enumerate(pad.rows("records")):
        table.add(row, number, f"records[{number}].")
    if not pad.rows("records"):
        table.empty()
