"""The error tree: the type of an error decides what becomes of the record that raised it.

DocintakeError
├── Retryable     infrastructure (broker, database, blob store, time-out): retried in place, never dead-lettered
├── Rejected      this document can never succeed: becomes a typed rejection event
├── Poison        this record can never be decoded or handled: goes to the dead-letter topic
├── KeyDestroyed  the applicant was erased: the record is passed over
└── Misconfigured a setting, a port or a file is wrong: the process ends with this one line
"""

from __future__ import annotations


class DocintakeError(Exception):
    """Base of all errors that docintake raises on purpose."""


class Retryable(DocintakeError):
    """Infrastructure failed; the same work may succeed later."""


class Rejected(DocintakeError):
    """A document that can never be read."""

    def __init__(self, code: str, ko: str, en: str) -> None:
        """`code` is stable; `ko` and `en` say what was wrong and what to do, and hold no personal value."""
        super().__init__(f"{code}: {en}")
        self.code = code
        self.ko = ko
        self.en = en


class Poison(DocintakeError):
    """A record that cannot be decoded, or that this code can never handle."""


class KeyDestroyed(DocintakeError):
    """The applicant was erased: their sealed values can never be opened again, and their events are passed over."""


class Misconfigured(DocintakeError):
    """What a person must change before the process can start; the message says it."""
