"""`python -m bench.uploads`: one-page scans a second at intake, what they cost, and whether memory stays flat.

--count N     uploads (default 2000)
--senders N   portals that send at once (default 8)
--reading     let the readers work too; without it they are stopped, and only intake is measured
"""

from __future__ import annotations

import argparse
import itertools
import os
import signal
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from bench.memory import MIB, footprint
from bench.people import Candidate, candidates
from tests.e2e import system as systems
from tests.e2e.system import ROOT, System

PAPERS = 8
"""Different scans; every upload is another file all the same, by a comment in its header."""
STEPS = 10
IDLE_SECONDS = 15.0
WARM_UP = 1_000_000
"""Numbers of uploads that are not measured."""
GOAL = 20.0


@dataclass(frozen=True, slots=True)
class Step:
    """After so many uploads."""

    uploads: int
    """In all."""
    rate: float
    """Uploads a second in this step."""
    pss: dict[str, float]
    """Process → MiB, children included."""


def main() -> None:
    """Measure and print."""
    options = _options()
    systems.START_SECONDS = 300.0  # figures are wanted on a busy machine too
    console = Console(width=None if Console().is_terminal else 140)
    with tempfile.TemporaryDirectory(prefix="docintake-bench-") as folder:
        home = Path(folder)
        (home / "install").symlink_to((ROOT / os.environ.get("DOCINTAKE_HOME", ".docintake")).absolute() / "install")
        console.print("drawing papers, starting docintake · 준비 중")
        papers = candidates("paper", PAPERS, digital=False)
        with System(home, DOCINTAKE_REQUESTS_PER_SECOND="100000") as system, _readers(system, working=options.reading):
            for number in range(PAPERS):  # what a start costs is no upload's, and not idling either
                _send(system, papers, WARM_UP + number)
            idle = _idle(system)
            load, before, began = os.getloadavg(), _cpu(system), time.monotonic()
            steps = list(_measure(system, papers, options.count, options.senders))
            seconds, after = time.monotonic() - began, _cpu(system)
    size = sum(len(paper.content) for paper in papers) / len(papers) / 1024
    console.print(f"load before: {', '.join(f'{one:.1f}' for one in load)}; {size:.0f} KiB a scan")
    console.print(_memory(steps))
    console.print(_cost(before, after, idle, options.count, seconds))


def _measure(system: System, papers: Sequence[Candidate], count: int, senders: int) -> Iterator[Step]:
    """The uploads in steps; each yields its rate, and the memory after it."""
    numbers = itertools.count()
    size = max(1, count // STEPS)
    with ThreadPoolExecutor(senders) as sending:
        for done in range(size, count + 1, size):
            began = time.monotonic()
            list(sending.map(lambda number: _send(system, papers, number), itertools.islice(numbers, size)))
            rate = size / (time.monotonic() - began)
            yield Step(done, rate, {name: footprint(pid).pss / MIB for name, pid in system.pids().items()})


def _send(system: System, papers: Sequence[Candidate], number: int) -> None:
    paper = papers[number % len(papers)]
    content = _marked(paper.content, number)
    system.portal.upload(f"upload-{number}", "2019-grade5", "claim", paper.kind, "paper", content)


def _marked(jpeg: bytes, number: int) -> bytes:
    """The same picture as another file: with a comment after the start of image."""
    comment = f"upload {number}".encode()
    return jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[2:]


@contextmanager
def _readers(system: System, *, working: bool) -> Iterator[None]:
    """The reading service, stopped (SIGSTOP) while the block runs unless it is to work."""
    reading = psutil.Process(system.pid("reading"))
    processes = [] if working else [reading, *reading.children(recursive=True)]
    for process in processes:
        process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            process.send_signal(signal.SIGCONT)


def _cpu(system: System) -> dict[str, float]:
    """Seconds of processor time: of each process, of the inspecting children apart, and of the senders."""
    used = {name: _used(psutil.Process(pid)) for name, pid in system.pids().items()}
    web = psutil.Process(system.pid("web"))
    ended = web.cpu_times()  # a child is replaced after some hundred files
    used["web: inspecting child"] = sum(_used(child) for child in web.children(recursive=True))
    used["web: inspecting child"] += ended.children_user + ended.children_system
    used["the senders (this command)"] = _used(psutil.Process())
    return used


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def _idle(system: System) -> dict[str, float]:
    """Share of a core that each process takes while nothing comes in: polls, heartbeats."""
    began, before = time.monotonic(), _cpu(system)
    time.sleep(IDLE_SECONDS)
    after = _cpu(system)
    return {name: (after[name] - before.get(name, 0.0)) / (time.monotonic() - began) for name in after}


def _cost(
    before: dict[str, float], after: dict[str, float], idle: dict[str, float], count: int, seconds: float
) -> Table:
    """Processor time an upload over what each process takes anyway."""
    table = Table("process", "CPU ms an upload", "% of a core when idle", title="What it costs", title_justify="left")
    spent = {name: max(0.0, after[name] - before.get(name, 0.0) - idle[name] * seconds) * 1000 / count for name in idle}
    for name, milliseconds in sorted(spent.items(), key=lambda one: -one[1]):
        table.add_row(name, f"{milliseconds:.1f}", f"{100 * idle[name]:.1f}")
    for shares in (spent, idle):
        shares.pop("the senders (this command)")
    ours, always, cores = sum(spent.values()), sum(idle.values()), os.cpu_count() or 1
    table.add_section()
    table.add_row("all but the senders", f"{ours:.1f}", f"{100 * always:.1f}")
    table.add_row(f"uploads/s in {seconds:.0f} s (goal ≥ {GOAL:g})", f"{count / seconds:.1f}")
    table.add_row(f"uploads/s that {cores} cores of their own allow", f"{1000 * (cores - always) / ours:.0f}")
    return table


def _memory(steps: Sequence[Step]) -> Table:
    names = list(steps[0].pss)
    table = Table("uploads", "a second", *names, title="PSS in MiB, children included", title_justify="left")
    for step in steps:
        taken = [f"{step.pss.get(name, 0.0):.0f}" for name in names]
        table.add_row(str(step.uploads), f"{step.rate:.1f}", *taken)
    return table


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.uploads", description="Measures intake on this machine.")
    parser.add_argument("--count", type=int, default=2000, help="uploads")
    parser.add_argument("--senders", type=int, default=8, help="portals that send at once")
    parser.add_argument("--reading", action="store_true", help="let the readers work too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
