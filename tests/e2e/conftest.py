"""One demo and one started system for all end-to-end tests: the demo runs first, its data are then served again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.system import ROOT, System, docintake, environment

DEMO_SECONDS = 180


@dataclass(frozen=True, slots=True)
class DemoRun:
    """A demo that has ended."""

    home: Path
    """Where it left its data and logs."""
    code: int
    """Its exit status."""
    output: str
    """All that it printed."""


@pytest.fixture(scope="session")
def demo_run(install: Path, tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """`docintake demo` without a terminal, on free ports and fresh data."""
    home = tmp_path_factory.mktemp("demo-home")
    (home / "install").symlink_to(install)
    done = subprocess.run(
        docintake("demo"),
        cwd=ROOT,
        env=environment(home) | {"DEMO_EXIT": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=DEMO_SECONDS,
        check=False,
    )
    return DemoRun(home / "demo", done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def system(demo_run: DemoRun, install: Path) -> Iterator[System]:
    """`docintake up` on the data that the demo left."""
    (demo_run.home / "install").symlink_to(install)
    with System(demo_run.home, DOCINTAKE_ANNOUNCEMENTS=str(demo_run.home / "announcements")) as started:
        yield started
