"""What field a text announces that is a label and nothing else, in one language or in two."""

from __future__ import annotations

import re

from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_forms import Forms, is_score
from services.verify.reading.layout.nearest_form import nearest
from services.verify.reading.layout.score_text import without_most
from services.verify.reading.layout.squeezed import squeeze
from services.verify.values.family_names import may_be_name
from services.verify.values.text import has_hangul

_SHORTEST_NUMBER, _DIGITS_OF_A_CODE, _LONG = 6, 4, 7
NAMES = ("name", "name_latin", "holder.name")
_BRACKETS = re.compile(r"[()\[\]/]")
_RANGE = re.compile(
    r"[(\[]\s*(?:[0-9]{1,3}\s*[-~–∼～]\s*)?(?:[A-Za-zÀ-ÿ.\s]*|만점\s*)[0-9]{2,4}\s*(?:점|만점|points?|pts)?\s*[)\]]$"
)
"""The range or the most that a score can be, in brackets at the end of its label."""
_IN_BRACKETS = re.compile(r"^([^()\[\]:]+)[(\[][^()\[\]:0-9]{1,12}[)\]]\s*$")


def field_alone(printed: str, forms: Forms) -> str | None:
    """The field that `printed` announces letter for letter: a listed form, two languages of one, or known words."""
    known = forms.first(squeeze(printed)) or parts_of_label(printed, forms) or compound_field(printed, forms.fields)
    return known or _without_most(printed, forms)


def nearest_alone(printed: str, forms: Forms) -> str | None:
    """The field of the label that `printed` is but for misread letters."""
    return nearest(squeeze(printed), forms) or _before_brackets(printed, forms)


def _without_most(printed: str, forms: Forms) -> str | None:
    """The field of a score's label that says what can be reached (`Note sur 100 / Total out of 100`)."""
    short = without_most(printed)
    if short == printed:
        return None
    field = forms.first(squeeze(short)) or parts_of_label(short, forms) or compound_field(short, forms.fields)
    return field if field is not None and is_score(field) else None


def _before_brackets(printed: str, forms: Forms) -> str | None:
    """The field of a misread label before a further word of it in brackets (`셍년월일(양력)`)."""
    parts = _IN_BRACKETS.match(printed)
    return nearest(squeeze(parts[1]), forms) if parts else None


def torn_label(letters: str, forms: Forms) -> str | None:
    """The field of a long label whose letters stand so wide apart that it was read in parts (`VOC` `ABUI` `ARY`)."""
    return nearest(letters, forms) if len(letters) >= _LONG and letters.isalpha() else None


def parts_of_label(printed: str, forms: Forms) -> str | None:
    """The field of a label printed in two languages (`Name (성명)`, `수험번호 / Test ID`), one of them read exactly.

    A score's label may hold what can be reached (`Total (max. 100)`, `Listening (5~495)`).
    """
    if squeeze(printed.partition(":")[2]):
        return None
    parts = [squeeze(part) for part in _BRACKETS.split(printed)]
    announced = {squeeze(part): _announced(part, forms) for part in _BRACKETS.split(printed)}
    fields = frozenset[str]().union(*announced.values())
    if len(parts) < 2 or len(fields) != 1:
        return None
    (field,) = fields
    unknown = [part for part in parts if part and not announced[part] and nearest(part, forms, only=field) is None]
    if field in NAMES and any(not has_hangul(part) or may_be_name(part) or len(part) == 2 for part in unknown):
        return None
    rivals = [part for part in unknown if len(part) > 1]  # a sign alone is what was made of `L/C`
    known = [part for part in parts if announced[part]]
    if "/" in printed and any(part.isascii() == other.isascii() for part in rivals for other in known):
        return None  # `Passed / Issued`: two labels, and two values below them
    if any(map(_is_value, parts)) and not (is_score(field) and _RANGE.search(printed)):
        return None
    return field


def _announced(part: str, forms: Forms) -> frozenset[str]:
    """Every field that a part of a label announces, as a listed form or by its own parts."""
    if listed := forms.fields_of.get(squeeze(part)):
        return listed
    field = compound_field(part, forms.fields)
    return frozenset() if field is None else frozenset((field,))


def _is_value(part: str) -> bool:
    """Whether a part of a piece is a number; a digit or two in a short word are misread letters (`70a` for Total)."""
    digits = sum(char.isdigit() for char in part)
    mixed = digits >= _DIGITS_OF_A_CODE or 2 * digits >= len(part)
    return bool(part) and (digits == len(part) or (len(part) >= _SHORTEST_NUMBER and mixed))
