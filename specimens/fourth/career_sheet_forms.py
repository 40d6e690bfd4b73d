"""경력확인서 (CAREER_FORM) in the fourth series: a spreadsheet approved at its top, labelled lines in cells."""

from __future__ import annotations

from specimens import dates, ornaments
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as cells_of
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second.career_pages import Pages
from specimens.second.career_vocabulary import GREY, Piece, Place, Row, dated, left_entry, pieces, small_print
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet
from specimens.third import career_words as words

_GRID: Colour = (176, 180, 186)
_HEADS: tuple[Colour, ...] = ((221, 235, 247), (226, 239, 218), (237, 237, 237))


@layout("CAREER_FORM", "spreadsheet-with-approvals")
def spreadsheet(pad: Pad) -> None:
    """Landscape print of a spreadsheet: 확인란 as an approval box at the top right, fields before projects, a sum."""
    rng = pad.rng
    face = rng.choice(("nanum-gothic", "un-dotum", "baekmuk-gulim", "noto-sans"))
    label, tint = words.labels(rng), rng.choice(_HEADS)
    style = rng.choice((dates.dashed, dates.dotted, words.short_dotted))

    def opening(sheet: Sheet) -> float:
        _margins(pad, sheet)
        return 20.0

    pages = Pages(pad, A4_LANDSCAPE, face, 194.0, opening)
    sheet = pages.sheet
    _margins(pad, sheet)
    sheet.text(14, 29, rng.choice(("기술인 경력확인서", "경력 확인서", "경력확인서(기술직)")), size=20, bold=True)
    _approvals(pad, sheet, label, tint)
    left = left_entry(pad.values, label["left_on"], "", style)
    rows: list[cells_of.Cell] = []
    for number, (first, second) in enumerate(
        (
            (entry(pad, label["name"], "name", bold=True), entry(pad, label["birth_date"], "birth_date", style)),
            (entry(pad, label["company"], "company"), Entry("주소", pad.get("address"))),
            (entry(pad, label["joined_on"], "joined_on", style), left),
        )
    ):
        rows += [(number, 0, 1, 1, first.label), (number, 1, 1, 1, first)]
        rows += [(number, 2, 1, 1, second.label), (number, 3, 1, 1, second)]
    cells_of.mosaic(
        sheet, 14, 36, (26, 50, 26, 56), (8.5,) * 3, rows, size=10, label_size=9.5, shade=tint, colour=_GRID, edge=0.2
    )
    pages.y = 70.0
    _lines(pad, pages, label, tint, style)
    pages.keep(44)
    sheet, y = pages.sheet, pages.y + 12
    sheet.text(14, y, "상기 내용은 당사 인사정보 및 사업실적 자료에서 출력한 것으로 사실과 다름없음을 확인함.", size=10)
    pad.put(283, y, "issued_on", dates.korean_short, before="발급일  ", size=11, align="right")
    end = sheet.text(264, y + 15, f"{pad.get('company')}  {words.signer(pad)}", size=15, bold=True, align="right")
    signing.ring_seal(pad, sheet, min(end - 3, 266), y + 4, 19)
    pages.end()


def _margins(pad: Pad, sheet: Sheet) -> None:
    """What the program prints above and below."""
    sheet.text(14, 11, "경력확인(출력용).xlsx", size=7.5, colour=GREY)
    sheet.text(283, 11, f"출력일 {pad.date('issued_on', dates.dashed)}", size=7.5, align="right", colour=GREY)
    sheet.text(148.5, 201, f"- {sheet.number} -", size=8, align="center", colour=GREY)


def _approvals(pad: Pad, sheet: Sheet, label: dict[str, str], tint: Colour) -> None:
    """The box where others approve: a column for each department, the issue number under it."""
    cells = ornaments.grid(sheet, 186, 16, (21, 38, 38), (7, 8, 11, 8), header=tint, header_columns=(0,), edge=0.3)
    for place, text in zip(cells[0], ("확인란", label["hr"], label["business"]), strict=True):
        ornaments.cell(sheet, place, text, size=8.8, bold=True)
    for line, what in zip(cells[1:], ("department", "person", "phone"), strict=True):
        ornaments.cell(sheet, line[0], label[what], size=8.5)
        for place, part in zip(line[1:], words.PARTS, strict=True):
            field = f"confirmation.{part}.{what}"
            if what == "person":
                signing.signed(pad, sheet, place, field, size=10, mark="(인)", often=0.6)
            else:
                ornaments.cell(sheet, place, pad.get(field), size=9, field=field)
    cells = ornaments.grid(sheet, 186, 50, (21, 76), (7.5,), header=tint, header_columns=(0,), edge=0.3)
    ornaments.cell(sheet, cells[0][0], label["issue_no"], size=8)
    signing.issue_numbers(pad, sheet, cells[0][1], size=9.5)


