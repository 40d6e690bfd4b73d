"""Topics as the catalogue wants them against topics as they are: what is missing, what drifted, what may be mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from services.common.kafka.cluster import TopicState
from services.common.topics import Topic, catalogue, dead_letter_topics

DEAD_LETTER_PARTITIONS = 1
"""Dead letters are few, and people look at them in order."""


class Kind(StrEnum):
    """What is wrong with a topic."""

    MISSING = "MISSING"
    """The catalogue has it, the cluster has not. Mended by making it."""
    CONFIG = "CONFIG"
    """A setting is another than the catalogue's. Mended by setting it."""
    PARTITIONS = "PARTITIONS"
    """Another number of partitions. Never mended: more partitions would tear an applicant's events out of order."""
    REPLICATION = "REPLICATION"
    """Another number of replicas. Mended by hand (a reassignment)."""
    UNKNOWN = "UNKNOWN"
    """One of our prefixes, but not in the catalogue. Left alone."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which the cluster is not what the catalogue says."""

    topic: str
    """Which topic."""
    kind: Kind
    """What is wrong."""
    wanted: str
    """What the catalogue says; empty for UNKNOWN."""
    found: str
    """What the cluster has; empty for MISSING."""

    @property
    def mendable(self) -> bool:
        """Whether `apply` mends it."""
        return self.kind in (Kind.MISSING, Kind.CONFIG)


class TopicAdmin(Protocol):
    """The part of the admin client that is needed here."""

    def topics(self) -> dict[str, TopicState]:
        """Every topic by name."""
        ...

    def create(self, topics: Iterable[TopicState]) -> None:
        """Make topics."""
        ...

    def configure(self, topic: str, config: Mapping[str, str]) -> None:
        """Set settings of one topic."""
        ...


def wanted(partitions: int, replication: int) -> dict[str, TopicState]:
    """Every topic of the catalogue with its dead-letter topics, as it should be."""
    letters = {topic.name for topic in dead_letter_topics()}
    return {
        topic.name: TopicState(
            name=topic.name,
            partitions=DEAD_LETTER_PARTITIONS if topic.name in letters else partitions,
            replication=replication,
            config=_config(topic, replication),
        )
        for topic in (*catalogue().values(), *dead_letter_topics())
    }


def drift(should: Mapping[str, TopicState], found: Mapping[str, TopicState]) -> tuple[Drift, ...]:
    """Every difference, in the order of the topics' names. Pure."""
    missing = [Drift(name, Kind.MISSING, _summary(should[name]), "") for name in should.keys() - found.keys()]
    changed = [
        difference for name in should.keys() & found.keys() for difference in _differences(should[name], found[name])
    ]
    prefixes = tuple({name.partition(".")[0] + "." for name in should})
    unknown = [
        Drift(name, Kind.UNKNOWN, "", _summary(found[name]))
        for name in found.keys() - should.keys()
        if name.startswith(prefixes)
    ]
    return tuple(sorted(missing + changed + unknown, key=lambda one: (one.topic, one.kind, one.wanted)))


def check(admin: TopicAdmin, should: Mapping[str, TopicState]) -> tuple[Drift, ...]:
    """How the cluster differs from the catalogue."""
    return drift(should, admin.topics())


def apply(admin: TopicAdmin, should: Mapping[str, TopicState]) -> tuple[tuple[Drift, ...], tuple[Drift, ...]]:
    """Mend what may be mended; answers (what was mended, what a person must look at)."""
    differences = check(admin, should)
    admin.create(should[one.topic] for one in differences if one.kind is Kind.MISSING)
    for one in differences:
        if one.kind is Kind.CONFIG:
            key, _, value = one.wanted.partition("=")
            admin.configure(one.topic, {key: value})
    return (
        tuple(one for one in differences if one.mendable),
        tuple(one for one in differences if not one.mendable),
    )


def _config(topic: Topic, replication: int) -> dict[str, str]:
    """The catalogue's settings; where there are three replicas, two must have a record before it counts."""
    durable = {"min.insync.replicas": "2", "unclean.leader.election.enable": "false"} if replication >= 3 else {}
    return topic.config | durable


def _differences(should: TopicState, found: TopicState) -> list[Drift]:
    differences = [
        Drift(should.name, Kind.CONFIG, f"{key}={value}", f"{key}={found.config.get(key, '(default)')}")
        for key, value in should.config.items()
        if found.config.get(key) != value
    ]
    if found.partitions != should.partitions:
        differences.append(Drift(should.name, Kind.PARTITIONS, str(should.partitions), str(found.partitions)))
    if found.replication != should.replication:
        differences.append(Drift(should.name, Kind.REPLICATION, str(should.replication), str(found.replication)))
    return differences


def _summary(topic: TopicState) -> str:
    config = ", ".join(f"{key}={value}" for key, value in sorted(topic.config.items()))
    return f"{topic.partitions} partitions, {topic.replication} replicas" + (f", {config}" if config else "")
