"""What every Kafka client of ours is told: where the cluster is, and how to be let in."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from kafka.errors import (
    IllegalSaslStateError,
    KafkaError,
    KafkaTimeoutError,
    SaslAuthenticationFailedError,
    UnsupportedSaslMechanismError,
)
from kafka.net.compat import KafkaNetClient

from services.common.errors import Misconfigured
from services.common.settings import Settings

Client = TypeVar("Client")


class NotLetIn(KafkaError):  # type: ignore[misc] # kafka-python has no types
    """The cluster answers, and will not have us; the message says what to change, and holds no secret."""


class HungUp(KafkaTimeoutError):  # type: ignore[misc] # kafka-python has no types
    """Somebody takes our connections and ends them: a cluster that starts, or one that wants other security."""


def connected(make: Callable[..., Client], config: Mapping[str, Any]) -> Client:
    """`make(**config)`, a kafka-python client. Where it fails, what it had begun is closed too.

    kafka-python's constructors leave their sockets and their IO thread behind when no broker answers; a service that
    waits for its broker would gather a thread every few seconds. And whatever the reason, they tell only that time ran
    out: what ended the connections is looked up here. Raises NotLetIn, HungUp, or the client's own KafkaError.
    """
    begun: list[Any] = []
    ends: list[BaseException] = []

    def remembered(**options: Any) -> Any:
        begun.append(KafkaNetClient(**options))
        _remember_ends(begun[-1]._manager, ends)
        return begun[-1]

    try:
        made = make(**config, kafka_client=remembered)
    except BaseException as error:
        for client in begun:
            client.close()
        if isinstance(error, KafkaError):
            if why := _why(ends, config):
                raise NotLetIn(why) from error
            if ends and all(str(end).endswith("socket disconnected") or "Invalid frame" in str(end) for end in ends):
                raise HungUp(
                    "it takes connections and hangs up; it may want another DOCINTAKE_KAFKA_SECURITY_PROTOCOL than"
                    f" {config['security_protocol']}, or another user / 보안 프로토콜과 사용자 설정을 확인하십시오"
                ) from error
        raise
    for client in begun:
        del client._manager.get_connection  # what ends connections later is the client's business
    return made


def told(error: KafkaError) -> str:
    """`error` for a log line: in words where we have them."""
    return str(error.args[0]) if isinstance(error, (NotLetIn, HungUp)) else type(error).__name__


def client_config(settings: Settings, client_id: str) -> dict[str, Any]:
    """kafka-python's settings that producer, consumer and admin client share.

    Raises Misconfigured where the security settings do not fit together, or a file of theirs is not to be read.
    """
    config: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap_servers.split(","),
        "client_id": f"docintake-{client_id}",
        "security_protocol": settings.kafka_security_protocol,
        "request_timeout_ms": 15_000,
        "reconnect_backoff_max_ms": 1_000,
        "bootstrap_timeout_ms": 5_000,
    }
    if settings.kafka_security_protocol.endswith("SSL"):
        config["ssl_context"] = _tls(settings)
    if settings.kafka_security_protocol.startswith("SASL"):
        config |= _sasl(settings)
    return config


def onlooker_config(settings: Settings, client_id: str) -> dict[str, Any]:
    """Settings of a consumer that only looks: it joins no group, commits nothing and creates no topic."""
    return client_config(settings, client_id) | {
        "group_id": None,
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "allow_auto_create_topics": False,
        "isolation_level": "read_committed",
        "fetch_max_wait_ms": 100,
    }


def _tls(settings: Settings) -> ssl.SSLContext:
    """TLS 1.2 or newer, the cluster's certificate and its host name checked."""
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.kafka_ssl_cafile:
        context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=_file(settings, "kafka_ssl_cafile"))
        context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.kafka_ssl_certfile:
        key = _file(settings, "kafka_ssl_keyfile") if settings.kafka_ssl_keyfile else None
        try:
            # An encrypted key must not wait for a password at a terminal.
            context.load_cert_chain(_file(settings, "kafka_ssl_certfile"), key, password=lambda: b"")
        except (OSError, ValueError) as error:
            raise Misconfigured(
                f"DOCINTAKE_KAFKA_SSL_CERTFILE and _KEYFILE must be a certificate and its private key in PEM, the key"
                f" not encrypted ({error})"
            ) from error
    return context


def _file(settings: Settings, name: str) -> str:
    path: Path = getattr(settings, name)
    try:
        if b"-----BEGIN" in path.read_bytes():
            return str(path)
    except OSError as error:
        raise Misconfigured(f"DOCINTAKE_{name.upper()}={path}: {error.strerror}") from error
    raise Misconfigured(f"DOCINTAKE_{name.upper()}={path}: not a PEM file")


def _sasl(settings: Settings) -> dict[str, Any]:
    password = settings.kafka_sasl_password.get_secret_value()
    if not (settings.kafka_sasl_mechanism and settings.kafka_sasl_username and password):
        raise Misconfigured(
            f"DOCINTAKE_KAFKA_SECURITY_PROTOCOL={settings.kafka_security_protocol} needs"
            " DOCINTAKE_KAFKA_SASL_MECHANISM, _USERNAME and _PASSWORD / 세 설정이 모두 필요합니다."
        )
    return {
        "sasl_mechanism": settings.kafka_sasl_mechanism,
        "sasl_plain_username": settings.kafka_sasl_username,
        "sasl_plain_password": password,
    }


def _remember_ends(manager: Any, ends: list[BaseException]) -> None:
    """Let `ends` gather why connections end."""
    real = manager.get_connection

    def get_connection(*words: Any, **options: Any) -> Any:
        connection = real(*words, **options)
        connection.close_future.add_errback(ends.append)
        return connection

    manager.get_connection = get_connection


def _why(ends: list[BaseException], config: Mapping[str, Any]) -> str | None:
    """What a person should change, going by how the connections ended; None where the cluster is just away."""
    texts = [f"{type(end).__name__} {end}" for end in ends]

    def any_says(*words: str) -> bool:
        return any(word in text for text in texts for word in words)

    refusals = (SaslAuthenticationFailedError, UnsupportedSaslMechanismError, IllegalSaslStateError)
    if any(isinstance(end, refusals) for end in ends) or any_says(*(kind.__name__ for kind in refusals)):
        return (
            f"the cluster refuses user {config.get('sasl_plain_username')!r} by {config.get('sasl_mechanism')}: check"
            " DOCINTAKE_KAFKA_SASL_USERNAME, _PASSWORD and _MECHANISM / 사용자, 비밀번호, 인증 방식을 확인하십시오"
        )
    if any_says("CERTIFICATE_VERIFY_FAILED"):
        return (
            "the cluster's certificate is not trusted: DOCINTAKE_KAFKA_SSL_CAFILE must hold the authority that signed"
            " it, and the address must be the one it was signed for / 인증 기관 파일과 주소를 확인하십시오"
        )
    if any_says("CERTIFICATE_REQUIRED", "BAD_CERTIFICATE", "CERTIFICATE_UNKNOWN", "UNKNOWN_CA", "HANDSHAKE_FAILURE"):
        return (
            "the cluster wants a certificate of ours that it trusts: check DOCINTAKE_KAFKA_SSL_CERTFILE and _KEYFILE"
            " / 클라이언트 인증서를 확인하십시오"
        )
    if any_says("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"):
        return (
            f"the cluster does not speak TLS at this address, and DOCINTAKE_KAFKA_SECURITY_PROTOCOL is"
            f" {config['security_protocol']} / 보안 프로토콜 설정을 확인하십시오"
        )
    return None
