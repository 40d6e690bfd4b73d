"""TOEIC score reports (TOEIC) of other years and portals: two columns of abilities, a Korean slip, a framed award."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Sheet

_BLUE = (0, 84, 150)
_GOLD = (172, 138, 66)
_SLATE = (58, 66, 82)
_ABILITIES = {
    "LISTENING": (
        "Can infer gist, purpose and basic context based on information that is explicitly stated in short "
        "spoken texts",
        "Can infer gist, purpose and basic context based on information that is explicitly stated in "
        "extended spoken texts",
        "Can understand details in short spoken texts",
        "Can understand details in extended spoken texts",
    ),
    "READING": (
        "Can make inferences based on information in written texts",
        "Can locate and understand specific information in written texts",
        "Can connect information across multiple sentences in a single written text and across texts",
        "Can understand vocabulary in written texts",
    ),
}


@layout("TOEIC", "abilities-in-columns")
def abilities_in_columns(pad: Pad) -> None:
    """Labels over values in one framed row, LISTENING and READING as columns with a marked scale and ability bars."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "nanum-gothic", "noto-sans")))
    sheet.text(14, 24, "TOEIC", size=30, face="sans-bold", colour=_BLUE)
    sheet.text(53, 20, "®", size=10, face="sans", colour=_BLUE)
    sheet.text(60, 24, "LISTENING AND READING", size=11, face="sans", colour=_SLATE)
    sheet.text(196, 17, "OFFICIAL", size=9, face="sans-bold", align="right", colour=_BLUE)
    sheet.text(196, 24, "SCORE CERTIFICATE", size=13, face="sans-bold", align="right", colour=_BLUE)
    sheet.picture(14, 28, 182, 1.6, adornments.shine(182, 1.6, _BLUE, (150, 200, 230)))
    style = rng.choice((dates.slashed, dates.capital_month, dates.dotted))
    first = (
        (16, "Name", "name_latin", rng.choice((None, names.comma))),
        (84, "성명(한글)", "name", None),
        (124, "Date of Birth", "birth_date", style),
    )
    second = (
        (16, "Registration Number", "registration_no", None),
        (60, "Test Date", "test_date", style),
        (92, "Valid Until", "valid_until", style),
        (124, "Issued", "issued_on", style),
    )
    sheet.frame(14, 34, 148, 30, pen=0.3, colour=draw.PALE)
    for y, line in ((40, first), (54, second)):
        for x, label, field, way in line:
            room = 64 if field == "name_latin" else 34
            draw.card(sheet, x, y, entry(pad, label, field, way), size=10.5, label_size=7, width=room, gap=5)
    ornaments.photo_box(sheet, 168, 32, rng, width=28, height=36)
    for left, part, field in ((14, "LISTENING", "sections.listening"), (108, "READING", "sections.reading")):
        _column(pad, sheet, left, part, field)
    draw.banner(sheet, 14, 212, 182, 16, "TOTAL SCORE", fill=_BLUE, size=14, face="sans")
    pad.put(150, 223, "score", size=24, face="sans-bold", align="center", colour=draw.WHITE)
    sheet.text(190, 223, "10 ~ 990", size=8, face="sans", align="right", colour=draw.WHITE)
    pad.put(14, 240, "serial_no", before="발급번호: ", size=8.5)
    forms.code(sheet, 176, 234, 20, f"https://toeic.example/v?{pad.get('serial_no')}")
    sheet.text(92, 252, "YBM 한국TOEIC위원회", size=13, face="nanum-gothic", bold=True, align="center")
    sheet.picture(122, 242, 16, 16, seals.square("한국토익위원회의인", 16, rng))
    draw.notes(
        sheet,
        14,
        266,
        (
            "※ Percentage of questions answered correctly: 항목별 정답률이며 점수와는 무관합니다.",
            "※ The TOEIC program recommends that scores be considered valid for two years from the date of the test.",
            "Copyright © 2017 by Educational Testing Service. All rights reserved.",
        ),
        width=180,
    )
    ornaments.specimen_note(sheet)


