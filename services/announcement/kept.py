"""The announcements of a folder, read again when their files change.

Every service of a round holds one of these: a new version of a rule book, or a window that was moved, counts in all of
them from then on. A file that is wrong changes nothing: what was read before it holds, and somebody is told what is
wrong.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from services.announcement.load import DEFAULT, AnnouncementError, available, load_announcement
from services.announcement.model import Announcement

Stamp = tuple[tuple[int, int, int] | None, ...]
"""(inode, changed at in ns, bytes) of each file; None where it is absent."""


@dataclass(frozen=True, slots=True)
class _Kept:
    announcement: Announcement
    stamp: Stamp
    """Of its files when they were looked at last, even if what they held then was wrong."""
    wrong: bool = False
    """Whether it was: then any file of a rule book may be the one that puts it right."""


class Announcements(Mapping[str, Announcement]):
    """Announcements by id. May be used by several threads."""

    def __init__(self, directory: Path = DEFAULT, tell: Callable[[str, str], None] = lambda _, __: None) -> None:
        """`directory` holds `announcements/` and `rulebooks/`; nothing is read yet.

        `tell` hears the announcement and what came of files that changed, once a change.
        """
        self._directory = directory
        self._tell = tell
        self._kept: dict[str, _Kept] = {}

    def __call__(self, name: str) -> Announcement:
        """The announcement `name` as its files are now. Raises AnnouncementError where it never was readable."""
        kept = self._kept.get(name)
        if kept is None:
            kept = self._read(name)
        elif self._stamp(name, None if kept.wrong else kept.announcement.rulebook.name) != kept.stamp:
            kept = self._again(name, kept)
        self._kept[name] = kept
        return kept.announcement

    def __getitem__(self, name: str) -> Announcement:
        """As a call, with KeyError where there is none of that name."""
        if name not in self._kept and name not in available(self._directory):
            raise KeyError(name)
        return self(name)

    def __iter__(self) -> Iterator[str]:
        """Ids of all whose file is there, sorted."""
        return iter(available(self._directory))

    def __len__(self) -> int:
        """How many there are."""
        return len(available(self._directory))

    def _read(self, name: str) -> _Kept:
        began = time.time_ns()
        announcement = load_announcement(name, self._directory)
        stamp = self._stamp(name, announcement.rulebook.name)
        changed_meanwhile = any(file is not None and file[1] >= began for file in stamp)
        return _Kept(announcement, () if changed_meanwhile else stamp)

    def _again(self, name: str, kept: _Kept) -> _Kept:
        before = kept.announcement.rulebook
        stamp = self._stamp(name, None)
        try:
            again = self._read(name)
        except (AnnouncementError, OSError) as error:
            self._tell(name, f"changed files are wrong, version {before.version} stays: {error}")
            return _Kept(kept.announcement, stamp, wrong=True)
        book = again.announcement.rulebook
        self._tell(name, f"read again: {before.name} {before.version} → {book.name} {book.version}")
        return again

    def _stamp(self, name: str, book: str | None) -> Stamp:
        """Of the announcement's file and its book's; None: of every book's."""
        books = self._directory / "rulebooks"
        files = sorted(books.glob("*.toml")) if book is None else [books / f"{book}.toml"]
        return tuple(_of(path) for path in (self._directory / "announcements" / f"{name}.toml", *files))


def _of(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
