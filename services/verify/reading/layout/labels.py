"""Which pieces of text are labels, what they announce, and how much of the piece is left for the value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from services.verify.evidence import Box
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.text import has_han

DECOY = "#"
"""Name of labels that announce nothing that is read: values must not run into them."""
_CLOSE, _SPACED = 2.2, 8.0
"""Line heights between two parts of one label, and between two letters of one that is spaced out."""
_LONGEST_CHAIN = 4
_NEAR, _NEAR_EDGE, _BEFORE = 1.2, 0.5, 0.15
"""Line heights: how far a gap may lie from where two words part, and from a place inside a word; how far before it."""
_THIN, _NARROW, _WIDE_LETTER, _LAST_LATIN = ".,:;'|!ilIj1()[]tfr", 0.5, 1.7, 0x24F
_SHORTEST_NUMBER = 6
_SHORT_LATIN = 4
"""Latin labels up to this length must be read letter for letter: a slip makes a name of them (Part, Park)."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_DATED = ("_date", "_on", "_until")
_NUMBERED = ("number", "registration_no", "issue_no", "phone")
_NAMES = ("name", "name_latin")
_ENUMERATOR = re.compile(r"^\s*(?:[①-⑳❶-❿]\s*|[0-9]{1,2}\s*[.)]\s*(?=[^\W\d])|[■□●○▶▷◆◇◎※▪•·*]\s*)")
"""What stands in front of a label in a numbered form; digits only where letters follow their point."""
_BRACKET = 0.3
"""Line heights that a bracket takes."""
_BRACKETS = re.compile(r"[()\[\]/]")
_RANGE = re.compile(
    r"[(\[]\s*(?:[0-9]{1,3}\s*[-~–∼～]\s*)?(?:[A-Za-zÀ-ÿ.\s]*|만점\s*)[0-9]{2,4}\s*(?:점|만점|points?|pts)?\s*[)\]]$"
)
"""The range or the most that a score can be, in brackets at the end of its label."""
_FROM, _PARTICLE = re.compile(r"^\s*(?:으?로\s*부터|부터|까지)"), re.compile(r"^\s*[의은는이가을를와과](?=\s|$)")
_COLON = re.compile(r"^[:;]\s*")
_WIDE = str.maketrans("：；（）［］／．，", ":;()[]/.,")
"""Signs of Chinese and Japanese print, each as wide as a letter."""
_BETWEEN = re.compile(r"^[\s:;.,|·\-_/=~'\"`]*")


@dataclass(frozen=True, slots=True)
class Label:
    """What a kind of paper may print in front of, or above, a value."""

    field: str
    """Field of the declaration, a column or row name of a table or grid, or DECOY."""
    words: tuple[str, ...]
    """Its printed forms in any language; spaces, case and punctuation do not count."""


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


