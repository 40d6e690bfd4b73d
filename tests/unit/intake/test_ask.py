"""What the portal is told: documents, listings, applicants, announcements; and what moves it."""

from __future__ import annotations

import io
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from services.announcement.model import Windows
from services.intake.api.shapes import ApplicantAnswer, DocumentAnswer, DocumentPage, UploadReceived
from services.intake.api.shapes_announcement import AnnouncementList
from tests.unit.intake import events, papers
from tests.unit.intake.desk import CERTIFICATE, LANGUAGE, Desk, open_desk, window

PAPER = papers.picture()


def pixels(data: bytes, form: str) -> bytes:
    """What a picture of that form shows."""
    with Image.open(io.BytesIO(data), formats=(form,)) as image:
        return image.convert("RGB").tobytes()


CHILD_OF_FARMERS = {"id": "st-2", "kind": "status", "status": "농어업인자녀"}


def uploaded(desk: Desk, data: bytes = PAPER, **parts: str) -> dict[str, Any]:
    received = desk.upload(data, **parts).json()
    UploadReceived.model_validate(received)
    return desk.document(received["document_id"])


def told(desk: Desk, document: dict[str, Any]) -> tuple[str, str, str | None]:
    answer = desk.document(document["document_id"])
    DocumentAnswer.model_validate(answer)
    return answer["status"], answer["outcome"], answer["decided_by"]


def test_a_document_is_followed_from_received_to_its_verdict(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    assert told(desk, document) == ("RECEIVED", "PENDING", None)
    desk.follow(events.read(document))
    assert told(desk, document) == ("READ", "PENDING", None)
    desk.follow(events.judged(document))
    assert told(desk, document) == ("MISMATCH", "FAIL", "machine")
    answer = desk.document(document["document_id"])
    assert answer["declaration_version"] == 1
    assert answer["fields"] == [
        {
            "field": "acquired_on",
            "declared": "2018-08-17",
            "read": "2018-08-11",
            "verdict": "MISMATCH",
            "page": 1,
            "box": [812, 1040, 1180, 1092],
        }
    ]
    assert answer["reasons"] == [
        {"code": "FIELD_MISMATCH", "field": "acquired_on", "ko": "다릅니다.", "en": "They differ."}
    ]
    assert [line["event"] for line in answer["history"]] == ["RECEIVED", "READ", "MISMATCH"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("UPHELD", ("MISMATCH", "FAIL", "staff")),
        ("OVERTURNED", ("MISMATCH", "PASS", "staff")),
        ("RE-UPLOAD", ("MISMATCH", "PENDING", "staff")),
    ],
)
def test_a_staff_decision_settles_the_outcome_and_gives_its_reason(
    desk: Desk, decision: str, expected: tuple[str, str, str]
) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document), events.decided(document, decision))
    assert told(desk, document) == expected
    reason = desk.document(document["document_id"])["reasons"][-1]
    assert reason["code"] == decision
    assert "원본을 확인함" in reason["ko"]
    assert "김담당" not in str(desk.document(document["document_id"]))


def test_a_rejected_document_says_why(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.rejected(document))
    assert told(desk, document) == ("REJECTED", "PENDING", None)
    (reason,) = desk.document(document["document_id"])["reasons"]
    assert (reason["code"], reason["field"]) == ("PAGES_LOST", None)


def test_the_newest_declaration_counts_whatever_arrives_last(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.declare(name="홍길순")
    desk.follow(events.judged(document, "MATCH", version=2, after=5), events.judged(document, version=1, after=6))
    assert told(desk, document) == ("MATCH", "PASS", "machine")
    assert desk.document(document["document_id"])["declaration_version"] == 2


def test_a_decision_may_arrive_before_the_verdict_that_it_rests_on(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.decided(document, "OVERTURNED"), events.judged(document))
    assert told(desk, document) == ("MISMATCH", "PASS", "staff")


def test_a_decision_lapses_when_the_field_it_settled_changes(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document), events.decided(document, "OVERTURNED"))
    desk.declare(name="홍길순")
    desk.follow(events.judged(document, version=2, basis="b2", after=9))
    assert told(desk, document) == ("MISMATCH", "FAIL", "machine")
    assert [reason["code"] for reason in desk.document(document["document_id"])["reasons"]] == ["FIELD_MISMATCH"]


def test_an_event_that_comes_twice_changes_nothing_more(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document), events.decided(document, "UPHELD"))
    before = desk.document(document["document_id"])
    desk.follow(events.judged(document), events.decided(document, "UPHELD"))
    assert desk.document(document["document_id"]) == before


