"""What a cluster holds, as values: topics, partitions, offsets, groups. Knows no client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[str, int]
"""Topic and partition."""

Position = tuple[str, int, int]
"""Topic, partition and offset."""


@dataclass(frozen=True, slots=True)
class TopicState:
    """One topic as it is, or as it should be."""

    name: str
    """Its name."""
    partitions: int
    """How many partitions."""
    replication: int
    """Replicas of each partition."""
    config: Mapping[str, str]
    """Only the settings made for this topic; the broker's defaults are left out."""


@dataclass(frozen=True, slots=True)
class Offsets:
    """Which records a partition holds."""

    start: int
    """Offset of the oldest record kept."""
    end: int
    """Offset that the next record will get."""


@dataclass(frozen=True, slots=True)
class GroupState:
    """One consumer group."""

    state: str
    """`Stable`, `PreparingRebalance`, `CompletingRebalance`, `Empty` or `Dead`."""
    members: int
    """How many consumers are in it."""
