"""How far each consumer group is behind: in records, and in seconds since the next record was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from services.common.clock import Clock
from services.common.kafka.cluster import GroupState, Offsets, Place, Position, TopicState
from services.common.kafka.letters import HANDLED_BY
from services.common.topics import catalogue, dead_letter_topics
from services.ops.dead_letters import unhandled

Ages = Callable[[Iterable[Position]], Mapping[Position, datetime]]
"""When the first record at or after each position was written (see `services.common.kafka.ages`)."""


@dataclass(frozen=True, slots=True)
class PartitionLag:
    """How far one group is behind on one partition."""

    group: str
    """The consumer group."""
    topic: str
    """The topic."""
    partition: int
    """The partition."""
    committed: int | None
    """The offset the group goes on from; None before its first commit."""
    end: int
    """The offset that the next record will get."""
    records: int
    """Records not yet handled."""
    seconds: float
    """Age of the oldest record not yet handled; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class GroupLag:
    """How far one group is behind in all."""

    group: str
    """The consumer group."""
    state: str
    """`Stable`, `Empty` …"""
    members: int
    """Consumers in it now."""
    records: int
    """Records not yet handled on all its partitions."""
    seconds: float
    """Age of the oldest of them."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic at a glance."""

    name: str
    """Its name."""
    partitions: int
    """How many; 0 where the cluster does not have the topic."""
    records: int
    """Records kept (an upper bound on a compacted topic); of a dead-letter topic, those that nobody has handled."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The cluster as operators see it at one moment."""

    taken_at: datetime
    """When."""
    topics: tuple[TopicView, ...]
    """The catalogue's topics, without dead letters."""
    dead_letters: tuple[TopicView, ...]
    """Every dead-letter topic."""
    groups: tuple[GroupLag, ...]
    """Every consumer group of the catalogue."""
    partitions: tuple[PartitionLag, ...]
    """Every partition that a group reads."""
    offsets: Mapping[Place, Offsets]
    """Every partition's oldest and next offset."""


class ClusterView(Protocol):
    """The part of the admin client that is needed here."""

    def topics(self) -> dict[str, TopicState]:
        """Every topic by name."""
        ...

    def offsets(self, topics: Mapping[str, int]) -> dict[Place, Offsets]:
        """Oldest and next offset of every partition."""
        ...

    def committed(self, groups: Iterable[str]) -> dict[str, dict[Place, int]]:
        """What each group has committed."""
        ...

    def groups(self, names: Iterable[str]) -> dict[str, GroupState]:
        """State of each group."""
        ...


def observe(cluster: ClusterView, ages: Ages, clock: Clock) -> Snapshot:
    """Look at the cluster now. Raises Retryable where it is away."""
    readers = {topic.name: topic.consumers for topic in catalogue().values()}
    groups = sorted({group for consumers in readers.values() for group in consumers})
    letters = [topic.name for topic in dead_letter_topics()]
    found = cluster.topics()
    # Commits are read before the ends: a lag may come out a little too large, never negative.
    committed = cluster.committed([*groups, HANDLED_BY])
    offsets = cluster.offsets({name: found[name].partitions for name in (*readers, *letters) if name in found})
    behind = _behind(readers, offsets, committed)
    written = ages({_position(one, offsets) for one in behind if one.records})
    now = clock.now()
    partitions = tuple(_with_age(one, written.get(_position(one, offsets)), now) for one in behind)
    states = cluster.groups(groups)
    return Snapshot(
        taken_at=now,
        topics=tuple(_view(name, found, offsets) for name in readers),
        dead_letters=tuple(_letters(name, found, offsets, committed[HANDLED_BY]) for name in letters),
        groups=tuple(_sum(group, states[group], partitions) for group in groups),
        partitions=partitions,
        offsets=offsets,
    )


def _behind(
    readers: Mapping[str, tuple[str, ...]],
    offsets: Mapping[Place, Offsets],
    committed: Mapping[str, Mapping[Place, int]],
) -> list[PartitionLag]:
    """Lag in records of every group on every partition it reads, ages still unknown."""
    lags = []
    for (topic, partition), kept in sorted(offsets.items()):
        for group in readers.get(topic, ()):
            at = committed.get(group, {}).get((topic, partition))
            records = max(0, kept.end - max(kept.start, at or 0))
            lags.append(PartitionLag(group, topic, partition, at, kept.end, records, 0.0))
    return lags


def _position(lag: PartitionLag, offsets: Mapping[Place, Offsets]) -> Position:
    """Where the group goes on: what was deleted meanwhile is passed over."""
    return lag.topic, lag.partition, max(offsets[lag.topic, lag.partition].start, lag.committed or 0)


def _with_age(lag: PartitionLag, written: datetime | None, now: datetime) -> PartitionLag:
    if not lag.records or written is None:
        return lag
    return replace(lag, seconds=max(0.0, (now - written).total_seconds()))


def _view(name: str, found: Mapping[str, TopicState], offsets: Mapping[Place, Offsets]) -> TopicView:
    kept = [span.end - span.start for place, span in offsets.items() if place[0] == name]
    return TopicView(name, found[name].partitions if name in found else 0, sum(kept))


def _letters(
    name: str, found: Mapping[str, TopicState], offsets: Mapping[Place, Offsets], handled: Mapping[Place, int]
) -> TopicView:
    waiting = {place: unhandled(span, handled.get(place)) for place, span in offsets.items()}
    return _view(name, found, waiting)


def _sum(group: str, state: GroupState, partitions: Iterable[PartitionLag]) -> GroupLag:
    own = [lag for lag in partitions if lag.group == group]
    return GroupLag(
        group=group,
        state=state.state,
        members=state.members,
        records=sum(lag.records for lag in own),
        seconds=max((lag.seconds for lag in own), default=0.0),
    )
