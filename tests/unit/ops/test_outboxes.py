"""What waits in the outboxes is told: how much, how long, and what the broker refuses."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.clock import FixedClock
from services.common.database import Database, open_database
from services.common.outbox import outbox_table
from services.common.settings import Settings
from services.ops.lag import Snapshot
from services.ops.outboxes import outboxes
from services.ops.web import router
from services.verify.review.web import signed_in
from tests.unit.verify.review.desk import Desk

NOW = datetime(2019, 9, 25, 3, 0, 0, tzinfo=UTC)
TABLE = outbox_table(sa.MetaData())


@pytest.fixture
def judging(tmp_path: Path) -> Database:
    database = open_database(Settings(home=tmp_path), "judging")
    database.migrate()
    return database


def put(database: Database, event_id: str, *, error: str | None = None, sent: bool = False) -> None:
    with database.begin() as connection:
        connection.execute(
            sa.insert(TABLE).values(
                event_id=event_id,
                topic="verify.verdicts",
                key="2019-grade5/A-1",
                value=b"value",
                headers=[],
                created_at="2019-09-25T02:59:00+00:00",
                sent_at="2019-09-25T02:59:01+00:00" if sent else None,
                error=error,
            )
        )


def test_what_waits_is_counted_with_its_age(judging: Database) -> None:
    put(judging, "sent", sent=True)
    put(judging, "waits")
    (view,) = outboxes([judging], FixedClock(NOW))
    assert (view.service, view.records, view.seconds, view.refused) == ("judging", 1, 60.0, 0)


def test_what_the_broker_refuses_is_named_with_the_reason(judging: Database) -> None:
    put(judging, "refused", error="a record of 2,000,000 bytes is over the limit")
    put(judging, "behind it")
    (view,) = outboxes([judging], FixedClock(NOW))
    assert (view.records, view.refused) == (2, 1)
    assert [(one.event_id, one.topic) for one in view.shown] == [("refused", "verify.verdicts")]
    assert "over the limit" in view.shown[0].error


def test_an_empty_outbox_and_one_that_was_never_made_wait_for_nothing(judging: Database, tmp_path: Path) -> None:
    unmade = Database(f"sqlite:///{tmp_path / 'unmade.db'}", "review")
    assert [(view.records, view.seconds) for view in outboxes([judging, unmade], FixedClock(NOW))] == [(0, 0.0)] * 2


def test_the_page_shows_it(judging: Database, tmp_path: Path) -> None:
    put(judging, "refused", error="the cluster does not answer for topic verify.verdicts")
    (tmp_path / "desk").mkdir()
    desk = Desk.open(tmp_path / "desk")
    quiet = Snapshot(NOW, (), (), (), (), {})
    desk.app.include_router(
        router(lambda: quiet, signed_in(desk.sessions), lambda: outboxes([judging], FixedClock(NOW)))
    )
    page = desk.browser().get("/ops").text
    assert "the cluster does not answer for topic verify.verdicts" in page
    assert "docintake topics apply" in page
