"""All at once, as on several machines: PostgreSQL, a bucket, three brokers, two of each worker. Then the kills."""

from __future__ import annotations

import json
import signal
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from services.common.avro import decode_envelope
from services.common.events import VerdictStatus
from services.common.kafka.admin import Admin
from services.common.settings import Settings
from tests.e2e.papers import Applying, applying
from tests.e2e.system import ROOT, System, docintake, environment, kill_tree, read_topics, wait_for
from tests.infra.cluster import Cluster
from tests.infra.postgres import Postgres
from tests.infra.s3 import S3

PAPERS = 16
SECONDS = 240.0
VERDICTS = {status.value for status in VerdictStatus}
SERVICES = ("intake", "judging", "review", "score")


class Second:
    """A second process of a service, on a home of its own, as on another machine."""

    def __init__(self, service: str, home: Path, settings: dict[str, str]) -> None:
        """Starts it."""
        self.service = service
        self.log = home / f"second-{service}.log"
        (home / service).mkdir(parents=True)
        variables = environment(home / service, **settings)
        with self.log.open("wb") as output:
            self._process = subprocess.Popen(
                docintake("run", service), cwd=ROOT, env=variables, stdout=output, stderr=output
            )

    def kill(self) -> None:
        """SIGKILL, its children too."""
        if self._process.poll() is None:
            kill_tree(self._process.pid)
            self._process.wait()

    def stop(self) -> None:
        """SIGTERM."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def lines(self, event: str) -> list[dict[str, Any]]:
        """What it logged under that name."""
        return logged(self.log, event)


def logged(log: Path, event: str) -> list[dict[str, Any]]:
    """The lines of a log that are called so."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return [line for line in lines if line["event"] == event]


@pytest.fixture
def shared(tmp_path: Path, cluster: Cluster, database_url: str, s3: S3, bucket: str) -> dict[str, str]:
    """What every process of the deployment is told."""
    return {
        "DOCINTAKE_KAFKA_BOOTSTRAP_SERVERS": cluster.bootstrap,
        "DOCINTAKE_KAFKA_REPLICATION_FACTOR": "3",
        "DOCINTAKE_DATABASE_URL": database_url,
        "DOCINTAKE_BLOBS": bucket,
        **s3.settings,
        "DOCINTAKE_MASTER_KEY": "bWFzdGVyIGtleSBvZiB0aGUgdGVzdHMsIDMyIGJ5dGU=",
        "DOCINTAKE_READING_WORKERS": "1",
    }


@pytest.fixture
def deployment(tmp_path: Path, install: Path, shared: dict[str, str]) -> Iterator[tuple[System, list[Second]]]:
    """One of everything, and a second reading, judging and intake."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "install").symlink_to(install)
    seconds: list[Second] = []
    try:
        with System(home, **shared) as system:
            seconds += [Second(service, tmp_path, shared) for service in ("reading", "judging", "intake")]
            yield system, seconds
    finally:
        for second in seconds:
            second.stop()


def test_leader_and_workers_are_killed_and_every_paper_has_one_current_verdict(
    deployment: tuple[System, list[Second]],
    shared: dict[str, str],
    cluster: Cluster,
    postgres: Postgres,
    s3: S3,
    tmp_path: Path,
) -> None:
    system, (reading, judging, intake) = deployment
    settings = Settings(home=tmp_path, kafka_bootstrap_servers=cluster.bootstrap)
    wait_until_shared(settings, "docintake.reading", "docintake.judging", "docintake.intake")

    people = [applying(f"shared-{number}", "김서준", "KIM SEOJUN", 300 + 5 * number, 350) for number in range(PAPERS)]
    with ThreadPoolExecutor(2) as several:
        reports = list(several.map(lambda person: person.report("jpeg"), people))

    def come(pair: tuple[Applying, bytes]) -> str:
        """The declaration first, or the paper."""
        person, report = pair
        if people.index(person) % 2:
            person.declare(system.portal)
        document = person.upload(system.portal, report)
        if not people.index(person) % 2:
            person.declare(system.portal)
        return document

    leader = cluster.leader_of(settings, "intake.uploads.language-report")
    with ThreadPoolExecutor(2) as several:
        coming = [several.submit(come, pair) for pair in zip(people, reports, strict=True)]
        assert wait_for(lambda: sum(one.done() for one in coming) >= PAPERS // 4, 60)
        leader.kill()
        assert not all(one.done() for one in coming), "all were in before the leader was killed"
        documents = [one.result(SECONDS) for one in coming]

    def judged() -> int:
        return sum(system.portal.document(document)["status"] not in ("RECEIVED", "READ") for document in documents)

    assert wait_for(lambda: judged() >= 2, SECONDS)
    for second in (reading, judging, intake):
        second.kill()
    leader.start()
    cluster.wait_until_serving()

    answers = [system.portal.judged(document, 1, SECONDS) for document in documents]
    # How well papers are read is measured elsewhere; here each has a verdict, and one only.
    assert [answer["declaration_version"] for answer in answers] == [1] * PAPERS
    verdicts = [[entry for entry in answer["history"] if entry["event"] in VERDICTS] for answer in answers]
    assert [len(found) for found in verdicts] == [1] * PAPERS
    assert reading.lines("read"), "the second reader had no share"
    assert judging.lines("handled") or judging.lines("handled together"), "the second judge had no share"

    cluster.wait_until_in_sync(settings)
    once_each(cluster, documents)
    database = shared["DOCINTAKE_DATABASE_URL"].rsplit("/", 1)[1]
    for service in SERVICES:
        unsent = f"SELECT count(*) FROM {service}.outbox WHERE sent_at IS NULL"
        assert wait_for(partial(nothing, postgres, unsent, database), 60), service
    current = "SELECT document_id, count(*) FROM judging.papers WHERE NOT withdrawn GROUP BY 1"
    assert dict(postgres.execute(current, database)) == dict.fromkeys(documents, 1)
    assert not list((system.home / "data").glob("db/*")), "a SQLite file beside PostgreSQL"
    assert not (system.home / "data" / "blobs").exists(), "a folder beside the bucket"
    stored = s3.client().list_objects_v2(Bucket=shared["DOCINTAKE_BLOBS"].split("/")[2])["KeyCount"]
    assert stored >= 2 * PAPERS, "originals and page pictures"


def once_each(cluster: Cluster, documents: list[str]) -> None:
    """A topic may hold an event twice (a repeated attempt), but under one id and with one content."""
    contents: defaultdict[str, set[bytes]] = defaultdict(set)
    verdicts: defaultdict[str, set[str]] = defaultdict(set)
    for record in read_topics(cluster.bootstrap, "verify.verdicts"):
        assert record.value is not None
        event_id = dict(record.headers)["ce_id"].decode()
        contents[event_id].add(record.value)
        verdicts[decode_envelope(record.value)[1]["document_id"]].add(event_id)
    assert all(len(same) == 1 for same in contents.values()), "one event id, two contents"
    assert {document: len(verdicts[document]) for document in documents} == dict.fromkeys(documents, 1)


def nothing(postgres: Postgres, count: str, database: str) -> bool:
    """Whether a count is 0."""
    return postgres.execute(count, database) == [(0,)]


def wait_until_shared(settings: Settings, *groups: str) -> None:
    """Until each group has two members and is settled."""

    def settled() -> bool:
        with Admin(settings) as admin:
            states = admin.groups(groups).values()
        return all(state.state == "Stable" and state.members == 2 for state in states)

    assert wait_for(settled, 120), "the second processes did not join"
