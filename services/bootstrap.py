"""The composition root: settings in, running processes out. The only place that wires the pieces together.

`run(service, settings)` is one process. `docintake up` starts them all; on a cluster each is a deployment.

    web        /v1 · /docs · /review · /score · /ops, one address
    intake     relays intake's outbox; follows readings, verdicts, decisions and scores
    reading    uploads → readings, a pool of reading processes
    judging    declarations × readings → verdicts
    review     verdicts → the staff console's read model; relays decisions
    score      declarations, verdicts, decisions → scores; stages → outcomes
    ops        lag, ages, dead letters; Prometheus metrics
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from fastapi import FastAPI

from services.announcement.kept import Announcements
from services.announcement.load import DEFAULT
from services.announcement.model import Announcement
from services.common.avro import EventCodec
from services.common.blobs import SealedBlobs, open_blobs
from services.common.clock import Clock, SystemClock
from services.common.database import Database, open_database
from services.common.errors import Misconfigured
from services.common.events import Event
from services.common.kafka.consume import Consumer, Handler, consume
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.subscription import Subscription, subscribe_patiently
from services.common.keys.copies import KeyCopies
from services.common.keys.grants import Grants
from services.common.keys.rotation import abandon, rotate
from services.common.outbox import Outbox, Relay
from services.common.process import Loop, run_until_stopped
from services.common.sealing import Sealer, master_key_from
from services.common.secrets import (
    install_next_master_key,
    master_key,
    master_keys_at_hand,
    next_master_key,
    portal_key,
    session_key,
    staff_password,
    unmask_password,
)
from services.common.settings import Settings
from services.common.telemetry import configure_logging, logger
from services.common.topics import read_by
from services.common.web.problems import Problem

if TYPE_CHECKING:
    from services.common.read_model import ReadModel
    from services.intake.clerk import Clerk
    from services.intake.erasure import Erasure
    from services.ops.outboxes import OutboxView
    from services.ops.rebuild import Rebuilt
    from services.score.outcomes import Outcomes
    from services.score.rescore import Rescore
    from services.score.rounds import Round
    from services.score.web.desk import Desk
    from services.verify.review.console import Console

STATEFUL = ("intake", "judging", "review", "score")
SERVICES = ("web", "intake", "reading", "judging", "review", "score", "ops")
RECORDS_A_POLL = 100
RECORDS_A_POLL_READING = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """What every service is made of."""

    settings: Settings
    """Read once."""
    clock: Clock
    """The machine's."""
    keys: Database
    """The key store."""
    sealer: Sealer
    """The applicants' keys."""
    blobs: SealedBlobs
    """Originals and page pictures."""
    codec: EventCodec
    """Events to bytes and back."""

    @classmethod
    def open(cls, settings: Settings, *, makes_keys: bool = False) -> Shared:
        """Connects to the key store and the blob store.

        Only what admits applicants makes keys: work under way at an erasure must not seal anew what was erased.
        """
        clock = SystemClock()
        keys = open_database(settings, "keys")
        keys.migrate()
        sealer = Sealer(
            keys,
            master_key_from(master_key(settings)),
            clock,
            makes_keys=makes_keys,
            masters=lambda: [master_key_from(key) for key in master_keys_at_hand(settings)],
        )
        sealer.check()
        blobs = SealedBlobs(open_blobs(settings), sealer)
        return cls(settings, clock, keys, sealer, blobs, EventCodec(sealer, blobs))


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


def run(service: str, settings: Settings) -> None:
    """Run one service until SIGTERM. Raises Misconfigured where it cannot start; any other failure ends the process."""
    if service not in SERVICES:
        raise Misconfigured(f"unknown service {service!r}; choose one of {', '.join(SERVICES)}")
    configure_logging(settings, service)
    runs: dict[str, Callable[[Settings], None]] = {"web": _run_web, "reading": _run_reading, "ops": _run_ops}
    runs.get(service, partial(_run_stateful, service))(settings)


def migrate(settings: Settings) -> None:
    """Bring every database up to its newest revision."""
    for service in ("keys", *STATEFUL):
        database = open_database(settings, service)
        database.migrate()
        database.close()


def stateful(service: str, shared: Shared) -> Stateful:
    """The parts of a service that keeps state, its database migrated."""
    database = open_database(shared.settings, service)
    database.migrate()
    builders = {"intake": _intake, "judging": _judging, "review": _review, "score": _score}
    return builders[service](shared, database)


