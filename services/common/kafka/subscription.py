"""A consumer group's share of its topics: polled by one thread, committed by hand, never past unfinished work."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kafka import ConsumerRebalanceListener, KafkaConsumer, TopicPartition
from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor
from kafka.errors import KafkaError
from kafka.structs import MemberState, OffsetAndMetadata

from services.common.errors import Retryable
from services.common.kafka.connection import client_config, connected, told
from services.common.kafka.records import Incoming
from services.common.settings import Settings
from services.common.telemetry import logger

Place = tuple[str, int]

STALL_SECONDS = 15.0
"""Longer than a rebalance takes while every member polls."""

COMMIT_MILLISECONDS = 2_000
CLOSE_MILLISECONDS = 2_000

log = logger("subscription")


class Subscription:
    """kafka-python's consumer with the settings of our delivery contract. Used by one thread only."""

    def __init__(self, settings: Settings, group: str, topics: Sequence[str], max_records: int) -> None:
        """Connects. Raises Retryable where no broker can be reached."""
        self._epochs = _AssignmentEpochs()
        self._held: dict[Place, float] = {}
        self._owed: dict[Place, tuple[Incoming, int]] = {}
        self._full = False
        self._topics = list(topics)
        self._config = client_config(settings, group) | _contract(group, max_records)
        self._consumer = self._connect()

    def _connect(self) -> KafkaConsumer:
        try:
            consumer = connected(KafkaConsumer, self._config)
        except KafkaError as error:
            raise Retryable(f"no broker: {told(error)}") from error
        try:
            # A member that joins before it knows the partitions is given none, and waits for the next rebalance.
            missing = [topic for topic in self._topics if not consumer.partitions_for_topic(topic)]
            if missing:
                raise Retryable(f"topics are missing ({', '.join(missing)}): run `docintake topics apply`")
        except (KafkaError, Retryable) as error:
            consumer.close(autocommit=False, timeout_ms=CLOSE_MILLISECONDS)
            raise error if isinstance(error, Retryable) else Retryable(f"no broker: {told(error)}") from error
        consumer.subscribe(topics=self._topics, listener=self._epochs)
        self._settled_at = time.monotonic()
        return consumer

    def poll(self, seconds: float) -> dict[Place, list[Incoming]]:
        """The next records by partition, each partition in order. Raises Retryable where the cluster is away."""
        self._renew_if_stalled()
        self._apply_pauses()
        self.commit(())
        try:
            batches = self._consumer.poll(timeout_ms=int(seconds * 1000))
        except KafkaError as error:
            raise Retryable(f"poll: {type(error).__name__}") from error
        return {
            (place.topic, place.partition): [incoming(record) for record in records]
            for place, records in batches.items()
            if not self._put_back(place, records)
        }

    def commit(self, finished: Iterable[Incoming]) -> None:
        """Commit, for each partition still ours, the offset after the given last finished record.

        A commit that fails is not an error: it is made up for at the next poll; should the partition be taken before,
        the records come again, and their effects are remembered.
        """
        ours = self._consumer.assignment()
        self._owed |= {record.place: (record, self.epochs[record.place]) for record in finished}
        self._owed = {
            place: owed
            for place, owed in self._owed.items()
            if TopicPartition(*place) in ours and owed[1] == self.epochs[place]
        }
        if not self._owed:
            return
        offsets = {
            TopicPartition(*place): OffsetAndMetadata(record.offset + 1, "", record.leader_epoch)
            for place, (record, _) in self._owed.items()
        }
        try:
            self._consumer.commit(offsets, timeout_ms=COMMIT_MILLISECONDS)
            self._owed.clear()
        except KafkaError as error:
            log.warning("commit failed; it is made up for later", error=type(error).__name__)

    def again_from(self, record: Incoming, seconds: float) -> None:
        """Deliver from `record` on again, after `seconds`; the other partitions go on, and polling never stops."""
        place = TopicPartition(*record.place)
        if place in self._consumer.assignment():
            self._consumer.seek(place, record.offset)
            self._consumer.pause(place)
            self._held[record.place] = time.monotonic() + seconds

    def pause(self) -> None:
        """Fetch nothing until `resume`; keep polling."""
        self._full = True

    def resume(self) -> None:
        """Fetch again."""
        self._full = False

    @property
    def epochs(self) -> Mapping[Place, int]:
        """How often each partition was given or taken: a result begun under another epoch is thrown away."""
        return self._epochs.counts

    def close(self) -> None:
        """Leave the group, so that others take over at once."""
        try:
            self._consumer.close(autocommit=False, timeout_ms=CLOSE_MILLISECONDS)
        except KafkaError as error:
            log.warning("leaving the group failed", error=type(error).__name__)

    def _renew_if_stalled(self) -> None:
        """A client that has not been a settled member of its group for long never will be: begin anew with a fresh one.

        Seen with kafka-python 3.0.12: `poll` waits for the group's coordinator for ever, while other clients find it.
        """
        now = time.monotonic()
        if self._consumer.group_metadata().state == MemberState.STABLE:
            self._settled_at = now
        elif now - self._settled_at > STALL_SECONDS:
            log.warning("not settled in the group; connecting anew", seconds=STALL_SECONDS)
            self._epochs.on_partitions_lost(self._consumer.assignment())
            self.close()
            self._held.clear()
            self._consumer = self._connect()

    def _put_back(self, place: TopicPartition, records: Sequence[Any]) -> bool:
        """A rebalance within the poll brings partitions that nobody has paused: what came of one that should be is put
        back, and comes again after the pause. Says whether it was."""
        if not self._full and (place.topic, place.partition) not in self._held:
            return False
        if place in self._consumer.assignment():
            self._consumer.seek(place, records[0].offset)
            self._consumer.pause(place)
        return True

    def _apply_pauses(self) -> None:
        """Pauses are recomputed from scratch: a rebalance may have given or taken partitions meanwhile."""
        now = time.monotonic()
        ours = {(place.topic, place.partition) for place in self._consumer.assignment()}
        self._held = {place: until for place, until in self._held.items() if until > now and place in ours}
        paused = {(place.topic, place.partition) for place in self._consumer.paused()}
        wanted = ours if self._full else set(self._held)
        self._consumer.pause(*(TopicPartition(*place) for place in wanted - paused))
        self._consumer.resume(*(TopicPartition(*place) for place in (paused - wanted) & ours))


