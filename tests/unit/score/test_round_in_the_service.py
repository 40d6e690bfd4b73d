"""A round in the service: events in, stages selected and published, replayed to the byte, scored again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from services.announcement.load import load_announcement
from services.announcement.model import Window, Windows
from services.common.events import Scored, StageOutcome
from services.score.rescore import Rescore
from services.score.rounds import NotYet
from services.score.stages.lines import InvalidLines
from services.score.tables import OUTBOX, OUTCOMES, RESULTS
from tests.unit.score.applicants import body, toeic
from tests.unit.score.by_rule.rounds import interview, written
from tests.unit.score.scorekeeping import CLOSES, START, declared, erased, judged

ANNOUNCEMENT = "2019-grade5"
PEOPLE = (1, 2, 3)


def person(number: int, score: str = "800", minute: int = 0):
    """도시계획 has one post: 25 pass the documents, 3 the written test, 1 the interview."""
    whole = body(toeic(score), {"id": "c", "kind": "certificate", "title": "도시계획기사", "number": "1",
                 "acquired_on": "2018-08-17"}, field="도시계획", facts={"sex": "F"})  # fmt: skip
    return replace(declared(1, minute, whole), applicant_id=f"A-{number}", event_id=f"declared-A-{number}")


def matched(number: int, claim: str, verdict: str = "MATCH"):
    event = judged(claim, verdict, 5, doc=f"doc-{claim}-{number}")
    return replace(event, applicant_id=f"A-{number}", event_id=f"judged-A-{number}-{claim}")


def published(service):
    return [event for event in service.published() if isinstance(event, StageOutcome)]


def select(service, stage):
    outcomes = service.round().select(ANNOUNCEMENT, stage)
    service.clock.advance(timedelta(minutes=1))
    return {one.candidate.applicant_id: one.result.value for one in outcomes}, service.round().publish(
        ANNOUNCEMENT, outcomes
    )


def rows(*lines):
    return list(enumerate(lines, 1))


@pytest.fixture
def after_document(service):
    service.handle(*(person(number) for number in PEOPLE))
    assert select(service, "document") == ({f"A-{n}": "PASSED" for n in PEOPLE}, 3)
    return service


@pytest.fixture
def after_written(after_document):
    service = after_document
    assert service.round().take_results(ANNOUNCEMENT, "written", rows(*(written(n, f"{180 - n}") for n in PEOPLE))) == 3
    assert select(service, "written") == ({f"A-{n}": "PASSED" for n in PEOPLE}, 3)
    return service


def test_a_stage_is_published_once_however_often_it_is_selected(after_document):
    service = after_document
    assert [(event.stage.value, event.result.value) for event in published(service)] == [("document", "PASSED")] * 3
    assert select(service, "document")[1] == 0
    assert len(published(service)) == 3
    outcome = published(service)[0].personal["outcome"]
    assert (outcome["total"], outcome["line"], outcome["places"]) == ("78.82", "78.82", 25)


def test_a_changed_declaration_changes_the_outcome(after_document):
    service = after_document
    again = replace(person(1, "600", 8), version=2, event_id="declared-A-1-2")
    service.handle(again)
    assert select(service, "document")[1] == 3  # the line moved for everybody
    newest = {one.candidate.applicant_id: one for one in service.outcomes().of_stage(ANNOUNCEMENT, "document")}
    assert newest["A-1"].rank == 3
    assert published(service)[-1].inputs != published(service)[0].inputs


def test_the_next_stage_waits_for_the_one_before_and_for_its_results(service):
    service.handle(person(1))
    with pytest.raises(NotYet, match="select the document stage first"):
        service.round().select(ANNOUNCEMENT, "written")
    select(service, "document")
    with pytest.raises(InvalidLines, match="NO_RESULT"):
        service.round().select(ANNOUNCEMENT, "written")


def test_one_bad_result_and_nothing_is_stored(after_document):
    service = after_document
    bad = [written(1), written(2), written(3, "201")]
    with pytest.raises(InvalidLines, match="OFF_GRID"):
        service.round().take_results(ANNOUNCEMENT, "written", rows(*bad))
    assert service.count(RESULTS) == 0


def test_the_interview_waits_until_every_paper_is_settled(after_written):
    service = after_written
    service.round().take_results(ANNOUNCEMENT, "interview", rows(*(interview(n) for n in PEOPLE)))
    with pytest.raises(NotYet, match="papers of 3 people"):
        service.round().select(ANNOUNCEMENT, "interview")


def test_a_mismatch_is_a_fail_of_the_written_test_and_the_others_go_on(after_written):
    service = after_written
    service.handle(*(matched(n, claim) for n in (1, 2) for claim in ("lang-1", "c")))
    service.handle(matched(3, "lang-1"), matched(3, "c", "MISMATCH"))
    service.round().take_results(ANNOUNCEMENT, "interview", rows(*(interview(n, f"{90 - n}") for n in (1, 2))))
    assert select(service, "interview")[0] == {"A-1": "PASSED", "A-2": "RESERVE", "A-3": "OUT"}
    newest = {one.candidate.applicant_id: one for one in service.outcomes().of_stage(ANNOUNCEMENT, "interview")}
    (reason,) = newest["A-3"].reasons
    assert (reason.code, reason.rule) == ("WRITTEN_FAIL", "§9")
    assert reason.ko == "제출서류가 입력한 정보와 다르거나 기한 내에 제출되지 않아 필기시험 불합격입니다."
    assert reason.en == (
        "A paper contradicts the declaration or was not handed in in time: the written test counts as failed."
    )


def test_after_the_deadline_a_missing_paper_is_a_fail_of_the_written_test(make):
    service = make(windows=Windows(upload=Window(closes=CLOSES)))
    service.handle(*(person(number) for number in (1, 2)))
    select(service, "document")
    service.round().take_results(ANNOUNCEMENT, "written", rows(written(1), written(2)))
    select(service, "written")
    service.handle(*(matched(1, claim) for claim in ("lang-1", "c")), matched(2, "lang-1"))
    service.clock.advance(CLOSES - START)
    service.deadlines().score_closed()
    assert next(event for event in reversed(service.published()) if isinstance(event, Scored)).state == "FAILED"
    service.round().take_results(ANNOUNCEMENT, "interview", rows(interview(1)))
    assert select(service, "interview")[0] == {"A-1": "PASSED", "A-2": "OUT"}


def test_a_status_that_its_paper_contradicts_entitles_to_nothing_and_fails_at_once(service):
    claims = (toeic(), {"id": "s", "kind": "status", "status": "취업지원대상자", "rate": "10"})
    for number in (1, 2):
        event = declared(1, 0, body(*claims))
        service.handle(replace(event, applicant_id=f"A-{number}", event_id=f"declared-A-{number}"))
    service.handle(matched(1, "lang-1"), matched(1, "s", "MISMATCH"), matched(2, "lang-1"), matched(2, "s"))
    found = {one.candidate.applicant_id: one for one in service.round().select(ANNOUNCEMENT, "document")}
    assert [(held.id, held.percent) for held in found["A-2"].candidate.preferences] == [("취업지원대상자", 10)]
    assert found["A-1"].candidate.preferences == ()
    assert (found["A-1"].result, [reason.code for reason in found["A-1"].reasons]) == ("OUT", ["WRITTEN_FAIL"])


def test_the_final_selection_is_published_too(after_written):
    service = after_written
    service.handle(*(matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c")))
    service.round().take_results(ANNOUNCEMENT, "interview", rows(*(interview(n, f"{90 - n}") for n in PEOPLE)))
    select(service, "interview")
    checks = rows({"applicant_id": "A-1", "clause": "1"})
    outcomes = service.round().appoint(ANNOUNCEMENT, checks, START.date())
    assert {one.candidate.applicant_id: one.result.value for one in outcomes} == {
        "A-2": "PASSED", "A-3": "RESERVE", "A-1": "OUT"
    }  # fmt: skip
    assert service.round().publish(ANNOUNCEMENT, outcomes) == 3
    assert [dated.outcome.stage for dated in service.outcomes().of_applicant(f"{ANNOUNCEMENT}/A-1")] == [
        "document", "written", "interview", "final"
    ]  # fmt: skip


def newest_of_each_key(service) -> dict[tuple[str, str], bytes]:
    with service.database.read() as connection:
        records = connection.execute(sa.select(OUTBOX.c.topic, OUTBOX.c.key, OUTBOX.c.value).order_by(OUTBOX.c.id))
        return {(row.topic, row.key): row.value for row in records if row.topic == "score.scores"}


def test_replaying_every_topic_into_an_empty_database_gives_the_same_scores_to_the_byte_and_the_outcomes(make):
    service = make()
    events = [person(n) for n in PEOPLE] + [matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c")]
    service.handle(*events)
    select(service, "document")
    outcomes = published(service)
    for order in (events + outcomes, outcomes + events, list(reversed(events + outcomes))):
        replayed = make()
        replayed.handle(*order)
        assert newest_of_each_key(replayed) == newest_of_each_key(service)
        assert replayed.outcomes().of_stage(ANNOUNCEMENT, "document") == service.outcomes().of_stage(
            ANNOUNCEMENT, "document"
        )


def test_the_newest_outcome_counts_whichever_comes_first(make):
    service = make()
    service.handle(person(1))
    select(service, "document")
    service.handle(replace(person(1, "600", 8), version=2, event_id="declared-A-1-2"))
    select(service, "document")
    first, second = published(service)
    for order in ((first, second), (second, first)):
        replayed = make()
        replayed.handle(*order)
        with replayed.database.read() as connection:
            assert connection.execute(sa.select(OUTCOMES.c.event_id)).scalars().all() == [second.event_id]


def test_an_erased_applicant_leaves_no_outcome_and_no_result(after_document):
    service = after_document
    service.round().take_results(ANNOUNCEMENT, "written", rows(*(written(n) for n in PEOPLE)))
    service.handle(replace(erased(40), applicant_id="A-1"))
    assert (service.count(OUTCOMES), service.count(RESULTS)) == (2, 2)
    left = service.round().select(ANNOUNCEMENT, "written")
    assert sorted(one.candidate.applicant_id for one in left) == ["A-2", "A-3"]


def rescored(service, announcement, *, dry):
    service.announcement = announcement
    again = Rescore(service.database, service.scorer(), service.sealer, service.codec, service.clock, service.find)
    return [str(one) for one in again.run(ANNOUNCEMENT, dry=dry)]


def test_a_new_rule_book_version_says_what_changed_for_whom_and_dry_run_publishes_nothing(service):
    service.handle(person(1, "800"), person(2, "990"))
    book = load_announcement(ANNOUNCEMENT).rulebook
    language = book.language.model_copy(update={"weight": book.language.weight - 1})
    changed = service.announcement.model_copy(
        update={"rulebook": book.model_copy(update={"version": "2", "language": language})}
    )
    before = service.values()
    told = [
        "A-1: rulebook_version 1 → 2, language 68.82 → 67.88, total 78.82 → 77.88",
        "A-2: rulebook_version 1 → 2, language 70.00 → 69.00, total 80.00 → 79.00",
    ]
    assert rescored(service, changed, dry=True) == told
    assert service.values() == before
    assert rescored(service, changed, dry=False) == told
    assert len(service.values()) == len(before) + 2
    assert service.last.rulebook_version == "2"
    assert rescored(service, changed, dry=False) == []


def test_a_rule_book_that_no_longer_takes_a_declaration_is_told(service):
    service.handle(person(1))
    book = load_announcement(ANNOUNCEMENT).rulebook
    fields = tuple(field for field in book.fields if field.id != "도시계획")
    changed = service.announcement.model_copy(update={"rulebook": book.model_copy(update={"fields": fields})})
    (told,) = rescored(service, changed, dry=False)
    assert told.startswith("A-1: the rule book no longer accepts")
    assert "field: UNKNOWN_VALUE" in told
