"""Copies of the key store beside the backups: always the present state, never generations of it.

A backup set holds no key: what is in it can be opened only with the key store as it is, or with this copy, which is
overwritten when an applicant is erased. So an erasure reaches every backup ever made. The keys in a copy are wrapped
with the master key, which is in neither.

A copy is JSON lines: a head with the master key's id, one line a key (destroyed ones too: they tell a restore who was
erased since), and a last line that counts them.
"""

from __future__ import annotations

import base64
import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.common.clock import Clock
from services.common.database import Database, upsert
from services.common.errors import Misconfigured, Retryable
from services.common.keys.tables import COPIES, KEYS, MASTER
from services.common.telemetry import logger

FORMAT = "docintake keys 1"
CURRENT_SECONDS = 5.0
BATCH = 1_000

log = logger("key copies")


@dataclass(frozen=True, slots=True)
class StoredKey:
    """One applicant's key as it lies in a store."""

    key_id: str
    """Hexadecimal."""
    subject: str
    """`announcement/applicant_id`."""
    wrapped: bytes | None
    """Under the master key; None once it is destroyed."""
    created_at: str
    """ISO 8601 in UTC."""
    destroyed_at: str | None
    """ISO 8601 in UTC; None while it lives."""


@dataclass(frozen=True, slots=True)
class KeyCopy:
    """A copy of a key store."""

    master_id: str | None
    """Which master key its keys lie under; None where it holds none."""
    keys: Mapping[str, StoredKey]
    """Every key by id."""


class KeyCopies:
    """The copies of this key store, which are kept up to date."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """`database` is the key store, migrated."""
        self._database = database
        self._clock = clock

    def write(self, path: Path) -> None:
        """Copy the key store to `path` (0600), and keep that copy up to date from now on.

        Raises Retryable where it is not to be written, Misconfigured where a copy of another key store lies there.
        """
        self._check_own(path)
        state = _write(self._database, path.absolute())
        with self._database.begin() as connection:
            upsert(
                connection,
                COPIES,
                path=str(path.absolute()),
                state=state,
                written_at=self._clock.now().isoformat(),
            )

    def refresh(self) -> list[Path]:
        """Write every copy anew that still has a key which was destroyed or rotated; answers those that are away."""
        with self._database.read() as connection:
            state = _state(connection)
            old = connection.execute(sa.select(COPIES.c.path).where(COPIES.c.state != state)).scalars().all()
        away = []
        for path in map(Path, old):
            try:
                if not path.exists():
                    raise Retryable("it is not there")
                self.write(path)
            except (Retryable, Misconfigured) as error:
                log.warning("key copy not up to date", path=str(path), error=str(error))
                away.append(path)
        return away

    def forget(self, path: Path) -> bool:
        """Keep that copy up to date no longer; says whether it was known. The file stays."""
        with self._database.begin() as connection:
            gone = connection.execute(sa.delete(COPIES).where(COPIES.c.path == str(path.absolute())))
            return bool(gone.rowcount)

    def _check_own(self, path: Path) -> None:
        """Another docintake's keys must never be overwritten: its backups could be read by nobody any more."""
        if not path.exists():
            return
        theirs = read_copy(path).keys.keys()
        with self._database.read() as connection:
            ours = {key.key_id for key in stored_keys(connection)}
        if strange := theirs - ours:
            raise Misconfigured(
                f"{path} is a copy of another key store ({len(strange)} keys are not ours): choose another place"
                f" / {path}는 다른 시스템의 키 사본입니다. 다른 위치를 쓰십시오."
            )

    def keep_current(self, stop: threading.Event) -> None:
        """Refresh again and again until told to stop."""
        while not stop.is_set():
            pause = CURRENT_SECONDS
            try:
                if self.refresh():
                    pause = 12 * CURRENT_SECONDS
            except Retryable as error:
                log.warning("key copies wait", error=str(error))
            stop.wait(pause)


def read_copy(path: Path) -> KeyCopy:
    """The copy at `path`. Raises Misconfigured where there is none, or it is cut short."""
    try:
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        if lines[0]["format"] != FORMAT or lines[-1] != {"keys": len(lines) - 2}:
            raise ValueError("cut short")
        return KeyCopy(lines[0]["master_id"], {line["key_id"]: _key(line) for line in lines[1:-1]})
    except FileNotFoundError:
        raise Misconfigured(
            f"no copy of the keys at {path}: give its place with --keys; without keys no backup can be read"
            f" / {path}에 키 사본이 없습니다. --keys로 위치를 지정하십시오. 키가 없으면 백업을 읽을 수 없습니다."
        ) from None
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise Misconfigured(f"{path} is no whole copy of the keys ({type(error).__name__})") from None


def _write(database: Database, path: Path) -> str:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with database.read() as connection, os.fdopen(_opened(draft), "w") as file:
            state, count = _state(connection), 0
            head = {"format": FORMAT, "master_id": connection.execute(sa.select(MASTER.c.master_id)).scalar()}
            file.write(json.dumps(head) + "\n")
            for key in stored_keys(connection):
                file.write(json.dumps(_line(key)) + "\n")
                count += 1
            file.write(json.dumps({"keys": count}) + "\n")
            file.flush()
            os.fsync(file.fileno())
        _replace(draft, path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise Retryable(f"key copy {path}: {error.strerror or type(error).__name__}") from error
    return state


def stored_keys(connection: sa.Connection) -> Iterator[StoredKey]:
    """Every key of the store, in the order of ids."""
    last = ""
    while rows := connection.execute(
        sa.select(KEYS).where(KEYS.c.key_id > last).order_by(KEYS.c.key_id).limit(BATCH)
    ).all():
        yield from (StoredKey(row.key_id, row.subject, row.wrapped, row.created_at, row.destroyed_at) for row in rows)
        last = rows[-1].key_id


def _state(connection: sa.Connection) -> str:
    """What makes an older copy wrong: a key destroyed since, or another master key. New keys only make it older."""
    destroyed, last = connection.execute(
        sa.select(sa.func.count(), sa.func.max(KEYS.c.destroyed_at)).where(KEYS.c.wrapped.is_(None))
    ).one()
    master = connection.execute(sa.select(MASTER.c.master_id)).scalar() or ""
    return f"{destroyed} {last} {master}"


def _opened(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _replace(draft: Path, path: Path) -> None:
    """Put `draft` in the place of `path`, whose old bytes are overwritten: destroyed keys must not lie about."""
    old = None
    with suppress(FileNotFoundError):
        old = path.open("r+b")
    draft.replace(path)
    if old is not None:
        with old:
            old.write(b"\0" * os.fstat(old.fileno()).st_size)
            old.flush()
            os.fsync(old.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _line(key: StoredKey) -> dict[str, Any]:
    return {
        "key_id": key.key_id,
        "subject": key.subject,
        "wrapped": None if key.wrapped is None else base64.b64encode(key.wrapped).decode(),
        "created_at": key.created_at,
        "destroyed_at": key.destroyed_at,
    }


def _key(line: Mapping[str, Any]) -> StoredKey:
    wrapped = line["wrapped"]
    return StoredKey(
        line["key_id"],
        line["subject"],
        None if wrapped is None else base64.b64decode(wrapped, validate=True),
        line["created_at"],
        line["destroyed_at"],
    )
