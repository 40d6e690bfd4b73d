"""Examined papers made up for the tests of what is counted from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.examining import Examined, Weighed
from eval.plan import Case
from eval.scoring import Outcome, Scored


def scored(field: str, outcome: Outcome, readers: int = 2) -> Scored:
    """One field."""
    led = {Outcome.RIGHT: True, Outcome.WRONG: False}.get(outcome)
    return Scored(field, outcome, readers if led is not None else 0, led)


def weighed(status: str | None = "MATCH", right: int = 8, wrong: int = 0, unsure: int = 0, **changes: Any) -> Weighed:
    """What a reading made of a paper with so many fields."""
    outcomes = [Outcome.RIGHT] * right + [Outcome.WRONG] * wrong + [Outcome.UNSURE] * unsure
    given: Mapping[str, Any] = {
        "recognised": "TOEIC",
        "fields": tuple(scored(f"field{number}", outcome) for number, outcome in enumerate(outcomes)),
        "status": status,
        "reasons": (),
        "tried": {},
        "passed": {},
        "cpu": 1.0,
        "steps": {"opening": 0.25, "rest": 0.75},
    }
    return Weighed(**{**given, **changes})


def examined(
    ours: Weighed | None = None,
    *,
    paper: str = "TOEIC",
    layout: str = "official-report",
    sealed: bool = False,
    wear: str = "scan300",
    **changes: Any,
) -> Examined:
    """One paper."""
    given: dict[str, Any] = {"form": "jpeg", "pages": 1, "a4": True, "ours": ours or weighed(), "baseline": None}
    return Examined(Case(paper, layout, sealed, wear, 7), **{**given, **changes})
