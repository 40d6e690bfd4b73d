"""What a quick run must not fall below. Pure: measures in, a comparison out; the numbers are in floors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval import figures
from eval.examining import Examined

FILE = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Floor:
    """One limit."""

    measure: str
    """A name of `MEASURES`."""
    why: str
    """What it guards, and how the number was chosen."""
    least: float | None = None
    most: float | None = None
    papers: str = "all"
    """`all`, or one of the groups of figures."""
    at_least_count: int = 1
    """A measure over fewer fields or papers says nothing, and the floor is broken: the sample has shrunk."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A floor beside what was measured."""

    name: str
    wanted: str
    measured: str
    holds: bool


Measure = Callable[[Sequence[Examined]], tuple[float | None, int]]
"""A share or a count, and over how many it is."""


def _right(cases: Sequence[Examined]) -> tuple[float | None, int]:
    found = figures.fields(cases)
    return found.share(found.right), found.count


def _wrong(cases: Sequence[Examined]) -> tuple[float | None, int]:
    found = figures.fields(cases)
    return found.share(found.wrong), found.count


def _match(cases: Sequence[Examined]) -> tuple[float | None, int]:
    ended = figures.documents(cases)
    return ended.share(ended.match), ended.count


def _false_fail(cases: Sequence[Examined]) -> tuple[float | None, int]:
    ended = figures.documents(cases)
    return ended.share(ended.mismatch), ended.count


def _passed(cases: Sequence[Examined]) -> tuple[float | None, int]:
    near = figures.near_misses(cases)
    return float(near.passed), near.tried


def _broke(cases: Sequence[Examined]) -> tuple[float | None, int]:
    return float(sum(one.broke is not None for one in cases)), len(cases)


def _recognised(cases: Sequence[Examined]) -> tuple[float | None, int]:
    right, other, none = figures.recognised(cases)
    count = right + other + none
    return (right / count if count else None), count


MEASURES: Mapping[str, Measure] = {
    "fields right": _right,
    "fields wrong": _wrong,
    "papers MATCH": _match,
    "papers MISMATCH": _false_fail,
    "near misses passed": _passed,
    "readers broken": _broke,
    "kinds recognised": _recognised,
}


def load(path: Path = FILE) -> list[Floor]:
    """The floors of the file. ValueError for an unknown measure, or a floor without a limit."""
    floors = [Floor(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["floors"]]
    for floor in floors:
        if floor.measure not in MEASURES:
            raise ValueError(f"{path.name}: no measure {floor.measure!r}; known are {', '.join(MEASURES)}")
        if (floor.least is None) == (floor.most is None):
            raise ValueError(f"{path.name}: {floor.measure!r} needs either least or most")
    return floors


def check(floors: Sequence[Floor], cases: Sequence[Examined]) -> list[Checked]:
    """Each floor against the cases."""
    groups = {"all": list(cases), **figures.by(cases, figures.group)}
    return [compare(floor, *MEASURES[floor.measure](groups.get(floor.papers, []))) for floor in floors]


def compare(floor: Floor, value: float | None, count: int) -> Checked:
    """One floor against one measured value over `count`; too few, or nothing measured, breaks it."""
    name = f"{floor.measure}: {floor.papers}"
    sign, limit = ("≥", floor.least) if floor.least is not None else ("≤", floor.most)
    wanted = f"{sign} {limit:g}, of at least {floor.at_least_count:,}"
    if value is None or limit is None:
        return Checked(name, wanted, "nothing", holds=False)
    keeps = value >= limit if floor.least is not None else value <= limit
    return Checked(name, wanted, f"{value:.4g} of {count:,}", keeps and count >= floor.at_least_count)
