"""Places that hold two values: the period `2015.03.16 ~ 2016.11.24`, `토목 / 도로및공항` under one label for both."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.layout.labels import BOTH
from services.verify.reading.readers import Parser
from services.verify.values.periods import find_days, find_period

_DIGITS_OF_A_DATE = 8


def nth_date(index: int) -> Parser:
    """The first (0) or the last (1) day of a period; the first alone where only one is printed."""

    def parse(text: str) -> str | None:
        period = find_period(text)
        if period is not None:
            return period[index]
        dates = find_days(text)
        alone = sum(char.isdigit() for char in text) <= _DIGITS_OF_A_DATE
        return dates[0] if index == 0 and len(dates) == 1 and alone else None

    return parse


def nth_part(parser: Parser, index: int) -> Parser:
    """The value before (0) or behind (1) the one sign that parts two of them."""

    def parse(text: str) -> str | None:
        parts = text.split(BOTH)
        return parser(parts[index]) if len(parts) == 2 and all(part.strip() for part in parts) else None

    return parse


def both_parts(parsers: Sequence[Parser]) -> Parser:
    """Both values with the sign between, where each of the two is one."""

    def parse(text: str) -> str | None:
        values = [nth_part(parser, at)(text) for at, parser in enumerate(parsers)]
        return BOTH.join(value for value in values if value) if all(values) else None

    return parse
