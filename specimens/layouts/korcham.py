"""대한상공회의소 자격증 (KORCHAM): 컴퓨터활용능력 1급–3급 and 워드프로세서."""

from __future__ import annotations

from specimens import dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, CARD

ISSUER = "대한상공회의소"
_BLUE = (36, 70, 134)


@realistic("certificate", "KORCHAM")
def certificate(filling: Filling) -> None:
    """`18-K9-012345`: year, kind, running number."""
    rng = filling.rng
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng))
    filling.take("title", lambda: rng.choices(("컴퓨터활용능력", "워드프로세서"), (9, 1))[0])
    grades = ("1급", "2급", "3급") if filling.values["title"] == "컴퓨터활용능력" else ("1급",)
    filling.take("grade", lambda: rng.choice(grades))
    acquired = filling.take("acquired_on", lambda: dates.between(rng, "2010-01-10", "2019-08-20")) or "2018-05-04"
    filling.take("issued_on", lambda: dates.later(rng, acquired, 2, 90))
    filling.take(
        "number", lambda: f"{acquired[2:4]}-{rng.choice(('K9', 'I3', 'H2', 'K8', 'L1'))}-{rng.randrange(10**6):06d}"
    )
    filling.take("issuer", lambda: ISSUER)


@layout("KORCHAM", "award")
def award(pad: Pad) -> None:
    """A4 upright with a blue border; grade behind the title; seal of the 회장."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang")))
    ornaments.rosette(sheet, 105, 150, 46, (224, 230, 242), rng)
    ornaments.double_border(sheet, 12, _BLUE, gap=2.2, pen=1.3)
    pad.put(24, 28, "number", before="제 ", after=" 호", size=12)
    sheet.text(105, 58, "국 가 기 술 자 격 증", size=30, bold=True, align="center")
    ornaments.photo_box(sheet, 90, 68, rng)
    rows = (
        ("자격종목", f"{pad.get('title')} {pad.get('grade')}".strip(), "title", None),
        ("자격번호", pad.get("number"), "number", None),
        ("성    명", pad.get("name"), "name", None),
        ("생년월일", pad.date("birth_date", dates.korean), "birth_date", pad.get("birth_date")),
        ("합격일자", pad.date("acquired_on", dates.korean), "acquired_on", pad.get("acquired_on")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 128 + place * 12.5
        sheet.text(46, y, label, size=15)
        sheet.text(76, y, ":", size=15)
        if field == "title":
            _title_and_grade(pad, sheet, 84, y, 16)
            continue
        sheet.text(84, y, printed, size=15, width=92, field=field, value=value)
    sheet.text(105, 204, "위 사람은 국가기술자격법에 의하여 위의 자격을", size=15, align="center")
    sheet.text(105, 213, "취득하였음을 증명합니다.", size=15, align="center")
    pad.put(105, 232, "issued_on", dates.korean, size=15, align="center")
    pad.put(100, 258, "issuer", after="회장", size=24, bold=True, align="center", tracking=1.2)
    sheet.picture(152, 242, 25, 25, seals.square("대한상공회의소회장의인", 25, rng))
    ornaments.specimen_note(sheet)


def _title_and_grade(pad: Pad, sheet: object, x: float, y: float, size: float) -> None:
    end = pad.put(x, y, "title", size=size, bold=True)
    pad.put(end + 2.5, y, "grade", size=size, bold=True)


@layout("KORCHAM", "card")
def card(pad: Pad) -> None:
    """A plastic card of 86 × 54 mm."""
    rng = pad.rng
    sheet = pad.sheet(CARD, face=rng.choice(("nanum-gothic", "nanum-barun", "nanum-square")), paper=(244, 248, 253))
    ornaments.wave_ground(sheet, 0, 0, 86, 54, (214, 226, 242), rng, pitch=1.5)
    sheet.frame(0, 0, 86, 9, pen=0, fill=_BLUE)
    sheet.text(4, 6.3, "국가기술자격증", size=10.5, bold=True, colour=(255, 255, 255))
    sheet.text(82, 6.2, "대한상공회의소", size=7, align="right", colour=(255, 255, 255))
    ornaments.photo_box(sheet, 4, 13, rng, width=19, height=25)
    rows = (
        ("종목", None, "title", None),
        ("자격번호", pad.get("number"), "number", None),
        ("성명", pad.get("name"), "name", None),
        ("생년월일", pad.date("birth_date", dates.dotted), "birth_date", pad.get("birth_date")),
        ("취득일", pad.date("acquired_on", dates.dotted), "acquired_on", pad.get("acquired_on")),
        ("발급일", pad.date("issued_on", dates.dotted), "issued_on", pad.get("issued_on")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 15.5 + place * 4.7
        sheet.text(26, y, label, size=7, colour=(70, 80, 100))
        if printed is None:
            _title_and_grade(pad, sheet, 40, y, 8.5)
        else:
            sheet.text(40, y, printed, size=8.5, width=42, field=field, value=value)
    sheet.text(54, 49.5, "대한상공회의소회장", size=9.5, bold=True, align="center", field="issuer", value=ISSUER)
    sheet.picture(71, 41, 11, 11, seals.square("대한상공회의소회장의인", 11, rng))
    ornaments.specimen_note(sheet, x=22, y=52.6)
