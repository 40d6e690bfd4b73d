"""BCT(B) score reports (BCT), listening and reading: Chinese, Korean and English labels; BCT(A) is named beside it."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, scores, seals
from specimens.filling import Filling
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

_BLUE = (22, 70, 134)
_GREY = (100, 106, 114)


@realistic("language", "BCT")
def report(filling: Filling) -> None:
    """听力 and 阅读 of 0–500, their sum is 总分."""
    rng = filling.rng
    filling.take("test", lambda: "BCT")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-19", "2019-08-18")) or "2018-05-20"
    scores.fill(filling, {"listening": 500, "reading": 500}, lambda: rng.gauss(0.68, 0.11))
    filling.take("registration_no", lambda: f"B{taken[2:4]}{taken[5:7]}{rng.randrange(10**9):09d}")
    filling.take("announced_on", lambda: dates.later(rng, taken, 24, 32))
    filling.take("report_no", lambda: f"{taken[:4]}{rng.randrange(10**7):07d}")
    filling.take("issued_on", lambda: dates.since_notice(rng, taken, 34, 400))
    filling.take("sex", lambda: rng.choice(("男", "女")))


@layout("BCT", "chinese-report")
def chinese_report(pad: Pad) -> None:
    """商务汉语考试成绩报告: person lines in Chinese and English, then a table of 满分 and 成绩."""
    rng = pad.rng
    sheet = pad.sheet(A4, face="noto-sans-sc", paper=(254, 254, 252))
    ornaments.rosette(sheet, 105, 150, 58, (230, 238, 247), rng)
    ornaments.double_border(sheet, 10, _BLUE, gap=2)
    sheet.text(105, 32, "商务汉语考试 BCT(B) 成绩报告", size=21, align="center", colour=_BLUE)
    sheet.text(105, 40, "Business Chinese Test BCT(B) Score Report", size=10.5, face="serif", align="center")
    ornaments.photo_box(sheet, 160, 48, rng)
    items = (
        entry(pad, "姓名 Name", "name_latin"),
        Entry("性别 Gender", pad.get("sex")),
        entry(pad, "出生日期 Date of Birth", "birth_date", dates.chinese),
        entry(pad, "考试时间 Test Date", "test_date", dates.chinese),
        entry(pad, "准考证号 Admission No.", "registration_no"),
        entry(pad, "编号 No.", "report_no"),
        entry(pad, "成绩公布日期 Issued", "announced_on", dates.chinese),
    )
    end = forms.inline(sheet, 22, 54, items, step=7.2, room=78, label_room=54, size=10.5)
    sheet.face = "noto-sans"
    forms.inline(sheet, 22, end, [entry(pad, "한글 성명", "name")], step=7.2, room=78, label_room=54, size=10.5)
    sheet.face = "noto-sans-sc"
    cells = ornaments.grid(sheet, 22, 116, (66, 48, 52), (11, 13, 13, 15), header=(228, 237, 248), colour=_BLUE)
    for place, text in zip(cells[0], ("", "满分 Full Score", "成绩 Score"), strict=True):
        ornaments.cell(sheet, place, text, size=10)
    for line, (label, field, full) in zip(
        cells[1:],
        (
            ("听力 Listening", "sections.listening", "500"),
            ("阅读 Reading", "sections.reading", "500"),
            ("总分 Total", "score", "1000"),
        ),
        strict=True,
    ):
        ornaments.cell(sheet, line[0], label, size=11)
        ornaments.cell(sheet, line[1], full, size=11)
        ornaments.cell(sheet, line[2], pad.get(field), size=14, bold=field == "score", field=field)
    ranks = ("99%", "90%", "75%", "50%", "25%")
    rows = []
    for part in ("听力", "阅读", "总分"):
        top = 1000 if part == "总分" else 500
        rows.append((part, *(str(round(top * share) - rng.randint(0, 9)) for share in (0.97, 0.88, 0.75, 0.61, 0.45))))
    sheet.text(22, 182, "百分等级 Percentile Rank", size=9)
    forms.table(sheet, 22, 185, (36, *(26,) * 5), ("", *ranks), rows, height=7, size=8.5)
    notes = (
        "BCT分为BCT(A)、BCT(B)和BCT口语，本报告为BCT(B)听力和阅读成绩。",
        "本成绩自考试之日起两年内有效。",
    )
    for number, note in enumerate(notes):
        sheet.text(22, 224 + number * 6, note, size=8.5, colour=_GREY)
    pad.put(130, 254, "issued_on", dates.chinese_short, size=11, align="center")
    sheet.text(130, 262, "孔子学院总部/国家汉办", size=12, align="center")
    sheet.picture(146, 238, 30, 30, seals.round_seal("孔子学院总部考试中心", "汉办", 30, rng))
    ornaments.specimen_note(sheet)


@layout("BCT", "korean-office")
def korean_office(pad: Pad) -> None:
    """BCT 성적표 of the office in Korea: Korean labels in ruled pairs, scores in boxes with bars."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "nanum-gothic", "noto-sans", "un-graphic")))
    ornaments.scattered_marks(sheet, "BCT", (242, 246, 251), size=24)
    sheet.text(20, 30, "BCT(B) 성적표", size=24, bold=True, colour=_BLUE)
    sheet.text(190, 24, "비즈니스 중국어 시험 商务汉语考试", size=10, align="right")
    sheet.text(190, 30, "듣기/읽기 (听力/阅读)", size=10, align="right")
    sheet.line(20, 35, 190, 35, pen=0.8, colour=_BLUE)
    end = forms.ruled(
        sheet, 20, 42, 170,
        (
            (entry(pad, "성명", "name"), entry(pad, "영문성명", "name_latin")),
            (entry(pad, "생년월일", "birth_date", dates.dotted), entry(pad, "수험번호", "registration_no")),
            (entry(pad, "시험일", "test_date", dates.dotted), entry(pad, "성적발표일", "announced_on", dates.dotted)),
        ),
        label=26, height=10, header=(236, 241, 248), open_sides=True,
    )  # fmt: skip
    for column, (label, field, top) in enumerate(
        (
            ("듣기(听力)", "sections.listening", 500),
            ("읽기(阅读)", "sections.reading", 500),
            ("총점(总分)", "score", 1000),
        )
    ):
        x = 20 + column * 58
        sheet.frame(x, end + 12, 54, 46, pen=0.4, colour=_BLUE)
        sheet.text(x + 27, end + 22, label, size=12, align="center", colour=_BLUE)
        pad.put(x + 27, end + 40, field, size=28, bold=True, align="center")
        sheet.frame(x + 6, end + 46, 42, 3, pen=0.15, colour=_GREY)
        sheet.frame(x + 6, end + 46, 42 * int(pad.get(field) or 0) / top, 3, pen=0, fill=(126, 164, 214))
        sheet.text(x + 48, end + 54, f"만점 {top}", size=8, align="right", colour=_GREY)
    sheet.text(20, end + 72, "※ BCT(A)는 초급, BCT(B)는 중·고급 시험이며 BCT 말하기는 별도로 시행합니다.", size=9)
    forms.table(
        sheet, 20, end + 78, (50, 40, 40, 40), ("이번 시험 평균", "듣기", "읽기", "총점"),
        [("전체 응시자", str(rng.randint(280, 330)), str(rng.randint(270, 320)), str(rng.randint(560, 640)))],
        height=8,
    )  # fmt: skip
    pad.put(20, 206, "report_no", before="성적표 번호 : ", size=9.5)
    pad.put(105, 224, "issued_on", dates.korean_short, size=12, align="center")
    sheet.text(100, 242, "BCT 한국사무국", size=17, bold=True, align="center")
    sheet.picture(126, 229, 20, 20, seals.square("비씨티한국사무국의인", 20, rng))
    ornaments.specimen_note(sheet)
