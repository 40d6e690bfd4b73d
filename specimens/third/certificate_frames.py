"""What the third series puts around certificates: browser print-outs, telephone screens, and how they write days."""

from __future__ import annotations

from specimens import dates
from specimens.forms import Entry
from specimens.registry import Pad
from specimens.second import vocabulary as draw
from specimens.sheet import Colour, Sheet

PHONE = (94.0, 196.0)
"""A telephone's screen as somebody prints it, mm."""
_INK: Colour = (60, 64, 70)


def day_month_capitals(iso: str) -> str:
    """05 MAR 2018"""
    year, month, day = iso.split("-")
    return f"{day} {dates.MONTHS[int(month) - 1].upper()} {year}"


def short_year(iso: str) -> str:
    """18.03.05"""
    return iso[2:].replace("-", ".")


def typed_dots(iso: str) -> str:
    """2018. 03. 05."""
    return iso.replace("-", ". ") + "."


def unspaced(iso: str) -> str:
    """2018년3월5일"""
    year, month, day = iso.split("-")
    return f"{year}년{int(month)}월{int(day)}일"


def printed_later(pad: Pad, field: str, least: int = 0, most: int = 25) -> str:
    """A day shortly after the one of `field`: when somebody printed the page."""
    return dates.later(pad.rng, pad.get(field) or "2019-10-14", least, most)


def browser(pad: Pad, sheet: Sheet, title: str, address: str, printed_on: str) -> None:
    """The lines that a browser prints above and below a page."""
    year, month, day = (int(part) for part in printed_on.split("-"))
    clock = f"{pad.rng.choice(('오전', '오후'))} {pad.rng.randint(1, 11)}:{pad.rng.randint(0, 59):02d}"
    how = {"size": 7.0, "face": "noto-sans", "colour": _INK}
    sheet.text(10, 8, f"{year % 100}. {month}. {day}. {clock}", **how)  # type: ignore[arg-type]
    sheet.text(sheet.width / 2, 8, title, align="center", **how)  # type: ignore[arg-type]
    sheet.text(10, sheet.height - 6, f"https://{address}", **how)  # type: ignore[arg-type]
    sheet.text(sheet.width - 26, sheet.height - 6, "1/1", align="right", **how)  # type: ignore[arg-type]


def screen(pad: Pad, title: str, *, face: str, ground: Colour, bar: Colour) -> Sheet:
    """A telephone's screen: clock and battery, the bar of the program with a way back, an empty page below."""
    rng, dark = pad.rng, sum(bar) < 420
    ink: Colour = (255, 255, 255) if dark else _INK
    sheet = pad.sheet(PHONE, face=face, paper=ground)
    sheet.frame(0, 0, PHONE[0], 22, pen=0, fill=bar)
    sheet.text(6, 6, f"{rng.randint(8, 12)}:{rng.randint(0, 59):02d}", size=8, face="sans-bold", colour=ink)
    sheet.text(88, 6, f"LTE  {rng.randint(21, 96)}%", size=7.5, face="sans", align="right", colour=ink)
    sheet.curve([(8, 13), (5.5, 15.5), (8, 18)], pen=0.5, colour=ink)
    sheet.text(PHONE[0] / 2, 17, title, size=11, bold=True, align="center", colour=ink)
    for number in range(3):
        sheet.line(84, 13.6 + number * 1.9, 89, 13.6 + number * 1.9, pen=0.4, colour=ink)
    return sheet


def listed(
    sheet: Sheet,
    y: float,
    items: tuple[Entry, ...],
    *,
    left: float,
    right: float,
    step: float,
    size: float = 10.0,
    label_size: float = 8.5,
) -> float:
    """Labels at the left, values flush right, a pale rule under each line; answers the next free baseline."""
    for item in items:
        sheet.text(left, y, item.label, size=label_size, colour=draw.GREY)
        sheet.text(
            right,
            y,
            item.printed,
            field=item.field,
            value=item.value,
            before=item.before,
            after=item.after,
            size=size,
            bold=item.bold,
            align="right",
            width=(right - left) * 0.66,
        )
        sheet.line(left, y + step * 0.36, right, y + step * 0.36, pen=0.12, colour=(214, 217, 222))
        y += step
    return y


def resident_masked(pad: Pad, label: str) -> Entry:
    """`900403-1******`: what is left of a resident number tells the birth date."""
    birth = pad.get("birth_date")
    if not birth:
        return Entry(label, "")
    tail = f"-{pad.rng.choice((1, 2) if birth < '2000' else (3, 4))}******"
    return Entry(label, birth.replace("-", "")[2:], "birth_date", birth, after=tail)
