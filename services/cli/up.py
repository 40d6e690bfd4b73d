"""`docintake up` and `docintake down`: the whole pipeline on this machine, served until it is stopped."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import typer

from services.cli.terminal import Interrupts, say

if TYPE_CHECKING:
    from services.cli.pipeline import Pipeline

TEND_SECONDS = 0.2
DOWN_SECONDS = 15.0
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 # nothing is bound here: such an address is only not shown


def up() -> None:
    """Start broker, topics and all services, and serve until Ctrl-C. · 전체를 시작합니다."""
    from services.bootstrap import SERVICES
    from services.cli.environment import read_settings
    from services.cli.pipeline import pipeline

    interrupts = Interrupts()
    try:
        with pipeline(read_settings(), tuple(SERVICES), say, interrupts.hurry) as serving:
            tell_addresses(serving)
            serve(serving)
    except KeyboardInterrupt:
        say("stopped · 멈췄습니다")


def down() -> None:
    """Stop what `docintake up` started on this home folder. · 실행 중인 것을 멈춥니다."""
    import psutil

    from services.cli.environment import read_settings
    from services.cli.running import find

    home = read_settings().home.absolute()
    running = find(home)
    if running is None:
        say(f"nothing runs on {home} · 실행 중인 것이 없습니다")
        return
    os.kill(running.pid, signal.SIGTERM)
    try:
        psutil.Process(running.pid).wait(DOWN_SECONDS)
    except psutil.NoSuchProcess:
        pass
    except psutil.TimeoutExpired:
        os.kill(running.pid, signal.SIGKILL)  # its children end with it
        say(f"process {running.pid} did not stop within {DOWN_SECONDS:.0f} s and was killed")
    say("stopped · 멈췄습니다")


def serve(serving: Pipeline) -> None:
    """Keep everything running, for ever: until KeyboardInterrupt."""
    while True:
        serving.tend()
        time.sleep(TEND_SECONDS)


def tell_addresses(serving: Pipeline) -> None:
    """Where a portal, staff and operators go, and where their secrets are."""
    settings = serving.settings
    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    base = f"http://{host}:{settings.port}"
    key = "DOCINTAKE_PORTAL_KEY" if settings.portal_key.get_secret_value() else settings.home / "portal.key"
    staff = "DOCINTAKE_STAFF_PASSWORD"
    password = staff if settings.staff_password.get_secret_value() else settings.home / "staff.password"
    say("")
    say(f"  portal · 채용 포털   {base}/v1      key: {key}")
    say(f"  API · 개발자         {base}/docs")
    say(f"  staff · 담당자       {base}/review  password: {password}")
    say(f"  operators · 운영자   {base}/ops     password: {password}")
    say(f"  metrics · 지표       http://{host}:{settings.metrics_port}/metrics")
    say("")
    say("  Ctrl-C stops · Ctrl-C로 멈춥니다")


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command(rich_help_panel="Run · 실행")(up)
    app.command(rich_help_panel="Run · 실행")(down)
