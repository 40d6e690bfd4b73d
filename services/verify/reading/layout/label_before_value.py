"""A label in front of its value in one piece of text (`성명 : 홍길동`, `Examination Date MAR 02, 2019`)."""

from __future__ import annotations

import re

from services.verify.reading.layout.anchor import BOTH, DECOY, Anchor, anchored
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_alone import NAMES, parts_of_label
from services.verify.reading.layout.label_forms import (
    SHORT_LATIN,
    Forms,
    is_dated,
    is_numbered,
    is_score,
    needs_digits,
    starting,
)
from services.verify.reading.layout.nearest_form import but_for_a_stroke, nearest
from services.verify.reading.layout.parting import changes_kind, is_note, plain
from services.verify.reading.layout.score_text import is_in_brackets
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Text
from services.verify.values.text import has_han, has_hangul

_SHORTEST_CODE, _DIGITS_OF_A_CODE = 6, 4
_LABELS = 2
_FURTHER = re.compile(r"\s*[(\[][^()\[\]:]{1,12}[)\]]\s*(?=[:：])")
"""A further word of a label in brackets before the colon (`발주청(처): `)."""
_NOTED = re.compile(r"\s*[(\[][^()\[\]0-9]{2,20}[)\]](?=[\s:：]*\S)")
"""A further word of a label of a number in brackets, with the number behind (`수험번호(Ticket No.) 12-34`)."""
_CLOSED = re.compile(r"[.\s]*[)\]]")
_FROM, _PARTICLE = (
    re.compile(r"^\s*(?:으?로\s*부터|부터|까지|현\s?재(?=\s))"),
    re.compile(r"^\s*[의은는이가을를와과](?=\s|$)"),
)
_SCORE = re.compile(r"^\s*[0-9]{1,4}(?:[.,][0-9]{1,2})?\s*점?\W*$")
_BETWEEN = re.compile(r"^[\s:;.,|·\-_/=~'\"`]*")


