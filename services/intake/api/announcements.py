"""GET /v1/announcements"""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from services.intake.api.portal import Portal
from services.intake.api.responses import answers
from services.intake.api.shapes_announcement import AnnouncementList
from services.intake.notices import notice


def routes(portal: Portal) -> APIRouter:
    """The resource's routes."""
    router = APIRouter(tags=["announcements"])

    @router.get(
        "/announcements",
        summary="What can be declared for",
        responses=answers(200, AnnouncementList, "Every announcement"),
    )
    def list_announcements() -> JSONResponse:
        """Fields, tracks, regions, windows, and the required fields and papers of each kind of claim."""
        now = portal.clerk.clock.now()
        return JSONResponse({"announcements": [notice(item, now) for item in portal.clerk.announcements.values()]})

    return router
