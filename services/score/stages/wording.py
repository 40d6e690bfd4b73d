"""Sentences that several stages share."""

from __future__ import annotations

from decimal import Decimal

from services.score.rules.points import plain
from services.score.stages.candidate import Line
from services.score.stages.preference import Preferred


def counted(number: int, what: str) -> str:
    """`1 post`, `2 posts`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def drawn(places: int, passed: int, line: Decimal | None) -> tuple[str, str]:
    """How many pass and where the line lies."""
    more_ko = f"(합격선 동점 포함 {passed}명)" if passed > places else ""
    more_en = f" ({passed} with ties at the line)" if passed > places else ""
    if line is None:
        return f"{places}명을 선발하나 합격자가 없습니다", f"{places}, but nobody did"
    at = plain(line)
    return f"{places}명을 선발하며{more_ko}, 합격선은 {at}점입니다", f"{places}{more_en}; the line is {at}"


def preference_lines(added: Preferred, total: Decimal) -> tuple[Line, ...]:
    """The preference that was added to make `total`, and why another one was not."""
    if added.kind is None:
        return added.notes
    points = plain(added.points)
    line = Line(
        added.kind.rule,
        f"{added.kind.title.ko} 가점 {points}점을 더하여 {plain(total)}점",
        f"preference, {added.kind.title.en}: +{points} makes {plain(total)}",
    )
    return (line, *added.notes)
