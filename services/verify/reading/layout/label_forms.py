"""The printed forms of a paper's labels, made ready once for all pieces of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.verify.reading.layout.squeezed import squeeze

_DATED = ("_date", "_on", "_until")
_NUMBERED = ("number", "registration_no", "issue_no", "phone")
_REMEMBERED, _PAPERS = 2_000, 64
SHORT_LATIN = 4
"""Latin labels up to this length must be read letter for letter: a slip makes a name of them (Part, Park)."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a kind of paper may print in front of, or above, a value."""

    field: str
    """Field of the declaration, a column or row name of a table or grid, or a decoy's name."""
    words: tuple[str, ...]
    """Its printed forms in any language; spaces, case and punctuation do not count."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Labels as squeezed forms."""

    pairs: tuple[tuple[str, str], ...]
    """Form and field, the longest forms first."""
    fields_of: Mapping[str, frozenset[str]]
    """Every field that a form may announce."""
    fields: frozenset[str]
    """All fields."""
    with_digits: frozenset[str]
    """Those whose values always hold a digit."""
    near: Mapping[int, Sequence[tuple[str, str, int]]]
    """For so many letters of a piece each form that it may be, its field, and how many letters may be misread."""

    @classmethod
    def of(cls, labels: Iterable[Label]) -> Forms:
        """The forms of `labels`."""
        return _forms_of(tuple(labels))

    @classmethod
    def _made(cls, labels: Sequence[Label]) -> Forms:
        pairs = [(squeeze(word), label.field) for label in labels for word in label.words]
        pairs.sort(key=lambda pair: -len(pair[0]))
        fields_of: dict[str, frozenset[str]] = {}
        for form, field in pairs:
            fields_of[form] = fields_of.get(form, frozenset()) | {field}
        fields = frozenset(field for _, field in pairs)
        near: dict[int, list[tuple[str, str, int]]] = {}
        for form, field in pairs:
            allowed = slips(form)
            for length in range(len(form) - allowed - 1, len(form) + allowed + 2):
                near.setdefault(length, []).append((form, field, allowed))
        return cls(tuple(pairs), fields_of, fields, frozenset(filter(needs_digits, fields)), near)

    def first(self, form: str) -> str | None:
        """The field that `form` announces, the first of several; None where it is no form."""
        if form not in self.fields_of:
            return None
        return next(field for known, field in self.pairs if known == form)


@lru_cache(maxsize=_PAPERS)
def _forms_of(labels: tuple[Label, ...]) -> Forms:
    return Forms._made(labels)


def slips(form: str) -> int:
    """How many letters of a label may be misread: none in short ones, for 입사일 and 퇴사일 differ in one."""
    length = len(form)
    if length <= SHORT_LATIN and form.isascii():
        return 0
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 14 else 3


def is_score(field: str) -> bool:
    """Whether `field` is the total or a section of a test."""
    return field == "score" or field.startswith("sections.")


def is_day(field: str) -> bool:
    """Whether `field` is one day in a person's or a paper's life; the end of a term is not."""
    return field.endswith(("_date", "_on"))


def is_dated(field: str) -> bool:
    """Whether the value of `field` is a date."""
    return field.endswith(_DATED)


def is_numbered(field: str) -> bool:
    """Whether the value of `field` is a number of a person or of a paper."""
    return field.rsplit(".", 1)[-1] in _NUMBERED


def needs_digits(field: str) -> bool:
    """Whether every value of `field` holds a digit, so that other words behind its label belong to the label."""
    last = field.rsplit(".", 1)[-1]
    return is_score(field) or is_dated(last) or last in _NUMBERED


def starting(printed: str, forms: Forms) -> list[tuple[str, str, int]]:
    """Every form that `printed` begins with, spaces and punctuation apart: form, field, and the index behind it."""
    letters, ends = _letters(printed)
    return [
        (form, field, ends[len(form)])
        for form, field in forms.pairs
        if form and letters.startswith(form) and len(form) in ends
    ]


@lru_cache(maxsize=_REMEMBERED)
def _letters(printed: str) -> tuple[str, Mapping[int, int]]:
    """The letters of `printed` as they are compared, and from a number of them to the index behind the last."""
    letters, ends = "", {}
    for position, char in enumerate(printed):
        if own := squeeze(char):
            letters += own
            ends[len(letters)] = position + 1
    return letters, ends
