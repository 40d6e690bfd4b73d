"""Which pieces of text are labels, what they announce, and how much of the piece is left for the value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from services.verify.evidence import Box
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_chains import chains, in_row, stacks
from services.verify.reading.layout.label_forms import (
    SHORT_LATIN,
    Forms,
    Label,
    is_dated,
    is_day,
    is_numbered,
    is_score,
    needs_digits,
    starting,
)
from services.verify.reading.layout.nearest_form import but_for_a_stroke, nearest
from services.verify.reading.layout.parting import (
    ENUMERATOR,
    changes_kind,
    is_note,
    out_of_brackets,
    parted,
    plain,
    without_enumerator,
)
from services.verify.reading.layout.score_text import is_in_brackets, opens_a_note, without_most
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.family_names import may_be_name
from services.verify.values.text import has_han, has_hangul

__all__ = ["DECOY", "Anchor", "Label", "find_labels", "is_day", "is_score", "needs_digits"]

DECOY = "#"
"""Name of labels that announce nothing that is read: values must not run into them."""
BOTH = "/"
"""What parts two labels, and two values, that share a place."""
_SHORTEST_NUMBER, _DIGITS_OF_A_CODE = 6, 4
_LANGUAGES = 2
_LONG = 7
_SHORT_HANGUL = 3
"""Letters of a short Korean label, one of them perhaps read as a digit (`읽7 Reading`)."""
_NAMES = ("name", "name_latin", "holder.name")
_BRACKETS = re.compile(r"[()\[\]/]")
_RANGE = re.compile(
    r"[(\[]\s*(?:[0-9]{1,3}\s*[-~–∼～]\s*)?(?:[A-Za-zÀ-ÿ.\s]*|만점\s*)[0-9]{2,4}\s*(?:점|만점|points?|pts)?\s*[)\]]$"
)
"""The range or the most that a score can be, in brackets at the end of its label."""
_IN_BRACKETS = re.compile(r"^([^()\[\]:]+)[(\[][^()\[\]:0-9]{1,12}[)\]]\s*$")
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


@dataclass(frozen=True, slots=True)
class Anchor:
    """A label found on a sheet."""

    field: str
    """What it announces."""
    page: int
    """Index of the sheet."""
    index: int
    """Index of the text on the sheet."""
    exact: bool
    """Whether it reads letter for letter as a known form."""
    box: Box
    """The label's own part of the piece, in pixels of the sheet."""
    rest: Text | None
    """The part of the piece behind the label (`성명 : 홍길동`), or None where the piece is the label alone."""


def find_labels(sheets: Sequence[Sheet], labels: Iterable[Label]) -> list[Anchor]:
    """Anchors of `labels` in reading order, at most one for each piece.

    A label that stands in neighbouring pieces (`Admission` `Ticket Number`, `성` `명`) makes an anchor of each.
    """
    forms = Forms.of(labels)
    found: dict[tuple[int, int], Anchor] = {}
    for page, sheet in enumerate(sheets):
        for index, text in enumerate(sheet.texts):
            anchor = _match(text, forms, page, index)
            if anchor is not None and not (is_score(anchor.field) and opens_a_note(text.text)):
                found[page, index] = anchor
        for chain in (*stacks(sheet), *chains(sheet)):
            printed = ENUMERATOR.sub("", "".join(sheet.texts[part].text for part in chain))
            field = forms.first(squeeze(printed))
            if field is None and not any((page, part) in found for part in chain):
                field = _parts(printed, forms) if in_row(sheet, chain) else None
                field = field or compound_field(" ".join(sheet.texts[part].text for part in chain), forms.fields)
                if field is None and len(chain) == _LANGUAGES and in_row(sheet, chain):  # the bar between was not seen
                    field = compound_field(" / ".join(sheet.texts[part].text for part in chain), forms.fields)
                field = field or (_torn(squeeze(printed), forms) if in_row(sheet, chain) else None)
            if field is not None and all(_gives_way(found.get((page, part))) for part in chain):
                for part in chain:
                    found[page, part] = Anchor(field, page, part, True, sheet.texts[part].box, None)
        for chain in chains(sheet):
            if (anchor := _spaced_before_colon(sheet, chain, forms, page)) and not any(
                (page, part) in found for part in chain
            ):
                found[page, chain[-1]] = anchor
                for part in chain[:-1]:
                    found[page, part] = Anchor(DECOY, page, part, True, sheet.texts[part].box, None)
    return [found[place] for place in sorted(found)]


