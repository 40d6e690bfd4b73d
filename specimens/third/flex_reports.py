"""FLEX of French and Spanish once more: twin columns in two languages, and a dense report with what scores mean."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.flex import GRADES
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE
from specimens.third import certificate_frames as frames

_GREEN = (0, 84, 62)
_ORANGE = (196, 92, 20)


@layout("FLEX_FR", "twin-columns")
def twin_columns(pad: Pad) -> None:
    """Across: Korean at the left, the same in English at the right, a line between; one seal for both."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "noto-serif", "nanum-barun", "un-dotum")))
    ornaments.double_border(sheet, 8, _GREEN, gap=1.6, pen=0.7)
    sheet.line(148.5, 20, 148.5, 168, pen=0.2, colour=_GREEN)
    style = rng.choice((dates.korean, dates.dotted))
    abroad = rng.choice((dates.english_long, frames.day_month_capitals))
    halves = (
        (18, "FLEX 성적증명서", "프랑스어 (듣기·읽기)", "성적을 위와 같이 증명합니다.", None, style),
        (156, "FLEX Score Certificate", "French (Listening & Reading)", "We certify the scores above.", "en", abroad),
    )
    for left, head, language, closing, english, how in halves:
        sheet.text(left + 61, 34, head, size=21, bold=True, align="center", colour=_GREEN)
        sheet.text(left + 61, 42, language, size=11.5, align="center")
        person = (
            entry(pad, "Name" if english else "성명", "name_latin" if english else "name", bold=True),
            entry(pad, "Date of Birth" if english else "생년월일", "birth_date", how),
            entry(pad, "Test No." if english else "수험번호", "registration_no"),
            entry(pad, "Test Date" if english else "응시일", "test_date", how),
            entry(pad, "Valid Until" if english else "유효기한", "valid_until", how),
        )
        forms.inline(sheet, left + 6, 58, person, step=9.5, room=74, label_room=36, size=12)
        heads = ("Listening", "Reading", "Total", "Grade") if english else ("듣기", "읽기", "총점", "등급")
        tops = (pad.get("top.listening"), pad.get("top.reading"), "1000", "1A~3C")
        got = tuple(
            entry(pad, "", field, bold=True) for field in ("sections.listening", "sections.reading", "score", "rank")
        )
        draw.table(
            sheet, left + 4, 108, (29,) * 4, (9, 13, 8), (heads, got, tuple(Entry("", f"({top})") for top in tops)),
            size=12.5, label_size=10, shade=(228, 240, 234), shade_rows=(0,), colour=_GREEN, pen=0.15,
        )  # fmt: skip
        sheet.text(left + 61, 150, closing, size=12.5, align="center")
        pad.put(left + 61, 161, "issued_on", how, size=12, align="center")
    sheet.text(132, 182, "한국외국어대학교 FLEX센터장", size=16, bold=True, align="right")
    sheet.text(166, 182, "Director, FLEX Center, HUFS", size=13, face="serif-bold")
    sheet.picture(138, 170, 21, 21, seals.square("한국외국어대학교인", 21, rng))
    pad.put(20, 194, "serial_no", before="No. ", size=8.5)
    ornaments.specimen_note(sheet, y=206)