def squeeze(text: str) -> str:
    """Letters and digits of `text` only, lower case, without accents: the form in which labels and titles are compared.

    Readers lose accents more often than they see them.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", folded)))
    return "".join(char for char in folded if char.isalnum())


def find_labels(sheets: Sequence[Sheet], labels: Iterable[Label]) -> list[Anchor]:
    """Anchors of `labels` in reading order, at most one for each piece.

    A label that stands in neighbouring pieces (`Admission` `Ticket Number`, `성` `명`) makes an anchor of each.
    """
    forms = [(squeeze(word), label.field) for label in labels for word in label.words]
    forms.sort(key=lambda form: -len(form[0]))
    exact = dict(reversed(forms))
    fields = {field for _, field in forms}
    found: dict[tuple[int, int], Anchor] = {}
    for page, sheet in enumerate(sheets):
        for index, text in enumerate(sheet.texts):
            anchor = _match(text, forms, page, index)
            if anchor is not None:
                found[page, index] = anchor
        for chain in (*_stacks(sheet), *_chains(sheet)):
            printed = _ENUMERATOR.sub("", "".join(sheet.texts[part].text for part in chain))
            field = exact.get(squeeze(printed))
            if field is None and not any((page, part) in found for part in chain):
                field = _parts(printed, forms) if _in_row(sheet, chain) else None
                field = field or compound_field(" ".join(sheet.texts[part].text for part in chain), fields)
            if field is not None and all(_gives_way(found.get((page, part))) for part in chain):
                for part in chain:
                    found[page, part] = Anchor(field, page, part, True, sheet.texts[part].box, None)
    return [found[place] for place in sorted(found)]


def _in_row(sheet: Sheet, chain: Sequence[int]) -> bool:
    """Whether the pieces of `chain` stand side by side, not one below the other."""
    return all(sheet.texts[other].box[0] >= sheet.texts[one].box[2] for one, other in pairwise(chain))


def _gives_way(anchor: Anchor | None) -> bool:
    """Whether a piece may become part of a longer label: one that holds a value too may not."""
    return anchor is None or anchor.rest is None


def _chains(sheet: Sheet) -> list[list[int]]:
    """Runs of two to four pieces that stand close together in one row, the longest of them last."""
    after = {index: other for index in range(len(sheet.texts)) if (other := _next_in_row(sheet, index)) is not None}
    chains = []
    for index in range(len(sheet.texts)):
        chain = [index]
        while len(chain) < _LONGEST_CHAIN and chain[-1] in after:
            chain.append(after[chain[-1]])
            chains.append(list(chain))
    return sorted(chains, key=len)


def _stacks(sheet: Sheet) -> list[list[int]]:
    """Pairs of pieces one right below the other in one cell: a label that was wrapped (`Compréhension` `de l'oral`)."""
    stacks = []
    for index, text in enumerate(sheet.texts):
        for other in range(index + 1, len(sheet.texts)):
            below = sheet.texts[other]
            gap = below.box[1] - text.box[3]
            if gap > text.piece.height:
                break
            overlap = min(text.box[2], below.box[2]) - max(text.box[0], below.box[0])
            level = gap > -0.3 * text.piece.height and below.piece.cell == text.piece.cell
            both = squeeze(text.text) and squeeze(below.text)
            if both and level and overlap >= 0.5 * min(text.piece.width, below.piece.width):
                stacks.append([index, other])
    return stacks


def _next_in_row(sheet: Sheet, index: int) -> int | None:
    """The piece right of `index` that is close enough to be its continuation; single letters may stand wide apart."""
    text = sheet.texts[index]
    best: tuple[int, int] | None = None
    for other, after in enumerate(sheet.texts):
        gap = after.box[0] - text.box[2]
        level = abs(after.box[1] + after.box[3] - text.box[1] - text.box[3]) / 2
        if gap >= 0 and level < 0.5 * text.piece.height and (best is None or gap < best[0]):
            best = (gap, other)
    if best is None:
        return None
    single = len(squeeze(text.text)) == 1 and len(squeeze(sheet.texts[best[1]].text)) == 1
    return best[1] if best[0] <= (_SPACED if single else _CLOSE) * text.piece.height else None


def _match(text: Text, forms: Sequence[tuple[str, str]], page: int, index: int) -> Anchor | None:
    text = _without_enumerator(_out_of_brackets(text))
    whole = squeeze(text.text)
    if not whole:
        return None
    known = next((field for form, field in forms if form == whole), None) or _parts(_plain(text), forms)
    known = known or compound_field(_plain(text), {field for _, field in forms})
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


def _without_enumerator(text: Text) -> Text:
    """`text` without the number that forms print in front of a label (`① 성명`, `2. Apellidos`)."""
    lead = _ENUMERATOR.match(text.text)
    if lead is None:
        return text
    words, left = [], lead.end()
    for word in text.seen.words:
        rest = word.text[left:]
        if rest:
            share = breadth(word.text[:left]) / breadth(word.text)
            words.append(replace(word, text=rest, left=word.left + round(share * (word.right - word.left))))
        left = max(0, left - len(word.text) - 1)
    return replace(text, seen=replace(text.seen, words=tuple(words)))


def _before_colon(text: Text, forms: Sequence[tuple[str, str]], page: int, index: int) -> Anchor | None:
    """A label in two languages, or with a misread letter, in front of a colon with its value behind it."""
    whole = _plain(text)
    colon = whole.find(":")
    printed, value = whole[:colon], whole[colon + 1 :]
    letters = squeeze(printed)
    if colon < 0 or not squeeze(value) or not letters or letters[-1].isdigit():
        return None
    field = _parts(printed, forms) or compound_field(printed, {field for _, field in forms})
    field = field or _whole(letters, forms) or _latin_end(letters, forms)
    return _parted(text, field, page, index, colon + 1) if field is not None else None


def _before_digits(text: Text, forms: Sequence[tuple[str, str]], page: int, index: int) -> Anchor | None:
    """A label made of known parts before a value with digits, without a colon (`Examination Date MAR 02, 2019`)."""
    whole = _plain(text)
    fields = {field for _, field in forms if needs_digits(field)}
    for space in reversed([place for place, char in enumerate(whole) if char.isspace()]):
        if any(char.isdigit() for char in whole[space:]):
            field = compound_field(whole[:space], fields, before_value=True)
            if field is not None:
                return _parted(text, field, page, index, space + 1)
    return None


def _latin_end(letters: str, forms: Sequence[tuple[str, str]]) -> str | None:
    """The field of the Latin label that `letters` end in, behind a short one in other letters."""
    for form, field in forms:
        if len(form) > _SHORT_LATIN and form.isascii() and letters.endswith(form) and len(letters) - len(form) <= 8:
            return field
    return None


def _parts(printed: str, forms: Sequence[tuple[str, str]]) -> str | None:
    """The field of a label printed in two languages (`Name (성명)`, `수험번호 / Test ID`), one of them read exactly.

    A score's label may hold what can be reached (`Total (max. 100)`, `Listening (5~495)`).
    """
    if squeeze(printed.partition(":")[2]):
        return None
    parts = [squeeze(part) for part in _BRACKETS.split(printed)]
    fields = {field for part in parts for form, field in forms if part == form}
    if len(parts) < 2 or len(fields) != 1:
        return None
    field = fields.pop()
    known = {form for form, _ in forms}
    unknown = [part for part in parts if part and part not in known]
    if field in _NAMES and unknown:
        return None
    if "/" in printed and any(
        part.isascii() == other.isascii() for part in unknown for other in parts if other in known
    ):
        return None  # `Passed / Issued`: two labels, and two values below them
    if any(map(_is_value, parts)) and not (is_score(field) and _RANGE.search(printed)):
        return None
    return field


def _is_value(part: str) -> bool:
    """Whether a part of a piece is a number; a digit or two in a short word are misread letters (`70a` for Total)."""
    digits = sum(char.isdigit() for char in part)
    return bool(part) and (digits == len(part) or (len(part) >= _SHORTEST_NUMBER and 2 * digits >= len(part)))


def is_score(field: str) -> bool:
    """Whether `field` is the total or a section of a test."""
    return field == "score" or field.startswith("sections.")


def _whole(whole: str, forms: Sequence[tuple[str, str]]) -> str | None:
    """The field of the form nearest to `whole`, if it is near enough and no other field's form is as near."""
    best: tuple[int, str] | None = None
    rival = 99
    for form, field in forms:
        allowed = slips(len(form)) if len(form) > _SHORT_LATIN or not form.isascii() else 0
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


