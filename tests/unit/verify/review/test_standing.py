"""A decision holds exactly while its basis is the newest verdict's."""

import pytest

from services.verify.review.standing import DecisionMade, VerdictSeen, rejection_basis, standing


def verdict(
    version: int = 1, status: str = "MISMATCH", basis: str = "b1", at: str = "1", reasons: tuple[str, ...] = ()
):
    return VerdictSeen(f"v{version}-{at}", version, status, basis, reasons, "TOEIC", at)


def decision(basis: str = "b1", made: str = "OVERTURNED", at: str = "5") -> DecisionMade:
    return DecisionMade(f"d-{at}", "v1-1", basis, made, at)


@pytest.mark.parametrize(("status", "flagged"), [("MISMATCH", True), ("UNREADABLE", True), ("MATCH", False)])
def test_a_mismatch_and_an_unreadable_paper_ask_for_a_person(status: str, flagged: bool) -> None:
    assert standing([verdict(status=status)], [], None, False).flagged is flagged


def test_a_decision_settles_its_basis() -> None:
    now = standing([verdict()], [decision()], None, False)
    assert not now.flagged
    assert now.decision is not None


def test_a_decision_lapses_when_the_basis_changes() -> None:
    now = standing([verdict(), verdict(version=2, basis="b2", at="9")], [decision()], None, False)
    assert now.flagged
    assert now.decision is None


def test_a_decision_holds_through_a_new_version_with_the_same_basis() -> None:
    now = standing([verdict(), verdict(version=2, at="9")], [decision()], None, False)
    assert not now.flagged


def test_the_newest_version_wins_and_not_the_latest_arrival() -> None:
    now = standing(
        [verdict(version=2, status="MATCH", basis="b2", at="1"), verdict(version=1, at="9")], [], None, False
    )
    assert now.status == "MATCH"
    assert not now.flagged


def test_the_later_of_two_decisions_counts() -> None:
    now = standing([verdict()], [decision(made="UPHELD", at="7"), decision(made="OVERTURNED", at="6")], None, False)
    assert now.decision is not None
    assert now.decision.decision == "UPHELD"


def test_a_paper_that_ended_asks_nobody() -> None:
    assert not standing([verdict()], [], None, True).flagged


def test_a_paper_without_a_claim_asks_nobody() -> None:
    assert not standing([verdict(status="UNREADABLE", reasons=("UNKNOWN_CLAIM",))], [], None, False).flagged


def test_a_rejected_file_asks_for_a_person_until_it_is_decided() -> None:
    assert standing([], [], "r1", False).flagged
    assert not standing([], [decision(basis=rejection_basis("r1"))], "r1", False).flagged
    assert standing([], [decision(basis=rejection_basis("r0"))], "r1", False).flagged


def test_nothing_known_asks_nobody() -> None:
    assert not standing([], [], None, False).flagged
