"""POST /v1/documents"""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from services.announcement.model import Windows
from services.common.events import Uploaded, UploadKind, WithdrawalCause, Withdrawn
from services.intake.tables import DOCUMENTS
from tests.unit.intake import events, papers
from tests.unit.intake.desk import ANNOUNCEMENT, CERTIFICATE, STATUS, Desk, open_desk, window

HOUR = timedelta(hours=1)
PAPER, OTHER = papers.picture(seed=1), papers.picture(seed=2)


def test_an_upload_is_stored_sealed_and_published(desk: Desk) -> None:
    desk.declare()
    answer = desk.upload(PAPER, claim_id="cert-1")
    received = answer.json()
    assert answer.status_code == 202
    assert received == {
        "document_id": received["document_id"],
        "sha256": hashlib.sha256(PAPER).hexdigest(),
        "bytes": len(PAPER),
        "pages": 1,
        "status": "RECEIVED",
        "links": {"self": f"/v1/documents/{received['document_id']}"},
    }
    (event,) = desk.events("intake.uploads.certificate")
    assert isinstance(event, Uploaded)
    (file,) = event.files
    assert (file.sha256, file.media_type, file.pages) == (received["sha256"], "image/jpeg", 1)
    assert file.blob.endswith(f"A-1/{file.sha256}")
    assert desk.clerk.blobs.get(event.subject, file.blob) == PAPER
    assert PAPER[:100] not in (desk.blobs / file.blob).read_bytes()


@pytest.mark.parametrize(
    ("claim_id", "kind", "topic"),
    [
        ("cert-1", "certificate", "intake.uploads.certificate"),
        ("lang-1", "language-report", "intake.uploads.language-report"),
        ("career-1", "career-form", "intake.uploads.career-form"),
        ("st-1", "evidence", "intake.uploads.evidence"),
        ("cert-1", "evidence", "intake.uploads.evidence"),
    ],
)
def test_each_kind_goes_to_its_topic(desk: Desk, claim_id: str, kind: str, topic: str) -> None:
    desk.declare()
    assert desk.upload(PAPER, claim_id=claim_id, kind=kind).status_code == 202
    assert [type(event) for event in desk.events(topic)] == [Uploaded]


def test_several_files_are_one_document_in_their_order(desk: Desk) -> None:
    desk.declare()
    received = desk.upload([PAPER, papers.pdf(2), OTHER]).json()
    assert received["pages"] == 4
    (event,) = desk.events("intake.uploads.certificate")
    assert isinstance(event, Uploaded)
    assert [file.media_type for file in event.files] == ["image/jpeg", "application/pdf", "image/jpeg"]
    reordered = desk.upload([OTHER, papers.pdf(2), PAPER]).json()
    assert reordered["document_id"] != received["document_id"]


def test_the_pages_of_all_files_count_together(desk: Desk) -> None:
    desk.declare()
    answer = desk.upload([papers.pdf(15), papers.pdf(6)])
    assert (answer.status_code, answer.json()["code"]) == (422, "TOO_MANY_PAGES")


def test_the_same_bytes_for_the_same_claim_and_paper_are_one_document(desk: Desk) -> None:
    desk.declare()
    first, second = desk.upload(PAPER).json(), desk.upload(PAPER).json()
    assert first == second
    assert len(desk.events("intake.uploads.certificate")) == 1


def test_the_same_bytes_for_another_claim_or_paper_are_another_document(desk: Desk) -> None:
    desk.declare(claims=[CERTIFICATE, CERTIFICATE | {"id": "cert-2"}, STATUS])
    ids = {
        desk.upload(PAPER).json()["document_id"],
        desk.upload(PAPER, claim_id="cert-2").json()["document_id"],
        desk.upload(PAPER, claim_id="st-1", kind="evidence", paper="가족관계증명서").json()["document_id"],
        desk.upload(PAPER, claim_id="st-1", kind="evidence", paper="취업지원대상자증명서").json()["document_id"],
        desk.upload(PAPER, applicant_id="A-2", announcement=ANNOUNCEMENT).json()["document_id"],
    }
    assert len(ids) == 5


def test_concurrent_uploads_of_the_same_bytes_are_one_document(desk: Desk) -> None:
    desk.declare()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: desk.upload(PAPER), range(16)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["document_id"] for answer in answers}) == 1
    assert desk.count(DOCUMENTS) == 1
    assert len(desk.events("intake.uploads.certificate")) == 1


