"""The score service: what it publishes for each event, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import sqlalchemy as sa

from services.announcement.model import Options, Window, Windows
from services.score.tables import APPLICANTS, DECISIONS, DOCUMENTS, VERDICTS
from tests.unit.score.applicants import body, status, toeic
from tests.unit.score.scorekeeping import (
    CERTIFICATE,
    CLOSES,
    START,
    Service,
    decided,
    declared,
    erased,
    judged,
    rejected,
    uploaded,
    withdrawn,
)


def test_a_declaration_alone_gives_a_provisional_score_from_declared_values(service):
    service.handle(declared())
    assert service.last.personal["score"]["total"] == "79.88"
    assert (service.last.state, service.last.basis, service.last.eligible) == ("PROVISIONAL", "declared", True)
    assert (service.last.declaration_version, service.last.inputs) == (1, ("declared-1",))
    assert (service.last.rulebook, service.last.rulebook_version) == ("krc-2019", "1")


def test_a_score_turns_from_declared_to_verified_when_the_last_paper_matches(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1"))
    assert service.states == ["PROVISIONAL", "PROVISIONAL", "VERIFIED"]
    assert service.last.basis == "verified"
    assert service.last.personal["score"]["basis"] == "verified"


def test_verdicts_that_come_before_their_declaration_count_when_it_comes(service):
    service.handle(judged("cert-1"), judged("lang-1"))
    assert service.published() == []
    service.handle(declared())
    assert service.states == ["VERIFIED"]


def test_a_mismatch_fails_and_its_claim_earns_nothing(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    assert service.last.state == "FAILED"
    assert service.last.personal["score"]["certificates"] == "0.00"


def test_staff_overturn_a_mismatch_and_uphold_an_unreadable_one(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    service.handle(decided("cert-1", "OVERTURNED", "basis-MISMATCH"))
    assert service.states[-2:] == ["FAILED", "VERIFIED"]
    service.handle(decided("cert-1", "UPHELD", "basis-MISMATCH", 21))
    assert service.states[-1] == "FAILED"


def test_an_unreadable_paper_waits_and_so_does_a_rejected_one_until_staff_decide(service):
    service.handle(declared(), judged("lang-1", "UNREADABLE"), rejected("cert-1"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(
        decided("lang-1", "OVERTURNED", "basis-UNREADABLE"), decided("cert-1", "OVERTURNED", "", verdict=None)
    )
    assert service.states[-1] == "VERIFIED"


def test_a_request_for_a_new_upload_settles_nothing(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    service.handle(decided("cert-1", "RE-UPLOAD", "basis-MISMATCH"))
    assert service.states[-1] == "PROVISIONAL"


def test_a_decision_lapses_when_what_it_settled_has_changed(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH", basis="old"))
    service.handle(decided("cert-1", "OVERTURNED", "old"))
    assert service.states[-1] == "VERIFIED"
    service.handle(declared(2, 25), judged("lang-1", minute=26, version=2))
    service.handle(judged("cert-1", "MISMATCH", 27, version=2, basis="new"))
    assert service.states[-1] == "FAILED"


def test_a_decision_holds_over_a_new_version_that_says_the_same(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH", basis="same"))
    service.handle(decided("cert-1", "OVERTURNED", "same"), declared(2, 25), judged("lang-1", minute=26, version=2))
    service.handle(judged("cert-1", "MISMATCH", 27, version=2, basis="same"))
    assert service.states[-1] == "VERIFIED"


def test_a_verdict_on_another_version_of_the_declaration_proves_nothing(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1"), declared(2, 25))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("lang-1", minute=26, version=2), judged("cert-1", minute=26, version=2))
    assert service.states[-1] == "VERIFIED"


def test_an_older_declaration_that_comes_late_changes_nothing(service):
    service.handle(declared(2, 25, body(toeic("600"))), declared(1, 0))
    assert len(service.published()) == 1
    assert service.last.personal["score"]["language"] == "64.11"


def test_a_withdrawn_document_counts_no_more_and_its_successor_does(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"), withdrawn("cert-1"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("cert-1", minute=31, doc="doc-2"))
    assert service.states[-1] == "VERIFIED"


def test_a_status_passes_when_every_paper_it_needs_has_passed(service):
    whole = body(toeic(), status("농어업인자녀", id="st-1"), track="농어촌전형")
    service.handle(declared(whole=whole), judged("lang-1"), judged("st-1", doc="d1", paper="가족관계증명서"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("st-1", doc="d2", paper="농지원부"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("st-1", doc="d3", paper="경작사실확인서"))
    assert service.states[-1] == "VERIFIED"


def test_where_staff_confirm_every_fail_a_mismatch_waits(make):
    service = make(options=Options(confirm_fail="staff"))
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(decided("cert-1", "UPHELD", "basis-MISMATCH"))
    assert service.states[-1] == "FAILED"


def test_an_event_that_changes_nothing_publishes_nothing(service):
    service.handle(declared(), judged("lang-1"))
    before = service.values()
    service.handle(judged("lang-1"), declared(), uploaded("cert-1"))
    assert service.values() == before


EVENTS = [
    declared(1, 0, body(toeic("600"), CERTIFICATE, field="토목일반")),
    declared(2, 8),
    judged("lang-1", minute=9, version=2),
    judged("cert-1", "MISMATCH", 9, version=2),
    judged("cert-1", "MISMATCH", 5, version=1),
    decided("cert-1", "OVERTURNED", "basis-MISMATCH", 12),
]


def test_whatever_the_order_of_events_the_newest_score_is_the_same_to_the_byte(make):
    newest = set()
    for order in list(permutations(EVENTS))[::61]:
        service = make()
        service.handle(*order)
        newest.add(service.values()[-1])
        assert service.states[-1] == "VERIFIED"
    assert len(newest) == 1


def test_of_two_decisions_in_one_millisecond_the_same_one_counts_whichever_came_first(make):
    verdict = judged("cert-1", "MISMATCH", 5)
    twins = [
        replace(decided("cert-1", decision, "basis-MISMATCH", 12), event_id=name)
        for name, decision in (("d-1", "OVERTURNED"), ("d-2", "UPHELD"))
    ]
    newest = set()
    for order in permutations(twins):
        service = make()
        service.handle(declared(), verdict, *order)
        newest.add(service.values()[-1])
    assert len(newest) == 1


def test_an_erased_applicant_leaves_no_rows_and_a_tombstone(service):
    service.handle(
        declared(), judged("lang-1"), rejected("cert-1"), decided("lang-1", "UPHELD", "b"), uploaded("cert-1")
    )
    service.handle(erased())
    assert service.states[-1] == "tombstone"
    assert [service.count(table) for table in (VERDICTS, DECISIONS, DOCUMENTS)] == [0, 0, 0]
    with service.database.read() as connection:
        assert connection.execute(sa.select(APPLICANTS.c.declaration)).scalars().all() == [None]


def test_what_comes_late_from_an_erased_life_is_passed_over_and_a_new_life_is_scored(service):
    service.handle(declared(), erased(), judged("lang-1"), withdrawn("lang-1"), rejected("cert-1"))
    assert [service.count(table) for table in (VERDICTS, DOCUMENTS)] == [0, 0]
    assert service.states[-1] == "tombstone"
    service.handle(declared(2, 50))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(erased())
    assert service.states[-1] == "PROVISIONAL"


def test_an_erasure_that_comes_after_the_new_life_began_leaves_the_new_life(service):
    service.handle(declared(), judged("lang-1"), declared(2, 50), judged("lang-1", minute=51, version=2, doc="new"))
    service.handle(erased(40))
    assert service.states[-1] == "PROVISIONAL"
    assert service.last.inputs == ("declared-2", "judged-new-2-51")


def closing(make) -> Service:
    return make(windows=Windows(upload=Window(closes=CLOSES)))


def test_after_the_window_a_claim_without_paper_is_missing_and_fails(make):
    service = closing(make)
    service.handle(declared(), judged("lang-1"))
    assert service.deadlines().score_closed() == 0
    service.clock.advance(CLOSES - START - timedelta(milliseconds=1))
    assert service.deadlines().score_closed() == 0
    service.clock.advance(timedelta(milliseconds=1))
    deadlines = service.deadlines()
    assert deadlines.score_closed() == 1
    assert service.states == ["PROVISIONAL", "PROVISIONAL", "FAILED"]
    assert service.last.occurred_at == CLOSES
    assert deadlines.score_closed() == 0
    assert service.deadlines().score_closed() == 1
    assert len(service.published()) == 3


def test_after_the_window_a_paper_that_is_still_being_read_is_awaited(make):
    service = closing(make)
    service.handle(declared(), judged("lang-1"), uploaded("cert-1"))
    service.clock.advance(CLOSES - START)
    service.deadlines().score_closed()
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("cert-1"))
    assert service.states[-1] == "VERIFIED"


def test_the_deadline_reaches_everybody_in_small_transactions(make, monkeypatch):
    monkeypatch.setattr("services.score.deadline.BATCH", 2)
    service = closing(make)
    for number in range(5):
        service.handle(replace(declared(), applicant_id=f"B-{number}", event_id=f"declared-{number}"))
    service.clock.advance(CLOSES - START)
    assert service.deadlines().score_closed() == 5
    assert service.states == ["PROVISIONAL"] * 5 + ["FAILED"] * 5


def test_without_a_notice_date_nothing_is_published(make):
    service = make(notice_date=None)
    service.handle(declared(), judged("lang-1"))
    assert service.published() == []


def test_no_personal_value_lies_open_in_the_database_or_on_the_wire(service, tmp_path):
    service.handle(declared(), judged("lang-1"))
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("score-*.db*")) + b"".join(
        value for value in service.values() if value
    )
    for secret in ("홍길동", "18201234567A", "2018-08-17", '"69.88"'):
        assert secret.encode() not in raw
