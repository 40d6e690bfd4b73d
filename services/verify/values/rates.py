"""The rate of preference of a 취업지원대상자 → plain percent."""

from __future__ import annotations

import re

from services.verify.values.text import tidy

_RATE = re.compile(r"(?<![0-9.])([0-9]{1,2})(?:\.0+)?\s*(?:%|퍼센트|프로|점)?(?![0-9.])")
_OF_FULL = re.compile(r"(?:만점|배점)\s*의|100\s*분\s*의")


def parse_rate(text: str) -> str | None:
    """`10%`, `10 퍼센트`, `만점의 10%` and `100분의 10` are `10`; None where no single rate stands there."""
    clean = _OF_FULL.sub(" ", tidy(text))
    found = set(_RATE.findall(clean))
    if len(found) != 1 or re.search(r"[A-Za-z]", clean):
        return None
    return str(int(found.pop()))
