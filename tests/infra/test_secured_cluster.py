"""A broker that lets in only who proves who they are, over TLS: who may, and what the others are told."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from services.common.errors import DocintakeError, Misconfigured, Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.connection import client_config
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Outgoing
from services.common.kafka.subscription import Subscription
from services.common.settings import Settings
from services.ops import topics
from tests.e2e.system import ROOT, System, docintake
from tests.infra.certificates import Authority, Signed
from tests.infra.cluster import Cluster

USER, PASSWORD, WRONG = "docintake", "korea-river-42", "not-the-password-at-all"
TOPIC = "intake.withdrawals"
SOON = 20.0
"""Nothing hangs: a client gives up after 5 s."""


@dataclass(frozen=True, slots=True)
class Secured:
    """A broker and who may come in."""

    cluster: Cluster
    authority: Authority
    stranger: Authority

    def settings(self, home: Path, **instead: Any) -> Settings:
        """Right ones, but for what is given."""
        right = {
            "home": home,
            "kafka_bootstrap_servers": self.cluster.bootstrap,
            "kafka_security_protocol": "SASL_SSL",
            "kafka_ssl_cafile": self.authority.certificate,
            "kafka_sasl_mechanism": "SCRAM-SHA-512",
            "kafka_sasl_username": USER,
            "kafka_sasl_password": PASSWORD,
        }
        return Settings(**(right | instead))


def refusal(call: Callable[[], object], words: str) -> DocintakeError:
    """What `call` raises, soon; asked again where a busy machine gave no answer within the client's 5 s."""
    for _ in range(4):
        began = time.monotonic()
        with pytest.raises(DocintakeError) as caught:
            call()
        assert time.monotonic() - began < SOON
        if words in str(caught.value):
            return caught.value
        assert isinstance(caught.value, Retryable)
    raise AssertionError(f"not {words!r} but {caught.value}")


def keys_of(signed: Signed) -> dict[str, str]:
    """The broker's own certificate."""
    return {"ssl.keystore.type": "PEM", "ssl.keystore.location": str(signed.both)}


@pytest.fixture(scope="module")
def secured(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """One broker that wants TLS and a password, by SCRAM or PLAIN."""
    folder = tmp_path_factory.mktemp("secured")
    authority, stranger = Authority(folder, "authority"), Authority(folder, "stranger")
    plain = f'org.apache.kafka.common.security.plain.PlainLoginModule required user_{USER}="{PASSWORD}";'
    security = {
        "protocol": "SASL_SSL",
        "sasl.enabled.mechanisms": "SCRAM-SHA-512,PLAIN",
        **keys_of(authority.sign("broker")),
        "listener.name.clients.scram-sha-512.sasl.jaas.config": (
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"
        ),
        "listener.name.clients.plain.sasl.jaas.config": plain,
    }
    scram = ("--add-scram", f"SCRAM-SHA-512=[name={USER},password={PASSWORD}]")
    with Cluster(folder, install, 1, security, scram) as cluster:
        made = Secured(cluster, authority, stranger)
        with Admin(made.settings(folder)) as admin:
            topics.apply(admin, topics.wanted(2, 1))
        yield made


@pytest.mark.parametrize("mechanism", ["SCRAM-SHA-512", "PLAIN"])
def test_records_go_in_and_come_out_with_the_right_password(secured: Secured, tmp_path: Path, mechanism: str) -> None:
    settings = secured.settings(tmp_path, kafka_sasl_mechanism=mechanism)
    publisher = KafkaPublisher(settings, "test")
    assert publisher.publish([Outgoing(TOPIC, b"k", mechanism.encode(), ())]) == [None]
    publisher.close()
    subscription = Subscription(settings, f"group-{mechanism}", [TOPIC], 10)
    deadline = time.monotonic() + 60
    found: set[bytes | None] = set()
    while mechanism.encode() not in found:
        assert time.monotonic() < deadline
        found |= {record.value for records in subscription.poll(0.5).values() for record in records}
    subscription.close()


WRONGS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a wrong password": ({"kafka_sasl_password": WRONG}, "refuses user 'docintake' by SCRAM", "비밀번호"),
    "a wrong password, plain": (
        {"kafka_sasl_password": WRONG, "kafka_sasl_mechanism": "PLAIN"},
        "refuses user 'docintake' by PLAIN",
        "비밀번호",
    ),
    "nobody's name": ({"kafka_sasl_username": "nobody"}, "refuses user 'nobody'", "사용자"),
    "a mechanism that is off": ({"kafka_sasl_mechanism": "SCRAM-SHA-256"}, "by SCRAM-SHA-256", "인증 방식"),
    "a stranger's authority": ({"kafka_ssl_cafile": "stranger"}, "not trusted", "인증 기관"),
    "no authority": ({"kafka_ssl_cafile": None}, "not trusted", "인증 기관"),
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_who_is_not_let_in_is_told_what_to_change_and_soon(
    secured: Secured, tmp_path: Path, wrong: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    instead, english, korean = WRONGS[wrong]
    if instead.get("kafka_ssl_cafile") == "stranger":
        instead = {"kafka_ssl_cafile": secured.stranger.certificate}
    settings = secured.settings(tmp_path, **instead)
    told = refusal(lambda: Admin(settings), english)
    assert isinstance(told, Misconfigured)
    assert korean in str(told)
    # A service that runs waits, and says the same: a password that is mended at the cluster lets it go on.
    assert isinstance(refusal(lambda: Subscription(settings, "group", [TOPIC], 10), english), Retryable)
    publisher = KafkaPublisher(settings, "test")
    assert isinstance(refusal(lambda: publisher.publish([Outgoing(TOPIC, b"k", b"v", ())]), english), Retryable)
    publisher.close()
    printed = capsys.readouterr()
    for text in (str(told), caplog.text, printed.out, printed.err):
        assert PASSWORD not in text
        assert WRONG not in text


@pytest.mark.parametrize("protocol", ["PLAINTEXT", "SSL"])
def test_another_protocol_than_the_clusters_is_guessed_at(secured: Secured, tmp_path: Path, protocol: str) -> None:
    settings = secured.settings(tmp_path, kafka_security_protocol=protocol)
    told = refusal(lambda: Admin(settings), f"another DOCINTAKE_KAFKA_SECURITY_PROTOCOL than {protocol}")
    assert isinstance(told, Retryable)


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ({"kafka_sasl_password": ""}, "SASL_MECHANISM, _USERNAME and _PASSWORD"),
        ({"kafka_sasl_mechanism": ""}, "SASL_MECHANISM, _USERNAME and _PASSWORD"),
        ({"kafka_ssl_cafile": Path("/nowhere/ca.pem")}, "DOCINTAKE_KAFKA_SSL_CAFILE=/nowhere/ca.pem: No such file"),
        ({"kafka_ssl_cafile": Path(__file__)}, "not a PEM file"),
        ({"kafka_ssl_certfile": Path("/nowhere/me.pem")}, "DOCINTAKE_KAFKA_SSL_CERTFILE=/nowhere/me.pem"),
    ],
)
def test_settings_that_cannot_be_right_are_told_before_anybody_is_asked(
    secured: Secured, tmp_path: Path, instead: dict[str, Any], told: str
) -> None:
    with pytest.raises(Misconfigured, match=told):
        client_config(secured.settings(tmp_path, **instead), "test")


