"""Programs get a problem answer, and people a page, whatever fails."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from fastapi import APIRouter

from services.common.errors import Retryable
from services.web.app import create_app

PAGES = ("/review", "/review/papers/1", "/score/a/b", "/ops")
SECRET = "홍길동 900315-1234567"


def ask(method: str, path: str, error: Exception) -> httpx.Response:
    routes = APIRouter()

    @routes.api_route("/{path:path}", methods=["GET", "POST"])
    def failing(path: str, number: int = 0) -> None:
        raise error

    app = create_app([routes])

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://docintake") as client:
            return await client.request(method, path)

    return asyncio.run(send())


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("error", "status"), [(Retryable("database: away"), 503), (KeyError(SECRET), 500)])
def test_a_person_gets_a_page_in_both_languages(path: str, error: Exception, status: int):
    answer = ask("GET", path, error)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert ("Retry-After" in answer.headers) is (status == 503)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "운영자에게 알리십시오" in answer.text
    assert "tell the operators" in answer.text
    assert f'href="/{path.split("/")[1]}"' in answer.text
    assert "기록되지 않았을 수" not in answer.text
    assert "database" not in answer.text
    assert SECRET not in answer.text


@pytest.mark.parametrize("error", [Retryable("away"), KeyError("x")])
def test_who_sent_a_form_hears_that_it_may_not_be_recorded(error: Exception):
    assert "기록되지 않았을 수" in ask("POST", "/review/papers/1/decision", error).text


@pytest.mark.parametrize("path", ["/v1/documents", "/reviews", "/operations"])
@pytest.mark.parametrize(("error", "code"), [(Retryable("away"), "BUSY"), (KeyError("x"), "INTERNAL_ERROR")])
def test_a_program_gets_a_problem_answer(path: str, error: Exception, code: str):
    answer = ask("GET", path, error)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_a_malformed_parameter_of_a_page_is_answered_with_a_page():
    answer = ask("GET", "/review/x?number=홍", KeyError("x"))
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "text/html; charset=utf-8")
