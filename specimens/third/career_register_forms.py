"""경력확인서 (CAREER_FORM) as registers print it: a section for every 근무처, heads of two levels with days twofold."""

from __future__ import annotations

from specimens import dates, ornaments
from specimens.registry import Pad, layout
from specimens.second import career_signing as signing
from specimens.second.career_pages import Pages
from specimens.second.career_vocabulary import GREY, Piece, Place, Row, dated, employers, pieces, small_print
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet
from specimens.third import career_words as words

_TINTS: tuple[Colour, ...] = ((214, 226, 240), (224, 234, 218), (238, 230, 216))


@layout("CAREER_FORM", "sections-by-employer")
def sections(pad: Pad) -> None:
    """Landscape: each 근무처 with a head and a table; 직무/전문 and 직위/책임정도 share cells by a slash."""
    rng = pad.rng
    face = rng.choice(("nanum-barun", "baekmuk-gulim", "noto-sans", "un-batang"))
    label, tint = words.labels(rng), rng.choice(_TINTS)
    style = rng.choice((dates.dotted, dates.slashed, words.short_dotted))

    def opening(sheet: Sheet) -> float:
        sheet.text(
            12, 14, f"성명: {pad.get('name')}    생년월일: {style(pad.get('birth_date'))}", size=8.5, colour=GREY
        )
        return 19.0

    pages = Pages(pad, A4_LANDSCAPE, face, 194.0, opening)
    sheet = pages.sheet
    sheet.text(
        12, 24, rng.choice(("기술인 경력사항 확인서", "경력확인서(근무처별)", "기술경력 확인서")), size=19, bold=True
    )
    sheet.text(285, 17, f"기준일 : {pad.date('issued_on', dates.dotted)}", size=8.5, align="right")
    cells = ornaments.grid(
        sheet, 12, 30, (26, 52, 26, 48, 22, 99), (9,), header=tint, header_columns=(0, 2, 4), edge=0.3
    )[0]
    for place, text in zip(cells[::2], (label["name"], label["birth_date"], "주소"), strict=True):
        ornaments.cell(sheet, place, text, size=9.5, bold=True)
    ornaments.cell(sheet, cells[1], pad.get("name"), size=10.5, field="name")
    birth = pad.get("birth_date")
    ornaments.cell(sheet, cells[3], style(birth), size=10, field="birth_date", value=birth)
    ornaments.cell(sheet, cells[5], pad.get("address"), size=9.5)
    pages.y = 45.0
    for number, (row, claimed) in enumerate(employers(pad), 1):
        _section(pages, row, number, label, tint, style, claimed=claimed)
    pages.keep(60)
    _issuer(pad, pages.sheet, max(pages.y + 4, 134), label, tint)
    pages.end()


def _section(
    pages: Pages, row: Row, number: int, label: dict[str, str], tint: Colour, style: words.Style, *, claimed: bool
) -> None:
    """`1. 근무처 : … 근무기간 : … ~ …` and the projects there."""
    pages.keep(36)
    sheet, y = pages.sheet, pages.y
    end = sheet.text(12, y, f"{number}. {label['company']} : ", size=10.5, bold=True)
    sheet.text(end + 1, y, str(row["company"]), size=10.5, bold=True, field="company" if claimed else None)
    end = sheet.text(112, y, f"{label['tenure']} : ", size=10)
    served = words.counted(row.get("joined_on"), row.get("left_on"), "년월")
    parts = [*words.tenure(row, "" if claimed else None, style, " ~ "), Piece(f"  [{served}]" if served else "")]
    pieces(sheet, (end, y - 4.9, 90, 7), parts, size=10, align="left")
    pages.y += 3
    columns = (
        ("no", 9.0), ("project", 60.0), ("client", 36.0), ("period", 45.0), ("field", 36.0), ("work_type", 20.0),
        ("method", 23.0), ("duty", 20.0), ("role", 24.0),
    )  # fmt: skip
    heads = label | {
        "field": f"{label['job_field']}/{label['specialty']}",
        "role": f"{label['position']}/{label['responsibility']}",
    }

    def head() -> None:
        cells = ornaments.grid(pages.sheet, 12, pages.y, [wide for _, wide in columns], (9,), header=tint, edge=0.3)[0]
        for place, (what, _) in zip(cells, columns, strict=True):
            ornaments.cell(pages.sheet, place, heads[what], size=8.5)
        pages.y += 9

    head()
    for line, record in enumerate(row.get("records") or ()):
        if pages.y + 10 > pages.bottom:
            pages.turn()
            head()
        cells = ornaments.grid(pages.sheet, 12, pages.y, [wide for _, wide in columns], (10,), edge=0.2)[0]
        name = f"records[{line}]." if claimed else None
        for place, (what, _) in zip(cells, columns, strict=True):
            _celled(pages.sheet, place, what, record, line, name, style)
        pages.y += 10
    pages.y += 8


