"""What every service is made of: settings, keys, blobs, events, databases, announcements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from services.announcement.kept import Announcements
from services.announcement.load import DEFAULT
from services.announcement.model import Announcement
from services.common.avro import EventCodec
from services.common.blobs import SealedBlobs, open_blobs
from services.common.clock import Clock, SystemClock
from services.common.database import Database, open_database
from services.common.sealing import Sealer, master_key_from
from services.common.secrets import master_key, master_keys_at_hand
from services.common.settings import Settings
from services.common.telemetry import logger

STATEFUL = ("intake", "judging", "review", "score")
"""Services that keep state, in a database of their own."""


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
        keys = migrated(settings, "keys")
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


def migrated(settings: Settings, service: str) -> Database:
    """A service's database (or `keys`) at its newest revision."""
    database = open_database(settings, service)
    database.migrate()
    return database
