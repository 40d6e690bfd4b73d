"""新HSK reports (HSK): blanks to be filled as the old form has them, a page of the site, a Korean confirmation."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.hsk import NUMERALS, sections
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Sheet

_RED = (176, 30, 36)
_BLUE = (28, 92, 158)
_KOREAN = {"listening": "듣기(听力)", "reading": "독해(阅读)", "writing": "쓰기(书写)"}


def _level(pad: Pad) -> str:
    return pad.get("level") or "4급"


def _spread_date(pad: Pad, sheet: Sheet, x: float, y: float, size: float) -> None:
    """`2018 年 06 月 10 日` on rules, Year, Month and Day printed under them."""
    iso = pad.get("test_date")
    since = len(sheet.marks)
    parts = iso.split("-") if iso else ["", "", ""]
    for part, sign, width in zip(parts, "年月日", (18, 12, 12), strict=True):
        sheet.text(x + width / 2, y, part, size=size, align="center")
        sheet.text(x + width, y, sign, size=size)
        x += width + size * 0.36 + 1
    if iso:
        draw.noted(sheet, since, "test_date", iso)
    x -= sum(width + size * 0.36 + 1 for width in (18, 12, 12))
    for english, width in zip(("Year", "Month", "Day"), (18, 12, 12), strict=True):
        sheet.line(x, y + 1.2, x + width, y + 1.2, pen=0.15)
        sheet.text(x + width / 2, y + 4.2, english, size=6.5, face="serif", align="center")
        x += width + size * 0.36 + 1


@layout("HSK", "blanks")
def blanks(pad: Pad) -> None:
    """The form with blanks: Chinese over English labels, values on rules, 年 月 日 apart, scores in a wide table."""
    rng = pad.rng
    level, sheet = _level(pad), pad.sheet(A4_LANDSCAPE, face="noto-serif-sc", paper=(254, 252, 246))
    ornaments.wave_ground(sheet, 14, 14, 269, 182, (246, 234, 226), rng, pitch=2.6)
    ornaments.double_border(sheet, 8, _RED, gap=1.5, pen=0.7)
    sheet.text(148.5, 26, "新 汉 语 水 平 考 试", size=16, align="center", colour=_RED)
    sheet.text(148.5, 32, "New Chinese Proficiency Test", size=9, face="serif", align="center")
    pad.put(
        148.5,
        44,
        "level",
        lambda text: f"HSK（{NUMERALS.get(text, text)}）成绩报告",
        size=21,
        bold=True,
        align="center",
    )
    sheet.text(148.5, 51, f"HSK (Level {level[0]}) Examination Score Report", size=10, face="serif", align="center")
    lines = (
        (24, 66, "姓名", "Name", entry(pad, "", "name_latin", rng.choice((None, names.comma))), 96),
        (24, 78, "国籍", "Nationality", Entry("", "韩国（523）"), 40),
        (100, 78, "性别", "Gender", Entry("", pad.get("sex")), 20),
        (24, 90, "考生编号", "Admission Ticket No.", entry(pad, "", "registration_no"), 96),
    )
    for x, y, chinese, english, item, room in lines:
        end = sheet.text(x, y, f"{chinese}：", size=11)
        sheet.text(x, y + 3.6, english, size=6.5, face="serif", colour=draw.GREY)
        forms.put(sheet, end + 14, y, item, size=12, width=room - 16)
        sheet.line(end + 12, y + 1.2, end + room - 2, y + 1.2, pen=0.15)
    sheet.text(24, 102, "考试时间：", size=11)
    sheet.text(24, 105.6, "Examination Date", size=6.5, face="serif", colour=draw.GREY)
    _spread_date(pad, sheet, 60, 102, 11)
    ornaments.photo_box(sheet, 150, 60, rng, width=31, height=42)
    parts = sections(level)
    rows: list[tuple[str | Entry, ...]] = [("", "满分\nFull Score", "你的分数\nYour Score")]
    rows += [(f"{chinese}\n{english}", "100", entry(pad, "", f"sections.{part}")) for part, chinese, english in parts]
    rows += [("总分\nTotal Score", str(100 * len(parts)), entry(pad, "", "score", bold=True))]
    heights = (10, *(11,) * (len(rows) - 1))
    draw.table(sheet, 194, 60, (30, 26, 28), heights, rows, size=12, label_size=8, colour=_RED, pen=0.15, edge=0.3)
    _ranks(pad, sheet, 24, 126, level)
    sheet.text(24, 176, "听力、阅读、书写各项满分为100分，总分达到180分为合格。", size=8)
    pad.put(24, 182, "valid_until", dates.chinese_short, before="成绩有效期至 ", size=8)
    pad.put(24, 188, "report_no", before="No. ", size=9)
    sheet.text(196, 178, "主任", size=12)
    sheet.text(196, 183, "Director", size=7.5, face="serif")
    sheet.line(212, 180, 250, 180, pen=0.2)
    sheet.picture(222, 158, 30, 30, seals.round_seal("孔子学院总部国家汉办", "考试", 30, rng))
    ornaments.specimen_note(sheet, y=206)


def _ranks(pad: Pad, sheet: Sheet, left: float, top: float, level: str) -> None:
    parts, ranks = sections(level), (99, 90, 80, 70, 60, 50, 40, 30, 20, 10)
    rows: list[tuple[str, ...]] = [("百分等级", *(f"{rank}%" for rank in ranks))]
    totals = [0] * len(ranks)
    for _, chinese, _ in parts:
        score, line = pad.rng.randint(94, 99), []
        for column in range(len(ranks)):
            totals[column] += score
            line.append(str(score))
            score -= pad.rng.randint(3, 8)
        rows.append((chinese, *line))
    rows.append(("总分", *(str(total) for total in totals)))
    draw.table(
        sheet,
        left,
        top,
        (22, *(13.8,) * 10),
        (7.5,) * len(rows),
        rows,
        label_size=8,
        shade=(250, 238, 232),
        shade_rows=(0,),
        colour=draw.GREY,
        pen=0.12,
        edge=0.2,
    )


@layout("HSK", "site-page")
def site_page(pad: Pad) -> None:
    """成绩查询 printed from the site: grey head, simplified labels with colons, four score tiles, print day."""
    rng = pad.rng
    level, sheet = _level(pad), pad.sheet(A4, face="noto-sans-sc")
    draw.banner(
        sheet, 0, 0, 210, 17, "汉语考试服务网   Chinese Tests Service Website", fill=_BLUE, size=13, align="left"
    )
    sheet.text(14, 27, "首页 > 成绩查询 > 成绩单", size=7.5, colour=draw.GREY)
    sheet.text(14, 40, "考试成绩单", size=17, bold=True)
    pad.put(
        196, 40, "level", lambda text: f"HSK{NUMERALS.get(text, text)}", size=15, bold=True, align="right", colour=_BLUE
    )
    sheet.line(14, 44, 196, 44, pen=0.5, colour=_BLUE)
    ornaments.photo_box(sheet, 164, 50, rng, width=32, height=42)
    style = rng.choice((dates.dashed, dates.slashed, dates.chinese))
    items = (
        entry(pad, "考生姓名", "name_latin"),
        entry(pad, "准考证号", "registration_no"),
        entry(pad, "考试日期", "test_date", style),
        Entry("考点名称", "韩国 HSK韩国事务局（首尔）"),
        Entry("证件类型", "身份证"),
        entry(pad, "成绩单号", "report_no"),
        entry(pad, "有效期至", "valid_until", style),
    )
    forms.inline(sheet, 16, 56, items, step=7.6, room=104, label_room=28, size=10, colon="：")
    parts = [(f"sections.{part}", chinese, english, "100") for part, chinese, english in sections(level)]
    parts.append(("score", "总分", "Total", str(100 * len(sections(level)))))
    width = 182 / len(parts)
    for place, (field, chinese, english, full) in enumerate(parts):
        left = 14 + place * width
        last = field == "score"
        sheet.frame(
            left + 1,
            116,
            width - 2,
            40,
            pen=0.3,
            colour=_BLUE if last else draw.PALE,
            fill=(234, 242, 250) if last else (248, 248, 248),
        )
        sheet.text(left + width / 2, 125, f"{chinese} {english}", size=9.5, align="center")
        pad.put(
            left + width / 2, 142, field, size=26, bold=True, align="center", colour=_BLUE if last else (40, 40, 40)
        )
        sheet.text(left + width / 2, 151, f"满分 {full}", size=8, align="center", colour=draw.GREY)
    sheet.text(14, 170, "百分等级参考", size=10, bold=True)
    _ranks(pad, sheet, 14, 174, level)
    draw.notes(
        sheet,
        14,
        222,
        (
            "1. HSK成绩长期有效。作为外国留学生进入中国院校学习的汉语能力证明，HSK成绩有效期为两年（从考试当日算起）。",
            "2. 本页面仅供查询，正式成绩报告由汉考国际颁发。",
        ),
        size=8,
        width=180,
    )
    forms.code(sheet, 172, 236, 24, f"http://chinatest.example/{pad.get('registration_no')}")
    sheet.text(14, 284, "http://www.chinesetest.example/score/print", size=7, face="sans", colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("HSK", "korean-confirmation")
def korean_confirmation(pad: Pad) -> None:
    """HSK 성적 확인서 in Korean: 급수 in the table, names in both scripts, Korean section labels."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "un-dotum", "nanum-myeongjo")))
    adornments.notched_border(sheet, 11, 6, _RED, pen=0.6)
    sheet.text(105, 38, "HSK 성적 확인서", size=25, bold=True, align="center")
    sheet.text(105, 46, "汉语水平考试 成绩证明", size=11, align="center", colour=_RED)
    style = rng.choice((dates.korean, dates.dotted, dates.dashed))
    rows = (
        ("성 명", entry(pad, "", "name"), "영문 성명", entry(pad, "", "name_latin")),
        ("생년월일", entry(pad, "", "birth_date", style), "국 적", Entry("", "대한민국")),
        (
            "응시 급수",
            entry(pad, "", "level", before="HSK ", bold=True),
            "시 험 일",
            entry(pad, "", "test_date", style),
        ),
        (
            "수험번호",
            entry(pad, "", "registration_no"),
            "성적 유효기간",
            entry(pad, "", "valid_until", style, before="~ "),
        ),
    )
    y = draw.table(
        sheet,
        22,
        58,
        (28, 55, 28, 55),
        (12,) * 4,
        rows,
        size=10.5,
        label_size=10,
        shade=(250, 240, 238),
        shade_columns=(0, 2),
        colour=(120, 70, 70),
    )
    parts = sections(_level(pad))
    full = 100 * len(parts)
    heads = ("구 분", *(_KOREAN[part] for part, _, _ in parts), "총점(总分)")
    values: tuple[str | Entry, ...] = (
        "취득점수",
        *(entry(pad, "", f"sections.{part}") for part, _, _ in parts),
        entry(pad, "", "score", bold=True),
    )
    tops = ("배  점", *("100" for _ in parts), str(full))
    width = 134 / (len(parts) + 1)
    y = draw.table(
        sheet,
        22,
        y + 14,
        (32, *(width,) * (len(parts) + 1)),
        (10, 10, 14),
        (heads, tops, values),
        size=13,
        label_size=10,
        shade=(250, 240, 238),
        shade_rows=(0,),
        colour=(120, 70, 70),
    )
    sheet.text(188, y + 6, f"※ 합격 기준 : 총점 {full * 6 // 10}점 이상", size=8.5, align="right")
    sheet.text(105, y + 34, "위 사람의 HSK(新汉语水平考试) 성적을 위와 같이 확인합니다.", size=13, align="center")
    sheet.text(105, y + 70, "HSK한국사무국", size=20, bold=True, align="center")
    sheet.picture(138, y + 57, 21, 21, seals.square("한국사무국대표인", 21, rng))
    pad.put(22, 270, "report_no", before="성적표 일련번호 : ", size=9)
    ornaments.specimen_note(sheet)


