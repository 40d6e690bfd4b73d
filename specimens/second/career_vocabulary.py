"""What the career forms of the second series share: the words of their columns, dates, periods, departments, closings.

Labels, dates and shades are drawn for each paper; nothing here knows where a layout puts them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from specimens import dates, fonts, forms, ornaments
from specimens.forms import Entry
from specimens.registry import Pad
from specimens.sheet import BLACK, Colour, Sheet, measure

Place = tuple[float, float, float, float]
"""Left, top, width and height in mm."""
Row = Mapping[str, Any]
GREY: Colour = (96, 98, 104)
DEPARTMENTS = ("hr", "business")
DETAILS = ("job_field", "specialty", "work_type", "duty", "method", "position", "responsibility")
_WORDS: dict[str, tuple[str, ...]] = {
    "no": ("연번", "순번", "번호", "No."),
    "project": ("사업명", "참여사업명", "용역(공사)명", "공사명", "과업명"),
    "client": ("발주처", "발주기관", "발주자", "발주청"),
    "period": ("참여기간", "수행기간", "사업참여기간"),
    "from": ("시작일", "부터", "착수일", "시작"),
    "to": ("종료일", "까지", "완료일", "종료"),
    "job_field": ("직무분야", "직무 분야", "분야"),
    "specialty": ("전문분야", "세부분야", "세부전문분야"),
    "work_type": ("공사종류", "공종", "사업종류"),
    "duty": ("담당업무", "수행업무", "업무내용"),
    "method": ("공법", "적용공법", "주요공법"),
    "position": ("직위", "직급", "직책"),
    "responsibility": ("책임정도", "책임구분", "참여구분"),
    "name": ("성명", "성 명", "기술인 성명"),
    "birth_date": ("생년월일", "생 년 월 일"),
    "company": ("근무처", "회사명", "업체명", "소속회사"),
    "joined_on": ("입사일", "입사일자", "입사년월일", "채용일"),
    "left_on": ("퇴사일", "퇴사일자", "퇴사년월일", "퇴직일"),
    "hr": ("인사부서", "인사(총무)부서", "인사담당부서"),
    "business": ("사업부서", "사업(공사)부서", "사업담당부서"),
    "department": ("부서명", "부서", "소속부서"),
    "person": ("담당자", "확인자", "담당자 성명"),
    "phone": ("연락처", "전화번호", "전화"),
    "issue_no": ("발급번호", "발급 번호", "발급대장번호"),
}
_PAIRS = {"from": "to", "joined_on": "left_on", "hr": "business"}


def words(rng: Random) -> dict[str, str]:
    """One label for each column and cell; those that belong together (입사일, 퇴사일) are of one style."""
    chosen: dict[str, str] = {}
    for what, labels in _WORDS.items():
        if what in chosen:
            continue
        number = rng.randrange(len(labels))
        chosen[what] = labels[number]
        if what in _PAIRS:
            chosen[_PAIRS[what]] = _WORDS[_PAIRS[what]][number]
    return chosen


def short_year(iso: str) -> str:
    """’18.08.17"""
    return f"'{iso[2:].replace('-', '.')}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: a value where it names a field."""

    text: str
    """As printed."""
    field: str | None = None
    """Whose truth it is."""
    value: str | None = None
    """Canonical where it differs from `text`."""


def pieces(
    sheet: Sheet, place: Place, parts: Sequence[Piece], *, size: float, align: str = "center", bold: bool = False
) -> float:
    """Parts one behind the other on the middle line of `place`, smaller where it is narrow; answers where they end."""
    left, top, width, height = place
    face = fonts.bold(sheet.face) if bold else sheet.face
    while size > 5 and _long(parts, face, size) > width - 1.6:
        size -= 0.25
    x = left + 1.4 if align == "left" else left + (width - _long(parts, face, size)) / 2
    for part in parts:
        x = sheet.text(
            x, top + height / 2 + size * 0.127, part.text, size=size, bold=bold, field=part.field, value=part.value
        )
    return x


def _long(parts: Sequence[Piece], face: str, size: float) -> float:
    return sum(measure(part.text, fonts.choose(part.text or " ", face), size) for part in parts)


def dated(row: Row, part: str, name: str | None, style: Callable[[str], str]) -> Piece:
    """The day `part` of a row or an employment; `name` is what stands before it in the truth, None for a decoy."""
    value = str(row.get(part) or "")
    return Piece(style(value) if value else "", None if name is None else name + part, value)


def period(row: Row, name: str | None, style: Callable[[str], str], join: str = " ~ ") -> list[Piece]:
    """`2015.03.02 ~ 2017.08.31`."""
    begun, ended = dated(row, "from", name, style), dated(row, "to", name, style)
    return [piece for piece in (begun, Piece(join), ended) if piece.text]


def stacked_period(
    sheet: Sheet, place: Place, row: Row, name: str | None, style: Callable[[str], str], *, size: float, join: str
) -> None:
    """The first day over the last; `join` stands behind the first (`~`) or, written ` ~`, before the last."""
    left, top, width, height = place
    begun, ended = dated(row, "from", name, style), dated(row, "to", name, style)
    first, last = ([begun, Piece(" ~")], [ended]) if join == "~" else ([begun], [Piece("~ "), ended])
    step = min(height / 2, size * 0.46)
    y = top + height / 2 - step
    for parts, value in ((first, begun), (last, ended)):
        if value.text:
            pieces(sheet, (left, y, width, step), parts, size=size)
        y += step


def months(begun: object, ended: object) -> int:
    """Whole months between two ISO days, both counted; 0 where one is missing."""
    if not begun or not ended:
        return 0
    first, last = date.fromisoformat(str(begun)), date.fromisoformat(str(ended))
    return max(1, round(((last - first).days + 1) / 30.44))


