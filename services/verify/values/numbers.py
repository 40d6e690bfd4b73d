"""Numbers that name a paper or reach a person → upper case, without separators."""

from __future__ import annotations

import re

from services.verify.values.text import has_hangul, tidy

_LICENCE = re.compile(r"^[0-9OQDIL|SBZ]{11}[A-Z0-9]$")
_SHORTEST_TICKET = 4
_AS_DIGIT = str.maketrans("OQDIL|SBZ", "000111582")
_AS_LETTER = {"7": "T", "2": "Z"}
_SEPARATORS = re.compile(r"[\s\-‐‑–—−_.·:]+")
_ORDINAL = re.compile(r"^(?:제|第|NO\.?|№)\s*|\s*(?:호|号)$", re.I)
_CUT_OFF = re.compile(r"^[\-‐‑–—]\s?[0-9A-Z]|[0-9A-Z]\s?[\-‐‑–—]$")
"""A hyphen at the end of a number: the rest of it was lost."""
_CLOSED = re.compile(r"(?<=[0-9]{6})\)[.,]?$")
"""The end of brackets in which a ticket's number stands with its label."""
_PLAIN = re.compile(r"^[A-Z0-9]+$")
_KOREA = re.compile(r"^(?:\+?82)(?=[1-9])")


def parse_number(text: str) -> str | None:
    """A certificate, registration, ticket or issue number; None where it holds no digit, or signs (a `]` may be a 1).

    In eleven digits and a letter, the form of a 국가기술자격 number, letters that look like digits are taken for them
    in the first eleven places. A number that begins or ends with a hyphen is a part of one, and none.
    """
    if _CUT_OFF.search(text.strip()):
        return None
    squeezed = _squeezed(text)
    if _LICENCE.match(squeezed) and _is_mostly_digits(squeezed) and squeezed[11].isalpha():
        return squeezed[:11].translate(_AS_DIGIT) + squeezed[11]
    return _unformed(squeezed)


def _unformed(squeezed: str) -> str | None:
    squeezed = squeezed[1:-1] if squeezed.startswith("(") and squeezed.endswith(")") else squeezed
    plain = _PLAIN.match(squeezed) and any(char.isdigit() for char in squeezed)
    return squeezed if plain else None


def parse_licence_number(text: str) -> str | None:
    """A 국가기술자격 number, on whose papers nothing else is one: eleven digits and a letter, or None.

    Look-alikes are put right by their place, so in the last T→7 and Z→2 are undone. An 8 there may have been B or S:
    that does not parse.
    """
    squeezed = _squeezed(text)
    if not _LICENCE.match(squeezed) or not _is_mostly_digits(squeezed):
        return None
    letter = squeezed[11] if squeezed[11].isalpha() else _AS_LETTER.get(squeezed[11], "")
    return squeezed[:11].translate(_AS_DIGIT) + letter if letter else None


def parse_ticket(text: str) -> str | None:
    """A registration or ticket number: as `parse_number`, but of no form of its own, and of four signs at least."""
    clean = _ORDINAL.sub("", tidy(text).upper().strip(" .,:;'`\""))
    clean = _CLOSED.sub("", clean) if "(" not in clean else clean
    ticket = _unformed(_SEPARATORS.sub("", clean))
    return ticket if ticket is not None and len(ticket) >= _SHORTEST_TICKET else None


def is_licence_number(value: str) -> bool:
    """Whether `value` has the form of a 국가기술자격 number: eleven digits and a letter."""
    return re.fullmatch(r"[0-9]{11}[A-Z]", value) is not None


def parse_phone(text: str) -> str | None:
    """A Korean telephone number as digits (`0212345678`); None where the count of digits fits none."""
    clean = tidy(text).strip(" .,:;|'`\"")
    if has_hangul(clean) or re.search(r"[A-Za-z]", clean):
        return None
    digits = re.sub(r"[^0-9+]", "", clean)
    digits = _KOREA.sub("0", digits) if digits.startswith("+") else digits
    if digits.startswith("0"):
        fewest = 9 if digits.startswith("02") else 10  # Seoul's prefix has two digits, every other one three
        return digits if fewest <= len(digits) <= 12 else None
    return digits if len(digits) == 8 and digits[0] == "1" else None


def _squeezed(text: str) -> str:
    return _SEPARATORS.sub("", _ORDINAL.sub("", tidy(text).upper().strip(" .,:;'`\"")))


def _is_mostly_digits(squeezed: str) -> bool:
    return sum(char.isdigit() for char in squeezed[:11]) >= 8
