"""Which verdict and which decision on a document count: one rule for the portal, for staff and for the score. Pure.

The verdict on the newest declaration counts, whichever arrived last. A decision settles what staff saw (the basis of a
verdict, or a rejection): it holds while that is so, lapses when it changes, and of several the latest holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from services.common.events import Decision


class AVerdict(Protocol):
    """What is asked of a verdict."""

    @property
    def declaration_version(self) -> int:
        """The declaration it was judged against."""

    @property
    def occurred_at(self) -> str:
        """When, ISO 8601 in UTC."""


class ADecision(Protocol):
    """What is asked of a staff decision."""

    @property
    def decision(self) -> str:
        """One of `Decision`."""

    @property
    def occurred_at(self) -> str:
        """When, ISO 8601 in UTC."""


V = TypeVar("V", bound=AVerdict)
D = TypeVar("D", bound=ADecision)


def newest_verdict(verdicts: Iterable[V]) -> V | None:
    """The verdict on the newest declaration, and of those the latest made; None where there is none."""
    return max(verdicts, key=lambda verdict: (verdict.declaration_version, verdict.occurred_at), default=None)


def holding_decision(decisions: Iterable[D], settles: Callable[[D], bool]) -> D | None:
    """The latest of `decisions` that `settles` what is known now; one of a kind that nobody knows settles nothing."""
    holding = [one for one in decisions if one.decision != Decision.UNKNOWN and settles(one)]
    return max(holding, key=lambda one: one.occurred_at, default=None)