def _column(pad: Pad, sheet: Sheet, left: float, part: str, field: str) -> None:
    draw.banner(sheet, left, 74, 88, 9, part, fill=_SLATE, size=11, face="sans")
    sheet.text(left, 94, "Your score", size=9, face="sans", colour=_SLATE)
    pad.put(left + 24, 96, field, size=26, face="sans-bold", colour=_BLUE)
    score = pad.get(field)
    draw.gauge(
        sheet,
        left + 4,
        104,
        80,
        draw.share(score, 495),
        colour=_BLUE,
        ticks=("5", "100", "200", "300", "400", "495"),
        marker=True,
    )
    rank = max(1, min(99, round(draw.share(score, 495) ** 1.6 * 100)))
    sheet.text(left, 118, f"PERCENTILE RANK : {rank}", size=8, face="sans")
    sheet.text(left, 128, "ABILITIES MEASURED", size=8, face="sans-bold")
    sheet.text(left + 88, 128, "PERCENT CORRECT OF ABILITIES", size=6, face="sans", align="right")
    for place, ability in enumerate(_ABILITIES[part]):
        y = 136 + place * 18
        sheet.lines(left, y, ability, width=56, leading=3.1, size=6.8, face="sans")
        right = min(100, max(12, round(draw.share(score, 495) * 100 + pad.rng.gauss(0, 7))))
        draw.gauge(sheet, left + 60, y, 28, right / 100, colour=(120, 164, 206), height=4, ticks=("0%", "100%"))
        sheet.text(left + 74, y - 1, str(right), size=7.5, face="sans-bold", align="center")


@layout("TOEIC", "korean-slip")
def korean_slip(pad: Pad) -> None:
    """인터넷 성적확인서: one column of shaded labels, LC and RC as words beside their numbers, dates closed by dots."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "un-dotum", "nanum-barun", "noto-sans")))
    sheet.text(20, 16, dates.dotted_wide(pad.get("issued_on") or "2019-01-02") + " 오전 10:21", size=7.5, face="sans")
    sheet.text(105, 34, rng.choice(("토익(TOEIC) 성적 확인서", "TOEIC 성적확인서")), size=22, bold=True, align="center")
    sheet.line(60, 38, 150, 38, pen=0.6)
    style = rng.choice((dates.dotted_wide, dates.korean_short, dates.dashed))
    rows = (
        (rng.choice(("성    명", "성명(국문)")), entry(pad, "", "name")),
        (rng.choice(("영문성명", "성명(영문)")), entry(pad, "", "name_latin", rng.choice((None, names.comma)))),
        ("생년월일", entry(pad, "", "birth_date", style)),
        (rng.choice(("수험번호", "접수번호(수험번호)")), entry(pad, "", "registration_no")),
        ("시험일자", entry(pad, "", "test_date", style)),
        ("성적 유효기간", entry(pad, "", "valid_until", style, before="시험일로부터 2년 (", after="까지)")),
        ("발급번호", entry(pad, "", "serial_no")),
    )
    shade = (238, 238, 238)
    y = draw.table(
        sheet, 24, 48, (46, 116), (11,) * 7, rows, size=11, shade=shade, shade_columns=(0,), align="left", pen=0.15
    )
    sheet.text(24, y + 12, "□ 취득 점수", size=12, bold=True)
    scores = (
        (
            "L/C (듣기)",
            entry(pad, "", "sections.listening", after=" 점"),
            "R/C (읽기)",
            entry(pad, "", "sections.reading", after=" 점"),
        ),
        ("총    점", entry(pad, "", "score", after=" 점", bold=True), "만    점", Entry("", "990 점")),
    )
    y = draw.table(
        sheet,
        24,
        y + 16,
        (36, 45, 36, 45),
        (13, 13),
        scores,
        size=12,
        label_size=11,
        shade=shade,
        shade_columns=(0, 2),
        pen=0.15,
    )
    sheet.text(105, y + 22, "위의 내용이 사실과 같음을 확인합니다.", size=13, align="center")
    pad.put(105, y + 40, "issued_on", dates.korean, size=13, align="center")
    sheet.text(100, y + 58, "한국 TOEIC 위원회", size=18, bold=True, align="center")
    sheet.picture(134, y + 46, 20, 20, seals.square("한국토익위원회의인", 20, rng))
    sheet.line(24, 268, 186, 268, pen=0.15)
    draw.notes(
        sheet,
        24,
        273,
        ("* 이 확인서는 참고용이며, 위조 방지를 위해 발급번호로 성적의 진위를 확인하시기 바랍니다.", "Page 1 / 1"),
        width=160,
    )
    ornaments.specimen_note(sheet)


@layout("TOEIC", "framed-award")
def framed_award(pad: Pad) -> None:
    """TOEIC Certificate across: gold frame, name large and unlabelled, scores over their labels, a medal."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("serif", "nanum-myeongjo", "noto-serif")), paper=(255, 254, 249))
    ornaments.woven_border(sheet, 9, 7, _GOLD)
    adornments.notched_border(sheet, 20, 8, _GOLD, pen=0.5)
    sheet.text(148.5, 44, "TOEIC® CERTIFICATE", size=30, face="serif-bold", align="center", colour=(36, 52, 92))
    sheet.text(148.5, 54, "This is to certify that", size=13, face="serif-italic", align="center")
    pad.put(148.5, 74, "name_latin", size=30, face="serif-bold", align="center", width=190)
    pad.put(148.5, 84, "name", before="( ", after=" )", size=13, align="center")
    style = rng.choice((dates.english_long, dates.english, dates.english_short))
    run = sentences.run
    sentence = (
        "born on ",
        run(pad, "birth_date", style),
        " took the TOEIC Listening and Reading Test administered on ",
        run(pad, "test_date", style),
        " and has achieved the following scores:",
    )
    sentences.write(sheet, 148.5, 98, sentence, width=200, leading=7, size=13, align="center", face="serif")
    for x, label, field in (
        (86, "LISTENING", "sections.listening"),
        (148.5, "READING", "sections.reading"),
        (211, "TOTAL", "score"),
    ):
        draw.below(sheet, x, 132, entry(pad, label, field), width=44, size=30, label_size=10, face="serif-bold")
    pad.put(46, 160, "registration_no", before="Registration No. ", size=10, face="serif")
    pad.put(46, 167, "serial_no", before="Certificate No. ", size=10, face="serif")
    pad.put(46, 174, "valid_until", style, before="Valid through ", size=10, face="serif")
    pad.put(46, 181, "issued_on", style, before="Date of issue ", size=10, face="serif")
    sheet.picture(136, 150, 25, 35, adornments.medal(25, (206, 168, 84)))
    sheet.line(190, 172, 252, 172, pen=0.25)
    sheet.text(221, 178, "YBM / Korea TOEIC Committee", size=10, face="serif", align="center")
    sheet.text(221, 168, "한국토익위원회", size=15, face="un-gungseo", align="center")
    sheet.picture(240, 154, 17, 17, seals.square("한국토익위원회의인", 17, rng))
    ornaments.specimen_note(sheet, y=207)


