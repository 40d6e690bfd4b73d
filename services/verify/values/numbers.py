"""Numbers that name a paper or reach a person → upper case, without separators."""

from __future__ import annotations

import re

from services.verify.values.text import has_hangul, tidy

_LICENCE = re.compile(r"^[0-9OQDIL|SBZ]{11}[A-Z0-9]$")
_AS_DIGIT = str.maketrans("OQDIL|SBZ", "000111582")
_AS_LETTER = {"7": "T", "2": "Z"}
_SEPARATORS = re.compile(r"[\s\-‐‑–—−_.·:]+")
_ORDINAL = re.compile(r"^(?:제|第|NO\.?|№)\s*|\s*(?:호|号)$", re.I)
_PLAIN = re.compile(r"^[A-Z0-9]+$")
_KOREA = re.compile(r"^(?:\+?82)(?=[1-9])")


def parse_number(text: str) -> str | None:
    """A certificate, registration, ticket or issue number; None where it holds no digit, or signs (a `]` may be a 1).

    A 국가기술자격 number is eleven digits and a letter: letters that look like digits are taken for them in the first
    eleven places, and T→7 and Z→2 are undone in the last. An 8 there may have been B or S: that does not parse.
    """
    clean = _ORDINAL.sub("", tidy(text).upper().strip(" .,:;'`\""))
    squeezed = _SEPARATORS.sub("", clean)
    if _LICENCE.match(squeezed) and sum(char.isdigit() for char in squeezed[:11]) >= 8:
        return _licence(squeezed)
    squeezed = squeezed[1:-1] if squeezed.startswith("(") and squeezed.endswith(")") else squeezed
    if not _PLAIN.match(squeezed) or not any(char.isdigit() for char in squeezed):
        return None
    return squeezed


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
        return digits if 9 <= len(digits) <= 12 else None
    return digits if len(digits) == 8 and digits[0] == "1" else None


def _licence(squeezed: str) -> str | None:
    digits, letter = squeezed[:11].translate(_AS_DIGIT), squeezed[11]
    if letter.isdigit():
        letter = _AS_LETTER.get(letter, "")
    return digits + letter if letter else None
