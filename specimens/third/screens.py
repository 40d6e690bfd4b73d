"""What a web page or an app shows around a score: browser lines, menus, status bars, buttons, rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from specimens import forms
from specimens.forms import Entry
from specimens.registry import Pad
from specimens.second.vocabulary import GREY, PALE, WHITE
from specimens.sheet import Colour, Sheet

LINK: Colour = (20, 84, 170)


def browser_lines(sheet: Sheet, title: str, address: str, moment: str) -> None:
    """What a browser prints into the margins: moment and title above, address and page below."""
    sheet.text(9, 8.5, moment, size=7, face="nanum-gothic")
    sheet.text(sheet.width / 2 + 6, 8.5, title, size=7, face="nanum-gothic", align="center")
    foot = sheet.height - 7.5
    sheet.text(9, foot, address, size=7, face="nanum-gothic")
    sheet.text(sheet.width - 9, foot, "1/1", size=7, face="nanum-gothic", align="right")


def menu(
    sheet: Sheet, x: float, y: float, words: Sequence[str], *, gap: float = 9.0, size: float = 9.0, chosen: int = -1
) -> float:
    """Words of a menu in one line, the chosen one bold; answers where it ends."""
    for number, word in enumerate(words):
        tint = LINK if number == chosen else GREY
        x = sheet.text(x, y, word, size=size, bold=number == chosen, colour=tint) + gap
    return x


def button(sheet: Sheet, left: float, top: float, width: float, height: float, text: str, *, fill: Colour) -> None:
    """A button with its words in the middle."""
    size = min(12.0, height * 1.25)
    tint = WHITE if sum(fill) < 480 else GREY
    sheet.frame(left, top, width, height, pen=0.2, colour=PALE, fill=fill)
    sheet.text(left + width / 2, top + height / 2 + size * 0.127, text, size=size, align="center", colour=tint)


def input_box(sheet: Sheet, x: float, y: float, item: Entry, *, label: float, width: float, size: float = 9.5) -> None:
    """A label and a box that somebody has typed into."""
    sheet.text(x, y, item.label, size=size)
    sheet.frame(x + label, y - 5, width, 7, pen=0.2, colour=PALE, fill=WHITE)
    forms.put(sheet, x + label + 2, y, item, size=size, width=width - 4)


def list_rows(
    sheet: Sheet,
    left: float,
    y: float,
    width: float,
    items: Sequence[Entry],
    *,
    step: float,
    size: float = 10.5,
    rule: bool = True,
) -> float:
    """A list as apps set it: grey label left, value right, a hair line below; answers the next free baseline."""
    for item in items:
        sheet.text(left, y, item.label, size=size - 1, colour=GREY)
        forms.put(sheet, left + width, y, item, size=size, align="right", width=width * 0.68)
        if rule:
            sheet.line(left, y + step * 0.37, left + width, y + step * 0.37, pen=0.1, colour=PALE)
        y += step
    return y


def in_line(pad: Pad, x: float, y: float, parts: Sequence[str | tuple[str, str]], *, size: float = 11.0) -> float:
    """Words and values one behind the other: a pair is (field, words behind it); answers where the line ends."""
    sheet = pad.sheets[-1]
    for part in parts:
        if isinstance(part, str):
            x = sheet.text(x, y, part, size=size, colour=GREY) + 1.6
            continue
        field, behind = part
        x = pad.put(x, y, field, size=size, bold=True) + 0.5
        x = sheet.text(x, y, behind, size=size) + 1.6
    return x


def hotline(rng: Random) -> str:
    """A number in Seoul, where the offices of the tests are."""
    return f"02-{rng.randint(2000, 2999)}-{rng.randint(0, 9999):04d}"


def veiled(name: str) -> str:
    """`홍*동`: a name as portals show it."""
    return name[:1] + "*" * max(1, len(name) - 2) + name[2:][-1:] if len(name) > 1 else name
