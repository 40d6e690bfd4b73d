"""국가기술자격증 수첩 (NQ_BOOK): pages one above the other, a table of several entries, cover and page on one copy."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Sheet

_INK = (44, 62, 108)
_BROWN = (92, 40, 34)


@layout("NQ_BOOK", "pages-upright")
def pages_upright(pad: Pad) -> None:
    """Opened upwards like a passport, 92 × 128 mm: the entry above, photograph and person below the fold."""
    rng = pad.rng
    sheet = pad.sheet(
        (92.0, 128.0), face=rng.choice(("nanum-gothic", "un-dotum", "nanum-barun")), paper=(247, 249, 251)
    )
    ornaments.rosette(sheet, 46, 34, 22, (206, 220, 236), rng, rings=12)
    ornaments.wave_ground(sheet, 3, 66, 86, 58, (214, 226, 238), rng, pitch=1.5)
    sheet.text(46, 9, "국 가 기 술 자 격 증", size=11, bold=True, align="center", colour=_INK)
    rows = (("자격번호", "number", None), ("자격종목", "title", None), ("합격일", "acquired_on", dates.dotted))
    for place, (label, field, printed) in enumerate((*rows, ("발급일", "issued_on", dates.dotted))):
        y = 18 + place * 8.2
        sheet.text(9, y, label, size=6.5, colour=_INK)
        pad.put(30, y + 0.4, field, printed, size=9.5, width=54)
        draw.leader(sheet, 29, 85, y + 2)
    pad.put(42, 57, "issuer", after="이사장", size=10, bold=True, align="center")
    sheet.picture(68, 48, 13, 13, seals.square("한국산업인력공단이사장인", 13, rng))
    sheet.line(0, 64, 92, 64, pen=0.3, colour=draw.PALE)
    ornaments.photo_box(sheet, 7, 71, rng, width=27, height=36)
    for place, (label, field, style) in enumerate(
        (
            ("성명 Name", "name", draw.wide),
            ("생년월일 Date of Birth", "birth_date", dates.dotted),
            ("내지번호 No.", "inner_no", None),
        )
    ):
        draw.card(
            sheet, 40, 75 + place * 12, entry(pad, label, field, style), size=10.5, label_size=6, gap=5.2, width=46
        )
    sheet.text(46, 119, "이 수첩은 본인 외에는 사용할 수 없습니다.", size=6, align="center", colour=_INK)
    ornaments.specimen_note(sheet, x=89, y=126.6)


@layout("NQ_BOOK", "entries-ruled")
def entries_ruled(pad: Pad) -> None:
    """The old inner pages: 자격취득사항 as a ruled table with room for more entries, 년월일 in old spelling."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("un-batang", "baekmuk-batang", "un-shinmun")))
    left, top = rng.uniform(18, 40), rng.uniform(22, 46)
    sheet.frame(left, top, 232, 132, pen=0.35, colour=draw.PALE, fill=(249, 247, 240))
    sheet.line(left + 88, top, left + 88, top + 132, pen=0.3, colour=draw.PALE)
    ornaments.photo_box(sheet, left + 29, top + 12, rng, width=30, height=40)
    sheet.picture(left + 46, top + 38, 20, 20, seals.round_seal("한국산업인력공단", "압인", 20, rng))
    rows = (
        ("성      명", entry(pad, "", "name")),
        ("생년월일", entry(pad, "", "birth_date", dates.dotted_wide)),
        ("내지번호", entry(pad, "", "inner_no")),
    )
    draw.table(sheet, left + 10, top + 66, (24, 44), (11,) * 3, rows, size=11, label_size=9.5, open_sides=True)
    sheet.text(left + 44, top + 116, "위의 사람은 국가기술자격법에 의한 기술자격", size=8, align="center")
    sheet.text(left + 44, top + 121, "취득자임을 증명함", size=8, align="center")
    sheet.text(left + 160, top + 12, "기 술 자 격 취 득 사 항", size=13, bold=True, align="center")
    style = rng.choice((dates.dotted_wide, dates.dotted))
    heads = ("자격종목\n및 등급", "자격번호", "합격년월일", "발행년월일", "발행기관")
    first = (
        entry(pad, "", "title"),
        entry(pad, "", "number"),
        entry(pad, "", "acquired_on", style),
        entry(pad, "", "issued_on", style),
        entry(pad, "", "issuer"),
    )
    empty = ("",) * 5
    draw.table(
        sheet,
        left + 93,
        top + 18,
        (30, 33, 24, 24, 24),
        (12, *(17,) * 5),
        (heads, first, *(empty,) * 4),
        size=9,
        label_size=8.5,
        pen=0.15,
        edge=0.3,
    )
    sheet.picture(left + 210, top + 40, 12, 12, seals.square("한국산업인력공단이사장", 12, rng))
    sheet.text(left + 160, top + 124, "※ 이면 여백은 갱신사항을 기재하는 란임", size=7, align="center")
    ornaments.specimen_note(sheet, y=206)


