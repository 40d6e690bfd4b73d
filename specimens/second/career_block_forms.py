"""경력확인서 (CAREER_FORM) in blocks: projects of two lines of cells, cards, side labels, projects as columns."""

from __future__ import annotations

from specimens import dates, forms
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second import career_vocabulary as words
from specimens.second.career_pages import Pages, Table, rows_of
from specimens.second.career_slots import Ruling, Slot, fill, head_of
from specimens.second.career_vocabulary import GREY
from specimens.sheet import A4, Sheet


@layout("CAREER_FORM", "two-line-rows")
def two_lines(pad: Pad) -> None:
    """A4 upright in thick frames; a project takes two lines of cells; the departments in two boxes side by side."""
    rng = pad.rng
    face = rng.choice(("nanum-myeongjo", "un-batang", "nanum-gothic", "baekmuk-gulim"))
    label = words.words(rng)
    ruling = Ruling(rng.choice(words.STYLES[:3]), 9.0, rng.choice(words.SHADES), pen=0.15, edge=0.7)
    tall = 8.5
    slots = [
        Slot("no", 0, 0, 10, 2 * tall, label["no"]),
        Slot("project", 10, 0, 84, tall, label["project"], "left", True),
        Slot("client", 94, 0, 40, tall, label["client"]),
        Slot("job_field", 134, 0, 18, tall, label["job_field"]),
        Slot("specialty", 152, 0, 28, tall, label["specialty"]),
        Slot("period", 10, tall, 44, tall, label["period"]),
        Slot("work_type", 54, tall, 20, tall, label["work_type"]),
        Slot("method", 74, tall, 25, tall, label["method"]),
        Slot("duty", 99, tall, 25, tall, label["duty"]),
        Slot("position", 124, tall, 22, tall, label["position"]),
        Slot("responsibility", 146, tall, 34, tall, label["responsibility"]),
    ]

    def opening(sheet: Sheet) -> float:
        sheet.text(15, 15, f"경력확인서 - {pad.get('name')}", size=8.5, colour=GREY)
        sheet.text(195, 15, f"{sheet.number}면", size=8.5, align="right", colour=GREY)
        return 19.0

    pages = Pages(pad, A4, face, 278.0, opening)
    sheet = pages.sheet
    sheet.text(15, 14, rng.choice(("[서식 3]", "<별첨 1>", "[붙임 2]")), size=9)
    sheet.text(105, 28, forms.spaced("경력확인서"), size=24, bold=True, align="center")
    for number, department in enumerate(words.DEPARTMENTS):
        signing.department_box(pad, sheet, (15 + number * 91.5, 37, 88.5, 37), department, label, ruling)
    unit, rank = words.post(pad, pad.values)
    firm, joined, left = words.employment(pad.values, label, ruling.date)
    birth = entry(pad, label["birth_date"], "birth_date", ruling.date)
    y = words.labelled(
        sheet,
        15,
        79,
        (26, 64, 26, 64),
        ((entry(pad, label["name"], "name"), birth), (firm, Entry("부서 / 직위", f"{unit} / {rank}")), (joined, left)),
        height=8.5,
        size=10,
        shade=ruling.shade,
        edge=0.7,
    )
    pages.y = y + 5
    table = Table(
        pages, 15, slots, 2 * tall, ruling, lambda sheet, y: head_of(sheet, 15, y, slots, ruling, scale=0.8, size=8.5)
    )
    rows_of(pad, table)
    table.close()
    pages.keep(42)
    signing.signature(pad, pages.sheet, 105, max(pages.y + 12, 240), wide=130)
    pages.end()


