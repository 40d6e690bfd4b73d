"""The operators' page in a browser, beside the staff console whose header it shares."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.common.errors import Retryable
from services.ops.lag import Snapshot
from services.ops.web import router
from services.verify.review.web import signed_in
from tests.unit.verify.review.desk import Browser, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.open(tmp_path)
    quiet = Snapshot(datetime(2019, 9, 25, tzinfo=UTC), (), (), (), (), {})
    desk.app.include_router(router(lambda: quiet, signed_in(desk.sessions)))
    return desk


def header(browser: Browser, path: str) -> str:
    """The header of a page, but for which section is the present one."""
    found = re.search(r"<header.*?</header>", browser.get(path).text, re.DOTALL)
    assert found is not None
    return found[0].replace(' aria-current="page"', "")


def test_the_page_has_the_header_of_the_console_with_who_is_signed_in(desk: Desk) -> None:
    browser = desk.browser()
    assert header(browser, "/ops") == header(browser, "/review")
    assert "김심사" in header(browser, "/ops")
    assert re.search(r'href="/ops" aria-current="page"', browser.get("/ops").text)


def test_staff_log_out_from_the_operators_page(desk: Desk) -> None:
    browser = desk.browser()
    found = re.search(r'name="token" value="([^"]+)"', browser.get("/ops").text)
    assert found is not None
    assert browser.post("/review/logout", data={"token": found[1]}).status_code == 303
    assert browser.get("/ops").headers["location"] == "/review/login?next=%2Fops"


def test_who_is_not_signed_in_sees_nothing(desk: Desk) -> None:
    answer = desk.browser(logged_in=False).get("/ops")
    assert answer.status_code == 303
    assert "Kafka" not in answer.text


def test_without_the_cluster_the_page_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    def away() -> Snapshot:
        raise Retryable("no broker")

    (tmp_path / "alone").mkdir()
    alone = Desk.open(tmp_path / "alone")
    alone.app.include_router(router(away, signed_in(alone.sessions)))
    answer = alone.browser().get("/ops")
    assert answer.status_code == 503
    assert "브로커를 확인하십시오" in answer.text
    assert "김심사" in answer.text


def test_an_unknown_address_under_the_operators_page_is_a_page_too(desk: Desk) -> None:
    answer = desk.browser().get("/ops/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "/ops" in answer.text