def _spaced_before_colon(sheet: Sheet, chain: Sequence[int], forms: Forms, page: int) -> Anchor | None:
    """A label so wide apart that its end is in one piece with colon and value (`성` `명 : 홍길동`)."""
    last = sheet.texts[chain[-1]]
    head, colon, value = plain(last).partition(":")
    letters = squeeze("".join(sheet.texts[part].text for part in chain[:-1]) + head)
    if not in_row(sheet, chain) or not colon or not squeeze(value) or not head.strip() or not has_hangul(letters):
        return None
    field = forms.first(letters)
    return _anchored(last, field, page, chain[-1], len(head) + 1) if field is not None else None


def _torn(letters: str, forms: Forms) -> str | None:
    """The field of a long label whose letters stand so wide apart that it was read in parts (`VOC` `ABUI` `ARY`)."""
    return nearest(letters, forms) if len(letters) >= _LONG and letters.isalpha() else None


def _gives_way(anchor: Anchor | None) -> bool:
    """Whether a piece may become part of a longer label: one that holds a value too may not."""
    return anchor is None or anchor.rest is None


def _match(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    text = without_enumerator(out_of_brackets(text))
    whole = squeeze(text.text)
    if not whole:
        return None
    known = forms.first(whole) or _parts(plain(text), forms) or compound_field(plain(text), forms.fields)
    known = known or _without_most(plain(text), forms)
    if known is not None:
        return Anchor(known, page, index, True, text.box, None)
    if anchor := _two_before_colon(text, forms, page, index) or _whole_before_colon(text, forms, page, index):
        return anchor
    if anchor := _prefix(text, forms, page, index) or _before_colon(text, forms, page, index):
        return anchor
    if anchor := _before_digits(text, forms, page, index):
        return anchor
    field = nearest(whole, forms) or _before_brackets(plain(text), forms)
    if field is not None:
        return Anchor(field, page, index, False, text.box, None)
    return _suffix(text, whole, forms, page, index)


def _without_most(printed: str, forms: Forms) -> str | None:
    """The field of a score's label that says what can be reached (`Note sur 100 / Total out of 100`)."""
    short = without_most(printed)
    if short == printed:
        return None
    field = forms.first(squeeze(short)) or _parts(short, forms) or compound_field(short, forms.fields)
    return field if field is not None and is_score(field) else None


def _before_brackets(printed: str, forms: Forms) -> str | None:
    """The field of a misread label before a further word of it in brackets (`셍년월일(양력)`)."""
    parts = _IN_BRACKETS.match(printed)
    return nearest(squeeze(parts[1]), forms) if parts else None


def _whole_before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label, letter for letter, in front of a colon with its value behind it, whatever its first words are alone."""
    printed, colon, value = plain(text).partition(":")
    if not colon or not squeeze(value):
        return None
    field = forms.first(squeeze(printed)) or compound_field(printed, forms.fields)
    return _anchored(text, field, page, index, len(printed) + 1) if field is not None else None


def _two_before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """Labels of two fields in front of a colon with two values behind it (`직위 / 책임정도 : 과장 / 참여기술인`)."""
    printed, colon, value = plain(text).partition(":")
    parts = printed.split(BOTH)
    if not colon or len(parts) != _LANGUAGES or value.count(BOTH) != 1:
        return None
    named = [forms.first(squeeze(part)) or compound_field(part, forms.fields) for part in parts]
    in_hangul = all(has_hangul(part) and not any(char.isascii() and char.isalpha() for char in part) for part in parts)
    fields = [field or DECOY for field in named]
    if set(fields) == {DECOY} or len(set(fields)) < _LANGUAGES or any(map(is_score, fields)):
        return None
    if DECOY in fields and not in_hangul:  # perhaps the same in two languages
        return None
    return _anchored(text, BOTH.join(fields), page, index, len(printed) + 1)


def _before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label in two languages, or with a misread letter, in front of a colon with its value behind it."""
    whole = plain(text)
    colon = whole.find(":")
    printed, value = whole[:colon], whole[colon + 1 :]
    letters = squeeze(printed)
    if colon < 0 or not squeeze(value) or not letters or letters[-1].isdigit():
        return None
    field = _parts(printed, forms) or compound_field(printed, forms.fields)
    field = field or nearest(letters, forms) or _latin_end(letters, forms) or _misread_score(letters, value, forms)
    return _anchored(text, field, page, index, colon + 1) if field is not None else None


def _before_digits(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label made of known parts before a value with digits, without a colon (`Examination Date MAR 02, 2019`)."""
    whole = plain(text)
    first = next((place for place, char in enumerate(whole) if char.isdigit()), 0)
    if first and not whole[first - 1].isascii():  # `成绩有效期至2020年2月18日`
        field = compound_field(whole[:first], forms.with_digits)
        if field is not None:
            return _anchored(text, field, page, index, first)
    for space in reversed([place for place, char in enumerate(whole) if char.isspace()]):
        if any(char.isdigit() for char in whole[space:]):
            field = compound_field(whole[:space], forms.with_digits, before_value=True)
            field = field or _misread_before_digits(whole[:space], forms)
            field = field or _misread_score(squeeze(whole[:space]), whole[space:], forms)
            if field is not None:
                return _anchored(text, field, page, index, space + 1)
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


def _parts(printed: str, forms: Forms) -> str | None:
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
    if field in _NAMES and any(not has_hangul(part) or may_be_name(part) or len(part) == 2 for part in unknown):
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
        return _anchored(text, field, page, index, end + skipped)
    return None


def _is_code(rest: str, field: str) -> bool:
    """Whether the first word behind the label of a number holds several digits (`Certificate No. AB12-…`)."""
    word = rest.split(maxsplit=1)[0]
    digits = sum(char.isdigit() for char in word)
    return is_numbered(field) and len(word) >= _SHORTEST_NUMBER and digits >= _DIGITS_OF_A_CODE


def _goes_on(rest: str, field: str) -> bool:
    """Whether a sentence goes on behind a label's words (`시험일로부터 2년`, `성적의 유효기간은`); a name may be 이."""
    return bool(_FROM.match(rest) or (field not in _NAMES and _PARTICLE.match(rest)))


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


def _suffix(text: Text, whole: str, forms: Forms, page: int, index: int) -> Anchor | None:
    """A Latin label behind a short label in letters that the model does not know (`姓名 Name`, `听力 Listening`)."""
    words = text.seen.words
    if len(words) < 2 or len(whole) > 40 or "/" in text.text:
        return None
    for form, field in forms.pairs:
        if not whole.endswith(form) or len(form) < 4 or not form.isascii() or len(whole) - len(form) > 8:
            continue
        before = whole[: -len(form)]
        if any(map(str.isdigit, before)) and not (has_hangul(before[0]) and len(before) <= _SHORT_HANGUL):
            continue
        return Anchor(field, page, index, False, text.box, None)
    return None


def _anchored(text: Text, field: str, page: int, index: int, cut: int) -> Anchor | None:
    """`text` as a label up to character `cut`, with its value behind; None where nothing is left for either."""
    parts = parted(text, cut)
    return Anchor(field, page, index, True, *parts) if parts is not None else None
