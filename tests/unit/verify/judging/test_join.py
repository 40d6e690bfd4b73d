"""Declarations and readings meet in the database, whichever comes first."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.common.errors import Poison
from services.common.events import (
    ClaimRef,
    Declared,
    Erased,
    Event,
    Judged,
    PaperRead,
    UploadKind,
    VerdictStatus,
    WithdrawalCause,
    Withdrawn,
)
from services.common.kafka.consume import Handler
from services.verify.evidence import Family, PageEvidence, PaperEvidence, to_json
from services.verify.judging.handlers import handlers
from services.verify.judging.tables import APPLICANTS, OUTBOX, PAPERS
from tests.unit.verify.judging.papers import CERTIFICATE, announcement, award, declared, paper
from tests.unit.verify.world import START, World

WHO: Mapping[str, Any] = {"announcement": "2019-grade5", "applicant_id": "A-1"}
DOCUMENT: Mapping[str, Any] = {
    "document_id": "doc-1",
    "claim_id": "cert-1",
    "paper": None,
    "kind": UploadKind.CERTIFICATE,
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World.open(tmp_path, "judging", OUTBOX)


@pytest.fixture
def judging(world: World) -> Mapping[type[Event], Handler]:
    return handlers(world.outbox, world.sealer, world.clock, lambda _: announcement())


def declaration(version: int = 1, after: int = 0, claim: Mapping[str, Any] = CERTIFICATE, **changes: Any) -> Declared:
    body = declared({**claim, **changes}).to_json()
    return Declared(
        event_id=f"declared-{version}",
        occurred_at=START + timedelta(seconds=after),
        version=version,
        claims=(ClaimRef("cert-1", "certificate"),),
        personal={"declaration": body},
        **WHO,
    )


def reading(name: str = "read-1", after: int = 1, evidence: PaperEvidence | None = None, **changes: Any) -> PaperRead:
    return PaperRead(
        event_id=name,
        occurred_at=START + timedelta(seconds=after),
        upload_id="upload-1",
        recognised=(evidence or award()).paper,
        unread=None,
        engine="test",
        personal=to_json(evidence or award()),
        **WHO,
        **{**DOCUMENT, **changes},
    )


def withdrawal(after: int = 2) -> Withdrawn:
    return Withdrawn(
        event_id="withdrawn-1",
        occurred_at=START + timedelta(seconds=after),
        cause=WithdrawalCause.WITHDRAWN,
        **WHO,
        **DOCUMENT,
    )


def verdicts(world: World) -> list[Judged]:
    return [event for event in world.published() if isinstance(event, Judged)]


def test_one_side_alone_is_not_judged(world: World, judging: Mapping[type[Event], Handler]) -> None:
    world.handle(judging, reading())
    assert verdicts(world) == []


@pytest.mark.parametrize(
    ("named", "status"),
    [
        (None, VerdictStatus.MATCH),
        ("장애인증명서", VerdictStatus.MATCH),
        ("가족관계증명서", VerdictStatus.MISMATCH),
    ],
)
def test_the_name_under_which_a_paper_was_uploaded_is_weighed(
    world: World, judging: Mapping[type[Event], Handler], named: str | None, status: VerdictStatus
) -> None:
    status_claim = {"id": "cert-1", "kind": "status", "status": "장애인"}
    values = {"title": "장애인증명서", "name": "홍길동", "issued_on": "2019-10-16"}
    found = paper("장애인증명서", Family.EVIDENCE, values, not_printed=("name_latin",))
    world.handle(
        judging,
        declaration(claim=status_claim),
        reading(evidence=found, kind=UploadKind.EVIDENCE, paper=named),
    )
    assert [verdict.status for verdict in verdicts(world)] == [status]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_whichever_comes_first_there_is_one_verdict(
    world: World, judging: Mapping[type[Event], Handler], order: tuple[int, int]
) -> None:
    sides = [declaration(), reading()]
    world.handle(judging, *(sides[number] for number in order))
    [verdict] = verdicts(world)
    assert verdict.status is VerdictStatus.MATCH
    assert (verdict.declaration_version, verdict.declaration_id, verdict.reading_id) == (1, "declared-1", "read-1")
    assert verdict.rulebook == "krc-2019/1"
    assert verdict.recognised == "NQ_AWARD"


def test_the_verdict_id_rests_on_its_inputs_and_not_on_time_or_order(tmp_path: Path) -> None:
    ids = []
    for number, order in enumerate(itertools.permutations([declaration(), reading()])):
        (tmp_path / str(number)).mkdir()
        world = World.open(tmp_path / str(number), "judging", OUTBOX)
        world.clock.advance(timedelta(days=number))
        world.handle(handlers(world.outbox, world.sealer, world.clock, lambda _: announcement()), *order)
        ids.append([verdict.event_id for verdict in verdicts(world)])
    assert ids[0] == ids[1]


def test_a_repeated_event_publishes_nothing_new(world: World, judging: Mapping[type[Event], Handler]) -> None:
    world.handle(judging, declaration(), reading(), reading(), declaration())
    assert len(verdicts(world)) == 1


def test_a_new_declaration_judges_again_without_a_new_reading(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    world.handle(judging, declaration(1, number="19201234567A"), reading(), declaration(2))
    first, second = verdicts(world)
    assert (first.status, second.status) == (VerdictStatus.MISMATCH, VerdictStatus.MATCH)
    assert second.declaration_version == 2
    assert first.event_id != second.event_id
    assert first.basis != second.basis


def test_an_older_version_that_arrives_later_changes_nothing(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    world.handle(judging, declaration(2), declaration(1, number="19201234567A"), reading())
    [verdict] = verdicts(world)
    assert (verdict.status, verdict.declaration_version) == (VerdictStatus.MATCH, 2)


def test_a_newer_reading_of_the_document_judges_again(world: World, judging: Mapping[type[Event], Handler]) -> None:
    wrong = reading("read-1", 1, award(number="19201234567A"))
    world.handle(judging, declaration(), wrong, reading("read-2", 2))
    assert [verdict.status for verdict in verdicts(world)] == [VerdictStatus.MISMATCH, VerdictStatus.MATCH]


def test_an_older_reading_that_arrives_later_changes_nothing(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    world.handle(judging, declaration(), reading("read-2", 2), reading("read-1", 1, award(number="19201234567A")))
    assert [verdict.reading_id for verdict in verdicts(world)] == ["read-2"]


def test_the_plain_part_names_fields_and_codes_but_no_value(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    page = PageEvidence(1, 1000, 1400, "A-1/abc")
    evidence = award(number="19209999999Z")
    evidence = PaperEvidence(evidence.paper, evidence.family, None, evidence.fields, pages=(page,))
    world.handle(judging, declaration(), reading(evidence=evidence))
    [verdict] = verdicts(world)
    assert ("number", "MISMATCH") in [(entry.field, entry.verdict) for entry in verdict.fields]
    assert "FIELD_MISMATCH" in verdict.reasons
    number = next(entry for entry in verdict.personal["fields"] if entry["field"] == "number")
    assert (number["declared"], number["read"], number["page"]) == ("18201234567A", "19209999999Z", 1)
    assert verdict.personal["pages"] == [{"number": 1, "width": 1000, "height": 1400, "picture": "A-1/abc"}]
    wire = world.codec.encode(verdict)
    for value in ("홍길동", "18201234567A", "19209999999Z", "토목기사"):
        assert value.encode() not in wire


def test_nothing_personal_lies_open_in_the_database(
    world: World, judging: Mapping[type[Event], Handler], tmp_path: Path
) -> None:
    world.handle(judging, declaration(), reading())
    world.database.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for value in ("홍길동", "HONG", "18201234567A", "토목기사", "2018-08-17"):
        assert value.encode() not in stored


def test_a_withdrawn_paper_is_forgotten_and_not_judged_again(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    world.handle(judging, declaration(), reading(), withdrawal(), declaration(2))
    assert len(verdicts(world)) == 1
    with world.database.read() as connection:
        assert connection.execute(PAPERS.select()).one().evidence is None


def test_a_reading_that_comes_after_its_withdrawal_is_not_judged(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    world.handle(judging, declaration(), withdrawal(), reading(after=9))
    assert verdicts(world) == []


def test_a_paper_whose_claim_is_not_declared_says_so(world: World, judging: Mapping[type[Event], Handler]) -> None:
    world.handle(judging, declaration(), reading(claim_id="cert-9"))
    [verdict] = verdicts(world)
    assert (verdict.status, verdict.reasons) == (VerdictStatus.UNREADABLE, ("UNKNOWN_CLAIM",))
    [reason] = verdict.personal["reasons"]
    assert "신고하지 않은 항목" in reason["ko"]
    assert "no claim that this paper belongs to" in reason["en"]


def test_a_claim_declared_later_judges_its_paper_that_was_there_before(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    world.handle(judging, declaration(id="cert-2"), reading(), declaration(2, after=5))
    assert [(verdict.declaration_version, verdict.status) for verdict in verdicts(world)] == [
        (1, VerdictStatus.UNREADABLE),
        (2, VerdictStatus.MATCH),
    ]


def test_an_erased_applicant_leaves_nothing(world: World, judging: Mapping[type[Event], Handler]) -> None:
    erased = Erased(event_id="erased-1", occurred_at=START + timedelta(seconds=5), **WHO)
    world.handle(judging, declaration(), reading(), erased)
    assert (world.count(APPLICANTS), world.count(PAPERS)) == (0, 0)


def test_an_erasure_that_arrives_late_spares_who_applied_anew(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    erased = Erased(event_id="erased-1", occurred_at=START + timedelta(seconds=5), **WHO)
    world.handle(judging, declaration(2, after=10), reading("read-9", after=11), erased)
    assert (world.count(APPLICANTS), world.count(PAPERS)) == (1, 1)


def test_papers_of_a_destroyed_key_are_passed_over(world: World, judging: Mapping[type[Event], Handler]) -> None:
    world.handle(judging, reading())
    world.sealer.destroy("2019-grade5/A-1")
    world.handle(judging, declaration(2, after=10))
    assert verdicts(world) == []


def test_a_declaration_that_cannot_be_read_is_poison_and_shows_no_value(
    world: World, judging: Mapping[type[Event], Handler]
) -> None:
    body = declared(CERTIFICATE).to_json() | {"name": 12345}
    event = Declared(event_id="d", occurred_at=START, version=1, claims=(), personal={"declaration": body}, **WHO)
    with pytest.raises(Poison, match="name") as caught:
        world.handle(judging, event)
    assert "12345" not in str(caught.value)


def test_evidence_that_cannot_be_read_is_poison(world: World, judging: Mapping[type[Event], Handler]) -> None:
    with pytest.raises(Poison, match="evidence"):
        world.handle(judging, replace(reading(), personal={"fields": []}))
