"""What applicants do: declare, upload, correct, take back, try again. Pure, from dice.

declare right|wrong       the whole declaration, as the papers say, or with one value that contradicts them
upload FORM               a new file for the claim: toeic-pdf, toeic-jpg, cert-pdf, blank
repeat                    the newest upload once more, same key and same bytes: the same document
conflict                  the newest upload's key with other bytes: 409
refused FORM              a file that can never come in: text, empty, truncated, zip
refused-declaration       a date that does not exist: 422
withdraw                  the newest document is taken back, unless it was decided
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

PEOPLE = 6
"""So many persons are drawn; many applicants are the same person with application numbers of their own."""
REAL = ("toeic-pdf", "toeic-pdf", "toeic-jpg", "cert-pdf")
REFUSED = ("text", "empty", "truncated", "zip")


@dataclass(frozen=True, slots=True)
class Step:
    """One request."""

    wait: float
    """Seconds after the step before was answered."""
    act: str
    """See above."""
    what: str = ""
    """The variant or form."""


@dataclass(frozen=True, slots=True)
class Story:
    """One applicant's requests, one after the other."""

    applicant_id: str
    """Application number."""
    person: int
    """Whose papers, from 0."""
    at: float
    """Seconds after the first request."""
    steps: tuple[Step, ...]
    """In order."""


def stories(dice: Random, count: int, seconds: float) -> tuple[Story, ...]:
    """`count` applicants who begin within `seconds`."""
    run = f"{dice.getrandbits(24):06x}"
    moments = sorted(dice.uniform(0, seconds) for _ in range(count))
    return tuple(
        Story(f"chaos-{run}-{number:04d}", dice.randrange(PEOPLE), moment, tuple(_steps(dice)))
        for number, moment in enumerate(moments, 1)
    )


def _steps(dice: Random) -> list[Step]:
    def wait() -> float:
        return round(dice.expovariate(1 / 1.5), 2)

    def real() -> Step:
        return Step(wait(), "upload", dice.choice(REAL))

    def declare(what: str) -> Step:
        return Step(wait(), "declare", what)

    kind = dice.random()
    if kind < 0.25:
        steps = [declare("right"), real()]
    elif kind < 0.40:
        steps = [declare("wrong"), real()] + ([declare("right")] if dice.random() < 0.5 else [])
    elif kind < 0.50:
        steps = [real(), declare("right")]
    elif kind < 0.65:
        steps = [declare("right"), Step(wait(), "upload", "blank")] + ([real()] if dice.random() < 0.4 else [])
    elif kind < 0.75:
        steps = [declare("right"), Step(wait(), "upload", "blank"), Step(wait(), "withdraw")]
    elif kind < 0.87:
        steps = [declare("right"), Step(wait(), "refused", dice.choice(REFUSED)), Step(wait(), "refused-declaration")]
        steps.append(Step(wait(), "upload", "blank"))
    else:
        steps = [declare("right"), real(), declare("wrong"), declare("right"), declare("wrong")]
    if dice.random() < 0.3:
        place = max(index for index, step in enumerate(steps) if step.act == "upload") + 1
        steps.insert(place, Step(wait(), dice.choice(("repeat", "repeat", "conflict"))))
    return steps
