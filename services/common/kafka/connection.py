"""What every Kafka client of ours is told: where the cluster is, and how to be let in."""

from __future__ import annotations

from typing import Any

from services.common.settings import Settings


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
