"""新HSK score report (HSK): Chinese and English labels, and the percentile table that looks like scores."""

from __future__ import annotations

from functools import partial

from specimens import dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, Sheet

NUMERALS = {"1급": "一级", "2급": "二级", "3급": "三级", "4급": "四级", "5급": "五级", "6급": "六级"}
SECTIONS = (("listening", "听力", "Listening"), ("reading", "阅读", "Reading"), ("writing", "书写", "Writing"))
_RED = (168, 28, 36)
_GREY = (104, 100, 98)


@realistic("language", "HSK")
def report(filling: Filling) -> None:
    """Sections of 0–100; three from level 3 on (pass 180), two below (pass 120); their sum is the total."""
    rng = filling.rng
    filling.take("test", lambda: "HSK")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    level = filling.take("level", lambda: rng.choices(("3급", "4급", "5급", "6급"), (1, 5, 6, 3))[0]) or "4급"
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-12", "2019-08-25")) or "2018-06-10"
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    parts = [part for part, _, _ in sections(level)]
    points = _split(filling, parts)
    for part, score in zip(parts, points, strict=True):
        filling.take(f"sections.{part}", partial(str, score))
    filling.take("score", lambda: str(sum(points)))
    ticket = f"H{level[0]}{taken[2:4]}{taken[5:7]}{rng.randrange(10**11):011d}"
    filling.take("registration_no", lambda: ticket)
    filling.take("report_no", lambda: f"{taken[2:4]}{rng.randrange(10**8):08d}")
    filling.take("sex", lambda: rng.choice(("男", "女")))


def sections(level: str) -> tuple[tuple[str, str, str], ...]:
    """Which sections the level has."""
    return SECTIONS[:2] if level in ("1급", "2급") else SECTIONS


def _split(filling: Filling, parts: list[str]) -> list[int]:
    rng = filling.rng
    given = [filling.values.get(f"sections.{part}") for part in parts]
    if all(score is not None for score in given):
        return [int(score) for score in given if score is not None]
    whole = 100 * len(parts)
    total = int(
        filling.values.get("score") or min(whole - 6, max(0.55 * whole, round(rng.gauss(0.74 * whole, 0.1 * whole))))
    )
    points = [min(100, max(0, round(total / len(parts) + rng.gauss(0, 7)))) for _ in parts]
    while (rest := total - sum(points)) != 0:
        step = 1 if rest > 0 else -1
        points[rng.choice([n for n, score in enumerate(points) if 0 <= score + step <= 100])] += step
    return points


@layout("HSK", "hanban-report")
def hanban(pad: Pad) -> None:
    """孔子学院总部: bilingual person lines, a score table with 满分 and 你的分数, the percentile table below."""
    rng = pad.rng
    level = pad.get("level") or "4급"
    sheet = pad.sheet(A4, face="noto-serif-sc", paper=(255, 254, 250))
    ornaments.rosette(sheet, 105, 150, 60, (246, 232, 228), rng, rings=18)
    ornaments.double_border(sheet, 10, _RED, gap=2, pen=1.0)
    sheet.text(105, 30, "孔子学院总部/国家汉办", size=13, align="center", colour=_RED)
    sheet.text(105, 36, "Confucius Institute Headquarters (Hanban)", size=9, face="serif", align="center")
    sheet.text(105, 52, "新汉语水平考试", size=17, align="center")
    sheet.text(
        105,
        63,
        f"HSK（{NUMERALS.get(level, level)}）成绩报告",
        size=22,
        bold=True,
        align="center",
        field="level",
        value=level,
    )
    sheet.text(105, 70, f"HSK (Level {level[0]}) Examination Score Report", size=10.5, face="serif", align="center")
    latin = pad.get("name_latin")
    rows = (
        ("姓名", "Name", latin, "name_latin", None),
        ("性别", "Gender", pad.get("sex"), None, None),
        ("国籍", "Nationality", "韩国", None, None),
        ("考试时间", "Examination Date", pad.date("test_date", dates.chinese), "test_date", pad.get("test_date")),
        ("编号", "No.", pad.get("report_no"), "report_no", None),
        ("准考证号", "Admission Ticket Number", pad.get("registration_no"), "registration_no", None),
    )
    ornaments.photo_box(sheet, 160, 76, rng)
    for place, (chinese, english, printed, field, value) in enumerate(rows):
        y = 82 + place * 7.6
        sheet.text(24, y, f"{chinese}：", size=10.5)
        sheet.text(44, y, english, size=8.5, face="serif", colour=_GREY)
        sheet.text(84, y, printed, size=11, width=72, field=field, value=value)
    _score_table(pad, sheet, 24, 128, level)
    _percentiles(pad, sheet, 24, 182, 162, level)
    note = "成绩自考试日起两年有效。 Valid until "
    pad.put(24, 262, "valid_until", dates.english, before=note, after=".", size=8.5, colour=_GREY)
    sheet.text(150, 262, "主任 Director", size=11, align="center")
    sheet.picture(158, 244, 30, 30, seals.round_seal("孔子学院总部考试中心", "汉办", 30, rng))
    ornaments.specimen_note(sheet)


