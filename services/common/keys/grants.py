"""Key grants: a consumer of events that may open sealed values has a token, and is handed keys one by one.

A consumer asks for each applicant's key as it needs it, so that an erasure ends what it can open, too. The token is
shown once; the key store has its SHA-256 (the token is random and long, so a slow hash would add nothing).
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

import sqlalchemy as sa

from services.common.clock import Clock
from services.common.database import Database, insert_ignore
from services.common.errors import Misconfigured
from services.common.keys.tables import GRANTS

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
"""Names stand in log lines."""
PREFIX = "dkg_"
"""Of every token, so that one that was left lying about can be recognised."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One grant, holding or revoked."""

    name: str
    """Who has it."""
    granted_at: str
    """When it was made, ISO 8601 in UTC."""
    revoked_at: str | None
    """When it ended; None while it holds."""


class Grants:
    """The grants in the key store. Every method raises Retryable where the database is away."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """`database` is the key store, migrated."""
        self._database = database
        self._clock = clock

    def grant(self, name: str) -> str:
        """Make a grant and answer its token, which is not to be had again.

        Raises Misconfigured where the name is none, or has a grant that holds.
        """
        if not NAME.fullmatch(name):
            raise Misconfigured(
                f"{name[:80]!r} cannot name a grant: use 1 to 64 of a-z, 0-9, dot, hyphen and underscore, and begin"
                " with a letter or digit / 이름에는 영문 소문자, 숫자, . - _ 만 쓸 수 있습니다."
            )
        token = PREFIX + secrets.token_urlsafe(32)
        with self._database.begin() as connection:
            made = insert_ignore(
                connection,
                GRANTS,
                token_hash=_hash(token),
                name=name,
                granted_at=self._clock.now().isoformat(),
                revoked_at=None,
            )
        if not made:
            raise Misconfigured(
                f"{name} has a grant already: revoke it first (`docintake keys revoke {name}`), or choose another name"
                f" / {name}의 권한이 이미 있습니다. 먼저 회수하거나 다른 이름을 쓰십시오."
            )
        return token

    def revoke(self, name: str) -> None:
        """End the grant of that name, at once. Raises Misconfigured where none holds."""
        with self._database.begin() as connection:
            ended = connection.execute(
                sa.update(GRANTS)
                .where(GRANTS.c.name == name, GRANTS.c.revoked_at.is_(None))
                .values(revoked_at=self._clock.now().isoformat())
            )
        if not ended.rowcount:
            raise Misconfigured(
                f"no grant named {name[:80]!r} holds; `docintake keys list` shows all"
                " / 그런 이름의 유효한 권한이 없습니다. `docintake keys list`로 확인하십시오."
            )

    def all(self) -> list[Grant]:
        """Every grant ever made, oldest first."""
        columns = sa.select(GRANTS.c.name, GRANTS.c.granted_at, GRANTS.c.revoked_at)
        with self._database.read() as connection:
            rows = connection.execute(columns.order_by(GRANTS.c.granted_at, GRANTS.c.name)).all()
        return [Grant(row.name, row.granted_at, row.revoked_at) for row in rows]

    def of(self, token: str) -> Grant | None:
        """The grant of a token, which may be revoked; None where nobody was given that token."""
        columns = sa.select(GRANTS.c.name, GRANTS.c.granted_at, GRANTS.c.revoked_at)
        with self._database.read() as connection:
            row = connection.execute(columns.where(GRANTS.c.token_hash == _hash(token))).first()
        return Grant(row.name, row.granted_at, row.revoked_at) if row else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
