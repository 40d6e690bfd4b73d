"""JPT reports (JPT): Japanese columns, half a page in Korean, an award across."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_RED = (182, 24, 52)
_INK = (52, 40, 58)
_PARTS = (
    ("聴解", ("写真描写", "応答問題", "会話問題", "説明問題")),
    ("読解", ("正解探し", "誤文訂正", "空欄補充", "読解問題")),
)


@layout("JPT", "japanese-columns")
def japanese_columns(pad: Pad) -> None:
    """Japanese labels with Korean in brackets, two columns of parts with bars, the total in a red box."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "noto-serif")))
    sheet.text(16, 26, "JPT", size=34, face="serif-bold", colour=_RED)
    sheet.text(42, 20, "日本語能力試験 (일본어능력시험)", size=10.5)
    sheet.text(42, 26, "Japanese Proficiency Test", size=8.5, face="sans", colour=draw.GREY)
    sheet.text(194, 26, "成 績 票 / 성적표", size=15, bold=True, align="right")
    sheet.line(16, 30, 194, 30, pen=1.0, colour=_RED)
    style = rng.choice((dates.chinese, dates.slashed, dates.dotted))
    items = (
        entry(pad, "氏名(성명)", "name"),
        entry(pad, "英文名(영문명)", "name_latin", rng.choice((None, names.comma))),
        entry(pad, "生年月日(생년월일)", "birth_date", style),
        entry(pad, "受験番号(수험번호)", "registration_no"),
        entry(pad, "受験日(시험일)", "test_date", style),
        entry(pad, "有効期間(유효기간)", "valid_until", style),
    )
    forms.inline(sheet, 16, 42, items, step=8, room=84, label_room=50, size=11, colon=":")
    ornaments.photo_box(sheet, 162, 36, rng, width=32, height=42)
    for x, field, (kanji, parts) in zip((16, 108), ("sections.listening", "sections.reading"), _PARTS, strict=True):
        draw.banner(sheet, x, 98, 86, 9, f"{kanji} ({'듣기' if x < 50 else '읽기'})", fill=_INK, size=11)
        pad.put(x + 80, 122, field, size=26, bold=True, align="right")
        sheet.text(x + 4, 122, "点数  (5 ~ 495)", size=9, colour=draw.GREY)
        for place, part in enumerate(parts):
            y = 136 + place * 9
            right = min(0.99, max(0.1, draw.share(pad.get(field), 495) + rng.gauss(0, 0.08)))
            sheet.text(x + 2, y, f"PART {place + 1 + (0 if x < 50 else 4)} {part}", size=8.5)
            draw.gauge(sheet, x + 46, y - 3, 28, right, colour=(206, 130, 146))
            sheet.text(x + 85, y, f"{right * 100:.0f}%", size=8.5, align="right")
    sheet.frame(62, 182, 86, 26, pen=0.8, colour=_RED)
    sheet.text(80, 198, "合計(총점)", size=12, align="center")
    pad.put(124, 201, "score", size=30, bold=True, align="center", colour=_RED)
    sheet.text(152, 201, "/ 990", size=11, colour=draw.GREY)
    pad.put(16, 222, "serial_no", before="発給番号(발급번호) ", size=9)
    pad.put(16, 229, "issued_on", style, before="発給日(발급일) ", size=9)
    sheet.text(130, 250, "YBM 일본어능력시험위원회", size=14, bold=True, align="center")
    sheet.picture(166, 239, 18, 18, seals.square("일본어시험위원회인", 18, rng))
    draw.notes(
        sheet,
        16,
        270,
        ("각 PART의 정답률은 참고용이며 점수로 환산되지 않습니다. 성적은 시험일로부터 2년간 유효합니다.",),
        width=178,
    )
    ornaments.specimen_note(sheet)


