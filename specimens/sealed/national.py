"""Sealed: 국가기술자격증 of other years and printers (NQ_AWARD, NQ_BOOK, NQ_RECORD, KORCHAM)."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import entry
from specimens.layouts.korcham import ISSUER as CHAMBER
from specimens.registry import Pad, layout
from specimens.sheet import A4, A4_LANDSCAPE

_SLATE = (64, 78, 104)


def _spaced_dots(iso: str) -> str:
    """2018. 08. 17"""
    return iso.replace("-", ". ")


@layout("NQ_AWARD", "labels-above")
def award(pad: Pad) -> None:
    """Labels in two tongues stand small above their values, two in a row; the photograph at the upper left."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "un-shinmun", "nanum-round")), paper=(252, 253, 254))
    ornaments.wave_ground(sheet, 14, 14, 182, 268, (230, 234, 240), rng, pitch=3.2)
    ornaments.double_border(sheet, 8, _SLATE, gap=3.0, pen=0.7)
    ornaments.photo_box(sheet, 22, 26, rng, width=33, height=43)
    sheet.text(64, 44, "국가기술자격증", size=31, bold=True)
    sheet.text(64, 52, "CERTIFICATE OF NATIONAL TECHNICAL QUALIFICATION", size=8.5, face="sans", colour=_SLATE)
    sheet.line(64, 56, 188, 56, pen=0.5, colour=_SLATE)
    pad.put(188, 63, "management_no", before="관리번호 ", size=8, align="right")
    pairs = (
        (("자격종목 및 등급 / Qualification", "title", None), ("자격번호 / Certificate No.", "number", None)),
        (("성명 / Name", "name", None), ("생년월일 / Date of Birth", "birth_date", _spaced_dots)),
        (
            ("합격년월일 / Date of Acquisition", "acquired_on", _spaced_dots),
            ("발급년월일 / Date of Issue", "issued_on", _spaced_dots),
        ),
    )
    for line, pair in enumerate(pairs):
        for column, (label, field, style) in enumerate(pair):
            x, y = 26 + column * 84, 92 + line * 30
            sheet.text(x, y, label, size=9, colour=_SLATE)
            pad.put(x, y + 11, field, style, size=16, bold=field in ("title", "name"), width=76)
            sheet.line(x, y + 15, x + 74, y + 15, pen=0.2, colour=_SLATE)
    sheet.lines(
        26,
        196,
        "「국가기술자격법」 제13조제1항 및 같은 법 시행규칙 제32조에 따라 위 사람이 해당 자격을 취득하였음을 증명함.",
        width=156,
        leading=9,
        size=13,
    )
    sheet.text(26, 224, f"소관부처  {pad.get('ministry')}", size=11)
    pad.put(26, 244, "issuer", after="이사장", size=22, bold=True)
    sheet.picture(112, 228, 24, 24, seals.square("한국산업인력공단이사장인", 24, rng))
    forms.code(sheet, 162, 226, 26, f"{pad.get('number')}|{pad.get('name')}|{pad.get('issued_on')}")
    printed = dates.later(rng, pad.get("issued_on") or "2019-10-01", 0, 40)
    sheet.text(
        26,
        270,
        f"출력일시 {printed} {rng.randint(9, 18):02d}:{rng.randint(0, 59):02d}   출력자 {pad.get('name')}",
        size=7.5,
    )
    ornaments.specimen_note(sheet)


@layout("NQ_BOOK", "booklet-upright")
def book(pad: Pad) -> None:
    """The booklet opened upwards on one copy: person below the fold, entry above, printed by a dot printer."""
    rng = pad.rng
    sheet = pad.sheet((128.0, 182.0), face=rng.choice(("un-taza", "nanum-coding", "un-shinmun")), paper=(248, 249, 245))
    ink = (96, 60, 52)
    sheet.line(2, 91, 126, 91, pen=0.3, colour=(150, 150, 150))
    ornaments.rosette(sheet, 64, 48, 28, (232, 224, 218), rng, rings=8)
    sheet.text(64, 15, "국 가 기 술 자 격 수 첩", size=14, face="un-batang", bold=True, align="center", colour=ink)
    rows = (
        ("종 목 및 등 급", "title", None), ("자격증 번호", "number", None),
        ("합격년월일", "acquired_on", dates.korean_short), ("교부년월일", "issued_on", dates.korean_short),
    )  # fmt: skip
    for place, (label, field, style) in enumerate(rows):
        y = 28 + place * 10.5
        sheet.text(12, y, label, size=9, face="un-dotum", colour=ink)
        sheet.text(42, y, ":", size=9, colour=ink)
        pad.put(46, y, field, style, size=11.5, width=74)
    sheet.text(
        64, 72, "국가기술자격법의 규정에 의하여 위 자격을 취득하였음을 증명함", size=8, face="un-dotum", align="center"
    )
    pad.put(60, 84, "issuer", after=" 이사장", size=12, face="un-batang", bold=True, align="center")
    sheet.picture(96, 73, 16, 16, seals.square("한국산업인력공단이사장인", 16, rng))
    ornaments.photo_box(sheet, 12, 98, rng, width=28, height=36)
    below = (
        ("성  명", "name", None), ("생년월일", "birth_date", dates.slashed), ("내지번호", "inner_no", None),
    )  # fmt: skip
    for place, (label, field, style) in enumerate(below):
        y = 106 + place * 11
        sheet.text(48, y, label, size=9, face="un-dotum", colour=ink)
        pad.put(70, y, field, style, size=11.5, width=50)
    sheet.text(12, 146, "변  경  사  항", size=8.5, face="un-dotum", colour=ink)
    forms.table(sheet, 12, 148, (26, 50, 28), ("연월일", "변경내용", "확인"), (("", "- 없음 -", ""),), height=8, size=8)
    sheet.text(
        64,
        176,
        "자격취득자는 이 수첩을 타인에게 빌려주지 못합니다.",
        size=6.5,
        face="un-dotum",
        align="center",
        colour=ink,
    )
    ornaments.specimen_note(sheet, x=124, y=180.5)


