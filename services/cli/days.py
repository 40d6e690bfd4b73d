"""Days that a command is given."""

from __future__ import annotations

from datetime import date, datetime

import typer


def day_of(given: datetime) -> date:
    """The day of an option. BadParameter where its year is a slip of the pen (0201 for 2019)."""
    from services.announcement.days import EARLIEST, LATEST, is_of_our_time

    day = given.date()
    if not is_of_our_time(day):
        raise typer.BadParameter(
            f"{day.isoformat()}: the year must lie between {EARLIEST} and {LATEST} · "
            f"{EARLIEST}년부터 {LATEST}년까지의 날짜를 쓰세요."
        )
    return day
