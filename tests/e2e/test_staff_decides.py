"""Staff settle what a machine may not, and everybody follows."""

from __future__ import annotations

from typing import Any

from tests.e2e.papers import applying
from tests.e2e.system import System, wait_for

SECONDS = 20.0


def test_a_decision_on_the_review_pages_changes_outcome_and_score(system: System) -> None:
    person = applying("staff-1", "박하준", "PARK HAJUN")
    version = person.declare(system.portal, score="745", sections={})
    document = person.upload(system.portal, person.report())
    answer = system.portal.judged(document, version)
    assert (answer["status"], answer["outcome"], answer["decided_by"]) == ("MISMATCH", "FAIL", "machine")
    assert wait_for(lambda: _score(system, person.applicant_id)["state"] == "FAILED", SECONDS)

    system.staff.decide(document, "OVERTURNED", "성적 확인서 원본을 확인함")

    assert wait_for(lambda: system.portal.document(document)["decided_by"] == "staff", SECONDS)
    answer = system.portal.document(document)
    assert (answer["status"], answer["outcome"]) == ("MISMATCH", "PASS")
    assert wait_for(lambda: _score(system, person.applicant_id)["state"] == "VERIFIED", SECONDS)


def test_a_new_upload_that_staff_asked_for_replaces_the_smear(system: System) -> None:
    person = applying("staff-2", "최지우", "CHOI JIWOO")
    version = person.declare(system.portal)
    smear = person.upload(system.portal, person.report("jpeg", "smear"))
    assert system.portal.judged(smear, version)["outcome"] == "PENDING"

    system.staff.decide(smear, "RE-UPLOAD", "다시 스캔하여 올려 주십시오")

    assert wait_for(lambda: system.portal.document(smear)["decided_by"] == "staff", SECONDS)
    better = person.upload(system.portal, person.report())
    assert system.portal.judged(better, version)["outcome"] == "PASS"
    assert system.portal.document(smear)["status"] == "SUPERSEDED"
    assert wait_for(lambda: _score(system, person.applicant_id)["state"] == "VERIFIED", SECONDS)


def _score(system: System, applicant_id: str) -> dict[str, Any]:
    score: dict[str, Any] = system.portal.applicant(applicant_id)["score"] or {"state": None}
    return score
