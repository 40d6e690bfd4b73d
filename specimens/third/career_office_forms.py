"""경력확인서 (CAREER_FORM) as public bodies print it: label columns at the left, 확인란 in rows, a schedule."""

from __future__ import annotations

from specimens import dates, ornaments
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second.career_pages import Pages
from specimens.second.career_vocabulary import GREY, Piece, Place, Row, dated, employers, pieces, post, small_print
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet
from specimens.third import career_words as words

_GREYS: tuple[Colour, ...] = ((240, 240, 240), (230, 236, 244), (244, 240, 230))


def _upright(sheet: Sheet, place: Place, text: str, size: float, shade: Colour) -> None:
    """A label set downwards in a narrow cell."""
    left, top, width, height = place
    sheet.frame(left, top, width, height, pen=0.2, fill=shade)
    step = min(size * 0.55, (height - 2) / len(text))
    y = top + (height - step * len(text)) / 2 + step * 0.75
    for sign in text:
        sheet.text(left + width / 2, y, sign, size=size, align="center")
        y += step


def _lined(
    sheet: Sheet,
    left: float,
    top: float,
    widths: tuple[float, ...],
    height: float,
    shade: Colour,
    labels: tuple[int, ...],
) -> list[Place]:
    return ornaments.grid(sheet, left, top, widths, (height,), header=shade, header_columns=labels, edge=0.2)[0]


@layout("CAREER_FORM", "office-sections")
def office(pad: Pad) -> None:
    """A4 upright: upright section words at the left, every employment on a line, projects, 확인란."""
    rng = pad.rng
    face = rng.choice(("un-batang", "nanum-gothic", "baekmuk-gulim", "noto-sans"))
    label, shade = words.labels(rng), rng.choice(_GREYS)
    style = rng.choice((dates.dotted, words.wide_open, words.short_dotted))

    def opening(sheet: Sheet) -> float:
        sheet.text(20, 16, f"({sheet.number}쪽)  경력확인서 - {pad.get('name')}", size=8.5, colour=GREY)
        return 20.0

    pages = Pages(pad, A4, face, 276.0, opening)
    sheet = pages.sheet
    sheet.text(20, 17, f"제 {rng.randint(2019, 2020)}-{rng.randint(11, 998)} 호", size=10)
    sheet.text(
        105,
        32,
        rng.choice(("경  력  확  인  서", "경력(재직)확인서", "기술경력확인서")),
        size=22,
        bold=True,
        align="center",
    )
    pages.y = 40.0
    _person(pad, sheet, pages.y, label, shade, style)
    pages.y += 18
    _employments(pad, pages, label, shade, style)
    _projects(pad, pages, label, shade, style)
    pages.keep(96)
    _confirmed(pad, pages.sheet, pages.y, label, shade)
    y = pages.y + 48
    pages.sheet.text(105, y, "상기와 같이 경력을 확인(증명)함.", size=12, align="center")
    pad.put(105, y + 11, "issued_on", dates.dotted_wide, size=12, align="center")
    end = pages.sheet.text(
        105, y + 25, f"{pad.get('company')} {words.signer(pad)}", size=15, bold=True, align="center", width=130
    )
    signing.ring_seal(pad, pages.sheet, end - 7, y + 13, 20)
    pages.end()


def _person(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], shade: Colour, style: words.Style) -> None:
    _upright(sheet, (20, y, 9, 18), "인적", 9.5, shade)
    first = _lined(sheet, 29, y, (24, 52, 26, 69), 9, shade, (0, 2))
    ornaments.cell(sheet, first[0], label["name"], size=9.5)
    ornaments.cell(sheet, first[1], pad.get("name"), size=11, field="name")
    ornaments.cell(sheet, first[2], label["birth_date"], size=9.5)
    birth = pad.get("birth_date")
    ornaments.cell(sheet, first[3], style(birth), size=10.5, field="birth_date", value=birth)
    second = _lined(sheet, 29, y + 9, (24, 147), 9, shade, (0,))
    ornaments.cell(sheet, second[0], "주    소", size=9.5)
    ornaments.cell(sheet, second[1], pad.get("address"), size=10, align="left")


def _employments(pad: Pad, pages: Pages, label: dict[str, str], shade: Colour, style: words.Style) -> None:
    """근무처, days, rank and months of every employment, the claimed one among them."""
    every = employers(pad)
    sheet, y, height = pages.sheet, pages.y, 8.5
    _upright(sheet, (20, y, 9, height * (len(every) + 1)), "근무경력", 9.5, shade)
    cells = ornaments.grid(sheet, 29, y, (56, 54, 24, 37), [height] * (len(every) + 1), header=shade, edge=0.2)
    for place, text in zip(cells[0], (label["company"], label["tenure"], "직위", "비고(근무월수)"), strict=True):
        ornaments.cell(sheet, place, text, size=9.5)
    for line, (row, claimed) in zip(cells[1:], every, strict=True):
        name = "" if claimed else None
        ornaments.cell(sheet, line[0], str(row["company"]), size=10, field="company" if claimed else None)
        pieces(sheet, line[1], words.tenure(row, name, style, " ~ "), size=9.5)
        ornaments.cell(sheet, line[2], post(pad, row)[1], size=9.5)
        ornaments.cell(sheet, line[3], words.counted(row.get("joined_on"), row.get("left_on"), "년월"), size=9.5)
    pages.y += height * len(cells)


