"""One value → values that a hurried eye or a reader takes for it. Pure: one change each, the easiest to miss."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from services.verify.values import unsupported
from services.verify.values.syllables import is_syllable, jamo, syllable

Change = tuple[str, str]
"""What was changed, in words, and the new value."""

_DIGITS = {
    "0": "86", "1": "74", "2": "73", "3": "85", "4": "91", "5": "63", "6": "80", "7": "12", "8": "306", "9": "40",
}  # fmt: skip
_SIGNS = {
    "0": "OD", "1": "IL", "2": "Z", "5": "S", "6": "G", "7": "T", "8": "B", "A": "4R", "B": "8D", "C": "GE", "D": "0O",
    "E": "F", "F": "EP", "G": "6C", "H": "N", "I": "1L", "J": "I", "K": "X", "L": "1I", "M": "N", "N": "MH", "O": "0Q",
    "P": "R", "Q": "O", "R": "P", "S": "5", "T": "7", "U": "V", "V": "UY", "W": "V", "X": "K", "Y": "V", "Z": "2",
}  # fmt: skip
_LETTERS = {sign: "".join(filter(str.isalpha, others)) for sign, others in _SIGNS.items() if sign.isalpha()}
_TITLES = ("산업기사", "기능장", "기능사", "기술사", "기사")
_GRADES = ("1급", "2급", "3급", "4급", "준2급", "2+급", "2-급", "3+급", "3-급", "5급", "준3급")
_LEVELS = (
    ("NL", "NM", "NH", "IL", "IM1", "IM2", "IM3", "IH", "AL"),
    ("1급", "2급", "3급", "4급", "5급", "6급"),
    ("A1", "A2", "B1", "B2", "C1", "C2"),
)
_SISTERS = {
    "TEPS": "NEW_TEPS", "NEW_TEPS": "TEPS", "FLEX_FR": "FLEX_ES", "FLEX_ES": "FLEX_FR", "TOEIC": "TOEIC_S",
    "TOEIC_S": "TOEIC", "JPT": "BCT", "DELF": "DELE", "DELE": "DELF",
}  # fmt: skip
_YEARS = range(1900, 2101)
"""What may be declared."""
_INITIALS = (
    "ㄱㅋㄲ",
    "ㄴㄷㄹ",
    "ㄷㅌㄴ",
    "ㅁㅂ",
    "ㅂㅍㅁ",
    "ㅅㅈㅆ",
    "ㅇㅎ",
    "ㅈㅊㅅ",
    "ㅊㅈ",
    "ㅎㅇ",
    "ㅍㅂ",
    "ㅌㄷ",
    "ㅋㄱ",
    "ㄹㄴ",
)
_MEDIALS = (
    "ㅏㅑㅓ",
    "ㅑㅏ",
    "ㅓㅕㅏ",
    "ㅕㅓ",
    "ㅗㅛㅜ",
    "ㅛㅗ",
    "ㅜㅠㅗ",
    "ㅠㅜㅡ",
    "ㅡㅜㅠㅗ",
    "ㅐㅔㅏ",
    "ㅔㅐ",
    "ㅣㅏ",
    "ㅢㅣ",
)
_FINALS = ("ㄴㄹ ", "ㄹㄴㅌ", "ㅁㅇ", "ㅇㅁ ", "ㄱㅋ ", " ㄴㅇ", "ㅂㅁ", "ㅅ ㅈ")
_ORDER = (
    "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
    "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
    " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
)


def confusables(field: str, value: str) -> Iterator[Change]:
    """Values that differ from `value` of `field` in one confusable place; some may not parse, or mean the same."""
    last = field.rsplit(".", 1)[-1]
    if last == "test":
        yield from [("sister test", _SISTERS[value])] if value in _SISTERS else []
    elif last == "rate":
        yield from [("rate", other) for other in ("5", "10") if other != value]
    elif last.endswith(("_date", "_on", "_until")) or last in ("from", "to"):
        yield from days(value)
    elif last == "title":
        yield from titles(value)
    elif last in ("grade", "level"):
        yield from neighbours(value)
    elif last == "score" or ".sections." in f".{field}":
        yield from scores(value)
    elif last == "name_latin":
        yield from _replaced("letter", value, _LETTERS)
    elif last == "phone":
        yield from _replaced("digit", value, _DIGITS)
        yield from swapped(value)
    else:
        yield from texts(value)


def days(value: str) -> Iterator[Change]:
    """Dates one day, month or year away, with two digits swapped, or one digit misread."""
    day = date.fromisoformat(value)
    for step in (-1, 1):
        yield "date ±1 day", (day + timedelta(days=step)).isoformat()
        month = (day.year * 12 + day.month - 1 + step) % 12 + 1
        year = (day.year * 12 + day.month - 1 + step) // 12
        yield from _real("date ±1 month", f"{year:04d}-{month:02d}-{day.day:02d}")
        yield from _real("date ±1 year", f"{day.year + step:04d}{value[4:]}")
        yield from _real("date ±10 years", f"{day.year + 10 * step:04d}{value[4:]}")
    for left, right in ((2, 3), (5, 6), (8, 9)):
        signs = list(value)
        signs[left], signs[right] = signs[right], signs[left]
        yield from _real("date: swapped digits", "".join(signs))
    yield from _real("date: day and month swapped", f"{value[:4]}-{value[8:]}-{value[5:7]}")
    for change, other in _replaced("date: a digit", value, _DIGITS):
        yield from _real(change, other)


def titles(value: str) -> Iterator[Change]:
    """기사 → 산업기사, 기능사, 기술사, 기능장; and one confusable syllable."""
    present = next((title for title in _TITLES if value.endswith(title)), None)
    if present is not None:
        stem = value.removesuffix(present)
        yield from (("rank of a title", stem + other) for other in _TITLES if other != present)
    yield from syllables(value)


def neighbours(value: str) -> Iterator[Change]:
    """Grades and levels that are written nearly alike: 2+급 and 2-급, 4급 and 5급, IM1 and IM2, IL and AL."""
    ladders = [ladder for ladder in (_GRADES, *_LEVELS) if value in ladder]
    for other in dict.fromkeys(itertools.chain(*ladders)):
        if other != value and _distance(value, other) == 1:
            yield "grade or level", other
    for sign, other in (("+", "-"), ("-", "+")):
        if sign in value:
            yield "grade or level", value.replace(sign, other)


def scores(value: str) -> Iterator[Change]:
    """Scores a step away, with a digit misread, or two digits swapped."""
    points = Decimal(value)
    for step in ("1", "5", "10", "0.5", "100"):
        for other in (points + Decimal(step), points - Decimal(step)):
            if other >= 0 and (step != "0.5" or "." in value):
                yield f"score ±{step}", f"{other.normalize():f}"
    yield from _replaced("score: a digit", value, _DIGITS)
    yield from swapped(value)


def moved(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    """Two section scores between which 5 points, or 1, are moved: their sum stays."""
    first, second = Decimal(one), Decimal(other)
    for step in ("5", "1"):
        for points in (Decimal(step), -Decimal(step)):
            if first + points >= 0 and second - points >= 0:
                yield f"sections ±{step}, sum kept", f"{(first + points).normalize():f}", f"{second - points:f}"


def texts(value: str) -> Iterator[Change]:
    """Numbers, names and free text: a digit, a lookalike sign or syllable, two digits swapped."""
    yield from _replaced("digit", value, _DIGITS)
    if value.isascii():
        yield from _replaced("lookalike sign", value, _SIGNS)
    yield from syllables(value)
    yield from swapped(value)


def syllables(value: str) -> Iterator[Change]:
    """One syllable with one jamo changed, only to what the models can write: 율/을, 은/온, 천/전, 녀/너."""
    for place, sign in enumerate(value):
        if not is_syllable(sign):
            continue
        parts = jamo(sign)
        for part, groups in enumerate((_INITIALS, _MEDIALS, _FINALS)):
            order = _ORDER[part]
            for group in groups:
                if group[0] != order[parts[part]]:
                    continue
                for other in group[1:]:
                    new = list(parts)
                    new[part] = order.index(other)
                    written = syllable(*new)
                    if not unsupported(written):
                        yield "syllable", value[:place] + written + value[place + 1 :]


def swapped(value: str) -> Iterator[Change]:
    """Two neighbouring digits swapped."""
    for place in range(len(value) - 1):
        left, right = value[place], value[place + 1]
        if left.isdigit() and right.isdigit() and left != right:
            yield "swapped digits", value[:place] + right + left + value[place + 2 :]


def _replaced(change: str, value: str, table: dict[str, str]) -> Iterator[Change]:
    for place, sign in enumerate(value):
        for other in table.get(sign, ""):
            yield change, value[:place] + other + value[place + 1 :]


def _real(change: str, value: str) -> Iterator[Change]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return
    if day.year in _YEARS:
        yield change, value


def _distance(one: str, other: str) -> int:
    """1 where one sign was replaced, added or dropped; 0 for equals; 2 for everything else."""
    if one == other:
        return 0
    if len(one) == len(other):
        return 1 if sum(a != b for a, b in zip(one, other, strict=True)) == 1 else 2
    short, long = sorted((one, other), key=len)
    single = any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    return 1 if single else 2
