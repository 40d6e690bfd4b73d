"""What is measured, each on a system that serves already."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench.people import Candidate
from demo.portal import Portal

EVENT_TOPICS = ("intake.declarations", "verify.verdicts", "score.scores")
SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Latency:
    """Upload → verdict, one after the other on an idle system."""

    seconds: tuple[float, ...]
    """Of each upload, sorted."""
    statuses: Counter[str]
    """What the verdicts were."""

    @property
    def p50(self) -> float:
        """Half were quicker."""
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        """One in twenty took longer."""
        return self.seconds[max(0, -(-len(self.seconds) * 95 // 100) - 1)]


@dataclass(frozen=True, slots=True)
class Throughput:
    """Many at once."""

    count: int
    """Pages, or events."""
    seconds: float
    """From the first request to the last effect."""

    @property
    def rate(self) -> float:
        """Per second."""
        return self.count / self.seconds


def latency(portal: Portal, people: Sequence[Candidate]) -> Latency:
    """From sending the file to holding the verdict in hands, each alone; the first one warms up and does not count."""
    seconds, statuses = [], Counter[str]()
    for person in people:
        version = person.declare(portal)
        began = time.perf_counter()
        answer = portal.judged(person.upload(portal), version, SECONDS)
        seconds.append(time.perf_counter() - began)
        statuses[answer["status"]] += 1
    return Latency(tuple(sorted(seconds[1:])), statuses)


def pages(portal: Portal, people: Sequence[Candidate]) -> Throughput:
    """Everybody uploads at once: every reader is busy until the last verdict."""
    versions = [person.declare(portal) for person in people]
    began = time.perf_counter()
    with ThreadPoolExecutor(8) as sending:
        documents = list(sending.map(lambda person: person.upload(portal), people))
    for document, version in zip(documents, versions, strict=True):
        portal.judged(document, version, SECONDS)
    return Throughput(len(people), time.perf_counter() - began)


def rejudge(portal: Portal, people: Sequence[Candidate], versions: int) -> float:
    """Everybody, their paper read already, changes the declaration `versions` times.

    Seconds until the last change is judged and scored.
    """
    documents = [person.upload(portal) for person in people]
    firsts = [person.declare(portal) for person in people]
    for document, first in zip(documents, firsts, strict=True):
        portal.judged(document, first, SECONDS)

    def change(person: Candidate) -> int:
        field = "issued_on" if person.kind == "certificate" else "announced_on"
        return [
            person.declare(portal, **{field: f"20{20 + n // 28 % 70:02d}-12-{1 + n % 28:02d}"}) for n in range(versions)
        ][-1]

    began = time.perf_counter()
    with ThreadPoolExecutor(8) as sending:
        lasts = list(sending.map(change, people))
    for document, last in zip(documents, lasts, strict=True):
        portal.judged(document, last, SECONDS)
    return time.perf_counter() - began