def test_up_with_a_wrong_password_ends_with_one_line_and_no_secret(
    secured: Secured, tmp_path: Path, install: Path
) -> None:
    (tmp_path / "install").symlink_to(install)
    settings = secured.settings(tmp_path)
    done = subprocess.run(
        docintake("up"),
        cwd=ROOT,
        env=os.environ
        | variables(settings)
        | {"DOCINTAKE_HOME": str(tmp_path), "DOCINTAKE_KAFKA_SASL_PASSWORD": WRONG},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 78
    assert "DOCINTAKE_KAFKA_SASL_USERNAME, _PASSWORD" in done.stderr
    assert "Traceback" not in done.stderr
    everything = done.stdout + done.stderr + "".join(log.read_text() for log in tmp_path.glob("logs/*"))
    assert WRONG not in everything


def test_the_whole_pipeline_serves_over_tls_with_a_password(secured: Secured, tmp_path: Path, install: Path) -> None:
    (tmp_path / "install").symlink_to(install)
    with System(tmp_path, **variables(secured.settings(tmp_path))) as system:
        from tests.e2e.papers import applying

        person = applying("secured-1", "김서준", "KIM SEOJUN")
        person.declare(system.portal)
        document = person.upload(system.portal, person.report())
        assert system.portal.judged(document, 1, 240)["declaration_version"] == 1
    logs = "".join(log.read_text() for log in (tmp_path / "logs").glob("*"))
    assert logs
    assert PASSWORD not in logs


@pytest.fixture(scope="module")
def mutual(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """One broker that wants a certificate of its clients."""
    folder = tmp_path_factory.mktemp("mutual")
    authority, stranger = Authority(folder, "authority"), Authority(folder, "stranger")
    security = {
        "protocol": "SSL",
        **keys_of(authority.sign("broker")),
        "ssl.client.auth": "required",
        "ssl.truststore.type": "PEM",
        "ssl.truststore.location": str(authority.certificate),
    }
    with Cluster(folder, install, 1, security) as cluster:
        yield Secured(cluster, authority, stranger)


def test_a_certificate_of_ours_lets_us_in_and_a_strangers_or_none_does_not(mutual: Secured, tmp_path: Path) -> None:
    def with_certificate(signed: Signed | None) -> Settings:
        files = {"kafka_ssl_certfile": signed.certificate, "kafka_ssl_keyfile": signed.key} if signed else {}
        return mutual.settings(tmp_path, kafka_security_protocol="SSL", kafka_sasl_mechanism="", **files)

    with Admin(with_certificate(mutual.authority.sign("us"))) as admin:
        assert admin.topics() == {}
    for wrong in (None, mutual.stranger.sign("them")):
        settings = with_certificate(wrong)
        told = refusal(partial(Admin, settings), "DOCINTAKE_KAFKA_SSL_CERTFILE")
        assert isinstance(told, Misconfigured)


def variables(settings: Settings) -> dict[str, str]:
    """The Kafka settings as DOCINTAKE_… variables."""
    return {
        f"DOCINTAKE_{name.upper()}": value.get_secret_value() if name == "kafka_sasl_password" else str(value)
        for name in Settings.model_fields
        if name.startswith(("kafka_sasl", "kafka_sec", "kafka_ssl_ca", "kafka_boot"))
        if (value := getattr(settings, name))
    }
