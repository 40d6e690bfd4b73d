"""국가기술자격 취득사항확인서 (NQ_RECORD) in the fourth series: an English record, and two lines a qualification."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, Colour

_HEAD = "한국산업인력공단이사장인"
_INK: Colour = (28, 52, 92)
_HOURS = ("나주시청 민원실", "한국산업인력공단 전남지사", "한국산업인력공단 서울지역본부", "한국산업인력공단 강원지사")


def _of(rows: list[Mapping[str, Any]], number: int, column: str, style: dates.Style | None = None) -> Entry:
    value = str(rows[number].get(column) or "")
    printed = style(value) if value and style else value
    return Entry("", printed, f"certificates[{number}].{column}", value) if value else Entry("", "")


@layout("NQ_RECORD", "two-lines-each")
def two_lines_each(pad: Pad) -> None:
    """A branch's form: every qualification takes two lines of merged cells, the day of acquiring over that of issue."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "un-dotum", "nanum-myeongjo", "baekmuk-dotum")))
    pad.put(20, 20, "document_no", before="발급번호: ", size=9)
    sheet.text(190, 20, f"발급기관: {rng.choice(_HOURS)}", size=9, align="right")
    sheet.text(105, 40, "국가기술자격취득사항확인서", size=20, bold=True, align="center", tracking=0.6)
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.dotted, dates.korean_short))
    cells: list[words.Cell] = [
        (0, 0, 2, 1, "인\n적\n사\n항"),
        (0, 1, 1, 1, "성    명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "생년월일"),
        (0, 4, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 1, 1, 1, "용    도"),
        (1, 2, 1, 1, Entry("", "취업(채용) 제출용")),
        (1, 3, 1, 1, "발급부수"),
        (1, 4, 1, 1, Entry("", "1부")),
    ]
    y = words.mosaic(
        sheet, 20, 50, (12, 28, 50, 28, 52), (11, 11), cells, size=11, label_size=10, shade=(236, 238, 240)
    )
    body: list[words.Cell] = [
        (0, 0, 2, 1, "연번"),
        (0, 1, 2, 1, "자격종목(등급)"),
        (0, 2, 2, 1, "자격번호"),
        (0, 3, 1, 1, "취득연월일"),
        (1, 3, 1, 1, "발급연월일"),
        (0, 4, 2, 1, "시행기관"),
    ]
    for n in range(len(rows)):
        top = 2 + 2 * n
        body += [
            (top, 0, 2, 1, Entry("", str(n + 1))),
            (top, 1, 2, 1, _of(rows, n, "title")),
            (top, 2, 2, 1, _of(rows, n, "number")),
            (top, 3, 1, 1, _of(rows, n, "acquired_on", style)),
            (top + 1, 3, 1, 1, _of(rows, n, "issued_on", style)),
            (top, 4, 2, 1, _of(rows, n, "issuer")),
        ]
    heights = (7, 7, *(8.0,) * (2 * len(rows)))
    y = words.mosaic(
        sheet, 20, y + 6, (12, 46, 42, 34, 36), heights, body, size=10.5, label_size=9.5, shade=(236, 238, 240)
    )
    sheet.text(20, y + 6, f"- 총 {len(rows)}건, 이하 여백 -", size=9)
    sheet.text(105, y + 26, "위와 같이 국가기술자격을 취득하였음을 확인합니다.", size=13, align="center")
    pad.put(105, y + 40, "issued_on", words.parted, size=13, align="center")
    pad.put(100, y + 60, "issuer", after="이사장", size=20, bold=True, align="center")
    sheet.picture(146, y + 46, 22, 22, seals.square(_HEAD, 22, rng))
    words.footnotes(
        sheet,
        20,
        270,
        (
            "이 확인서는 국가기술자격 전산자료를 근거로 발급하며, 1982년 이전 취득자는 별도 확인이 필요합니다.",
            "담당자 확인 없이 수정하거나 덧쓴 것은 효력이 없습니다.",
        ),
        width=166,
    )
    ornaments.specimen_note(sheet)


@layout("NQ_RECORD", "record-in-two-tongues")
def record_in_two_tongues(pad: Pad) -> None:
    """국영문: English over Korean in every head, a band of colour, no ruling but pale lines, notes in English."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "nanum-gothic", "nanum-barun", "un-batang")))
    sheet.picture(0, 0, 210, 30, adornments.shine(210, 30, _INK, (70, 116, 168)))
    sheet.picture(16, 6, 18, 18, adornments.emblem(18, (220, 230, 244), rng))
    sheet.text(40, 14, "HUMAN RESOURCES DEVELOPMENT SERVICE OF KOREA", size=11, face="sans-bold", colour=draw.WHITE)
    end = sheet.text(40, 22, "국가자격 ", size=9, colour=draw.WHITE)
    sheet.text(end, 22, "National Qualifications", size=9, face="sans", colour=draw.WHITE)
    sheet.text(105, 52, "Certificate of Acquisition", size=22, face="serif-bold", align="center", colour=_INK)
    sheet.text(105, 60, "국가기술자격 취득사항확인서", size=12.5, bold=True, align="center")
    pad.put(192, 72, "document_no", before="No. ", size=8.5, align="right")
    style = rng.choice((words.day_month, words.short_month, dates.dashed))
    draw.card(sheet, 20, 80, entry(pad, "Name 성명", "name", bold=True), size=15, label_size=8.5, gap=8)
    draw.card(sheet, 110, 80, entry(pad, "Date of Birth 생년월일", "birth_date", style), size=13, label_size=8.5, gap=8)
    lefts, y = (20, 62, 97, 128, 159), 104.0
    sheet.frame(18, y - 6, 174, 13, pen=0, fill=(228, 234, 244))
    heads = (
        ("Qualification", "종목"),
        ("Certificate No.", "자격번호"),
        ("Acquired on", "취득일"),
        ("Issued on", "발급일"),
        ("Authority", "시행"),
    )
    for x, (english, korean) in zip(lefts, heads, strict=True):
        sheet.text(x, y - 0.6, english, size=8.5, face="sans-bold", colour=_INK)
        sheet.text(x, y + 4.4, korean, size=8.5, colour=_INK)
    small = (
        dates.dashed if style is dates.dashed else dates.english_short if style is words.day_month else dates.english
    )
    for n in range(len(rows)):
        y += 13
        columns = (("title", None), ("number", None), ("acquired_on", small), ("issued_on", small), ("issuer", None))
        for x, following, (column, how) in zip(lefts, (*lefts[1:], 192), columns, strict=True):
            forms.put(sheet, x, y + 3, _of(rows, n, column, how), size=9.5, width=following - x - 2)
        sheet.line(18, y + 6.5, 192, y + 6.5, pen=0.12, colour=draw.PALE)
    y = sheet.lines(
        20,
        y + 22,
        "We certify that the person named above holds the national technical qualifications listed, as recorded in "
        "the register kept under the National Technical Qualifications Act.",
        width=170,
        leading=6.4,
        size=11,
        face="serif",
    )
    sheet.text(20, y + 1, "위와 같이 국가기술자격을 취득하였음을 확인합니다.", size=11)
    y += 6
    pad.put(20, y + 12, "issued_on", style, before="Date: ", size=11)
    pad.put(170, y + 34, "issuer", after=" 이사장", size=16, bold=True, align="right")
    sheet.text(170, y + 40, "President, HRD Korea", size=10, face="serif-italic", align="right")
    sheet.picture(172, y + 24, 20, 20, seals.square(_HEAD, 20, rng))
    forms.code(sheet, 20, 262, 20, f"verify {pad.get('document_no')}")
    sheet.text(44, 272, "Scan the code or enter the number at the portal to verify this document (90 days).", size=8)
    ornaments.specimen_note(sheet)
