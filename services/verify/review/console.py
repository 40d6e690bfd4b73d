"""What the staff pages can ask and do: list papers, look at one, see its pictures, decide."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.common.blobs import SealedBlobs
from services.common.clock import Clock, utc_text
from services.common.database import Database
from services.common.events import Decided, Decision, UploadKind, derived_id
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.common.telemetry import logger
from services.verify.review.read_model import Row, locked, refresh, stands
from services.verify.review.standing import Standing
from services.verify.review.tables import DECISIONS, PAPERS, UNMASKINGS, VERDICTS
from services.verify.review.unmasking import uncovered

TOPIC = "review.decisions"
PAGE_SIZE = 50
SHOWS = ("flagged", "decided", "all")
STATUSES = ("MISMATCH", "UNREADABLE", "REJECTED", "MATCH")
KINDS = ("certificate", "language-report", "career-form", "evidence")

log = logger("review")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows; a status or kind that does not exist fits no paper."""

    show: str = "flagged"
    """`flagged` (a person is awaited), `decided` or `all`."""
    status: str = ""
    """One of STATUSES; empty: every status."""
    kind: str = ""
    """One of KINDS; empty: every kind."""
    applicant: str = ""
    """Application number; empty: everybody."""
    page: int = 1
    """From 1."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of papers, oldest first."""

    papers: tuple[Row, ...]
    """Rows of the read model, without personal values."""
    total: int
    """How many there are on all pages."""
    waiting: int
    """How many papers await a person, whatever the filter."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One staff decision, opened."""

    decision: str
    """UPHELD, OVERTURNED or RE-UPLOAD."""
    staff: str
    """Who."""
    reason: str
    """Why."""
    occurred_at: str
    """When, ISO 8601 in UTC."""
    holds: bool
    """Whether it is the one that settles the newest verdict."""


@dataclass(frozen=True, slots=True)
class Unmasked:
    """One look at what is blacked out on a page, opened."""

    page: int
    """Which page, from 1."""
    staff: str
    """Who."""
    reason: str
    """Why."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One paper, opened."""

    paper: Row
    """Its row of the read model."""
    standing: Standing
    """Where it stands."""
    verdict: Mapping[str, Any]
    """Personal part of the newest verdict: fields, reasons, pages; empty where there is none."""
    evidence: Mapping[str, Any]
    """The newest evidence; empty where there is none."""
    verdicts: tuple[Row, ...]
    """Every verdict, oldest first, without personal values."""
    decisions: tuple[Settled, ...]
    """Every decision, oldest first."""
    unmaskings: tuple[Unmasked, ...] = ()
    """Every look at a resident number, oldest first."""


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """What a staff member sends."""

    decision: Decision
    """UPHELD, OVERTURNED or RE-UPLOAD."""
    reason: str
    """Why; not empty."""
    staff: str
    """Who; not empty."""
    verdict_id: str
    """The verdict they saw; empty where they saw a rejection."""
    basis: str
    """Its basis."""
    seen: str
    """Id of the decision that held when the form was shown; empty where none did."""
    form_id: str
    """Drawn for each form shown: the very same form sent twice is one decision."""


class Changed(Exception):
    """The paper is no longer what the staff member saw: nothing was decided."""


