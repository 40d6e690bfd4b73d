"""Kafka clusters of the tests' own: three brokers that replicate, or one that lets in only whom it knows."""

from __future__ import annotations

import subprocess
import time
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from services.cli.ports import free_port
from services.common.kafka.admin import Admin
from services.common.settings import Settings
from services.ops.broker import SETTINGS_FOLDER
from tests.e2e.system import listens, wait_for

START_SECONDS = 120
"""Idle: 5 s. Other work on the machine makes three of them slow to agree."""
JVM = ("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
QUICK = {
    "auto.create.topics.enable": "false",
    "unclean.leader.election.enable": "false",
    "group.initial.rebalance.delay.ms": "0",
    "offsets.topic.num.partitions": "4",
    "transaction.state.log.num.partitions": "1",
    "share.coordinator.state.topic.num.partitions": "1",
    "num.network.threads": "2",
    "num.io.threads": "2",
    "num.replica.fetchers": "1",
    "background.threads": "2",
    "log.cleaner.dedupe.buffer.size": "8388608",
    "log.cleaner.threads": "1",
    "log.index.size.max.bytes": "1048576",
    "broker.session.timeout.ms": "4000",
    "broker.heartbeat.interval.ms": "500",
    "controller.quorum.election.timeout.ms": "2000",
    "controller.quorum.fetch.timeout.ms": "3000",
}
"""As infra/kafka/server.properties: small files, few threads, a dead broker noticed soon."""


class Member:
    """One broker, which is a controller too."""

    def __init__(self, number: int, folder: Path, install: Path, format_with: tuple[str, ...]) -> None:
        """`number` is its node id."""
        self.number = number
        self.port, self.controller_port, self.inner_port = free_port(), free_port(), free_port()
        self._folder = folder / f"node-{number}"
        self._install = install
        self._format_with = format_with
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """Where it writes what happens."""
        return self._folder / "broker.log"

    @property
    def alive(self) -> bool:
        """Whether its process runs."""
        return self._process is not None and self._process.poll() is None

    def format(self, cluster: str, properties: Mapping[str, str]) -> None:
        """Write its settings and format its storage."""
        self._folder.mkdir(parents=True)
        text = {**QUICK, "node.id": str(self.number), "log.dirs": str(self._folder / "records"), **properties}
        self._properties.write_text("".join(f"{name}={value}\n" for name, value in text.items()))
        words = ["kafka.tools.StorageTool", "format", f"--cluster-id={cluster}", "-c", str(self._properties)]
        done = subprocess.run([*self._java, *words, *self._format_with], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> None:
        """Start it; it serves a little later."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java, "kafka.Kafka", str(self._properties)], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """SIGKILL."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    @property
    def _properties(self) -> Path:
        return self._folder / "server.properties"

    @property
    def _java(self) -> list[str]:
        log4j = f"-Dlog4j2.configurationFile={SETTINGS_FOLDER / 'log4j2.properties'}"
        return [str(self._install / "java"), *JVM, log4j, "-cp", f"{self._install / 'kafka'}/*"]


class Cluster:
    """Brokers that are one cluster. A context manager."""

    def __init__(
        self,
        folder: Path,
        install: Path,
        size: int,
        security: Mapping[str, str] | None = None,
        format_with: tuple[str, ...] = (),
    ) -> None:
        """`security` are broker properties of the listener CLIENTS and its protocol; none: PLAINTEXT."""
        self.members = [Member(number, folder, install, format_with) for number in range(1, size + 1)]
        self._security = dict(security or {})

    @property
    def bootstrap(self) -> str:
        """What DOCINTAKE_KAFKA_BOOTSTRAP_SERVERS would be."""
        return ",".join(f"127.0.0.1:{member.port}" for member in self.members)

    def __enter__(self) -> Cluster:
        """Formats and starts all."""
        cluster = urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        with ThreadPoolExecutor() as several:
            list(several.map(lambda member: member.format(cluster, self._properties(member)), self.members))
        try:
            for member in self.members:
                member.start()
            self.wait_until_serving()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Ends all; what they hold is the test's."""
        for member in self.members:
            member.kill()

    def wait_until_serving(self) -> None:
        """Until every living member takes connections."""
        for member in self.members:
            if member.alive:
                answers = wait_for(partial(listens, member.port), START_SECONDS)
                assert answers, member.log.read_text()[-2_000:]

    def leader_of(self, settings: Settings, topic: str) -> Member:
        """The living member that leads most partitions of `topic`."""
        leaders = self.leaders(settings, topic)
        return self.members[max(leaders, key=leaders.count) - 1]

    def leaders(self, settings: Settings, topic: str) -> list[int]:
        """The node that leads each partition of `topic`."""
        with Admin(settings) as admin:
            (described,) = admin._client.describe_topics([topic])
        return [partition["leader_id"] for partition in described["partitions"]]

    def wait_until_in_sync(self, settings: Settings, seconds: float = 60.0) -> None:
        """Until every partition has all its replicas again."""
        deadline = time.monotonic() + seconds
        while True:
            with Admin(settings) as admin:
                described = admin._client.describe_topics()
            behind = [
                (topic["name"], partition["partition_index"])
                for topic in described
                for partition in topic["partitions"]
                if len(partition["isr_nodes"]) < len(partition["replica_nodes"])
            ]
            if not behind:
                return
            assert time.monotonic() < deadline, behind
            time.sleep(0.2)

    def _properties(self, member: Member) -> dict[str, str]:
        copies = str(len(self.members))
        enough = "2" if len(self.members) >= 3 else "1"
        voters = ",".join(f"{one.number}@127.0.0.1:{one.controller_port}" for one in self.members)
        protocol = self._security.get("protocol", "PLAINTEXT")
        return {
            "process.roles": "broker,controller",
            "controller.quorum.voters": voters,
            "listeners": f"CLIENTS://127.0.0.1:{member.port},INNER://127.0.0.1:{member.inner_port},"
            f"CONTROLLER://127.0.0.1:{member.controller_port}",
            "advertised.listeners": f"CLIENTS://127.0.0.1:{member.port},INNER://127.0.0.1:{member.inner_port}",
            "listener.security.protocol.map": f"CLIENTS:{protocol},INNER:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name": "INNER",
            "controller.listener.names": "CONTROLLER",
            "offsets.topic.replication.factor": copies,
            "transaction.state.log.replication.factor": copies,
            "transaction.state.log.min.isr": enough,
            "share.coordinator.state.topic.replication.factor": copies,
            "share.coordinator.state.topic.min.isr": enough,
            "default.replication.factor": copies,
            "min.insync.replicas": enough,
            **{name: value for name, value in self._security.items() if name != "protocol"},
        }
