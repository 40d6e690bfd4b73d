"""The settings as this process found them, a wrong one told by its variable's name."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr, ValidationError

from services.common.errors import Misconfigured
from services.common.settings import Settings


def read_settings() -> Settings:
    """Read the environment. Raises Misconfigured with every setting that is wrong, its value and why."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [_told(item["loc"], item["input"], item["msg"]) for item in error.errors(include_url=False)]
        raise Misconfigured("\n".join(wrong)) from None


def settings_here() -> Settings:
    """The settings, with the data folder and the ports of the `docintake up` (or demo) that runs on this home."""
    from services.cli.running import find

    settings = read_settings()
    running = find(settings.home.absolute())
    if running is None:
        return settings
    return settings.model_copy(update={"home": Path(running.home), **running.ports})


def _told(place: tuple[str | int, ...], value: object, message: str) -> str:
    """One wrong setting; the value of a secret is not shown."""
    name = "_".join(str(part) for part in place)
    secret = place[0] in Settings.model_fields and Settings.model_fields[str(place[0])].annotation is SecretStr
    return f"DOCINTAKE_{name.upper()}{'' if secret else f'={value!r}'}: {message}"
