"""HTML pages of staff and operators: their shared templates, and the headers that keep personal data in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from fastapi.templating import Jinja2Templates

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Never cached, never framed, and no page can load or run anything that is not ours."""

_SHARED = Path(__file__).parent / "templates"


class SignedIn(Protocol):
    """Who is logged in, as the header shows them."""

    @property
    def name(self) -> str:
        """As given at login."""

    @property
    def token(self) -> str:
        """What a form must bring back."""


def templates(folder: Path) -> Jinja2Templates:
    """The templates of `folder` beside the shared ones (`bar.html`)."""
    return Jinja2Templates([folder, _SHARED])