@layout("TOEIC", "folded-mailer")
def folded_mailer(pad: Pad) -> None:
    """Sent by post: address above a fold, a strip of heads over values, the three scores in a row of rings."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "baekmuk-dotum", "nanum-barun")))
    pad.put(112, 40, "name", after=" 귀하", size=13)
    sheet.text(112, 47, "[우편번호 00000]", size=9)
    sheet.line(0, 70, 210, 70, pen=0.15, dash=1.2, colour=draw.GREY)
    sheet.text(16, 88, "TOEIC 정기시험 성적표", size=19, bold=True)
    sheet.text(194, 88, "Test of English for International Communication", size=8.5, face="serif-italic", align="right")
    style = rng.choice((dates.dotted, dates.slashed, dates.korean_short))
    heads = ("수험번호\nReg. No.", "영문 성명\nName", "생년월일\nBirth", "시험일\nTest Date", "유효기한\nValid Until")
    values = (
        entry(pad, "", "registration_no"),
        entry(pad, "", "name_latin", rng.choice((None, names.comma))),
        entry(pad, "", "birth_date", style),
        entry(pad, "", "test_date", style),
        entry(pad, "", "valid_until", style),
    )
    draw.table(
        sheet,
        16,
        94,
        (28, 54, 32, 32, 32),
        (11, 12),
        (heads, values),
        size=10,
        label_size=8,
        shade=_SLATE,
        shade_rows=(0,),
        label_colour=draw.WHITE,
    )
    for x, label, field in (
        (46, "LISTENING(듣기)", "sections.listening"),
        (105, "READING(읽기)", "sections.reading"),
        (164, "TOTAL(합계)", "score"),
    ):
        sheet.picture(x - 24, 128, 48, 48, adornments.ring(48, _BLUE if field == "score" else (150, 180, 206)))
        pad.put(x, 155, field, size=27, bold=True, align="center")
        sheet.text(x, 184, label, size=10, align="center")
    pad.put(16, 206, "serial_no", before="발급번호  ", size=9.5)
    pad.put(16, 213, "issued_on", style, before="발 급 일  ", size=9.5)
    sheet.text(130, 222, "YBM 한국TOEIC위원회", size=16, bold=True, align="center")
    sheet.picture(162, 209, 19, 19, seals.square("한국토익위원회의인", 19, rng))
    rows = (("905~990", "785~900", "605~780", "405~600", "255~400"), ("A", "B", "C", "D", "E"))
    forms.table(sheet, 16, 236, (35.6,) * 5, rows[0], (rows[1],), height=7, size=8.5, header=(236, 240, 244))
    draw.notes(sheet, 16, 258, ("위 표는 점수대별 수준을 나타낸 참고 자료입니다.",), width=170)
    ornaments.specimen_note(sheet)
