"""Dates in every printed form → `YYYY-MM-DD`."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from rapidfuzz.distance import Levenshtein

from services.verify.values.text import tidy, without_accents

_MONTHS = (
    ("january", "janvier", "enero"),
    ("february", "fevrier", "febrero", "fevr"),
    ("march", "mars", "marzo"),
    ("april", "avril", "abril", "abr", "avr"),
    ("may", "mai", "mayo"),
    ("june", "juin", "junio"),
    ("july", "juillet", "julio", "juil"),
    ("august", "aout", "agosto", "ago"),
    ("september", "septembre", "septiembre", "sept", "setiembre"),
    ("october", "octobre", "octubre"),
    ("november", "novembre", "noviembre"),
    ("december", "decembre", "diciembre", "dic"),
)
"""English, French and Spanish, with the short forms that are not the first three letters of the English name."""
_DASHES = re.compile("[‐‑‒–—―−ㅡ\u1173-](?:\\s*[‐‑‒–—―−ㅡ\u1173-])*")
"""What readers make of one hyphen (`2014—09-—09`)."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_DIGIT = "[0-9OoIl]"
_SEPARATOR = r"\s*[.,/\-가-힣年月]\s*"
"""Whatever syllable a reader makes of 년 and 월: only the digits count."""
_YEAR_FIRST = re.compile(
    rf"(?<![0-9])({_DIGIT}{{4}}){_SEPARATOR}({_DIGIT}{{1,2}}){_SEPARATOR}({_DIGIT}{{1,2}})"
    r"(?:(?<=[0-9]{2})(?=[0-9]{2}:[0-9]{2})|(?![0-9])(?!\s[0-9]{1,2}(?![0-9:])))"
)
"""A time of day may follow at once, for readers lose the space before it."""
_IN_SENTENCE = re.compile(
    rf"(?<![0-9]){_DIGIT}{{4}}{_SEPARATOR}{_DIGIT}{{1,2}}{_SEPARATOR}{_DIGIT}{{1,2}}(?:\s*일|[\s.]*日)?"
)
_COMPACT = re.compile(r"^[^0-9]*([12][0-9]{3})[. ]{0,2}([01][0-9])[. ]{0,2}([0-3][0-9])[^0-9]*$")
"""Readers lose the points of `2018.09.14`; eight digits are a date in one way only."""
_COLON_FOR_POINT = re.compile(r"^([^0-9]*[12][0-9]{3}\.[01][0-9])[:;](?=[0-3][0-9][^0-9]*$)")
"""What readers make of the last point of `2018.09.14`."""
_TWO_POINTS = re.compile(r"(?<=[0-9])\s?\.\s?\.\s?(?=[0-9])")
"""What readers make of one point that stands apart (`2018. 09.. 14`)."""
_HALF_PARTED = re.compile(
    r"^[^0-9]*([12][0-9]{3})(?:[. ]{1,2}([01][0-9])\s?[-/]\s?|\s?[-/]\s?([01][0-9])[. ]{1,2})([0-3][0-9])[^0-9]*$"
)
"""Of the two hyphens of `2010-10-22` one was lost, and a space is left in its place."""
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,10})\.?\s*([0-9]{1,2})(?:st|nd|rd|th)?\s*[,.]{0,3}\s*([0-9]{4})(?![0-9])")
_DAY_FIRST = re.compile(
    r"(?<![0-9])([0-9]{2}|(?<!(?<![0-9])[0-9]\s)[0-9])(?:st|nd|rd|th|er|º)?[\s\-./]*(?:de\s)?\s*([A-Za-z]{3,10})[\s\-.,/]*(?:del?\s)?\s*"
    r"([0-9]{4})(?![0-9])"
)
_YEAR_MONTH_NAME = re.compile(r"(?<![0-9])([0-9]{4})[\s\-./]*([A-Za-z]{3,10})[\s\-./]*([0-9]{1,2})(?![0-9])")
_EUROPEAN = re.compile(
    r"(?<![0-9])(?<!(?<![0-9])[0-9]\s)([0-9]{1,2})\s?[/.\-]\s?([0-9]{1,2})\s?[/.\-]\s?([0-9]{4})(?![0-9])"
)
_FIRST = re.compile(r"(?<![0-9A-Za-z])[1lI](?:er|°r|ᵉʳ)(?=\s)")
_OCTOBER = re.compile(r"0ct(?=ober|ubre|obre|[^a-z]|$)", re.I)
_BRACKET_FOR_ONE = re.compile(r"(?<![0-9])([0-9]?)[\]|](?=\s*[月日])")
_BRACKET_TOO_MANY = re.compile(r"(?<=[0-9]{2})[\]|](?=\s*[月日])")
"""What readers of Chinese make of the second 1 in `11月`."""
_PART_NAMES = re.compile(r"\b(?:Year|Month|Day)\b\.?")
"""Small print below the blanks of a date."""
_TO = re.compile(r"[~∼〜～\-–—]\s*\(?[0-9A-Za-z]|부터|from|to", re.I)
_RESIDENT_NUMBER = re.compile(
    r"(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})\s*-\s*([1-8])(?:(?![0-9])|(?=[0-9]{6}(?![0-9]))|(?=[0-9]{1,5}[*xX●○•]))"
)
"""Behind the hyphen the century digit alone, seven digits, or some of them masked: else it is some other number."""
_YEAR_APART = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} [0-9]{1,2} ?-")
"""A year and a month that lost what parted them: closed up with a digit behind they are no resident number."""
_SHORT_YEAR = re.compile(r"(?<![0-9.\-])[0-9]{2}[.\-][01][0-9][.\-][0-3][0-9](?![0-9.\-])")
_LOOKS_LIKE = str.maketrans("OoIl", "0011")
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_MONTHS_A_YEAR = 12


