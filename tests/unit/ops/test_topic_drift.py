"""Topics as they should be against topics as they are: what is told, what is mended, what is left alone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from services.common.kafka.cluster import TopicState
from services.common.topics import catalogue, dead_letter_topics
from services.ops.topics import Kind, apply, check, wanted


class Cluster:
    """Topics in memory, with the admin client's methods."""

    def __init__(self, *topics: TopicState) -> None:
        self.held = {topic.name: topic for topic in topics}

    def topics(self) -> dict[str, TopicState]:
        return dict(self.held)

    def create(self, topics: Iterable[TopicState]) -> None:
        self.held |= {topic.name: topic for topic in topics}

    def configure(self, topic: str, config: Mapping[str, str]) -> None:
        held = self.held[topic]
        self.held[topic] = replace(held, config={**held.config, **config})


def should(partitions: int = 6, replication: int = 1) -> dict[str, TopicState]:
    return wanted(partitions, replication)


def test_every_topic_and_dead_letter_topic_of_the_catalogue_is_wanted() -> None:
    assert set(should()) == set(catalogue()) | {topic.name for topic in dead_letter_topics()}


def test_dead_letters_have_one_partition_and_the_rest_as_many_as_set() -> None:
    counts = {name: topic.partitions for name, topic in should(partitions=12).items()}
    assert {count for name, count in counts.items() if name.endswith(".dlq")} == {1}
    assert {count for name, count in counts.items() if not name.endswith(".dlq")} == {12}


def test_with_three_replicas_two_must_have_a_record() -> None:
    assert should(replication=3)["verify.verdicts"].config["min.insync.replicas"] == "2"
    assert "min.insync.replicas" not in should(replication=1)["verify.verdicts"].config


def test_on_an_empty_cluster_everything_is_missing_and_apply_makes_it() -> None:
    cluster = Cluster()
    assert {one.kind for one in check(cluster, should())} == {Kind.MISSING}
    mended, left = apply(cluster, should())
    assert len(mended) == len(should())
    assert left == ()
    assert cluster.topics() == should()
    assert check(cluster, should()) == ()


def test_applying_twice_changes_nothing() -> None:
    cluster = Cluster(*should().values())
    assert apply(cluster, should()) == ((), ())


def test_a_setting_that_drifted_is_told_with_both_values_and_set_again() -> None:
    drifted = replace(should()["intake.declarations"], config={"cleanup.policy": "delete", "segment.ms": "5"})
    cluster = Cluster(*(should() | {drifted.name: drifted}).values())
    (told,) = check(cluster, should())
    assert (told.kind, told.wanted, told.found) == (Kind.CONFIG, "cleanup.policy=compact", "cleanup.policy=delete")
    apply(cluster, should())
    assert cluster.topics()["intake.declarations"].config == {"cleanup.policy": "compact", "segment.ms": "5"}


def test_another_number_of_partitions_is_told_and_never_mended() -> None:
    fewer = replace(should()["verify.readings"], partitions=3)
    cluster = Cluster(*(should() | {fewer.name: fewer}).values())
    mended, (left,) = apply(cluster, should())
    assert mended == ()
    assert (left.topic, left.kind, left.wanted, left.found) == ("verify.readings", Kind.PARTITIONS, "6", "3")
    assert cluster.topics()["verify.readings"].partitions == 3


def test_a_topic_under_our_prefix_that_nobody_declared_is_told_and_a_stranger_s_is_not() -> None:
    ours = TopicState("verify.reading", 1, 1, {})
    strangers = TopicState("payroll.runs", 1, 1, {})
    cluster = Cluster(*should().values(), ours, strangers)
    (told,) = check(cluster, should())
    assert (told.topic, told.kind) == ("verify.reading", Kind.UNKNOWN)
    apply(cluster, should())
    assert "verify.reading" in cluster.topics()
