"""OPIc certificates (OPIC) of English speaking by ACTFL, printed by Credu/멀티캠퍼스."""

from __future__ import annotations

from specimens import dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, A4_LANDSCAPE

LEVELS = {
    "NL": "Novice Low", "NM": "Novice Mid", "NH": "Novice High", "IL": "Intermediate Low", "IM1": "Intermediate Mid 1",
    "IM2": "Intermediate Mid 2", "IM3": "Intermediate Mid 3", "IH": "Intermediate High", "AL": "Advanced Low",
}  # fmt: skip
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORANGE = (214, 96, 28)
_SLATE = (52, 62, 78)


@realistic("language", "OPIC")
def certificate(filling: Filling) -> None:
    """A level of the closed list; a number of five groups of four or five signs; valid for two years."""
    rng = filling.rng
    filling.take("test", lambda: "OPIC")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-04", "2019-08-25")) or "2018-06-10"
    filling.take("announced_on", lambda: dates.later(rng, taken, 5, 8))
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    filling.take("level", lambda: rng.choices(tuple(LEVELS), (1, 1, 3, 8, 14, 22, 16, 20, 15))[0])
    groups = ["".join(rng.choice(_SIGNS) for _ in range(rng.choice((4, 5)))) for _ in range(5)]
    filling.take("registration_no", lambda: "-".join(groups))


@layout("OPIC", "certificate")
def award(pad: Pad) -> None:
    """A4 across: Oral Proficiency Interview - computer, the level large in the middle."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face="serif", paper=(255, 254, 251))
    ornaments.woven_border(sheet, 9, 6, _ORANGE)
    ornaments.rosette(sheet, 148.5, 110, 62, (248, 236, 226), rng, rings=16, flatten=0.6)
    sheet.text(148.5, 40, "OPIc", size=40, face="sans-bold", align="center", colour=_ORANGE)
    sheet.text(148.5, 50, "Oral Proficiency Interview - computer : English", size=14, align="center")
    sheet.text(148.5, 64, "This is to certify that", size=13, face="serif-italic", align="center")
    pad.put(148.5, 78, "name_latin", size=25, bold=True, align="center")
    pad.put(148.5, 87, "name", size=14, face=rng.choice(("nanum-myeongjo", "un-batang")), align="center")
    sheet.text(
        148.5, 98, "has been rated on the ACTFL Proficiency Guidelines as", size=13, face="serif-italic", align="center"
    )
    level = pad.get("level")
    sheet.text(
        148.5,
        117,
        LEVELS.get(level, level),
        size=30,
        bold=True,
        align="center",
        colour=_SLATE,
        field="level",
        value=level,
    )
    sheet.text(148.5, 128, f"({level})" if level else "", size=15, bold=True, align="center", colour=_SLATE)
    rows = (
        ("Date of Birth", pad.date("birth_date", dates.english), "birth_date", pad.get("birth_date")),
        ("Test Date", pad.date("test_date", dates.english), "test_date", pad.get("test_date")),
        ("Valid Until", pad.date("valid_until", dates.english), "valid_until", pad.get("valid_until")),
        ("Certificate No.", pad.get("registration_no"), "registration_no", None),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 146 + place * 8
        sheet.text(92, y, f"{label} :", size=11.5, face="sans", colour=_SLATE)
        sheet.text(132, y, printed, size=12, face="sans", field=field, value=value)
    sheet.text(64, 188, "ACTFL", size=13, face="sans-bold", align="center")
    sheet.line(38, 182, 90, 182, pen=0.2)
    sheet.text(236, 188, "OPIc 한국평가원", size=13, face="nanum-gothic-bold", align="center")
    sheet.line(206, 182, 266, 182, pen=0.2)
    sheet.picture(252, 168, 20, 20, seals.square("오픽한국평가원의인", 20, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("OPIC", "score-sheet")
def score_sheet(pad: Pad) -> None:
    """A4 upright: a table of the sitting and the scale of all nine levels, the reached one marked (a trap)."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "noto-sans", "nanum-square")))
    sheet.frame(0, 0, 210, 24, pen=0, fill=_SLATE)
    sheet.text(18, 16, "OPIc 성적증명서", size=20, bold=True, colour=(255, 255, 255))
    sheet.text(192, 15.5, "Official Score Report", size=11, face="sans", align="right", colour=(255, 255, 255))
    ornaments.photo_box(sheet, 18, 34, rng)
    cells = ornaments.grid(sheet, 56, 34, (38, 98), (8,) * 5, header=(240, 242, 246), header_columns=(0,))
    rows = (
        ("성명 Name", f"{pad.get('name')}", "name", None),
        ("영문성명", pad.get("name_latin"), "name_latin", None),
        ("생년월일 Date of Birth", pad.date("birth_date", dates.slashed), "birth_date", pad.get("birth_date")),
        ("수험번호 Test ID", pad.get("registration_no"), "registration_no", None),
        ("응시일자 Test Date", pad.date("test_date", dates.slashed), "test_date", pad.get("test_date")),
    )
    for line, (label, printed, field, value) in zip(cells, rows, strict=True):
        ornaments.cell(sheet, line[0], label, size=8.5)
        ornaments.cell(sheet, line[1], printed, align="left", size=10.5, field=field, value=value)
    level = pad.get("level")
    cells = ornaments.grid(sheet, 18, 84, (44, 44, 43, 43), (9, 16), header=(240, 242, 246))
    columns = (
        ("언어 Language", "영어 English", None, None),
        ("등급 Level", level, "level", None),
        ("성적발표일", pad.date("announced_on", dates.slashed), "announced_on", pad.get("announced_on")),
        ("유효기간 Valid Until", pad.date("valid_until", dates.slashed), "valid_until", pad.get("valid_until")),
    )
    for column, (label, printed, field, value) in enumerate(columns):
        ornaments.cell(sheet, cells[0][column], label, size=8.5)
        ornaments.cell(
            sheet,
            cells[1][column],
            printed,
            size=17 if field == "level" else 10.5,
            bold=field == "level",
            field=field,
            value=value,
        )
    sheet.text(18, 122, "OPIc 등급체계 (ACTFL Proficiency Guidelines)", size=10, bold=True)
    scale = ornaments.grid(sheet, 18, 126, (24, 60, 90), (8, *(8,) * len(LEVELS)), header=(240, 242, 246))
    for place, text in zip(scale[0], ("Level", "명칭", "설명"), strict=True):
        ornaments.cell(sheet, place, text, size=8.5)
    for line, (code, long) in zip(scale[1:], reversed(LEVELS.items()), strict=True):
        if code == level:
            left, top, width, height = line[0]
            sheet.frame(left + 0.3, top + 0.3, width - 0.6, height - 0.6, pen=0, fill=(250, 226, 206))
        ornaments.cell(sheet, line[0], code, size=9)
        ornaments.cell(sheet, line[1], long, size=9)
        ornaments.cell(
            sheet,
            line[2],
            "일상적인 소재에서 문장으로 말할 수 있음" if code[0] == "I" else "해당 수준의 말하기 능력을 갖춤",
            size=8,
        )
    sheet.text(96, 240, "OPIc 한국평가원", size=17, bold=True, align="center")
    sheet.picture(124, 227, 20, 20, seals.square("오픽한국평가원의인", 20, rng))
    sheet.picture(168, 226, 20, 20, ornaments.qr(pad.get("registration_no") or "OPIC"))
    sheet.text(18, 266, "※ 성적은 응시일로부터 2년간 유효하며, 수험번호로 진위를 확인할 수 있습니다.", size=8)
    ornaments.specimen_note(sheet)
