"""Sealed: 경력확인서 (CAREER_FORM) with every employer in one table, and with two lines a project."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from specimens import dates, ornaments, seals
from specimens.layouts.career_several import employers
from specimens.registry import Pad, layout
from specimens.sheet import A4, A4_LANDSCAPE, Sheet

_GREY = (228, 228, 232)
_PARTS = (("부서명", "department"), ("담당자(서명)", "person"), ("전화번호", "phone"), ("발급번호", "issue_no"))
_CONFIRMED = "「건설기술 진흥법 시행규칙」 제18조에 따라 위 기술인의 경력을 확인합니다."
Place = tuple[float, float, float, float]


def _grid_of_departments(pad: Pad, sheet: Sheet, left: float, top: float, widths: Sequence[float]) -> None:
    """Departments in rows, what they say in columns."""
    cells = ornaments.grid(sheet, left, top, widths, (6.5, 8, 8), header=_GREY)
    for place, (label, _) in zip(cells[0][1:], _PARTS, strict=True):
        ornaments.cell(sheet, place, label, size=8)
    for line, (label, column) in zip(cells[1:], (("인사부서", "hr"), ("사업부서", "business")), strict=True):
        ornaments.cell(sheet, line[0], label, size=8)
        for place, (_, part) in zip(line[1:], _PARTS, strict=True):
            field = f"confirmation.{column}.{part}"
            ornaments.cell(sheet, place, pad.get(field), size=9, field=field)
            if part == "person" and pad.get(field):
                ink = seals.personal(pad.get(field)[:3], 8, pad.rng)
                sheet.picture(place[0] + place[2] - 7, place[1], 5.8, 8, ink)


def _days(
    sheet: Sheet,
    place: Place,
    start: str,
    end: str,
    fields: tuple[str | None, str | None],
    style: Callable[[str], str],
    size: float,
) -> None:
    """Both days on one line, `~` between them."""
    left, top, width, height = place
    y = top + height / 2 + size * 0.127
    if start:
        sheet.text(left + width / 2 - 1.6, y, style(start), size=size, align="right", width=width / 2 - 2.4,
                   field=fields[0], value=start)  # fmt: skip
    sheet.text(left + width / 2, y, "~", size=size, align="center")
    if end:
        sheet.text(left + width / 2 + 1.6, y, style(end), size=size, width=width / 2 - 2.4, field=fields[1], value=end)


def _closing(pad: Pad, sheet: Sheet, left: float, right: float) -> None:
    y = sheet.height - 46
    sheet.text(left, y, _CONFIRMED, size=11)
    pad.put(right, y + 11, "issued_on", dates.korean_short, size=11, align="right")
    end = sheet.text(left + 4, y + 23, f"확인자  {pad.get('company')}   대표자  {pad.get('representative')}", size=12)
    sheet.text(end + 4, y + 23, "(인)", size=10)
    ring = re.sub("[^가-힣]", "", pad.get("company").replace("(주)", "")) or "건설"
    sheet.picture(end + 1, y + 12, 19, 19, seals.round_seal(ring, "인", 19, pad.rng))
    sheet.text(left, sheet.height - 11, "한국건설기술인협회 귀중", size=9.5)


def _further(pad: Pad, sheet: Sheet, size: tuple[float, float], face: str) -> Sheet:
    ornaments.specimen_note(sheet)
    sheet.text(size[0] / 2, size[1] - 7, f"{sheet.number}쪽", size=8, align="center")
    return pad.sheet(size, face=face)


_WIDE = (
    ("근무처", None, 30.0), ("참여기간", "from", 36.0), ("참여사업명", "project", 50.0), ("발주자", "client", 30.0),
    ("직무분야", "job_field", 16.0), ("전문분야", "specialty", 20.0), ("공사종류", "work_type", 19.0),
    ("담당업무", "duty", 19.0), ("공법", "method", 19.0), ("직위", "position", 16.0),
    ("책임정도", "responsibility", 21.0),
)  # fmt: skip


@layout("CAREER_FORM", "one-table")
def one_table(pad: Pad) -> None:
    """A4 across: all employers in one table, all projects in another whose first column names the employer."""
    face = pad.rng.choice(("nanum-round", "un-graphic", "noto-serif", "nanum-barun-light"))
    sheet = pad.sheet(A4_LANDSCAPE, face=face)
    left, right = 10.0, 286.0
    sheet.text(left, 22, "경력확인서", size=24, bold=True)
    sheet.text(left, 29, "(건설기술 진흥법 시행규칙 별지 제12호서식)", size=8)
    _grid_of_departments(pad, sheet, right - 168, 12, (20, 42, 36, 38, 32))
    person = ornaments.grid(sheet, left, 42, (22, 60, 24, 50, 20, 100), (9,), header=_GREY, header_columns=(0, 2, 4))[0]
    ornaments.cell(sheet, person[0], "기술인")
    ornaments.cell(sheet, person[1], pad.get("name"), size=11, field="name")
    ornaments.cell(sheet, person[2], "생년월일")
    birth = pad.get("birth_date")
    ornaments.cell(sheet, person[3], dates.slashed(birth), size=10.5, field="birth_date", value=birth)
    ornaments.cell(sheet, person[4], "주소")
    ornaments.cell(sheet, person[5], pad.get("address"), size=9.5)
    every = employers(pad)
    cells = ornaments.grid(sheet, left, 58, (14, 102, 80, 80), (8, *(9,) * len(every)), header=_GREY)
    for place, label in zip(cells[0], ("번호", "업체명(근무처)", "입사일자", "퇴사일자"), strict=True):
        ornaments.cell(sheet, place, label, size=9)
    for number, (employer, claimed) in enumerate(every):
        line = cells[number + 1]
        ornaments.cell(sheet, line[0], str(number + 1))
        for place, field in zip(line[1:], ("company", "joined_on", "left_on"), strict=True):
            value = str(employer.get(field) or "")
            printed = dates.slashed(value) if field != "company" else value
            ornaments.cell(sheet, place, printed, size=10, field=field if claimed else None, value=value)
    rows = [
        (str(employer.get("company") or ""), row, f"records[{index}]" if claimed else None)
        for employer, claimed in every
        for index, row in enumerate(employer.get("records") or ())
    ]
    y, height = 72.0 + 9 * len(every), 11.0
    while True:
        room = max(1, int((sheet.height - 16 - y - 8) / height))
        shown, rows = rows[:room], rows[room:]
        cells = ornaments.grid(
            sheet, left, y, [width for _, _, width in _WIDE], (8, *(height,) * max(1, len(shown))), header=_GREY
        )
        for place, (label, _, _) in zip(cells[0], _WIDE, strict=True):
            ornaments.cell(sheet, place, label, size=8.5)
        for line, (company, row, name) in zip(cells[1:], shown, strict=False):
            _wide_row(sheet, line, company, row, name)
        y += 8 + height * max(1, len(shown))
        if not rows:
            break
        sheet, y = _further(pad, sheet, A4_LANDSCAPE, face), 18.0
    if y > sheet.height - 54:
        sheet = _further(pad, sheet, A4_LANDSCAPE, face)
    _closing(pad, sheet, left, right)
    ornaments.specimen_note(sheet)


def _wide_row(sheet: Sheet, line: Sequence[Place], company: str, row: Mapping[str, Any], name: str | None) -> None:
    for place, (_, field, _) in zip(line, _WIDE, strict=True):
        if field is None:
            ornaments.cell(sheet, place, company, size=8)
        elif field == "from":
            fields = (f"{name}.from", f"{name}.to") if name else (None, None)
            _days(sheet, place, str(row.get("from") or ""), str(row.get("to") or ""), fields, dates.slashed, 8)
        else:
            ornaments.cell(sheet, place, str(row.get(field) or ""), size=8, field=f"{name}.{field}" if name else None)


_UPPER = (
    ("참여사업명", "project", 78.0),
    ("발주자", "client", 50.0),
    ("직무분야", "job_field", 24.0),
    ("전문분야", "specialty", 30.0),
)
_LOWER = (
    ("참여기간", "from", 50.0), ("공사종류", "work_type", 24.0), ("담당업무", "duty", 26.0), ("공법", "method", 30.0),
    ("직위", "position", 22.0), ("책임정도", "responsibility", 30.0),
)  # fmt: skip


@layout("CAREER_FORM", "two-lines")
def two_lines(pad: Pad) -> None:
    """A4 upright: every project takes two lines under a head of two lines; the departments confirm at the foot."""
    face = pad.rng.choice(("un-shinmun", "noto-serif", "nanum-round", "baekmuk-dotum"))
    sheet = pad.sheet(A4, face=face)
    left, width = 14.0, 182.0
    sheet.text(105, 28, "경  력  확  인  서", size=23, bold=True, align="center")
    _grid_of_departments(pad, sheet, left, 36, (22, 46, 38, 40, 36))
    lines = (
        (("성 명", "name", None, 11.0), ("생 년 월 일", "birth_date", dates.dotted_wide, 10.5)),
        (("근무처(업체명)", "company", None, 11.0), ("입 사 일 자", "joined_on", dates.dotted_wide, 10.5)),
        (("", "", None, 10.0), ("퇴 사 일 자", "left_on", dates.dotted_wide, 10.5)),
    )
    cells = ornaments.grid(sheet, left, 66, (30, 68, 30, 54), (10, 10, 10), header=_GREY, header_columns=(0, 2))
    for places, pairs in zip(cells, lines, strict=True):
        for column, (label, field, style, size) in enumerate(pairs):
            if not field:
                ornaments.cell(sheet, places[0], "주 소")
                ornaments.cell(sheet, places[1], pad.get("address"), size=9)
                continue
            value = pad.get(field)
            printed = style(value) if style and value else value
            ornaments.cell(sheet, places[2 * column], label)
            ornaments.cell(sheet, places[2 * column + 1], printed, size=size, field=field, value=value)
    rows = pad.rows("records")
    y, done, height = 104.0, 0, 15.0
    shares = _pages(
        len(rows), int((297 - 16 - y - 14) / height), int((297 - 16 - 20 - 14) / height), math.ceil(40 / height)
    )
    for page, share in enumerate(shares):
        if page:
            sheet, y = _further(pad, sheet, A4, face), 20.0
        _double_rows(sheet, left, y, width, rows[done : done + share], done, height)
        done += share
    _closing(pad, sheet, left, left + width)
    ornaments.specimen_note(sheet)


def _pages(rows: int, first: int, further: int, closing: int) -> list[int]:
    """How many rows each page takes when the last one also holds the closing lines."""
    shares, room = [], first
    while rows > room - closing:
        shares.append(max(0, min(room, rows - 1)))
        rows -= shares[-1]
        room = further
    return [*shares, rows]


def _double_rows(
    sheet: Sheet, left: float, top: float, width: float, rows: Sequence[Mapping[str, Any]], first: int, height: float
) -> None:
    y = top
    for head in (_UPPER, _LOWER):
        sheet.frame(left, y, width, 7, pen=0, fill=_GREY)
        x = left
        for label, _, room in head:
            ornaments.cell(sheet, (x, y, room, 7), label, size=8.5, bold=True)
            sheet.frame(x, y, room, 7, pen=0.15)
            x += room
        y += 7
    for number, row in enumerate(rows):
        for head in (_UPPER, _LOWER):
            x = left
            for _, field, room in head:
                place, name = (x, y, room, height / 2), f"records[{first + number}]"
                if field == "from":
                    days = (f"{name}.from", f"{name}.to")
                    _days(sheet, place, str(row.get("from") or ""), str(row.get("to") or ""), days, dates.dotted, 9)
                else:
                    ornaments.cell(sheet, place, str(row.get(field) or ""), size=9, field=f"{name}.{field}")
                sheet.frame(x, y, room, height / 2, pen=0.15)
                x += room
            y += height / 2
        sheet.line(left, y, left + width, y, pen=0.5)
    sheet.frame(left, top, width, y - top, pen=0.5)
