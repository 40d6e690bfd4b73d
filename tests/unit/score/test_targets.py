"""Targets (rules 67–70): how many a target asks for, and whom it takes for a local."""

from __future__ import annotations

from decimal import Decimal

import pytest

from services.score.stages.entry import traits_of
from services.score.stages.targets import required
from tests.unit.score.applicants import Body, announcement, declare, status, toeic

PRACTICE = announcement().model_copy(
    update={"options": announcement().options.model_copy(update={"target_rounding": "practice"})}
)


@pytest.mark.parametrize(
    ("places", "percent", "up", "practice"),
    [(5, "20", 1, 1), (9, "20", 2, 1), (9, "21", 2, 1), (10, "21", 3, 2), (13, "20", 3, 3), (122, "20", 25, 24)],
)
def test_how_many_a_target_asks_for(places: int, percent: str, up: int, practice: int) -> None:
    assert required(places, Decimal(percent), announcement()) == up
    assert required(places, Decimal(percent), PRACTICE) == practice


@pytest.mark.parametrize(("claims", "local"), [((toeic(), status("이전지역인재")), True), ((toeic(),), None)])
def test_without_schools_a_local_is_who_claims_to_be_one(claims: tuple[Body, ...], local: bool | None) -> None:
    assert traits_of(declare(*claims), announcement())[1] is local
