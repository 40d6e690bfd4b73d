"""What every Publisher does, the fake and the real one."""

from __future__ import annotations

import threading

import pytest

from services.common.errors import Retryable
from services.common.kafka.records import Outgoing
from tests.contracts.conftest import Cluster


def record(topic: str, key: bytes = b"2019/1", value: bytes | None = b"v", **headers: bytes) -> Outgoing:
    return Outgoing(topic, key, value, tuple(headers.items()))


def read_all(cluster: Cluster, group: str, topic: str, count: int) -> list:
    subscription = cluster.subscription(group, [topic])
    found = []
    for _ in range(100):
        found += [one for records in subscription.poll(0.2).values() for one in records]
        if len(found) >= count:
            break
    subscription.close()
    return found


def test_an_acknowledged_record_is_on_its_topic_with_key_bytes_and_headers_untouched(cluster: Cluster, group: str):
    topic, publisher = cluster.topic(), cluster.publisher()
    value = bytes(range(256))
    assert publisher.publish([record(topic, "2019/수험".encode(), value, ce_id=b"1")]) == [None]
    (found,) = read_all(cluster, group, topic, 1)
    assert (found.key, found.value, found.headers) == ("2019/수험".encode(), value, (("ce_id", b"1"),))
    publisher.close()


def test_a_record_without_content_deletes_its_key_and_arrives_as_none(cluster: Cluster, group: str):
    topic, publisher = cluster.topic(), cluster.publisher()
    assert publisher.publish([record(topic, value=None)]) == [None]
    (found,) = read_all(cluster, group, topic, 1)
    assert found.value is None
    publisher.close()


def test_records_of_one_key_keep_their_order_on_one_partition(cluster: Cluster, group: str):
    topic, publisher = cluster.topic(), cluster.publisher()
    values = [str(number).encode() for number in range(50)]
    assert publisher.publish([record(topic, value=value) for value in values]) == [None] * 50
    found = read_all(cluster, group, topic, 50)
    assert [one.value for one in found] == values
    assert len({one.partition for one in found}) == 1
    publisher.close()


def test_an_oversize_record_is_refused_and_its_neighbours_are_not(cluster: Cluster, group: str):
    topic, publisher = cluster.topic(), cluster.publisher()
    import random

    giant = random.Random(7).randbytes(2 * 1024 * 1024)  # incompressible, so that the broker's own limit refuses it
    outcomes = publisher.publish([record(topic, b"a"), record(topic, b"b", giant), record(topic, b"c")])
    assert [type(outcome) for outcome in outcomes] == [type(None), Retryable, type(None)]
    assert {one.key for one in read_all(cluster, group, topic, 2)} == {b"a", b"c"}
    assert publisher.publish([record(topic, b"d")]) == [None]
    publisher.close()


def test_a_record_for_an_unknown_topic_is_refused_and_its_neighbours_are_not(cluster: Cluster, group: str):
    topic, publisher = cluster.topic(), cluster.publisher()
    outcomes = publisher.publish([record("nobody-made-this"), record(topic), record("nobody-made-this")])
    assert [type(outcome) for outcome in outcomes] == [Retryable, type(None), Retryable]
    assert "nobody-made-this" in str(outcomes[0])
    publisher.close()


def test_threads_may_share_a_publisher(cluster: Cluster, group: str):
    topic, publisher = cluster.topic(), cluster.publisher()
    outcomes: list = []

    def publish(key: bytes) -> None:
        for number in range(20):
            outcomes.extend(publisher.publish([record(topic, key, str(number).encode())]))

    threads = [threading.Thread(target=publish, args=(bytes([65 + number]),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [None] * 80
    found = read_all(cluster, group, topic, 80)
    for key in (b"A", b"B", b"C", b"D"):
        assert [one.value for one in found if one.key == key] == [str(number).encode() for number in range(20)]
    publisher.close()


def test_a_closed_publisher_publishes_nothing_more(cluster: Cluster):
    topic, publisher = cluster.topic(), cluster.publisher()
    publisher.publish([record(topic)])
    publisher.close()
    with pytest.raises(Retryable):
        publisher.publish([record(topic)])
