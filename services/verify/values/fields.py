"""Which parser belongs to which field of a declaration."""

from __future__ import annotations

from collections.abc import Callable

from services.verify.values.dates import parse_date, parse_end_date
from services.verify.values.names import parse_latin_name, parse_name, same_latin_name
from services.verify.values.numbers import parse_number, parse_phone, parse_ticket
from services.verify.values.rates import parse_rate
from services.verify.values.scores import parse_grade, parse_level, parse_score
from services.verify.values.text import free_text
from services.verify.values.titles import parse_company, parse_issuer, parse_title, same_company

Parser = Callable[[str], str | None]

_DATES = (
    "birth_date", "acquired_on", "issued_on", "test_date", "announced_on", "joined_on", "left_on",
    "from", "to",
)  # fmt: skip
_TEXTS = (
    "project", "client", "job_field", "specialty", "work_type", "duty", "method", "position", "responsibility",
    "department",
)  # fmt: skip

_PARSERS: dict[str, Parser] = {
    **dict.fromkeys(_DATES, parse_date),
    **dict.fromkeys(_TEXTS, free_text),
    "valid_until": parse_end_date,
    "name": parse_name,
    "person": parse_name,
    "name_latin": parse_latin_name,
    "title": parse_title,
    "grade": parse_grade,
    "number": parse_number,
    "registration_no": parse_ticket,
    "issue_no": parse_number,
    "issuer": parse_issuer,
    "test": free_text,
    "score": parse_score,
    "rate": parse_rate,
    "level": parse_level,
    "company": parse_company,
    "phone": parse_phone,
}


def canonical(field: str, text: str) -> str | None:
    """The comparable value of `text` as `field`, or None where it does not parse.

    `field` is a declaration's name (`acquired_on`, `sections.listening`, `confirmation.hr.phone`, `records[0].from`).
    Raises KeyError for a field that no declaration has. Both sides of a comparison go through here.
    """
    return _parser(field)(text)


def same(field: str, declared: str, value: str) -> bool:
    """Whether two texts mean the same `field`; False where either does not parse.

    Plain equality of canonical values, except Latin names (spaces, hyphens and order do not count) and companies
    (a missing legal form does not count).
    """
    one, other = canonical(field, declared), canonical(field, value)
    if one is None or other is None:
        return False
    return one == other or _is_one(field, one, other)


def _is_one(field: str, one: str, other: str) -> bool:
    last = _last(field)
    if last == "company":
        return same_company(one, other)
    if last == "name_latin" or (last in ("name", "person") and one.isascii() and other.isascii()):
        return same_latin_name(one, other)
    return False


def _parser(field: str) -> Parser:
    if field.startswith("sections."):
        return parse_score
    try:
        return _PARSERS[_last(field)]
    except KeyError:
        raise KeyError(f"no declaration has a field {field!r}; known are sections.* and {sorted(_PARSERS)}") from None


def _last(field: str) -> str:
    return field.rsplit(".", 1)[-1]
