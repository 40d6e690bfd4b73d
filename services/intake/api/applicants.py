"""GET and DELETE /v1/applicants/{applicant_id}"""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from services.intake.api.parameters import ApplicantId
from services.intake.api.portal import Portal
from services.intake.api.responses import answers, refused
from services.intake.api.shapes import ApplicantAnswer


def routes(portal: Portal) -> APIRouter:
    """The resource's routes."""
    router = APIRouter(tags=["applicants"])

    @router.get(
        "/applicants/{applicant_id}",
        summary="Ask for an applicant",
        responses=answers(200, ApplicantAnswer, "Claims, documents and score", _404="NOT_FOUND"),
    )
    def get_applicant(applicant_id: ApplicantId) -> JSONResponse:
        """The declaration's version, each claim with its documents and outcome, and the newest score."""
        return JSONResponse(portal.applicants.applicant(applicant_id))

    @router.delete(
        "/applicants/{applicant_id}",
        status_code=204,
        summary="Erase a person",
        response_class=Response,
        responses={204: {"description": "Erased; again is the same"}, **refused(_404="NOT_FOUND")},
    )
    def erase_applicant(applicant_id: ApplicantId) -> Response:
        """Rows, files and the key: nothing of the person can be read any more, in old events and backups either."""
        portal.erasure.erase(applicant_id)
        return Response(status_code=204)

    return router
