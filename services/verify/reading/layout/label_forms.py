"""The printed forms of a paper's labels, made ready once for all pieces of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from services.verify.reading.layout.squeezed import squeeze

_DATED = ("_date", "_on", "_until")
_NUMBERED = ("number", "registration_no", "issue_no", "phone")
_REMEMBERED = 2_000


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

    @classmethod
    def of(cls, labels: Iterable[Label]) -> Forms:
        """The forms of `labels`."""
        pairs = [(squeeze(word), label.field) for label in labels for word in label.words]
        pairs.sort(key=lambda pair: -len(pair[0]))
        fields_of: dict[str, frozenset[str]] = {}
        for form, field in pairs:
            fields_of[form] = fields_of.get(form, frozenset()) | {field}
        fields = frozenset(field for _, field in pairs)
        return cls(tuple(pairs), fields_of, fields, frozenset(filter(needs_digits, fields)))

    def first(self, form: str) -> str | None:
        """The field that `form` announces, the first of several; None where it is no form."""
        if form not in self.fields_of:
            return None
        return next(field for known, field in self.pairs if known == form)


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


def consumed(printed: str, form: str) -> int | None:
    """Index behind the letters of `form` at the start of `printed`, spaces and punctuation apart; None if not there."""
    letters, ends = _letters(printed)
    return ends.get(len(form)) if form and letters.startswith(form) else None


@lru_cache(maxsize=_REMEMBERED)
def _letters(printed: str) -> tuple[str, Mapping[int, int]]:
    """The letters of `printed` as they are compared, and from a number of them to the index behind the last."""
    letters, ends = "", {}
    for position, char in enumerate(printed):
        if own := squeeze(char):
            letters += own
            ends[len(letters)] = position + 1
    return letters, ends
