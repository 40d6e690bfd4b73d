"""One Kafka node of our own, for one machine and for the tests: formatted, started, waited for and stopped.

Its settings are `infra/kafka/server.properties`; its jars and Java were put under home/install by `make install`.
"""

from __future__ import annotations

import socket
import subprocess
import time
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from services.common.errors import Misconfigured, Retryable
from services.common.settings import Settings

SETTINGS_FOLDER = Path(__file__).parents[2] / "infra" / "kafka"
HOST = "127.0.0.1"
JVM = ("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
"""A small heap, and the quick compiler only: a start takes a third less, and the cores are left to the readers."""


@dataclass(frozen=True, slots=True)
class Node:
    """Where one broker lives."""

    folder: Path
    """Its data, configuration and nothing else; made when it is not there."""
    log: Path
    """Where it writes what happens."""
    java: Path
    """The Java runtime, 17 or newer."""
    jars: Path
    """Folder of Kafka's jars."""
    port: int
    """Port for clients, on the loopback address."""
    controller_port: int
    """Port for itself as controller, on the loopback address."""

    @property
    def address(self) -> str:
        """What clients are told: host:port."""
        return f"{HOST}:{self.port}"


def node(settings: Settings, install: Path) -> Node:
    """The broker that `docintake up` starts; `install` is where `make install` put Java and the jars."""
    home = settings.home.absolute()
    return Node(
        folder=settings.data / "kafka",
        log=home / "logs" / "broker.log",
        java=install / "java",
        jars=install / "kafka",
        port=settings.kafka_port,
        controller_port=settings.kafka_controller_port,
    )


def command(node: Node) -> list[str]:
    """The command that is the broker, once it is prepared."""
    return [*_java(node), "kafka.Kafka", str(_properties(node))]


def prepare(node: Node) -> None:
    """Write its configuration, and format its storage the first time.

    Raises Misconfigured where Java or the jars are missing, or the storage cannot be formatted.
    """
    if not node.java.exists() or not any(node.jars.glob("kafka_*.jar")):
        raise Misconfigured(
            f"Kafka or Java is not installed ({node.jars}, {node.java}): run `make install`"
            " / Kafka 또는 Java가 설치되어 있지 않습니다. `make install`을 실행하십시오."
        )
    storage = node.folder / "records"
    node.folder.mkdir(parents=True, exist_ok=True)
    node.log.parent.mkdir(parents=True, exist_ok=True)
    template = Template((SETTINGS_FOLDER / "server.properties").read_text())
    _properties(node).write_text(
        template.substitute(host=HOST, port=node.port, controller_port=node.controller_port, data=storage.absolute())
    )
    if not (storage / "meta.properties").exists():
        _format(node)


def wait_until_ready(node: Node, alive: Callable[[], bool], seconds: float = 40.0) -> None:
    """Return as soon as the broker takes connections; it takes them when it serves.

    Raises Retryable where `alive` turns false or the time is over; the message names its log.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not alive():
            raise Retryable(f"the broker ended while it started; see {node.log}")
        try:
            with socket.create_connection((HOST, node.port), timeout=1.0):
                return
        except OSError:
            time.sleep(0.05)
    raise Retryable(f"the broker did not answer on {node.address} within {seconds:.0f} s; see {node.log}")


class Broker:
    """A broker as a child of this process, for the tests and whoever needs one for a while. A context manager."""

    def __init__(self, node: Node) -> None:
        """Not started yet."""
        self.node = node
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it serves. Raises as `prepare` and `wait_until_ready`."""
        prepare(self.node)
        with self.node.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 # our own command
                command(self.node), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        process = self._process
        try:
            wait_until_ready(self.node, lambda: process.poll() is None)
        except Retryable:
            self.kill()
            raise

    @property
    def pid(self) -> int | None:
        """Its process, while it runs."""
        return self._process.pid if self._process else None

    def stop(self, seconds: float = 10.0) -> None:
        """Ask it to end; kill it where it does not within the time."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None

    def __enter__(self) -> Broker:
        """Starts it."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stops it."""
        self.stop()


def _format(node: Node) -> None:
    cluster = urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
    done = subprocess.run(  # noqa: S603 # our own command
        [*_java(node), "kafka.tools.StorageTool", "format", f"--cluster-id={cluster}", "-c", str(_properties(node))],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode != 0:
        told = (done.stderr or done.stdout).strip().splitlines()
        raise Misconfigured(f"the broker's storage {node.folder} cannot be formatted: {told[-1] if told else '?'}")


def _java(node: Node) -> list[str]:
    log4j = SETTINGS_FOLDER / "log4j2.properties"
    return [str(node.java), *JVM, f"-Dlog4j2.configurationFile={log4j}", "-cp", f"{node.jars}/*"]


def _properties(node: Node) -> Path:
    return node.folder / "server.properties"
