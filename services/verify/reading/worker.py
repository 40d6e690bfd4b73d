"""One upload record to one reading event: fetch and open the originals, read them, store the page pictures.

    Uploaded → originals → [child process: read] → page pictures → PaperRead · PaperRejected

The reader never sees a declaration. A document whose reader breaks down again and again is published as READER_FAILED,
so that it reaches staff, and its record goes to the dead-letter topic.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from services.common.avro import EventCodec
from services.common.blobs import SealedBlobs
from services.common.clock import Clock
from services.common.errors import KeyDestroyed, Poison, Rejected
from services.common.events import DocumentEvent, PaperRead, PaperRejected, Uploaded, derived_id
from services.common.kafka.dead_letters import bury
from services.common.kafka.publisher import Publisher
from services.common.kafka.records import Incoming, Outgoing, outgoing
from services.common.telemetry import logger
from services.verify.evidence import Family, PaperEvidence, Unread, to_json
from services.verify.reading.pool import ReaderFailed, ReadingPool
from services.verify.reading.read import ReadPaper

GROUP = "docintake.reading"
READER_VERSION = "4"
"""To be raised whenever the reading code may read a paper differently: a repeated attempt makes the same id, a better
reader a new one."""
READINGS = "verify.readings"
REJECTIONS = "verify.rejections"

log = logger("reading")


class ReadingWork:
    """The work of the reading service; called on several threads at once."""

    def __init__(
        self,
        codec: EventCodec,
        blobs: SealedBlobs,
        pool: ReadingPool,
        publisher: Publisher,
        clock: Clock,
        attempts: int,
    ) -> None:
        """`attempts` break-downs of the reader make a document dead."""
        self._codec = codec
        self._blobs = blobs
        self._pool = pool
        self._publisher = publisher
        self._clock = clock
        self._attempts = attempts

    def __call__(self, record: Incoming) -> Sequence[Outgoing]:
        """What to publish for `record`. Raises Retryable, Poison or KeyDestroyed."""
        upload = self._decode(record)
        started = time.perf_counter()
        key_id = self._key_of(upload)
        event, topic = self._read(upload, record, key_id)
        if self._blobs.erased_since(upload.subject, upload.occurred_at):
            raise KeyDestroyed("the applicant was erased while their paper was read")
        log.info(
            "read",
            document_id=upload.document_id,
            outcome=_outcome(event),
            pages=sum(file.pages for file in upload.files),
            seconds=round(time.perf_counter() - started, 2),
        )
        return [outgoing(topic, event, self._codec.encode(event, key_id=key_id), "reading")]

    def _key_of(self, upload: Uploaded) -> str | None:
        """The key that the originals are sealed with: what is read from them is sealed with it, too, or not at all.

        Somebody who was erased and applies anew has another. None where the originals are missing. Raises KeyDestroyed.
        """
        try:
            return self._blobs.key_of(upload.files[0].blob)
        except (KeyError, Poison):
            if self._blobs.erased_since(upload.subject, upload.occurred_at):
                raise KeyDestroyed("the applicant was erased") from None
            return None

    def _decode(self, record: Incoming) -> Uploaded:
        if record.value is None:
            raise Poison("an upload without content")
        event = self._codec.decode(record.value)
        if not isinstance(event, Uploaded):
            raise Poison(f"a {event.schema} on an upload topic")
        return event

    def _read(self, upload: Uploaded, record: Incoming, key_id: str | None) -> tuple[PaperRead | PaperRejected, str]:
        failure: ReaderFailed | None = None
        for _ in range(self._attempts):
            try:
                paper = self._pool.read(self._originals(upload), Family(upload.kind.value))
            except Rejected as refusal:
                return self._rejected(upload, refusal), REJECTIONS
            except ReaderFailed as error:
                log.error("reader failed", document_id=upload.document_id, error=str(error))
                failure = error
                continue
            return self._paper_read(upload, self._with_pictures(upload, paper, key_id)), READINGS
        bury(self._publisher, record, GROUP, "read", failure or ReaderFailed("no attempt"))
        return self._paper_read(upload, PaperEvidence(paper=None, family=None, unread=Unread.READER_FAILED)), READINGS

    def _with_pictures(self, upload: Uploaded, paper: ReadPaper, key_id: str | None) -> PaperEvidence:
        """The evidence with the names of its page pictures, and of what is blacked out on them, once stored."""
        pages = []
        hidden = paper.beneath or (None,) * len(paper.pictures)
        for page, picture, beneath in zip(paper.evidence.pages, paper.pictures, hidden, strict=True):
            name = self._blobs.put(upload.subject, picture, key_id=key_id)
            secret = self._blobs.put(upload.subject, beneath, key_id=key_id) if beneath else None
            pages.append(replace(page, picture=name, beneath=secret))
        return replace(paper.evidence, pages=tuple(pages))

    def _originals(self, upload: Uploaded) -> list[bytes]:
        try:
            return [self._blobs.get(upload.subject, file.blob) for file in upload.files]
        except (KeyError, Poison) as error:
            raise ReaderFailed("an original is missing from the blob store, or does not open") from error

    def _paper_read(self, upload: Uploaded, evidence: PaperEvidence) -> PaperRead:
        return PaperRead(
            event_id=derived_id("reading", upload.event_id, READER_VERSION, evidence.engine, evidence.unread or ""),
            announcement=upload.announcement,
            applicant_id=upload.applicant_id,
            occurred_at=self._clock.now(),
            document_id=upload.document_id,
            claim_id=upload.claim_id,
            paper=upload.paper,
            kind=upload.kind,
            upload_id=upload.event_id,
            recognised=evidence.paper,
            unread=evidence.unread,
            engine=evidence.engine,
            personal=to_json(evidence),
        )

    def _rejected(self, upload: Uploaded, refusal: Rejected) -> PaperRejected:
        return PaperRejected(
            event_id=derived_id("rejection", upload.event_id, READER_VERSION, refusal.code),
            announcement=upload.announcement,
            applicant_id=upload.applicant_id,
            occurred_at=self._clock.now(),
            document_id=upload.document_id,
            claim_id=upload.claim_id,
            paper=upload.paper,
            kind=upload.kind,
            upload_id=upload.event_id,
            code=refusal.code,
            reason_ko=refusal.ko,
            reason_en=refusal.en,
        )


def _outcome(event: DocumentEvent) -> str:
    if isinstance(event, PaperRejected):
        return event.code
    if isinstance(event, PaperRead):
        return event.unread or event.recognised or ""
    return ""
