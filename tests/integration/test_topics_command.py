"""`docintake topics` and `docintake status` against a real broker, as an operator types them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from services.common.kafka.admin import Admin
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Outgoing
from services.common.settings import Settings
from services.ops.broker import Broker

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def settings(new_broker: Callable[[], Broker], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A broker of this file's own, at first without topics."""
    with new_broker() as broker:
        yield Settings(home=tmp_path_factory.mktemp("home"), kafka_bootstrap_servers=broker.node.address)


def docintake(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DOCINTAKE_HOME": str(settings.home),
        "DOCINTAKE_KAFKA_BOOTSTRAP_SERVERS": settings.kafka_bootstrap_servers,
        "DOCINTAKE_KAFKA_PARTITIONS": "2",
    }
    command = [sys.executable, "-m", "services.cli.main", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def status(settings: Settings) -> tuple[int, Mapping[str, Any]]:
    done = docintake(settings, "status", "--json")
    return done.returncode, json.loads(done.stdout)


def test_an_operator_s_path_from_drift_to_dead_letters(settings: Settings) -> None:
    missing = docintake(settings, "topics", "check")
    assert missing.returncode == 1
    assert "MISSING" in missing.stdout
    assert "intake.declarations" in missing.stdout

    assert docintake(settings, "topics", "apply").returncode == 0
    checked = docintake(settings, "topics", "check")
    assert (checked.returncode, checked.stdout) == (0, "")

    code, healthy = status(settings)
    assert code == 0
    assert (healthy["drift"], healthy["dead_letters"], healthy["processes"]) == ([], [], [])
    assert {group["group"] for group in healthy["groups"]} >= {"docintake.reading", "docintake.score"}

    letters = "verify.verdicts.docintake.score.dlq"
    publisher = KafkaPublisher(settings, "test")
    assert publisher.publish([Outgoing(letters, b"a/1", b"\x00poison", ())]) == [None]
    publisher.close()
    code, with_letter = status(settings)
    assert code == 1
    assert [(one["name"], one["records"]) for one in with_letter["dead_letters"]] == [(letters, 1)]

    with Admin(settings) as admin:
        admin.configure("verify.readings", {"retention.ms": "1000"})
    code, drifted = status(settings)
    assert code == 1
    assert [(one["topic"], one["found"]) for one in drifted["drift"]] == [("verify.readings", "retention.ms=1000")]


def test_without_a_cluster_status_says_so_and_does_not_hang(settings: Settings) -> None:
    away = settings.model_copy(update={"kafka_bootstrap_servers": "127.0.0.1:1"})
    code, told = status(away)
    assert code == 1
    assert "127.0.0.1:1" in told["problem"]
