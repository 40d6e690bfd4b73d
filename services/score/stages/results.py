"""Results of the written test and the interview as they come in, checked line by line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from services.announcement.stages import ExamStage, Part
from services.score.rules.points import plain
from services.score.stages.candidate import Candidate
from services.score.stages.examined import ExamResult, Mark
from services.score.stages.lines import InvalidLines, LineError, short

_NUMBER = re.compile(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,4})?", re.ASCII)
STANDARD = ".standard"
"""Ending of the column of an elective subject's standard score: `직무수행.standard`."""
_TRUTH = {"true": True, "false": False}


def read_results(
    rows: Iterable[tuple[int, Mapping[str, Any]]], exam: ExamStage, candidates: Collection[Candidate]
) -> dict[str, ExamResult]:
    """The result of every one of `candidates`, by applicant id.

    Columns: applicant_id, each part's id (and id + `.standard` for an elective subject), the suitability test's id,
    `absent`, `originals` (where the stage asks for them). Raises InvalidLines with every wrong line: somebody who is
    not in the stage, somebody twice, somebody without a line, a mark off its range.
    """
    known = {one.applicant_id: one for one in candidates}
    columns = _columns(exam)
    found: dict[str, ExamResult] = {}
    wrong: list[LineError] = []
    for number, row in rows:
        applicant_id = row.get("applicant_id")
        errors = list(_row(number, row, exam, columns, known, found))
        wrong += errors
        if isinstance(applicant_id, str) and applicant_id in known and applicant_id not in found:
            found[applicant_id] = ExamResult(applicant_id) if errors else _result(applicant_id, row, exam)
    for applicant_id in known:
        if applicant_id not in found:
            wrong.append(
                LineError(
                    0,
                    "applicant_id",
                    "NO_RESULT",
                    applicant_id,
                    "이 전형 대상자의 결과가 없습니다. 결시라면 absent를 true로 한 줄을 넣으세요.",
                    "Somebody of this stage has no result; for who did not come, add a line with absent true.",
                )
            )
    if wrong:
        raise InvalidLines(wrong)
    return found


def of_others(
    rows: Iterable[tuple[int, Mapping[str, Any]]], out: Collection[str]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """`rows` without those of the people who are `out` already: their line is not needed, and does no harm."""
    for number, row in rows:
        applicant_id = row.get("applicant_id")
        if not isinstance(applicant_id, str) or applicant_id not in out:
            yield number, row


def _columns(exam: ExamStage) -> frozenset[str]:
    names = {"applicant_id", "absent"}
    for part in exam.parts:
        names.add(part.id)
        if part.elective_fields:
            names.add(part.id + STANDARD)
    if exam.suitability is not None:
        names.add(exam.suitability.id)
    if exam.originals:
        names.add("originals")
    return frozenset(names)


def _row(
    number: int,
    row: Mapping[str, Any],
    exam: ExamStage,
    columns: frozenset[str],
    known: Mapping[str, Candidate],
    found: Mapping[str, ExamResult],
) -> Iterator[LineError]:
    for name in row:
        if name not in columns:
            allowed = ", ".join(sorted(columns))
            yield LineError(
                number, short(name), "UNKNOWN_COLUMN", "", f"없는 열입니다. 다음만 쓸 수 있습니다: {allowed}",
                f"There is no such column; known are {allowed}.",
            )  # fmt: skip
    applicant_id = row.get("applicant_id")
    if not isinstance(applicant_id, str) or not applicant_id:
        yield LineError(
            number, "applicant_id", "REQUIRED", short(applicant_id or ""), "지원번호를 문자열로 쓰세요.",
            "Give the application number as a string.",
        )  # fmt: skip
        return
    if applicant_id not in known:
        yield LineError(
            number, "applicant_id", "NOT_IN_STAGE", short(applicant_id),
            "이 전형의 대상자가 아닙니다. 앞 전형의 합격자 명단을 확인하세요.",
            "This person does not take part in this stage; look at who passed the stage before.",
        )  # fmt: skip
        return
    if applicant_id in found:
        yield LineError(
            number, "applicant_id", "TWICE", short(applicant_id), "같은 사람의 결과가 두 번 있습니다. 하나만 남기세요.",
            "This person has a line already; keep one.",
        )  # fmt: skip
        return
    absent = _truth(row.get("absent")) is True
    yield from _flags(number, row, exam)
    if exam.originals and not absent and row.get("originals") in (None, ""):
        yield LineError(
            number, "originals", "REQUIRED", "", "증빙서류 원본을 제출했으면 true, 아니면 false로 쓰세요.",
            "Write true where the originals of the papers were shown, else false.",
        )  # fmt: skip
    for part in exam.parts:
        yield from _part(number, row, part, known[applicant_id].unit.field, absent=absent)
    test = exam.suitability
    if test is not None and not absent and row.get(test.id) not in (test.fit, test.unfit):
        yield LineError(
            number, test.id, "UNKNOWN_VALUE", short(row.get(test.id) or ""),
            f"{test.fit} 또는 {test.unfit}(으)로 쓰세요.",
            f"Write {test.fit} (fit) or {test.unfit} (unfit).",
        )  # fmt: skip


def _flags(number: int, row: Mapping[str, Any], exam: ExamStage) -> Iterator[LineError]:
    for name in ("absent", *(("originals",) if exam.originals else ())):
        value = row.get(name)
        if value not in (None, "") and _truth(value) is None:
            yield LineError(
                number, name, "UNKNOWN_VALUE", short(value), "true 또는 false로 쓰세요.", "Write true or false."
            )


def _part(number: int, row: Mapping[str, Any], part: Part, field_id: str, *, absent: bool) -> Iterator[LineError]:
    elective = field_id in part.elective_fields
    for name, needed in ((part.id, True), (part.id + STANDARD, elective)):
        value = row.get(name)
        given = value not in (None, "")
        if absent or not needed:
            if given:
                why = ("결시자입니다.", "the person was absent") if absent else (
                    f"{field_id} 분야에는 선택과목이 없습니다.", f"the field {field_id} has no elective subject"
                )  # fmt: skip
                yield LineError(
                    number, name, "NOT_APPLICABLE", short(value), f"{why[0]} 비우세요.", f"Leave it empty: {why[1]}."
                )
        elif not isinstance(value, str) or not _NUMBER.fullmatch(value):
            yield LineError(
                number, name, "SCORE_FORMAT", short(value) if given else "",
                '점수를 십진수 문자열로 쓰세요(예: "152.5").', 'Give the mark as a decimal string, such as "152.5".',
            )  # fmt: skip
        elif Decimal(value) > part.full:
            yield LineError(
                number, name, "OFF_GRID", short(value), f"0부터 만점 {plain(part.full)}까지여야 합니다.",
                f"It must lie between 0 and the full mark {plain(part.full)}.",
            )  # fmt: skip


def _result(applicant_id: str, row: Mapping[str, Any], exam: ExamStage) -> ExamResult:
    """The result of a row without errors."""
    absent = _truth(row.get("absent")) is True
    originals = _truth(row.get("originals")) if exam.originals else None
    if absent:
        return ExamResult(applicant_id, absent=True, originals=originals)
    marks = {}
    for part in exam.parts:
        standard = row.get(part.id + STANDARD)
        marks[part.id] = Mark(Decimal(row[part.id]), Decimal(standard) if standard else None)
    fit = row[exam.suitability.id] == exam.suitability.fit if exam.suitability is not None else None
    return ExamResult(applicant_id, marks, fit, False, originals)


def _truth(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return _TRUTH.get(value.lower()) if isinstance(value, str) else None
