"""`GET /v1/keys/{key_id}`: who gets a key, who does not, and what is written down of it."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from services.common.clock import FixedClock
from services.common.keys.grants import Grants
from services.web.app import create_app
from services.web.keys import keys_router
from tests.unit.common.examples import NOW, keys, sealer

SUBJECT = "2019-grade5/1"


class Door:
    """The route on a key store with one applicant and one grant."""

    def __init__(self, folder: Path) -> None:
        self.sealer = sealer(folder)
        self.grants = Grants(keys(folder), FixedClock(NOW))
        self.token = self.grants.grant("reporting")
        self.key_id = self.sealer.seal(SUBJECT, "a", b"x")[1:17].hex()
        self.app = create_app([keys_router(self.grants, self.sealer)])

    def get(self, key_id: str | None = None, authorization: str | None = None) -> httpx.Response:
        given = f"Bearer {self.token}" if authorization is None else authorization

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://docintake") as client:
                return await client.get(f"/v1/keys/{key_id or self.key_id}", headers={"Authorization": given})

        return asyncio.run(send())


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


def assert_refused(answer: httpx.Response, status: int, code: str) -> None:
    body = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.status_code, body["code"]) == (status, code)
    assert any("가" <= character <= "힣" for character in body["detail_ko"])
    assert body["detail_en"].isascii()


def test_who_has_a_grant_gets_the_key_and_no_cache_keeps_it(door: Door) -> None:
    answer = door.get()
    assert answer.status_code == 200
    key = door.sealer.sealing_key(door.key_id)
    assert key is not None
    assert answer.json() == {"key_id": door.key_id, "key": base64.b64encode(key).decode()}
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer x", "Basic {token}", "{token}", "Bearer {token}x"])
def test_nobody_else_does(door: Door, authorization: str) -> None:
    answer = door.get(authorization=authorization.format(token=door.token))
    assert_refused(answer, 401, "UNAUTHENTICATED")
    assert "WWW-Authenticate" in answer.headers


def test_a_revoked_grant_is_told_so(door: Door) -> None:
    door.grants.revoke("reporting")
    assert_refused(door.get(), 403, "FORBIDDEN")


@pytest.mark.parametrize("key_id", ["0" * 32, "x", "A" * 32, "0" * 31, "홍길동"])
def test_there_is_no_key_of_another_id(door: Door, key_id: str) -> None:
    assert_refused(door.get(key_id), 404, "NOT_FOUND")


def test_after_an_erasure_the_key_is_gone(door: Door) -> None:
    assert door.get().status_code == 200
    door.sealer.destroy(SUBJECT)
    assert_refused(door.get(), 410, "ERASED")


def test_each_answer_is_one_line_with_grant_and_key_id_and_no_secret(door: Door) -> None:
    with capture_logs() as lines:
        key = door.get().json()["key"]
        door.get("0" * 32)
        door.get("홍길동")
        door.sealer.destroy(SUBJECT)
        door.get()
    told = [(line["event"], line["grant"], line["key_id"], line["status"]) for line in lines]
    assert told == [
        ("key handed out", "reporting", door.key_id, 200),
        ("key refused", "reporting", "0" * 32, 404),
        ("key refused", "reporting", "malformed", 404),
        ("key refused", "reporting", door.key_id, 410),
    ]
    assert key not in str(lines)
    assert door.token not in str(lines)