@layout("CAREER_FORM", "project-cards")
def cards(pad: Pad) -> None:
    """A4 upright: a card of labels and values for each project, the departments as lines below."""
    rng = pad.rng
    face = rng.choice(("nanum-barun", "un-dotum", "baekmuk-batang", "nanum-gothic"))
    label = words.words(rng)
    ruling = Ruling(
        rng.choice((dates.dotted, dates.korean_short, dates.dotted_wide)),
        9.5,
        rng.choice(words.SHADES),
        pen=0.15,
        edge=0.45,
        bold_head=False,
    )
    slots = _card_slots(label)

    def opening(sheet: Sheet) -> float:
        sheet.text(18, 15, f"[ 경력확인서 계속 ]   {pad.get('name')}   {pad.get('company')}", size=8.5)
        return 20.0

    pages = Pages(pad, A4, face, 280.0, opening)
    sheet = pages.sheet
    colour = rng.choice(words.INKS)
    words.logo(sheet, 18, 11, 11, colour, rng)
    sheet.text(32, 19, pad.get("company"), size=13, bold=True, colour=colour, width=70)
    address, phone = words.home(rng)
    sheet.text(192, 15, address, size=7.5, align="right", colour=GREY)
    sheet.text(192, 19.5, phone, size=7.5, align="right", colour=GREY)
    sheet.line(18, 24, 192, 24, pen=0.7, colour=colour)
    sheet.text(
        105,
        40,
        rng.choice(("경력(재직) 확인서", "경 력 확 인 서", "참여기술인 경력확인서")),
        size=21,
        bold=True,
        align="center",
    )
    unit, rank = words.post(pad, pad.values)
    firm, joined, left = words.employment(pad.values, label, ruling.date)
    birth = entry(pad, label["birth_date"], "birth_date", ruling.date)
    y = words.labelled(
        sheet,
        18,
        48,
        (26, 61, 26, 61),
        ((entry(pad, label["name"], "name"), birth), (firm, Entry("소속 / 직위", f"{unit} {rank}")), (joined, left)),
        height=9,
        size=10.5,
        shade=ruling.shade,
        align="left",
    )
    sheet.text(18, y + 8, "■ 참여사업 내역", size=11, bold=True)
    pages.y = y + 11
    for number, row in enumerate(pad.rows("records")):
        pages.keep(40.5)
        sheet, y = pages.sheet, pages.y
        for slot in slots:
            text = (
                slot
                if slot.what != "label" or slot.label
                else Slot("label", slot.left, slot.top, slot.width, slot.height, str(number + 1))
            )
            fill(sheet, 18, y, text, slot.height, row, number, f"records[{number}].", ruling)
            sheet.frame(18 + slot.left, y + slot.top, slot.width, slot.height, pen=ruling.pen)
        sheet.frame(18, y, 174, 37.5, pen=ruling.edge)
        pages.y += 40.5
    if not pad.rows("records"):
        pages.sheet.text(24, pages.y + 5, "- 참여사업 없음 -", size=10)
        pages.y += 10
    pages.keep(72)
    _department_lines(pad, pages.sheet, pages.y + 7, label)
    low = 246 if len(pad.sheets) == 1 else 0
    signing.signature(pad, pages.sheet, 105, max(pages.y + 46, low), style=dates.korean, wide=130)
    pages.end()


def _card_slots(label: dict[str, str]) -> list[Slot]:
    """A numbered cell at the left, 사업명 over the whole width, then label and value by twos."""
    slots = [
        Slot("label", 0, 0, 10, 37.5, ""),
        Slot("label", 10, 0, 24, 7.5, label["project"]),
        Slot("project", 34, 0, 140, 7.5, "", "left", True),
    ]
    pairs = (("client", "period"), ("job_field", "specialty"), ("work_type", "method"))
    for line, whats in enumerate(pairs, 1):
        for side, what in enumerate(whats):
            slots.append(Slot("label", 10 + 82 * side, 7.5 * line, 24, 7.5, label[what]))
            slots.append(Slot(what, 34 + 82 * side, 7.5 * line, 58, 7.5, "", "left"))
    x = 10.0
    for what, label_room, room in (("duty", 24, 30), ("position", 20, 28), ("responsibility", 24, 38)):
        slots.append(Slot("label", x, 30, label_room, 7.5, label[what]))
        slots.append(Slot(what, x + label_room, 30, room, 7.5, "", "left"))
        x += label_room + room
    return slots


def _department_lines(pad: Pad, sheet: Sheet, y: float, label: dict[str, str]) -> None:
    """`인사부서 : 인사팀  담당자 홍길동 (인)  ☎ 02-…`, and the number both share."""
    sheet.text(18, y, "■ 확인자", size=11, bold=True)
    y += 8
    for department in words.DEPARTMENTS:
        field = f"confirmation.{department}"
        sheet.text(22, y, f"{label[department]} :", size=10)
        pad.put(54, y, f"{field}.department", size=10, width=28)
        sheet.text(86, y, label["person"], size=10, width=19)
        signing.signed(pad, sheet, (106, y - 4.8, 34, 7), f"{field}.person", size=10.5)
        sheet.text(145, y, label["phone"], size=10, width=15)
        pad.put(161, y, f"{field}.phone", size=10)
        y += 9
    sheet.text(22, y, f"{label['issue_no']} :", size=10)
    signing.issue_numbers(pad, sheet, (52.6, y - 4.8, 60, 7), size=10, align="left")
