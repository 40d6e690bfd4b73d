"""BCT(B) reports (BCT): a grid that names both forms, a Korean statement, a certificate across."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_BLUE = (16, 80, 150)
_GOLD = (172, 134, 60)


@layout("BCT", "both-forms-named")
def both_forms(pad: Pad) -> None:
    """商务汉语考试: Chinese heads over values in a grid, BCT(A) and BCT(B) both named with a mark at B."""
    rng = pad.rng
    sheet = pad.sheet(A4, face="noto-sans-sc" if rng.random() < 0.5 else "noto-serif-sc")
    adornments.notched_border(sheet, 10, 7, _BLUE, pen=0.7)
    sheet.text(105, 34, "商务汉语考试", size=22, bold=True, align="center")
    sheet.text(105, 42, "Business Chinese Test", size=11, face="serif", align="center")
    sheet.text(105, 54, "成 绩 报 告   SCORE REPORT", size=13, align="center", colour=_BLUE)
    sheet.text(60, 66, "□ BCT（A）", size=11)
    sheet.text(110, 66, "■ BCT（B）听力 · 阅读", size=11)
    style = rng.choice((dates.chinese, dates.dashed, dates.chinese_short))
    shade = (228, 238, 248)
    y = draw.table(
        sheet,
        20,
        72,
        (54, 58, 58),
        (8, 12, 8, 12),
        (
            ("姓名 Name", "韩文姓名 Korean Name", "出生日期 Date of Birth"),
            (entry(pad, "", "name_latin"), "", entry(pad, "", "birth_date", style)),
            ("准考证号 Admission No.", "考试日期 Test Date", "成绩发布 Released"),
            (
                entry(pad, "", "registration_no"),
                entry(pad, "", "test_date", style),
                entry(pad, "", "announced_on", style),
            ),
        ),
        size=11.5,
        label_size=8.5,
        shade=shade,
        shade_rows=(0, 2),
        colour=_BLUE,
    )
    pad.put(103, 87.5, "name", size=11.5, face="nanum-gothic", align="center", width=54)
    y = draw.table(
        sheet,
        20,
        y + 12,
        (50, 40, 40, 40),
        (10, 14, 14, 16),
        (
            ("项目 Section", "满分 Full", "得分 Score", "百分等级"),
            ("听力 Listening", "500", entry(pad, "", "sections.listening"), Entry("", f"{rng.randint(40, 96)}%")),
            ("阅读 Reading", "500", entry(pad, "", "sections.reading"), Entry("", f"{rng.randint(40, 96)}%")),
            ("总分 Total", "1000", entry(pad, "", "score", bold=True), Entry("", f"{rng.randint(40, 96)}%")),
        ),
        size=15,
        label_size=10.5,
        shade=shade,
        shade_rows=(0,),
        colour=_BLUE,
    )
    sheet.text(
        20,
        y + 10,
        "0-300 一级   301-500 二级   501-700 三级   701-900 四级   901-1000 五级",
        size=8.5,
        colour=draw.GREY,
    )
    pad.put(20, 226, "report_no", before="编号 No. ", size=10)
    pad.put(20, 234, "issued_on", style, before="颁发日期 ", size=10)
    sheet.text(140, 240, "汉考国际", size=16, align="center")
    sheet.picture(142, 222, 30, 30, seals.round_seal("汉考国际商务汉语考试", "成绩", 30, rng))
    forms.code(sheet, 20, 246, 22, f"bct {pad.get('registration_no')}")
    ornaments.specimen_note(sheet)


@layout("BCT", "korean-statement")
def bct_statement(pad: Pad) -> None:
    """BCT(B) 성적표 in Korean: sentence with the day of the test, labels in brackets, three tiles of scores."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "un-dotum")))
    draw.banner(sheet, 16, 16, 178, 16, "BCT(B) 비즈니스 중국어시험 성적표", fill=_BLUE, size=16, align="center")
    style = rng.choice((dates.korean, dates.dotted, dates.dashed))
    items = (
        entry(pad, "[ 성      명 ]", "name", bold=True),
        entry(pad, "[ 영문이름 ]", "name_latin"),
        entry(pad, "[ 생년월일 ]", "birth_date", style),
        entry(pad, "[ 수험번호 ]", "registration_no"),
    )
    forms.inline(sheet, 22, 48, items, step=10, room=84, label_room=32, size=12, colon="")
    ornaments.photo_box(sheet, 158, 40, rng, width=32, height=42)
    sentence = (
        "위 사람이 ",
        sentences.run(pad, "test_date", style),
        " 시행한 BCT(B) 듣기·읽기 시험에서 취득하여 ",
        sentences.run(pad, "announced_on", style),
        " 발표한 성적은 아래와 같습니다.",
    )
    sentences.write(sheet, 22, 100, sentence, width=166, leading=8, size=12.5)
    for x, label, field, full in (
        (20, "듣기 听力", "sections.listening", 500),
        (78, "읽기 阅读", "sections.reading", 500),
        (136, "합계 总分", "score", 1000),
    ):
        dark = field == "score"
        sheet.frame(x, 126, 54, 48, pen=0.4, colour=_BLUE, fill=_BLUE if dark else (240, 246, 252))
        tint = draw.WHITE if dark else (30, 40, 60)
        sheet.text(x + 27, 136, label, size=12, align="center", colour=tint, bold=True)
        pad.put(x + 27, 157, field, size=32, bold=True, align="center", colour=tint)
        sheet.text(x + 27, 169, f"만점 {full}", size=9, align="center", colour=tint)
    sheet.text(
        22, 188, "※ 말하기·쓰기 시험(BCT Speaking·Writing)은 별도의 성적표로 제공됩니다.", size=8.5, colour=draw.GREY
    )
    pad.put(105, 216, "issued_on", style, before="발급일 : ", size=12.5, align="center")
    sheet.text(100, 238, "BCT한국사무국", size=20, bold=True, align="center")
    sheet.picture(140, 225, 21, 21, seals.square("비씨티한국사무국인", 21, rng))
    pad.put(22, 270, "report_no", before="성적표번호 ", size=9)
    ornaments.specimen_note(sheet)


