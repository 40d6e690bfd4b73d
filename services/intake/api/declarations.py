"""PUT /v1/applicants/{applicant_id}/declaration"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from services.announcement.declaration import Declaration
from services.intake.api.bodies import read_small
from services.intake.api.portal import Portal
from services.intake.api.responses import answers
from services.intake.api.schema import inlined
from services.intake.api.shapes import DeclarationAccepted

SCHEMA = inlined(Declaration)


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
            _409="ANNOUNCEMENT_FIXED · DECLARATION_CLOSED",
            _413="BODY_TOO_LARGE",
            _422="INVALID_FIELD",
        ),
        openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": SCHEMA}}}},
    )
    async def declare(applicant_id: str, request: Request) -> JSONResponse:
        """Each accepted change gets the next version, and what was already read is judged again."""
        body = await read_small(request, portal.settings.max_declaration_bytes)
        accepted = await run_in_threadpool(portal.declarations.declare, applicant_id, body)
        return JSONResponse({"applicant_id": accepted.applicant_id, "version": accepted.version})

    return router
