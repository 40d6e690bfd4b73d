"""KBS한국어능력시험 (KBS_KOREAN): name in the middle, a column at the side, a confirmation in plain print."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts import kbs
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_NAVY = (20, 42, 92)
_GOLD = (170, 136, 70)
_KBS_AREAS = ("어휘", "어법", "듣기", "읽기", "쓰기", "창안", "국어문화")


@layout("KBS_KOREAN", "name-in-the-middle")
def name_in_the_middle(pad: Pad) -> None:
    """Across: name large without a label, birth date in brackets, four cards with the labels below the values."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "noto-serif", "un-batang")), paper=(254, 253, 250)
    )
    adornments.key_border(sheet, 8, 5, _NAVY)
    sheet.picture(30, 22, 15, 15, adornments.emblem(15, _NAVY, rng))
    sheet.text(48, 32, "KBS 한국어진흥원", size=11, bold=True, colour=_NAVY)
    pad.put(268, 32, "number", before="인증번호 ", size=10, align="right")
    pad.put(148.5, 52, "title", after=" 인증서", size=27, bold=True, align="center", tracking=0.8, colour=_NAVY)
    pad.put(148.5, 76, "name", draw.wider, size=26, bold=True, align="center")
    pad.put(148.5, 85, "birth_date", dates.dotted_wide, before="(생년월일 : ", after=")", size=11, align="center")
    style = rng.choice((dates.dotted, dates.dotted_wide, dates.dashed))
    middle = 64.0
    forms.signed_grade(sheet, middle - 8, 110, pad.get("grade"), size=19, bold=True)
    sheet.line(middle - 24, 112, middle + 24, 112, pen=0.2, colour=_GOLD)
    sheet.text(middle, 117.5, "등   급", size=9.5, align="center", colour=_GOLD)
    for x, item in (
        (120, Entry("응 시 일", style(pad.get("taken_on")))),
        (177, entry(pad, "등급 취득일", "acquired_on", style)),
        (233, entry(pad, "유효기간 만료일", "valid_until", style)),
    ):
        draw.below(sheet, x, 110, item, width=48, size=15, label_size=9.5, colour=_GOLD)
    sheet.text(
        148.5,
        136,
        f"위 사람은 제{pad.get('sitting')}회 KBS한국어능력시험에서 우수한 국어 능력을 인정받았기에",
        size=14.5,
        align="center",
    )
    sheet.text(148.5, 145, "「자격기본법」과 「국어기본법」에 따라 위와 같이 인증합니다.", size=14.5, align="center")
    pad.put(148.5, 164, "issued_on", dates.korean_short, size=14, align="center")
    pad.put(144, 182, "issuer", after=" 사장", size=21, bold=True, align="center")
    sheet.picture(186, 169, 21, 21, seals.square("한국방송공사사장의인", 21, rng))
    sheet.text(268, 190, "국가공인자격 제2019-2호", size=8, align="right", colour=draw.GREY)
    ornaments.specimen_note(sheet, y=206)


