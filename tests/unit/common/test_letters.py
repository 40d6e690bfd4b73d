"""A dead letter tells its story, and becomes the record again that it was."""

import pytest

from services.common.errors import Poison
from services.common.kafka.dead_letters import bury
from services.common.kafka.letters import letter_of, put_back
from services.common.kafka.records import Incoming, Outgoing
from tests.contracts.memory_broker import MemoryBroker

HEADERS = (("ce_id", b"1"), ("twice", b"a"), ("twice", b"b"), ("bytes", b"\xff\x00"))


def buried(record: Incoming, error: BaseException | None = None) -> Incoming:
    broker = MemoryBroker()
    broker.create("t.g.dlq")
    bury(broker.publisher(), record, "g", "handle", error or Poison("not a Judged"))
    (letter,) = broker.records("t.g.dlq")
    return letter


@pytest.mark.parametrize("value", [b"\x00\xffbytes", b"", None])
@pytest.mark.parametrize("key", [b"2019-grade5/1", None])
def test_what_was_buried_is_put_back_as_it_was(key: bytes | None, value: bytes | None) -> None:
    record = Incoming("t", 2, 7, 0, 0, key, value, HEADERS)
    assert put_back(letter_of(buried(record))) == Outgoing("t", key, value, HEADERS)


def test_a_letter_says_whence_and_why() -> None:
    letter = letter_of(buried(Incoming("t", 2, 7, 0, 0, b"k", b"v", ())))
    assert (letter.topic, letter.partition, letter.offset) == ("t", "2", "7")
    assert (letter.group, letter.stage) == ("g", "handle")
    assert (letter.reason, letter.message) == ("Poison", "not a Judged")


def test_a_record_that_failed_twice_is_put_back_without_either_story() -> None:
    once = buried(Incoming("t", 2, 7, 0, 0, b"k", b"v", HEADERS))
    again = put_back(letter_of(once))
    twice = buried(Incoming("t", 2, 9, 0, 0, again.key, again.value, again.headers), ValueError())
    assert put_back(letter_of(twice)).headers == HEADERS
    assert letter_of(twice).offset == "9"


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("__connect.errors.topic", b"t"),),
        (("__connect.errors.topic", b"elsewhere"), ("__connect.errors.class.name", b"g")),
        (("__connect.errors.topic", b"\xff"), ("__connect.errors.class.name", b"g")),
    ],
)
def test_a_letter_that_does_not_say_where_it_was_is_put_nowhere(headers: tuple[tuple[str, bytes], ...]) -> None:
    letter = letter_of(Incoming("t.g.dlq", 0, 3, 0, 0, b"k", b"v", headers))
    with pytest.raises(Poison, match=r"t\.g\.dlq/0/3"):
        put_back(letter)
