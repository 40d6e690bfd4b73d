"""Which numbers of a score table are the scores: those that fit together, where no others fit as well.

What can be reached adds up like what was reached (100 + 100 + 100 = 300), and so do averages: where the heads of the
columns do not tell them apart, no number is taken and a person looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import product

from services.verify.reading.layout.label_forms import is_score
from services.verify.reading.layout.spots import Spot

Parse = Callable[[str, str], str | None]
Holds = Callable[[Mapping[str, str]], bool]

_MOST_CANDIDATES = 4
"""Candidates of one score that are tried against the paper's invariants."""
_STEPS = tuple(map(Decimal, ("0.01", "0.25", "0.5", "1", "5", "10")))
"""By how much scores of any test may differ."""


def settled_scores(
    choices: Mapping[str, Sequence[Spot]], chosen: Mapping[str, Spot], parse: Parse, holds: Holds
) -> dict[str, Spot]:
    """`chosen`, its scores those that fit together by `holds(values)`; without scores that might as well be others."""
    names = [name for name in choices if is_score(name) and name in chosen]
    values = {name: value for name in names if (value := _value(chosen[name], parse)) is not None}
    found = dict(chosen)
    if len(names) > 1 and len(values) == len(names):
        fits = _fitting({name: _numbers(choices[name], parse) for name in names}, parse, holds)
        if fits and (holds(values) is False or _binds(fits[0], parse, holds)):
            found |= fits[0]
            if _is_doubtful(fits, parse, holds):
                return {name: spot for name, spot in found.items() if name not in names}
    doubtful = {name for name in names if _may_be_most(found[name], _numbers(choices[name], parse), parse, holds)}
    return {name: spot for name, spot in found.items() if name not in doubtful}


def possible_scores(choices: Mapping[str, Sequence[Spot]], parse: Parse, holds: Holds) -> dict[str, Sequence[Spot]]:
    """`choices` without numbers that the score cannot be, whatever the others are."""
    return {
        name: [
            spot
            for spot in choice
            if not is_score(name) or (value := _value(spot, parse)) is None or holds({name: value})
        ]
        for name, choice in choices.items()
    }


def _fitting(options: Mapping[str, Sequence[Spot]], parse: Parse, holds: Holds) -> list[dict[str, Spot]]:
    """Every way to take one number for each score, all from different places, that fits; the plainest first."""
    fits = []
    for tried in product(*options.values()):
        pieces = {id(line.seen) for spot in tried for line in spot.lines}
        way = dict(zip(options, tried, strict=True))
        if len(pieces) == sum(len(spot.lines) for spot in tried) and holds(_values(way, parse)):
            fits.append(way)
    return sorted(fits, key=_doubt)


def _is_doubtful(fits: Sequence[Mapping[str, Spot]], parse: Parse, holds: Holds) -> bool:
    """Whether other numbers fit as plainly as the first; or any others do, where the first are all that can be reached
    and no head of a column says that they are the scores."""
    first = _values(fits[0], parse)
    others = [way for way in fits if _values(way, parse) != first]
    if any(_doubt(way) == _doubt(fits[0]) for way in others):
        return True
    told = all(spot.rank == 0 for spot in fits[0].values())
    return bool(others) and not told and all(_is_most(name, value, holds) for name, value in first.items())


def _may_be_most(spot: Spot, numbers: Sequence[Spot], parse: Parse, holds: Holds) -> bool:
    """Whether a score is all that can be reached, with another number beside it and no head of a column to tell."""
    value = _value(spot, parse)
    if value is None or spot.rank == 0 or not _is_most(spot.field, value, holds):
        return False
    return any(_value(other, parse) != value for other in numbers)


def _binds(way: Mapping[str, Spot], parse: Parse, holds: Holds) -> bool:
    """Whether the other scores say what the total must be."""
    values = _values(way, parse)
    return "score" in values and is_bound(values, holds)


def is_bound(values: Mapping[str, str], holds: Holds) -> bool:
    """Whether the total of `values` fits the other scores, and none near it would."""
    return holds(values) and not any(
        holds({**values, "score": str(Decimal(values["score"]) + sign * step)}) for step in _STEPS for sign in (1, -1)
    )


def _is_most(name: str, value: str, holds: Holds) -> bool:
    return not any(holds({name: str(Decimal(value) + step)}) for step in _STEPS)


def _numbers(choice: Sequence[Spot], parse: Parse) -> list[Spot]:
    """The first candidates, each number in one place once."""
    found: dict[tuple[int, ...], Spot] = {}
    for spot in choice:
        if _value(spot, parse) is not None:
            found.setdefault(tuple(id(line.seen) for line in spot.lines), spot)
    return list(found.values())[:_MOST_CANDIDATES]


def _doubt(way: Mapping[str, Spot]) -> tuple[int, int]:
    return sum(spot.doubt for spot in way.values()), sum(spot.rank for spot in way.values())


def _values(way: Mapping[str, Spot], parse: Parse) -> dict[str, str]:
    return {name: value for name, spot in way.items() if (value := _value(spot, parse)) is not None}


def _value(spot: Spot, parse: Parse) -> str | None:
    return parse(spot.field, spot.text) if spot.lines else None
