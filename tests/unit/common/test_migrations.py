"""Each service's migrations make exactly the tables that its code uses."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from services import bootstrap
from services.common.database import open_database
from services.common.settings import Settings

TABLES = {
    "keys": "services.common.keys.tables",
    "intake": "services.intake.tables",
    "judging": "services.verify.judging.tables",
    "review": "services.verify.review.tables",
    "score": "services.score.tables",
}


def test_every_service_with_a_database_is_here():
    assert set(TABLES) == {"keys", *bootstrap.STATEFUL}


@pytest.mark.parametrize("service", TABLES)
def test_migrations_make_the_tables_of_the_code(service: str, tmp_path: Path):
    database = open_database(Settings(home=tmp_path), service)
    database.migrate()
    database.migrate()
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, import_module(TABLES[service]).METADATA) == []


@pytest.mark.parametrize("service", bootstrap.STATEFUL)
def test_the_relay_finds_what_is_unsent_by_an_index(service: str, tmp_path: Path):
    database = open_database(Settings(home=tmp_path), service)
    database.migrate()
    with database.read() as connection:
        indexes = {index["name"]: index["column_names"] for index in sa.inspect(connection).get_indexes("outbox")}
    assert indexes["outbox_unsent"] == ["sent_at", "id"]
