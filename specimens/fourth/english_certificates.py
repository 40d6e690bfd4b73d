"""TOEIC and TOEFL iBT (TOEIC, TOEFL_IBT): an electronic document wallet, a certificate from Europe, a PDF report."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.toefl import SECTIONS
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4_LANDSCAPE, Sheet
from specimens.third import day_styles

_BLUE = (0, 84, 150)
_INDIGO = (44, 50, 120)
_SKY = (226, 238, 248)
_WALLET = (100.0, 205.0)
_LETTER = (215.9, 279.4)
_LISTENING = ((490, "C1"), (400, "B2"), (275, "B1"), (110, "A2"), (60, "A1"), (0, "-"))
_READING = ((455, "C1"), (385, "B2"), (275, "B1"), (115, "A2"), (60, "A1"), (0, "-"))
_BEST = {"reading": "22-30", "listening": "22-30", "speaking": "25-30", "writing": "24-30"}


@layout("TOEIC", "electronic-wallet")
def electronic_wallet(pad: Pad) -> None:
    """전자문서지갑: a document card with labels above values in two columns, scores in a row, a reading number."""
    rng = pad.rng
    sheet = pad.sheet(_WALLET, face=rng.choice(("noto-sans", "nanum-square", "nanum-barun")), paper=(238, 240, 245))
    sheet.text(6, 7, f"{rng.randint(7, 11)}:{rng.randint(10, 59)}", size=8.5, bold=True)
    sheet.text(94, 7, f"5G  {rng.randint(30, 99)}", size=8.5, align="right")
    sheet.text(50, 18, "전자문서지갑", size=12.5, bold=True, align="center")
    sheet.text(94, 18, "공유", size=9.5, align="right", colour=_INDIGO)
    sheet.frame(5, 24, 90, 158, pen=0.15, colour=draw.PALE, fill=draw.WHITE)
    sheet.frame(5, 24, 90, 13, pen=0, fill=_INDIGO)
    sheet.text(10, 32.5, "TOEIC 성적확인서", size=13, bold=True, colour=draw.WHITE)
    sheet.text(90, 32.3, "원본", size=9, align="right", colour=(210, 214, 240))
    ornaments.rosette(sheet, 50, 118, 30, (240, 242, 250), rng)
    day = rng.choice((dates.dotted, dates.korean, dates.dashed))
    places = (
        (10, 46, entry(pad, "성명", "name", bold=True)),
        (52, 46, entry(pad, "영문성명", "name_latin")),
        (10, 61, entry(pad, "생년월일", "birth_date", day)),
        (52, 61, entry(pad, "응시일자", "test_date", day)),
        (10, 76, entry(pad, "수험번호", "registration_no")),
        (52, 76, entry(pad, "유효기간 만료일", "valid_until", day)),
    )
    for x, y, item in places:
        draw.card(sheet, x, y, item, size=11, label_size=8, gap=6, width=40)
    sheet.frame(9, 90, 82, 32, pen=0, fill=(240, 242, 250))
    for middle, label, field, size in (
        (22, "LC", "sections.listening", 17),
        (47, "RC", "sections.reading", 17),
        (76, "총점", "score", 25),
    ):
        sheet.text(middle, 98, label, size=9, align="center", colour=draw.GREY)
        pad.put(middle, 111, field, size=size, bold=True, align="center", colour=_INDIGO)
    sheet.text(22, 118, "5~495", size=7, align="center", colour=draw.GREY)
    sheet.text(47, 118, "5~495", size=7, align="center", colour=draw.GREY)
    sheet.text(76, 118, "10~990", size=7, align="center", colour=draw.GREY)
    sheet.line(9, 128, 91, 128, pen=0.15, colour=draw.PALE, dash=1)
    pad.put(10, 136, "issued_on", day, before="발급일   ", size=9.5)
    pad.put(10, 143, "serial_no", before="발급번호   ", size=9.5)
    number = "-".join(f"{rng.randrange(10**4):04d}" for _ in range(4))
    sheet.text(10, 150, f"문서열람번호   {number}", size=9.5)
    sheet.text(10, 162, "발급기관  YBM 한국TOEIC위원회", size=10, bold=True)
    draw.notes(
        sheet, 10, 169,
        ("이 문서는 전자서명이 적용된 전자문서로 종이 성적표와 동일한 효력을 가집니다.",), size=7.5, width=54,
    )  # fmt: skip
    forms.code(sheet, 70, 156, 21, f"wallet:{number}")
    sheet.frame(5, 187, 90, 11, pen=0, fill=_INDIGO)
    sheet.text(50, 194, "제출하기", size=11.5, bold=True, align="center", colour=draw.WHITE)
    ornaments.specimen_note(sheet)


def _band(steps: tuple[tuple[int, str], ...], score: str) -> str:
    return next(level for least, level in steps if int(score or 0) >= least)


@layout("TOEIC", "european-score-certificate")
def european_certificate(pad: Pad) -> None:
    """Across, English: "This is to certify that", the scores in three boxes, CEFR levels under them, facts below."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("sans", "noto-sans", "nanum-square")))
    sheet.frame(0, 0, 24, 210, pen=0, fill=_BLUE)
    sheet.text(12, 105, "TOEIC®", size=34, face="sans-bold", align="center", angle=90, colour=draw.WHITE)
    ornaments.wave_ground(sheet, 30, 8, 260, 194, (234, 242, 248), rng, pitch=3.2)
    sheet.text(160, 26, "OFFICIAL SCORE CERTIFICATE", size=23, face="sans-bold", align="center", colour=_BLUE)
    sheet.text(160, 34, "TOEIC® Listening and Reading Test", size=13, align="center")
    sheet.text(160, 48, "This is to certify that", size=12, face="serif-italic", align="center")
    called = rng.choice((None, names.title, names.given_first))
    pad.put(160, 60, "name_latin", called, size=22, bold=True, align="center", width=170)
    sheet.line(90, 63.5, 230, 63.5, pen=0.25, colour=_BLUE)
    sheet.text(160, 71, "has achieved the following scores", size=12, face="serif-italic", align="center")
    levels = (_band(_LISTENING, pad.get("sections.listening")), _band(_READING, pad.get("sections.reading")))
    for left, label, field, span, level in (
        (42.0, "LISTENING", "sections.listening", "Score range 5 - 495", levels[0]),
        (122.0, "READING", "sections.reading", "Score range 5 - 495", levels[1]),
        (202.0, "TOTAL SCORE", "score", "Score range 10 - 990", ""),
    ):
        sheet.frame(left, 78, 76, 44, pen=0.4, colour=_BLUE, fill=draw.WHITE)
        sheet.frame(left, 78, 76, 9, pen=0, fill=_SKY)
        sheet.text(left + 38, 84.3, label, size=11, face="sans-bold", align="center", colour=_BLUE)
        pad.put(left + 38, 104, field, size=30, bold=True, align="center")
        sheet.text(left + 38, 111, span, size=8.5, align="center", colour=draw.GREY)
        if level:
            sheet.text(left + 38, 118.5, f"CEFR level: {level}", size=10, align="center")
    style = rng.choice((dates.english_long, day_styles.capital_spaced, dates.day_first))
    left_facts = (
        entry(pad, "Name in native script", "name"),
        entry(pad, "Candidate ID", "registration_no"),
        entry(pad, "Date of birth", "birth_date", style),
    )
    right_facts = (
        Entry("Test location", rng.choice(("Paris, FRANCE", "Madrid, SPAIN", "Berlin, GERMANY"))),
        entry(pad, "Test date", "test_date", style),
        entry(pad, "Scores valid until", "valid_until", style),
        entry(pad, "Issue date", "issued_on", style),
    )
    for x, facts in ((42, left_facts), (160, right_facts)):
        for place, item in enumerate(facts):
            y = 134 + place * 8.5
            sheet.text(x, y, item.label, size=10, colour=draw.GREY)
            forms.put(sheet, x + 40, y, item, size=11.5, width=72)
    sheet.text(74, 178, "M. Delaunay", size=20, face="nanum-pen", align="center", colour=(30, 40, 110))
    sheet.line(42, 181, 106, 181, pen=0.2)
    sheet.text(74, 186, "Managing Director, ETS Global", size=9, align="center")
    sheet.picture(120, 166, 24, 24, seals.round_seal("ETS GLOBAL AMSTERDAM ", "LR", 24, rng))
    pad.put(278, 176, "serial_no", before="Certificate no. ", size=9.5, align="right")
    forms.code(sheet, 214, 179, 64, f"LR{pad.get('serial_no')}", kind="code128", height=9)
    sheet.text(42, 198, "TOEIC is a registered trademark of ETS. CEFR: Council of Europe (2001).", size=7.5)
    ornaments.specimen_note(sheet, y=206)


