"""A 경력확인서 of several employers: a claim for one of them takes that one's dates and rows, and no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from services.verify.evidence import FieldEvidence, PaperEvidence, TableEvidence
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status
from tests.unit.verify.judging.papers import CAREER, RECORDS, career_form, cell, codes, field_of, row, verdict_on

DAEHAN = {"company": "(주)대한건설", "joined_on": "2010.03.02", "left_on": "2015.02.28"}
HANBIT = {"company": "한빛엔지니어링(주)", "joined_on": "2006.01.02", "left_on": "2010.01.31"}
EARLIER = [
    {"project": "하천 정비공사", "from": "2006-05-01", "to": "2007-12-31", "duty": "현장시공"},
    {"project": "별관 신축공사", "from": "2008-01-02", "to": "2009-03-31", "duty": "공무"},
]

Rows = Sequence[Mapping[str, str]]


def form(*employers: tuple[Mapping[str, str], Rows], complete: bool = True) -> PaperEvidence:
    """A form with each of `employers` in a block of its own, above its rows."""
    blocks, records = [], []
    for number, (printed, rows) in enumerate(employers):
        block = tuple(placed(entry, 100 * number) for entry in row(printed))
        blocks.append(block)
        records += [(*row(values), block[0]) for values in rows]
    first = dict(employers[0][0])
    tables = (
        TableEvidence("records", tuple(records), complete),
        TableEvidence("employments", tuple(blocks), complete),
    )
    return replace(career_form([], True, **first), tables=tables)


def placed(entry: FieldEvidence, top: int) -> FieldEvidence:
    return replace(entry, box=(10, top, 110, top + 24))


BOTH = form((HANBIT, EARLIER), (DAEHAN, RECORDS))


def test_the_claimed_employer_is_compared_wherever_it_stands() -> None:
    verdict = verdict_on(CAREER, BOTH)
    assert verdict.status is Status.MATCH, verdict.reasons
    assert field_of(verdict, "company") is FieldStatus.MATCH
    earlier = CAREER | {"company": "한빛엔지니어링(주)", "joined_on": "2006-01-02", "left_on": "2010-01-31"}
    assert verdict_on(earlier | {"records": EARLIER}, BOTH).status is Status.MATCH


@pytest.mark.parametrize("other", EARLIER)
def test_rows_of_another_employer_prove_nothing(other: Mapping[str, str]) -> None:
    verdict = verdict_on(CAREER | {"records": [RECORDS[0], dict(other)]}, BOTH)
    assert verdict.status is Status.MISMATCH
    assert ReasonCode.NO_MATCHING_ROW in codes(verdict)


def test_dates_of_one_employer_never_go_with_the_name_of_another() -> None:
    crossed = CAREER | {"joined_on": "2006-01-02", "left_on": "2010-01-31"}
    assert verdict_on(crossed, BOTH).status is Status.MISMATCH
    one_day = CAREER | {"joined_on": "2010-03-03"}
    assert verdict_on(one_day, BOTH).status is Status.MISMATCH


def test_an_employer_that_the_form_does_not_name_fails() -> None:
    verdict = verdict_on(CAREER | {"company": "다른토건"}, BOTH)
    assert verdict.status is Status.MISMATCH
    assert ReasonCode.NO_MATCHING_ROW in codes(verdict)


def test_where_an_employer_may_be_missing_from_the_evidence_it_waits() -> None:
    incomplete = form((HANBIT, EARLIER), (DAEHAN, RECORDS), complete=False)
    assert verdict_on(CAREER | {"company": "다른토건"}, incomplete).status is Status.UNREADABLE


def test_an_employer_whose_name_could_not_be_read_waits() -> None:
    unread = replace(
        BOTH,
        tables=tuple(
            replace(
                table,
                rows=tuple(
                    tuple(
                        replace(entry, readings=()) if entry.field == "company" and entry.box[1] == 100 else entry
                        for entry in line
                    )
                    for line in table.rows
                ),
            )
            for table in BOTH.tables
        ),
    )
    assert verdict_on(CAREER, unread).status is Status.UNREADABLE


def test_two_employments_at_one_company_bring_their_rows_together() -> None:
    again = DAEHAN | {"joined_on": "2016.01.04", "left_on": "2018.12.31"}
    claim = {key: value for key, value in CAREER.items() if key != "left_on"} | {"records": [RECORDS[0]]}
    assert verdict_on(claim, form((DAEHAN, RECORDS), (again, EARLIER))).status is Status.MATCH
    later = CAREER | {"joined_on": "2016-01-04", "left_on": "2018-12-31", "records": RECORDS}
    assert verdict_on(later, form((DAEHAN, RECORDS), (again, EARLIER))).status is Status.MISMATCH


def test_rows_may_name_their_employer_themselves() -> None:
    """A column 업체명 in the table of projects, and no blocks."""
    named = [
        *((*row(values), cell("company", "(주)대한건설", "(주)대한건설")) for values in RECORDS),
        *((*row(values), cell("company", "한빛엔지니어링(주)", "한빛엔지니어링(주)")) for values in EARLIER),
    ]
    paper = replace(career_form(), tables=(TableEvidence("records", tuple(named), True),))
    assert verdict_on(CAREER, paper).status is Status.MATCH
    assert verdict_on(CAREER | {"records": EARLIER}, paper).status is Status.MISMATCH
    listed = replace(paper, tables=(*paper.tables, BOTH.tables[1]))
    assert verdict_on(CAREER, listed).status is Status.MATCH
    assert verdict_on(CAREER | {"records": EARLIER}, listed).status is Status.MISMATCH
    unread = [(*line[:-1], replace(line[-1], readings=())) for line in named]
    paper = replace(paper, tables=(TableEvidence("records", tuple(unread), True),))
    assert verdict_on(CAREER, paper).status is Status.UNREADABLE
