"""The live system: broker, wire and services as real processes, each started again soon after it ends.

    services ──► wire (cut, frozen, slowed) ──► broker        home/data/{blobs,db,kafka}: small file systems

Started as on a cluster, one `docintake run SERVICE` a process: `docintake up` would wait longer and longer before it
starts again what is killed every few seconds. Everything is spawned from the main thread, and ends with it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from chaos.network import Wire
from chaos.plan import SERVICES
from services.cli.ports import free_port
from services.common.settings import Settings
from services.ops import broker

ROOT = Path(__file__).parents[1]
RESTART_SECONDS = 0.5
START_SECONDS = 120.0
MIB = 1024 * 1024
SIZES = {"blobs": 1024, "db": 384, "kafka": 1024}
"""MiB of each small file system."""


@dataclass(slots=True)
class Kept:
    """A process that is kept running."""

    command: tuple[str, ...]
    """What to run."""
    process: subprocess.Popen[bytes]
    """Its process, running or ended."""
    due: float | None = None
    """When it is started again, on the monotonic clock; None while it runs."""


class Live:
    """One system on a home folder of its own. A context manager."""

    def __init__(self, home: Path, install: Path, say: Callable[[str], None]) -> None:
        """`install` is where `make install` put Java and Kafka."""
        self.home = home
        self._install = install
        self._say = say
        ports = {name: free_port() for name in ("port", "metrics_port", "kafka_port", "kafka_controller_port", "wire")}
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DOCINTAKE_")},
            "DOCINTAKE_HOME": str(home),
            "DOCINTAKE_PORT": str(ports["port"]),
            "DOCINTAKE_METRICS_PORT": str(ports["metrics_port"]),
            "DOCINTAKE_KAFKA_BOOTSTRAP_SERVERS": f"127.0.0.1:{ports['wire']}",
            "DOCINTAKE_KAFKA_PARTITIONS": "3",
            "PYTHONPATH": str(ROOT),
            "OMP_THREAD_LIMIT": "1",
        }
        self.settings = Settings(
            home=home,
            port=ports["port"],
            metrics_port=ports["metrics_port"],
            kafka_bootstrap_servers=f"127.0.0.1:{ports['wire']}",
            kafka_partitions=3,
        )
        own = self.settings.model_copy(
            update={"kafka_port": ports["kafka_port"], "kafka_controller_port": ports["kafka_controller_port"]}
        )
        self._node = broker.node(own, install)
        self.wire = Wire(ports["wire"], ports["kafka_port"])
        self._wire_port = ports["wire"]
        self._kept: dict[str, Kept] = {}
        self._leaving: list[subprocess.Popen[bytes]] = []
        self.mounted = False

    @property
    def address(self) -> str:
        """Where the portal's API is."""
        return f"http://127.0.0.1:{self.settings.port}"

    def secret(self, file: str) -> str:
        """What the first start wrote to home/`file`."""
        return (self.home / file).read_text().strip()

    def __enter__(self) -> Live:
        """Starts everything, and waits until the portal is served."""
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Ends everything; the data stay until the mounts go with this process."""
        processes = [*self._leaving, *(kept.process for kept in self._kept.values())]
        for process in processes:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.terminate()
        deadline = time.monotonic() + 8.0
        for process in processes:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.wire.__exit__()

    def _start(self) -> None:
        self.mounted = self._mount()
        self.wire.__enter__()
        broker.prepare(self._node)
        self._advertise_the_wire()
        self.keep("broker", tuple(broker.command(self._node)))
        broker.wait_until_ready(self._node, lambda: self.alive("broker"), START_SECONDS)
        self._once("topics", "apply")
        self._once("migrate")
        for service in SERVICES:
            self.keep(service, _docintake("run", service))
        deadline = time.monotonic() + START_SECONDS
        while not self.serves():
            self.tend()
            if time.monotonic() > deadline:
                raise RuntimeError(f"the portal is not served; see {self._log('web')}")
            time.sleep(0.1)

    def keep(self, name: str, command: tuple[str, ...]) -> None:
        """Start a process, and start it again whenever it ends."""
        self._kept[name] = Kept(command, self._spawn(name, command))

    def add(self, name: str, service: str) -> None:
        """Start one more process of a service."""
        self.keep(name, _docintake("run", service))

    def remove(self, name: str, number: signal.Signals) -> None:
        """End such a process, and let it rest; it is waited for while others are tended."""
        kept = self._kept.pop(name)
        if kept.process.poll() is None:
            kept.process.send_signal(number)
            self._leaving.append(kept.process)

    def tend(self) -> None:
        """Start again what has ended; called many times a second."""
        now = time.monotonic()
        self._leaving = [process for process in self._leaving if process.poll() is None]
        for name, kept in self._kept.items():
            if kept.due is None:
                if kept.process.poll() is not None:
                    kept.due = now + RESTART_SECONDS
            elif now >= kept.due:
                kept.process, kept.due = self._spawn(name, kept.command), None

    def alive(self, name: str) -> bool:
        """Whether that process runs."""
        return self._kept[name].process.poll() is None

    def signal(self, name: str, number: signal.Signals) -> bool:
        """Send a signal to a process; False where it does not run at this moment."""
        kept = self._kept[name]
        if kept.process.poll() is not None:
            return False
        kept.process.send_signal(number)
        return True

    def readers(self) -> list[psutil.Process]:
        """The processes of the reading pool."""
        try:
            children = psutil.Process(self._kept["reading"].process.pid).children()
            return [child for child in children if "spawn_main" in " ".join(child.cmdline())]
        except psutil.Error:
            return []

    def serves(self) -> bool:
        """Whether the web server takes connections."""
        try:
            with socket.create_connection(("127.0.0.1", self.settings.port), timeout=0.5):
                return True
        except OSError:
            return False

    def _mount(self) -> bool:
        """File systems of our own where we may mount (see `__main__`): elsewhere a full disk cannot be had."""
        for name, size in SIZES.items():
            folder = self.settings.data / name
            folder.mkdir(parents=True, exist_ok=True)
            if not mounts("-t", "tmpfs", "-o", f"size={size}m", "docintake-chaos", str(folder)):
                return False
        return True

    def _advertise_the_wire(self) -> None:
        """Clients must come back by the wire, whatever address the broker listens on."""
        path = self._node.folder / "server.properties"
        lines = path.read_text().splitlines()
        kept = [line for line in lines if not line.startswith("advertised.listeners")]
        path.write_text("\n".join([*kept, f"advertised.listeners=PLAINTEXT://127.0.0.1:{self._wire_port}", ""]))

    def _once(self, *words: str) -> None:
        done = subprocess.run(
            _docintake(*words),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"docintake {' '.join(words)}: {(done.stdout + done.stderr)[-2000:]}")

    def _log(self, name: str) -> Path:
        return self.home / "logs" / f"{name}.log"

    def _spawn(self, name: str, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
        log = self._log(name)
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            return subprocess.Popen(
                command,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=self.environment,
                start_new_session=True,
                preexec_fn=_end_with_parent(),
            )


def mounts(*words: str) -> bool:
    """Whether `mount` did what the words say."""
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0


def free_bytes(folder: Path) -> int:
    """Bytes that can still be written there."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def _docintake(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "services.cli.main", *words)


def _end_with_parent() -> Callable[[], None]:
    """Runs in the child: Linux kills it when the main thread that spawned it is gone."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask() -> None:
        prctl(1, signal.SIGKILL)

    return ask
