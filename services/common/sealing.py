"""Sealing of personal values: AES-GCM under each applicant's own key, which lies wrapped in the key store.

A sealed value is `1 byte version · 16 bytes key id · 12 bytes nonce · ciphertext`; its associated data are
`announcement/applicant`, a zero byte, and what it was sealed for (`Judged:<event id>`, a blob's name). The nonce is
derived from the key and the plaintext, so that a repeated attempt at the same event makes the same bytes. Key, nonce
and digest keys are derived from the applicant's: who is given the sealing key (`sealing_key`) has no other. The only
user of `cryptography`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import threading
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.common.clock import Clock
from services.common.database import Database, hold, insert_ignore
from services.common.errors import KeyDestroyed, Misconfigured, Poison
from services.common.keys.tables import KEYS, MASTER

VERSION = b"\x01"
KEY_ID_BYTES = 16
NONCE_BYTES = 12
CACHE_SECONDS = 30.0
SCRUB_SECONDS = 2.0
WRONG_MASTER_KEY = (
    "the master key is not the one that the applicants' keys are wrapped with: put the right one into"
    ' DOCINTAKE_MASTER_KEY or home/master.key; where it is lost for good, see docs/operators.md, "Loss of the master'
    ' key" / 마스터 키가 지원자 키를 잠근 키와 다릅니다. 올바른 키를 DOCINTAKE_MASTER_KEY 또는 home/master.key에'
    " 넣으십시오. 키를 잃어버렸다면 docs/operators.md의 「마스터 키를 잃었을 때」를 보십시오."
)
_LIVING = sa.select(KEYS.c.key_id).where(KEYS.c.subject == sa.bindparam("subject"), KEYS.c.wrapped.is_not(None))


class Sealer:
    """Seals and opens values with applicants' keys; `subject` is `announcement/applicant` everywhere."""

    def __init__(
        self,
        database: Database,
        master_key: bytes,
        clock: Clock,
        *,
        makes_keys: bool = False,
        masters: Callable[[], Sequence[bytes]] = tuple,
    ) -> None:
        """`master_key` is 32 bytes; `database` is the key store, migrated; `masters` are the master keys that are at
        hand now: while this process runs, the master key may be rotated (`services.common.keys.rotation`).

        Only who admits applicants (intake) makes keys. With `makes_keys` false, sealing for somebody without a living
        key raises KeyDestroyed: what was under way when an applicant was erased must not bring them back.
        """
        if len(master_key) != 32:
            raise Misconfigured("DOCINTAKE_MASTER_KEY must be 32 bytes in base64")
        self._database = database
        self._master = master_key
        self._masters = masters
        self._clock = clock
        self._makes_keys = makes_keys
        self._cache: dict[str, tuple[float, bytes]] = {}
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raises Misconfigured where the applicants' keys lie under another master key: see `docintake keys`."""
        with self._database.read() as connection:
            known = connection.execute(sa.select(MASTER.c.master_id)).scalar_one_or_none()
            living = connection.execute(
                sa.select(KEYS.c.key_id, KEYS.c.wrapped).where(KEYS.c.wrapped.is_not(None)).limit(1)
            ).first()
        if known is not None:
            self._adopt(known)
        elif living is not None:
            self._unwrapped(living.key_id, living.wrapped)

    def seal(self, subject: str, context: str, plaintext: bytes, *, key_id: str | None = None) -> bytes:
        """`plaintext` under the subject's key, made if there is none; bound to `context` (event type, blob name).

        Raises KeyDestroyed where there is none and this sealer makes none. With `key_id` it is that very key, or
        KeyDestroyed: work that was begun in one life of an applicant must not end in another.
        """
        if key_id is None:
            key_id, key = self._living_key(subject)
        else:
            stored = self._stored(key_id)
            if stored is None:
                raise Poison("to be sealed with a key that this key store does not know")
            key = self._key(key_id)
        bound = _bound(subject, context)
        nonce = hmac.digest(_derived(key, b"nonce"), bound + b"\0" + plaintext, "sha256")[:NONCE_BYTES]
        sealed = AESGCM(_derived(key, b"seal")).encrypt(nonce, plaintext, bound)
        return VERSION + bytes.fromhex(key_id) + nonce + sealed

    def open(self, subject: str, context: str, sealed: bytes) -> bytes:
        """The plaintext. KeyDestroyed after an erasure; Poison where it is not what was sealed for this place."""
        head = len(VERSION) + KEY_ID_BYTES
        if sealed[:1] != VERSION or len(sealed) < head + NONCE_BYTES:
            raise Poison("sealed value has an unknown format")
        key = self._key(sealed[1:head].hex())
        nonce, body = sealed[head : head + NONCE_BYTES], sealed[head + NONCE_BYTES :]
        try:
            return AESGCM(_derived(key, b"seal")).decrypt(nonce, body, _bound(subject, context))
        except InvalidTag as error:
            raise Poison("sealed value does not open with its key") from error

    def seal_json(self, subject: str, context: str, value: Mapping[str, Any], *, key_id: str | None = None) -> bytes:
        """`value` as canonical JSON, sealed; errors and `key_id` as `seal`."""
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return self.seal(subject, context, text.encode(), key_id=key_id)

    def open_json(self, subject: str, context: str, sealed: bytes) -> dict[str, Any]:
        """The inverse of `seal_json`; errors as `open`."""
        try:
            value = json.loads(self.open(subject, context, sealed))
        except ValueError as error:
            raise Poison("sealed value is not JSON") from error
        if not isinstance(value, dict):
            raise Poison("sealed value is not an object")
        return value

    def digest(self, subject: str, text: str) -> str:
        """A keyed digest of personal text: equal for equal text of one applicant, and useless to anybody else."""
        _, key = self._living_key(subject)
        return hmac.new(_derived(key, b"digest"), text.encode(), hashlib.sha256).hexdigest()

    def sealing_key(self, key_id: str) -> bytes | None:
        """The 32 bytes that open what was sealed under `key_id` (hexadecimal); None where there is no such key.

        Asks the key store each time, so that an erasure counts at once. Raises KeyDestroyed after an erasure.
        """
        stored = self._stored(key_id)
        return None if stored is None else _derived(self._unwrapped(key_id, stored), b"seal")

    def destroy(self, subject: str) -> None:
        """Throw the subject's keys away: whatever was sealed with them is unreadable from now on, everywhere."""
        with self._database.begin() as connection:
            connection.execute(
                sa.update(KEYS)
                .where(KEYS.c.subject == subject, KEYS.c.wrapped.is_not(None))
                .values(wrapped=None, destroyed_at=self._clock.now().isoformat())
            )
        with self._lock:
            self._cache.clear()
        self._scrub()

    def erased(self, subject: str) -> bool:
        """Whether the subject had a key and has none now."""
        with self._database.read() as connection:
            wrapped = connection.execute(sa.select(KEYS.c.wrapped).where(KEYS.c.subject == subject)).scalars().all()
        return bool(wrapped) and all(key is None for key in wrapped)

    def erased_since(self, subject: str, moment: datetime) -> bool:
        """Whether a key of the subject was thrown away at `moment` or later, whoever may have come back since."""
        with self._database.read() as connection:
            ends = connection.execute(
                sa.select(KEYS.c.destroyed_at).where(KEYS.c.subject == subject, KEYS.c.wrapped.is_(None))
            ).scalars()
            return any(end is not None and datetime.fromisoformat(end) >= moment for end in ends)

    def _scrub(self) -> None:
        """The wrapped key leaves the disk, too; where readers hold that up for long, the next erasure sees to it."""
        deadline = time.monotonic() + SCRUB_SECONDS
        while not self._database.scrub() and time.monotonic() < deadline:
            time.sleep(0.05)

    def _living_key(self, subject: str) -> tuple[str, bytes]:
        with self._database.read() as connection:
            row = connection.execute(_LIVING, {"subject": subject}).first()
        if row is None and not self._makes_keys:
            raise KeyDestroyed("the applicant was erased")
        key_id = row.key_id if row else self._make_key(subject)
        return key_id, self._key(key_id)

    def _make_key(self, subject: str) -> str:
        key_id, key, now = uuid.uuid4().hex, AESGCM.generate_key(bit_length=256), self._clock.now().isoformat()
        with self._database.begin() as connection:
            # Within the transaction: a rotation comes before it or after it, never between.
            hold(connection, "master key")
            insert_ignore(connection, MASTER, one=1, master_id=master_id(self._master), since=now)
            self._adopt(connection.execute(sa.select(MASTER.c.master_id)).scalar_one())
            insert_ignore(
                connection,
                KEYS,
                key_id=key_id,
                subject=subject,
                wrapped=wrap(self._master, key_id, key),
                created_at=now,
                destroyed_at=None,
            )
            living = sa.select(KEYS.c.key_id).where(KEYS.c.subject == subject, KEYS.c.wrapped.is_not(None))
            return str(connection.execute(living).scalar_one())

    def _key(self, key_id: str) -> bytes:
        with self._lock:
            cached = self._cache.get(key_id)
        if cached and time.monotonic() - cached[0] < CACHE_SECONDS:
            return cached[1]
        stored = self._stored(key_id)
        if stored is None:
            raise Poison("sealed with a key that this key store does not know")
        key = self._unwrapped(key_id, stored)
        with self._lock:
            if len(self._cache) > 10_000:
                self._cache.clear()
            self._cache[key_id] = (time.monotonic(), key)
        return key

    def _stored(self, key_id: str) -> bytes | None:
        """The wrapped key; None where there is none of that id. Raises KeyDestroyed where there was."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(KEYS.c.wrapped).where(KEYS.c.key_id == key_id)).first()
        if row is None:
            return None
        if row.wrapped is None:
            raise KeyDestroyed("the applicant was erased")
        return bytes(row.wrapped)

    def _unwrapped(self, key_id: str, wrapped: bytes) -> bytes:
        for master in (self._master, *self._masters()):
            key = unwrap(master, key_id, wrapped)
            if key is not None:
                self._master = master
                return key
        raise Misconfigured(WRONG_MASTER_KEY)

    def _adopt(self, wanted: str) -> None:
        """Go on with the master key that `wanted` names, if it is at hand. Raises Misconfigured."""
        if master_id(self._master) == wanted:
            return
        for master in self._masters():
            if master_id(master) == wanted:
                self._master = master
                return
        raise Misconfigured(WRONG_MASTER_KEY)


def wrap(master: bytes, key_id: str, key: bytes) -> bytes:
    """An applicant's key under a master key, bound to its id."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(master).encrypt(nonce, key, bytes.fromhex(key_id))