@layout("FLEX_ES", "report-with-ranges")
def report_with_ranges(pad: Pad) -> None:
    """개인 성적표, dense: person in four pairs, scores beside mean and percentile, every grade's range and words."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "baekmuk-gulim", "nanum-barun")))
    sheet.text(16, 24, "FLEX", size=26, face="sans-bold", colour=_ORANGE)
    sheet.text(46, 19, "Foreign Language Examination", size=8.5, face="sans", colour=draw.GREY)
    sheet.text(46, 24.5, "스페인어 개인 성적표", size=14, bold=True)
    pad.put(194, 24, "serial_no", before="성적표 번호 ", size=8.5, align="right")
    sheet.line(16, 29, 194, 29, pen=0.9, colour=_ORANGE)
    style = rng.choice((dates.dotted, dates.dashed, frames.typed_dots))
    rows = (
        ("성명(한글)", entry(pad, "", "name", bold=True), "성명(영문)", entry(pad, "", "name_latin")),
        ("생년월일", entry(pad, "", "birth_date", style), "수험번호", entry(pad, "", "registration_no")),
        ("시험일자", entry(pad, "", "test_date", style), "회차", Entry("", f"제{pad.get('sitting')}회 정기시험")),
        ("성적 유효일", entry(pad, "", "valid_until", style), "발급일자", entry(pad, "", "issued_on", style)),
    )
    y = draw.table(
        sheet, 16, 35, (26, 63, 26, 63), (9.5,) * 4, rows, size=10.5, label_size=9, shade=(252, 242, 232),
        shade_columns=(0, 2), colour=(190, 160, 130), pen=0.15,
    )  # fmt: skip
    sheet.text(16, y + 11, "■ 영역별 점수", size=11, bold=True)
    listening, reading = pad.get("top.listening") or "500", pad.get("top.reading") or "500"
    mean = (rng.randint(240, 290) * int(listening) // 500, rng.randint(230, 280) * int(reading) // 500)
    reached = (("sections.listening", listening), ("sections.reading", reading), ("score", "1000"))
    rank = [f"상위 {_percentile(draw.share(pad.get(field), float(top)))}%" for field, top in reached]
    scored = (
        ("영역", "만점", "취득 점수", "평균", "백분위"),
        ("듣기 (Comprensión auditiva)", listening, entry(pad, "", "sections.listening"), str(mean[0]), rank[0]),
        ("읽기 (Comprensión lectora)", reading, entry(pad, "", "sections.reading"), str(mean[1]), rank[1]),
        ("합계", "1000", entry(pad, "", "score", bold=True), str(sum(mean)), rank[2]),
    )
    y = draw.table(
        sheet, 16, y + 15, (64, 24, 36, 24, 30), (9, 11, 11, 11), scored, size=12.5, label_size=9.5,
        shade=(252, 242, 232), shade_rows=(0,), colour=(190, 160, 130), pen=0.15,
    )  # fmt: skip
    end = sheet.text(16, y + 12, "■ 취득 등급", size=11, bold=True)
    pad.put(end + 5, y + 12.4, "rank", size=16, bold=True, colour=_ORANGE)
    words = (
        "고급 수준의 의사소통이 자유로움", "고급 수준의 의사소통이 가능함", "전문 분야를 제외한 의사소통이 원활함",
        "중급 상의 의사소통이 가능함", "중급 수준의 의사소통이 가능함", "일상 업무에서 의사소통이 가능함",
        "기초적인 업무 의사소통이 가능함", "일상생활의 의사소통이 가능함", "간단한 의사소통이 가능함",
    )  # fmt: skip
    uppers = (1000, *(least - 1 for _, least in GRADES[:-2]))
    body = [
        (grade, f"{least} ~ {upper}", word)
        for (grade, least), upper, word in zip(GRADES[:-1], uppers, words, strict=True)
    ]
    y = forms.table(
        sheet, 16, y + 18, (24, 44, 110), ("등급", "점수", "수준"), body, height=7.4, size=8.5, header=(252, 242, 232),
        open_sides=True,
    )  # fmt: skip
    sheet.text(105, 240, "위 성적은 본교 FLEX센터에서 시행한 시험의 결과임을 확인합니다.", size=11, align="center")
    sheet.text(100, 259, "한국외국어대학교 FLEX센터", size=16, bold=True, align="center")
    sheet.picture(146, 247, 20, 20, seals.square("외국어대플렉스센터", 20, rng))
    forms.code(sheet, 16, 250, 20, f"flex {pad.get('serial_no')}")
    ornaments.specimen_note(sheet)


def _percentile(share: float) -> int:
    """How many of a hundred did better: as many as the share of the points leaves, within 2 and 95."""
    return min(95, max(2, round((1 - share) * 112)))
