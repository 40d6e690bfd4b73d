"""경력확인서 (CAREER_FORM) of several employments: a table of those with a total, then one of all projects."""

from __future__ import annotations

from specimens import dates, ornaments
from specimens.forms import Entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second import career_vocabulary as words
from specimens.second.career_pages import Pages, Table
from specimens.second.career_slots import Ruling, across, head_of
from specimens.second.career_vocabulary import Piece
from specimens.sheet import A4_LANDSCAPE, Sheet


@layout("CAREER_FORM", "summary-and-detail")
def summary(pad: Pad) -> None:
    """Two tables: all employments with a total, then every project with its 근무처 in a column; departments down."""
    rng = pad.rng
    face = rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-batang", "un-dotum"))
    label = words.words(rng)
    ruling = Ruling(
        rng.choice(words.STYLES),
        8.5,
        rng.choice((None, (238, 238, 238))),
        pen=0.2,
        edge=0.2,
        bold_head=False,
        grows=True,
    )
    slots = across(
        (
            ("company", 32),
            ("project", 43),
            ("client", 29),
            ("period", 39),
            ("fields", 33),
            ("work_type", 17),
            ("method", 20),
            ("duty", 19),
            ("position", 17),
            ("responsibility", 22),
        ),
        label | {"fields": f"{label['job_field']} / {label['specialty']}"},
        9.5,
        project="left",
    )

    def opening(sheet: Sheet) -> float:
        sheet.text(148.5, 14, f"- {sheet.number} -", size=9, align="center")
        return 20.0

    pages = Pages(pad, A4_LANDSCAPE, face, 196.0, opening)
    sheet = pages.sheet
    sheet.text(148.5, 24, "경   력   확   인   서", size=24, bold=True, align="center")
    y = _line(pad, sheet, 38, label, ruling)
    sheet.text(13, y + 8, "1. 근무경력", size=11, bold=True)
    pages.y = _employments(pad, sheet, y + 11, label, ruling) + 9
    pages.keep(40)
    pages.sheet.text(13, pages.y, "2. 기술경력 (참여사업)", size=11, bold=True)
    pages.y += 3
    table = Table(pages, 13, slots, 9.5, ruling, lambda sheet, y: head_of(sheet, 13, y, slots, ruling, scale=0.9))
    table.open()
    for employer, claimed in words.employers(pad):
        company = Piece(str(employer.get("company") or ""))
        for number, row in enumerate(employer.get("records") or ()):
            table.add(row, number, f"records[{number}]." if claimed else None, company=company)
    table.close()
    pages.keep(62)
    pages.sheet.text(13, pages.y + 9, "3. 확인자", size=11, bold=True)
    end = signing.departments_down(pad, pages.sheet, 13, pages.y + 12, (46, 58, 62, 55, 50), label, ruling, height=9)
    signing.signature(pad, pages.sheet, 148.5, end + 10, style=dates.korean_short)
    pages.end()


def _line(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], ruling: Ruling) -> float:
    """○ 성명 and 생년월일 without a table."""
    end = sheet.text(13, y, f"○ {label['name']} : ", size=11)
    pad.put(end + 2, y, "name", size=11)
    end = sheet.text(90, y, f"○ {label['birth_date']} : ", size=11)
    pad.put(end + 2, y, "birth_date", dates.korean, size=11)
    sheet.text(180, y, "○ 용도 : 경력신고용", size=11)
    return y


def _employments(pad: Pad, sheet: Sheet, top: float, label: dict[str, str], ruling: Ruling) -> float:
    every = words.employers(pad)
    widths = (14, 72, 36, 36, 42, 30, 41)
    cells = ornaments.grid(sheet, 13, top, widths, [8] * (len(every) + 1), header=ruling.shade, edge=0.2)
    heads = (label["no"], label["company"], label["joined_on"], label["left_on"], "부서", "직위", "근무기간")
    for place, text in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, text, size=9)
    spent = 0
    for number, ((employer, claimed), line) in enumerate(zip(every, cells[1:], strict=True), 1):
        unit, rank = words.post(pad, employer)
        firm, joined, left = words.employment(employer, label, ruling.date, claimed=claimed)
        worked = words.months(employer.get("joined_on"), employer.get("left_on"))
        spent += worked
        items = (
            Entry("", str(number)),
            firm,
            joined,
            left,
            Entry("", unit),
            Entry("", rank),
            Entry("", words.years_months(worked) if worked else "-"),
        )
        for place, item in zip(line, items, strict=True):
            words.values_of(sheet, place, item, size=9)
    last = ornaments.grid(
        sheet, 13, top + 8 * (len(every) + 1), (sum(widths[:-1]), widths[-1]), (8,), header=ruling.shade, edge=0.2
    )[0]
    ornaments.cell(sheet, last[0], "총 근무기간", size=9)
    ornaments.cell(sheet, last[1], words.years_months(spent), size=9)
    return top + 8 * (len(every) + 2)
