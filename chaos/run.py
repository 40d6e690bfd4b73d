"""One run: the live system, the plan played on it, the rest that follows, and all that there is to know of it."""

from __future__ import annotations

import hashlib
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chaos import people, records, watching
from chaos.client import Honest
from chaos.faults import Injector
from chaos.history import Heard, History, Raw
from chaos.live import Live
from chaos.people import Person
from chaos.plan import Fault, Plan
from chaos.watching import Watch
from services.bootstrap import Shared
from services.common.errors import DocintakeError
from services.common.events import Uploaded
from services.common.kafka.admin import Admin
from services.common.topics import catalogue, dead_letter_topics

TICK_SECONDS = 0.05
TELL_SECONDS = 15.0
LOOK_SECONDS = 1.5
LOOKS_AT_REST = 3
STALE_SECONDS = 10.0
"""An older look at the cluster says nothing about now."""
LONGEST_REST = 6.0
"""Of the time that it may stand still."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Ran:
    """A run that is over."""

    history: History
    """What happened."""
    left_out: tuple[str, ...]
    """Faults that could not be injected here, and why."""
    seconds: dict[str, float]
    """How long each part took."""


def run(plan: Plan, home: Path, install: Path, settle_seconds: float, say: Say) -> Ran:
    """Play `plan` on a system of its own on `home`, let it come to rest, and read everything."""
    began = time.monotonic()
    persons = [people.draw(number) for number in range(max(story.person for story in plan.stories) + 1)]
    drawn = time.monotonic()
    with Live(home, install, say) as live:
        started = time.monotonic()
        say(f"serving after {started - drawn:.1f} s; its data: {home}")
        give_up = threading.Event()
        portal = Honest(live.address, live.secret("portal.key"), give_up)
        injector = Injector(live, say)
        with Watch(live.settings) as watch:
            threads = _play(plan, live, portal, injector, persons)
            played = time.monotonic()
            say(f"requests and faults are over after {played - started:.0f} s; now it may come to rest")
            settled = _settle(live, watch, injector, threads, settle_seconds, say)
            say(f"at rest after {time.monotonic() - played:.0f} s" if settled else "it does not come to rest")
            give_up_at = time.monotonic()
            if not settled:
                give_up.set()
        for thread in threads:
            thread.join(20.0)
        history = _history(live, portal, injector, watch)
        portal.close()
    seconds = {
        "drawing": drawn - began,
        "starting": started - drawn,
        "playing": played - started,
        "settling": give_up_at - played,
        "reading": time.monotonic() - give_up_at,
    }
    return Ran(history, tuple(injector.left_out), {name: round(value, 1) for name, value in seconds.items()})


def _play(plan: Plan, live: Live, portal: Honest, injector: Injector, persons: list[Person]) -> list[threading.Thread]:
    """Until the plan's time is over: every story on a thread, every fault at its moment."""
    began = time.monotonic()
    stories, faults, threads = deque(plan.stories), deque(plan.faults), list[threading.Thread]()
    due: list[Fault] = []
    while (now := time.monotonic() - began) < plan.seconds or faults or due:
        live.tend()
        while stories and stories[0].at <= now:
            story = stories.popleft()
            thread = threading.Thread(
                target=portal.play, args=(story, persons[story.person]), name=story.applicant_id, daemon=True
            )
            thread.start()
            threads.append(thread)
        while faults and faults[0].at <= now:
            due.append(faults.popleft())
        due = [fault for fault in due if not injector.begin(fault, now - fault.at)]
        injector.end_due()
        time.sleep(TICK_SECONDS)
    return threads


