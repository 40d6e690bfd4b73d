"""The staff pages under `/review`: plain HTML, no script, nothing from elsewhere."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse

from services.common.errors import KeyDestroyed
from services.common.events import Decision
from services.common.page_pictures import media_type
from services.common.resident_number import masked
from services.common.web.pages import HEADERS, templates
from services.verify.review import view
from services.verify.review.console import KINDS, PAGE_SIZE, SHOWS, STATUSES, Changed, Console, DecisionForm, Filter
from services.verify.review.sessions import COOKIE, LIFETIME, Sessions, Staff
from services.verify.review.unmasking import UnmaskRight
from services.verify.words import paper_name

FOLDER = Path(__file__).parent
MOST_REASON, MOST_NAME = 2000, 60
MOST_DIGITS = 9
"""Of a page number: no list is that long."""
EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
_TURNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of writing: what is shown would not be what was recorded."""

TEMPLATES = templates(FOLDER / "templates")
TEMPLATES.env.filters["seoul"] = view.seoul
TEMPLATES.env.filters["reason_ko"] = view.reason_ko
TEMPLATES.env.filters["paper_ko"] = lambda kind: paper_name(kind)[0]
TEMPLATES.env.globals.update(
    STATUS_KO=view.STATUS_KO,
    DECISION_KO=view.DECISION_KO,
    KIND_KO=view.KIND_KO,
    ENDED_KO=view.ENDED_KO,
    STATUSES=STATUSES,
    KINDS=KINDS,
)


def signed_in(sessions: Sessions) -> Callable[[Request], Staff]:
    """A dependency for every staff page (also the operators'): who is logged in, or the way to the login."""

    def staff(request: Request) -> Staff:
        found = sessions.staff(request.cookies.get(COOKIE))
        if found is None:
            raise HTTPException(303, headers={"Location": f"/review/login?{urlencode({'next': _path(request)})}"})
        return found

    return staff


