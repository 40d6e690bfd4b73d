"""What will be done to the system and asked of it, and when: a pure function of the seed.

Faults come from a shuffled deck, so that every kind has its turn before any has its second; two faults never hold the
same resource at once, but different ones overlap as they please.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from chaos.stories import Story, stories

GROUPS = ("intake", "reading", "judging", "review", "score")
"""The services that are consumer groups."""
SERVICES = ("web", *GROUPS, "ops")
DATABASES = ("keys", "intake", "judging", "review", "score")
POISON = ("garbage", "unknown-schema", "truncated", "trailing", "tampered-seal", "wrong-key")

DECK: tuple[tuple[str, str, int], ...] = (
    *(("kill", service, 3) for service in SERVICES),
    ("kill", "reader", 5),
    ("kill", "broker", 3),
    *(("stop", service, 1) for service in (*SERVICES, "broker")),
    *(("second", service, 1) for service in GROUPS),
    ("cut", "broker", 1),
    ("freeze", "broker", 1),
    ("slow", "broker", 1),
    ("full", "blobs", 1),
    ("full", "databases", 1),
    ("full", "broker", 1),
    ("read-only", "blobs", 1),
    *(("lock", database, 1) for database in DATABASES),
    ("duplicate", "records", 3),
    *(("poison", kind, 1) for kind in POISON),
)
"""Kind, target, and how many cards of it the deck holds."""

MAIN: tuple[tuple[str, str, int], ...] = (
    *(("kill", target, 1) for target in ("web", "intake", "reader", "reading", "judging", "score", "broker")),
    ("stop", "judging", 1),
    ("second", "reading", 1),
    ("cut", "broker", 1),
    ("full", "blobs", 1),
    ("read-only", "blobs", 1),
    ("lock", "intake", 1),
    ("duplicate", "records", 1),
    ("poison", "garbage", 1),
    ("poison", "unknown-schema", 1),
)
"""One of each main fault, for the short version."""

LASTS = {
    "stop": (2.0, 25.0),  # longer than a consumer's session, at times: its partitions go to nobody, and come back
    "second": (8.0, 30.0),
    "cut": (2.0, 12.0),
    "freeze": (2.0, 20.0),
    "slow": (5.0, 15.0),
    "full": (3.0, 12.0),
    "read-only": (3.0, 12.0),
    "lock": (2.0, 16.0),  # longer than the databases' patience of 10 s, at times
}
"""Seconds that a fault lasts, from and to; one that is not here is over at once."""
SHORTENED = 0.35
"""Of these, in the short version."""
QUIET_START = 3.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is done to the system."""

    number: int
    """From 1, in the order of time."""
    at: float
    """Seconds after the first request."""
    kind: str
    """kill, stop, second, cut, freeze, slow, full, read-only, lock, duplicate or poison."""
    target: str
    """Service, `reader` (a process of the pool), `broker`, store, database or kind of poison."""
    seconds: float
    """How long it lasts; 0 where it is over at once."""
    seed: int
    """What its further dice follow from."""

    @property
    def name(self) -> str:
        """Its row in the table."""
        return f"{self.kind} {self.target}"

    @property
    def resource(self) -> str:
        """What no other fault may hold meanwhile."""
        return (
            "network"
            if self.kind in ("cut", "freeze", "slow")
            else f"{self.kind} {self.target}".replace("read-only", "full")
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """One whole run."""

    seed: int
    """What all follows from."""
    seconds: float
    """How long requests and faults come."""
    stories: tuple[Story, ...]
    """What applicants do, in the order of their beginnings."""
    faults: tuple[Fault, ...]
    """What is done to the system, in the order of time."""

    @property
    def digest(self) -> str:
        """Short proof that two plans are one."""
        return hashlib.sha256(repr((self.stories, self.faults)).encode()).hexdigest()[:12]


def long_plan(seed: int, minutes: float, faults_a_minute: float, applicants_a_minute: float) -> Plan:
    """Faults at random moments from the whole deck; hundreds of applicants in the first nine tenths of the time."""
    seconds, dice = minutes * 60, Random(seed)
    moments = sorted(dice.uniform(QUIET_START, seconds) for _ in range(round(minutes * faults_a_minute)))
    people = stories(Random(dice.random()), round(minutes * applicants_a_minute), seconds * 0.9)
    return Plan(seed, seconds, people, _faults(Random(dice.random()), moments, DECK, 1.0))


def short_plan(seed: int, seconds: float, applicants: int) -> Plan:
    """One of each main fault, evenly spread."""
    dice = Random(seed)
    step = (seconds - QUIET_START) / len(MAIN)
    moments = [QUIET_START + step * number for number in range(len(MAIN))]
    people = stories(Random(dice.random()), applicants, seconds * 0.9)
    return Plan(seed, seconds, people, _faults(Random(dice.random()), moments, MAIN, SHORTENED))


def _faults(
    dice: Random, moments: Sequence[float], deck: Sequence[tuple[str, str, int]], scale: float
) -> tuple[Fault, ...]:
    held: dict[str, float] = {}
    made: list[Fault] = []
    cards = _cards(dice, deck)
    for moment in moments:
        kind, target = next(cards)
        low, high = LASTS.get(kind, (0.0, 0.0))
        fault = Fault(
            len(made) + 1, moment, kind, target, round(dice.uniform(low, high) * scale, 1), dice.getrandbits(32)
        )
        if held.get(fault.resource, 0.0) > moment:
            continue  # still held by the one before: this moment stays quiet
        held[fault.resource] = moment + fault.seconds + 1.0
        made.append(fault)
    return tuple(made)


def _cards(dice: Random, deck: Sequence[tuple[str, str, int]]) -> Iterator[tuple[str, str]]:
    while True:
        cards = [(kind, target) for kind, target, count in deck for _ in range(count)]
        dice.shuffle(cards)
        yield from cards


def as_text(plan: Plan) -> Iterator[str]:
    """The plan, a line a fault and a line a story."""
    counts = f"{len(plan.faults)} faults · {len(plan.stories)} applicants"
    yield f"seed {plan.seed} · {plan.seconds:.0f} s · {counts} · plan {plan.digest}"
    for fault in plan.faults:
        lasts = f" for {fault.seconds:g} s" if fault.seconds else ""
        yield f"  {fault.at:7.1f} s  {fault.name}{lasts}"
    for story in plan.stories:
        steps = ", ".join(f"+{step.wait:.1f} {step.act} {step.what}".rstrip() for step in story.steps)
        yield f"  {story.at:7.1f} s  {story.applicant_id} (person {story.person}): {steps}"
