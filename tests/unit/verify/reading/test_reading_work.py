"""From an upload record to what is published for it, whatever becomes of the reader."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from services.common.avro import EventCodec
from services.common.blobs import FolderBlobStore, SealedBlobs
from services.common.clock import FixedClock
from services.common.errors import KeyDestroyed, Poison, Rejected, Retryable
from services.common.events import PaperRead, PaperRejected, StoredFile, Uploaded, UploadKind
from services.common.kafka.records import Incoming
from services.common.sealing import Sealer
from services.verify.evidence import Family, PageEvidence, PaperEvidence, from_json
from services.verify.reading.pool import ReaderFailed
from services.verify.reading.read import ReadPaper
from services.verify.reading.worker import GROUP, READINGS, REJECTIONS, ReadingWork
from tests.contracts.memory_broker import MemoryBroker
from tests.unit.common.examples import EVENTS, MASTER, NOW, keys

TOPIC = "intake.uploads.certificate"
DEAD = f"{TOPIC}.{GROUP}.dlq"
SUBJECT = "2019-grade5/1"
ORIGINAL = b"the scan"
PAPER = ReadPaper(
    evidence=PaperEvidence(
        paper="TOEIC", family=Family.LANGUAGE_REPORT, unread=None, pages=(PageEvidence(1, 10, 20),), engine="fake 1"
    ),
    pictures=(b"the upright page",),
)


class FakePool:
    """Answers, or fails, as ordered."""

    def __init__(self, *outcomes: ReadPaper | Exception) -> None:
        self.outcomes = list(outcomes)
        self.calls: list[tuple[list[bytes], Family | None]] = []

    def read(self, files: list[bytes], family: Family | None) -> ReadPaper:
        self.calls.append((files, family))
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


class Bench:
    """The reading service's work with everything around it in memory or a folder."""

    def __init__(self, folder: Path, *outcomes: ReadPaper | Exception) -> None:
        self.sealer = Sealer(keys(folder), MASTER, FixedClock(NOW), makes_keys=True)
        self.blobs = SealedBlobs(FolderBlobStore(folder / "blobs"), self.sealer)
        self.codec = EventCodec(self.sealer, self.blobs)
        self.broker = MemoryBroker()
        self.broker.create(DEAD)
        self.pool = FakePool(*outcomes)
        publisher = self.broker.publisher()
        self.work = ReadingWork(self.codec, self.blobs, self.pool, publisher, FixedClock(NOW), attempts=3)

    def record(self, event: object = None, value: bytes | None = None) -> Incoming:
        value = value if event is None else self.codec.encode(event)
        return Incoming(TOPIC, 0, 7, 0, 0, SUBJECT.encode(), value, ())

    def upload(self) -> Uploaded:
        blob = self.blobs.put(SUBJECT, ORIGINAL)
        return Uploaded(
            event_id="u-1",
            announcement="2019-grade5",
            applicant_id="1",
            occurred_at=NOW,
            document_id="doc-1",
            claim_id="c-1",
            paper=None,
            kind=UploadKind.CERTIFICATE,
            files=(StoredFile(blob, hashlib.sha256(ORIGINAL).hexdigest(), len(ORIGINAL), "image/png", 1),),
        )

    def published(self, upload: Uploaded) -> tuple[str, PaperRead | PaperRejected]:
        (outgoing,) = self.work(self.record(upload))
        assert outgoing.key == SUBJECT.encode()
        event = self.codec.decode(outgoing.value or b"")
        assert isinstance(event, PaperRead | PaperRejected)
        return outgoing.topic, event


def test_a_read_paper_is_published_with_its_pictures_stored(tmp_path: Path):
    bench = Bench(tmp_path, PAPER)
    topic, event = bench.published(bench.upload())
    assert topic == READINGS
    assert isinstance(event, PaperRead)
    assert (event.upload_id, event.document_id, event.recognised, event.unread) == ("u-1", "doc-1", "TOEIC", None)
    assert bench.pool.calls == [([ORIGINAL], Family.CERTIFICATE)]
    (page,) = from_json(event.personal).pages
    assert bench.blobs.get(SUBJECT, page.picture or "") == b"the upright page"


def test_a_repeated_attempt_makes_the_same_reading(tmp_path: Path):
    bench = Bench(tmp_path, PAPER, PAPER)
    upload = bench.upload()
    assert bench.work(bench.record(upload)) == bench.work(bench.record(upload))


def test_a_document_that_can_never_be_read_is_rejected_and_no_dead_letter(tmp_path: Path):
    bench = Bench(tmp_path, Rejected("ENCRYPTED", "암호가 걸려 있습니다.", "It is encrypted."))
    topic, event = bench.published(bench.upload())
    assert topic == REJECTIONS
    assert isinstance(event, PaperRejected)
    assert (event.code, event.reason_ko, event.reason_en) == ("ENCRYPTED", "암호가 걸려 있습니다.", "It is encrypted.")
    assert bench.broker.records(DEAD) == []


