"""Every code of portal-api, section 5, over HTTP: status, code, both languages, nothing stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from services.announcement.model import Windows
from services.intake.tables import DOCUMENTS
from specimens import hostile
from tests.unit.intake import events, papers
from tests.unit.intake.desk import Desk, open_desk, window

HOUR = timedelta(hours=1)
PAPER = papers.picture()
Ask = Callable[[Desk], httpx.Response]


def upload(make: Callable[[], bytes]) -> Ask:
    return lambda desk: desk.upload(make())


def conflict(desk: Desk) -> httpx.Response:
    desk.upload(PAPER, key="k")
    return desk.upload(papers.picture(seed=1), key="k")


def decided(desk: Desk) -> httpx.Response:
    document = desk.document(desk.upload(PAPER).json()["document_id"])
    desk.follow(events.judged(document))
    return desk.request("DELETE", f"/v1/documents/{document['document_id']}")


def without_key(desk: Desk) -> httpx.Response:
    return desk.request("GET", "/v1/documents", headers={"Authorization": ""})


def busy(desk: Desk) -> httpx.Response:
    desk.portal.capacity.take_bytes(4 * desk.portal.settings.max_request_bytes)
    return desk.upload(PAPER)


CODES: list[tuple[int, str, Ask]] = [
    (401, "UNAUTHENTICATED", without_key),
    (404, "NOT_FOUND", lambda desk: desk.request("GET", "/v1/applicants/nobody")),
    (409, "ANNOUNCEMENT_FIXED", lambda desk: desk.declare(announcement="2020-grade5")),
    (409, "IDEMPOTENCY_CONFLICT", conflict),
    (409, "ALREADY_DECIDED", decided),
    (413, "FILE_TOO_LARGE", lambda desk: desk.upload(b"\xff" * (20 * 1024 * 1024 + 1))),
    (413, "FILE_TOO_LARGE", lambda desk: desk.upload([b"\xff" * (20 * 1024 * 1024)] * 4)),
    (413, "BODY_TOO_LARGE", lambda desk: desk.declare(name="a" * 256 * 1024)),
    (415, "UNSUPPORTED_TYPE", upload(hostile.hwp)),
    (415, "UNSUPPORTED_TYPE", upload(hostile.docx)),
    (415, "UNSUPPORTED_TYPE", upload(hostile.plain_zip)),
    (422, "INVALID_FIELD", lambda desk: desk.declare(field="요리")),
    (422, "INVALID_FIELD", lambda desk: desk.upload(PAPER, kind="selfie")),
    (422, "UNKNOWN_CLAIM", lambda desk: desk.upload(PAPER, claim_id="cert-9")),
    (422, "EMPTY_FILE", upload(hostile.empty)),
    (422, "TRUNCATED", upload(hostile.truncated_jpeg)),
    (422, "ENCRYPTED", upload(lambda: papers.pdf(userPassword="secret"))),
    (422, "NO_PAGE", upload(hostile.pdf_without_pages)),
    (422, "TOO_MANY_PAGES", upload(hostile.pdf_with_pages)),
    (422, "TOO_MANY_PAGES", lambda desk: desk.upload([PAPER] * 21)),
    (422, "IMAGE_TOO_LARGE", upload(hostile.bomb_png)),
    (422, "UNREADABLE_FILE", upload(hostile.pdf_with_two_page_counts)),
    (422, "PAGE_SIZE", upload(hostile.pdf_with_giant_page)),
    (503, "BUSY", busy),
]


@pytest.mark.parametrize(("status", "code", "ask"), CODES)
def test_a_refusal_is_a_problem_with_its_code_in_both_languages(desk: Desk, status: int, code: str, ask: Ask) -> None:
    desk.declare()
    expected_documents = {"IDEMPOTENCY_CONFLICT": 1, "ALREADY_DECIDED": 1}.get(code, 0)
    assert_refused(ask(desk), status, code)
    assert desk.count(DOCUMENTS) == len(desk.stored()) == expected_documents


@pytest.mark.parametrize("code", ["DECLARATION_CLOSED", "UPLOAD_CLOSED"])
def test_a_closed_window_is_a_problem_with_its_code(tmp_path: Path, code: str) -> None:
    closed = window(-2 * HOUR, -HOUR)
    windows = Windows(declaration=closed) if code == "DECLARATION_CLOSED" else Windows(upload=closed)
    desk = open_desk(tmp_path, windows=windows)
    answer = desk.declare() if code == "DECLARATION_CLOSED" else desk.upload(PAPER, announcement="2019-grade5")
    assert_refused(answer, 409, code)


def test_requests_over_the_rate_are_a_problem_with_their_code(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, requests_per_second=0.1)
    desk.request("GET", "/v1/documents")
    assert_refused(desk.request("GET", "/v1/documents"), 429, "TOO_MANY_REQUESTS")


def assert_refused(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert any("가" <= character <= "힣" for character in body["detail_ko"])
    assert body["detail_en"].isprintable()
    assert body["type"].endswith(code)
    if status in (429, 503):
        assert int(answer.headers["Retry-After"]) >= 1
    if code == "INVALID_FIELD":
        assert all(error["field"] and error["code"] and error["ko"] and error["en"] for error in body["errors"])
