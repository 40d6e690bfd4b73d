"""한국실용글쓰기검정 (PRACTICAL_WRITING): an award with a ribbon, results of a sitting, a card on a copy."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import entry
from specimens.layouts import writing
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, CARD

_PLUM = (88, 44, 104)


@layout("PRACTICAL_WRITING", "award-with-ribbon")
def writing_award(pad: Pad) -> None:
    """An award across with a violet band at the left; number in brackets; grade after the name of the test."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "un-batang", "nanum-square")))
    sheet.picture(0, 0, 40, 210, adornments.shine(40, 210, _PLUM, (150, 110, 170)))
    sheet.picture(7, 24, 26, 36, adornments.medal(26, (214, 178, 96)))
    ornaments.rosette(sheet, 172, 104, 50, (236, 228, 240), rng)
    pad.put(56, 28, "number", before="[자격번호 ", after="]", size=11)
    sheet.text(
        168, 50, rng.choice(("자   격   증", "자 격 인 증 서")), size=30, bold=True, align="center", colour=_PLUM
    )
    end = pad.put(148, 74, "title", size=19, bold=True, align="center")
    pad.put(end + 4, 74, "grade", size=19, bold=True, colour=_PLUM)
    style = rng.choice((dates.korean_short, dates.korean, dates.dotted))
    left = (entry(pad, "성      명", "name", draw.wide), entry(pad, "취 득 일", "acquired_on", style))
    right = (entry(pad, "생년월일", "birth_date", style), entry(pad, "유효기간", "valid_until", style, before="~ "))
    forms.inline(sheet, 66, 98, left, step=14, room=60, label_room=28, size=14, colon=":")
    forms.inline(sheet, 172, 98, right, step=14, room=66, label_room=30, size=14, colon=":")
    sheet.text(
        168, 138, "위 사람은 국가공인 한국실용글쓰기검정에서 위의 급수를 취득하였으므로", size=14, align="center"
    )
    sheet.text(168, 147, "「자격기본법」에 따라 이 증서를 수여합니다.", size=14, align="center")
    pad.put(168, 166, "issued_on", style, size=13, align="center")
    pad.put(162, 184, "issuer", after=" 회장", size=20, bold=True, align="center")
    sheet.picture(210, 170, 21, 21, seals.square("한국국어능력평가협회인", 21, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("PRACTICAL_WRITING", "results-of-sitting")
def writing_results(pad: Pad) -> None:
    """성적 확인서: one narrow table of labels and values, 급수 large in a merged cell, parts of the score as decoys."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "nanum-gothic", "noto-sans", "un-dotum")))
    pad.put(18, 22, "issuer", before="사단법인 ", size=12, bold=True)
    sheet.line(18, 26, 192, 26, pen=0.3)
    sheet.text(105, 46, "국가공인 한국실용글쓰기검정 성적·자격 확인서", size=18, bold=True, align="center")
    style = rng.choice((dates.dashed, dates.dotted, dates.dotted_wide))
    rows = (
        ("자격명", entry(pad, "", "title")),
        ("성  명", entry(pad, "", "name")),
        ("생년월일", entry(pad, "", "birth_date", style)),
        ("자격번호", entry(pad, "", "number")),
        ("합격일자", entry(pad, "", "acquired_on", style)),
        ("유효기간", entry(pad, "", "valid_until", style, after=" 까지")),
        ("확인서 발급일", entry(pad, "", "issued_on", style)),
    )
    shade = (240, 236, 244)
    draw.table(
        sheet,
        18,
        58,
        (34, 90),
        (11,) * 7,
        rows,
        size=11.5,
        label_size=10,
        shade=shade,
        shade_columns=(0,),
        align="left",
    )
    sheet.frame(142, 58, 50, 77, pen=0.4)
    draw.banner(sheet, 142, 58, 50, 10, "취득 급수", fill=_PLUM, size=11, align="center")
    pad.put(167, 92, "grade", size=34, bold=True, align="center", colour=_PLUM)
    sheet.text(167, 106, f"총점 {pad.get('raw_score')}점", size=12, align="center")
    sheet.text(167, 114, "(1,000점 만점)", size=9, align="center", colour=draw.GREY)
    score = int(pad.get("raw_score") or 0)
    parts = (("글쓰기 원리", 200), ("글쓰기 실제", 600), ("사고력", 120), ("글쓰기 윤리", 80))
    rows_ = [(part, str(top), str(round(score * top / 1000)), rng.choice("상중")) for part, top in parts]
    forms.table(sheet, 18, 150, (60, 38, 38, 38), ("평가 영역", "배점", "득점", "수준"), rows_, height=9, header=shade)
    scale = " · ".join(f"{grade} {least}점" for grade, (least, _) in writing.GRADES.items())
    draw.notes(
        sheet,
        18,
        205,
        (f"급수별 최저 점수 : {scale}", "자격의 유효기간은 취득일로부터 2년이며 갱신하지 않습니다."),
        size=8,
        width=174,
    )
    sheet.text(105, 236, "위 성적과 자격을 확인합니다.", size=13, align="center")
    sheet.text(100, 258, "한국국어능력평가협회장", size=19, bold=True, align="center")
    sheet.picture(144, 246, 20, 20, seals.square("한국국어능력평가협회인", 20, rng))
    forms.code(sheet, 18, 250, 20, f"klata {pad.get('number')}")
    ornaments.specimen_note(sheet)


@layout("PRACTICAL_WRITING", "card-on-copy")
def writing_card(pad: Pad) -> None:
    """자격증 카드 copied onto A4: upright card, photograph above, labels in brackets."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-round", "nanum-barun")))
    scale, left, top = 1.7, rng.uniform(40, 70), rng.uniform(30, 60)
    width, height = CARD[1] * scale, CARD[0] * scale
    sheet.frame(left, top, width, height, pen=0.3, colour=draw.PALE, fill=(250, 247, 252))
    sheet.picture(left, top, width, 20, adornments.shine(width, 20, _PLUM, (140, 96, 160)))
    pad.put(left + width / 2, top + 9, "title", size=14, bold=True, align="center", colour=draw.WHITE)
    sheet.text(left + width / 2, top + 16, "자 격 증", size=12, align="center", colour=draw.WHITE)
    ornaments.photo_box(sheet, left + width / 2 - 15, top + 25, rng, width=30, height=39)
    style = rng.choice((dates.dotted, dates.dashed))
    items = (
        entry(pad, "[급    수]", "grade", bold=True),
        entry(pad, "[자격번호]", "number"),
        entry(pad, "[성    명]", "name"),
        entry(pad, "[생년월일]", "birth_date", style),
        entry(pad, "[취득일자]", "acquired_on", style),
        entry(pad, "[유효기간]", "valid_until", style),
        entry(pad, "[발급일자]", "issued_on", style),
    )
    forms.inline(sheet, left + 10, top + 75, items, step=7.6, room=50, label_room=26, size=10.5, colon="")
    pad.put(left + width / 2 - 4, top + height - 10, "issuer", size=13, bold=True, align="center")
    sheet.picture(left + width - 24, top + height - 21, 16, 16, seals.square("한국국어능력평가협회인", 16, rng))
    ornaments.specimen_note(sheet)
