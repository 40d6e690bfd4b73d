"""Topics of a test's own on the session's broker, and a broker that a test may stop."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.cli.ports import free_port
from services.common.kafka.admin import Admin
from services.common.kafka.cluster import TopicState
from services.common.settings import Settings
from services.common.topics import dead_letter_topic
from services.ops.broker import Broker, Node


@pytest.fixture
def group() -> str:
    """A group of this test's own."""
    return f"docintake.test-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def make_topic(kafka_settings: Settings, group: str) -> Callable[..., str]:
    """Makes a topic, and the group's dead-letter topic for it."""
    return lambda **config: topic_on(kafka_settings, group, {key.replace("_", "."): v for key, v in config.items()})


def topic_on(settings: Settings, group: str, config: dict[str, str]) -> str:
    """A new topic with its dead-letter topic."""
    name = f"test.{uuid.uuid4().hex[:8]}"
    with Admin(settings) as admin:
        dead = TopicState(dead_letter_topic(name, group), 1, 1, {"max.message.bytes": "8388608"})
        admin.create([TopicState(name, 3, 1, config), dead])
    return name


@pytest.fixture
def mortal_broker(install: Path, tmp_path: Path) -> Iterator[Broker]:
    """A broker that the test may stop and start again."""
    node = Node(
        folder=tmp_path / "mortal",
        log=tmp_path / "mortal.log",
        java=install / "java",
        jars=install / "kafka",
        port=free_port(),
        controller_port=free_port(),
    )
    with Broker(node) as running:
        yield running
