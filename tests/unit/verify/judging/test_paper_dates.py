"""Rules 6, 79 and 80 on what a paper prints of itself: the machine passes none that the notice date rules out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from services.announcement.model import Announcement
from services.verify.evidence import Family, FieldEvidence, PaperEvidence, TableEvidence
from services.verify.judging.judge import judge
from services.verify.judging.verdict import ReasonCode, Status, Verdict
from tests.unit.verify.judging.papers import (
    BOX,
    CERTIFICATE,
    TOEIC,
    announcement,
    award,
    career_form,
    cell,
    codes,
    declared,
    paper,
    row,
    toeic,
)
from tests.unit.verify.judging.papers import CAREER as CAREER_CLAIM

KBS = CERTIFICATE | {"title": "KBS한국어능력", "grade": "1급", "number": "2018-12345"}
DELF = {"id": "lang-1", "kind": "language", "test": "DELF", "level": "B1", "test_date": "2018-05-13"}
POOR = {"id": "st-1", "kind": "status", "status": "저소득층"}
FARMER = {"id": "st-1", "kind": "status", "status": "농어업인자녀"}
LICENCE = {"id": "st-1", "kind": "status", "status": "면제자격"}


def record(**values: str) -> PaperEvidence:
    """The right 취득사항확인서 for CERTIFICATE; its own day of issue is one of `values`."""
    table = TableEvidence(
        "certificates",
        (row({"title": "토목기사", "number": "18201234567A", "acquired_on": "2018.08.17", "issued_on": "2018.09.03"}),),
        True,
    )
    return paper(
        "NQ_RECORD", Family.CERTIFICATE, {"name": "홍길동"} | values, tables=(table,), not_printed=("name_latin",)
    )


def kbs(**values: str) -> PaperEvidence:
    """The right KBS 인증서 for KBS."""
    printed = {"name": "홍길동", "title": "KBS한국어능력", "grade": "1급", "number": "2018-12345"}
    return paper(
        "KBS_KOREAN", Family.CERTIFICATE, printed | {"acquired_on": "2018-08-17"} | values, not_printed=("name_latin",)
    )


def delf(**values: str) -> PaperEvidence:
    """The right diploma for DELF."""
    printed = {"name_latin": "HONG GIL-DONG", "level": "B1", "test_date": "2018-05-13"}
    return paper("DELF", Family.LANGUAGE_REPORT, printed | values, not_printed=("name",))


def evidence(kind: str, **values: str) -> PaperEvidence:
    """An evidence paper of the applicant."""
    return paper(kind, Family.EVIDENCE, {"title": kind, "name": "홍길동"} | values, not_printed=("name_latin",))


def verdict_on(claim: dict[str, Any], found: PaperEvidence, **options: str) -> Verdict:
    """The verdict under the shipped announcement (notice 2019-09-20) with other `options`."""
    known = announcement()
    chosen = known.options.model_copy(update=options)
    declaration = declared(claim)
    return judge(declaration.claims[0], declaration, found, known.model_copy(update={"options": chosen}))


def fields_in_doubt(verdict: Verdict) -> list[str | None]:
    """Of what the machine says that a person must look at it."""
    return [reason.field for reason in verdict.reasons if reason.code is ReasonCode.NEEDS_PERSON]


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (TOEIC, toeic(issued_on="2019-09-19")),
        (TOEIC, toeic(issued_on="2018-06-01")),
        (CERTIFICATE, record(issued_on="2019-09-19")),
        (CAREER_CLAIM, career_form(issued_on="2019-09-19")),
        (POOR, evidence("국민기초생활수급자증명서", issued_on="2019-09-19")),
        (FARMER, evidence("농업인확인서", issued_on="2019-09-19")),
    ],
)
def test_a_paper_issued_before_the_notice_never_passes_by_machine(claim: dict[str, Any], found: PaperEvidence) -> None:
    verdict = verdict_on(claim, found)
    assert verdict.status is Status.UNREADABLE
    assert "issued_on" in fields_in_doubt(verdict)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (TOEIC, toeic(issued_on="2019-09-20")),
        (TOEIC, toeic(issued_on="2019-11-04")),
        (TOEIC, toeic()),  # most reports print no day of issue at all
        (CERTIFICATE, record(issued_on="2019-09-20")),
        (CAREER_CLAIM, career_form(issued_on="2019-09-20")),
        (CAREER_CLAIM, career_form()),
        (CERTIFICATE, award(issued_on="2018-09-03")),  # the copy of a certificate keeps its old date (G10)
        (KBS, kbs(issued_on="2018-09-03")),
        (DELF, delf(issued_on="2018-09-03")),  # and so does a diploma
        (POOR, evidence("국민기초생활수급자증명서", issued_on="2019-09-20")),
    ],
)
def test_a_paper_of_the_notice_day_or_later_and_the_copy_of_a_certificate_pass(
    claim: dict[str, Any], found: PaperEvidence
) -> None:
    verdict = verdict_on(claim, found)
    assert verdict.status is Status.MATCH, verdict.reasons


def test_a_printed_day_of_issue_that_could_not_be_read_waits() -> None:
    smeared = replace(toeic(), fields=(*toeic().fields, cell("issued_on", "2019-10-16", "2018-10-16", "20l9-1")))
    assert fields_in_doubt(verdict_on(TOEIC, smeared)) == ["issued_on"]
    empty = replace(toeic(), fields=(*toeic().fields, FieldEvidence("issued_on", (), 1, BOX)))
    assert verdict_on(TOEIC, empty).status is Status.MATCH


@pytest.mark.parametrize(("claim", "found"), [(CERTIFICATE, record()), (POOR, evidence("국민기초생활수급자증명서"))])
def test_a_paper_that_always_prints_its_day_waits_where_none_was_found(
    claim: dict[str, Any], found: PaperEvidence
) -> None:
    verdict = verdict_on(claim, found)
    assert verdict.status is Status.UNREADABLE
    assert fields_in_doubt(verdict)[0] == "issued_on"


def test_the_day_of_a_row_is_not_the_day_of_the_record() -> None:
    assert verdict_on(CERTIFICATE, record(issued_on="2019-10-21")).status is Status.MATCH


def test_a_licence_of_the_higher_kind_may_be_old() -> None:
    printed = {"title": "변호사", "name": "홍길동", "issued_on": "2012-02-01"}
    found = paper("PROFESSIONAL", Family.CERTIFICATE, printed, not_printed=("name_latin",))
    assert fields_in_doubt(verdict_on(LICENCE, found)) == [None]


def test_the_announcement_may_ignore_when_papers_were_issued() -> None:
    found = toeic(issued_on="2018-06-01")
    assert verdict_on(TOEIC, found, paper_issue="ignored").status is Status.MATCH
    proof = evidence("국민기초생활수급자증명서", issued_on="2018-06-01")
    assert verdict_on(POOR, proof, paper_issue="ignored").status is Status.MATCH


def test_without_a_notice_date_no_date_is_tested() -> None:
    known: Announcement = announcement().model_copy(update={"notice_date": None})
    declaration = declared(CERTIFICATE)
    assert judge(declaration.claims[0], declaration, record(), known).status is Status.MATCH


@pytest.mark.parametrize(
    ("ends", "status"), [("2019-09-19", Status.UNREADABLE), ("2019-09-20", Status.MATCH), ("2020-09-19", Status.MATCH)]
)
def test_an_end_of_validity_that_nobody_declared_is_held_against_the_notice(ends: str, status: Status) -> None:
    verdict = verdict_on(KBS, kbs(valid_until=ends))
    assert verdict.status is status
    assert fields_in_doubt(verdict) == (["valid_until"] if status is Status.UNREADABLE else [])
    assert verdict_on(KBS, kbs(valid_until=ends), certificate_expiry="ignored").status is Status.MATCH


def test_a_declared_end_of_validity_is_compared_and_left_to_the_score() -> None:
    ended = KBS | {"valid_until": "2019-09-19"}
    assert verdict_on(ended, kbs(valid_until="2019-09-19")).status is Status.MATCH
    assert verdict_on(ended, kbs(valid_until="2020-09-19")).status is Status.MISMATCH


@pytest.mark.parametrize(("published", "status"), [("2019-09-20", Status.MATCH), ("2019-09-21", Status.UNREADABLE)])
def test_a_publication_after_the_notice_that_nobody_declared_waits(published: str, status: Status) -> None:
    undeclared = {name: value for name, value in TOEIC.items() if name != "announced_on"}
    found = toeic(announced_on=published)
    assert verdict_on(undeclared, found).status is status
    assert verdict_on(TOEIC | {"announced_on": published}, found).status is Status.MATCH


def test_what_contradicts_fails_whatever_the_dates() -> None:
    verdict = verdict_on(TOEIC | {"score": "850"}, toeic(issued_on="2019-09-19"))
    assert verdict.status is Status.MISMATCH
    assert ReasonCode.FIELD_MISMATCH in codes(verdict)


def test_the_words_name_both_days_in_both_languages() -> None:
    (reason,) = verdict_on(TOEIC, toeic(issued_on="2019-09-19")).reasons
    for text in (reason.ko, reason.en):
        assert "2019-09-19" in text
        assert "2019-09-20" in text


def test_against_an_assumed_notice_date_no_day_of_issue_is_tested() -> None:
    confirmed = announcement()
    early = toeic(issued_on="2015-01-01")
    verdict = judge(declared(TOEIC).claims[0], declared(TOEIC), early, confirmed)
    assumed = confirmed.model_copy(update={"notice_date_assumed": True})
    assert verdict.status is Status.UNREADABLE
    assert judge(declared(TOEIC).claims[0], declared(TOEIC), early, assumed).status is Status.MATCH
