"""What a staff decision on a verdict would settle, as text for a keyed digest.

A decision holds exactly while this text is unchanged: a new declaration that touches only what matches leaves it in
force; one that touches anything staff looked at, or turns a MATCH into something else, lets it lapse.
"""

from __future__ import annotations

import json

from services.verify.judging.verdict import FieldStatus, Verdict


def basis(document_id: str, verdict: Verdict) -> str:
    """The settled text of `verdict` on `document_id`. Holds personal values: digest it under the applicant's key.

    Everything that is no MATCH counts, what the paper does not print too: staff vouch for it with their own eyes.
    """
    fields = sorted(
        (entry.field, entry.verdict.value, entry.declared, entry.read)
        for entry in verdict.fields
        if entry.verdict is not FieldStatus.MATCH
    )
    reasons = sorted((reason.code.value, reason.field or "") for reason in verdict.reasons)
    settled = {"document": document_id, "status": verdict.status.value, "fields": fields, "reasons": reasons}
    return json.dumps(settled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