def test_a_reader_that_breaks_down_once_is_tried_again(tmp_path: Path):
    bench = Bench(tmp_path, ReaderFailed("no result within 90 s"), PAPER)
    assert bench.published(bench.upload())[1].recognised == "TOEIC"
    assert bench.broker.records(DEAD) == []


def test_a_reader_that_breaks_down_each_time_reaches_staff_and_the_dead_letters(tmp_path: Path):
    bench = Bench(tmp_path, *[ReaderFailed("the reading process died with exit code -9")] * 3)
    upload = bench.upload()
    topic, event = bench.published(upload)
    assert (topic, event.unread, event.recognised) == (READINGS, "READER_FAILED", None)
    (letter,) = bench.broker.records(DEAD)
    assert letter.value == bench.codec.encode(upload)
    assert dict(letter.headers)["__connect.errors.stage"] == b"read"


@pytest.mark.parametrize("spoil", ["missing", "changed"])
def test_an_original_that_is_gone_or_spoilt_reaches_staff(tmp_path: Path, spoil: str):
    bench = Bench(tmp_path)
    upload = bench.upload()
    file = tmp_path / "blobs" / upload.files[0].blob
    if spoil == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert bench.published(upload)[1].unread == "READER_FAILED"
    assert len(bench.broker.records(DEAD)) == 1


def test_a_shutdown_or_an_absent_blob_store_is_nobodys_fault(tmp_path: Path):
    bench = Bench(tmp_path, Retryable("the reading pool is closed"))
    with pytest.raises(Retryable):
        bench.work(bench.record(bench.upload()))
    assert bench.broker.records(DEAD) == []


def test_a_dead_letter_that_cannot_be_written_publishes_nothing_yet(tmp_path: Path):
    bench = Bench(tmp_path, *[ReaderFailed("crashed")] * 3)
    bench.broker.topics.clear()
    with pytest.raises(Retryable, match="dead letter"):
        bench.work(bench.record(bench.upload()))


def test_an_applicant_erased_before_or_during_the_reading_is_passed_over(tmp_path: Path):
    bench = Bench(tmp_path, PAPER)
    upload = bench.upload()
    bench.sealer.destroy(SUBJECT)
    with pytest.raises(KeyDestroyed):
        bench.work(bench.record(upload))
    assert bench.pool.calls == []

    (tmp_path / "b").mkdir()
    later = Bench(tmp_path / "b", PAPER)
    upload = later.upload()
    reading = Sealer(keys(tmp_path / "b"), MASTER, FixedClock(NOW), makes_keys=False)
    blobs = SealedBlobs(FolderBlobStore(tmp_path / "b" / "blobs"), reading)

    class Erasing(FakePool):
        def read(self, files: list[bytes], family: Family | None) -> ReadPaper:
            later.sealer.destroy(SUBJECT)
            later.blobs.delete_all(SUBJECT)
            return super().read(files, family)

    work = ReadingWork(
        EventCodec(reading, blobs), blobs, Erasing(PAPER), later.broker.publisher(), FixedClock(NOW), attempts=3
    )
    with pytest.raises(KeyDestroyed):
        work(later.record(upload))
    assert list((tmp_path / "b" / "blobs").iterdir()) == []


@pytest.mark.parametrize("moment", ["before", "during"])
def test_a_reading_never_ends_in_a_later_life_of_an_erased_applicant(tmp_path: Path, moment: str):
    bench = Bench(tmp_path, PAPER)
    upload = bench.upload()

    def begin_anew() -> None:
        bench.sealer.destroy(SUBJECT)
        bench.blobs.delete_all(SUBJECT)
        bench.blobs.put(SUBJECT, b"the paper of the new life")

    class Erasing(FakePool):
        def read(self, files: list[bytes], family: Family | None) -> ReadPaper:
            begin_anew()
            return super().read(files, family)

    if moment == "before":
        begin_anew()
    pool = Erasing(PAPER) if moment == "during" else bench.pool
    work = ReadingWork(bench.codec, bench.blobs, pool, bench.broker.publisher(), FixedClock(NOW), attempts=3)
    with pytest.raises(KeyDestroyed):
        work(bench.record(upload))
    (kept,) = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    assert bench.blobs.get(SUBJECT, f"{kept.parent.name}/{kept.name}") == b"the paper of the new life"


def test_what_is_blacked_out_is_stored_sealed_beside_its_picture(tmp_path: Path):
    bench = Bench(tmp_path, replace(PAPER, beneath=(b"what lies beneath",)))
    _, event = bench.published(bench.upload())
    (page,) = from_json(event.personal).pages
    assert bench.blobs.get(SUBJECT, page.beneath or "") == b"what lies beneath"
    assert b"beneath" not in b"".join(path.read_bytes() for path in (tmp_path / "blobs").rglob("*") if path.is_file())


def test_what_is_no_upload_is_poison(tmp_path: Path):
    bench = Bench(tmp_path)
    for record in (bench.record(), bench.record(value=b"rubbish"), bench.record(EVENTS[0])):
        with pytest.raises(Poison):
            bench.work(record)