def _settle(
    live: Live, watch: Watch, injector: Injector, threads: list[threading.Thread], seconds: float, say: Say
) -> bool:
    """Faults end, requests are answered, queues run dry; False after `seconds` without any progress.

    A slow machine may take its time: only standing still is wrong.
    """
    began = progressed = looked = told = time.monotonic()
    least, still = math.inf, 0
    while time.monotonic() < min(progressed + seconds, began + LONGEST_REST * seconds):
        live.tend()
        injector.end_due(everything=time.monotonic() > began + 5.0)
        time.sleep(TICK_SECONDS)
        if time.monotonic() - looked < LOOK_SECONDS:
            continue
        looked = time.monotonic()
        waits = _waits(live, watch, injector, threads)
        if not waits:
            still += 1
            if still >= LOOKS_AT_REST:
                return True
            continue
        still = 0
        if sum(waits.values()) < least:
            least, progressed = sum(waits.values()), looked
        if looked - told > TELL_SECONDS:
            told = looked
            say("waits for " + "; ".join(f"{name}: {count}" for name, count in waits.items()))
    injector.end_due(everything=True)
    return False


def _waits(live: Live, watch: Watch, injector: Injector, threads: list[threading.Thread]) -> dict[str, int]:
    """What is not at rest yet, counted."""
    waits = {"applicants": sum(thread.is_alive() for thread in threads), "faults": int(not injector.quiet)}
    newest = watch.samples[-1] if watch.samples else None
    if newest is None or time.time() - newest.at > STALE_SECONDS:
        waits[f"a look at the cluster {watch.trouble}"] = 1_000_000
    else:
        waits |= {f"records of {group}": count for group, count in watching.behind(newest).items()}
    waits |= {f"outbox of {service}": count for service, count in _unsent(live).items()}
    return {name: count for name, count in waits.items() if count}


def _unsent(live: Live) -> dict[str, int]:
    return {service: watching.unsent(live.settings, service) for service in watching.STATEFUL}


def _history(live: Live, portal: Honest, injector: Injector, watch: Watch) -> History:
    settings = live.settings
    shared = Shared.open(settings)
    raws = records.read(settings, sorted(catalogue()))
    letters = records.read(settings, [topic.name for topic in dead_letter_topics()])
    heard, undecodable = _decoded(raws, shared)
    with Admin(settings, "chaos-watch") as admin:
        last = watching.look(admin, settings)
    documents = {one.document_id for one in portal.acks if one.document_id} | {
        one.event.document_id for one in heard if isinstance(one.event, Uploaded)
    }
    applicants = {one.applicant_id for one in portal.acks}
    return History(
        acks=portal.acks,
        heard=tuple(heard),
        undecodable=tuple(undecodable),
        letters=tuple(letters),
        injected=injector.injected,
        samples=watch.samples,
        inboxes={f"docintake.{service}": watching.inbox(settings, service) for service in watching.STATEFUL},
        unsent=_unsent(live),
        behind=watching.behind(last),
        documents={name: portal.get(f"/v1/documents/{name}") for name in sorted(documents)},
        applicants={name: portal.get(f"/v1/applicants/{name}") for name in sorted(applicants)},
        originals=_originals(heard, shared),
        blobs=frozenset(path.name for path in (settings.data / "blobs").glob("*/*")),
        review=watching.review_papers(settings),
        faults=injector.done,
    )


def _decoded(raws: list[Raw], shared: Shared) -> tuple[list[Heard], list[Raw]]:
    heard, undecodable = [], []
    for raw in raws:
        try:
            if raw.value is None:
                raise DocintakeError("a tombstone")
            heard.append(Heard(raw, shared.codec.decode(raw.value)))
        except DocintakeError:
            undecodable.append(raw)
    return heard, undecodable


def _originals(heard: list[Heard], shared: Shared) -> Mapping[str, str]:
    """By document: the digest of what the blob store gives back."""
    found: dict[str, str] = {}
    for one in heard:
        event: Any = one.event
        if isinstance(event, Uploaded) and event.document_id not in found:
            try:
                digests = [
                    hashlib.sha256(shared.blobs.get(event.subject, file.blob)).hexdigest() for file in event.files
                ]
            except (KeyError, DocintakeError) as error:
                found[event.document_id] = f"{type(error).__name__}: {error}"
                continue
            found[event.document_id] = digests[0] if len(digests) == 1 else ",".join(digests)
    return found
