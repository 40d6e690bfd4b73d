"""新HSK score reports (汉考国际, 孔子学院总部)."""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.day_labels import ISSUED_ON, TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.invariants import one_of, score_range, section_sum
from services.verify.reading.papers.number_labels import REGISTRATION_NO
from services.verify.reading.papers.paper import Broken, Paper, Phrase, Script, Unlabelled, Values, decoys
from services.verify.reading.papers.person_labels import (
    BIRTH_DATE,
    FAMILY_NAME,
    GIVEN_NAME,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
)
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL, WRITING
from services.verify.reading.papers.wordings import also
from services.verify.values.numbers import parse_ticket
from services.verify.values.scores import parse_level

LEVELS = ("1급", "2급", "3급", "4급", "5급", "6급")
_HEADING = re.compile(
    r"(?:HSK|汉语水平考试|漢語水平考試)[^一二三四五六1-6]{0,14}([一二三四五六1-6])\s*[级級급]|HSK\s*(?:LEVEL)?\s*\(?([1-6])\)?(?![0-9])",
    re.I,
)
_SHORTEST_TICKET = 8
_IN_PLACE = re.compile(r"^\W*(?:H?SK)?\W*([一二三四五六1-6])\s*[^\W\d_a-z一二三四五六]?\W*$", re.I)
_BARE = re.compile(r"^\D{0,6}?[(\[（【]?\s*[一二三四五六1-6]\s*[级級급]")


def ticket_number(text: str) -> str | None:
    """The number of the admission ticket; a score beside it is far shorter."""
    number = parse_ticket(text)
    return number if number is not None and len(number) >= _SHORTEST_TICKET else None


def hsk_level(text: str) -> str | None:
    """The level in a heading such as `HSK（四级）成绩报告`."""
    match = _HEADING.search(text)
    if match is None:
        return parse_level(text[:24]) if _BARE.match(text) else None
    return parse_level(f"{match[1] or match[2]}级")


def level_in_place(text: str) -> str | None:
    """The level where its place is known: models that do not know its unit (급, 级) see another sign there, or none."""
    alone = _IN_PLACE.match(text)
    return hsk_level(text) or (parse_level(f"{alone[1]}级") if alone else None)


def _sum_of_printed_sections(values: Values) -> Broken | None:
    """Levels 1 and 2 have two sections, the others three."""
    sections = ["sections.listening", "sections.reading"]
    if values.get("level") not in ("1급", "2급"):
        sections.append("sections.writing")
    return section_sum("score", *sections)(values)


HSK = Paper(
    code="HSK",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("HSK", 10),
        Phrase("汉语水平考试", 10),
        Phrase("Chinese Proficiency Test", 8),
        Phrase("HSK口试", -20),
    ),
    labels=(
        NAME_ANY,
        NAME_LATIN,
        FAMILY_NAME,
        GIVEN_NAME,
        BIRTH_DATE,
        TEST_DATE,
        also(REGISTRATION_NO, "准考证号 Admission Ticket Number", "Admission Ticket Number", "Admission Ticket No"),
        ISSUED_ON,
        VALID_UNTIL,
        LISTENING,
        READING,
        WRITING,
        TOTAL,
        Label(
            "level",
            (
                "급수",
                "등급",
                "응시급수",
                "응시등급",
                "취득급수",
                "级别",
                "等级",
                "考试级别",
                "考试等级",
                "Level",
                "Test level",
                "HSK Level",
            ),
        ),
        decoys(
            *PERSON_NOISE,
            *SCORE_NOISE,
            "编号",
            "编号 No",
            "No",
            "证书编号",
            "满分 Full Score",
            "你的分数 Your Score",
            "主任",
            "Director",
        ),
    ),
    unlabelled=(
        Unlabelled("level", hsk_level, among="hsk"),
        Unlabelled("level", hsk_level, among="汉语水平考试"),
        Unlabelled("level", hsk_level),
    ),
    not_printed=("announced_on",),
    seldom_printed=("birth_date",),
    invariants=(
        _sum_of_printed_sections,
        *(score_range(name, 0, 100) for name in ("sections.listening", "sections.reading", "sections.writing")),
        score_range("score", 0, 300),
        one_of("level", LEVELS),
    ),
    scripts={"level": Script.HAN, "registration_no": Script.LATIN},
    parsers={"level": level_in_place, "registration_no": ticket_number},
    model="ppocr",
)
