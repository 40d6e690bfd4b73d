"""Dead letters and what is done about them: looked at, put back, or discarded, from the oldest on.

What was handled is a prefix of each partition, marked by a committed offset. A letter is marked only after the broker
has the record again; a crash between the two puts it back twice, and consumers drop an event id they have seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import Protocol

from services.common.kafka.cluster import Offsets, Place
from services.common.kafka.letters import Letter, letter_of, put_back
from services.common.kafka.records import Incoming, Outgoing

MOST_LOOKED_AT = 500
"""Letters of one topic whose reasons are counted."""


class Outcome(StrEnum):
    """What became of a letter."""

    REDRIVEN = "redriven"
    """Its record is on its topic again."""
    SUPERSEDED = "superseded"
    """Not put back: its compacted topic has a newer record of the same key, which an older one must not follow."""
    DISCARDED = "discarded"
    """Given up by a person; the bytes stay where they are."""


@dataclass(frozen=True, slots=True)
class Handled:
    """One letter that was handled."""

    letter: Letter
    """Which."""
    outcome: Outcome
    """How."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The unhandled letters of one topic."""

    topic: str
    """The dead-letter topic."""
    count: int
    """How many."""
    oldest: datetime
    """When the first of them was buried, UTC."""
    reasons: tuple[tuple[str, int], ...]
    """Types of error and how often, most frequent first, of the first 500 letters."""
    note: str
    """What was noted when letters of this topic were handled last; empty where none were."""


class Letterbox(Protocol):
    """The dead letters of a cluster. Every method raises Retryable where it is away."""

    def waiting(self) -> Mapping[Place, Offsets]:
        """The unhandled span of every partition that has one, in order."""
        ...

    def read(self, place: Place, span: Offsets) -> Iterator[Incoming]:
        """The records of a span."""
        ...

    def superseded(self, letter: Letter) -> bool:
        """Whether the letter's own topic is compacted and has a newer record of its key."""
        ...

    def send(self, record: Outgoing) -> None:
        """Publish; returns when the broker has the record."""
        ...

    def mark(self, letter: Letter, note: str) -> None:
        """The letter and all before it are handled. Raises Retryable where somebody else marked meanwhile."""
        ...

    def notes(self) -> Mapping[Place, str]:
        """What was noted at the last mark of each partition."""
        ...


def unhandled(kept: Offsets, handled: int | None) -> Offsets:
    """The letters of a partition that nobody has handled; `handled` is the committed offset.

    A mark beyond the end is of a topic that was made anew since, and hides nothing.
    """
    if handled is None or handled > kept.end:
        return kept
    return Offsets(max(kept.start, handled), kept.end)


def summaries(box: Letterbox) -> list[Summary]:
    """Every dead-letter topic with unhandled letters, by name."""
    spans, notes = box.waiting(), box.notes()
    found = []
    for topic in sorted({topic for topic, _ in spans}):
        places = [place for place in spans if place[0] == topic]
        letters = list(islice(_letters(box, {place: spans[place] for place in places}), MOST_LOOKED_AT))
        if letters:
            found.append(
                Summary(
                    topic=topic,
                    count=sum(spans[place].end - spans[place].start for place in places),
                    oldest=min(letter.buried_at for letter in letters),
                    reasons=tuple(Counter(letter.reason for letter in letters).most_common()),
                    note=" · ".join(filter(None, (notes.get(place, "") for place in places))),
                )
            )
    return found


def redrive(box: Letterbox, topic: str, most: int | None, now: datetime) -> Iterator[Handled]:
    """Put the oldest `most` letters of a topic (None: all that are there now) back where they were, one by one.

    Raises Poison at a letter that does not say where it was, and Retryable where the broker does not take it; those
    before are handled, that one and those after are not.
    """
    for letter in _oldest(box, topic, most):
        record = put_back(letter)
        outcome = Outcome.SUPERSEDED if box.superseded(letter) else Outcome.REDRIVEN
        if outcome is Outcome.REDRIVEN:
            box.send(record)
        box.mark(letter, _note(outcome, now))
        yield Handled(letter, outcome)


def discard(box: Letterbox, topic: str, most: int | None, reason: str, now: datetime) -> Iterator[Handled]:
    """Mark the oldest `most` letters of a topic (None: all) as handled, with a reason; their bytes stay."""
    for letter in _oldest(box, topic, most):
        box.mark(letter, f"{_note(Outcome.DISCARDED, now)}: {reason}")
        yield Handled(letter, Outcome.DISCARDED)


def _oldest(box: Letterbox, topic: str, most: int | None) -> Iterator[Letter]:
    spans = {place: span for place, span in box.waiting().items() if place[0] == topic}
    return islice(_letters(box, spans), most)


def _letters(box: Letterbox, spans: Mapping[Place, Offsets]) -> Iterator[Letter]:
    for place, span in spans.items():
        for record in box.read(place, span):
            yield letter_of(record)


def _note(outcome: Outcome, now: datetime) -> str:
    return f"{outcome} {now.isoformat(timespec='seconds')}"
