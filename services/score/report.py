"""A stage as a workbook for HR: ranking, lines, reasons, targets, reserve, and the rules that were applied.

It holds application numbers, marks and reasons; no name, birth date, sex or school (§8). The only user of openpyxl.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from services.announcement.model import Announcement
from services.score.rules.points import plain
from services.score.stages.candidate import Outcome, Result
from services.score.summary import RESULT_KO, STAGE_KO, in_order, summaries

Cell = str | int | None
HEAD = PatternFill("solid", fgColor="E9EDF3")
WIDE = 60


def write_report(outcomes: Sequence[Outcome], announcement: Announcement, stage: str, path: Path) -> None:
    """Write the workbook of one stage to `path`, replacing what is there."""
    ordered = in_order(outcomes)
    book = Workbook(write_only=True)
    _sheet(book, "순위", *_ranking(ordered))
    _sheet(book, "합격선", *_lines(ordered, announcement))
    _sheet(book, "동점", *_ties(ordered))
    _sheet(book, "불합격 사유", *_reasons(ordered))
    _sheet(book, "추가합격(목표제)", *_extras(ordered))
    _sheet(book, "예비순번", *_reserve(ordered))
    _sheet(book, "적용 규칙", *_rules(announcement, stage))
    book.save(path)


def _sheet(book: Workbook, title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, name in enumerate(head, 1):
        wide = name in ("사유", "설명", "내용", "질문과 결정")
        sheet.column_dimensions[get_column_letter(column)].width = WIDE if wide else max(12, 2 * len(name) + 4)
    cells = []
    for name in head:
        cell = WriteOnlyCell(sheet, value=name)
        cell.font, cell.fill = Font(bold=True), HEAD
        cells.append(cell)
    sheet.append(cells)
    for row in rows:
        sheet.append([_safe(value) for value in row])


def _safe(value: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula stays text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "@") else value


Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]


def _unit(one: Outcome) -> tuple[str, str, str]:
    unit = one.candidate.unit
    return unit.field, unit.track, unit.region or ""


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _ranking(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "순위", "지원번호", "결과", "총점", "가점 전", "가점", "가점 종류", "예비", "설명")
    return head, (
        (
            *_unit(one), one.rank, one.candidate.applicant_id, RESULT_KO[one.result], _number(one.total),
            _number(one.score), _number(one.preference), one.preference_kind or "", one.reserve,
            " / ".join(f"{line.ko} [{line.rule}]" for line in one.explanation),
        )
        for one in outcomes
    )  # fmt: skip


def _lines(outcomes: Sequence[Outcome], announcement: Announcement) -> Table:
    counted = (Result.PASSED, Result.EXEMPT, Result.EXTRA, Result.STAFF, Result.RESERVE, Result.OUT)
    results = [RESULT_KO[one] for one in counted]
    head = ("분야", "전형", "권역", "채용예정", "선발인원", "합격선", "동점자", *results, "가점으로 합격", "상한(보고)")
    return head, (
        (
            one.unit.field, one.unit.track, one.unit.region or "", one.posts, one.places, _number(one.line), one.tied,
            *(one.counts[result] for result in counted), one.by_preference, one.allowed_by_preference,
        )
        for one in summaries(outcomes, announcement)
    )  # fmt: skip


def _ties(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "지원번호", "총점", "결과", "설명")
    on_line = (one for one in outcomes if one.line is not None and one.total == one.line and one.result != Result.OUT)
    return head, (
        (
            *_unit(one), one.candidate.applicant_id, _number(one.total), RESULT_KO[one.result],
            " / ".join(line.ko for line in one.explanation),
        )
        for one in on_line
    )  # fmt: skip


def _reasons(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "지원번호", "코드", "규정", "사유")
    return head, (
        (*_unit(one), one.candidate.applicant_id, reason.code, reason.rule, reason.ko)
        for one in outcomes
        for reason in one.reasons
    )


def _extras(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "지원번호", "총점", "합격선", "설명")
    return head, (
        (
            *_unit(one), one.candidate.applicant_id, _number(one.total), _number(one.line),
            " / ".join(f"{line.ko} [{line.rule}]" for line in one.explanation[1:]),
        )
        for one in outcomes
        if one.result is Result.EXTRA
    )  # fmt: skip


def _reserve(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "예비", "지원번호", "총점")
    waiting = [one for one in outcomes if one.result is Result.RESERVE]
    return head, ((*_unit(one), one.reserve, one.candidate.applicant_id, _number(one.total)) for one in waiting)


def _rules(announcement: Announcement, stage: str) -> Table:
    return ("항목", "값", "질문과 결정"), list(_rule_rows(announcement, stage))


def _rule_rows(announcement: Announcement, stage: str) -> Iterator[Sequence[Cell]]:
    book = announcement.rulebook
    yield "공고", announcement.title.ko, announcement.id
    yield "공고일", announcement.notice_date.isoformat() if announcement.notice_date else "-", ""
    yield "채용 기준", f"{book.name} {book.version}", book.title.ko
    yield "전형", STAGE_KO.get(stage, stage), ""
    if book.stages is not None:
        document = book.stages.document
        yield document.title.ko, f"{plain(document.passing.multiple)}배수", document.rule
        for exam in (book.stages.written, book.stages.interview):
            parts = ", ".join(f"{part.title.ko} {plain(part.full)}점" for part in exam.parts)
            instead = ", ".join(f"{posts}명→{places}명" for posts, places in exam.passing.instead)
            yield exam.title.ko, f"{plain(exam.passing.multiple)}배수 {instead}".strip(), exam.rule
            yield f"{exam.title.ko} 과목", parts, f"과락 {plain(exam.part_minimum)}%"
    for kind in book.preference.kinds if book.preference is not None else ():
        stages = ", ".join(STAGE_KO[name] for name in kind.stages)
        yield (
            f"우대: {kind.title.ko}",
            f"{plain(kind.percent)}%" if kind.percent else "등급별",
            f"{stages} [{kind.rule}]",
        )
    if book.targets is not None:
        for target in book.targets.kinds:
            yield f"목표: {target.title.ko}", f"{plain(target.percent)}%", book.targets.rule
    for point in book.open_points:
        option = point.key.removeprefix("options.")
        value = getattr(announcement.options, option, "") if option != point.key else ""
        yield point.id, ", ".join(value) if isinstance(value, tuple) else str(value), f"{point.ko} ({point.key})"
