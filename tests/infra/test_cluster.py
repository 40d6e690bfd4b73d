"""Three brokers: topics as durable as the settings say, and what was acknowledged outlives the leader that took it."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections import Counter

import pytest

from services.common.errors import Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Outgoing
from services.common.settings import Settings
from tests.e2e.system import ROOT, docintake, read_topics
from tests.infra.cluster import Cluster

TOPIC = "intake.uploads.certificate"


def commanded(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    """A docintake command on the cluster."""
    environment = os.environ | {
        "DOCINTAKE_HOME": str(settings.home),
        "DOCINTAKE_KAFKA_BOOTSTRAP_SERVERS": settings.bootstrap_servers,
        "DOCINTAKE_KAFKA_REPLICATION_FACTOR": str(settings.kafka_replication_factor),
    }
    return subprocess.run(
        docintake(*words), cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def applied(cluster_settings: Settings) -> Settings:
    """The cluster with its topics."""
    done = commanded(cluster_settings, "topics", "apply")
    assert done.returncode == 0, done.stdout + done.stderr
    return cluster_settings


def test_topics_have_three_replicas_of_which_two_must_write_and_no_unclean_leader(applied: Settings) -> None:
    with Admin(applied) as admin:
        topics = admin.topics()
    assert len(topics) > 20
    assert {topic.replication for topic in topics.values()} == {3}
    assert {topic.config["min.insync.replicas"] for topic in topics.values()} == {"2"}
    assert {topic.config["unclean.leader.election.enable"] for topic in topics.values()} == {"false"}
    checked = commanded(applied, "topics", "check")
    assert checked.returncode == 0, checked.stdout


def test_too_few_replicas_are_reported_as_drift(applied: Settings) -> None:
    done = commanded(applied.model_copy(update={"kafka_replication_factor": 2}), "topics", "check")
    assert done.returncode != 0
    assert "REPLICATION" in done.stdout


def test_what_was_acknowledged_is_there_though_the_leader_is_killed_in_the_middle(
    applied: Settings, cluster: Cluster
) -> None:
    publisher = KafkaPublisher(applied, "test")
    acknowledged: list[bytes] = []
    under_way, stop = threading.Event(), threading.Event()

    def publish() -> None:
        """As the relay does: what was not taken is sent again under the same id."""
        number = 0
        while not stop.is_set():
            wanted = [b"%d" % one for one in range(number, number + 20)]
            number += 20
            while wanted:
                records = [Outgoing(TOPIC, b"applicant-" + value, value, ()) for value in wanted]
                try:
                    outcomes = publisher.publish(records)
                except Retryable:
                    time.sleep(0.2)
                    continue
                acknowledged.extend(value for value, outcome in zip(wanted, outcomes, strict=True) if outcome is None)
                wanted = [value for value, outcome in zip(wanted, outcomes, strict=True) if outcome is not None]
                under_way.set()

    thread = threading.Thread(target=publish)
    thread.start()
    try:
        assert under_way.wait(30)
        leader = cluster.leader_of(applied, TOPIC)
        before = len(acknowledged)
        leader.kill()
        deadline = time.monotonic() + 60
        while len(acknowledged) < before + 400:
            assert time.monotonic() < deadline, "nothing is acknowledged without the leader"
            time.sleep(0.1)
    finally:
        stop.set()
        thread.join(60)
        publisher.close()
    assert not thread.is_alive()
    leaders = cluster.leaders(applied.model_copy(update={"kafka_bootstrap_servers": others(cluster)}), TOPIC)
    assert leader.number not in leaders
    leader.start()
    cluster.wait_until_serving()
    cluster.wait_until_in_sync(applied)
    found = Counter(record.value for record in read_topics(cluster.bootstrap, TOPIC))
    assert set(acknowledged) <= found.keys()
    assert len(acknowledged) == len(set(acknowledged))


def test_with_one_broker_left_nothing_is_acknowledged_and_nothing_is_refused_for_good(
    applied: Settings, cluster: Cluster
) -> None:
    publisher = KafkaPublisher(applied, "test")
    record = Outgoing("intake.withdrawals", b"k", b"v", ())
    assert publisher.publish([record]) == [None]
    down = cluster.members[:2]
    for member in down:
        member.kill()
    started = time.monotonic()
    try:
        (outcome,) = publisher.publish([record])
        assert isinstance(outcome, Retryable)
    except Retryable:
        pass
    assert time.monotonic() - started < 40
    for member in down:
        member.start()
    cluster.wait_until_serving()
    cluster.wait_until_in_sync(applied)
    deadline = time.monotonic() + 60
    while True:
        try:
            if publisher.publish([record]) == [None]:
                break
        except Retryable:
            assert time.monotonic() < deadline
            time.sleep(0.5)
    publisher.close()


def others(cluster: Cluster) -> str:
    """The addresses of the living."""
    return ",".join(f"127.0.0.1:{member.port}" for member in cluster.members if member.alive)
