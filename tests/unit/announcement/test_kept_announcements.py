"""Announcements of a folder while their files change under a running service."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from services import bootstrap
from services.announcement.kept import Announcements
from services.announcement.load import DEFAULT, AnnouncementError
from services.common.settings import Settings

NAME = "2019-grade5"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEFAULT, tmp_path / "announcements"))


def change(folder: Path, place: str, old: str, new: str) -> None:
    path = folder / f"{place}.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_is_read_once_while_it_stays_as_it_is(folder: Path) -> None:
    known = Announcements(folder)
    known(NAME)  # files that have only just been written may be read twice
    assert known(NAME) is known(NAME)


def test_a_new_version_of_the_rule_book_counts_at_once(folder: Path) -> None:
    known = Announcements(folder)
    assert known(NAME).rulebook.version == "1"
    change(folder, "rulebooks/krc-2019", 'version = "1"', 'version = "2"')
    assert known(NAME).rulebook.version == "2"
    assert known[NAME].rulebook.version == "2"


def test_a_changed_announcement_counts_too_and_may_name_another_book(folder: Path) -> None:
    known = Announcements(folder)
    known(NAME)
    change(folder, f"announcements/{NAME}", "notice_date = 2019-09-20", "notice_date = 2019-09-23")
    assert str(known(NAME).notice_date) == "2019-09-23"
    (folder / "rulebooks" / "krc-2020.toml").write_text(
        (folder / "rulebooks" / "krc-2019.toml").read_text(encoding="utf-8").replace('"krc-2019"', '"krc-2020"'),
        encoding="utf-8",
    )
    change(folder, f"announcements/{NAME}", 'rulebook = "krc-2019"', 'rulebook = "krc-2020"')
    assert known(NAME).rulebook.name == "krc-2020"
    change(folder, "rulebooks/krc-2020", 'version = "1"', 'version = "7"')
    assert known(NAME).rulebook.version == "7"


@pytest.mark.parametrize("broken", ["version = ", 'version = "2"\nunheard_of = 1', None])
def test_a_file_that_is_wrong_or_gone_changes_nothing_until_it_is_right_again(folder: Path, broken: str | None) -> None:
    told: list[tuple[str, str]] = []
    known = Announcements(folder, lambda name, what: told.append((name, what)))
    known(NAME)
    path = folder / "rulebooks" / "krc-2019.toml"
    good = path.read_text(encoding="utf-8")
    if broken is None:
        path.unlink()
    else:
        path.write_text(good.replace('version = "1"', broken), encoding="utf-8")
    assert known(NAME).rulebook.version == "1"
    assert known(NAME) is known(NAME)
    assert [(name, what.partition(":")[0]) for name, what in told] == [
        (NAME, "changed files are wrong, version 1 stays")
    ]
    path.write_text(good.replace('version = "1"', 'version = "3"'), encoding="utf-8")
    assert known(NAME).rulebook.version == "3"
    assert told[1:] == [(NAME, "read again: krc-2019 1 → krc-2019 3")]


def test_another_book_that_comes_late_is_noticed(folder: Path) -> None:
    known = Announcements(folder)
    known(NAME)
    change(folder, f"announcements/{NAME}", 'rulebook = "krc-2019"', 'rulebook = "krc-2020"')
    assert known(NAME).rulebook.name == "krc-2019"
    text = (folder / "rulebooks" / "krc-2019.toml").read_text(encoding="utf-8")
    (folder / "rulebooks" / "krc-2020.toml").write_text(text.replace('"krc-2019"', '"krc-2020"'), encoding="utf-8")
    assert known(NAME).rulebook.name == "krc-2020"


def test_what_never_was_readable_is_an_error_and_no_key(folder: Path) -> None:
    known = Announcements(folder)
    with pytest.raises(AnnouncementError, match="no announcement 'other'"):
        known("other")
    assert known.get("other") is None
    assert (list(known), len(known), NAME in known) == ([NAME], 1, True)


def test_every_service_holds_such_announcements(folder: Path) -> None:
    """Score, judging and the pages ask by call; intake looks up by id."""
    settings = Settings(announcements=folder, home=folder)
    asked, looked_up = bootstrap.announcements(settings), bootstrap.all_announcements(settings)
    assert (asked(NAME).rulebook.version, looked_up[NAME].rulebook.version) == ("1", "1")
    change(folder, "rulebooks/krc-2019", 'version = "1"', 'version = "2"')
    assert (asked(NAME).rulebook.version, looked_up[NAME].rulebook.version) == ("2", "2")


def test_intake_does_not_start_on_a_file_that_is_wrong(folder: Path) -> None:
    change(folder, "rulebooks/krc-2019", 'version = "1"', "version = ")
    with pytest.raises(AnnouncementError, match="krc-2019"):
        bootstrap.all_announcements(Settings(announcements=folder, home=folder))
