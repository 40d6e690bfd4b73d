"""The declaration that a command is given: a file or its text, one claim of it chosen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from services.announcement.declaration import Claim, Declaration
    from services.announcement.model import Announcement


@dataclass(frozen=True, slots=True)
class Declared:
    """One claim with all that judging needs of its surroundings."""

    declaration: Declaration
    """The whole declaration."""
    claim: Claim
    """The claim that the paper is to prove."""
    announcement: Announcement
    """Under whose rules."""


def declared_claim(given: str, announcement: str | None, claim: str | None) -> Declared:
    """`given` (JSON text, or a file of it) in the portal's format, checked like the portal's, with its claim `claim`.

    `announcement` goes before the one that the declaration names. BadParameter says what is wrong and what to give.
    """
    from services.announcement.declaration import parse_declaration
    from services.announcement.load import available
    from services.announcement.refusal import InvalidDeclaration
    from services.cli.announcement import folder, loaded

    body = _body(given)
    name = announcement or body.get("announcement")
    if name not in (known := available(folder())):
        raise typer.BadParameter(f"there is no announcement {name!r}; --announcement is one of: {', '.join(known)}")
    rules = loaded(str(name))
    try:
        declaration = parse_declaration(body | {"announcement": name}, rules, now=None)
    except InvalidDeclaration as error:
        wrong = "\n".join(f"  {one.field}: {one.ko} · {one.en}" for one in error.errors)
        raise typer.BadParameter(f"--declared is no declaration for {name}:\n{wrong}") from None
    by_id = {one.id: one for one in declaration.claims}
    if claim is None and len(by_id) == 1:
        claim = next(iter(by_id))
    if claim not in by_id:
        raise typer.BadParameter(f"--claim {claim or ''}: choose one of {', '.join(by_id) or '- (there are none)'}")
    return Declared(declaration, by_id[claim], rules)


def _body(given: str) -> dict[str, Any]:
    text = given
    if not given.lstrip().startswith("{"):
        try:
            text = Path(given).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise typer.BadParameter(f"--declared {given}: neither JSON nor a file that can be read") from error
    try:
        body = json.loads(text)
    except ValueError as error:
        raise typer.BadParameter(f"--declared: not JSON: {error}") from None
    if not isinstance(body, dict):
        raise typer.BadParameter("--declared: not a declaration (a JSON object)")
    return body
