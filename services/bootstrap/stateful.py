"""The services that keep state: which tables, which handlers, what else they run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.bootstrap.shared import Shared, all_announcements, announcements, migrated
from services.common.database import Database
from services.common.events import Event
from services.common.kafka.consume import Handler
from services.common.keys.copies import KeyCopies
from services.common.outbox import Outbox
from services.common.process import Loop

if TYPE_CHECKING:
    from services.intake.clerk import Clerk


@dataclass(frozen=True, slots=True)
class Stateful:
    """A service that keeps state: its database with outbox and inbox, and what it does with events."""

    database: Database
    """Migrated."""
    outbox: sa.Table
    """What it will publish."""
    inbox: sa.Table
    """What it has handled."""
    handlers: Mapping[type[Event], Handler]
    """What it does with each event."""
    loops: Mapping[str, Loop] = field(default_factory=dict)
    """What else it runs, beside relay and consumer."""


def stateful(service: str, shared: Shared) -> Stateful:
    """The parts of a service that keeps state, its database migrated."""
    database = migrated(shared.settings, service)
    builders = {"intake": _intake, "judging": _judging, "review": _review, "score": _score}
    return builders[service](shared, database)


def _intake(shared: Shared, database: Database) -> Stateful:
    from services.intake.erasure import Erasure
    from services.intake.follow import handlers
    from services.intake.tables import INBOX, OUTBOX

    found = all_announcements(shared.settings)
    erasure = Erasure(clerk(shared, database, found))
    copies = KeyCopies(shared.keys, shared.clock)
    return Stateful(
        database,
        OUTBOX,
        INBOX,
        handlers(shared.sealer, found),
        {"erasures": erasure.keep_finishing, "key copies": copies.keep_current},
    )


def _judging(shared: Shared, database: Database) -> Stateful:
    from services.verify.judging.handlers import handlers
    from services.verify.judging.tables import INBOX, OUTBOX

    outbox = Outbox(OUTBOX, shared.codec, "judging", shared.clock)
    return Stateful(
        database, OUTBOX, INBOX, handlers(outbox, shared.sealer, shared.clock, announcements(shared.settings))
    )


def _review(shared: Shared, database: Database) -> Stateful:
    from services.verify.review.handlers import handlers
    from services.verify.review.tables import INBOX, OUTBOX

    return Stateful(database, OUTBOX, INBOX, handlers(shared.sealer))


def _score(shared: Shared, database: Database) -> Stateful:
    from services.score.deadline import Deadlines
    from services.score.handlers import Scorer, handlers
    from services.score.outcomes import Outcomes
    from services.score.tables import INBOX, OUTBOX

    outbox = Outbox(OUTBOX, shared.codec, "score", shared.clock)
    found = announcements(shared.settings)
    scorer = Scorer(outbox, shared.sealer, shared.clock, found)
    deadlines = Deadlines(database, scorer, shared.clock, found)
    outcomes = Outcomes(database, outbox, shared.sealer, shared.clock)
    return Stateful(database, OUTBOX, INBOX, handlers(scorer, outcomes), {"deadlines": deadlines.run})


def clerk(shared: Shared, database: Database, found: Mapping[str, Announcement]) -> Clerk:
    from services.intake.clerk import Clerk
    from services.intake.tables import OUTBOX

    outbox = Outbox(OUTBOX, shared.codec, "intake", shared.clock)
    return Clerk(database, outbox, shared.sealer, shared.blobs, shared.clock, found)
