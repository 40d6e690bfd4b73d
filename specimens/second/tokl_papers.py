"""국어능력인증시험 (TOKL): an award with a sentence, signs in boxes, dotted lines across."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts import tokl
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_GREEN = (24, 104, 78)
_GOLD = (170, 136, 70)


@layout("TOKL", "sentence-of-award")
def tokl_sentence(pad: Pad) -> None:
    """An award whose sentence holds day of sitting and grade; the person in two lines with middle dots."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-gungseo", "nanum-myeongjo", "baekmuk-batang")), paper=(252, 253, 248))
    ornaments.rosette(sheet, 105, 160, 50, (222, 236, 226), rng)
    adornments.notched_border(sheet, 12, 10, _GREEN, pen=1.2)
    pad.put(32, 38, "number", before="제 ", after=" 호", size=12)
    pad.put(105, 66, "title", after=" 인증서", size=27, bold=True, align="center", face="nanum-myeongjo")
    sheet.text(105, 75, "(ToKL : Test of Korean Language)", size=10, face="serif-italic", align="center")
    items = (
        entry(pad, rng.choice(("성        명", "성      명")), "name", draw.wide, bold=True),
        entry(pad, "생 년 월 일", "birth_date", dates.korean),
        entry(pad, "인 증 등 급", "grade", bold=True),
        entry(pad, "인 증 일 자", "acquired_on", dates.korean),
        entry(pad, "유 효 기 간", "valid_until", dates.korean, after=" 까지"),
    )
    forms.inline(sheet, 46, 100, items, step=12, room=90, label_room=38, size=14.5, colon="·")
    sentence = (
        f"위 사람은 {dates.korean_short(pad.get('taken_on'))} 시행한 제{pad.get('sitting')}회 "
        f"국어능력인증시험에서 총점 "
        f"{pad.get('raw_score')}점을 얻어 상기 등급을 취득하였으므로 이를 인증합니다.",
    )
    sentences.write(sheet, 40, 178, sentence, width=132, leading=10, size=15)
    pad.put(105, 226, "issued_on", dates.korean_short, size=14, align="center")
    sheet.text(78, 248, "재단법인", size=11, align="right")
    pad.put(80, 248, "issuer", after=" 이사장", size=19, bold=True)
    sheet.picture(156, 234, 22, 22, seals.square("한국언어문화연구원장인", 22, rng))
    ornaments.specimen_note(sheet)