@layout("BCT", "certificate-across")
def bct_certificate(pad: Pad) -> None:
    """证书 across in gold: person on rules, scores in a sentence in Chinese, English below."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face="noto-serif-sc", paper=(255, 253, 245))
    ornaments.woven_border(sheet, 9, 6, _GOLD)
    sheet.text(148.5, 42, "商务汉语考试（BCT）证书", size=26, bold=True, align="center", colour=(130, 92, 30))
    sheet.text(148.5, 50, "BCT (B) Certificate · Listening and Reading", size=10.5, face="serif-italic", align="center")
    style = rng.choice((dates.chinese, dates.chinese_short))
    for x, y, item, room in (
        (94, 74, entry(pad, "姓名 Name", "name_latin"), 88),
        (203, 74, entry(pad, "韩国语姓名 Name in Korean", "name"), 88),
        (94, 94, entry(pad, "出生日期 Date of Birth", "birth_date", style), 88),
        (203, 94, entry(pad, "准考证号 Admission Number", "registration_no"), 88),
    ):
        face = "nanum-myeongjo" if item.field == "name" else None
        draw.below(sheet, x, y, item, width=room, size=14, label_size=8.5, face=face)
    sentence = (
        "于 ",
        sentences.run(pad, "test_date", style),
        " 参加商务汉语考试， 听力 ",
        sentences.run(pad, "sections.listening"),
        " 分， 阅读 ",
        sentences.run(pad, "sections.reading"),
        " 分， 总分 ",
        sentences.run(pad, "score", bold=True),
        " 分， 特发此证。",
    )
    sentences.write(sheet, 148.5, 118, sentence, width=214, leading=10, size=15, align="center")
    pad.put(44, 156, "report_no", before="证书编号：", size=10.5)
    pad.put(44, 164, "announced_on", style, before="发布日期：", size=10.5)
    pad.put(44, 172, "issued_on", style, before="颁发日期：", size=10.5)
    sheet.picture(136, 148, 25, 35, adornments.medal(25, (208, 168, 84)))
    sheet.text(222, 176, "汉考国际教育科技（北京）有限公司", size=12, align="center")
    sheet.picture(208, 150, 30, 30, seals.round_seal("汉考国际教育科技公司", "专用", 30, rng))
    ornaments.specimen_note(sheet, y=207)
