"""The score service on a database of the test's own."""

from __future__ import annotations

import pytest

from services.common.avro import EventCodec
from services.common.blobs import SealedBlobs, open_blobs
from services.common.clock import FixedClock
from services.common.database import Database
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.common.settings import Settings
from services.score.tables import OUTBOX
from tests.unit.score.applicants import announcement
from tests.unit.score.scorekeeping import START, Service


@pytest.fixture
def make(tmp_path):
    made: list[Service] = []
    clock = FixedClock(START)
    settings = Settings(home=tmp_path)
    keys = Database(f"sqlite:///{tmp_path}/keys.db", "keys")
    keys.migrate()
    sealer = Sealer(keys, b"k" * 32, clock, makes_keys=True)
    codec = EventCodec(sealer, SealedBlobs(open_blobs(settings), sealer))

    def build(**changes) -> Service:
        database = Database(f"sqlite:///{tmp_path}/score-{len(made)}.db", "score")
        database.migrate()
        outbox = Outbox(OUTBOX, codec, "score", clock)
        made.append(Service(database, codec, sealer, clock, outbox, announcement().model_copy(update=changes)))
        return made[-1]

    yield build
    for service in made:
        service.database.close()
    keys.close()


@pytest.fixture
def service(make) -> Service:
    return make()
