"""경력확인서: employment, project records one to one, 확인란."""

import time
from dataclasses import replace

import pytest

from services.verify.evidence import FieldEvidence
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status
from tests.unit.verify.judging.papers import CAREER, RECORDS, career_form, changed, codes, field_of, verdict_on, without

CELLS = ("department", "person", "phone", "issue_no")


def emptied(entry: FieldEvidence) -> FieldEvidence:
    return replace(entry, readings=())


def blanked(column: str, *cells: str) -> object:
    form = career_form()
    for cell in cells:
        form = changed(form, f"confirmation.{column}.{cell}", emptied)
    return form


def test_the_right_form_matches() -> None:
    verdict = verdict_on(CAREER, career_form())
    assert verdict.status is Status.MATCH, verdict.reasons
    assert field_of(verdict, "records[1].duty") is FieldStatus.MATCH


def test_the_order_of_records_does_not_count() -> None:
    assert verdict_on(CAREER, career_form(RECORDS[::-1])).status is Status.MATCH


def test_rows_that_nobody_declared_are_ignored() -> None:
    extra = {"project": "하천 정비공사", "from": "2014-01-01", "to": "2014-12-31", "duty": "감리"}
    assert verdict_on(CAREER, career_form([*RECORDS, extra])).status is Status.MATCH


def test_one_printed_row_never_proves_two_declared_records() -> None:
    twice = CAREER | {"records": [RECORDS[0], RECORDS[0]]}
    verdict = verdict_on(twice, career_form())
    assert verdict.status is Status.MISMATCH
    assert ReasonCode.NO_MATCHING_ROW in codes(verdict)


def test_a_record_that_no_row_of_a_complete_table_bears_out_fails() -> None:
    verdict = verdict_on(CAREER, career_form([RECORDS[0], RECORDS[1] | {"to": "2013-04-30"}]))
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, "records[1].to") is FieldStatus.MISMATCH
    assert field_of(verdict, "records[0].to") is FieldStatus.MATCH


def test_the_same_in_an_incomplete_table_waits() -> None:
    verdict = verdict_on(CAREER, career_form([RECORDS[0], RECORDS[1] | {"to": "2013-04-30"}], complete=False))
    assert verdict.status is Status.UNREADABLE


def test_records_take_rows_so_that_as_many_as_possible_find_one() -> None:
    """The first record fits both rows, the second only the first row: both must find one."""
    loose = {"project": "국도 제37호선 확장공사", "from": "2010-05-01"}
    claim = CAREER | {"records": [loose, RECORDS[0]]}
    rows = [RECORDS[0], RECORDS[0] | {"to": "2012-12-31", "duty": "감리"}]
    assert verdict_on(claim, career_form(rows)).status is Status.MATCH


def test_a_table_that_was_not_found_waits() -> None:
    assert verdict_on(CAREER, replace(career_form(), tables=())).status is Status.UNREADABLE
    assert verdict_on(CAREER, career_form([])).status is Status.UNREADABLE


@pytest.mark.parametrize("field", ["project", "from"])
def test_a_required_field_of_a_record_left_empty_fails(field: str) -> None:
    records = [{name: value for name, value in RECORDS[0].items() if name != field}]
    verdict = verdict_on(CAREER | {"records": records}, career_form())
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, f"records[0].{field}") is FieldStatus.MISSING


def test_an_empty_business_column_fails_with_project_records() -> None:
    verdict = verdict_on(CAREER, blanked("business", *CELLS))
    assert verdict.status is Status.MISMATCH
    assert ReasonCode.CONFIRMATION_BLANK in codes(verdict)
    assert field_of(verdict, "confirmation.business") is FieldStatus.MISMATCH


def test_an_empty_business_column_is_fine_for_employment_alone() -> None:
    form = replace(blanked("business", *CELLS), tables=())
    assert verdict_on(CAREER | {"records": []}, form).status is Status.MATCH


def test_an_empty_hr_column_fails_even_for_employment_alone() -> None:
    form = replace(blanked("hr", *CELLS), tables=())
    claim = CAREER | {"records": [], "confirmation": None}
    assert verdict_on(claim, form).status is Status.MISMATCH


def test_a_partly_empty_column_waits() -> None:
    assert verdict_on(CAREER, blanked("business", "phone")).status is Status.UNREADABLE


def test_a_column_that_was_not_found_waits() -> None:
    form = without(career_form(), *(f"confirmation.business.{cell}" for cell in CELLS))
    assert verdict_on(CAREER, form).status is Status.UNREADABLE


def test_one_issue_number_serves_both_columns() -> None:
    assert verdict_on(CAREER, blanked("business", "issue_no")).status is Status.MATCH
    both = changed(blanked("business", "issue_no"), "confirmation.hr.issue_no", emptied)
    assert verdict_on(CAREER, both).status is Status.UNREADABLE


def test_another_company_fails_but_its_legal_form_does_not_count() -> None:
    assert verdict_on(CAREER, career_form(company="주식회사 대한건설")).status is Status.MATCH
    assert verdict_on(CAREER, career_form(company="한빛엔지니어링")).status is Status.MISMATCH


def test_employment_that_ends_before_it_starts_is_a_broken_paper() -> None:
    verdict = verdict_on(CAREER | {"left_on": "2009-02-28"}, career_form(left_on="2009.02.28"))
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.INVARIANT_BROKEN in codes(verdict)


def test_emptiness_on_a_form_too_faint_to_read_fails_nobody() -> None:
    faint = changed(blanked("business", *CELLS), "company", emptied)
    verdict = verdict_on(CAREER, faint)
    assert verdict.status is Status.UNREADABLE


def test_a_long_career_is_judged_in_seconds() -> None:
    """Every record against every row: the work must not explode with them."""
    records = [
        {"project": f"국도 제{number}호선 확장공사", "from": "2010-05-01", "to": "2010-12-31", "duty": "현장시공"}
        for number in range(60)
    ]
    began = time.process_time()
    assert verdict_on(CAREER | {"records": records}, career_form(records[::-1])).status is Status.MATCH
    moved = [record | {"to": "2011-01-31"} for record in records]
    assert verdict_on(CAREER | {"records": moved}, career_form(records)).status is Status.MISMATCH
    assert time.process_time() - began < 5
