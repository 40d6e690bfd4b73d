"""Lines without labels: who signs a paper, and when; and when its holder was born."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz.distance import Levenshtein

from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.paper import Unlabelled
from services.verify.values.dates import date_spans, looks_like_date, parse_date
from services.verify.values.titles import parse_issuer

_OFFICE = 6
"""Letters that the signer's line may hold beside the institution's name (이사장, 위원장, 직인)."""
_ROUGHLY = 0.5
"""Share of an institution's letters that the first reader may misread in a line that is still looked at again."""
_MOST_DIGITS_SIGNED = 2
"""Digits that a reader may make of a signer's letters; a line with more is an address or a number."""
_FEWEST_DIGITS, _MOST_DIGITS = 5, 9
_BORN = re.compile(r"^\W*([0-9][0-9\s.년월/\-]*일?\.?)\s*(?:출)?생\W*$")
_DATE = re.compile(r"^\W*(?:date[d]?|일\s?자|날\s?짜|日期|日付)\s*[:.]?\s*(?=\S*[0-9])", re.I)
_AROUND = re.compile(r"[\s0-9.,년월일年月日/\-]")


def date_alone(text: str) -> str | None:
    """The date of a line that holds nothing else but `Date:` or 일자 before it, or None."""
    whole = _DATE.sub("", text.strip(" .,"))
    if _AROUND.sub("", whole) and date_spans(whole) != [(0, len(whole))]:
        return None
    return parse_date(whole)


def _nearly_date(text: str) -> bool:
    """Whether a line of digits may be a date that the first reader misread (`20.19 년 12 월 24 일`)."""
    digits = sum(char.isdigit() for char in text)
    shaped = looks_like_date(text) or ("월" in text and "일" in text)
    return not _AROUND.sub("", text) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS and shaped


def signer(*institutions: str) -> Callable[[str], str | None]:
    """A parser that finds which of `institutions` signs (`한국산업인력공단 이사장`), or None.

    Compared by Hangul alone, for models misread Latin letters among it (`KBS`). No other institution signs such a paper
    and has nearly that name, so a slip in every third letter is put right.
    """

    def find(text: str) -> str | None:
        letters = _hangul(text)
        for institution in institutions:
            wanted = _hangul(institution)
            name, office = letters[: len(wanted)], letters[len(wanted) :]
            allowed = len(wanted) // 3
            if Levenshtein.distance(name, wanted, score_cutoff=allowed) <= allowed and len(office) <= _OFFICE:
                return parse_issuer(institution)
        return None

    return find


def signed_by(*institutions: str) -> Unlabelled:
    """The line in which one of `institutions` signs, though half of its letters lie under a seal or were misread."""

    def like(text: str) -> bool:
        letters = _hangul(text)
        few_digits = sum(map(str.isdigit, text)) <= _MOST_DIGITS_SIGNED
        return few_digits and any(_roughly(letters, _hangul(institution)) for institution in institutions)

    return Unlabelled("issuer", signer(*institutions), last=True, like=like)


def _hangul(text: str) -> str:
    return "".join(char for char in squeeze(text) if "가" <= char <= "힣")


def _roughly(letters: str, wanted: str) -> bool:
    if not len(wanted) * _ROUGHLY <= len(letters) <= len(wanted) + _OFFICE:
        return False
    name = letters[: len(wanted)]
    return Levenshtein.distance(name, wanted) <= len(wanted) * _ROUGHLY


ISSUE_DATE_ALONE = Unlabelled("issued_on", date_alone, last=True, alone=True, like=_nearly_date)
"""The date above the seal, which most Korean papers print without a label."""

_LETTER = re.compile(r"^\W*(?:시\s*행\W*)?[가-힣][가-힣A-Za-z\s]*[-–—]\s*[0-9]{1,6}\s*[(\[]([^()\[\]]+)[)\]]\W*$")
"""`시행 자격관리부-1234 (2018. 5. 12.)`: office, running number and day at the foot of an official letter."""


def letter_date(text: str) -> str | None:
    """The day of an official letter in the line that names its number, or None."""
    found = _LETTER.match(text)
    return date_alone(found[1]) if found else None


LETTER_DATE = Unlabelled("issued_on", letter_date, last=True)
"""The day on which an office sent a letter; only where no date stands above a seal."""


def born(text: str) -> str | None:
    """The date of `1994. 7. 9. 생`, or None."""
    found = _BORN.match(text)
    return parse_date(found[1]) if found else None


BIRTH_DATE_ALONE = Unlabelled("birth_date", born, alone=True)
"""The birth date in words, below the name."""
