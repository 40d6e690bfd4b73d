"""A stage as a workbook for HR: ranking, lines, reasons, targets, reserve, and the rules that were applied.

It holds application numbers, marks and reasons; no name, birth date, sex or school (§8). The only user of openpyxl.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from services.announcement.model import Announcement, Options
from services.announcement.stages import ExamStage
from services.score.rules.points import plain
from services.score.stages.candidate import Line, Outcome, Result
from services.score.stages.preference import unit_of
from services.score.summary import RESULT_KO, STAGE_KO, in_order, summaries

Cell = str | int | Decimal | None
HEAD = PatternFill("solid", fgColor="E9EDF3")
PROSE = frozenset({"사유", "설명", "내용", "질문과 결정"})
"""Columns of sentences: wide, and broken into lines."""
WIDE, NARROW = 92, 9
LINES = Alignment(wrap_text=True, vertical="top")
TOP = Alignment(vertical="top")
MIDDLE = Alignment(horizontal="center", vertical="top")
LINE = 15
"""Height of a line, in points."""
POINTS = "0.00"
A4 = 9
"""The number of the paper, in the file format."""


def write_report(outcomes: Sequence[Outcome], announcement: Announcement, stage: str, path: Path) -> None:
    """Write the workbook of one stage to `path`, replacing what is there."""
    ordered = in_order(outcomes, announcement)
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
    """One sheet: a head that stays in sight, columns as wide as what stands in them, ready to filter and print."""
    sheet = book.create_sheet(title)
    known = [tuple(row) for row in rows]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{len(known) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    for column, name in enumerate(head):
        widest = max((_width(row[column]) for row in known), default=0)
        width = WIDE if name in PROSE else max(NARROW, _width(name) + 4, widest + 2)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    cells = []
    for name in head:
        cell = WriteOnlyCell(sheet, value=name)
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEAD, TOP
        cells.append(cell)
    sheet.append(cells)
    prose = [name in PROSE for name in head]
    for number, row in enumerate(known, 2):
        lines = max((_lines_of(value) for value, wide in zip(row, prose, strict=True) if wide), default=1)
        if lines > 1:  # not every program makes room for broken lines by itself
            sheet.row_dimensions[number].height = LINE * lines
        sheet.append([_cell(sheet, value, lines) for value, lines in zip(row, prose, strict=True)])


def _cell(sheet: WriteOnlyWorksheet, value: Cell, lines: bool) -> SheetCell:
    """Points are numbers, with two decimals; a text that a spreadsheet would take for a formula stays text.

    Control signs, which no workbook may hold, are left out.
    """
    cell = WriteOnlyCell(sheet)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    cell.alignment = LINES if lines else MIDDLE if isinstance(value, int) else TOP
    if isinstance(value, Decimal):
        cell.number_format = POINTS
    elif isinstance(value, str) and value[:1] in ("=", "+", "@", "-"):
        cell.data_type = "s"
    return cell


def _lines_of(value: Cell) -> int:
    """Lines that a cell of a wide column takes; words are not broken, so a little more is allowed for."""
    return sum(1 + _width(line) // WIDE for line in str(value or "").split("\n"))


def _width(value: Cell) -> int:
    """Columns of half width that `value` takes: a Hangul letter takes two."""
    text = f"{value:.2f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]


def _unit(one: Outcome) -> tuple[str, str, str]:
    unit = one.candidate.unit
    return unit.field, unit.track, unit.region or ""


def _told(lines: Sequence[Line]) -> str:
    return "\n".join(f"{line.ko} [{line.rule}]" for line in lines)


def _of_unit(one: Outcome) -> tuple[Line, ...]:
    """The line of an explanation that says how the whole unit was drawn; nothing where nobody was compared."""
    return one.explanation[:1] if one.places else ()


def _of_person(one: Outcome) -> tuple[Line, ...]:
    return one.explanation[len(_of_unit(one)) :]


def _ranking(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "순위", "지원번호", "결과", "총점", "가점 전", "가점", "가점 종류", "예비", "설명")
    return head, (
        (
            *_unit(one), one.rank, one.candidate.applicant_id, RESULT_KO[one.result], one.total,
            one.score, one.preference, one.preference_kind or "", one.reserve,
            _told(_of_person(one)),
        )
        for one in outcomes
    )  # fmt: skip


def _lines(outcomes: Sequence[Outcome], announcement: Announcement) -> Table:
    counted = (Result.PASSED, Result.EXEMPT, Result.EXTRA, Result.STAFF, Result.RESERVE, Result.OUT)
    results = [RESULT_KO[one] for one in counted]
    head = (
        "분야",
        "전형",
        "권역",
        "채용예정",
        "선발인원",
        "합격선",
        "동점자",
        *results,
        "가점으로 합격",
        "상한(보고)",
        "설명",
    )
    unit = announcement.options.selection_unit
    told = {unit_of(one.candidate, unit): _told(lines) for one in outcomes if (lines := _of_unit(one))}
    return head, (
        (
            one.unit.field, one.unit.track, one.unit.region or "", one.posts, one.places, one.line, one.tied,
            *(one.counts[result] for result in counted), one.by_preference, one.allowed_by_preference,
            told.get(one.unit, ""),
        )
        for one in summaries(outcomes, announcement)
    )  # fmt: skip


def _ties(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "지원번호", "총점", "결과", "설명")
    on_line = (one for one in outcomes if one.line is not None and one.total == one.line and one.result != Result.OUT)
    return head, (
        (
            *_unit(one), one.candidate.applicant_id, one.total, RESULT_KO[one.result],
            _told(_of_person(one)),
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
            *_unit(one), one.candidate.applicant_id, one.total, one.line,
            _told(_of_person(one)),
        )
        for one in outcomes
        if one.result is Result.EXTRA
    )  # fmt: skip


def _reserve(outcomes: Sequence[Outcome]) -> Table:
    head = ("분야", "전형", "권역", "예비", "지원번호", "총점")
    waiting = [one for one in outcomes if one.result is Result.RESERVE]
    return head, ((*_unit(one), one.reserve, one.candidate.applicant_id, one.total) for one in waiting)


def _rules(announcement: Announcement, stage: str) -> Table:
    return ("항목", "값", "질문과 결정"), list(_rule_rows(announcement, stage))


def _minima(exam: ExamStage) -> str:
    total = f", 합산 {plain(exam.total_minimum)}% 이상" if exam.total_minimum is not None else ""
    return f"과목마다 {plain(exam.part_minimum)}% 이상{total} [{exam.rule}]"


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
            yield f"{exam.title.ko} 과목", parts, _minima(exam)
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
        default = getattr(Options(), option, "") or value
        other = f" — 이 공고는 기본값({default})과 달리 정함" if value != default else ""
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        yield point.id, text, f"{point.ko} ({point.key}){other}"