def router(console: Console, sessions: Sessions, unmask_right: UnmaskRight) -> APIRouter:
    """All pages under `/review`; `unmask_right` says who may see what is blacked out."""
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
        if not 0 < len(name.strip()) <= MOST_NAME or not name.strip().isprintable():
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
        wanted = Filter(show if show in SHOWS else "flagged", status, kind, applicant.strip()[:64], _number(page))
        found = console.papers(wanted)
        last_page = max(1, -(-found.total // PAGE_SIZE))
        return _page(request, "list.html", {"staff": staff, "wanted": wanted, "found": found, "last_page": last_page})

    @routes.get("/review/papers/{document_id}")
    def paper(request: Request, document_id: str, staff: Staff = require) -> HTMLResponse:
        return _paper_page(request, console, staff, document_id)

    @routes.get("/review/papers/{document_id}/pages/{number}")
    def picture(request: Request, document_id: str, number: str, staff: Staff = require) -> Response:
        found = _picture(console, document_id, number)
        if found is None:
            return _message(request, staff, "no-picture", 404, document_id=document_id)
        return Response(found, media_type=media_type(found), headers=HEADERS)

    @routes.get("/review/papers/{document_id}/pages/{number}/unmasked")
    def look_again(document_id: str, _staff: Staff = require) -> Response:
        """Where a browser comes back to by its address bar: every look is asked for anew."""
        return RedirectResponse(_address(document_id), 303)

    @routes.post("/review/papers/{document_id}/pages/{number}/unmasked")
    def unmask(
        request: Request,
        document_id: str,
        number: str,
        staff: Staff = require,
        token: Annotated[str, Form()] = "",
        password: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
    ) -> Response:
        if not sessions.is_own(staff, token):
            return _forged(request, staff)
        why = _written(reason)
        if not 0 < len(why) <= MOST_REASON or any(_unwritable(character) for character in why):
            return _message(request, staff, "unmask-reason", 422, document_id=document_id)
        if not unmask_right.has(password):
            return _message(request, staff, "unmask-refused", 403, document_id=document_id)
        try:
            found = console.unmask(document_id, _page_number(number), staff.name, why)
        except KeyDestroyed:
            found = None
        if found is None:
            return _message(request, staff, "no-picture", 404, document_id=document_id)
        return Response(found, media_type="image/png", headers=HEADERS)

    @routes.get("/review/papers/{document_id}/decision")
    def decided(document_id: str, _staff: Staff = require) -> Response:
        """Where a browser comes back to by its address bar or after a login."""
        return RedirectResponse(_address(document_id), 303)

    @routes.post("/review/papers/{document_id}/decision")
    def decide(
        request: Request,
        document_id: str,
        staff: Staff = require,
        token: Annotated[str, Form()] = "",
        decision: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        verdict_id: Annotated[str, Form()] = "",
        basis: Annotated[str, Form()] = "",
        seen: Annotated[str, Form()] = "",
        form_id: Annotated[str, Form()] = "",
    ) -> Response:
        if not sessions.is_own(staff, token):
            return _forged(request, staff)
        given = Given(decision, _written(reason), basis, seen)
        if given.faults():
            return _paper_page(request, console, staff, document_id, given)
        form = DecisionForm(Decision(decision), given.reason, staff.name, verdict_id, basis, seen, form_id[:64])
        try:
            console.decide(document_id, form)
        except (Changed, KeyDestroyed):
            return _changed(request, staff, document_id, given)
        return RedirectResponse(f"{_address(document_id)}?saved=1", 303)

    @routes.api_route("/review/{path:path}", methods=EVERY_METHOD)
    def nothing(request: Request, path: str, staff: Staff = require) -> Response:
        """Every other address: a page that says so. The last of the routes."""
        return RedirectResponse("/review", 303) if not path else _message(request, staff, "no-page", 404)

    return routes


@dataclass(frozen=True, slots=True)
class Given:
    """What a decision form holds."""

    decision: str = ""
    """What was chosen; empty: nothing."""
    reason: str = ""
    """What was written."""
    basis: str = ""
    """The basis that was shown."""
    seen: str = ""
    """The decision that was shown."""

    def faults(self) -> tuple[str, ...]:
        """What is absent, too long or cannot be recorded: `decision`, `reason`, `characters`."""
        valid = {decision.value for decision in Decision} - {Decision.UNKNOWN.value}
        faults = [] if self.decision in valid else ["decision"]
        faults += [] if 0 < len(self.reason) <= MOST_REASON else ["reason"]
        faults += ["characters"] if any(_unwritable(character) for character in self.reason) else []
        return tuple(faults)


def _paper_page(
    request: Request, console: Console, staff: Staff, document_id: str, given: Given | None = None
) -> HTMLResponse:
    """The paper; with a form `given` that has faults, unless it was made for what the paper no longer is."""
    try:
        shown = console.paper(document_id)
        pages = view.pages(shown, lambda number: console.picture(document_id, number)) if shown else []
    except KeyDestroyed:
        shown, pages = None, []
    if shown is None:
        return _message(request, staff, "missing", 404)
    holds = shown.standing.decision
    seen = holds.decision_id if holds else ""
    if given and (given.basis, given.seen) != (shown.standing.basis, seen):
        return _changed(request, staff, document_id, given)
    faults = given.faults() if given else ()
    context = {
        "staff": staff,
        "shown": shown,
        "paper": shown.paper,
        "fields": view.field_rows(shown),
        "reasons": view.paper_reasons(shown),
        "pages": pages,
        "readings": view.reading_rows(shown),
        "trail": view.trail(shown),
        "holding": next((made for made in reversed(shown.decisions) if made.holds), None),
        "seen": seen,
        "faults": faults,
        "given": given or Given(),
        "form_id": secrets.token_hex(16),
        "saved": "saved" in request.query_params,
    }
    return _page(request, "paper.html", context, 422 if faults else 200)


def _picture(console: Console, document_id: str, number: str) -> bytes | None:
    """The page picture, or None where there is none; `number` is part of an address, and may be anything."""
    try:
        return console.picture(document_id, _page_number(number))
    except KeyDestroyed:
        return None


def _page_number(number: str) -> int:
    """The page that a part of an address names; 0, which no page has, where it is no number."""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 0


def _written(reason: str) -> str:
    """A reason as it is recorded: nobody's resident number goes with it to a topic."""
    return masked(reason.replace("\r\n", "\n").strip())


def _unwritable(character: str) -> bool:
    """Whether it has no place in a reason: control characters but line breaks and tabs, and what turns the writing."""
    return (unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t") or character in _TURNS


def _changed(request: Request, staff: Staff, document_id: str, given: Given) -> HTMLResponse:
    return _message(request, staff, "changed", 409, document_id=document_id, reason=given.reason)


def _forged(request: Request, staff: Staff) -> HTMLResponse:
    return _message(request, staff, "forged", 403)


def _message(request: Request, staff: Staff, what: str, status: int, **context: Any) -> HTMLResponse:
    return _page(request, "message.html", {"staff": staff, "what": what, **context}, status)


def _page(request: Request, template: str, context: dict[str, Any], status: int = 200) -> HTMLResponse:
    return TEMPLATES.TemplateResponse(request, template, context, status_code=status, headers=HEADERS)


def _number(text: str) -> int:
    """The page asked for, from 1; what is no number is the first."""
    return max(int(text[:MOST_DIGITS]), 1) if text.isascii() and text.isdigit() else 1


def _address(document_id: str) -> str:
    return f"/review/papers/{quote(document_id, safe='')}"


def _path(request: Request) -> str:
    return request.url.path if request.method == "GET" else "/review"


_PAGES = ("/review", "/ops", "/score")
"""Pages behind the staff login."""


def _own(path: str) -> str:
    """`path` if it is one of our own pages, else the list: a login never leads to another site."""
    own = any(path == page or path.startswith((f"{page}/", f"{page}?")) for page in _PAGES)
    return path if own and "\\" not in path and "\n" not in path and "\r" not in path else "/review"
