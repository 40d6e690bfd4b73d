"""The broker of our own: keeps what it took through a stop and a crash, and says clearly why it does not start."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from services.common.errors import Misconfigured, Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.cluster import TopicState
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Outgoing
from services.common.settings import Settings
from services.ops.broker import Broker, prepare


def test_acknowledged_records_survive_a_stop_and_a_crash(new_broker: Callable[[], Broker], tmp_path: Path) -> None:
    broker = new_broker()
    settings = Settings(home=tmp_path, kafka_bootstrap_servers=broker.node.address)
    with broker:
        with Admin(settings) as admin:
            admin.create([TopicState("kept", 1, 1, {})])
        publisher = KafkaPublisher(settings, "test")
        assert publisher.publish([Outgoing("kept", b"k", b"one", ())]) == [None]
        publisher.close()
        broker.stop()
        broker.start()
        publisher = KafkaPublisher(settings, "test")
        assert publisher.publish([Outgoing("kept", b"k", b"two", ())]) == [None]
        publisher.close()
        broker.kill()
        broker.start()
        with Admin(settings) as admin:
            (kept,) = admin.offsets({"kept": 1}).values()
    assert (kept.start, kept.end) == (0, 2)


def test_without_jars_it_says_what_to_run(new_broker: Callable[[], Broker], tmp_path: Path) -> None:
    node = replace(new_broker().node, jars=tmp_path / "nothing")
    with pytest.raises(Misconfigured, match="make install"):
        prepare(node)


def test_a_broker_that_cannot_start_is_told_with_its_log(new_broker: Callable[[], Broker]) -> None:
    with new_broker() as first:
        second = Broker(replace(new_broker().node, controller_port=first.node.controller_port))
        with pytest.raises(Retryable, match=r"ended while it started; see .*broker\.log"):
            second.start()
    assert second.pid is None
