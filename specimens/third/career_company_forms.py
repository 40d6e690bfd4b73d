"""경력확인서 (CAREER_FORM) as firms print it: a certificate in two languages, a ledger of days."""

from __future__ import annotations

from specimens import dates, ornaments
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second.career_pages import Pages
from specimens.second.career_vocabulary import GREY, INKS, Piece, Place, Row, home, logo, pieces, post, values_of
from specimens.sheet import A4, Sheet
from specimens.third import career_words as words


@layout("CAREER_FORM", "bilingual-letterhead")
def bilingual(pad: Pad) -> None:
    """A4 upright: logo and address on top, labels in two languages, 재직기간 in one cell, projects in lines."""
    rng = pad.rng
    face = rng.choice(("nanum-gothic", "noto-sans", "nanum-square", "un-dotum"))
    label, colour = words.labels(rng), rng.choice(INKS)
    style = rng.choice((dates.dotted, dates.dashed, dates.dotted_wide))

    def opening(sheet: Sheet) -> float:
        _letterhead(pad, sheet, colour)
        return 38.0

    pages = Pages(pad, A4, face, 270.0, opening)
    sheet = pages.sheet
    _letterhead(pad, sheet, colour)
    sheet.text(
        105, 48, rng.choice(("경력확인서", "재직 및 경력 확인서", "경력 증명서")), size=21, bold=True, align="center"
    )
    sheet.text(105, 55, "Certificate of Career", size=10, align="center", colour=GREY)
    unit, rank = post(pad, pad.values)
    rows = (
        (
            entry(pad, f"{label['name']}\nName", "name", bold=True),
            entry(pad, f"{label['birth_date']}\nDate of Birth", "birth_date", style),
        ),
        (entry(pad, f"{label['company']}\nCompany", "company"), Entry("소속/직위\nDept./Title", f"{unit} / {rank}")),
    )
    y = 61.0
    for items in rows:
        cells = ornaments.grid(sheet, 16, y, (30, 59, 30, 59), (12,), edge=0.2, colour=colour)[0]
        for number, item in enumerate(items):
            _two_tongues(sheet, cells[2 * number], item.label)
            values_of(sheet, cells[2 * number + 1], item, size=10.5, align="left")
        y += 12
    cells = ornaments.grid(sheet, 16, y, (30, 148), (12,), edge=0.2, colour=colour)[0]
    _two_tongues(sheet, cells[0], f"{label['tenure']}\nPeriod of Service")
    served = words.counted(pad.get("joined_on"), pad.get("left_on"), "년월")
    line = [*words.tenure(pad.values, "", style, "  ~  "), Piece(f"   ({served})" if served else "")]
    pieces(sheet, cells[1], line, size=10.5, align="left")
    y += 19
    sheet.text(16, y, "▣ 수행실적 (Project Experience)", size=10.5, bold=True, colour=colour)
    pages.y = y + 3
    _experience(pad, pages, label, style)
    pages.keep(78)
    _signers(pad, pages.sheet, pages.y + 6, label)
    y = pages.y + 46
    pages.sheet.text(
        105, y, "위 사실을 증명합니다.  This is to certify that the above is true.", size=10, align="center"
    )
    pad.put(105, y + 9, "issued_on", dates.korean_short, size=11, align="center")
    end = pages.sheet.text(
        105, y + 20, f"{pad.get('company')}  {words.signer(pad)}", size=14, bold=True, align="center", width=120
    )
    signing.ring_seal(pad, pages.sheet, end - 6, y + 9, 19)
    pages.end()


def _letterhead(pad: Pad, sheet: Sheet, colour: tuple[int, int, int]) -> None:
    logo(sheet, 16, 12, 12, colour, type(pad.rng)(pad.get("company")))
    sheet.text(32, 18, pad.get("company"), size=14, bold=True, colour=colour, width=90)
    address, phone = home(type(pad.rng)(pad.get("company")))
    sheet.text(32, 23.5, f"{address}   {phone}", size=7.5, colour=GREY)
    sheet.line(16, 28, 194, 28, pen=0.9, colour=colour)
    sheet.text(16, 33.5, f"문서번호 : 경영 {pad.get('issued_on')[:4]}-{len(pad.get('company')) * 37}", size=8.5)
    sheet.text(194, 33.5, f"Page {sheet.number}", size=8.5, align="right")


