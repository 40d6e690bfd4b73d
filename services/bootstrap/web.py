"""The one address: `/v1`, `/docs`, `/review`, `/score`, `/ops`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from services.bootstrap.rounds import score_desk
from services.bootstrap.shared import Shared, all_announcements, migrated
from services.bootstrap.stateful import clerk
from services.bootstrap.upkeep import outboxes_of
from services.common.database import open_database
from services.common.keys.grants import Grants
from services.common.outbox import Outbox
from services.common.secrets import portal_key, session_key, staff_password, unmask_password
from services.common.settings import Settings

if TYPE_CHECKING:
    from services.verify.review.console import Console


def web_app(settings: Settings) -> FastAPI:
    """All roles on one application; nothing listens yet."""
    from services.intake.admission.child import Admission
    from services.intake.admission.limits import Limits
    from services.intake.api.lines import RequestLines
    from services.intake.api.portal import Portal, portal_router
    from services.ops.watch import look
    from services.ops.web import router as ops_router
    from services.score.web.pages import router as score_router
    from services.score.web.results_api import results_router
    from services.verify.review.sessions import Sessions
    from services.verify.review.unmasking import UnmaskRight
    from services.verify.review.web import router as review_router
    from services.verify.review.web import signed_in
    from services.web.app import create_app
    from services.web.keys import keys_router

    shared = Shared.open(settings, makes_keys=True)
    database = migrated(settings, "intake")
    desk = clerk(shared, database, all_announcements(settings))
    admission = Admission(Limits.of(settings), settings.admission_workers)
    portal = Portal.of(settings, portal_key(settings), desk, admission)

    scores = score_desk(Shared.open(settings))
    sessions = Sessions(staff_password(settings), session_key(settings), shared.clock)
    routers = [
        # Before the portal, which answers for whatever else is under /v1.
        keys_router(Grants(open_database(settings, "keys"), shared.clock), shared.sealer),
        results_router(scores, portal_key(settings), settings.max_request_bytes),
        portal_router(portal),
        score_router(scores, signed_in(sessions)),
        review_router(_console(Shared.open(settings)), sessions, UnmaskRight(unmask_password(settings), shared.clock)),
        ops_router(
            lambda: look(settings, shared.clock),
            signed_in(sessions),
            lambda: outboxes_of(settings, shared.clock),
        ),
    ]
    app = create_app(routers, admission.start, admission.close)
    app.add_middleware(RequestLines)
    return app


def _console(shared: Shared) -> Console:
    from services.verify.review.console import Console
    from services.verify.review.tables import OUTBOX

    database = migrated(shared.settings, "review")
    outbox = Outbox(OUTBOX, shared.codec, "review", shared.clock)
    return Console(database, shared.sealer, shared.blobs, outbox, shared.clock)