def _prefix(text: Text, forms: Sequence[tuple[str, str]], page: int, index: int) -> Anchor | None:
    """A label in front of something else in the same piece, parted from it by a colon, a space or a bracket."""
    printed = _plain(text)
    for form, field in forms:
        end = _consumed(printed, form)
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
        return _parted(text, field, page, index, end + skipped)
    return None


def _goes_on(rest: str, field: str) -> bool:
    """Whether a sentence goes on behind a label's words (`시험일로부터 2년`, `성적의 유효기간은`); a name may be 이."""
    return bool(_FROM.match(rest) or (field not in _NAMES and _PARTICLE.match(rest)))


def _is_label_too(behind: str, field: str, forms: Sequence[tuple[str, str]]) -> bool:
    """Whether what follows a label is a label itself: the same in another language, or one of part of it."""
    if any(form == behind for form, _ in forms):
        return True
    return _whole(behind, [other for other in forms if other[1] == field]) is not None


def _consumed(printed: str, form: str) -> int | None:
    """Index behind the letters of `form` at the start of `printed`, spaces and punctuation apart; None if not there."""
    place = 0
    for position, char in enumerate(printed):
        letters = squeeze(char)
        if not letters:
            continue
        if form[place : place + len(letters)] != letters:
            return None
        place += len(letters)
        if place == len(form):
            return position + 1
    return None


def _again(printed: str, start: int, forms: Sequence[tuple[str, str]], field: str) -> int | None:
    """Index behind a second label of the same field (`성명 (Name)`), or None."""
    for form, other in forms:
        if other == field and len(form) >= 2:
            end = _consumed(printed[start:], form)
            if end is not None:
                return start + end
    return None


def _in_other_words_too(form: str, rest: str, field: str) -> bool:
    """Whether words behind a label are its second language and no value (`수험번호 No.`, `受験番号 수험번호`)."""
    if form.isascii() or ":" in rest or not needs_digits(field):
        return False
    return not any(char.isdigit() for char in rest)


def needs_digits(field: str) -> bool:
    """Whether every value of `field` holds a digit, so that other words behind its label belong to the label."""
    last = field.rsplit(".", 1)[-1]
    return is_score(field) or last.endswith(_DATED) or last in _NUMBERED


def _changes_kind(one: str, other: str) -> bool:
    return _kind(one) != _kind(other)


def _kind(char: str) -> str:
    if char.isdigit():
        return "digit"
    if "가" <= char <= "힣":
        return "hangul"
    return "latin" if char.isascii() and char.isalpha() else "other"