def _two_tongues(sheet: Sheet, place: Place, text: str) -> None:
    korean, english = text.split("\n")
    left, top, width, height = place
    ornaments.cell(sheet, (left, top + 1, width, height * 0.5), korean, size=9.5)
    ornaments.cell(sheet, (left, top + height * 0.52, width, height * 0.38), english, size=7, colour=GREY)


def _experience(pad: Pad, pages: Pages, label: dict[str, str], style: words.Style) -> None:
    """Each project between two rules: name and days on top, two lines of `label: value` below."""
    lines = (("client", "job_field", "specialty", "work_type"), ("duty", "method", "position", "responsibility"))
    pages.sheet.line(16, pages.y, 194, pages.y, pen=0.4)
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 21 > pages.bottom:
            pages.turn()
            pages.sheet.line(16, pages.y, 194, pages.y, pen=0.4)
        sheet, y, name = pages.sheet, pages.y, f"records[{number}]."
        sheet.text(17, y + 5.6, f"{number + 1:02d}", size=10, bold=True)
        sheet.text(26, y + 5.6, str(row["project"]), size=10.5, bold=True, width=95, field=f"{name}project")
        pieces(sheet, (128, y + 1, 66, 6.5), words.from_to(row, name, style, " - "), size=9.5)
        for line, columns in enumerate(lines, 1):
            for what, x, room in zip(columns, (26, 78, 114, 154), (52, 36, 40, 40), strict=True):
                end = sheet.text(x, y + 5.6 + 6.2 * line, f"{label[what]}: ", size=8, colour=GREY)
                text = str(row.get(what) or "")
                sheet.text(end, y + 5.6 + 6.2 * line, text, size=8.8, width=x + room - end - 1.5, field=f"{name}{what}")
        pages.y += 20.5
        sheet.line(16, pages.y, 194, pages.y, pen=0.15)


def _signers(pad: Pad, sheet: Sheet, y: float, label: dict[str, str]) -> None:
    """확인란: two boxes, lines of `label : value` in each."""
    for number, part in enumerate(words.PARTS):
        left, field = 16 + 91.0 * number, f"confirmation.{part}"
        sheet.frame(left, y, 87, 33, pen=0.25)
        sheet.text(left + 3, y + 6, f"[{label[part]} 확인]", size=9.5, bold=True)
        for line, what in enumerate(("department", "person", "phone", "issue_no")):
            base = y + 12.5 + 6 * line
            sheet.text(left + 3, base, label[what], size=9)
            sheet.text(left + 28, base, ":", size=9)
            if what == "person":
                signing.signed(pad, sheet, (left + 29.5, base - 4.6, 40, 6.5), f"{field}.person", size=9.5, often=0.5)
            else:
                pad.put(left + 31, base, f"{field}.{what}", size=9.5, width=52)


@layout("CAREER_FORM", "days-first-ledger")
def ledger(pad: Pad) -> None:
    """A4 upright: a ledger whose first column is the days with months below, projects and clients above one another."""
    rng = pad.rng
    face = rng.choice(("baekmuk-batang", "un-batang", "nanum-myeongjo", "nanum-barun"))
    label = words.labels(rng)
    style = rng.choice((words.apostrophe, words.apostrophe_full, words.apostrophe))

    def opening(sheet: Sheet) -> float:
        sheet.text(105, 18, f"- {sheet.number} -", size=9, align="center")
        return 22.0

    pages = Pages(pad, A4, face, 278.0, opening)
    sheet = pages.sheet
    sheet.text(
        105,
        26,
        rng.choice(("경력확인서", "개인 경력 확인서", "참여기술자 경력확인서")),
        size=20,
        bold=True,
        align="center",
        tracking=2,
    )
    sheet.text(196, 16, rng.choice(("<서식 4>", "[별첨 2]", "(붙임)")), size=8.5, align="right")
    y = 40.0
    unit, rank = post(pad, pad.values)
    line = (
        ("○ ", label["name"], Piece(pad.get("name"), "name")),
        (
            "○ ",
            label["birth_date"],
            Piece(dates.dotted_wide(pad.get("birth_date")), "birth_date", pad.get("birth_date")),
        ),
        ("○ ", label["company"], Piece(pad.get("company"), "company")),
    )
    for before, text, value in line:
        end = sheet.text(16, y, f"{before}{text}", size=11)
        sheet.text(max(end + 2, 52), y, ":", size=11)
        sheet.text(56, y, value.text, size=11, field=value.field, value=value.value, width=70)
        y += 7.5
    sheet.text(16, y, f"○ {label['tenure']}", size=11)
    sheet.text(52, y, ":", size=11)
    served = words.counted(pad.get("joined_on"), pad.get("left_on"))
    parts = [*words.tenure(pad.values, "", words.apostrophe, "–"), Piece(f" ({served})" if served else "")]
    pieces(sheet, (54.6, y - 5.2, 80, 7.5), parts, size=11, align="left")
    _sign_grid(pad, sheet, (138, 34), label)
    sheet.text(16, y + 8, f"○ 최종부서 및 직위 : {unit}, {rank}", size=11)
    pages.y = y + 14
    _ledger(pad, pages, label, style)
    pages.keep(46)
    pages.sheet.text(16, pages.y + 6, "* 기간란의 ( ) 안은 참여개월 수이며 1개월은 30일로 봄.", size=8)
    y = max(pages.y + 18, 236 if len(pad.sheets) == 1 else 0)
    pages.sheet.text(105, y, "위 기재 내용이 사실임을 확인함", size=12, align="center")
    pad.put(105, y + 10, "issued_on", dates.dotted_wide, size=11.5, align="center")
    end = pages.sheet.text(
        105, y + 22, f"확인자  {pad.get('company')}  {words.signer(pad)}  (직인)", size=13, align="center", width=140
    )
    signing.ring_seal(pad, pages.sheet, end - 14, y + 11, 19)
    pages.end()


