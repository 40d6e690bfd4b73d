"""The read model and the decisions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from services.common.errors import KeyDestroyed
from services.common.events import Decided, Decision, UploadKind, VerdictStatus, WithdrawalCause
from services.verify.review.console import Changed, DecisionForm, Filter
from services.verify.review.tables import DECISIONS, PAPERS, VERDICTS
from tests.unit.verify.judging.papers import CERTIFICATE, award
from tests.unit.verify.review.desk import SUBJECT, Desk, erased, judged, read, rejected, withdrawn, wrong_paper


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.open(tmp_path)


def form(desk: Desk, document_id: str = "doc-1", decision: Decision = Decision.OVERTURNED, form_id: str = "f1"):
    shown = desk.console.paper(document_id)
    assert shown is not None
    now = shown.standing
    return DecisionForm(
        decision=decision,
        reason="원본 확인",
        staff="김심사",
        verdict_id=now.verdict.verdict_id if now.verdict else "",
        basis=now.basis or "",
        seen=now.decision.decision_id if now.decision else "",
        form_id=form_id,
    )


def listed(desk: Desk, **wanted: object) -> list[str]:
    return [row.document_id for row in desk.console.papers(Filter(**wanted)).papers]  # type: ignore[arg-type]


def test_a_mismatch_is_listed_and_a_match_is_not(desk: Desk) -> None:
    desk.handle(read(), judged(), judged("doc-2", evidence=award()))
    assert listed(desk) == ["doc-1"]
    assert listed(desk, show="all") == ["doc-1", "doc-2"]
    assert listed(desk, show="all", status="MATCH") == ["doc-2"]
    assert desk.console.papers(Filter()).waiting == 1


def test_the_oldest_paper_comes_first_whatever_arrives_first(desk: Desk) -> None:
    desk.handle(judged("doc-b", after=9), judged("doc-a", after=3), rejected("doc-c", after=5))
    assert listed(desk) == ["doc-a", "doc-c", "doc-b"]


def test_filters_narrow_the_list(desk: Desk) -> None:
    language = replace(judged("doc-2"), kind=UploadKind.LANGUAGE_REPORT)
    somebody = replace(judged("doc-3"), applicant_id="A-2")
    desk.handle(judged(), language, somebody, rejected("doc-4"))
    assert listed(desk, kind="language-report") == ["doc-2"]
    assert listed(desk, applicant="A-2") == ["doc-3"]
    assert listed(desk, applicant="%") == []
    assert listed(desk, status="REJECTED") == ["doc-4"]
    assert listed(desk, show="all", status="LOST") == []
    assert listed(desk, show="all", kind="\0") == []
    assert listed(desk, show="all", applicant="A-\0") == []


def test_verdict_and_reading_may_come_in_any_order(desk: Desk) -> None:
    desk.handle(judged(), read())
    shown = desk.console.paper("doc-1")
    assert shown is not None
    assert shown.evidence["paper"] == "NQ_AWARD"
    assert shown.standing.status == "MISMATCH"


def test_a_decision_is_published_with_the_verdict_and_basis_it_settles(desk: Desk) -> None:
    desk.handle(read(), judged())
    given = form(desk)
    desk.console.decide("doc-1", given)
    [event] = desk.world.published()
    assert isinstance(event, Decided)
    assert (event.verdict_id, event.basis, event.decision) == ("verdict-doc-1-1", given.basis, Decision.OVERTURNED)
    assert event.personal == {"reason": "원본 확인", "staff": "김심사"}
    assert listed(desk) == []
    assert listed(desk, show="decided") == ["doc-1"]


def test_the_same_form_sent_twice_is_one_decision(desk: Desk) -> None:
    desk.handle(judged())
    given = form(desk)
    desk.console.decide("doc-1", given)
    desk.world.clock.advance(timedelta(seconds=1))
    desk.console.decide("doc-1", given)
    assert len(desk.world.published()) == 1
    assert desk.world.count(DECISIONS) == 1


def test_staff_may_change_their_mind(desk: Desk) -> None:
    desk.handle(judged())
    desk.console.decide("doc-1", form(desk))
    desk.world.clock.advance(timedelta(seconds=1))
    desk.console.decide("doc-1", form(desk, decision=Decision.UPHELD, form_id="f2"))
    shown = desk.console.paper("doc-1")
    assert shown is not None
    assert shown.standing.decision is not None
    assert shown.standing.decision.decision == "UPHELD"
    assert [(made.decision, made.holds) for made in shown.decisions] == [("OVERTURNED", False), ("UPHELD", True)]


@pytest.mark.parametrize("changes", [{"decision": Decision.UPHELD}, {"reason": "다시 보니 다름"}, {"staff": "박심사"}])
def test_a_form_sent_again_with_something_else_is_refused_and_never_dropped(
    desk: Desk, changes: dict[str, object]
) -> None:
    desk.handle(judged())
    given = form(desk)
    desk.console.decide("doc-1", given)
    with pytest.raises(Changed):
        desk.console.decide("doc-1", replace(given, **changes))
    assert [event.decision for event in desk.world.published()] == [Decision.OVERTURNED]


def test_a_form_opened_before_another_decision_is_refused(desk: Desk) -> None:
    desk.handle(judged())
    mine, theirs = form(desk), form(desk, decision=Decision.UPHELD, form_id="f2")
    desk.console.decide("doc-1", theirs)
    desk.world.clock.advance(timedelta(seconds=1))
    with pytest.raises(Changed):
        desk.console.decide("doc-1", mine)
    assert [event.decision for event in desk.world.published()] == [Decision.UPHELD]


def test_a_form_sent_again_after_somebody_else_decided_is_refused(desk: Desk) -> None:
    desk.handle(judged())
    mine = form(desk)
    desk.console.decide("doc-1", mine)
    desk.console.decide("doc-1", form(desk, decision=Decision.UPHELD, form_id="f2"))
    with pytest.raises(Changed):
        desk.console.decide("doc-1", mine)
    assert desk.world.count(DECISIONS) == 2


def test_the_second_of_two_decisions_counts_though_the_clock_stands_still_or_goes_back(desk: Desk) -> None:
    desk.handle(judged())
    desk.console.decide("doc-1", form(desk))
    desk.world.clock.advance(timedelta(seconds=-5))
    desk.console.decide("doc-1", form(desk, decision=Decision.UPHELD, form_id="f2"))
    desk.console.decide("doc-1", form(desk, decision=Decision.RE_UPLOAD, form_id="f3"))
    shown = desk.console.paper("doc-1")
    assert shown is not None
    assert shown.standing.decision is not None
    assert shown.standing.decision.decision == "RE-UPLOAD"
    times = [event.occurred_at for event in desk.world.published()]
    assert times == sorted(set(times))


def test_of_two_forms_sent_at_once_one_is_recorded(desk: Desk) -> None:
    desk.handle(judged())
    rivals = [form(desk, decision=choice, form_id=choice.value) for choice in (Decision.UPHELD, Decision.OVERTURNED)]

    def send(rival: DecisionForm) -> bool:
        try:
            desk.console.decide("doc-1", rival)
        except Changed:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(send, rivals)) == [False, True]
    assert len(desk.world.published()) == 1


def test_an_undeclared_paper_awaits_nobody_and_is_not_decided_until_it_is_declared(desk: Desk) -> None:
    undeclared = replace(
        judged(), status=VerdictStatus.UNREADABLE, reasons=("UNKNOWN_CLAIM",), basis="undeclared", fields=()
    )
    desk.handle(undeclared)
    assert listed(desk) == []
    assert listed(desk, show="all") == ["doc-1"]
    with pytest.raises(Changed):
        desk.console.decide("doc-1", form(desk))
    desk.handle(judged(version=2, after=4))
    assert listed(desk) == ["doc-1"]


def test_a_decision_on_a_verdict_that_has_changed_is_refused(desk: Desk) -> None:
    desk.handle(judged())
    given = form(desk)
    desk.handle(judged(version=2, after=4, claim=CERTIFICATE | {"number": "17201111111C"}))
    with pytest.raises(Changed):
        desk.console.decide("doc-1", given)
    assert desk.world.published() == []


def test_a_decision_lapses_and_the_paper_comes_back_when_what_it_settled_changes(desk: Desk) -> None:
    desk.handle(judged())
    desk.console.decide("doc-1", form(desk))
    desk.handle(judged(version=2, after=4, claim=CERTIFICATE | {"issued_on": "2018-09-03"}))
    assert listed(desk) == [], "the new version touches only what matches"
    desk.handle(judged(version=3, after=5, claim=CERTIFICATE | {"number": "17201111111C"}))
    assert listed(desk) == ["doc-1"]
    shown = desk.console.paper("doc-1")
    assert shown is not None
    assert [made.holds for made in shown.decisions] == [False]


def test_a_match_is_not_for_staff_to_decide(desk: Desk) -> None:
    desk.handle(judged(evidence=award()))
    with pytest.raises(Changed):
        desk.console.decide("doc-1", form(desk))


def test_a_rejected_file_can_be_decided(desk: Desk) -> None:
    desk.handle(rejected())
    desk.console.decide("doc-1", form(desk, decision=Decision.RE_UPLOAD))
    [event] = desk.world.published()
    assert isinstance(event, Decided)
    assert event.verdict_id is None
    assert listed(desk) == []


@pytest.mark.parametrize("cause", [WithdrawalCause.WITHDRAWN, WithdrawalCause.SUPERSEDED])
def test_a_paper_that_ended_is_neither_listed_nor_decided(desk: Desk, cause: WithdrawalCause) -> None:
    desk.handle(read(), judged())
    given = form(desk)
    desk.handle(withdrawn(cause))
    assert listed(desk) == []
    with pytest.raises(Changed):
        desk.console.decide("doc-1", given)


def test_a_withdrawal_that_comes_first_keeps_the_evidence_out(desk: Desk) -> None:
    desk.handle(withdrawn(), read(after=9))
    shown = desk.console.paper("doc-1")
    assert shown is not None
    assert shown.evidence == {}


def test_the_page_picture_comes_from_the_sealed_store(desk: Desk) -> None:
    name, content = desk.picture()
    desk.handle(read(evidence=wrong_paper(name)))
    assert desk.console.picture("doc-1", 1) == content
    assert desk.console.picture("doc-1", 2) is None
    assert desk.console.picture("nobody", 1) is None


def test_an_erased_applicant_leaves_nothing(desk: Desk) -> None:
    desk.handle(read(), judged())
    desk.console.decide("doc-1", form(desk))
    desk.handle(erased())
    assert (desk.world.count(PAPERS), desk.world.count(VERDICTS), desk.world.count(DECISIONS)) == (0, 0, 0)


def test_what_came_after_an_erasure_stays(desk: Desk) -> None:
    desk.handle(judged(after=20), erased(after=9))
    assert listed(desk) == ["doc-1"]


def test_what_comes_late_from_an_erased_life_awaits_nobody(desk: Desk) -> None:
    desk.handle(erased(after=9), rejected(after=1), withdrawn(after=5))
    assert desk.world.count(PAPERS) == 0
    desk.handle(judged(after=20))
    assert listed(desk) == ["doc-1"]


@pytest.mark.parametrize("late_first", [True, False])
def test_a_paper_of_an_erased_life_goes_though_its_verdict_was_late(desk: Desk, late_first: bool) -> None:
    late, early = judged(after=10), read(after=1)
    desk.handle(*((late, early) if late_first else (early, late)), erased(after=9))
    assert (desk.world.count(PAPERS), desk.world.count(VERDICTS)) == (0, 0)


def test_a_destroyed_key_shows_nothing(desk: Desk) -> None:
    desk.handle(read(), judged())
    desk.world.sealer.destroy(SUBJECT)
    with pytest.raises(KeyDestroyed):
        desk.console.paper("doc-1")


def test_nothing_personal_lies_open_in_the_database(desk: Desk, tmp_path: Path) -> None:
    desk.handle(read(), judged())
    desk.console.decide("doc-1", form(desk))
    desk.world.database.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for value in ("홍길동", "19209999999Z", "18201234567A", "토목기사", "김심사", "원본 확인"):
        assert value.encode() not in stored
