"""Whom a sentence is about: `This is to certify that Gildong HONG (홍길동), born on …`, `응시자 홍길동은 …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from services.verify.values.family_names import NO_NAMES, may_be_name, may_be_short_name
from services.verify.values.latin_names import may_be_korean_name
from services.verify.values.romanised import sounds_like
from services.verify.values.text import without_accents

_WORD = r"[A-Z][A-Za-z]*(?:[-'][A-Za-z]+)*,?"
_LATIN = re.compile(
    r"\b(?i:certif\w*|confirm\w*|attest\w*|verif\w*|declar\w*|acknowledg\w*|state\w*)\s+(?i:that|que|qu')\s+"
    r"(?:(?i:mr|ms|mrs|miss|m|mme|mlle|d|don|dona)\b\.?\s+)?"
    rf"({_WORD}(?:\s{_WORD}){{1,3}})(?=\s*\(|\s*,|\s+[a-z]|\s*$)"
)
_ALONE = re.compile(rf"^\s*(?i:that|que|qu')\s+({_WORD}(?:\s{_WORD}){{1,3}})(?=\s*,|\s*\()")
"""Where a line of its own says who certifies, and how."""
_IN_CHINESE = re.compile(rf"(?:证明|確認|确认|兹有|姓名[:：]?)\s*({_WORD}(?:\s?{_WORD}){{0,3}})(?=\s*[(（,，])")
_IN_HANGUL = re.compile(r"\s*\(\s*([가-힣](?:\s?[가-힣]){1,3})\s*\)")
_HOLDER = r"(?:응시자|수험자|수검자|피평가자|취득자|합격자|지원자|상기인|상기자|위\s?사람)"
_NAME = r"([가-힣]\s?[가-힣]\s?[가-힣](?:\s?[가-힣])?)"
_EITHER = r"(?:은\s?\(\s?는|는\s?\(\s?은|이\s?\(\s?가|가\s?\(\s?이)\s?\)"
"""The particle of a form, to suit whatever name is filled in."""
_BORN = r"[0-9]\s?일?\.?\s?(?:출\s?)?생\W{0,3}\s"
_HANGUL = (
    re.compile(rf"{_HOLDER}\s?(?:인\s)?{_NAME}\s?(?:님|씨)?(?:은|는|이|가|의)(?=\s)"),
    re.compile(rf"{_HOLDER}\s?(?:인\s)?{_NAME}\s?(?:님|씨)?\s?(?=\()"),
    re.compile(rf"(?<![가-힣]){_NAME}\s?{_EITHER}"),
    re.compile(rf"{_BORN}{_NAME}\s?(?:님|씨)?\s?(?:은|는|이|가|의)(?=\s)"),
    re.compile(rf"성\s?명\s*:?\s*{_NAME}\s?(?=\(\s?[0-9]{{4}}\s?[.년\-/][^()]*생\s?\))"),
    re.compile(rf"(?<![가-힣])(?<![가-힣]\s){_NAME}\s?(?=\(\s?[0-9]{{4}}\s?[.년\-/][^()]*생\s?\))"),
    re.compile(r"(?<![가-힣])([가-힣]\s?[가-힣]\s?[가-힣](?:\s?[가-힣])?)\s?님\s?(?:의|은|께서는|께서)(?=\s)"),
    re.compile(
        r"(?<![가-힣])([가-힣]{3,4})\s?(?=\(\s?(?:[A-Z]{2,}[A-Z ,\-]*[,)]|생년월일|[0-9]{4}\s?[.년\-/][^()]*생\s?\)))"
    ),
)
_SHORT = (
    re.compile(rf"{_BORN}([가-힣]\s?[가-힣])\s?{_EITHER}"),
    re.compile(r"^\s*([가-힣]\s?[가-힣])\s?(?=\(\s?[0-9]{4}\s?[.년\-/][^()]*생\s?\))"),
)
"""A name of two syllables is one where its holder's birth is told beside it and nothing goes before it."""


def said_names(above: str, printed: str) -> Iterator[tuple[str, int, int]]:
    """Field, start and end in `printed` of each name of the holder that a line says, which goes on from `above`."""
    before = without_accents(above) + " "
    line = without_accents(printed)
    spans = [(match, len(before)) for match in _LATIN.finditer(before + line)]
    spans += [(match, 0) for pattern in (_ALONE, _IN_CHINESE) for match in pattern.finditer(line)]
    for match, shift in spans:
        start, end = (place - shift for place in match.span(1))
        if start < 0 or not may_be_korean_name(match[1]):
            continue
        yield "name_latin", start, end
        beside = _IN_HANGUL.match(printed, end)
        if beside and sounds_like("".join(beside[1].split()), match[1]):
            yield "name", *beside.span(1)
    for pattern in _HANGUL:
        for match in pattern.finditer(printed):
            name = "".join(match[1].split())
            if may_be_name(name) and name not in NO_NAMES:
                yield "name", *match.span(1)
    for pattern in _SHORT:
        for match in pattern.finditer(printed):
            if may_be_short_name("".join(match[1].split())):
                yield "name", *match.span(1)
