"""Whether one reading process stays flat: `--memory N` reads N pages in it and shows what it holds."""

from __future__ import annotations

import itertools

from rich.console import Console
from rich.table import Table

from bench.memory import MIB, Footprint, Watch, footprint
from eval.reader import SOME, papers, read, readers

GOAL_MIB = 400
LINES = 10


def show(out: Console, pages: int, seed: int, engine: str) -> int:
    """Print the memory of the process every tenth of `pages`, and its highest with the engine's children."""
    out.print(f"drawing {min(pages, SOME)} papers")
    supply = itertools.cycle(papers(seed, min(pages, SOME)))
    drawn = Table("pages", "PSS, MiB", "RSS, MiB", "highest PSS with the engine, MiB", title="Memory of one reader")
    with readers(1) as pool:
        pid = pool.apply(read, ((next(supply)[0], engine),))
        samples: list[Footprint] = []
        with Watch(lambda: {"reader": pid}, seconds=0.25) as watch:
            done = 0
            while done < pages:
                files, count = next(supply)
                pool.apply(read, ((files, engine),))
                before, done = done, done + count
                if done * LINES // pages > before * LINES // pages:
                    samples.append(footprint(pid))
                    highest = watch.highest.get("reader", samples[-1])
                    out.print(f"{done} pages: PSS {samples[-1].pss / MIB:.0f} MiB")
                    drawn.add_row(str(done), *(f"{one / MIB:.0f}" for one in (*_both(samples[-1]), highest.pss)))
    out.print(drawn)
    growth = (samples[-1].pss - samples[len(samples) // 3].pss) / MIB
    out.print(f"goal ≤ {GOAL_MIB} MiB, flat: from a third of the way to the end PSS changed by {growth:+.0f} MiB")
    return 0


def _both(taken: Footprint) -> tuple[int, int]:
    return taken.pss, taken.rss
