"""Certificates and evidence papers as scans, photos and PDF, read by the real engines and judged.

What was declared truly is never a mismatch, and what was declared otherwise never a match.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

import specimens
from services.announcement.declaration import Declaration
from services.announcement.load import load_announcement
from services.verify.agreement import agreed
from services.verify.evidence import Family, PaperEvidence
from services.verify.judging.judge import judge
from services.verify.judging.verdict import Status, Verdict
from services.verify.reading.engine.choose import open_engine
from services.verify.reading.engine.port import Engine
from services.verify.reading.read import read_paper
from services.verify.values import canonical, same, unsupported

SEED = 11
FIELDS = ("title", "grade", "number", "acquired_on", "issued_on", "valid_until", "issuer")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("pytesseract")


def read(
    engine: Engine, paper: str, layout: str, wear: str, seed: int = SEED
) -> tuple[specimens.Specimen, PaperEvidence]:
    drawn = specimens.draw(paper, specimens.values(paper, seed), seed=seed, layout=layout)
    files = (
        [drawn.pdf()]
        if wear == "digital"
        else [specimens.encode([specimens.degrade(page, wear, seed)], "jpeg") for page in drawn.pages]
    )
    return drawn, read_paper(files, engine).evidence


def verdict(claim: Mapping[str, Any], name: str, evidence: PaperEvidence) -> Verdict:
    body = {
        "announcement": "2019-grade5",
        "name": name,
        "field": "토목일반",
        "track": "전국일반",
        "claims": [dict(claim)],
    }
    declaration = Declaration.model_validate(body)
    return judge(declaration.claims[0], declaration, evidence, load_announcement("2019-grade5"))


CERTIFICATES = [
    ("KBS_KOREAN", "score-report", "scan300"),
    ("TOKL", "award", "digital"),
    ("PRACTICAL_WRITING", "card", "phone"),
    ("PROFESSIONAL", "registration", "scan300"),
]


@pytest.mark.parametrize(("paper", "layout", "wear"), CERTIFICATES)
def test_a_certificate_is_read_and_its_true_declaration_never_fails(
    engine: Engine, paper: str, layout: str, wear: str
) -> None:
    drawn, evidence = read(engine, paper, layout, wear)
    assert evidence.paper == paper
    values = {truth.field: truth.value for truth in drawn.truth}
    claim = {"id": "c", "kind": "certificate", **{field: values[field] for field in FIELDS if field in values}}
    true = verdict(claim, values["name"], evidence)
    assert true.status is not Status.MISMATCH
    if not unsupported(values["name"]):
        assert true.status is Status.MATCH
    for field, other in (("number", "99-999-9-99999"), ("title", "워드프로세서"), ("acquired_on", "2010-01-02")):
        assert verdict(claim | {field: other}, values["name"], evidence).status is not Status.MATCH


EVIDENCE = [
    ("취업지원대상자증명서", "online", "scan300"),
    ("장애인증명서", "window", "digital"),
    ("가족관계증명서", "detailed", "scan300"),
    ("졸업예정증명서", "university", "jpeg150"),
    ("신고어업증명서", "online", "digital"),
]


@pytest.mark.parametrize(("paper", "layout", "wear"), EVIDENCE)
def test_an_evidence_paper_is_recognised_and_read(engine: Engine, paper: str, layout: str, wear: str) -> None:
    drawn, evidence = read(engine, paper, layout, wear)
    assert (evidence.paper, evidence.family) == (paper, Family.EVIDENCE)
    right, wrong = 0, []
    truths = [truth for truth in drawn.truth if truth.field != "document_no" and not unsupported(truth.value)]
    for truth in truths:
        field = evidence.field(truth.field)
        value = agreed(truth.field, field.readings) if field else None
        if value is not None and same(truth.field, canonical(truth.field, truth.value) or "", value):
            right += 1
        elif value is not None and truth.field in ("name", "birth_date", "title", "rate"):
            wrong.append((truth.field, truth.printed, value))
    assert wrong == []
    assert right >= 0.8 * len(truths)


def test_the_rate_of_a_veteran_decides_the_claim(engine: Engine) -> None:
    seed = next(
        seed
        for seed in range(SEED, SEED + 20)
        if not unsupported(specimens.values("취업지원대상자증명서", seed)["name"])
    )
    drawn, evidence = read(engine, "취업지원대상자증명서", "window", "digital", seed)
    values = {truth.field: truth.value for truth in drawn.truth}
    claim = {"id": "s", "kind": "status", "status": "취업지원대상자", "rate": values["rate"]}
    assert verdict(claim, values["name"], evidence).status is Status.MATCH
    other = {"5": "10", "10": "5"}[values["rate"]]
    assert verdict(claim | {"rate": other}, values["name"], evidence).status is Status.MISMATCH
    assert (
        verdict({"id": "s", "kind": "status", "status": "장애인"}, values["name"], evidence).status is Status.MISMATCH
    )
