"""Certificates: 상장형, 수첩형, 취득사항확인서 and their traps."""

from dataclasses import replace

import pytest

from services.verify.evidence import Family, PaperEvidence, TableEvidence, Unread
from services.verify.judging.judge import judge
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status
from tests.unit.verify.judging.papers import (
    CERTIFICATE,
    announcement,
    award,
    changed,
    codes,
    declared,
    field_of,
    paper,
    row,
    spoiled,
    toeic,
    verdict_on,
    without,
)


def test_the_right_paper_matches_and_needs_no_reason() -> None:
    verdict = verdict_on(CERTIFICATE, award())
    assert verdict.status is Status.MATCH
    assert verdict.reasons == ()
    assert field_of(verdict, "name") is FieldStatus.MATCH
    assert field_of(verdict, "name_latin") is FieldStatus.NOT_PRINTED
    assert field_of(verdict, "title") is FieldStatus.MATCH


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("title", "토목산업기사"),
        ("title", "건축기사"),
        ("number", "18201234568A"),
        ("acquired_on", "2018년 08월 11일"),
        ("name", "김철수"),
    ],
)
def test_another_printed_value_fails_and_says_both_values(field: str, printed: str) -> None:
    verdict = verdict_on(CERTIFICATE, award(**{field: printed}))
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, field) is FieldStatus.MISMATCH
    reason = next(reason for reason in verdict.reasons if reason.field == field)
    assert reason.code is ReasonCode.FIELD_MISMATCH
    entry = next(entry for entry in verdict.fields if entry.field == field)
    assert entry.declared is not None
    assert entry.read is not None
    assert entry.declared in reason.ko
    assert entry.read in reason.ko
    assert entry.read in reason.en
    assert entry.box is not None


def test_spaces_and_middle_dots_of_a_title_do_not_count() -> None:
    assert verdict_on(CERTIFICATE | {"title": "토목 기사"}, award(title="토목 · 기사")).status is Status.MATCH


def test_an_old_name_of_the_rule_book_is_the_same_certificate() -> None:
    claim = CERTIFICATE | {"title": "건설기계기사"}
    assert verdict_on(claim, award(title="건설기계설비기사")).status is Status.MATCH
    assert verdict_on(claim, award(title="건설기계설비산업기사")).status is Status.MISMATCH


@pytest.mark.parametrize("field", ["title", "number", "acquired_on"])
def test_a_required_field_left_empty_fails_whatever_the_paper_says(field: str) -> None:
    verdict = verdict_on(CERTIFICATE | {field: None}, award())
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, field) is FieldStatus.MISSING
    assert "입력 누락" in next(reason.ko for reason in verdict.reasons if reason.field == field)


def test_a_field_that_was_not_declared_is_not_compared() -> None:
    assert field_of(verdict_on(CERTIFICATE, award()), "issued_on") is None


def test_a_declared_field_that_was_not_found_waits_for_staff() -> None:
    verdict = verdict_on(CERTIFICATE, without(award(), "number"))
    assert verdict.status is Status.UNREADABLE
    assert field_of(verdict, "number") is FieldStatus.UNREADABLE


def test_one_reading_is_not_enough() -> None:
    assert verdict_on(CERTIFICATE, spoiled(award(), "number", "18201234567A")).status is Status.UNREADABLE


@pytest.mark.parametrize("field", ["name", "title", "number", "acquired_on"])
def test_a_broken_invariant_decides_before_agreement(field: str) -> None:
    broken = changed(award(), field, lambda entry: replace(entry, broken="CLOSED_LIST"))
    verdict = verdict_on(CERTIFICATE, broken)
    assert verdict.status is Status.UNREADABLE
    reason = next(reason for reason in verdict.reasons if reason.field == field)
    assert reason.code is ReasonCode.INVARIANT_BROKEN
    assert "CLOSED_LIST" in reason.ko


def test_a_broken_invariant_turns_a_mismatch_into_a_question() -> None:
    broken = changed(award(number="18201234568A"), "number", lambda entry: replace(entry, broken="NUMBER_FORM"))
    assert verdict_on(CERTIFICATE, broken).status is Status.UNREADABLE