def _lines(pad: Pad, pages: Pages, label: dict[str, str], tint: Colour, style: words.Style) -> None:
    """Fields first, then the project, its days in two columns, months, the part taken; a sum below."""
    columns = (
        ("no", 8.0), ("job_field", 13.0), ("specialty", 24.0), ("work_type", 18.0), ("project", 50.0), ("client", 32.0),
        ("from", 21.0), ("to", 21.0), ("spent", 10.0), ("duty", 18.0), ("method", 19.0), ("position", 15.0),
        ("responsibility", 20.0),
    )  # fmt: skip
    widths = [wide for _, wide in columns]
    heads = label | {"from": "참여시작", "to": "참여종료", "spent": "개월"}

    def head() -> None:
        cells = ornaments.grid(pages.sheet, 14, pages.y, widths, (10,), header=tint, edge=0.2, colour=_GRID)[0]
        for place, (what, _) in zip(cells, columns, strict=True):
            ornaments.cell(pages.sheet, place, heads[what], size=8.5, bold=True)
        pages.y += 10

    head()
    months = 0
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 10 > pages.bottom:
            pages.turn()
            head()
        cells = ornaments.grid(pages.sheet, 14, pages.y, widths, (10,), edge=0.2, colour=_GRID)[0]
        spent = words.counted(row.get("from"), row.get("to")).replace("개월", "")
        months += int(spent or 0)
        for place, (what, _) in zip(cells, columns, strict=True):
            _filled(pages.sheet, place, what, row, number, style, spent)
        pages.y += 10
    if pages.y + 8 > pages.bottom:
        pages.turn()
    sheet = pages.sheet
    sheet.frame(14, pages.y, 269, 8, pen=0.2, colour=_GRID, fill=tint)
    sheet.text(18, pages.y + 5.4, f"합계  {len(pad.rows('records'))}건", size=9)
    sheet.text(279, pages.y + 5.4, f"참여개월 합계 {months}", size=9, align="right")
    pages.y += 8


def _filled(sheet: Sheet, place: Place, what: str, row: Row, number: int, style: words.Style, spent: str) -> None:
    name = f"records[{number}]."
    if what in ("from", "to"):
        pieces(sheet, place, [dated(row, what, name, style)], size=8.8)
    elif what in ("no", "spent"):
        ornaments.cell(sheet, place, str(number + 1) if what == "no" else spent, size=8.8)
    else:
        align = "left" if what in ("project", "client") else "center"
        ornaments.cell(sheet, place, str(row.get(what) or ""), size=8.8, align=align, field=f"{name}{what}")


@layout("CAREER_FORM", "labelled-lines-in-cells")
def labelled_lines(pad: Pad) -> None:
    """Upright: a project is a row of two cells, `사업명 : …` lines within them; guidance above, 확인 in sentences."""
    rng = pad.rng
    face = rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang", "nanum-barun"))
    label = words.labels(rng)
    style = rng.choice((dates.dotted_wide, dates.dotted_closed, words.wide_open))

    def opening(sheet: Sheet) -> float:
        sheet.text(16, 15, f"경력확인서 (계속)   {pad.get('name')}", size=8.5, colour=GREY)
        sheet.text(194, 15, f"{sheet.number}쪽", size=8.5, align="right", colour=GREY)
        return 20.0

    pages = Pages(pad, A4, face, 280.0, opening)
    sheet = pages.sheet
    sheet.text(16, 15, "[서식 3]", size=9)
    sheet.text(
        105,
        28,
        rng.choice(("경  력  확  인  서", "경 력 확 인 원", "참여사업 경력확인서")),
        size=21,
        bold=True,
        align="center",
    )
    sheet.frame(16, 34, 178, 13, pen=0.2, colour=GREY)
    small_print(
        sheet,
        19,
        39,
        (
            "작성요령: 채용 공고일 현재까지의 경력을 오래된 것부터 적고, 사업부서와 인사부서의 확인을 받아 제출합니다.",
            "하나의 사업에서 여러 업무를 맡은 경우 주된 업무를 적으며, 지원자가 스스로 고친 것은 인정하지 않습니다.",
        ),
        width=172,
        size=8,
    )
    tenure: list[cells_of.Cell] = [
        (0, 0, 2, 1, "지원자"),
        (0, 1, 1, 1, label["name"]),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, label["birth_date"]),
        (0, 4, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 1, 1, 1, label["company"]),
        (1, 2, 1, 3, entry(pad, "", "company")),
        (2, 0, 1, 1, "재직"),
        (2, 1, 1, 1, label["joined_on"]),
        (2, 2, 1, 1, entry(pad, "", "joined_on", style)),
        (2, 3, 1, 1, label["left_on"]),
        (2, 4, 1, 1, left_entry(pad.values, "", "", style)),
    ]
    pages.y = cells_of.mosaic(
        sheet, 16, 54, (22, 28, 50, 28, 50), (10, 10, 10), tenure, size=11, label_size=9.5, shade=(242, 242, 238)
    )
    pages.y += 5
    _blocks(pad, pages, label, style)
    pages.keep(88)
    _sentences(pad, pages.sheet, pages.y + 8, label)
    sheet, y = pages.sheet, pages.y + 50
    pad.put(105, y, "issued_on", cells_of.parted, size=12, align="center")
    end = sheet.text(
        100, y + 15, f"{pad.get('company')}  {words.signer(pad)}", size=15, bold=True, align="center", width=130
    )
    signing.ring_seal(pad, sheet, end - 4, y + 4, 20)
    sheet.text(16, y + 28, "한국농어촌공사 사장 귀하", size=12, bold=True)
    pages.end()


