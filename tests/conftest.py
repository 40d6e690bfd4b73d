"""What many tests share: one real broker a session, and settings that point to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.cli.ports import free_port
from services.common.settings import Settings
from services.ops.broker import Broker, Node

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def install() -> Path:
    """Where `make install` put Java and Kafka's jars."""
    return (ROOT / os.environ.get("DOCINTAKE_HOME", ".docintake")).absolute() / "install"


@pytest.fixture(scope="session")
def new_broker(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Broker]:
    """Makes a broker on free loopback ports, data in a temporary folder, no topics; not started yet."""

    def make() -> Broker:
        folder = tmp_path_factory.mktemp("broker")
        return Broker(
            Node(
                folder=folder / "data",
                log=folder / "broker.log",
                java=install / "java",
                jars=install / "kafka",
                port=free_port(),
                controller_port=free_port(),
            )
        )

    return make


@pytest.fixture(scope="session")
def broker(new_broker: Callable[[], Broker]) -> Iterator[Broker]:
    """The session's real broker, started at the first use and stopped with the session."""
    with new_broker() as running:
        yield running


@pytest.fixture(scope="session")
def kafka_bootstrap(broker: Broker) -> str:
    """The session's broker as host:port."""
    return broker.node.address


@pytest.fixture
def kafka_settings(kafka_bootstrap: str, tmp_path: Path) -> Settings:
    """Settings that use the session's broker, with a home folder of the test's own."""
    return Settings(home=tmp_path / "home", kafka_bootstrap_servers=kafka_bootstrap)
