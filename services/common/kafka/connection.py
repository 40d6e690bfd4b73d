"""What every Kafka client of ours is told: where the cluster is, and how to be let in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from kafka.net.compat import KafkaNetClient

from services.common.settings import Settings

Client = TypeVar("Client")


def connected(make: Callable[..., Client], config: Mapping[str, Any]) -> Client:
    """`make(**config)`, a kafka-python client. Where it fails, what it had begun is closed too.

    kafka-python's constructors leave their sockets and their IO thread behind when no broker answers; a service that
    waits for its broker would gather a thread every few seconds.
    """
    begun: list[Any] = []

    def remembered(**options: Any) -> Any:
        begun.append(KafkaNetClient(**options))
        return begun[-1]

    try:
        return make(**config, kafka_client=remembered)
    except BaseException:
        for client in begun:
            client.close()
        raise


def client_config(settings: Settings, client_id: str) -> dict[str, Any]:
    """kafka-python's settings that producer, consumer and admin client share."""
    config: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap_servers.split(","),
        "client_id": f"docintake-{client_id}",
        "security_protocol": settings.kafka_security_protocol,
        "request_timeout_ms": 15_000,
        "reconnect_backoff_max_ms": 1_000,
        "bootstrap_timeout_ms": 5_000,
    }
    if settings.kafka_ssl_cafile:
        config["ssl_cafile"] = str(settings.kafka_ssl_cafile)
    if settings.kafka_sasl_mechanism:
        config |= {
            "sasl_mechanism": settings.kafka_sasl_mechanism,
            "sasl_plain_username": settings.kafka_sasl_username,
            "sasl_plain_password": settings.kafka_sasl_password.get_secret_value(),
        }
    return config
