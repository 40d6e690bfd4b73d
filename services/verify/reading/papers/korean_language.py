"""국어능력: KBS한국어능력시험 (한국방송공사), 국어능력인증시험 ToKL (한국언어문화연구원), 한국실용글쓰기검정."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from services.verify.evidence import Family
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers import certificate_labels as common
from services.verify.reading.papers.day_labels import ISSUED_ON, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order, one_of
from services.verify.reading.papers.number_labels import ISSUER
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE, LETTER_DATE, signed_by, signer
from services.verify.values.text import has_hangul, tidy
from services.verify.values.titles import parse_title

KBS_GRADES = ("1급", "2+급", "2-급", "3+급", "3-급", "4+급", "4-급")
TOKL_GRADES = ("1급", "2급", "3급", "4급", "5급")
WRITING_GRADES = ("1급", "2급", "준2급", "3급", "준3급")
_LONE = re.compile(r"^[\s(\[]*(?:인증|합격|취득)?(?:등급)?[\s:(\[]*(?:준\s*)?[1-6]\s*[+\-−]?\s*급[\s)\]]*$")
_SIGNED = re.compile(
    r"^[\s:;.,(\[]*([1-4])\s*(?:([+*\-−])\s*[급\u3040-\u9fffA-Za-z0-9]?|\s*[급\u3040-\u9fff])[\s.)\]]*$"
)
_FIRST = re.compile(r"^[\s:;.,(\[]*1[\s.)\]]*$")
"""The highest grade has no sign: of readers without Hangul its digit alone is enough."""
_JUNIOR = "준"
_JUNIOR_PARTS, _LOW_VOWELS = unicodedata.normalize("NFD", _JUNIOR), "\u116e\u1173"
_BEFORE_DIGIT = re.compile(r"^\W*([가-힣])\s*(?=[1-6]\s*급\W*$)")
_SIGNS = str.maketrans("*−", "+-")
_DATES = ("birth_date", "acquired_on", "issued_on")
_LABELS = (
    NAME,
    common.HOLDER,
    BIRTH_DATE,
    common.label("number", common.NUMBER),
    common.BARE_NUMBER,
    common.label("title", common.TITLE),
    common.label("grade", common.GRADE),
    common.label("acquired_on", common.ACQUIRED),
    ISSUED_ON,
    VALID_UNTIL,
    ISSUER,
    decoys(*common.NOISE),
)


def _named(exam: str, among: str) -> Callable[[str], str | None]:
    """The title of `exam` where a text holds the words `among`.

    A reader that cannot mix scripts sees `KBS` and noise: on these papers only the exam and the broadcaster begin so.
    """

    def find(text: str) -> str | None:
        letters = squeeze(text)
        noise = exam.startswith("KBS") and letters.startswith("kbs") and not has_hangul(letters) and len(letters) > 5
        return parse_title(exam) if squeeze(among) in letters or noise else None

    return find


def _grade(allowed: tuple[str, ...]) -> Callable[[str], str | None]:
    """One of the grades that the exam confers, in any text.

    Where it confers 준 grades, a syllable alone before the digit is 준, misread perhaps, or the whole is no grade.
    """
    juniors = any(grade.startswith(_JUNIOR) for grade in allowed)

    def find(text: str) -> str | None:
        if juniors and (before := _BEFORE_DIGIT.match(common.with_grade_sign(text))):
            if not _may_be_junior(before[1]):
                return None
            text = _JUNIOR + text[before.end() :]
        grade = common.grade(text)
        return grade if grade in allowed else None

    return find


def _may_be_junior(syllable: str) -> bool:
    """Whether 준 may have been read as `syllable`: its first consonant over one of the two low vowels."""
    parts = unicodedata.normalize("NFD", syllable)
    return parts[0] == _JUNIOR_PARTS[0] and parts[1] in _LOW_VOWELS


def signed_grade(text: str) -> str | None:
    """A KBS grade with its sign, or 1급, which has none: `2+급`, `2* 급` (a raised + of Tesseract's), `2+号`.

    A reader without Hangul writes 급 as any letter or leaves it out, and still tells + from −, which is small and
    stands high. A bare `2급` has lost its sign and is none (G14), and so is what may have been either (`2' 급`).
    """
    if _FIRST.match(text):
        return "1급"
    found = _SIGNED.match(common.with_grade_sign(tidy(text)))
    if found is None:
        return None
    grade = f"{found[1]}{(found[2] or '').translate(_SIGNS)}급"
    return grade if grade in KBS_GRADES else None


def _lone_grade(allowed: tuple[str, ...]) -> Callable[[str], str | None]:
    """The grade of a line that is nothing else."""
    find = _grade(allowed)

    def lone(text: str) -> str | None:
        text = common.with_grade_sign(text)
        return find(text) if _LONE.match(text) or _BEFORE_DIGIT.match(text) else None

    return lone


def _kbs_grade(text: str) -> str | None:
    return signed_grade(text) or _grade(KBS_GRADES)(text)


def _nearly_grade(text: str) -> bool:
    """Whether a short line may be a grade of which the first reader lost the sign."""
    letters = squeeze(common.with_grade_sign(text))
    return letters.endswith("급") and 2 <= len(letters) <= 4 and any(char.isdigit() for char in letters)


def _exam(
    code: str,
    exam: str,
    among: str,
    grades: tuple[str, ...],
    phrases: tuple[Phrase, ...],
    institutions: tuple[str, ...],
    *,
    signed: bool = False,
) -> Paper:
    """A certificate or report of `exam`, whose name holds the words `among`."""
    return Paper(
        code=code,
        family=Family.CERTIFICATE,
        phrases=phrases,
        labels=_LABELS,
        unlabelled=(
            Unlabelled("title", _named(exam, among), among=among),
            Unlabelled("grade", _lone_grade(grades), like=_nearly_grade),
            Unlabelled("number", common.numbered, alone=True),
            Unlabelled("number", common.issue_number),
            signed_by(*institutions),
            ISSUE_DATE_ALONE,
            LETTER_DATE,
        ),
        not_printed=("name_latin",),
        invariants=(in_order(*_DATES), in_order("acquired_on", "valid_until"), one_of("grade", grades)),
        signed=("grade",) if signed else (),
        scripts={"grade": Script.LATIN if signed else Script.MIXED, "number": Script.LATIN},
        parsers={
            "title": _named(exam, among),
            "grade": _kbs_grade if signed else _grade(grades),
            "number": common.number_between,
            "bare.number": common.number_in_groups,
            "issuer": signer(*institutions),
            "valid_until": common.end_of_period,
        },
        derived={"grade": "title"},
    )


KBS_KOREAN = _exam(
    "KBS_KOREAN",
    "KBS한국어능력",
    "한국어능력",
    KBS_GRADES,
    (
        Phrase("KBS한국어능력", 10, exact=True),
        Phrase("한국어능력시험", 6, exact=True),
        Phrase("한국방송", 5, exact=True),
        Phrase("한국어진흥원", 5, exact=True),
        Phrase("국어문화", 2),
        Phrase("TOPIK", -12),
        Phrase("국립국제교육원", -12),
    ),
    ("KBS한국방송", "한국방송공사", "KBS한국어진흥원"),
    signed=True,
)
TOKL = _exam(
    "TOKL",
    "국어능력인증",
    "국어능력인증",
    TOKL_GRADES,
    (
        Phrase("국어능력인증", 10, exact=True),
        Phrase("Test of Korean Language", 6),
        Phrase("ToKL", 5),
        Phrase("한국언어문화연구원", 6),
        Phrase("어문규정", 2),
        Phrase("KBS한국어능력", -12),
    ),
    ("한국언어문화연구원", "재단법인한국언어문화연구원"),
)
PRACTICAL_WRITING = _exam(
    "PRACTICAL_WRITING",
    "한국실용글쓰기",
    "실용글쓰기",
    WRITING_GRADES,
    (
        Phrase("실용글쓰기", 10, exact=True),
        Phrase("한국실용글쓰기", 4),
        Phrase("한국국어능력평가협회", 7),
    ),
    ("한국국어능력평가협회", "사단법인한국국어능력평가협회"),
)
