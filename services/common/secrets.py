"""Secrets: taken from the settings, or written once under home with mode 0600 by the first start."""

from __future__ import annotations

import base64
import os
import secrets
from contextlib import suppress
from pathlib import Path

from services.common.errors import Misconfigured
from services.common.settings import Settings

NEW_MASTER_KEY = "master.key.new"
"""Under home, while the master key is being rotated."""


def portal_key(settings: Settings) -> str:
    """The portal's bearer key."""
    return settings.portal_key.get_secret_value() or _kept(settings, "portal.key", secrets.token_urlsafe(32))


def staff_password(settings: Settings) -> str:
    """The password of /review and /ops."""
    return settings.staff_password.get_secret_value() or _kept(settings, "staff.password", secrets.token_urlsafe(12))


def unmask_password(settings: Settings) -> str:
    """The password of staff who may see resident numbers."""
    return settings.unmask_password.get_secret_value() or _kept(settings, "unmask.password", secrets.token_urlsafe(12))


def session_key(settings: Settings) -> str:
    """The key that signs staff sessions."""
    return settings.session_key.get_secret_value() or _kept(settings, "session.key", secrets.token_urlsafe(32))


def master_key(settings: Settings) -> str:
    """The base64 key that wraps the applicants' keys."""
    return settings.master_key.get_secret_value() or _kept(
        settings, "master.key", base64.b64encode(secrets.token_bytes(32)).decode()
    )


def master_keys_at_hand(settings: Settings) -> list[str]:
    """The master keys under home, in base64, read anew: the present one, and one that is taking its place."""
    if settings.master_key.get_secret_value():
        return [settings.master_key.get_secret_value()]
    found = []
    for name in ("master.key", NEW_MASTER_KEY):
        with suppress(OSError):
            found.append((settings.home.absolute() / name).read_text().strip())
    return found


def next_master_key(settings: Settings, file: Path | None = None) -> str:
    """The base64 master key that will take the place of the present one: drawn once, kept until it has."""
    path = settings.home.absolute() / NEW_MASTER_KEY if file is None else file
    return _kept_at(path, base64.b64encode(secrets.token_bytes(32)).decode())


def install_next_master_key(settings: Settings) -> None:
    """home/master.key.new takes the place of home/master.key; again, nothing."""
    home = settings.home.absolute()
    with suppress(FileNotFoundError):
        (home / NEW_MASTER_KEY).replace(home / "master.key")


def _kept(settings: Settings, name: str, fresh: str) -> str:
    """The content of home/name; where it is not there, `fresh` is written first, by exactly one process."""
    return _kept_at(settings.home.absolute() / name, fresh)


def _kept_at(path: Path, fresh: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    if not path.exists():
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(fresh + "\n")
            file.flush()
            os.fsync(file.fileno())
        _link_unless_there(draft, path)
    kept = path.read_text().strip()
    if not kept:
        raise Misconfigured(f"{path} is empty: delete it, and the next start writes another; or put the secret into it")
    return kept


def _link_unless_there(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its secret holds
    finally:
        draft.unlink()
