"""A day of an operator on a whole docintake: rebuilt, backed up, somebody erased, the master key changed, all lost."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from services import bootstrap
from services.common.settings import Settings
from tests.e2e.papers import Applying, applying
from tests.e2e.system import ROOT, System, docintake, environment

ANNA = applying("90001", "남궁산들", "NAMGUNG SANDEUL", 405, 355)
BORA = applying("90002", "선우별하", "SEONWOO BYEOLHA", 310, 295)
CORA = applying("90003", "황보다온", "HWANGBO DAON", 445, 380)
REASON = "원본과 대조함"
PORTAL_KEY = "portal-key-of-the-tests"


@dataclass
class View:
    """What the world outside sees."""

    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Each document's answer."""
    applicants: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Each applicant's answer."""
    pictures: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each page picture as served."""
    scores: dict[str, bytes | None] = field(default_factory=dict)
    """The newest record of each key on score.scores."""
    verdicts: dict[str, bytes] = field(default_factory=dict)
    """The newest verdict of each document, as on its topic."""
    originals: dict[str, str] = field(default_factory=dict)
    """SHA-256 of every original, opened."""


class Home:
    """A home folder with a docintake, running or not."""

    def __init__(self, folder: Path, install: Path, master: str = "") -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / "install").symlink_to(install)
        self.keep_secrets(master)

    def keep_secrets(self, master: str) -> None:
        """What an operator keeps apart from any backup."""
        (self.folder / "portal.key").write_text(PORTAL_KEY)
        (self.folder / "staff.password").write_text("staff-password")
        if master:
            (self.folder / "master.key").write_text(master)

    def system(self) -> System:
        return System(self.folder)

    def cli(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            docintake(*words),
            cwd=ROOT,
            env=environment(self.folder),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def done(self, *words: str) -> str:
        """Run a command that must succeed; what it said."""
        ended = self.cli(*words)
        assert ended.returncode == 0, f"{words}: {ended.stdout}{ended.stderr}"
        return ended.stdout + ended.stderr

    def settings(self) -> Settings:
        return Settings(home=self.folder)

    def lose(self) -> None:
        """Everything but the link to the installs is gone."""
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif not path.is_symlink():
                path.unlink()


def papers_in(system: System, people: Sequence[tuple[Applying, bytes]]) -> dict[str, str]:
    """Declare and upload; document by applicant, judged."""
    found = {}
    for person, content in people:
        person.declare(system.portal)
        found[person.applicant_id] = person.upload(system.portal, content)
    for document in found.values():
        assert system.portal.judged(document, 1)["status"] in ("MATCH", "MISMATCH", "UNREADABLE")
    return found


def look(home: Home, system: System, documents: Mapping[str, str]) -> View:
    """Everything that must be as it was."""
    view = View()
    settle(system)
    for applicant, document in documents.items():
        view.applicants[applicant] = system.portal.applicant(applicant)
        view.documents[document] = system.portal.document(document)
        for link in view.documents[document]["links"]["pages"]:
            headers = {"Authorization": f"Bearer {PORTAL_KEY}"}
            picture = httpx.get(f"{system.address}{link}", headers=headers)
            assert picture.status_code == 200
            view.pictures[link] = hashlib.sha256(picture.content).hexdigest()
    for record in system.records("score.scores"):
        view.scores[(record.key or b"").decode()] = record.value
    shared = bootstrap.Shared.open(home.settings().model_copy(update={"master_key": _master(home)}))
    for record in system.records("verify.verdicts"):
        event = shared.codec.decode(record.value or b"") if _of(record.key, documents) else None
        if event is not None:
            view.verdicts[event.document_id] = record.value or b""  # type: ignore[attr-defined]
    for record in system.records("intake.uploads.language-report"):
        if not _of(record.key, documents):
            continue
        for file in shared.codec.decode(record.value or b"").files:  # type: ignore[attr-defined]
            data = shared.blobs.get((record.key or b"").decode(), file.blob)
            view.originals[file.blob] = hashlib.sha256(data).hexdigest()
    return view


def settle(system: System) -> None:
    """Until nothing comes any more."""
    seen = -1
    while (now := len(system.records("verify.verdicts", "review.decisions", "score.scores"))) != seen:
        seen = now
        time.sleep(1.0)


def _of(key: bytes | None, documents: Mapping[str, str]) -> bool:
    return (key or b"").decode().rpartition("/")[2] in documents


def _master(home: Home) -> Any:
    from pydantic import SecretStr

    file = home.folder / "master.key"
    return SecretStr(file.read_text().strip() if file.exists() else "")