@layout("KBS_KOREAN", "side-column")
def side_column(pad: Pad) -> None:
    """성적표: a dark column with the person white on it, at the right the grade in a ring and bars of areas."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "nanum-barun", "noto-sans")))
    sheet.frame(0, 0, 62, 297, pen=0, fill=_NAVY)
    ornaments.photo_box(sheet, 15, 22, rng, width=32, height=42)
    style = rng.choice((dates.dotted, dates.dashed))
    person = (
        entry(pad, "성   명", "name"),
        entry(pad, "생년월일", "birth_date", style),
        Entry("수험번호", pad.get("exam_no")),
        entry(pad, "인증번호", "number"),
        Entry("시험일", style(pad.get("taken_on"))),
        entry(pad, "인증일", "acquired_on", style),
        entry(pad, "유효기간", "valid_until", style, before="~ "),
        entry(pad, "발행일", "issued_on", style),
    )
    for place, item in enumerate(person):
        y = 80 + place * 17
        sheet.text(12, y, item.label, size=8, colour=(170, 190, 226))
        forms.put(sheet, 12, y + 6.5, item, size=12, width=46, colour=draw.WHITE)
    pad.put(74, 34, "title", size=20, bold=True, colour=_NAVY)
    sheet.text(74, 43, "성적표  SCORE REPORT", size=11, colour=draw.GREY)
    sheet.line(74, 48, 198, 48, pen=0.8, colour=_NAVY)
    sheet.text(82, 62, "등급", size=10, colour=draw.GREY)
    forms.signed_grade(sheet, 80, 78, pad.get("grade"), size=34, bold=True)
    score = int(pad.get("raw_score") or 0)
    sheet.text(126, 62, "총점", size=10, colour=draw.GREY)
    sheet.text(122, 78, str(score), size=28, bold=True)
    sheet.text(146, 78, "/ 990", size=11, colour=draw.GREY)
    sheet.text(168, 62, "전국 백분위", size=10, colour=draw.GREY)
    sheet.text(168, 78, f"{min(99.8, score / 10.3):.1f}", size=20)
    sheet.text(74, 98, "영역별 점수", size=11.5, bold=True)
    shares = [min(0.98, max(0.2, score / 990 + rng.gauss(0, 0.1))) for _ in _KBS_AREAS]
    for place, (area, part) in enumerate(zip(_KBS_AREAS, shares, strict=True)):
        y = 108 + place * 10
        sheet.text(74, y, area, size=9.5)
        draw.gauge(sheet, 94, y - 3.4, 84, part, colour=(90, 128, 196), height=4)
        sheet.text(196, y, f"{part * 100:.0f}", size=9.5, align="right")
    adornments.radar(sheet, 136, 212, 26, shares, _KBS_AREAS, _NAVY)
    pad.put(132, 266, "issuer", size=16, bold=True, align="center")
    sheet.picture(152, 254, 18, 18, seals.square("한국방송공사사장의인", 18, rng))
    draw.notes(
        sheet, 74, 280, ("성적의 유효기간은 인증일로부터 2년입니다. 등급 없음(무급)은 464점 이하입니다.",), width=120
    )
    ornaments.specimen_note(sheet)


@layout("KBS_KOREAN", "plain-confirmation")
def plain_confirmation(pad: Pad) -> None:
    """자격 확인서: open sides, labels of two lines, number of each cell in boxes, scale of grades in small print."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "baekmuk-gulim")))
    sheet.text(105, 38, "한국어능력 자격 취득 확인서", size=21, bold=True, align="center")
    sheet.text(22, 54, "인증번호", size=10.5)
    draw.boxed_signs(sheet, 42, 48.6, entry(pad, "", "number"), side=6.2, size=11)
    style = rng.choice((dates.korean, dates.korean_short))
    rows: tuple[tuple[str | Entry, ...], ...] = (
        ("성      명", entry(pad, "", "name"), "생년월일", entry(pad, "", "birth_date", style)),
        ("자격종목", entry(pad, "", "title"), "취득등급", ""),
        (
            "시행회차\n(시행일)",
            Entry("", f"제{pad.get('sitting')}회 ({dates.dotted(pad.get('taken_on'))})"),
            "자격취득\n연 월 일",
            entry(pad, "", "acquired_on", style),
        ),
        ("유효기간", entry(pad, "", "valid_until", style, after=" 까지"), "공인번호", Entry("", "제2013-27호")),
    )
    draw.table(sheet, 22, 62, (25, 60, 25, 56), (15,) * 4, rows, size=11, label_size=10, open_sides=True)
    forms.signed_grade(sheet, 156, 87, pad.get("grade"), size=13)
    sheet.lines(
        32,
        146,
        "위 사람은 한국방송공사가 시행하는 국가공인 민간자격 시험에서 위와 같이 자격을 취득하였음을 확인합니다.",
        width=146,
        leading=9,
        size=14,
    )
    pad.put(105, 190, "issued_on", style, size=14, align="center")
    pad.put(100, 222, "issuer", after=" 사장", size=21, bold=True, align="center")
    sheet.picture(144, 208, 22, 22, seals.square("한국방송공사사장의인", 22, rng))
    scale = ", ".join(f"{grade} {least}점 이상" for grade, (least, _) in kbs.GRADES.items())
    draw.notes(sheet, 22, 268, (f"주) 등급 기준: {scale}",), width=166, size=7.5)
    ornaments.specimen_note(sheet)
