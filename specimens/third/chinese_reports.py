"""Reports of Chinese (HSK, BCT) once more: panels, an account's page in Korean, a scale, a sentence in Korean."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.hsk import NUMERALS, sections
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE
from specimens.third import certificate_frames as frames

_TEAL = (0, 104, 120)
_RED = (190, 34, 40)
_NAVY = (26, 46, 96)
_KOREAN = {"listening": "듣기", "reading": "독해", "writing": "쓰기"}


@layout("HSK", "panels-of-the-centre")
def panels_of_the_centre(pad: Pad) -> None:
    """汉考国际 across: person in a panel, English and Chinese labels above each value, sections as rows of a list."""
    rng = pad.rng
    level = pad.get("level") or "4급"
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("noto-serif-sc", "noto-sans-sc")))
    sheet.picture(0, 0, 297, 26, adornments.shine(297, 26, _TEAL, (60, 160, 160)))
    sheet.text(16, 12, "汉语水平考试 HSK 成绩报告", size=17, bold=True, colour=draw.WHITE)
    sheet.text(16, 20, "Chinese Proficiency Test · Score Report", size=9.5, face="sans", colour=draw.WHITE)
    pad.put(
        280, 17, "level", lambda text: f"HSK {NUMERALS.get(text, text)}", size=21, bold=True, align="right",
        colour=draw.WHITE,
    )  # fmt: skip
    sheet.frame(14, 36, 116, 138, pen=0.3, colour=_TEAL)
    ornaments.photo_box(sheet, 96, 42, rng, width=28, height=37)
    style = rng.choice((dates.dashed, dates.chinese_short, dates.slashed))
    items = (
        entry(pad, "Name 姓名", "name_latin", bold=True),
        Entry("Gender 性别", pad.get("sex")),
        Entry("Nationality 国籍", "韩国 Korea, Republic of"),
        entry(pad, "Admission Ticket No. 准考证号", "registration_no"),
        entry(pad, "Date of Test 考试日期", "test_date", style),
        entry(pad, "Valid until 有效期至", "valid_until", style),
        entry(pad, "Certificate No. 证书编号", "report_no"),
    )
    for place, item in enumerate(items):
        draw.card(sheet, 20, 46 + place * 18, item, size=12, label_size=8, gap=7, width=72 if place < 3 else 104)
    parts = sections(level)
    sheet.text(142, 44, "Score 成绩", size=13, bold=True, colour=_TEAL)
    for place, (part, chinese, english) in enumerate(parts):
        y = 60 + place * 16
        sheet.text(142, y, english, size=12, face="sans")
        sheet.text(176, y, chinese, size=12)
        sheet.text(262, y, "/ 100", size=9, face="sans", colour=draw.GREY)
        pad.put(256, y, f"sections.{part}", size=16, bold=True, align="right")
        sheet.line(142, y + 5, 280, y + 5, pen=0.15, colour=draw.PALE)
    y = 64 + len(parts) * 16
    sheet.frame(140, y - 4, 142, 18, pen=0, fill=(226, 242, 242))
    sheet.text(146, y + 7, "Total 总分", size=14, bold=True)
    sheet.text(262, y + 7, f"/ {100 * len(parts)}", size=10, face="sans", colour=draw.GREY)
    pad.put(256, y + 7.6, "score", size=20, bold=True, align="right", colour=_RED)
    sheet.text(146, y + 24, f"合格分数线 Pass mark  {60 * len(parts)}", size=9)
    sheet.text(236, 160, "汉考国际教育科技（北京）有限公司", size=10, align="center")
    sheet.text(236, 166, "Chinese Testing International Co., Ltd.", size=8, face="serif", align="center")
    sheet.picture(222, 136, 28, 28, seals.round_seal("汉考国际教育科技有限公司", "考试", 28, rng))
    draw.notes(
        sheet,
        14,
        186,
        ("HSK成绩自考试之日起两年内有效（用于申请入学）。 查询：www.chinesetest.example",),
        size=8.5,
        width=200,
    )
    ornaments.specimen_note(sheet, y=206)


@layout("HSK", "account-in-korean")
def account_in_korean(pad: Pad) -> None:
    """나의 시험 정보: a browser's print of the Korean office; one row under heads, the paper's own facts below it."""
    rng = pad.rng
    parts = sections(pad.get("level") or "4급")
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "nanum-barun")))
    printed = frames.printed_later(pad, "test_date", 40, 300)
    frames.browser(pad, sheet, "성적조회 | HSK 한국사무국", "www.hsk.example/mypage/score_view.asp", printed)
    sheet.text(16, 26, "HSK", size=22, face="sans-bold", colour=_RED)
    sheet.text(39, 26, "汉语水平考试 한국사무국", size=11)
    sheet.line(16, 31, 194, 31, pen=0.7, colour=_RED)
    sheet.text(16, 44, "성적 조회 결과", size=15, bold=True)
    style = rng.choice((dates.dashed, dates.dotted))
    rows = (
        (entry(pad, "한글이름", "name", bold=True), entry(pad, "영문이름", "name_latin")),
        (entry(pad, "생년월일", "birth_date", style), entry(pad, "수험번호", "registration_no")),
        (entry(pad, "성적표 번호", "report_no"), Entry("고사장", rng.choice(("서울공업고등학교", "부산정보고등학교")))),
    )
    y = forms.ruled(
        sheet, 16, 50, 178, rows, label=27, height=10, size=10.5, label_size=9, header=(248, 244, 244),
        colour=(204, 196, 196),
    )  # fmt: skip
    count = len(parts) + 1
    width = (178 - 26 - 34 - 22) / count
    heads = ("급수", "시험일자", *(_KOREAN[part] for part, _, _ in parts), "총점", "합격여부")
    line = (
        entry(pad, "", "level"),
        entry(pad, "", "test_date", style),
        *(entry(pad, "", f"sections.{part}") for part, _, _ in parts),
        entry(pad, "", "score", bold=True),
        Entry("", "합격" if int(pad.get("score") or 0) >= 60 * len(parts) else "-"),
    )
    y = draw.table(
        sheet, 16, y + 10, (26, 34, *(width,) * count, 22), (10, 13), (heads, line), size=12, label_size=9.5,
        shade=(250, 232, 232), shade_rows=(0,), colour=(204, 196, 196), open_sides=True,
    )  # fmt: skip
    pad.put(194, y + 8, "valid_until", style, before="성적 유효기간 : ", after=" 까지", size=9.5, align="right")
    y = draw.notes(
        sheet,
        16,
        y + 20,
        (
            f"· 영역별 만점은 100점, 총점 만점은 {100 * len(parts)}점이며 합격 기준은 {60 * len(parts)}점입니다.",
            "· 정식 성적표는 시험일로부터 약 45일 후 우편 또는 방문으로 수령하실 수 있습니다.",
            "· 성적 문의 02-3452-4788   (점심시간 12:00~13:00)",
        ),
        size=8.5,
        width=178,
    )
    draw.banner(sheet, 88, y + 8, 34, 10, "목록으로", fill=(110, 110, 114), size=10, align="center")
    ornaments.specimen_note(sheet)


@layout("BCT", "scale-of-levels")
def scale_of_levels(pad: Pad) -> None:
    """English first: two columns of facts, scores at the right of a scale of 500, ranges and what they mean below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-barun", "nanum-square")))
    sheet.text(18, 28, "BCT(B)", size=26, face="sans-bold", colour=_NAVY)
    sheet.text(54, 22, "BUSINESS CHINESE TEST", size=11, face="sans-bold")
    sheet.text(54, 28, "商务汉语考试  OFFICIAL SCORE REPORT", size=10, face="noto-sans-sc")
    sheet.line(18, 33, 192, 33, pen=1.0, colour=_NAVY)
    style = rng.choice((dates.english, frames.day_month_capitals, dates.dashed))
    columns = (
        (
            entry(pad, "Name (English)", "name_latin"),
            entry(pad, "Name (Korean)", "name"),
            entry(pad, "Date of Birth", "birth_date", style),
            Entry("Test Center", "Seoul, Korea"),
        ),
        (
            entry(pad, "Registration No.", "registration_no"),
            entry(pad, "Test Date", "test_date", style),
            entry(pad, "Results Released", "announced_on", style),
            entry(pad, "Report No.", "report_no"),
        ),
    )
    for number, items in enumerate(columns):
        frames.listed(
            sheet, 45, items, left=18 + number * 90, right=102 + number * 90, step=10, size=11, label_size=8.5
        )
    for place, (label, field, top) in enumerate(
        (("Listening 听力", "listening", 500), ("Reading 阅读", "reading", 500))
    ):
        y = 104.0 + place * 24
        sheet.text(18, y, label, size=12, face="noto-sans-sc", bold=True)
        draw.gauge(
            sheet, 62, y - 4, 98, draw.share(pad.get(f"sections.{field}"), top), colour=_NAVY, height=4,
            ticks=("0", "100", "200", "300", "400", "500"), marker=True,
        )  # fmt: skip
        pad.put(190, y + 0.8, f"sections.{field}", size=18, bold=True, align="right")
    sheet.frame(18, 146, 174, 16, pen=0, fill=_NAVY)
    sheet.text(24, 156, "TOTAL 总分  (0 - 1000)", size=12, face="noto-sans-sc", colour=draw.WHITE)
    pad.put(188, 157, "score", size=20, bold=True, align="right", colour=draw.WHITE)
    body = (
        ("801 - 1000", "Communicates effectively in nearly all business settings."),
        ("601 - 800", "Handles most routine business matters with confidence."),
        ("401 - 600", "Manages simple business tasks and daily communication."),
        ("201 - 400", "Understands basic words and set phrases of the workplace."),
        ("0 - 200", "Has limited ability to use Chinese at work."),
    )
    y = forms.table(
        sheet, 18, 170, (34, 140), ("Range", "Description"), body, height=8, size=9, header=(232, 236, 246),
        open_sides=True,
    )  # fmt: skip
    pad.put(18, 238, "issued_on", style, before="Issued on ", size=10.5)
    sheet.text(18, 252, "BCT Korea Office", size=15, face="serif-bold")
    sheet.picture(66, 236, 24, 24, seals.round_seal("汉考国际商务汉语考试", "韩国", 24, rng))
    forms.code(sheet, 168, 236, 24, f"bct {pad.get('report_no')}")
    sheet.text(18, 274, "This report is void if altered. Scores are recommended for use within two years.", size=8)
    ornaments.specimen_note(sheet)


