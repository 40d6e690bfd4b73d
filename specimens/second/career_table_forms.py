"""경력확인서 (CAREER_FORM) as tables: wide ones with heads in two levels, several employers in one table."""

from __future__ import annotations

from specimens import dates, forms, ornaments
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second import career_vocabulary as words
from specimens.second.career_pages import Pages, Table, rows_of
from specimens.second.career_slots import Ruling, Slot, across, head_of, stacked_label
from specimens.second.career_vocabulary import GREY, Row
from specimens.sheet import A4_LANDSCAPE, Sheet


def _group(sheet: Sheet, left: float, y: float, width: float, height: float, text: str, ruling: Ruling) -> None:
    """A head over several columns."""
    if ruling.shade is not None:
        sheet.frame(left, y, width, height, pen=0, fill=ruling.shade)
    sheet.frame(left, y, width, height, pen=ruling.pen, colour=ruling.colour)
    stacked_label(sheet, (left, y, width, height), text, size=ruling.size, bold=ruling.bold_head, colour=ruling.ink)


_TWO_LEVELS = (
    ("no", 9.0, ""),
    ("project", 50.0, ""),
    ("client", 31.0, ""),
    ("from", 19.5, "period"),
    ("to", 19.5, "period"),
    ("job_field", 17.0, "분야"),
    ("specialty", 25.0, "분야"),
    ("work_type", 20.0, "공사"),
    ("method", 23.0, "공사"),
    ("duty", 21.0, "담당"),
    ("position", 16.0, "담당"),
    ("responsibility", 22.0, "담당"),
)


@layout("CAREER_FORM", "tenure-two-levels")
def tenure(pad: Pad) -> None:
    """A public corporation's 경력(재직)확인서: landscape, heads in two levels, departments down the side, a total."""
    rng = pad.rng
    face = rng.choice(("nanum-gothic", "baekmuk-gulim", "un-dotum", "nanum-barun"))
    label = words.words(rng) | {
        "duty": "업무",
        "method": "공법",
        "work_type": "종류",
        "job_field": "직무",
        "specialty": "전문",
    }
    label |= dict(
        zip(("from", "to"), rng.choice((("시작", "종료"), ("부터", "까지"), ("시작일", "종료일"))), strict=True)
    )
    ruling = Ruling(rng.choice(words.STYLES[:3]), 8.5, rng.choice(words.SHADES), pen=0.15, edge=0.6, grows=True)
    slots = across([(what, width) for what, width, _ in _TWO_LEVELS], label, 9.0, project="left")

    def opening(sheet: Sheet) -> float:
        sheet.text(12, 13, f"{pad.get('name')} 경력(재직)확인서 (앞장에서 이어짐)", size=8, colour=GREY)
        return 17.0

    pages = Pages(pad, A4_LANDSCAPE, face, 198.0, opening)
    sheet = pages.sheet
    sheet.text(
        84,
        30,
        rng.choice(("경력(재직)확인서", "경 력 확 인 서", "기술경력 확인서")),
        size=23,
        bold=True,
        align="center",
    )
    sheet.line(46, 33.5, 122, 33.5, pen=0.6)
    sheet.line(46, 34.7, 122, 34.7, pen=0.2)
    signing.departments_down(pad, sheet, 158, 14, (24, 27, 31, 25, 20), label, ruling)
    rank, unit = words.post(pad, pad.values)[::-1]
    firm, joined, left = words.employment(pad.values, label, ruling.date)
    rows = (
        (
            entry(pad, label["name"], "name", bold=True),
            entry(pad, label["birth_date"], "birth_date", ruling.date),
            Entry("연락처", f"010-****-{rng.randint(1000, 9999)}"),
            Entry("직위", rank),
        ),
        (firm, joined, left, Entry("부서", unit)),
    )
    y = words.labelled(
        sheet, 12, 46, (24, 60, 24, 42, 24, 42, 18, 39), rows, height=8.5, size=9.5, shade=ruling.shade, edge=0.6
    )
    pages.y = y + 5

    def head(sheet: Sheet, y: float) -> float:
        x = 12.0
        for group, text in (("period", label["period"]), ("분야", "분야"), ("공사", "공사(사업)"), ("담당", "담당")):
            first = next(number for number, column in enumerate(_TWO_LEVELS) if column[2] == group)
            wide = sum(width for _, width, whose in _TWO_LEVELS if whose == group)
            _group(sheet, x + slots[first].left, y, wide, 6.5, text, ruling)
        for slot, (_, _, group) in zip(slots, _TWO_LEVELS, strict=True):
            top, tall = (y + 6.5, 6.5) if group else (y, 13.0)
            _group(sheet, x + slot.left, top, slot.width, tall, slot.label, ruling)
        return y + 13

    table = Table(pages, 12, slots, 9.0, ruling, head)
    rows_of(pad, table)
    total = words.years_months(words.total_months(pad.rows("records")))

    def sum_up(sheet: Sheet, y: float) -> None:
        sheet.text(60, y + 5, rng.choice(("총 참여기간", "합     계", "총 경력")), size=9, bold=True, align="center")
        sheet.text(150, y + 5, f"{len(pad.rows('records'))}건   {total}", size=9, bold=True, align="center")

    table.band(7.5, sum_up, shade=ruling.shade)
    table.close()
    pages.keep(52)
    end = words.small_print(
        pages.sheet,
        12,
        pages.y + 5,
        (
            "※ 참여기간은 착수일부터 준공(퇴사)일까지이며, 담당업무·책임정도는 사업부서의 확인을 받아 적습니다.",
            "※ 이 확인서는 「건설기술 진흥법 시행규칙」 제18조의2에 따른 접수(처리)대장에 기록 후 발급됩니다.",
        ),
        width=270,
    )
    signing.signature(pad, pages.sheet, 148.5, max(end + 4, 162), style=dates.korean)
    pages.end()


