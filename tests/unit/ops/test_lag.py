"""How far behind each group is, in records and seconds."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from services.common.clock import FixedClock
from services.common.kafka.cluster import GroupState, Offsets, Place, Position, TopicState
from services.ops.lag import Snapshot, observe

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
VERDICTS = "verify.verdicts"


class Cluster:
    """A cluster in memory, with the admin client's methods."""

    def __init__(
        self,
        offsets: Mapping[Place, Offsets],
        committed: Mapping[str, Mapping[Place, int]],
        members: Mapping[str, int] | None = None,
    ) -> None:
        self._offsets = offsets
        self._committed = committed
        self._members = members or {}

    def topics(self) -> dict[str, TopicState]:
        names = {topic for topic, _ in self._offsets}
        return {name: TopicState(name, sum(topic == name for topic, _ in self._offsets), 1, {}) for name in names}

    def offsets(self, topics: Mapping[str, int]) -> dict[Place, Offsets]:
        return {place: kept for place, kept in self._offsets.items() if place[0] in topics}

    def committed(self, groups: Iterable[str]) -> dict[str, dict[Place, int]]:
        return {group: dict(self._committed.get(group, {})) for group in groups}

    def groups(self, names: Iterable[str]) -> dict[str, GroupState]:
        return {
            name: GroupState("Stable" if self._members.get(name) else "Empty", self._members.get(name, 0))
            for name in names
        }


def ages(written: Mapping[Position, datetime], asked: list[Position] | None = None) -> object:
    def look_up(positions: Iterable[Position]) -> dict[Position, datetime]:
        wanted = list(positions)
        if asked is not None:
            asked.extend(wanted)
        return {position: written[position] for position in wanted if position in written}

    return look_up


def seen(cluster: Cluster, written: Mapping[Position, datetime] | None = None) -> Snapshot:
    return observe(cluster, ages(written or {}), FixedClock(NOW))  # type: ignore[arg-type]


def records(snapshot: Snapshot, group: str) -> dict[int, int]:
    return {lag.partition: lag.records for lag in snapshot.partitions if lag.group == group and lag.topic == VERDICTS}


def test_lag_is_counted_from_the_commit_to_the_end_of_each_partition() -> None:
    offsets = {(VERDICTS, 0): Offsets(0, 10), (VERDICTS, 1): Offsets(0, 4)}
    snapshot = seen(Cluster(offsets, {"docintake.score": {(VERDICTS, 0): 7, (VERDICTS, 1): 4}}))
    assert records(snapshot, "docintake.score") == {0: 3, 1: 0}


def test_before_the_first_commit_everything_kept_is_lag() -> None:
    snapshot = seen(Cluster({(VERDICTS, 0): Offsets(5, 12)}, {}))
    assert records(snapshot, "docintake.intake") == {0: 7}


def test_records_deleted_before_the_group_came_are_no_lag() -> None:
    snapshot = seen(Cluster({(VERDICTS, 0): Offsets(8, 10)}, {"docintake.score": {(VERDICTS, 0): 3}}))
    assert records(snapshot, "docintake.score") == {0: 2}


def test_a_commit_newer_than_the_end_that_was_looked_up_is_no_negative_lag() -> None:
    snapshot = seen(Cluster({(VERDICTS, 0): Offsets(0, 10)}, {"docintake.score": {(VERDICTS, 0): 11}}))
    assert records(snapshot, "docintake.score") == {0: 0}


def test_seconds_are_the_age_of_each_group_s_own_oldest_record() -> None:
    cluster = Cluster(
        {(VERDICTS, 0): Offsets(0, 10)},
        {"docintake.score": {(VERDICTS, 0): 9}, "docintake.intake": {(VERDICTS, 0): 2}},
    )
    written = {
        (VERDICTS, 0, 9): NOW - timedelta(seconds=1),
        (VERDICTS, 0, 2): NOW - timedelta(minutes=5),
        (VERDICTS, 0, 0): NOW - timedelta(hours=1),
    }
    groups = {group.group: group for group in seen(cluster, written).groups}
    assert groups["docintake.score"].seconds == 1
    assert groups["docintake.intake"].seconds == 300
    assert groups["docintake.review"].seconds == 3600


def test_only_lagging_positions_are_looked_up() -> None:
    groups = ("docintake.score", "docintake.intake", "docintake.review")
    asked: list[Position] = []
    cluster = Cluster({(VERDICTS, 0): Offsets(0, 10)}, {group: {(VERDICTS, 0): 10} for group in groups})
    observe(cluster, ages({}, asked), FixedClock(NOW))  # type: ignore[arg-type]
    assert asked == []


def test_a_record_from_the_future_is_not_younger_than_now() -> None:
    cluster = Cluster({(VERDICTS, 0): Offsets(0, 1)}, {})
    written = {(VERDICTS, 0, 0): NOW + timedelta(seconds=30)}
    assert {lag.seconds for lag in seen(cluster, written).partitions} == {0.0}


def test_a_group_sums_its_partitions_and_takes_the_oldest_age() -> None:
    offsets = {(VERDICTS, 0): Offsets(0, 2), (VERDICTS, 1): Offsets(0, 3)}
    written = {(VERDICTS, 0, 0): NOW - timedelta(seconds=10), (VERDICTS, 1, 0): NOW - timedelta(seconds=40)}
    groups = {group.group: group for group in seen(Cluster(offsets, {}, {"docintake.score": 2}), written).groups}
    score = groups["docintake.score"]
    assert (score.records, score.seconds, score.members, score.state) == (5, 40, 2, "Stable")
    assert groups["docintake.intake"].state == "Empty"


def test_dead_letters_are_counted_by_topic_and_a_topic_not_made_yet_shows_as_such() -> None:
    letters = "verify.verdicts.docintake.score.dlq"
    snapshot = seen(Cluster({(VERDICTS, 0): Offsets(0, 0), (letters, 0): Offsets(1, 4)}, {}))
    assert {view.name: view.records for view in snapshot.dead_letters if view.records} == {letters: 3}
    missing = next(view for view in snapshot.topics if view.name == "score.scores")
    assert (missing.partitions, missing.records) == (0, 0)


def test_dead_letters_that_were_handled_do_not_count() -> None:
    letters = "verify.verdicts.docintake.score.dlq"
    offsets = {(VERDICTS, 0): Offsets(0, 0), (letters, 0): Offsets(1, 6)}
    snapshot = seen(Cluster(offsets, {"docintake.dlq": {(letters, 0): 4}}))
    assert {view.name: view.records for view in snapshot.dead_letters if view.records} == {letters: 2}
    assert "docintake.dlq" not in {group.group for group in snapshot.groups}
