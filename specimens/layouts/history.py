"""한국사능력검정시험 인증서 (KHISTORY) by 국사편찬위원회."""

from __future__ import annotations

from specimens import dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

ISSUER = "국사편찬위원회"
SITTINGS = {
    "36": ("2017-08-12", "2017-08-25"), "37": ("2017-10-28", "2017-11-10"), "38": ("2018-02-03", "2018-02-14"),
    "39": ("2018-05-26", "2018-06-08"), "40": ("2018-08-11", "2018-08-24"), "41": ("2018-10-27", "2018-11-09"),
    "42": ("2019-01-26", "2019-02-08"), "43": ("2019-05-25", "2019-06-07"), "44": ("2019-08-10", "2019-08-23"),
    "46": ("2020-02-08", "2020-02-21"),
}  # fmt: skip
"""회차 → (sitting, announcement of those who passed)."""
_GRADES = {"1급": ("고급", 70, 100), "2급": ("고급", 60, 69), "3급": ("중급", 70, 100)}
_BROWN = (122, 82, 44)


@realistic("certificate", "KHISTORY")
def certificate(filling: Filling) -> None:
    """인증번호 `회차-일련`; 고급 from 70 is 1급, from 60 2급; 중급 from 70 is 3급."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng))
    filling.take("title", lambda: "한국사능력검정시험")
    filling.take("grade", lambda: rng.choice(tuple(_GRADES)))
    given = str(filling.values.get("number") or "").partition("-")[0]
    announced = {day: sitting for sitting, (_, day) in SITTINGS.items()}
    sitting = given if given in SITTINGS else announced.get(filling.values.get("acquired_on") or "")
    sitting = sitting or rng.choice(tuple(SITTINGS)[:-1])
    filling.take("sitting", lambda: sitting)
    filling.take("number", lambda: f"{sitting}-{rng.randint(10000, 99999)}")
    acquired = filling.take("acquired_on", lambda: SITTINGS[sitting][1]) or SITTINGS[sitting][1]
    filling.take("issued_on", lambda: dates.later(rng, acquired, 0, 400))
    filling.take("issuer", lambda: ISSUER)
    kind, least, most = _GRADES.get(filling.values["grade"] or "1급", ("고급", 60, 100))
    filling.take("exam_kind", lambda: kind)
    filling.take("raw_score", lambda: str(rng.randint(least, most)))


@layout("KHISTORY", "award")
def award(pad: Pad) -> None:
    """An award in 궁서 and 명조 with a brown woven border."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "nanum-myeongjo")), paper=(255, 254, 250))
    ornaments.rosette(sheet, 105, 150, 58, (240, 231, 216), rng, rings=20)
    ornaments.woven_border(sheet, 11, 7, _BROWN)
    pad.put(26, 36, "number", before="인증번호 : ", size=12)
    sheet.text(
        105,
        62,
        "한국사능력검정시험",
        size=22,
        face="un-gungseo",
        align="center",
        tracking=1.0,
        field="title",
        value=pad.get("title"),
    )
    sheet.text(105, 80, "인 증 서", size=38, face="un-gungseo", align="center")
    rows = (
        ("성    명", pad.get("name"), "name", None),
        ("생년월일", pad.date("birth_date", dates.korean), "birth_date", pad.get("birth_date")),
        ("인증등급", pad.get("grade"), "grade", None),
        ("합 격 일", pad.date("acquired_on", dates.korean), "acquired_on", pad.get("acquired_on")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 110 + place * 14
        sheet.text(52, y, label, size=17)
        sheet.text(86, y, ":", size=17)
        sheet.text(94, y, printed, size=18, bold=field in ("name", "grade"), width=88, field=field, value=value)
    sheet.text(105, 182, f"위 사람은 제{pad.get('sitting')}회 한국사능력검정시험에서", size=17, align="center")
    sheet.text(105, 193, "위의 등급으로 합격하였으므로 이 인증서를 드립니다.", size=17, align="center")
    pad.put(105, 222, "issued_on", dates.korean_short, size=17, align="center")
    pad.put(98, 254, "issuer", after="위원장", size=25, face="un-gungseo", align="center", tracking=0.8)
    sheet.picture(152, 237, 26, 26, seals.square("국사편찬위원회위원장인", 26, rng))
    ornaments.specimen_note(sheet)


@layout("KHISTORY", "online")
def online(pad: Pad) -> None:
    """What the site prints: a gothic table with photograph, score, 시험일 and 합격 발표일 side by side."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "noto-sans", "nanum-square")))
    ornaments.scattered_marks(sheet, "국사편찬위원회", (246, 242, 236))
    sheet.frame(14, 14, 182, 26, pen=0, fill=(112, 78, 46))
    sheet.text(105, 31, "한국사능력검정시험 인증서", size=23, bold=True, align="center", colour=(255, 255, 255))
    sheet.text(20, 52, "Certificate of Korean History Proficiency Test", size=11, face="serif-italic")
    ornaments.photo_box(sheet, 20, 60, rng, width=33, height=44)
    cells = ornaments.grid(sheet, 60, 60, (34, 96), (11,) * 4, header=(243, 238, 230), header_columns=(0,))
    rows = (
        ("성명", pad.get("name"), "name", None),
        ("생년월일", pad.date("birth_date", dates.dotted), "birth_date", pad.get("birth_date")),
        ("인증번호", pad.get("number"), "number", None),
        ("인증등급", pad.get("grade"), "grade", None),
    )
    for (label_place, place), (label, printed, field, value) in zip(cells, rows, strict=True):
        ornaments.cell(sheet, label_place, label, bold=True)
        ornaments.cell(sheet, place, printed, size=12, align="left", field=field, value=value)
    sitting = pad.get("sitting")
    cells = ornaments.grid(sheet, 20, 116, (34, 34, 34, 34, 34), (10, 12), header=(243, 238, 230))
    taken = SITTINGS.get(sitting, ("2018-10-27",))[0]
    row = (
        ("회차", f"제{sitting}회", None, None),
        ("종류", pad.get("exam_kind"), None, None),
        ("점수", pad.get("raw_score"), None, None),
        ("시험일", dates.dotted(taken), None, None),
        ("합격자 발표일", pad.date("acquired_on", dates.dotted), "acquired_on", pad.get("acquired_on")),
    )
    for column, (label, printed, field, value) in enumerate(row):
        ornaments.cell(sheet, cells[0][column], label, bold=True)
        ornaments.cell(sheet, cells[1][column], printed, size=10.5, field=field, value=value)
    sheet.text(20, 152, "위 사람은 국사편찬위원회가 시행한", size=13)
    end = pad.put(20, 161, "title", size=13, bold=True)
    sheet.text(end + 1, 161, "에서 위와 같이 합격하였음을 인증합니다.", size=13)
    pad.put(105, 196, "issued_on", dates.dotted_closed, before="발급일 : ", size=13, align="center")
    pad.put(100, 222, "issuer", after=" 위원장", size=22, bold=True, align="center")
    sheet.picture(145, 207, 24, 24, seals.square("국사편찬위원회위원장인", 24, rng))
    sheet.line(20, 262, 190, 262, pen=0.15)
    sheet.text(
        20, 268, "※ 이 인증서는 국사편찬위원회 누리집에서 성명, 생년월일, 인증번호로 진위를 확인할 수 있습니다.", size=8
    )
    sheet.text(20, 274, "※ 60점 이상 2급, 70점 이상 1급(고급) / 70점 이상 3급, 60점 이상 4급(중급)", size=8)
    ornaments.specimen_note(sheet)
