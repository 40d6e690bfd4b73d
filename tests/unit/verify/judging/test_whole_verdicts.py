"""Verdicts as a whole: every field with its place, every reason in both languages, and what a decision would settle.

Where one is changed on purpose: `DOCINTAKE_REWRITE=1 pytest …/test_whole_verdicts.py`, and read the difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from services.verify.evidence import Family, FieldEvidence, PaperEvidence, TableEvidence, Unread
from services.verify.judging.basis import basis
from services.verify.judging.handlers import worded
from services.verify.judging.judge import judge
from services.verify.judging.verdict import Verdict
from tests.unit.verify.judging.papers import (
    CAREER,
    CERTIFICATE,
    RECORDS,
    TOEIC,
    announcement,
    award,
    career_form,
    declared,
    paper,
    row,
    spoiled,
    toeic,
    without,
)

EXPECTED = Path(__file__).parent / "whole_verdicts.json"
TEPS = {
    "id": "lang-1", "kind": "language", "test": "TEPS", "score": "602", "test_date": "2018-05-11",
    "registration_no": "4183926",
}  # fmt: skip
HSK = {"id": "lang-1", "kind": "language", "test": "HSK", "level": "4급", "score": "240", "test_date": "2018-10-14"}
KOREAN = CERTIFICATE | {"title": "KBS한국어능력", "grade": "2+급", "number": "2018-12345"}
OFFICE = CERTIFICATE | {"title": "컴퓨터활용능력", "grade": "1급", "number": "17-K9-028416", "issuer": "대한상공회의소"}
VETERAN = {"id": "st-1", "kind": "status", "status": "취업지원대상자", "rate": "10"}
POOR = {"id": "st-1", "kind": "status", "status": "저소득층"}
FARMER = {"id": "st-1", "kind": "status", "status": "농어업인자녀"}
BLANK = {f"confirmation.{column}.{name}": "" for column in ("hr", "business") for name in ("department", "person",
         "phone", "issue_no")}  # fmt: skip


def placed(evidence: PaperEvidence) -> PaperEvidence:
    """`evidence` with a place of its own for each field, so that none can stand for another."""

    def at(field: FieldEvidence, number: int) -> FieldEvidence:
        return replace(field, page=1 + number % 3, box=(number, 10 * number, 100 + number, 200 + number))

    fields = tuple(at(field, number) for number, field in enumerate(evidence.fields, 1))
    tables = tuple(
        replace(
            table,
            rows=tuple(
                tuple(at(field, 50 + 10 * line + number) for number, field in enumerate(cells))
                for line, cells in enumerate(table.rows)
            ),
        )
        for table in evidence.tables
    )
    return replace(evidence, fields=fields, tables=tables)


def teps(kind: str = "TEPS", **values: str) -> PaperEvidence:
    printed = {"name": "홍길동", "name_latin": "HONG GILDONG", "score": "602", "registration_no": "4183926"}
    return paper(kind, Family.LANGUAGE_REPORT, printed | values, not_printed=("announced_on", "level"))


def hsk(**values: str) -> PaperEvidence:
    printed = {"name": "홍길동", "name_latin": "HONG GILDONG", "level": "四级", "score": "240"}
    return paper("HSK", Family.LANGUAGE_REPORT, printed | {"test_date": "2018-10-14"} | values)


def certificate(kind: str, **values: str) -> PaperEvidence:
    printed = {"name": "홍길동", "acquired_on": "2018-08-17"}
    return paper(kind, Family.CERTIFICATE, printed | values, not_printed=("name_latin",))


def record(*rows: Mapping[str, str], complete: bool = True) -> PaperEvidence:
    table = TableEvidence("certificates", tuple(row(values) for values in rows), complete)
    return replace(certificate("NQ_RECORD", issued_on="2019-10-21"), tables=(table,))


def proof(kind: str, **values: str) -> PaperEvidence:
    printed = {"title": kind, "name": "홍길동", "number": "30-327442", "issued_on": "2019-10-16"}
    return paper(kind, Family.EVIDENCE, printed | values, not_printed=("name_latin",))


def lost(unread: Unread | None) -> PaperEvidence:
    return PaperEvidence(None, None, unread, ())


def handwritten(field: str) -> PaperEvidence:
    return spoiled(award(), field, *[{"number": "18201234567A"}[field]] * 3, handwritten=True)


BARE = [{name: value for name, value in one.items() if name != "duty"} for one in RECORDS]


def half_unread() -> PaperEvidence:
    """The right career, of whose second row a single reader saw the days."""
    form = career_form()
    first, second = form.tables[0].rows
    unread = tuple(
        replace(field, readings=field.readings[:1]) if field.field in ("from", "to") else field for field in second
    )
    return replace(form, tables=(replace(form.tables[0], rows=(unread, first)),))


RIGHT = {"title": "토목기사", "number": "18201234567A", "acquired_on": "2018.08.17"}
OTHER = {"title": "건축기사", "number": "16201111111B", "acquired_on": "2016.05.20"}

CASES: dict[str, tuple[Mapping[str, Any], PaperEvidence, Mapping[str, Any]]] = {
    "the right report": (TOEIC, toeic(), {}),
    "a score five points off": (TOEIC | {"score": "850"}, toeic(), {}),
    "a score left empty": (TOEIC | {"score": None}, toeic(), {}),
    "a report of somebody else": (TOEIC, toeic(name_latin="KIM CHULSOO"), {}),
    "a date that two readers see differently": (TOEIC, spoiled(toeic(), "test_date", "2018/05/13", "2018/05/18"), {}),
    "a place that was not found": (TOEIC, without(toeic(), "score"), {}),
    "sections that do not add up": (TOEIC, toeic(sections_reading="410"), {}),
    "a score off the grid": (TOEIC, toeic(score="843"), {}),
    "a section out of range": (TOEIC, toeic(sections_listening="500"), {}),
    "a day before one's birth": (TOEIC, toeic(birth_date="2018/06/01"), {"birth_date": "1994-03-15"}),
    "text hidden in the file": (TOEIC, replace(toeic(), broken=("TEXT_LAYER",)), {}),
    "issued too early": (TOEIC, toeic(issued_on="2019-09-19"), {}),
    "published too late": ({**TOEIC, "announced_on": None}, toeic(announced_on="2019-09-21"), {}),
    "another report": (TOEIC, teps(test_date="2018-05-11"), {}),
    "the old TEPS": (TEPS, teps(test_date="2018-05-11"), {}),
    "TEPS of an unread day": (TEPS, teps(), {}),
    "TEPS on the form of the new one, of an unread day": (TEPS, teps("NEW_TEPS"), {}),
    "TEPS on the form of the new one": (TEPS, teps("NEW_TEPS", test_date="2018-05-12"), {}),
    "a report without its test declared": (TEPS | {"test": None}, teps(test_date="2018-05-11"), {}),
    "a level": (HSK, hsk(), {}),
    "a level that there is not": (HSK, hsk(level="七级"), {}),
    "a blank page": (TOEIC, lost(Unread.BLANK), {}),
    "nothing that is known": (TOEIC, lost(Unread.UNRECOGNISED), {}),
    "a crash of the reader": (CAREER, lost(Unread.READER_FAILED), {}),
    "no kind of paper": (TOEIC | {"score": None}, lost(None), {}),
    "the right award": (CERTIFICATE, award(), {}),
    "a near name": (CERTIFICATE, award(title="토목산업기사"), {}),
    "a number that looks alike": (CERTIFICATE, award(number="I8201234567A"), {}),
    "a number left empty": (CERTIFICATE | {"number": None}, award(), {}),
    "handwriting": (CERTIFICATE, handwritten("number"), {}),
    "a syllable that nobody knows": (CERTIFICATE, award(name="김쁑수"), {"name": "김쁑수"}),
    "a name that was not found": (CERTIFICATE, without(award(), "name"), {}),
    "an award before its day": (CERTIFICATE, award(issued_on="2018년 08월 16일"), {}),
    "a grade without its sign": (KOREAN, certificate("KBS_KOREAN", title="KBS한국어능력", grade="2급",
                                                     number="2018-12345"), {}),
    "a grade that is not printed": (OFFICE, replace(certificate("KORCHAM", title="컴퓨터활용능력",
                                                                number="17-K9-028416", issuer="대한상공회의소회장"),
                                                    not_printed=("name_latin", "grade")), {}),
    "a grade behind the title": (OFFICE, replace(certificate("KORCHAM", title="컴퓨터활용능력 1급",
                                                             number="17-K9-028416", issuer="대한상공회의소"),
                                                 not_printed=("name_latin", "grade")), {}),
    "a row of a record": (CERTIFICATE, record(OTHER, RIGHT), {}),
    "no row of a record": (CERTIFICATE, record(OTHER), {}),
    "no row of a part of a record": (CERTIFICATE, record(OTHER, complete=False), {}),
    "the right career": (CAREER, career_form(), {}),
    "a career without a company": (CAREER | {"company": None}, career_form(), {}),
    "a record that is not printed": (CAREER, career_form(RECORDS[:1]), {}),
    "a record that may not be found": (CAREER, career_form(RECORDS[:1], complete=False), {}),
    "records of which none is printed": (CAREER, career_form(()), {}),
    "a record of another day": (CAREER, career_form([RECORDS[0], RECORDS[1] | {"to": "2013.04.30"}]), {}),
    "a record left empty": ({**CAREER, "records": [RECORDS[0] | {"from": None}]}, career_form(), {}),
    "nothing confirmed": (CAREER, career_form(**BLANK), {}),
    "half confirmed": (CAREER, career_form(**{"confirmation.business.person": ""}), {}),
    "confirmed without a number": (CAREER, career_form(**{"confirmation.hr.issue_no": "",
                                                          "confirmation.business.issue_no": ""}), {}),
    "employment alone": ({**CAREER, "records": []}, career_form((), **{name: "" for name in BLANK if "business" in name
                                                                       and "issue_no" not in name}), {}),
    "an alarm about the sum": (TOEIC, replace(toeic(), broken=("SECTION_SUM",)), {}),
    "an alarm about the order of days": (TOEIC, replace(toeic(), broken=("DATE_ORDER",)), {}),
    "an alarm about the name and the day": (TEPS, replace(teps(test_date="2018-05-11", test="TEPS"),
                                                          broken=("TEST_NAME_DATE",)), {}),
    "an end of validity": (KOREAN | {"valid_until": "2020-08-16"},
                           certificate("KBS_KOREAN", title="KBS한국어능력", grade="2+급", number="2018-12345",
                                       valid_until="2020-08-16"), {}),
    "an old name in a row": (CERTIFICATE | {"title": "건설기계기사"},
                             record(OTHER, RIGHT | {"title": "건설기계설비기사"}), {}),
    "a report as a certificate": (CERTIFICATE, toeic(), {}),
    "a certificate as a career": (CAREER, award(), {}),
    "records without the duty": (CAREER, replace(career_form([BARE[0], BARE[1]]),
                                                 not_printed=("name_latin", "records.duty")), {}),
    "records without the duty, said otherwise": (CAREER, replace(career_form([BARE[0], BARE[1]]),
                                                                 not_printed=("name_latin", "duty")), {}),
    "the nearest of two rows": (CAREER, career_form([RECORDS[0] | {"project": "다른 사업", "from": "2001.01.01"},
                                                     RECORDS[1] | {"to": "2013.04.30"}, RECORDS[0]]), {}),
    "a row that two records could be": ({**CAREER, "records": [BARE[0], RECORDS[0]]},
                                        career_form([RECORDS[0], BARE[0]]), {}),
    "a row that is half unread": (CAREER, half_unread(), {}),
    "a status": (VETERAN, proof("취업지원대상자증명서", rate="10 %"), {}),
    "a rate of five": (VETERAN, proof("취업지원대상자증명서", rate="5 %"), {}),
    "a status of somebody else": (VETERAN, proof("취업지원대상자증명서", rate="10 %", name="김철수"), {}),
    "a recipient who may be a parent": (POOR, proof("국민기초생활수급자증명서", name="김철수"), {}),
    "a status that ended": (POOR, proof("국민기초생활수급자증명서", valid_until="2019-09-19"), {}),
    "a status on the last day": (POOR, proof("국민기초생활수급자증명서", valid_until="2019-09-20"), {}),
    "an undated status": (POOR, without(proof("국민기초생활수급자증명서"), "issued_on"), {}),
    "a farmer": (FARMER, proof("농업인확인서", birth_date="1961.05.06"), {"birth_date": "1994-03-15"}),
    "a status on a contradictory paper": (POOR, replace(proof("국민기초생활수급자증명서"), broken=("TEXT_LAYER",)), {}),
}  # fmt: skip


def told(claim: Mapping[str, Any], evidence: PaperEvidence, person: Mapping[str, Any]) -> dict[str, Any]:
    """The verdict as it goes on its way, and what a decision on it would settle."""
    evidence = placed(evidence)
    declaration = declared(claim, **person)
    verdict: Verdict = judge(declaration.claims[0], declaration, evidence, announcement())
    whole = {"status": verdict.status.value, **worded(verdict, evidence), "basis": basis("doc-1", verdict)}
    return json.loads(json.dumps(whole, ensure_ascii=False))


def everything() -> dict[str, Any]:
    found = {name: told(*case) for name, case in CASES.items()}
    named = declared(POOR)
    twisted = judge(
        named.claims[0], named, placed(proof("장애인증명서")), announcement(), Family.EVIDENCE, "졸업증명서"
    )
    stray = judge(None, named, placed(award()), announcement())
    for name, verdict in (("another paper than the named one", twisted), ("a claim that nobody made", stray)):
        found[name] = {"status": verdict.status.value, **worded(verdict, award()), "basis": basis("doc-1", verdict)}
    return found


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    verdicts = everything()
    if os.environ.get("DOCINTAKE_REWRITE"):
        EXPECTED.write_text(json.dumps(verdicts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return verdicts


@pytest.mark.parametrize("name", [*CASES, "another paper than the named one", "a claim that nobody made"])
def test_the_whole_verdict(found, name):
    assert found[name] == json.loads(EXPECTED.read_text(encoding="utf-8"))[name]
