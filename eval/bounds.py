"""How bad the true rate may be, given what was counted."""

from __future__ import annotations

import math

NAME = "exact Clopper–Pearson, one-sided 95 %"
"""Of the formula: for no event at all in n trials it is 1 − 0.05^(1/n), which is about 3/n (the rule of three)."""
_ALPHA = 0.05
_HALVINGS = 100


def upper_bound(events: int, trials: int, alpha: float = _ALPHA) -> float:
    """The largest rate at which `events` or fewer in `trials` would still happen with a chance of `alpha`.

    1.0 where nothing was tried. ValueError where there are more events than trials.
    """
    if not 0 <= events <= trials:
        raise ValueError(f"{events} events in {trials} trials")
    if events == trials:
        return 1.0
    if events == 0:
        return -math.expm1(math.log(alpha) / trials)
    low, high = events / trials, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(events, trials, middle) > alpha:
            low = middle
        else:
            high = middle
    return high


def _at_most(events: int, trials: int, rate: float) -> float:
    """The chance of `events` or fewer (binomial)."""
    if rate >= 1:
        return 0.0
    heads, tails = math.log(rate), math.log1p(-rate)
    return math.fsum(
        math.exp(
            math.lgamma(trials + 1)
            - math.lgamma(count + 1)
            - math.lgamma(trials - count + 1)
            + count * heads
            + (trials - count) * tails
        )
        for count in range(events + 1)
    )
