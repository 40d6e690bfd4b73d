"""How long after a fault the part that it hit was at work again. Pure.

A sign of life is what can be seen from outside: an answered request, a commit, a record. So the figure is an upper
bound: where there was no work, there was no sign.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from chaos.history import Done, History

PART = {
    "reader": "reading",
    "blobs": "web",
    "databases": "web",
    "keys": "web",
    "records": "judging",
}
"""The part whose signs of life count for a target; a target that is not here is itself a part."""
TOPIC_OF = {
    "intake": ("intake.",),
    "reading": ("verify.readings", "verify.rejections"),
    "judging": ("verify.verdicts",),
    "score": ("score.scores",),
}
GROUP = "docintake."


@dataclass(frozen=True, slots=True)
class Recovery:
    """One kind of fault."""

    injected: int
    """How often."""
    kills: int
    """How many of these killed a process."""
    seconds: tuple[float, ...]
    """Of each, sorted; one without any later sign of life is not among them."""

    @property
    def p50(self) -> float | None:
        """The median."""
        return self.seconds[len(self.seconds) // 2] if self.seconds else None

    @property
    def longest(self) -> float | None:
        """The maximum."""
        return self.seconds[-1] if self.seconds else None


def recoveries(history: History) -> dict[str, Recovery]:
    """By kind of fault."""
    signs = signs_of_life(history)
    found: dict[str, list[float]] = defaultdict(list)
    injected: dict[str, list[Done]] = defaultdict(list)
    for fault in history.faults:
        injected[fault.name].append(fault)
        part = _part(fault.name)
        moments = signs.get(part, [])
        place = bisect_right(moments, fault.ended)
        if place < len(moments):
            found[fault.name].append(moments[place] - fault.ended)
    return {
        name: Recovery(len(faults), sum(fault.killed for fault in faults), tuple(sorted(found[name])))
        for name, faults in injected.items()
    }


def signs_of_life(history: History) -> Mapping[str, list[float]]:
    """By part: moments at which it was seen to work, in order."""
    signs: dict[str, list[float]] = defaultdict(list)
    signs["web"] = [ack.answered_at for ack in history.acks if ack.status]
    for one in history.heard:
        for part, topics in TOPIC_OF.items():
            if one.raw.topic.startswith(topics):
                signs[part].append(one.raw.timestamp)
    samples = sorted(history.samples, key=lambda sample: sample.at)
    for before, after in pairwise(samples):
        for group, committed in after.committed.items():
            if sum(committed.values()) > sum(before.committed.get(group, {}).values()):
                signs[group.removeprefix(GROUP)].append(after.at)
                signs["broker"].append(after.at)
        signs["ops"].append(after.at)
    return {part: sorted(moments) for part, moments in signs.items()}


def _part(name: str) -> str:
    kind, _, target = name.partition(" ")
    if kind == "poison":
        return "judging"
    if name == "full broker":
        return "broker"
    return PART.get(target, target)
