"""The parent of all processes: restarts, order of stopping, and nothing left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from services.cli import supervisor as module
from services.cli.supervisor import Program, Supervisor, pause_after
from services.common.errors import Misconfigured

ROOT = Path(__file__).parents[3]
OBEDIENT = """
import signal, sys, time
def end(*_):
    print(sys.argv[1], flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("ready", flush=True)
time.sleep(60)
"""
DEAF = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('ready', flush=True)\ntime.sleep(60)"


def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def supervisor(told: list[str]) -> Iterator[Supervisor]:
    made = Supervisor(os.environ, told.append)
    yield made
    for child in made.children.values():
        child.process.kill()
        child.process.wait()


def program(folder: Path, name: str, code: str, wave: int = 1, log: str = "") -> Program:
    return Program(name, (sys.executable, "-c", code, name), folder / (log or f"{name}.log"), wave)


def ready(supervisor: Supervisor) -> None:
    logs = [child.program.log for child in supervisor.children.values()]
    until(lambda: sum(log.read_text().count("ready") for log in set(logs)) == len(logs))


def test_a_crashed_program_is_started_again_and_told_about(
    supervisor: Supervisor, told: list[str], tmp_path: Path
) -> None:
    supervisor.start(program(tmp_path, "reading", OBEDIENT))
    ready(supervisor)
    first = supervisor.children["reading"].process.pid
    os.kill(first, signal.SIGKILL)
    until(lambda: supervisor.tend() and supervisor.children["reading"].restarts == 1)
    assert supervisor.alive("reading")
    assert supervisor.children["reading"].process.pid != first
    assert told == [f"reading ended (signal SIGKILL); again in 0.5 s. Its log: {tmp_path / 'reading.log'}"]


def test_pauses_grow_with_every_crash_in_a_row_up_to_half_a_minute() -> None:
    assert [pause_after(crashes) for crashes in (1, 2, 3, 4, 7, 100)] == [0.5, 1, 2, 4, 30, 30]


def test_a_program_that_says_a_setting_is_wrong_is_not_started_again(supervisor: Supervisor, tmp_path: Path) -> None:
    supervisor.start(program(tmp_path, "web", "import sys\nprint('docintake: the key is too short')\nsys.exit(78)"))
    with pytest.raises(Misconfigured, match="web cannot start: docintake: the key is too short"):
        until(supervisor.tend)


def test_programs_are_stopped_wave_by_wave(supervisor: Supervisor, tmp_path: Path) -> None:
    for name, wave in (("broker", 2), ("web", 0), ("reading", 1)):
        supervisor.start(program(tmp_path, name, OBEDIENT, wave, log="all.log"))
    ready(supervisor)
    supervisor.stop()
    assert (tmp_path / "all.log").read_text().split() == ["ready"] * 3 + ["web", "reading", "broker"]


def test_a_program_deaf_to_sigterm_is_killed_in_time(
    supervisor: Supervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAVE_SECONDS", 0.2)
    monkeypatch.setattr(module, "STOP_SECONDS", 0.5)
    monkeypatch.setattr(module, "LAST_WAVE_SECONDS", 0.3)
    for name, wave in (("web", 0), ("reading", 1), ("broker", 2)):
        supervisor.start(program(tmp_path, name, DEAF, wave))
    ready(supervisor)
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 3
    assert all(child.process.returncode == -signal.SIGKILL for child in supervisor.children.values())


def test_all_waves_together_take_less_than_ten_seconds() -> None:
    assert module.STOP_SECONDS + module.LAST_WAVE_SECONDS < 10


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux's")
def test_children_end_when_the_parent_is_killed(tmp_path: Path) -> None:
    parent = f"""
import os, sys, time
from pathlib import Path
from services.cli.supervisor import Program, Supervisor
s = Supervisor(os.environ, print)
s.start(Program("child", (sys.executable, "-c", {OBEDIENT!r}, "child"), Path({str(tmp_path)!r}) / "child.log", 1))
print(s.children["child"].process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        child = psutil.Process(int(process.stdout.readline()))
        until(lambda: (tmp_path / "child.log").read_text().startswith("ready"))
        process.kill()
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
    assert "child" in (tmp_path / "child.log").read_text()


def test_a_log_that_grew_too_long_is_set_aside(
    supervisor: Supervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOG_LIMIT", 10)
    (tmp_path / "ops.log").write_text("an old and long log")
    supervisor.start(program(tmp_path, "ops", "print('new')"))
    until(lambda: "new" in (tmp_path / "ops.log").read_text())
    assert (tmp_path / "ops.old.log").read_text() == "an old and long log"