def _score_table(pad: Pad, sheet: Sheet, left: float, top: float, level: str) -> None:
    parts = sections(level)
    cells = ornaments.grid(
        sheet, left, top, (70, 46, 46), (9, *(9,) * (len(parts) + 1)), header=(250, 236, 232), colour=_RED
    )
    for place, text in zip(cells[0], ("", "满分 Full Score", "你的分数 Your Score"), strict=True):
        ornaments.cell(sheet, place, text, size=9.5)
    for line, (part, chinese, english) in zip(cells[1:], parts, strict=False):
        ornaments.cell(sheet, line[0], f"{chinese} {english}", size=10.5)
        ornaments.cell(sheet, line[1], "100", size=10.5)
        ornaments.cell(sheet, line[2], pad.get(f"sections.{part}"), size=11.5, field=f"sections.{part}")
    ornaments.cell(sheet, cells[-1][0], "总分 Total Score", size=10.5, bold=True)
    ornaments.cell(sheet, cells[-1][1], str(100 * len(parts)), size=10.5)
    ornaments.cell(sheet, cells[-1][2], pad.get("score"), size=13, bold=True, field="score")


def _percentiles(pad: Pad, sheet: Sheet, left: float, top: float, width: float, level: str) -> None:
    """百分等级: what other people reached, in numbers that look like this person's."""
    rng, parts = pad.rng, sections(level)
    sheet.text(left, top - 2, "百分等级 Percentile Rank", size=9)
    ranks = (99, 90, 80, 70, 60, 50, 40, 30, 20, 10)
    widths = (28, *((width - 28) / len(ranks),) * len(ranks))
    cells = ornaments.grid(sheet, left, top, widths, (7, *(7,) * (len(parts) + 1)), pen=0.15, edge=0.25, colour=_GREY)
    for place, text in zip(cells[0], ("", *(f"{rank}%" for rank in ranks)), strict=True):
        ornaments.cell(sheet, place, text, size=8)
    totals = [0] * len(ranks)
    for line, (_, chinese, _) in zip(cells[1:], parts, strict=False):
        ornaments.cell(sheet, line[0], chinese, size=8.5)
        score = rng.randint(95, 99)
        for column in range(len(ranks)):
            totals[column] += score
            ornaments.cell(sheet, line[column + 1], str(score), size=8)
            score -= rng.randint(3, 7)
    ornaments.cell(sheet, cells[-1][0], "总分", size=8.5)
    for column, total in enumerate(totals):
        ornaments.cell(sheet, cells[-1][column + 1], str(total), size=8)


@layout("HSK", "korean-office")
def korean_office(pad: Pad) -> None:
    """As HSK한국사무국 prints it: sans face, sections side by side, percentiles in the same grid."""
    rng = pad.rng
    level = pad.get("level") or "4급"
    sheet = pad.sheet(A4, face="noto-sans-sc")
    ornaments.scattered_marks(sheet, "HSK", (252, 245, 243), size=26)
    sheet.frame(14, 14, 182, 24, pen=0, fill=_RED)
    sheet.text(
        105,
        26,
        f"新HSK {NUMERALS.get(level, level)} 成绩报告",
        size=20,
        align="center",
        colour=(255, 255, 255),
        field="level",
        value=level,
    )
    sheet.text(
        105,
        34,
        f"Chinese Proficiency Test Level {level[0]} Score Report",
        size=9.5,
        face="sans",
        align="center",
        colour=(255, 255, 255),
    )
    cells = ornaments.grid(
        sheet, 20, 48, (44, 41, 44, 41), (10,) * 3, header=(247, 243, 242), header_columns=(0, 2), colour=_GREY
    )
    rows = (
        (("姓名 Name", pad.get("name_latin"), "name_latin", None), ("性别 Gender", pad.get("sex"), None, None)),
        (
            ("考试时间 Test Date", pad.date("test_date", dates.chinese), "test_date", pad.get("test_date")),
            ("国籍 Nationality", "韩国 KOREA", None, None),
        ),
        (
            ("准考证号 Admission Ticket No.", pad.get("registration_no"), "registration_no", None),
            ("编号 No.", pad.get("report_no"), "report_no", None),
        ),
    )
    for line, pair in zip(cells, rows, strict=True):
        for column, (label, printed, field, value) in enumerate(pair):
            ornaments.cell(sheet, line[2 * column], label, size=8.5)
            ornaments.cell(sheet, line[2 * column + 1], printed, size=10, field=field, value=value)
    parts = sections(level)
    width = 130 / (len(parts) + 1)
    cells = ornaments.grid(
        sheet, 20, 90, (40, *(width,) * (len(parts) + 1)), (10, 10, 15), header=(247, 243, 242), colour=_GREY
    )
    for column, (label, field, full) in enumerate(
        (
            *((f"{chinese} {english}", f"sections.{part}", 100) for part, chinese, english in parts),
            ("总分 Total", "score", 100 * len(parts)),
        )
    ):
        ornaments.cell(sheet, cells[0][column + 1], label, size=9.5)
        ornaments.cell(sheet, cells[1][column + 1], str(full), size=10)
        ornaments.cell(sheet, cells[2][column + 1], pad.get(field), size=15, bold=True, field=field)
    ornaments.cell(sheet, cells[1][0], "满分 Full", size=9.5)
    ornaments.cell(sheet, cells[2][0], "你的分数 Your Score", size=9.5)
    _percentiles(pad, sheet, 20, 138, 170, level)
    sheet.text(20, 198, "总分180分为合格。", size=9.5)
    sheet.text(20, 205, "HSK成绩有效期为两年（从考试当日算起）。", size=9.5)
    pad.put(
        20, 212, "valid_until", dates.dotted, before="성적 유효기간 : ", after="까지", size=9.5, face="nanum-gothic"
    )
    sheet.text(100, 244, "汉考国际 Chinese Testing International", size=13, align="center")
    sheet.picture(146, 228, 30, 30, seals.round_seal("汉考国际教育科技有限公司", "考试", 30, rng))
    ornaments.specimen_note(sheet)