class Console:
    """The staff console without its pages."""

    def __init__(self, database: Database, sealer: Sealer, blobs: SealedBlobs, outbox: Outbox, clock: Clock) -> None:
        """`database` is review's own, migrated; `outbox` its outbox."""
        self._database = database
        self._sealer = sealer
        self._blobs = blobs
        self._outbox = outbox
        self._clock = clock

    def papers(self, wanted: Filter) -> Listing:
        """One page of the papers that `wanted` asks for."""
        conditions = _conditions(wanted)
        query = sa.select(PAPERS).where(*conditions).order_by(PAPERS.c.first_seen, PAPERS.c.document_id)
        with self._database.read() as connection:
            rows = connection.execute(query.offset((wanted.page - 1) * PAGE_SIZE).limit(PAGE_SIZE)).all()
            total = connection.execute(sa.select(sa.func.count()).select_from(PAPERS).where(*conditions)).scalar_one()
            waiting = connection.execute(
                sa.select(sa.func.count()).select_from(PAPERS).where(PAPERS.c.flagged)
            ).scalar_one()
        return Listing(tuple(rows), total, waiting)

    def paper(self, document_id: str) -> Shown | None:
        """One paper with all that staff need; None where there is none. KeyDestroyed where the applicant was erased."""
        with self._database.read() as connection:
            paper = connection.execute(sa.select(PAPERS).where(PAPERS.c.document_id == document_id)).one_or_none()
            if paper is None:
                return None
            now = stands(connection, paper)
            verdicts = connection.execute(_of(VERDICTS, document_id)).all()
            decisions = connection.execute(_of(DECISIONS, document_id)).all()
            unmaskings = connection.execute(_of(UNMASKINGS, document_id)).all()
        newest = next((row for row in verdicts if now.verdict and row.verdict_id == now.verdict.verdict_id), None)
        return Shown(
            paper=paper,
            standing=now,
            verdict=self._open(paper, f"review:verdict:{newest.verdict_id}", newest.sealed) if newest else {},
            evidence=self._open(paper, f"review:evidence:{document_id}", paper.evidence),
            verdicts=tuple(verdicts),
            decisions=tuple(self._settled(paper, row, now) for row in decisions),
            unmaskings=tuple(self._unmasked(paper, row) for row in unmaskings),
        )

    def picture(self, document_id: str, number: int) -> bytes | None:
        """The upright picture of page `number`; None where there is none."""
        with self._database.read() as connection:
            paper = connection.execute(sa.select(PAPERS).where(PAPERS.c.document_id == document_id)).one_or_none()
        if paper is None:
            return None
        pages = self._open(paper, f"review:evidence:{document_id}", paper.evidence).get("pages", [])
        name = next((page["picture"] for page in pages if page["number"] == number), None)
        try:
            return self._blobs.get(paper.subject, name) if name else None
        except KeyError:
            return None

    def unmask(self, document_id: str, number: int, staff: str, reason: str) -> bytes | None:
        """Page `number` with what is blacked out on it, as PNG; None where there is no such page, or nothing beneath.

        Who looks and why is on the record (and durable) before anything is answered. KeyDestroyed after an erasure.
        """
        with self._database.begin() as connection:
            paper = locked(connection, document_id)
            if paper is None:
                return None
            pages = self._open(paper, f"review:evidence:{document_id}", paper.evidence).get("pages", [])
            page = next((page for page in pages if page["number"] == number), None)
            if page is None or not page["picture"] or not page.get("beneath"):
                return None
            try:
                picture = self._blobs.get(paper.subject, page["picture"])
                beneath = self._blobs.get(paper.subject, page["beneath"])
            except KeyError:
                return None
            unmasking_id = str(uuid.uuid4())
            connection.execute(
                sa.insert(UNMASKINGS).values(
                    unmasking_id=unmasking_id,
                    document_id=document_id,
                    page=number,
                    occurred_at=utc_text(self._clock.now()),
                    sealed=self._sealer.seal_json(
                        paper.subject, f"review:unmasking:{unmasking_id}", {"staff": staff, "reason": reason}
                    ),
                )
            )
        log.info("resident number unmasked", document_id=document_id, page=number, unmasking_id=unmasking_id)
        return uncovered(picture, beneath)

    def decide(self, document_id: str, form: DecisionForm) -> None:
        """Record a decision and publish it, in one transaction.

        Raises Changed where the paper has meanwhile been judged to something else or decided, was withdrawn, replaced
        or erased. The very same form once more is no second decision; with another choice or reason it is Changed too.
        """
        with self._database.begin() as connection:
            paper = locked(connection, document_id)
            if paper is None or paper.ended is not None:
                raise Changed
            now = stands(connection, paper)
            if now.basis != form.basis or not now.decidable:
                raise Changed
            held = now.decision
            event = self._decided(paper, form, after=held.occurred_at if held else None)
            if held and held.decision_id == event.event_id and self._says_the_same(connection, paper, event):
                return
            if (held.decision_id if held else "") != form.seen:
                raise Changed
            self._record(connection, paper, event)
        log.info("decided", document_id=document_id, decision=form.decision.value, decision_id=event.event_id)

    def _record(self, connection: sa.Connection, paper: Row, event: Decided) -> None:
        connection.execute(
            sa.insert(DECISIONS).values(
                decision_id=event.event_id,
                document_id=event.document_id,
                verdict_id=event.verdict_id,
                basis=event.basis,
                decision=event.decision.value,
                occurred_at=utc_text(event.occurred_at),
                sealed=self._sealer.seal_json(paper.subject, f"review:decision:{event.event_id}", dict(event.personal)),
            )
        )
        self._outbox.add(connection, TOPIC, event)
        refresh(connection, event.document_id)

    def _says_the_same(self, connection: sa.Connection, paper: Row, event: Decided) -> bool:
        """Whether the decision recorded under the id of `event` is `event`."""
        row = connection.execute(sa.select(DECISIONS).where(DECISIONS.c.decision_id == event.event_id)).one()
        personal = self._open(paper, f"review:decision:{row.decision_id}", row.sealed)
        return row.decision == event.decision.value and dict(personal) == dict(event.personal)

    def _decided(self, paper: Row, form: DecisionForm, after: str | None) -> Decided:
        """The event of `form`, later than the decision of the moment `after`: the later of two counts, everywhere."""
        announcement, applicant_id = paper.subject.split("/", 1)
        earliest = [datetime.fromisoformat(after) + timedelta(milliseconds=1)] if after else []
        return Decided(
            event_id=derived_id("decided", paper.document_id, form.verdict_id, form.basis, form.form_id),
            announcement=announcement,
            applicant_id=applicant_id,
            occurred_at=max([self._clock.now(), *earliest]),
            document_id=paper.document_id,
            claim_id=paper.claim_id,
            paper=paper.paper,
            kind=UploadKind(paper.kind),
            verdict_id=form.verdict_id or None,
            basis=form.basis,
            decision=form.decision,
            personal={"reason": form.reason, "staff": form.staff},
        )

    def _settled(self, paper: Row, row: Row, now: Standing) -> Settled:
        personal = self._open(paper, f"review:decision:{row.decision_id}", row.sealed)
        return Settled(
            decision=row.decision,
            staff=str(personal.get("staff", "")),
            reason=str(personal.get("reason", "")),
            occurred_at=row.occurred_at,
            holds=now.decision is not None and row.decision_id == now.decision.decision_id,
        )

    def _unmasked(self, paper: Row, row: Row) -> Unmasked:
        personal = self._open(paper, f"review:unmasking:{row.unmasking_id}", row.sealed)
        return Unmasked(row.page, str(personal.get("staff", "")), str(personal.get("reason", "")), row.occurred_at)

    def _open(self, paper: Row, context: str, sealed: bytes | None) -> Mapping[str, Any]:
        return self._sealer.open_json(paper.subject, context, sealed) if sealed else {}


def _of(table: sa.Table, document_id: str) -> sa.Select[Any]:
    return sa.select(table).where(table.c.document_id == document_id).order_by(table.c.occurred_at)


def _conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    shows = {
        "flagged": PAPERS.c.flagged.is_(True),
        "decided": PAPERS.c.decision.is_not(None),
        "all": sa.true(),
    }
    conditions: list[sa.ColumnElement[bool]] = [shows.get(wanted.show, shows["flagged"])]
    if wanted.status:
        conditions.append(PAPERS.c.status == wanted.status if wanted.status in STATUSES else sa.false())
    if wanted.kind:
        conditions.append(PAPERS.c.kind == wanted.kind if wanted.kind in KINDS else sa.false())
    if wanted.applicant:
        known = wanted.applicant.isprintable()  # PostgreSQL refuses a text with NUL
        conditions.append(PAPERS.c.subject.endswith(f"/{wanted.applicant}", autoescape=True) if known else sa.false())
    return conditions