def subscribe_patiently(connect: Callable[[], Subscription], stop: threading.Event) -> Subscription | None:
    """`connect()` as soon as a broker answers; None where we are told to stop first."""
    while not stop.is_set():
        try:
            return connect()
        except Retryable as error:
            log.warning("waiting for the broker", error=str(error))
            stop.wait(1.0)
    return None


def _contract(group: str, max_records: int) -> dict[str, Any]:
    """The consumer settings of our delivery contract; each is explicit, whatever the client's default may be."""
    return {
        "group_id": group,
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "allow_auto_create_topics": False,
        "isolation_level": "read_committed",
        "max_poll_records": max_records,
        "max_poll_interval_ms": 300_000,
        "session_timeout_ms": 15_000,
        "heartbeat_interval_ms": 3_000,
        "fetch_max_wait_ms": 200,
        "metadata_max_age_ms": 30_000,
        "partition_assignment_strategy": (CooperativeStickyAssignor,),
    }


class _AssignmentEpochs(ConsumerRebalanceListener):  # type: ignore[misc] # kafka-python has no types
    """Counts given and taken partitions. Called on the client's IO thread: it only counts."""

    def __init__(self) -> None:
        self.counts: dict[Place, int] = defaultdict(int)

    def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Partitions were given."""
        self._count(assigned)

    def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Partitions are taken."""
        self._count(revoked)

    def on_partitions_lost(self, lost: Iterable[TopicPartition]) -> None:
        """Partitions were lost."""
        self._count(lost)

    def _count(self, places: Iterable[TopicPartition]) -> None:
        for place in places:
            self.counts[(place.topic, place.partition)] += 1


def incoming(record: Any) -> Incoming:
    """kafka-python's ConsumerRecord as our value."""
    return Incoming(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        leader_epoch=record.leader_epoch if record.leader_epoch is not None else -1,
        timestamp=record.timestamp,
        key=record.key,
        value=record.value,
        # A null header is legal on the wire, and kafka-python would not send it on to the dead letters.
        headers=tuple((name, value or b"") for name, value in record.headers),
    )