@layout("HSK", "lines-and-bars")
def lines_and_bars(pad: Pad) -> None:
    """Upright on blue waves: English over Chinese labels, each section as a bar with its number behind it."""
    rng = pad.rng
    level, sheet = _level(pad), pad.sheet(A4, face="noto-serif-sc" if rng.random() < 0.5 else "noto-sans-sc")
    ornaments.wave_ground(sheet, 12, 12, 186, 273, (222, 234, 244), rng, pitch=2.8)
    sheet.frame(12, 12, 186, 273, pen=0.6, colour=_BLUE)
    sheet.text(105, 30, "汉语水平考试", size=20, bold=True, align="center", colour=_BLUE)
    sheet.text(105, 37, "Chinese Proficiency Test", size=9.5, face="serif-italic", align="center")
    pad.put(105, 50, "level", lambda text: f"HSK {NUMERALS.get(text, text)}", size=19, bold=True, align="center")
    sheet.text(105, 58, "成绩单  Score Report", size=11, align="center")
    style = rng.choice((dates.chinese, dates.chinese_short, dates.dashed))
    items = (
        ("Name", "姓名", entry(pad, "", "name_latin", rng.choice((None, names.comma)))),
        ("Gender", "性别", Entry("", pad.get("sex"))),
        ("Admission Ticket No.", "准考证号", entry(pad, "", "registration_no")),
        ("Test Date", "考试日期", entry(pad, "", "test_date", style)),
        ("Valid Until", "有效期至", entry(pad, "", "valid_until", style)),
        ("Report No.", "成绩单编号", entry(pad, "", "report_no")),
    )
    ornaments.photo_box(sheet, 158, 68, rng, width=30, height=41)
    for place, (english, chinese, item) in enumerate(items):
        y = 72 + place * 11.5
        sheet.text(24, y, english, size=8, face="serif", colour=draw.GREY)
        sheet.text(24, y + 4.4, chinese, size=9.5)
        forms.put(sheet, 68, y + 2.6, item, size=12, width=84)
    sheet.line(24, 142, 186, 142, pen=0.3, colour=_BLUE)
    parts = sections(level)
    for place, (part, chinese, english) in enumerate(parts):
        y = 156 + place * 16
        sheet.text(24, y, f"{chinese}  {english}", size=11)
        draw.gauge(
            sheet,
            70,
            y - 4,
            84,
            draw.share(pad.get(f"sections.{part}"), 100),
            colour=_BLUE,
            height=5,
            ticks=("0", "60", "100"),
        )
        pad.put(180, y + 0.6, f"sections.{part}", size=16, bold=True, align="right")
    y = 156 + len(parts) * 16
    sheet.frame(24, y - 2, 162, 14, pen=0, fill=(214, 230, 244))
    sheet.text(30, y + 7, "总 分  Total Score", size=12, bold=True)
    sheet.text(150, y + 7, f"/ {100 * len(parts)}", size=10, colour=draw.GREY)
    pad.put(180, y + 8, "score", size=19, bold=True, align="right", colour=_RED)
    sheet.text(30, 238, f"及格线 Passing score: {60 * len(parts)}", size=9)
    sheet.text(132, 262, "汉考国际", size=15, align="center")
    sheet.picture(136, 242, 30, 30, seals.round_seal("汉考国际汉语水平考试", "成绩", 30, rng))
    ornaments.specimen_note(sheet)