def _projects(pad: Pad, pages: Pages, label: dict[str, str], shade: Colour, style: words.Style) -> None:
    """Two lines of cells for each project of the claimed employment; the head says both."""
    upper = (("project", 71.0), ("client", 38.0), ("period", 62.0))
    lower = (
        ("job_field", 19.0), ("specialty", 28.0), ("work_type", 24.0), ("method", 26.0), ("duty", 26.0),
        ("position", 18.0), ("responsibility", 30.0),
    )  # fmt: skip

    def head() -> None:
        sheet, y = pages.sheet, pages.y
        for number, columns in enumerate((upper, lower)):
            cells = ornaments.grid(
                sheet, 29, y + 7 * number, [wide for _, wide in columns], (7,), header=shade, edge=0.2
            )
            for place, (what, _) in zip(cells[0], columns, strict=True):
                ornaments.cell(sheet, place, label[what], size=8.8)
        _upright(sheet, (20, y, 9, 14), "사업", 9, shade)
        pages.y += 14

    pages.keep(34)
    head()
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 15 > pages.bottom:
            pages.turn()
            head()
        sheet, y, name = pages.sheet, pages.y, f"records[{number}]."
        ornaments.cell(sheet, (20, y, 9, 15), str(number + 1), size=9)
        sheet.frame(20, y, 9, 15)
        cells = ornaments.grid(sheet, 29, y, [wide for _, wide in upper], (7.5,), edge=0.2)[0]
        ornaments.cell(sheet, cells[0], str(row["project"]), size=9.5, align="left", field=f"{name}project")
        ornaments.cell(sheet, cells[1], str(row.get("client") or ""), size=9, field=f"{name}client")
        spent = words.counted(row.get("from"), row.get("to"))
        pieces(
            sheet, cells[2], [*words.from_to(row, name, style, "~"), Piece(f" ({spent})" if spent else "")], size=9.3
        )
        cells = ornaments.grid(sheet, 29, y + 7.5, [wide for _, wide in lower], (7.5,), edge=0.2)[0]
        for place, (what, _) in zip(cells, lower, strict=True):
            ornaments.cell(sheet, place, str(row.get(what) or ""), size=9, field=f"{name}{what}")
        pages.y += 15


def _confirmed(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], shade: Colour) -> None:
    """확인란: a row for each department, its details beside one another, 도장 in a box of its own."""
    _upright(sheet, (20, y, 9, 28), "확인란", 9.5, shade)
    cells = ornaments.grid(sheet, 29, y, (32, 38, 44, 33, 24), (8, 10, 10), header=shade, edge=0.2)
    heads = ("구분", label["department"], label["person"], label["phone"], "날인")
    for place, text in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, text, size=9)
    for line, part in zip(cells[1:], words.PARTS, strict=True):
        field = f"confirmation.{part}"
        ornaments.cell(sheet, line[0], label[part], size=9)
        ornaments.cell(sheet, line[1], pad.get(f"{field}.department"), size=9.5, field=f"{field}.department")
        ornaments.cell(sheet, line[2], pad.get(f"{field}.person"), size=10.5, field=f"{field}.person")
        ornaments.cell(sheet, line[3], pad.get(f"{field}.phone"), size=9.5, field=f"{field}.phone")
        ornaments.cell(sheet, line[4], "(인)", size=8, colour=GREY)
    end = sheet.text(29, y + 34, f"※ {label['issue_no']} : ", size=9.5)
    signing.issue_numbers(pad, sheet, (end, y + 29.4, 60, 7), size=9.5, align="left")


