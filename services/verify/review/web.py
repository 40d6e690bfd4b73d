"""The staff pages under `/review`: plain HTML, no script, nothing from elsewhere."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from fastapi.templating import Jinja2Templates

from services.common.errors import KeyDestroyed
from services.common.events import Decision
from services.verify.review import view
from services.verify.review.console import PAGE_SIZE, Changed, Console, DecisionForm, Filter
from services.verify.review.sessions import COOKIE, LIFETIME, Sessions, Staff
from services.verify.review.standing import ASKS_FOR_A_PERSON
from services.verify.words import paper_name

FOLDER = Path(__file__).parent
MOST_REASON, MOST_NAME = 2000, 60
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Personal data: never cached, never framed, and no page can load or run anything that is not ours."""

TEMPLATES = Jinja2Templates(FOLDER / "templates")
TEMPLATES.env.filters["seoul"] = view.seoul
TEMPLATES.env.filters["paper_ko"] = lambda kind: paper_name(kind)[0]
TEMPLATES.env.globals.update(
    STATUS_KO=view.STATUS_KO,
    DECISION_KO=view.DECISION_KO,
    KIND_KO=view.KIND_KO,
    ENDED_KO=view.ENDED_KO,
    REASON_KO=view.REASON_KO,
)


def signed_in(sessions: Sessions) -> Callable[[Request], Staff]:
    """A dependency for every staff page (also the operators'): who is logged in, or the way to the login."""

    def staff(request: Request) -> Staff:
        found = sessions.staff(request.cookies.get(COOKIE))
        if found is None:
            raise HTTPException(303, headers={"Location": f"/review/login?{urlencode({'next': _path(request)})}"})
        return found

    return staff


