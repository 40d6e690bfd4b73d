"""What one person's written test or interview comes to: marks that count, preference, and why somebody is out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from services.announcement.model import Announcement
from services.announcement.stages import ExamStage, Part, StageName
from services.score.rules.points import Reason, cut, plain
from services.score.stages.candidate import Candidate
from services.score.stages.preference import Preferred, preferred


@dataclass(frozen=True, slots=True)
class Mark:
    """One part's mark as it came."""

    raw: Decimal
    """Raw mark."""
    standard: Decimal | None = None
    """Standard score of an elective subject."""


@dataclass(frozen=True, slots=True)
class ExamResult:
    """One person's results of a written test or an interview."""

    applicant_id: str
    """Whose."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """Part → mark; empty where they were absent."""
    fit: bool | None = None
    """What the suitability test said; None where there is none."""
    absent: bool = False
    """Whether they did not come."""
    originals: bool | None = None
    """Whether they showed the originals of their papers; None where nothing asks for them."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the results come to."""

    candidate: Candidate
    """Who."""
    result: ExamResult
    """What came."""
    score: Decimal
    """Sum of the marks that count, without preference."""
    parts: Mapping[str, Decimal]
    """Part → the mark that counts."""
    preference: Preferred
    """What preference adds."""
    reasons: tuple[Reason, ...]
    """Why they are out; empty where they are fit."""

    @property
    def total(self) -> Decimal:
        """What ranks them."""
        return self.score + self.preference.points


def examine(
    candidate: Candidate, result: ExamResult, name: StageName, exam: ExamStage, announcement: Announcement
) -> Examined:
    """What `result` comes to for `candidate` in the stage `name`."""
    quantum = announcement.rulebook.quantum
    nothing = Preferred(Decimal(0), (), None)
    if result.absent:
        reason = Reason(
            "ABSENT", exam.rule, f"{exam.title.ko}에 응시하지 않았습니다.", f"Absent from the {exam.title.en}."
        )
        return Examined(candidate, result, Decimal(0), {}, nothing, (*candidate.reasons, reason))
    field_id = candidate.unit.field
    parts = {part.id: cut(_counted(part, result.marks[part.id], field_id), quantum) for part in exam.parts}
    score = sum(parts.values(), Decimal(0))
    raws = [(part.full, cut(result.marks[part.id].raw, quantum)) for part in exam.parts]
    added = preferred(candidate, name, raws, announcement)
    reasons = (*candidate.reasons, *_reasons(candidate, result, exam, score, added, announcement))
    return Examined(candidate, result, score, parts, added, reasons)


def failed_parts(examined: Examined, exam: ExamStage, percent: Decimal, announcement: Announcement) -> Iterator[Part]:
    """Every part of which the mark lies below `percent` of its full mark (rules 55, 56, 58, 71)."""
    for index, part in enumerate(exam.parts):
        mark = examined.result.marks[part.id]
        values = [mark.raw]
        if _is_elective(part, examined.candidate.unit.field) and mark.standard is not None:
            values.append(mark.standard)
        best = cut(max(values), announcement.rulebook.quantum)
        if announcement.options.thresholds == "with_preference":
            best += examined.preference.by_part[index]
        if best * 100 < part.full * percent:
            yield part


def tested_total(examined: Examined, announcement: Announcement) -> Decimal:
    """The total that the 60 % tests look at (G35)."""
    return examined.total if announcement.options.thresholds == "with_preference" else examined.score


def _counted(part: Part, mark: Mark, field_id: str) -> Decimal:
    """The standard score of an elective subject, else the raw mark."""
    return mark.standard if _is_elective(part, field_id) and mark.standard is not None else mark.raw


def _is_elective(part: Part, field_id: str) -> bool:
    return field_id in part.elective_fields


def _reasons(
    candidate: Candidate,
    result: ExamResult,
    exam: ExamStage,
    score: Decimal,
    added: Preferred,
    announcement: Announcement,
) -> Iterator[Reason]:
    if exam.suitability is not None and result.fit is False:
        yield Reason(
            "UNFIT",
            exam.rule,
            f"{exam.suitability.title.ko} 부적격은 성적에 관계없이 탈락입니다.",
            f"Unfit in the {exam.suitability.title.en}: out whatever the marks.",
        )
    examined = Examined(candidate, result, score, {}, added, ())
    for failed in failed_parts(examined, exam, exam.part_minimum, announcement):
        mark = result.marks[failed.id]
        standard = f", 표준점수 {plain(mark.standard)}" if mark.standard is not None else ""
        standard_en = f", standard {plain(mark.standard)}" if mark.standard is not None else ""
        yield Reason(
            "PART_BELOW_MINIMUM",
            exam.rule,
            f"{failed.title.ko} {plain(mark.raw)}점{standard}: 만점 {plain(failed.full)}점의 "
            f"{plain(exam.part_minimum)}%에 미달(과락)",
            f"{failed.title.en} {plain(mark.raw)}{standard_en} is below {plain(exam.part_minimum)}% of "
            f"{plain(failed.full)}",
        )
    total = tested_total(examined, announcement)
    if exam.total_minimum is not None and total * 100 < exam.full * exam.total_minimum:
        apart = total != examined.total
        apart_ko, apart_en = ("(가점 제외)", " without preference") if apart else ("", "")
        yield Reason(
            "TOTAL_BELOW_MINIMUM",
            exam.rule,
            f"합산점수 {plain(total)}점{apart_ko}: 만점 {plain(exam.full)}점의 {plain(exam.total_minimum)}%에 미달",
            f"The total {plain(total)}{apart_en} is below {plain(exam.total_minimum)}% of {plain(exam.full)}",
        )
    if exam.originals and result.originals is False:
        yield Reason(
            "ORIGINALS_MISSING",
            announcement.rulebook.claim_kind("certificate").rule,
            "면접시험 때 증빙서류 원본을 제출하지 않았습니다.",
            "The originals of the papers were not shown at the interview.",
        )
