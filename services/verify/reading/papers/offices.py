"""The office in whose name an evidence paper is issued: the line above the seal that ends in the head of an office."""

from __future__ import annotations

import re

from services.verify.reading.papers.paper import Unlabelled
from services.verify.values.text import has_hangul

_HEAD_WORDS = """
    청장 시장 군수 구청장 읍장 면장 동장 지청장 지사장 지원장 사무소장 관리소장 조합장 이장 총장 학장 학교장 교장 장관
    이사장 위원장 회장 센터장 소장 원장 책임관 도지사 조합 농협 수협 등기관 처장
"""
_HEADS = tuple(_HEAD_WORDS.split())
_LONGEST, _SHORTEST, _NOISE = 36, 4, 8
_NEVER = re.compile(
    r"[0-9:：()\[\]「」]|증명|확인|입회|담당|귀하|드립|합니다|년월일|생년|번호|주소|성명|용도|제출|면제|증지"
)
_SEALED = re.compile(r"\s*[(\[]?\s*(?:직인|관인|인|印)\s*[)\]]\s*$|\s*직인\s*생략\s*$")
_SPECKS = re.compile(r"[\s.,·|!'`\"~_*]")
_CHIEF = "장"
_NEARLY_CHIEF = "징정잠잡창장강짐참찬짱쟝"
"""What readers make of 장 with a seal's edge in it."""
_HEADLESS = ("보훈청", "지청", "구청", "사무소", "관리소")
_CHIEFS = "청시읍면동사소합원교총학관회처이"
"""What stands before 장."""


def office(text: str) -> str | None:
    """The issuer of a line that ends in the head of an office (`전라남도 나주시 왕곡면장`), or None.

    The last letter lies under the seal often: what looks like 장 behind 청, 면, 원 … is 장, and an office that never
    signs without its head (지청, 사무소) has lost it there. A few letters behind it are the seal's.
    """
    squeezed = _squeezed(text)
    for rest in range(min(_NOISE, len(squeezed) - _SHORTEST) + 1):
        if (name := _with_head(squeezed[: len(squeezed) - rest])) is not None:
            return name
    return None


def _with_head(name: str) -> str | None:
    if not _is_office(name):
        return None
    if name[-1] in _NEARLY_CHIEF and name[-2] in _CHIEFS:
        name = name[:-1] + _CHIEF
    if name.endswith(_HEADLESS):
        name += _CHIEF
    return name if name.endswith(_HEADS) else None


def _nearly_office(text: str) -> bool:
    """Whether a line may be an office of whose head the first reader saw little."""
    squeezed = _squeezed(text)
    heads = ("청", "시장", "군수", "읍", "면", "지원", "지사", "사무소", "관리소", "조합", "총", "법원행정처")
    body = squeezed[-3:]
    return _is_office(squeezed) and (any(head in body for head in heads) or office(text) is not None)


def _squeezed(text: str) -> str:
    return _SPECKS.sub("", _SEALED.sub("", text))


def _is_office(squeezed: str) -> bool:
    return _SHORTEST <= len(squeezed) <= _LONGEST and has_hangul(squeezed) and not _NEVER.search(squeezed)


OFFICE = Unlabelled("issuer", office, last=True, alone=True, like=_nearly_office)
"""The last such line of the paper."""
