"""국가기술자격 취득사항확인서 (NQ_RECORD): a wide register, a block each, dark heads in two tongues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_NAVY = (28, 52, 104)
_RANKS = (("기술사", "기술사"), ("기능장", "기능장"), ("산업기사", "산업기사"), ("기사", "기사"), ("기능사", "기능사"))


def _of(rows: list[Mapping[str, Any]], number: int, column: str, style: dates.Style | None = None) -> Entry:
    """The value of `column` in row `number`, empty where the row has none."""
    value = str(rows[number].get(column) or "")
    if not value:
        return Entry("", "")
    return Entry("", style(value) if style else value, f"certificates[{number}].{column}", value)


def _rank(title: str) -> str:
    return next((rank for end, rank in _RANKS if title.partition("(")[0].endswith(end)), "-")


@layout("NQ_RECORD", "register-across")
def register_across(pad: Pad) -> None:
    """Across: lines of the person with colons, a register of eight columns whose heads have two lines."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("baekmuk-batang", "un-batang", "nanum-myeongjo", "baekmuk-gulim")))
    adornments.taegeuk(sheet, 148, 108, 44, (232, 236, 232))
    sheet.text(148.5, 26, "국가기술자격 취득사항 확인서", size=22, bold=True, align="center")
    pad.put(278, 16, "document_no", before="발급번호 ", size=8.5, align="right")
    style = rng.choice((dates.dotted, dates.dotted_closed, dates.dashed))
    items = (
        entry(pad, rng.choice(("성      명", "성       명")), "name", bold=True),
        entry(pad, "생년월일", "birth_date", dates.korean),
        Entry("용      도", "입사 지원용"),
    )
    forms.inline(sheet, 22, 42, items, step=7.5, room=90, label_room=28, size=11.5)
    heads = ("연\n번", "등급", "자격종목", "자격번호", "합격\n연월일", "발급\n연월일", "발급기관", "비고")
    widths = (10, 24, 62, 42, 32, 32, 36, 16)
    body: list[tuple[str | Entry, ...]] = [heads]
    for n in range(max(len(rows), 7)):
        if n >= len(rows):
            body.append(("", *("",) * 7))
            continue
        body.append(
            (
                str(n + 1),
                Entry("", _rank(str(rows[n].get("title") or ""))),
                _of(rows, n, "title"),
                _of(rows, n, "number"),
                _of(rows, n, "acquired_on", style),
                _of(rows, n, "issued_on", style),
                Entry("", "한국산업인력공단"),
                "",
            )
        )
    heights = (12, *(9,) * (len(body) - 1))
    y = draw.table(
        sheet,
        21,
        64,
        widths,
        heights,
        body,
        size=9.5,
        label_size=9.5,
        shade=(238, 238, 232),
        shade_rows=(0,),
        pen=0.15,
        open_sides=rng.random() < 0.5,
    )
    sheet.text(270, y + 5, "- 이 하 여 백 -", size=8, align="right", colour=draw.GREY)
    sheet.text(148.5, 158, "위와 같이 국가기술자격을 취득하였음을 확인합니다.", size=13, align="center")
    pad.put(148.5, 170, "issued_on", dates.korean_short, size=13, align="center")
    pad.put(144, 187, "issuer", after=" 이사장", size=20, bold=True, align="center")
    sheet.picture(190, 174, 21, 21, seals.square("한국산업인력공단이사장인", 21, rng))
    forms.code(sheet, 22, 172, 44, f"{pad.get('document_no')}|{pad.get('name')}", kind="pdf417", height=16)
    ornaments.specimen_note(sheet, y=206)


