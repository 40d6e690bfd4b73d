"""The loop of a consumer whose work takes seconds."""

from __future__ import annotations

import time

import pytest

from services.common.errors import KeyDestroyed, Misconfigured, Poison, Retryable
from tests.unit.common.slow_reading import DEAD, WORKERS, Reading, wait_until


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.common.kafka.consume_slowly.RETRY_SECONDS", 0.05)
    monkeypatch.setattr("services.common.kafka.consume_slowly.POLL_SECONDS", 0.01)
    reading = Reading()
    yield reading
    for gate in reading.gates.values():
        gate.set()
    reading.stop.set()
    if hasattr(reading, "thread"):
        reading.thread.join(12)


def test_every_record_is_worked_on_published_and_committed(reading: Reading):
    for number in range(9):
        reading.send(str(number), str(number % 3))
    reading.start()
    wait_until(lambda: reading.committed() == 9)
    reading.end()
    assert sorted(reading.results()) == [str(number) for number in range(9)]
    assert reading.failures == []
    assert reading.subscription.closed
    assert reading.publisher.closed


def test_one_applicants_results_keep_their_order_and_hold_up_nobody_else(reading: Reading):
    reading.hold("a-0")
    for number in range(2):
        reading.send(f"a-{number}", "a")
    reading.send("b-0", "b")
    reading.start()
    wait_until(lambda: reading.results() == ["b-0"] and b"a-1" in reading.begun)
    time.sleep(0.1)
    assert reading.results() == ["b-0"], "a-1 is done, and waits for a-0"
    reading.let_go("a-0")
    wait_until(lambda: reading.committed() == 3)
    assert reading.results() == ["b-0", "a-0", "a-1"]


def test_above_its_capacity_it_fetches_nothing_and_keeps_polling(reading: Reading):
    names = [str(number) for number in range(12)]
    reading.hold(*names)
    for name in names:
        reading.send(name, name)
    reading.start()
    wait_until(lambda: reading.subscription.paused)
    polls = reading.subscription.polls
    wait_until(lambda: reading.subscription.polls > polls + 10)
    assert len(reading.begun) == 2 * WORKERS
    reading.let_go(*names[: 2 * WORKERS])
    wait_until(lambda: len(reading.begun) > 2 * WORKERS)
    reading.let_go(*names)
    wait_until(lambda: reading.committed() == 12)


