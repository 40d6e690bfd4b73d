"""docs/topics.md says what is so: compared with the catalogue, the code and the schemas."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from services import bootstrap
from services.common.events import EVENT_TYPES, Event, Uploaded
from services.common.kafka.dead_letters import bury
from services.common.kafka.records import Incoming, outgoing
from services.common.settings import Settings
from services.common.topics import catalogue, read_by
from services.verify.reading.worker import GROUP, READINGS, REJECTIONS
from tests.contracts.memory_broker import MemoryBroker
from tests.unit.common.examples import EVENTS

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "topics.md").read_text()


def table(*head: str) -> list[list[str]]:
    """The rows of the page's table with this head, without code marks."""
    lines = PAGE.splitlines()
    start = lines.index(f"| {' | '.join(head)} |") + 2
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().replace("`", "") for cell in line.strip("|").split("|")])
    return rows


def test_the_page_lists_the_catalogue():
    assert table("topic", "schema", "producer", "consumers", "retention") == [
        [topic.name, topic.schema, topic.producer, ", ".join(topic.consumers), topic.retention]
        for topic in catalogue().values()
    ]


def test_the_page_explains_every_event_and_says_whether_it_holds_sealed_values():
    rows = {row[0]: row for row in table("event", "when", "plain", "sealed")}
    assert list(rows) == list(EVENT_TYPES)
    for event in EVENTS:
        assert (rows[event.schema][3] != "nothing") == bool(event.personal), event.schema


def test_the_page_lists_the_headers_of_an_event():
    written = dict(outgoing("t", EVENTS[0], b"", "intake").headers)
    rows = dict(table("header", "value"))
    assert list(rows) == list(written)
    assert rows["content-type"] == written["content-type"].decode()


def test_the_page_lists_the_headers_of_a_dead_letter():
    broker = MemoryBroker()
    broker.create("t.g.dlq")
    bury(broker.publisher(), Incoming("t", 0, 0, 0, 0, b"k", b"v", ()), "g", "handle", ValueError())
    (letter,) = broker.records("t.g.dlq")
    section = PAGE[PAGE.index("## Dead letters") :]
    listed = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `__connect")]
    assert listed == [name for name, _ in letter.headers]


@cache
def handled(service: str, home: Path) -> frozenset[type[Event]]:
    """The events that a service's handlers are registered for."""
    shared = bootstrap.Shared.open(Settings(home=home))
    return frozenset(bootstrap.stateful(service, shared).handlers)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("service", bootstrap.STATEFUL)
def test_a_service_handles_exactly_the_events_of_the_topics_it_reads(service: str, home: Path):
    read = {EVENT_TYPES[catalogue()[topic].schema] for topic in read_by(f"docintake.{service}")}
    assert handled(service, home) == read


def test_the_reader_reads_uploads_and_writes_readings_and_rejections():
    assert {catalogue()[topic].schema for topic in read_by(GROUP)} == {Uploaded.schema}
    assert {name for name, topic in catalogue().items() if topic.producer == "reading"} == {READINGS, REJECTIONS}


@pytest.mark.parametrize("topic", catalogue())
def test_a_topic_is_written_by_its_producer_and_nobody_else(topic: str):
    """The topic's name stands in its producer's code (uploads: as the catalogue's UPLOAD_TOPIC)."""
    folders = {
        "intake": "services/intake",
        "reading": "services/verify/reading",
        "judging": "services/verify/judging",
        "review": "services/verify/review",
        "score": "services/score",
    }
    wanted = "UPLOAD_TOPIC" if topic.startswith("intake.uploads.") else f'"{topic}"'
    writers = {
        service
        for service, folder in folders.items()
        if any(wanted in path.read_text() for path in (ROOT / folder).rglob("*.py"))
    }
    assert writers == {catalogue()[topic].producer}
