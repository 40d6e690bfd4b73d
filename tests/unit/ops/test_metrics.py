"""What Prometheus sees: kafka_exporter's names and labels, nothing stale."""

import socket
import threading
import urllib.request
from datetime import UTC, datetime

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from services.cli.ports import free_port
from services.common.errors import Misconfigured, Retryable
from services.common.kafka.cluster import Offsets
from services.ops.lag import GroupLag, PartitionLag, Snapshot, TopicView
from services.ops.metrics import ClusterCollector, serve
from services.ops.watch import Newest

SNAPSHOT = Snapshot(
    taken_at=datetime(2026, 3, 2, tzinfo=UTC),
    topics=(TopicView("verify.verdicts", 1, 10),),
    dead_letters=(TopicView("verify.verdicts.docintake.score.dlq", 1, 3),),
    groups=(GroupLag("docintake.score", "Stable", 2, 4, 1.5),),
    partitions=(PartitionLag("docintake.score", "verify.verdicts", 0, 6, 10, 4, 1.5),),
    offsets={("verify.verdicts", 0): Offsets(0, 10)},
)


def value(snapshot: Snapshot | None, name: str, **labels: str) -> float | None:
    registry = CollectorRegistry()
    registry.register(ClusterCollector(lambda: snapshot))
    return registry.get_sample_value(name, labels)


def test_lag_has_kafka_exporter_s_name_and_labels() -> None:
    labels = {"consumergroup": "docintake.score", "topic": "verify.verdicts", "partition": "0"}
    assert value(SNAPSHOT, "kafka_consumergroup_lag", **labels) == 4
    assert value(SNAPSHOT, "kafka_consumergroup_lag_seconds", **labels) == 1.5
    assert value(SNAPSHOT, "kafka_consumergroup_current_offset", **labels) == 6


def test_topics_members_and_dead_letters_are_there() -> None:
    place = {"topic": "verify.verdicts", "partition": "0"}
    assert value(SNAPSHOT, "kafka_topic_partition_current_offset", **place) == 10
    assert value(SNAPSHOT, "kafka_topic_partition_oldest_offset", **place) == 0
    assert value(SNAPSHOT, "kafka_consumergroup_members", consumergroup="docintake.score") == 2
    assert value(SNAPSHOT, "docintake_dead_letters", topic="verify.verdicts.docintake.score.dlq") == 3


def test_before_the_first_snapshot_there_are_no_figures() -> None:
    assert value(None, "docintake_cluster_observed_timestamp_seconds") is None
    assert value(SNAPSHOT, "docintake_cluster_observed_timestamp_seconds") == SNAPSHOT.taken_at.timestamp()


def test_they_are_served_over_http() -> None:
    port = free_port()
    with (
        serve(lambda: SNAPSHOT, "127.0.0.1", port),
        urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer,
    ):
        names = {family.name for family in text_string_to_metric_families(answer.read().decode())}
    assert {"kafka_consumergroup_lag", "process_resident_memory_bytes"} <= names


def test_a_taken_port_is_told_with_its_setting() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(Misconfigured, match="DOCINTAKE_METRICS_PORT"), serve(lambda: None, "127.0.0.1", port):
            pass


def test_old_figures_do_not_look_fresh_while_the_cluster_is_away() -> None:
    newest, stop = Newest(), threading.Event()
    shown: list[Snapshot | None] = []

    def look() -> Snapshot:
        shown.append(newest.snapshot())
        if len(shown) == 2:
            raise Retryable("the cluster is away")
        if len(shown) == 4:
            stop.set()
        return SNAPSHOT

    newest.keep(look, stop, interval=0.001)
    assert shown == [None, SNAPSHOT, None, SNAPSHOT]
