"""The announcements of a folder, read again when their files change.

Every service of a round holds one of these: a new version of a rule book, or a window that was moved, counts in all of
them from then on. A file that is wrong changes nothing: what was read before it holds, and the log says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from services.announcement.load import DEFAULT, AnnouncementError, available, load_announcement
from services.announcement.model import Announcement
from services.common.telemetry import logger

Stamp = tuple[tuple[int, int, int] | None, ...]
"""(inode, changed at in ns, bytes) of each file; None where it is absent."""

log = logger("announcement")


@dataclass(frozen=True, slots=True)
class _Kept:
    announcement: Announcement
    stamp: Stamp
    """Of its files when they were looked at last, even if what they held then was wrong."""


class Announcements(Mapping[str, Announcement]):
    """Announcements by id. May be used by several threads."""

    def __init__(self, directory: Path = DEFAULT) -> None:
        """`directory` holds `announcements/` and `rulebooks/`; nothing is read yet."""
        self._directory = directory
        self._kept: dict[str, _Kept] = {}

    def __call__(self, name: str) -> Announcement:
        """The announcement `name` as its files are now. Raises AnnouncementError where it never was readable."""
        kept = self._kept.get(name)
        if kept is None:
            kept = self._read(name)
        elif self._stamp(name, kept.announcement.rulebook.name) != kept.stamp:
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
        announcement = load_announcement(name, self._directory)
        return _Kept(announcement, self._stamp(name, announcement.rulebook.name))

    def _again(self, name: str, kept: _Kept) -> _Kept:
        book = kept.announcement.rulebook
        stamp = self._stamp(name, book.name)  # before reading: what changes meanwhile is read the next time
        try:
            announcement = load_announcement(name, self._directory)
        except (AnnouncementError, OSError) as error:
            log.error("changed files not taken over", announcement=name, error=str(error))
            return _Kept(kept.announcement, stamp)
        new = announcement.rulebook
        log.info("files read again", announcement=name, rulebook=new.name, version=new.version, before=book.version)
        return _Kept(announcement, stamp if new.name == book.name else self._stamp(name, new.name))

    def _stamp(self, name: str, book: str) -> Stamp:
        places = (("announcements", name), ("rulebooks", book))
        return tuple(_of(self._directory / folder / f"{file}.toml") for folder, file in places)


def _of(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
