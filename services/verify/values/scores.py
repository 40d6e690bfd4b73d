"""Scores, grades and levels → their canonical form."""

from __future__ import annotations

import re
from decimal import Decimal

from services.verify.values.text import tidy

_SCORE = re.compile(
    r"^\D*?([0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*(?:[점접정젊]|분|分|点|points?|pts?|puntos)?"
    r"(?:\s*(?:/|sur|sobre|de|(?:out\s+)?of)\s*[0-9]{1,4}(?:[.,]0{1,2})?)?\s*(?:점|分|点|points?|pts?|puntos)?[.\s]*$",
    re.I,
)
_IN_LIST = re.compile(r"(?<=[0-9])(\s*[점分点])\s*[,，、][^0-9]*$")
"""What follows a score in a sentence (`265점, 총점`)."""
_LOST_MOST = re.compile(r"(?<=[0-9])\s?/$")
"""The stroke before what can be reached, which was too small or faint to be read."""
_SPACED_OUT = re.compile(r"^(?=(?:[0-9] ?){2,3}[점点分]$)[0-9](?: ?[0-9]){1,2}")
"""The digits of one score, printed wide (`3 1 2 점`)."""
_SIGN = re.compile(r"[-−+]\s*[0-9]")
_OUT_OF = re.compile(r"\s*\((?:[^)]*만\s*[점접정젊]|[0-9.,\s]+(?:%|[점접정젊]))\s*\)?$")
"""What can be reached, or a share, in brackets behind a score; the bracket may be cut off."""

_GRADE = re.compile(r"(준)?\s*([1-9])\s*([+\-−]?)\s*급")
_CHINESE_NUMERALS = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6"}
_CHINESE_LEVEL = re.compile(r"([一二三四五六1-6])\s*[级級]")
_LEVEL_NUMBER = re.compile(r"^(?:HSK|LEVEL|LV\.?)?\s*\(?\s*(?:LEVEL|LV\.?)?\s*([1-8])\s*\)?$")
_CEFR = re.compile(r"^(?:DELF|DALF|DELE|NIVEAU|NIVEL|LEVEL|CECRL?|MCER|[\s:\-–(])*([ABC8])\s?([12IL|Z])(?![0-9A-Z])")
CEFR_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
_CEFR_LETTER, _CEFR_DIGIT = str.maketrans("8", "B"), str.maketrans("IL|Z", "1112")
_OPIC_SHORT = {"NL", "NM", "NH", "IL", "IM1", "IM2", "IM3", "IH", "AL"}
_OPIC_SUBLEVEL = {"L": "1", "I": "1", "l": "1", "1": "1", "2": "2", "Z": "2", "3": "3"}


def parse_score(text: str) -> str | None:
    """A score as a plain decimal (`845`, `19.5`); None where no single number stands alone.

    `845점`, `845 / 990`, `18,50 / 25` and `Total: 845` are read; a sign, a second number or a letter glued to the
    digits is not.
    """
    clean = _OUT_OF.sub("", _IN_LIST.sub(r"\1", tidy(text)).strip(" .,:;|'`\""))
    clean = _LOST_MOST.sub("", clean)
    clean = _SPACED_OUT.sub(lambda match: match[0].replace(" ", ""), clean)
    if _SIGN.match(clean) or clean.startswith("/"):  # `/ 60` is what could be reached
        return None
    match = _SCORE.match(clean)
    if match is None:
        return None
    before = clean[: match.start(1)]
    if before and before[-1].isalnum() and not "가" <= before[-1] <= "힣":
        return None
    return f"{Decimal(match[1].replace(',', '.')).normalize():f}"


def parse_grade(text: str) -> str | None:
    """`1급`, `2+급`, `2-급`, `준2급`; None where `text` names no grade or two different ones."""
    found = {f"{junior or ''}{number}{sign.replace('−', '-')}급" for junior, number, sign in _GRADE.findall(tidy(text))}
    return found.pop() if len(found) == 1 else None


def parse_level(text: str) -> str | None:
    """An OPIc level (`IM2`), an HSK or numbered level (`4급`), a CEFR level (`B1`); None for anything else.

    `Intermediate Mid 2` is `IM2`; a bare `IM` without its digit does not parse.
    """
    clean = tidy(text).upper().strip(" .,:;|")
    if opic := _opic(clean):
        return opic
    if match := _CHINESE_LEVEL.search(clean):
        return f"{_CHINESE_NUMERALS.get(match[1], match[1])}급"
    if grade := parse_grade(clean):
        return grade
    if cefr := parse_cefr(clean):
        return cefr
    if match := _LEVEL_NUMBER.match(clean):
        return f"{match[1]}급"
    return None


def parse_cefr(text: str) -> str | None:
    """A CEFR level (`B1`, `DELF B1`, `Nivel B1`) at the start of `text`; None where there is none.

    Letter and digit are known by their place: of `BI` and `8l` comes B1, for there is no other such level.
    """
    match = _CEFR.match(tidy(text).upper())
    if match is None:
        return None
    level = match[1].translate(_CEFR_LETTER) + match[2].translate(_CEFR_DIGIT)
    return level if level in CEFR_LEVELS else None


def _opic(clean: str) -> str | None:
    squeezed = re.sub(r"[\s()\-.]", "", clean)
    for long, short in (("NOVICE", "N"), ("INTERMEDIATE", "I"), ("ADVANCED", "A")):
        for part, letter in (("LOW", "L"), ("MID", "M"), ("HIGH", "H")):
            if squeezed.startswith(long + part):
                level, rest = short + letter, squeezed[len(long + part) :]
                if rest.startswith(level):
                    rest = rest[len(level) :]
                return _with_sublevel(level, rest)
    squeezed = re.sub(r"^[1|L](?=[LMH])", "I", squeezed)
    for level in ("NL", "NM", "NH", "IL", "IM", "IH", "AL"):
        if squeezed.startswith(level) and (rest := squeezed[len(level) :]) is not None:
            for long in ("NOVICELOW", "NOVICEMID", "NOVICEHIGH", "INTERMEDIATELOW", "INTERMEDIATEMID"):
                rest = rest.replace(long, "")
            rest = rest.replace("INTERMEDIATEHIGH", "").replace("ADVANCEDLOW", "")
            return _with_sublevel(level, rest)
    return None


def _with_sublevel(level: str, rest: str) -> str | None:
    if level == "IM":
        rest = rest.replace("IM", "")
        digits = {_OPIC_SUBLEVEL[char] for char in rest if char in _OPIC_SUBLEVEL}
        return f"IM{digits.pop()}" if len(digits) == 1 and len(rest) <= 2 else None
    return level if not rest and level in _OPIC_SHORT else None
