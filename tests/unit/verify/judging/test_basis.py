"""A decision settles what staff saw, and nothing else."""

from services.verify.evidence import PaperEvidence, Unread
from services.verify.judging.basis import basis
from tests.unit.verify.judging.papers import CERTIFICATE, TOEIC, award, toeic, verdict_on


def test_the_basis_stays_while_only_matching_fields_change() -> None:
    wrong = award(number="18201234568A")
    before = basis("doc", verdict_on(CERTIFICATE, wrong))
    after = basis("doc", verdict_on(CERTIFICATE | {"issued_on": "2018-09-03"}, wrong))
    assert before == after


def test_the_basis_changes_with_a_declared_value_that_does_not_match() -> None:
    wrong = award(number="18201234568A")
    before = basis("doc", verdict_on(CERTIFICATE, wrong))
    assert before != basis("doc", verdict_on(CERTIFICATE | {"number": "19201234567A"}, wrong))


def test_the_basis_changes_when_a_match_turns_into_something_else() -> None:
    wrong = award(number="18201234568A")
    before = basis("doc", verdict_on(CERTIFICATE, wrong))
    assert before != basis("doc", verdict_on(CERTIFICATE | {"title": "건축기사"}, wrong))


def test_the_basis_changes_with_what_was_read() -> None:
    before = basis("doc", verdict_on(CERTIFICATE, award(number="18201234568A")))
    assert before != basis("doc", verdict_on(CERTIFICATE, award(number="18201234569A")))


def test_a_decision_on_a_paper_nobody_could_read_vouches_for_these_declared_values_only() -> None:
    """Otherwise somebody could have a smear accepted for 800 points and then declare 990."""
    smear = PaperEvidence(None, None, Unread.UNRECOGNISED)
    assert basis("doc", verdict_on(TOEIC, smear)) != basis("doc", verdict_on(TOEIC | {"score": "990"}, smear))
    assert basis("doc", verdict_on(TOEIC, smear)) != basis("doc", verdict_on(TOEIC, smear, name="김철수"))


def test_a_decision_on_the_wrong_paper_vouches_for_these_declared_values_only() -> None:
    before = basis("doc", verdict_on(CERTIFICATE, toeic()))
    assert before != basis("doc", verdict_on(CERTIFICATE | {"title": "건축기사"}, toeic()))


def test_a_decision_on_a_name_that_only_a_person_could_compare_ends_with_another_name() -> None:
    before = basis("doc", verdict_on(TOEIC, toeic(), name_latin=None))
    assert before != basis("doc", verdict_on(TOEIC, toeic(), name_latin=None, name="김철수"))


def test_a_decision_on_a_status_ends_with_another_rate() -> None:
    status = {"id": "st-1", "kind": "status", "status": "취업지원대상자", "rate": "5"}
    paper = PaperEvidence(None, None, Unread.UNRECOGNISED)
    assert basis("doc", verdict_on(status, paper)) != basis("doc", verdict_on(status | {"rate": "10"}, paper))


def test_decisions_do_not_pass_from_one_document_to_another() -> None:
    verdict = verdict_on(CERTIFICATE, award(number="18201234568A"))
    assert basis("doc-1", verdict) != basis("doc-2", verdict)
