"""What a person sees where a page cannot be shown: that it is not their fault, what to do, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.common.web.pages import HEADERS, templates

TEMPLATES = templates(Path(__file__).parent / "templates")


class Fault(Protocol):
    """What went wrong; see `problems.Problem`."""

    status: int
    """HTTP status."""
    ko: str
    """What was wrong and what to do."""
    en: str
    """The same in English."""
    headers: Mapping[str, str]
    """`Retry-After` …"""


def fault_page(request: Request, fault: Fault) -> HTMLResponse:
    """The page. Nothing that was sent is shown again, and nothing is sent again by itself."""
    section = "/" + request.url.path.split("/")[1]
    context = {"status": fault.status, "section": section, "asked": request.method == "GET", "fault": fault}
    headers = HEADERS | dict(fault.headers)
    return TEMPLATES.TemplateResponse(request, "fault.html", context, status_code=fault.status, headers=headers)
