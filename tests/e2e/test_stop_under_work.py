"""Delivery: a service that is told to stop in the middle of its work ends within 10 s, and nothing stays undone."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import psutil
import pytest

from services.common.avro import decode_envelope
from tests.e2e.papers import Applying, applying
from tests.e2e.system import System, wait_for

PEOPLE = 5
STOP_SECONDS = 10.0
SECONDS = 120.0
JUDGED = ("MATCH", "MISMATCH", "UNREADABLE")
"""Which of them is not asked here."""


@pytest.fixture(scope="module")
def system(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A docintake of this test's own: the others' need not wait for its services to come back."""
    home = tmp_path_factory.mktemp("stopped-home")
    (home / "install").symlink_to(install)
    with System(home) as started:
        yield started


class Load:
    """People who upload their paper, and change their declarations again and again until the load is taken away."""

    def __init__(self, system: System, name: str) -> None:
        self.portal = system.portal
        self.people = [applying(f"{name}-{n}", "김서준", "KIM SEOJUN", 300 + 5 * n, 350) for n in range(PEOPLE)]
        self.reports = [person.report() for person in self.people]
        self.documents: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self._over = threading.Event()

    def __enter__(self) -> Load:
        self._threads = ThreadPoolExecutor(PEOPLE)
        self._running = [
            self._threads.submit(self._go_on, *each) for each in zip(self.people, self.reports, strict=True)
        ]
        assert wait_for(lambda: len(self.versions) == PEOPLE, 30)
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._threads.shutdown()
        for one in self._running:
            one.result()

    def _go_on(self, person: Applying, report: bytes) -> None:
        number = 0
        while not (self._over.is_set() and person.applicant_id in self.documents):
            number += 1
            announced_on = f"20{20 + number // 28 % 70:02d}-12-{1 + number % 28:02d}"  # which no report prints
            self._try(lambda day=announced_on: self._declare(person, day))
            self._try(lambda: self._upload(person, report))

    def _declare(self, person: Applying, announced_on: str) -> None:
        self.versions[person.applicant_id] = person.declare(self.portal, announced_on=announced_on)

    def _upload(self, person: Applying, report: bytes) -> None:
        self.documents[person.applicant_id] = person.upload(self.portal, report)

    def _try(self, ask: Callable[[], None]) -> None:
        """A portal whose request is cut off asks again, for as long as it takes."""
        with suppress(httpx.TransportError):
            ask()
            return
        time.sleep(0.2)


def stop(system: System, service: str) -> float:
    """SIGTERM, and the seconds until the process is gone. Its children must be gone with it."""
    process = psutil.Process(system.pid(service))
    children = process.children(recursive=True)
    restarts, began = system.restarts(service), time.monotonic()
    process.terminate()
    gone = wait_for(lambda: not process.is_running() or process.status() == psutil.STATUS_ZOMBIE, 30)
    took = time.monotonic() - began
    assert gone, f"{service} did not end within 30 s"
    assert wait_for(lambda: not any(child.is_running() for child in children), 3), "children were left behind"
    assert wait_for(lambda: system.restarts(service) > restarts, 30)
    return took


@pytest.mark.parametrize("service", ["web", "intake", "reading", "judging", "review", "score"])
def test_a_service_told_to_stop_under_work_ends_in_time_and_its_work_is_done(system: System, service: str) -> None:
    with Load(system, f"stop-{service}") as load:
        time.sleep(1.0)
        took = stop(system, service)
        time.sleep(1.0)
    assert took < STOP_SECONDS
    print(f"{service} ended {took:.1f} s after SIGTERM")

    portal = system.portal
    portal.wait_until_serving(60)
    for person in load.people:
        version = person.declare(portal, announced_on="2019-01-02")
        answer = portal.judged(load.documents[person.applicant_id], version, SECONDS)
        assert (answer["status"] in JUDGED, answer["declaration_version"]) == (True, version), answer
        assert "READER_FAILED" not in [reason["code"] for reason in answer["reasons"]]
        assert [document["document_id"] for document in portal.documents(person.applicant_id)] == [
            load.documents[person.applicant_id]
        ], "the same bytes are one document, however often they were sent"
        assert wait_for(lambda who=person: portal.applicant(who.applicant_id)["score"] is not None, 60)
    assert_no_verdict_twice(system, set(load.documents.values()))


def assert_no_verdict_twice(system: System, documents: set[str]) -> None:
    """One verdict a document and declaration version: what was done again came to the same event."""
    ids: dict[tuple[str, int], set[str]] = defaultdict(set)
    for record in system.records("verify.verdicts"):
        verdict = decode_envelope(record.value)[1] if record.value else {}
        if verdict.get("document_id") in documents:
            ids[verdict["document_id"], verdict["declaration_version"]].add(verdict["event_id"])
    assert ids
    assert all(len(found) == 1 for found in ids.values())
