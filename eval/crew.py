"""The processes that examine cases: each loads its own engine, with one thread."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from functools import cache, partial

from eval.examining import Examined, Wish, examine
from eval.plan import Case
from services.announcement.model import Announcement
from services.common.process import end_with_parent
from services.verify.reading.engine.port import Engine

RECYCLED_AFTER = 400
"""Papers; drawing keeps fonts and pictures, and this is no measurement of its memory."""


def examined(cases: Sequence[Case], wish: Wish, engine: str, processes: int) -> Iterator[Examined]:
    """Every case examined, in the order in which they are done."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, _prepare, (), RECYCLED_AFTER) as pool:
        yield from pool.imap_unordered(partial(_examine, wish=wish, engine=engine), cases)


def _prepare() -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole terminal; the parent reports what is there
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import cv2

    cv2.setNumThreads(1)


def _examine(case: Case, wish: Wish, engine: str) -> Examined:
    return examine(case, wish, _engine(engine), _notice())


@cache
def _engine(name: str) -> Engine:
    from services.verify.reading.engine.choose import open_engine

    return open_engine(name)


@cache
def _notice() -> Announcement:
    from eval.declaring import announcement

    return announcement()