def test_concurrent_first_uploads_before_a_declaration_are_one_applicant(desk: Desk) -> None:
    uploads = [papers.picture(seed=seed) for seed in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda data: desk.upload(data, announcement=ANNOUNCEMENT), uploads))
    assert {answer.status_code for answer in answers} == {202}
    statuses = [desk.document(answer.json()["document_id"])["status"] for answer in answers]
    assert sorted(statuses) == ["RECEIVED"] + ["SUPERSEDED"] * 5


def test_the_same_key_with_the_same_bytes_answers_the_same_document_for_good(desk: Desk) -> None:
    desk.declare()
    first = desk.upload(PAPER, key="k-1").json()
    desk.upload(OTHER)
    assert desk.upload(PAPER, key="k-1").json() == first | {"status": "SUPERSEDED"}


@pytest.mark.parametrize(
    "change",
    [
        {"claim_id": "cert-2"},
        {"claim_id": "st-1", "kind": "evidence", "paper": "가족관계증명서"},
        {"kind": "evidence"},
    ],
)
def test_the_same_key_for_another_upload_is_a_conflict(desk: Desk, change: dict[str, str]) -> None:
    desk.declare(claims=[CERTIFICATE, CERTIFICATE | {"id": "cert-2"}, STATUS])
    desk.upload(PAPER, key="k-1")
    answer = desk.upload(PAPER, key="k-1", **change)
    assert (answer.status_code, answer.json()["code"]) == (409, "IDEMPOTENCY_CONFLICT")


def test_the_same_key_with_other_bytes_is_a_conflict_and_stores_nothing(desk: Desk) -> None:
    desk.declare()
    desk.upload(PAPER, key="k-1")
    answer = desk.upload(OTHER, key="k-1")
    assert (answer.status_code, answer.json()["code"]) == (409, "IDEMPOTENCY_CONFLICT")
    assert desk.count(DOCUMENTS) == 1
    assert len(desk.stored()) == 1


def test_a_key_that_came_with_a_repeated_upload_is_remembered_too(desk: Desk) -> None:
    desk.declare()
    desk.upload(PAPER)
    desk.upload(PAPER, key="late")
    assert desk.upload(OTHER, key="late").json()["code"] == "IDEMPOTENCY_CONFLICT"


def test_a_key_belongs_to_its_applicant(desk: Desk) -> None:
    desk.declare()
    desk.upload(PAPER, key="cert-1")
    assert desk.upload(OTHER, applicant_id="A-2", announcement=ANNOUNCEMENT, key="cert-1").status_code == 202


def test_a_newer_file_supersedes_the_older_one(desk: Desk) -> None:
    desk.declare()
    old, new = desk.upload(PAPER).json(), desk.upload(OTHER).json()
    told = desk.document(old["document_id"])
    assert (told["status"], told["superseded_by"]) == ("SUPERSEDED", new["document_id"])
    assert [line["event"] for line in told["history"]] == ["RECEIVED", "SUPERSEDED"]
    (event,) = desk.events("intake.withdrawals")
    assert isinstance(event, Withdrawn)
    assert (event.document_id, event.cause, event.superseded_by, event.kind) == (
        old["document_id"],
        WithdrawalCause.SUPERSEDED,
        new["document_id"],
        UploadKind.CERTIFICATE,
    )


@pytest.mark.parametrize("kind", ["certificate", "evidence"])
def test_a_late_retry_never_displaces_the_newer_paper(desk: Desk, kind: str) -> None:
    desk.declare()
    first = desk.upload(PAPER).json()
    newer = desk.upload(OTHER).json()["document_id"]
    assert desk.upload(PAPER, kind=kind).json() == first | {"status": "SUPERSEDED"}
    assert desk.document(newer)["status"] == "RECEIVED"
    assert len(desk.events("intake.uploads.certificate")) == 2
    assert desk.events("intake.uploads.evidence") == []


def test_concurrent_uploads_of_two_files_are_two_documents(desk: Desk) -> None:
    desk.declare()
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda number: desk.upload((PAPER, OTHER)[number % 2]), range(10)))
    assert len({answer.json()["document_id"] for answer in answers}) == 2
    assert desk.count(DOCUMENTS) == 2