def unwrap(master: bytes, key_id: str, wrapped: bytes) -> bytes | None:
    """The key of `wrap`; None where it was wrapped with another master key."""
    try:
        return AESGCM(master).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bytes.fromhex(key_id))
    except InvalidTag:
        return None


def master_id(master: bytes) -> str:
    """What tells master keys apart and says nothing about them."""
    return hmac.digest(master, b"docintake master id", "sha256").hex()


def key_id_of(sealed: bytes) -> str:
    """The id of the key that `sealed` was sealed with. Poison where it is no sealed value."""
    if sealed[:1] != VERSION or len(sealed) < len(VERSION) + KEY_ID_BYTES:
        raise Poison("sealed value has an unknown format")
    return sealed[len(VERSION) : len(VERSION) + KEY_ID_BYTES].hex()


def master_key_from(text: str) -> bytes:
    """The bytes of a base64 master key; Misconfigured where it is none."""
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError as error:
        raise Misconfigured("DOCINTAKE_MASTER_KEY must be 32 bytes in base64") from error
    if len(key) != 32:
        raise Misconfigured(f"DOCINTAKE_MASTER_KEY must be 32 bytes in base64, not {len(key)}")
    return key


def _derived(key: bytes, purpose: bytes) -> bytes:
    return hmac.digest(key, b"docintake " + purpose, "sha256")


def _bound(subject: str, context: str) -> bytes:
    return f"{subject}\0{context}".encode()
