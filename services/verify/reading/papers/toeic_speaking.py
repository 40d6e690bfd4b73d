"""TOEIC Speaking score reports (YBM): a scaled score of 0–200 in steps of 10 and a proficiency level."""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.invariants import in_order, one_of, score_range
from services.verify.reading.papers.number_labels import ISSUE_NO, REPORT
from services.verify.reading.papers.opic import LEVELS as ACTFL_LEVELS
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import PERSON_NOISE
from services.verify.reading.papers.score_checks import issued_for, level_of_score, valid_for
from services.verify.reading.papers.score_labels import SCORE_NOISE, TOTAL
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.reading.papers.wordings import also
from services.verify.values.scores import parse_level, parse_score

_MY_SCORE = ("Score", "Your score", "점수", "취득점수", "득점")
_BANDS = {"5급": (110, 120), "6급": (130, 150), "7급": (160, 180), "8급": (190, 200)}
"""Levels and their scores; below level 5 they are not published by the same source, so nothing is tested."""
_LAST_OF_NUMBERED_LEVELS = "2022-06-03"
_NUMBERED = tuple(f"{number}급" for number in range(1, 9))
_LEVEL_IN_WORDS = re.compile(r"(?:LEVEL|LV\.?|레벨|등급)\s*\(?\s*([1-8Il|])\b\s*\)?", re.I)
_LONE_SCORE = re.compile(r"^[1-9][0-9]?0$")
_HIGHEST = 200
_ONE = str.maketrans("Il|", "111")


def speaking_level(text: str) -> str | None:
    """`Level 6`, `6`, `LEVEL 6 (130-150)` → `6급`; ACTFL names (`IM2`) as they are; None for anything else."""
    if match := _LEVEL_IN_WORDS.search(text):
        return f"{match[1].translate(_ONE)}급"
    level = parse_level(text)
    return level if level in (*_NUMBERED, *ACTFL_LEVELS) else None


def lone_score(text: str) -> str | None:
    """A score that stands alone in its piece (in a box whose label was not found); levels are too small to be one."""
    score = parse_score(text) if _LONE_SCORE.match(text.strip()) else None
    return score if score is not None and int(score) <= _HIGHEST else None


TOEIC_S = Paper(
    code="TOEIC_S",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("TOEIC Speaking", 14),
        Phrase("TOEIC Speaking Test", 10),
        Phrase("토익스피킹", 14, exact=True),
        Phrase("TOEIC", 5),
        Phrase("Speaking", 6, exact=True, alone=True),
        Phrase("말하기", 4, exact=True, alone=True),
        Phrase("Speaking proficiency level", 6),
        Phrase("Intonation and stress", 4),
        Phrase("Writing", -30, alone=True),
        Phrase("Speaking and Writing", -30),
        Phrase("토익라이팅", -30),
        Phrase("Listening", -20, alone=True),
        Phrase("Reading", -10, alone=True),
        Phrase("TOEFL", -20, alone=True),
        Phrase("TEPS", -20, alone=True),
    ),
    labels=(
        *REPORT,
        also(
            TOTAL,
            "Scaled score",
            "Your scaled score",
            "Speaking scaled score",
            "Speaking score",
            "TOEIC Speaking score",
            "Speaking",
            "말하기",
            "말하기점수",
            "환산점수",
            *_MY_SCORE,
        ),
        Label(
            "level",
            (
                "Level",
                "등급",
                "레벨",
                "취득등급",
                "Proficiency level",
                "Speaking proficiency level",
                "Speaking level",
                "Your level",
                "능력등급",
                "수준",
                "Level(등급)",
            ),
        ),
        ISSUE_NO,
        decoys(
            *PERSON_NOISE,
            *(word for word in SCORE_NOISE if word not in (*_MY_SCORE, *ISSUE_NO.words)),
            "TOEIC Speaking",
            "TOEIC Speaking Test",
            "Pronunciation",
            "Pronunciation level",
            "Intonation and stress",
            "Intonation and stress level",
            "발음",
            "억양 및 강세",
            "억양과 강세",
        ),
    ),
    unlabelled=(Unlabelled("score", lone_score), ISSUE_DATE_ALONE),
    not_printed=("sections.listening", "sections.reading"),
    invariants=(
        score_range("score", 0, _HIGHEST, "10"),
        one_of("level", (*_NUMBERED, *ACTFL_LEVELS)),
        in_order("birth_date", "test_date", "valid_until"),
        level_of_score(_BANDS, until=_LAST_OF_NUMBERED_LEVELS),
        valid_for(2),
        issued_for("issue_no", "registration_no"),
    ),
    scripts={"level": Script.LATIN},
    parsers={"level": speaking_level},
)
