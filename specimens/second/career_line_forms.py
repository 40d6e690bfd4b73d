"""경력확인서 (CAREER_FORM) with few rules or none: dotted lines, the print of a personnel system, a letter."""

from __future__ import annotations

from specimens import dates
from specimens.forms import Entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second import career_vocabulary as words
from specimens.second.career_pages import Pages, Table, rows_of
from specimens.second.career_slots import Ruling, Slot, across, head_of
from specimens.second.career_vocabulary import GREY
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet

_BANDS: tuple[Colour, ...] = ((38, 70, 110), (60, 60, 66), (30, 96, 84))


@layout("CAREER_FORM", "dotted-stacked")
def dotted(pad: Pad) -> None:
    """White heads on a dark band, dotted lines, two values over each other, the employment below."""
    rng = pad.rng
    face = rng.choice(("nanum-square", "nanum-barun", "un-dotum", "noto-sans"))
    label = words.words(rng)
    band = rng.choice(_BANDS)
    ruling = Ruling(
        rng.choice(words.STYLES[:3]),
        8.5,
        band,
        pen=0.2,
        edge=0.5,
        verticals=False,
        sides=False,
        dash=0.5,
        colour=(90, 90, 96),
        ink=(255, 255, 255),
    )
    slots = _stacked(label)

    def opening(sheet: Sheet) -> float:
        sheet.text(15, 14, f"경력확인서  |  {pad.get('name')}", size=8, colour=GREY)
        return 18.0

    pages = Pages(pad, A4, face, 282.0, opening)
    sheet = pages.sheet
    sheet.frame(15, 14, 3, 14, pen=0, fill=band)
    sheet.text(
        22,
        24.5,
        rng.choice(("엔지니어링기술자 경력확인서", "기술인 경력확인서", "참여기술인 경력확인서")),
        size=20,
        bold=True,
    )
    sheet.text(195, 24, f"출력번호 {rng.randrange(10**7):07d}", size=8, align="right", colour=GREY)
    end = sheet.text(15, 40, f"{label['name']} : ", size=11)
    pad.put(end + 1, 40, "name", size=12, bold=True)
    end = sheet.text(90, 40, f"{label['birth_date']} : ", size=11)
    pad.put(end + 1, 40, "birth_date", dates.korean, size=11)
    pages.y = 47.0
    table = Table(
        pages, 15, slots, 12.5, ruling, lambda sheet, y: head_of(sheet, 15, y, slots, ruling, scale=0.95, size=8.5)
    )
    rows_of(pad, table)
    table.close()
    total = words.years_months(words.total_months(pad.rows("records")))
    pages.sheet.text(
        195, pages.y + 6, f"총 경력   {total}   ({len(pad.rows('records'))}건)", size=9.5, bold=True, align="right"
    )
    pages.y += 11
    pages.keep(94)
    y = _employment_below(pad, pages.sheet, pages.y, label, ruling)
    y = _two_lines(pad, pages.sheet, y + 6, label, ruling)
    signing.signature(pad, pages.sheet, 105, max(y + 8, 236 if len(pad.sheets) == 1 else 0), wide=130)
    words.small_print(
        pages.sheet,
        15,
        286,
        ("* 이 확인서의 기재사항이 사실과 다른 경우 관계 법령에 따라 처분을 받을 수 있습니다.",),
        width=150,
        size=7,
    )
    pages.end()


def _stacked(label: dict[str, str]) -> list[Slot]:
    """Columns of which most hold one value over another."""
    columns = (
        (8.0, "no", ""),
        (50.0, "project", "client"),
        (37.0, "period", ""),
        (26.0, "job_field", "specialty"),
        (22.0, "work_type", "method"),
        (37.0, "duty", "position/responsibility"),
    )
    slots, x = [], 0.0
    for width, upper, lower in columns:
        align = "left" if upper == "project" else "center"
        if not lower:
            slots.append(Slot(upper, x, 0, width, 12.5, label[upper]))
        elif "/" in lower:
            first, second = lower.split("/")
            slots.append(Slot(upper, x, 0.4, width, 6, label[upper]))
            slots.append(Slot(first, x, 6.2, 15, 6, label[first]))
            slots.append(Slot(second, x + 15, 6.2, width - 15, 6, label[second]))
        else:
            slots.append(Slot(upper, x, 0.4, width, 6, label[upper], align, upper == "project"))
            slots.append(Slot(lower, x, 6.2, width, 6, label[lower], align))
        x += width
    return slots


def _employment_below(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], ruling: Ruling) -> float:
    """근무사항 as dotted lines of label and value under the projects."""
    sheet.text(15, y + 4, "근무사항", size=11, bold=True)
    y += 7
    sheet.line(15, y, 195, y, pen=0.5, colour=ruling.colour)
    unit, rank = words.post(pad, pad.values)
    firm, joined, left = words.employment(pad.values, label, ruling.date)
    for items in ((firm, Entry("부서·직위", f"{unit} {rank}")), (joined, left)):
        for x, item in zip((18, 108), items, strict=True):
            sheet.text(x, y + 5.8, item.label, size=9.5, colour=GREY)
            sheet.text(x + 30, y + 5.8, item.printed, size=10.5, field=item.field, value=item.value)
        y += 9
        sheet.line(15, y, 195, y, pen=0.2, colour=ruling.colour, dash=0.5)
    return y


