"""The demo as a person runs it, without a terminal."""

from __future__ import annotations

import json

from demo import casting, expectation
from services.announcement.declaration import parse_declaration
from services.announcement.load import load_announcement
from services.common.avro import decode_envelope
from tests.e2e.conftest import DemoRun
from tests.e2e.system import System


def test_everybody_in_the_cast_has_an_expected_ending_and_the_other_way_round() -> None:
    assert {applicant.key for applicant in casting.load()} == set(expectation.load())


def test_every_declaration_of_the_cast_is_valid_under_its_announcement() -> None:
    announcement = load_announcement("2019-grade5")
    for applicant in casting.load():
        body = {**applicant.declaration, "announcement": "2019-grade5"}
        assert parse_declaration(body, announcement, now=None).name == applicant.name


def test_the_demo_ends_with_everyone_as_expected_and_exit_status_0(demo_run: DemoRun) -> None:
    assert demo_run.code == 0, demo_run.output
    assert "18 of 18 applicants ended as expected.toml says" in demo_run.output


def test_a_corrected_declaration_is_judged_again_without_a_second_reading(system: System) -> None:
    applicant = next(one for one in casting.load() if one.key == "16-corrected")
    key = f"{applicant.declaration['announcement']}/{applicant.applicant_id}".encode()
    readings = [
        decode_envelope(one.value)[1] for one in system.records("verify.readings") if one.key == key and one.value
    ]
    verdicts = [
        decode_envelope(one.value)[1] for one in system.records("verify.verdicts") if one.key == key and one.value
    ]
    assert len(readings) == 1
    assert [verdict["declaration_version"] for verdict in verdicts] == [1, 2]
    assert {verdict["reading_id"] for verdict in verdicts} == {readings[0]["event_id"]}
    assert [verdict["status"] for verdict in verdicts] == ["MISMATCH", "MATCH"]


def test_what_the_portal_was_told_survives_a_restart(demo_run: DemoRun, system: System) -> None:
    for applicant in casting.load():
        expected = expectation.load()[applicant.key].get("score", {})
        score = system.portal.applicant(applicant.applicant_id)["score"]
        assert {name: score[name] for name in expected} == expected, json.dumps(score, ensure_ascii=False)