def test_an_invariant_of_the_whole_paper_blocks_match_and_mismatch() -> None:
    assert verdict_on(CERTIFICATE, replace(award(), broken=("TEXT_LAYER",))).status is Status.UNREADABLE
    wrong = replace(award(title="건축기사"), broken=("TEXT_LAYER",))
    verdict = verdict_on(CERTIFICATE, wrong)
    assert verdict.status is Status.UNREADABLE
    assert FieldStatus.MISMATCH not in {entry.verdict for entry in verdict.fields}
    assert any("TEXT_LAYER" in reason.ko for reason in verdict.reasons)


def test_a_date_of_issue_before_the_acquisition_is_seen_though_undeclared() -> None:
    verdict = verdict_on(CERTIFICATE, award(issued_on="2017년 01월 02일"))
    assert verdict.status is Status.UNREADABLE
    assert any("DATE_ORDER" in reason.ko for reason in verdict.reasons)


def test_handwriting_never_decides_alone() -> None:
    for evidence in (award(), award(number="18201234568A")):
        written = changed(evidence, "number", lambda entry: replace(entry, handwritten=True))
        verdict = verdict_on(CERTIFICATE, written)
        assert verdict.status is Status.UNREADABLE
        assert ReasonCode.HANDWRITTEN in codes(verdict)


def test_a_syllable_that_no_reader_knows_is_always_reviewed() -> None:
    for printed in ("김쁑수", "김뽕수", "박영희"):
        verdict = verdict_on(CERTIFICATE, award(name=printed), name="김쁑수")
        assert verdict.status is Status.UNREADABLE
        assert ReasonCode.UNSUPPORTED_SYLLABLE in codes(verdict)


def test_the_birth_date_counts_where_both_sides_have_it() -> None:
    born = award(birth_date="1994.03.15")
    assert verdict_on(CERTIFICATE, born).status is Status.MATCH
    assert verdict_on(CERTIFICATE, born, birth_date="1994-03-15").status is Status.MATCH
    assert verdict_on(CERTIFICATE, born, birth_date="1994-03-16").status is Status.MISMATCH
    assert verdict_on(CERTIFICATE, award(), birth_date="1994-03-15").status is Status.UNREADABLE


def test_no_agreed_name_means_no_match() -> None:
    verdict = verdict_on(CERTIFICATE, without(award(), "name"))
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.IDENTITY_UNPROVEN in codes(verdict)


@pytest.mark.parametrize("unread", list(Unread))
def test_an_unread_paper_waits_with_its_reason(unread: Unread) -> None:
    verdict = verdict_on(CERTIFICATE, PaperEvidence(None, None, unread))
    assert verdict.status is Status.UNREADABLE
    assert [reason.code.value for reason in verdict.reasons] == [unread.value]


def test_a_language_report_for_a_certificate_fails_as_the_wrong_paper() -> None:
    verdict = verdict_on(CERTIFICATE, toeic())
    assert verdict.status is Status.MISMATCH
    assert codes(verdict) == {ReasonCode.WRONG_PAPER}


def test_a_paper_uploaded_as_another_kind_is_the_wrong_paper() -> None:
    declaration = declared(CERTIFICATE)
    verdict = judge(declaration.claims[0], declaration, award(), announcement(), Family.LANGUAGE_REPORT)
    assert codes(verdict) == {ReasonCode.WRONG_PAPER}
    right = judge(declaration.claims[0], declaration, award(), announcement(), Family.CERTIFICATE)
    assert right.status is Status.MATCH


def test_the_right_paper_uploaded_as_evidence_matches_and_a_wrong_one_does_not() -> None:
    declaration = declared(CERTIFICATE)
    right = judge(declaration.claims[0], declaration, award(), announcement(), Family.EVIDENCE)
    assert right.status is Status.MATCH
    wrong = judge(declaration.claims[0], declaration, toeic(), announcement(), Family.EVIDENCE)
    assert codes(wrong) == {ReasonCode.WRONG_PAPER}


def test_the_paper_of_another_certificate_is_the_wrong_paper() -> None:
    history = paper("KHISTORY", Family.CERTIFICATE, {"name": "홍길동", "title": "한국사능력검정시험"})
    assert codes(verdict_on(CERTIFICATE, history)) == {ReasonCode.WRONG_PAPER}


