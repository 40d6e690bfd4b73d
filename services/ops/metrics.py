"""The cluster's figures for Prometheus, named as kafka_exporter does, so that public dashboards work unchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from prometheus_client import (
    GC_COLLECTOR,
    PLATFORM_COLLECTOR,
    PROCESS_COLLECTOR,
    CollectorRegistry,
    Metric,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from services.common.errors import Misconfigured
from services.ops.lag import Snapshot


class ClusterCollector(Collector):
    """Turns the newest snapshot into metrics whenever Prometheus asks; before the first there are none."""

    def __init__(self, newest: Callable[[], Snapshot | None]) -> None:
        """`newest` answers at once with the last snapshot taken."""
        self._newest = newest

    def collect(self) -> Iterator[Metric]:
        """Every figure of the snapshot."""
        snapshot = self._newest()
        if snapshot is None:
            return
        yield from _of_partitions(snapshot)
        yield from _of_groups(snapshot)
        yield from _of_topics(snapshot)
        taken = GaugeMetricFamily(
            "docintake_cluster_observed_timestamp_seconds", "When these figures were taken, seconds since 1970"
        )
        taken.add_metric([], snapshot.taken_at.timestamp())
        yield taken


@contextmanager
def serve(newest: Callable[[], Snapshot | None], host: str, port: int) -> Iterator[None]:
    """Answer Prometheus on `http://host:port/metrics` inside the block. Raises Misconfigured: port taken."""
    registry = CollectorRegistry()
    registry.register(ClusterCollector(newest))
    for collector in (PROCESS_COLLECTOR, PLATFORM_COLLECTOR, GC_COLLECTOR):
        registry.register(collector)
    try:
        server, thread = start_http_server(port, addr=host, registry=registry)
    except OSError as error:
        raise Misconfigured(
            f"metrics port {port} cannot be used ({error.strerror}); set DOCINTAKE_METRICS_PORT to a free one"
            f" / 지표 포트 {port}을(를) 쓸 수 없습니다. DOCINTAKE_METRICS_PORT를 비어 있는 포트로 바꾸십시오."
        ) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _gauge(name: str, told: str, labels: list[str], samples: Any) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, told, labels=labels)
    for values, figure in samples:
        family.add_metric([str(value) for value in values], figure)
    return family


def _of_partitions(snapshot: Snapshot) -> Iterator[Metric]:
    labels = ["consumergroup", "topic", "partition"]
    keyed = [((one.group, one.topic, one.partition), one) for one in snapshot.partitions]
    yield _gauge(
        "kafka_consumergroup_lag",
        "Records not yet handled by a consumer group",
        labels,
        ((key, one.records) for key, one in keyed),
    )
    yield _gauge(
        "kafka_consumergroup_lag_seconds",
        "Age of the oldest record not yet handled by a consumer group",
        labels,
        ((key, one.seconds) for key, one in keyed),
    )
    yield _gauge(
        "kafka_consumergroup_current_offset",
        "Offset that a consumer group goes on from",
        labels,
        ((key, one.committed) for key, one in keyed if one.committed is not None),
    )


def _of_groups(snapshot: Snapshot) -> Iterator[Metric]:
    yield _gauge(
        "kafka_consumergroup_members",
        "Consumers in a group",
        ["consumergroup"],
        (((one.group,), one.members) for one in snapshot.groups),
    )


def _of_topics(snapshot: Snapshot) -> Iterator[Metric]:
    labels = ["topic", "partition"]
    offsets = sorted(snapshot.offsets.items())
    yield _gauge(
        "kafka_topic_partition_current_offset",
        "Offset that the next record will get",
        labels,
        ((place, kept.end) for place, kept in offsets),
    )
    yield _gauge(
        "kafka_topic_partition_oldest_offset",
        "Offset of the oldest record kept",
        labels,
        ((place, kept.start) for place, kept in offsets),
    )
    yield _gauge(
        "docintake_dead_letters",
        "Dead letters not yet redriven or discarded",
        ["topic"],
        (((one.name,), one.records) for one in snapshot.dead_letters),
    )
