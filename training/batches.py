"""Batches of cells that another process draws meanwhile; it never loads TensorFlow."""

from __future__ import annotations

import multiprocessing
import queue
import time
from collections.abc import Iterator, Sequence
from multiprocessing.queues import Queue
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cells import batch
from training.faces import Face

_DRAWN = 4096
"""Cells of a batch."""
_TIMES, _POOL = 3, 24
"""How often a batch is learned from, for drawing is slower than learning; how many are kept for that."""

Batch = tuple[NDArray[np.uint8], NDArray[np.int32]]
"""Cells and their labels, see `cells.batch`."""


def batches(faces: Sequence[Face], seed: int, until: float) -> Iterator[Batch]:
    """Shuffled batches, fresh ones as they come and each several times, until the monotonic clock says `until`."""
    spawn = multiprocessing.get_context("spawn")
    drawn: Queue[Batch] = spawn.Queue(6)
    artist = spawn.Process(target=_draw_on, args=(drawn, tuple(faces), seed), daemon=True)
    artist.start()
    rng, dice = Random(seed), np.random.default_rng(seed)
    pool: list[tuple[Batch, int]] = []
    try:
        while time.monotonic() < until:
            fresh = _next(drawn, artist, wait=not pool)
            if fresh:
                pool.append((fresh, _TIMES))
            if pool:
                (cells, labels), left = pool.pop(rng.randrange(len(pool)))
                if left > 1 and len(pool) < _POOL:
                    pool.append(((cells, labels), left - 1))
                order = dice.permutation(len(cells))
                yield cells[order], labels[order]
    finally:
        artist.terminate()
        artist.join()


def _next(drawn: Queue[Batch], artist: Any, wait: bool) -> Batch | None:
    try:
        return drawn.get(timeout=1.0) if wait else drawn.get_nowait()
    except queue.Empty:
        if not artist.is_alive():
            raise RuntimeError("the process that draws has ended; what it wrote stands above") from None
        return None


def _draw_on(drawn: Queue[Batch], faces: Sequence[Face], seed: int) -> None:
    rng = Random(seed)
    while True:
        drawn.put(batch(faces, rng, _DRAWN))