def _run_stateful(service: str, settings: Settings) -> None:
    shared = Shared.open(settings)
    parts = stateful(service, shared)
    group = f"docintake.{service}"
    relay = Relay(parts.database, parts.outbox, KafkaPublisher(settings, f"{service}-relay"), shared.clock)
    consumer = Consumer(
        group=group,
        handlers=parts.handlers,
        database=parts.database,
        inbox=parts.inbox,
        codec=shared.codec,
        publisher=KafkaPublisher(settings, f"{service}-dlq"),
        clock=shared.clock,
    )
    run_until_stopped({"relay": relay.run, "consume": _consuming(consumer, settings), **parts.loops})


def _consuming(consumer: Consumer, settings: Settings) -> Loop:
    def loop(stop: threading.Event) -> None:
        connect = partial(Subscription, settings, consumer.group, read_by(consumer.group), RECORDS_A_POLL)
        subscription = subscribe_patiently(connect, stop)
        if subscription is not None:
            consume(consumer, subscription, stop)

    return loop


def _intake(shared: Shared, database: Database) -> Stateful:
    from services.intake.erasure import Erasure
    from services.intake.follow import handlers
    from services.intake.tables import INBOX, OUTBOX

    found = all_announcements(shared.settings)
    erasure = Erasure(_clerk(shared, database, found))
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


@dataclass(frozen=True, slots=True)
class Erasures:
    """Erasing people from the command line."""

    erasure: Erasure
    """Intake's."""
    copies: KeyCopies
    """Where copies of their keys are."""

    def applicants_of(self, announcement: str) -> list[str]:
        """Everybody of an announcement, by number."""
        return self.erasure.applicants_of(announcement)

    def erase(self, applicant_id: str) -> None:
        """Erase one person. Misconfigured where nobody of that number was ever here."""
        try:
            self.erasure.erase(applicant_id)
        except Problem as problem:
            raise Misconfigured(f"{applicant_id[:64]!r}: {problem.en} / {problem.ko}") from None

    def refresh_copies(self) -> list[Path]:
        """Take their keys out of every copy; answers the copies that are away."""
        return self.copies.refresh()


def erasures(settings: Settings) -> Erasures:
    """Erasing people of the data that is served from this home."""
    from services.intake.erasure import Erasure

    shared = Shared.open(settings)
    database = open_database(settings, "intake")
    database.migrate()
    clerk = _clerk(shared, database, all_announcements(settings))
    return Erasures(Erasure(clerk), KeyCopies(shared.keys, shared.clock))


def key_copy_beside(backup_set: Path) -> Path:
    """Where the copy of the keys lies, unless it is said: beside the sets, one for all of them."""
    from services.ops.backup.make import KEY_COPY

    return backup_set.absolute().parent / KEY_COPY


def backup(settings: Settings, target: Path, key_copy: Path, say: Callable[[str], None]) -> None:
    """Make a backup set in `target` and a copy of the keys; see `services.ops.backup.make`."""
    from services.ops.backup.make import make_backup

    make_backup(settings, _databases(settings), open_blobs(settings), SystemClock(), target, key_copy, say)


def restore(settings: Settings, source: Path, key_copy: Path, install: Path, say: Callable[[str], None]) -> int:
    """Restore a backup set; answers how many people were erased again. `install` holds Java and Kafka."""
    from services.ops.backup.restore import checked, erased_since, restore_stores, restore_topics
    from services.ops.broker import Broker, node

    if not (at_hand := master_keys_at_hand(settings)):
        raise Misconfigured(
            f"no master key: put it into DOCINTAKE_MASTER_KEY or {settings.home.absolute() / 'master.key'}"
            " / 마스터 키를 먼저 넣으십시오."
        )
    manifest, copy = checked(source, key_copy, master_key_from(at_hand[0]))
    databases = {service: open_database(settings, service) for service in ("keys", *STATEFUL)}
    restore_stores(source, copy, key_copy, databases, open_blobs(settings), SystemClock(), say)
    with Broker(node(settings, install)) if settings.starts_broker else nullcontext():
        restore_topics(settings, source, manifest, say)
    again = erasures(settings).erasure
    return sum(again.erase_again(subject, lives) for subject, lives in sorted(erased_since(copy).items()))


def _databases(settings: Settings) -> dict[str, Database]:
    """Every database, migrated."""
    found = {service: open_database(settings, service) for service in ("keys", *STATEFUL)}
    for database in found.values():
        database.migrate()
    return found


def read_model(service: str, settings: Settings) -> ReadModel:
    """What of a stateful service follows from topics. Misconfigured where it has no read model."""
    from services.intake.rebuilt import read_model as intake
    from services.score.rebuilt import READ_MODEL as SCORE
    from services.verify.judging.rebuilt import READ_MODEL as JUDGING
    from services.verify.review.rebuilt import READ_MODEL as REVIEW

    models = {"judging": JUDGING, "review": REVIEW, "score": SCORE}
    if service not in STATEFUL:
        raise Misconfigured(f"{service!r} has no read model; choose one of {', '.join(STATEFUL)}")
    return intake(all_announcements(settings)) if service == "intake" else models[service]


