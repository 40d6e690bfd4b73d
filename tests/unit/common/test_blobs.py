"""Originals and page pictures, sealed, in a folder."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from services.common.blobs import FolderBlobStore, SealedBlobs, open_blobs
from services.common.errors import KeyDestroyed, Misconfigured, Poison, Retryable
from services.common.settings import Settings
from tests.unit.common.examples import sealer

SUBJECT = "2019-grade5/수험-0001"
NAME = "2019-grade5~수험-0001/" + "a" * 64


def sealed_blobs(folder: Path) -> SealedBlobs:
    return SealedBlobs(FolderBlobStore(folder / "blobs"), sealer(folder))


def test_a_blob_is_named_by_the_applicant_and_the_original_and_lies_sealed(tmp_path: Path):
    blobs = sealed_blobs(tmp_path)
    name = blobs.put(SUBJECT, b"scan of a passport")
    assert name == f"2019-grade5~수험-0001/{hashlib.sha256(b'scan of a passport').hexdigest()}"
    assert b"passport" not in (tmp_path / "blobs" / name).read_bytes()
    assert blobs.get(SUBJECT, name) == b"scan of a passport"


def test_the_same_file_again_is_the_same_blob(tmp_path: Path):
    blobs = sealed_blobs(tmp_path)
    name = blobs.put(SUBJECT, b"x")
    written = (tmp_path / "blobs" / name).stat().st_mtime_ns
    assert blobs.put(SUBJECT, b"x") == name
    assert (tmp_path / "blobs" / name).stat().st_mtime_ns == written


def test_one_number_in_two_announcements_is_two_applicants(tmp_path: Path):
    blobs = sealed_blobs(tmp_path)
    first, second = blobs.put("2019-grade5/1", b"same scan"), blobs.put("2020-grade5/1", b"same scan")
    assert first != second
    assert blobs.get("2020-grade5/1", second) == b"same scan"
    blobs.delete_all("2019-grade5/1")
    assert blobs.get("2020-grade5/1", second) == b"same scan"


def test_somebody_elses_blob_does_not_open(tmp_path: Path):
    blobs = sealed_blobs(tmp_path)
    name = blobs.put(SUBJECT, b"x")
    blobs.put("2019-grade5/2", b"y")
    with pytest.raises(Poison):
        blobs.get("2019-grade5/2", name)


def test_a_missing_blob_of_a_living_applicant_is_a_key_error(tmp_path: Path):
    blobs = sealed_blobs(tmp_path)
    blobs.put(SUBJECT, b"x")
    with pytest.raises(KeyError):
        blobs.get(SUBJECT, NAME)


def test_after_an_erasure_the_blob_is_key_destroyed_with_or_without_its_file(tmp_path: Path):
    opened = sealer(tmp_path)
    blobs = SealedBlobs(FolderBlobStore(tmp_path / "blobs"), opened)
    name = blobs.put(SUBJECT, b"x")
    opened.destroy(SUBJECT)
    with pytest.raises(KeyDestroyed):
        blobs.get(SUBJECT, name)
    blobs.delete_all(SUBJECT)
    blobs.delete_all(SUBJECT)
    assert list((tmp_path / "blobs").iterdir()) == []
    with pytest.raises(KeyDestroyed):
        blobs.get(SUBJECT, name)


DIGEST = "a" * 64
IMPOSSIBLE = [
    "",
    "a",
    "/etc/passwd",
    "../../etc/passwd",
    "a/../b",
    "a/" + "A" * 64,
    "a/" + "a" * 65,
    "./" + DIGEST,
    ".hidden/" + DIGEST,
    "a/b/" + DIGEST,
    "a\0b/" + DIGEST,
    "가" * 100 + "/" + DIGEST,
]


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_name_that_no_blob_can_have_is_poison_and_touches_nothing(tmp_path: Path, name: str):
    store = FolderBlobStore(tmp_path / "blobs")
    with pytest.raises(Poison):
        store.get(name)
    with pytest.raises(Poison):
        store.put(name, b"x")
    assert list(tmp_path.rglob("*")) == [tmp_path / "blobs"]


@pytest.mark.parametrize("prefix", ["", ".", "..", "a/b", "../x", "a\0"])
def test_nothing_outside_an_applicants_folder_is_deleted(tmp_path: Path, prefix: str):
    store = FolderBlobStore(tmp_path / "blobs")
    store.put(NAME, b"x")
    with pytest.raises(Poison):
        store.delete_all(prefix)
    assert store.get(NAME) == b"x"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES])
def test_a_store_that_cannot_be_written_is_retryable_and_leaves_no_half_blob(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
):
    store = FolderBlobStore(tmp_path / "blobs")

    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Retryable, match="blob store"):
        store.put(NAME, b"x")
    monkeypatch.undo()
    with pytest.raises(KeyError):
        store.get(NAME)
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []
    store.put(NAME, b"x")
    assert store.get(NAME) == b"x"


def test_a_blob_is_on_disk_before_put_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    synced: list[str] = []
    real = os.fsync

    def remember(descriptor: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", remember)
    FolderBlobStore(tmp_path / "blobs").put(NAME, b"x")
    folder = str(tmp_path / "blobs")
    assert [Path(path).parent for path in synced[:1]] == [Path(folder) / NAME.split("/")[0]]
    assert synced[1:] == [f"{folder}/{NAME.split('/')[0]}", folder]


def test_a_store_that_is_not_supported_is_told(tmp_path: Path):
    with pytest.raises(Misconfigured, match="DOCINTAKE_BLOBS"):
        open_blobs(Settings(home=tmp_path, blobs="ftp://somewhere"))
    open_blobs(Settings(home=tmp_path, blobs=str(tmp_path / "elsewhere"))).put(NAME, b"x")
    assert (tmp_path / "elsewhere" / NAME).exists()