@layout("NQ_RECORD", "block-by-block")
def block_by_block(pad: Pad) -> None:
    """One block a qualification: the trade in a band, its number and days as cards in a row below."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "nanum-barun", "noto-sans", "nanum-gothic")))
    sheet.frame(0, 0, 210, 6, pen=0, fill=_NAVY)
    pad.put(18, 18, "issuer", size=11, bold=True, colour=_NAVY)
    sheet.text(192, 18, "원본대조필 불요 · 전자발급", size=7.5, align="right", colour=draw.GREY)
    sheet.text(18, 36, "취득사항확인서", size=24, bold=True)
    sheet.text(76, 36, "국가기술자격", size=12, colour=draw.GREY)
    style = rng.choice((dates.dotted, dates.slashed, dates.korean_short))
    items = (
        entry(pad, "성명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", style),
        entry(pad, "발급일", "issued_on", style),
    )
    sheet.frame(18, 43, 174, 17, pen=0, fill=(240, 243, 248))
    for x, item in zip((24, 84, 142), items, strict=True):
        draw.card(sheet, x, 49, item, size=12, label_size=7.5, gap=6.5, width=48)
    y = 70.0
    for n in range(len(rows)):
        sheet.frame(18, y, 174, 9, pen=0, fill=_NAVY)
        sheet.text(22, y + 6.2, str(n + 1), size=11, bold=True, colour=draw.WHITE)
        title = _of(rows, n, "title")
        forms.put(sheet, 30, y + 6.3, title, size=12, bold=True, colour=draw.WHITE)
        sheet.text(188, y + 6.2, _rank(title.printed), size=9, align="right", colour=draw.WHITE)
        sheet.frame(18, y + 9, 174, 16, pen=0.2, colour=draw.PALE)
        for x, label, column, way in (
            (24, "자격번호", "number", None),
            (84, "합격연월일", "acquired_on", style),
            (142, "발급연월일", "issued_on", style),
        ):
            value = _of(rows, n, column, way)
            draw.card(
                sheet,
                x,
                y + 14.5,
                Entry(label, value.printed, value.field, value.value),
                size=11,
                label_size=7.5,
                gap=6,
                width=48,
            )
        y += 30
    sheet.text(105, 232, "위 사실을 확인합니다.", size=12, align="center")
    sheet.text(100, 250, "한국산업인력공단 이사장", size=18, bold=True, align="center")
    sheet.picture(140, 237, 21, 21, seals.square("한국산업인력공단이사장인", 21, rng))
    pad.put(18, 272, "document_no", before="문서확인번호 ", size=8.5)
    draw.notes(sheet, 18, 278, ("이 문서의 진위는 발급일부터 90일간 큐넷(Q-Net)에서 확인할 수 있습니다.",), width=130)
    forms.code(sheet, 172, 262, 20, f"{pad.get('document_no')}")
    ornaments.specimen_note(sheet)


@layout("NQ_RECORD", "dark-heads")
def dark_heads(pad: Pad) -> None:
    """Heads white on dark with English below, trade and number in one cell over each other, days below each other."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "noto-sans", "nanum-myeongjo")))
    ornaments.double_border(sheet, 10, (70, 90, 80), gap=1.2, pen=0.5)
    sheet.text(105, 32, "자격취득사항 확인서", size=23, bold=True, align="center", tracking=0.8)
    sheet.text(105, 40, "Verification of National Technical Qualifications", size=10.5, face="serif", align="center")
    pad.put(20, 52, "document_no", before="No. ", size=9)
    shade = (58, 84, 74)
    y = draw.table(
        sheet,
        20,
        56,
        (24, 61, 30, 55),
        (13,),
        (
            (
                "성  명\nName",
                entry(pad, "", "name"),
                "생년월일\nDate of Birth",
                entry(pad, "", "birth_date", dates.dashed),
            ),
        ),
        size=12,
        label_size=8.5,
        shade=shade,
        shade_columns=(0, 2),
        label_colour=draw.WHITE,
    )
    top = y + 8
    heads = (
        "No.",
        "자격종목 / 자격번호\nQualification / Number",
        "합격일 / 발급일\nPassed / Issued",
        "시행기관\nAuthority",
    )
    widths, height = (12, 74, 44, 40), 17.0
    draw.table(
        sheet, 20, top, widths, (12,), (heads,), label_size=8.5, shade=shade, shade_rows=(0,), label_colour=draw.WHITE
    )
    top += 12
    cells = ornaments.grid(sheet, 20, top, widths, (height,) * max(len(rows), 5), pen=0.15, edge=0.3)
    for n in range(len(rows)):
        line = cells[n]
        ornaments.cell(sheet, line[0], str(n + 1), size=10)
        for place, x, column, way in (
            (0.4, 36, "title", None),
            (0.8, 36, "number", None),
            (0.4, 110, "acquired_on", dates.dashed),
            (0.8, 110, "issued_on", dates.dashed),
        ):
            item = _of(rows, n, column, way)
            forms.put(
                sheet,
                x,
                line[0][1] + height * place,
                item,
                size=11.5 if column == "title" else 10,
                bold=column == "title",
                width=66 if x < 100 else 38,
            )
        ornaments.cell(sheet, line[3], "한국산업인력공단", size=9)
    sheet.lines(
        26,
        222,
        "위 사람은 국가기술자격법에 따른 상기 자격을 취득하였음을 확인합니다. This is to verify that the "
        "person named above "
        "has acquired the qualifications listed.",
        width=158,
        leading=6,
        size=11,
    )
    pad.put(105, 244, "issued_on", dates.korean, size=13, align="center")
    pad.put(100, 264, "issuer", after="이사장", size=19, bold=True, align="center")
    sheet.picture(146, 251, 22, 22, seals.square("한국산업인력공단이사장인", 22, rng))
    ornaments.specimen_note(sheet)
