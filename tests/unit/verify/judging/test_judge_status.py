"""Statuses: proved by machine only where the paper alone says it of the applicant; everything else helps staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from services.announcement.declaration import Declaration
from services.verify.evidence import Family, PaperEvidence
from services.verify.judging.judge import judge
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status, Verdict
from tests.unit.verify.judging.papers import (
    announcement,
    award,
    cell,
    codes,
    declared,
    field_of,
    paper,
    spoiled,
    without,
)

VETERAN = {"id": "st-1", "kind": "status", "status": "취업지원대상자", "rate": "10"}
DISABLED = {"id": "st-1", "kind": "status", "status": "장애인"}
POOR = {"id": "st-1", "kind": "status", "status": "저소득층"}
FARMER = {"id": "st-1", "kind": "status", "status": "농어업인자녀"}
RESIDENT = {"id": "st-1", "kind": "status", "status": "농어촌거주자"}
SCHOOL = {"id": "st-1", "kind": "status", "status": "지역졸업"}
LICENCE = {"id": "st-1", "kind": "status", "status": "면제자격"}


def evidence(kind: str, family: Family = Family.EVIDENCE, **values: str) -> PaperEvidence:
    """An evidence paper of the applicant, issued after the notice; `values` replace what it prints."""
    printed = {
        "title": kind,
        "name": "홍길동",
        "birth_date": "1994.03.15",
        "number": "30-327442",
        "issuer": "전주보훈지청장",
        "issued_on": "2019년 10월 16일",
    }
    return paper(kind, family, printed | values, not_printed=("name_latin",))


def verdict_on(
    claim: Mapping[str, Any],
    found: PaperEvidence,
    named: str | None = None,
    uploaded_as: Family | None = None,
    **person: Any,
) -> Verdict:
    declaration: Declaration = declared(claim, **person)
    return judge(declaration.claims[0], declaration, found, announcement(), uploaded_as, named)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (VETERAN, evidence("취업지원대상자증명서", rate="10 %")),
        (DISABLED, evidence("장애인증명서")),
        (POOR, evidence("국민기초생활수급자증명서")),
    ],
)
def test_a_paper_that_alone_proves_the_status_of_the_named_person_matches(
    claim: Mapping[str, Any], found: PaperEvidence
) -> None:
    for named in (None, found.paper):
        verdict = verdict_on(claim, found, named, Family.EVIDENCE)
        assert verdict.status is Status.MATCH, verdict.reasons
        assert verdict.reasons == ()
        assert field_of(verdict, "status") is FieldStatus.MATCH
    assert verdict_on(claim, found, birth_date="1994-03-15").status is Status.MATCH


@pytest.mark.parametrize(
    ("claim", "kind"),
    [(VETERAN, "취업지원대상자증명서"), (DISABLED, "장애인증명서"), (RESIDENT, "주민등록초본"), (SCHOOL, "졸업증명서")],
)
def test_another_name_or_birth_date_on_the_applicants_own_paper_fails(claim: Mapping[str, Any], kind: str) -> None:
    found = evidence(kind, rate="10%")
    assert verdict_on(claim, found, name="김철수").status is Status.MISMATCH
    assert verdict_on(claim, found, birth_date="1994-03-16").status is Status.MISMATCH


def test_a_rate_other_than_the_declared_one_fails() -> None:
    verdict = verdict_on(VETERAN, evidence("취업지원대상자증명서", rate="5 %"))
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, "rate") is FieldStatus.MISMATCH


def test_a_rate_that_was_not_read_or_not_declared_waits() -> None:
    assert verdict_on(VETERAN, evidence("취업지원대상자증명서")).status is Status.UNREADABLE
    undeclared = {key: value for key, value in VETERAN.items() if key != "rate"}
    assert verdict_on(undeclared, evidence("취업지원대상자증명서", rate="10%")).status is Status.UNREADABLE


@pytest.mark.parametrize("named", [None, "국민기초생활수급자증명서"])
def test_a_recipients_paper_of_somebody_else_may_be_a_parents(named: str | None) -> None:
    verdict = verdict_on(POOR, evidence("국민기초생활수급자증명서"), named, name="홍서연", birth_date="1999-01-01")
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.NEEDS_PERSON in codes(verdict)
    assert FieldStatus.MISMATCH not in {entry.verdict for entry in verdict.fields}


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (FARMER, "농업인확인서"),
        (FARMER, "가족관계증명서"),
        (FARMER, "경작사실확인서"),
        (FARMER, "신고어업증명서"),
        (POOR, "가족관계증명서"),
        (RESIDENT, "주민등록초본"),
        (SCHOOL, "졸업예정증명서"),
    ],
)
def test_papers_of_relatives_and_places_help_staff_and_show_all_that_was_read(
    claim: Mapping[str, Any], kind: str
) -> None:
    for named in (None, kind):
        verdict = verdict_on(claim, evidence(kind), named)
        assert verdict.status is Status.UNREADABLE
        assert codes(verdict) == {ReasonCode.NEEDS_PERSON}
        read = {entry.field: entry.read for entry in verdict.fields if entry.read}
        assert read["issued_on"] == "2019-10-16"
        assert read["number"] == "30327442"
        assert {"name", "birth_date", "issuer", "title"} <= set(read)


def test_a_parents_name_and_birth_date_are_no_mismatch() -> None:
    farm = evidence("농업인확인서", name="홍판서", birth_date="1961.05.06")
    verdict = verdict_on(FARMER, farm, birth_date="1994-03-15")
    assert verdict.status is Status.UNREADABLE
    assert codes(verdict) == {ReasonCode.NEEDS_PERSON}


@pytest.mark.parametrize(
    ("claim", "kind", "named"),
    [
        (DISABLED, "취업지원대상자증명서", None),
        (DISABLED, "취업지원대상자증명서", "장애인증명서"),
        (DISABLED, "가족관계증명서", "장애인증명서"),
        (FARMER, "졸업증명서", None),
        (FARMER, "농업인확인서", "가족관계증명서"),
        (FARMER, "가족관계증명서", "농업인확인서"),
        (RESIDENT, "장애인증명서", "주민등록초본"),
        (LICENCE, "졸업증명서", "고급자격증"),
    ],
)
def test_another_paper_than_the_claim_or_its_name_asks_for_is_the_wrong_paper(
    claim: Mapping[str, Any], kind: str, named: str | None
) -> None:
    verdict = verdict_on(claim, evidence(kind), named)
    assert verdict.status is Status.MISMATCH
    assert codes(verdict) == {ReasonCode.WRONG_PAPER}
    assert field_of(verdict, "status") is FieldStatus.UNREADABLE, "listed, so that a decision settles this claim alone"


def test_a_report_or_a_certificate_is_no_evidence_of_a_status() -> None:
    for found in (award(), replace(award(), paper="TOEIC", family=Family.LANGUAGE_REPORT)):
        assert codes(verdict_on(DISABLED, found)) == {ReasonCode.WRONG_PAPER}


def test_a_paper_that_meets_the_same_need_under_another_name_waits() -> None:
    verdict = verdict_on(SCHOOL, evidence("졸업예정증명서"), "졸업증명서")
    assert verdict.status is Status.UNREADABLE
    twisted = verdict_on(DISABLED, evidence("장애인증명서"), "가족관계증명서")
    assert twisted.status is Status.MISMATCH


def test_a_licence_of_the_higher_kind_is_left_to_staff() -> None:
    found = evidence("PROFESSIONAL", Family.CERTIFICATE, title="변호사")
    for named in (None, "고급자격증"):
        verdict = verdict_on(LICENCE, found, named, Family.EVIDENCE)
        assert verdict.status is Status.UNREADABLE
        assert ReasonCode.NEEDS_PERSON in codes(verdict)
    assert verdict_on(LICENCE, found, name="김철수").status is Status.MISMATCH


def test_an_old_paper_or_one_without_a_date_waits_whatever_it_proves() -> None:
    for found in (
        evidence("장애인증명서", issued_on="2019년 09월 19일"),
        without(evidence("장애인증명서"), "issued_on"),
        spoiled(evidence("장애인증명서"), "issued_on", "2019-10-16"),
    ):
        verdict = verdict_on(DISABLED, found)
        assert verdict.status is Status.UNREADABLE
        assert [reason.field for reason in verdict.reasons] == ["issued_on"]
    assert verdict_on(DISABLED, evidence("장애인증명서", issued_on="2019년 09월 20일")).status is Status.MATCH


def test_a_paper_that_ended_before_the_notice_waits() -> None:
    ended = evidence("장애인증명서", valid_until="2019-09-19")
    assert verdict_on(DISABLED, ended).status is Status.UNREADABLE
    assert verdict_on(DISABLED, evidence("장애인증명서", valid_until="2020-09-19")).status is Status.MATCH


@pytest.mark.parametrize("field", ["name", "title"])
def test_what_proves_must_be_agreed(field: str) -> None:
    once = spoiled(evidence("장애인증명서"), field, "홍길동" if field == "name" else "장애인증명서")
    assert verdict_on(DISABLED, once).status is Status.UNREADABLE
    assert verdict_on(DISABLED, without(evidence("장애인증명서"), field)).status is Status.UNREADABLE


def test_a_syllable_that_no_reader_knows_never_proves_a_status() -> None:
    assert verdict_on(DISABLED, evidence("장애인증명서", name="김쁑수"), name="김쁑수").status is Status.UNREADABLE


def test_handwriting_never_proves_a_status() -> None:
    found = evidence("장애인증명서")
    written = replace(
        found,
        fields=tuple(replace(entry, handwritten=True) if entry.field == "name" else entry for entry in found.fields),
    )
    assert verdict_on(DISABLED, written).status is Status.UNREADABLE


def test_a_status_that_no_paper_proves_waits() -> None:
    verdict = verdict_on({"id": "st-1", "kind": "status", "status": "고용디딤돌"}, evidence("장애인증명서"))
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.NEEDS_PERSON in codes(verdict)


def test_a_paper_that_contradicts_itself_proves_nothing() -> None:
    broken = evidence("장애인증명서", birth_date="2020.03.15", acquired_on="2010.01.01")
    assert verdict_on(DISABLED, broken).status is Status.UNREADABLE
    whole = replace(evidence("장애인증명서"), broken=("TEXT_LAYER",))
    assert verdict_on(DISABLED, whole).status is Status.UNREADABLE


def test_an_evidence_paper_is_no_certificate() -> None:
    claim = {
        "id": "c",
        "kind": "certificate",
        "title": "토목기사",
        "number": "18201234567A",
        "acquired_on": "2018-08-17",
    }
    assert codes(verdict_on(claim, evidence("장애인증명서"), uploaded_as=Family.EVIDENCE)) == {ReasonCode.WRONG_PAPER}


def test_a_mismatch_shows_no_undeclared_fields() -> None:
    verdict = verdict_on(DISABLED, evidence("장애인증명서"), name="김철수")
    assert all(entry.declared for entry in verdict.fields)


def test_the_issue_date_is_kept_though_nobody_declared_it() -> None:
    found = evidence("졸업증명서")
    assert found.field("issued_on") == cell("issued_on", *["2019년 10월 16일"] * 3)
    entry = next(entry for entry in verdict_on(SCHOOL, found).fields if entry.field == "issued_on")
    assert (entry.declared, entry.read, entry.page) == (None, "2019-10-16", 1)
