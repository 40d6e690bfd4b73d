"""HR's pages and the results API, on the service with a database of its own."""

from __future__ import annotations

import asyncio
import io
import json
from dataclasses import dataclass
from functools import partialmethod
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, HTTPException
from openpyxl import load_workbook

from services.announcement.load import AnnouncementError
from services.common.web.problems import answer_problems
from services.score.web.desk import Desk
from services.score.web.pages import router
from services.score.web.results_api import results_router
from tests.unit.score.by_rule.rounds import written
from tests.unit.score.test_round_in_the_service import ANNOUNCEMENT, PEOPLE, after_document, person, select

__all__ = ["after_document"]
KEY = "the-key"
RESULTS = f"/v1/announcements/{ANNOUNCEMENT}/stages/written/results"


@dataclass(frozen=True)
class Somebody:
    name: str = "담당자"
    token: str = "t"


@dataclass(frozen=True)
class Web:
    """Requests with the portal's key to an application in this process."""

    app: FastAPI

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {KEY}"} | options.pop("headers", {})

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://docintake") as sender:
                return await sender.request(method, path, headers=headers, **options)

        return asyncio.run(send())

    get = partialmethod(request, "GET")
    put = partialmethod(request, "PUT")


def client(service, *, staff=True) -> Web:
    def find(name):
        if name != service.announcement.id:
            raise AnnouncementError(f"no announcement {name!r}")
        return service.announcement

    def signed_in():
        if not staff:
            raise HTTPException(303, headers={"Location": "/review/login"})
        return Somebody()

    app = FastAPI()
    answer_problems(app)
    desk = Desk(service.database, service.outcomes(), service.round(), service.codec, find)
    app.include_router(results_router(desk, KEY, 100_000))
    app.include_router(router(desk, signed_in))
    return Web(app)


def csv(*rows):
    columns = list(rows[0])
    return "\n".join([",".join(columns), *(",".join(row.get(name) or "" for name in columns) for row in rows)])


def put(web, text, kind="text/csv"):
    return web.put(RESULTS, content=text.encode(), headers={"Content-Type": kind})


