"""고급자격증: 변호사, 공인회계사, 감정평가사, 공인노무사, 세무사, 법무사, 건축사 as 자격증, 등록증 or card.

No layout of these is known from a source, so that little is taken for granted: the title printed large above 자격증 or
등록증, the law, and who confers it.
"""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers import certificate_labels as common
from services.verify.reading.papers.day_labels import ISSUED_ON, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order
from services.verify.reading.papers.number_labels import ISSUER
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE, LETTER_DATE, signed_by, signer
from services.verify.values.syllables import one_slip
from services.verify.values.titles import parse_title

LICENCES = ("변호사", "공인회계사", "감정평가사", "공인노무사", "세무사", "법무사", "건축사")
_OTHERS = ("변리사", "관세사", "행정사", "손해사정사", "보험계리사", "공인중개사", "법무사보", "건축사보")
"""Licences that are none of these, though some end in one of their names."""
_CONFERRED_BY = (
    "법무부장관",
    "금융위원회위원장",
    "금융위원회",
    "국토교통부장관",
    "고용노동부장관",
    "기획재정부장관",
    "법원행정처장",
    "대한변호사협회장",
    "한국공인회계사회장",
    "한국세무사회장",
    "대한법무사협회장",
    "한국감정평가사협회장",
    "한국공인노무사회장",
    "대한건축사협회장",
)
_LONGEST_HEADING = 11
_KIND = re.compile(r"(?:(?:자격|등록|합격|자격등록|개업등록|면허)(?:[가-힣]?서?|[가-힣]명서|확인서)|신분증|회원증)$")
"""What follows the licence's name in a heading; a reader may take 증 for 중."""


def licence_title(text: str) -> str | None:
    """The licence of a line that is its name, alone or before 자격증 or 등록증; 법무사보 and 변리사 are none.

    The list is closed and its names lie far apart, so that one stroke misread (`건측사`) is put right.
    """
    letters = re.sub(r"[0-9a-z]", "", squeeze(text))
    named = _KIND.sub("", letters)
    if named in _OTHERS:
        return None
    near = [licence for licence in LICENCES if one_slip(named, licence)]
    return parse_title(near[0]) if len(near) == 1 else None


def _nearly_heading(text: str) -> bool:
    """Whether a line may be the heading of a licence whose name the first reader misread."""
    letters = squeeze(text)
    return (
        any(kind in letters for kind in ("자격증", "등록증", "사자격", "사등록")) and len(letters) <= _LONGEST_HEADING
    )


def licence_number(text: str) -> str | None:
    """The number of `제 12345 호` or `등록번호 12345`, without the words around it."""
    return common.number_between(re.sub(r"^(?:등록|자격)?\s*번호\s*", "", text))


def _heading(licence: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(licence + kind, 10, exact=True) for kind in ("자격증", "등록증", "합격증서"))


PROFESSIONAL = Paper(
    code="PROFESSIONAL",
    family=Family.CERTIFICATE,
    phrases=(
        *(phrase for licence in LICENCES for phrase in _heading(licence)),
        *(Phrase(f"{other}{kind}", -12) for other in _OTHERS for kind in ("자격증", "등록증")),
        *(Phrase(licence, 5, whole=True) for licence in LICENCES),
        *(Phrase(f"{licence}의자격", 5, exact=True, forms=(f"{licence}자격을",)) for licence in LICENCES),
        Phrase("사자격증", 5, exact=True),
        Phrase("사등록증", 5, exact=True),
        Phrase("전문자격", 5, exact=True),
        *(Phrase(office, 5) for office in _CONFERRED_BY),
        Phrase("한국산업인력공단", -6),
        Phrase("국가기술자격증", -10),
        Phrase("취득사항확인서", -12),
    ),
    labels=(
        NAME,
        common.HOLDER,
        BIRTH_DATE,
        common.label("number", common.NUMBER, "번호", "면허번호", "합격증서번호", "자격증서번호"),
        common.label("title", common.TITLE, "종류", "자격의 종류", "구분", "License", "Licence"),
        common.label("acquired_on", common.ACQUIRED, "자격인정일", "자격취득연월일", "자격부여일"),
        common.label("issued_on", ISSUED_ON.words, "등록일", "등록일자", "등록연월일", "등록년월일"),
        VALID_UNTIL,
        ISSUER,
        decoys(
            *(word for word in common.NOISE if word != "구분"),
            "사무소",
            "사무소명칭",
            "사무소 소재지",
            "소재지",
            "소속",
        ),
    ),
    unlabelled=(
        Unlabelled("title", licence_title, alone=True, like=_nearly_heading),
        Unlabelled("number", common.numbered, alone=True),
        signed_by(*_CONFERRED_BY),
        ISSUE_DATE_ALONE,
        LETTER_DATE,
    ),
    not_printed=("name_latin", "grade"),
    invariants=(in_order("birth_date", "acquired_on", "issued_on"),),
    scripts={"number": Script.DIGITS},
    parsers={
        "title": licence_title,
        "number": licence_number,
        "issuer": signer(*_CONFERRED_BY),
        "valid_until": common.end_of_period,
    },
)
