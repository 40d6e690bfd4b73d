"""경력확인서 (CAREER_FORM), 건설기술 진흥법 시행규칙 별지 제12호서식, as seed 000 shows it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from specimens import careers, dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, A4_LANDSCAPE, Sheet

COLUMNS = (
    ("참여기간", "from"), ("참여사업명", "project"), ("발주자", "client"), ("직무분야", "job_field"),
    ("전문분야", "specialty"), ("공사종류", "work_type"), ("담당업무", "duty"), ("공법", "method"),
    ("직위", "position"), ("책임정도", "responsibility"),
)  # fmt: skip
CLOSING = 66.0
"""Height in mm that the confirming line, date and seal take at the foot of the last page."""
_CONFIRMATION = (("부서명", "department"), ("담당자", "person"), ("연락처", "phone"), ("발급번호", "issue_no"))


@realistic("career", "CAREER_FORM")
def form(filling: Filling) -> None:
    """Project periods follow each other within the employment; both departments confirm under one issue number."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng, "1965-01-01", "1992-12-31"))
    filling.take("company", lambda: careers.company(rng))
    joined = filling.take("joined_on", lambda: dates.between(rng, "2003-01-02", "2014-12-01")) or "2010-03-02"
    left = filling.take("left_on", lambda: dates.later(rng, joined, 900, 2400))
    filling.take("records", lambda: careers.records(rng, joined, left or "2019-06-30"))
    issued = filling.take("issued_on", lambda: dates.between(rng, dates.NOTICE, "2020-01-31")) or "2019-10-01"
    number = f"{issued[:4]}-{issued[5:7]}-{rng.randint(1, 180):03d}"
    for column, departments in (
        ("hr", ("인사팀", "총무부", "경영지원팀", "인사총무팀")),
        ("business", ("토목사업본부", "공사관리팀", "기술사업부", "토목부")),
    ):
        filling.take(f"confirmation.{column}.department", partial(rng.choice, departments))
        filling.take(f"confirmation.{column}.person", lambda: people.name(rng))
        filling.take(f"confirmation.{column}.phone", lambda: people.phone(rng))
        filling.take(f"confirmation.{column}.issue_no", lambda: number)
    filling.take(
        "address",
        lambda: rng.choice(
            ("서울특별시 강남구 논현로 650", "전라남도 나주시 그린로 20", "대전광역시 서구 둔산대로 117")
        ),
    )
    filling.take("representative", lambda: people.name(rng))
    company, left = filling.values["company"] or "", left or "2019-06-30"
    filling.take("other_employers", lambda: careers.other_employers(rng, company, joined, left))


@dataclass(frozen=True, slots=True)
class Look:
    """What tells the two layouts apart."""

    page: tuple[float, float]
    """Paper size in mm."""
    face: str
    """Body face."""
    widths: tuple[float, ...]
    """Widths of the ten columns in mm."""
    row: float
    """Height of a project row in mm."""
    size: float
    """Points in the project rows."""
    date: Callable[[str], str]
    """How dates are printed."""
    head: tuple[int, int, int] | None
    """Shade of the label cells."""

    @property
    def left(self) -> float:
        """Left margin, so that the table stands in the middle."""
        return (self.page[0] - sum(self.widths)) / 2


@layout("CAREER_FORM", "annex-12-portrait")
def portrait(pad: Pad) -> None:
    """A4 upright as the annex is: ten narrow columns, further pages where the rows need them."""
    face = pad.rng.choice(("baekmuk-batang", "un-batang", "nanum-myeongjo", "baekmuk-gulim", "un-dotum"))
    widths = (21.0, 33.0, 21.0, 14.0, 17.0, 16.0, 16.0, 16.0, 14.0, 18.0)
    _form(pad, Look(A4, face, widths, 15.0, 8.0, dates.dotted, None))


@layout("CAREER_FORM", "online-landscape")
def landscape(pad: Pad) -> None:
    """A4 across as the association's site prints it: gothic, shaded heads, dates with dashes."""
    face = pad.rng.choice(("nanum-gothic", "nanum-barun", "baekmuk-dotum", "noto-sans", "nanum-square"))
    widths = (25.0, 52.0, 34.0, 20.0, 26.0, 24.0, 24.0, 24.0, 21.0, 24.0)
    _form(pad, Look(A4_LANDSCAPE, face, widths, 12.5, 9.0, dates.dashed, (234, 238, 245)))


