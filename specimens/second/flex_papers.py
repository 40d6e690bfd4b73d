"""FLEX papers (FLEX_FR, FLEX_ES): tiles, a typed letter, a certificate across."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.flex import GRADES, LANGUAGES
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_NAVY = (16, 36, 84)
_SKY = (86, 150, 206)


def _language(pad: Pad) -> tuple[str, str]:
    return LANGUAGES.get(pad.get("test"), ("프랑스어", "French"))


@layout("FLEX_FR", "tiles")
@layout("FLEX_ES", "tiles")
def flex_tiles(pad: Pad) -> None:
    """Language in a tile, scores in tiles with labels below, person in a table with English under Korean labels."""
    rng, (korean, english) = pad.rng, _language(pad)
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "noto-sans", "nanum-barun")))
    sheet.picture(0, 0, 210, 8, adornments.shine(210, 8, _NAVY, _SKY))
    sheet.text(16, 28, "FLEX", size=32, face="sans-bold", colour=_NAVY)
    sheet.text(50, 22, "Foreign Language EXamination", size=9, face="sans", colour=draw.GREY)
    sheet.text(50, 28, "외국어능력시험 성적증명서", size=12, bold=True)
    draw.banner(sheet, 158, 16, 38, 14, korean, fill=_NAVY, size=14, align="center")
    style = rng.choice((dates.dotted, dates.dashed, dates.korean_short))
    rows = (
        ("성명\nName", entry(pad, "", "name"), "영문 성명\nEnglish Name", entry(pad, "", "name_latin")),
        (
            "생년월일\nDate of Birth",
            entry(pad, "", "birth_date", style),
            "수험번호\nRegistration No.",
            entry(pad, "", "registration_no"),
        ),
        (
            "시험일\nTest Date",
            entry(pad, "", "test_date", style),
            "유효기간\nValid until",
            entry(pad, "", "valid_until", style),
        ),
    )
    y = draw.table(
        sheet,
        16,
        38,
        (28, 61, 28, 61),
        (14,) * 3,
        rows,
        size=11.5,
        label_size=8,
        shade=(232, 238, 246),
        shade_columns=(0, 2),
        colour=draw.GREY,
    )
    tiles = (
        (16, "듣기 Listening", "sections.listening", pad.get("top.listening")),
        (62, "읽기 Reading", "sections.reading", pad.get("top.reading")),
        (108, "총점 Total", "score", "1000"),
        (154, "등급 Level", "rank", ""),
    )
    for x, label, field, full in tiles:
        sheet.frame(x, y + 12, 42, 46, pen=0.3, colour=_SKY, fill=(246, 250, 254))
        pad.put(x + 21, y + 36, field, size=28, bold=True, align="center", colour=_NAVY)
        sheet.text(x + 21, y + 47, label, size=9.5, align="center")
        sheet.text(x + 21, y + 54, f"/ {full}" if full else "(1A~3C)", size=8, align="center", colour=draw.GREY)
    sheet.text(16, y + 74, f"{korean}({english}) 듣기·읽기 시험 등급 기준", size=10, bold=True)
    rows_ = (tuple(grade for grade, _ in GRADES[:9]), tuple(f"{least}~" for _, least in GRADES[:9]))
    forms.table(sheet, 16, y + 78, (19.7,) * 9, rows_[0], (rows_[1],), height=8, size=9, header=(232, 238, 246))
    sheet.text(105, y + 114, "위와 같이 성적을 증명합니다.", size=12.5, align="center")
    pad.put(105, y + 126, "issued_on", style, size=12, align="center")
    sheet.text(100, y + 144, "한국외국어대학교 FLEX센터장", size=17, bold=True, align="center")
    sheet.picture(150, y + 132, 20, 20, seals.square("플렉스센터장의인", 20, rng))
    pad.put(16, 276, "serial_no", before="증명서번호 ", size=8.5)
    forms.code(sheet, 174, 258, 20, f"flex {pad.get('serial_no')}")
    ornaments.specimen_note(sheet)


@layout("FLEX_FR", "typed-form")
@layout("FLEX_ES", "typed-form")
def flex_typed(pad: Pad) -> None:
    """A university's letter: lines with full-width colons, scores in the same list, seal over the issuer."""
    rng, (korean, english) = pad.rng, _language(pad)
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "un-taza", "un-shinmun")))
    pad.put(24, 28, "serial_no", before="제 ", after=" 호", size=11)
    sheet.text(105, 54, "성  적  증  명  서", size=27, bold=True, align="center")
    style = rng.choice((dates.korean, dates.dotted_wide))
    items = (
        entry(pad, "성          명", "name"),
        entry(pad, "영  문  명", "name_latin"),
        entry(pad, "생 년 월 일", "birth_date", style),
        entry(pad, "수 험 번 호", "registration_no"),
        Entry("시 험 언 어", f"{korean} ({english})"),
        entry(pad, "시  험  일", "test_date", style),
        entry(pad, "듣 기 점 수", "sections.listening", after=f"점 ({pad.get('top.listening')}점 만점)"),
        entry(pad, "읽 기 점 수", "sections.reading", after=f"점 ({pad.get('top.reading')}점 만점)"),
        entry(pad, "총          점", "score", after="점 (1,000점 만점)", bold=True),
        entry(pad, "등          급", "rank"),
        entry(pad, "유 효 기 간", "valid_until", style, after="까지"),
    )
    forms.inline(sheet, 44, 78, items, step=10, room=92, label_room=36, size=13, colon="：")
    sheet.text(
        105,
        200,
        f"위 사람은 제{pad.get('sitting')}회 FLEX 정기시험에 응시하여 위와 같은 성적을",
        size=13.5,
        align="center",
    )
    sheet.text(105, 209, "취득하였음을 증명함.", size=13.5, align="center")
    pad.put(105, 232, "issued_on", style, size=13.5, align="center")
    sheet.text(105, 256, "한국외국어대학교 총장", size=22, bold=True, align="center")
    sheet.picture(142, 240, 24, 24, seals.square("한국외국어대학교총장", 24, rng))
    ornaments.specimen_note(sheet)