def _two_lines(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], ruling: Ruling) -> float:
    """확인란 as one dotted line for each department."""
    sheet.text(15, y + 4, "담당부서 확인", size=11, bold=True)
    y += 7
    sheet.line(15, y, 195, y, pen=0.5, colour=ruling.colour)
    for department in words.DEPARTMENTS:
        field = f"confirmation.{department}"
        sheet.text(18, y + 6, label[department], size=9.5, colour=GREY, width=30)
        pad.put(50, y + 6, f"{field}.department", size=10, width=28)
        sheet.text(82, y + 6, "|", size=9, colour=GREY)
        signing.signed(pad, sheet, (84, y + 1.2, 36, 7), f"{field}.person", size=10)
        sheet.text(122, y + 6, "|", size=9, colour=GREY)
        end = sheet.text(125, y + 6, "☎ " if pad.rng.random() < 0.4 else "Tel. ", size=9, colour=GREY)
        pad.put(end + 1, y + 6, f"{field}.phone", size=10)
        end = sheet.text(160, y + 6, "제", size=9, colour=GREY) if pad.get(f"{field}.issue_no") else 160
        end = pad.put(end + 1.5, y + 6, f"{field}.issue_no", size=10)
        if end > 162:
            sheet.text(end + 1.5, y + 6, "호", size=9, colour=GREY)
        y += 9.5
        sheet.line(15, y, 195, y, pen=0.2, colour=ruling.colour, dash=0.5)
    sheet.text(
        195, y + 4.5, f"※ 끝 칸: {label['issue_no']} (접수·처리대장의 일련번호)", size=7, align="right", colour=GREY
    )
    return y + 5


@layout("CAREER_FORM", "system-print")
def system_print(pad: Pad) -> None:
    """A personnel system's landscape print: no upright rules, two columns of days, a page head, plain lines."""
    rng = pad.rng
    face = rng.choice(("nanum-coding", "baekmuk-gulim", "un-taza", "un-dotum"))
    label = words.words(rng)
    ruling = Ruling(
        rng.choice((dates.dashed, dates.slashed)),
        8.5,
        None,
        pen=rng.choice((0.1, 0.18)),
        edge=0.35,
        verticals=False,
        sides=False,
        dash=rng.choice((0.0, 1.0)),
        bold_head=False,
        grows=True,
    )
    slots = across(
        (
            ("no", 10),
            ("from", 23),
            ("to", 23),
            ("client", 36),
            ("project", 54),
            ("work_type", 18),
            ("job_field", 16),
            ("specialty", 25),
            ("method", 23),
            ("duty", 18),
            ("responsibility", 23),
            ("position", 16),
        ),
        label,
        8.5,
        project="left",
        client="left",
    )
    moment = f"{rng.randint(9, 17):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"

    def opening(sheet: Sheet) -> float:
        sheet.text(6, 10, "HR-4120  기술경력 조회/출력", size=7.5)
        sheet.text(
            291,
            10,
            f"출력일시 {pad.date('issued_on', dates.dashed)} {moment}   Page {sheet.number}",
            size=7.5,
            align="right",
        )
        sheet.line(6, 12, 291, 12, pen=0.35)
        return 17.0

    pages = Pages(pad, A4_LANDSCAPE, face, 194.0, opening)
    sheet = pages.sheet
    opening(sheet)
    sheet.text(148.5, 24, "[ 경 력 확 인 서 ]", size=17, align="center")
    unit, rank = words.post(pad, pad.values)
    firm, joined, left = words.employment(pad.values, label, ruling.date)
    lines = (
        (
            Entry(label["name"], pad.get("name"), "name"),
            Entry(label["birth_date"], pad.date("birth_date", ruling.date), "birth_date", pad.get("birth_date")),
            Entry("사번", f"{rng.randrange(10**6):06d}"),
        ),
        (firm, joined, left),
        (Entry("부서", unit), Entry("직위", rank), Entry("재직상태", "퇴직" if pad.get("left_on") else "재직")),
    )
    y = 34.0
    for items in lines:
        for x, item in zip((8, 110, 205), items, strict=True):
            sheet.text(x, y, item.label, size=9.5)
            sheet.text(x + 29, y, ":", size=9.5)
            sheet.text(x + 32, y, item.printed, size=9.5, field=item.field if item.printed else None, value=item.value)
        y += 6.2
    pages.y = y
    table = Table(pages, 6, slots, 8.5, ruling, lambda sheet, y: head_of(sheet, 6, y, slots, ruling, scale=0.85))
    rows_of(pad, table)
    table.close()
    pages.sheet.text(6, pages.y + 5, f"총 {len(pad.rows('records'))} 건", size=8.5)
    pages.y += 8
    pages.keep(58)
    y = pages.y + 6
    for department in words.DEPARTMENTS:
        _system_line(pad, pages.sheet, y, department, label)
        y += 9
    signing.signature(pad, pages.sheet, 148.5, y + 8, style=dates.korean)
    pages.end()


def _system_line(pad: Pad, sheet: Sheet, y: float, department: str, label: dict[str, str]) -> None:
    """`[인사부서] 부서명 : 인사팀   담당자 : 홍길동 (인)   연락처 : …   발급번호 : …`"""
    field = f"confirmation.{department}"
    sheet.text(8, y, f"[{label[department]}]", size=9.5, width=40)
    for x, part, room in ((52, "department", 40), (170, "phone", 32), (230, "issue_no", 30)):
        end = sheet.text(x, y, f"{label[part]} : ", size=9.5)
        pad.put(end + 1, y, f"{field}.{part}", size=9.5, width=room)
    end = sheet.text(112, y, f"{label['person']} :", size=9.5)
    signing.signed(pad, sheet, (end, y - 4.7, 162 - end, 7), f"{field}.person", size=10)
