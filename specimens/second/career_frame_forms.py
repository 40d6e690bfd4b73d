"""경력확인서 (CAREER_FORM) in one frame with side labels, and turned round with a column for each project."""

from __future__ import annotations

from collections.abc import Sequence

from specimens import dates, ornaments
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second import career_vocabulary as words
from specimens.second.career_pages import Pages, Table
from specimens.second.career_slots import Ruling, Slot, across, fill, head_of, stacked_label
from specimens.second.career_vocabulary import GREY, Place
from specimens.sheet import A4, A4_LANDSCAPE, Sheet


@layout("CAREER_FORM", "side-labels")
def side_labels(pad: Pad) -> None:
    """One frame, upright labels down its left side: 인적사항, 재직사항, 참여사업, 담당확인; small type, empty rows."""
    rng = pad.rng
    face = rng.choice(("baekmuk-batang", "un-batang", "baekmuk-gulim", "un-dotum"))
    label = words.words(rng)
    ruling = Ruling(
        rng.choice((dates.dotted, words.short_year, dates.dotted_closed)),
        8.0,
        rng.choice((None, (240, 240, 240))),
        pen=0.15,
        edge=0.5,
        bold_head=False,
        join=rng.choice(("~", " ~")),
        grows=True,
    )
    slots = across(
        (
            ("period2", 20),
            ("project", 36),
            ("client", 22),
            ("job_field", 12),
            ("specialty", 17),
            ("work_type", 14),
            ("duty", 14),
            ("method", 15),
            ("position", 11),
            ("responsibility", 15),
        ),
        label
        | {
            "job_field": "직무\n분야",
            "specialty": "전문\n분야",
            "work_type": "공사\n종류",
            "duty": "담당\n업무",
            "responsibility": "책임\n정도",
        },
        11.0,
        project="left",
    )
    slots[0] = Slot("period2", 0, 0, 20, 11, label["period"])
    left, side, wide = 12.0, 10.0, 186.0

    def opening(sheet: Sheet) -> float:
        sheet.text(left, 13, "(뒤쪽)", size=8)
        return 16.0

    pages = Pages(pad, A4, face, 280.0, opening)
    sheet = pages.sheet
    sheet.text(105, 25, "경 력 확 인 서", size=22, bold=True, align="center")
    sheet.text(198, 33, "※ [ ]에는 해당되는 곳에 √표를 합니다.", size=7.5, align="right")
    y = 36.0
    y = _person_lines(pad, sheet, (left, y, wide, 20), side, label, ruling)
    y = _employment_lines(pad, sheet, (left, y, wide, 18), side, label, ruling)
    pages.y = y
    table = Table(
        pages,
        left + side,
        slots,
        11.0,
        ruling,
        lambda sheet, y: head_of(sheet, left + side, y, slots, ruling, scale=1.0),
    )
    table.open()
    for number, row in enumerate(pad.rows("records")):
        page, top = pages.sheet, table.top
        bottom = pages.y
        table.add(row, number, f"records[{number}].")
        if pages.sheet is not page:
            _side(page, (left, top, side, bottom - top), "참여사업", ruling)
    for _ in range(len(pad.rows("records")), 9 if len(pad.sheets) == 1 else 0):
        table.blank()
    table.close()
    _side(pages.sheet, (left, table.top, side, pages.y - table.top), "참여사업", ruling)
    if pages.y + 78 > pages.bottom:
        pages.turn()
    _closing_cells(pad, pages.sheet, left, pages.y, side, wide, label, ruling)
    pages.end()


def _side(sheet: Sheet, place: Place, text: str, ruling: Ruling) -> None:
    """An upright label, one sign under another where there is room, else by twos."""
    if ruling.shade is not None:
        sheet.frame(*place, pen=0, fill=ruling.shade)
    sheet.frame(*place, pen=ruling.edge)
    parts = (
        "\n".join(text) if place[3] >= 4.4 * len(text) else "\n".join(text[n : n + 2] for n in range(0, len(text), 2))
    )
    stacked_label(sheet, place, parts, size=9.5)


def _person_lines(pad: Pad, sheet: Sheet, place: Place, side: float, label: dict[str, str], ruling: Ruling) -> float:
    left, top, wide, height = place
    _side(sheet, (left, top, side, height), "인적사항", ruling)
    rng = pad.rng
    rows = (
        (entry(pad, label["name"], "name"), entry(pad, label["birth_date"], "birth_date", dates.dotted)),
        (Entry("주소", pad.get("address")), Entry("전화", f"010-****-{rng.randint(1000, 9999)}")),
    )
    return words.labelled(
        sheet,
        left + side,
        top,
        (24, 76, 24, wide - side - 124),
        rows,
        height=height / 2,
        size=10,
        edge=ruling.edge,
        align="left",
    )


def _employment_lines(
    pad: Pad, sheet: Sheet, place: Place, side: float, label: dict[str, str], ruling: Ruling
) -> float:
    left, top, wide, height = place
    _side(sheet, (left, top, side, height), "재직사항", ruling)
    unit, rank = words.post(pad, pad.values)
    firm, joined, gone = words.employment(pad.values, label, ruling.date)
    items = (firm, Entry("부서", unit), Entry("직위", rank), joined, gone)
    widths = (58, 32, 22, 32, wide - side - 144)
    cells = ornaments.grid(
        sheet, left + side, top, widths, (height * 0.44, height * 0.56), edge=ruling.edge, header=ruling.shade
    )
    for number, item in enumerate(items):
        ornaments.cell(sheet, cells[0][number], item.label, size=9)
        words.values_of(sheet, cells[1][number], item, size=10)
    return top + height