def _suffix(text: Text, whole: str, forms: Sequence[tuple[str, str]], page: int, index: int) -> Anchor | None:
    """A Latin label behind a short label in letters that the model does not know (`姓名 Name`, `听力 Listening`)."""
    words = text.seen.words
    if len(words) < 2 or len(whole) > 40 or "/" in text.text:
        return None
    for form, field in forms:
        if len(form) < 4 or not form.isascii() or not whole.endswith(form) or len(whole) - len(form) > 8:
            continue
        if any(char.isdigit() for char in whole[: -len(form)]):
            continue
        return Anchor(field, page, index, False, text.box, None)
    return None


def without_colon(text: Text) -> Text:
    """`text` without the colon that parts it from a label in another piece."""
    lead = _COLON.match(_plain(text))
    parted = _parted(text, "", 0, 0, lead.end()) if lead else None
    return text if parted is None or parted.rest is None else parted.rest


def behind_colon(text: Text) -> Text | None:
    """The part of `text` behind its last colon, or None where there is none."""
    whole = _plain(text)
    colon = whole.rfind(":")
    parted = _parted(text, "", 0, 0, colon + 1) if 0 < colon < len(whole) - 1 else None
    return parted.rest if parted is not None else None


def _plain(text: Text) -> str:
    """What was seen, wide signs as narrow ones; every sign keeps its place."""
    return text.text.translate(_WIDE)


def _out_of_brackets(text: Text) -> Text:
    """`text` without the brackets around a label and its value (`[자격번호 18-065-3-36452]`)."""
    printed = _plain(text)
    if len(text.seen.words) < 2 or (printed[:1], printed[-1:]) not in (("[", "]"), ("(", ")"), ("<", ">")):
        return text
    if any(sign in printed[1:-1] for sign in "()[]<>"):
        return text
    first, *middle, last = text.seen.words
    words = (replace(first, text=first.text[1:]), *middle, replace(last, text=last.text[:-1]))
    left, top, right, bottom = text.box
    right -= round(_BRACKET * text.piece.height)
    glyphs = tuple((one, min(other, right)) for one, other in text.piece.glyphs if one < right)
    piece = replace(text.piece, box=(left, top, right, bottom), glyphs=glyphs)
    return replace(text, piece=piece, seen=replace(text.seen, words=tuple(word for word in words if word.text)))


def _parted(text: Text, field: str, page: int, index: int, cut: int) -> Anchor | None:
    """`text` parted before character `cut` of its printed form."""
    place = 0
    left_words, right_words = [], []
    edge: int | None = None
    for word in text.seen.words:
        start, end = place, place + len(word.text)
        place = end + 1
        if end <= cut:
            left_words.append(word)
        elif start >= cut:
            right_words.append(word)
        else:
            share = breadth(word.text[: cut - start]) / breadth(word.text)
            edge = round(word.left + share * (word.right - word.left))
            right_words.append(type(word)(word.text[cut - start :], edge, word.right))
            left_words.append(type(word)(word.text[: cut - start], word.left, edge))
    if not right_words or not left_words:
        return None
    middle = edge if edge is not None else (left_words[-1].right + right_words[0].left) // 2
    middle = nearest_gap(text, middle, _NEAR if edge is None else _NEAR_EDGE)
    left, top, right, bottom = text.box
    glyphs = tuple((max(glyph[0], middle), glyph[1]) for glyph in text.piece.glyphs if glyph[1] > middle + 1)
    begin = glyphs[0][0] if glyphs else middle
    rest_piece = type(text.piece)((begin, top, right, bottom), text.piece.cell, glyphs)
    rest = Text(rest_piece, type(text.seen)(tuple(right_words)), text.reader)
    label_end = max((glyph[1] for glyph in text.piece.glyphs if glyph[0] < middle - 1), default=middle)
    return Anchor(field, page, index, True, (left, top, min(label_end, begin), bottom), rest)


def breadth(letters: str) -> float:
    """How wide `letters` are in print, in units of a usual Latin letter."""
    return sum(_NARROW if char in _THIN else _WIDE_LETTER if ord(char) > _LAST_LATIN else 1.0 for char in letters)


def nearest_gap(text: Text, middle: int, near_by: float) -> int:
    """The widest gap between marks close to `middle`, for word edges of an engine are only nearly right.

    Within `near_by` line heights; where none is there (`Name:KIM` without a space), a little before `middle`: a letter
    of the label too many makes a value that does not parse, a letter of the value too few makes another value.
    """
    gaps = [(before[1], after[0]) for before, after in zip(text.piece.glyphs, text.piece.glyphs[1:], strict=False)]
    reach = near_by * text.piece.height
    near = [gap for gap in gaps if gap[0] - reach <= middle <= gap[1] + reach]
    if not near:
        return round(middle - _BEFORE * text.piece.height)
    widest = max(near, key=lambda gap: gap[1] - gap[0] - 0.3 * abs((gap[0] + gap[1]) / 2 - middle))
    return (widest[0] + widest[1]) // 2
