"""JPT (JPT): a certificate in Japanese with one sentence, and a Korean report with a dark side column."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import day_styles, screens

_WINE = (140, 22, 56)
_NIGHT = (44, 42, 62)
_PARTS = ("사진묘사", "질의응답", "회화문", "설명문", "정답찾기", "오문정정", "공란메우기", "독해")

_BANDS = (
    ("880 이상", "A", "일상·업무에서 자유로운 의사소통"),
    ("740~875", "B", "사회생활에서 대체로 원활한 소통"),
    ("600~735", "C", "기본적인 업무 관련 의사소통"),
    ("460~595", "D", "일상생활의 기초적인 의사소통"),
)


@layout("JPT", "japanese-sentence")
def japanese_sentence(pad: Pad) -> None:
    """成績証明書: numbered lines with Japanese labels, one framed row of points, a sentence, the committee below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "noto-sans")), paper=(255, 254, 250))
    adornments.notched_border(sheet, 13, 6, _WINE, pen=0.7)
    pad.put(180, 32, "serial_no", before="証明番号 第 ", after=" 号", size=9.5, align="right")
    sheet.text(105, 54, "成 績 証 明 書", size=27, bold=True, align="center")
    sheet.text(105, 63, "JPT 日本語能力試験", size=13, align="center")
    style = rng.choice((dates.chinese_short, dates.chinese, dates.slashed))
    items = (
        entry(pad, "氏      名", "name"),
        entry(pad, "ローマ字表記", "name_latin"),
        entry(pad, "生 年 月 日", "birth_date", style),
        entry(pad, "受 験 番 号", "registration_no"),
        entry(pad, "受 験 年 月 日", "test_date", style),
        entry(pad, "有 効 期 限", "valid_until", style),
    )
    for place, item in enumerate(items):
        y = 84 + place * 10.5
        sheet.text(40, y, item.label, size=12)
        forms.put(sheet, 86, y, item, size=13, width=84)
        sheet.line(38, y + 3, 172, y + 3, pen=0.12, colour=draw.GREY, dash=0.8)
    rows = (
        ("聴  解", "読  解", "総  合  得  点"),
        (
            entry(pad, "", "sections.listening", after=" 点"),
            entry(pad, "", "sections.reading", after=" 点"),
            entry(pad, "", "score", after=" 点", bold=True),
        ),
        ("（495点満点）", "（495点満点）", "（990点満点）"),
    )
    y = draw.table(
        sheet, 38, 152, (42, 42, 50), (9, 15, 7), rows, size=18, label_size=10, shade=(248, 238, 240), shade_rows=(0,),
        colour=_WINE,
    )  # fmt: skip
    sheet.text(105, y + 17, "上記の者は、本委員会が実施したJPT試験において", size=13, align="center")
    sheet.text(105, y + 25, "上記の成績を修めたことを証明します。", size=13, align="center")
    pad.put(105, y + 42, "issued_on", dates.chinese_short, size=13, align="center")
    sheet.text(100, y + 59, "YBM 韓国JPT委員会", size=18, bold=True, align="center")
    sheet.picture(139, y + 46, 21, 21, seals.square("제이피티위원회의인", 21, rng))
    ornaments.specimen_note(sheet)


