"""Uploads are told to come again while the disk is nearly full, or the outbox is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.intake import room
from services.intake.tables import DOCUMENTS, OUTBOX
from tests.unit.intake import papers
from tests.unit.intake.desk import ANNOUNCEMENT, Desk, open_desk

PAPER = papers.picture(seed=1)


def assert_busy(desk: Desk) -> None:
    before = desk.count(DOCUMENTS), desk.stored(), desk.count(OUTBOX)
    for answer in (desk.upload(PAPER, announcement=ANNOUNCEMENT), desk.declare(applicant_id="B-1")):
        assert (answer.status_code, answer.json()["code"], answer.headers["Retry-After"]) == (503, "BUSY", "30")
    assert (desk.count(DOCUMENTS), desk.stored(), desk.count(OUTBOX)) == before


@pytest.fixture(autouse=True)
def _look_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LOOK_SECONDS", 0.0)


def test_while_the_disk_is_nearly_full_nothing_comes_in_and_afterwards_it_does(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    usage = shutil.disk_usage(Path.cwd())
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=255 * 2**20))
    assert_busy(desk)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=256 * 2**20))
    assert desk.upload(PAPER, announcement=ANNOUNCEMENT).status_code == 202


def test_who_wants_no_reserve_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=0))
    assert open_desk(tmp_path, min_free_mib=0).upload(PAPER, announcement=ANNOUNCEMENT).status_code == 202


def test_while_the_outbox_is_behind_nothing_comes_in_and_afterwards_it_does(tmp_path: Path):
    desk = open_desk(tmp_path, outbox_limit=2)
    assert desk.upload(PAPER, announcement=ANNOUNCEMENT).status_code == 202
    assert desk.upload(papers.picture(seed=2), announcement=ANNOUNCEMENT).status_code == 202  # three events by now
    assert_busy(desk)
    with desk.clerk.database.begin() as connection:
        connection.execute(sa.update(OUTBOX).values(sent_at="2019-09-25"))
    assert desk.upload(papers.picture(seed=3), announcement=ANNOUNCEMENT).status_code == 202


def test_what_is_asked_is_answered_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    desk = open_desk(tmp_path)
    document = desk.upload(PAPER, announcement=ANNOUNCEMENT).json()["document_id"]
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=0))
    assert desk.document(document)["status"] == "RECEIVED"
    assert desk.request("GET", "/v1/documents").status_code == 200


def test_it_looks_once_a_second_however_many_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(room, "LOOK_SECONDS", 1.0)
    desk, now, looks = open_desk(tmp_path), 0.0, []
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: looks.append(folder) or usage)
    watched = room.Room(desk.clerk.database, [tmp_path], 1, 10, lambda: now)
    for _ in range(50):
        watched.check()
    assert len(looks) == 1
    now = 1.1
    watched.check()
    assert len(looks) == 2
