"""The door: keys, methods, broken and hostile requests, log lines, the OpenAPI description."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from services.intake.api import capacity
from services.intake.tables import DOCUMENTS
from tests.unit.intake import papers
from tests.unit.intake.desk import KEY, Desk, as_json, declaration, open_desk

PAPER = papers.picture()
MIB = 1024 * 1024


@pytest.mark.parametrize(
    "authorization", ["", KEY, "Bearer", "Bearer wrong", f"Basic {KEY}", f"Bearer {KEY}x", "Bearer ✓".encode()]
)
def test_nobody_comes_in_without_the_key(desk: Desk, authorization: Any) -> None:
    for method, path in (("GET", "/v1/documents"), ("POST", "/v1/documents"), ("PUT", "/v1/applicants/A/declaration")):
        answer = desk.request(method, path, headers={"Authorization": authorization})
        assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHENTICATED")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_the_scheme_is_read_without_case(desk: Desk) -> None:
    assert desk.request("GET", "/v1/documents", headers={"Authorization": f"bearer {KEY}"}).status_code == 200


@pytest.mark.parametrize(("method", "path"), [("PATCH", "/v1/documents"), ("POST", "/v1/applicants/A-1")])
def test_a_method_that_is_not_there_is_a_problem_too(desk: Desk, method: str, path: str) -> None:
    answer = desk.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (405, "METHOD_NOT_ALLOWED")


BOUNDARY = b"xyz"


def part(name: bytes, value: bytes, extra: bytes = b"") -> bytes:
    return b'--xyz\r\nContent-Disposition: form-data; name="' + name + b'"' + extra + b"\r\n\r\n" + value + b"\r\n"


def whole(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--xyz--\r\n"


USUAL = (part(b"applicant_id", b"A-1"), part(b"claim_id", b"cert-1"), part(b"kind", b"certificate"))


def post(desk: Desk, body: Any, content_type: str = "multipart/form-data; boundary=xyz") -> Any:
    return desk.request("POST", "/v1/documents", content=body, headers={"Content-Type": content_type})


def test_a_plain_multipart_body_is_understood(desk: Desk) -> None:
    desk.declare()
    assert post(desk, whole(*USUAL, part(b"file", PAPER, b'; filename="../../x.png"'))).status_code == 202


@pytest.mark.parametrize("name", [b"x" * 10_000, "\u202egnp.exe".encode(), b"a\x01b\x7f", b"..\\..\\x", b""])
def test_the_name_of_a_file_is_not_even_looked_at(desk: Desk, name: bytes) -> None:
    desk.declare()
    assert post(desk, whole(*USUAL, part(b"file", PAPER, b'; filename="' + name + b'"'))).status_code == 202


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        (b"", "body", "MALFORMED"),
        (b"garbage", "body", "MALFORMED"),
        (whole(*USUAL, part(b"file", PAPER))[:-20], "body", "MALFORMED"),
        (b"--xyz\r\nno colon here\r\n\r\nx\r\n--xyz--\r\n", "body", "MALFORMED"),
        (b"--xyz\r\n" + b"A: b\r\n" * 5000 + b"\r\nx\r\n--xyz--\r\n", "body", "MALFORMED"),
        (b"--xyz\r\nX-Long: " + b"a" * 100_000 + b"\r\n\r\nx\r\n--xyz--\r\n", "body", "MALFORMED"),
        (whole(*USUAL), "file", "REQUIRED"),
        (whole(*USUAL, USUAL[0], part(b"file", PAPER)), "applicant_id", "DUPLICATE"),
        (whole(*USUAL, part(b"colour", b"x"), part(b"file", PAPER)), "colour", "UNKNOWN_FIELD"),
        (whole(*USUAL, part(b"a\x00\xff" + b"n" * 500, b"x")), None, "UNKNOWN_FIELD"),
        (
            whole(part(b"applicant_id", "길".encode("cp949")), *USUAL[1:], part(b"file", PAPER)),
            "applicant_id",
            "NOT_UTF8",
        ),
        (whole(*USUAL, part(b"paper", b"x" * 50_000), part(b"file", PAPER)), "paper", "TOO_LONG"),
    ],
)
def test_a_broken_form_is_refused_by_type(desk: Desk, body: bytes, field: str | None, code: str) -> None:
    desk.declare()
    answer = post(desk, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_FIELD")
    error = answer.json()["errors"][0]
    assert field in (None, error["field"])
    assert error["code"] == code
    assert len(answer.content) < 3000
    assert desk.count(DOCUMENTS) == 0
    assert desk.stored() == []


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "application/json",
        "multipart/form-data",
        "multipart/mixed; boundary=xyz",
        "multipart/form-data; boundary=" + "b" * 500,
    ],
)
def test_another_kind_of_body_is_refused(desk: Desk, content_type: str) -> None:
    answer = post(desk, whole(*USUAL, part(b"file", PAPER)), content_type)
    assert (answer.status_code, answer.json()["code"]) == (415, "UNSUPPORTED_TYPE")


def test_an_oversize_stream_without_a_length_is_counted_as_it_comes(desk: Desk) -> None:
    desk.declare()
    sent = 0

    async def endless() -> Any:
        nonlocal sent
        yield b"".join(USUAL) + part(b"file", b"")[:-2]
        while True:
            sent += MIB
            yield b"\xff" * MIB

    answer = post(desk, endless())
    assert (answer.status_code, answer.json()["code"]) == (413, "FILE_TOO_LARGE")
    assert sent < 200 * MIB
    assert desk.stored() == []


def test_more_uploads_than_there_are_places_are_told_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(tmp_path, admission_queue=1)
    desk.declare()
    monkeypatch.setattr(capacity, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(desk.portal.capacity, "_uploads", 0)
    answer = desk.upload(PAPER)
    monkeypatch.undo()
    assert (answer.status_code, answer.json()["code"], answer.headers["Retry-After"]) == (503, "BUSY", "2")
    assert desk.upload(PAPER).status_code == 202


def test_a_refused_upload_gives_its_place_and_memory_back(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, admission_queue=1, max_request_bytes=100_000)
    desk.declare()
    for number in range(12):
        assert desk.upload(b"text" * 20_000).status_code == 415
        assert desk.upload(papers.picture(seed=number)).status_code == 202


def test_the_rate_of_requests_is_limited_and_recovers(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, requests_per_second=5)
    answers = [desk.request("GET", "/v1/documents").status_code for _ in range(12)]
    assert answers.count(200) >= 5
    assert answers[-1] == 429


def test_nothing_personal_is_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    secrets = ["홍길동", "18201234567A", "2018-08-17", "HONG", "900315"]
    with capture_logs() as captured, caplog.at_level(logging.INFO):
        desk.declare(name_latin="HONG GILDONG")
        desk.declare(name_latin="HONG GILDONG", field="홍길동")
        desk.request("PUT", "/v1/applicants/A-1/declaration", content=as_json(declaration())[:-5])
        desk.upload(PAPER, paper="홍길동의 900315-1234567 서류")
        desk.upload(b"text", claim_id="홍길동")
        desk.request("GET", "/v1/applicants/홍길동 900315-1234567")
        desk.request("GET", "/v1/documents/홍길동?wait=홍길동")
    lines = [json.dumps(entry, ensure_ascii=False, default=str) for entry in captured]
    lines += [record.getMessage() for record in caplog.records if record.name not in ("httpx", "asyncio")]
    assert len(captured) >= 7
    assert [line for line in lines if any(secret in line for secret in secrets)] == []


def test_a_request_has_one_line_with_its_ids(desk: Desk) -> None:
    with capture_logs() as captured:
        desk.declare()
        document_id = desk.upload(PAPER).json()["document_id"]
    lines = [entry for entry in captured if entry["event"] == "request"]
    assert [(line["method"], line["status"], line["applicant_id"]) for line in lines] == [
        ("PUT", 200, "A-1"),
        ("POST", 202, "A-1"),
    ]
    assert lines[1]["document_id"] == document_id


def test_the_openapi_description_names_every_code_and_part(desk: Desk) -> None:
    description = desk.request("GET", "/openapi.json").json()
    operations = {
        f"{method.upper()} {path}": operation
        for path, item in description["paths"].items()
        for method, operation in item.items()
    }
    assert sorted(operations) == [
        "DELETE /v1/applicants/{applicant_id}",
        "DELETE /v1/documents/{document_id}",
        "GET /v1/announcements",
        "GET /v1/applicants/{applicant_id}",
        "GET /v1/documents",
        "GET /v1/documents/{document_id}",
        "GET /v1/documents/{document_id}/pages/{number}",
        "POST /v1/documents",
        "PUT /v1/applicants/{applicant_id}/declaration",
    ]
    upload = operations["POST /v1/documents"]
    assert {"202", "401", "409", "413", "415", "422", "429", "503"} <= set(upload["responses"])
    assert "200" not in upload["responses"]
    properties = upload["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    assert set(properties) == {"applicant_id", "announcement", "claim_id", "kind", "paper", "file"}
    for operation in operations.values():
        problem = operation["responses"]["401"]["content"]
        assert list(problem) == ["application/problem+json"]
    assert unresolved_references(description) == set()


def unresolved_references(description: dict[str, Any]) -> set[str]:
    found: set[str] = set()

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                found.add(value["$ref"])
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(description)
    known = {f"#/components/schemas/{name}" for name in description["components"]["schemas"]}
    return found - known


def test_text_before_the_first_boundary_is_passed_over(desk: Desk) -> None:
    desk.declare()
    body = b"This is a multipart message.\r\n" + whole(*USUAL, part(b"file", PAPER))
    assert post(desk, body).status_code == 202


@pytest.mark.parametrize(
    "path", ["/v1/announcements", "/v1/documents", "/v1/applicants/A-1", "/v1/documents/x", "/v1/documents/x/pages/1"]
)
def test_head_is_answered_wherever_get_is(desk: Desk, path: str) -> None:
    desk.declare()
    assert desk.request("HEAD", path).status_code == desk.request("GET", path).status_code


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PATCH", "/v1/documents", "GET, HEAD, POST"),
        ("POST", "/v1/documents/x", "DELETE, GET, HEAD"),
        ("OPTIONS", "/v1/applicants/A-1", "DELETE, GET, HEAD"),
        ("GET", "/v1/applicants/A-1/declaration", "PUT"),
    ],
)
def test_a_refused_method_hears_every_method_of_the_address(desk: Desk, method: str, path: str, allow: str) -> None:
    answer = desk.request(method, path)
    assert (answer.status_code, answer.headers["Allow"]) == (405, allow)


@pytest.mark.parametrize("path", ["/v1/documents/", "/v1/nowhere", "/v1/", "/v1", "/v1/applicants/A-1/"])
def test_an_address_that_is_none_is_known_to_the_key_only(desk: Desk, path: str) -> None:
    assert desk.request("GET", path, headers={"Authorization": ""}).status_code == 401
    assert desk.request("PATCH", path, headers={"Authorization": ""}).status_code == 401
    answer = desk.request("GET", path)
    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("path", "field", "code", "value"),
    [
        ("/v1/documents?limit=many", "limit", "NOT_A_NUMBER", "many"),
        ("/v1/documents?limit=201", "limit", "OUT_OF_RANGE", "201"),
        ("/v1/documents?status=LOST", "status", "UNKNOWN_VALUE", "LOST"),
        ("/v1/documents?cursor=x", "cursor", "MALFORMED", "x"),
        ("/v1/documents/x?wait=inf", "wait", "NOT_A_NUMBER", "inf"),
        ("/v1/documents/x?wait=-1", "wait", "OUT_OF_RANGE", "-1"),
        ("/v1/documents/x?wait=soon", "wait", "NOT_A_NUMBER", "soon"),
    ],
)
def test_a_wrong_parameter_is_told_in_our_own_words(desk: Desk, path: str, field: str, code: str, value: str) -> None:
    answer = desk.request("GET", path)
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["field"], error["code"], error["value"]) == (422, field, code, value)
    assert any("가" <= character <= "힣" for character in error["ko"])
    assert "{" not in error["ko"] + error["en"]


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=UTF-8", 200),
        ("application/json; charset=euc-kr", 415),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
    ],
)
def test_a_declaration_is_json_in_utf_8(desk: Desk, content_type: str, status: int) -> None:
    path, headers = "/v1/applicants/A-1/declaration", {"Content-Type": content_type}
    answer = desk.request("PUT", path, content=as_json(declaration()), headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("method", "path", "content_type", "code"),
    [
        ("POST", "/v1/documents", "multipart/form-data; boundary=xyz", "FILE_TOO_LARGE"),
        ("PUT", "/v1/applicants/A-1/declaration", "application/json", "BODY_TOO_LARGE"),
    ],
)
def test_a_body_that_says_it_is_too_large_is_refused_before_it_comes(
    desk: Desk, method: str, path: str, content_type: str, code: str
) -> None:
    asked = 0

    async def body() -> Any:
        nonlocal asked
        asked += 1
        yield b""

    headers = {"Content-Type": content_type, "Content-Length": str(100 * MIB), "Expect": "100-continue"}
    answer = desk.request(method, path, content=body(), headers=headers)
    assert (answer.status_code, answer.json()["code"], asked) == (413, code, 0)
    assert answer.headers["Connection"] == "close"


def test_the_description_names_what_can_be_answered_and_how_ids_look(desk: Desk) -> None:
    paths = desk.request("GET", "/openapi.json").json()["paths"]
    for item in paths.values():
        for operation in item.values():
            assert {"400", "401", "405", "429", "500", "503"} <= set(operation["responses"])
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    assert parameter["schema"]["pattern"]
    assert {"413", "415"} <= set(paths["/v1/applicants/{applicant_id}/declaration"]["put"]["responses"])
