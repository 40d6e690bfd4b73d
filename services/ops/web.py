"""The operators' page: how far each service is behind, dead letters, and what to do about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from services.common.clock import SEOUL
from services.common.errors import Retryable
from services.common.web.pages import HEADERS, SignedIn, templates
from services.ops.lag import GroupLag, Snapshot
from services.ops.outboxes import OutboxView

SLOW_SECONDS = 60.0
"""A record that waits longer deserves a look."""

TEMPLATES = templates(Path(__file__).parent / "templates")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One consumer group as the page shows it."""

    group: str
    """Its name."""
    members: int
    """Consumers in it now."""
    records: int
    """Records not yet handled."""
    seconds: float
    """Age of the oldest of them."""
    health: str
    """`good`, `slow` or `down`."""
    advice_ko: str
    """What to do; empty where nothing is to be done."""
    advice_en: str
    """The same in English."""


def router(
    look: Callable[[], Snapshot],
    signed_in: Callable[..., SignedIn],
    outboxes: Callable[[], Sequence[OutboxView]] = tuple,
) -> APIRouter:
    """The page `/ops` for whom `signed_in` lets in.

    `look` raises Retryable where the cluster is away, `outboxes` where a database is.
    """
    routes = APIRouter(include_in_schema=False)
    require = Depends(signed_in)

    @routes.get("/ops")
    def page(request: Request, staff: SignedIn = require) -> HTMLResponse:
        """Topics, groups, dead letters."""
        waiting = {"staff": staff, "outboxes": _outboxes(outboxes), "slow_seconds": SLOW_SECONDS}
        try:
            snapshot = look()
        except Retryable:
            return _page(request, {**waiting, "snapshot": None}, 503)
        context = {
            **waiting,
            "snapshot": snapshot,
            "taken_at": _seoul(snapshot.taken_at),
            "groups": [group_row(group) for group in snapshot.groups],
            "dead_letters": [letter for letter in snapshot.dead_letters if letter.records],
        }
        return _page(request, context)

    return routes


def _page(request: Request, context: dict[str, Any], status: int = 200) -> HTMLResponse:
    return TEMPLATES.TemplateResponse(request, "ops.html", context, status_code=status, headers=HEADERS)


def _outboxes(look: Callable[[], Sequence[OutboxView]]) -> Sequence[OutboxView] | None:
    """None where a database cannot be asked: the rest of the page is worth showing all the same."""
    try:
        return look()
    except Retryable:
        return None


def group_row(group: GroupLag) -> GroupRow:
    """How a group is doing and what to do about it."""
    health, ko, en = "good", "", ""
    if group.members == 0:
        name = group.group.removeprefix("docintake.")
        health = "down"
        ko = f"처리하는 프로세스가 없습니다. `docintake status`로 확인하고 `docintake run {name}`을 시작하십시오."
        en = f"Nobody handles these records. Check `docintake status`, then start `docintake run {name}`."
    elif group.seconds > SLOW_SECONDS:
        health = "slow"
        ko = "가장 오래된 레코드가 1분 넘게 기다립니다. 그 서비스의 로그를 보거나 프로세스를 늘리십시오."
        en = "The oldest record has waited over a minute. Look at that service's log, or add processes."
    return GroupRow(group.group, group.members, group.records, group.seconds, health, ko, en)


def _seoul(moment: datetime) -> str:
    return moment.astimezone(SEOUL).strftime("%Y-%m-%d %H:%M:%S")
