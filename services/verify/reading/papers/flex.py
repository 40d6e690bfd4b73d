"""FLEX score reports (한국외국어대학교): one form for all languages; the language that it names decides the kind.

듣기 and 읽기 make 1000: 400 + 600 at first, later 500 + 500.
"""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.invariants import in_order, one_of, score_range, section_sum
from services.verify.reading.papers.number_labels import REPORT
from services.verify.reading.papers.paper import Paper, Phrase, Script, decoys
from services.verify.reading.papers.person_labels import PERSON_NOISE
from services.verify.reading.papers.score_checks import level_of_score, valid_for
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE

_FRENCH = ("프랑스어", "불어", "French", "Français", "프랑스")
_SPANISH = ("스페인어", "서반아어", "Spanish", "Español", "에스파냐어")
_OTHERS = (
    *("영어", "일본어", "중국어", "독일어", "러시아어", "베트남어", "아랍어", "이탈리아어", "포르투갈어", "태국어"),
    *("Japanese", "Chinese", "German", "Russian", "Vietnamese", "Arabic", "Italian", "Portuguese", "Thai"),
)
GRADES = tuple(f"{number}{letter}" for number in (1, 2, 3) for letter in "ABC")
_BANDS = {"2B": (701, 770)}
_GRADE = re.compile(r"(?<![0-9A-Z])([123IL|])\s*([ABC8])\s*급?(?![0-9A-Z])")
_RANGE = re.compile("[~∼〜～]")
_SIGNS = str.maketrans("IL|", "111")
_NAME, _LANGUAGE, _OTHER_LANGUAGE = 5, 6, -6
"""Neither the name of the test nor that of the language is enough alone."""


def flex_grade(text: str) -> str | None:
    """One of the grades `1A` … `3C`; None for anything else, for two different ones, or for a range."""
    if _RANGE.search(text):
        return None
    found = {f"{number.translate(_SIGNS)}{letter.replace('8', 'B')}" for number, letter in _GRADE.findall(text.upper())}
    return found.pop() if len(found) == 1 else None


def _language(names: tuple[str, ...], weight: int, rivals: tuple[str, ...] = ()) -> Phrase:
    """Only where the language stands by itself or in the title, or no other is named: a notice names all of them."""
    return Phrase(names[0], weight, exact=True, alone=True, forms=names[1:], unrivalled=rivals)


def _paper(code: str, own: tuple[str, ...], others: tuple[str, ...]) -> Paper:
    return Paper(
        code=code,
        family=Family.LANGUAGE_REPORT,
        phrases=(
            Phrase("FLEX", _NAME, exact=True),
            Phrase("Foreign Language Examination", 1),
            Phrase("외국어능력시험", 1),
            _language(own, _LANGUAGE, others),
            _language(others, _OTHER_LANGUAGE),
            Phrase("FLEX 말하기", -30, alone=True, forms=("FLEX 쓰기", "FLEX Speaking", "FLEX Writing")),
        ),
        labels=(
            *REPORT,
            LISTENING,
            READING,
            TOTAL,
            Label("level", ("등급", "취득등급", "Level", "Grade", "종합등급", "급수")),
            decoys(
                *PERSON_NOISE,
                *SCORE_NOISE,
                "언어",
                "응시언어",
                "Language",
                "시험언어",
                "응시영역",
                "말하기",
                "쓰기",
                "Speaking",
                "Writing",
            ),
        ),
        unlabelled=(ISSUE_DATE_ALONE,),
        invariants=(
            section_sum("score", "sections.listening", "sections.reading"),
            score_range("sections.listening", 0, 500),
            score_range("sections.reading", 0, 600),
            score_range("score", 0, 1000),
            one_of("level", GRADES),
            in_order("birth_date", "test_date", "valid_until"),
            level_of_score(_BANDS),
            valid_for(2),
        ),
        scripts={"level": Script.LATIN},
        parsers={"level": flex_grade},
    )


FLEX_FR = _paper("FLEX_FR", _FRENCH, (*_SPANISH, *_OTHERS))
FLEX_ES = _paper("FLEX_ES", _SPANISH, (*_FRENCH, *_OTHERS))
FLEX_OTHER = _paper("FLEX_OTHER", _OTHERS, (*_FRENCH, *_SPANISH))
"""Any other language: read like its siblings, and no proof of French or Spanish."""
