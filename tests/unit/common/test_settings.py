"""The README's table of settings is the settings class, no more and no less."""

import re
from pathlib import Path

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
    settings = Settings(portal_key="portal-secret", staff_password="staff-secret", master_key="master-secret")
    assert "secret" not in repr(settings).replace("SecretStr", "")
