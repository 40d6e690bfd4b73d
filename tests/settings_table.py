"""Prints the README's table of settings, from the settings class."""

from __future__ import annotations

from pydantic import SecretStr

from services.common.settings import Settings


def settings_table() -> str:
    """The table in Markdown."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = "" if default is None or isinstance(default, SecretStr) or default == "" else f"`{default}`"
        rows.append(f"| `DOCINTAKE_{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(settings_table())