def _celled(sheet: Sheet, place: Place, what: str, row: Row, line: int, name: str | None, style: words.Style) -> None:
    if what == "no":
        ornaments.cell(sheet, place, str(line + 1), size=8.5)
    elif what == "period":
        pieces(sheet, place, words.from_to(row, name, style, "~"), size=8.8)
    elif what == "field":
        slashed = [words.named(name, row, "job_field"), Piece(" / "), words.named(name, row, "specialty")]
        pieces(sheet, place, slashed, size=8.8)
    elif what == "role":
        words.stacked(
            sheet,
            place,
            [[words.named(name, row, "position"), Piece("/")], [words.named(name, row, "responsibility")]],
            size=8.5,
        )
    else:
        text = str(row.get(what) or "")
        align = "left" if what == "project" else "center"
        ornaments.cell(sheet, place, text, size=8.8, align=align, field=name and f"{name}{what}")


def _issuer(pad: Pad, sheet: Sheet, y: float, label: dict[str, str], tint: Colour) -> None:
    """The departments as two rows at the left, day and firm at the right."""
    cells = ornaments.grid(sheet, 12, y, (30, 34, 36, 34), (7, 11, 11), header=tint, edge=0.3)
    for place, text in zip(cells[0], ("구 분", label["department"], label["person"], label["phone"]), strict=True):
        ornaments.cell(sheet, place, text, size=8.5)
    for places, part in zip(cells[1:], words.PARTS, strict=True):
        field = f"confirmation.{part}"
        ornaments.cell(sheet, places[0], label[part], size=9)
        ornaments.cell(sheet, places[1], pad.get(f"{field}.department"), size=9.5, field=f"{field}.department")
        signing.signed(pad, sheet, places[2], f"{field}.person", size=9.5, often=0.6)
        ornaments.cell(sheet, places[3], pad.get(f"{field}.phone"), size=9, field=f"{field}.phone")
    end = sheet.text(12, y + 34, f"{label['issue_no']} : ", size=9.5)
    signing.issue_numbers(pad, sheet, (end, y + 29.4, 80, 7), size=9.5, align="left")
    small_print(
        sheet, 12, y + 42, ("※ 근무처별 참여사업은 착수일 순으로 적으며, 재직 중 수행한 사업에 한함.",), width=130
    )
    sheet.text(218, y + 6, "위와 같이 근무하고 사업에 참여하였음을 확인합니다.", size=11, align="center", width=130)
    pad.put(218, y + 18, "issued_on", dates.korean, size=12, align="center")
    end = sheet.text(
        212, y + 32, f"{pad.get('company')} {words.signer(pad)}", size=14, bold=True, align="center", width=112
    )
    signing.ring_seal(pad, sheet, end - 4, y + 20, 20)


@layout("CAREER_FORM", "two-level-upright")
def two_level(pad: Pad) -> None:
    """A4 upright: labels above values for the person, 참여기간 over 시작/종료/월수, small type."""
    rng = pad.rng
    face = rng.choice(("nanum-gothic", "un-dotum", "baekmuk-dotum", "nanum-myeongjo"))
    label = words.labels(rng)
    style = rng.choice((words.short_dotted, words.apostrophe_full, dates.dotted))

    def opening(sheet: Sheet) -> float:
        sheet.text(12, 15, "<앞면에 이어서>", size=8)
        return 19.0

    pages = Pages(pad, A4, face, 280.0, opening)
    sheet = pages.sheet
    sheet.frame(70, 14, 70, 14, pen=0.5)
    sheet.frame(71, 15, 68, 12, pen=0.15)
    sheet.text(
        105, 23.5, rng.choice(("경 력 확 인 서", "경력확인원", "경력 확인 증명서")), size=18, bold=True, align="center"
    )
    widths = (30.0, 32.0, 52.0, 36.0, 36.0)
    cells = ornaments.grid(sheet, 12, 36, widths, (7, 10), edge=0.4)
    fields = ("name", "birth_date", "company", "joined_on", "left_on")
    for above, below, what in zip(*cells, fields, strict=True):
        ornaments.cell(sheet, above, label[what], size=9)
        value = pad.get(what)
        printed = style(value) if value and what in ("birth_date", "joined_on", "left_on") else value or "재직중"
        ornaments.cell(sheet, below, printed, size=10, field=what if value else None, value=value)
    pages.y = 58.0
    _dense(pad, pages, label, style)
    pages.keep(76)
    sheet, y = pages.sheet, max(pages.y + 6, 190 if len(pad.sheets) == 1 else 0)
    _rows_of_signers(pad, sheet, y, label)
    sheet.text(105, y + 42, "위 내용은 당사의 인사기록 및 사업수행 기록과 같음을 확인합니다.", size=11, align="center")
    pad.put(105, y + 52, "issued_on", dates.korean_short, size=11, align="center")
    end = sheet.text(
        105, y + 64, f"{pad.get('company')} {words.signer(pad)}", size=15, bold=True, align="center", width=120
    )
    signing.ring_seal(pad, sheet, end - 5, y + 53, 19)
    pages.end()