@layout("JPT", "narrow-slip")
def narrow_slip(pad: Pad) -> None:
    """A slip of half a page: everything in one table of four columns, total beside its share of the full score."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-dotum", "nanum-gothic", "nanum-myeongjo")))
    sheet.text(105, 26, f"제{pad.get('sitting')}회 JPT 성적 증명서", size=19, bold=True, align="center")
    style = rng.choice((dates.dotted, dates.korean_short, dates.dashed))
    rows = (
        ("성    명", entry(pad, "", "name"), "영문이름", entry(pad, "", "name_latin")),
        ("생년월일", entry(pad, "", "birth_date", style), "수험번호", entry(pad, "", "registration_no")),
        ("응시일자", entry(pad, "", "test_date", style), "유효기한", entry(pad, "", "valid_until", style)),
        ("청해(聽解)", entry(pad, "", "sections.listening"), "독해(讀解)", entry(pad, "", "sections.reading")),
        ("총    점", entry(pad, "", "score", bold=True, after=" / 990"), "발급번호", entry(pad, "", "serial_no")),
    )
    y = draw.table(
        sheet,
        20,
        34,
        (26, 59, 26, 59),
        (11,) * 5,
        rows,
        size=11.5,
        label_size=10,
        shade=(244, 236, 238),
        shade_columns=(0, 2),
    )
    pad.put(24, y + 14, "issued_on", style, before="발급일자  ", size=11)
    sheet.text(160, y + 14, "(주)와이비엠 JPT사업부", size=13, bold=True, align="center")
    sheet.picture(178, y + 4, 16, 16, seals.square("와이비엠제이피티인", 16, rng))
    sheet.line(0, y + 28, 210, y + 28, pen=0.2, dash=1.5, colour=draw.GREY)
    sheet.text(105, y + 27.2, "- - - 절 취 선 - - -", size=7, align="center", colour=draw.GREY)
    sheet.text(20, y + 42, "성적 확인 및 이용 안내", size=11, bold=True)
    draw.notes(
        sheet,
        20,
        y + 50,
        (
            "1. 성적증명서는 응시일로부터 2년 이내의 성적에 한하여 발급됩니다.",
            "2. 880점 이상 1급, 740점 이상 2급, 660점 이상 3급 수준에 해당합니다. (JLPT N1 660점, N2 525점, N3 430점)",
            "3. 청해·독해 각 495점 만점이며 5점 단위로 산출됩니다.",
        ),
        size=9,
        width=170,
    )
    ornaments.specimen_note(sheet)


@layout("JPT", "award-across")
def jpt_award(pad: Pad) -> None:
    """Across with a red band above: name in the middle in two scripts, three scores over rules, days in a foot line."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "noto-serif", "nanum-square")), paper=(255, 253, 252)
    )
    sheet.picture(0, 0, 297, 26, adornments.shine(297, 26, _RED, (226, 120, 130)))
    sheet.text(
        148.5, 17, "JPT OFFICIAL SCORE CERTIFICATE", size=18, face="serif-bold", align="center", colour=draw.WHITE
    )
    ornaments.rosette(sheet, 148, 114, 50, (246, 228, 230), rng)
    pad.put(148.5, 52, "name", draw.wide, size=24, bold=True, align="center")
    pad.put(148.5, 63, "name_latin", size=14, face="serif", align="center", width=160)
    style = rng.choice((dates.english_short, dates.slashed, dates.korean))
    for x, label, field, size in (
        (84, "聴解 Listening", "sections.listening", 30),
        (148.5, "読解 Reading", "sections.reading", 30),
        (213, "TOTAL", "score", 36),
    ):
        draw.below(
            sheet, x, 104, entry(pad, label, field), width=46, size=size, label_size=10, face="serif-bold", colour=_RED
        )
    foot = (
        (66, entry(pad, "생년월일", "birth_date", style)),
        (121, entry(pad, "수험번호", "registration_no")),
        (176, entry(pad, "시험일", "test_date", style)),
        (231, entry(pad, "유효기간", "valid_until", style)),
    )
    for x, item in foot:
        draw.below(sheet, x, 142, item, width=50, size=12.5, label_size=9)
    pad.put(30, 178, "serial_no", before="No. ", size=10)
    pad.put(30, 185, "issued_on", style, before="발급일 ", size=10)
    sheet.text(200, 182, "YBM JPT위원회", size=18, bold=True, align="center")
    sheet.picture(228, 168, 21, 21, seals.square("제이피티위원회의인", 21, rng))
    ornaments.specimen_note(sheet, y=206)
