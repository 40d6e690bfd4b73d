"""The README's table of settings is the settings class, no more and no less."""

import re
from pathlib import Path

from pydantic import SecretStr

from services.common.settings import Settings
from tests.settings_table import settings_table

ROOT = Path(__file__).parents[3]


def test_the_readme_lists_every_setting_with_its_default_and_meaning() -> None:
    readme = (ROOT / "README.md").read_text()
    written = re.search(r"<!-- settings:.*?-->\n(.*?)\n<!-- /settings -->", readme, re.DOTALL)
    assert written, "README.md has no settings table"
    assert written.group(1) == settings_table(), (
        "run `python -m tests.settings_table` and put its output into README.md"
    )


def test_secrets_are_not_shown_when_settings_are_printed() -> None:
    secrets = [name for name, field in Settings.model_fields.items() if field.annotation is SecretStr]
    assert {"portal_key", "staff_password", "session_key", "master_key", "s3_secret_key"} <= set(secrets)
    assert "hidden value" not in repr(Settings(**{name: f"hidden value of {name}" for name in secrets}))
