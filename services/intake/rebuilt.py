"""What `docintake rebuild intake` builds anew: what became of documents, and scores.

Declarations and receipts are made here (their events follow from them), so applicants, documents with their number and
their end, idempotency keys and erasures stay; of a document's row only the columns that repeat what others said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.database import insert_ignore, upsert
from services.common.read_model import ReadModel
from services.intake.documents import refresh
from services.intake.status import Outcome, Status
from services.intake.tables import APPLICANTS, DECISIONS, DOCUMENTS, ERASURES, HISTORY, SCORES, VERDICTS

OWN_HISTORY = (Status.RECEIVED.value, Status.SUPERSEDED.value, Status.WITHDRAWN.value)
"""Lines that intake writes itself."""
FOLLOWING = (
    "reading_id", "pictures", "rejection", "status", "outcome", "decided_by", "declaration_version",
)  # fmt: skip
"""Columns of a document that others' events decide."""


def read_model(announcements: Mapping[str, Announcement]) -> ReadModel:
    """Intake's; `announcements` are all that can be applied to, by id."""

    def take_over(live: sa.Connection, fresh: sa.Connection, dry: bool) -> int:
        for row in fresh.execute(sa.select(DOCUMENTS.c.document_id, DOCUMENTS.c.announcement)).all():
            refresh(fresh, row.document_id, announcements[row.announcement])
        return _documents(live, fresh, dry) + _histories(live, fresh, dry)

    return ReadModel(
        tables=(VERDICTS, DECISIONS, SCORES),
        produces=(),
        kept_ko="신고서, 접수 기록(서류 번호), 멱등 키, 삭제 기록은 그대로 둡니다.",
        kept_en="declarations, receipts (a document's number), idempotency keys, and erasures.",
        seed=_seed,
        take_over=take_over,
    )


def _seed(live: sa.Connection, fresh: sa.Connection) -> None:
    for table in (APPLICANTS, ERASURES):
        fresh.execute(sa.delete(table))
        for row in live.execute(sa.select(table)).all():
            insert_ignore(fresh, table, **row._mapping)
    known = {row.document_id: row for row in fresh.execute(sa.select(DOCUMENTS)).all()}
    for row in live.execute(sa.select(DOCUMENTS).order_by(DOCUMENTS.c.number)).all():
        before = known.pop(row.document_id, None)
        following = _unheard_of(row) if before is None else {name: before._mapping[name] for name in FOLLOWING}
        upsert(fresh, DOCUMENTS, **(dict(row._mapping) | following))
    for table in (VERDICTS, DECISIONS, HISTORY, DOCUMENTS):  # whoever was erased meanwhile
        if known:
            fresh.execute(sa.delete(table).where(table.c.document_id.in_(known)))
    own = HISTORY.c.event.in_(OWN_HISTORY)
    fresh.execute(sa.delete(HISTORY).where(own))
    for row in live.execute(sa.select(HISTORY).where(own).order_by(HISTORY.c.number)).all():
        fresh.execute(sa.insert(HISTORY).values(document_id=row.document_id, at=row.at, event=row.event))


def _unheard_of(row: sa.Row[Any]) -> dict[str, object]:
    """A document's columns before anybody has said anything of it."""
    return {
        "reading_id": None,
        "pictures": [],
        "rejection": None,
        "status": row.ended or Status.RECEIVED.value,
        "outcome": Outcome.PENDING.value,
        "decided_by": None,
        "declaration_version": None,
    }


def _documents(live: sa.Connection, fresh: sa.Connection, dry: bool) -> int:
    columns = [DOCUMENTS.c.document_id, *(DOCUMENTS.c[name] for name in FOLLOWING)]
    found = {row.document_id: row for row in fresh.execute(sa.select(*columns))}
    changed = 0
    for row in live.execute(sa.select(*columns)).all():
        right = found.get(row.document_id)
        if right is None or tuple(right) == tuple(row):
            continue
        changed += 1
        if not dry:
            values = {name: right._mapping[name] for name in FOLLOWING}
            live.execute(sa.update(DOCUMENTS).where(DOCUMENTS.c.document_id == row.document_id).values(values))
    return changed


def _histories(live: sa.Connection, fresh: sa.Connection, dry: bool) -> int:
    """Histories are shown by time, so only which lines there are counts, not their numbers."""
    lines = [_lines(connection) for connection in (live, fresh)]
    changed = 0
    for document_id in lines[0].keys() | lines[1].keys():
        mine, right = (Counter(found.get(document_id, ())) for found in lines)
        if mine == right:
            continue
        changed += 1
        if not dry:
            live.execute(sa.delete(HISTORY).where(HISTORY.c.document_id == document_id))
            for at, event in lines[1].get(document_id, ()):
                live.execute(sa.insert(HISTORY).values(document_id=document_id, at=at, event=event))
    return changed


def _lines(connection: sa.Connection) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in connection.execute(sa.select(HISTORY).order_by(HISTORY.c.at, HISTORY.c.number)):
        found.setdefault(row.document_id, []).append((row.at, row.event))
    return found
