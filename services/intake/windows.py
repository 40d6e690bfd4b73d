"""When an announcement takes declarations and uploads."""

from __future__ import annotations

from datetime import datetime

from services.announcement.model import Announcement
from services.common.web.problems import Problem
from services.intake import problems


def declaration_closed(announcement: Announcement, now: datetime) -> Problem | None:
    """409 DECLARATION_CLOSED outside the window, else None."""
    window = announcement.windows.declaration
    return None if window.is_open(now) else problems.closed("DECLARATION", window, now)


def awaits_personal_data(announcement: Announcement, now: datetime) -> bool:
    """Whether declarations are closed and personal data are being collected (§8): what is applied for stays."""
    windows = announcement.windows
    collected = windows.personal_data.opens is not None and windows.personal_data.is_open(now)
    return collected and windows.declaration.has_closed(now)


def upload_closed(announcement: Announcement, now: datetime, *, asked_again: bool) -> Problem | None:
    """409 UPLOAD_CLOSED outside the window, else None; staff who ask for a paper again open it for that claim."""
    window = announcement.windows.upload
    return None if asked_again or window.is_open(now) else problems.closed("UPLOAD", window, now)


def uploads_over(announcement: Announcement, now: datetime) -> bool:
    """Whether nothing more can come: what is missing then stays missing."""
    return announcement.windows.upload.has_closed(now)
