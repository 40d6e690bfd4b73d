"""What an applicant's situation comes to under an announcement: the declaration, its claims' states, the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.announcement.declaration import Declaration, InvalidDeclaration, parse_declaration
from services.announcement.model import Announcement
from services.common.errors import DocintakeError
from services.common.sealing import Sealer
from services.score.rules.claimstate import ClaimState
from services.score.rules.score import Score, score
from services.score.standing import claim_states
from services.score.state import Situation


class NotTaken(DocintakeError):
    """The rule book does not take a declaration that intake accepted by another version of it; fields and codes."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """One applicant, opened and scored."""

    declaration: Declaration
    """As accepted."""
    states: Mapping[str, ClaimState]
    """How far each claim is proved."""
    score: Score
    """What that makes."""
    uploads_over: bool
    """Whether papers come too late by now."""


def assess(found: Situation, subject: str, announcement: Announcement, sealer: Sealer, now: datetime) -> Assessed:
    """The applicant `subject` at `now`.

    Raises KeyDestroyed after an erasure, NotTaken where the rule book does not take the declaration, NoNoticeDate.
    """
    body = sealer.open_json(subject, place(found.declaration_id), found.declaration)["declaration"]
    try:
        declaration = parse_declaration(body, announcement, now=None)
    except InvalidDeclaration as error:
        raise NotTaken(f"the rule book no longer accepts a declaration that intake accepted: {error}") from None
    over = announcement.windows.upload.has_closed(now)
    states = claim_states(declaration, found.version, found.documents, announcement, uploads_over=over)
    return Assessed(declaration, states, score(declaration, states, announcement), over)


def place(declaration_id: str) -> str:
    """What a stored declaration is sealed as."""
    return f"score.declaration:{declaration_id}"
