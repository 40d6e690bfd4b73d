"""One reading process as in service, fed with files: for memory and throughput, where nothing else may count."""

from __future__ import annotations

import multiprocessing
import multiprocessing.pool
import os
from contextlib import suppress
from functools import cache

from eval.making import make
from eval.plan import Scope, plan
from services.common.errors import Rejected
from services.common.process import end_with_parent
from services.verify.reading.engine.port import Engine

WEARS = ("scan300", "digital", "phone", "scan150")
SOME = 24
"""Different papers; more pages read these again."""


def papers(seed: int, count: int) -> list[tuple[tuple[bytes, ...], int]]:
    """(files, pages) of so many different papers of every kind on seen layouts."""
    made = [make(case) for case in plan(seed, Scope(layouts="seen", per_layout=1, wears=WEARS, papers=count))]
    return [(one.files, len(one.specimen.sheets)) for one in made]


def readers(processes: int) -> multiprocessing.pool.Pool:
    """Processes that do nothing but read, one thread each."""
    return multiprocessing.get_context("spawn").Pool(processes, _prepare)


def read(work: tuple[tuple[bytes, ...], str]) -> int:
    """In the process: read `work` (files, engine); its own id."""
    from services.verify.reading.read import read_paper

    files, engine = work
    with suppress(Rejected):
        read_paper(list(files), _engine(engine))
    return os.getpid()


def _prepare() -> None:
    end_with_parent()
    os.environ["OMP_THREAD_LIMIT"] = "1"


@cache
def _engine(name: str) -> Engine:
    from services.verify.reading.engine.choose import open_engine

    return open_engine(name)