def parse_date(text: str) -> str | None:
    """The one date in `text` as `YYYY-MM-DD`; None where there is none, two different ones, or it does not exist.

    Knows `2018. 8. 17.`, `2018년 08월 17일`, `2018/08/17`, `20180817`, `Aug 17, 2018`, `17 Aug 2018`, `17 août 2018`,
    `17 de agosto de 2018`, `17/08/2018` and `08/17/2018` (only where the day cannot be a month) and the front of a
    resident number with its century digit. A letter O or l in the place of a digit counts as that digit.
    """
    found = set(find_dates(text))
    return found.pop() if len(found) == 1 and not _has_unordered(text) else None


def _has_unordered(text: str) -> bool:
    """Whether a date stands in `text` that may be read in two ways (`09/11/1983`): one more than those found."""
    return any(day != month and max(day, month) <= _MONTHS_A_YEAR for day, month in numbers_before_year(text))


def parse_day_first(text: str) -> str | None:
    """The one date in `text` of a European paper, where `05/12/1990` is 5 December; None as in `parse_date`."""
    clean = _plain(text)
    found = {_real(match[3], match[2], match[1]) for match in _EUROPEAN.finditer(clean)} - {None}
    return found.pop() if len(found) == 1 and not find_dates(_EUROPEAN.sub(" ", clean)) else None


def parse_month_first(text: str) -> str | None:
    """The one date in `text` of an American paper, where `05/12/1990` is 12 May; None as in `parse_date`."""
    clean = _plain(text)
    found = {_real(match[3], match[1], match[2]) for match in _EUROPEAN.finditer(clean)} - {None}
    return found.pop() if len(found) == 1 and not find_dates(_EUROPEAN.sub(" ", clean)) else None


def numbers_before_year(text: str) -> list[tuple[int, int]]:
    """The two numbers in front of the year of each date such as `05/12/1990`, in printed order."""
    return [(int(match[1]), int(match[2])) for match in _EUROPEAN.finditer(_plain(text))]


def parse_end_date(text: str) -> str | None:
    """The one date in `text`, or the end of a period (`2018. 5. 12. ~ 2020. 5. 11.`); None as in `parse_date`."""
    found = find_dates(text)
    if len(found) == 2 and found[0] < found[1] and _TO.search(text):
        return found[1]
    return parse_date(text)


