"""The administrator's view of the cluster: topics made and changed, offsets and groups looked at."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

from kafka import KafkaAdminClient, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType, OffsetSpec
from kafka.errors import (
    CoordinatorLoadInProgressError,
    CoordinatorNotAvailableError,
    KafkaConnectionError,
    KafkaError,
    NoError,
    NotCoordinatorError,
    TopicAlreadyExistsError,
)
from kafka.structs import OffsetAndMetadata

from services.common.errors import DocintakeError, Misconfigured, Retryable
from services.common.kafka.cluster import GroupState, Offsets, Place, TopicState
from services.common.kafka.connection import HungUp, NotLetIn, client_config, connected, told
from services.common.settings import Settings

T = TypeVar("T")

NOT_YET = (CoordinatorLoadInProgressError, CoordinatorNotAvailableError, NotCoordinatorError)
"""A cluster that has just started looks for its group coordinators at the first question."""
NOT_YET_SECONDS = 10.0


class Admin:
    """kafka-python's admin client. A context manager; every method raises Retryable where the cluster is away,
    and Misconfigured where it refuses for good."""

    def __init__(self, settings: Settings, client_id: str = "admin") -> None:
        """Connects."""
        self._address = settings.bootstrap_servers
        self._client: Any = self._asked(lambda: connected(KafkaAdminClient, client_config(settings, client_id)))

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes."""
        self.close()

    def close(self) -> None:
        """Let go of the cluster."""
        self._client.close()

    def topics(self) -> dict[str, TopicState]:
        """Every topic that is not Kafka's own, by name."""
        described = self._asked(self._client.describe_topics)
        topics = [topic for topic in described if not topic["is_internal"] and topic["error_code"] == 0]
        if not topics:
            return {}
        resources = [ConfigResource(ConfigResourceType.TOPIC, topic["name"]) for topic in topics]
        configs = self._asked(lambda: self._client.describe_configs(resources))["topic"]
        return {
            topic["name"]: TopicState(
                name=topic["name"],
                partitions=len(topic["partitions"]),
                replication=min(len(partition["replica_nodes"]) for partition in topic["partitions"]),
                config={key: entry["value"] for key, entry in configs[topic["name"]].items()},
            )
            for topic in topics
        }

    def create(self, topics: Iterable[TopicState]) -> None:
        """Make topics and wait until each has its leaders; one that somebody else made meanwhile is fine."""
        wanted = {
            topic.name: {
                "num_partitions": topic.partitions,
                "replication_factor": topic.replication,
                "configs": dict(topic.config),
            }
            for topic in topics
        }
        if not wanted:
            return
        response = self._asked(lambda: self._client.create_topics(wanted, raise_errors=False))
        for topic in response["topics"]:
            if topic["error_code"] not in (0, TopicAlreadyExistsError.errno):
                raise Misconfigured(
                    f"Kafka refuses to make topic {topic['name']}: {topic.get('error_message') or topic['error_code']}"
                )
        self._asked(lambda: self._client.wait_for_topics(list(wanted)))

    def configure(self, topic: str, config: Mapping[str, str]) -> None:
        """Set the given settings of a topic; the others stay as they are."""
        resource = ConfigResource(ConfigResourceType.TOPIC, topic, dict(config))
        outcome = self._asked(lambda: self._client.alter_configs([resource]))["topic"][topic]
        if outcome != "OK":
            raise Misconfigured(f"Kafka refuses the settings of topic {topic}: {outcome}")

    def offsets(self, topics: Mapping[str, int]) -> dict[Place, Offsets]:
        """The offsets of every partition of the given topics (name → how many partitions)."""
        places = [TopicPartition(topic, index) for topic, count in topics.items() for index in range(count)]
        if not places:
            return {}
        starts = self._asked(lambda: self._client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.EARLIEST)))
        ends = self._asked(lambda: self._client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST)))
        return {(place.topic, place.partition): Offsets(starts[place].offset, ends[place].offset) for place in places}

    def committed(self, groups: Iterable[str]) -> dict[str, dict[Place, int]]:
        """What each group has committed: the offset it goes on from. Partitions never committed are absent."""
        wanted = list(groups)
        answered = self._asked(lambda: self._client.list_group_offsets(wanted)) if wanted else {}
        return {
            group: {
                (place.topic, place.partition): entry.offset
                for place, entry in answered.get(group, {}).items()
                if entry.offset >= 0
            }
            for group in wanted
        }

    def notes(self, group: str) -> dict[Place, str]:
        """What was noted with each commit of a group (see `commit`)."""
        answered = self._asked(lambda: self._client.list_group_offsets([group])).get(group, {})
        return {(place.topic, place.partition): entry.metadata or "" for place, entry in answered.items()}

    def commit(self, group: str, offsets: Mapping[Place, int], note: str = "") -> None:
        """Let a group without members go on from the given offsets; the note is kept beside them."""
        wanted = {TopicPartition(*place): OffsetAndMetadata(offset, note, -1) for place, offset in offsets.items()}

        def alter() -> None:
            for place, outcome in self._client.alter_group_offsets(group, wanted).items():
                if outcome is not NoError:
                    raise outcome(f"commit of {group} on {place.topic}/{place.partition}")

        self._asked(alter)

    def groups(self, names: Iterable[str]) -> dict[str, GroupState]:
        """The state of the given groups; one that nobody ever joined is Dead without members."""
        wanted = list(names)
        answered = self._asked(lambda: self._client.describe_groups(wanted)) if wanted else {}
        return {
            name: GroupState(answered[name]["group_state"] or "Dead", len(answered[name]["members"]))
            if name in answered and not answered[name]["error"]
            else GroupState("Dead", 0)
            for name in wanted
        }

    def _may_pass(self, error: KafkaError) -> bool:
        """Whether the same question may be answered in a moment: of several brokers one is down, and was asked."""
        several = "," in self._address
        return isinstance(error, NOT_YET) or (several and isinstance(error, KafkaConnectionError))

    def _asked(self, question: Callable[[], T]) -> T:
        """The answer, or the client's error as one of ours. "Not yet" (a group's first coordinator) is asked again."""
        deadline = time.monotonic() + NOT_YET_SECONDS
        while True:
            try:
                return question()
            except KafkaError as error:
                if not self._may_pass(error) or time.monotonic() > deadline:
                    raise _translated(error, self._address) from error
                time.sleep(0.1)


def _translated(error: KafkaError, address: str) -> DocintakeError:
    if isinstance(error, NotLetIn):
        return Misconfigured(f"Kafka at {address}: {told(error)}")
    words = told(error) if isinstance(error, HungUp) else f"{type(error).__name__}: {error}".removesuffix(": ")
    if error.retriable:
        return Retryable(f"Kafka at {address} does not answer ({words})")
    return Misconfigured(f"Kafka at {address} refuses ({words}); check the DOCINTAKE_KAFKA_… settings")
