"""What French and Spanish papers share: dates with the day in front, decimal commas, CEFR levels, dated signatures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from services.verify.reading.papers.paper import Unlabelled
from services.verify.values.dates import numbers_before_year, parse_date, parse_day_first
from services.verify.values.names import parse_latin_name
from services.verify.values.scores import parse_cefr, parse_score

_LONGEST_NAME = 40
_PLACED = re.compile(r"^\W*(?:fait|d[ée]livr[ée]|dado|expedido|en\s)|,", re.I)
_YEAR_AT_THE_END = re.compile(r"[0-9]{4}\W*$")
_LONGEST_PLACE = 50


def european_date(text: str) -> str | None:
    """The one date in `text`; between numbers the day comes first (`05/12/1990` is 5 December)."""
    return parse_day_first(text) if numbers_before_year(text) else parse_date(text)


def signed_date(text: str) -> str | None:
    """The date of a signature (`Fait à Séoul, le 3 juillet 2018`, `Madrid, a 12 de junio de 2018`), or None."""
    if len(text) > _LONGEST_PLACE or not (_PLACED.search(text) and _YEAR_AT_THE_END.search(text)):
        return None
    return european_date(text)


def level_in(names: str) -> Callable[[str], str | None]:
    """A parser of the CEFR level behind one of `names` (`DELF|DALF|NIVEAU`) in a heading, or alone in a line."""
    behind = re.compile(rf"(?:{names})\s*[:\-–]?\s*\(?\s*([ABC8][12Il|Z])(?![0-9A-Za-z])", re.I)

    def find(text: str) -> str | None:
        found = {parse_cefr(level) for level in behind.findall(text)} - {None}
        if not found:
            return parse_cefr(text)
        return found.pop() if len(found) == 1 else None

    return find


def holder(text: str) -> str | None:
    """The Latin name of two words or more that stands alone in its line, in large type, below `certifie que`."""
    name = parse_latin_name(text)
    return name if name and " " in name and len(name) <= _LONGEST_NAME else None


def date_behind(words: str) -> Callable[[str], str | None]:
    """A parser of the date behind one of `words` in a sentence (`en la convocatoria del 31 de enero de 2019`)."""
    behind = re.compile(rf"(?:{words})\b\W*(.{{0,24}}?[0-9].*)$", re.I)

    def find(text: str) -> str | None:
        match = behind.search(text)
        return european_date(match[1]) if match else None

    return find


def unlabelled(certified: Sequence[str], born: str, sat: str) -> tuple[Unlabelled, ...]:
    """Values that a diploma prints as sentences: whose it is, born when, examined when, and signed when.

    `certified` are the words above the name; `born` and `sat` are expressions in front of a date.
    """
    return (
        *(Unlabelled("name_latin", holder, after=words) for words in certified),
        Unlabelled("birth_date", date_behind(born)),
        Unlabelled("test_date", date_behind(sat)),
        Unlabelled("issued_on", signed_date, last=True),
    )


PARSERS: Mapping[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("birth_date", "test_date", "issued_on", "announced_on", "valid_until"), european_date),
    **dict.fromkeys(
        ("score", *(f"sections.{part}" for part in ("listening", "reading", "writing", "speaking"))), parse_score
    ),
}
"""Parsers of the fields that European papers print in another form."""
