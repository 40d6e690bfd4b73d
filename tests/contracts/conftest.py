"""Each contract is run on the fake in memory and on the real thing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import pytest

from services.common.kafka.admin import Admin
from services.common.kafka.cluster import TopicState
from services.common.kafka.publisher import KafkaPublisher, Publisher
from services.common.kafka.subscription import Subscription
from services.common.settings import Settings
from tests.contracts.memory_broker import MemoryBroker

PARTITIONS = 3


class Cluster(Protocol):
    """What a contract needs of a cluster."""

    def topic(self) -> str:
        """A new topic."""
        ...

    def publisher(self) -> Publisher:
        """A new publisher."""
        ...

    def subscription(self, group: str, topics: list[str], max_records: int = 100) -> Any:
        """A new member of a group."""
        ...

    def committed(self, group: str, topic: str) -> dict[int, int]:
        """Partition → committed offset."""
        ...


@dataclass
class MemoryCluster:
    """The fake."""

    broker: MemoryBroker

    def topic(self) -> str:
        name = f"topic-{uuid.uuid4().hex[:8]}"
        self.broker.create(name)
        return name

    def publisher(self) -> Publisher:
        return self.broker.publisher()

    def subscription(self, group: str, topics: list[str], max_records: int = 100) -> Any:
        return self.broker.subscription(group, topics, max_records)

    def committed(self, group: str, topic: str) -> dict[int, int]:
        return {
            place[1]: offset
            for (name, place), offset in self.broker.committed.items()
            if name == group and place[0] == topic
        }


@dataclass
class RealCluster:
    """Apache Kafka."""

    settings: Settings

    def topic(self) -> str:
        name = f"topic-{uuid.uuid4().hex[:8]}"
        with Admin(self.settings) as admin:
            admin.create([TopicState(name, PARTITIONS, 1, {"max.message.bytes": "1048576"})])
        return name

    def publisher(self) -> Publisher:
        return KafkaPublisher(self.settings, "contract")

    def subscription(self, group: str, topics: list[str], max_records: int = 100) -> Any:
        return Subscription(self.settings, group, topics, max_records)

    def committed(self, group: str, topic: str) -> dict[int, int]:
        with Admin(self.settings) as admin:
            return {place[1]: offset for place, offset in admin.committed([group])[group].items() if place[0] == topic}


@pytest.fixture(params=["memory", "kafka"])
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """The fake, then the real one."""
    if request.param == "memory":
        yield MemoryCluster(MemoryBroker(PARTITIONS))
    else:
        yield RealCluster(request.getfixturevalue("kafka_settings"))


@pytest.fixture
def group() -> str:
    """A group of this test's own."""
    return f"docintake.test-{uuid.uuid4().hex[:8]}"
