"""Topics on a real broker: made, checked, mended; what a client asks for is never made by accident."""

from collections.abc import Callable, Iterator

import pytest

from services.common.errors import Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.cluster import TopicState
from services.common.settings import Settings
from services.ops.broker import Broker
from services.ops.topics import Kind, apply, check, wanted


@pytest.fixture(scope="module")
def settings(new_broker: Callable[[], Broker], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A broker of this file's own, whose topics nobody else touches."""
    with new_broker() as broker:
        home = tmp_path_factory.mktemp("home")
        yield Settings(home=home, kafka_bootstrap_servers=broker.node.address)


def test_apply_makes_the_catalogue_and_check_then_finds_no_drift(settings: Settings) -> None:
    should = wanted(partitions=3, replication=1)
    with Admin(settings) as admin:
        mended, left = apply(admin, should)
        assert (len(mended), left) == (len(should), ())
        assert check(admin, should) == ()
        assert apply(admin, should) == ((), ())
        assert admin.topics() == should


def test_a_setting_changed_behind_our_back_is_found_and_mended(settings: Settings) -> None:
    should = {"drift.config": TopicState("drift.config", 1, 1, {"cleanup.policy": "compact"})}
    with Admin(settings) as admin:
        apply(admin, should)
        admin.configure("drift.config", {"cleanup.policy": "delete"})
        (told,) = check(admin, should)
        assert (told.kind, told.found) == (Kind.CONFIG, "cleanup.policy=delete")
        apply(admin, should)
        assert check(admin, should) == ()


def test_other_partitions_are_told_and_left_alone(settings: Settings) -> None:
    as_it_is = {"shape.topic": TopicState("shape.topic", 2, 1, {})}
    should = {"shape.topic": TopicState("shape.topic", 4, 1, {})}
    with Admin(settings) as admin:
        apply(admin, as_it_is)
        mended, (left,) = apply(admin, should)
        assert (mended, left.kind, left.found) == ((), Kind.PARTITIONS, "2")
        assert admin.topics()["shape.topic"].partitions == 2


def test_a_topic_that_two_make_at_once_is_made_once(settings: Settings) -> None:
    topic = TopicState("race.topic", 1, 1, {})
    with Admin(settings) as one, Admin(settings) as other:
        one.create([topic])
        other.create([topic])
        assert one.topics()["race.topic"] == topic


def test_asking_for_a_topic_does_not_make_it(settings: Settings) -> None:
    with Admin(settings) as admin:
        with pytest.raises(Retryable):
            admin.offsets({"never.declared": 1})
        assert "never.declared" not in admin.topics()
