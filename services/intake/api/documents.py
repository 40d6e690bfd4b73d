"""GET and DELETE under /v1/documents"""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from services.common.page_pictures import as_png
from services.intake import problems
from services.intake.answers import Answer
from services.intake.api.parameters import DocumentId, PageNumber
from services.intake.api.portal import Portal
from services.intake.api.responses import answers, refused
from services.intake.api.shapes import DocumentAnswer, DocumentPage
from services.intake.identifiers import applicant_id_error
from services.intake.status import Status

MAX_WAIT = 60.0
FIRST_LOOK, LAST_LOOK = 0.1, 0.25
"""Seconds between two looks while a client waits, from the first to the later ones."""

Wait = Annotated[
    float,
    Query(ge=0, allow_inf_nan=False, description=f"Hold the answer until it is final, at most {MAX_WAIT:g} seconds"),
]


def routes(portal: Portal) -> APIRouter:
    """The resource's routes."""
    router = APIRouter(tags=["documents"])

    @router.get(
        "/documents",
        summary="List documents",
        responses=answers(200, DocumentPage, "In the order of arrival", _422="INVALID_FIELD"),
    )
    def list_documents(
        applicant_id: str | None = None,
        status: Status | None = None,
        cursor: str | None = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> JSONResponse:
        """Page through with `cursor`, the `next_cursor` of the page before."""
        if applicant_id is not None and (error := applicant_id_error(applicant_id)):
            raise problems.invalid([error])
        page = portal.answers.listing(applicant_id=applicant_id, status=status, after=_after(cursor), limit=limit)
        return JSONResponse({"documents": page.documents, "next_cursor": page.next_cursor})

    @router.get(
        "/documents/{document_id}",
        summary="Ask for a document",
        responses=answers(200, DocumentAnswer, "Where it stands", _404="NOT_FOUND", _422="INVALID_FIELD"),
    )
    async def get_document(document_id: DocumentId, request: Request, wait: Wait = 0) -> JSONResponse:
        """Status, outcome, every field with what was declared and read, reasons and history."""
        answer = await _settled(portal, document_id, request, min(wait, MAX_WAIT))
        return JSONResponse(answer.body)

    @router.delete(
        "/documents/{document_id}",
        summary="Withdraw a document",
        responses=answers(200, DocumentAnswer, "Withdrawn", _404="NOT_FOUND", _409="ALREADY_DECIDED · UPLOAD_CLOSED"),
    )
    def withdraw_document(document_id: DocumentId) -> JSONResponse:
        """Before a decision only; judging and score follow."""
        portal.withdrawals.withdraw(document_id)
        return JSONResponse(portal.answers.document(document_id).body)

    @router.get(
        "/documents/{document_id}/pages/{number}",
        summary="The upright picture of a page",
        response_class=Response,
        responses={
            200: {"content": {"image/png": {}}, "description": "The picture that boxes refer to"},
            **refused(_404="NOT_FOUND", _422="INVALID_FIELD"),
        },
    )
    def get_page(document_id: DocumentId, number: PageNumber) -> Response:
        """The last seven digits of a 주민등록번호 are blacked out."""
        if not number.removeprefix("-").isdecimal():
            raise problems.invalid_field(
                "number",
                "NOT_A_NUMBER",
                number,
                "쪽 번호를 1부터 시작하는 숫자로 보내십시오(예: 1).",
                "Send the page's number, from 1, such as 1.",
            )
        picture = portal.answers.page_picture(document_id, number)
        return Response(as_png(picture), media_type="image/png", headers={"Cache-Control": "private, no-store"})

    return router


async def _settled(portal: Portal, document_id: DocumentId, request: Request, seconds: float) -> Answer:
    """The answer once it is final, or the seconds are over, or nobody waits any more; the event loop stays free."""
    loop = asyncio.get_running_loop()
    until, pause = loop.time() + seconds, FIRST_LOOK
    answer = await run_in_threadpool(portal.answers.document, document_id)
    with portal.capacity.waiter() as free:
        while free and not answer.final and (left := until - loop.time()) > 0:
            await asyncio.sleep(min(pause, left))
            if await request.is_disconnected():
                break
            answer = await run_in_threadpool(portal.answers.document, document_id)
            pause = min(pause * 1.3, LAST_LOOK)
    return answer


def _after(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= 18):
        raise problems.invalid_field(
            "cursor",
            "MALFORMED",
            cursor,
            "cursor에는 앞 쪽의 next_cursor를 그대로 보내십시오.",
            "Send the next_cursor of the page before as it is.",
        )
    return int(cursor)
