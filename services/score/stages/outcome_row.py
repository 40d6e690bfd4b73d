"""Outcomes as JSON objects and as flat rows of a table, and back: one stage's output is the next one's input."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from services.score.rules.points import Reason
from services.score.stages.candidate import (
    OUTCOME_STAGES,
    Candidate,
    Held,
    Line,
    Outcome,
    OutcomeStage,
    Result,
    Unit,
)

COLUMNS = (
    "applicant_id", "stage", "field", "track", "region", "result", "rank", "reserve", "score", "preference",
    "preference_kind", "total", "line", "posts", "places", "marks", "preferences", "reasons", "explanation",
)  # fmt: skip
"""Columns of the flat table, in order."""

_PARTED = re.compile(r" \| (?=[A-Z][A-Z_]*: )")
"""Between two reasons of a cell."""
_CLOSED = re.compile(r"(?<=\)) \| ")
"""Between two lines of an explanation."""
_POINTS = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,40})?", re.ASCII)


def to_json(one: Outcome) -> dict[str, Any]:
    """`one` as JSON; points are decimal strings, absent values null."""
    unit = one.candidate.unit
    return {
        "applicant_id": one.candidate.applicant_id,
        "stage": one.stage,
        "field": unit.field,
        "track": unit.track,
        "region": unit.region,
        "result": one.result.value,
        "rank": one.rank,
        "reserve": one.reserve,
        "score": _text(one.score),
        "preference": _text(one.preference),
        "preference_kind": one.preference_kind,
        "total": _text(one.total),
        "line": _text(one.line),
        "posts": one.posts,
        "places": one.places,
        "marks": {name: f"{mark:f}" for name, mark in one.candidate.marks.items()},
        "preferences": {held.id: f"{held.percent:f}" for held in one.candidate.preferences},
        "reasons": [
            {"code": reason.code, "rule": reason.rule, "ko": reason.ko, "en": reason.en} for reason in one.reasons
        ],
        "explanation": [{"rule": line.rule, "ko": line.ko, "en": line.en} for line in one.explanation],
    }


def from_json(row: Mapping[str, Any]) -> Outcome:
    """The outcome that `to_json` wrote. KeyError, ValueError, TypeError or AttributeError where it is none."""
    if row["stage"] not in OUTCOME_STAGES:
        raise ValueError(f"stage {row['stage']!r} is none of {', '.join(OUTCOME_STAGES)}")
    candidate = Candidate(
        applicant_id=_words(row["applicant_id"]),
        unit=Unit(_words(row["field"]), _words(row["track"]), _words(row["region"], empty=True)),
        marks={name: _decimal(mark) for name, mark in row["marks"].items()},
        preferences=tuple(Held(name, _decimal(percent)) for name, percent in row["preferences"].items()),
    )
    if "document" not in candidate.marks:
        raise KeyError("marks.document")  # it parts ties later on; without it somebody would stand as with 0
    return Outcome(
        candidate=candidate,
        stage=cast(OutcomeStage, row["stage"]),
        result=Result(row["result"]),
        rank=_count(row["rank"], empty=True),
        reserve=_count(row["reserve"], empty=True),
        score=_optional(row["score"]),
        preference=_optional(row["preference"]),
        preference_kind=row["preference_kind"],
        total=_optional(row["total"]),
        line=_optional(row["line"]),
        posts=_count(row["posts"]),
        places=_count(row["places"]),
        reasons=tuple(Reason(one["code"], one["rule"], one["ko"], one["en"]) for one in row["reasons"]),
        explanation=tuple(Line(one["rule"], one["ko"], one["en"]) for one in row["explanation"]),
    )


def to_flat(one: Outcome) -> dict[str, str]:
    """`one` as a row of text cells; the parts of a list are parted by ` | `."""
    row = to_json(one)
    row["marks"] = " | ".join(f"{name}={mark}" for name, mark in row["marks"].items())
    row["preferences"] = " | ".join(f"{name}={percent}" for name, percent in row["preferences"].items())
    # A title that an applicant wrote stands in some of them: it must not look like the beginning of the next one.
    row["reasons"] = " | ".join(f"{reason.code}: {_told(reason)}" for reason in one.reasons)
    row["explanation"] = " | ".join(map(_told, one.explanation))
    return {name: "" if row[name] is None else str(row[name]) for name in COLUMNS}


def _told(one: Reason | Line) -> str:
    return f"{one.ko.replace(' | ', ' / ')}({one.rule})"


def from_flat(row: Mapping[str, str]) -> Outcome:
    """The outcome of a row that `to_flat` wrote. Reasons and explanation come back in Korean, as the cells hold them:
    a round over tables must be able to say at its end why somebody is out."""

    whole: dict[str, Any] = dict(row)
    whole |= {name: row[name] or None for name in ("region", "preference_kind", "score", "preference", "total", "line")}
    whole |= {name: _whole(row[name]) if row[name] else None for name in ("rank", "reserve")}
    whole |= {name: _whole(row[name]) for name in ("posts", "places")}
    whole |= {name: _pairs(row[name]) for name in ("marks", "preferences")}
    whole["reasons"] = [_reason(one) for one in _PARTED.split(row.get("reasons") or "") if one]
    whole["explanation"] = [_line(one) for one in _CLOSED.split(row.get("explanation") or "") if one]
    return from_json(whole)


def _reason(text: str) -> dict[str, str]:
    """`CODE: 사유(규정)`."""
    code, sign, rest = text.partition(": ")
    if not sign:
        raise ValueError(f"{text[:40]!r} is no reason: CODE: …(rule)")
    return {"code": code, **_line(rest)}


def _line(text: str) -> dict[str, str]:
    """`설명(규정)`; the rule is what stands in the last brackets, which may hold brackets themselves."""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            break
    else:
        depth = -1
    if depth != 0 or not text.endswith(")"):
        raise ValueError(f"{text[:40]!r} does not end with its rule in brackets")
    return {"ko": text[:at], "en": text[:at], "rule": text[at + 1 : -1]}


def _pairs(cell: str) -> dict[str, str]:
    pairs = [part.rpartition("=") for part in cell.split(" | ") if part]
    names = [name for name, _, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ValueError(f"{twice!r} stands twice")
    return {name: value for name, _, value in pairs}


def _whole(cell: str) -> int:
    """A count as `to_flat` writes it: ASCII digits alone, where int() takes spaces, signs and other scripts."""
    if not (cell.isascii() and cell.isdigit()):
        raise ValueError(f"{cell[:40]!r} is no whole number")
    return int(cell)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _optional(value: Any) -> Decimal | None:
    return None if value is None else _decimal(value)


def _decimal(value: Any) -> Decimal:
    if not isinstance(value, str):
        raise TypeError(f"{value!r}: write points as a decimal string")
    if not _POINTS.fullmatch(value):
        raise ValueError(f"{value[:40]!r} is no decimal number of points")
    return Decimal(value)


def _words(value: Any, *, empty: bool = False) -> Any:
    """Text, or None where the cell may be `empty`."""
    if isinstance(value, str) or (empty and value is None):
        return value
    raise TypeError(f"{value!r}: write a string")


def _count(value: Any, *, empty: bool = False) -> Any:
    """A whole number from 0, or None where the cell may be `empty`."""
    if (isinstance(value, int) and not isinstance(value, bool) and value >= 0) or (empty and value is None):
        return value
    raise TypeError(f"{value!r}: write a whole number")
