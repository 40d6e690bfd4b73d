"""Language reports as digital PDF and as scan, read by the real engines from drawn specimens.

A field may be read right, or be left undecided; a wrong value on which readers agree is never allowed.
"""

from __future__ import annotations

import pytest

import specimens
from services.verify.agreement import agreed
from services.verify.evidence import Family, PaperEvidence
from services.verify.reading.engine.choose import open_engine
from services.verify.reading.engine.port import Engine
from services.verify.reading.read import read_paper
from services.verify.values import canonical, same, unsupported

SEED = 4711
ON_PAPER_ONLY = {"serial_no", "report_no", "rank"}
KINDS = ("TOEIC_S", "JPT", "BCT", "FLEX_FR", "FLEX_ES", "DELF", "DELE")
CASES = [
    (paper, specimens.layouts_of(paper, sealed=False)[place % 2], ("scan300", "digital")[place % 2])
    for place, paper in enumerate(KINDS)
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("pytesseract")


def read(engine: Engine, drawn: specimens.Specimen, wear: str) -> PaperEvidence:
    if wear == "digital":
        files = [drawn.pdf()]
    else:
        files = [specimens.encode([specimens.degrade(page, wear, SEED)], "jpeg") for page in drawn.pages]
    return read_paper(files, engine, hint=Family.LANGUAGE_REPORT).evidence


@pytest.mark.parametrize(("paper", "layout", "wear"), CASES)
def test_a_report_is_recognised_and_read(engine: Engine, paper: str, layout: str, wear: str) -> None:
    drawn = specimens.draw(paper, specimens.values(paper, SEED), seed=SEED, layout=layout)
    evidence = read(engine, drawn, wear)
    assert evidence.paper == paper
    right, wrong, unsure = [], [], []
    for truth in drawn.truth:
        if truth.field in ON_PAPER_ONLY or unsupported(truth.value):
            continue
        field = evidence.field(truth.field)
        value = agreed(truth.field, field.readings) if field else None
        if value is None:
            unsure.append(truth.field)
        elif same(truth.field, canonical(truth.field, truth.value) or "", value):
            right.append(truth.field)
        else:
            wrong.append((truth.field, truth.printed, value))
    assert wrong == []
    assert len(right) >= 0.8 * (len(right) + len(unsure)), unsure
    assert {"test_date", "registration_no"} <= {*right, *unsure}


@pytest.mark.parametrize(("paper", "layout"), [("TOEIC", "official-report"), ("HSK", "korean-office")])
def test_a_report_on_its_head_is_turned_though_its_heading_is_known_upside_down(
    engine: Engine, paper: str, layout: str
) -> None:
    values = specimens.values(paper, SEED)
    evidence = read(engine, specimens.draw(paper, values, seed=SEED, layout=layout), "rotate180")
    score = evidence.field("score")
    assert evidence.paper == paper
    assert score is not None
    assert agreed("score", score.readings) == values["score"]
