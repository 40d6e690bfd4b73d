"""What happened, as values: what the client was told, what the topics hold, what the portal answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.common.events import Event

Place = tuple[str, int]
"""Topic and partition."""
Spot = tuple[str, int, int]
"""Topic, partition and offset."""


@dataclass(frozen=True, slots=True)
class Ack:
    """One request and its last answer; between them the client tried as often as it took."""

    act: str
    """declare, upload, repeat, conflict, refused, refused-declaration or withdraw."""
    applicant_id: str
    """Application number."""
    asked_at: float
    """Unix time of the first attempt."""
    answered_at: float
    """Unix time of the answer."""
    status: int
    """HTTP status; 0 where the run ended before an answer came."""
    code: str
    """Code of a refusal, or empty."""
    tries: int
    """Attempts."""
    what: str = ""
    """Variant or form."""
    claim_id: str = ""
    """The claim of an upload."""
    document_id: str = ""
    """What the receipt named."""
    sha256: str = ""
    """Of the bytes that were sent, hex."""
    version: int = 0
    """Of an accepted declaration."""

    @property
    def accepted(self) -> bool:
        """Whether the server took the responsibility."""
        return 200 <= self.status < 300

    @property
    def refused(self) -> bool:
        """Whether the server refused it for good."""
        return 400 <= self.status < 500


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as the broker holds it."""

    topic: str
    """Its topic."""
    partition: int
    """Its partition."""
    offset: int
    """Its offset."""
    timestamp: float
    """Unix time."""
    key: bytes | None
    """Its key."""
    value: bytes | None
    """Its value."""
    headers: tuple[tuple[str, bytes], ...] = ()
    """Its headers."""

    @property
    def spot(self) -> Spot:
        """Topic, partition and offset."""
        return self.topic, self.partition, self.offset

    @property
    def place(self) -> Place:
        """Topic and partition."""
        return self.topic, self.partition


@dataclass(frozen=True, slots=True)
class Heard:
    """A record that is an event."""

    raw: Raw
    """The record."""
    event: Event
    """What it says, personal values opened."""


@dataclass(frozen=True, slots=True)
class Injected:
    """A record that chaos itself put on a topic."""

    spot: Spot
    """Where it lies."""
    kind: str
    """`duplicate`, or the kind of poison."""
    at: float
    """Unix time."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at offsets and effects while all was going on; committed offsets are read before everything else."""

    at: float
    """Unix time."""
    committed: Mapping[str, Mapping[Place, int]]
    """By group."""
    ends: Mapping[Place, int]
    """The next offset of every partition, dead letters' too."""
    handled: Mapping[str, int]
    """By group: the highest row number of its inbox, or 0."""


@dataclass(frozen=True, slots=True)
class Done:
    """A fault that was injected."""

    name: str
    """Its row in the table."""
    began: float
    """Unix time."""
    ended: float
    """Unix time; as `began` where it was over at once."""
    killed: bool = False
    """Whether a process was killed."""


@dataclass(frozen=True, slots=True)
class History:
    """One whole run after it has come to rest."""

    acks: tuple[Ack, ...] = ()
    """Every request."""
    heard: tuple[Heard, ...] = ()
    """Every event on every topic, dead letters aside, by topic, partition and offset."""
    undecodable: tuple[Raw, ...] = ()
    """Every record there that is no event."""
    letters: tuple[Raw, ...] = ()
    """Every dead letter."""
    injected: tuple[Injected, ...] = ()
    """What chaos put on the topics."""
    samples: tuple[Sample, ...] = ()
    """Looks while it was going on."""
    inboxes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By group: row number of each event id in its inbox."""
    unsent: Mapping[str, int] = field(default_factory=dict)
    """By service: rows that still wait in its outbox."""
    behind: Mapping[str, int] = field(default_factory=dict)
    """By group: records that it has not committed."""
    documents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By document id: the portal's answer."""
    applicants: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By application number: the portal's answer."""
    originals: Mapping[str, str] = field(default_factory=dict)
    """By document id: SHA-256 of the bytes that the blob store gave back, or why it gave none."""
    blobs: frozenset[str] = frozenset()
    """SHA-256 of everything in the blob store."""
    review: Mapping[str, tuple[str | None, str, str | None]] = field(default_factory=dict)
    """By document id: verdict id, status and end in the console's read model."""
    faults: tuple[Done, ...] = ()
    """What was injected."""