@layout("TOKL", "digits-in-boxes")
def tokl_boxes(pad: Pad) -> None:
    """성적 통지표: birth date and number sign by sign in boxes, areas across, the grade below a dark head."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "baekmuk-dotum")))
    draw.banner(
        sheet,
        15,
        15,
        180,
        14,
        f"제{pad.get('sitting')}회 국어능력인증시험(ToKL) 성적표",
        fill=_GREEN,
        size=14,
        align="center",
    )
    sheet.text(20, 43, "성 명", size=11)
    pad.put(44, 43, "name", size=14, bold=True)
    sheet.line(42, 45, 100, 45, pen=0.2)
    sheet.text(112, 43, "시 행 일", size=11)
    sheet.text(134, 43, dates.dotted(pad.get("taken_on")), size=12)
    sheet.text(20, 58, "생년월일", size=11)
    draw.boxed_signs(sheet, 44, 52, entry(pad, "", "birth_date", lambda iso: iso.replace("-", "")), side=6.5)
    sheet.text(112, 58, "인증번호", size=11)
    draw.boxed_signs(sheet, 134, 52, entry(pad, "", "number"), side=5.0, size=10)
    score = int(pad.get("raw_score") or 0)
    areas = ("어휘", "어법", "어문 규정", "듣기", "읽기", "쓰기", "총점")
    tops = (26, 24, 20, 40, 70, 20)
    shares = [score * top // 200 for top in tops[:5]]
    shares.append(max(0, score - sum(shares)))
    points: draw.Rows = (
        ("영 역", *areas),
        ("배 점", *(str(top) for top in tops), "200"),
        ("점 수", *(Entry("", str(part)) for part in shares), Entry("", str(score), bold=True)),
    )
    y = draw.table(
        sheet,
        15,
        70,
        (24, *(22.285,) * 7),
        (10, 9, 12),
        points,
        size=11,
        label_size=9.5,
        shade=(226, 240, 232),
        shade_rows=(0,),
        colour=_GREEN,
    )
    style = rng.choice((dates.dotted, dates.dotted_wide))
    outcome: draw.Rows = (
        ("시 험 명", "인증등급", "등급 인증일", "유효기간"),
        (
            entry(pad, "", "title"),
            entry(pad, "", "grade", bold=True),
            entry(pad, "", "acquired_on", style),
            entry(pad, "", "valid_until", style, before="~"),
        ),
    )
    y = draw.table(
        sheet,
        15,
        y + 10,
        (60, 30, 45, 45),
        (10, 14),
        outcome,
        size=12.5,
        label_size=10,
        shade=_GREEN,
        shade_rows=(0,),
        label_colour=draw.WHITE,
        label_bold=True,
    )
    adornments.radar(
        sheet,
        105,
        y + 46,
        30,
        [min(1.0, part / top) for part, top in zip(shares, tops, strict=True)],
        areas[:6],
        _GREEN,
    )
    grades = ((f"{grade}", f"{least}~{most}점") for grade, (least, most) in tokl.GRADES.items())
    draw.notes(
        sheet, 15, y + 92, ("급수 기준 : " + " / ".join(f"{g} {span}" for g, span in grades),), size=8, width=180
    )
    pad.put(105, y + 108, "issued_on", dates.korean, size=12.5, align="center")
    pad.put(100, y + 124, "issuer", size=19, bold=True, align="center")
    sheet.picture(142, y + 112, 20, 20, seals.square("한국언어문화연구원장인", 20, rng))
    ornaments.specimen_note(sheet)


@layout("TOKL", "dotted-lines-across")
def tokl_across(pad: Pad) -> None:
    """Across: emblem left, label, dots and value right; title and grade in English, too."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("noto-serif", "nanum-barun", "nanum-gothic")))
    ornaments.wave_ground(sheet, 10, 10, 277, 190, (228, 238, 232), rng, pitch=3)
    ornaments.double_border(sheet, 8, _GOLD, gap=2, pen=1.4)
    sheet.picture(34, 50, 44, 44, adornments.emblem(44, (150, 186, 166), rng))
    pad.put(56, 116, "title", size=15, bold=True, align="center", width=76)
    sheet.text(56, 124, "Test of Korean Language", size=9, face="serif", align="center")
    sheet.text(180, 38, "인 증 서 (Certificate)", size=23, bold=True, align="center")
    style = rng.choice((dates.dashed, dates.korean))
    items = (
        entry(pad, "인증번호 (Certificate No.)", "number"),
        entry(pad, "성명 (Name)", "name"),
        entry(pad, "생년월일 (Date of Birth)", "birth_date", style),
        Entry("시험일 (Date of Test)", style(pad.get("taken_on"))),
        entry(pad, "등급 (Level)", "grade", bold=True),
        entry(pad, "인증일 (Date Certified)", "acquired_on", style),
        entry(pad, "유효기한 (Valid until)", "valid_until", style),
        entry(pad, "발급일 (Date of Issue)", "issued_on", style),
    )
    draw.led(sheet, 106, 58, items, to=264, step=12, size=13, width=80)
    sheet.text(185, 162, "위와 같이 국어능력을 인증함", size=13, align="center")
    pad.put(180, 182, "issuer", after="장", size=20, bold=True, align="center")
    sheet.picture(226, 168, 20, 20, seals.square("한국언어문화연구원장인", 20, rng))
    ornaments.specimen_note(sheet, y=206)
