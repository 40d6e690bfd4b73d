"""What of a declaration is personal data that may be collected only after the document result (§8, rule 86). Pure."""

from __future__ import annotations

from typing import Any

from services.announcement.declared import Declaration, StatusClaim
from services.announcement.model import RuleBook


def same_but_for_personal_data(one: Declaration, other: Declaration, book: RuleBook) -> bool:
    """Whether two declarations differ in nothing but what §8 keeps for later."""
    return _impersonal(one, book) == _impersonal(other, book)


def is_personal(claim: Any, book: RuleBook) -> bool:
    """Whether the claim itself is such data: a status that says where somebody went to school."""
    status = book.status(claim.status) if isinstance(claim, StatusClaim) and claim.status is not None else None
    return status is not None and status.personal


def _impersonal(declaration: Declaration, book: RuleBook) -> dict[str, Any]:
    whole = {name: value for name, value in declaration.to_json().items() if name not in book.personal_fields}
    kept = [claim.id for claim in declaration.claims if not is_personal(claim, book)]
    return whole | {"claims": [claim for claim in whole["claims"] if claim["id"] in kept]}
