"""What operators do with the stores as a whole: erase, back up, restore, rebuild, rotate keys."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from services.bootstrap.shared import STATEFUL, Shared, all_announcements, migrated
from services.bootstrap.stateful import clerk, stateful
from services.common.blobs import open_blobs
from services.common.clock import Clock, SystemClock
from services.common.database import Database, open_database
from services.common.errors import Misconfigured
from services.common.keys.copies import KeyCopies
from services.common.keys.rotation import abandon, rotate
from services.common.sealing import master_key_from
from services.common.secrets import install_next_master_key, master_key, master_keys_at_hand, next_master_key
from services.common.settings import Settings
from services.common.web.problems import Problem

if TYPE_CHECKING:
    from services.common.read_model import ReadModel
    from services.intake.erasure import Erasure
    from services.ops.outboxes import OutboxView
    from services.ops.rebuild import Rebuilt


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
    database = migrated(settings, "intake")
    desk = clerk(shared, database, all_announcements(settings))
    return Erasures(Erasure(desk), KeyCopies(shared.keys, shared.clock))


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
    return {service: migrated(settings, service) for service in ("keys", *STATEFUL)}


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
    clock, database = SystemClock(), migrated(settings, "keys")
    old = master_key_from(master_key(settings))
    new = master_key_from(next_master_key(settings, file if held else None))
    rotated = rotate(database, old, new, clock)
    if not held:
        install_next_master_key(settings)
    return rotated.keys, KeyCopies(database, clock).refresh()


def copy_keys(settings: Settings, path: Path) -> None:
    """Write a copy of the applicants' keys to `path`, kept up to date from now on."""
    KeyCopies(migrated(settings, "keys"), SystemClock()).write(path)


def forget_key_copy(settings: Settings, path: Path) -> bool:
    """Keep that copy up to date no longer; says whether it was known."""
    return KeyCopies(migrated(settings, "keys"), SystemClock()).forget(path)


def give_up_keys(settings: Settings) -> tuple[int, int]:
    """After the loss of the master key: every key is given up, and whom it belonged to is erased.

    Answers (keys, people). What is not sealed (numbers, codes, verdicts' states) stays on the topics.
    """
    keys = abandon(migrated(settings, "keys"), master_key_from(master_key(settings)), SystemClock())
    desk = erasures(settings)
    people = [one for name in all_announcements(settings) for one in desk.applicants_of(name)]
    for one in people:
        desk.erase(one)
    desk.refresh_copies()
    return keys, len(people)


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
