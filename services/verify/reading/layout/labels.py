"""Which pieces of text are labels, what they announce, and how much of the piece is left for the value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from services.verify.evidence import Box
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_chains import chains, in_row, stacks
from services.verify.reading.layout.label_forms import Forms, Label, consumed, is_day, is_score, needs_digits
from services.verify.reading.layout.parting import ENUMERATOR, out_of_brackets, parted, plain, without_enumerator
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.text import has_han

__all__ = ["DECOY", "Anchor", "Label", "find_labels", "is_day", "is_score", "needs_digits", "slips"]

DECOY = "#"
"""Name of labels that announce nothing that is read: values must not run into them."""
_SHORTEST_NUMBER = 6
_SHORT_LATIN = 4
"""Latin labels up to this length must be read letter for letter: a slip makes a name of them (Part, Park)."""
_NAMES = ("name", "name_latin")
_BRACKETS = re.compile(r"[()\[\]/]")
_RANGE = re.compile(
    r"[(\[]\s*(?:[0-9]{1,3}\s*[-~–∼～]\s*)?(?:[A-Za-zÀ-ÿ.\s]*|만점\s*)[0-9]{2,4}\s*(?:점|만점|points?|pts)?\s*[)\]]$"
)
"""The range or the most that a score can be, in brackets at the end of its label."""
_FROM, _PARTICLE = re.compile(r"^\s*(?:으?로\s*부터|부터|까지)"), re.compile(r"^\s*[의은는이가을를와과](?=\s|$)")
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
            if anchor is not None:
                found[page, index] = anchor
        for chain in (*stacks(sheet), *chains(sheet)):
            printed = ENUMERATOR.sub("", "".join(sheet.texts[part].text for part in chain))
            field = forms.first(squeeze(printed))
            if field is None and not any((page, part) in found for part in chain):
                field = _parts(printed, forms) if in_row(sheet, chain) else None
                field = field or compound_field(" ".join(sheet.texts[part].text for part in chain), forms.fields)
            if field is not None and all(_gives_way(found.get((page, part))) for part in chain):
                for part in chain:
                    found[page, part] = Anchor(field, page, part, True, sheet.texts[part].box, None)
    return [found[place] for place in sorted(found)]


def _gives_way(anchor: Anchor | None) -> bool:
    """Whether a piece may become part of a longer label: one that holds a value too may not."""
    return anchor is None or anchor.rest is None


def _match(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    text = without_enumerator(out_of_brackets(text))
    whole = squeeze(text.text)
    if not whole:
        return None
    known = forms.first(whole) or _parts(plain(text), forms) or compound_field(plain(text), forms.fields)
    if known is not None:
        return Anchor(known, page, index, True, text.box, None)
    if anchor := _prefix(text, forms, page, index) or _before_colon(text, forms, page, index):
        return anchor
    if anchor := _before_digits(text, forms, page, index):
        return anchor
    field = _whole(whole, forms)
    if field is not None:
        return Anchor(field, page, index, False, text.box, None)
    return _suffix(text, whole, forms, page, index)


def _before_colon(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label in two languages, or with a misread letter, in front of a colon with its value behind it."""
    whole = plain(text)
    colon = whole.find(":")
    printed, value = whole[:colon], whole[colon + 1 :]
    letters = squeeze(printed)
    if colon < 0 or not squeeze(value) or not letters or letters[-1].isdigit():
        return None
    field = _parts(printed, forms) or compound_field(printed, forms.fields)
    field = field or _whole(letters, forms) or _latin_end(letters, forms)
    return _anchored(text, field, page, index, colon + 1) if field is not None else None


