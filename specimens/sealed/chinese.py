"""HSK and BCT as another year's printer sets them."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.hsk import NUMERALS, sections
from specimens.registry import Pad, layout
from specimens.sheet import A4, A4_LANDSCAPE

_INK = (34, 52, 74)
_GREY = (104, 104, 108)


@layout("HSK", "sealed-chinese")
def hsk_chinese(pad: Pad) -> None:
    """Chinese only, across the page: level in a line of its own, ruled person table, score lines `听力 78`."""
    rng = pad.rng
    level = pad.get("level") or "4급"
    sheet = pad.sheet(A4_LANDSCAPE, face="noto-serif-sc", paper=(254, 254, 254))
    ornaments.wave_ground(sheet, 10, 10, 277, 190, (238, 240, 244), rng, pitch=3)
    sheet.text(148.5, 28, "汉语水平考试（HSK）成绩单", size=22, bold=True, align="center", colour=_INK)
    sheet.line(24, 34, 273, 34, pen=0.5, colour=_INK)
    ornaments.photo_box(sheet, 24, 42, rng, width=27, height=36)
    end = forms.ruled(
        sheet, 60, 42, 213,
        (
            (entry(pad, "考生姓名", "name_latin"), Entry("性别", pad.get("sex"))),
            (entry(pad, "准考证号", "registration_no"), Entry("国籍/地区", "韩国")),
            (entry(pad, "考试日期", "test_date", dates.chinese_short), entry(pad, "证书编号", "report_no")),
        ),
        label=30, height=12, size=11.5, label_size=10.5, open_sides=True, colour=_INK,
    )  # fmt: skip
    sheet.text(60, end + 16, "考试等级", size=13, colour=_GREY)
    sheet.text(90, end + 16, NUMERALS.get(level, level), size=20, bold=True, field="level", value=level, colour=_INK)
    parts = sections(level)
    step = 213 / (len(parts) + 1)
    for number, (part, chinese, _) in enumerate(parts):
        x = 60 + step * number
        sheet.text(x, end + 36, chinese, size=14)
        pad.put(x + 18, end + 36, f"sections.{part}", size=20, bold=True)
        sheet.text(x, end + 44, "满分100", size=8.5, colour=_GREY)
    x = 60 + step * len(parts)
    sheet.text(x, end + 36, "总分", size=14)
    pad.put(x + 18, end + 36, "score", size=24, bold=True, colour=(150, 24, 30))
    sheet.text(x, end + 44, f"满分{100 * len(parts)}", size=8.5, colour=_GREY)
    means = "  ".join(f"{chinese} {rng.randint(62, 74)}" for _, chinese, _ in parts)
    sheet.text(60, end + 60, f"本次考试平均分：{means}", size=9.5, colour=_GREY)
    pad.put(60, end + 68, "valid_until", dates.chinese_short, before="成绩有效期至 ", size=9.5)
    sheet.text(220, 178, "汉考国际", size=16, align="center")
    sheet.picture(228, 158, 30, 30, seals.round_seal("汉考国际教育科技有限公司", "考试", 30, rng))
    ornaments.specimen_note(sheet, y=207)


@layout("BCT", "sealed-english")
def bct_english(pad: Pad) -> None:
    """English labels above the values, Chinese beside them; the total in a box at the top right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face="noto-sans-sc")
    sheet.frame(14, 14, 3, 269, pen=0, fill=_INK)
    sheet.text(26, 30, "BCT (B)", size=28, face="sans-bold", colour=_INK)
    sheet.text(26, 39, "Business Chinese Test - Listening and Reading", size=11, face="sans")
    sheet.frame(142, 18, 50, 42, pen=0.8, colour=_INK)
    sheet.text(167, 27, "总分 TOTAL", size=11, align="center")
    pad.put(167, 46, "score", size=32, face="sans-bold", align="center")
    sheet.text(167, 56, "out of 1000", size=9, face="sans", align="center", colour=_GREY)
    rows = (
        ("Name 姓名", "name_latin", None, "Name in Korean", "name", None),
        ("Date of birth 出生日期", "birth_date", dates.slashed, "Admission ticket 准考证号", "registration_no", None),
        (
            "Date of test 考试日期",
            "test_date",
            dates.slashed,
            "Results released 公布日期",
            "announced_on",
            dates.slashed,
        ),
        ("Report number 编号", "report_no", None, "Date of issue 发证日期", "issued_on", dates.slashed),
    )
    for number, (label, field, style, other, other_field, other_style) in enumerate(rows):
        y = 74 + 20 * number
        for x, text, name, way in ((26, label, field, style), (112, other, other_field, other_style)):
            sheet.text(x, y, text, size=8.5, colour=_GREY)
            pad.put(x, y + 8, name, way, size=13, width=78, face="noto-sans" if name == "name" else None)
    for number, (label, field) in enumerate(
        (("听力 LISTENING", "sections.listening"), ("阅读 READING", "sections.reading"))
    ):
        x = 26 + 86 * number
        sheet.frame(x, 160, 80, 34, pen=0.3, colour=_INK)
        sheet.frame(x, 160, 80, 9, pen=0, fill=(230, 235, 241))
        sheet.text(x + 4, 166.4, label, size=10.5)
        pad.put(x + 40, 185, field, size=24, face="sans-bold", align="center")
        sheet.text(x + 76, 191, "/500", size=9, face="sans", align="right", colour=_GREY)
    sheet.lines(
        26, 210,
        "Other papers of the test are BCT (A) and BCT Speaking (BLRW); they are reported separately and on another "
        f"scale. Mean total of this session: {rng.randint(560, 640)}.",
        width=166, leading=5.5, size=9.5, face="sans", colour=_GREY,
    )  # fmt: skip
    sheet.text(150, 258, "Chinese Testing International", size=11, face="sans", align="center")
    sheet.picture(136, 224, 28, 28, seals.round_seal("汉考国际教育科技有限公司", "商务", 28, rng))
    ornaments.specimen_note(sheet)
