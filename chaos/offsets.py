"""Whether a committed offset ever stood above unfinished work, from looks taken while everything was going on. Pure.

A group that keeps state has done a record when its inbox remembers the event; the reading group, when the reading or
the rejection is on its topic; any group, when the dead letter is. What is committed was asked first, so that all that
lay below it must be found in what was looked at afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from chaos.history import Heard, History, Place, Raw, Sample, Spot
from services.common.events import Event, PaperRead, PaperRejected, Uploaded
from services.common.topics import catalogue

READING = "docintake.reading"
WHY = "__connect.errors."
NEVER = 1 << 62
Finding = tuple[str, float, float, str]
"""Subject, from, until, what is wrong."""


def check_samples(history: History) -> Iterable[Finding]:
    """One finding a look and group."""
    records = _records(history)
    letters = _letters(history.letters)
    published = _published(history.heard)
    proved: dict[tuple[str, Place], int] = defaultdict(int)  # what was done at one look is done at all later ones
    for sample in sorted(history.samples, key=lambda one: one.at):
        for group, committed in sample.committed.items():
            broken = ""
            for place, offset in committed.items():
                if place[0] not in catalogue() or group not in catalogue()[place[0]].consumers:
                    continue
                offsets, entries = records.get(place, ([], []))
                below = bisect_left(offsets, offset)
                for raw, event in entries[proved[group, place] : below]:
                    if not _is_done(history, sample, group, raw, event, letters, published):
                        broken = f"committed {offset} on {place[0]}/{place[1]}, and record {raw.offset} was not done"
                        break
                    proved[group, place] += 1
            yield f"{group} at {sample.at:.1f}", sample.at, sample.at, broken


def _is_done(
    history: History,
    sample: Sample,
    group: str,
    raw: Raw,
    event: Event | None,
    letters: Mapping[tuple[Spot, str], list[Raw]],
    published: Mapping[str, list[Raw]],
) -> bool:
    if raw.value is None:
        return True  # a tombstone asks for nothing
    if any(_is_there(letter, sample.ends) for letter in letters.get((raw.spot, group), ())):
        return True
    if event is None:
        return False
    if group == READING:
        return isinstance(event, Uploaded) and any(
            _is_there(one, sample.ends) for one in published.get(event.event_id, ())
        )
    return history.inboxes.get(group, {}).get(event.event_id, NEVER) <= sample.handled.get(group, 0)


def _is_there(raw: Raw, ends: Mapping[Place, int]) -> bool:
    return raw.offset < ends.get(raw.place, 0)


def _records(history: History) -> dict[Place, tuple[list[int], list[tuple[Raw, Event | None]]]]:
    """By partition, in order: offsets, and records with their events."""
    found: dict[Place, list[tuple[Raw, Event | None]]] = defaultdict(list)
    for one in history.heard:
        found[one.raw.place].append((one.raw, one.event))
    for raw in history.undecodable:
        found[raw.place].append((raw, None))
    for entries in found.values():
        entries.sort(key=lambda entry: entry[0].offset)
    return {place: ([raw.offset for raw, _ in entries], entries) for place, entries in found.items()}


def _letters(letters: Iterable[Raw]) -> dict[tuple[Spot, str], list[Raw]]:
    found: dict[tuple[Spot, str], list[Raw]] = defaultdict(list)
    for letter in letters:
        told = {name.removeprefix(WHY): value.decode() for name, value in letter.headers if name.startswith(WHY)}
        spot = (told.get("topic", ""), int(told.get("partition", -1)), int(told.get("offset", -1)))
        found[spot, told.get("class.name", "")].append(letter)
    return found


def _published(heard: Iterable[Heard]) -> dict[str, list[Raw]]:
    """By upload id: its readings and rejections."""
    found: dict[str, list[Raw]] = defaultdict(list)
    for one in heard:
        if isinstance(one.event, (PaperRead, PaperRejected)):
            found[one.event.upload_id].append(one.raw)
    return found
