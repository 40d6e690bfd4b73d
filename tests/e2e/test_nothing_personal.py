"""Seed data protection: what travels on Kafka and what is logged names nobody."""

from __future__ import annotations

import base64
import json

import pytest

from demo import casting
from demo.staff import NAME as STAFF_NAME
from tests.e2e.conftest import DemoRun
from tests.e2e.secrets_of_the_cast import Search, personal_values
from tests.e2e.system import System

SECRET = "홍길동"


@pytest.mark.parametrize(
    "hidden",
    [
        SECRET.encode(),
        SECRET.encode("utf-16-le"),
        SECRET.encode("utf-16-be"),
        json.dumps({"name": SECRET}).encode(),
        base64.b64encode(f"{SECRET}, 토목일반".encode()),
        base64.b64encode(f'{{"name": "{SECRET}"}}'.encode()),
        base64.urlsafe_b64encode(f"이름 {SECRET}".encode()),
        b"900101-1234567",
    ],
)
def test_the_search_finds_a_value_in_every_form(hidden: bytes) -> None:
    assert Search([SECRET]).found(b"\x00\x01 before " + hidden + b" after \xff")


def test_the_search_does_not_mistake_a_digest_for_a_short_number() -> None:
    search = Search(["318274"])
    assert search.found(b"sha256 9f318274ab") is None
    assert search.found(b"no=318274;")


def test_no_byte_on_any_topic_names_anybody(system: System) -> None:
    search = Search(personal_values(casting.load()) | {STAFF_NAME})
    seen = set()
    for record in system.records():
        parts = [
            record.key or b"",
            record.value or b"",
            *(name.encode() + b"=" + value for name, value in record.headers),
        ]
        for part in parts:
            assert search.found(part) is None, f"{record.topic}: {part!r}"
        seen.add(record.topic)
    assert {"intake.declarations", "verify.readings", "verify.verdicts", "review.decisions", "score.scores"} <= seen


def test_no_log_file_names_anybody(demo_run: DemoRun, system: System) -> None:
    search = Search(personal_values(casting.load()) | {STAFF_NAME})
    logs = sorted((demo_run.home / "logs").rglob("*"))
    assert any(log.stat().st_size for log in logs)
    for log in logs:
        for line in log.read_bytes().splitlines():
            assert search.found(line) is None, f"{log.name}: {line!r}"