@layout("CAREER_FORM", "sheet-and-schedule")
def schedule(pad: Pad) -> None:
    """Landscape: a first sheet with person, 재직 and 확인란 side by side; 참여사업 명세 behind."""
    rng = pad.rng
    face = rng.choice(("nanum-myeongjo", "baekmuk-dotum", "nanum-barun", "un-dotum"))
    label, shade = words.labels(rng), rng.choice(_GREYS)
    style = rng.choice((dates.dotted_closed, dates.dashed, words.apostrophe_full))

    def opening(sheet: Sheet) -> float:
        sheet.text(148.5, 18, "참여사업 명세서", size=15, bold=True, align="center")
        sheet.text(
            14, 25, f"대상자 : {pad.get('name')}   /   작성기준일 : {pad.date('issued_on', dates.dotted)}", size=9
        )
        sheet.text(283, 25, f"(쪽번호 {sheet.number})", size=8.5, align="right")
        return 28.0

    pages = Pages(pad, A4_LANDSCAPE, face, 194.0, opening)
    sheet = pages.sheet
    sheet.text(
        148.5, 30, rng.choice(("경 력 증 명 서", "경력 확인서", "경력(재직)증명서")), size=26, bold=True, align="center"
    )
    sheet.line(100, 34, 197, 34, pen=0.5)
    y = 48.0
    unit, rank = post(pad, pad.values)
    for what, text in (
        ("name", ""),
        ("birth_date", ""),
        ("company", ""),
        ("joined_on", ""),
        ("left_on", ""),
        ("", f"{unit} / {rank}"),
    ):
        cells = ornaments.grid(sheet, 24, y, (34, 84), (11,), header=shade, header_columns=(0,), edge=0.25)[0]
        ornaments.cell(sheet, cells[0], label.get(what, "부서 / 직위"), size=10.5, bold=True)
        value = pad.get(what) if what else text
        printed = style(value) if value and what in ("birth_date", "joined_on", "left_on") else value
        if what == "left_on" and not value:
            printed = "재직 중"
        ornaments.cell(
            sheet, cells[1], printed, size=11.5, align="left", field=what if what and value else None, value=value
        )
        y += 11
    _two_boxes(pad, sheet, label, shade)
    sheet.text(148.5, 136, "위 사람의 경력이 붙임 참여사업 명세서와 같음을 확인합니다.", size=13, align="center")
    pad.put(148.5, 149, "issued_on", dates.korean_short, size=13, align="center")
    end = sheet.text(
        148.5, 167, f"{pad.get('company')}   {words.signer(pad)}", size=18, bold=True, align="center", width=190
    )
    signing.ring_seal(pad, sheet, end - 6, 152, 24)
    sheet.text(24, 188, "붙임  참여사업 명세서 1부.  끝.", size=10)
    pages.turn()
    _schedule(pad, pages, label, shade, style)
    small_print(pages.sheet, 14, pages.y + 6, ("주) 참여월수는 중복기간을 빼지 않은 것임.",), width=200, size=8.5)
    pages.end()


def _two_boxes(pad: Pad, sheet: Sheet, label: dict[str, str], shade: Colour) -> None:
    """확인란 at the right of the person: a column for each department."""
    cells = ornaments.grid(sheet, 160, 48, (25, 45, 45), (9, 14, 15, 14, 14), header=shade, edge=0.25)
    for place, text in zip(cells[0], ("확인란", label["hr"], label["business"]), strict=True):
        ornaments.cell(sheet, place, text, size=10, bold=True)
    for line, what in zip(cells[1:], ("department", "person", "phone", "issue_no"), strict=True):
        ornaments.cell(sheet, line[0], label[what], size=9.5)
        for place, part in zip(line[1:], words.PARTS, strict=True):
            field = f"confirmation.{part}.{what}"
            if what == "person":
                signing.signed(pad, sheet, place, field, size=10.5, mark="(서명)", often=0.4)
            else:
                ornaments.cell(sheet, place, pad.get(field), size=10, field=field)


def _schedule(pad: Pad, pages: Pages, label: dict[str, str], shade: Colour, style: words.Style) -> None:
    """A line a project, days one above the other with 부터 and 까지, a column of days spent."""
    columns = (
        ("no", 8.0), ("project", 48.0), ("client", 30.0), ("period", 27.0), ("days", 15.0), ("job_field", 16.0),
        ("specialty", 23.0), ("work_type", 18.0), ("duty", 20.0), ("method", 22.0), ("position", 18.0),
        ("responsibility", 24.0),
    )  # fmt: skip
    widths = [wide for _, wide in columns]

    def head() -> None:
        cells = ornaments.grid(pages.sheet, 14, pages.y, widths, (11,), header=shade, edge=0.4)[0]
        for place, (what, _) in zip(cells, columns, strict=True):
            ornaments.cell(pages.sheet, place, label.get(what, "참여월수"), size=8.8, bold=True)
        pages.y += 11

    head()
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 12 > pages.bottom:
            pages.turn()
            head()
        name = f"records[{number}]."
        cells = ornaments.grid(pages.sheet, 14, pages.y, widths, (12,), edge=0.2)[0]
        for place, (what, _) in zip(cells, columns, strict=True):
            _scheduled(pages.sheet, place, what, row, number, name, style)
        pages.y += 12


def _scheduled(sheet: Sheet, place: Place, what: str, row: Row, number: int, name: str, style: words.Style) -> None:
    if what == "period":
        begun, ended = dated(row, "from", name, style), dated(row, "to", name, style)
        lines = [[piece, Piece(word)] for piece, word in ((begun, "부터"), (ended, "까지")) if piece.text]
        words.stacked(sheet, place, lines, size=8)
    elif what in ("no", "days"):
        text = str(number + 1) if what == "no" else words.counted(row.get("from"), row.get("to"))
        ornaments.cell(sheet, place, text, size=8.5)
    else:
        text = str(row.get(what) or "")
        ornaments.cell(
            sheet, place, text, size=8.5, align="left" if what == "project" else "center", field=f"{name}{what}"
        )
