"""HSK and BCT (HSK, BCT): a confirmation in Chinese prose, half a page of the computer test, a form with side heads."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.hsk import NUMERALS, sections
from specimens.registry import Pad, layout
from specimens.second import sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, Sheet
from specimens.third import day_styles, screens

_RED = (178, 30, 36)
_BLUE = (24, 84, 150)
_GREY = (232, 234, 238)
_HALF = (210.0, 148.5)


@layout("HSK", "confirmation-in-chinese-prose")
def confirmation_in_prose(pad: Pad) -> None:
    """成绩证明: 兹证明 … in one paragraph, the marks in a small table of two rows, office and red seal below."""
    rng = pad.rng
    level = pad.get("level") or "4급"
    parts = sections(level)
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif-sc", "noto-sans-sc")), paper=(255, 255, 252))
    sheet.text(105, 30, "汉考国际教育科技（北京）有限公司", size=15, bold=True, align="center", colour=_RED)
    sheet.line(24, 35, 186, 35, pen=1.0, colour=_RED)
    sheet.line(24, 36.6, 186, 36.6, pen=0.25, colour=_RED)
    pad.put(186, 45, "report_no", before="编号：", size=10.5, align="right")
    sheet.text(105, 66, "成  绩  证  明", size=27, bold=True, align="center")
    sheet.text(105, 75, "Certification of HSK Results", size=11, face="serif", align="center", colour=draw.GREY)
    style = rng.choice((dates.chinese_short, dates.chinese))
    run = sentences.run
    he = "他" if pad.get("sex") == "男" else "她"
    words = (
        "    兹证明 ",
        run(pad, "name_latin", bold=True),
        f" （国籍：韩国， 性别：{pad.get('sex') or '-'}， 准考证号：",
        run(pad, "registration_no"),
        "）于 ",
        run(pad, "test_date", style),
        " 参加了 汉语水平考试 ",
        run(pad, "level", lambda text: f"HSK（{NUMERALS.get(text, text)}）", bold=True),
        f"， {he}的各项分数 及总分如下表。 该成绩有效期至 ",
        run(pad, "valid_until", style),
        "。",
    )
    y = sentences.write(sheet, 28, 98, words, width=154, leading=10, size=14)
    width = 154 / (len(parts) + 2)
    heads = ("项目", *(chinese for _, chinese, _ in parts), "总分")
    marks: tuple[str | Entry, ...] = (
        "分数",
        *(entry(pad, "", f"sections.{part}") for part, _, _ in parts),
        entry(pad, "", "score", bold=True),
    )
    full: tuple[str | Entry, ...] = ("满分", *(Entry("", "100") for _ in parts), Entry("", str(100 * len(parts))))
    y = draw.table(
        sheet, 28, y + 4, (width,) * (len(parts) + 2), (11, 14, 10), (heads, marks, full), size=14, label_size=12,
        shade=(250, 240, 238), shade_rows=(0,), shade_columns=(0,), pen=0.15, colour=(120, 60, 56),
    )  # fmt: skip
    sheet.text(38, y + 18, "特此证明。", size=14)
    sheet.text(180, y + 42, "汉语考试服务网", size=14, align="right")
    sheet.text(180, y + 51, "汉考国际 CTI", size=12, align="right")
    sheet.text(
        180, y + 61, style(dates.later(rng, pad.get("test_date") or "2019-03-01", 40, 200)), size=12, align="right"
    )
    sheet.picture(128, y + 27, 34, 34, seals.round_seal("汉考国际教育科技有限公司", "证明", 34, rng))
    sheet.line(24, 272, 186, 272, pen=0.2, colour=_RED)
    sheet.text(24, 278, "地址：北京市西城区德胜门外大街   电话：+86-10-5930-7600   www.chinesetest.example", size=8)
    ornaments.specimen_note(sheet)


@layout("HSK", "half-page-of-the-computer-test")
def half_page(pad: Pad) -> None:
    """HSK iBT 성적표 on half a page: Korean labels in a strip, marks in coloured squares, the centre's line below."""
    rng = pad.rng
    level = pad.get("level") or "4급"
    parts = sections(level)
    sheet = pad.sheet(_HALF, face=rng.choice(("nanum-square", "nanum-barun", "noto-sans", "un-dotum")))
    sheet.frame(0, 0, 210, 9, pen=0, fill=_BLUE)
    sheet.frame(0, 9, 210, 1.5, pen=0, fill=(240, 180, 40))
    sheet.text(12, 23, "HSK iBT", size=19, face="sans-bold", colour=_BLUE)
    sheet.text(46, 22.5, "한어수평고시(컴퓨터 시험) 성적표", size=12.5, bold=True)
    pad.put(198, 23.5, "level", before="HSK ", size=19, bold=True, align="right", colour=_RED)
    ornaments.photo_box(sheet, 12, 30, rng, width=27, height=36)
    style = rng.choice((dates.dotted, dates.dashed, day_styles.with_weekday))
    born = rng.choice((dates.dotted, dates.dashed))
    left = (
        entry(pad, "성명", "name", bold=True),
        entry(pad, "영문(여권)명", "name_latin"),
        entry(pad, "생년월일", "birth_date", born),
        Entry("성별/국적", f"{'남' if pad.get('sex') == '男' else '여'} / 한국"),
    )
    right = (
        entry(pad, "수험표번호", "registration_no"),
        entry(pad, "시험일", "test_date", style),
        entry(pad, "유효일", "valid_until", style),
        entry(pad, "증서번호", "report_no"),
    )
    for x, label_room, room, items in ((45, 22, 52, left), (124, 20, 54, right)):
        for place, item in enumerate(items):
            y = 36 + place * 9
            sheet.text(x, y, item.label, size=9, colour=draw.GREY)
            forms.put(sheet, x + label_room, y, item, size=11, width=room)
            sheet.line(x, y + 2.8, x + label_room + room, y + 2.8, pen=0.1, colour=draw.PALE)
    count = len(parts) + 1
    step = 186 / count
    names = {"listening": "듣기 听力", "reading": "독해 阅读", "writing": "쓰기 书写"}
    for place in range(count):
        start = 12 + place * step
        whole = place == count - 1
        sheet.frame(start, 72, step - 3, 30, pen=0, fill=_BLUE if whole else (226, 236, 247))
        tint = draw.WHITE if whole else (40, 44, 52)
        label = "총점 总分" if whole else names[parts[place][0]]
        field = "score" if whole else f"sections.{parts[place][0]}"
        sheet.text(start + 4, 79, label, size=10, colour=tint)
        pad.put(start + (step - 3) / 2, 95, field, size=22, bold=True, align="center", colour=tint)
        top = 100 * len(parts) if whole else 100
        sheet.text(start + step - 6, 100, f"/{top}", size=8, align="right", colour=tint)
    sheet.text(12, 111, f"합격선 {60 * len(parts)}점   (1·2급 120점 / 3~6급 180점)", size=9)
    draw.notes(
        sheet,
        12,
        119,
        (
            "· 본 성적은 시험일로부터 2년간 유효하며, 컴퓨터 시험 성적은 지필 시험 성적과 동일한 효력을 가집니다.",
            "· 성적 조회 및 진위 확인 : www.chinesetest.example → 成绩查询",
        ),
        size=8,
        width=120,
    )
    sheet.text(160, 126, "HSK 서울 시험센터", size=13, bold=True, align="center")
    sheet.picture(176, 113, 20, 20, seals.round_seal("汉考国际首尔考试中心", "HSK", 20, rng))
    forms.code(sheet, 12, 130, 46, pad.get("report_no") or "0", kind="code128", height=9)
    ornaments.specimen_note(sheet)


