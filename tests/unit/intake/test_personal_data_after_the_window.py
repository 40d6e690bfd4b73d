"""§8: birth date, sex and schools are collected after the document result, when declarations have long been closed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from services.announcement.model import Window, Windows
from tests.unit.intake.desk import NOON, Desk, open_desk

CLOSED = timedelta(days=1)
COLLECTED = timedelta(days=10)
COLLECTED_UNTIL = timedelta(days=12)
FACTS = {"sex": "F", "schools": [{"level": "대학교", "region": "전라남도", "state": "졸업"}], "military": "이행"}
LOCAL = {"id": "local", "kind": "status", "status": "이전지역인재"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Somebody has declared; then declarations closed."""
    windows = Windows(
        declaration=Window(closes=NOON + CLOSED),
        personal_data=Window(opens=NOON + COLLECTED, closes=NOON + COLLECTED_UNTIL),
    )
    desk = open_desk(tmp_path, windows=windows)
    assert desk.declare().json()["version"] == 1
    return desk


def claims(desk: Desk) -> list[dict[str, object]]:
    from tests.unit.intake.desk import declaration

    found: list[dict[str, object]] = declaration()["claims"]
    return found


@pytest.mark.parametrize("changes", [{"birth_date": "1994-03-15"}, {"facts": FACTS}, {}])
def test_personal_data_come_in_after_declarations_have_closed(desk: Desk, changes: dict[str, object]) -> None:
    desk.clock.advance(COLLECTED)
    answer = desk.declare(**(changes or {"claims": [*claims(desk), LOCAL]}))
    assert (answer.status_code, answer.json().get("version")) == (200, 2)
    assert [event.version for event in desk.events("intake.declarations")] == [1, 2]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "홍길순"},
        {"field": "경상"},
        {"claims": []},
        {"claims": [{"id": "cert-1", "kind": "certificate", "title": "토목기사", "number": "1"}]},
        {"claims": [{"id": "st", "kind": "status", "status": "저소득층"}]},
    ],
)
def test_nothing_else_may_change_with_them(desk: Desk, changes: dict[str, object]) -> None:
    desk.clock.advance(COLLECTED)
    answer = desk.declare(facts=FACTS, **changes)
    assert (answer.status_code, answer.json()["code"]) == (409, "DECLARATION_CLOSED")
    assert desk.request("GET", "/v1/applicants/A-1").json()["version"] == 1


def test_who_has_not_declared_comes_too_late_for_that(desk: Desk) -> None:
    desk.clock.advance(COLLECTED)
    answer = desk.declare("A-2", facts=FACTS)
    assert (answer.status_code, answer.json()["code"]) == (409, "DECLARATION_CLOSED")


@pytest.mark.parametrize(
    ("after", "status", "code"),
    [
        (COLLECTED - timedelta(seconds=1), 422, "INVALID_FIELD"),
        (COLLECTED, 200, None),
        (COLLECTED_UNTIL - timedelta(seconds=1), 200, None),
        (COLLECTED_UNTIL, 422, "INVALID_FIELD"),
    ],
)
def test_only_while_they_are_collected(desk: Desk, after: timedelta, status: int, code: str | None) -> None:
    desk.clock.advance(after)
    answer = desk.declare(facts=FACTS)
    assert (answer.status_code, answer.json().get("code")) == (status, code)


def test_a_window_that_is_not_set_lets_nobody_past_the_other(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, windows=Windows(declaration=Window(closes=NOON + CLOSED)))
    desk.declare()
    desk.clock.advance(COLLECTED)
    assert desk.declare(facts=FACTS).json()["code"] == "DECLARATION_CLOSED"