def _closing_cells(
    pad: Pad, sheet: Sheet, left: float, y: float, side: float, wide: float, label: dict[str, str], ruling: Ruling
) -> None:
    """확인 with a line for each department, and the signature within the frame."""
    _side(sheet, (left, y, side, 24), "담당확인", ruling)
    widths = (32, 38, 42, 34, wide - side - 146)
    cells = ornaments.grid(sheet, left + side, y, widths, (7, 8.5, 8.5), edge=ruling.edge)
    heads = ("구분", *(label[part] for part in ("department", "person", "phone", "issue_no")))
    for place, text in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, text, size=8.5)
    for line, department in zip(cells[1:], words.DEPARTMENTS, strict=True):
        ornaments.cell(sheet, line[0], label[department], size=8.5)
        for number, part in ((1, "department"), (3, "phone"), (4, "issue_no")):
            field = f"confirmation.{department}.{part}"
            ornaments.cell(sheet, line[number], pad.get(field), size=9, field=field)
        signing.signed(pad, sheet, line[2], f"confirmation.{department}.person", size=9.5, mark="(서명/인)")
    sheet.frame(left, y + 24, wide, 48, pen=ruling.edge)
    signing.signature(pad, sheet, left + wide / 2, y + 35, style=dates.korean_short, wide=120)


@layout("CAREER_FORM", "projects-as-columns")
def columns(pad: Pad) -> None:
    """Landscape, turned round: labels down the left, a column for each project, four to a panel."""
    rng = pad.rng
    face = rng.choice(("nanum-gothic", "nanum-square", "un-dotum", "noto-sans"))
    label = words.words(rng)
    ruling = Ruling(rng.choice(words.STYLES[:3]), 9.0, rng.choice(words.SHADES), pen=0.15, edge=0.5)
    whats = (
        "project",
        "client",
        rng.choice(("period", "period2")),
        "job_field",
        "specialty",
        "work_type",
        "method",
        "duty",
        "position",
        "responsibility",
    )

    def opening(sheet: Sheet) -> float:
        sheet.text(14, 14, f"{label['name']} : {pad.get('name')}", size=9)
        return 19.0

    pages = Pages(pad, A4_LANDSCAPE, face, 198.0, opening)
    sheet = pages.sheet
    sheet.text(14, 24, "경력확인서", size=22, bold=True)
    sheet.text(64, 24, "(기술경력 참여사업별 내역)", size=11, colour=GREY)
    unit, rank = words.post(pad, pad.values)
    firm, joined, gone = words.employment(pad.values, label, ruling.date)
    person = (
        entry(pad, label["name"], "name", bold=True),
        entry(pad, label["birth_date"], "birth_date", ruling.date),
        Entry("부서 / 직위", f"{unit} / {rank}"),
    )
    y = words.labelled(
        sheet, 14, 31, (28, 62, 28, 62, 28, 61), (person, (firm, joined, gone)), height=8.5, size=10, shade=ruling.shade
    )
    pages.y = y + 6
    records = list(enumerate(pad.rows("records")))
    for start in range(0, max(1, len(records)), 4):
        height = 7 + 11 + 7.5 * (len(whats) - 1) + (3 if "period2" in whats else 0)
        pages.keep(height)
        _panel(pad, pages.sheet, pages.y, records[start : start + 4], whats, label, ruling)
        pages.y += height + 5
    pages.keep(44)
    _beside(pad, pages.sheet, max(pages.y, 154 if len(pad.sheets) == 1 else pages.y), label, ruling)
    pages.end()


def _panel(
    pad: Pad,
    sheet: Sheet,
    top: float,
    records: Sequence[tuple[int, words.Row]],
    whats: Sequence[str],
    label: dict[str, str],
    ruling: Ruling,
) -> None:
    heights = [7.0, *(11.0 if what == "project" else 10.5 if what == "period2" else 7.5 for what in whats)]
    if ruling.shade is not None:
        sheet.frame(14, top, 33, sum(heights), pen=0, fill=ruling.shade)
    cells = ornaments.grid(sheet, 14, top, (33, 59, 59, 59, 59), heights, header=ruling.shade, edge=ruling.edge)
    ornaments.cell(sheet, cells[0][0], "구  분", size=9, bold=True)
    for line, what in zip(cells[1:], whats, strict=True):
        ornaments.cell(sheet, line[0], label["period" if what == "period2" else what], size=9)
    for column, (number, row) in enumerate(records, 1):
        ornaments.cell(sheet, cells[0][column], f"사업 {number + 1}", size=9, bold=True)
        for line, what in zip(cells[1:], whats, strict=True):
            left, y, width, height = line[column]
            fill(sheet, left, y, Slot(what, 0, 0, width, height), height, row, number, f"records[{number}].", ruling)


def _beside(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], ruling: Ruling) -> None:
    """Two narrow boxes at the left, the signature at the right."""
    for number, department in enumerate(words.DEPARTMENTS):
        signing.department_box(pad, sheet, (14 + number * 71, y, 68, 37), department, label, ruling)
    signing.signature(pad, sheet, 222, y + 9, wide=96, sentence=126)
