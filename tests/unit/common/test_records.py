"""Records, their headers, ids and topics."""

from __future__ import annotations

import re

import pytest

from services.common.events import derived_id
from services.common.kafka.records import outgoing
from services.common.topics import (
    DEAD_LETTER,
    UPLOAD_TOPIC,
    catalogue,
    dead_letter_topic,
    dead_letter_topics,
    read_by,
)
from tests.unit.common.examples import EVENTS, declared


def headers(event) -> dict[str, str]:
    return {name: value.decode() for name, value in outgoing("t", event, b"", "x").headers}


def test_the_key_is_announcement_and_applicant():
    assert outgoing("t", declared(), b"v", "intake").key == "2019-grade5/수험-0001".encode()


def test_events_of_one_document_share_a_trace_and_each_has_its_span():
    traces = [headers(event)["traceparent"] for event in EVENTS[1:3]]
    assert all(re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", trace) for trace in traces)
    assert traces[0].split("-")[1] == traces[1].split("-")[1]
    assert traces[0].split("-")[2] != traces[1].split("-")[2]


def test_headers_hold_nothing_personal():
    for event in EVENTS:
        for text in headers(event).values():
            assert "홍길동" not in text


def test_the_same_inputs_make_the_same_id_and_others_another():
    assert derived_id("judging", "a", "b", "1") == derived_id("judging", "a", "b", "1")
    ids = {derived_id(*parts) for parts in (("j", "a", "b"), ("j", "ab"), ("j", "b", "a"), ("k", "a", "b"), ("j",))}
    assert len(ids) == 5


def test_every_group_has_a_dead_letter_topic_for_every_topic_it_reads():
    expected = {dead_letter_topic(topic.name, group) for topic in catalogue().values() for group in topic.consumers}
    assert {topic.name for topic in dead_letter_topics()} == expected
    assert all(topic.name.endswith(DEAD_LETTER) and topic.is_dead_letter for topic in dead_letter_topics())
    assert not any(topic.is_dead_letter for topic in catalogue().values())


def test_dead_letters_may_be_larger_than_what_they_bury():
    assert all(int(topic.config["max.message.bytes"]) > 1_048_576 for topic in dead_letter_topics())
    assert not any("max.message.bytes" in topic.config for topic in catalogue().values())


def test_topics_keep_everything_or_the_newest():
    for topic in (*catalogue().values(), *dead_letter_topics()):
        if topic.retention == "compact":
            assert topic.config == {"cleanup.policy": "compact"}
        else:
            assert topic.config["cleanup.policy"] == "delete"
            assert (topic.config["retention.ms"], topic.config["retention.bytes"]) == ("-1", "-1")


def test_every_upload_topic_is_in_the_catalogue_and_read_by_reading():
    assert set(read_by("docintake.reading")) == set(UPLOAD_TOPIC.values())


@pytest.mark.parametrize("group", ["docintake.intake", "docintake.judging", "docintake.score", "docintake.review"])
def test_every_group_reads_something(group: str):
    assert read_by(group)
