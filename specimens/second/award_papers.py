"""국가기술자격증 (NQ_AWARD) of other years: words in a sentence, an ordinance's form, labels in two tongues."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_GREEN = (38, 96, 78)
_NAVY = (34, 50, 98)
_BROWN = (120, 84, 40)


@layout("NQ_AWARD", "words-of-award")
def words_of_award(pad: Pad) -> None:
    """An award: name and birth date without labels in the middle, trade and day of passing inside the sentence."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "baekmuk-batang", "noto-serif")), paper=(253, 252, 246))
    adornments.taegeuk(sheet, 105, 150, 46, (228, 226, 214))
    adornments.key_border(sheet, 12, 6, _BROWN)
    pad.put(30, 40, "number", before=rng.choice(("자격번호 ", "자격번호 : ")), size=12)
    pad.put(180, 40, "management_no", before="관리번호 ", size=8, align="right")
    face = rng.choice(("un-gungseo", "nanum-myeongjo-extrabold"))
    sheet.text(105, 76, "국가기술자격증", size=38, face=face, align="center", tracking=3.2)
    pad.put(105, 112, "name", rng.choice((draw.wide, draw.wider)), size=26, bold=True, align="center")
    pad.put(105, 123, "birth_date", dates.korean_short, size=13, align="center", after="생")
    sentence = (
        "위 사람은 「국가기술자격법」 제10조에 따른 검정을 거쳐 ",
        sentences.run(pad, "acquired_on", dates.korean_short),
        " ",
        sentences.run(pad, "title", bold=True),
        "의 자격을 취득하였음을 증명합니다.",
    )
    sentences.write(sheet, 36, 150, sentence, width=140, leading=12, size=18)
    pad.put(105, 214, "issued_on", rng.choice((dates.korean, dates.korean_short)), size=16, align="center")
    pad.put(102, 240, "issuer", after="이사장", size=25, face=face, align="center", tracking=1.2)
    sheet.picture(160, 225, 23, 23, seals.square("한국산업인력공단이사장인", 23, rng))
    sheet.text(105, 264, f"{pad.get('ministry')} 위탁", size=10, align="center", colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("NQ_AWARD", "ordinance-form")
def ordinance_form(pad: Pad) -> None:
    """[별지 서식]: open sides, labels of two lines, a place for the photograph in the table, the law below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "baekmuk-gulim", "un-dotum", "un-batang")))
    sheet.text(18, 20, "■ 국가기술자격법 시행규칙 [별지 제16호서식] <개정 2016. 6. 30.>", size=8.5)
    sheet.text(105, 38, rng.choice(("국가기술자격증", "국 가 기 술 자 격 증")), size=24, bold=True, align="center")
    sheet.text(192, 46, "(앞쪽)", size=8, align="right")
    rows = (
        ("자격번호", entry(pad, "", "number")),
        (rng.choice(("자격종목\n및 등급", "자격 종목\n(등급)")), entry(pad, "", "title", bold=True)),
        (rng.choice(("성    명", "성 명")), entry(pad, "", "name")),
        ("생년월일", entry(pad, "", "birth_date", dates.dotted_wide)),
    )
    draw.table(sheet, 62, 50, (34, 96), (14,) * 4, rows, size=12, label_size=10.5, open_sides=True, align="left")
    ornaments.photo_box(sheet, 20, 52, rng, width=37, height=50)
    dates_row = (
        (
            "합    격\n연 월 일",
            entry(pad, "", "acquired_on", dates.dotted_wide),
            "발    급\n연 월 일",
            entry(pad, "", "issued_on", dates.dotted_wide),
        ),
    )
    draw.table(
        sheet, 18, 112, (30, 57, 30, 57), (17,), dates_row, size=12, label_size=10, open_sides=True, align="center"
    )
    other = (("내지번호", entry(pad, "", "inner_no"), "관리번호", entry(pad, "", "management_no")),)
    draw.table(sheet, 18, 129, (30, 57, 30, 57), (11,), other, size=10, label_size=10, open_sides=True, edge=0.2)
    sheet.text(
        105, 164, "「국가기술자격법」 제13조 및 같은 법 시행규칙 제30조에 따라 위와 같이", size=13, align="center"
    )
    sheet.text(105, 173, "자격을 취득하였음을 증명합니다.", size=13, align="center")
    pad.put(104, 212, "issuer", after=rng.choice((" 이사장", "이사장")), size=21, bold=True, align="center")
    sheet.frame(150, 199, 22, 22, pen=0.2, colour=draw.PALE)
    sheet.picture(150, 199, 22, 22, seals.square("한국산업인력공단이사장인", 22, rng))
    sheet.line(18, 236, 192, 236, pen=0.4)
    sheet.text(105, 243, "유 의 사 항", size=10, bold=True, align="center")
    draw.notes(
        sheet,
        20,
        250,
        (
            "1. 이 자격증은 다른 사람에게 빌려주거나 양도할 수 없으며, 위반한 경우 1년 이하의 징역 또는 "
            "1천만원 이하의 벌금에 처해집니다.",
            "2. 자격취득사항에 변경이 있는 경우에는 변경된 날부터 30일 이내에 정정을 신청하여야 합니다.",
            "3. 진위 여부는 발급일부터 90일까지 관리번호로 확인할 수 있습니다. (2019. 1. 1. 이후 발급분)",
        ),
        size=8,
        width=170,
    )
    sheet.text(192, 284, "210mm×297mm[백상지 120g/㎡]", size=7, align="right")
    ornaments.specimen_note(sheet)


@layout("NQ_AWARD", "two-tongues")
def two_tongues(pad: Pad) -> None:
    """Across: every label in Korean with English in small print under it, values on dotted lines."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "un-batang", "nanum-barun")))
    ornaments.rosette(sheet, 148, 108, 62, (222, 234, 228), rng, rings=20, flatten=0.8)
    adornments.notched_border(sheet, 9, 9, _GREEN, pen=1.1)
    sheet.picture(28, 24, 16, 16, adornments.emblem(16, _GREEN, rng))
    sheet.text(148.5, 38, "국가기술자격증", size=28, bold=True, align="center", colour=_GREEN, tracking=2)
    sheet.text(148.5, 46, "CERTIFICATE OF NATIONAL TECHNICAL QUALIFICATION", size=10.5, face="serif", align="center")
    ornaments.photo_box(sheet, 238, 26, rng, width=28, height=36)
    style = rng.choice((dates.dotted, dates.korean, dates.dotted_wide))
    left = (
        ("자 격 번 호", "Certificate No.", "number", None),
        ("자 격 종 목", "Field of Qualification", "title", None),
        ("합격연월일", "Date of Passing", "acquired_on", style),
    )
    right = (
        ("성         명", "Name in Full", "name", draw.wide),
        ("생 년 월 일", "Date of Birth", "birth_date", style),
        ("발급연월일", "Date of Issue", "issued_on", style),
    )
    for x, column in ((32, left), (156, right)):
        for place, (korean, english, field, printed) in enumerate(column):
            y = 84 + place * 19
            sheet.text(x, y, korean, size=12.5, colour=_GREEN)
            sheet.text(x, y + 4.4, english, size=7.5, face="serif-italic", colour=draw.GREY)
            pad.put(x + 40, y + 0.6, field, printed, size=15, bold=field in ("name", "title"), width=70)
            draw.leader(sheet, x + 38, x + 110, y + 3.4)
    sheet.text(
        148.5, 144, "위 사람은 「국가기술자격법」에 따라 위 자격을 취득하였음을 증명합니다.", size=14, align="center"
    )
    sheet.text(
        148.5,
        151,
        "The holder has been awarded the above qualification under the National Technical Qualifications"
        " Act of the Republic of Korea.",
        size=8.5,
        face="serif-italic",
        align="center",
    )
    pad.put(148.5, 174, "issuer", after=" 이사장", size=21, bold=True, align="center", tracking=1)
    sheet.text(
        148.5, 181, "President, Human Resources Development Service of Korea", size=9, face="serif", align="center"
    )
    sheet.picture(206, 160, 22, 22, seals.square("한국산업인력공단이사장인", 22, rng))
    pad.put(28, 190, "management_no", before="관리번호(Control No.) ", size=7.5)
    forms.code(sheet, 250, 168, 18, f"https://q.example/{pad.get('number')}")
    ornaments.specimen_note(sheet, y=206)


@layout("NQ_AWARD", "photograph-below")
def photograph_below(pad: Pad) -> None:
    """Blue upright award: number and trade at the top left, photograph in the middle, the person below it."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "baekmuk-dotum")), paper=(250, 252, 255))
    ornaments.wave_ground(sheet, 16, 16, 178, 265, (226, 232, 244), rng, pitch=2.0)
    ornaments.double_border(sheet, 11, _NAVY, gap=3, pen=1.6)
    size = 12.5
    for place, (label, field) in enumerate((("자격번호", "number"), ("자격종목", "title"))):
        y = 34 + place * 9
        sheet.text(28, y, label, size=size, tracking=1.2)
        sheet.text(53, y, "：", size=size)
        pad.put(59, y, field, size=size + 0.5, width=118)
    sheet.text(105, 74, "국 가 기 술 자 격 증", size=32, bold=True, align="center", colour=_NAVY)
    ornaments.photo_box(sheet, 88, 84, rng, width=34, height=45)
    items = (
        Entry(rng.choice(("성        명", "성      명")), pad.get("name"), "name", bold=True),
        entry(pad, "생 년 월 일", "birth_date", dates.korean),
        entry(pad, "합격연월일", "acquired_on", dates.korean),
        entry(pad, "발급연월일", "issued_on", dates.korean),
    )
    forms.inline(sheet, 58, 146, items, step=11, room=82, label_room=36, size=14, colon="：")
    sheet.text(105, 202, "위 사람은 국가기술자격법에 의한 기술자격을", size=15, align="center")
    sheet.text(105, 211, "취득하였음을 증명함", size=15, align="center")
    pad.put(100, 244, "issuer", after="이사장", size=23, bold=True, align="center", tracking=0.8)
    sheet.picture(152, 229, 24, 24, seals.square("한국산업인력공단이사장인", 24, rng))
    pad.put(105, 268, "management_no", before="[ ", after=" ]", size=8.5, align="center")
    ornaments.specimen_note(sheet)