def test_one_record_that_never_ends_does_not_let_finished_ones_pile_up(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("services.common.kafka.consume_slowly.HELD_LIMIT", 10)
    reading.hold("stuck")
    reading.send("stuck", "a")
    for number in range(40):
        reading.send(str(number), "b")
    reading.start()
    wait_until(lambda: reading.subscription.paused and len(reading.results()) >= 10)
    time.sleep(0.1)
    assert 10 <= len(reading.results()) < 10 + 2 * WORKERS + 2
    assert reading.committed() == 0
    reading.let_go("stuck")
    wait_until(lambda: reading.committed() == 41)


def test_infrastructure_that_fails_is_tried_again_in_place_and_never_dead_lettered(reading: Reading):
    reading.faults[b"a-0"] = [Retryable("blob store: away") for _ in range(4)]
    reading.send("a-0", "a")
    reading.send("a-1", "a")
    reading.send("b-0", "b")
    reading.start()
    wait_until(lambda: reading.committed() == 3)
    assert reading.results() == ["b-0", "a-0", "a-1"]
    assert reading.begun.count(b"a-0") == 5
    assert reading.broker.records(DEAD) == []


def test_a_retry_loses_no_earlier_record_that_is_still_under_way(reading: Reading):
    """A record further on fails and comes again, while one before it is unfinished: both must end up done."""
    reading.hold("early")
    reading.faults[b"late"] = [Retryable("away")]
    reading.send("early", "a")
    reading.send("late", "b")
    reading.start()
    wait_until(lambda: reading.results() == ["late"])
    assert reading.committed() == 0
    reading.let_go("early")
    wait_until(lambda: reading.committed() == 2)
    assert sorted(reading.results()) == ["early", "late"]


def test_a_result_that_could_not_be_published_is_published_later_without_working_again(reading: Reading):
    refusals = iter([True, True])
    reading.publisher.refuse = lambda record: next(refusals, False)
    reading.send("a")
    reading.start()
    wait_until(lambda: reading.committed() == 1)
    assert reading.begun == [b"a"]
    assert reading.results() == ["a"]


def test_a_broker_outage_throws_no_finished_work_away(reading: Reading):
    reading.hold("a")
    reading.send("a")
    reading.start()
    wait_until(lambda: reading.begun)
    reading.broker.away = True
    reading.let_go("a")
    time.sleep(0.2)
    reading.broker.away = False
    wait_until(lambda: reading.results() == ["a"])
    assert reading.begun == [b"a"]


@pytest.mark.parametrize("fault", [Poison("not an upload"), KeyError("홍길동")])
def test_what_can_never_be_done_goes_to_the_dead_letters_and_is_committed(reading: Reading, fault: Exception):
    reading.faults[b"bad"] = [fault]
    reading.send("bad", "a")
    reading.send("good", "a")
    reading.start()
    wait_until(lambda: reading.committed() == 2)
    (letter,) = reading.broker.records(DEAD)
    assert (letter.key, letter.value) == (b"a", b"bad")
    assert "홍길동".encode() not in b"".join(value for _, value in letter.headers)
    assert reading.results() == ["good"]


def test_an_erased_applicants_record_is_passed_over(reading: Reading):
    reading.faults[b"gone"] = [KeyDestroyed("the applicant was erased")]
    reading.send("gone")
    reading.start()
    wait_until(lambda: reading.committed() == 1)
    assert reading.broker.records(DEAD) == []
    assert reading.results() == []


def test_a_wrong_setting_ends_the_process(reading: Reading):
    reading.faults[b"a"] = [Misconfigured("the master key is another")]
    reading.send("a")
    reading.start()
    reading.thread.join(5)
    assert [type(failure) for failure in reading.failures] == [Misconfigured]
    assert reading.committed() == 0
    assert reading.broker.records(DEAD) == []
    assert reading.subscription.closed


def test_a_stop_finishes_what_runs_and_leaves_the_rest_to_the_next_owner(reading: Reading):
    reading.hold("a")
    reading.send("a", "a")
    for number in range(20):
        reading.send(str(number), "b")
    reading.hold(*[str(number) for number in range(20)])
    reading.start()
    wait_until(lambda: len(reading.begun) == 2 * WORKERS)
    reading.stop.set()
    time.sleep(0.1)
    reading.let_go("a", "0", "1", "2")
    reading.thread.join(12)
    assert not reading.thread.is_alive()
    assert sorted(reading.results()) == ["0", "1", "2", "a"]
    assert reading.committed() == 4


def test_a_stop_does_not_wait_for_ever(reading: Reading, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.common.kafka.consume_slowly.SHUTDOWN_SECONDS", 0.3)
    reading.hold("endless")
    reading.send("endless")
    reading.start()
    wait_until(lambda: reading.begun)
    started = time.monotonic()
    reading.stop.set()
    reading.thread.join(5)
    assert not reading.thread.is_alive()
    assert time.monotonic() - started < 2
    assert reading.committed() == 0
    assert reading.subscription.closed


def test_a_stop_does_not_wait_for_what_must_be_tried_again(reading: Reading, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.common.kafka.consume_slowly.RETRY_SECONDS", 60.0)
    reading.faults[b"a"] = [Retryable("away")]
    reading.send("a")
    reading.start()
    wait_until(lambda: not reading.faults[b"a"])
    time.sleep(0.1)
    started = time.monotonic()
    reading.end()
    assert time.monotonic() - started < 2
    assert reading.committed() == 0


def test_gaps_of_compaction_do_not_stop_a_commit(reading: Reading):
    first, gone, last = reading.send("a"), reading.send("b"), reading.send("c")
    reading.broker.compact_away(gone)
    reading.start()
    wait_until(lambda: reading.committed() == last.offset + 1)
    assert reading.results() == ["a", "c"]
    assert first.offset + 2 == last.offset
