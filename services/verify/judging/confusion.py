"""Characters that every reader confuses. A difference of this kind alone fails nobody, and passes nobody either.

Readers err together on 율/을, 은/온, 천/전, 녀/너 (one stroke of one jamo) and on letters that look like digits; two
readings that agree on such a neighbour of the declared value prove neither a match nor a mismatch.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

LOOKALIKES: tuple[frozenset[str], ...] = (
    frozenset("0OQD"),
    frozenset("1IL|"),
    frozenset("2Z"),
    frozenset("5S"),
    frozenset("6G"),
    frozenset("7T"),
    frozenset("8B"),
    frozenset("UV"),
    frozenset("CG"),
    frozenset("EF"),
    frozenset("MN"),
    frozenset("VY"),
    frozenset("PR"),
    frozenset("+-"),
)
"""Latin letters, digits and signs that are taken for one another; two different digits never are."""

FREE_TEXT = frozenset(
    {"company", "project", "client", "specialty", "work_type", "duty", "method", "job_field", "issuer", "department"}
)
"""Long descriptive fields, where a letter lost in a long line is the reader's doing more often than the applicant's."""

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28


def looks_alike(field: str, declared: str, read: str) -> bool:
    """Whether canonical `read` differs from canonical `declared` of `field` only as readers err, not as people do."""
    if declared == read:
        return True
    if len(declared) == len(read) and all(map(_confusable, declared, read)):
        return True
    if field.rsplit(".", 1)[-1] not in FREE_TEXT or _digits(declared) != _digits(read):
        return False
    allowed = len(declared) // 6
    return Levenshtein.distance(declared, read, score_cutoff=allowed) <= allowed


def _confusable(one: str, other: str) -> bool:
    if one == other:
        return True
    if _FIRST <= ord(one) <= _LAST and _FIRST <= ord(other) <= _LAST:
        return sum(a != b for a, b in zip(_jamo(one), _jamo(other), strict=True)) == 1
    pair = {one.upper(), other.upper()}
    return any(pair <= alike for alike in LOOKALIKES)


def _jamo(syllable: str) -> tuple[int, int, int]:
    index = ord(syllable) - _FIRST
    return index // (_VOWELS * _FINALS), index // _FINALS % _VOWELS, index % _FINALS


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