def test_a_refused_file_of_several_is_named(desk: Desk) -> None:
    desk.declare()
    answer = desk.upload([PAPER, b"text"]).json()
    assert (answer["code"], answer["errors"][0]["field"]) == ("UNSUPPORTED_TYPE", "file[1]")
    assert answer["detail_en"].startswith("file[1]: ")


def test_all_wrong_parts_are_told_at_once(desk: Desk) -> None:
    desk.declare()
    answer = desk.upload(PAPER, claim_id=None, kind="selfie", paper="a/b", colour="red", key="two words").json()
    fields = {error["field"] for error in answer["errors"]}
    assert fields == {"claim_id", "kind", "paper", "colour", "Idempotency-Key"}


@pytest.mark.parametrize("paper", ["a/b", "a\\b", "a\tb", "a\nb", "x" * 61])
def test_a_name_of_a_paper_holds_no_slashes_and_controls(desk: Desk, paper: str) -> None:
    desk.declare()
    answer = desk.upload(PAPER, claim_id="st-1", kind="evidence", paper=paper).json()
    assert [error["field"] for error in answer["errors"]] == ["paper"]


@pytest.mark.parametrize(("claim_id", "paper"), [("cert-1", "뒷면"), ("st-1", "농지원뷰")])
def test_a_name_that_no_paper_of_the_claim_has_is_refused(desk: Desk, claim_id: str, paper: str) -> None:
    desk.declare()
    (error,) = desk.upload(PAPER, claim_id=claim_id, kind="evidence", paper=paper).json()["errors"]
    assert (error["field"], error["code"], error["value"]) == ("paper", "UNKNOWN_VALUE", paper)
    assert ("취업지원대상자증명서" in error["ko"]) == (claim_id == "st-1")


def test_an_upload_may_come_before_its_declaration_when_it_names_the_announcement(desk: Desk) -> None:
    received = desk.upload(PAPER, announcement=ANNOUNCEMENT)
    assert received.status_code == 202
    told = desk.request("GET", "/v1/applicants/A-1").json()
    assert told["version"] is None
    assert [document["document_id"] for document in told["unclaimed"]] == [received.json()["document_id"]]
    assert desk.declare().json()["version"] == 1
    assert desk.request("GET", "/v1/applicants/A-1").json()["unclaimed"] == []


def test_before_its_declaration_an_upload_must_name_the_announcement(desk: Desk) -> None:
    answer = desk.upload(PAPER)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "announcement")
    unknown = desk.upload(PAPER, announcement="1999-grade9")
    assert unknown.json()["errors"][0]["code"] == "UNKNOWN_VALUE"
    assert desk.stored() == []


def test_an_upload_fixes_the_announcement_as_a_declaration_does(desk: Desk) -> None:
    desk.upload(PAPER, announcement=ANNOUNCEMENT)
    assert desk.declare(announcement="2020-grade5").json()["code"] == "ANNOUNCEMENT_FIXED"
    answer = desk.upload(OTHER, announcement="2020-grade5")
    assert (answer.status_code, answer.json()["code"]) == (409, "ANNOUNCEMENT_FIXED")


def test_a_claim_that_is_not_declared_is_unknown(desk: Desk) -> None:
    desk.declare()
    answer = desk.upload(PAPER, claim_id="cert-9")
    assert (answer.status_code, answer.json()["code"]) == (422, "UNKNOWN_CLAIM")
    assert "cert-1" in answer.json()["detail_ko"]


@pytest.mark.parametrize(
    ("claim_id", "kind"), [("cert-1", "language-report"), ("lang-1", "certificate"), ("st-1", "career-form")]
)
def test_a_kind_that_does_not_fit_the_claim_is_refused(desk: Desk, claim_id: str, kind: str) -> None:
    desk.declare()
    answer = desk.upload(PAPER, claim_id=claim_id, kind=kind)
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_FIELD")
    assert answer.json()["errors"][0]["field"] == "kind"


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("applicant_id", "../../etc/passwd"),
        ("applicant_id", "a/b"),
        ("applicant_id", "a\x00b"),
        ("applicant_id", "x" * 10_000),
        ("applicant_id", "‮drowssap"),
        ("claim_id", "../x"),
        ("claim_id", "홍길동"),
        ("claim_id", "x" * 10_000),
        ("kind", "selfie"),
        ("kind", "UNKNOWN"),
        ("paper", "x" * 10_000),
        ("paper", "a\x01b"),
        ("paper", "‮증명서"),
        ("applicant_id", None),
        ("claim_id", None),
        ("kind", None),
    ],
)
def test_a_wrong_part_is_refused_by_name_and_stores_nothing(desk: Desk, part: str, value: str | None) -> None:
    desk.declare()
    answer = desk.upload(PAPER, **{part: value})  # type: ignore[arg-type] # applicant_id goes with the parts
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_FIELD")
    assert [error["field"] for error in answer.json()["errors"]] == [part]
    assert len(answer.content) < 3000
    assert desk.count(DOCUMENTS) == 0
    assert desk.stored() == []


