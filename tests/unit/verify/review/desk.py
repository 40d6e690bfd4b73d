"""A staff console with everything real but Kafka, and the events that fill it."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from PIL import Image

from services.common.events import (
    Erased,
    Event,
    FieldStatus,
    Judged,
    PaperRead,
    PaperRejected,
    UploadKind,
    VerdictStatus,
    WithdrawalCause,
    Withdrawn,
)
from services.common.web.problems import answer_problems
from services.verify.evidence import PageEvidence, PaperEvidence, to_json
from services.verify.judging.basis import basis
from services.verify.judging.handlers import worded
from services.verify.review.console import Console
from services.verify.review.handlers import handlers
from services.verify.review.sessions import Sessions
from services.verify.review.tables import OUTBOX
from services.verify.review.unmasking import UnmaskRight
from services.verify.review.web import router
from tests.unit.verify.judging.papers import CERTIFICATE, award, verdict_on
from tests.unit.verify.world import START, World

PASSWORD, UNMASK_PASSWORD = "correct horse", "battery staple"
WHO: Mapping[str, Any] = {"announcement": "2019-grade5", "applicant_id": "A-1"}
SUBJECT = "2019-grade5/A-1"


class Browser:
    """Keeps cookies, follows no redirects."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._cookies = httpx.Cookies()

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return self._send("GET", path)

    def post(self, path: str, data: Mapping[str, str]) -> httpx.Response:
        """Send a form."""
        return self._send("POST", path, data=dict(data))

    def _send(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://docintake", cookies=self._cookies
            ) as client:
                answer = await client.request(method, path, **options)
                self._cookies = client.cookies
                return answer

        return asyncio.run(send())


@dataclass
class Desk:
    """The console, its pages and its read model."""

    world: World
    console: Console
    sessions: Sessions
    app: FastAPI

    @classmethod
    def open(cls, folder: Path) -> Desk:
        """An empty one."""
        world = World.open(folder, "review", OUTBOX)
        console = Console(world.database, world.sealer, world.blobs, world.outbox, world.clock)
        sessions = Sessions(PASSWORD, "a key", world.clock)
        app = FastAPI()
        answer_problems(app)
        app.include_router(router(console, sessions, UnmaskRight(UNMASK_PASSWORD, world.clock)))
        return cls(world, console, sessions, app)

    def handle(self, *events: Event) -> None:
        """Let review follow events."""
        self.world.handle(handlers(self.world.sealer), *events)

    def browser(self, *, logged_in: bool = True) -> Browser:
        """A staff member's browser."""
        browser = Browser(self.app)
        if logged_in:
            browser.post("/review/login", data={"name": "김심사", "password": PASSWORD})
        return browser

    def picture(self) -> tuple[str, bytes]:
        """A stored page picture: its blob name and its bytes."""
        buffer = io.BytesIO()
        Image.new("RGB", (1000, 1400), "white").save(buffer, "PNG")
        return self.world.blobs.put(SUBJECT, buffer.getvalue()), buffer.getvalue()


def document(document_id: str = "doc-1", **changes: Any) -> dict[str, Any]:
    """What every event about the document holds."""
    return {
        **WHO,
        "document_id": document_id,
        "claim_id": "cert-1",
        "paper": None,
        "kind": UploadKind.CERTIFICATE,
        **changes,
    }


def wrong_paper(picture: str | None = None) -> PaperEvidence:
    """A certificate that prints another number than CERTIFICATE declares."""
    return replace(award(number="19209999999Z"), pages=(PageEvidence(1, 1000, 1400, picture),))


def read(document_id: str = "doc-1", after: int = 1, evidence: PaperEvidence | None = None) -> PaperRead:
    """The paper was read."""
    return PaperRead(
        event_id=f"read-{document_id}-{after}",
        occurred_at=START + timedelta(seconds=after),
        upload_id="upload-1",
        recognised="NQ_AWARD",
        unread=None,
        engine="tesseract 5.3.0",
        personal=to_json(evidence or wrong_paper()),
        **document(document_id),
    )


def judged(
    document_id: str = "doc-1",
    version: int = 1,
    after: int = 2,
    claim: Mapping[str, Any] = CERTIFICATE,
    evidence: PaperEvidence | None = None,
    **changes: Any,
) -> Judged:
    """The real verdict on `evidence` by version `version`, declaring `claim`."""
    evidence = evidence or wrong_paper()
    verdict = verdict_on(claim, evidence)
    event = Judged(
        event_id=f"verdict-{document_id}-{version}",
        occurred_at=START + timedelta(seconds=after),
        declaration_version=version,
        declaration_id=f"declared-{version}",
        reading_id="read",
        status=VerdictStatus(verdict.status.value),
        basis=hashlib.sha256(basis(document_id, verdict).encode()).hexdigest(),
        fields=tuple(FieldStatus(entry.field, entry.verdict.value) for entry in verdict.fields),
        reasons=tuple(dict.fromkeys(reason.code.value for reason in verdict.reasons)),
        recognised=evidence.paper,
        judge="1",
        rulebook="krc-2019/1",
        personal=worded(verdict, evidence),
        **document(document_id),
    )
    return replace(event, **changes)


def withdrawn(cause: WithdrawalCause = WithdrawalCause.WITHDRAWN, after: int = 5) -> Withdrawn:
    """The paper no longer counts."""
    return Withdrawn(event_id="withdrawn-1", occurred_at=START + timedelta(seconds=after), cause=cause, **document())


def rejected(document_id: str = "doc-1", after: int = 1) -> PaperRejected:
    """The file can never be read."""
    return PaperRejected(
        event_id=f"rejected-{document_id}",
        occurred_at=START + timedelta(seconds=after),
        upload_id="upload-1",
        code="ENCRYPTED",
        reason_ko="암호가 걸린 파일입니다.",
        reason_en="The file is encrypted.",
        **document(document_id),
    )


def erased(after: int = 9) -> Erased:
    """The applicant was erased."""
    return Erased(event_id="erased-1", occurred_at=START + timedelta(seconds=after), **WHO)