def _sign_grid(pad: Pad, sheet: Sheet, corner: tuple[float, float], label: dict[str, str]) -> None:
    """확인란 at the upper right: two columns, no label column; every detail below its department."""
    left, top = corner
    cells = ornaments.grid(sheet, left, top, (29, 29), (6.5, 7.5, 8.5, 7.5), edge=0.3)
    for place, part in zip(cells[0], words.PARTS, strict=True):
        ornaments.cell(sheet, place, label[part], size=8.5, bold=True)
    for line, what in zip(cells[1:], ("department", "person", "phone"), strict=True):
        for place, part in zip(line, words.PARTS, strict=True):
            field = f"confirmation.{part}.{what}"
            if what == "person":
                signing.signed(pad, sheet, place, field, size=9.5, often=0.4)
            else:
                ornaments.cell(sheet, place, pad.get(field), size=9, field=field)
    signing.issue_numbers(pad, sheet, (left, top + 30.5, 58, 7), size=9, before=f"{label['issue_no']} ")


def _ledger(pad: Pad, pages: Pages, label: dict[str, str], style: words.Style) -> None:
    widths = (40.0, 56.0, 27.0, 29.0, 28.0)
    heads = (
        (label["period"],), (label["project"], f"({label['client']})"), (label["job_field"], label["specialty"]),
        (label["work_type"], f"({label['method']})"), (label["duty"], label["position"], label["responsibility"]),
    )  # fmt: skip

    def head() -> None:
        cells = ornaments.grid(pages.sheet, 15, pages.y, widths, (14,), edge=0.5)[0]
        for place, texts in zip(cells, heads, strict=True):
            words.stacked(pages.sheet, place, [[Piece(text)] for text in texts], size=9)
        pages.y += 14

    pages.keep(32)
    head()
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 15 > pages.bottom:
            pages.turn()
            head()
        cells = ornaments.grid(pages.sheet, 15, pages.y, widths, (15,), edge=0.2)[0]
        for place, lines in zip(cells, _ledger_row(row, f"records[{number}].", style), strict=True):
            words.stacked(pages.sheet, place, lines, size=9)
        pages.y += 15


def _ledger_row(row: Row, name: str, style: words.Style) -> list[list[list[Piece]]]:
    spent = words.counted(row.get("from"), row.get("to"))
    one = {what: words.named(name, row, what) for what in row if what not in ("from", "to")}
    return [
        [words.from_to(row, name, style, "–"), [Piece(f"({spent})")] if spent else []],
        [[one["project"]], [Piece("("), one["client"], Piece(")")]],
        [[one["job_field"]], [one["specialty"]]],
        [[one["work_type"]], [Piece("("), one["method"], Piece(")")]],
        [[one["duty"]], [one["position"]], [one["responsibility"]]],
    ]
