"""Changing the master key: every applicant's key is wrapped anew, in one transaction, while services go on.

    home/master.key.new ─► one transaction: unwrap with the old, wrap with the new ─► home/master.key

Killed at any point, the key store is wholly under the one key or wholly under the other, both are at hand, and the
same command finishes what is left. Services that read the key from home find the new one by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from services.common.clock import Clock
from services.common.database import Database, hold, upsert
from services.common.errors import Misconfigured
from services.common.keys.tables import KEYS, MASTER
from services.common.sealing import WRONG_MASTER_KEY, master_id, unwrap, wrap

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did."""

    keys: int
    """Keys wrapped anew; 0 where an earlier attempt had done it."""


def rotate(database: Database, old: bytes, new: bytes, clock: Clock) -> Rotated:
    """Wrap every living key with `new` instead of `old` (32 bytes each); afterwards `old` opens nothing here.

    Again is the same. Raises Misconfigured where the keys lie under neither, Retryable as the database.
    """
    if old == new:
        raise Misconfigured("the new master key is the old one / 새 마스터 키가 이전 키와 같습니다.")
    with database.begin() as connection:
        hold(connection, "master key")
        known = connection.execute(sa.select(MASTER.c.master_id)).scalar_one_or_none()
        if known == master_id(new):
            return Rotated(0)
        if known is not None and known != master_id(old):
            raise Misconfigured(WRONG_MASTER_KEY)
        count = _wrap_anew(connection, old, new)
        upsert(connection, MASTER, one=1, master_id=master_id(new), since=clock.now().isoformat())
    database.scrub()
    return Rotated(count)


def abandon(database: Database, new: bytes, clock: Clock) -> int:
    """After the loss of the master key: give up every living key, and go on under `new`; answers how many went.

    Nobody can open what they sealed, so nothing is lost that was not lost before; their owners count as erased.
    """
    with database.begin() as connection:
        hold(connection, "master key")
        gone = connection.execute(
            sa.update(KEYS)
            .where(KEYS.c.wrapped.is_not(None))
            .values(wrapped=None, destroyed_at=clock.now().isoformat())
        ).rowcount
        upsert(connection, MASTER, one=1, master_id=master_id(new), since=clock.now().isoformat())
    database.scrub()
    return int(gone)


def _wrap_anew(connection: sa.Connection, old: bytes, new: bytes) -> int:
    anew = sa.update(KEYS).where(KEYS.c.key_id == sa.bindparam("of")).values(wrapped=sa.bindparam("anew"))
    count, last = 0, ""
    while True:
        rows = connection.execute(
            sa.select(KEYS.c.key_id, KEYS.c.wrapped)
            .where(KEYS.c.wrapped.is_not(None), KEYS.c.key_id > last)
            .order_by(KEYS.c.key_id)
            .limit(BATCH)
        ).all()
        if not rows:
            return count
        changes = []
        for row in rows:
            key = unwrap(old, row.key_id, row.wrapped)
            if key is None:
                raise Misconfigured(WRONG_MASTER_KEY)
            changes.append({"of": row.key_id, "anew": wrap(new, row.key_id, key)})
        connection.execute(anew, changes)
        count, last = count + len(rows), rows[-1].key_id