@layout("FLEX_FR", "wide-certificate")
@layout("FLEX_ES", "wide-certificate")
def flex_wide(pad: Pad) -> None:
    """Across: photograph and person in a pale column, English labels with dots, total and level in a dark column."""
    rng, (korean, english) = pad.rng, _language(pad)
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-barun", "nanum-gothic", "sans")))
    sheet.frame(12, 12, 273, 186, pen=0.6, colour=_NAVY)
    sheet.text(148.5, 32, f"FLEX CERTIFICATE — {english}", size=22, face="sans-bold", align="center", colour=_NAVY)
    sheet.text(148.5, 40, f"{korean} 능력 인증 (듣기·읽기)", size=11, align="center")
    sheet.frame(22, 50, 66, 132, pen=0, fill=(238, 242, 248))
    ornaments.photo_box(sheet, 38, 56, rng, width=34, height=45)
    pad.put(55, 114, "name", draw.wide, size=17, bold=True, align="center")
    pad.put(55, 123, "name_latin", size=11, align="center", width=60)
    style = rng.choice((dates.dashed, dates.english, dates.slashed))
    draw.below(sheet, 55, 140, entry(pad, "Date of Birth", "birth_date", style), width=46, size=12)
    draw.below(sheet, 55, 158, entry(pad, "Registration No.", "registration_no"), width=46, size=12)
    items = (
        entry(pad, "Listening (듣기)", "sections.listening"),
        entry(pad, "Reading (읽기)", "sections.reading"),
        entry(pad, "Test Date (시험일)", "test_date", style),
        entry(pad, "Valid Until (유효기간)", "valid_until", style),
        entry(pad, "Certificate No. (발급번호)", "serial_no"),
        entry(pad, "Date of Issue (발급일)", "issued_on", style),
    )
    draw.led(sheet, 98, 66, items, to=204, step=14, size=13, width=60)
    sheet.frame(216, 50, 58, 92, pen=0, fill=_NAVY)
    for y, label, field in ((62, "TOTAL (총점)", "score"), (106, "LEVEL (등급)", "rank")):
        sheet.text(245, y, label, size=10.5, align="center", colour=(190, 206, 232))
        pad.put(245, y + 19, field, size=36, bold=True, align="center", colour=draw.WHITE)
    sheet.text(
        166, 170, "Hankuk University of Foreign Studies, FLEX Center", size=11, face="serif-bold", align="center"
    )
    sheet.picture(226, 152, 26, 26, seals.round_seal("한국외국어대학교", "플렉", 26, rng))
    ornaments.specimen_note(sheet, y=206)
