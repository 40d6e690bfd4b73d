"""`python -m bench`: starts a docintake of its own on free ports, measures it, prints tables.

--scans N    scans and digital PDFs measured alone (default 24)
--batch N    pages read at once (default 40)
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from bench import measures, rules
from bench.measures import Latency, Throughput
from bench.memory import MIB, Footprint, Watch
from bench.people import candidates
from tests.e2e.system import ROOT, System

REJUDGED, VERSIONS = 12, 50


def main() -> None:
    """Measure and print."""
    options = _options()
    console = Console(width=None if Console().is_terminal else 100)
    with tempfile.TemporaryDirectory(prefix="docintake-bench-") as folder:
        home = Path(folder)
        (home / "install").symlink_to((ROOT / os.environ.get("DOCINTAKE_HOME", ".docintake")).absolute() / "install")
        console.print("drawing papers, starting docintake · 준비 중")
        scans = candidates("scan", options.scans, digital=False)
        digitals = candidates("digital", options.scans, digital=True)
        batch = candidates("batch", options.batch, digital=False)
        again = candidates("again", REJUDGED, digital=True)
        console.print(_machine())
        with System(home, DOCINTAKE_REQUESTS_PER_SECOND="100000") as system, Watch(system.pids) as watch:
            console.print("one scan after the other")
            scan = measures.latency(system.portal, scans)
            console.print("one digital PDF after the other")
            digital = measures.latency(system.portal, digitals)
            console.print("many scans at once")
            pages = measures.pages(system.portal, batch)
            console.print("new declarations, judged and scored again without reading")
            before = len(system.records(*measures.EVENT_TOPICS))
            seconds = measures.rejudge(system.portal, again, VERSIONS)
            events = Throughput(len(system.records(*measures.EVENT_TOPICS)) - before, seconds)
    console.print("scoring and selecting · 채점과 선발")
    rules.show(console)
    console.print(_machine())
    console.print(_speed(scan, digital, pages, events))
    console.print(_memory(watch))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures a docintake on this machine.")
    parser.add_argument("--scans", type=int, default=24, help="scans and digital PDFs measured alone")
    parser.add_argument("--batch", type=int, default=40, help="pages read at once")
    return parser.parse_args()


def _machine() -> str:
    """Cores, memory, and the load: what else runs here spoils every figure."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB; load {load}"


def _speed(scan: Latency, digital: Latency, pages: Throughput, events: Throughput) -> Table:
    table = Table("measure", "result", "goal", title="Speed", title_justify="left")
    for name, one, goal in (("one-page scan", scan, "p50 ≤ 3 s"), ("digital PDF", digital, "p50 ≤ 1.5 s")):
        told = f"p50 {one.p50:.2f} s, p95 {one.p95:.2f} s"
        table.add_row(f"idle upload → verdict, {name} ({len(one.seconds)})", told, goal)
        table.add_row("", ", ".join(f"{count} {status}" for status, count in one.statuses.most_common()), "")
    table.add_row(f"scans read at once ({pages.count})", f"{pages.rate:.2f} pages/s", "")
    table.add_row(
        f"declared → judged → scored again ({events.count} events in {events.seconds:.1f} s)",
        f"{events.rate:.0f} events/s",
        "",
    )
    return table


def _memory(watch: Watch) -> Table:
    table = Table("process", "PSS, MiB", "RSS, MiB", "goal", title="Memory at its highest", title_justify="left")
    for name, taken in watch.highest.items():
        if name != "broker":
            table.add_row(name, *_mib(taken), "")
    table.add_section()
    table.add_row("all services at one moment", *_mib(watch.highest_services), "≤ 1536")
    if (broker := watch.highest.get("broker")) is not None:
        table.add_row("broker", *_mib(broker), "≤ 614")
    return table


def _mib(taken: Footprint) -> tuple[str, str]:
    return f"{taken.pss / MIB:.0f}", f"{taken.rss / MIB:.0f}"


if __name__ == "__main__":
    main()
