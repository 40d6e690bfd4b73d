"""Seeing a resident number: only with the right, only with a reason, and always on the record."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from services.verify.evidence import PageEvidence
from services.verify.review.sessions import FAILURES, WITHIN
from services.verify.review.tables import UNMASKINGS
from services.verify.review.unmasking import UnmaskRight
from tests.unit.verify.review.desk import SUBJECT, UNMASK_PASSWORD, Browser, Desk, erased, judged, read, wrong_paper

PAPER = "/review/papers/doc-1"
ADDRESS = f"{PAPER}/pages/1/unmasked"
REASON = "동명이인 확인"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.open(tmp_path)
    name, _ = desk.picture()
    png = io.BytesIO()
    Image.new("RGB", (40, 20), (200, 10, 10)).save(png, "PNG")
    patch = {"box": [100, 200, 140, 220], "png": base64.b64encode(png.getvalue()).decode()}
    beneath = desk.world.blobs.put(SUBJECT, json.dumps({"patches": [patch]}).encode())
    evidence = replace(wrong_paper(), pages=(PageEvidence(1, 1000, 1400, name, beneath), PageEvidence(2, 10, 10, name)))
    desk.handle(read(evidence=evidence), judged(evidence=evidence))
    return desk


def asked(browser: Browser, **changes: str) -> dict[str, str]:
    (token,) = set(re.findall(r'name="token" value="([^"]+)"', browser.get(PAPER).text))
    return {"token": token, "password": UNMASK_PASSWORD, "reason": REASON} | changes


def looks(desk: Desk) -> int:
    with desk.world.database.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(UNMASKINGS)).scalar_one()


def test_with_the_right_and_a_reason_the_page_is_shown_and_the_look_is_in_the_audit_trail(desk: Desk) -> None:
    browser = desk.browser()
    answer = browser.post(ADDRESS, asked(browser))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["cache-control"] == "no-store"
    with Image.open(io.BytesIO(answer.content)) as page:
        assert (page.size, page.getpixel((120, 210)), page.getpixel((50, 50))) == (
            (1000, 1400),
            (200, 10, 10),
            (255,) * 3,
        )
    trail = browser.get(PAPER).text
    assert "주민등록번호 열람: 1쪽" in trail
    assert f"김심사: {REASON}" in trail


def test_the_number_itself_is_not_recorded_as_the_reason(desk: Desk) -> None:
    browser = desk.browser()
    assert browser.post(ADDRESS, asked(browser, reason="900101-2987654 대조")).status_code == 200
    trail = browser.get(PAPER).text
    assert "900101-******* 대조" in trail
    assert "2987654" not in trail


def test_only_a_page_that_hides_something_offers_it(desk: Desk) -> None:
    page = desk.browser().get(PAPER).text
    assert page.count("/unmasked") == 1
    assert ADDRESS in page


@pytest.mark.parametrize(
    ("changes", "status"),
    [({"password": "wrong"}, 403), ({"password": ""}, 403), ({"reason": " "}, 422), ({"token": "x"}, 403)],
)
def test_without_right_reason_or_session_nothing_is_shown(desk: Desk, changes: dict[str, str], status: int) -> None:
    browser = desk.browser()
    answer = browser.post(ADDRESS, asked(browser, **changes))
    assert answer.status_code == status
    assert "image" not in answer.headers["content-type"]
    assert looks(desk) == 0


@pytest.mark.parametrize("page", ["2", "3", "x", "0"])
def test_a_page_without_anything_beneath_is_not_there(desk: Desk, page: str) -> None:
    browser = desk.browser()
    assert browser.post(f"{PAPER}/pages/{page}/unmasked", asked(browser)).status_code == 404
    assert looks(desk) == 0


def test_who_is_not_logged_in_is_led_to_the_login(desk: Desk) -> None:
    for answer in (desk.browser(logged_in=False).post(ADDRESS, {}), desk.browser(logged_in=False).get(ADDRESS)):
        assert answer.status_code == 303
        assert "/review/login" in answer.headers["location"]


def test_by_its_address_alone_nothing_is_shown(desk: Desk) -> None:
    answer = desk.browser().get(ADDRESS)
    assert (answer.status_code, answer.headers["location"]) == (303, PAPER)


def test_the_ordinary_picture_stays_as_it_is(desk: Desk) -> None:
    browser = desk.browser()
    browser.post(ADDRESS, asked(browser))
    with Image.open(io.BytesIO(browser.get(f"{PAPER}/pages/1").content)) as page:
        assert page.convert("RGB").getpixel((120, 210)) == (255, 255, 255)


def test_after_too_many_wrong_passwords_even_the_right_one_waits(desk: Desk) -> None:
    right = UnmaskRight("right", desk.world.clock)
    assert [right.has("wrong") for _ in range(FAILURES)] == [False] * FAILURES
    assert not right.has("right")
    desk.world.clock.advance(WITHIN + timedelta(seconds=1))
    assert right.has("right")


def test_an_erasure_takes_the_record_of_looks_with_it(desk: Desk) -> None:
    browser = desk.browser()
    browser.post(ADDRESS, asked(browser))
    assert looks(desk) == 1
    desk.handle(erased())
    assert looks(desk) == 0
