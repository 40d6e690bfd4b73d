"""Ports: taken ones are told with their setting, 0 becomes a free one."""

import socket
from collections.abc import Iterator

import pytest

from services.cli.ports import free_port, with_ports
from services.common.errors import Misconfigured
from services.common.settings import Settings


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def settings(**ports: int) -> Settings:
    free = dict.fromkeys(("port", "metrics_port", "kafka_port", "kafka_controller_port"), 0)
    return Settings(**(free | ports))


def test_a_taken_port_is_told_in_both_languages_with_the_setting_that_changes_it(taken: int) -> None:
    with pytest.raises(Misconfigured) as refusal:
        with_ports(settings(kafka_port=taken))
    english, korean = str(refusal.value).splitlines()
    assert f"127.0.0.1:{taken}" in english
    assert "DOCINTAKE_KAFKA_PORT" in english
    assert "DOCINTAKE_KAFKA_PORT" in korean
    assert "포트" in korean


def test_every_taken_port_is_told_at_once(taken: int) -> None:
    with pytest.raises(Misconfigured) as refusal:
        with_ports(settings(port=taken, metrics_port=taken))
    assert "DOCINTAKE_PORT" in str(refusal.value)
    assert "DOCINTAKE_METRICS_PORT" in str(refusal.value)


def test_zero_becomes_a_free_port_and_a_given_port_stays() -> None:
    given = free_port()
    chosen = with_ports(settings(port=given))
    assert chosen.port == given
    ports = {chosen.metrics_port, chosen.kafka_port, chosen.kafka_controller_port}
    assert all(1024 < port <= 65535 for port in ports)


def test_a_broker_elsewhere_leaves_our_broker_s_ports_alone(taken: int) -> None:
    elsewhere = settings(kafka_port=taken).model_copy(update={"kafka_bootstrap_servers": "kafka:9092"})
    assert with_ports(elsewhere).kafka_port == taken
