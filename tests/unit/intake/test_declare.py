"""PUT /v1/applicants/{applicant_id}/declaration"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.announcement.model import Windows
from services.common.events import ClaimRef, Declared
from tests.unit.intake.desk import (
    ANNOUNCEMENT,
    CERTIFICATE,
    LANGUAGE,
    NOON,
    Desk,
    as_json,
    declaration,
    open_desk,
    window,
)

HOUR = timedelta(hours=1)


def put(desk: Desk, body: bytes, applicant_id: str = "A-1") -> Any:
    return desk.request("PUT", f"/v1/applicants/{applicant_id}/declaration", content=body)


def test_a_declaration_is_accepted_and_published_sealed_with_its_claims(desk: Desk) -> None:
    answer = desk.declare()
    assert (answer.status_code, answer.json()) == (200, {"applicant_id": "A-1", "version": 1})
    (event,) = desk.events("intake.declarations")
    assert isinstance(event, Declared)
    assert (event.version, event.subject, event.occurred_at) == (1, f"{ANNOUNCEMENT}/A-1", NOON)
    assert event.claims[0] == ClaimRef("cert-1", "certificate")
    assert event.personal["declaration"]["name"] == "홍길동"


def test_the_same_declaration_again_has_the_same_version_however_it_is_written(desk: Desk) -> None:
    desk.declare()
    body = declaration()
    same = {"claims": [dict(reversed(list(claim.items()))) for claim in body.pop("claims")], "region": None, **body}
    assert put(desk, b"\n " + as_json(same)).json()["version"] == 1
    assert len(desk.events()) == 1


def test_each_change_gets_the_next_version_even_back_to_an_earlier_one(desk: Desk) -> None:
    versions = [
        desk.declare().json()["version"],
        desk.declare(claims=[CERTIFICATE | {"number": "18201234568A"}]).json()["version"],
        desk.declare().json()["version"],
    ]
    assert versions == [1, 2, 3]
    assert [event.version for event in desk.events() if isinstance(event, Declared)] == [1, 2, 3]


def test_an_application_stays_with_its_announcement(desk: Desk) -> None:
    desk.declare()
    answer = desk.declare(announcement="2020-grade5")
    assert (answer.status_code, answer.json()["code"]) == (409, "ANNOUNCEMENT_FIXED")
    assert desk.request("GET", "/v1/applicants/A-1").json()["version"] == 1


@pytest.mark.parametrize(("opens", "closes"), [(HOUR, 2 * HOUR), (-2 * HOUR, -HOUR)])
def test_outside_the_window_a_declaration_is_refused_with_the_dates(
    tmp_path: Path, opens: timedelta, closes: timedelta
) -> None:
    desk = open_desk(tmp_path, windows=Windows(declaration=window(opens, closes)))
    answer = desk.declare()
    assert (answer.status_code, answer.json()["code"]) == (409, "DECLARATION_CLOSED")
    assert (NOON + opens).isoformat(timespec="seconds") in answer.json()["detail_ko"]
    assert (NOON + closes).isoformat(timespec="seconds") in answer.json()["detail_en"]
    assert desk.events() == []
    assert desk.request("GET", "/v1/applicants/A-1").status_code == 404


def test_after_the_window_the_same_declaration_still_has_its_version(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, windows=Windows(declaration=window(-HOUR, HOUR)))
    desk.declare()
    desk.clock.advance(2 * HOUR)
    assert desk.declare().json() == {"applicant_id": "A-1", "version": 1}
    assert desk.declare(name="홍길순").json()["code"] == "DECLARATION_CLOSED"


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        (b"", "body", "MALFORMED"),
        (b"{", "body", "MALFORMED"),
        (b"[]", "body", "WRONG_TYPE"),
        (b'"text"', "body", "WRONG_TYPE"),
        (b"\xff\xfe{}", "body", "NOT_UTF8"),
        ('{"name": "홍길동"}'.encode("cp949"), "body", "NOT_UTF8"),
        (b'{"name": "a", "name": "b"}', "name", "DUPLICATE_KEY"),
        (b'{"claims": [{"id": "a", "id": "b"}]}', "claims[0].id", "DUPLICATE_KEY"),
        (b'\xef\xbb\xbf{"name": "a"}', "body", "BYTE_ORDER_MARK"),
        (b'{"announcement": "2019-grade5", "region": 1e999}', "body", "MALFORMED"),
        (b'{"name": NaN}', "body", "MALFORMED"),
        (b'{"name": "\\ud800"}', "body", "MALFORMED"),
        (b'{"name": ' + b"9" * 5000 + b"}", "body", "MALFORMED"),
        (b'{"a":' * 40_000 + b"1" + b"}" * 40_000, "body", "MALFORMED"),
        (b"{}", "announcement", "REQUIRED"),
        (b'{"announcement": 2019}', "announcement", "REQUIRED"),
        (b'{"announcement": "1999-grade9"}', "announcement", "UNKNOWN_VALUE"),
        (as_json(declaration(favourite_colour="blue")), "favourite_colour", "UNKNOWN_FIELD"),
        (as_json(declaration(name=None)), "name", None),
        (as_json(declaration(field="요리")), "field", None),
        (as_json(declaration(claims=[CERTIFICATE, CERTIFICATE])), "claims[1].id", None),
        (as_json(declaration(claims=[CERTIFICATE | {"acquired_on": "2018-02-30"}])), "claims[0].acquired_on", None),
        (as_json(declaration(claims=[LANGUAGE | {"score": "843"}])), "claims[0].score", None),
        (as_json(declaration(claims=[LANGUAGE | {"score": 845}])), "claims[0].score", None),
    ],
)
def test_what_is_wrong_is_refused_field_by_field_and_never_stored(
    desk: Desk, body: bytes, field: str, code: str | None
) -> None:
    answer = put(desk, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_FIELD")
    errors = {error["field"]: error for error in answer.json()["errors"]}
    assert field in errors
    assert code is None or errors[field]["code"] == code
    assert errors[field]["ko"]
    assert errors[field]["en"]
    assert desk.events() == []
    assert desk.request("GET", "/v1/applicants/A-1").status_code == 404


@pytest.mark.parametrize(
    "applicant_id",
    [
        "..",
        ".hidden",
        "-x",
        "a" * 65,
        "a" * 10_000,
        "a%00b",
        "a%0Ab",
        "a b",
        "홍%E2%80%AE길동",
        "%F0%9F%98%80",
        "%C3%A9",
    ],
)
def test_a_foreign_applicant_id_is_refused(desk: Desk, applicant_id: str) -> None:
    answer = put(desk, as_json(declaration()), applicant_id)
    assert answer.status_code in (404, 422)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert len(answer.content) < 3000
    assert desk.events() == []


@pytest.mark.parametrize("applicant_id", ["1", "2019-토목-0001", "A_1.b", "x" * 64])
def test_an_application_number_may_be_of_many_forms(desk: Desk, applicant_id: str) -> None:
    assert put(desk, as_json(declaration()), applicant_id).json() == {"applicant_id": applicant_id, "version": 1}


def test_a_path_out_of_its_place_reaches_nothing(desk: Desk) -> None:
    for path in ("/v1/applicants/..%2F..%2Fetc/declaration", "/v1/applicants/a%2Fb/declaration"):
        assert desk.request("PUT", path, content=as_json(declaration())).status_code in (404, 422)
    assert desk.events() == []


def test_a_declaration_over_its_limit_is_refused(desk: Desk) -> None:
    body = as_json(declaration(name="가" * 100_000))
    answer = put(desk, body)
    assert (answer.status_code, answer.json()["code"]) == (413, "BODY_TOO_LARGE")
    assert desk.events() == []


def test_another_announcement_is_refused_as_such_even_where_there_is_none_of_that_name(desk: Desk) -> None:
    desk.declare()
    answer = desk.declare(announcement="1999-grade9")
    assert (answer.status_code, answer.json()["code"]) == (409, "ANNOUNCEMENT_FIXED")
