"""Tests that were succeeded by another of nearly the same name: the day on which one was sat says which it was.

Headings are read least surely of all, and many papers of the newer test still print the older name.
"""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.paper import Paper, Values
from services.verify.reading.papers.recognise import page_lines, printed
from services.verify.reading.sheets import Sheet


def meant_by_date(paper: Paper, values: Values, sheets: Sequence[Sheet]) -> Paper:
    """`paper`, or the one before or after it where the agreed day of the test says so.

    Not where the name of the newer test is printed letter for letter: then name and day contradict each other.
    """
    succession, sat = paper.succession, values.get("test_date")
    if succession is None or sat is None:
        return paper
    code = succession.older if sat < succession.first_day else succession.newer
    if code == paper.code:
        return paper
    if code == succession.older:
        lines = page_lines(sheets)
        if any(printed(name, lines, exact=True) for name in succession.names):
            return paper
    return next(other for other in PAPERS if other.code == code)


def either(paper: Paper) -> tuple[Paper, ...]:
    """`paper`, and the one that took its place or whose place it took: which is meant only its values will tell."""
    succession = paper.succession
    if succession is None:
        return (paper,)
    return tuple(other for other in PAPERS if other.code in (succession.older, succession.newer))
