"""`docintake backup` and `docintake restore`: everything but the secrets, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

KEYS = Annotated[
    Path | None,
    typer.Option(help="Copy of the applicants' keys; else keys.jsonl beside the backup", show_default=False),
]


def backup(
    target: Annotated[Path, typer.Argument(help="A new folder for this backup", show_default=False)],
    keys: KEYS = None,
) -> None:
    """Copy databases, originals and topics while everything goes on. · 서비스 중에 백업합니다.

    Personal values in it are sealed. The applicants' keys are not in it: their copy lies beside it and is brought up
    to date at every erasure, so that an erasure reaches every backup. The master key and the other secrets under home
    (portal.key, staff.password, session.key) are in neither: keep them where your secrets are.

    백업에는 마스터 키와 지원자 키가 없습니다. 키 사본(keys.jsonl)과 마스터 키를 따로 보관하십시오.
    """
    from services import bootstrap
    from services.cli.environment import settings_here
    from services.cli.terminal import say
    from services.common.errors import Retryable

    copy = keys or bootstrap.key_copy_beside(target)
    settings = settings_here()
    try:
        bootstrap.backup(settings, target, copy, say)
    except Retryable as error:
        raise Retryable(
            f"{error}; is docintake running? (`docintake status`) / docintake가 실행 중인지 보십시오."
        ) from error
    say(f"backup    {target}")
    say(f"keys      {copy}  (not the master key: keep that apart · 마스터 키는 따로 보관하십시오)")


def restore(
    source: Annotated[Path, typer.Argument(help="The folder of a backup", show_default=False)],
    keys: KEYS = None,
) -> None:
    """Restore a backup into an empty home, and erase again whoever was erased since. · 빈 곳에 복원합니다.

    Needs the copy of the keys and the master key. Nothing may run; `docintake up` serves what was restored. On a
    cluster, databases, blob store and topics must be empty. Where it is cut short, empty the place and begin again.

    키 사본과 마스터 키가 있어야 합니다. 백업 뒤에 지운 지원자는 복원하면서 다시 지웁니다.
    """
    from services import bootstrap
    from services.cli.environment import read_settings
    from services.cli.ports import with_ports
    from services.cli.running import alone
    from services.cli.terminal import say

    settings = read_settings()
    home = settings.home.absolute()
    with alone(home):
        erased = bootstrap.restore(
            with_ports(settings), source, keys or bootstrap.key_copy_beside(source), home / "install", say
        )
    say(f"erased again {erased} · 다시 지움 {erased}명")
    say("restored; `docintake up` serves it · 복원했습니다. `docintake up`으로 시작하십시오.")


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command(rich_help_panel="Operate · 운영")(backup)
    app.command(rich_help_panel="Operate · 운영")(restore)
