"""From a portal's body to a declaration that the announcement accepts, or to every reason why it does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from services.announcement.declaration_rules import rule_errors
from services.announcement.declaration_shape import shape_errors
from services.announcement.declared import (
    CareerClaim,
    CertificateClaim,
    Claim,
    Confirmation,
    Confirmer,
    Declaration,
    Facts,
    LanguageClaim,
    Record,
    Sections,
    StatusClaim,
)
from services.announcement.model import Announcement
from services.announcement.refusal import FieldError, InvalidDeclaration

__all__ = [
    "CareerClaim",
    "CertificateClaim",
    "Claim",
    "Confirmation",
    "Confirmer",
    "Declaration",
    "Facts",
    "FieldError",
    "InvalidDeclaration",
    "LanguageClaim",
    "Record",
    "Sections",
    "StatusClaim",
    "parse_declaration",
]


def parse_declaration(body: Mapping[str, Any], announcement: Announcement, *, now: datetime | None) -> Declaration:
    """The declaration in `body`, checked against `announcement`.

    `now` (aware) decides whether personal data may be collected (§8) and whether its dates have come; None leaves
    both untested (offline scoring, a declaration that was accepted before). Whether the declaration window is open
    is the caller's question. Raises InvalidDeclaration with every wrong field, in the order of the body.
    """
    try:
        declaration = Declaration.model_validate(dict(body))
    except ValidationError as error:
        raise InvalidDeclaration(shape_errors(error, body)) from None
    if wrong := tuple(rule_errors(declaration, announcement, now)):
        raise InvalidDeclaration(wrong)
    return declaration
