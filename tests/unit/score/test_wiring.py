"""The commands and the web application, wired as they are in production: only Kafka is absent."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from services import bootstrap
from services.cli.main import app
from services.common.settings import Settings
from services.score.stages.lines import InvalidLines
from tests.unit.score.by_rule.rounds import interview, written
from tests.unit.score.test_round_in_the_service import ANNOUNCEMENT, PEOPLE, matched, person

FOR = ("--announcement", ANNOUNCEMENT)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A docintake of which the score service has followed three declarations and their verdicts."""
    monkeypatch.setenv("DOCINTAKE_HOME", str(tmp_path))
    monkeypatch.setenv("DOCINTAKE_PORTAL_KEY", "the-key")
    shared = bootstrap.Shared.open(Settings(), makes_keys=True)
    service = bootstrap.stateful("score", shared)
    events = [person(n) for n in PEOPLE] + [matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c")]
    with service.database.begin() as connection:
        for event in events:
            service.handlers[type(event)](connection, shared.codec.decode(shared.codec.encode(event)))
    service.database.close()
    return tmp_path


def docintake(*words: object) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def results(told: str) -> dict[str, str]:
    return {row["applicant_id"]: row["result"] for row in map(json.loads, told.splitlines())}


def file(folder, name, rows):
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_whole_round_by_commands(home):
    everybody = {f"A-{n}": "PASSED" for n in PEOPLE}
    assert results(docintake("select", "document", *FOR)) == everybody
    assert bootstrap.selection(Settings())[1].of_stage(ANNOUNCEMENT, "document") == []  # it was only shown
    assert results(docintake("select", "document", *FOR, "--publish")) == everybody
    tests = file(home, "written.jsonl", [written(n, f"{180 - n}") for n in PEOPLE])
    assert results(docintake("select", "written", *FOR, "--results", tests, "--publish")) == everybody
    talks = file(home, "interview.jsonl", [interview(n, f"{90 - n}") for n in PEOPLE])
    told = docintake("select", "interview", *FOR, "--results", talks, "--publish")
    assert results(told) == {"A-1": "PASSED", "A-2": "RESERVE", "A-3": "RESERVE"}
    checks = file(home, "checks.jsonl", [{"applicant_id": "A-1", "declined": True}])
    told = docintake("select", "final", *FOR, "--appointment-date", "2020-01-02", "--checks", checks, "--publish")
    assert results(told) == {"A-2": "PASSED", "A-3": "RESERVE", "A-1": "OUT"}
    for stage in ("document", "written", "interview", "final"):
        docintake("report", ANNOUNCEMENT, "--stage", stage, "--out", home / "r.xlsx")
        assert load_workbook(home / "r.xlsx")["순위"].max_row == 4
    assert docintake("rescore", ANNOUNCEMENT, "--dry-run") == ""


def test_a_bad_file_of_results_changes_nothing(home):
    docintake("select", "document", *FOR, "--publish")
    bad = file(home, "written.jsonl", [written(1), written(2), written(3, "201")])
    with pytest.raises(InvalidLines, match="OFF_GRID"):
        docintake("select", "written", *FOR, "--results", bad)
    with pytest.raises(InvalidLines, match="NO_RESULT"):
        docintake("select", "written", *FOR)


@pytest.mark.parametrize(
    "words",
    [
        ("document", "{file}", "--publish"),
        ("written", "{file}"),
        ("document", "/no/such/file.csv"),
    ],
)
def test_what_does_not_go_together_is_refused_with_what_to_do(home, words):
    path = file(home, "f.jsonl", [])
    given = [str(path) if word == "{file}" else word for word in words]
    result = CliRunner().invoke(app, ["select", *given, *FOR])
    assert result.exit_code == 2


def test_the_web_application_has_hr_s_pages_and_takes_results(home):
    web = bootstrap.web_app(Settings())

    def request(method, path, **options):
        async def send():
            transport = httpx.ASGITransport(app=web, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://docintake") as client:
                return await client.request(method, path, **options)

        return asyncio.run(send())

    key = {"Authorization": "Bearer the-key", "Content-Type": "text/csv"}
    path = f"/v1/announcements/{ANNOUNCEMENT}/stages/written/results"
    assert request("GET", "/score").headers["location"].startswith("/review/login")
    assert request("PUT", path, content=b"x", headers=key).json()["code"] == "NOT_YET"
    docintake("select", "document", *FOR, "--publish")
    rows = "applicant_id,직무수행,직업기초,인성\n" + "".join(f"A-{n},150,75,적\n" for n in PEOPLE)
    assert request("PUT", path, content=rows.encode(), headers=key).json() == {"stored": 3}
    assert "/v1/announcements/{announcement}/stages/{stage}/results" in request("GET", "/openapi.json").text