def rebuild(service: str, settings: Settings, *, dry: bool, say: Callable[[str], None]) -> Rebuilt:
    """Build a service's read model anew from its topics, while it goes on; see `services.ops.rebuild`."""
    from services.ops.rebuild import Rebuilding
    from services.ops.rebuild import rebuild as build

    shared = Shared.open(settings)
    parts = stateful(service, shared)
    one = Rebuilding(
        service=service,
        live=parts.database,
        model=read_model(service, settings),
        handlers=parts.handlers,
        inbox=parts.inbox,
        outbox=parts.outbox,
        codec=shared.codec,
        clock=shared.clock,
    )
    folder = settings.data / "rebuild"
    folder.mkdir(parents=True, exist_ok=True)
    return build(settings, one, folder, dry=dry, say=say)


def rotate_master_key(settings: Settings, file: Path | None) -> tuple[int, list[Path]]:
    """Wrap every applicant's key with a new master key; answers how many, and the copies that are not up to date.

    The new key is that in `file`, made where there is none; without `file` home/master.key changes.
    """
    held = bool(settings.master_key.get_secret_value())
    if held and file is None:
        raise Misconfigured(
            "the master key is in DOCINTAKE_MASTER_KEY: name a file for the new one with --new-key-file, and put its"
            " content into DOCINTAKE_MASTER_KEY of every process afterwards"
            " / 새 키를 쓸 파일을 --new-key-file로 지정하고, 끝난 뒤 모든 프로세스의 DOCINTAKE_MASTER_KEY를 바꾸십시오."
        )
    clock, database = SystemClock(), _migrated_keys(settings)
    old = master_key_from(master_key(settings))
    new = master_key_from(next_master_key(settings, file if held else None))
    rotated = rotate(database, old, new, clock)
    if not held:
        install_next_master_key(settings)
    return rotated.keys, KeyCopies(database, clock).refresh()


def copy_keys(settings: Settings, path: Path) -> None:
    """Write a copy of the applicants' keys to `path`, kept up to date from now on."""
    KeyCopies(_migrated_keys(settings), SystemClock()).write(path)


def forget_key_copy(settings: Settings, path: Path) -> bool:
    """Keep that copy up to date no longer; says whether it was known."""
    return KeyCopies(_migrated_keys(settings), SystemClock()).forget(path)


def give_up_keys(settings: Settings) -> tuple[int, int]:
    """After the loss of the master key: every key is given up, and whom it belonged to is erased.

    Answers (keys, people). What is not sealed (numbers, codes, verdicts' states) stays on the topics.
    """
    keys = abandon(_migrated_keys(settings), master_key_from(master_key(settings)), SystemClock())
    desk = erasures(settings)
    people = [one for name in all_announcements(settings) for one in desk.applicants_of(name)]
    for one in people:
        desk.erase(one)
    desk.refresh_copies()
    return keys, len(people)


def _migrated_keys(settings: Settings) -> Database:
    database = open_database(settings, "keys")
    database.migrate()
    return database


def selection(settings: Settings) -> tuple[Round, Outcomes]:
    """The selection of the score service, for the command line."""
    desk = _score_desk(Shared.open(settings))
    return desk.round, desk.outcomes


def rescore(settings: Settings) -> Rescore:
    """Scoring again under the rule books as they are now."""
    from services.score.handlers import Scorer
    from services.score.rescore import Rescore
    from services.score.tables import OUTBOX

    shared = Shared.open(settings)
    database = open_database(settings, "score")
    database.migrate()
    found = announcements(settings)
    scorer = Scorer(Outbox(OUTBOX, shared.codec, "score", shared.clock), shared.sealer, shared.clock, found)
    return Rescore(database, scorer, shared.sealer, shared.codec, shared.clock, found)


def _score_desk(shared: Shared) -> Desk:
    """What the web and the command line see of the score service."""
    from services.score.outcomes import Outcomes
    from services.score.rounds import Round
    from services.score.tables import OUTBOX
    from services.score.web.desk import Desk

    database = open_database(shared.settings, "score")
    database.migrate()
    outcomes = Outcomes(database, Outbox(OUTBOX, shared.codec, "score", shared.clock), shared.sealer, shared.clock)
    found = announcements(shared.settings)
    round_ = Round(database, outcomes, shared.sealer, shared.clock, found)
    return Desk(database, outcomes, round_, shared.codec, found)


def all_announcements(settings: Settings) -> Mapping[str, Announcement]:
    """Every announcement that can be applied to, by id; AnnouncementError where a file is wrong now."""
    found = announcements(settings)
    for name in found:
        found(name)
    return found


