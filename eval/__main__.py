"""`python -m eval`: draws papers, reads and judges them, prints and writes what came out. See `--help`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from eval import floors, memory, options, page, plan, terminal, throughput
from eval.crew import examined
from eval.examining import Examined, Wish
from eval.failures import MOST_OF_ONE
from eval.goals import goals
from eval.tables import tables


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a floor of the quick run is broken, or a paper broke the reader."""
    asked = options.parse(arguments)
    out = terminal.console()
    out.print(f"seed {asked.seed} · again with --seed {asked.seed}")
    if asked.memory:
        return memory.show(out, asked.memory, asked.seed, asked.engine)
    if asked.processes:
        return throughput.show(out, asked.processes, asked.seed, asked.engine)
    began = time.monotonic()
    try:
        cases = plan.quick(asked.seed) if asked.quick else plan.plan(asked.seed, options.scope(asked))
    except ValueError as error:
        out.print(f"[red]{error}[/]")
        return 2
    wish = Wish(asked.near_misses, not (asked.no_baseline or asked.quick), asked.open_sealed)
    found: list[Examined] = []
    try:
        for one in terminal.watched(out, examined(cases, wish, asked.engine, asked.workers), len(cases)):
            found.append(one)
    except KeyboardInterrupt:
        out.print(f"stopped: {len(found)} of {len(cases)} papers are reported")
    minutes = (time.monotonic() - began) / 60
    reached, drawn = goals(found, asked.engine), tables(found)
    terminal.show_tables(out, [table for table in drawn if not asked.quick or table.title in _QUICK_TABLES])
    terminal.show_goals(out, reached)
    folder = Path(os.environ.get("DOCINTAKE_HOME") or ".docintake") / "eval" / str(asked.seed)
    out.print(f"report: {page.write(folder, _about(asked, found, minutes), reached, drawn, found)}")
    return _against_floors(out, found) if asked.quick else int(any(one.broke for one in found))


_QUICK_TABLES = (
    "Papers with their right declaration",
    "Near-miss declarations",
    "Fields by group",
    "Papers that broke the reader",
)


def _against_floors(out: Console, found: Sequence[Examined]) -> int:
    checked = floors.check(floors.load(), found)
    terminal.show_floors(out, checked)
    broken = [one.name for one in checked if not one.holds]
    if broken:
        out.print(f"[bold red]{len(broken)} floor(s) broken:[/] {'; '.join(broken)}")
    return 1 if broken else 0


def _about(asked: argparse.Namespace, found: Sequence[Examined], minutes: float) -> dict[str, Any]:
    return {
        "seed": asked.seed,
        "arguments": options.again(asked),
        "papers": len(found),
        "pages": sum(one.pages for one in found),
        "engine": asked.engine,
        "minutes": round(minutes, 1),
        "processes": asked.workers,
        "machine": f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "open_sealed": asked.open_sealed,
        "most_of_one": MOST_OF_ONE,
    }


if __name__ == "__main__":
    sys.exit(main())