@layout("JPT", "side-column")
def side_column(pad: Pad) -> None:
    """Person white on a dark column at the left; at the right total, sections, parts and earlier sittings (decoys)."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "nanum-barun", "noto-sans", "un-dotum")))
    sheet.frame(0, 0, 66, 297, pen=0, fill=_NIGHT)
    sheet.text(8, 24, "JPT", size=30, face="sans-bold", colour=draw.WHITE)
    sheet.text(8, 31, "Japanese Proficiency Test", size=8, face="sans", colour=(190, 190, 206))
    ornaments.photo_box(sheet, 8, 40, rng, width=30, height=40)
    style = rng.choice((dates.dotted, day_styles.with_weekday, dates.korean_short))
    born = rng.choice((dates.dotted, dates.dashed))
    items = (
        entry(pad, "응시자", "name"),
        entry(pad, "영문", "name_latin"),
        entry(pad, "생년월일", "birth_date", born),
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "시험 시행일", "test_date", style),
        entry(pad, "성적 만료일", "valid_until", style),
        entry(pad, "발급일", "issued_on", style),
        entry(pad, "발급번호", "serial_no"),
    )
    for place, item in enumerate(items):
        line = 94.0 + place * 15
        sheet.text(8, line, item.label, size=8, colour=(186, 186, 204))
        forms.put(sheet, 8, line + 6, item, size=11.5, width=52, colour=draw.WHITE)
    forms.code(sheet, 8, 222, 22, f"https://jpt.example/{pad.get('serial_no')}")
    sheet.text(76, 24, "성적 리포트", size=18, bold=True)
    sheet.text(196, 24, f"제{pad.get('sitting')}회 정기시험", size=10, align="right", colour=draw.GREY)
    sheet.line(76, 28, 196, 28, pen=0.8, colour=_WINE)
    sheet.text(76, 40, "총점", size=11, colour=draw.GREY)
    end = pad.put(76, 60, "score", size=44, bold=True, colour=_WINE)
    sheet.text(end + 3, 60, "/ 990점", size=12, colour=draw.GREY)
    for x, label, field in ((140, "청해", "sections.listening"), (170, "독해", "sections.reading")):
        sheet.text(x, 42, label, size=10, colour=draw.GREY)
        pad.put(x, 56, field, size=22, bold=True)
        sheet.text(x, 61, "/ 495", size=7.5, colour=draw.GREY)
    share = draw.share(pad.get("score"), 990)
    draw.gauge(sheet, 76, 68, 120, share, colour=(206, 120, 140), ticks=("10", "330", "660", "990"))
    sheet.text(76, 86, "PART별 정답률", size=11, bold=True)
    for place, part in enumerate(_PARTS):
        right = min(0.98, max(0.12, share + rng.gauss(0, 0.09)))
        line = 94 + place * 7.5
        sheet.text(76, line, f"PART {place + 1}  {part}", size=9)
        draw.gauge(sheet, 122, line - 3, 58, right, colour=(160, 160, 190))
        sheet.text(196, line, f"{right * 100:.0f}%", size=9, align="right")
    sheet.text(76, 162, "최근 응시 결과 비교", size=11, bold=True)
    day = pad.get("test_date") or "2018-05-20"
    rows = []
    for sitting, ago in ((3, (-120, -60)), (7, (-320, -200))):
        earlier = [5 * round(max(60, min(450, 495 * (share - 0.06) + rng.gauss(0, 24))) / 5) for _ in range(2)]
        number = str(int(pad.get("sitting") or 330) - sitting)
        rows.append((number, dates.dotted(dates.later(rng, day, *ago)), *map(str, earlier), str(sum(earlier))))
    shade = (246, 240, 242)
    y = forms.table(
        sheet, 76, 166, (20, 34, 22, 22, 22), ("회차", "시험일", "청해", "독해", "총점"), rows, height=8, size=9.5,
        header=shade,
    )  # fmt: skip
    sheet.text(76, y + 10, "점수대별 수준", size=11, bold=True)
    y = forms.table(sheet, 76, y + 14, (30, 16, 74), ("점수", "수준", "내용"), _BANDS, height=7, size=8.5, header=shade)
    sheet.text(128, y + 20, "(주)YBM 한국JPT위원회", size=14, bold=True, align="center")
    sheet.picture(160, y + 9, 18, 18, seals.square("제이피티위원회의인", 18, rng))
    draw.notes(
        sheet,
        76,
        y + 34,
        (f"성적표 진위 확인 및 문의 : {screens.hotline(rng)}   성적은 시험 시행일로부터 2년간 유효합니다.",),
        size=7.5,
        width=120,
    )
    ornaments.specimen_note(sheet)
