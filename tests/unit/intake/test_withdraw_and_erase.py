"""DELETE: a document is taken back, a person is erased."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from services.announcement.model import Windows
from services.common.errors import KeyDestroyed, Retryable
from services.common.events import Declared, Erased, WithdrawalCause, Withdrawn
from services.intake import tables
from tests.unit.intake import events, papers
from tests.unit.intake.desk import Desk, open_desk, window

PAPER = papers.picture()


def upload(desk: Desk) -> str:
    document_id: str = desk.upload(PAPER).json()["document_id"]
    return document_id


def delete(desk: Desk, document_id: str) -> tuple[int, str]:
    answer = desk.request("DELETE", f"/v1/documents/{document_id}")
    return answer.status_code, answer.json().get("code") or answer.json()["status"]


def test_an_undecided_document_is_withdrawn_and_the_others_are_told(desk: Desk) -> None:
    desk.declare()
    document_id = upload(desk)
    assert delete(desk, document_id) == (200, "WITHDRAWN")
    (event,) = desk.events("intake.withdrawals")
    assert isinstance(event, Withdrawn)
    assert (event.document_id, event.cause, event.superseded_by) == (document_id, WithdrawalCause.WITHDRAWN, None)


def test_withdrawing_again_is_the_same(desk: Desk) -> None:
    desk.declare()
    document_id = upload(desk)
    assert delete(desk, document_id) == delete(desk, document_id) == (200, "WITHDRAWN")
    assert len(desk.events("intake.withdrawals")) == 1


def test_after_a_withdrawal_the_same_bytes_are_a_new_document(desk: Desk) -> None:
    desk.declare()
    first = upload(desk)
    delete(desk, first)
    second = upload(desk)
    assert second != first
    assert desk.document(second)["status"] == "RECEIVED"


def test_an_unreadable_document_may_be_withdrawn(desk: Desk) -> None:
    desk.declare()
    document = desk.document(upload(desk))
    desk.follow(events.judged(document, "UNREADABLE"))
    assert delete(desk, document["document_id"]) == (200, "WITHDRAWN")


@pytest.mark.parametrize("status", ["MATCH", "MISMATCH"])
def test_what_the_machine_decided_cannot_be_withdrawn(desk: Desk, status: str) -> None:
    desk.declare()
    document = desk.document(upload(desk))
    desk.follow(events.judged(document, status))
    assert delete(desk, document["document_id"]) == (409, "ALREADY_DECIDED")


def test_what_staff_decided_cannot_be_withdrawn(desk: Desk) -> None:
    desk.declare()
    document = desk.document(upload(desk))
    desk.follow(events.judged(document, "UNREADABLE"), events.decided(document, "UPHELD"))
    assert delete(desk, document["document_id"]) == (409, "ALREADY_DECIDED")
    assert desk.events("intake.withdrawals") == []


def test_after_the_window_only_staff_change_anything(tmp_path: Path) -> None:
    hour = timedelta(hours=1)
    desk = open_desk(tmp_path, windows=Windows(upload=window(-hour, hour)))
    desk.declare()
    document_id = upload(desk)
    desk.clock.advance(2 * hour)
    assert delete(desk, document_id) == (409, "UPLOAD_CLOSED")


@pytest.mark.parametrize("document_id", ["00000000-0000-0000-0000-000000000000", "x", "..%2Fx"])
def test_a_document_that_is_not_here_cannot_be_withdrawn(desk: Desk, document_id: str) -> None:
    assert delete(desk, document_id) == (404, "NOT_FOUND")


def erase(desk: Desk, applicant_id: str = "A-1") -> int:
    return desk.request("DELETE", f"/v1/applicants/{applicant_id}").status_code


def test_an_erased_person_is_gone_rows_files_key_and_all(desk: Desk) -> None:
    desk.declare()
    desk.upload(PAPER, key="k-1")
    document = desk.request("GET", "/v1/documents").json()["documents"][0]
    desk.follow(
        events.read(document), events.judged(document), events.decided(document, "UPHELD"), events.scored("A-1", "1")
    )
    desk.declare("A-2")
    sealed = desk.clerk.sealer.seal("2019-grade5/A-1", "old segment", b"secret")
    assert erase(desk) == 204
    for table in (
        tables.DOCUMENTS,
        tables.VERDICTS,
        tables.DECISIONS,
        tables.HISTORY,
        tables.IDEMPOTENCY,
        tables.SCORES,
    ):
        assert desk.count(table) == 0
    assert desk.stored() == []
    with pytest.raises(KeyDestroyed):
        desk.clerk.sealer.open("2019-grade5/A-1", "old segment", sealed)
    assert desk.request("GET", "/v1/applicants/A-1").status_code == 404
    assert desk.request("GET", "/v1/applicants/A-2").json()["version"] == 1


def test_an_erasure_tells_the_others_and_buries_the_compacted_record(desk: Desk) -> None:
    desk.declare()
    assert erase(desk) == 204
    (event,) = desk.events()
    assert isinstance(event, Erased)
    with desk.clerk.database.read() as connection:
        tombstones = connection.execute(tables.OUTBOX.select().where(tables.OUTBOX.c.value.is_(None))).all()
    assert [(row.topic, row.key) for row in tombstones] == [("intake.declarations", "2019-grade5/A-1")]


def test_erasing_again_is_the_same_and_erasing_nobody_is_not_found(desk: Desk) -> None:
    desk.declare()
    assert (erase(desk), erase(desk), erase(desk, "nobody"), erase(desk, "..%2F..")) == (204, 204, 404, 404)
    assert len(desk.events("intake.erasures")) == 1


def test_whoever_comes_back_after_an_erasure_begins_anew_and_never_repeats_an_id(desk: Desk) -> None:
    desk.declare()
    old = upload(desk)
    erase(desk)
    assert desk.declare().json()["version"] == 2
    new = upload(desk)
    assert new != old
    assert desk.document(new)["status"] == "RECEIVED"
    declared = [event for event in desk.events() if isinstance(event, Declared)]
    assert [event.version for event in declared] == [2]


def test_an_erasure_that_a_fault_cut_short_is_finished_at_the_next_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_subject: str) -> None:
        raise Retryable("blob store: read-only")

    desk.declare()
    upload(desk)
    with monkeypatch.context() as fault:
        fault.setattr(type(desk.clerk.blobs), "delete_all", lambda _self, subject: away(subject))
        assert erase(desk) == 503
    assert len(desk.stored()) == 1
    desk.portal.erasure.finish()
    assert desk.stored() == []


def test_nobody_begins_anew_before_the_erasure_is_finished(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_self: object, _subject: str) -> None:
        raise Retryable("blob store: read-only")

    desk.declare()
    with monkeypatch.context() as fault:
        fault.setattr(type(desk.clerk.blobs), "delete_all", away)
        assert erase(desk) == 503
    assert desk.declare().json()["code"] == "BUSY"
    assert desk.upload(PAPER, announcement="2019-grade5").json()["code"] == "BUSY"
    assert desk.stored() == []
    desk.portal.erasure.finish()
    assert desk.declare().json()["version"] == 2
    desk.portal.erasure.finish()
    assert desk.request("GET", "/v1/applicants/A-1").json()["version"] == 2


def test_a_superseded_document_is_not_withdrawn_and_names_its_successor(desk: Desk) -> None:
    desk.declare()
    old = upload(desk)
    newer = desk.upload(papers.picture(seed=9)).json()["document_id"]
    answer = desk.request("DELETE", f"/v1/documents/{old}")
    assert (answer.status_code, answer.json()["code"]) == (409, "ALREADY_DECIDED")
    assert newer in answer.json()["detail_ko"]
    assert newer in answer.json()["detail_en"]