@layout("NQ_RECORD", "landscape-register")
def record(pad: Pad) -> None:
    """A4 across: number before title, 취득일 and 교부일, the office of each row; the person in prose above."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-round", "noto-serif", "nanum-barun-light", "un-graphic")))
    sheet.text(22, 26, "국가기술자격취득사항확인서", size=20, bold=True)
    sheet.line(22, 30, 275, 30, pen=0.8, colour=_SLATE)
    forms.code(sheet, 253, 6, 22, f"{pad.get('document_no')}")
    pad.put(22, 37, "document_no", before="확인번호 ", size=9)
    x = pad.put(22, 50, "name", before="확인 대상자   ", size=13, bold=True)
    pad.put(x + 8, 50, "birth_date", _spaced_dots, before="(생년월일 ", after=")", size=12)
    rows = pad.rows("certificates")
    widths = (12, 46, 66, 34, 34, 61)
    cells = ornaments.grid(sheet, 22, 58, widths, (10, *(11.5,) * len(rows)), header=(226, 230, 238), edge=0.6)
    heads = ("순번", "자격증번호", "종목명(등급)", "취득일", "교부일", "검정시행기관")
    for place, head in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, head, size=10, bold=True)
    for index, row in enumerate(rows):
        ornaments.cell(sheet, cells[index + 1][0], str(len(rows) - index), size=10)
        for place, field in zip(
            cells[index + 1][1:], ("number", "title", "acquired_on", "issued_on", "issuer"), strict=True
        ):
            value = str(row.get(field) or "")
            printed = dates.dashed(value) if field.endswith("_on") else value
            ornaments.cell(sheet, place, printed, size=10.5, field=f"certificates[{index}].{field}", value=value)
    y = 58 + 10 + 11.5 * len(rows)
    sheet.text(22, y + 7, f"총 {len(rows)}건", size=9)
    y = max(y + 24, 138)
    sheet.text(22, y, "위 사람의 국가기술자격 취득사항을 위와 같이 확인합니다.", size=13)
    pad.put(22, y + 14, "issued_on", dates.korean, before="발행일  ", size=12)
    pad.put(196, y + 14, "issuer", after="이사장", size=18, bold=True, align="center")
    sheet.picture(238, y + 1, 22, 22, seals.square("한국산업인력공단이사장인", 22, rng))
    sheet.text(22, 198, f"발급담당 {people.name(rng)} · 문의 {people.phone(rng)}", size=8)
    ornaments.specimen_note(sheet, y=205)


@layout("KORCHAM", "landscape-ruled")
def chamber(pad: Pad) -> None:
    """A4 across: a ruled table of three rows, the grade in a cell of its own, the issue day as a footer."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-round", "un-graphic", "nanum-barun-light", "noto-serif")))
    ornaments.scattered_marks(sheet, "KCCI", (243, 245, 249), size=20)
    ornaments.woven_border(sheet, 8, 5, (90, 106, 150))
    sheet.text(148.5, 44, "국가기술자격증", size=32, bold=True, align="center", tracking=3)
    ornaments.photo_box(sheet, 236, 58, rng, width=32, height=42)
    rows = (
        (entry(pad, "성명", "name", bold=True), entry(pad, "생년월일", "birth_date", dates.dashed)),
        (entry(pad, "종목", "title", bold=True), entry(pad, "등급", "grade", bold=True)),
        (entry(pad, "자격번호", "number"), entry(pad, "취득일자", "acquired_on", dates.dashed)),
    )
    forms.ruled(sheet, 28, 58, 200, rows, label=30, height=14, size=13, align="center", edge=0.6)
    sheet.text(148.5, 128, "「국가기술자격법」에 따른 국가기술자격을 취득하였음을 증명합니다.", size=15, align="center")
    pad.put(148.5, 150, "issued_on", _spaced_dots, before="자격증 교부일 : ", size=13, align="center")
    sheet.text(
        138, 178, "대 한 상 공 회 의 소 회 장", size=22, bold=True, align="center", field="issuer",
        value=pad.get("issuer") or CHAMBER,
    )  # fmt: skip
    sheet.picture(198, 164, 23, 23, seals.square("대한상공회의소회장의인", 23, rng))
    forms.code(sheet, 244, 162, 22, f"{pad.get('number')}|{pad.get('title')} {pad.get('grade')}")
    ornaments.specimen_note(sheet, y=206)
