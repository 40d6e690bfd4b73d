"""An announcement as the portal is told of it. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.announcement.claims import PaperNeed
from services.announcement.language import Grid, LanguageTest
from services.announcement.model import Announcement, RuleBook, Window


def notice(announcement: Announcement, now: datetime) -> dict[str, Any]:
    """What can be declared for `announcement`, and whether its windows are open at `now`."""
    book = announcement.rulebook
    windows = announcement.windows
    return {
        "id": announcement.id,
        "title": announcement.title.model_dump(),
        "notice_date": announcement.notice_date.isoformat() if announcement.notice_date else None,
        "rulebook": book.name,
        "rulebook_version": book.version,
        "windows": {
            "declaration": _window(windows.declaration, now),
            "upload": _window(windows.upload, now),
            "personal_data": _window(windows.personal_data, now),
        },
        "fields": [field.id for field in book.fields],
        "tracks": [
            {"id": track.id, "needs_region": track.regional, "needs_one_status_of": list(track.statuses)}
            for track in book.tracks
        ],
        "regions": list(book.regions),
        "personal_fields": list(book.personal_fields),
        "claims": [
            {
                "kind": claim.kind,
                "upload_kind": claim.upload,
                "required_fields": list(claim.required_fields),
                "required_record_fields": list(claim.required_record_fields),
            }
            for claim in book.claims
        ],
        "tests": [_test(test) for test in book.tests],
        "certificates": _certificates(book),
        "statuses": [
            {
                "id": status.id,
                "title": status.title.model_dump(),
                "rates": [str(rate) for rate in status.rates],
                "personal": status.personal,
                "papers": [_need(need) for need in status.papers],
            }
            for status in book.statuses
        ],
    }


def _window(window: Window, now: datetime) -> dict[str, Any]:
    return {
        "opens": window.opens.isoformat() if window.opens else None,
        "closes": window.closes.isoformat() if window.closes else None,
        "open": window.is_open(now),
    }


def _test(test: LanguageTest) -> dict[str, Any]:
    return {
        "id": test.id,
        "title": test.title.model_dump(),
        "language": test.language,
        "role": test.role,
        "required_fields": list(test.requires),
        "score": _grid(test.score),
        "levels": [level.name for level in test.levels],
        "sections": [section.name for section in test.sections],
    }


def _grid(grid: Grid | None) -> dict[str, str] | None:
    if grid is None:
        return None
    return {"minimum": str(grid.minimum), "maximum": str(grid.maximum), "step": str(grid.step)}


def _certificates(book: RuleBook) -> list[dict[str, Any]]:
    """Only those of which more is to be said than their title."""
    return [{"title": kind.title, "grades": list(kind.grades)} for kind in book.certificate_kinds if kind.grades]


def _need(need: PaperNeed) -> list[dict[str, Any]]:
    return [{"paper": choice.paper, "also": list(choice.also)} for choice in need.one_of]