def _dense(pad: Pad, pages: Pages, label: dict[str, str], style: words.Style) -> None:
    columns = (
        ("project", 35.0, ""), ("client", 22.0, ""), ("from", 15.0, "period"), ("to", 15.0, "period"),
        ("spent", 10.0, "period"), ("job_field", 10.0, "분야"), ("specialty", 15.0, "분야"), ("work_type", 12.0, ""),
        ("duty", 13.0, ""), ("method", 14.0, ""), ("position", 11.0, ""), ("responsibility", 14.0, ""),
    )  # fmt: skip
    short = label | {
        "from": "시작", "to": "종료", "spent": "월수", "job_field": "직무", "specialty": "전문", "분야": "분 야",
    }  # fmt: skip

    def head() -> None:
        sheet, x, y = pages.sheet, 12.0, pages.y
        done = ""
        for what, wide, group in columns:
            if not group:
                sheet.frame(x, y, wide, 13, pen=0.2)
                ornaments.cell(sheet, (x, y, wide, 13), short[what], size=8)
            else:
                if group != done:
                    whole = sum(room for _, room, whose in columns if whose == group)
                    sheet.frame(x, y, whole, 6.5, pen=0.2)
                    ornaments.cell(sheet, (x, y, whole, 6.5), short[group], size=8)
                sheet.frame(x, y + 6.5, wide, 6.5, pen=0.2)
                ornaments.cell(sheet, (x, y + 6.5, wide, 6.5), short[what], size=8)
            done = group
            x += wide
        pages.y += 13

    head()
    for number, row in enumerate(pad.rows("records")):
        if pages.y + 13 > pages.bottom:
            pages.turn()
            head()
        cells = ornaments.grid(pages.sheet, 12, pages.y, [wide for _, wide, _ in columns], (13,), edge=0.2)[0]
        for place, (what, _, _) in zip(cells, columns, strict=True):
            _small(pages.sheet, place, what, row, f"records[{number}].", style)
        pages.y += 13


def _small(sheet: Sheet, place: Place, what: str, row: Row, name: str, style: words.Style) -> None:
    if what in ("from", "to"):
        pieces(sheet, place, [dated(row, what, name, style)], size=8)
    elif what == "spent":
        ornaments.cell(sheet, place, words.counted(row.get("from"), row.get("to")).replace("개월", ""), size=8)
    else:
        ornaments.cell(sheet, place, str(row.get(what) or ""), size=8, field=f"{name}{what}")


def _rows_of_signers(pad: Pad, sheet: Sheet, y: float, label: dict[str, str]) -> None:
    """확인란: labels and values by fours on a line for each department."""
    for number, part in enumerate(words.PARTS):
        field = f"confirmation.{part}"
        top = y + 17 * number
        cells = ornaments.grid(sheet, 12, top, (30, 24, 54, 24, 54), (8, 8), edge=0.2)
        sheet.frame(12, top, 30, 16, pen=0.2, fill=(246, 246, 246))
        ornaments.cell(sheet, (12, top, 30, 16), label[part], size=9, bold=True)
        for line, pair in zip(cells, (("department", "person"), ("phone", "issue_no")), strict=True):
            for place, room, what in zip(line[1::2], line[2::2], pair, strict=True):
                ornaments.cell(sheet, place, label[what], size=8.8)
                if what == "person":
                    signing.signed(pad, sheet, room, f"{field}.person", size=9.5, mark="(서명/인)", often=0.5)
                else:
                    ornaments.cell(sheet, room, pad.get(f"{field}.{what}"), size=9.5, field=f"{field}.{what}")
