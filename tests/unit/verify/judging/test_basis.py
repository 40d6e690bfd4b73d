"""A decision settles what staff saw, and nothing else."""

from dataclasses import replace

import pytest

from services.verify.evidence import Family, PaperEvidence, TableEvidence, Unread
from services.verify.judging.basis import basis
from services.verify.judging.judge import judge
from services.verify.judging.verdict import FieldStatus, ReasonCode
from tests.unit.verify.judging.papers import (
    CAREER,
    CERTIFICATE,
    RECORDS,
    TOEIC,
    announcement,
    award,
    career_form,
    codes,
    declared,
    paper,
    row,
    spoiled,
    toeic,
    verdict_on,
    without,
)


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


@pytest.mark.parametrize(
    ("evidence", "redeclared"),
    [
        (award(number="18201234568A"), {"name_latin": "HONG GIL DONG"}),
        (award(number="18201234568A"), {"name_latin": None}),
        (award(number="18201234568A"), {"birth_date": "1990-01-01"}),
        (spoiled(award(), "number", "1820"), {"name_latin": "HONG GIL DONG"}),
    ],
)
def test_a_decision_outlives_a_redeclared_field_that_the_paper_does_not_print(
    evidence: PaperEvidence, redeclared: dict[str, str | None]
) -> None:
    evidence = replace(evidence, not_printed=(*evidence.not_printed, "birth_date"))
    before = basis("doc", verdict_on(CERTIFICATE, evidence))
    assert before == basis("doc", verdict_on(CERTIFICATE, evidence, **redeclared))


def test_a_decision_about_another_field_outlives_an_unprinted_field_of_the_claim() -> None:
    wrong = award(number="18201234568A")
    before = basis("doc", verdict_on(CERTIFICATE | {"grade": "1급"}, wrong))
    assert before == basis("doc", verdict_on(CERTIFICATE | {"grade": "2급"}, wrong))


def test_a_decision_on_a_required_field_that_is_not_printed_vouches_for_this_value_only() -> None:
    unprinted = replace(without(award(), "number"), not_printed=("name_latin", "number"))
    verdict = verdict_on(CERTIFICATE, unprinted)
    assert ReasonCode.REQUIRED_NOT_PRINTED in codes(verdict)
    assert basis("doc", verdict) != basis("doc", verdict_on(CERTIFICATE | {"number": "19201234567A"}, unprinted))


def test_a_decision_on_a_paper_that_prints_nothing_of_the_claim_vouches_for_the_whole_claim() -> None:
    silent = replace(
        without(award(), "title", "number", "acquired_on", "issued_on"),
        not_printed=("name_latin", "title", "number", "acquired_on", "issued_on", "grade"),
    )
    before = basis("doc", verdict_on(CERTIFICATE | {"grade": "1급"}, silent))
    assert before != basis("doc", verdict_on(CERTIFICATE | {"grade": "2급"}, silent))


def test_a_number_that_nobody_could_read_is_not_carried_over_to_another_row() -> None:
    """Two rows with an empty number look the same but for what matches in them."""
    rows = (
        row({"title": "토목기사", "acquired_on": "2018-08-17"}),
        row({"title": "건축기사", "acquired_on": "2016-05-20"}),
    )
    numbered = row({"title": "산림기사", "acquired_on": "2011-01-01", "number": "11111111111A"})
    record = paper(
        "NQ_RECORD",
        Family.CERTIFICATE,
        {"name": "홍길동"},
        tables=(TableEvidence("certificates", (*rows, numbered), complete=False),),
        not_printed=("name_latin",),
    )
    before = basis("doc", verdict_on(CERTIFICATE, record))
    other = verdict_on(CERTIFICATE | {"title": "건축기사", "acquired_on": "2016-05-20"}, record)
    assert [(entry.field, entry.verdict) for entry in other.fields if entry.field == "number"] == [
        ("number", FieldStatus.UNREADABLE)
    ]
    assert before != basis("doc", other)


def test_a_career_record_without_a_row_is_accepted_for_its_dates_only() -> None:
    """Otherwise a month accepted by staff becomes ten years under the same project."""
    bare = career_form(rows=RECORDS[:1])
    longer = [RECORDS[0], RECORDS[1] | {"from": "2002-01-02"}]
    before = basis("doc", verdict_on(CAREER, bare))
    assert before != basis("doc", verdict_on(CAREER | {"records": longer}, bare))


def test_a_decision_outlives_no_other_required_value_filled_in_later() -> None:
    empty = {key: value for key, value in CERTIFICATE.items() if key != "number"}
    before = basis("doc", verdict_on(empty, award()))
    assert before != basis("doc", verdict_on(CERTIFICATE, award(number="18201234568A")))


def test_a_decision_on_an_undeclared_paper_ends_when_its_claim_is_declared() -> None:
    undeclared = judge(None, declared(CERTIFICATE), award(number="18201234568A"), announcement())
    assert basis("doc", undeclared) != basis("doc", verdict_on(CERTIFICATE, award(number="18201234568A")))
