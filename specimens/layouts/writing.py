"""한국실용글쓰기검정 (PRACTICAL_WRITING) by 한국국어능력평가협회: 자격증 and its card."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.layouts.kbs import two_years
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, CARD

ISSUER = "한국국어능력평가협회"
TITLE = "한국실용글쓰기검정"
GRADES = {"1급": (870, 1000), "2급": (790, 869), "준2급": (710, 789), "3급": (630, 709), "준3급": (550, 629)}
"""Grade → score out of 1000."""
_VIOLET = (78, 58, 120)


@realistic("certificate", "PRACTICAL_WRITING")
def certificate(filling: Filling) -> None:
    """자격번호 `연도 두 자리-회차-등급순-일련`; valid two years from the day it was passed."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng))
    filling.take("title", lambda: TITLE)
    grade = filling.take("grade", lambda: rng.choices(tuple(GRADES), (2, 5, 6, 4, 2))[0]) or "준2급"
    acquired = filling.take("acquired_on", lambda: dates.between(rng, "2017-11-10", "2019-09-06")) or "2018-06-01"
    filling.take("issued_on", lambda: dates.later(rng, acquired, 3, 420))
    filling.take("valid_until", lambda: two_years(acquired))
    sitting = 58 + (int(acquired[:4]) - 2017) * 5 + (int(acquired[5:7]) - 1) // 3
    filling.take("sitting", lambda: str(sitting))
    order = list(GRADES).index(grade) + 1 if grade in GRADES else 2
    filling.take("number", lambda: f"{acquired[2:4]}-{sitting:03d}-{order}-{rng.randrange(10**5):05d}")
    filling.take("issuer", lambda: ISSUER)
    least, most = GRADES.get(grade, (550, 1000))
    filling.take("raw_score", lambda: str(rng.randint(least, most)))


@layout("PRACTICAL_WRITING", "award")
def award(pad: Pad) -> None:
    """자격증 upright: title in a ribbon, photograph at the left, title and grade on two lines."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "baekmuk-batang", "noto-serif")))
    ornaments.double_border(sheet, 10, _VIOLET, gap=1.8, pen=1.4)
    ornaments.rosette(sheet, 105, 160, 46, (232, 228, 240), rng)
    sheet.text(105, 46, "국가공인 민간자격", size=13, align="center", colour=_VIOLET)
    sheet.text(105, 66, "자  격  증", size=36, bold=True, align="center")
    ornaments.photo_box(sheet, 28, 84, rng)
    items = (
        forms.entry(pad, "자격종목", "title", bold=True),
        forms.entry(pad, "등    급", "grade", bold=True),
        forms.entry(pad, "자격번호", "number"),
        forms.entry(pad, "성    명", "name"),
        forms.entry(pad, "생년월일", "birth_date", dates.dotted_wide),
        forms.entry(pad, "합격일자", "acquired_on", dates.dotted_wide),
        forms.entry(
            pad, "유효기간", "valid_until", dates.dotted_wide, before=f"{pad.date('acquired_on', dates.dotted_wide)} ~ "
        ),
    )
    forms.inline(sheet, 70, 92, items, step=12.5, room=78, label_room=32, size=14)
    sheet.text(105, 192, "위 사람은 「자격기본법」에 따라 국가의 공인을 받은", size=14, align="center")
    sheet.text(105, 201, "한국실용글쓰기검정에 합격하였으므로 이 자격증을 수여합니다.", size=14, align="center")
    pad.put(105, 224, "issued_on", dates.korean, before="발급일 : ", size=14, align="center")
    sheet.text(105, 240, "사단법인", size=11, align="center")
    pad.put(98, 252, "issuer", after="장", size=21, bold=True, align="center", tracking=0.6)
    sheet.picture(150, 237, 23, 23, seals.square("한국국어능력평가협회장인", 23, rng))
    ornaments.specimen_note(sheet)


@layout("PRACTICAL_WRITING", "card")
def card(pad: Pad) -> None:
    """A plastic card of 86 × 54 mm, grade behind the title."""
    rng = pad.rng
    sheet = pad.sheet(CARD, face=rng.choice(("nanum-gothic", "nanum-square", "noto-sans")), paper=(250, 248, 253))
    ornaments.wave_ground(sheet, 0, 0, 86, 54, (230, 224, 242), rng, pitch=1.6)
    sheet.frame(0, 0, 86, 10, pen=0, fill=_VIOLET)
    sheet.text(43, 6.8, "국가공인 자격증", size=11, bold=True, align="center", colour=(255, 255, 255))
    ornaments.photo_box(sheet, 63, 13, rng, width=19, height=25)
    labels = (
        ("종목", "title", None), ("등급", "grade", None), ("자격번호", "number", None), ("성명", "name", None),
        ("생년월일", "birth_date", dates.dotted), ("취득일자", "acquired_on", dates.dotted),
        ("발급일자", "issued_on", dates.dotted), ("유효기간", "valid_until", dates.dotted),
    )  # fmt: skip
    for place, (label, field, style) in enumerate(labels):
        y = 15.2 + place * 4.1
        sheet.text(4, y, label, size=7, colour=(80, 74, 100))
        pad.put(18, y, field, style, size=8, width=43, after=" 까지" if field == "valid_until" else "")
    sheet.text(
        43, 51, "한국국어능력평가협회장", size=9.5, bold=True, align="center", field="issuer", value=pad.get("issuer")
    )
    sheet.picture(66, 41, 11, 11, seals.square("한국국어능력평가협회장인", 11, rng))
    ornaments.specimen_note(sheet, x=22, y=53.2)