def announcements(settings: Settings) -> Announcements:
    """Announcements by id, read again when a file changes; AnnouncementError where there is none of that id."""

    def told(name: str, what: str) -> None:
        logger("announcement").warning(what, announcement=name)

    return Announcements(settings.announcements or DEFAULT, told)


def _run_reading(settings: Settings) -> None:
    from services.common.kafka.consume_slowly import SlowConsumer
    from services.verify.reading.pool import PoolLimits, ReadingPool
    from services.verify.reading.worker import GROUP, ReadingWork

    workers = settings.reading_workers or os.cpu_count() or 1
    # The processes start before any Kafka client: no client survives a fork.
    limits = PoolLimits(workers, settings.reading_seconds, settings.reading_memory_mib)
    pool = ReadingPool(limits, settings.ocr_engine)
    pool.check()
    shared = Shared.open(settings)
    publisher = KafkaPublisher(settings, "reading")
    work = ReadingWork(shared.codec, shared.blobs, pool, publisher, shared.clock, settings.reading_attempts)

    def loop(stop: threading.Event) -> None:
        connect = partial(Subscription, settings, GROUP, read_by(GROUP), RECORDS_A_POLL_READING)
        subscription = subscribe_patiently(connect, stop)
        if subscription is not None:
            SlowConsumer(GROUP, work, workers, publisher, subscription).run(stop)

    try:
        run_until_stopped({"read": loop})
    finally:
        pool.close()


def _run_ops(settings: Settings) -> None:
    from services.ops.letterbox import keep_marks
    from services.ops.watch import watch

    clock = SystemClock()
    run_until_stopped({"watch": lambda stop: watch(settings, clock, stop), "marks": partial(keep_marks, settings)})


def _run_web(settings: Settings) -> None:
    from services.web.serve import serve

    serve(web_app(settings), settings.host, settings.port)


def _clerk(shared: Shared, database: Database, found: Mapping[str, Announcement]) -> Clerk:
    from services.intake.clerk import Clerk
    from services.intake.tables import OUTBOX

    outbox = Outbox(OUTBOX, shared.codec, "intake", shared.clock)
    return Clerk(database, outbox, shared.sealer, shared.blobs, shared.clock, found)


def web_app(settings: Settings) -> FastAPI:
    """All roles on one application; nothing listens yet."""
    from services.intake.admission.child import Admission
    from services.intake.admission.limits import Limits
    from services.intake.api.lines import RequestLines
    from services.intake.api.portal import Portal, portal_router
    from services.ops.watch import look
    from services.ops.web import router as ops_router
    from services.score.web.pages import router as score_router
    from services.score.web.results_api import results_router
    from services.verify.review.sessions import Sessions
    from services.verify.review.unmasking import UnmaskRight
    from services.verify.review.web import router as review_router
    from services.verify.review.web import signed_in
    from services.web.app import create_app
    from services.web.keys import keys_router

    shared = Shared.open(settings, makes_keys=True)
    database = open_database(settings, "intake")
    database.migrate()
    clerk = _clerk(shared, database, all_announcements(settings))
    admission = Admission(Limits.of(settings), settings.admission_workers)
    portal = Portal.of(settings, portal_key(settings), clerk, admission)

    scores = _score_desk(Shared.open(settings))
    sessions = Sessions(staff_password(settings), session_key(settings), shared.clock)
    routers = [
        # Before the portal, which answers for whatever else is under /v1.
        keys_router(Grants(open_database(settings, "keys"), shared.clock), shared.sealer),
        results_router(scores, portal_key(settings), settings.max_request_bytes),
        portal_router(portal),
        score_router(scores, signed_in(sessions)),
        review_router(_console(Shared.open(settings)), sessions, UnmaskRight(unmask_password(settings), shared.clock)),
        ops_router(
            lambda: look(settings, shared.clock),
            signed_in(sessions),
            lambda: outboxes_of(settings, shared.clock),
        ),
    ]
    app = create_app(routers, admission.start, admission.close)
    app.add_middleware(RequestLines)
    return app


def outboxes_of(settings: Settings, clock: Clock) -> tuple[OutboxView, ...]:
    """What waits in each service's outbox; a service without a database has none. Raises Retryable."""
    from services.ops.outboxes import outboxes

    there = [name for name in STATEFUL if settings.database_url or (settings.data / "db" / f"{name}.db").exists()]
    databases = [open_database(settings, service) for service in there]
    try:
        return outboxes(databases, clock)
    finally:
        for database in databases:
            database.close()


def _console(shared: Shared) -> Console:
    from services.verify.review.console import Console
    from services.verify.review.tables import OUTBOX

    database = open_database(shared.settings, "review")
    database.migrate()
    outbox = Outbox(OUTBOX, shared.codec, "review", shared.clock)
    return Console(database, shared.sealer, shared.blobs, outbox, shared.clock)
