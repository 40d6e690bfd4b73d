"""The loop of a consumer that keeps state."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.common.errors import Misconfigured, Poison, Retryable
from services.common.events import Event, Withdrawn
from services.common.kafka.records import Outgoing
from tests.unit.common.examples import EVENTS, NAME, sealer
from tests.unit.common.stateful_service import DEAD, TOPIC, Service


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Service:
    monkeypatch.setattr("services.common.kafka.consume.RETRY_SECONDS", 0.05)
    monkeypatch.setattr("services.common.kafka.consume.POLL_SECONDS", 0.02)
    return Service(tmp_path)


def test_every_record_has_its_effect_and_then_its_commit(service: Service):
    for number in range(10):
        service.send(f"e{number}", str(number % 4))
    service.run(lambda: service.committed() == 10)
    assert sorted(service.effects()) == sorted(f"e{number}" for number in range(10))
    assert service.subscription.closed
    assert service.publisher.closed


def test_an_event_that_comes_twice_has_one_effect(service: Service):
    for event_id in ("a", "b", "a", "a"):
        service.send(event_id)
    service.run(lambda: service.committed() == 4)
    assert service.effects() == ["a", "b"]


def test_a_repetition_after_a_lost_commit_changes_nothing(service: Service):
    service.send("a")
    service.run(lambda: service.committed() == 1)
    service.broker.committed.clear()
    service.run(lambda: service.committed() == 1)
    assert service.effects() == ["a"]
    assert service.calls == ["a"]


def test_the_offset_after_the_record_is_committed_with_its_leader_epoch(service: Service):
    service.broker.leader_epoch = 7
    service.send("a")
    service.run(lambda: service.committed() == 1)
    ((key, offset),) = service.broker.committed.items()
    assert offset == 1
    assert service.broker.epochs[key] == 7


def test_an_effect_that_fails_leaves_neither_effect_nor_memory_nor_commit(service: Service):
    service.send("a")

    def fail(event: Event) -> None:
        assert service.committed() == 0
        raise Retryable("the database of another is away")

    service.before = fail
    service.run(lambda: len(service.calls) >= 3)
    assert service.effects() == []
    assert service.committed() == 0
    service.before = lambda event: None
    service.run(lambda: service.committed() == 1)
    assert service.effects() == ["a"]
    assert service.broker.records(DEAD) == []


def test_while_one_partition_waits_the_others_go_on_and_its_order_holds(service: Service):
    keys = {service.broker.partition_of(f"2019-grade5/{number}".encode()): str(number) for number in range(20)}
    waiting, free = keys[0], keys[1]
    for number in range(3):
        service.send(f"waiting-{number}", waiting)
        service.send(f"free-{number}", free)
    away = True

    def fail(event: Event) -> None:
        if away and event.event_id == "waiting-1":
            raise Retryable("away")

    service.before = fail
    service.run(lambda: service.committed() == 4 and service.calls.count("waiting-1") >= 2)
    assert [one for one in service.effects() if "free" in one] == ["free-0", "free-1", "free-2"]
    assert [one for one in service.effects() if "waiting" in one] == ["waiting-0"]
    away = False
    service.run(lambda: service.committed() == 6)
    assert [one for one in service.effects() if "waiting" in one] == ["waiting-0", "waiting-1", "waiting-2"]


def test_a_fault_of_the_handler_is_tried_three_times_and_then_buried(service: Service):
    service.send("bad")
    service.send("good")

    def fail(event: Event) -> None:
        if event.event_id == "bad":
            raise KeyError(NAME)

    service.before = fail
    service.run(lambda: service.committed() == 2)
    assert service.calls.count("bad") == 6, "three times, each in its batch and alone"
    assert service.effects() == ["good"]
    (letter,) = service.broker.records(DEAD)
    headers = dict(letter.headers)
    assert headers["__connect.errors.exception.class.name"] == b"builtins.KeyError"
    assert b"KeyError" in headers["__connect.errors.exception.message"]
    assert b"test_consume.py" in headers["__connect.errors.exception.stacktrace"]
    assert NAME.encode() not in b"".join(headers.values())


def test_a_fault_that_passes_is_not_buried(service: Service):
    service.send("a")

    def fail_once(event: Event) -> None:
        if len(service.calls) < 3:
            raise RuntimeError

    service.before = fail_once
    service.run(lambda: service.committed() == 1)
    assert service.effects() == ["a"]
    assert service.broker.records(DEAD) == []


def test_a_handler_may_call_a_record_poison(service: Service):
    service.send("a")

    def fail(event: Event) -> None:
        raise Poison("a claim that the declaration does not have")

    service.before = fail
    service.run(lambda: service.committed() == 1)
    assert service.calls == ["a"]
    (letter,) = service.broker.records(DEAD)
    assert b"does not have" in dict(letter.headers)["__connect.errors.exception.message"]


def test_an_erased_applicants_records_are_passed_over(service: Service, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.common.sealing.CACHE_SECONDS", 0.0)
    service.send("gone", "1")
    service.send("stays", "2")
    sealer(service.folder).destroy("2019-grade5/1")
    service.run(lambda: service.committed() == 2)
    assert service.effects() == ["stays"]
    assert service.broker.records(DEAD) == []


def test_one_bad_record_does_not_take_its_batch_along(service: Service):
    for number in range(5):
        service.send(f"e{number}")
        if number == 2:
            service.broker.append(TOPIC, b"2019-grade5/1", b"rubbish")
    service.run(lambda: service.committed() == 6)
    assert service.effects() == [f"e{number}" for number in range(5)]
    assert len(service.broker.records(DEAD)) == 1


def test_tombstones_and_events_of_no_concern_are_passed_over(service: Service):
    service.broker.append(TOPIC, b"2019-grade5/1", None)
    withdrawn = next(event for event in EVENTS if isinstance(event, Withdrawn))
    service.broker.append(TOPIC, withdrawn.subject.encode(), service.codec.encode(withdrawn))
    service.send("a")
    service.run(lambda: service.committed() == 3)
    assert service.effects() == ["a"]


def test_a_wrong_master_key_ends_the_process_and_buries_nothing(service: Service, tmp_path: Path):
    from services.common.avro import EventCodec
    from services.common.blobs import FolderBlobStore, SealedBlobs

    service.send("a")
    service.send("b")
    wrong = sealer(tmp_path, bytes(32))
    service.codec = EventCodec(wrong, SealedBlobs(FolderBlobStore(tmp_path / "blobs"), wrong))
    with pytest.raises(Misconfigured):
        service.run(lambda: False, seconds=3)
    assert service.committed() == 0
    assert service.broker.records(DEAD) == []
    assert service.subscription.closed


def test_the_loop_survives_an_absent_broker(service: Service):
    looks = 0

    def handled_after_the_absence() -> bool:
        nonlocal looks
        looks += 1
        service.broker.away = looks < 20
        if looks == 20:
            service.send("a")
        return service.committed() == 1

    service.run(handled_after_the_absence)
    assert service.effects() == ["a"]


def test_a_buried_and_redriven_record_tells_its_last_story_only(service: Service):
    service.broker.append(TOPIC, b"2019-grade5/1", b"rubbish")
    service.run(lambda: service.committed() == 1)
    (letter,) = service.broker.records(DEAD)
    service.broker.publisher().publish([Outgoing(TOPIC, letter.key, letter.value, letter.headers)])
    service.run(lambda: service.committed() == 2)
    names = [name for name, _ in service.broker.records(DEAD)[1].headers]
    assert len(names) == len(set(names)) == 8