def test_a_superseded_document_stays_superseded_when_its_verdict_comes_late(desk: Desk) -> None:
    desk.declare()
    old = uploaded(desk)
    uploaded(desk, papers.picture(seed=5))
    desk.follow(events.read(old), events.judged(old, "MATCH"))
    assert told(desk, old) == ("SUPERSEDED", "PENDING", None)


def test_events_of_documents_that_are_not_here_are_passed_over(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    stranger = document | {"document_id": "00000000-0000-0000-0000-000000000000"}
    desk.follow(events.read(stranger), events.judged(stranger), events.decided(stranger, "UPHELD"))
    desk.follow(events.scored("nobody", "1.00"))
    assert told(desk, document) == ("RECEIVED", "PENDING", None)


def test_where_staff_confirm_each_fail_a_mismatch_waits_for_them(tmp_path: Path) -> None:
    def confirmed_by_staff(announcement: Any) -> Any:
        options = announcement.options.model_copy(update={"confirm_fail": "staff"})
        return announcement.model_copy(update={"options": options})

    desk = open_desk(tmp_path, change=confirmed_by_staff)
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document))
    assert told(desk, document) == ("MISMATCH", "PENDING", None)


def test_waiting_holds_the_answer_until_the_seconds_are_over(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    began = time.monotonic()
    answer = desk.request("GET", f"/v1/documents/{document['document_id']}?wait=0.4")
    assert answer.json()["status"] == "RECEIVED"
    assert 0.4 <= time.monotonic() - began < 5


def test_waiting_ends_at_once_when_the_answer_is_final(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document, "MATCH"))
    began = time.monotonic()
    desk.request("GET", f"/v1/documents/{document['document_id']}?wait=20")
    assert time.monotonic() - began < 5


def test_a_verdict_on_an_old_declaration_is_not_waited_for(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document, "MATCH"))
    desk.declare(name="홍길순")
    began = time.monotonic()
    desk.request("GET", f"/v1/documents/{document['document_id']}?wait=0.4")
    assert time.monotonic() - began >= 0.4


