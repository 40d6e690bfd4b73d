"""`docintake demo`: the pipeline on fresh data, and the demo's cast played over the public HTTP API."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from services.cli.terminal import Interrupts, say
from services.cli.up import TEND_SECONDS, serve, tell_addresses

if TYPE_CHECKING:
    from services.cli.pipeline import Pipeline

FOLDER = "demo"
"""Below home: the demo's data never mix with those of `docintake up`."""


def demo() -> None:
    """Show the whole path with invented applicants, on fresh data; ends with a table. · 시연합니다.

    On a terminal it goes on serving until Ctrl-C. Without one, or with DEMO_EXIT=1, it stops everything
    and exits 0 only if every applicant ended as expected.
    """
    from services.bootstrap import SERVICES
    from services.cli.environment import read_settings
    from services.cli.pipeline import pipeline
    from services.cli.running import alone

    settings = read_settings()
    home = settings.home.absolute()
    with alone(home):
        shutil.rmtree(home / FOLDER, ignore_errors=True)
        settings = settings.model_copy(update={"announcements": _announcements(home / FOLDER)})
    interrupts = Interrupts()
    code = 130
    try:
        with pipeline(settings, tuple(SERVICES), say, interrupts.hurry, data=FOLDER) as serving:
            code = _play(serving)
            if _stays():
                tell_addresses(serving)
                serve(serving)
    except KeyboardInterrupt:
        say("stopped · 멈췄습니다")
    raise typer.Exit(code)


def _announcements(folder: Path) -> Path:
    """The shipped announcements with the demo's own beside them."""
    from services.announcement.load import DEFAULT
    from services.cli.pipeline import ROOT

    both = folder / "announcements"
    shutil.copytree(DEFAULT, both)
    shutil.copytree(ROOT / "demo" / "announcements", both / "announcements", dirs_exist_ok=True)
    return both


def _play(serving: Pipeline) -> int:
    """Run the cast against the pipeline; its exit code."""
    from services.cli.pipeline import ROOT, environment

    play = subprocess.Popen([sys.executable, "-m", "demo"], cwd=ROOT, env=environment(serving.settings))
    try:
        while True:
            try:
                return play.wait(TEND_SECONDS)
            except subprocess.TimeoutExpired:
                serving.tend()
    finally:
        play.terminate()
        play.wait()


def _stays() -> bool:
    """Whether somebody is there to look at what was made."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("DEMO_EXIT")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Run · 실행")(demo)