def find_dates(text: str) -> list[str]:
    """Every real date in `text`, in printed order, repetitions included."""
    clean = _plain(text)
    found = _dates(clean)
    closed = [] if _YEAR_APART.search(clean) else _dates(clean.replace(" ", ""))  # readers put spaces between digits
    return [date for _, date in sorted(found if len(found) >= len(closed) else closed)]


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where in a sentence dates with their year stand: start and end of each, real or not, in printed order."""
    plain = without_accents(text)
    patterns = (_IN_SENTENCE, _MONTH_FIRST, _DAY_FIRST, _EUROPEAN)
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(plain))


def looks_like_date(text: str) -> bool:
    """Whether `text` has the shape of a date, be it a real one or not (`2018. 2. 30.`)."""
    clean = _plain(text)
    return any(
        pattern.search(clean)
        for pattern in (
            _YEAR_FIRST, _COMPACT, _HALF_PARTED, _MONTH_FIRST, _DAY_FIRST, _YEAR_MONTH_NAME, _EUROPEAN,
            _RESIDENT_NUMBER, _SHORT_YEAR,
        )
    )  # fmt: skip


def _plain(text: str) -> str:
    """`text` tidied, its Latin letters without accents, `1er` and `0ct` put right, without `Year`, `Month`, `Day`."""
    text = _BRACKET_FOR_ONE.sub(r"\g<1>1", _BRACKET_TOO_MANY.sub("", text))
    clean = _DASHES.sub("-", _OCTOBER.sub("Oct", _FIRST.sub("1", _PART_NAMES.sub("", tidy(text)))))
    clean = _TWO_POINTS.sub(". ", _COLON_FOR_POINT.sub(r"\1.", clean))
    if clean.isascii():
        return clean
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", clean)))


def _dates(clean: str) -> list[tuple[int, str]]:
    """Where each date starts, and the date."""
    numbers = [(match.start(), match[1], match[2], match[3]) for match in _YEAR_FIRST.finditer(clean)]
    if not numbers:
        numbers = [(match.start(), match[1], match[2], match[3]) for match in _COMPACT.finditer(clean)]
    if not numbers:
        numbers = [(match.start(), match[1], match[2] or match[3], match[4]) for match in _HALF_PARTED.finditer(clean)]
    for match in _MONTH_FIRST.finditer(clean):
        numbers.append((match.start(), match[3], _month(match[1]), match[2]))
    for match in _DAY_FIRST.finditer(clean):
        numbers.append((match.start(), match[3], _month(match[2]), match[1]))
    for match in _YEAR_MONTH_NAME.finditer(clean):
        numbers.append((match.start(), match[1], _month(match[2]), match[3]))
    for match in _EUROPEAN.finditer(clean):
        if int(match[1]) > 12 or match[1] == match[2]:
            numbers.append((match.start(), match[3], match[2], match[1]))
        elif int(match[2]) > 12:
            numbers.append((match.start(), match[3], match[1], match[2]))
    if not numbers:
        for match in _RESIDENT_NUMBER.finditer(clean):
            century = "19" if match[4] in "1256" else "20"
            numbers.append((match.start(), century + match[1], match[2], match[3]))
    return [(start, real) for start, year, month, day in numbers if (real := _real(year, month, day))]


def _month(name: str) -> str:
    """The number of a month by its name, a letter or two of a long name misread; `0` where it is none."""
    letters = name.lower()
    for number, names in enumerate(_MONTHS, 1):
        if letters in (*names, names[0][:3], names[2][:3]):
            return str(number)
    for like in (_one_letter_apart, _two_letters_apart):
        near = {str(number) for number, names in enumerate(_MONTHS, 1) if any(like(letters, full) for full in names)}
        if near:
            return near.pop() if len(near) == 1 else "0"
    return "0"


def _one_letter_apart(letters: str, name: str) -> bool:
    return len(name) >= 4 and Levenshtein.distance(letters, name, score_cutoff=1) <= 1


def _two_letters_apart(letters: str, name: str) -> bool:
    """The same at both ends: a letter with an accent is often taken for two (`aotit` for août)."""
    ends = letters[:2] == name[:2] and letters[-1:] == name[-1:]
    return len(name) >= 4 and ends and Levenshtein.distance(letters, name, score_cutoff=2) <= 2


def _real(year: str, month: str, day: str) -> str | None:
    try:
        found = date(*(int(part.translate(_LOOKS_LIKE)) for part in (year, month, day)))
    except ValueError:
        return None
    return found.isoformat() if _EARLIEST_YEAR <= found.year <= _LATEST_YEAR else None