@layout("CAREER_FORM", "employer-bands")
def bands(pad: Pad) -> None:
    """An association's print: two or three employers in one table, a shaded band for each, order of columns changed."""
    rng = pad.rng
    face = rng.choice(("nanum-barun", "noto-sans", "nanum-square", "baekmuk-dotum"))
    label = words.words(rng)
    shade = rng.choice(((219, 229, 241), (226, 239, 218), (237, 237, 237)))
    ruling = Ruling(
        rng.choice((dates.dotted, dates.dashed)),
        8.5,
        shade,
        pen=0.15,
        edge=0.5,
        sides=False,
        join=rng.choice(("~", " ~")),
        colour=(70, 74, 84),
    )
    slots = across(
        (
            ("no", 9),
            ("period2", 23),
            ("project", 56),
            ("work_type", 20),
            ("client", 33),
            ("job_field", 17),
            ("specialty", 26),
            ("duty", 21),
            ("position", 18),
            ("responsibility", 24),
            ("method", 26),
        ),
        label,
        11.0,
    )
    slots[1] = Slot("period2", slots[1].left, 0, 23, 11, label["period"])

    def opening(sheet: Sheet) -> float:
        sheet.text(12, 14, f"성명 : {pad.get('name')}", size=8.5)
        sheet.text(285, 14, f"( {sheet.number} 쪽 )", size=8.5, align="right")
        return 18.0

    pages = Pages(pad, A4_LANDSCAPE, face, 196.0, opening)
    sheet = pages.sheet
    sheet.text(12, 13, "건설기술인 경력관리 / 사용자 확인용", size=8, colour=GREY)
    sheet.text(285, 13, "( 1 쪽 )", size=8.5, align="right")
    sheet.text(12, 28, forms.spaced("건설기술인경력확인서"), size=20, bold=True)
    sheet.line(12, 32, 285, 32, pen=0.8, colour=(70, 74, 84))
    sheet.text(12, 41, label["name"], size=10, colour=GREY)
    pad.put(34, 41, "name", size=12, bold=True)
    sheet.text(70, 41, label["birth_date"], size=10, colour=GREY)
    pad.put(94, 41, "birth_date", ruling.date, size=11)
    sheet.text(132, 41, "주소", size=10, colour=GREY)
    sheet.text(144, 41, pad.get("address"), size=10)
    sheet.text(226, 41, "관리번호", size=10, colour=GREY)
    sheet.text(246, 41, f"{rng.randrange(10**8):08d}", size=10)
    pages.y = 47.0
    table = Table(pages, 12, slots, 11.0, ruling, lambda sheet, y: head_of(sheet, 12, y, slots, ruling, scale=0.82))
    table.open()
    for employer, claimed in words.employers(pad):
        _band(pad, table, employer, label, ruling, claimed=claimed)
        rows = list(employer.get("records") or ())
        for number, row in enumerate(rows):
            table.add(row, number, f"records[{number}]." if claimed else None)
    table.close()
    pages.keep(54)
    _foot(pad, pages.sheet, max(pages.y + 6, 146), label, ruling)
    pages.end()


def _band(pad: Pad, table: Table, employer: Row, label: dict[str, str], ruling: Ruling, *, claimed: bool) -> None:
    firm, joined, left = words.employment(employer, label, ruling.date, claimed=claimed)
    unit, rank = words.post(pad, employer)

    def draw(sheet: Sheet, y: float) -> None:
        items = (firm, joined, left, Entry("부서", unit), Entry("직위", rank))
        for x, item in zip((15, 96, 148, 200, 246), items, strict=True):
            end = sheet.text(x, y + 5.6, f"{item.label} : ", size=9)
            sheet.text(
                end + 1.5,
                y + 5.6,
                item.printed,
                size=9.5,
                bold=item is firm,
                width=52,
                field=item.field,
                value=item.value,
            )

    table.band(8.5, draw, shade=(244, 244, 236))


def _foot(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], ruling: Ruling) -> None:
    """확인란 at the lower left with one number for both departments, the signature beside it."""
    widths = (24.0, 42.0, 42.0)
    cells = ornaments.grid(sheet, 12, y, widths, (7, 9, 9, 9), header=ruling.shade, edge=0.4, colour=ruling.colour)
    for place, text in zip(cells[0], ("확인부서", label["hr"], label["business"]), strict=True):
        ornaments.cell(sheet, place, text, size=9, bold=True)
    for line, part in zip(cells[1:], ("department", "person", "phone"), strict=True):
        ornaments.cell(sheet, line[0], label[part], size=9)
        for place, department in zip(line[1:], words.DEPARTMENTS, strict=True):
            field = f"confirmation.{department}.{part}"
            if part == "person":
                signing.signed(pad, sheet, place, field, size=9.5, mark="(서명 또는 인)", often=0.5)
            else:
                ornaments.cell(sheet, place, pad.get(field), size=9.5, field=field)
    bottom = y + 34
    sheet.frame(12, bottom, sum(widths), 9, pen=0.4, colour=ruling.colour)
    sheet.line(36, bottom, 36, bottom + 9, pen=0.2, colour=ruling.colour)
    ornaments.cell(sheet, (12, bottom, 24, 9), label["issue_no"], size=9)
    signing.issue_numbers(pad, sheet, (36, bottom, 84, 9), size=9.5)
    signing.signature(pad, sheet, 204, y + 10, wide=128, sentence=154)