@layout("BCT", "korean-sentence")
def korean_sentence(pad: Pad) -> None:
    """성적 인증서: name with blanks and a sentence that says test, day, parts and total; numbers in small lines."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "baekmuk-batang", "noto-serif")), paper=(254, 252, 247))
    ornaments.double_border(sheet, 12, (150, 118, 60), gap=1.8, pen=0.8)
    ornaments.rosette(sheet, 105, 150, 52, (242, 232, 214), rng, rings=14)
    pad.put(26, 32, "report_no", before="인증 제 ", after=" 호", size=10.5)
    sheet.text(105, 62, "성 적 인 증 서", size=31, bold=True, align="center")
    sheet.text(105, 71, "비즈니스 중국어 시험 BCT(B)", size=12, align="center", colour=draw.GREY)
    style = rng.choice((dates.korean_short, dates.korean))
    pad.put(170, 98, "name", draw.wide, size=19, bold=True, align="right")
    pad.put(170, 107, "name_latin", size=11.5, align="right")
    pad.put(170, 115, "birth_date", style, after="생", size=11.5, align="right")
    pad.put(170, 123, "registration_no", before="수험번호 ", size=10.5, align="right")
    words = (
        "위 사람은 ",
        sentences.run(pad, "test_date", style),
        " 실시된 BCT(B) 시험에 응시하여 듣기 ",
        sentences.run(pad, "sections.listening", bold=True),
        "점, 독해 ",
        sentences.run(pad, "sections.reading", bold=True),
        "점, 총점 ",
        sentences.run(pad, "score", bold=True),
        "점(1,000점 만점)을 취득하였음을 인증합니다.",
    )
    sentences.write(sheet, 36, 148, words, width=138, leading=12, size=17)
    pad.put(36, 206, "announced_on", style, before="성적 발표일 : ", size=11)
    pad.put(105, 222, "issued_on", style, size=14, align="center")
    sheet.text(100, 248, "BCT 한국사무국", size=23, bold=True, align="center", tracking=0.8)
    sheet.picture(148, 233, 23, 23, seals.square("비씨티한국사무국인", 23, rng))
    ornaments.specimen_note(sheet)
