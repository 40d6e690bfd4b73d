"""`docintake dlq` against a real broker, as an operator types it."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from services.common.clock import SystemClock
from services.common.errors import Poison, Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.browse import records_between
from services.common.kafka.dead_letters import bury
from services.common.kafka.letters import HANDLED_BY, letter_of
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Headers, Incoming, Outgoing
from services.common.settings import Settings
from services.ops.broker import Broker
from services.ops.dead_letters import Outcome, redrive
from services.ops.letterbox import ClusterLetterbox, renew_marks
from services.ops.topics import apply, wanted
from services.ops.watch import look

ROOT = Path(__file__).parents[2]
VERDICTS, DECLARATIONS = "verify.verdicts", "intake.declarations"
GROUP = "docintake.score"
HEADERS = (("ce_id", b"j-1"), ("twice", b"1"), ("twice", b"2"))


@pytest.fixture(scope="module")
def broker_settings(new_broker: Callable[[], Broker], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    with new_broker() as broker:
        yield Settings(home=tmp_path_factory.mktemp("home"), kafka_bootstrap_servers=broker.node.address)


@pytest.fixture
def settings(broker_settings: Settings) -> Settings:
    """This file's broker with the catalogue's topics; what lies on them is of earlier tests, and handled."""
    with Admin(broker_settings) as admin:
        apply(admin, wanted(partitions=2, replication=1))
        letters = {place: kept.end for place, kept in admin.offsets({dlq(VERDICTS): 1, dlq(DECLARATIONS): 1}).items()}
        admin.commit(HANDLED_BY, letters)
    return broker_settings


def dlq(topic: str) -> str:
    return f"{topic}.{GROUP}.dlq"


def docintake(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DOCINTAKE_HOME": str(settings.home),
        "DOCINTAKE_KAFKA_BOOTSTRAP_SERVERS": settings.kafka_bootstrap_servers,
        "DOCINTAKE_KAFKA_PARTITIONS": "2",
    }
    command = [sys.executable, "-m", "services.cli.main", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def listed(settings: Settings) -> dict[str, dict[str, Any]]:
    done = docintake(settings, "dlq", "list", "--json")
    assert done.returncode == 0, done.stderr
    return {one["topic"]: one for one in json.loads(done.stdout)}


def publish(settings: Settings, topic: str, key: bytes, value: bytes | None, headers: Headers = HEADERS) -> Incoming:
    """Publish one record; answers it as it lies there."""
    publisher = KafkaPublisher(settings, "test")
    assert publisher.publish([Outgoing(topic, key, value, headers)]) == [None]
    publisher.close()
    return on(settings, topic, key)[-1]


def on(settings: Settings, topic: str, key: bytes) -> list[Incoming]:
    """The records of a key, as they lie on the topic."""
    with Admin(settings) as admin:
        spans = admin.offsets({topic: admin.topics()[topic].partitions})
    return [
        record
        for place, kept in spans.items()
        for record in records_between(settings, place, kept.start, kept.end)
        if record.key == key
    ]


def buried(settings: Settings, *records: Incoming) -> None:
    publisher = KafkaPublisher(settings, "test")
    for record in records:
        bury(publisher, record, GROUP, "handle", Poison("not a Judged"))
    publisher.close()


def unhandled(settings: Settings) -> dict[str, int]:
    snapshot = look(settings, SystemClock())
    return {letter.name: letter.records for letter in snapshot.dead_letters if letter.records}


def plain(record: Incoming) -> tuple[bytes | None, bytes | None, Headers]:
    return record.key, record.value, record.headers


def test_an_operator_s_path_from_a_dead_letter_to_its_record_put_back(settings: Settings, tmp_path: Path) -> None:
    poison = bytes(range(256))
    originals = [publish(settings, VERDICTS, f"a/{n}".encode(), poison + bytes([n])) for n in range(3)]
    buried(settings, *originals)
    found = listed(settings)[dlq(VERDICTS)]
    assert (found["count"], found["reasons"]) == (3, [["Poison", 3]])
    assert unhandled(settings) == {dlq(VERDICTS): 3}

    file = tmp_path / "value"
    shown = docintake(settings, "dlq", "show", dlq(VERDICTS), "--bytes", str(file))
    assert shown.returncode == 0, shown.stderr
    assert "key: a/0" in shown.stdout
    assert "__connect.errors.exception.message: not a Judged" in shown.stdout
    assert f"__connect.errors.offset: {originals[0].offset}" in shown.stdout
    assert base64.b64decode(file.read_bytes()) == originals[0].value
    assert file.stat().st_mode & 0o777 == 0o600

    done = docintake(settings, "dlq", "redrive", dlq(VERDICTS), "--count", "2")
    assert done.returncode == 0, done.stderr
    assert "2 handled" in done.stderr
    assert [len(on(settings, VERDICTS, f"a/{n}".encode())) for n in range(3)] == [2, 2, 1]
    for n in range(2):
        first, again = on(settings, VERDICTS, f"a/{n}".encode())
        assert plain(again) == plain(first) == plain(originals[n])
        assert again.partition == first.partition
    assert unhandled(settings) == {dlq(VERDICTS): 1}

    given_up = docintake(settings, "dlq", "discard", dlq(VERDICTS), "--reason", "a test record", "--all")
    assert given_up.returncode == 0, given_up.stderr
    assert unhandled(settings) == {}
    assert listed(settings) == {}
    assert len(on(settings, VERDICTS, b"a/2")) == 1

    assert docintake(settings, "status").returncode == 0
    again = docintake(settings, "dlq", "redrive", dlq(VERDICTS), "--all")
    assert "0 handled" in again.stderr
    assert len(on(settings, VERDICTS, b"a/0")) == 2


def test_the_reason_of_a_discard_is_told_with_the_letters_that_follow(settings: Settings) -> None:
    buried(settings, *(publish(settings, VERDICTS, b"b/1", value) for value in (b"1", b"2")))
    docintake(settings, "dlq", "discard", dlq(VERDICTS), "--reason", "known and harmless", "--count", "1")
    with Admin(settings) as admin:
        assert renew_marks(admin) >= 1
    found = listed(settings)[dlq(VERDICTS)]
    assert found["count"] == 1
    assert found["note"].endswith(": known and harmless")


def test_an_older_record_is_not_put_after_a_newer_one_of_its_key_on_a_compacted_topic(settings: Settings) -> None:
    old = publish(settings, DECLARATIONS, b"c/1", b"version 1")
    publish(settings, DECLARATIONS, b"c/1", b"version 2")
    alone = publish(settings, DECLARATIONS, b"c/2", b"version 1")
    buried(settings, old, alone)
    done = docintake(settings, "dlq", "redrive", dlq(DECLARATIONS), "--all")
    assert done.returncode == 0, done.stderr
    assert "superseded" in done.stderr
    assert [record.value for record in on(settings, DECLARATIONS, b"c/1")] == [b"version 1", b"version 2"]
    assert [record.value for record in on(settings, DECLARATIONS, b"c/2")] == [b"version 1"] * 2
    assert unhandled(settings) == {}


def test_a_letter_that_is_none_of_ours_stops_a_redrive_and_can_be_discarded(settings: Settings) -> None:
    publish(settings, dlq(VERDICTS), b"d/1", b"?", ())
    done = docintake(settings, "dlq", "redrive", dlq(VERDICTS), "--all")
    assert done.returncode == 1
    assert "discard it" in done.stderr
    assert "Traceback" not in done.stderr
    assert unhandled(settings) == {dlq(VERDICTS): 1}
    docintake(settings, "dlq", "discard", dlq(VERDICTS), "--reason", "not ours", "--count", "1")
    assert unhandled(settings) == {}


def test_a_topic_that_holds_no_dead_letters_is_told_so(settings: Settings) -> None:
    for words in (("redrive", VERDICTS, "--all"), ("show", "nothing.dlq"), ("show", dlq(VERDICTS))):
        done = docintake(settings, "dlq", *words)
        assert done.returncode == 78, words
        assert "docintake dlq list" in done.stderr
    assert docintake(settings, "dlq", "show", dlq(VERDICTS), "--offset", "999999").returncode == 78


def test_two_people_at_once_do_not_set_each_other_back(settings: Settings) -> None:
    buried(settings, *(publish(settings, VERDICTS, b"e/1", value) for value in (b"1", b"2", b"3")))
    publisher = KafkaPublisher(settings, "test")
    with Admin(settings) as admin:
        box = ClusterLetterbox(settings, admin, publisher)
        slow = redrive(box, dlq(VERDICTS), None, SystemClock().now())
        assert next(slow).outcome is Outcome.REDRIVEN
        assert docintake(settings, "dlq", "redrive", dlq(VERDICTS), "--all").returncode == 0
        with pytest.raises(Retryable, match="somebody else"):
            next(slow)
        assert box.waiting() == {}
    publisher.close()


def test_a_record_that_fails_again_is_a_letter_again(settings: Settings) -> None:
    buried(settings, publish(settings, VERDICTS, b"f/1", b"1"))
    docintake(settings, "dlq", "redrive", dlq(VERDICTS), "--all")
    again = on(settings, VERDICTS, b"f/1")[-1]
    buried(settings, again)
    assert unhandled(settings) == {dlq(VERDICTS): 1}
    letter = letter_of(on(settings, dlq(VERDICTS), b"f/1")[-1])
    assert (letter.offset, letter.topic) == (str(again.offset), VERDICTS)
