"""What the portal's routes are made of, and the router of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from fastapi import APIRouter, Depends
from fastapi.security import HTTPBearer

from services.common.settings import Settings
from services.intake.admission.limits import Limits
from services.intake.answers import Answers
from services.intake.api.capacity import Capacity
from services.intake.api.guard import guard
from services.intake.applicants import Applicants
from services.intake.clerk import Clerk
from services.intake.declarations import Declarations
from services.intake.erasure import Erasure
from services.intake.room import Room
from services.intake.uploads import Admits, Uploads
from services.intake.withdrawals import Withdrawals


@dataclass(frozen=True, slots=True)
class Portal:
    """What the routes call."""

    settings: Settings
    """Limits of requests."""
    key: str
    """The portal's bearer key."""
    clerk: Clerk
    """For the announcements."""
    limits: Limits
    """Limits of files."""
    capacity: Capacity
    """How much may be going on."""
    room: Room
    """Whether there is room for more."""
    declarations: Declarations
    """PUT declaration."""
    uploads: Uploads
    """POST document."""
    withdrawals: Withdrawals
    """DELETE document."""
    answers: Answers
    """GET documents."""
    applicants: Applicants
    """GET applicant."""
    erasure: Erasure
    """DELETE applicant."""

    @classmethod
    def of(cls, settings: Settings, key: str, clerk: Clerk, admission: Admits) -> Self:
        """The portal on these collaborators; nothing is started or connected."""
        limits = Limits.of(settings)
        return cls(
            settings=settings,
            key=key,
            clerk=clerk,
            limits=limits,
            capacity=Capacity(settings),
            room=Room(clerk.database, _local_folders(settings), settings.min_free_mib, settings.outbox_limit),
            declarations=Declarations(clerk),
            uploads=Uploads(clerk, admission, limits),
            withdrawals=Withdrawals(clerk),
            answers=Answers(clerk),
            applicants=Applicants(clerk),
            erasure=Erasure(clerk),
        )


def _local_folders(settings: Settings) -> list[Path]:
    """Where this machine keeps what an upload brings; another machine's disk is not ours to look at."""
    blobs = [] if "://" in settings.blobs else [Path(settings.blobs) if settings.blobs else settings.data]
    return blobs if settings.database_url else [settings.data, *blobs]


def portal_router(portal: Portal) -> APIRouter:
    """Everything under `/v1`."""
    from services.intake.api import announcements, applicants, declarations, documents, uploads
    from services.intake.api.strays import answer_heads, answer_strays

    documented = HTTPBearer(auto_error=False, description="The portal's key")
    router = APIRouter(prefix="/v1", dependencies=[Depends(documented), Depends(guard(portal.key, portal.capacity))])
    resources = [part.routes(portal) for part in (declarations, uploads, documents, applicants, announcements)]
    for resource in resources:
        answer_heads(resource)
        router.include_router(resource)
    answer_strays(router, resources)
    return router
