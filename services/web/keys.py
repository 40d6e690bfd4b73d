"""`GET /v1/keys/{key_id}`: who has a key grant is handed the key of one sealed value, unless its owner was erased."""

from __future__ import annotations

import base64
import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

from services.common.errors import KeyDestroyed
from services.common.keys.grants import Grant, Grants
from services.common.sealing import Sealer
from services.common.telemetry import logger
from services.common.web.problems import MEDIA_TYPE, Problem

KEY_ID = re.compile(r"[0-9a-f]{32}")

log = logger("keys")


class KeyAnswer(BaseModel):
    """The key of sealed values."""

    key_id: str = Field(description="Bytes 1 to 16 of the sealed value, in hexadecimal")
    key: str = Field(description="AES-256-GCM key, base64. Keep it in memory, and only for a short time")


def keys_router(grants: Grants, sealer: Sealer) -> APIRouter:
    """The one route; `grants` says who asks, `sealer` has the keys. Each answer is one log line."""
    routes = APIRouter(prefix="/v1/keys", tags=["Events · 이벤트"])
    documented = HTTPBearer(
        auto_error=False, description="A key grant (`docintake keys grant`)", scheme_name="KeyGrant"
    )
    refusals = {401: "UNAUTHENTICATED", 403: "FORBIDDEN", 404: "NOT_FOUND", 410: "ERASED", 503: "BUSY"}

    @routes.get(
        "/{key_id}",
        dependencies=[Depends(documented)],
        summary="The key of a sealed value",
        responses={status: {"description": code, "content": {MEDIA_TYPE: {}}} for status, code in refusals.items()},
    )
    def key_of_sealed_values(
        request: Request,
        response: Response,
        key_id: Annotated[str, Path(description="Bytes 1 to 16 of `sealed`, in hexadecimal")],
    ) -> KeyAnswer:
        """For consumers of events that may open personal values; after an erasure there is no key."""
        grant = _holder(grants, request.headers.get("Authorization", ""))
        if not KEY_ID.fullmatch(key_id):
            log.info("key refused", grant=grant.name, key_id="malformed", status=404)
            raise _unknown()
        try:
            key = sealer.sealing_key(key_id)
        except KeyDestroyed:
            log.info("key refused", grant=grant.name, key_id=key_id, status=410)
            raise _erased() from None
        if key is None:
            log.info("key refused", grant=grant.name, key_id=key_id, status=404)
            raise _unknown()
        log.info("key handed out", grant=grant.name, key_id=key_id, status=200)
        response.headers["Cache-Control"] = "no-store"
        return KeyAnswer(key_id=key_id, key=base64.b64encode(key).decode())

    return routes


def _holder(grants: Grants, authorization: str) -> Grant:
    """Whose token it is. Raises Problem 401 where it is nobody's, 403 where the grant was revoked."""
    scheme, _, token = authorization.partition(" ")
    grant = grants.of(token.strip()) if scheme.lower() == "bearer" else None
    if grant is None:
        raise Problem(
            401,
            "UNAUTHENTICATED",
            "키 권한(key grant)이 없거나 다릅니다. Authorization: Bearer <grant token>을 보내십시오.",
            "The key grant is missing or wrong. Send Authorization: Bearer <grant token>.",
            headers={"WWW-Authenticate": 'Bearer realm="docintake keys"'},
        )
    if grant.revoked_at is not None:
        log.warning("revoked grant used", grant=grant.name, status=403)
        raise Problem(
            403,
            "FORBIDDEN",
            f"키 권한 {grant.name}은(는) 회수되었습니다. 운영자에게 새 권한을 요청하십시오.",
            f"The key grant {grant.name} was revoked. Ask the operators for another.",
        )
    return grant


def _unknown() -> Problem:
    return Problem(
        404,
        "NOT_FOUND",
        "그런 키가 없습니다. sealed의 2~17번째 바이트를 16진수로 보내십시오.",
        "There is no such key. Send bytes 1 to 16 of `sealed` (counted from 0) in hexadecimal.",
    )


def _erased() -> Problem:
    return Problem(
        410,
        "ERASED",
        "이 지원자의 자료는 삭제되어 열 수 없습니다. 가지고 있는 것도 지우십시오.",
        "The applicant was erased: nothing of theirs can be opened any more. Drop what you hold of them.",
    )