@layout("NQ_BOOK", "cover-and-page")
def cover_and_page(pad: Pad) -> None:
    """One A4 copy: the dark cover above, the laminated page below with labels over values."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "nanum-square", "noto-sans")))
    left = rng.uniform(28, 46)
    _cover(pad, sheet, left, 22)
    top = 148.0
    sheet.frame(left, top, 128, 90, pen=0.3, colour=draw.PALE, fill=(243, 247, 244))
    ornaments.wave_ground(sheet, left + 2, top + 2, 124, 86, (214, 230, 220), rng, pitch=1.7)
    sheet.text(left + 6, top + 9, "국가기술자격증", size=12, bold=True, colour=_INK)
    sheet.text(left + 122, top + 9, "National Technical Qualification", size=7.5, face="sans", align="right")
    ornaments.photo_box(sheet, left + 6, top + 14, rng, width=29, height=38)
    columns = (
        (left + 41, top + 18, ("성명 / Name", "name", None)),
        (left + 86, top + 18, ("생년월일 / Birth", "birth_date", dates.dashed)),
        (left + 41, top + 31, ("자격번호 / License No.", "number", None)),
        (left + 86, top + 31, ("내지번호 / Serial", "inner_no", None)),
        (left + 41, top + 44, ("자격종목 및 등급 / Title", "title", None)),
        (left + 41, top + 57, ("합격연월일 / Passed", "acquired_on", dates.dashed)),
        (left + 86, top + 57, ("발급연월일 / Issued", "issued_on", dates.dashed)),
    )
    for x, y, (label, field, style) in columns:
        room = 80 if field == "title" else 40
        draw.card(sheet, x, y, entry(pad, label, field, style), size=10.5, label_size=6.5, gap=5.4, width=room)
    pad.put(left + 62, top + 78, "issuer", after=" 이사장", size=12.5, bold=True, align="center")
    sheet.picture(left + 92, top + 68, 15, 15, seals.square("한국산업인력공단이사장인", 15, rng))
    forms.code(sheet, left + 10, top + 64, 17, f"NQ{pad.get('inner_no')}")
    ornaments.specimen_note(sheet)


def _cover(pad: Pad, sheet: Sheet, left: float, top: float) -> None:
    gold = (214, 180, 96)
    sheet.frame(left, top, 90, 118, pen=0, fill=_BROWN if pad.rng.random() < 0.5 else (30, 44, 76))
    sheet.frame(left + 5, top + 5, 80, 108, pen=0.5, colour=gold)
    adornments.taegeuk(sheet, left + 45, top + 46, 15, gold)
    sheet.text(left + 45, top + 80, "국가기술자격수첩", size=17, bold=True, align="center", colour=gold)
    sheet.text(left + 45, top + 102, "대 한 민 국", size=11, align="center", colour=gold)
