"""경력확인서 (CAREER_FORM) as a letter: numbered paragraphs without any table."""

from __future__ import annotations

from specimens import dates, forms
from specimens.forms import Entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second import career_vocabulary as words
from specimens.second.career_pages import Pages
from specimens.second.career_vocabulary import GREY, Piece, Row
from specimens.sheet import A4, Sheet


@layout("CAREER_FORM", "numbered-letter")
def letter(pad: Pad) -> None:
    """A firm's letter without any table: numbered paragraphs, each project a heading and lines of label and value."""
    rng = pad.rng
    face = rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-batang", "nanum-gothic"))
    label = words.words(rng)
    style = rng.choice((dates.korean, dates.dotted_wide, dates.dotted))
    colour = rng.choice(words.INKS)

    def opening(sheet: Sheet) -> float:
        sheet.text(105, 285, f"- {sheet.number} -", size=9, align="center")
        return 24.0

    pages = Pages(pad, A4, face, 276.0, opening)
    sheet = pages.sheet
    words.logo(sheet, 24, 13, 9, colour, rng)
    sheet.text(105, 21, forms.spaced(pad.get("company")), size=19, bold=True, align="center", colour=colour, width=130)
    address, phone = words.home(rng)
    sheet.text(105, 28, f"{address} / {phone}", size=8, align="center", colour=GREY, width=162)
    sheet.line(24, 31, 186, 31, pen=0.6, colour=colour)
    sheet.line(24, 32.2, 186, 32.2, pen=0.2, colour=colour)
    year = pad.get("issued_on")[:4] or "2019"
    sheet.text(24, 42, f"문서번호  {rng.choice(('총무', '경영지원', '인사'))} {year}-{rng.randint(10, 940)}", size=10.5)
    sheet.text(24, 49, "수    신  한국건설기술인협회장", size=10.5)
    sheet.text(24, 56, "제    목  기술인 경력 확인", size=10.5)
    sheet.text(105, 72, forms.spaced("경력확인서"), size=20, bold=True, align="center")
    unit, rank = words.post(pad, pad.values)
    firm, joined, left = words.employment(pad.values, label, style)
    y = 86.0
    person = (
        Entry(label["name"], pad.get("name"), "name"),
        Entry(label["birth_date"], pad.date("birth_date", style), "birth_date", pad.get("birth_date")),
    )
    for number, items in ((1, person), (2, (firm, Entry("부서·직위", f"{unit} {rank}"))), (0, (joined, left))):
        if number:
            sheet.text(24, y, f"{number}. {('인적사항', '근무사항')[number - 1]}", size=11, bold=True)
            y += 7.5
        _colons(sheet, y, items)
        y += 9 if number != 2 else 7
    sheet.text(24, y, "3. 참여사업", size=11, bold=True)
    pages.y = y + 8
    for number, row in enumerate(pad.rows("records")):
        pages.keep(31)
        _paragraph(pad, pages.sheet, pages.y, number, row, label, style)
        pages.y += 32
    pages.keep(78)
    y = pages.y
    pages.sheet.text(24, y, "4. 확인부서", size=11, bold=True)
    for department in words.DEPARTMENTS:
        y += 8.5
        _department(pad, pages.sheet, y, department, label)
    y += 10
    pages.sheet.text(186, y, "끝.", size=10.5, align="right")
    signing.signature(
        pad, pages.sheet, 105, max(y + 12, 240 if len(pad.sheets) == 1 else 0), style=dates.korean, wide=130
    )
    pages.end()


def _colons(sheet: Sheet, y: float, items: tuple[Entry, ...]) -> None:
    for x, item in zip((30, 108), items, strict=True):
        end = sheet.text(x, y, f"○ {item.label} : ", size=11)
        sheet.text(end + 1, y, item.printed, size=11, field=item.field if item.printed else None, value=item.value)


_LETTERS = "가나다라마바사아자차카타파하"


def _paragraph(pad: Pad, sheet: Sheet, y: float, number: int, row: Row, label: dict[str, str], style: object) -> None:
    """`가. 사업명` and under it what was done there, two or three to a line."""
    name = f"records[{number}]."
    mark = f"{_LETTERS[number]}." if number < len(_LETTERS) else f"({number + 1})"
    end = sheet.text(30, y, f"{mark}  ", size=11)
    sheet.text(
        max(end + 1, 38), y, str(row.get("project") or ""), size=11, bold=True, width=140, field=f"{name}project"
    )
    y += 6.5
    end = sheet.text(38, y, f"- {label['period']} : ", size=10)
    words.pieces(sheet, (end - 0.4, y - 4.27, 178 - end, 6), words.period(row, name, style), size=10, align="left")  # type: ignore[arg-type]
    for whats in (
        ("client", "work_type", "method"),
        ("job_field", "specialty", "duty"),
        ("position", "responsibility"),
    ):
        y += 5.8
        x = 38.0
        for what in whats:
            end = sheet.text(x, y, f"{'- ' if x < 39 else ''}{label[what]} : ", size=10)
            end = sheet.text(end + 0.5, y, str(row.get(what) or ""), size=10, field=f"{name}{what}")
            end = sheet.text(end, y, "," if what != whats[-1] else "", size=10)
            x = end + 4


def _department(pad: Pad, sheet: Sheet, y: float, department: str, label: dict[str, str]) -> None:
    """`- 인사부서 담당자 : 인사팀 홍길동 (인) / 02-… / 발급번호 …`"""
    field = f"confirmation.{department}"
    sheet.text(30, y, f"- {label[department]} :", size=10.5, width=38)
    end = pad.put(66, y, f"{field}.department", size=10.5)
    signing.signed(pad, sheet, (end + 1.5, y - 4.8, 32, 7), f"{field}.person", size=10.5)
    pad.put(end + 37, y, f"{field}.phone", size=10.5)
    if pad.get(f"{field}.issue_no"):
        words.pieces(
            sheet,
            (end + 65, y - 4.8, 184 - end - 62, 7),
            [Piece(f"({label['issue_no']} "), Piece(pad.get(f"{field}.issue_no"), f"{field}.issue_no"), Piece(")")],
            size=10.5,
            align="left",
        )
