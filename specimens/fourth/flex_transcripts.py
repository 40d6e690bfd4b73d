"""FLEX of French and Spanish (FLEX_FR, FLEX_ES): what a verification page shows, and an English transcript across."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.flex import GRADES
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE
from specimens.third import certificate_frames as frames
from specimens.third import day_styles

_TEAL = (0, 92, 110)
_BROWN = (110, 60, 20)
_SKILLS = ("Everyday conversation", "Announcements, news", "Vocabulary, usage", "Grammar", "Reading of texts")


@layout("FLEX_FR", "verification-page")
def verification_page(pad: Pad) -> None:
    """성적 진위확인 of the university's centre as a browser prints it: one sentence, a list, points in words."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "baekmuk-dotum", "nanum-barun")))
    frames.browser(
        pad, sheet, "FLEX 한국외국어대학교 - 성적표 진위확인", "flex.example.ac.kr/cert/verify.jsp",
        frames.printed_later(pad, "issued_on"),
    )  # fmt: skip
    sheet.text(16, 26, "FLEX", size=23, face="sans-bold", colour=_TEAL)
    sheet.text(44, 21, "한국외국어대학교", size=9)
    sheet.text(44, 26, "Foreign Language EXamination", size=9, face="sans", colour=draw.GREY)
    sheet.frame(16, 32, 178, 9, pen=0, fill=_TEAL)
    for place, word in enumerate(("시험안내", "원서접수", "성적조회", "성적표발급", "진위확인")):
        sheet.text(34 + place * 35.6, 38, word, size=9.5, align="center", colour=draw.WHITE, bold=place == 4)
    sheet.text(16, 56, "성적표 진위확인 결과", size=16, bold=True)
    sheet.frame(16, 62, 178, 16, pen=0.3, colour=_TEAL, fill=(236, 247, 248))
    pad.put(22, 72, "serial_no", before="발급번호 ", after=" 는 본교에서 발급한 성적표가 맞습니다.", size=11.5)
    style = rng.choice((dates.dashed, dates.dotted, dates.korean_short))
    rows = (
        entry(pad, "응시자 성명", "name", bold=True),
        entry(pad, "영문 성명", "name_latin"),
        entry(pad, "생년월일", "birth_date", style),
        Entry("응시언어 / 구분", "프랑스어 / 듣기·읽기"),
        Entry("회차", f"제{pad.get('sitting')}회 정기시험"),
        entry(pad, "시험일자", "test_date", style),
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "성적발급일", "issued_on", style),
        entry(pad, "유효기간", "valid_until", style, after="까지"),
    )
    y = forms.ruled(
        sheet, 16, 86, 178, [(item,) for item in rows], label=44, height=9.5, size=11, label_size=9.5,
        header=(244, 246, 247), colour=(184, 196, 200), pen=0.15, edge=0.4, open_sides=True,
    )  # fmt: skip
    points = (
        ("듣기", "sections.listening", pad.get("top.listening")),
        ("읽기", "sections.reading", pad.get("top.reading")),
        ("총점", "score", "1000"),
    )
    for place, (label, field, top) in enumerate(points):
        line = y + 12 + place * 10
        sheet.text(24, line, label, size=11.5, bold=True)
        end = pad.put(72, line, field, size=14, bold=True, align="right")
        sheet.text(end + 1.5, line, f"점  ({top}점 만점)", size=9.5, colour=draw.GREY)
    sheet.frame(134, y + 5, 60, 30, pen=0.3, colour=_TEAL)
    sheet.text(164, y + 13, "등급", size=10, align="center", colour=draw.GREY)
    pad.put(164, y + 28, "rank", size=23, bold=True, align="center", colour=_TEAL)
    draw.notes(
        sheet,
        16,
        y + 46,
        (
            "※ 등급 기준(총점) : " + "  ".join(f"{name} {least}점↑" for name, least in GRADES[:5]),
            "                              " + "  ".join(f"{name} {least}점↑" for name, least in GRADES[5:-1]),
            "※ 조회 내용과 제출된 성적표가 다른 경우 FLEX센터(02-2173-2531~4)로 알려 주시기 바랍니다.",
        ),
        size=8.5,
        width=178,
    )
    draw.banner(sheet, 82, y + 66, 22, 8, "인쇄", fill=(100, 106, 112), size=9, align="center")
    draw.banner(sheet, 108, y + 66, 22, 8, "닫기", fill=(160, 164, 168), size=9, align="center")
    ornaments.specimen_note(sheet, y=283)