@layout("TOEFL_IBT", "bars-beside-details")
def bars_beside_details(pad: Pad) -> None:
    """PDF report in two columns: details as stacked pairs at the left, a column chart of the sections at the right."""
    rng = pad.rng
    sheet = pad.sheet(_LETTER, face=rng.choice(("sans", "noto-sans", "nanum-gothic")))
    sheet.text(14, 20, "ETS", size=20, face="serif-bold", colour=_BLUE)
    sheet.text(32, 20, "TOEFL iBT® Score Report", size=15, bold=True)
    sheet.text(202, 20, "Test Taker Copy", size=10, align="right", colour=draw.GREY)
    sheet.line(14, 25, 202, 25, pen=1.2, colour=_BLUE)
    style = rng.choice((dates.english, dates.english_long, dates.capital_month))
    items = (
        entry(pad, "Name (Last/Family, First/Given)", "name_latin", rng.choice((names.comma, None))),
        entry(pad, "Date of Birth", "birth_date", style),
        Entry("Gender", rng.choice(("Male", "Female", "Not provided"))),
        Entry("Country of Citizenship", "Korea, Republic of (South)"),
        entry(pad, "Appointment Number", "registration_no"),
        entry(pad, "Test Date", "test_date", style),
        entry(pad, "Score Release Date", "announced_on", style),
        entry(pad, "Scores Expire", "valid_until", style),
        Entry("Test Center", f"STN{rng.randint(10000, 99999)}A"),
    )
    sheet.frame(14, 31, 74, 158, pen=0, fill=(244, 246, 249))
    for place, item in enumerate(items):
        y = 40 + place * 16.4
        sheet.text(18, y, item.label, size=8.5, colour=draw.GREY)
        forms.put(sheet, 18, y + 6.3, item, size=11.5, bold=place == 0, width=67)
    ornaments.photo_box(sheet, 174, 31, rng, width=28, height=35)
    sheet.text(98, 40, "Total Score", size=11, bold=True)
    end = pad.put(98, 60, "score", size=42, bold=True, colour=_BLUE)
    sheet.text(end + 3, 60, "of 120", size=11, colour=draw.GREY)
    _columns(pad, sheet, 102, 150)
    rows = [
        (part.title(), _BEST[part], word) for part, word in zip(SECTIONS, ("High", "High", "Good", "Good"), strict=True)
    ]
    sheet.text(98, 170, "Upper range of each section (reference)", size=8.5, colour=draw.GREY)
    y = forms.table(sheet, 98, 172, (44, 30, 30), ("Section", "Range", "Label"), rows, height=5.6, size=8)
    sheet.text(14, y + 8, "Score Recipients", size=11, bold=True)
    recipients = (
        (f"{rng.randint(1000, 9999)}", "Northfield State University", f"{rng.randint(10, 99)}"),
        (f"{rng.randint(1000, 9999)}", "Lakeside Graduate College", f"{rng.randint(10, 99)}"),
    )
    y = forms.table(
        sheet, 14, y + 11, (30, 120, 38), ("Code", "Institution", "Department"), recipients, height=7, size=9,
        header=_SKY,
    )  # fmt: skip
    draw.notes(
        sheet,
        14,
        y + 8,
        (
            "Scores are reported on a scale of 0 to 30 for each section. The total is the sum of the four section "
            "scores. Scores are valid for two years after the test date.",
            "This PDF is provided for the test taker. Institutions should verify scores through the ETS Data Manager.",
        ),
        size=8,
        width=188,
    )
    ornaments.specimen_note(sheet)


def _columns(pad: Pad, sheet: Sheet, left: float, foot: float) -> None:
    for tick in (0, 10, 20, 30):
        y = foot - tick * 2.1
        sheet.line(left, y, left + 98, y, pen=0.1, colour=draw.PALE)
        sheet.text(left - 1.5, y + 1, str(tick), size=6.5, align="right", colour=draw.GREY)
    for place, part in enumerate(SECTIONS):
        middle = left + 13 + place * 24
        tall = draw.share(pad.get(f"sections.{part}"), 30) * 63
        sheet.frame(middle - 6, foot - tall, 12, tall, pen=0, fill=(150, 190, 222))
        pad.put(middle, foot + 12, f"sections.{part}", size=15, bold=True, align="center")
        sheet.text(middle, foot + 5, part.title(), size=9, align="center")
