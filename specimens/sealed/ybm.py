"""TOEIC, TOEIC Speaking and JPT as another year's printer sets them."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.toeic_speaking import BANDS
from specimens.registry import Pad, layout
from specimens.sheet import A4, A4_LANDSCAPE

_GREEN = (30, 90, 60)
_GREY = (96, 98, 104)


@layout("TOEIC", "sealed-notice")
def toeic_notice(pad: Pad) -> None:
    """성적 통지서 without rules: labels above values in three columns, the total first and boxed, averages below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-graphic", "nanum-barun-light", "baekmuk-gulim", "un-dotum")))
    sheet.text(22, 34, "토익 정기시험 성적 통지서", size=22, bold=True)
    pad.put(188, 34, "issued_on", dates.dotted_wide, before="출력일 ", size=9.5, align="right", colour=_GREY)
    sheet.line(22, 39, 188, 39, pen=0.2, colour=_GREY)
    columns = (22, 82, 142)
    blocks = (
        (("이름", "name", None), ("영문 이름", "name_latin", None), ("생년월일", "birth_date", dates.dotted_wide)),
        (
            ("수험번호", "registration_no", None),
            ("시험일", "test_date", dates.dotted_wide),
            ("유효기한", "valid_until", dates.dotted_wide),
        ),
    )
    for row, block in enumerate(blocks):
        for x, (label, field, style) in zip(columns, block, strict=True):
            sheet.text(x, 50 + 20 * row, label, size=8.5, colour=_GREY)
            pad.put(x, 58 + 20 * row, field, style, size=13, width=54)
    sheet.frame(22, 94, 52, 44, pen=0.9, colour=_GREEN)
    sheet.text(48, 104, "총점", size=12, align="center", colour=_GREEN)
    pad.put(48, 127, "score", size=36, bold=True, align="center")
    for y, label, field in ((104, "듣기 점수 (LC)", "sections.listening"), (126, "읽기 점수 (RC)", "sections.reading")):
        sheet.text(88, y, label, size=12)
        pad.put(164, y, field, size=20, bold=True, align="right")
        sheet.text(167, y, "/ 495", size=10, colour=_GREY)
        sheet.line(88, y + 6, 188, y + 6, pen=0.15, colour=_GREY)
    sheet.text(22, 156, "응시자 전체 평균", size=10.5, bold=True)
    means = (("듣기", rng.randint(360, 378)), ("읽기", rng.randint(296, 318)), ("총점", rng.randint(665, 690)))
    for number, (label, mean) in enumerate(means):
        sheet.text(22 + 40 * number, 164, f"{label} {mean}점", size=10, colour=_GREY)
    sheet.lines(
        22, 184,
        "본 통지서는 응시자 본인이 인터넷으로 출력한 것입니다. 제출처에서는 아래 발급번호로 성적을 조회할 수 있으며, "
        "시험일로부터 2년이 지난 성적은 조회할 수 없습니다.",
        width=166, leading=6, size=10,
    )  # fmt: skip
    pad.put(22, 214, "serial_no", before="발급번호 ", size=11)
    forms.code(sheet, 160, 200, 26, pad.get("serial_no") or "0", kind="pdf417", height=10)
    sheet.text(168, 250, "한국토익위원회 위원장", size=15, bold=True, align="right")
    sheet.picture(166, 236, 22, 22, seals.square("한국토익위원회위원장의인", 22, rng))
    ornaments.specimen_note(sheet)


