"""The score service: what it publishes for each event, in whatever order they come. Real database, real sealing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
import sqlalchemy as sa
from applicants import announcement, body, certificate, status, toeic

from services.announcement.model import Announcement, Options, Window, Windows
from services.common.avro import EventCodec
from services.common.blobs import SealedBlobs, open_blobs
from services.common.clock import FixedClock
from services.common.database import Database
from services.common.events import (
    Decided,
    Decision,
    Declared,
    Erased,
    Event,
    Judged,
    PaperRejected,
    Scored,
    Uploaded,
    UploadKind,
    VerdictStatus,
    WithdrawalCause,
    Withdrawn,
)
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.common.settings import Settings
from services.score.deadline import Deadlines
from services.score.handlers import Scorer, handlers
from services.score.tables import APPLICANTS, DECISIONS, DOCUMENTS, OUTBOX, VERDICTS

START = datetime(2019, 9, 25, 9, tzinfo=UTC)
CLOSES = START + timedelta(days=10)
LANGUAGE, CERTIFICATE = toeic("845"), certificate("토목기사", id="cert-1")
WHOLE = body(LANGUAGE, CERTIFICATE, field="토목일반")


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


@dataclass
class Service:
    """The service without Kafka: events in, published events out."""

    database: Database
    codec: EventCodec
    sealer: Sealer
    clock: FixedClock
    outbox: Outbox
    announcement: Announcement

    def find(self, name: str) -> Announcement:
        assert name == self.announcement.id
        return self.announcement

    def handle(self, *events: Event) -> None:
        known = handlers(self.outbox, self.sealer, self.clock, self.find)
        for event in events:
            with self.database.begin() as connection:
                known[type(event)](connection, self.codec.decode(self.codec.encode(event)))

    def deadlines(self) -> Deadlines:
        scorer = Scorer(self.outbox, self.sealer, self.clock, self.find)
        return Deadlines(self.database, scorer, self.clock, self.find)

    def values(self) -> list[bytes | None]:
        with self.database.read() as connection:
            return list(connection.execute(sa.select(OUTBOX.c.value).order_by(OUTBOX.c.id)).scalars())

    def published(self) -> list[Scored | None]:
        return [None if value is None else self.codec.decode(value) for value in self.values()]

    @property
    def last(self) -> Scored:
        newest = self.published()[-1]
        assert newest is not None
        return newest

    @property
    def states(self) -> list[str]:
        return [event.state.value if event else "tombstone" for event in self.published()]

    def count(self, table: sa.Table) -> int:
        with self.database.read() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


@pytest.fixture
def make(tmp_path):
    made: list[Service] = []
    clock = FixedClock(START)
    settings = Settings(home=tmp_path)
    keys = Database(f"sqlite:///{tmp_path}/keys.db", "keys")
    keys.migrate()
    sealer = Sealer(keys, b"k" * 32, clock)
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


def envelope(name: str, minute: int) -> dict[str, object]:
    return {"event_id": name, "announcement": "2019-grade5", "applicant_id": "A-1", "occurred_at": at(minute)}


def declared(version: int = 1, minute: int = 0, whole=WHOLE) -> Declared:
    personal = {"declaration": whole}
    return Declared(**envelope(f"declared-{version}", minute), version=version, claims=(), personal=personal)


def document(claim_id: str, name: str, paper: str | None) -> dict[str, object]:
    return {"document_id": name, "claim_id": claim_id, "paper": paper, "kind": UploadKind.CERTIFICATE}


def judged(
    claim_id: str, verdict: str = "MATCH", minute: int = 5, *, version: int = 1, doc: str | None = None,
    paper: str | None = None, basis: str | None = None,
) -> Judged:  # fmt: skip
    name = doc or f"doc-{claim_id}"
    return Judged(
        **envelope(f"judged-{name}-{version}-{minute}", minute),
        **document(claim_id, name, paper),
        declaration_version=version,
        declaration_id=f"declared-{version}",
        reading_id=f"read-{name}",
        status=VerdictStatus(verdict),
        basis=basis or f"basis-{verdict}",
        fields=(),
        reasons=(),
        recognised=None,
        judge="1",
        rulebook="krc-2019/1",
    )


def decided(claim_id: str, decision: str, basis: str, minute: int = 20, *, verdict: str | None = "v") -> Decided:
    return Decided(
        **envelope(f"decided-{claim_id}-{minute}", minute),
        **document(claim_id, f"doc-{claim_id}", None),
        verdict_id=verdict,
        basis=basis,
        decision=Decision(decision),
    )


def withdrawn(claim_id: str, minute: int = 30, doc: str | None = None) -> Withdrawn:
    return Withdrawn(
        **envelope(f"withdrawn-{claim_id}-{minute}", minute),
        **document(claim_id, doc or f"doc-{claim_id}", None),
        cause=WithdrawalCause.WITHDRAWN,
    )


def rejected(claim_id: str, minute: int = 5) -> PaperRejected:
    return PaperRejected(
        **envelope(f"rejected-{claim_id}", minute),
        **document(claim_id, f"doc-{claim_id}", None),
        upload_id="u",
        code="ENCRYPTED",
        reason_ko="…",
        reason_en="…",
    )


def uploaded(claim_id: str, minute: int = 3, doc: str | None = None) -> Uploaded:
    name = doc or f"doc-{claim_id}"
    return Uploaded(**envelope(f"uploaded-{name}", minute), **document(claim_id, name, None), files=())


def erased(minute: int = 40) -> Erased:
    return Erased(**envelope(f"erased-{minute}", minute))


def test_a_declaration_alone_gives_a_provisional_score_from_declared_values(service):
    service.handle(declared())
    assert service.last.personal["score"]["total"] == "79.88"
    assert (service.last.state, service.last.basis, service.last.eligible) == ("PROVISIONAL", "declared", True)
    assert (service.last.declaration_version, service.last.inputs) == (1, ("declared-1",))
    assert (service.last.rulebook, service.last.rulebook_version) == ("krc-2019", "1")


def test_a_score_turns_from_declared_to_verified_when_the_last_paper_matches(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1"))
    assert service.states == ["PROVISIONAL", "PROVISIONAL", "VERIFIED"]
    assert service.last.basis == "verified"
    assert service.last.personal["score"]["basis"] == "verified"


def test_verdicts_that_come_before_their_declaration_count_when_it_comes(service):
    service.handle(judged("cert-1"), judged("lang-1"))
    assert service.published() == []
    service.handle(declared())
    assert service.states == ["VERIFIED"]


def test_a_mismatch_fails_and_its_claim_earns_nothing(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    assert service.last.state == "FAILED"
    assert service.last.personal["score"]["certificates"] == "0.00"


def test_staff_overturn_a_mismatch_and_uphold_an_unreadable_one(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    service.handle(decided("cert-1", "OVERTURNED", "basis-MISMATCH"))
    assert service.states[-2:] == ["FAILED", "VERIFIED"]
    service.handle(decided("cert-1", "UPHELD", "basis-MISMATCH", 21))
    assert service.states[-1] == "FAILED"


def test_an_unreadable_paper_waits_and_so_does_a_rejected_one_until_staff_decide(service):
    service.handle(declared(), judged("lang-1", "UNREADABLE"), rejected("cert-1"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(
        decided("lang-1", "OVERTURNED", "basis-UNREADABLE"), decided("cert-1", "OVERTURNED", "", verdict=None)
    )
    assert service.states[-1] == "VERIFIED"


def test_a_request_for_a_new_upload_settles_nothing(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    service.handle(decided("cert-1", "RE-UPLOAD", "basis-MISMATCH"))
    assert service.states[-1] == "PROVISIONAL"


def test_a_decision_lapses_when_what_it_settled_has_changed(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH", basis="old"))
    service.handle(decided("cert-1", "OVERTURNED", "old"))
    assert service.states[-1] == "VERIFIED"
    service.handle(declared(2, 25), judged("lang-1", minute=26, version=2))
    service.handle(judged("cert-1", "MISMATCH", 27, version=2, basis="new"))
    assert service.states[-1] == "FAILED"


def test_a_decision_holds_over_a_new_version_that_says_the_same(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH", basis="same"))
    service.handle(decided("cert-1", "OVERTURNED", "same"), declared(2, 25), judged("lang-1", minute=26, version=2))
    service.handle(judged("cert-1", "MISMATCH", 27, version=2, basis="same"))
    assert service.states[-1] == "VERIFIED"


def test_a_verdict_on_another_version_of_the_declaration_proves_nothing(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1"), declared(2, 25))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("lang-1", minute=26, version=2), judged("cert-1", minute=26, version=2))
    assert service.states[-1] == "VERIFIED"


def test_an_older_declaration_that_comes_late_changes_nothing(service):
    service.handle(declared(2, 25, body(toeic("600"))), declared(1, 0))
    assert len(service.published()) == 1
    assert service.last.personal["score"]["language"] == "64.11"


def test_a_withdrawn_document_counts_no_more_and_its_successor_does(service):
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"), withdrawn("cert-1"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("cert-1", minute=31, doc="doc-2"))
    assert service.states[-1] == "VERIFIED"


def test_a_status_passes_when_every_paper_it_needs_has_passed(service):
    whole = body(toeic(), status("농어업인자녀", id="st-1"), track="농어촌전형")
    service.handle(declared(whole=whole), judged("lang-1"), judged("st-1", doc="d1", paper="가족관계증명서"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("st-1", doc="d2", paper="농지원부"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("st-1", doc="d3", paper="경작사실확인서"))
    assert service.states[-1] == "VERIFIED"


def test_where_staff_confirm_every_fail_a_mismatch_waits(make):
    service = make(options=Options(confirm_fail="staff"))
    service.handle(declared(), judged("lang-1"), judged("cert-1", "MISMATCH"))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(decided("cert-1", "UPHELD", "basis-MISMATCH"))
    assert service.states[-1] == "FAILED"


def test_an_event_that_changes_nothing_publishes_nothing(service):
    service.handle(declared(), judged("lang-1"))
    before = service.values()
    service.handle(judged("lang-1"), declared(), uploaded("cert-1"))
    assert service.values() == before


EVENTS = [
    declared(1, 0, body(toeic("600"), CERTIFICATE, field="토목일반")),
    declared(2, 8),
    judged("lang-1", minute=9, version=2),
    judged("cert-1", "MISMATCH", 9, version=2),
    judged("cert-1", "MISMATCH", 5, version=1),
    decided("cert-1", "OVERTURNED", "basis-MISMATCH", 12),
]


def test_whatever_the_order_of_events_the_newest_score_is_the_same_to_the_byte(make):
    newest = set()
    for order in list(permutations(EVENTS))[::61]:
        service = make()
        service.handle(*order)
        newest.add(service.values()[-1])
        assert service.states[-1] == "VERIFIED"
    assert len(newest) == 1


def test_an_erased_applicant_leaves_no_rows_and_a_tombstone(service):
    service.handle(
        declared(), judged("lang-1"), rejected("cert-1"), decided("lang-1", "UPHELD", "b"), uploaded("cert-1")
    )
    service.handle(erased())
    assert service.states[-1] == "tombstone"
    assert [service.count(table) for table in (VERDICTS, DECISIONS, DOCUMENTS)] == [0, 0, 0]
    with service.database.read() as connection:
        assert connection.execute(sa.select(APPLICANTS.c.declaration)).scalars().all() == [None]


def test_what_comes_late_from_an_erased_life_is_passed_over_and_a_new_life_is_scored(service):
    service.handle(declared(), erased(), judged("lang-1"), withdrawn("lang-1"), rejected("cert-1"))
    assert [service.count(table) for table in (VERDICTS, DOCUMENTS)] == [0, 0]
    assert service.states[-1] == "tombstone"
    service.handle(declared(2, 50))
    assert service.states[-1] == "PROVISIONAL"
    service.handle(erased())
    assert service.states[-1] == "PROVISIONAL"


def test_an_erasure_that_comes_after_the_new_life_began_leaves_the_new_life(service):
    service.handle(declared(), judged("lang-1"), declared(2, 50), judged("lang-1", minute=51, version=2, doc="new"))
    service.handle(erased(40))
    assert service.states[-1] == "PROVISIONAL"
    assert service.last.inputs == ("declared-2", "judged-new-2-51")


def closing(make) -> Service:
    return make(windows=Windows(upload=Window(closes=CLOSES)))


def test_after_the_window_a_claim_without_paper_is_missing_and_fails(make):
    service = closing(make)
    service.handle(declared(), judged("lang-1"))
    assert service.deadlines().score_closed() == 0
    service.clock.advance(CLOSES - START - timedelta(milliseconds=1))
    assert service.deadlines().score_closed() == 0
    service.clock.advance(timedelta(milliseconds=1))
    deadlines = service.deadlines()
    assert deadlines.score_closed() == 1
    assert service.states == ["PROVISIONAL", "PROVISIONAL", "FAILED"]
    assert service.last.occurred_at == CLOSES
    assert deadlines.score_closed() == 0
    assert service.deadlines().score_closed() == 1
    assert len(service.published()) == 3


def test_after_the_window_a_paper_that_is_still_being_read_is_awaited(make):
    service = closing(make)
    service.handle(declared(), judged("lang-1"), uploaded("cert-1"))
    service.clock.advance(CLOSES - START)
    service.deadlines().score_closed()
    assert service.states[-1] == "PROVISIONAL"
    service.handle(judged("cert-1"))
    assert service.states[-1] == "VERIFIED"


def test_the_deadline_reaches_everybody_in_small_transactions(make, monkeypatch):
    monkeypatch.setattr("services.score.deadline.BATCH", 2)
    service = closing(make)
    for number in range(5):
        service.handle(replace(declared(), applicant_id=f"B-{number}", event_id=f"declared-{number}"))
    service.clock.advance(CLOSES - START)
    assert service.deadlines().score_closed() == 5
    assert service.states == ["PROVISIONAL"] * 5 + ["FAILED"] * 5


def test_without_a_notice_date_nothing_is_published(make):
    service = make(notice_date=None)
    service.handle(declared(), judged("lang-1"))
    assert service.published() == []


def test_no_personal_value_lies_open_in_the_database_or_on_the_wire(service, tmp_path):
    service.handle(declared(), judged("lang-1"))
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("score-*.db*")) + b"".join(
        value for value in service.values() if value
    )
    for secret in ("홍길동", "18201234567A", "2018-08-17", '"69.88"'):
        assert secret.encode() not in raw
