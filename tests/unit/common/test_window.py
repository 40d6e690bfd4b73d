"""How far a partition may be committed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.common.kafka.records import Incoming
from services.common.kafka.window import Window


def record(offset: int, partition: int = 0) -> Incoming:
    return Incoming("t", partition, offset, 0, 0, b"k", b"v", ())


def test_nothing_is_committed_past_an_unfinished_earlier_record():
    window = Window()
    records = [record(offset) for offset in (3, 4, 5)]
    for one in records:
        window.add(one)
    assert window.finish(records[2]) is None
    assert window.finish(records[1]) is None
    assert (len(window), window.held) == (1, 2)
    assert window.finish(records[0]) is records[2]
    assert (len(window), window.held) == (0, 0)


def test_gaps_of_compaction_do_not_stop_a_commit():
    window = Window()
    for one in (first := record(3), second := record(17)):
        window.add(one)
    assert window.finish(second) is None
    assert window.finish(first) is second


def test_partitions_are_committed_apart():
    window = Window()
    for one in (slow := record(0, 0), quick := record(0, 1)):
        window.add(one)
    assert window.finish(quick) is quick
    assert window.finish(slow) is slow


def test_a_record_of_a_taken_partition_finishes_nothing():
    window = Window()
    window.add(gone := record(0))
    window.add(other := record(0, 1))
    window.drop(gone.place)
    assert window.finish(gone) is None
    assert len(window) == 1
    assert window.finish(other) is other


@given(offsets=st.lists(st.integers(0, 1_000), unique=True, min_size=1, max_size=30).map(sorted), data=st.randoms())
def test_in_whatever_order_they_finish_only_the_finished_prefix_is_committed(offsets, data):
    window, records = Window(), [record(offset) for offset in offsets]
    for one in records:
        window.add(one)
    order = list(records)
    data.shuffle(order)
    finished: set[int] = set()
    committed = -1
    for one in order:
        finished.add(one.offset)
        last = window.finish(one)
        prefix = [offset for offset in offsets if all(earlier in finished for earlier in offsets if earlier <= offset)]
        if last is not None:
            committed = last.offset
        assert committed == (prefix[-1] if prefix else -1)
    assert committed == offsets[-1]