def _form(pad: Pad, look: Look) -> None:
    sheet = pad.sheet(look.page, face=look.face)
    left, right = look.left, look.left + sum(look.widths)
    sheet.text(left, 14, "■ 건설기술 진흥법 시행규칙 [별지 제12호서식]", size=8)
    confirmation_grid(pad, sheet, right, 18, look)
    sheet.text((left + right - 92) / 2, 38, "경 력 확 인 서", size=22, bold=True, align="center")
    y = person_block(pad, sheet, left, 60, right - left, look)
    y = employer_block(sheet, pad.values, left, y + 8, right - left, look)
    rows = pad.rows("records")
    y = section(sheet, left, y + 9, "기술경력")
    shares = _shares(len(rows), int((sheet.height - 18 - y - 9) / look.row), look)
    done = project_rows(sheet, left, y, rows, 0, shares[0], look)
    for share in shares[1:]:
        ornaments.specimen_note(sheet)
        sheet = pad.sheet(look.page, face=look.face)
        sheet.text(left, 14, f"(계속) 성명 : {pad.get('name')}", size=8)
        y = section(sheet, left, 24, "기술경력")
        done += project_rows(sheet, left, y, rows, done, share, look)
    closing(pad, sheet, look)
    ornaments.specimen_note(sheet)


def _shares(rows: int, first: int, look: Look) -> list[int]:
    """How many of `rows` each page takes: `first` fit on the first, and the last keeps room for the closing lines."""
    further = int((look.page[1] - 18 - 26.5 - 9) / look.row)
    closing = math.ceil((CLOSING - 18) / look.row)
    shares: list[int] = []
    room = first
    while rows > room - closing:
        share = min(rows - 1, room) if rows > 1 else 0
        if share <= 0 and shares:
            break
        shares.append(share)
        rows -= share
        room = further
    return [*shares, rows]


def confirmation_grid(pad: Pad, sheet: Sheet, right: float, top: float, look: Look) -> None:
    """The grid at the upper right that 인사부서 and 사업부서 fill in."""
    widths = (18, 37, 37)
    cells = ornaments.grid(sheet, right - sum(widths), top, widths, (6.5, *(7.5,) * 4), header=look.head)
    for place, label in zip(cells[0], ("구분", "인사부서", "사업부서"), strict=True):
        ornaments.cell(sheet, place, label, size=8.5, bold=True)
    for line, (label, part) in zip(cells[1:], _CONFIRMATION, strict=True):
        ornaments.cell(sheet, line[0], label, size=8.5)
        for place, column in zip(line[1:], ("hr", "business"), strict=True):
            field = f"confirmation.{column}.{part}"
            printed = pad.get(field)
            if part == "person" and printed:
                _signed(pad, sheet, place, printed, field)
            else:
                ornaments.cell(sheet, place, printed, size=9, field=field)


def _signed(pad: Pad, sheet: Sheet, place: tuple[float, float, float, float], person: str, field: str) -> None:
    left, top, width, height = place
    sheet.text(left + 3, top + height / 2 + 1.2, person, size=9, field=field)
    sheet.text(left + width - 1.5, top + height / 2 + 1.2, "(서명)", size=8, align="right")
    if pad.rng.random() < 0.6:
        sheet.picture(left + width - 11, top - 1, 6.5, 9, seals.personal(person[:3], 9, pad.rng))


def person_block(pad: Pad, sheet: Sheet, left: float, top: float, width: float, look: Look) -> float:
    """기술인; answers where the table ends."""
    y = section(sheet, left, top, "인적사항")
    room = (width - 48) / 2
    cells = ornaments.grid(sheet, left, y, (24, room, 24, room), (9, 9), header=look.head, header_columns=(0, 2))
    _pairs(
        sheet,
        cells,
        (
            ("성명", pad.get("name"), "name", None),
            ("생년월일", pad.date("birth_date", look.date), "birth_date", pad.get("birth_date")),
        ),
        (("주소", pad.get("address"), None, None), ("연락처", f"010-****-{pad.rng.randint(1000, 9999)}", None, None)),
    )
    return y + 18


