"""Which pieces of text are labels, what they announce, and how much of the piece is left for the value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from services.verify.reading.layout.anchor import BOTH, DECOY, Anchor, anchored
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_alone import field_alone, nearest_alone, parts_of_label, torn_label
from services.verify.reading.layout.label_before_value import label_before_value
from services.verify.reading.layout.label_chains import chains, in_row, stacks
from services.verify.reading.layout.label_forms import Forms, Label, is_day, is_score, needs_digits
from services.verify.reading.layout.parting import ENUMERATOR, out_of_brackets, plain, without_enumerator
from services.verify.reading.layout.score_text import opens_a_note
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.text import has_hangul

__all__ = ["BOTH", "DECOY", "Anchor", "Label", "find_labels", "is_day", "is_score", "needs_digits"]

_LANGUAGES = 2
_SHORT_HANGUL = 3
"""Letters of a short Korean label, one of them perhaps read as a digit (`읽7 Reading`)."""


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
                field = parts_of_label(printed, forms) if in_row(sheet, chain) else None
                field = field or compound_field(" ".join(sheet.texts[part].text for part in chain), forms.fields)
                if field is None and len(chain) == _LANGUAGES and in_row(sheet, chain):  # the bar between was not seen
                    field = compound_field(" / ".join(sheet.texts[part].text for part in chain), forms.fields)
                field = field or (torn_label(squeeze(printed), forms) if in_row(sheet, chain) else None)
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
    return anchored(last, field, page, chain[-1], len(head) + 1) if field is not None else None


def _gives_way(anchor: Anchor | None) -> bool:
    """Whether a piece may become part of a longer label: one that holds a value too may not."""
    return anchor is None or anchor.rest is None


def _match(text: Text, forms: Forms, page: int, index: int) -> Anchor | None:
    text = without_enumerator(out_of_brackets(text))
    whole = squeeze(text.text)
    if not whole:
        return None
    if (known := field_alone(plain(text), forms)) is not None:
        return Anchor(known, page, index, True, text.box, None)
    if anchor := label_before_value(text, forms, page, index):
        return anchor
    if (field := nearest_alone(plain(text), forms)) is not None:
        return Anchor(field, page, index, False, text.box, None)
    return _suffix(text, whole, forms, page, index)


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
