"""Request bodies as they stream in: counted, never waited for without end, and never half used."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from fastapi import Request
from starlette.requests import ClientDisconnect

from services.common.web.problems import Problem
from services.intake import problems

IDLE_SECONDS = 30.0
"""A client that sends nothing for so long has hung up."""
GRACE_SECONDS, SLOWEST_BYTES_A_SECOND = 60.0, 32 * 1024
"""After the grace a body must have come faster than this: a trickle holds memory and no one waits for it."""
DRAINED_BYTES = 128 * 1024 * 1024
"""A refused body is read on and thrown away up to here, so that the client gets to hear the refusal."""


def announced_bytes(request: Request) -> int:
    """How long the body says that it is; 0 where it does not say."""
    length = request.headers.get("Content-Length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0


def goodbye(request: Request) -> dict[str, str]:
    """Headers of a refusal before the body: who waits for 100 Continue never sends it, and the connection ends."""
    return {"Connection": "close"} if "100-continue" in request.headers.get("Expect", "").lower() else {}


async def chunks(request: Request) -> AsyncIterator[bytes]:
    """The body piece by piece; 400 INCOMPLETE_REQUEST where the client hangs up, falls silent or trickles."""
    stream = request.stream()
    clock = asyncio.get_running_loop().time
    until = clock() + GRACE_SECONDS
    while True:
        try:
            chunk = await asyncio.wait_for(anext(stream), min(IDLE_SECONDS, until - clock()))
            until += len(chunk) / SLOWEST_BYTES_A_SECOND
        except StopAsyncIteration:
            return
        except (ClientDisconnect, TimeoutError):
            raise _incomplete() from None
        yield chunk


async def drain(stream: AsyncIterator[bytes]) -> None:
    """Read on and throw away, within bounds."""
    size = 0
    async for chunk in stream:
        size += len(chunk)
        if size > DRAINED_BYTES:
            return


async def read_small(request: Request, limit: int) -> bytes:
    """The whole body of at most `limit` bytes; 413 BODY_TOO_LARGE over that, before it comes where it says so."""
    if announced_bytes(request) > limit:
        raise problems.body_too_large(limit, goodbye(request))
    body = bytearray()
    stream = chunks(request)
    async for chunk in stream:
        if len(body) + len(chunk) > limit:
            await drain(stream)
            raise problems.body_too_large(limit)
        body += chunk
    return bytes(body)


def _incomplete() -> Problem:
    return Problem(
        400,
        "INCOMPLETE_REQUEST",
        "요청이 끝까지 오지 않았습니다. 저장된 것은 없습니다. 다시 보내십시오.",
        "The request did not arrive whole. Nothing was stored; send it again.",
    )