def label_before_value(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """The label that `text`, piece `index` of sheet `page`, begins with; None where it begins with none."""
    return (
        _two_before_colon(text, forms, page, index)
        or _whole_before_colon(text, forms, page, index)
        or _prefix(text, forms, page, index)
        or _before_colon(text, forms, page, index)
        or _before_digits(text, forms, page, index)
    )


def _two_before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """Labels of two fields in front of a colon with two values behind it (`직위 / 책임정도 : 과장 / 참여기술인`)."""
    printed, colon, value = plain(text).partition(":")
    parts = printed.split(BOTH)
    if not colon or len(parts) != _LABELS or value.count(BOTH) != 1:
        return None
    named = [forms.first(squeeze(part)) or compound_field(part, forms.fields) for part in parts]
    in_hangul = all(has_hangul(part) and not any(char.isascii() and char.isalpha() for char in part) for part in parts)
    fields = [field or DECOY for field in named]
    if set(fields) == {DECOY} or len(set(fields)) < _LABELS or any(map(is_score, fields)):
        return None
    if DECOY in fields and not in_hangul:  # perhaps the same in two languages
        return None
    return anchored(text, BOTH.join(fields), page, index, len(printed) + 1)


def _whole_before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label, letter for letter, in front of a colon with its value behind it, whatever its first words are alone."""
    printed, colon, value = plain(text).partition(":")
    if not colon or not squeeze(value):
        return None
    field = forms.first(squeeze(printed)) or compound_field(printed, forms.fields)
    return anchored(text, field, page, index, len(printed) + 1) if field is not None else None


def _prefix(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label in front of something else in the same piece, parted from it by a colon, a space or a bracket."""
    printed = plain(text)
    for form, field, end in starting(printed, forms):
        while (again := _again(printed, end, forms, field)) is not None:
            end = again
        if further := _FURTHER.match(printed[end:]):
            end += further.end()
        if (closed := _CLOSED.match(printed[end:])) and any(bracket in printed[:end] for bracket in "(["):
            end += closed.end()
        if (is_numbered(field) or is_dated(field)) and (note := _NOTED.match(printed[end:])):
            end += note.end()
        rest = printed[end:]
        lead = _BETWEEN.match(rest)
        skipped = lead.end() if lead else 0
        behind = squeeze(rest)
        if _is_another(rest, behind, field, forms):
            continue
        if not behind or _is_label_too(behind, field, forms) or (is_score(field) and is_in_brackets(rest)):
            return Anchor(_head(form, behind, field, forms), page, index, True, text.box, None)
        if skipped == 0 and rest[0] not in "()[]" and not changes_kind(printed[end - 1], rest[0]):
            continue
        if _goes_on(rest, field):
            continue
        if _in_other_words_too(form, rest, field):
            return Anchor(field, page, index, True, text.box, None)
        in_han = is_score(field) and has_han(form) and rest[skipped].isdigit()
        if len(form) < 3 and not in_han and ":" not in rest[: skipped + 1] and not rest[:1].isspace():
            continue
        plain_value = rest[0] in "([" or rest[skipped].isdigit() or _is_code(rest[skipped:], field)
        if form.isascii() and ":" not in rest[:skipped] and not plain_value:
            continue  # `Test Taker Score Report` is a heading, not the label `Test Taker`
        return anchored(text, field, page, index, end + skipped)
    return None


def _is_code(rest: str, field: str) -> bool:
    """Whether the first word behind the label of a number holds several digits (`Certificate No. AB12-…`)."""
    word = rest.split(maxsplit=1)[0]
    digits = sum(char.isdigit() for char in word)
    return is_numbered(field) and len(word) >= _SHORTEST_CODE and digits >= _DIGITS_OF_A_CODE


def _goes_on(rest: str, field: str) -> bool:
    """Whether a sentence goes on behind a label's words (`시험일로부터 2년`, `성적의 유효기간은`); a name may be 이."""
    return bool(_FROM.match(rest) or (field not in NAMES and _PARTICLE.match(rest)))


def _is_another(rest: str, behind: str, field: str, forms: Forms) -> bool:
    """Whether a stroke parts a label from that of another field (`합격일 / 발급일`): two values stand below both."""
    return rest.lstrip().startswith("/") and behind in forms.fields_of and field not in forms.fields_of[behind]


def _is_label_too(behind: str, field: str, forms: Forms) -> bool:
    """Whether what follows a label is a label itself: the same in another language, or one of part of it."""
    return behind in forms.fields_of or nearest(behind, forms, only=field) is not None


def _head(form: str, behind: str, field: str, forms: Forms) -> str:
    """What `form` of `field` and `behind` announce together: in English the last words say it (`Rating valid to`)."""
    last = forms.first(behind)
    return last if last is not None and form.isascii() and is_dated(last) and not is_dated(field) else field


def _again(printed: str, start: int, forms: Forms, field: str) -> int | None:
    """Index behind a second label of the same field (`성명 (Name)`), or None."""
    return next(
        (start + end for form, other, end in starting(printed[start:], forms) if other == field and len(form) >= 2),
        None,
    )


def _in_other_words_too(form: str, rest: str, field: str) -> bool:
    """Whether words behind a label are its second language and no value (`수험번호 No.`, `생년월일 (D.0.B.)`)."""
    if needs_digits(field) and not is_score(field) and is_note(rest):
        return True
    in_latin = any(char.isascii() and char.isalpha() for char in rest)
    if (form.isascii() and (in_latin or is_score(field))) or ":" in rest or not needs_digits(field):
        return False
    return not any(char.isdigit() for char in rest)


def _before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label in two languages, or with a misread letter, in front of a colon with its value behind it."""
    whole = plain(text)
    colon = whole.find(":")
    printed, value = whole[:colon], whole[colon + 1 :]
    letters = squeeze(printed)
    if colon < 0 or not squeeze(value) or not letters or letters[-1].isdigit():
        return None
    field = parts_of_label(printed, forms) or compound_field(printed, forms.fields)
    field = field or nearest(letters, forms) or _latin_end(letters, forms) or _misread_score(letters, value, forms)
    return anchored(text, field, page, index, colon + 1) if field is not None else None


def _before_digits(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label made of known parts before a value with digits, without a colon (`Examination Date MAR 02, 2019`)."""
    whole = plain(text)
    first = next((place for place, char in enumerate(whole) if char.isdigit()), 0)
    if first and not whole[first - 1].isascii():  # `成绩有效期至2020年2月18日`
        field = compound_field(whole[:first], forms.with_digits)
        if field is not None:
            return anchored(text, field, page, index, first)
    for space in reversed([place for place, char in enumerate(whole) if char.isspace()]):
        if any(char.isdigit() for char in whole[space:]):
            field = compound_field(whole[:space], forms.with_digits, before_value=True)
            field = field or _misread_before_digits(whole[:space], forms)
            field = field or _misread_score(squeeze(whole[:space]), whole[space:], forms)
            if field is not None:
                return anchored(text, field, page, index, space + 1)
    return None


def _misread_before_digits(printed: str, forms: Forms) -> str | None:
    """The field of values with digits whose label `printed` is but for a stroke."""
    field = but_for_a_stroke(squeeze(printed), forms)
    return field if field in forms.with_digits else None


def _misread_score(letters: str, value: str, forms: Forms) -> str | None:
    """The score whose short label is `letters` but for a stroke, where nothing but a score is behind (`종점: 845`)."""
    field = but_for_a_stroke(letters, forms, shortest=2) if _SCORE.match(value) else None
    return field if field is not None and is_score(field) else None


def _latin_end(letters: str, forms: Forms) -> str | None:
    """The field of the Latin label that `letters` end in, behind a short one in other letters."""
    for form, field in forms.pairs:
        if len(form) > SHORT_LATIN and form.isascii() and letters.endswith(form) and len(letters) - len(form) <= 8:
            return field
    return None
