"""Intake on SQLite and a folder, with a clock that stands still: everything but Kafka and the network."""

from __future__ import annotations

import asyncio
import atexit
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa
from fastapi import FastAPI

from services.announcement.load import load_announcement
from services.announcement.model import Announcement, Window, Windows
from services.common.avro import EventCodec
from services.common.blobs import FolderBlobStore, SealedBlobs
from services.common.clock import SEOUL, FixedClock
from services.common.database import Database
from services.common.events import Event
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.common.settings import Settings
from services.common.web.problems import answer_problems
from services.intake.admission.decide import Admitted, Verdict
from services.intake.admission.inspect import inspect
from services.intake.admission.limits import Limits
from services.intake.admission.pictures import prepare
from services.intake.api.lines import RequestLines
from services.intake.api.portal import Portal, portal_router
from services.intake.clerk import Clerk
from services.intake.follow import handlers
from services.intake.tables import OUTBOX

KEY = "the-portal-key"
NOON = datetime(2019, 9, 25, 12, 0, tzinfo=SEOUL)
ANNOUNCEMENT = "2019-grade5"


class InThisProcess:
    """Admission without the child: for tests that send only harmless files."""

    def __init__(self, limits: Limits) -> None:
        prepare()
        self._limits = limits

    def admit(self, data: bytes) -> Verdict:
        verdict = inspect(data, self._limits)
        return verdict if not isinstance(verdict, Admitted) else Admitted(verdict.kind, verdict.pages)


@dataclass
class Desk:
    """Intake, and what a test wants to see of it."""

    app: FastAPI
    portal: Portal
    clerk: Clerk
    clock: FixedClock
    codec: EventCodec
    blobs: Path

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """One request with the portal's key (unless `headers` says otherwise)."""
        headers = {"Authorization": f"Bearer {KEY}"} | options.pop("headers", {})

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://docintake") as client:
                return await client.request(method, path, headers=headers, **options)

        return asyncio.run(send())

    def declare(self, applicant_id: str = "A-1", **changes: Any) -> httpx.Response:
        """PUT a declaration."""
        return self.request("PUT", f"/v1/applicants/{applicant_id}/declaration", json=declaration(**changes))

    def upload(
        self, data: bytes | list[bytes], applicant_id: str = "A-1", key: str | None = None, **parts: str | None
    ) -> httpx.Response:
        """POST a document; `parts` replace the usual ones, None leaves one out."""
        usual: dict[str, str | None] = {"applicant_id": applicant_id, "claim_id": "cert-1", "kind": "certificate"}
        values = {name: value for name, value in (usual | parts).items() if value is not None}
        pages = data if isinstance(data, list) else [data]
        files = [("file", (f"{number}.jpg", page)) for number, page in enumerate(pages)]
        headers = {} if key is None else {"Idempotency-Key": key}
        return self.request("POST", "/v1/documents", data=values, files=files, headers=headers)

    def document(self, document_id: str) -> dict[str, Any]:
        """The document's answer."""
        answer: dict[str, Any] = self.request("GET", f"/v1/documents/{document_id}").json()
        return answer

    def events(self, topic: str | None = None) -> list[Event]:
        """What stands in the outbox, in order, decoded (tombstones are left out)."""
        query = sa.select(OUTBOX).order_by(OUTBOX.c.id)
        with self.clerk.database.read() as connection:
            rows = connection.execute(query).all()
        return [self.codec.decode(row.value) for row in rows if row.value and topic in (None, row.topic)]

    def follow(self, *events: Event) -> None:
        """Hand events of the other services to intake, as its consumer does."""
        table = handlers(self.clerk.sealer, self.clerk.announcements)
        for event in events:
            with self.clerk.database.begin() as connection:
                table[type(event)](connection, event)

    def stored(self) -> list[Path]:
        """Every file in the blob store."""
        return sorted(path for path in self.blobs.rglob("*") if path.is_file())

    def count(self, table: sa.Table) -> int:
        """How many rows a table has."""
        with self.clerk.database.read() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def open_desk(
    folder: Path,
    *,
    windows: Windows | None = None,
    change: Callable[[Announcement], Announcement] = lambda announcement: announcement,
    admission: Any = None,
    **settings: Any,
) -> Desk:
    """A desk in `folder`."""
    set_to = Settings(home=folder, requests_per_second=settings.pop("requests_per_second", 10_000), **settings)
    clock = FixedClock(NOON)
    keys, database = _migrated(folder, "keys"), _migrated(folder, "intake")
    sealer = Sealer(keys, b"m" * 32, clock, makes_keys=True)
    blobs = SealedBlobs(FolderBlobStore(folder / "blobs"), sealer)
    codec = EventCodec(sealer, blobs)
    clerk = Clerk(
        database=database,
        outbox=Outbox(OUTBOX, codec, "intake", clock),
        sealer=sealer,
        blobs=blobs,
        clock=clock,
        announcements=announcements(windows, change),
    )
    portal = Portal.of(set_to, KEY, clerk, admission or InThisProcess(Limits.of(set_to)))
    app = FastAPI()
    answer_problems(app)
    app.add_middleware(RequestLines)
    app.include_router(portal_router(portal))
    return Desk(app, portal, clerk, clock, codec, folder / "blobs")


def _migrated(folder: Path, service: str) -> Database:
    """The service's database in `folder`: a copy of one that was migrated once."""
    shutil.copy(_template(service), folder / f"{service}.db")
    return Database(f"sqlite:///{folder}/{service}.db", service)


@cache
def _template(service: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="intake-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / f"{service}.db"
    database = Database(f"sqlite:///{path}", service)
    database.migrate()
    database.close()
    return path


@cache
def _shipped() -> Announcement:
    return load_announcement(ANNOUNCEMENT)


def announcements(
    windows: Windows | None, change: Callable[[Announcement], Announcement]
) -> Mapping[str, Announcement]:
    """The shipped announcement with these windows, and a second one."""
    shipped = change(_shipped())
    first = shipped.model_copy(update={"windows": windows or Windows()})
    return {ANNOUNCEMENT: first, "2020-grade5": shipped.model_copy(update={"id": "2020-grade5"})}


def window(opens_in: timedelta, closes_in: timedelta) -> Window:
    """A window around noon."""
    return Window(opens=NOON + opens_in, closes=NOON + closes_in)


CERTIFICATE = {
    "id": "cert-1",
    "kind": "certificate",
    "title": "토목기사",
    "number": "18201234567A",
    "acquired_on": "2018-08-17",
}
LANGUAGE = {"id": "lang-1", "kind": "language", "test": "TOEIC", "score": "845", "test_date": "2018-05-13"}
CAREER = {"id": "career-1", "kind": "career", "company": "(주)대한건설", "joined_on": "2010-03-02"}
STATUS = {"id": "st-1", "kind": "status", "status": "취업지원대상자", "rate": "10"}


def declaration(**changes: Any) -> dict[str, Any]:
    """A declaration's body."""
    usual = {
        "announcement": ANNOUNCEMENT,
        "name": "홍길동",
        "field": "토목일반",
        "track": "전국일반",
        "claims": [CERTIFICATE, LANGUAGE, CAREER, STATUS],
    }
    return usual | changes


def as_json(value: Any) -> bytes:
    """`value` as a body."""
    return json.dumps(value, ensure_ascii=False).encode()
