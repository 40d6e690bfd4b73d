"""Korean family names, to tell what may be a person's name from other short Hangul."""

from __future__ import annotations

_OF_ONE = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진엄천방공현함변염여추도소석"
    "선설마길표명기반왕금옥육인맹제모탁국어은편용예봉경사부황복태목형두감음빈동온호범좌팽승간상갈견당화창"
)
_OF_TWO = frozenset(("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방"))
_SHORTEST, _LONGEST = 3, 4
"""A name of two syllables cannot be told from a word (성적, 이름)."""

NO_NAMES = frozenset(
    (
        *("성적표", "인증서", "확인서", "증명서", "자격증", "상장", "합격증", "수료증", "면허증"),
        *("임명장", "표창장", "사본", "원본", "성명", "이름", "안내문", "주의사항", "기관장", "이사장"),
        *("구청장", "도지사", "고객", "소장", "서장", "국장", "차장", "부장", "원장", "교장", "선생", "지사", "위원장"),
        *("소비자", "이용자", "신청자", "신청인", "소지자", "차주", "어머", "형제"),
        *("지원자", "구매자", "사용자", "주문자", "조회자", "가입자", "수험자", "응시자", "수험생", "응시생"),
    )
)
"""Words of headings and forms of address that have the form of a name."""


def may_be_name(text: str) -> bool:
    """Whether squeezed `text` has the form of a Korean name: a family name and one or two syllables more."""
    if not all("가" <= char <= "힣" for char in text):
        return False
    if text[:2] in _OF_TWO and _SHORTEST <= len(text) <= _LONGEST:
        return True
    return len(text) == _SHORTEST and text[0] in _OF_ONE


def may_be_short_name(text: str) -> bool:
    """Whether squeezed `text` may be a name of two syllables: told from words only by what stands beside it."""
    return len(text) == _SHORTEST - 1 and text[0] in _OF_ONE and all("가" <= char <= "힣" for char in text)
