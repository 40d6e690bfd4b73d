"""Statuses: what a machine may weigh of an evidence paper, and what only a person can (relationships, parents, farms).

A paper proves a status by machine only where it alone says that the named person has it, and is issued for that. Every
other paper helps staff: whatever was read is shown, and nothing on it fails anybody, for a parent's paper carries the
parent's name and birth date.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from services.verify.evidence import FieldEvidence, PaperEvidence
from services.verify.judging.agreement import shown
from services.verify.judging.comparison import Compared, compare, for_person
from services.verify.judging.expectation import Expectation
from services.verify.judging.invariants import agreed_value
from services.verify.judging.verdict import FieldStatus, FieldVerdict

OF_APPLICANT = frozenset(
    {"취업지원대상자증명서", "장애인증명서", "졸업증명서", "졸업예정증명서", "주민등록초본", "PROFESSIONAL"}
)
"""Papers that are about the applicant and nobody else: another name on them is a mismatch."""
PROVING = frozenset({"취업지원대상자증명서", "장애인증명서", "국민기초생활수급자증명서"})
"""Papers that alone prove the status of whom they name; 수급자증명서 may name a parent, then staff decide (G32)."""


def identity_of(compared: Sequence[Compared], evidence: PaperEvidence) -> tuple[Compared, ...]:
    """The person `compared`; where the paper may be about a parent, a difference is shown and fails nobody."""
    if evidence.paper in OF_APPLICANT:
        return tuple(compared)
    return tuple(
        Compared(replace(entry.verdict, verdict=FieldStatus.UNREADABLE), None)
        if entry.status in (FieldStatus.MISMATCH, FieldStatus.UNREADABLE)
        else entry
        for entry in compared
    )


def judge_status(expected: Expectation, evidence: PaperEvidence, proven: bool) -> tuple[Compared, ...]:
    """The status and its rate on `evidence`.

    `proven` says whether the name was agreed to be the applicant's, and nothing else speaks against the paper.
    """
    compared = []
    status, rate = expected.fields.get("status"), expected.fields.get("rate")
    if rate:
        compared.append(compare("rate", rate, evidence.field("rate")))
    proves = _alone_proves(expected, evidence) and proven and not _undeclared_rate(rate, evidence)
    if status:
        settled = proves and all(entry.status is FieldStatus.MATCH for entry in compared)
        compared.insert(0, _status(status, evidence) if settled else for_person("status", status))
    return tuple(compared)


def read_only(evidence: PaperEvidence, compared: Collection[str]) -> tuple[Compared, ...]:
    """What stands on the paper besides what was declared, for people to look at."""
    return tuple(
        Compared(_shown(entry, value), None)
        for entry in evidence.fields
        if entry.field not in compared and (value := shown(entry.field, entry.readings)) is not None
    )


def _alone_proves(expected: Expectation, evidence: PaperEvidence) -> bool:
    """Whether this paper is all that the status needs, and says so in its agreed title."""
    paper = evidence.paper or ""
    alone = len(expected.needs) == 1 and expected.needs[0] == {paper}
    return alone and paper in PROVING and agreed_value(evidence, "title") == paper


def _undeclared_rate(declared: str | None, evidence: PaperEvidence) -> bool:
    return not declared and evidence.field("rate") is not None


def _status(declared: str, evidence: PaperEvidence) -> Compared:
    title = evidence.field("title")
    page, box = (title.page, title.box) if title else (None, None)
    return Compared(FieldVerdict("status", declared, evidence.paper, FieldStatus.MATCH, page, box), None)


def _shown(entry: FieldEvidence, value: str) -> FieldVerdict:
    return FieldVerdict(entry.field, None, value, FieldStatus.UNREADABLE, entry.page, entry.box)
