"""The demo's portal asks a busy server again, and not for ever."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest

from demo.portal import Portal, Refused


def portal(answer: Callable[[httpx.Request], httpx.Response], patience: float) -> Portal:
    made = Portal("http://portal", "key", patience)
    made._client.close()
    made._client = httpx.Client(base_url="http://portal", transport=httpx.MockTransport(answer))
    return made


def test_a_busy_server_is_asked_again_after_the_time_it_names() -> None:
    answers = [httpx.Response(503, headers={"Retry-After": "0"}), httpx.Response(200, json={"version": 3})]
    assert portal(lambda _: answers.pop(0), 30.0).declare("A-1", {}) == 3
    assert answers == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_stays_busy_is_given_up(status: int) -> None:
    busy = httpx.Response(status, json={"code": "BUSY"}, headers={"Retry-After": "0"})
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        portal(lambda _: busy, 0.2).declare("A-1", {})
    assert refused.value.status == status
    assert time.monotonic() - began < 10.0