@pytest.mark.parametrize("wait", ["-1", "soon", "nan"])
def test_a_wait_that_is_no_number_of_seconds_is_refused(desk: Desk, wait: str) -> None:
    answer = desk.request("GET", f"/v1/documents/00000000-0000-0000-0000-000000000000?wait={wait}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "wait")


@pytest.mark.parametrize("stored", ["PNG", "JPEG"])
def test_page_pictures_are_served_as_png_whatever_is_stored(desk: Desk, stored: str) -> None:
    desk.declare()
    document = uploaded(desk)
    picture = papers.picture(stored)
    name = desk.clerk.blobs.put("2019-grade5/A-1", picture)
    address = f"/v1/documents/{document['document_id']}/pages"
    assert desk.request("GET", f"{address}/1").status_code == 404
    desk.follow(events.read(document, pictures=(name,)))
    answer = desk.request("GET", f"{address}/1")
    assert answer.headers["Content-Type"] == "image/png"
    assert pixels(answer.content, "PNG") == pixels(picture, stored)
    assert desk.document(document["document_id"])["links"]["pages"] == [f"{address}/1"]
    for number in ("0", "01", "2", "-1", "99999999999999999999"):
        assert desk.request("GET", f"{address}/{number}").status_code == 404
    assert desk.request("GET", f"{address}/one").status_code == 422


def test_a_listing_pages_through_and_is_narrowed(desk: Desk) -> None:
    desk.declare()
    ids = [uploaded(desk, papers.picture(seed=seed))["document_id"] for seed in range(5)]
    seen, cursor = [], ""
    while True:
        page = desk.request("GET", f"/v1/documents?limit=2{cursor}").json()
        DocumentPage.model_validate(page)
        seen += [document["document_id"] for document in page["documents"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == ids
    current = desk.request("GET", "/v1/documents?applicant_id=A-1&status=RECEIVED").json()["documents"]
    assert [document["document_id"] for document in current] == ids[-1:]
    assert desk.request("GET", "/v1/documents?applicant_id=A-2").json()["documents"] == []


@pytest.mark.parametrize(
    "query", ["cursor=x", "cursor=-1", "limit=0", "limit=1000", "status=DONE", "applicant_id=../x"]
)
def test_a_listing_refuses_what_it_does_not_understand(desk: Desk, query: str) -> None:
    answer = desk.request("GET", f"/v1/documents?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_FIELD")
    assert answer.json()["errors"][0]["field"] == query.split("=")[0]


def test_an_applicant_has_claims_with_documents_and_the_newest_score(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document, "MATCH"), events.scored("A-1", "79.88"))
    answer = desk.request("GET", "/v1/applicants/A-1").json()
    ApplicantAnswer.model_validate(answer)
    assert answer["score"] == {"total": "79.88"}
    claims = {claim["id"]: claim for claim in answer["claims"]}
    assert claims["cert-1"]["outcome"] == "PASS"
    assert claims["cert-1"]["documents"][0]["document_id"] == document["document_id"]
    assert claims["lang-1"] == {"id": "lang-1", "kind": "language", "outcome": "PENDING", "documents": []}


def test_an_older_score_that_arrives_late_changes_nothing(desk: Desk) -> None:
    desk.declare()
    desk.follow(
        events.scored("A-1", "new", version=2, after=5),
        events.scored("A-1", "late", version=1, after=9),
        events.scored("A-1", "earlier", version=2, after=4),
    )
    assert desk.request("GET", "/v1/applicants/A-1").json()["score"] == {"total": "new"}


def outcome_of(desk: Desk, claim_id: str) -> str:
    claims = desk.request("GET", "/v1/applicants/A-1").json()["claims"]
    return next(str(claim["outcome"]) for claim in claims if claim["id"] == claim_id)


def test_a_status_passes_when_every_paper_it_needs_has_passed(desk: Desk) -> None:
    desk.declare(claims=[CHILD_OF_FARMERS])
    for number, paper in enumerate(("농지원부", "가족관계증명서", "경작사실확인서")):
        assert outcome_of(desk, "st-2") == "PENDING"
        document = uploaded(desk, papers.picture(seed=number), claim_id="st-2", kind="evidence", paper=paper)
        desk.follow(events.judged(document, "MATCH"))
    assert outcome_of(desk, "st-2") == "PASS"


def test_a_claim_that_was_declared_anew_waits_for_its_new_verdict(desk: Desk) -> None:
    desk.declare()
    document = uploaded(desk)
    desk.follow(events.judged(document, "MATCH"))
    desk.declare(claims=[CERTIFICATE | {"number": "18209999999Z"}])
    assert outcome_of(desk, "cert-1") == "PENDING"
    assert desk.document(document["document_id"])["declaration_version"] == 1
    desk.follow(events.judged(document, "MISMATCH", version=2, basis="b2", after=9))
    assert outcome_of(desk, "cert-1") == "FAIL"


def test_a_status_that_an_internal_list_proves_needs_no_paper(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, windows=Windows(upload=window(-timedelta(hours=2), -timedelta(hours=1))))
    desk.declare(claims=[{"id": "st-3", "kind": "status", "status": "고용디딤돌"}])
    assert outcome_of(desk, "st-3") == "PASS"


def test_one_mismatch_fails_the_claim(desk: Desk) -> None:
    desk.declare(claims=[CHILD_OF_FARMERS])
    for paper, status in (("농업인확인서", "MATCH"), ("가족관계증명서", "MISMATCH")):
        document = uploaded(desk, claim_id="st-2", kind="evidence", paper=paper)
        desk.follow(events.judged(document, status))
    assert outcome_of(desk, "st-2") == "FAIL"


def test_a_paper_that_is_missing_when_uploads_are_over_fails_its_claim(tmp_path: Path) -> None:
    hour = timedelta(hours=1)
    desk = open_desk(tmp_path, windows=Windows(upload=window(-hour, hour)))
    desk.declare(claims=[CERTIFICATE, LANGUAGE])
    uploaded(desk)
    desk.clock.advance(2 * hour)
    assert (outcome_of(desk, "cert-1"), outcome_of(desk, "lang-1")) == ("PENDING", "FAIL")


def test_announcements_say_what_can_be_declared_for(desk: Desk) -> None:
    answer = desk.request("GET", "/v1/announcements").json()
    AnnouncementList.model_validate(answer)
    first = answer["announcements"][0]
    assert first["id"] == "2019-grade5"
    assert "토목일반" in first["fields"]
    assert {"kind": "language", "upload_kind": "language-report"}.items() <= first["claims"][1].items()
    assert first["windows"]["upload"] == {"opens": None, "closes": None, "open": True}


@pytest.mark.parametrize(
    "path",
    [
        "/v1/documents/00000000-0000-0000-0000-000000000000",
        "/v1/documents/not-an-id",
        "/v1/documents/" + "a" * 5000,
        "/v1/documents/..%2F..%2Fetc",
        "/v1/applicants/nobody",
        "/v1/applicants/%00",
        "/v1/nothing",
    ],
)
def test_what_is_not_here_is_not_found(desk: Desk, path: str) -> None:
    answer = desk.request("GET", path)
    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")
    assert answer.headers["Content-Type"] == "application/problem+json"
