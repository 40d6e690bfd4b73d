"""RFC 9457 problem answers: a stable code, and what was wrong and what to do in Korean and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from services.common.errors import Retryable
from services.common.telemetry import logger
from services.common.web.faults import fault_page

log = logger("web")

MEDIA_TYPE = "application/problem+json"
PAGES = ("/review", "/score", "/ops")
"""Addresses that people open in a browser."""


@dataclass(eq=False)  # not frozen: an exception's traceback is set on its way out of a `with` block
class Problem(Exception):  # it is an answer, and only raised to leave the handler
    """A refusal, as the portal or a browser sees it."""

    status: int
    """HTTP status."""
    code: str
    """Stable code of the contract's section 5."""
    ko: str
    """What was wrong, with which value, and what to do."""
    en: str
    """The same in English."""
    errors: Sequence[Mapping[str, Any]] = ()
    """Field by field, for INVALID_FIELD."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """`Retry-After`, `WWW-Authenticate`, …"""

    def response(self) -> JSONResponse:
        """The answer to a program."""
        body: dict[str, Any] = {
            "type": f"urn:docintake:problem:{self.code}",
            "title": self.code,
            "status": self.status,
            "code": self.code,
            "detail": f"{self.ko} / {self.en}",
            "detail_ko": self.ko,
            "detail_en": self.en,
        }
        if self.errors:
            body["errors"] = list(self.errors)
        return JSONResponse(body, status_code=self.status, headers=dict(self.headers), media_type=MEDIA_TYPE)


def answer_problems(app: FastAPI, pages: Sequence[str] = PAGES) -> None:
    """Let every error of `app` become a problem answer; an unforeseen one says nothing of its inside.

    Under the addresses `pages` sits a person: there the answer is a page.
    """

    def answer(request: Request, problem: Problem) -> Response:
        return fault_page(request, problem) if _is_under(request.url.path, pages) else problem.response()

    @app.exception_handler(Problem)
    async def _problem(request: Request, problem: Problem) -> Response:
        return answer(request, problem)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        return answer(request, _invalid_fields(error))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        return answer(request, _from_status(error.status_code, dict(error.headers or {})))

    @app.exception_handler(Retryable)
    async def _busy(request: Request, error: Retryable) -> Response:
        log.warning("infrastructure away", error=str(error))
        return answer(request, busy(2))

    @app.exception_handler(Exception)
    async def _failed(request: Request, error: Exception) -> Response:
        log.error("request failed", error=type(error).__name__, exc_info=True)
        return answer(request, _server_failed())


def _is_under(path: str, pages: Sequence[str]) -> bool:
    return any(path == page or path.startswith(f"{page}/") for page in pages)


def _server_failed() -> Problem:
    return Problem(
        500,
        "INTERNAL_ERROR",
        "서버에서 처리하지 못했습니다. 잠시 뒤 같은 요청을 다시 보내십시오.",
        "The server failed. Send the same request again in a moment.",
    )


def busy(seconds: int) -> Problem:
    """503: come again in `seconds`."""
    return Problem(
        503,
        "BUSY",
        f"처리가 밀려 있습니다. {seconds}초 뒤에 다시 보내십시오.",
        f"The server is busy. Send the request again in {seconds} seconds.",
        headers={"Retry-After": str(seconds)},
    )


def _invalid_fields(error: RequestValidationError) -> Problem:
    errors = [_invalid_field(item) for item in error.errors()]
    return Problem(
        422,
        "INVALID_FIELD",
        "요청의 값이 잘못되었습니다. errors의 항목을 고쳐 다시 보내십시오.",
        "Some fields are invalid. Correct those under errors and send again.",
        errors=errors,
    )


def _invalid_field(item: Mapping[str, Any]) -> dict[str, Any]:
    """One wrong parameter in our own few codes: REQUIRED, NOT_A_NUMBER, OUT_OF_RANGE, UNKNOWN_VALUE, MALFORMED."""
    code, ko, en = _PARAMETERS.get(str(item["type"]), _MALFORMED)
    context = {name: value for name, value in item.get("ctx", {}).items() if isinstance(value, (str, int, float))}
    limits = {"limit": str(next((context[name] for name in ("ge", "gt", "le", "lt") if name in context), "-"))}
    limits |= {"expected": str(context.get("expected", "-"))}
    return {
        "field": ".".join(str(part) for part in item["loc"][1:]) or str(item["loc"][0]),
        "code": code,
        "value": None if code == "REQUIRED" else _shown(item.get("input")),
        "ko": ko.format_map(limits),
        "en": en.format_map(limits),
    }


def _shown(value: object) -> str | None:
    """A foreign value as an answer may repeat it: printable, and cut short."""
    if not isinstance(value, (str, int, float)):
        return None
    clean = "".join(character if character.isprintable() else "\ufffd" for character in str(value)[:61])
    return clean if len(clean) <= 60 else clean[:60] + "…"


_NOT_A_NUMBER = ("NOT_A_NUMBER", "숫자로 보내십시오(예: 20).", "Send a plain number, such as 20.")
_AT_LEAST = ("OUT_OF_RANGE", "{limit} 이상이어야 합니다.", "It must be {limit} or more.")
_AT_MOST = ("OUT_OF_RANGE", "{limit} 이하여야 합니다.", "It must be {limit} or less.")
_ONE_OF = ("UNKNOWN_VALUE", "다음 가운데 하나를 보내십시오: {expected}.", "Send one of {expected}.")
_MALFORMED = (
    "MALFORMED",
    "값이 형식에 맞지 않습니다. /docs의 형식대로 보내십시오.",
    "The value is malformed. Send it as /docs describes.",
)
_PARAMETERS: Mapping[str, tuple[str, str, str]] = {
    "missing": ("REQUIRED", "꼭 필요한 값입니다. 넣어 보내십시오.", "This value is required. Send it."),
    "int_type": _NOT_A_NUMBER,
    "int_parsing": _NOT_A_NUMBER,
    "int_parsing_size": _NOT_A_NUMBER,
    "int_from_float": _NOT_A_NUMBER,
    "float_type": _NOT_A_NUMBER,
    "float_parsing": _NOT_A_NUMBER,
    "finite_number": _NOT_A_NUMBER,
    "greater_than": _AT_LEAST,
    "greater_than_equal": _AT_LEAST,
    "less_than": _AT_MOST,
    "less_than_equal": _AT_MOST,
    "enum": _ONE_OF,
    "literal_error": _ONE_OF,
}
"""pydantic's type of an error → our code, and what to do in Korean and English."""


def _from_status(status: int, headers: Mapping[str, str]) -> Problem:
    code, ko, en = {
        401: ("UNAUTHENTICATED", "인증 키가 없거나 잘못되었습니다.", "The key is missing or wrong."),
        403: ("FORBIDDEN", "이 작업을 할 권한이 없습니다.", "You may not do this."),
        404: (
            "NOT_FOUND",
            "그런 주소나 자료가 없습니다. 주소와 번호를 확인하십시오.",
            "There is no such address or resource. Check the address and the id.",
        ),
        405: (
            "METHOD_NOT_ALLOWED",
            "이 주소에서 쓸 수 없는 메서드입니다. /docs를 보십시오.",
            "This address does not take that method. See /docs.",
        ),
        413: ("BODY_TOO_LARGE", "요청이 너무 큽니다.", "The request is too large."),
    }.get(status, ("BAD_REQUEST", "요청을 이해하지 못했습니다. /docs를 보십시오.", "Not understood. See /docs."))
    return Problem(status, code, ko, en, headers=headers)
