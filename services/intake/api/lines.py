"""One structured line a request: what was asked, by ids only, and the answer. Never a value, never a raw path."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.common.telemetry import logger
from services.intake.identifiers import is_applicant_id, is_document_id

log = logger("portal")

NOTED = "docintake.noted"
_IDS: dict[str, Callable[[str], bool]] = {"applicant_id": is_applicant_id, "document_id": is_document_id}


class RequestLines:
    """Middleware that writes the line when the answer is sent."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and remember the answer's status."""
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 0
        noted: dict[str, str] = {}
        scope[NOTED] = noted

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            log.info(
                "request",
                method=scope["method"] if scope["method"].isalpha() else "?",
                route=getattr(scope.get("route"), "path", "unknown"),
                status=status,
                milliseconds=round((time.perf_counter() - started) * 1000, 1),
                **_ids(scope.get("path_params", {}) | noted),
            )


def note_ids(request: Request, **ids: str) -> None:
    """Ids that belong into the request's line and do not stand in its path."""
    request.scope.get(NOTED, {}).update(ids)


def _ids(given: dict[str, str]) -> dict[str, str]:
    return {name: given[name] for name, is_one in _IDS.items() if name in given and is_one(str(given[name]))}
