"""What a staff decision on a verdict would settle, as text for a keyed digest.

A decision holds exactly while this text is unchanged. It stands in for the machine's MATCH on what kept the machine
from one, and on nothing else; so the text covers exactly that, and no staff PASS can be carried over to another value:

- Fields that are MISMATCH, UNREADABLE or MISSING, declared and read, and whatever field a reason names (a required one
  that is not printed): staff vouch for these values. On an unread or wrong paper every declared field is UNREADABLE, so
  a smear accepted for 800 points never becomes 990.
- MATCH is left out: the machine weighs it anew each time, and another value that does not match enters the text.
- NOT_PRINTED is left out: the machine passes a paper with any value there, so nothing can be won by redeclaring it, and
  a decision about another field must not lapse for it. Two exceptions, where staff vouch for it after all: the names
  where the identity is unproven, and the whole claim where not one of its fields could be compared.
- Where nothing was read in the place of a declared field, the reading does not tie the decision to its place (another
  row of a table, of which nothing was read either, would look the same): the matching fields of the claim then do.
"""

from __future__ import annotations

import json

from services.verify.judging.identity import NAMES
from services.verify.judging.verdict import FieldStatus, FieldVerdict, ReasonCode, Verdict

_PERSON = (*NAMES, "birth_date")
_OPEN = (FieldStatus.MISMATCH, FieldStatus.UNREADABLE, FieldStatus.MISSING)
"""What keeps the machine from a MATCH."""
_DECIDED_BY_READING = (FieldStatus.MATCH, FieldStatus.MISMATCH, FieldStatus.UNREADABLE)


def basis(document_id: str, verdict: Verdict) -> str:
    """The settled text of `verdict` on `document_id`. Holds personal values: digest it under the applicant's key."""
    reasons = sorted((reason.code.value, reason.field or "") for reason in verdict.reasons)
    fields = sorted(
        (entry.field, entry.verdict.value, entry.declared or "", entry.read or "") for entry in _settled(verdict)
    )
    settled = {"document": document_id, "status": verdict.status.value, "fields": fields, "reasons": reasons}
    return json.dumps(settled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _settled(verdict: Verdict) -> list[FieldVerdict]:
    """The fields that a decision on `verdict` is about."""
    named = {reason.field for reason in verdict.reasons}
    unproven = any(reason.code is ReasonCode.IDENTITY_UNPROVEN for reason in verdict.reasons)
    claim = [entry for entry in verdict.fields if entry.field not in _PERSON]
    compared = any(entry.verdict in _DECIDED_BY_READING and entry.field != "test" for entry in claim)
    untied = any(entry.verdict in _OPEN and entry.declared and entry.read is None for entry in claim)

    def vouched(entry: FieldVerdict) -> bool:
        if entry.verdict in _OPEN or entry.field in named:
            return True
        if entry.field in _PERSON:
            return unproven and entry.field in NAMES
        return untied if entry.verdict is FieldStatus.MATCH else not compared

    return [entry for entry in verdict.fields if vouched(entry)]
