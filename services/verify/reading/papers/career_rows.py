"""Whether a project row that was read can be one: else its table counts against nobody, and a person looks.

A row whose cells hold the form or the words of another column was cut up wrongly, however well its letters were read.
"""

from __future__ import annotations

from collections.abc import Mapping

from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.papers.construction_words import (
    DUTIES,
    JOB_FIELDS,
    POSITIONS,
    RESPONSIBILITIES,
    SPECIALTIES,
)
from services.verify.values.text import free_text

_WORDS = {
    field: frozenset(free_text(word) or word for word in words)
    for field, words in (
        ("job_field", JOB_FIELDS),
        ("specialty", SPECIALTIES),
        ("duty", DUTIES),
        ("position", POSITIONS),
        ("responsibility", RESPONSIBILITIES),
    )
}
_OF_THE_LAW = ("job_field", "specialty")
"""Columns whose words 건설기술 진흥법 시행령 별표 1 lists wholly."""
_TEXTS = ("project", "client", "job_field", "specialty", "work_type", "method", "duty", "position", "responsibility")
_MOST_DIGITS = 5
"""More digits in a row are a date or a number of another column."""
_LONGEST = 16
"""Letters of a duty, position or responsibility."""


def can_be_a_row(row: Mapping[str, str], paper: Mapping[str, str]) -> bool:
    """Whether the agreed values of one `row` fit its columns and, where it has one employer, those of the `paper`."""
    start, end = row.get("from"), row.get("to")
    if not start or not end or start > end or not row.get("project"):
        return False
    if "company" not in row and not _within(start, end, paper):
        return False
    return all(_fits(field, row[field]) for field in _TEXTS if row.get(field))


def _within(start: str, end: str, paper: Mapping[str, str]) -> bool:
    """Whether a project lies within the time of employment, as far as that is known."""
    return paper.get("joined_on", start) <= start and end <= paper.get("left_on", end)


def _fits(field: str, value: str) -> bool:
    if sum(char.isdigit() for char in value) > _MOST_DIGITS or compound_field(value, set(_TEXTS)):
        return False
    if field not in _WORDS:
        return True
    known = value in _WORDS[field]
    elsewhere = any(value in words for name, words in _WORDS.items() if name != field)
    if known or field in _OF_THE_LAW:
        return known
    cut_off = any(word.startswith(value) for word in _WORDS[field])
    return len(value) <= _LONGEST and not elsewhere and not cut_off
