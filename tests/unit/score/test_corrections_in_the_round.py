"""What comes late into a round in the service: facts after the document result, papers that fail, another rule book."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from services.announcement.kept import Announcements
from services.announcement.load import DEFAULT, AnnouncementError, load_announcement
from services.announcement.model import Window, Windows
from services.common.events import Scored
from services.score.rescore import Rescore
from services.score.rounds import NotYet
from tests.unit.score.applicants import NOTICE
from tests.unit.score.by_rule.rounds import interview, written
from tests.unit.score.scorekeeping import CLOSES, START, decided
from tests.unit.score.test_round_in_the_service import (
    ANNOUNCEMENT,
    PEOPLE,
    after_document,
    after_written,
    matched,
    newest_of_each_key,
    person,
    rows,
    select,
)
from tests.unit.score.test_web import client

__all__ = ["after_document", "after_written"]


def with_facts(number: int, **facts: object):
    """The same person again, with what §8 keeps for after the document result."""
    event = person(number, minute=8)
    whole = {**event.personal["declaration"], "facts": facts}
    return replace(event, version=2, event_id=f"{event.event_id}-2", personal={"declaration": whole})


def page(service, rest: str) -> str:
    """A page of the announcement."""
    return client(service).get(f"/score/{ANNOUNCEMENT}/{rest}").text


def overturned(verdict):
    """Staff overturn the fail that `verdict` says."""
    decision = decided("c", "OVERTURNED", verdict.basis, 55)
    return replace(decision, applicant_id=verdict.applicant_id, document_id=verdict.document_id)


def refused_military(service) -> str:
    return str(service.announcement.rulebook.facts.military_refused[0])


def reasons_of(service, stage: str, applicant_id: str) -> list[str]:
    found = {one.candidate.applicant_id: one for one in service.outcomes().of_stage(ANNOUNCEMENT, stage)}
    return [reason.code for reason in found[applicant_id].reasons]


def test_rule_10_who_turns_out_not_to_be_eligible_takes_no_written_test(after_document):
    service = after_document
    service.handle(with_facts(1, military=refused_military(service)))
    service.round().take_results(ANNOUNCEMENT, "written", rows(written(2), written(3)))
    assert select(service, "written")[0] == {"A-1": "OUT", "A-2": "PASSED", "A-3": "PASSED"}
    assert reasons_of(service, "written", "A-1") == ["MILITARY_SERVICE"]


def test_rule_10_nor_comes_to_the_interview_though_every_paper_agrees(after_written):
    service = after_written
    service.handle(with_facts(1, military=refused_military(service)))
    for n in PEOPLE:
        service.handle(*(replace(matched(n, c), declaration_version=2 if n == 1 else 1) for c in ("lang-1", "c")))
    service.round().take_results(ANNOUNCEMENT, "interview", rows(interview(2), interview(3, "70")))
    assert select(service, "interview")[0] == {"A-1": "OUT", "A-2": "PASSED", "A-3": "RESERVE"}
    assert reasons_of(service, "interview", "A-1") == ["MILITARY_SERVICE"]


@pytest.mark.parametrize("late", ["paper", "facts"])
def test_rule_77_nobody_is_appointed_whose_papers_or_facts_fail_after_the_interview(after_written, late):
    service = after_written
    service.handle(*(matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c")))
    service.round().take_results(ANNOUNCEMENT, "interview", rows(*(interview(n, f"{90 - n}") for n in PEOPLE)))
    assert select(service, "interview")[0] == {"A-1": "PASSED", "A-2": "RESERVE", "A-3": "RESERVE"}
    if late == "paper":
        again = replace(matched(1, "c", "MISMATCH"), event_id="judged-again", basis="other")
        service.handle(replace(again, occurred_at=START + timedelta(minutes=50)))
    else:
        service.handle(with_facts(1, military=refused_military(service)))
    with pytest.raises(NotYet, match=r"1 people fail, or fail no more, since the interview.*A-1"):
        service.round().appoint(ANNOUNCEMENT, rows(), NOTICE)
    assert select(service, "interview")[0] == {"A-1": "OUT", "A-2": "PASSED", "A-3": "RESERVE"}
    outcomes = service.round().appoint(ANNOUNCEMENT, rows(), NOTICE)
    assert {one.candidate.applicant_id: one.result.value for one in outcomes}["A-2"] == "PASSED"


def test_rule_77_nobody_is_appointed_while_a_fail_is_overturned_after_the_interview(after_written):
    service = after_written
    failed = replace(matched(1, "c", "MISMATCH"), basis="seen")
    service.handle(*(matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c") if (n, claim) != (1, "c")))
    service.handle(failed)
    service.round().take_results(ANNOUNCEMENT, "interview", rows(interview(2), interview(3, "70")))
    assert select(service, "interview")[0] == {"A-1": "OUT", "A-2": "PASSED", "A-3": "RESERVE"}
    assert service.round().moved(ANNOUNCEMENT) == []
    service.handle(overturned(failed))
    assert service.round().moved(ANNOUNCEMENT) == ["A-1"]
    assert "1명의 서류·선언 판정이 바뀌었습니다" in page(service, "stages/interview")
    with pytest.raises(NotYet, match=r"1 people fail, or fail no more.*A-1"):
        service.round().appoint(ANNOUNCEMENT, rows(), NOTICE)
    service.round().take_results(ANNOUNCEMENT, "interview", rows(*(interview(n, f"{90 - n}") for n in PEOPLE)))
    assert select(service, "interview")[0] == {"A-1": "PASSED", "A-2": "RESERVE", "A-3": "RESERVE"}
    assert service.round().moved(ANNOUNCEMENT) == []
    assert "판정이 바뀌었습니다" not in page(service, "stages/interview")
    assert service.round().appoint(ANNOUNCEMENT, rows(), NOTICE)


@pytest.mark.parametrize("why", ["absent", "mark"])
def test_who_is_out_for_their_marks_needs_no_other_selection(after_written, why):
    service = after_written
    service.handle(*(matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c")))
    out = {"applicant_id": "A-3", "absent": "true"} if why == "absent" else interview(3, "10")
    service.round().take_results(ANNOUNCEMENT, "interview", rows(interview(1), interview(2), out))
    assert select(service, "interview")[0]["A-3"] == "OUT"
    assert service.round().moved(ANNOUNCEMENT) == []


def without_field(service, name: str):
    """Its announcement with a rule book that lacks the field."""
    book = load_announcement(ANNOUNCEMENT).rulebook
    fields = tuple(field for field in book.fields if field.id != name)
    return service.announcement.model_copy(update={"rulebook": book.model_copy(update={"fields": fields})})


def test_events_of_who_is_no_longer_taken_are_kept_and_scored_once_the_rule_book_is_mended(make):
    service = make()
    sound = service.announcement
    service.announcement = without_field(service, "도시계획")
    service.handle(person(1), matched(1, "lang-1"), matched(1, "c"))
    assert service.values() == []
    assert "1명의 점수를 낼 수 없습니다: A-1" in client(service).get("/score").text
    with pytest.raises(NotYet, match=r"A-1: the rule book no longer accepts .*field: UNKNOWN_VALUE.*mend"):
        service.round().select(ANNOUNCEMENT, "document")
    service.announcement = sound
    again = Rescore(service.database, service.scorer(), service.sealer, service.codec, service.clock, service.find)
    assert [one.applicant_id for one in again.run(ANNOUNCEMENT, dry=False)] == ["A-1"]
    assert service.last.state.value == "VERIFIED"
    assert "점수를 낼 수 없습니다" not in client(service).get("/score").text


def test_an_old_announcement_whose_file_is_gone_does_not_stop_the_deadline_of_another(make):
    service = make(windows=Windows(upload=Window(closes=CLOSES)))
    service.handle(person(1), person(2))
    with service.database.begin() as connection:
        from services.score.state import lock

        lock(connection, "2018-grade5/A-9")
    service.clock.advance(CLOSES - START)

    def find(name: str):
        if name != ANNOUNCEMENT:
            raise AnnouncementError(f"no announcement {name!r}")
        return service.announcement

    service.find = find
    assert service.deadlines().score_closed() == 2
    assert service.states[-2:] == ["FAILED", "FAILED"]


def test_a_window_that_is_moved_closes_once_more(make):
    service = make(windows=Windows(upload=Window(closes=CLOSES)))
    service.handle(person(1))
    deadlines = service.deadlines()
    service.clock.advance(CLOSES - START)
    assert deadlines.score_closed() == 1
    longer = Windows(upload=Window(closes=CLOSES + timedelta(days=1)))
    service.announcement = service.announcement.model_copy(update={"windows": longer})
    assert deadlines.score_closed() == 0
    service.handle(matched(1, "lang-1"))
    assert service.states == ["PROVISIONAL", "FAILED", "PROVISIONAL"]
    service.clock.advance(timedelta(days=1))
    assert deadlines.score_closed() == 1
    assert service.states[-1] == "FAILED"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEFAULT, tmp_path / "announcements"))


def rescored(service, folder: Path, *, dry: bool) -> list[str]:
    """As the command does it: a process of its own, which reads the files as they are."""
    known = Announcements(folder)
    scorer = type(service.scorer())(service.outbox, service.sealer, service.clock, known)
    again = Rescore(service.database, scorer, service.sealer, service.codec, service.clock, known)
    return [str(one) for one in again.run(ANNOUNCEMENT, dry=dry)]


def newest_scores(service) -> list[tuple[str, str, str]]:
    newest = {event.applicant_id: event for event in service.published() if isinstance(event, Scored)}
    return [(name, one.rulebook_version, one.personal["score"]["total"]) for name, one in sorted(newest.items())]


def test_a_rule_book_replaced_in_mid_round_counts_in_the_service_that_runs(make, folder):
    service = make()
    service.find = Announcements(folder)
    events = [person(n) for n in PEOPLE] + [matched(1, "lang-1")]
    service.handle(*events)
    book = folder / "rulebooks" / "krc-2019.toml"
    text = book.read_text(encoding="utf-8").replace('version = "1"', 'version = "2"')
    book.write_text(text.replace('weight = "20"\nfull = "850"', 'weight = "19"\nfull = "850"'), encoding="utf-8")

    told = rescored(service, folder, dry=True)
    assert len(told) == 3
    assert newest_scores(service) == [(f"A-{n}", "1", "78.82") for n in PEOPLE]
    assert rescored(service, folder, dry=True) == told
    assert rescored(service, folder, dry=False) == told
    assert newest_scores(service) == [(f"A-{n}", "2", "77.88") for n in PEOPLE]

    events += [matched(1, "c"), matched(2, "c")]
    service.handle(*events[-2:])  # the service that was running all the time
    assert newest_scores(service) == [(f"A-{n}", "2", "77.88") for n in PEOPLE]
    assert rescored(service, folder, dry=False) == []

    replayed = make()
    replayed.find = Announcements(folder)
    replayed.handle(*events)
    assert newest_of_each_key(replayed) == newest_of_each_key(service)


def test_another_notice_date_alone_is_published_too_so_that_a_replay_says_the_same(make, folder):
    service = make()
    service.find = Announcements(folder)
    events = [person(1)]
    service.handle(*events)
    file = folder / "announcements" / f"{ANNOUNCEMENT}.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("notice_date = 2019-09-20", "notice_date = 2019-09-23"),
        encoding="utf-8",
    )
    assert rescored(service, folder, dry=True) == []
    assert rescored(service, folder, dry=False) == []
    replayed = make()
    replayed.find = Announcements(folder)
    replayed.handle(*events)
    assert newest_of_each_key(replayed) == newest_of_each_key(service)


def test_what_is_told_names_new_reasons(make, folder):
    service = make()
    service.find = Announcements(folder)
    service.handle(person(1, "600"))
    book = folder / "rulebooks" / "krc-2019.toml"
    text = book.read_text(encoding="utf-8").replace('version = "1"', 'version = "2"')
    assert text.count("tested_from = 2017-11-01") == 1
    book.write_text(text.replace("tested_from = 2017-11-01", "tested_from = 2018-11-01"), encoding="utf-8")
    (told,) = rescored(service, folder, dry=True)
    assert told == (
        "A-1: rulebook_version 1 → 2, state PROVISIONAL → INELIGIBLE, eligible True → False, reasons - → TEST_TOO_EARLY"
    )
