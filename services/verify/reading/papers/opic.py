"""OPIc certificates (ACTFL, Multicampus)."""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.day_labels import ANNOUNCED_ON, ISSUED_ON, TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order, one_of
from services.verify.reading.papers.number_labels import REGISTRATION_NO
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import (
    BIRTH_DATE,
    FAMILY_NAME,
    GIVEN_NAME,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
)
from services.verify.reading.papers.score_checks import valid_for
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.reading.papers.wordings import also
from services.verify.values.names import parse_latin_name, parse_name
from services.verify.values.scores import parse_level
from services.verify.values.text import has_hangul

_LOST_I = re.compile(r"^M(?=[123]$)")
"""A bold I at the edge is often lost, and no other level ends like IM1 to IM3."""
_LONGEST_NAME, _LONGEST_KOREAN_NAME = 30, 5
LEVELS = ("NL", "NM", "NH", "IL", "IM1", "IM2", "IM3", "IH", "AL")


def opic_level(text: str) -> str | None:
    """One of the nine levels, long or short."""
    level = parse_level(_LOST_I.sub("IM", text.strip()))
    return level if level in LEVELS else None


def _long_level(text: str) -> str | None:
    letters = text.upper()
    named = any(word in letters for word in ("INTERMEDIATE", "ADVANCED", "NOVICE"))
    return opic_level(text) if named else None


def _full_name(text: str) -> str | None:
    """A Latin name of two words or more that stands alone in its line."""
    name = parse_latin_name(text)
    return name if name and " " in name and len(name) <= _LONGEST_NAME else None


def _korean_name(text: str) -> str | None:
    name = parse_name(text)
    return name if name and has_hangul(name) and len(name) <= _LONGEST_KOREAN_NAME else None


OPIC = Paper(
    code="OPIC",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("OPIc", 10, unlike=("topic", "tropic", "scopic")),
        Phrase("Oral Proficiency Interview", 8),
        Phrase("ACTFL", 4),
        Phrase("오픽", 5),
        Phrase("Intermediate Mid", 4, forms=("Intermediate High", "Novice High")),
        Phrase("Multicampus", 2),
    ),
    labels=(
        NAME_ANY,
        NAME_LATIN,
        FAMILY_NAME,
        GIVEN_NAME,
        BIRTH_DATE,
        TEST_DATE,
        ANNOUNCED_ON,
        also(
            REGISTRATION_NO,
            "No",
            "Certificate number",
            "Certificate no",
            "인증번호",
            "인증서번호",
            "Serial number",
            "Certification number",
            "성적표번호",
            "Report number",
            "Certification no",
            "Certificate ID",
            "평가번호",
            "Rating number",
            "Rating no",
        ),
        VALID_UNTIL,
        ISSUED_ON,
        Label(
            "level",
            (
                "Rating",
                "Level",
                "등급",
                "취득등급",
                "Final rating",
                "OPIc Rating",
                "OPIc Level",
                "평가등급",
                "Overall rating",
                "Proficiency level",
                "성적",
                "Grade",
            ),
        ),
        decoys(*PERSON_NOISE, "Language", "언어", "응시언어", "Test language", "Test site", "Rater"),
    ),
    unlabelled=(
        Unlabelled("level", _long_level),
        Unlabelled("name_latin", _full_name, after="This is to certify that"),
        Unlabelled("name", _korean_name, after="This is to certify that"),
        ISSUE_DATE_ALONE,
    ),
    not_printed=("score", "sections.listening", "sections.reading"),
    invariants=(one_of("level", LEVELS), in_order("birth_date", "test_date", "valid_until"), valid_for(2)),
    scripts={"registration_no": Script.LATIN, "level": Script.LATIN},
    twins=("registration_no",),
    months_first=True,
    parsers={"level": opic_level},
)
