"""주민등록번호 (resident registration numbers) in text: their last seven digits are nobody's business. Pure.

Printed as `900101-1234567`, glued, with a space, with full-width digits, or one digit a cell.
"""

from __future__ import annotations

import re
from datetime import date

SECRET = 7
"""How many digits are never shown."""

_FOLDED = {ord("０") + digit: ord("0") + digit for digit in range(10)} | {
    ord(dash): ord("-") for dash in "–—―−－﹣‐‑‒~～·." if len(dash) == 1
}
_FOLDED |= {ord("\u3000"): ord(" "), ord("\u00a0"): ord(" "), ord("＊"): ord("*")}
_D = "[0-9OoIl]"
_GAP = r"[ \t]{0,4}"
_HYPHENED = re.compile(rf"(?<![0-9])({_D}{{6}}{_GAP}-{_GAP})((?:[0-9OoIl*] ?){{6,8}})(?![0-9])")
"""Both halves in one; OCR may have put a space between digits of the second."""
_APART = re.compile(
    rf"(?<![0-9A-Za-z])((?:{_D}[ \t]{{1,4}}){{5}}{_D}{_GAP}-?{_GAP})((?:{_D}[ \t]{{1,4}}){{6}}{_D})(?![0-9])"
)
"""Every digit by itself, as cells are read."""
_TOGETHER = re.compile(r"(?<![0-9A-Za-z])([0-9]{6} {0,3})([1-8][0-9]{6})(?![0-9A-Za-z])")
"""Glued, or with a space alone between the halves."""
_LABEL = re.compile(r"주\s*민\s*(?:등\s*록)?\s*번\s*호|Resident\s*(?:Registration)?\s*N(?:o|umber)", re.IGNORECASE)
_AFTER_LABEL = re.compile(rf"[^0-9]{{0,14}}?({_D}(?:[ \t]{{0,4}}-?[ \t]{{0,4}}[0-9OoIl*]){{9,14}})")
_TWINS = str.maketrans("OoIl", "0011")


def secret_spans(text: str) -> list[tuple[int, int]]:
    """Where in `text` the last seven digits of resident numbers stand: [start, end), in order; tabs part pieces."""
    folded = text.translate(_FOLDED)
    spans = [match.span(2) for match in _HYPHENED.finditer(folded)]
    for pattern in (_APART, _TOGETHER):
        spans += [match.span(2) for match in pattern.finditer(folded) if _is_day(match[1])]
    spans += [span for label in _LABEL.finditer(folded) if (span := _after(folded, label.end()))]
    return _joined([_trimmed(folded, span) for span in spans])


def masked(text: str) -> str:
    """`text` with the last seven digits of every resident number as asterisks."""
    parts, end = [], 0
    for start, stop in secret_spans(text):
        parts += [text[end:start], "*" * SECRET]
        end = stop
    return "".join((*parts, text[end:]))


def holds_number(text: str) -> bool:
    """Whether `text` surely shows a resident number: a day of birth, and a second half that begins with 1 to 8."""
    folded = text.translate(_FOLDED)
    found = [*_HYPHENED.finditer(folded), *_TOGETHER.finditer(folded)]
    return any(_is_day(match[1]) and match[2][0] in "12345678" and "*" not in match[2] for match in found)


def _after(folded: str, start: int) -> tuple[int, int] | None:
    """What follows a label, from the seventh digit on."""
    match = _AFTER_LABEL.match(folded, start)
    if match is None:
        return None
    digits = [place for place in range(*match.span(1)) if folded[place] in "0123456789OoIl*"]
    return digits[6], digits[-1] + 1


def _is_day(half: str) -> bool:
    digits = "".join(char for char in half.translate(_TWINS) if char.isdigit())
    for century in ("19", "20"):
        try:
            date(int(century + digits[:2]), int(digits[2:4]), int(digits[4:6]))
        except ValueError:
            continue
        return True
    return False


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