@layout("BCT", "form-with-side-heads")
def form_with_side_heads(pad: Pad) -> None:
    """성적 확인서 for an employer: side heads over several rows (인적 사항, 시험 정보, 성적), a closing line."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "nanum-gothic", "noto-sans", "un-dotum")))
    pad.put(20, 24, "report_no", before="문서번호 : BCT-", size=10)
    sheet.text(190, 24, "제출처 : 입사지원 기업 인사담당", size=10, align="right")
    sheet.text(105, 48, "BCT 성적확인서", size=25, bold=True, align="center")
    sheet.text(105, 56, "비즈니스중국어시험 BCT(B) · 商务汉语考试", size=11, face="noto-sans", align="center")
    style = rng.choice((dates.korean, dates.dotted_wide, dates.dashed))
    person = (
        entry(pad, "성명(한글)", "name"),
        entry(pad, "성명(영문)", "name_latin"),
        entry(pad, "생년월일", "birth_date", style),
    )
    test = (
        Entry("시험 종류", "BCT(B) 듣기·독해"),
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "시험일자", "test_date", style),
        entry(pad, "성적발표일", "announced_on", style),
    )
    y = _block(sheet, 68, "인적\n사항", person)
    y = _block(sheet, y, "시험\n정보", test)
    sheet.frame(20, y, 18, 31, pen=0.3, fill=_GREY)
    draw.stacked(sheet, (20, y, 18, 31), "성적", size=11, bold=True)
    rows = (
        ("듣기(听力)", "독해(阅读)", "합계(总分)"),
        (
            entry(pad, "", "sections.listening"),
            entry(pad, "", "sections.reading"),
            entry(pad, "", "score", bold=True),
        ),
        ("500점 만점", "500점 만점", "1,000점 만점"),
    )
    y = draw.table(
        sheet, 38, y, (50, 50, 52), (9, 14, 8), rows, size=15, label_size=10, shade=_GREY, shade_rows=(0,), pen=0.15,
        edge=0.3, face="noto-sans",
    )  # fmt: skip
    y = draw.notes(
        sheet,
        20,
        y + 8,
        (
            "주1) BCT는 BCT(A), BCT(B), BCT(口语)로 나누어 시행되며 이 확인서는 BCT(B)에 대한 것입니다.",
            "주2) 2014년 이후 시행된 시험은 합격·불합격의 구분 없이 점수로 표시됩니다.",
        ),
        size=9,
        width=170,
    )
    sheet.text(105, y + 16, "상기와 같이 성적을 확인합니다.", size=14, align="center")
    pad.put(105, y + 32, "issued_on", style, size=13, align="center")
    sheet.text(98, y + 52, "BCT 한국시행본부", size=22, bold=True, align="center")
    sheet.picture(136, y + 38, 23, 23, seals.square("비씨티한국시행본부인", 23, rng))
    sheet.text(20, 280, f"담당자 확인 : 평가사업팀   전화 {screens.hotline(rng)}", size=8.5)
    ornaments.specimen_note(sheet)


def _block(sheet: Sheet, top: float, head: str, items: tuple[Entry, ...]) -> float:
    """A side head over all rows of `items`; answers where the block ends."""
    tall = 11.0 * len(items)
    sheet.frame(20, top, 18, tall, pen=0.3, fill=_GREY)
    draw.stacked(sheet, (20, top, 18, tall), head, size=11, bold=True)
    return forms.ruled(
        sheet, 38, top, 152, [(item,) for item in items], label=38, height=11, size=12, label_size=10.5, pen=0.15,
        edge=0.3,
    )  # fmt: skip
