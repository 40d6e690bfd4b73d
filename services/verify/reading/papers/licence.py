"""What numbers and titles of 국가기술자격 look like."""

from __future__ import annotations

import re

from services.verify.reading.papers.known_titles import known_titles, nearly_known
from services.verify.reading.papers.paper import Broken, Invariant, Values
from services.verify.values.numbers import is_licence_number, parse_licence_number
from services.verify.values.text import tidy
from services.verify.values.titles import parse_title, without_translation

_RANKS = ("기술사", "기능장", "기사", "기능사", "관리사", "상담사", "분석사", "기획사", "심리사", "운용사", "전문가")
_NO_FIELD = ("", "산업", "기능", "기술", "국가기술")
"""What may stand before a rank without naming what it is the rank of: `산업기사` alone is no title."""
_SERVICES = ("코디네이터", "워드프로세서", "비서")
_ORDINAL = re.compile(r"(?:[^0-9]{1,2}\s)?([0-9][0-9OQDIL|SBZ]{10}[A-Z])(?:\s[^0-9]{1,2})?")
_LABEL = re.compile(r"^(?:(?:자격)?종목)?(?:및등.|등[급릅금])")
_COUNT = re.compile(r"^[^가-힣A-Za-z]*[0-9]{1,2}(?=[가-힣])")
"""The running number of a record in front of its title."""
_PARTICLE = re.compile(r"(?<=사|장)[의을를에로]$")
"""What a sentence puts behind a title (`산업안전기사의 자격`)."""
_TITLE = re.compile(rf"(?:{'|'.join((*_RANKS, *_SERVICES))})(?:\([^()]+\))?(?:[1-3]급)?$")


def licence_title(text: str) -> str | None:
    """A 종목 as the law forms them: it ends in its rank (기사, 기능장 …), perhaps with a field in brackets.

    A title one letter beside a known one is a slip of the reader and no title; the end of its label (`및 등급`) is no
    part of it.
    """
    title = parse_title(without_translation(text))
    title = _PARTICLE.sub("", _LABEL.sub("", _COUNT.sub("", title))) if title is not None else None
    rank = _TITLE.search(title) if title is not None else None
    if (
        title is None
        or rank is None
        or (title[: rank.start()] in _NO_FIELD and rank[0] in _RANKS)
        or nearly_known(title)
    ):
        return None
    return title


def known_title(text: str) -> str | None:
    """A title that applicants bring often, where a line is nothing else: its label may be lost."""
    title = licence_title(text)
    return title if title is not None and title.split("(", 1)[0] in known_titles() else None


def licence_value(text: str) -> str | None:
    """The number where it has its form; a letter lost or doubled makes it no number at all.

    Nor what stands apart from it: 제 and 호, or the sign or two that readers without Hangul make of them.
    """
    alone = _ORDINAL.fullmatch(tidy(text))
    return parse_licence_number(alone[1] if alone else text)


def licence_number(name: str) -> Invariant:
    """Eleven digits and a letter; anything else on such a paper was misread."""

    def check(values: Values) -> Broken | None:
        return Broken("NUMBER_FORM", (name,)) if name in values and not is_licence_number(values[name]) else None

    return check
