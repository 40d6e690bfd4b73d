"""A whole docintake as a child of the tests: `docintake up` or `docintake demo` on free ports, with data of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import psutil
from kafka import KafkaConsumer, TopicPartition

from demo.portal import Portal
from demo.staff import Staff

ROOT = Path(__file__).parents[2]
START_SECONDS = 120.0
STOP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Record:
    """One record as the broker holds it."""

    topic: str
    """Its topic."""
    key: bytes | None
    """Its key."""
    value: bytes | None
    """Its value, decompressed."""
    headers: tuple[tuple[str, bytes], ...]
    """Its headers."""


class System:
    """`docintake up` on `home`. A context manager; ports are free ones."""

    def __init__(self, home: Path, **settings: str) -> None:
        """`home` holds the data and a link to the installs; `settings` are further DOCINTAKE_… variables."""
        self.home = home
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> System:
        """Starts it, and waits until it serves a portal."""
        log = self.home / "up.log"
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                docintake("up"), cwd=ROOT, env=environment(self.home, **self._settings), stdout=output, stderr=output
            )
        process = self._process
        wait_for(lambda: self.serves() or process.poll() is not None, START_SECONDS)
        if not self.serves():
            self.__exit__()
            raise AssertionError(f"docintake up did not start:\n{log.read_text()}")
        self.portal = Portal(self.address, self.secret("portal.key"))
        self.portal.wait_until_serving(START_SECONDS)
        return self

    def __exit__(self, *_: object) -> None:
        """Stops it."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(STOP_SECONDS)

    @cached_property
    def staff(self) -> Staff:
        """Somebody at the staff console."""
        return Staff(self.address, self.secret("staff.password"))

    @property
    def address(self) -> str:
        """Where the web pages are."""
        return f"http://127.0.0.1:{self.port('port')}"

    @property
    def bootstrap(self) -> str:
        """Where Kafka is."""
        return f"127.0.0.1:{self.port('kafka_port')}"

    def port(self, setting: str) -> int:
        """The port that was chosen for `setting`."""
        return int(self._word()["ports"][setting])

    def secret(self, file: str) -> str:
        """What the first start wrote to home/`file`."""
        return (self.home / file).read_text().strip()

    def serves(self) -> bool:
        """Whether the web server takes connections."""
        return "web" in self.pids() and listens(self.port("port"))

    def pid(self, name: str) -> int:
        """The process of `broker`, `reading` … as it is now."""
        return self.pids()[name]

    def pids(self) -> dict[str, int]:
        """Every process by name, as it is now."""
        return {str(one["name"]): int(one["pid"]) for one in self._word().get("processes", ())}

    def restarts(self, name: str) -> int:
        """How often that process was started again."""
        return next(int(one["restarts"]) for one in self._word()["processes"] if one["name"] == name)

    def records(self, *topics: str) -> list[Record]:
        """Every record of the topics (of all topics, Kafka's own too, where none is named), in order."""
        return list(read_topics(self.bootstrap, *topics))

    def _word(self) -> Mapping[str, Any]:
        try:
            word: Mapping[str, Any] = json.loads((self.home / "run" / "up.json").read_text())
        except FileNotFoundError:
            return {}
        return word


def docintake(*words: str) -> list[str]:
    """The command line."""
    return [sys.executable, "-m", "services.cli.main", *words]


def environment(home: Path, **settings: str) -> dict[str, str]:
    """The environment of a docintake on `home`, on free ports."""
    ports = {f"DOCINTAKE_{name}": "0" for name in ("PORT", "METRICS_PORT", "KAFKA_PORT", "KAFKA_CONTROLLER_PORT")}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("DOCINTAKE_")}
    return {**inherited, **ports, "DOCINTAKE_HOME": str(home), "PYTHONPATH": str(ROOT), **settings}


def read_topics(bootstrap: str, *topics: str) -> Iterator[Record]:
    """Every record of the topics, from the first offset to the last there is now."""
    consumer: Any = KafkaConsumer(bootstrap_servers=bootstrap, enable_auto_commit=False, client_id="e2e")
    try:
        names = topics or sorted(consumer.topics())
        places = [TopicPartition(topic, number) for topic in names for number in consumer.partitions_for_topic(topic)]
        ends = {place: end for place, end in consumer.end_offsets(places).items() if end}
        consumer.assign(list(ends))
        consumer.seek_to_beginning()
        while any(consumer.position(place) < end for place, end in ends.items()):
            for records in consumer.poll(timeout_ms=500).values():
                for record in records:
                    yield Record(record.topic, record.key, record.value, tuple(record.headers or ()))
    finally:
        consumer.close()


def listens(port: int) -> bool:
    """Whether somebody takes connections on a loopback port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=0.5):
            return True
    except OSError:
        return False


def kill_tree(pid: int) -> None:
    """SIGKILL a process and all that it started, at once."""
    parent = psutil.Process(pid)
    for process in [parent, *parent.children(recursive=True)]:
        process.kill()


def wait_for(condition: Callable[[], object], seconds: float) -> bool:
    """Whether `condition` became true within the time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
