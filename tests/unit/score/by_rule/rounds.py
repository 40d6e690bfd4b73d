"""A round of a selection for the tests: candidates, results, and people, each changed in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
WRITTEN = {"written.직무수행": "150", "written.직업기초": "75"}


def candidate(number: int | str, document: str = "80.00", field: str = "경상", **changes: Any) -> Row:
    """A candidate of the document stage; 경상 전국일반 has 16 posts."""
    row = {"applicant_id": f"A-{number}", "field": field, "track": "전국일반", "region": None, "document": document}
    return row | changes


def written(
    number: int | str, ability: str = "150", basic: str = "75", *, standard: str | None = None, **changes: Any
) -> Row:
    row = {"applicant_id": f"A-{number}", "직무수행": ability, "직업기초": basic, "인성": "적"}
    return row | ({"직무수행.standard": standard} if standard is not None else {}) | changes


def interview(number: int | str, ability: str = "80", basic: str = "80", **changes: Any) -> Row:
    row = {"applicant_id": f"A-{number}", "직무수행면접": ability, "직업기초면접": basic, "originals": "true"}
    return row | changes


def person(number: int | str, sex: str | None = None, local: bool | None = None) -> Row:
    return {"applicant_id": f"A-{number}", "sex": sex, "local": local}


def outcome(
    number: int | str,
    stage: str = "document",
    field: str = "토목일반",
    *,
    preferences: Mapping[str, str] | None = None,
    marks: Mapping[str, str] | None = None,
    **changes: Any,
) -> Row:
    """A line that `docintake select` wrote about somebody who passed `stage`; 토목일반 전국일반 has 61 posts."""
    done = {"document": "80.00"} | (WRITTEN if stage == "written" else {}) | dict(marks or {})
    if stage == "written":
        done["written"] = str(sum(Decimal(done[f"written.{part}"]) for part in ("직무수행", "직업기초")))
    row = {
        "applicant_id": f"A-{number}", "stage": stage, "field": field, "track": "전국일반", "region": None,
        "result": "PASSED", "rank": 1, "reserve": None, "score": "80.00", "preference": "0.00",
        "preference_kind": None, "total": "80.00", "line": "80.00", "posts": 61, "places": 122,
        "marks": done, "preferences": dict(preferences or {}), "reasons": [],
        "explanation": [],
    }  # fmt: skip
    return row | changes


def numbered(count: int, start: int = 1) -> Iterable[int]:
    return range(start, start + count)
