"""A handwritten broker in memory: topics, partitions, groups, rebalances. Its publisher and subscription pass the same
contract suite as the real ones, and its faults are ordered by the test: refusals, absence, a lost commit."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from services.common.errors import DocintakeError, Retryable
from services.common.kafka.records import Headers, Incoming, Outgoing

Place = tuple[str, int]


@dataclass
class MemoryBroker:
    """Topics with their records, and what each group has committed."""

    partitions: int = 3
    """Of every topic."""
    max_record_bytes: int = 1_000_000
    """Larger records are refused."""
    topics: dict[str, list[list[Incoming]]] = field(default_factory=dict)
    """Topic → partition → records."""
    committed: dict[tuple[str, Place], int] = field(default_factory=dict)
    """(group, place) → offset to go on from."""
    epochs: dict[tuple[str, Place], int] = field(default_factory=dict)
    """(group, place) → the leader epoch that was committed with the offset."""
    members: dict[str, list[MemorySubscription]] = field(default_factory=lambda: defaultdict(list))
    """Who is in each group."""
    away: bool = False
    """No broker answers."""
    leader_epoch: int = 0
    """Written into every record from now on."""

    def create(self, *topics: str) -> None:
        """Make topics."""
        for topic in topics:
            self.topics.setdefault(topic, [[] for _ in range(self.partitions)])

    def partition_of(self, key: bytes | None) -> int:
        """Where a key's records go."""
        return crc32(key or b"") % self.partitions

    def append(self, topic: str, key: bytes | None, value: bytes | None, headers: Headers = ()) -> Incoming:
        """Write a record."""
        partition = self.partition_of(key)
        log = self.topics[topic][partition]
        offset = log[-1].offset + 1 if log else 0
        record = Incoming(topic, partition, offset, self.leader_epoch, 1_700_000_000_000, key, value, headers)
        log.append(record)
        return record

    def compact_away(self, record: Incoming) -> None:
        """Remove a record, as compaction does: its offset becomes a gap."""
        self.topics[record.topic][record.partition].remove(record)

    def records(self, topic: str) -> list[Incoming]:
        """Everything on a topic, partition by partition."""
        return [record for partition in self.topics.get(topic, []) for record in partition]

    def publisher(self) -> MemoryPublisher:
        """A new publisher."""
        return MemoryPublisher(self)

    def subscription(self, group: str, topics: Sequence[str], max_records: int = 100) -> MemorySubscription:
        """A new member of a group; partitions move at the members' next polls."""
        if self.away:
            raise Retryable("no broker: away")
        return MemorySubscription(self, group, topics, max_records)

    def assign(self, group: str) -> None:
        """Share the partitions among the members, moving as few as possible."""
        members = self.members[group]
        places = sorted({place for member in members for place in self._places(member)})
        for number, place in enumerate(places):
            takers = [member for member in members if place in self._places(member)]
            holder = next((member for member in takers if place in member.owned), None)
            fair = -(-len(places) // len(members))
            if holder is not None and len(holder.owned) > fair:
                holder.taken(place)
                holder = None
            if holder is None:
                min(takers, key=lambda member: (len(member.owned), number % len(takers))).given(place)

    def _places(self, member: MemorySubscription) -> list[Place]:
        return [(topic, index) for topic in member.topics for index in range(self.partitions) if topic in self.topics]


class MemoryPublisher:
    """See `services.common.kafka.publisher.Publisher`."""

    def __init__(self, broker: MemoryBroker) -> None:
        self.broker = broker
        self.closed = False
        self.refuse: Callable[[Outgoing], bool] = lambda record: False
        self.after_ack: Callable[[], None] = lambda: None
        self.published: list[Outgoing] = []

    def publish(self, records: Sequence[Outgoing]) -> list[DocintakeError | None]:
        if self.closed:
            raise Retryable("the publisher is closed")
        if self.broker.away:
            raise Retryable("no broker: away")
        outcomes = [self._one(record) for record in records]
        self.after_ack()
        return outcomes

    def close(self) -> None:
        self.closed = True

    def _one(self, record: Outgoing) -> DocintakeError | None:
        if record.topic not in self.broker.topics:
            return Retryable(f"the broker does not answer for topic {record.topic}")
        if len(record.value or b"") > self.broker.max_record_bytes:
            return Retryable("MessageSizeTooLargeError")
        if self.refuse(record):
            return Retryable("refused by the test")
        self.broker.append(record.topic, record.key, record.value, record.headers)
        self.published.append(record)
        return None


class MemorySubscription:
    """See `services.common.kafka.subscription.Subscription`."""

    def __init__(self, broker: MemoryBroker, group: str, topics: Sequence[str], max_records: int) -> None:
        self.broker = broker
        self.group = group
        self.topics = list(topics)
        self.owned: dict[Place, int] = {}
        self.closed = False
        self.commits: list[Incoming] = []
        self.polls = 0
        self.while_polling: Callable[[], None] = lambda: None
        self._max_records = max_records
        self._epochs: dict[Place, int] = defaultdict(int)
        self._held: dict[Place, float] = {}
        self._full = False
        broker.members[group].append(self)

    def poll(self, seconds: float) -> dict[Place, list[Incoming]]:
        self.polls += 1
        if self.broker.away:
            time.sleep(min(seconds, 0.01))
            raise Retryable("poll: away")
        self.broker.assign(self.group)
        self.while_polling()
        batches = self._take()
        if not batches:
            time.sleep(min(seconds, 0.005))
        return batches

    def commit(self, finished: Iterable[Incoming]) -> None:
        if self.broker.away:
            return
        for record in finished:
            if record.place in self.owned:
                self.broker.committed[self.group, record.place] = record.offset + 1
                self.broker.epochs[self.group, record.place] = record.leader_epoch
                self.commits.append(record)

    def again_from(self, record: Incoming, seconds: float) -> None:
        if record.place in self.owned:
            self.owned[record.place] = record.offset
            self._held[record.place] = time.monotonic() + seconds

    def pause(self) -> None:
        self._full = True

    def resume(self) -> None:
        self._full = False

    @property
    def paused(self) -> bool:
        """Whether everything is paused."""
        return self._full

    @property
    def epochs(self) -> Mapping[Place, int]:
        return self._epochs

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self.broker.members[self.group].remove(self)
            self.owned.clear()

    def given(self, place: Place) -> None:
        """The broker gives a partition: it goes on from what the group has committed."""
        self.owned[place] = self.broker.committed.get((self.group, place), 0)
        self._epochs[place] += 1

    def taken(self, place: Place) -> None:
        """The broker takes a partition."""
        del self.owned[place]
        self._held.pop(place, None)
        self._epochs[place] += 1

    def _take(self) -> dict[Place, list[Incoming]]:
        now, left = time.monotonic(), self._max_records
        self._held = {place: until for place, until in self._held.items() if until > now}
        batches: dict[Place, list[Incoming]] = {}
        for place, position in self.owned.items():
            if self._full or place in self._held or not left:
                continue
            topic, partition = place
            records = [record for record in self.broker.topics[topic][partition] if record.offset >= position][:left]
            if records:
                batches[place] = records
                left -= len(records)
                self.owned[place] = records[-1].offset + 1
        return batches
