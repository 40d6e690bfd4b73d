"""Which patch puts a mistake in, which test notices, and in what words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATCHES = Path(__file__).parent / "patches"
TESTS = "tests/mistakes/test_ten_mistakes.py"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One way of making one of the ten mistakes."""

    number: int
    """Its place among the ten."""
    name: str
    """What is wrong."""
    patch: str
    """File under `patches/`, without its ending."""
    test: str
    """The test that must fail with it."""
    told: str
    """What that test says then: it fails for this reason and no other."""

    @property
    def path(self) -> Path:
        """The patch."""
        return PATCHES / f"{self.patch}.patch"


MISTAKES = (
    Mistake(
        1,
        "slow work inside the poll loop",
        "01-work-in-the-poll-loop",
        "test_1_slow_work_does_not_rebalance",
        "slow work makes the group rebalance",
    ),
    Mistake(
        2,
        "auto-commit of unfinished work",
        "02-auto-commit",
        "test_2_unfinished_work_is_never_committed",
        "an unfinished record was committed",
    ),
    Mistake(
        3,
        "commit past an unfinished earlier record",
        "03-commit-past-unfinished",
        "test_3_nothing_is_committed_past_an_unfinished_earlier_record",
        "committed past a record that is not finished",
    ),
    Mistake(
        4,
        "commit of the offset, not of the one after it",
        "04-commit-the-offset-itself",
        "test_4_the_offset_after_the_finished_record_is_committed",
        "a finished record came again",
    ),
    Mistake(
        5,
        "a poison record blocks the partition",
        "05-poison-is-tried-for-ever",
        "test_5_a_poison_record_neither_blocks_nor_kills_a_consumer_that_keeps_state",
        "a poison record blocks",
    ),
    Mistake(
        5,
        "a poison record kills the consumer",
        "05-poison-ends-the-loop",
        "test_5_a_poison_record_neither_blocks_nor_kills_a_consumer_of_slow_work",
        "a poison record blocks",
    ),
    Mistake(
        6,
        "unchecked send futures",
        "06-unchecked-send-futures",
        "test_6_what_the_broker_did_not_take_is_not_taken_for_sent",
        "refused counts as sent",
    ),
    Mistake(
        7,
        "a client crosses a fork (readers)",
        "07-forked-readers",
        "test_7_no_client_crosses_a_fork[reading]",
        "it was forked",
    ),
    Mistake(
        7,
        "a client crosses a fork (inspectors)",
        "07-forked-inspectors",
        "test_7_no_client_crosses_a_fork[admission]",
        "it was forked",
    ),
    Mistake(
        7,
        "the consumer is used by several threads",
        "07-commit-on-another-thread",
        "test_7_one_thread_uses_the_consumer",
        "threads used the consumer",
    ),
    Mistake(
        8,
        "results published after a revoke",
        "08-late-results-are-kept",
        "test_8_a_taken_partition_takes_its_results_and_commits_along",
        "after its partition was taken",
    ),
    Mistake(
        8,
        "stale pauses after a rebalance",
        "08-pauses-are-set-once",
        "test_8_a_pause_holds_for_what_a_rebalance_brings_and_ends_for_all",
        "a stale pause",
    ),
    Mistake(
        9,
        "`latest` skips records",
        "09-latest",
        "test_9_a_new_group_begins_with_the_oldest_record",
        "was skipped",
    ),
    Mistake(
        10,
        "commit before the dead letter is confirmed",
        "10-unconfirmed-dead-letter",
        "test_10_an_unwritten_dead_letter_blocks_the_commit_of_a_consumer_that_keeps_state",
        "the dead letter is not written",
    ),
    Mistake(
        10,
        "the same where work is slow",
        "10-unconfirmed-dead-letter",
        "test_10_an_unwritten_dead_letter_blocks_the_commit_of_a_consumer_of_slow_work",
        "the dead letter is not written",
    ),
)