def _before_digits(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label made of known parts before a value with digits, without a colon (`Examination Date MAR 02, 2019`)."""
    whole = plain(text)
    for space in reversed([place for place, char in enumerate(whole) if char.isspace()]):
        if any(char.isdigit() for char in whole[space:]):
            field = compound_field(whole[:space], forms.with_digits, before_value=True)
            if field is not None:
                return _anchored(text, field, page, index, space + 1)
    return None


def _latin_end(letters: str, forms: Forms) -> str | None:
    """The field of the Latin label that `letters` end in, behind a short one in other letters."""
    for form, field in forms.pairs:
        if len(form) > _SHORT_LATIN and form.isascii() and letters.endswith(form) and len(letters) - len(form) <= 8:
            return field
    return None


def _parts(printed: str, forms: Forms) -> str | None:
    """The field of a label printed in two languages (`Name (성명)`, `수험번호 / Test ID`), one of them read exactly.

    A score's label may hold what can be reached (`Total (max. 100)`, `Listening (5~495)`).
    """
    if squeeze(printed.partition(":")[2]):
        return None
    parts = [squeeze(part) for part in _BRACKETS.split(printed)]
    fields = frozenset[str]().union(*(forms.fields_of.get(part, ()) for part in parts))
    if len(parts) < 2 or len(fields) != 1:
        return None
    (field,) = fields
    unknown = [part for part in parts if part and part not in forms.fields_of]
    if field in _NAMES and unknown:
        return None
    if "/" in printed and any(
        part.isascii() == other.isascii() for part in unknown for other in parts if other in forms.fields_of
    ):
        return None  # `Passed / Issued`: two labels, and two values below them
    if any(map(_is_value, parts)) and not (is_score(field) and _RANGE.search(printed)):
        return None
    return field


def _is_value(part: str) -> bool:
    """Whether a part of a piece is a number; a digit or two in a short word are misread letters (`70a` for Total)."""
    digits = sum(char.isdigit() for char in part)
    return bool(part) and (digits == len(part) or (len(part) >= _SHORTEST_NUMBER and 2 * digits >= len(part)))


def _whole(whole: str, forms: Forms, only: str | None = None) -> str | None:
    """The field of the form nearest to `whole`, if it is near enough and no other field's form is as near.

    Of all fields, or of that `only`.
    """
    best: tuple[int, str] | None = None
    rival = 99
    for form, field in forms.pairs:
        if only not in (None, field):
            continue
        allowed = slips(len(form)) if len(form) > _SHORT_LATIN or not form.isascii() else 0
        if abs(len(whole) - len(form)) > allowed + 1:
            continue
        distance = Levenshtein.distance(whole, form, score_cutoff=allowed + 1)
        if distance == 0:
            return field
        if distance > allowed + 1:
            continue
        if best is None or distance < best[0]:
            if best is not None and best[1] != field:
                rival = min(rival, best[0])
            best = (distance, field) if distance <= allowed else best
            if distance > allowed:
                rival = min(rival, distance)
        elif best[1] != field:
            rival = min(rival, distance)
    if best is None or rival <= best[0]:
        return None
    return best[1]


def slips(length: int) -> int:
    """How many letters of a label may be misread: none in short ones, for 입사일 and 퇴사일 differ in one."""
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 14 else 3


def _prefix(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    """A label in front of something else in the same piece, parted from it by a colon, a space or a bracket."""
    printed = plain(text)
    for form, field in forms.pairs:
        end = consumed(printed, form)
        if end is None:
            continue
        while (again := _again(printed, end, forms, field)) is not None:
            end = again
        if printed[end : end + 1] in tuple(")]") and any(bracket in printed[:end] for bracket in "(["):
            end += 1
        rest = printed[end:]
        lead = _BETWEEN.match(rest)
        skipped = lead.end() if lead else 0
        behind = squeeze(rest)
        if not behind or _is_label_too(behind, field, forms):
            return Anchor(field, page, index, True, text.box, None)
        if skipped == 0 and rest[0] not in "()[]" and not _changes_kind(printed[end - 1], rest[0]):
            continue
        if _goes_on(rest, field):
            continue
        if _in_other_words_too(form, rest, field):
            return Anchor(field, page, index, True, text.box, None)
        in_han = is_score(field) and has_han(form) and rest[skipped].isdigit()
        if len(form) < 3 and not in_han and ":" not in rest[: skipped + 1] and not rest[:1].isspace():
            continue
        if form.isascii() and ":" not in rest[:skipped] and not (rest[0] in "([" or rest[skipped].isdigit()):
            continue  # `Test Taker Score Report` is a heading, not the label `Test Taker`
        return _anchored(text, field, page, index, end + skipped)
    return None


def _goes_on(rest: str, field: str) -> bool:
    """Whether a sentence goes on behind a label's words (`시험일로부터 2년`, `성적의 유효기간은`); a name may be 이."""
    return bool(_FROM.match(rest) or (field not in _NAMES and _PARTICLE.match(rest)))


def _is_label_too(behind: str, field: str, forms: Forms) -> bool:
    """Whether what follows a label is a label itself: the same in another language, or one of part of it."""
    return behind in forms.fields_of or _whole(behind, forms, only=field) is not None


def _again(printed: str, start: int, forms: Forms, field: str) -> int | None:
    """Index behind a second label of the same field (`성명 (Name)`), or None."""
    for form, other in forms.pairs:
        if other == field and len(form) >= 2:
            end = consumed(printed[start:], form)
            if end is not None:
                return start + end
    return None


def _in_other_words_too(form: str, rest: str, field: str) -> bool:
    """Whether words behind a label are its second language and no value (`수험번호 No.`, `受験番号 수험번호`)."""
    if form.isascii() or ":" in rest or not needs_digits(field):
        return False
    return not any(char.isdigit() for char in rest)


def _changes_kind(one: str, other: str) -> bool:
    return _kind(one) != _kind(other)


def _kind(char: str) -> str:
    if char.isdigit():
        return "digit"
    if "가" <= char <= "힣":
        return "hangul"
    return "latin" if char.isascii() and char.isalpha() else "other"


def _suffix(text: Text, whole: str, forms: Forms, page: int, index: int) -> Anchor | None:
    """A Latin label behind a short label in letters that the model does not know (`姓名 Name`, `听力 Listening`)."""
    words = text.seen.words
    if len(words) < 2 or len(whole) > 40 or "/" in text.text:
        return None
    for form, field in forms.pairs:
        if len(form) < 4 or not form.isascii() or not whole.endswith(form) or len(whole) - len(form) > 8:
            continue
        if any(char.isdigit() for char in whole[: -len(form)]):
            continue
        return Anchor(field, page, index, False, text.box, None)
    return None


def _anchored(text: Text, field: str, page: int, index: int, cut: int) -> Anchor | None:
    """`text` as a label up to character `cut`, with its value behind; None where nothing is left for either."""
    parts = parted(text, cut)
    return Anchor(field, page, index, True, *parts) if parts is not None else None
