"""Hostile files that reach a reading process, admitted or not: a typed result each, and others are read meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import specimens
from services.common.events import PaperRead, StoredFile
from services.common.kafka.records import Incoming
from services.verify.reading import pool as pool_module
from services.verify.reading.pool import PoolLimits, ReadingPool
from services.verify.reading.read import ReadPaper
from services.verify.reading.worker import ReadingWork
from tests.contracts.memory_broker import MemoryBroker
from tests.hostile.catalogue import hostile_files
from tests.hostile.reading_trial import TYPED, outcome
from tests.hostile.specimen import Hostile
from tests.unit.verify.reading.test_reading_work import DEAD, SUBJECT, Bench

SECONDS = 60.0
PROCESSOR_SECONDS = 6.0
SLACK_SECONDS = 60.0
CHOSEN = (
    *("pdf/xref/previous is itself", "pdf/xref stream/columns of a thousand million", "pdf/object stream/holds itself"),
    *("pdf/page tree/its own child", "pdf/page size/of 10 million points", "pdf/page size/unit of 1e30"),
    *("pdf/locked/user's password", "pdf/nesting/array of 100,000 levels", "pdf/forms/14 deep, 10 each"),
    *("pdf/forms/shows itself", "pdf/drawing/100,000 marked contents", "pdf/filter/inflates thrice to 2 GiB"),
    *("pdf/picture/that inflates to 900 MiB", "pdf/font/a sign that writes itself", "pdf/font/map uses itself"),
    *("pdf/bait/a form in XML that grows", "pdf/notes/100,000 notes", "png/chunk/profile of 600 MiB"),
    *("png/pixels/1000 MiB for a small picture", "gif/second frame of 4.3 gigapixels", "tiff/value/4 gigapixels"),
    *("jpeg/scans/10000 of 16 megapixels", "jpeg/segment/EXIF that is its own directory", "heic/60,000 a side"),
    *("pdf/page tree/children are nulls", "pdf/page tree/children stand in the list itself", "pdf/page size/one strip"),
    *("pdf/page size/with a crop far outside", "pdf/nesting/number of 100,000 digits"),
    *("pdf/nesting/box behind 3,000 references", "heic/AVIF that says it is HEIC"),
    *("foreign/empty", "bait/PostScript", "bait/a path", "two kinds/PDF behind a JPEG"),
)
"""One of every way to break a reader; `python -m tests.hostile --reading` tries all."""


def _with_little_time(files: list[bytes], family: object, _seconds: float) -> object:
    """As in service, but what never ends is killed sooner."""
    return pool_module_read(files, family, PROCESSOR_SECONDS)


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingPool]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pool_module, "_read", _with_little_time)
        yield from _running()


def _running() -> Iterator[ReadingPool]:
    pool = ReadingPool(PoolLimits(workers=1, seconds=SECONDS, memory_mib=1500), "pytesseract")
    pool.check()
    yield pool
    pool.close()


def test_what_was_chosen_exists() -> None:
    assert set(CHOSEN) <= {file.name for file in hostile_files()}


@pytest.mark.parametrize("file", [file for file in hostile_files() if file.name in CHOSEN], ids=lambda file: file.name)
def test_a_hostile_file_ends_as_a_typed_result_in_bounded_time(reading: ReadingPool, file: Hostile) -> None:
    began = time.monotonic()
    assert outcome(reading, file.make()) in TYPED
    assert time.monotonic() - began < SECONDS + SLACK_SECONDS


def test_after_all_of_them_a_good_paper_is_read(reading: ReadingPool) -> None:
    assert reading.read([a_paper()], None).evidence.paper == "TOEIC"


def a_paper() -> bytes:
    return specimens.draw("TOEIC", specimens.values("TOEIC", 7), seed=7).pdf()


def _hang(files: list[bytes], *rest: object) -> ReadPaper:
    """Hangs on what says so, in a way that no signal handler of Python's ends; reads everything else."""
    if files[0] == b"hang":
        pool_module.allow_processor(10)
        while True:
            pass
    result = pool_module_read(files, *rest)
    assert isinstance(result, ReadPaper)
    return result


pool_module_read: Callable[..., object] = pool_module._read


def test_a_file_that_hangs_its_reader_is_told_as_such_and_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_module, "_read", _hang)
    pool = ReadingPool(PoolLimits(workers=2, seconds=90, memory_mib=1500), "pytesseract")
    try:
        pool.check()
        bench = Bench(tmp_path)
        work = working(bench, pool)
        hanging, good = upload_of(bench, b"hang"), upload_of(bench, a_paper())
        results: dict[str, PaperRead] = {}

        def run(name: str, record: Incoming) -> None:
            (outgoing,) = work(record)
            event = bench.codec.decode(outgoing.value or b"")
            assert isinstance(event, PaperRead)
            results[name] = event

        slow = threading.Thread(target=run, args=("hanging", hanging))
        slow.start()
        run("good", good)
        assert slow.is_alive(), "the good paper was read while the other hung"
        slow.join(120)
        assert results["good"].recognised == "TOEIC"
        assert results["hanging"].unread == "READER_FAILED"
        assert len(bench.broker.records(DEAD)) == 1
    finally:
        pool.close()


def working(bench: Bench, pool: ReadingPool) -> ReadingWork:
    """The service's work with the real pool; one attempt, since this file will never be better."""
    broker: MemoryBroker = bench.broker
    return ReadingWork(bench.codec, bench.blobs, pool, broker.publisher(), bench.work._clock, attempts=1)


def upload_of(bench: Bench, data: bytes) -> Incoming:
    """The record of an upload of these bytes."""
    upload = bench.upload()
    stored = StoredFile(bench.blobs.put(SUBJECT, data), "0" * 64, len(data), "application/pdf", 1)
    return bench.record(replace(upload, files=(stored,)))
