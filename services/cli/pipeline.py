"""The whole pipeline on one machine: broker, topics, databases, services, each when what it needs is there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from services.cli.ports import with_ports
from services.cli.running import Process, alone, leave_word
from services.cli.supervisor import EXIT_MISCONFIGURED, Program, Supervisor
from services.common.errors import DocintakeError, Misconfigured, Retryable
from services.common.kafka.admin import Admin
from services.common.settings import Settings
from services.ops import broker, topics

ROOT = Path(__file__).parents[2]
WAVES = {"web": 0, "broker": 2}
"""The portal's door closes first, the broker goes last, all else between."""
WEB_SECONDS = 60.0
MIGRATE_SECONDS = 120.0
PORTS = ("port", "metrics_port", "kafka_port", "kafka_controller_port")

Say = Callable[[str], None]
"""Tells the person at the terminal one line."""


@dataclass(slots=True)
class Pipeline:
    """A pipeline that serves."""

    settings: Settings
    """As it runs: ports chosen, home absolute."""
    home: Path
    """Where it leaves word of itself; the demo's data lie in a folder below."""
    supervisor: Supervisor
    """Its processes."""

    def tend(self) -> None:
        """Keep every process running; call it a few times a second. Raises Misconfigured where one never can."""
        if self.supervisor.tend():
            self.leave_word()

    def leave_word(self) -> None:
        """Write down what runs, for `docintake status` and `docintake down`."""
        children = self.supervisor.children.values()
        leave_word(
            self.home,
            self.settings.home,
            {name: getattr(self.settings, name) for name in PORTS},
            tuple(Process(child.program.name, child.process.pid, child.restarts) for child in children),
        )


@contextmanager
def pipeline(
    settings: Settings, services: tuple[str, ...], say: Say, hurry: Callable[[], bool], data: str = ""
) -> Iterator[Pipeline]:
    """The pipeline, serving inside the block, stopped when it is left.

    `data` names a folder below home for its state; empty: home itself. `hurry` turns true when a person wants the
    stopping cut short. Raises Misconfigured where a port is taken, something is not installed, or docintake already
    runs on this home.
    """
    home = settings.home.absolute()
    with alone(home):
        own = with_ports(settings.model_copy(update={"home": home / data}))
        supervisor = Supervisor(environment(own), say)
        try:
            yield _start(Pipeline(own, home, supervisor), services, say)
        finally:
            if supervisor.children:
                say("stopping · 멈추는 중")
                supervisor.stop(hurry)


def _start(serving: Pipeline, services: tuple[str, ...], say: Say) -> Pipeline:
    began = time.monotonic()
    settings, supervisor = serving.settings, serving.supervisor
    if settings.starts_broker:
        _start_broker(serving)
    migrating = subprocess.Popen(  # noqa: S603 # our own command
        _docintake("migrate"), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(settings)
    )
    try:
        if settings.starts_broker:
            broker.wait_until_ready(_node(serving), lambda: supervisor.alive("broker"))
            say(f"broker   {settings.bootstrap_servers}  {time.monotonic() - began:.1f} s")
        _apply_topics(settings, say)
        _finish_migrating(migrating)
    finally:
        migrating.kill()
        migrating.wait()
    for service in services:
        supervisor.start(_program(settings, service))
    serving.leave_word()
    _wait_for_web(serving)
    say(f"services {' '.join(services)}  {time.monotonic() - began:.1f} s")
    return serving


def _start_broker(serving: Pipeline) -> None:
    node = _node(serving)
    broker.prepare(node)
    serving.supervisor.start(Program("broker", tuple(broker.command(node)), node.log, WAVES["broker"]))
    serving.leave_word()


def _apply_topics(settings: Settings, say: Say) -> None:
    with Admin(settings) as admin:
        wanted = topics.wanted(settings.kafka_partitions, settings.kafka_replication_factor)
        mended, left = topics.apply(admin, wanted)
    say(f"topics   {len(wanted)}, {len(mended)} made or changed")
    for one in left:
        say(f"         {one.topic}: {one.kind}: wanted {one.wanted or 'nothing'}, found {one.found}")


def _finish_migrating(migrating: subprocess.Popen[bytes]) -> None:
    try:
        _, errors = migrating.communicate(timeout=MIGRATE_SECONDS)
    except subprocess.TimeoutExpired:
        raise Retryable(f"the databases were not migrated within {MIGRATE_SECONDS:.0f} s") from None
    if migrating.returncode != 0:
        told = errors.decode(errors="replace").strip().splitlines()
        kind = Misconfigured if migrating.returncode == EXIT_MISCONFIGURED else DocintakeError
        raise kind(f"the databases cannot be migrated: {told[-1] if told else '?'}")


def _wait_for_web(serving: Pipeline) -> None:
    """Until the web server takes connections."""
    settings = serving.settings
    deadline = time.monotonic() + WEB_SECONDS
    while time.monotonic() < deadline:
        serving.tend()
        try:
            with socket.create_connection((settings.host, settings.port), timeout=1.0):
                return
        except OSError:
            time.sleep(0.1)
    raise Retryable(f"the web server did not answer within {WEB_SECONDS:.0f} s; see {_log(settings, 'web')}")


def _node(serving: Pipeline) -> broker.Node:
    return broker.node(serving.settings, serving.home / "install")


def _program(settings: Settings, service: str) -> Program:
    return Program(service, tuple(_docintake("run", service)), _log(settings, service), WAVES.get(service, 1))


def _log(settings: Settings, name: str) -> Path:
    return settings.home / "logs" / f"{name}.log"


def _docintake(*words: str) -> list[str]:
    return [sys.executable, "-m", "services.cli.main", *words]


def environment(settings: Settings) -> dict[str, str]:
    """The children's environment: ours, with the settings that were worked out here."""
    names = (*PORTS, "home", *(["announcements"] if settings.announcements else []))
    chosen = {f"DOCINTAKE_{name.upper()}": str(getattr(settings, name)) for name in names}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, **chosen, "PYTHONPATH": path}