def test_results_come_in_as_csv_or_json_lines(after_document):
    web = client(after_document)
    rows = [written(n, f"{180 - n}") for n in PEOPLE]
    assert put(web, csv(*rows)).json() == {"stored": 3}
    answer = put(web, "\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "application/x-ndjson")
    assert (answer.status_code, answer.json()) == (200, {"stored": 3})
    assert select(after_document, "written")[0] == {f"A-{n}": "PASSED" for n in PEOPLE}
    lines = web.get(f"/v1/announcements/{ANNOUNCEMENT}/stages/written/outcomes").text.splitlines()
    assert [json.loads(line)["result"] for line in lines] == ["PASSED"] * 3


def test_a_bad_line_is_named_and_nothing_is_stored(after_document):
    web = client(after_document)
    rows = [written(1), written(2, "201"), written(3), written(9)]
    answer = put(web, csv(*rows))
    assert answer.status_code == 422
    assert answer.json()["code"] == "INVALID_LINES"
    assert [(error["line"], error["field"], error["code"], error["value"]) for error in answer.json()["errors"]] == [
        (3, "직무수행", "OFF_GRID", "201"),
        (5, "applicant_id", "NOT_IN_STAGE", "A-9"),
    ]
    assert all(error["ko"] and error["en"] for error in answer.json()["errors"])


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"\xff\xfe", 422, "INVALID_LINES"),
        (b"", 422, "INVALID_LINES"),
        (b"x" * 100_001, 413, "BODY_TOO_LARGE"),
        (b'"applicant_id"x\nA-1\n', 422, "INVALID_LINES"),
        ("applicant_id,인성\nA-1,적\n".encode("cp949"), 422, "INVALID_LINES"),
    ],
)
def test_what_is_no_file_of_results_is_refused(after_document, content, status, code):
    answer = client(after_document).put(RESULTS, content=content, headers={"Content-Type": "text/csv"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_results_need_the_key_a_known_announcement_and_the_stage_before(service):
    web = client(service)
    assert put(web, "x").json()["code"] == "NOT_YET"
    assert web.put(RESULTS, content=b"", headers={"Authorization": "Bearer no"}).status_code == 401
    assert web.put(RESULTS.replace("2019", "2031"), content=b"").status_code == 404
    assert web.put(RESULTS.replace("written", "document"), content=b"").status_code == 422


def test_pages_are_for_staff_only(service):
    answer = client(service, staff=False).get("/score")
    assert (answer.status_code, answer.headers["location"]) == (303, "/review/login")


def test_without_a_selection_the_page_says_how_to_begin(service):
    assert "docintake select document" in client(service).get("/score").text


def test_stages_and_their_ranking_are_listed(after_document):
    web = client(after_document)
    assert "서류전형" in web.get("/score").text
    page = web.get(f"/score/{ANNOUNCEMENT}/stages/document").text
    assert "도시계획 · 전국일반" in page
    assert all(f"A-{n}" in page for n in PEOPLE)
    assert "78.82" in page
    assert web.get(f"/score/{ANNOUNCEMENT}/stages/document?unit=도시계획 · 전국일반").text == page
    assert web.get(f"/score/{ANNOUNCEMENT}/stages/document?unit=도시계획 · 농어촌전형").status_code == 404


def test_search_by_applicant_leads_to_what_can_be_read_aloud(after_document):
    web = client(after_document)
    answer = web.get("/score", params={"applicant": " A-2 "})
    assert answer.headers["location"] == f"/score/{ANNOUNCEMENT}/applicants/A-2"
    page = web.get(answer.headers["location"]).text
    for sentence in (
        "TOEIC 800, 50+20×800/850 = 68.823…, 68.82점입니다. 근거는 붙임3입니다.",
        "도시계획기사: 직계별 인정 자격증 도시계획 2등급, 10.00점입니다. 근거는 붙임2 직계별입니다.",
        "합계 78.82점입니다.",
        "채용예정 1명의 25배수인 25명을 선발하며, 합격선은 78.82점입니다. 근거는 §4 서류전형입니다.",
        "총점은 78.82점으로, 합격선과 같습니다. 순위는 1위입니다.",
        "따라서 서류전형에 합격하셨습니다.",
    ):
        assert sentence in page
    for secret in ("홍길동", "여성", "2018-08-17"):
        assert secret not in page


def test_the_report_of_a_stage_can_be_loaded(after_document):
    answer = client(after_document).get(f"/score/{ANNOUNCEMENT}/stages/document/report.xlsx")
    assert "순위" in load_workbook(io.BytesIO(answer.content)).sheetnames


@pytest.mark.parametrize(
    "path",
    [
        "/score?applicant=A-9",
        "/score?applicant=<script>",
        f"/score/{ANNOUNCEMENT}/applicants/A-9",
        "/score/2031/applicants/A-1",
        f"/score/{ANNOUNCEMENT}/stages/written",
        f"/score/{ANNOUNCEMENT}/stages/everything",
        f"/score/{ANNOUNCEMENT}/stages/written/report.xlsx",
        "/score/else/where/to/go",
    ],
)
def test_what_is_not_there_is_said(after_document, path):
    answer = client(after_document).get(path)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_a_page_that_is_no_number_is_the_first(after_document):
    for page in ("x", "-1", "0", "99999999"):
        assert client(after_document).get(f"/score/{ANNOUNCEMENT}/stages/document?page={page}").status_code == 200


def test_every_result_is_spoken_of(service):
    from services.score.aloud import outcome_aloud
    from services.score.rules.points import Reason
    from services.score.stages.candidate import Candidate, Outcome, Result, Unit

    service.handle(person(1))
    ends = {}
    for result in Result:
        one = Outcome(
            Candidate("A-1", Unit("경상", "전국일반", None)), "interview", result, reserve=3,
            reasons=(Reason("ABSENT", "§4", "결시.", "Absent."),) if result is Result.OUT else (),
        )  # fmt: skip
        ends[result.value] = outcome_aloud(one)[-1].ko
    assert ends == {
        "PASSED": "따라서 면접전형에 합격하셨습니다.",
        "EXEMPT": "따라서 면접전형에 합격하셨습니다.",
        "EXTRA": "따라서 면접전형에 추가합격하셨습니다.",
        "STAFF": "아직 정해지지 않았습니다. 동점자 가운데 누구를 선발할지 담당자가 결정합니다.",
        "RESERVE": "따라서 면접전형에서 선발되지 않으셨고, 예비 순번은 3번입니다.",
        "OUT": "따라서 면접전형 불합격입니다.",
    }


@pytest.mark.parametrize("line", ['{"applicant_id": ["A-1"]}', '{"applicant_id": {"A-1": 1}}', "[]", "{" * 5000])
def test_a_line_of_another_shape_is_a_refusal_and_no_fault(after_document, line):
    rows = [json.dumps(written(n), ensure_ascii=False) for n in PEOPLE]
    answer = put(client(after_document), "\n".join([*rows, line]), "application/x-ndjson")
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_LINES")
    assert [error["line"] for error in answer.json()["errors"]] == [4]


def test_a_stage_of_an_announcement_whose_file_is_gone_says_so(after_document):
    web = client(after_document)
    after_document.announcement = after_document.announcement.model_copy(update={"id": "2020-other"})
    for address in ("", "/report.xlsx"):
        answer = web.get(f"/score/{ANNOUNCEMENT}/stages/document{address}")
        assert answer.status_code == 404
        assert "공고 파일" in answer.text
