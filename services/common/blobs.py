"""The blob store: originals and page pictures, sealed, named `announcement~applicant/sha256`.

Kafka carries only the names.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from services.common.errors import KeyDestroyed, Misconfigured, Poison, Retryable
from services.common.sealing import Sealer, key_id_of
from services.common.settings import Settings

PREFIX = re.compile(r"[^./\x00-\x1f\x7f][^/\x00-\x1f\x7f]{0,159}")
"""`announcement~applicant`: no path of any kind."""
DIGEST = re.compile(r"[0-9a-f]{64}")
LONGEST_FOLDER_NAME = 255
"""Bytes, in every common file system."""


class BlobStore(Protocol):
    """Named bytes that never change."""

    def put(self, name: str, data: bytes) -> None:
        """Store durably; the same name again is the same blob. Retryable where the store is not to be written."""
        ...

    def get(self, name: str) -> bytes:
        """The bytes. KeyError where there is no such blob; Retryable where the store is not to be read."""
        ...

    def names(self) -> Iterator[str]:
        """The name of every blob, in no order; what is put or deleted meanwhile may be there or not."""
        ...

    def delete_all(self, prefix: str) -> None:
        """Delete every blob of one applicant; `prefix` is the part of their names before the slash."""
        ...


class FolderBlobStore:
    """A folder on this machine; a blob is on disk (fsync) before `put` returns."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made if it is not there."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, data: bytes) -> None:
        """See BlobStore."""
        path = self._path(name)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
        try:
            if path.exists():
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            _sync_folder(path.parent)
            _sync_folder(self._folder)
        except OSError as error:
            with suppress(OSError):  # where the store is not to be written, neither is it to be tidied
                draft.unlink(missing_ok=True)
            raise _away(error) from error

    def get(self, name: str) -> bytes:
        """See BlobStore."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(name) from error
        except OSError as error:
            raise _away(error) from error

    def names(self) -> Iterator[str]:
        """See BlobStore."""
        try:
            for folder in self._folder.iterdir():
                if _is_prefix(folder.name) and folder.is_dir():
                    with suppress(FileNotFoundError):  # erased in this moment
                        yield from (f"{folder.name}/{path.name}" for path in folder.iterdir() if _is_digest(path.name))
        except OSError as error:
            raise _away(error) from error

    def delete_all(self, prefix: str) -> None:
        """See BlobStore."""
        check_prefix(prefix)
        try:
            shutil.rmtree(self._folder / prefix)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _away(error) from error

    def _path(self, name: str) -> Path:
        check_name(name)
        return self._folder / name


class SealedBlobs:
    """Blobs under the applicants' keys."""

    def __init__(self, store: BlobStore, sealer: Sealer) -> None:
        """`store` keeps the bytes, `sealer` the keys."""
        self._store = store
        self._sealer = sealer

    def put(self, subject: str, data: bytes, *, key_id: str | None = None) -> str:
        """Store `data` of the applicant `subject` (`announcement/applicant`); answers the blob's name.

        `key_id` as `Sealer.seal`.
        """
        name = f"{_prefix(subject)}/{hashlib.sha256(data).hexdigest()}"
        self._store.put(name, self._sealer.seal(subject, name, data, key_id=key_id))
        return name

    def key_of(self, name: str) -> str:
        """The id of the key that a blob is sealed with. Raises KeyError where there is no such blob."""
        return key_id_of(self._store.get(name))

    def erased_since(self, subject: str, moment: datetime) -> bool:
        """Whether the applicant was erased at `moment` or later, whoever may have come back since."""
        return self._sealer.erased_since(subject, moment)

    def get(self, subject: str, name: str) -> bytes:
        """The stored bytes.

        Raises KeyDestroyed where the applicant was erased, KeyError where a living applicant's blob is missing, and
        Poison or Retryable as the store and the sealer do.
        """
        try:
            sealed = self._store.get(name)
        except KeyError as error:
            if self._sealer.erased(subject):
                raise KeyDestroyed("the applicant was erased") from error
            raise
        return self._sealer.open(subject, name, sealed)

    def delete_all(self, subject: str) -> None:
        """Delete every blob of the applicant."""
        self._store.delete_all(_prefix(subject))


def open_blobs(settings: Settings) -> BlobStore:
    """The blob store as set."""
    if settings.blobs.startswith("s3://"):
        from services.common.s3_blobs import S3BlobStore  # its libraries take a while, and only a bucket needs them

        return S3BlobStore(settings)
    if "://" in settings.blobs:
        raise Misconfigured(f"DOCINTAKE_BLOBS={settings.blobs!r}: give the path of a folder, or s3://bucket/prefix")
    return FolderBlobStore(Path(settings.blobs) if settings.blobs else settings.data / "blobs")


def check_name(name: str) -> None:
    """Raises Poison where `name` is none that a blob can have."""
    if not is_name(name):
        raise Poison("blob name is not of the form announcement~applicant/sha256")


def check_prefix(prefix: str) -> None:
    """Raises Poison where `prefix` cannot be the part of a blob's name before the slash."""
    if not _is_prefix(prefix):
        raise Poison("not the part of a blob's name before the slash")


def is_name(text: str) -> bool:
    """Whether a blob may be called so."""
    prefix, _, digest = text.partition("/")
    return _is_prefix(prefix) and _is_digest(digest)


def _prefix(subject: str) -> str:
    """The applicant's part of the name. Two announcements may give out the same application number: both are in it."""
    return subject.replace("/", "~", 1)


def _is_prefix(text: str) -> bool:
    return PREFIX.fullmatch(text) is not None and len(text.encode(errors="replace")) <= LONGEST_FOLDER_NAME


def _is_digest(text: str) -> bool:
    return DIGEST.fullmatch(text) is not None


def _away(error: OSError) -> Retryable:
    return Retryable(f"blob store: {os.strerror(error.errno or errno.EIO)}")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
