"""The demo's own comparison: it must be able to say no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demo.casting import CastError, read
from demo.ending import Ending, PaperEnding, Reason, refused
from demo.expectation import differences

FAIL = PaperEnding("MISMATCH", "FAIL", "machine", 1, (Reason("FIELD_MISMATCH", "score"),), readings=1, documents=1)
ENDING = Ending({"lang-1": FAIL}, None, {"state": "FAILED", "basis": "verified", "total": "0.00"})
EXPECTED = {
    "papers": {"lang-1": {"status": "MISMATCH", "outcome": "FAIL", "reasons": ["FIELD_MISMATCH score"]}},
    "score": {"state": "FAILED"},
}
APPLICANT = {
    "story": {"ko": "…", "en": "…"},
    "applicant": "2019-0001",
    "declaration": {"name": "김민준", "claims": [{"id": "lang-1", "kind": "language", "score": "800"}]},
    "papers": [{"claim": "lang-1", "file": "pdf", "draw": "TOEIC"}],
}


def test_an_ending_as_expected_differs_in_nothing() -> None:
    assert differences(EXPECTED, ENDING) == ()


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        (Ending({}, None, ENDING.score), "lang-1: never uploaded"),
        (Ending({"lang-1": replace(FAIL, outcome="PASS")}, None, ENDING.score), "outcome: expected FAIL, is PASS"),
        (
            Ending({"lang-1": replace(FAIL, reasons=())}, None, ENDING.score),
            "expected FIELD_MISMATCH score, is nothing",
        ),
        (Ending({"lang-1": FAIL, "more": FAIL}, None, ENDING.score), "more: not in expected.toml"),
        (Ending({"lang-1": FAIL}, None, {"state": "VERIFIED"}), "score.state: expected FAILED, is VERIFIED"),
        (Ending({"lang-1": FAIL}, None, None), "score.state: expected FAILED, is nothing"),
        (Ending({"lang-1": refused(Reason("ENCRYPTED"))}, None, ENDING.score), "expected MISMATCH, is REFUSED"),
        (Ending(failure="ConnectError: gone"), "ConnectError: gone"),
    ],
)
def test_whatever_is_not_as_expected_is_told(ending: Ending, told: str) -> None:
    assert told in "\n".join(differences(EXPECTED, ending))


def test_a_match_with_a_reason_is_not_as_expected() -> None:
    expected = {"papers": {"lang-1": {"status": "MISMATCH", "outcome": "FAIL"}}}
    assert differences(expected, ENDING) == ("lang-1.reasons: expected nothing, is FIELD_MISMATCH score",)


def test_a_refused_file_that_was_taken_is_not_as_expected() -> None:
    expected = {"papers": {"lang-1": {"refused": "ENCRYPTED"}}}
    assert any("expected REFUSED" in line for line in differences(expected, ENDING))


def test_an_applicant_without_expectation_is_not_as_expected() -> None:
    assert differences(None, ENDING) == ("not in expected.toml",)


def test_a_paper_prints_what_was_declared_except_where_the_cast_says_otherwise() -> None:
    papers = [{"claim": "lang-1", "file": "pdf", "draw": "TOEIC", "prints": {"score": "805"}}]
    applicant = read("x", {**APPLICANT, "papers": papers})
    assert applicant.printed(applicant.papers[0]) == {"name": "김민준", "score": "805"}


def test_a_correction_replaces_only_what_it_names() -> None:
    applicant = read("x", {**APPLICANT, "correction": {"lang-1": {"score": "805"}}})
    assert applicant.correction is not None
    assert applicant.correction["claims"] == [{"id": "lang-1", "kind": "language", "score": "805"}]
    assert applicant.declaration["claims"][0]["score"] == "800"


@pytest.mark.parametrize(
    "wrong",
    [
        {"surprise": 1},
        {"papers": [{"claim": "cert-9", "file": "pdf"}]},
        {"papers": [{"claim": "lang-1", "file": "pdf", "colour": "red"}]},
        {"papers": [{"claim": "lang-1", "file": "pdf"}, {"claim": "lang-1", "file": "png"}]},
        {"correction": {"cert-9": {}}},
    ],
)
def test_a_wrong_file_of_the_cast_is_refused_by_name(wrong: dict[str, object]) -> None:
    with pytest.raises(CastError, match=r"cast/x\.toml"):
        read("x", {**APPLICANT, **wrong})
