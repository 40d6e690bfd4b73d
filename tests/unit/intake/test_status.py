"""Where a document stands."""

from __future__ import annotations

import pytest

from services.common.events import Decision, VerdictStatus
from services.intake.status import (
    Facts,
    Outcome,
    StaffDecision,
    Standing,
    Status,
    Verdict,
    is_final,
    newest_verdict,
    standing,
)


def verdict(status: VerdictStatus, version: int = 1, basis: str = "b1", at: str = "t1") -> Verdict:
    return Verdict(f"v{version}{basis}{at}", version, status, basis, at)


def decided(decision: Decision, basis: str = "b1", at: str = "t5", verdict_id: str | None = "v") -> StaffDecision:
    return StaffDecision(f"d{at}", verdict_id, basis, decision, at)


def facts(
    *verdicts: Verdict,
    decisions: tuple[StaffDecision, ...] = (),
    ended: Status | None = None,
    read: bool = True,
    rejected: bool = False,
) -> Facts:
    return Facts(ended, read, rejected, verdicts, decisions)


def told(stands: Standing) -> tuple[str, str, str | None]:
    return stands.status.value, stands.outcome.value, stands.decided_by


MATCH, MISMATCH, UNREADABLE = VerdictStatus.MATCH, VerdictStatus.MISMATCH, VerdictStatus.UNREADABLE


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (facts(read=False), ("RECEIVED", "PENDING", None)),
        (facts(), ("READ", "PENDING", None)),
        (facts(read=False, rejected=True), ("REJECTED", "PENDING", None)),
        (facts(verdict(MATCH)), ("MATCH", "PASS", "machine")),
        (facts(verdict(MISMATCH)), ("MISMATCH", "FAIL", "machine")),
        (facts(verdict(UNREADABLE)), ("UNREADABLE", "PENDING", None)),
        (facts(verdict(MATCH), ended=Status.WITHDRAWN), ("WITHDRAWN", "PENDING", None)),
        (facts(verdict(MATCH), ended=Status.SUPERSEDED), ("SUPERSEDED", "PENDING", None)),
        (facts(verdict(MISMATCH), decisions=(decided(Decision.UPHELD),)), ("MISMATCH", "FAIL", "staff")),
        (facts(verdict(MISMATCH), decisions=(decided(Decision.OVERTURNED),)), ("MISMATCH", "PASS", "staff")),
        (facts(verdict(UNREADABLE), decisions=(decided(Decision.UPHELD),)), ("UNREADABLE", "FAIL", "staff")),
        (facts(verdict(UNREADABLE), decisions=(decided(Decision.RE_UPLOAD),)), ("UNREADABLE", "PENDING", "staff")),
        (
            facts(rejected=True, decisions=(decided(Decision.OVERTURNED, verdict_id=None),)),
            ("REJECTED", "PASS", "staff"),
        ),
    ],
)
def test_status_and_outcome_follow_from_what_is_known(known: Facts, expected: tuple[str, str, str | None]) -> None:
    assert told(standing(known)) == expected


def test_a_decision_lapses_when_the_newest_verdict_has_another_basis() -> None:
    overturned = decided(Decision.OVERTURNED, basis="b1")
    newer = verdict(MISMATCH, version=2, basis="b2", at="t9")
    assert told(standing(facts(verdict(MISMATCH), newer, decisions=(overturned,)))) == ("MISMATCH", "FAIL", "machine")


def test_a_decision_holds_for_a_newer_verdict_on_the_same_basis() -> None:
    overturned = decided(Decision.OVERTURNED, basis="b1")
    newer = verdict(MISMATCH, version=2, basis="b1", at="t9")
    assert told(standing(facts(verdict(MISMATCH), newer, decisions=(overturned,)))) == ("MISMATCH", "PASS", "staff")


def test_the_last_decision_on_the_same_basis_counts() -> None:
    decisions = (decided(Decision.OVERTURNED, at="t7"), decided(Decision.UPHELD, at="t6"))
    assert standing(facts(verdict(MISMATCH), decisions=decisions)).outcome is Outcome.PASS


def test_a_decision_on_a_rejection_does_not_settle_a_later_verdict() -> None:
    known = facts(
        verdict(MISMATCH), rejected=True, decisions=(decided(Decision.OVERTURNED, basis="", verdict_id=None),)
    )
    assert told(standing(known)) == ("MISMATCH", "FAIL", "machine")


def test_the_verdict_on_the_newest_declaration_counts_and_not_the_last_to_arrive() -> None:
    old_and_late = verdict(MISMATCH, version=1, at="t9")
    new_and_early = verdict(MATCH, version=2, at="t2")
    assert newest_verdict([new_and_early, old_and_late]) is new_and_early
    assert newest_verdict([old_and_late, new_and_early]) is new_and_early


def test_a_mismatch_waits_for_staff_where_the_announcement_has_them_confirm_it() -> None:
    assert told(standing(facts(verdict(MISMATCH)), staff_confirm_fails=True)) == ("MISMATCH", "PENDING", None)
    upheld = facts(verdict(MISMATCH), decisions=(decided(Decision.UPHELD),))
    assert told(standing(upheld, staff_confirm_fails=True)) == ("MISMATCH", "FAIL", "staff")


@pytest.mark.parametrize(
    ("status", "verdict_version", "declared_version", "final"),
    [
        (Status.RECEIVED, None, 1, False),
        (Status.READ, None, 1, False),
        (Status.MATCH, 1, 1, True),
        (Status.MATCH, 1, 2, False),
        (Status.UNREADABLE, 2, 2, True),
        (Status.REJECTED, None, 1, True),
        (Status.SUPERSEDED, None, 1, True),
        (Status.WITHDRAWN, None, None, True),
    ],
)
def test_an_answer_is_final_when_the_machine_has_nothing_more_to_say(
    status: Status, verdict_version: int | None, declared_version: int | None, final: bool
) -> None:
    assert is_final(status, verdict_version, declared_version) is final
