"""Ids in paths as OpenAPI describes them. They are not checked here: an id that cannot be is one that is not there."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path

from services.common.applicant_ids import PATTERN, RULE_EN
from services.intake.identifiers import CLAIM_ID, DOCUMENT_ID

APPLICANT_ID_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{PATTERN}$", "minLength": 1, "maxLength": 64}
CLAIM_ID_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": f"^{CLAIM_ID.pattern}$",
    "minLength": 1,
    "maxLength": 64,
}
_DOCUMENT_ID_SCHEMA: dict[str, Any] = {"pattern": f"^{DOCUMENT_ID.pattern}$", "minLength": 36, "maxLength": 36}
_PAGE_SCHEMA: dict[str, Any] = {"pattern": "^[1-9][0-9]{0,5}$"}

ApplicantId = Annotated[str, Path(description=RULE_EN, json_schema_extra=APPLICANT_ID_SCHEMA)]
DocumentId = Annotated[str, Path(description="As an upload was answered", json_schema_extra=_DOCUMENT_ID_SCHEMA)]
PageNumber = Annotated[str, Path(description="From 1, without leading zeros", json_schema_extra=_PAGE_SCHEMA)]
