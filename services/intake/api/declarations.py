"""PUT /v1/applicants/{applicant_id}/declaration"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from services.announcement.declaration import Declaration
from services.intake import problems
from services.intake.api.bodies import read_small
from services.intake.api.parameters import ApplicantId
from services.intake.api.portal import Portal
from services.intake.api.responses import answers
from services.intake.api.schema import inlined
from services.intake.api.shapes import DeclarationAccepted

SCHEMA = inlined(Declaration)
JSON = "application/json"
"""The media type, also of a body that names none."""


def routes(portal: Portal) -> APIRouter:
    """The resource's routes."""
    router = APIRouter(tags=["declaration"])

    @router.put(
        "/applicants/{applicant_id}/declaration",
        summary="Declare, or replace the whole declaration",
        responses=answers(
            200,
            DeclarationAccepted,
            "Accepted; each change gets the next version",
            _400="INCOMPLETE_REQUEST",
            _409="ANNOUNCEMENT_FIXED · DECLARATION_CLOSED",
            _413="BODY_TOO_LARGE",
            _415="UNSUPPORTED_TYPE",
            _422="INVALID_FIELD",
        ),
        openapi_extra={"requestBody": {"required": True, "content": {JSON: {"schema": SCHEMA}}}},
    )
    async def declare(applicant_id: ApplicantId, request: Request) -> JSONResponse:
        """Each accepted change gets the next version, and what was already read is judged again."""
        content_type = request.headers.get("Content-Type", JSON)
        if not _is_json(content_type):
            raise problems.not_json(content_type)
        body = await read_small(request, portal.settings.max_declaration_bytes)
        await run_in_threadpool(portal.room.check)
        accepted = await run_in_threadpool(portal.declarations.declare, applicant_id, body)
        return JSONResponse({"applicant_id": accepted.applicant_id, "version": accepted.version})

    return router


def _is_json(content_type: str) -> bool:
    """Whether a body of this type may be a declaration."""
    media_type, *options = (part.strip().lower() for part in content_type.split(";"))
    charsets = [option.removeprefix("charset=").strip('"') for option in options if option.startswith("charset=")]
    return media_type == JSON and all(charset in ("utf-8", "utf8") for charset in charsets)