@pytest.mark.parametrize("key", ["", "with space", "x" * 201, "\x7f"])
def test_a_malformed_idempotency_key_is_refused(desk: Desk, key: str) -> None:
    desk.declare()
    answer = desk.upload(PAPER, key=key)
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"


def test_names_of_papers_are_compared_in_one_spelling(desk: Desk) -> None:
    desk.declare()
    first = desk.upload(PAPER, claim_id="st-1", kind="evidence", paper=" 가족관계증명서 ").json()
    decomposed = "가족관계증명서".encode().decode()
    assert desk.upload(PAPER, claim_id="st-1", kind="evidence", paper=decomposed).json() == first


@pytest.mark.parametrize(("opens", "closes"), [(HOUR, 2 * HOUR), (-2 * HOUR, -HOUR)])
def test_outside_the_window_an_upload_is_refused(tmp_path: Path, opens: timedelta, closes: timedelta) -> None:
    desk = open_desk(tmp_path, windows=Windows(upload=window(opens, closes)))
    desk.declare()
    answer = desk.upload(PAPER)
    assert (answer.status_code, answer.json()["code"]) == (409, "UPLOAD_CLOSED")
    assert desk.stored() == []


def test_a_window_that_closes_while_a_file_is_looked_into_does_not_make_it_late(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, windows=Windows(upload=window(-HOUR, HOUR)))
    desk.declare()
    came = desk.clock.now()
    put = desk.clerk.blobs.put

    def slow_put(subject: str, data: bytes) -> str:
        desk.clock.advance(2 * HOUR)
        return put(subject, data)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(desk.clerk.blobs, "put", slow_put)
        assert desk.upload(PAPER).status_code == 202
    (event,) = desk.events("intake.uploads.certificate")
    assert event.occurred_at == came


def test_a_lost_answer_can_be_asked_for_again_after_the_window(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, windows=Windows(upload=window(-HOUR, HOUR)))
    desk.declare()
    first = desk.upload(PAPER)
    desk.clock.advance(2 * HOUR)
    assert desk.upload(PAPER).json() == first.json()
    assert desk.upload(OTHER).json()["code"] == "UPLOAD_CLOSED"


def test_staff_who_ask_for_a_new_upload_open_the_window_for_that_claim(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, windows=Windows(upload=window(-HOUR, HOUR)))
    desk.declare(claims=[CERTIFICATE, CERTIFICATE | {"id": "cert-2"}])
    document = desk.document(desk.upload(PAPER).json()["document_id"])
    desk.clock.advance(2 * HOUR)
    desk.follow(events.judged(document, "UNREADABLE"), events.decided(document, "RE-UPLOAD"))
    assert desk.upload(OTHER, claim_id="cert-2").json()["code"] == "UPLOAD_CLOSED"
    assert desk.upload(OTHER).status_code == 202
    assert desk.upload(papers.picture(seed=3)).json()["code"] == "UPLOAD_CLOSED"


def test_a_refused_file_leaves_nothing(desk: Desk) -> None:
    desk.declare()
    for data in (b"", b"text", papers.picture()[:-50], papers.pdf(21)):
        assert desk.upload(data).status_code in (415, 422)
    assert desk.count(DOCUMENTS) == 0
    assert desk.stored() == []
    assert len(desk.events()) == 1


def test_one_refused_file_refuses_the_whole_document(desk: Desk) -> None:
    desk.declare()
    assert desk.upload([PAPER, b"text"]).json()["code"] == "UNSUPPORTED_TYPE"
    assert desk.stored() == []