@layout("FLEX_ES", "english-transcript-across")
def english_transcript(pad: Pad) -> None:
    """Across, English with the Korean name: facts in two lists, a table with merged heads, skills as bars."""
    rng = pad.rng
    face = rng.choice(("noto-sans", "nanum-barun", "noto-serif", "nanum-myeongjo"))
    sheet = pad.sheet(A4_LANDSCAPE, face=face, paper=(255, 254, 251))
    sheet.frame(10, 10, 277, 190, pen=0.8, colour=_BROWN)
    sheet.text(18, 25, "HANKUK UNIVERSITY OF FOREIGN STUDIES", size=14, face="sans-bold", colour=_BROWN)
    sheet.text(18, 31.5, "FLEX Center, 107 Imun-ro, Dongdaemun-gu, Seoul", size=9, face="sans", colour=draw.GREY)
    sheet.text(279, 25, "FLEX Score Transcript", size=17, bold=True, align="right")
    sheet.text(279, 32, "Spanish (español) - Listening & Reading", size=11, align="right")
    sheet.line(18, 37, 279, 37, pen=0.5, colour=_BROWN)
    style = rng.choice((dates.english_long, dates.english, day_styles.capital_spaced, dates.english_short))
    left = (
        entry(pad, "Examinee", "name_latin", rng.choice((None, names.comma, names.title)), bold=True),
        entry(pad, "Korean name", "name"),
        entry(pad, "Date of birth", "birth_date", style),
        entry(pad, "Examinee no.", "registration_no"),
    )
    right = (
        entry(pad, "Date of examination", "test_date", style),
        Entry("Round", f"Regular test no. {pad.get('sitting')}"),
        entry(pad, "Date of issue", "issued_on", style),
        entry(pad, "Date of expiry", "valid_until", style),
    )
    for x, items in ((18, left), (156, right)):
        for place, item in enumerate(items):
            y = 48 + place * 9
            sheet.text(x, y, item.label, size=10, colour=_BROWN)
            forms.put(sheet, x + 42, y, item, size=12, width=80)
    shade = (247, 239, 230)
    top = 88.0
    sheet.frame(18, top, 130, 9, pen=0.3, colour=_BROWN, fill=shade)
    sheet.text(83, top + 6, "Scores obtained", size=10.5, bold=True, align="center")
    fields = ("sections.listening", "sections.reading", "score", "rank")
    got = tuple(entry(pad, "", field, bold=True) for field in fields)
    rows = (
        ("Listening", "Reading", "Total", "Grade"),
        got,
        (f"max. {pad.get('top.listening')}", f"max. {pad.get('top.reading')}", "max. 1000", "1A - 3C"),
    )
    foot = draw.table(
        sheet, 18, top + 9, (32, 32, 34, 32), (9, 18, 8), rows, size=18, label_size=9.5, shade=shade, shade_rows=(0,),
        colour=_BROWN, pen=0.15, edge=0.3,
    )  # fmt: skip
    middle = draw.share(pad.get("score"), 1000)
    sheet.text(156, 94, "Performance by skill (% of items answered correctly)", size=9.5, colour=_BROWN)
    for place, skill in enumerate(_SKILLS):
        line = 103 + place * 7.6
        right_share = min(0.97, max(0.15, middle + rng.gauss(0, 0.07)))
        sheet.text(156, line, skill, size=9.5)
        draw.gauge(sheet, 204, line - 3, 60, right_share, colour=(206, 166, 120), height=4)
        sheet.text(279, line, f"{right_share * 100:.0f}", size=9.5, align="right")
    half = [[f"{name}: {least} or above" for name, least in part] for part in (GRADES[:5], GRADES[5:-1])]
    draw.notes(sheet, 18, foot + 10, ["Grades by total: " + ", ".join(part) for part in half], size=8.5, width=260)
    sheet.text(18, 168, "This transcript is an official record of the test named above.", size=11)
    pad.put(18, 178, "serial_no", before="Serial no. ", size=10)
    forms.code(sheet, 142, 160, 24, f"flex {pad.get('serial_no')}")
    sheet.text(214, 172, "Kyung Ran Seo", size=20, face="nanum-brush", align="center", colour=(40, 36, 90))
    sheet.line(178, 176, 250, 176, pen=0.2)
    sheet.text(214, 182, "Director, FLEX Center", size=10.5, align="center")
    sheet.picture(250, 160, 22, 22, seals.square("한국외국어대학교인", 22, rng))
    ornaments.specimen_note(sheet, y=206)
