"""Dead letters are handled from the oldest on, and marked only when the broker has the record again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from services.common.errors import Poison, Retryable
from services.common.kafka.cluster import Offsets, Place
from services.common.kafka.letters import Letter
from services.common.kafka.records import Incoming, Outgoing
from services.ops.dead_letters import Outcome, discard, redrive, summaries, unhandled

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
LETTERS = "t.g.dlq"
OTHERS = "u.g.dlq"


@dataclass
class Box:
    """A letterbox in memory; refusals are ordered by the test."""

    records: dict[str, list[Incoming]] = field(default_factory=dict)
    marks: dict[Place, int] = field(default_factory=dict)
    noted: dict[Place, str] = field(default_factory=dict)
    sent: list[Outgoing] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    refused: set[bytes] = field(default_factory=set)
    newer: set[bytes] = field(default_factory=set)

    def add(self, value: bytes, topic: str = LETTERS, error: str = "a.b.Poison", at: int = 0) -> None:
        story = {"topic": topic.removesuffix(".g.dlq"), "class.name": "g", "exception.class.name": error}
        headers = tuple((f"__connect.errors.{name}", text.encode()) for name, text in story.items())
        lying = self.records.setdefault(topic, [])
        lying.append(Incoming(topic, 0, len(lying), 0, at * 1000, b"k", value, (("own", b"1"), *headers)))

    def add_stranger(self) -> None:
        lying = self.records.setdefault(LETTERS, [])
        lying.append(Incoming(LETTERS, 0, len(lying), 0, 0, b"k", b"?", ()))

    def waiting(self) -> Mapping[Place, Offsets]:
        kept = {(topic, 0): Offsets(0, len(lying)) for topic, lying in self.records.items()}
        spans = {place: unhandled(span, self.marks.get(place)) for place, span in kept.items()}
        return {place: span for place, span in spans.items() if span.start < span.end}

    def read(self, place: Place, span: Offsets) -> Iterator[Incoming]:
        yield from self.records[place[0]][span.start : span.end]

    def superseded(self, letter: Letter) -> bool:
        return letter.record.value in self.newer

    def send(self, record: Outgoing) -> None:
        if record.value in self.refused:
            raise Retryable("refused by the test")
        self.sent.append(record)
        self.done.append(f"sent {(record.value or b'').decode()}")

    def mark(self, letter: Letter, note: str) -> None:
        self.marks[letter.record.place] = letter.record.offset + 1
        self.noted[letter.record.place] = note
        self.done.append(f"marked {letter.record.offset}")

    def notes(self) -> Mapping[Place, str]:
        return self.noted


def box_of(*values: bytes) -> Box:
    box = Box()
    for value in values:
        box.add(value)
    return box


def test_the_oldest_go_first_each_marked_after_it_was_sent() -> None:
    box = box_of(b"a", b"b", b"c")
    handled = list(redrive(box, LETTERS, 2, NOW))
    assert box.done == ["sent a", "marked 0", "sent b", "marked 1"]
    assert [one.outcome for one in handled] == [Outcome.REDRIVEN] * 2
    assert box.sent[0] == Outgoing("t", b"k", b"a", (("own", b"1"),))
    assert box.waiting() == {(LETTERS, 0): Offsets(2, 3)}


def test_without_a_number_all_go_and_a_second_time_there_is_nothing_to_do() -> None:
    box = box_of(b"a", b"b")
    assert len(list(redrive(box, LETTERS, None, NOW))) == 2
    assert list(redrive(box, LETTERS, None, NOW)) == []
    assert len(box.sent) == 2


def test_a_letter_that_the_broker_does_not_take_stays_with_all_after_it() -> None:
    box = box_of(b"a", b"b", b"c")
    box.refused.add(b"b")
    with pytest.raises(Retryable):
        list(redrive(box, LETTERS, None, NOW))
    assert box.done == ["sent a", "marked 0"]
    box.refused.clear()
    list(redrive(box, LETTERS, None, NOW))
    assert [record.value for record in box.sent] == [b"a", b"b", b"c"]


def test_a_letter_that_does_not_say_where_it_was_stops_a_redrive_until_it_is_discarded() -> None:
    box = box_of(b"a")
    box.add_stranger()
    box.add(b"c")
    with pytest.raises(Poison, match="discard it"):
        list(redrive(box, LETTERS, None, NOW))
    list(discard(box, LETTERS, 1, "not ours", NOW))
    list(redrive(box, LETTERS, None, NOW))
    assert [record.value for record in box.sent] == [b"a", b"c"]


def test_what_a_newer_record_superseded_is_not_put_after_it() -> None:
    box = box_of(b"old", b"new")
    box.newer.add(b"old")
    handled = list(redrive(box, LETTERS, None, NOW))
    assert [one.outcome for one in handled] == [Outcome.SUPERSEDED, Outcome.REDRIVEN]
    assert [record.value for record in box.sent] == [b"new"]
    assert box.waiting() == {}


def test_discarding_sends_nothing_and_notes_the_reason() -> None:
    box = box_of(b"a", b"b")
    (one,) = discard(box, LETTERS, 1, "a test record", NOW)
    assert (one.outcome, box.sent) == (Outcome.DISCARDED, [])
    assert box.noted == {(LETTERS, 0): "discarded 2026-11-21T09:00:00+00:00: a test record"}
    assert box.waiting() == {(LETTERS, 0): Offsets(1, 2)}


def test_other_topics_are_left_alone() -> None:
    box = box_of(b"a")
    box.add(b"other", OTHERS)
    list(redrive(box, LETTERS, None, NOW))
    assert list(box.waiting()) == [(OTHERS, 0)]


def test_a_summary_counts_reasons_and_names_the_oldest_that_is_left() -> None:
    box = Box()
    for at, error in enumerate(("a.Poison", "b.ValueError", "a.Poison", "b.ValueError", "b.ValueError")):
        box.add(b"x", error=error, at=at)
    box.add(b"y", OTHERS, at=9)
    list(discard(box, LETTERS, 1, "why not", NOW))
    one, other = summaries(box)
    assert (one.topic, one.count, one.reasons) == (LETTERS, 4, (("ValueError", 3), ("Poison", 1)))
    assert one.oldest == datetime.fromtimestamp(1, UTC)
    assert one.note.endswith("why not")
    assert (other.topic, other.count, other.note) == (OTHERS, 1, "")


@pytest.mark.parametrize(
    ("handled", "left"),
    [
        (None, Offsets(2, 9)),
        (0, Offsets(2, 9)),
        (5, Offsets(5, 9)),
        (9, Offsets(9, 9)),
        (10, Offsets(2, 9)),  # the mark is of a topic that was made anew since
    ],
)
def test_the_mark_says_what_is_left(handled: int | None, left: Offsets) -> None:
    assert unhandled(Offsets(2, 9), handled) == left
