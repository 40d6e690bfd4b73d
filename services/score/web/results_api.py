"""`/v1/announcements/{id}/stages/{stage}/…`: results of examinations come in, outcomes are read."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import StreamingResponse
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

from services.announcement.load import AnnouncementError
from services.announcement.model import Announcement
from services.common.web.problems import MEDIA_TYPE, Problem
from services.score.rounds import NotYet
from services.score.rules.score import NoNoticeDate
from services.score.stages.candidate import OutcomeStage
from services.score.stages.lines import Format, InvalidLines, LineError, read_rows
from services.score.stages.outcome_row import to_json
from services.score.stages.rulings import NothingToSelect
from services.score.web.desk import Desk

CSV, JSONL = "text/csv", "application/x-ndjson"
MOST_ERRORS = 200
"""Wrong lines that one answer names."""

AnnouncementId = Annotated[str, Path(description="Id of the announcement")]


class Taken(BaseModel):
    """Results that were stored."""

    stored: int = Field(description="People whose results were stored")


def results_router(desk: Desk, portal_key: str, most_bytes: int) -> APIRouter:
    """Both routes, for the holder of the portal's key; a file of results has at most `most_bytes`."""
    documented = HTTPBearer(auto_error=False, description="The portal's key", scheme_name="PortalKey")
    routes = APIRouter(
        prefix="/v1/announcements/{announcement}/stages/{stage}",
        tags=["Selection · 전형"],
        dependencies=[Depends(documented), Depends(_guard(portal_key))],
    )
    whole = Depends(_body(most_bytes))
    refusals = {401: "UNAUTHENTICATED", 404: "NOT_FOUND", 409: "NOT_YET", 413: "BODY_TOO_LARGE", 422: "INVALID_LINES"}

    @routes.put(
        "/results",
        summary="Results of the written test or the interview",
        responses={status: {"description": code, "content": {MEDIA_TYPE: {}}} for status, code in refusals.items()},
        openapi_extra={"requestBody": {"required": True, "content": {CSV: {}, JSONL: {}}}},
    )
    def take(
        request: Request,
        announcement: AnnouncementId,
        stage: Literal["written", "interview"],
        body: bytes = whole,
    ) -> Taken:
        """CSV with a header, or JSON lines; one line for everybody of the stage.

        One bad line, and nothing of the file is stored.
        """
        _known(desk.announcements, announcement)
        try:
            count = desk.round.take_results(announcement, stage, read_rows(_lines(body), _format(request)))
        except InvalidLines as error:
            raise _invalid(error.errors) from None
        except (NotYet, NothingToSelect) as error:
            raise _not_yet(error) from None
        return Taken(stored=count)

    @routes.get("/outcomes", summary="Outcomes of a stage, one JSON object a line")
    def outcomes(announcement: AnnouncementId, stage: OutcomeStage) -> StreamingResponse:
        """What was selected and published; empty before that."""
        _known(desk.announcements, announcement)
        found = desk.outcomes.of_stage(announcement, stage)
        lines: Iterator[str] = (json.dumps(to_json(one), ensure_ascii=False) + "\n" for one in found)
        return StreamingResponse(lines, media_type=JSONL)

    return routes


def _guard(key: str) -> Callable[[Request], None]:
    expected = key.encode()

    def portal_only(request: Request) -> None:
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), expected):
            raise Problem(
                401,
                "UNAUTHENTICATED",
                "포털 키가 없거나 다릅니다. Authorization: Bearer <portal key>를 보내십시오.",
                "The portal key is missing or wrong. Send Authorization: Bearer <portal key>.",
                headers={"WWW-Authenticate": 'Bearer realm="docintake"'},
            )

    return portal_only


def _body(most_bytes: int) -> Callable[[Request], Awaitable[bytes]]:
    """A dependency: the whole body, 413 over `most_bytes`."""

    async def read(request: Request) -> bytes:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > most_bytes:
                raise Problem(
                    413,
                    "BODY_TOO_LARGE",
                    f"결과 파일이 {most_bytes}바이트를 넘습니다.",
                    f"The file of results is over {most_bytes} bytes.",
                )
        return bytes(body)

    return read


def _known(announcements: Callable[[str], Announcement], name: str) -> None:
    try:
        announcements(name)
    except AnnouncementError:
        raise Problem(
            404, "NOT_FOUND", "그런 공고가 없습니다.", "There is no such announcement; see GET /v1/announcements."
        ) from None


def _format(request: Request) -> Format:
    return "csv" if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() == CSV else "jsonl"


def _lines(body: bytes) -> Iterator[str]:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        ko, en = (
            "UTF-8이 아닙니다. UTF-8로 저장해 보내십시오.",
            "This is not UTF-8; save it as UTF-8 and send it again.",
        )
        raise InvalidLines([LineError(0, "", "ENCODING", f"byte {error.start}", ko, en)]) from None
    return (f"{line}\n" for line in text.split("\n"))


def _invalid(errors: tuple[LineError, ...]) -> Problem:
    return Problem(
        422,
        "INVALID_LINES",
        f"{len(errors)}곳이 잘못되어 아무것도 저장하지 않았습니다. errors의 줄을 고쳐 파일 전체를 다시 보내십시오.",
        f"{len(errors)} errors, so nothing was stored. Mend the lines in errors and send the whole file again.",
        errors=[error.to_json() for error in errors[:MOST_ERRORS]],
    )


def _not_yet(error: NotYet | NothingToSelect | NoNoticeDate) -> Problem:
    return Problem(409, "NOT_YET", f"아직 할 수 없습니다: {error}", f"Not yet: {error}")
