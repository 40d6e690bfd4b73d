"""Which papers are drawn: kinds × layouts × wears, each with a seed of its own. Pure: the same seed, the same plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import specimens
from eval.wears import DIGITAL, all_wears

GROUPS = {"certificate": "certificates", "language": "language", "career": "career", "status": "evidence"}
"""Kind of claim → the group that figures are given for."""
QUICK_CAREERS = 3
QUICK_PHONES = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One paper to be drawn, worn, read and judged."""

    paper: str
    """Kind of paper."""
    layout: str
    """Its layout."""
    sealed: bool
    """Whether that layout is kept for evaluation alone."""
    wear: str
    """`digital` or one of `specimens.DEGRADATIONS`."""
    seed: int
    """What values, drawing and wear follow from."""

    @property
    def group(self) -> str:
        """`certificates`, `language`, `career` or `evidence`."""
        return GROUPS[specimens.claim_of(self.paper)]


@dataclass(frozen=True, slots=True)
class Scope:
    """What of all that could be drawn is wanted."""

    kinds: tuple[str, ...] = ()
    """Kinds of paper; empty: all."""
    layouts: str = "all"
    """`seen`, `sealed`, `all` (both), or a later series (`specimens.LATER`), which `all` leaves out."""
    per_layout: int = 0
    """So many papers a layout, wears in turn; 0: one of every wear."""
    papers: int = 0
    """At most so many papers in all, chosen by chance; 0: no limit."""
    wears: tuple[str, ...] = ()
    """Wears; empty: all."""


def plan(seed: int, scope: Scope) -> list[Case]:
    """The cases of `scope`, in an order that spreads dear ones. ValueError for an unknown kind or wear."""
    dice = Random(f"plan/{seed}")
    wears = list(scope.wears or all_wears())
    if strange := sorted(set(wears) - set(all_wears())):
        raise ValueError(f"no wear {strange[0]!r}; known are {', '.join(all_wears())}")
    dice.shuffle(wears)
    cases = []
    turn = 0
    for paper in scope.kinds or specimens.papers():
        for layout in _chosen(paper, scope.layouts):
            for number in range(scope.per_layout or len(wears)):
                cases.append(_case(paper, layout, wears[turn % len(wears)], f"{seed}/{number}"))
                turn += 1
    dice.shuffle(cases)
    return cases[: scope.papers] if scope.papers else cases


def _chosen(paper: str, layouts: str) -> tuple[str, ...]:
    """The layouts of `paper` that a scope of `layouts` wants."""
    if later := specimens.LATER.get(layouts):
        return specimens.layouts_of(paper, series=later)
    return specimens.layouts_of(paper, sealed={"seen": False, "sealed": True}.get(layouts))


def quick(seed: int) -> list[Case]:
    """The small sample of `QUICK=1`: every kind, seen and sealed layouts, digital and scanned in turn, a few photos.

    Its size follows from the number of kinds alone; which layout and which wear a kind gets is chance.
    """
    dice = Random(f"quick/{seed}")
    papers = list(specimens.papers())
    careers = [paper for paper in papers if specimens.claim_of(paper) == "career"]
    dice.shuffle(papers)
    read = [paper for paper in papers if specimens.claim_of(paper) in ("certificate", "language")]
    wanted = [(paper, (DIGITAL, "scan300")[turn % 2]) for turn, paper in enumerate(papers)]
    wanted += [(paper, (DIGITAL, "scan300")[turn % 2]) for turn in range(QUICK_CAREERS) for paper in careers]
    wanted += [(paper, "phone") for paper in read[:QUICK_PHONES]]
    cases = [
        _case(paper, _layout(paper, turn % 3 == 0, dice), wear, f"{seed}/{turn}")
        for turn, (paper, wear) in enumerate(wanted)
    ]
    dice.shuffle(cases)
    return cases


def _layout(paper: str, sealed: bool, dice: Random) -> str:
    """A layout of `paper`, sealed or not as far as there is one."""
    layouts: Sequence[str] = specimens.layouts_of(paper, sealed=sealed) or specimens.layouts_of(paper)
    return dice.choice(layouts)


def _case(paper: str, layout: str, wear: str, name: str) -> Case:
    seed = Random(f"case/{paper}/{layout}/{wear}/{name}").randrange(2**31)
    return Case(paper, layout, specimens.is_sealed(paper, layout), wear, seed)