def test_a_title_that_is_not_printed_is_told_only_by_a_paper_of_one_certificate() -> None:
    printed = {"name": "홍길동", "grade": "1급", "number": "41-12345", "acquired_on": "2018-11-09"}
    claim = {
        **CERTIFICATE,
        "title": "한국사능력검정시험",
        "grade": "1급",
        "number": "41-12345",
        "acquired_on": "2018-11-09",
    }
    unnamed = paper("KHISTORY", Family.CERTIFICATE, printed, not_printed=("title", "name_latin"))
    assert verdict_on(claim, unnamed).status is Status.MATCH
    nameless = replace(without(award(), "title"), not_printed=("title", "name_latin"))
    verdict = verdict_on(CERTIFICATE, nameless)
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.REQUIRED_NOT_PRINTED in codes(verdict)


def test_a_claim_that_the_declaration_does_not_hold_waits() -> None:
    verdict = judge(None, declared(CERTIFICATE), award(), announcement())
    assert verdict.status is Status.UNREADABLE
    assert codes(verdict) == {ReasonCode.UNKNOWN_CLAIM}


def test_a_paper_that_proves_nothing_of_the_claim_is_no_match() -> None:
    nothing = replace(award(), fields=tuple(entry for entry in award().fields if entry.field == "name"))
    bare = {
        "id": "c",
        "kind": "certificate",
        "title": "토목기사",
        "number": "18201234567A",
        "acquired_on": "2018-08-17",
    }
    verdict = verdict_on(bare, replace(nothing, not_printed=("title", "number", "acquired_on", "name_latin")))
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.REQUIRED_NOT_PRINTED in codes(verdict)


# --- 취득사항확인서 -----------------------------------------------------------------------------------------------

ROWS = (
    {"title": "건축기사", "number": "16201111111B", "acquired_on": "2016-05-20"},
    {"title": "토목기사", "number": "18201234567A", "acquired_on": "2018-08-17"},
)


def record_paper(*rows: dict[str, str], complete: bool = True, **changes: object) -> PaperEvidence:
    table = TableEvidence("certificates", tuple(row(values) for values in rows), complete)
    printed = {"name": "홍길동", "issued_on": "2019-10-21"}
    plain = paper("NQ_RECORD", Family.CERTIFICATE, printed, not_printed=("name_latin",), tables=(table,))
    return replace(plain, **changes)


def test_one_row_that_agrees_wholly_matches() -> None:
    assert verdict_on(CERTIFICATE, record_paper(*ROWS)).status is Status.MATCH
    assert verdict_on(CERTIFICATE, record_paper(*ROWS, complete=False)).status is Status.MATCH


def test_fields_of_two_rows_never_make_one_match() -> None:
    mixed = (ROWS[0] | {"title": "토목기사"}, ROWS[1] | {"title": "건축기사"})
    verdict = verdict_on(CERTIFICATE, record_paper(*mixed))
    assert verdict.status is Status.MISMATCH
    assert ReasonCode.NO_MATCHING_ROW in codes(verdict)


def test_a_complete_table_that_contradicts_in_every_row_fails() -> None:
    verdict = verdict_on(CERTIFICATE, record_paper(ROWS[0], ROWS[1] | {"acquired_on": "2018-08-11"}))
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, "acquired_on") is FieldStatus.MISMATCH
    assert field_of(verdict, "number") is FieldStatus.MATCH, "the nearest row is shown"


def test_an_incomplete_table_never_fails_anybody() -> None:
    verdict = verdict_on(CERTIFICATE, record_paper(ROWS[0], complete=False))
    assert verdict.status is Status.UNREADABLE
    assert FieldStatus.MISMATCH not in {entry.verdict for entry in verdict.fields}


def test_a_row_that_might_be_the_one_waits_for_staff() -> None:
    table = TableEvidence("certificates", (row(ROWS[0]), row(ROWS[1])[:2]), True)
    assert verdict_on(CERTIFICATE, record_paper(tables=(table,))).status is Status.UNREADABLE


def test_a_table_without_rows_waits_for_staff() -> None:
    assert verdict_on(CERTIFICATE, record_paper()).status is Status.UNREADABLE


@pytest.mark.parametrize("rows", [(), ROWS])
def test_the_day_of_a_list_contradicts_no_certificate_on_it(rows: tuple[dict[str, str], ...]) -> None:
    claim = CERTIFICATE | {"issued_on": "2018-09-03"}
    assert verdict_on(claim, record_paper(*rows)).status is Status.UNREADABLE


def test_a_matching_row_of_somebody_else_fails() -> None:
    other = spoiled(record_paper(*ROWS), "name", "김철수", "김철수")
    assert verdict_on(CERTIFICATE, other).status is Status.MISMATCH
