"""Events to bytes and back."""

from __future__ import annotations

import dataclasses
import struct
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.common.avro import EventCodec, decode_envelope
from services.common.blobs import FolderBlobStore, SealedBlobs
from services.common.errors import KeyDestroyed, Poison
from services.common.events import EVENT_TYPES, Event
from tests.unit.common.examples import EVENTS, NAME, codec, declared, sealer


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> EventCodec:
    return codec(tmp_path_factory.mktemp("codec"))


def test_there_is_an_example_of_every_event():
    assert {type(event) for event in EVENTS} == set(EVENT_TYPES.values())


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.schema)
def test_an_event_comes_back_as_it_was(coder: EventCodec, event: Event):
    assert coder.decode(coder.encode(event)) == event


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.schema)
def test_a_repeated_attempt_makes_the_same_bytes(coder: EventCodec, event: Event):
    assert coder.encode(event) == coder.encode(event)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.schema)
def test_the_bytes_begin_as_confluent_says_and_show_nothing_personal(coder: EventCodec, event: Event):
    data = coder.encode(event)
    magic, schema_id = struct.unpack(">bI", data[:5])
    assert (magic, schema_id) == (0, 1 + list(EVENT_TYPES).index(event.schema))
    for text in (NAME, "1990-01-02", "805", "12.50", "흐림", "담당자"):
        assert text.encode() not in data


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.schema)
def test_a_truncated_event_is_poison_wherever_it_is_cut(coder: EventCodec, event: Event):
    data = coder.encode(event)
    for length in range(len(data)):
        with pytest.raises(Poison):
            coder.decode(data[:length])


def test_trailing_bytes_are_poison(coder: EventCodec):
    with pytest.raises(Poison, match="trailing"):
        coder.decode(coder.encode(EVENTS[0]) + b"\0")


@pytest.mark.parametrize("data", [b"", b"{}", b"\x01\0\0\0\x01", b"\0\0\0\x03\xe7abc", b'{"event_id": 1}'])
def test_what_is_no_event_is_poison(coder: EventCodec, data: bytes):
    with pytest.raises(Poison):
        coder.decode(data)


def test_a_naive_time_is_refused(coder: EventCodec):
    with pytest.raises(ValueError, match="offset"):
        coder.encode(declared(occurred_at=datetime(2026, 1, 1)))  # noqa: DTZ001 # the point of the test


def test_a_value_of_the_wrong_type_is_refused(coder: EventCodec):
    with pytest.raises((ValueError, TypeError)):
        coder.encode(declared(version="one"))


def test_large_personal_values_go_by_the_blob_store(tmp_path: Path):
    coder = codec(tmp_path)
    event = declared(personal={"declaration": {"name": NAME * 100_000}})
    data = coder.encode(event)
    assert len(data) < 1_000
    _, envelope = decode_envelope(data)
    assert envelope["sealed"] is None
    assert NAME.encode() not in (tmp_path / "blobs" / envelope["sealed_at"]).read_bytes()
    assert coder.decode(data) == event
    (tmp_path / "blobs" / envelope["sealed_at"]).unlink()
    with pytest.raises(Poison, match="not in the blob store"):
        coder.decode(data)


def test_values_sealed_for_one_event_do_not_open_in_another(coder: EventCodec):
    data = coder.encode(declared("d-1"))
    assert coder.decode(data)
    with pytest.raises(Poison):
        coder.decode(data.replace(b"d-1", b"d-2"))


def test_an_erased_applicants_event_is_key_destroyed_and_a_plain_one_is_not(tmp_path: Path):
    opened = sealer(tmp_path)
    coder = EventCodec(opened, SealedBlobs(FolderBlobStore(tmp_path / "blobs"), opened))
    large = declared("d-2", personal={"x": NAME * 100_000})
    sealed = [coder.encode(EVENTS[0]), coder.encode(large)]
    opened.destroy(EVENTS[0].subject)
    for data in sealed:
        with pytest.raises(KeyDestroyed):
            coder.decode(data)
    plain = dataclasses.replace(EVENTS[1])
    assert coder.decode(coder.encode(plain)) == plain


@given(data=st.binary(max_size=300), schema_id=st.integers(1, len(EVENT_TYPES)))
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_are_poison_and_nothing_worse(coder: EventCodec, data: bytes, schema_id: int):
    for candidate in (data, struct.pack(">bI", 0, schema_id) + data):
        try:
            coder.decode(candidate)
        except Poison:
            continue


@given(data=st.data(), index=st.integers(0, len(EVENTS) - 1))
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spoilt_events_are_poison_or_another_event_and_nothing_worse(coder: EventCodec, data, index: int):
    spoilt = bytearray(coder.encode(EVENTS[index]))
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    try:
        event = coder.decode(bytes(spoilt))
    except Poison:
        return
    assert type(event) in EVENT_TYPES.values()
