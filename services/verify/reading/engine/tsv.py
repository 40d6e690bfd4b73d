"""Tesseract's table of what it saw (TSV), which every binding of it gives alike."""

from __future__ import annotations

from services.verify.reading.engine.port import Seen, Word

_PAGE, _LEFT, _WIDTH, _TEXT, _COLUMNS = 1, 6, 8, 11, 12


def seen_by_page(table: str, count: int) -> list[Seen]:
    """What stands on each of the `count` pages of `table`, in order; empty where it names none."""
    words: list[list[Word]] = [[] for _ in range(count)]
    for line in table.splitlines():
        cells = line.split("\t")
        if len(cells) < _COLUMNS or not cells[_PAGE].isdigit() or not cells[_TEXT].strip():
            continue  # the header, or a line that is no word
        left = int(cells[_LEFT])
        words[int(cells[_PAGE]) - 1].append(Word(cells[_TEXT].strip(), left, left + int(cells[_WIDTH])))
    return [Seen(tuple(found)) for found in words]
