"""Characters that every reader confuses. A difference of this kind alone fails nobody, and passes nobody either.

Readers err together on 율/을, 은/온, 천/전, 녀/너 (one stroke of one jamo) and on letters that look like digits; two
readings that agree on such a neighbour of the declared value prove neither a match nor a mismatch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Levenshtein

from services.verify.values.syllables import apart, is_syllable, jamo
from services.verify.values.titles import split_grade

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

_NAMES, _LONG_NAME = ("name", "person"), 3


def looks_alike(field: str, declared: str, read: str) -> bool:
    """Whether canonical `read` differs from canonical `declared` of `field` only as readers err, not as people do."""
    if declared == read:
        return True
    if len(declared) == len(read) and all(map(_confusable, declared, read)):
        return True
    last = field.rsplit(".", 1)[-1]
    if last in _PARTS_ARE_LOST and _PARTS_ARE_LOST[last](declared, read):
        return True
    if last not in FREE_TEXT or _digits(declared) != _digits(read):
        return False
    allowed = len(declared) // 6
    return Levenshtein.distance(declared, read, score_cutoff=allowed) <= allowed


def resembles(field: str, wanted: Sequence[str], read: str) -> bool:
    """Whether `read` looks like any of the values that mean the declared one.

    A title read with its grade is held against those that have one too: 1급 does not look like 2급.
    """
    if field.rsplit(".", 1)[-1] == "title" and split_grade(read)[1] is not None:
        wanted = [value for value in wanted if split_grade(value)[1] is not None] or wanted
    return any(looks_alike(field, value, read) for value in wanted)


def differs_in_one_syllable(field: str, declared: str, read: str) -> bool:
    """Whether two Hangul names of three syllables or more differ in one, of which the initial is right.

    People so named are seldom mistaken for each other; print in an unknown hand is (`홍길준` for `홍길즐`).
    """
    if field.rsplit(".", 1)[-1] not in _NAMES or len(declared) != len(read) or len(declared) < _LONG_NAME:
        return False
    different = [(one, other) for one, other in zip(declared, read, strict=True) if one != other]
    return (
        len(different) == 1
        and all(map(is_syllable, different[0]))
        and jamo(different[0][0])[0] == jamo(different[0][1])[0]
    )


def _confusable(one: str, other: str) -> bool:
    if one == other:
        return True
    if is_syllable(one) and is_syllable(other):
        return apart(one, other) == 1
    pair = {one.upper(), other.upper()}
    return any(pair <= alike for alike in LOOKALIKES)


def _grade_in_part(declared: str, read: str) -> bool:
    """Whether two grades differ only in 준 or in a sign: small, apart from the digit, and often lost (G14)."""
    return declared.removeprefix("준").translate(_NO_SIGN) == read.removeprefix("준").translate(_NO_SIGN)


def _title_without_grade(declared: str, read: str) -> bool:
    """Whether two titles differ only in that one of them has its grade behind it (`사회조사분석사2급`)."""
    one, other = split_grade(declared), split_grade(read)
    return one[0] == other[0] and (one[1] is None) != (other[1] is None)


def _shorter_form(declared: str, read: str) -> bool:
    """Whether one institution's name holds the other's (`산업인력공단` of 한국산업인력공단)."""
    return declared in read or read in declared


_NO_SIGN = str.maketrans("", "", "+-")
_PARTS_ARE_LOST: dict[str, Callable[[str, str], bool]] = {
    "grade": _grade_in_part,
    "title": _title_without_grade,
    "issuer": _shorter_form,
}


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
