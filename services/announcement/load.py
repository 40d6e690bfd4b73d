"""Announcement and rule book files (TOML) become strictly validated values; every error names file and key."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from services.announcement.consistency import contradictions
from services.announcement.days import EARLIEST, LATEST, is_of_our_time
from services.announcement.model import Announcement, RuleBook
from services.announcement.stage_consistency import unknown_targets
from services.announcement.strict import freeze
from services.common.clock import SEOUL
from services.common.errors import Misconfigured

DEFAULT = Path(__file__).parent / "files"
"""The files that docintake ships: `announcements/*.toml` and `rulebooks/*.toml`."""


M = TypeVar("M", Announcement, RuleBook)


class AnnouncementError(Misconfigured):
    """An announcement or rule book file is absent or wrong; the message names file, key, value and remedy."""

    def __init__(self, message: str, errors: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join((message, *(f"  {error}" for error in errors))))
        self.errors = errors
        """One line a wrong key: `key.path: what is wrong`."""


def available(directory: Path = DEFAULT) -> tuple[str, ...]:
    """The ids of the announcements in `directory`, sorted."""
    return tuple(sorted(path.stem for path in (directory / "announcements").glob("*.toml")))


def load_announcement(name: str, directory: Path = DEFAULT) -> Announcement:
    """The announcement `name` of `directory` with its rule book.

    Raises AnnouncementError where a file is absent, is not TOML, has a key too few or too many, a wrong type, or
    contradicts itself (a gap in a table, a test nobody defines).
    """
    if name not in available(directory):
        known = ", ".join(available(directory)) or "none"
        raise AnnouncementError(f"no announcement {name!r} in {directory / 'announcements'}; there are: {known}")
    path = directory / "announcements" / f"{name}.toml"
    data = _read(path)
    if data.get("id") != name:
        raise AnnouncementError(f"{path}: id: is {data.get('id')!r}, but the file is called {name!r}; make them equal")
    if not isinstance(data.get("rulebook"), str):
        raise AnnouncementError(f"{path}: rulebook: name a file of rulebooks/ without its ending, as a string")
    book = load_rulebook(data["rulebook"], directory)
    data["rulebook"] = book
    announcement = _validated(Announcement, data, path)
    if announcement.notice_date is not None and not is_of_our_time(announcement.notice_date):
        day = announcement.notice_date.isoformat()
        raise AnnouncementError(f"{path}: notice_date: {day} does not lie between {EARLIEST} and {LATEST}")
    chosen = {name: getattr(announcement.options, name) for name in announcement.options.model_fields_set}
    options = book.options.model_copy(update=chosen)
    if wrong := tuple(unknown_targets(options, book)):
        raise AnnouncementError(f"{path} contradicts its rule book:", wrong)
    return announcement.model_copy(
        update={"options": options, "rulebook": book.model_copy(update={"options": options})}
    )


def load_rulebook(name: str, directory: Path = DEFAULT, file: Path | None = None) -> RuleBook:
    """The rule book `name` of `directory`, or the one in `file`; AnnouncementError as `load_announcement`.

    Only in a `file` of its own may a book have another name than its file: a draft of the next version.
    """
    path = file or directory / "rulebooks" / f"{name}.toml"
    if not path.is_file():
        known = ", ".join(sorted(found.stem for found in path.parent.glob("*.toml"))) or "none"
        raise AnnouncementError(f"no rule book {name!r} in {path.parent}; there are: {known}")
    book = _validated(RuleBook, _read(path), path)
    if file is None and book.name != name:
        raise AnnouncementError(f"{path}: name: is {book.name!r}, but the file is called {name!r}; make them equal")
    if wrong := contradictions(book):
        raise AnnouncementError(f"{path} contradicts itself:", wrong)
    return book


def check(announcement: Announcement) -> tuple[str, ...]:
    """What is allowed but should be looked at before a real round: an assumed or absent date, windows never closed."""
    warnings = []
    if announcement.notice_date is None:
        warnings.append("notice_date is not set: nothing is scored until it is (G9)")
    elif announcement.notice_date_assumed:
        warnings.append(
            f"notice_date {announcement.notice_date.isoformat()} is an assumption, not a published date; "
            "set the real one and remove notice_date_assumed (G9); until then no day of issue is tested (rule 80)"
        )
    warnings += _application_days(announcement)
    for name in ("declaration", "upload", "personal_data"):
        window = getattr(announcement.windows, name)
        if window.opens is None:
            warnings.append(f"windows.{name}.opens is not set: it is open from the start")
        if window.closes is None:
            warnings.append(f"windows.{name}.closes is not set: it never closes")
    return tuple(warnings)


def _application_days(announcement: Announcement) -> list[str]:
    """Whether declarations are taken for as many days as the rule book promises."""
    book, window = announcement.rulebook, announcement.windows.declaration
    if book.application_days is None or announcement.notice_date is None or window.closes is None:
        return []
    due = announcement.notice_date + timedelta(days=book.application_days)
    closes = window.closes.astimezone(SEOUL)
    if closes == datetime.combine(due, time(), SEOUL):
        return []
    return [
        f"windows.declaration.closes {closes.isoformat()}: {book.application_rule} promises "
        f"{book.application_days} days from the notice date, so it should be {due.isoformat()}T00:00:00+09:00"
    ]


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AnnouncementError(f"{path} is not a TOML file: {error}") from error
    return {key: freeze(value) for key, value in data.items()}


def _validated(model: type[M], data: dict[str, Any], path: Path) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        wrong = tuple(
            f"{'.'.join(str(part) for part in item['loc']) or '(file)'}: {item['msg']}"
            for item in error.errors(include_url=False)
        )
        raise AnnouncementError(f"{path} is not valid:", wrong) from error
