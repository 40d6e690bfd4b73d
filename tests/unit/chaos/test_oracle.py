"""The oracle complains of every kind of broken promise, and of nothing where all were kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chaos.history import History
from chaos.oracle import PROMISES, examine
from chaos.table import figures
from services.common.events import VerdictStatus
from tests.unit.chaos.healthy import (
    WHO,
    also,
    announcement,
    broken,
    declared,
    events,
    healthy,
    heard,
    judged,
    letter,
    read,
    scored,
    uploaded,
    without,
)


def test_nothing_is_broken_in_a_healthy_history_and_every_promise_was_checked() -> None:
    checks = examine(healthy(), announcement())
    assert [one for one in checks if one.broken] == []
    assert {one.promise for one in checks} == set(PROMISES)


def test_a_record_that_came_twice_is_no_second_effect() -> None:
    assert broken(also(healthy(), heard(read(), 1))) == {}


@pytest.mark.parametrize(
    ("lost", "promise"),
    [
        ("uploaded-1", "not lost"),
        ("read-1", "not lost"),
        ("judged-1", "not lost"),
        ("declared-1", "declarations"),
        ("scored-1", "scores"),
    ],
)
def test_a_lost_event_is_seen(lost: str, promise: str) -> None:
    assert promise in broken(without(healthy(), lost))


def test_a_verdict_on_an_old_version_only_is_a_lost_one() -> None:
    history = also(healthy(), heard(declared(2), 1))
    assert "no verdict on declaration version 2" in broken(history)["not lost"][0].broken


def test_a_receipt_that_the_portal_does_not_know_is_a_lost_upload() -> None:
    assert "not lost" in broken(replace(healthy(), documents={}))


@pytest.mark.parametrize(
    ("more", "offset"), [(judged("judged-2"), 2), (read("read-2"), 1), (scored(events(), "scored-2"), 1)]
)
def test_an_effect_that_was_made_twice_is_seen(more: object, offset: int) -> None:
    assert "not doubled" in broken(also(healthy(), heard(more, offset)))  # type: ignore[arg-type]


def test_one_id_with_two_contents_is_seen() -> None:
    assert "not doubled" in broken(also(healthy(), heard(judged(), 2, b"other bytes")))


def test_a_second_announcement_of_one_upload_is_seen() -> None:
    again = replace(uploaded(), event_id="uploaded-2", document_id="doc-2")
    found = broken(also(healthy(), heard(again, 1)))
    assert "not doubled" in found
    assert "refused nowhere" in found  # nobody was told of that document


def test_a_line_too_many_in_what_the_portal_shows_is_seen() -> None:
    history = healthy()
    answer = dict(history.documents["doc-1"])
    answer["history"] = [*answer["history"], {"event": "MATCH"}]
    assert "not doubled" in broken(replace(history, documents={"doc-1": answer}))


def test_a_wrong_score_on_the_topic_is_seen() -> None:
    history = without(healthy(), "scored-1")
    found = broken(also(history, heard(scored(events(), total="99.99"))))
    assert "99.99" in found["scores"][0].broken


def test_a_wrong_score_at_the_portal_is_seen() -> None:
    history = healthy()
    shown = {WHO: {**history.applicants[WHO], "score": {"total": "0.00"}}}
    assert "scores" in broken(replace(history, applicants=shown))


def test_a_score_that_rests_on_a_verdict_that_fails_is_seen() -> None:
    history = without(healthy(), "judged-1")
    assert "scores" in broken(also(history, heard(judged(status=VerdictStatus.MISMATCH))))


def test_a_wrong_paper_that_passes_and_a_right_one_that_fails_are_seen() -> None:
    history = healthy()
    wrong = tuple(replace(ack, what="wrong") if ack.act == "declare" else ack for ack in history.acks)
    assert "verdict right" in broken(replace(history, acks=wrong))
    fails = {"doc-1": {**history.documents["doc-1"], "status": "MISMATCH"}}
    assert "verdict right" in broken(replace(history, documents=fails))


@pytest.mark.parametrize("lost", ["read-1", "judged-1"])
def test_a_committed_offset_above_unfinished_work_is_seen(lost: str) -> None:
    """The effect came at last, but later than the look that found the offset committed."""
    history = healthy()
    group = "docintake.reading" if lost == "read-1" else "docintake.score"
    early = replace(history.samples[0], ends={}, handled=dict.fromkeys(history.samples[0].handled, 0))
    found = broken(replace(history, samples=(early,)))["offsets"]
    assert any(one.subject.startswith(group) for one in found)


def test_an_offset_above_poison_whose_dead_letter_is_not_there_yet_is_seen() -> None:
    history = healthy()
    sample = history.samples[0]
    committed = {**sample.committed, "docintake.score": {("verify.verdicts", 0): 2}}
    found = broken(replace(history, samples=(replace(sample, committed=committed),)))["offsets"]
    assert "record 1 was not done" in found[0].broken
    ends = {**sample.ends, ("verify.verdicts.docintake.score.dlq", 0): 9}
    assert broken(replace(history, samples=(replace(sample, committed=committed, ends=ends),))) == {}


def test_a_missing_dead_letter_is_seen() -> None:
    assert "dead letters" in broken(replace(healthy(), letters=healthy().letters[1:]))


def test_a_dead_letter_with_other_bytes_is_seen() -> None:
    history = healthy()
    touched = replace(history.letters[0], value=b"touched")
    assert "dead letters" in broken(replace(history, letters=(touched, *history.letters[1:])))


def test_a_dead_letter_without_its_reason_is_seen() -> None:
    history = healthy()
    mute = replace(history.letters[0], headers=history.letters[0].headers[:-1])
    assert "dead letters" in broken(replace(history, letters=(mute, *history.letters[1:])))


def test_a_good_record_among_the_dead_letters_is_seen() -> None:
    history = healthy()
    buried = letter(("verify.verdicts", 0, 0), "docintake.score", 9, b"judged-1")
    buried = replace(buried, key=history.heard[3].raw.key)
    found = broken(replace(history, letters=(*history.letters, buried)))["dead letters"]
    assert "no poison" in found[0].broken


def test_other_bytes_in_the_store_are_seen() -> None:
    assert "original bytes" in broken(replace(healthy(), originals={"doc-1": "f" * 64}))


def test_refused_bytes_anywhere_are_seen() -> None:
    assert "refused nowhere" in broken(replace(healthy(), blobs=frozenset({"b" * 64})))
    accepted = tuple(replace(ack, status=202) if ack.act == "refused" else ack for ack in healthy().acks)
    assert "refused nowhere" in broken(replace(healthy(), acks=accepted))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"review": {}},
        {"review": {"doc-1": ("judged-0", "MATCH", None)}},
        {"review": {"doc-1": ("judged-1", "MATCH", "WITHDRAWN")}},
        {"documents": {"doc-1": {"status": "READ", "sha256": "a" * 64}}},
    ],
)
def test_a_read_model_that_says_something_else_is_seen(spoilt: dict[str, object]) -> None:
    assert "projections" in broken(replace(healthy(), **spoilt))  # type: ignore[arg-type]


@pytest.mark.parametrize("spoilt", [{"unsent": {"judging": 1}}, {"behind": {"docintake.score": 3}}])
def test_what_does_not_come_to_rest_is_seen(spoilt: dict[str, object]) -> None:
    assert "settles" in broken(replace(healthy(), **spoilt))  # type: ignore[arg-type]


def test_a_request_without_an_answer_is_seen() -> None:
    acks = tuple(replace(ack, status=0) if ack.act == "refused" else ack for ack in healthy().acks)
    assert "settles" in broken(replace(healthy(), acks=acks))


def test_the_table_blames_the_fault_that_was_at_work() -> None:
    history: History = without(healthy(), "judged-1")
    row = figures(history, examine(history, announcement()))["faults"]["kill judging"]
    assert row["kills"] == 1
    assert row["survived"] == 0
    assert row["promises"]["not lost"] == {"checked": 1, "broken": 1}
    kept = figures(healthy(), examine(healthy(), announcement()))["faults"]["kill judging"]
    assert kept["survived"] == 1
    assert kept["recovery_p50"] == pytest.approx(2.0)  # the verdict at 4 s, the kill at 2 s
