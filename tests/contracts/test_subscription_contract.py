"""What every subscription does, the fake and the real one."""

from __future__ import annotations

import time
from typing import Any

from services.common.kafka.records import Incoming, Outgoing
from tests.contracts.conftest import Cluster
from tests.contracts.member import Member, wait_until


def fill(cluster: Cluster, topic: str, count: int, keys: int = 1) -> None:
    publisher = cluster.publisher()
    records = [Outgoing(topic, f"2019/{number % keys}".encode(), str(number).encode(), ()) for number in range(count)]
    assert publisher.publish(records) == [None] * count
    publisher.close()


def poll_until(subscription: Any, count: int, seconds: float = 15.0) -> list[Incoming]:
    found: list[Incoming] = []
    deadline = time.monotonic() + seconds
    while len(found) < count and time.monotonic() < deadline:
        found += [record for records in subscription.poll(0.2).values() for record in records]
    return found


def poll_for(subscription: Any, seconds: float) -> list[Incoming]:
    found: list[Incoming] = []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found += [record for records in subscription.poll(0.1).values() for record in records]
    return found


def test_a_new_group_begins_with_the_oldest_record(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 5)
    subscription = cluster.subscription(group, [topic])
    assert [record.value for record in poll_until(subscription, 5)] == [b"0", b"1", b"2", b"3", b"4"]
    subscription.close()


def test_nothing_is_committed_unless_it_is_said(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 3)
    first = cluster.subscription(group, [topic])
    assert len(poll_until(first, 3)) == 3
    first.close()
    assert cluster.committed(group, topic) == {}
    second = cluster.subscription(group, [topic])
    assert len(poll_until(second, 3)) == 3
    second.close()


def test_a_commit_is_the_offset_after_the_last_finished_record(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 5)
    first = cluster.subscription(group, [topic])
    records = poll_until(first, 5)
    first.commit([records[2]])
    assert cluster.committed(group, topic) == {records[2].partition: 3}
    first.close()
    second = cluster.subscription(group, [topic])
    assert [record.value for record in poll_until(second, 2)] == [b"3", b"4"]
    second.close()


def test_at_most_so_many_records_come_at_once(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 9, keys=5)
    subscription = cluster.subscription(group, [topic], max_records=2)
    sizes = []
    while sum(sizes) < 9:
        sizes.append(sum(len(records) for records in subscription.poll(0.2).values()))
    assert max(sizes) <= 2
    subscription.close()


def test_a_record_comes_again_after_the_pause_and_the_other_partitions_go_on(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 20, keys=10)
    subscription = cluster.subscription(group, [topic])
    records = poll_until(subscription, 20)
    failed = records[0]
    of_failed = [record for record in records if record.place == failed.place]
    subscription.again_from(failed, 2.0)
    held_until = time.monotonic() + 2.0
    fill(cluster, topic, 20, keys=10)
    found: list[Incoming] = []
    while failed.place not in {record.place for record in found}:
        assert time.monotonic() < held_until + 15
        found += poll_until(subscription, 1, seconds=0.2)
    assert time.monotonic() >= held_until
    before = [record for record in found if record.place != failed.place]
    assert len(before) == 20 - len(of_failed), "all that came for the others, while this one was held"
    found += poll_until(subscription, 2 * len(of_failed) + len(before) - len(found))
    again = [record.offset for record in found if record.place == failed.place]
    assert again == [record.offset for record in of_failed] + [
        of_failed[-1].offset + 1 + n for n in range(len(of_failed))
    ]
    subscription.close()


def test_a_paused_subscription_is_polled_and_gives_nothing_until_it_is_resumed(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 1)
    subscription = cluster.subscription(group, [topic])
    assert len(poll_until(subscription, 1)) == 1
    subscription.pause()
    fill(cluster, topic, 3)
    assert poll_for(subscription, 0.6) == []
    subscription.resume()
    assert len(poll_until(subscription, 3)) == 3
    subscription.close()


def test_a_second_member_takes_its_share_and_the_first_is_told(cluster: Cluster, group: str):
    topic = cluster.topic()
    first = Member(cluster.subscription(group, [topic]))
    wait_until(lambda: len(first.subscription.epochs) == 3)
    before = dict(first.subscription.epochs)
    second = Member(cluster.subscription(group, [topic]))
    wait_until(lambda: second.subscription.epochs)
    moved = {place for place, count in first.subscription.epochs.items() if count != before[place]}
    assert len(moved) == 1, "cooperative: what need not move stays"
    assert moved == set(second.subscription.epochs)
    fill(cluster, topic, 30, keys=15)
    wait_until(lambda: len(first.records) + len(second.records) == 30)
    assert {record.place for record in second.records} == moved
    assert {record.place for record in first.records} == set(before) - moved
    first.close()
    second.close()


def test_who_does_not_own_a_partition_commits_nothing_there(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 30, keys=15)
    first = Member(cluster.subscription(group, [topic]))
    last = {record.place: record for record in first.wait_for(30)}
    before = dict(first.subscription.epochs)
    second = Member(cluster.subscription(group, [topic]))
    wait_until(lambda: second.subscription.epochs)
    (taken,) = {place for place, count in first.subscription.epochs.items() if count != before[place]}
    for record in last.values():
        first.commit(record)
    wait_until(lambda: len(cluster.committed(group, topic)) == 2)
    assert taken[1] not in cluster.committed(group, topic)
    first.close()
    second.close()


def test_closing_leaves_the_group_at_once(cluster: Cluster, group: str):
    topic = cluster.topic()
    fill(cluster, topic, 1)
    first = cluster.subscription(group, [topic])
    poll_until(first, 1)
    first.close()
    second = cluster.subscription(group, [topic])
    started = time.monotonic()
    assert len(poll_until(second, 1)) == 1
    assert time.monotonic() - started < 10, "the session time-out is 15 s"
    second.close()