@layout("TOEIC_S", "sealed-ledger")
def speaking_ledger(pad: Pad) -> None:
    """English only: two columns with dotted leaders, the scaled score among the other lines, no box at all."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "sans")), paper=(253, 253, 249))
    ornaments.wave_ground(sheet, 10, 10, 190, 277, (238, 241, 236), rng, pitch=3.6)
    sheet.text(105, 34, "TOEIC® Speaking Test", size=24, bold=True, align="center")
    sheet.text(105, 43, "Score Certificate", size=14, align="center", face="serif-italic")
    sheet.line(70, 48, 140, 48, pen=0.3)
    left = (
        entry(pad, "Candidate", "name_latin", bold=True),
        entry(pad, "Native script", "name"),
        entry(pad, "Date of birth", "birth_date", dates.english_short),
        entry(pad, "Registration no.", "registration_no"),
    )
    right = (
        entry(pad, "Date of test", "test_date", dates.english_short),
        entry(pad, "Score valid until", "valid_until", dates.english_short),
        entry(pad, "Date of issue", "issued_on", dates.english_short),
        Entry("Country / Region", "Korea"),
    )
    for x, items in ((20, left), (110, right)):
        for number, item in enumerate(items):
            _leader(pad, x, 64 + 10 * number, 80, item, size=10.5)
    results = (
        entry(pad, "Scaled score (0-200)", "score", bold=True),
        entry(pad, "Proficiency level", "rank", bold=True),
        Entry("Pronunciation", pad.get("pronunciation").title()),
        Entry("Intonation and stress", pad.get("intonation").title()),
    )
    for number, item in enumerate(results):
        _leader(pad, 38, 124 + 12 * number, 134, item, size=14)
    sheet.text(38, 184, "Proficiency levels", size=10, bold=True)
    for number, (rank, span) in enumerate(BANDS):
        sheet.text(38 + 34 * (number % 4), 191 + 6 * (number // 4), f"Level {rank}: {span}", size=9, colour=_GREY)
    pad.put(20, 226, "serial_no", before="Certificate number ", size=10)
    sheet.line(124, 244, 186, 244, pen=0.2)
    sheet.text(155, 250, "Director, TOEIC Programme Korea", size=9.5, align="center")
    sheet.picture(150, 226, 18, 18, seals.square("한국토익위원회", 18, rng))
    ornaments.specimen_note(sheet)


def _leader(pad: Pad, x: float, y: float, room: float, item: Entry, *, size: float) -> None:
    """A label, dots, and the value at the right end."""
    sheet = pad.sheets[-1]
    end = sheet.text(x, y, item.label, size=size)
    before = len(sheet.marks)
    forms.put(sheet, x + room, y, item, size=size, align="right")
    marks = sheet.marks[before:]
    start = marks[0].x if marks and hasattr(marks[0], "x") else x + room
    sheet.line(end + 1.5, y - 0.4, start - 1.5, y - 0.4, pen=0.25, dash=0.6, colour=_GREY)


@layout("JPT", "sealed-japanese")
def jpt_japanese(pad: Pad) -> None:
    """成績証明書 across the page, Japanese labels: person at the left, scores in a column at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face="noto-serif", paper=(254, 253, 250))
    sheet.frame(12, 12, 273, 186, pen=0.5, colour=_GREEN)
    sheet.text(148.5, 34, "JPT 成績証明書", size=24, bold=True, align="center")
    sheet.text(148.5, 43, "Japanese Proficiency Test Score Certificate", size=11, face="serif", align="center")
    items = (
        Entry("氏名", pad.get("name_latin"), "name_latin"),
        entry(pad, "韓国語氏名", "name"),
        entry(pad, "生年月日", "birth_date", dates.chinese_short),
        entry(pad, "受験番号", "registration_no"),
        entry(pad, "受験日", "test_date", dates.chinese_short),
        entry(pad, "有効期限", "valid_until", dates.chinese_short),
    )
    for number, item in enumerate(items):
        y = 66 + 13 * number
        sheet.text(28, y, item.label, size=11, colour=_GREY)
        forms.put(sheet, 66, y, item, size=13, width=78)
        sheet.line(28, y + 3, 146, y + 3, pen=0.12, colour=_GREY)
    sheet.line(158, 56, 158, 140, pen=0.3, colour=_GREEN)
    parts = (("聴解", "sections.listening", "495"), ("読解", "sections.reading", "495"), ("合計", "score", "990"))
    for number, (label, field, top) in enumerate(parts):
        y = 74 + 26 * number
        sheet.text(172, y, label, size=16, bold=number == 2)
        pad.put(244, y, field, size=26, face="sans-bold", align="right")
        sheet.text(248, y, f"/ {top}", size=11, face="sans", colour=_GREY)
    sheet.text(172, 146, f"第{pad.get('sitting')}回 受験者平均 {rng.randint(540, 600)}点", size=9.5, colour=_GREY)
    pad.put(28, 166, "serial_no", before="証明書番号 ", size=10.5)
    pad.put(28, 176, "issued_on", dates.chinese_short, before="発行日 ", size=10.5)
    sheet.text(238, 176, "JPT委員会", size=17, bold=True, align="center")
    sheet.picture(252, 158, 24, 24, seals.square("日本語能力試験委員会印", 24, rng))
    ornaments.specimen_note(sheet, y=206)
