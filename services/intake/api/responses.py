"""Which refusals an operation can answer with, for OpenAPI and the `/docs` page."""

from __future__ import annotations

from typing import Any

from services.common.web.problems import MEDIA_TYPE
from services.intake.api.schema import inlined
from services.intake.api.shapes import ProblemAnswer

_ALWAYS = {
    400: "BAD_REQUEST",
    401: "UNAUTHENTICATED",
    405: "METHOD_NOT_ALLOWED",
    429: "TOO_MANY_REQUESTS",
    500: "INTERNAL_ERROR",
    503: "BUSY",
}
_SCHEMA = inlined(ProblemAnswer)


def answers(status: int, model: type[Any], description: str, **refusals: str) -> dict[int | str, dict[str, Any]]:
    """`status` with `model`, and refusals given as `_409="ALREADY_DECIDED · UPLOAD_CLOSED"`."""
    return {status: {"model": model, "description": description}} | refused(**refusals)


def refused(**refusals: str) -> dict[int | str, dict[str, Any]]:
    """The refusals that every operation knows, and those given."""
    codes = _ALWAYS | {int(name.removeprefix("_")): text for name, text in refusals.items()}
    return {
        status: {"description": text, "content": {MEDIA_TYPE: {"schema": _SCHEMA}}}
        for status, text in sorted(codes.items())
    }