def employer_block(
    sheet: Sheet,
    employer: Mapping[str, Any],
    left: float,
    top: float,
    width: float,
    look: Look,
    *,
    claimed: bool = True,
) -> float:
    """근무처: `company`, `joined_on`, `left_on`; without truth where it is not the claimed one. Answers its end."""
    y = section(sheet, left, top, "근무처")
    wide = width - 72 - 62
    cells = ornaments.grid(
        sheet, left, y, (24, wide, 24, 31, 24, 31), (10,), header=look.head, header_columns=(0, 2, 4)
    )
    pairs = []
    for label, field in (("업체명", "company"), ("입사일자", "joined_on"), ("퇴사일자", "left_on")):
        value = str(employer.get(field) or "")
        printed = look.date(value) if value and field != "company" else value
        pairs.append((label, printed, field if claimed else None, value))
    _pairs(sheet, cells, tuple(pairs))
    return y + 10


def _pairs(sheet: Sheet, cells: list[Any], *lines: tuple[tuple[str, str, str | None, str | None], ...]) -> None:
    for places, pairs in zip(cells, lines, strict=True):
        for column, (label, printed, field, value) in enumerate(pairs):
            ornaments.cell(sheet, places[2 * column], label, size=9.5)
            ornaments.cell(sheet, places[2 * column + 1], printed, size=10, field=field, value=value)


def section(sheet: Sheet, left: float, y: float, text: str) -> float:
    """A heading with a bullet; answers where its table begins."""
    sheet.text(left, y, f"○ {text}", size=10.5, bold=True)
    return y + 2.5


def project_rows(
    sheet: Sheet,
    left: float,
    top: float,
    rows: Sequence[Mapping[str, Any]],
    first: int,
    count: int,
    look: Look,
    *,
    claimed: bool = True,
) -> int:
    """Print `count` rows from `first` on; answers how many. A form without rows shows one empty row.

    Rows of another employer than the claimed one are decoys without truth.
    """
    shown = rows[first : first + count]
    cells = ornaments.grid(sheet, left, top, look.widths, (9, *(look.row,) * max(1, len(shown))), header=look.head)
    for place, (label, _) in zip(cells[0], COLUMNS, strict=True):
        ornaments.cell(sheet, place, label, size=look.size, bold=True)
    for number, row in enumerate(shown):
        for place, (_, column) in zip(cells[number + 1], COLUMNS, strict=True):
            name = f"records[{first + number}]"
            if column == "from":
                _period(sheet, place, row, name if claimed else None, look)
                continue
            field = f"{name}.{column}" if claimed else None
            ornaments.cell(sheet, place, str(row.get(column) or ""), size=look.size, field=field)
    return len(shown)


def _period(
    sheet: Sheet, place: tuple[float, float, float, float], row: Mapping[str, Any], name: str | None, look: Look
) -> None:
    """참여기간: the first day over the last."""
    left, top, width, height = place
    for share, part, mark in ((0.42, "from", ""), (0.8, "to", "~ ")):
        value = row.get(part)
        if not value:
            continue
        sheet.text(
            left + width / 2,
            top + height * share,
            mark + look.date(str(value)),
            size=look.size,
            align="center",
            width=width - 1.6,
            field=f"{name}.{part}" if name else None,
            value=str(value),
        )


def closing(pad: Pad, sheet: Sheet, look: Look) -> None:
    """The confirming line, the day and the claimed employer's seal at the foot of the last page."""
    middle, y = sheet.width / 2, sheet.height - 50
    sheet.lines(
        look.left,
        y,
        "「건설기술 진흥법」 제21조제1항 및 같은 법 시행규칙 제18조에 따라 위와 같이 경력을 확인합니다.",
        width=sum(look.widths),
        leading=6,
        size=10.5,
    )
    pad.put(middle, y + 13, "issued_on", dates.korean, size=11.5, align="center")
    right = look.left + sum(look.widths)
    sheet.text(middle - 70, y + 25, "발주자 또는 사용자(대표자)", size=10.5)
    sheet.text(middle - 14, y + 25, f"{pad.get('company')}  대표  {pad.get('representative')}", size=11.5, width=72)
    sheet.text(min(middle + 90, right), y + 25, "(서명 또는 인)", size=8, colour=(90, 90, 90), align="right")
    ring = re.sub("[^가-힣]", "", pad.get("company").replace("(주)", "")) or "대한건설"
    seal = seals.round_seal(f"주식회사{ring.removesuffix('주식회사')}", "대표이사", 20, pad.rng)
    sheet.picture(min(middle + 62, right - 26), y + 14, 20, 20, seal)
    sheet.text(look.left, sheet.height - 12, "한국건설기술인협회장 귀하", size=10, bold=True)
    sheet.text(look.left + sum(look.widths), sheet.height - 12, "210mm×297mm[백상지 80g/㎡]", size=7, align="right")
