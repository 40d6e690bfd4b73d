"""A broker for the ten mistakes: the session's own, or the one that `make mistakes` started for all runs."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable

import pytest

from services.common.settings import Settings
from tests.integration.kafka.conftest import topic_on

SERVERS = "DOCINTAKE_MISTAKES_BROKER"


@pytest.fixture(scope="session")
def kafka_bootstrap(request: pytest.FixtureRequest) -> str:
    """host:port of a real broker."""
    return os.environ.get(SERVERS) or request.getfixturevalue("broker").node.address


@pytest.fixture
def group() -> str:
    """A group of this test's own."""
    return f"docintake.test-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def make_topic(kafka_settings: Settings, group: str) -> Callable[..., str]:
    """Makes a topic of three partitions, and the group's dead-letter topic for it."""
    return lambda **config: topic_on(kafka_settings, group, {key.replace("_", "."): v for key, v in config.items()})
