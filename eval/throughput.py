"""Whether two reading processes do twice the work of one: `--processes N` reads N papers both ways."""

from __future__ import annotations

import time
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from eval.reader import SOME, papers, read, readers

GOAL = 1.9


def show(out: Console, count: int, seed: int, engine: str) -> int:
    """Print pages a second with one process and with two, and the ratio."""
    out.print(f"drawing {min(count, SOME)} papers")
    drawn = papers(seed, min(count, SOME))
    supply = [drawn[number % len(drawn)] for number in range(count)]
    pages = sum(number for _, number in supply)
    table = Table("processes", "pages", "seconds", "pages a second", title="Throughput")
    rates = []
    for processes in (1, 2):
        seconds = _seconds([(files, engine) for files, _ in supply], processes)
        rates.append(pages / seconds)
        table.add_row(str(processes), str(pages), f"{seconds:.1f}", f"{rates[-1]:.2f}")
    out.print(table)
    out.print(f"two ÷ one: {rates[1] / rates[0]:.2f} × (goal ≥ {GOAL} ×; true only where nothing else runs)")
    return 0


def _seconds(work: Sequence[tuple[tuple[bytes, ...], str]], processes: int) -> float:
    """Wall-clock seconds, without starting the processes and loading the engine."""
    with readers(processes) as pool:
        pool.map(read, [work[0]] * processes, chunksize=1)
        began = time.perf_counter()
        for _ in pool.imap_unordered(read, work):
            pass
        return time.perf_counter() - began
