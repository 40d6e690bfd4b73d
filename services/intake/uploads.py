"""Uploading: admitted, stored for good, and then remembered and announced in one transaction.

parts right? → known upload? answer it → window open? → files admitted? → originals stored → document · event
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.clock import utc_text
from services.common.events import StoredFile, Uploaded, UploadKind, derived_id
from services.common.topics import UPLOAD_TOPIC
from services.intake import problems, windows
from services.intake.admission import decide
from services.intake.admission.decide import Admitted, Verdict
from services.intake.admission.limits import Limits
from services.intake.admission.refusals import Refusal
from services.intake.claims import claim_errors
from services.intake.clerk import Clerk, find_applicant, lives_before, lock_applicant
from services.intake.documents import Document, asked_again, current_document, remember
from services.intake.ends import WITHDRAWALS, end_document, withdrawn
from services.intake.identifiers import idempotency_key_error, part_errors
from services.intake.repeats import Upload, digest_of, find_repeated, note_key
from services.intake.status import Outcome, Status
from services.intake.tables import DOCUMENTS


class Admits(Protocol):
    """Decides about one file; see `admission.child.Admission`."""

    def admit(self, data: bytes) -> Verdict:
        """Whether the file may come in."""
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """A document that is safe."""

    document_id: str
    """Its id."""
    sha256: str
    """Of the file; of several files, of their digests in order."""
    bytes: int
    """Size of all files."""
    pages: int
    """Pages of all files."""
    status: str
    """RECEIVED, or where an earlier upload of the same stands."""


class Uploads:
    """Takes papers."""

    def __init__(self, clerk: Clerk, admission: Admits, limits: Limits) -> None:
        """`admission` looks into files; `limits` bound a document."""
        self._clerk = clerk
        self._admission = admission
        self._limits = limits

    def accept(self, upload: Upload) -> Received:
        """Take `upload`. Problem with its code where it may not come in; Retryable where a store is away.

        When this returns, the originals and the event are durable. The same bytes for the same claim and paper are one
        document, however often and however concurrently they come.
        """
        _check_parts(upload)
        sha256 = digest_of(upload.files)
        announcement, life = self._place(upload)
        if repeated := self._repeated(upload, sha256):
            return repeated
        came = self._in_time(upload, announcement)
        admitted = self._admit(upload.files)
        stored = self._store(upload, announcement, admitted)
        now = self._clerk.clock.now()
        if windows.uploads_over(announcement, now):
            now = came  # the window closed while the file was looked into
        return self._remember(upload, announcement, life, sha256, stored, now)

    def _place(self, upload: Upload) -> tuple[Announcement, int]:
        """The announcement that the upload belongs to, and the applicant's life.

        The claim is checked against the declaration, if there is one.
        """
        with self._clerk.database.read() as connection:
            applicant = find_applicant(connection, upload.applicant_id)
            if applicant is None:
                return self._announcement_named(upload), lives_before(connection, upload.applicant_id)
        if upload.announcement and upload.announcement != applicant.announcement:
            raise problems.announcement_fixed(upload.applicant_id, applicant.announcement, upload.announcement)
        announcement = self._clerk.announcement(applicant.announcement)
        if declaration := self._clerk.opened(applicant):
            claim = declaration.claim(upload.claim_id)
            if claim is None:
                raise problems.unknown_claim(upload.claim_id, (item.id for item in declaration.claims))
            if errors := tuple(claim_errors(claim, upload.kind, upload.paper, announcement.rulebook)):
                raise problems.invalid(errors)
        return announcement, applicant.life

    def _announcement_named(self, upload: Upload) -> Announcement:
        """The announcement that the upload names, as it must before the first declaration."""
        if not upload.announcement:
            raise problems.invalid_field(
                "announcement",
                "REQUIRED",
                None,
                "아직 신고서가 없는 지원번호입니다. announcement에 공고 번호를 함께 보내거나 신고서를 먼저 보내십시오.",
                "This applicant has not declared yet. Send the announcement's id with the upload, or declare first.",
            )
        return self._clerk.announcement(upload.announcement)

    def _repeated(self, upload: Upload, sha256: str) -> Received | None:
        """The answer to an upload that came before, even after the window; its key is noted for the next time."""
        with self._clerk.database.read() as connection:
            document = find_repeated(connection, upload, sha256)
        if document is None:
            return None
        with self._clerk.database.begin() as connection:
            note_key(connection, upload, sha256, document.document_id)
        return _received(document)

    def _in_time(self, upload: Upload, announcement: Announcement) -> datetime:
        """When the upload came. Problem where that was outside of its window."""
        now = self._clerk.clock.now()
        with self._clerk.database.read() as connection:
            again = asked_again(connection, upload.applicant_id, upload.claim_id, announcement)
        if closed := windows.upload_closed(announcement, now, asked_again=again):
            raise closed
        return now

    def _admit(self, files: Sequence[bytes]) -> list[Admitted]:
        admitted: list[Admitted] = []
        for number, data in enumerate(files):
            verdict = self._admission.admit(data)
            if isinstance(verdict, Refusal):
                raise problems.refused(verdict, f"file[{number}]" if len(files) > 1 else None)
            admitted.append(verdict)
        if refusal := decide.on_document(sum(file.pages for file in admitted), self._limits):
            raise problems.refused(refusal)
        return admitted

    def _store(
        self, upload: Upload, announcement: Announcement, admitted: Sequence[Admitted]
    ) -> tuple[StoredFile, ...]:
        subject = f"{announcement.id}/{upload.applicant_id}"
        names = [self._clerk.blobs.put(subject, data) for data in upload.files]
        return tuple(
            StoredFile(
                blob=name,
                sha256=name.rpartition("/")[2],  # a blob is named by it; hashing megabytes again costs
                bytes=len(data),
                media_type=file.kind.value,
                pages=file.pages,
            )
            for name, data, file in zip(names, upload.files, admitted, strict=True)
        )

    def _remember(
        self,
        upload: Upload,
        announcement: Announcement,
        life: int,
        sha256: str,
        files: tuple[StoredFile, ...],
        now: datetime,
    ) -> Received:
        """The one transaction: the document, the end of the one it replaces, and the events of both."""
        with self._clerk.database.begin() as connection:
            applicant = lock_applicant(connection, upload.applicant_id, announcement.id, utc_text(now))
            if applicant.life != life:
                raise problems.not_found("지원번호가", "applicant")  # erased while the file was on its way
            if repeated := find_repeated(connection, upload, sha256):
                note_key(connection, upload, sha256, repeated.document_id)
                return _received(repeated)
            event = _event(connection, upload, announcement, applicant.life, sha256, files, now)
            replaced = current_document(connection, upload.applicant_id, upload.claim_id, upload.paper)
            if replaced is not None:
                end_document(connection, replaced, Status.SUPERSEDED, utc_text(now), by=event.document_id)
                self._clerk.outbox.add(connection, WITHDRAWALS, withdrawn(replaced, now, by=event.document_id))
            document = _insert(connection, upload, event, sha256)
            note_key(connection, upload, sha256, event.document_id)
            self._clerk.outbox.add(connection, UPLOAD_TOPIC[upload.kind], event)
        return _received(document)


def _check_parts(upload: Upload) -> None:
    errors = list(part_errors(upload.applicant_id, upload.claim_id, upload.kind, upload.paper))
    if upload.idempotency_key is not None and (error := idempotency_key_error(upload.idempotency_key)):
        errors.append(error)
    if errors:
        raise problems.invalid(errors)


def _event(
    connection: sa.Connection,
    upload: Upload,
    announcement: Announcement,
    life: int,
    sha256: str,
    files: tuple[StoredFile, ...],
    now: datetime,
) -> Uploaded:
    """The event; its ids rest on everything that makes this upload another than those before it."""
    before = connection.execute(
        sa.select(sa.func.count()).where(
            DOCUMENTS.c.applicant_id == upload.applicant_id,
            DOCUMENTS.c.claim_id == upload.claim_id,
            DOCUMENTS.c.paper == upload.paper,
        )
    ).scalar_one()
    subject = f"{announcement.id}/{upload.applicant_id}"
    document_id = derived_id(
        "document", subject, str(life), upload.claim_id, upload.paper, upload.kind, sha256, str(before)
    )
    return Uploaded(
        event_id=derived_id("uploaded", document_id),
        announcement=announcement.id,
        applicant_id=upload.applicant_id,
        occurred_at=now,
        document_id=document_id,
        claim_id=upload.claim_id,
        paper=upload.paper or None,
        kind=UploadKind(upload.kind),
        files=files,
    )


def _insert(connection: sa.Connection, upload: Upload, event: Uploaded, sha256: str) -> Document:
    at = utc_text(event.occurred_at)
    connection.execute(
        sa.insert(DOCUMENTS).values(
            document_id=event.document_id,
            applicant_id=event.applicant_id,
            announcement=event.announcement,
            claim_id=event.claim_id,
            paper=upload.paper,
            kind=upload.kind,
            sha256=sha256,
            bytes=sum(file.bytes for file in event.files),
            pages=sum(file.pages for file in event.files),
            upload_id=event.event_id,
            received_at=at,
            current=True,
            pictures=[],
            status=Status.RECEIVED.value,
            outcome=Outcome.PENDING.value,
        )
    )
    remember(connection, event.document_id, at, Status.RECEIVED.value)
    return connection.execute(sa.select(DOCUMENTS).where(DOCUMENTS.c.document_id == event.document_id)).one()


def _received(document: Document) -> Received:
    return Received(document.document_id, document.sha256, document.bytes, document.pages, document.status)
