"""Who may ask: the portal, by its bearer key, at its rate."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable

from fastapi import Request

from services.common.web.problems import Problem
from services.intake.api.capacity import Capacity


def guard(key: str, capacity: Capacity) -> Callable[[Request], Awaitable[None]]:
    """A dependency that lets the holder of `key` in: 401 for anybody else, 429 over the rate."""
    expected = key.encode()

    async def portal_only(request: Request) -> None:
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), expected):
            raise unauthenticated()
        capacity.take_request()

    return portal_only


def unauthenticated() -> Problem:
    """401, the same for no key and a wrong one."""
    return Problem(
        401,
        "UNAUTHENTICATED",
        "포털 키가 없거나 다릅니다. Authorization: Bearer <portal key>를 보내십시오.",
        "The portal key is missing or wrong. Send Authorization: Bearer <portal key>.",
        headers={"WWW-Authenticate": 'Bearer realm="docintake"'},
    )
