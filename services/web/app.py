"""One address for all roles: the portal's `/v1` and `/docs`, staff's `/review`, HR's `/score`, operators' `/ops`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from fastapi_offline import FastAPIOffline

import services.common.web
from services.common.web.problems import answer_problems

STATIC = Path(services.common.web.__file__).parent / "static"

DESCRIPTION = """
Uploads of certificate copies, language reports and career forms, checked field by field against the declaration.
접수한 서류를 판독하여 지원자가 입력한 내용과 항목별로 대조합니다. **불일치는 불합격입니다.**

Every refusal is `application/problem+json` with a stable `code`, `detail_ko` and `detail_en`.
"""


def create_app(
    routers: Sequence[APIRouter], start: Callable[[], None] = lambda: None, stop: Callable[[], None] = lambda: None
) -> FastAPI:
    """The web application of `routers`; `start` and `stop` are called when it begins and ends to serve."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        start()
        yield
        stop()

    # /docs from files of the package: an institution's network may reach no CDN.
    app = FastAPIOffline(title="docintake", version=version("docintake"), description=DESCRIPTION, lifespan=lifespan)
    answer_problems(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in routers:
        app.include_router(router)

    @app.get("/", include_in_schema=False)
    def front() -> RedirectResponse:
        """Staff are who open a browser here."""
        return RedirectResponse("/review")

    return app
