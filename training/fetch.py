"""Fetch the packages of `faces.toml` with npm and apt, once, and say which faces they bring."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.faces import Face

_LIST = Path(__file__).with_name("faces.toml")
_PART = "{part}"


class FetchFailed(RuntimeError):
    """A package could not be fetched, or brings no face."""


def faces(folder: Path) -> list[Face]:
    """Every face of `faces.toml`; packages that `folder` lacks are fetched into it. Raises FetchFailed."""
    listed = tomllib.loads(_LIST.read_text("utf-8"))["packages"]
    return [face for entry in listed for name in entry["names"] for face in _of_package(folder, entry, name)]


def _of_package(folder: Path, entry: dict[str, Any], name: str) -> list[Face]:
    place = folder / name.replace("/", "-")
    if not place.is_dir():
        _fetch(entry["source"], name, place)
    found = list(_faces(place, entry["files"], entry.get("parts", [""])))
    if not found:
        raise FetchFailed(f"{name} has no file {entry['files']!r}: mend training/faces.toml")
    return found


def _faces(place: Path, pattern: str, parts: list[str]) -> Iterator[Face]:
    for file in sorted(place.glob(pattern.replace(_PART, parts[0]))):
        if _PART in pattern:
            others = [file.with_name(file.name.replace(f"-{parts[0]}-", f"-{part}-")) for part in parts]
            yield Face(tuple(str(other) for other in others if other.is_file()))
        else:
            yield Face((str(file),))


def _fetch(source: str, name: str, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as work:
        unpacked = Path(work) / "unpacked"
        unpacked.mkdir()
        if source == "npm":
            _run(work, "npm", "pack", "--silent", name)
            with tarfile.open(_only(work, "*.tgz")) as archive:
                archive.extractall(unpacked, filter="data")
        else:
            _run(work, "apt-get", "download", name)
            _run(work, "dpkg-deb", "-x", str(_only(work, "*.deb")), str(unpacked))
        unpacked.rename(place)  # last, so that a folder that exists is whole


def _run(folder: str, *command: str) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=300)
    except FileNotFoundError as missing:
        raise FetchFailed(f"{command[0]} is not installed") from missing
    except subprocess.CalledProcessError as failed:
        raise FetchFailed(f"{' '.join(command)}: {failed.stderr.strip()[-300:]}") from failed


def _only(folder: str, pattern: str) -> Path:
    (file,) = Path(folder).glob(pattern)
    return file
