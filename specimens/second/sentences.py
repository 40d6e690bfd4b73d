"""Sentences that hold values: "위 사람은 2018년 8월 11일 시행한 …에서 1급에 합격하였음을 …"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from specimens import fonts, forms
from specimens.forms import Entry
from specimens.registry import Pad
from specimens.sheet import BLACK, Colour, Sheet, measure

_AIR = 0.25
"""Room after a value, mm: marks are painted at whole pixels."""


@dataclass(frozen=True, slots=True)
class Run:
    """A value inside a sentence."""

    item: Entry
    """What is printed; its label is not."""
    bold: bool = False
    """Set apart from the words around it."""


def run(pad: Pad, field: str, style: Callable[[str], str] | None = None, *, bold: bool = False) -> Run:
    """The value of `field` as it stands in a sentence."""
    return Run(forms.entry(pad, "", field, style), bold)


def write(
    sheet: Sheet,
    x: float,
    y: float,
    runs: Sequence[str | Run],
    *,
    width: float,
    leading: float,
    size: float = 12.0,
    align: str = "left",
    face: str | None = None,
    colour: Colour = BLACK,
) -> float:
    """Words and values as one text over as many lines as it takes; answers the next free baseline.

    `x` is the left edge or, with `align="center"`, the middle. Values are never broken.
    """
    lines: list[list[tuple[str, Run | None]]] = [[]]
    room = 0.0
    for word in _words(runs):
        taken = sum(_width(sheet, text, part, size, face) for text, part in word)
        gap = _width(sheet, " ", None, size, face) if lines[-1] else 0.0
        if lines[-1] and room + gap + taken > width:
            lines.append([])
            room = gap = 0.0
        if lines[-1]:
            lines[-1].append((" ", None))
        lines[-1].extend(word)
        room += gap + taken
    for line in lines:
        joined = _joined(line)
        natural = sum(_width(sheet, text, part, size, face) for text, part in joined)
        at = x - natural / 2 if align == "center" else x
        for text, part in joined:
            if part is None:
                sheet.text(at, y, text, size=size, face=face, colour=colour)
            else:
                forms.put(sheet, at, y, part.item, size=size, face=face, bold=part.bold, colour=colour)
            at += _width(sheet, text, part, size, face)
        y += leading
    return y


def _words(runs: Sequence[str | Run]) -> list[list[tuple[str, Run | None]]]:
    """Pieces that no line may part, in order."""
    words: list[list[tuple[str, Run | None]]] = [[]]
    for one in runs:
        if isinstance(one, Run):
            if one.item.printed:
                words[-1].append((one.item.printed, one))
            continue
        for number, part in enumerate(one.split(" ")):
            if number:
                words.append([])
            if part:
                words[-1].append((part, None))
    return [word for word in words if word]


def _joined(line: Sequence[tuple[str, Run | None]]) -> list[tuple[str, Run | None]]:
    """Neighbouring pieces without a value become one."""
    joined: list[tuple[str, Run | None]] = []
    for text, part in line:
        if part is None and joined and joined[-1][1] is None:
            joined[-1] = (joined[-1][0] + text, None)
        else:
            joined.append((text, part))
    return joined


def _width(sheet: Sheet, text: str, part: Run | None, size: float, face: str | None) -> float:
    wanted = face or sheet.face
    bold = part is not None and part.bold
    natural = measure(text, fonts.choose(text, fonts.bold(wanted) if bold else wanted), size)
    return natural + (_AIR if part else 0.0)
