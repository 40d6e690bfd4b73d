"""What becomes of a hostile file in a real reading process."""

from __future__ import annotations

from services.common.errors import Rejected
from services.verify.evidence import Unread
from services.verify.reading.pool import ReaderFailed, ReadingPool

READER_FAILED = "READER_FAILED"
UNTYPED = "UNTYPED"
"""The reader raised what no reader should; only running out of memory is nobody's fault."""
TYPED = frozenset(
    {READER_FAILED, *Unread, "UNREADABLE_FILE", "ENCRYPTED", "NO_PAGE", "TOO_MANY_PAGES", "IMAGE_TOO_LARGE"}
)


def outcome(reading: ReadingPool, data: bytes) -> str:
    """The code of the refusal, why nothing was read, the kind that was read, or READER_FAILED."""
    try:
        paper = reading.read([data], None)
    except Rejected as refusal:
        return refusal.code if refusal.ko and refusal.en else UNTYPED
    except ReaderFailed as failure:
        return (
            READER_FAILED if "raised" not in str(failure) or "MemoryError" in str(failure) else f"{UNTYPED}: {failure}"
        )
    if len(paper.pictures) != len(paper.evidence.pages) or not paper.pictures:
        return UNTYPED
    return paper.evidence.unread or f"read as {paper.evidence.paper}"
