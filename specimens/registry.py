"""Which papers can be drawn, in which layouts, and what realistic values each takes.

A family file under `specimens/layouts/` declares its papers with `@realistic("TOEIC")` (values) and
`@layout("TOEIC", "ybm-2016")` (drawing); files under `specimens/sealed/` and those of the later series (`LATER`) only
draw. A later series is of other wordings and arrangements, and is drawn only when asked for: it tells how the reading
does beyond the papers of its first days. Nobody who tunes the reading looks at a sealed layout or at its failures:
what is right on those is what may be expected of papers never seen.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import lru_cache
from random import Random
from typing import Any

from specimens import fonts
from specimens.filling import CLAIMS, PERSON, Filling, flatten, nest
from specimens.sheet import A4, Colour, Sheet
from specimens.specimen import Specimen

LATER = {"second": 2, "third": 3, "fourth": 4}
"""Name of a later series, and of its folder → its number."""
_SEALED = "specimens.sealed"
_values: dict[str, Callable[[Filling], None]] = {}
_claims: dict[str, str] = {}
_layouts: dict[str, dict[str, Callable[[Pad], None]]] = {}


class Pad:
    """The pages of one paper being drawn, with its values and its dice."""

    def __init__(self, values: Mapping[str, Any], rng: Random, hand: str | None = None) -> None:
        self.values = values
        self.rng = rng
        self.hand = hand
        self.sheets: list[Sheet] = []

    def sheet(self, size: tuple[float, float] = A4, *, face: str, paper: Colour = (255, 255, 255)) -> Sheet:
        """A fresh page."""
        self.sheets.append(Sheet(len(self.sheets) + 1, size, face, paper))
        self.sheets[-1].hand = self.hand
        return self.sheets[-1]

    def get(self, field: str) -> str:
        """The value of `field` as text, empty where the paper leaves it empty."""
        value = self.values.get(field)
        return "" if value is None else str(value)

    def put(self, x: float, y: float, field: str, style: Callable[[str], str] | None = None, **how: Any) -> float:
        """Print the value of `field` on the newest page and note its truth; `how` goes to `Sheet.text`."""
        value = self.get(field)
        printed = style(value) if style and value else value
        return self.sheets[-1].text(x, y, printed, field=field, value=value, **how)

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """The rows of `records` or `certificates`."""
        return list(self.values.get(table) or ())

    def date(self, field: str, style: Callable[[str], str]) -> str:
        """The date of `field` in `style`, empty where the paper leaves it empty."""
        value = self.get(field)
        return style(value) if value else ""


def layout(paper: str, name: str) -> Callable[[Callable[[Pad], None]], Callable[[Pad], None]]:
    """Declare a layout of `paper`."""

    def declare(draw_it: Callable[[Pad], None]) -> Callable[[Pad], None]:
        if name in _layouts.setdefault(paper, {}):
            raise ValueError(f"paper {paper} has two layouts {name!r}")
        _layouts[paper][name] = draw_it
        return draw_it

    return declare


def realistic(claim: str, *papers: str) -> Callable[[Callable[[Filling], None]], Callable[[Filling], None]]:
    """Declare what fills `papers`, which prove a `claim` of that kind: a key of `CLAIMS`."""

    def declare(fill: Callable[[Filling], None]) -> Callable[[Filling], None]:
        for paper in papers:
            _values[paper] = fill
            _claims[paper] = claim
        return fill

    return declare


def papers() -> tuple[str, ...]:
    """Every kind that can be drawn."""
    _load_families()
    return tuple(sorted(_layouts))


def layouts_of(paper: str, *, sealed: bool | None = None, series: int | None = 1) -> tuple[str, ...]:
    """The layouts of `paper`: all of `series` (None: of every one), or only those that are `sealed` or not.

    The later series hold none that is sealed. ValueError for an unknown kind.
    """
    _known(paper)
    return tuple(
        name
        for name in _layouts[paper]
        if (sealed is None or is_sealed(paper, name) is sealed) and series in (None, series_of(paper, name))
    )


def series_of(paper: str, layout: str) -> int:
    """The number of the later series that the layout is of (`LATER`), else 1."""
    _known(paper)
    _, folder, _ = _layouts[paper][layout].__module__.split(".")
    return LATER.get(folder, 1)


def is_sealed(paper: str, layout: str) -> bool:
    """Whether `layout` of `paper` is kept for evaluation alone."""
    _known(paper)
    return _layouts[paper][layout].__module__.startswith(_SEALED + ".")


def claim_of(paper: str) -> str:
    """The kind of claim that `paper` proves: `certificate`, `language`, `career` or `status`."""
    _known(paper)
    return _claims[paper]


def values(paper: str, seed: int) -> dict[str, Any]:
    """What a person would declare from `paper`: name, birth date and the fields of the claim, nested as declared.

    The same seed gives the same values. Every invariant of the paper holds: sums, steps, real dates in order.
    """
    _known(paper)
    flat = _filled(paper, {}, Random(f"values/{paper}/{seed}"))
    declared = PERSON | CLAIMS[_claims[paper]]
    return nest({field: value for field, value in flat.items() if field.partition(".")[0] in declared})


def draw(
    paper: str, values: Mapping[str, object], *, seed: int, layout: str | None = None, handwritten: bool = False
) -> Specimen:
    """Draw `paper` with `values`.

    A field that is absent from `values` is invented so that the paper stays consistent (every real paper prints
    it); a field that is None is left empty. `layout` is drawn by `seed` among those
    that are not sealed where not given. `handwritten` writes names of people in a pen face and marks their truth;
    everything else stays as it is. ValueError for an unknown
    paper or layout.
    """
    _known(paper)
    rng = Random(f"draw/{paper}/{seed}")
    chosen = layout or rng.choice(sorted(layouts_of(paper, sealed=False)))
    if chosen not in _layouts[paper]:
        raise ValueError(f"paper {paper} has no layout {chosen!r}: {', '.join(_layouts[paper])}")
    hand = Random(f"hand/{paper}/{seed}").choice(fonts.PENS) if handwritten else None
    pad = Pad(_filled(paper, flatten(values), rng), Random(f"draw/{paper}/{chosen}/{seed}"), hand)
    _layouts[paper][chosen](pad)
    return Specimen(paper, chosen, seed, tuple(pad.sheets))


def _filled(paper: str, given: Mapping[str, Any], rng: Random) -> dict[str, Any]:
    filling = Filling(paper, given, rng)
    _values[paper](filling)
    return filling.values


def _known(paper: str) -> None:
    _load_families()
    if paper not in _layouts:
        raise ValueError(f"no specimen of paper {paper!r}: {', '.join(papers())}")


@lru_cache(maxsize=1)
def _load_families() -> None:
    for folder in ("specimens.layouts", *(f"specimens.{name}" for name in LATER), _SEALED):
        for family in pkgutil.iter_modules(importlib.import_module(folder).__path__):
            importlib.import_module(f"{folder}.{family.name}")