def years_months(count: int) -> str:
    """`5년 3개월`."""
    years, rest = divmod(count, 12)
    return " ".join(
        part for part in (f"{years}년" if years else "", f"{rest}개월" if rest or not years else "") if part
    )


def total_months(rows: Sequence[Row]) -> int:
    """Months of all `rows` together."""
    return sum(months(row.get("from"), row.get("to")) for row in rows)


def left_entry(row: Row, label: str, name: str | None, style: Callable[[str], str]) -> Entry:
    """The day of leaving, or that somebody is still there."""
    value = str(row.get("left_on") or "")
    if not value:
        return Entry(label, "재직중")
    return Entry(label, style(value), None if name is None else "left_on", value)


def employment(
    row: Row, label: Mapping[str, str], style: Callable[[str], str], *, claimed: bool = True
) -> tuple[Entry, Entry, Entry]:
    """근무처, 입사일, 퇴사일 of an employment, decoys where it is not the claimed one."""
    joined = str(row.get("joined_on") or "")
    company = str(row.get("company") or "")
    return (
        Entry(label["company"], company, "company" if claimed else None),
        Entry(label["joined_on"], style(joined) if joined else "", "joined_on" if claimed else None, joined),
        left_entry(row, label["left_on"], "" if claimed else None, style),
    )


def post(pad: Pad, row: Row) -> tuple[str, str]:
    """The department and rank with which an employment ended: decoys."""
    records = list(row.get("records") or ())
    last = str(records[-1].get("position") or "") if records else ""
    return pad.rng.choice(("기술부", "토목사업부", "설계팀", "공사부", "기술연구소", "현장관리팀")), last or "과장"


def employers(pad: Pad) -> list[tuple[Row, bool]]:
    """Every employment, oldest first, and whether it is the claimed one."""
    every: list[tuple[Row, bool]] = [(other, False) for other in pad.rows("other_employers")]
    return sorted([*every, (pad.values, True)], key=lambda pair: str(pair[0].get("joined_on") or ""))


def values_of(sheet: Sheet, place: Place, item: Entry, *, size: float, align: str = "center") -> None:
    """The value of `item` in a cell."""
    if item.before or item.after:
        forms.boxed(sheet, place, item, size=size, align=align)
        return
    ornaments.cell(
        sheet,
        place,
        item.printed,
        size=size,
        align=align,
        bold=item.bold,
        field=item.field if item.printed else None,
        value=item.value,
    )


def labelled(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    rows: Sequence[Sequence[Entry]],
    *,
    height: float,
    size: float,
    shade: Colour | None = None,
    align: str = "center",
    pen: float = 0.2,
    edge: float = 0.4,
    bold: bool = False,
) -> float:
    """Rows of label and value cells of the given widths, two for each entry; answers where the table ends."""
    columns = tuple(range(0, len(widths), 2))
    cells = ornaments.grid(
        sheet, left, top, widths, [height] * len(rows), header=shade, header_columns=columns, pen=pen, edge=edge
    )
    for places, items in zip(cells, rows, strict=True):
        for number, item in enumerate(items):
            ornaments.cell(sheet, places[2 * number], item.label, size=size - 0.5, bold=bold)
            values_of(sheet, places[2 * number + 1], item, size=size, align=align)
    return top + height * len(rows)


def logo(sheet: Sheet, left: float, top: float, side: float, colour: Colour, rng: Random) -> None:
    """A plain sign of a firm that does not exist."""
    kind = rng.randrange(3)
    pale: Colour = (min(255, colour[0] + 70), min(255, colour[1] + 70), min(255, colour[2] + 70))
    if kind == 0:
        for number in range(3):
            tall = side * (0.5 + 0.25 * number)
            sheet.frame(
                left + number * side * 0.34,
                top + side - tall,
                side * 0.28,
                tall,
                pen=0,
                fill=colour if number != 1 else pale,
            )
    elif kind == 1:
        sheet.frame(left, top, side, side, pen=0, fill=colour)
        sheet.frame(left + side * 0.2, top + side * 0.2, side * 0.8, side * 0.8, pen=0, fill=pale)
        sheet.frame(left + side * 0.45, top + side * 0.45, side * 0.55, side * 0.55, pen=0, fill=(255, 255, 255))
    else:
        for number in range(5):
            y = top + side * (0.1 + 0.2 * number)
            sheet.line(
                left, y, left + side * (1 - 0.14 * number), y, pen=side * 0.1, colour=colour if number % 2 else pale
            )


def home(rng: Random) -> tuple[str, str]:
    """Where a firm sits, and its telephone and fax."""
    phone = f"{rng.choice(('02', '061', '042', '031', '062'))}-{rng.randint(300, 899)}-{rng.randint(1000, 9899)}"
    return (
        rng.choice(("서울특별시 송파구 법원로 127", "광주광역시 서구 상무중앙로 58", "경기도 과천시 별양상가로 14")),
        f"전화 {phone}   팩스 {phone[:-1]}{rng.randint(0, 9)}",
    )


def small_print(sheet: Sheet, x: float, y: float, notes: Sequence[str], *, width: float, size: float = 7.5) -> float:
    """Notes at the foot, one under another; answers the next free baseline."""
    for note in notes:
        y = sheet.lines(x, y, note, width=width, leading=size * 0.48, size=size, colour=(60, 60, 64))
    return y


STYLES: tuple[Callable[[str], str], ...] = (dates.dotted, dates.dashed, dates.slashed, dates.dotted_closed)
"""How the tables print days."""
SHADES: tuple[Colour, ...] = ((236, 236, 236), (226, 233, 243), (240, 236, 222), (229, 239, 229))
INKS: tuple[Colour, ...] = ((22, 58, 112), (20, 92, 70), (120, 36, 32), BLACK)