def _blocks(pad: Pad, pages: Pages, label: dict[str, str], style: words.Style) -> None:
    widths = (10, 90, 78)

    def head() -> None:
        cells = ornaments.grid(pages.sheet, 16, pages.y, widths, (8,), header=(242, 242, 238), edge=0.35)[0]
        for place, text in zip(cells, (label["no"], "사업 개요", "참여 내용"), strict=True):
            ornaments.cell(pages.sheet, place, text, size=9.5)
        pages.y += 8

    head()
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 24 > pages.bottom:
            pages.turn()
            head()
        sheet, name = pages.sheet, f"records[{number}]."
        cells = ornaments.grid(sheet, 16, pages.y, widths, (24,), edge=0.2)[0]
        ornaments.cell(sheet, cells[0], str(number + 1), size=9.5)
        spent = words.counted(row.get("from"), row.get("to"))
        days = [*words.from_to(row, name, style, " ~ "), Piece(f" ({spent})" if spent else "")]
        first = [
            (label["project"], [words.named(name, row, "project")]),
            (label["client"], [words.named(name, row, "client")]),
            (label["period"], days),
        ]
        first.append((label["work_type"], [words.named(name, row, "work_type")]))
        second = [
            (label[what], [words.named(name, row, what)]) for what in ("job_field", "specialty", "duty", "method")
        ]
        roles = [words.named(name, row, "position"), Piece(" / "), words.named(name, row, "responsibility")]
        second.append((f"{label['position'].split('(')[0]} / {label['responsibility'].split('(')[0]}", roles))
        _labelled(sheet, cells[1], first)
        _labelled(sheet, cells[2], second)
        pages.y += 24
    if not pad.rows("records"):
        ornaments.cell(pages.sheet, (16, pages.y, 178, 10), "- 해당 없음 -", size=9.5)
        pages.y += 10


def _labelled(sheet: Sheet, place: Place, lines: list[tuple[str, list[Piece]]]) -> None:
    """`발주처 : …` one under another, evenly over the height of the cell."""
    left, top, width, height = place
    step = (height - 2) / len(lines)
    for number, (word, parts) in enumerate(lines):
        line = [Piece(f"{word} : "), *(part for part in parts if part.text)]
        pieces(sheet, (left, top + 1 + step * number, width, step), line, size=9.3, align="left")


def _sentences(pad: Pad, sheet: Sheet, y: float, label: dict[str, str]) -> None:
    """A sentence of each department: who it is, how to reach it, where to sign."""
    for number, (part, what) in enumerate(zip(words.PARTS, ("재직 사실을", "참여 사실을"), strict=True)):
        field, top = f"confirmation.{part}", y + 14 * number
        sheet.text(18, top, f"{number + 1}. {label[part]}에서 위 {what} 확인함.", size=10.5)
        line = [
            Piece(f"{label['department']} : "),
            Piece(pad.get(f"{field}.department"), f"{field}.department"),
            Piece(f"    {label['phone']} : "),
            Piece(pad.get(f"{field}.phone"), f"{field}.phone"),
            Piece(f"    {label['person'].split('(')[0]} : "),
        ]
        end = pieces(sheet, (24, top + 1.6, 122, 7), [p for p in line if p.text], size=10, align="left")
        signing.signed(pad, sheet, (end, top + 1.6, 40, 7), f"{field}.person", size=10.5, mark="(인)", often=0.6)
    end = sheet.text(18, y + 30, f"3. {label['issue_no']} : ", size=10.5)
    signing.issue_numbers(pad, sheet, (end, y + 25, 80, 7), size=10.5, align="left")
