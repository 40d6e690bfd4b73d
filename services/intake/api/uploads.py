"""POST /v1/documents"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from services.announcement.refusal import FieldError
from services.intake import problems
from services.intake.admission import refusals
from services.intake.api.bodies import announced_bytes, chunks, goodbye
from services.intake.api.lines import note_ids
from services.intake.api.multipart import FILE, Form, read_form
from services.intake.api.parameters import APPLICANT_ID_SCHEMA, CLAIM_ID_SCHEMA
from services.intake.api.portal import Portal
from services.intake.api.responses import answers
from services.intake.api.shapes import UploadReceived
from services.intake.identifiers import (
    IDEMPOTENCY_KEY,
    MAX_PAPER,
    UPLOAD_KINDS,
    idempotency_key_error,
    paper_name,
    part_errors,
)
from services.intake.repeats import Upload

REQUIRED = ("applicant_id", "claim_id", "kind")
PARTS = frozenset((*REQUIRED, "announcement", "paper"))
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": [*REQUIRED, FILE],
    "additionalProperties": False,
    "properties": {
        "applicant_id": APPLICANT_ID_SCHEMA | {"description": "The application number"},
        "announcement": {"type": "string", "description": "Needed only before the first declaration"},
        "claim_id": CLAIM_ID_SCHEMA | {"description": "The id of a claim of the declaration"},
        "kind": {"type": "string", "enum": list(UPLOAD_KINDS)},
        "paper": {
            "type": "string",
            "maxLength": MAX_PAPER,
            "description": "Which paper, where a claim needs more than one",
        },
        FILE: {
            "type": "array",
            "minItems": 1,
            "items": {"type": "string", "format": "binary"},
            "description": "JPG, PNG, GIF, TIFF, HEIC or PDF, by content; several files are pages in order",
        },
    },
}


def routes(portal: Portal) -> APIRouter:
    """The resource's routes."""
    router = APIRouter(tags=["documents"])

    @router.post(
        "/documents",
        status_code=202,
        summary="Upload a paper",
        responses=answers(
            202,
            UploadReceived,
            "The originals and the event are durably stored",
            _400="INCOMPLETE_REQUEST",
            _409="ANNOUNCEMENT_FIXED · UPLOAD_CLOSED · IDEMPOTENCY_CONFLICT",
            _413="FILE_TOO_LARGE",
            _415="UNSUPPORTED_TYPE",
            _422="INVALID_FIELD · UNKNOWN_CLAIM · EMPTY_FILE · TRUNCATED · ENCRYPTED · NO_PAGE · TOO_MANY_PAGES · "
            "IMAGE_TOO_LARGE · UNREADABLE_FILE · PAGE_SIZE",
        ),
        openapi_extra={
            "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": SCHEMA}}},
            "parameters": [
                {
                    "name": "Idempotency-Key",
                    "in": "header",
                    "required": False,
                    "schema": {"type": "string", "pattern": f"^{IDEMPOTENCY_KEY.pattern}$", "maxLength": 200},
                    "description": "The same key with the same upload answers the same document",
                }
            ],
        },
    )
    async def upload(request: Request) -> JSONResponse:
        """The same bytes for the same claim and paper are one document; a newer file supersedes the older."""
        limit = portal.settings.max_request_bytes
        if (announced := announced_bytes(request)) > limit:
            raise problems.refused(refusals.request_too_large(announced, limit), headers=goodbye(request))
        with portal.capacity.holding() as holding:
            content_type = request.headers.get("Content-Type", "")
            form = await read_form(chunks(request), content_type, PARTS, portal.limits, limit, holding.add)
            asked = _upload(form, request.headers.get("Idempotency-Key"))
            note_ids(request, applicant_id=asked.applicant_id)
            await run_in_threadpool(portal.room.check)  # only now: a client that is still sending hears no answer
            async with portal.capacity.upload():  # only now: a client that is slow to send takes nobody's place
                received = await run_in_threadpool(portal.uploads.accept, asked)
        note_ids(request, document_id=received.document_id)
        address = f"/v1/documents/{received.document_id}"
        body = {
            "document_id": received.document_id,
            "sha256": received.sha256,
            "bytes": received.bytes,
            "pages": received.pages,
            "status": received.status,
            "links": {"self": address},
        }
        return JSONResponse(body, status_code=202, headers={"Location": address})

    return router


def _upload(form: Form, idempotency_key: str | None) -> Upload:
    if errors := _errors(form, idempotency_key):
        raise problems.invalid(errors)
    return Upload(
        applicant_id=form.values["applicant_id"],
        announcement=form.values.get("announcement") or None,
        claim_id=form.values["claim_id"],
        kind=form.values["kind"],
        paper=paper_name(form.values.get("paper", "")),
        files=form.files,
        idempotency_key=idempotency_key,
    )


def _errors(form: Form, idempotency_key: str | None) -> list[FieldError]:
    """Every part that is wrong, each once, so that one answer is enough to mend them all."""
    errors = list(form.errors)
    wrong = {error.field for error in errors}
    missing = [name for name in REQUIRED if name not in wrong and not form.values.get(name)]
    if not form.files:
        missing.append(FILE)
    errors += [
        FieldError(name, "REQUIRED", None, f"{name} 항목을 넣어 보내십시오.", f"Send the part {name}.")
        for name in missing
    ]
    values = {name: form.values.get(name, "") for name in REQUIRED}
    reported = wrong | set(missing)
    errors += [
        error
        for error in part_errors(**values, paper=paper_name(form.values.get("paper", "")))
        if error.field not in reported
    ]
    if idempotency_key is not None and (error := idempotency_key_error(idempotency_key)):
        errors.append(error)
    return errors
