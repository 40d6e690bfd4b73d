"""An invented institution with other fields, tests and points: nothing of krc-2019 is in the code."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from services.announcement.declaration import InvalidDeclaration, parse_declaration
from services.announcement.load import AnnouncementError, load_announcement
from services.announcement.model import Announcement
from services.score.rules.claimstate import ClaimState
from services.score.rules.score import Score, score, to_json

FILES = Path(__file__).parent / "another_institution"


@cache
def harbour() -> Announcement:
    return load_announcement("2031-harbour", FILES)


def scored(*claims: dict[str, Any], field: str = "항만운영", track: str = "공개", **changes: Any) -> Score:
    numbered = [{"id": f"c-{number}"} | claim for number, claim in enumerate(claims)]
    body = {"announcement": "2031-harbour", "name": "Kim", "field": field, "track": track, "claims": numbered}
    declaration = parse_declaration(body | changes, harbour(), now=None)
    return score(declaration, {claim.id: ClaimState.PASSED for claim in declaration.claims}, harbour())


def goethe(level: str) -> dict[str, Any]:
    return {"kind": "language", "test": "GOETHE", "level": level, "test_date": "2030-05-05"}


def certificate(title: str) -> dict[str, Any]:
    return {"kind": "certificate", "title": title}


ISLANDER = {"kind": "status", "status": "섬거주"}


@pytest.mark.parametrize(
    ("level", "points", "eligible"),
    [("A2", "0.0", False), ("B1", "13.3", True), ("B2", "31.1", True), ("C1", "40.0", True)],
)
def test_its_own_formula_and_unit_count(level, points, eligible):
    result = scored(goethe(level))
    assert (f"{result.language:f}", result.eligible) == (points, eligible)


def test_a_language_result_is_not_required_here():
    assert scored().eligible


@pytest.mark.parametrize(
    ("field", "titles", "points"),
    [
        ("항만운영", ["항해사"], "12.0"),
        ("항만운영", ["소형선박조종사"], "7.2"),
        ("항만운영", ["물류관리사"], "10.0"),
        ("항만운영", ["소형선박조종사", "물류관리사"], "12.0"),
        ("선박기술", ["물류관리사"], "0.0"),
        ("선박기술", ["항해사", "기관사"], "20.0"),
        ("선박기술", ["토목기사"], "0.0"),
    ],
)
def test_its_own_lists_and_caps_count(field, titles, points):
    result = scored(*map(certificate, titles), field=field)
    assert f"{result.certificates:f}" == points
    assert sum(line.points for line in result.explanation) == result.total


def test_its_own_conditions_make_eligible():
    assert [reason.code for reason in scored(field="선박기술").ineligible_reasons] == ["CERTIFICATE_MISSING"]
    assert scored(certificate("기관사"), field="선박기술").eligible
    assert [reason.code for reason in scored(track="섬주민").ineligible_reasons] == ["STATUS_MISSING"]
    stay = {"from": "2029-03-31", "to": None, "area": "섬"}
    assert scored(ISLANDER, track="섬주민", facts={"residence": [stay]}).eligible
    short = stay | {"from": "2029-04-01"}
    assert not scored(ISLANDER, track="섬주민", facts={"residence": [short]}).eligible


def test_its_own_bonuses_count_up_to_its_own_cap():
    assert f"{scored(ISLANDER).bonus:f}" == "2.5"
    assert f"{scored(ISLANDER, goethe('B2')).bonus:f}" == "3.0"
    assert f"{scored(goethe('B1')).bonus:f}" == "0.0"


def test_no_word_of_the_shipped_book_appears_in_its_answer():
    result = scored(goethe("C1"), certificate("항해사"), certificate("운전면허"), ISLANDER)
    text = str(to_json(result))
    for word in ("TOEIC", "붙임", "§", "krc", "850", "정기"):
        assert word not in text
    assert (result.rulebook, result.rulebook_version) == ("harbour", "7")


@pytest.mark.parametrize(
    ("claim", "path"),
    [
        ({"kind": "language", "test": "TOEIC"}, "claims[0].test"),
        ({"kind": "language", "test": "SEA", "score": "20.3"}, "claims[0].score"),
        ({"kind": "status", "status": "장애인"}, "claims[0].status"),
    ],
)
def test_what_only_the_shipped_book_knows_is_unknown_here(claim, path):
    with pytest.raises(InvalidDeclaration) as caught:
        scored(claim)
    assert [error.field for error in caught.value.errors] == [path]


def test_the_shipped_announcement_is_not_among_its_files():
    with pytest.raises(AnnouncementError, match="there are: 2031-harbour"):
        load_announcement("2019-grade5", FILES)
