"""Every call to another machine has a time limit: a peer that takes the connection and never says a word.

The limits are listed in docs/limits.md.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from services.common.blobs import open_blobs
from services.common.database import open_database
from services.common.errors import Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Outgoing
from services.common.kafka.subscription import Subscription
from services.common.settings import Settings

BLOB = "2019-grade5~1/" + "a" * 64


@contextmanager
def silent_peer() -> Iterator[int]:
    """A port that takes connections (the system does) and never answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        yield listening.getsockname()[1]


def publish(settings: Settings) -> None:
    with closing(KafkaPublisher(settings, "test")) as publisher:
        publisher.publish([Outgoing("topic", b"key", b"value", ())])


def subscribe(settings: Settings) -> None:
    Subscription(settings, "group", ["topic"], 1)


def administer(settings: Settings) -> None:
    with Admin(settings) as admin:
        admin.topics()


def store(settings: Settings) -> None:
    open_blobs(settings).put(BLOB, b"original")


def fetch(settings: Settings) -> None:
    open_blobs(settings).get(BLOB)


def open_postgres(settings: Settings) -> None:
    with open_database(settings, "intake").begin():
        pass


def kafka_at(port: int) -> dict[str, str]:
    return {"kafka_bootstrap_servers": f"127.0.0.1:{port}"}


def postgres_at(port: int) -> dict[str, str]:
    return {"database_url": f"postgresql+psycopg://user:secret@127.0.0.1:{port}/docintake"}


def s3_at(port: int) -> dict[str, str]:
    return {
        "blobs": "s3://bucket/prefix",
        "s3_endpoint": f"http://127.0.0.1:{port}",
        "s3_region": "us-east-1",
        "s3_access_key": "key",
        "s3_secret_key": "secret",
    }


@pytest.mark.parametrize(
    ("call", "peer", "limit"),
    [
        (publish, kafka_at, 20.0),
        (subscribe, kafka_at, 20.0),
        (administer, kafka_at, 30.0),
        (open_postgres, postgres_at, 15.0),
        (store, s3_at, 60.0),
        (fetch, s3_at, 60.0),
    ],
)
def test_a_peer_that_never_answers_is_given_up_and_the_work_comes_again(
    tmp_path: Path, call: Callable[[Settings], None], peer: Callable[[int], dict[str, str]], limit: float
):
    with silent_peer() as port:
        settings = Settings(home=tmp_path, **peer(port))
        began = time.monotonic()
        with pytest.raises(Retryable) as told:
            call(settings)
        took = time.monotonic() - began
    print(f"{call.__name__}: given up after {took:.1f} s: {told.value}")
    assert took < limit
    assert "secret" not in str(told.value)


def test_a_locked_database_is_given_up_and_the_work_comes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.common.database.BUSY_SECONDS", 1)
    first, second = (open_database(Settings(home=tmp_path), "intake") for _ in range(2))
    with first.begin():
        began = time.monotonic()
        with pytest.raises(Retryable, match="locked"), second.begin():
            pass
    assert 0.5 < time.monotonic() - began < 10