def router(console: Console, sessions: Sessions) -> APIRouter:
    """All pages under `/review`."""
    routes = APIRouter(include_in_schema=False)
    require = Depends(signed_in(sessions))

    @routes.get("/review/static/review.css")
    def stylesheet() -> FileResponse:
        return FileResponse(FOLDER / "static" / "review.css", media_type="text/css")

    @routes.get("/review/login")
    def login_page(request: Request, next: str = "/review") -> HTMLResponse:
        return _page(request, "login.html", {"next": _own(next)})

    @routes.post("/review/login")
    def log_in(
        request: Request,
        name: Annotated[str, Form()] = "",
        password: Annotated[str, Form()] = "",
        next: Annotated[str, Form()] = "/review",
    ) -> Response:
        context = {"next": _own(next), "name": name[:MOST_NAME]}
        if sessions.must_wait():
            return _page(request, "login.html", context | {"fault": "wait"}, 429)
        if not 0 < len(name.strip()) <= MOST_NAME:
            return _page(request, "login.html", context | {"fault": "name"}, 422)
        cookie = sessions.log_in(name.strip(), password)
        if cookie is None:
            return _page(request, "login.html", context | {"fault": "password"}, 401)
        answer = RedirectResponse(_own(next), 303)
        answer.set_cookie(
            COOKIE,
            cookie,
            max_age=int(LIFETIME.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer

    @routes.post("/review/logout")
    def log_out(request: Request, staff: Staff = require, token: Annotated[str, Form()] = "") -> Response:
        if not sessions.is_own(staff, token):
            return _forged(request, staff)
        answer = RedirectResponse("/review/login", 303)
        answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return answer

    @routes.get("/review")
    def listing(
        request: Request,
        staff: Staff = require,
        show: str = "flagged",
        status: str = "",
        kind: str = "",
        applicant: str = "",
        page: str = "1",
    ) -> HTMLResponse:
        wanted = Filter(show, status, kind, applicant.strip()[:64], _number(page))
        found = console.papers(wanted)
        return _page(
            request,
            "list.html",
            {"staff": staff, "wanted": wanted, "found": found, "last_page": max(1, -(-found.total // PAGE_SIZE))},
        )

    @routes.get("/review/papers/{document_id}")
    def paper(request: Request, document_id: str, staff: Staff = require) -> HTMLResponse:
        return _paper_page(request, console, staff, document_id)

    @routes.get("/review/papers/{document_id}/pages/{number}")
    def picture(request: Request, document_id: str, number: int, staff: Staff = require) -> Response:
        try:
            found = console.picture(document_id, number)
        except KeyDestroyed:
            found = None
        if found is None:
            return _message(request, staff, "missing", 404)
        return Response(found, media_type="image/png", headers=HEADERS)

    @routes.post("/review/papers/{document_id}/decision")
    def decide(
        request: Request,
        document_id: str,
        staff: Staff = require,
        token: Annotated[str, Form()] = "",
        decision: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        name: Annotated[str, Form()] = "",
        verdict_id: Annotated[str, Form()] = "",
        basis: Annotated[str, Form()] = "",
        form_id: Annotated[str, Form()] = "",
    ) -> Response:
        if not sessions.is_own(staff, token):
            return _forged(request, staff)
        given = {"decision": decision, "reason": reason.strip(), "name": name.strip()}
        if faults := _faults(given):
            return _paper_page(request, console, staff, document_id, faults=faults, given=given)
        form = DecisionForm(Decision(decision), given["reason"], given["name"], verdict_id, basis, form_id[:64])
        try:
            console.decide(document_id, form)
        except (Changed, KeyDestroyed):
            return _message(request, staff, "changed", 409, document_id=document_id, reason=given["reason"])
        return RedirectResponse(f"/review/papers/{quote(document_id, safe='')}?saved=1", 303)

    return routes


def _paper_page(
    request: Request,
    console: Console,
    staff: Staff,
    document_id: str,
    faults: tuple[str, ...] = (),
    given: dict[str, str] | None = None,
) -> HTMLResponse:
    try:
        shown = console.paper(document_id)
    except KeyDestroyed:
        shown = None
    if shown is None:
        return _message(request, staff, "missing", 404)
    context = {
        "staff": staff,
        "shown": shown,
        "paper": shown.paper,
        "fields": view.field_rows(shown),
        "reasons": view.paper_reasons(shown),
        "pages": view.pages(shown),
        "readings": view.reading_rows(shown),
        "trail": view.trail(shown),
        "holding": next((made for made in reversed(shown.decisions) if made.holds), None),
        "decidable": shown.standing.status in ASKS_FOR_A_PERSON and shown.paper.ended is None,
        "faults": faults,
        "given": given or {"decision": "", "reason": "", "name": staff.name},
        "form_id": secrets.token_hex(16),
        "saved": "saved" in request.query_params,
    }
    return _page(request, "paper.html", context, 422 if faults else 200)


def _faults(given: dict[str, str]) -> tuple[str, ...]:
    """Which parts of a decision are absent or too long."""
    valid = {decision.value for decision in Decision} - {Decision.UNKNOWN.value}
    faults = [] if given["decision"] in valid else ["decision"]
    faults += [] if 0 < len(given["reason"]) <= MOST_REASON else ["reason"]
    faults += [] if 0 < len(given["name"]) <= MOST_NAME else ["name"]
    return tuple(faults)


def _forged(request: Request, staff: Staff) -> HTMLResponse:
    return _message(request, staff, "forged", 403)


def _message(request: Request, staff: Staff, what: str, status: int, **context: Any) -> HTMLResponse:
    return _page(request, "message.html", {"staff": staff, "what": what, **context}, status)


def _page(request: Request, template: str, context: dict[str, Any], status: int = 200) -> HTMLResponse:
    return TEMPLATES.TemplateResponse(request, template, context, status_code=status, headers=HEADERS)


def _number(text: str) -> int:
    return min(max(int(text), 1), 100_000) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _path(request: Request) -> str:
    return request.url.path if request.method == "GET" else "/review"


def _own(path: str) -> str:
    """`path` if it is one of our own pages, else the list: a login never leads to another site."""
    own = path in ("/review", "/ops") or path.startswith(("/review/", "/ops/", "/review?", "/ops?"))
    return path if own and "\\" not in path and "\n" not in path and "\r" not in path else "/review"
