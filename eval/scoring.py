"""Each printed field against what was read of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eval.rows import align
from services.verify.agreement import agreed, count
from services.verify.evidence import FieldEvidence, PaperEvidence, Reading
from services.verify.values import canonical, same, unsupported
from specimens import Truth

_ROW = re.compile(r"(\w+)\[([0-9]+)\]\.(.+)")


class Outcome(StrEnum):
    """What became of one printed field."""

    RIGHT = "right"
    """Enough readers agree, and on the truth."""
    WRONG = "wrong"
    """Enough readers agree, and on something else."""
    UNSURE = "unsure"
    """No agreement, nothing found, or marked as broken or handwritten."""
    BEYOND = "beyond"
    """A syllable that no model can write: never decided by machine, so counted apart."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One printed field."""

    field: str
    """As on the paper: `records[0].from`."""
    outcome: Outcome
    """What became of it."""
    readers: int
    """How many readers said the value that most of them said; 0 where none did, or two values were said as often."""
    led: bool | None
    """Whether that value is the truth; None where there is none."""

    @property
    def name(self) -> str:
        """The field without its row: `records.from`."""
        return plain(self.field)


def plain(field: str) -> str:
    """`records.from` of `records[3].from`."""
    return re.sub(r"\[[0-9]+\]", "", field)


def score(truths: Iterable[Truth], evidence: PaperEvidence) -> list[Scored]:
    """Every printed field that a declaration could name, once each; rows are aligned in order first."""
    once = {truth.field: truth for truth in reversed(list(truths)) if _comparable(truth.field)}
    found = located(once.values(), evidence)
    return [_scored(truth, found.get(truth.field)) for truth in reversed(once.values())]


def located(truths: Iterable[Truth], evidence: PaperEvidence) -> dict[str, FieldEvidence]:
    """Field of the truth → the evidence in its place; rows by what they say, not by their number."""
    found = {entry.field: entry for entry in evidence.fields}
    tables: dict[str, dict[int, dict[str, str]]] = {}
    for truth in truths:
        if match := _ROW.fullmatch(truth.field):
            tables.setdefault(match[1], {}).setdefault(int(match[2]), {})[match[3]] = truth.value
    for name, rows in tables.items():
        table = evidence.table(name)
        read = [{cell.field: cell for cell in row} for row in table.rows] if table else []
        order = sorted(rows)
        for place, index in align([rows[at] for at in order], [_values(row.values()) for row in read], _alike):
            found |= {f"{name}[{order[place]}].{field}": cell for field, cell in read[index].items()}
    return found


def _values(cells: Iterable[FieldEvidence]) -> dict[str, str]:
    said = {cell.field: agreed(cell.field, cell.readings) for cell in cells}
    return {field: value for field, value in said.items() if value is not None}


def _alike(printed: dict[str, str], read: dict[str, str]) -> int:
    return sum(field in read and same(field, value, read[field]) for field, value in printed.items())


def _comparable(field: str) -> bool:
    try:
        canonical(field, "1")
    except KeyError:
        return False
    return True


def _scored(truth: Truth, found: FieldEvidence | None) -> Scored:
    readings: Sequence[Reading] = found.readings if found else ()
    votes = count(truth.field, readings)
    even = len(votes) > 1 and len(votes[0].readers) == len(votes[1].readers)
    readers = 0 if not votes or even else len(votes[0].readers)
    led = same(truth.field, truth.value, votes[0].value) if readers else None
    value = agreed(truth.field, readings)
    if unsupported(truth.value):
        outcome = Outcome.BEYOND
    elif value is None or (found and (found.broken or found.handwritten)):
        outcome = Outcome.UNSURE
    else:
        outcome = Outcome.RIGHT if same(truth.field, truth.value, value) else Outcome.WRONG
    return Scored(truth.field, outcome, readers, led)
