"""TOEIC Speaking reports (TOEIC_S): both tests on one report, a Korean table across, an English certificate."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.toeic_speaking import BANDS
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_TEAL = (0, 110, 132)
_NAVY = (26, 46, 92)
_WORDS = (
    "Typically, test takers at this level can create connected, sustained discourse appropriate to the "
    "typical workplace.",
    "When they express opinions or respond to complicated requests, their responses are relevant and mostly effective.",
    "Minor difficulties with pronunciation, intonation, or hesitation may occur when creating language.",
)


@layout("TOEIC_S", "speaking-and-writing")
def speaking_and_writing(pad: Pad) -> None:
    """One report of both tests: Speaking holds a score, Writing says NS; levels as a ladder, labels over values."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "nanum-barun", "noto-sans")))
    sheet.picture(0, 0, 210, 20, adornments.shine(210, 20, _TEAL, (120, 190, 200)))
    sheet.text(14, 13.5, "TOEIC® Speaking and Writing", size=17, face="sans-bold", colour=draw.WHITE)
    sheet.text(196, 13, "SCORE REPORT", size=12, face="sans", align="right", colour=draw.WHITE)
    style = rng.choice((dates.slashed, dates.english_short, dates.dotted))
    cards = (
        (14, 32, "Name", "name_latin", None, 72),
        (92, 32, "Name in Korean", "name", None, 50),
        (14, 46, "Registration Number", "registration_no", None, 60),
        (92, 46, "Date of Birth", "birth_date", style, 50),
        (14, 60, "Test Date", "test_date", style, 60),
        (92, 60, "Valid Until", "valid_until", style, 50),
    )
    for x, y, label, field, way, room in cards:
        draw.card(sheet, x, y, entry(pad, label, field, way), size=11.5, label_size=7.5, gap=5.6, width=room)
    ornaments.photo_box(sheet, 164, 26, rng, width=32, height=42)
    draw.banner(sheet, 14, 78, 88, 9, "SPEAKING", fill=_TEAL, size=11, face="sans")
    draw.banner(sheet, 108, 78, 88, 9, "WRITING", fill=draw.PALE, size=11, face="sans")
    sheet.text(18, 97, "Scaled Score", size=9.5, face="sans")
    pad.put(18, 112, "score", size=32, face="sans-bold", colour=_TEAL)
    sheet.text(18, 118, "(0-200)", size=8, face="sans", colour=draw.GREY)
    sheet.text(62, 97, "Level", size=9.5, face="sans")
    pad.put(62, 112, "rank", size=32, face="sans-bold", colour=_TEAL)
    sheet.text(112, 97, "Scaled Score", size=9.5, face="sans")
    sheet.text(112, 112, "NS", size=26, face="sans", colour=draw.PALE)
    for place, (band, span) in enumerate(BANDS):
        top = 126 + place * 7.5
        sheet.frame(
            14, top, 16, 6.5, pen=0.2, colour=draw.PALE, fill=(206, 232, 236) if band == pad.get("rank") else None
        )
        sheet.text(22, top + 4.6, band, size=9, face="sans", align="center")
        sheet.text(36, top + 4.6, span, size=9, face="sans")
    draw.card(sheet, 62, 130, Entry("Pronunciation", pad.get("pronunciation")), size=11, label_size=8.5)
    draw.card(sheet, 62, 144, Entry("Intonation and Stress", pad.get("intonation")), size=11, label_size=8.5)
    draw.notes(sheet, 108, 128, _WORDS, size=8, width=86)
    pad.put(14, 204, "serial_no", before="발급번호 ", size=9)
    pad.put(14, 211, "issued_on", style, before="Issue Date ", size=9)
    forms.code(sheet, 14, 216, 46, pad.get("serial_no") or "0", kind="code128", height=12)
    sheet.text(146, 222, "YBM 한국TOEIC위원회", size=14, bold=True, align="center", face="nanum-gothic")
    sheet.picture(176, 210, 18, 18, seals.square("한국토익위원회의인", 18, rng))
    draw.notes(
        sheet, 14, 250, ("NS : Not Scored / 해당 시험에 응시하지 않음", "Scores are valid for two years."), width=180
    )
    ornaments.specimen_note(sheet)


@layout("TOEIC_S", "confirmation-across")
def speaking_confirmation(pad: Pad) -> None:
    """토익스피킹 성적 증명 across: one wide table with heads above, print day in a corner."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-gothic", "baekmuk-dotum", "nanum-myeongjo")))
    ornaments.double_border(sheet, 9, _NAVY, gap=1.4, pen=0.6)
    sheet.text(
        148.5,
        36,
        rng.choice(("토익스피킹 성적증명서", "TOEIC Speaking 성적 증명서")),
        size=24,
        bold=True,
        align="center",
    )
    style = rng.choice((dates.korean, dates.dashed, dates.dotted_wide))
    shade = (230, 234, 244)
    y = draw.table(
        sheet,
        22,
        50,
        (60, 74, 60, 59),
        (10, 14),
        (
            ("성명", "영문명", "생년월일", "수험번호"),
            (
                entry(pad, "", "name"),
                entry(pad, "", "name_latin", names.comma),
                entry(pad, "", "birth_date", style),
                entry(pad, "", "registration_no"),
            ),
        ),
        size=13,
        label_size=10.5,
        shade=shade,
        shade_rows=(0,),
        colour=_NAVY,
    )
    y = draw.table(
        sheet,
        22,
        y + 8,
        (50, 50, 50, 50, 53),
        (10, 18),
        (
            ("시험일", "점수(Score)", "레벨(Level)", "발음(Pronunciation)", "억양·강세"),
            (
                entry(pad, "", "test_date", style),
                entry(pad, "", "score", bold=True),
                entry(pad, "", "rank", before="Lv."),
                Entry("", pad.get("pronunciation")),
                Entry("", pad.get("intonation")),
            ),
        ),
        size=15,
        label_size=10.5,
        shade=shade,
        shade_rows=(0,),
        colour=_NAVY,
    )
    pad.put(22, y + 9, "valid_until", style, before="※ 유효기간 : 시험일로부터 2년간 (~ ", after=")", size=10)
    pad.put(275, y + 9, "serial_no", before="발급번호 : ", size=10, align="right")
    sheet.text(148.5, y + 28, "상기인의 TOEIC Speaking 시험 성적이 위와 같음을 증명합니다.", size=14, align="center")
    pad.put(148.5, y + 44, "issued_on", style, size=13, align="center")
    sheet.text(144, y + 62, "한국TOEIC위원회 위원장", size=19, bold=True, align="center")
    sheet.picture(192, y + 49, 20, 20, seals.square("한국토익위원회의인", 20, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("TOEIC_S", "certificate-sentence")
def speaking_certificate(pad: Pad) -> None:
    """An English certificate: name in the middle, score and day within the sentence, Korean name below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "nanum-myeongjo", "noto-serif")), paper=(251, 253, 253))
    adornments.notched_border(sheet, 11, 11, _TEAL, pen=1.1)
    ornaments.rosette(sheet, 105, 140, 52, (216, 234, 236), rng)
    sheet.text(105, 48, "TOEIC® Speaking Test", size=24, face="serif-bold", align="center", colour=_TEAL)
    sheet.text(105, 58, "Certificate of Proficiency", size=14, face="serif-italic", align="center")
    sheet.text(105, 80, "awarded to", size=12, face="serif-italic", align="center")
    pad.put(
        105,
        97,
        "name_latin",
        names.given_first if rng.random() < 0.5 else None,
        size=25,
        face="serif-bold",
        align="center",
    )
    pad.put(105, 106, "name", size=13, align="center")
    style = rng.choice((dates.english_long, dates.english))
    sentence = (
        "for obtaining a scaled score of ",
        sentences.run(pad, "score", bold=True),
        " out of 200 (Level ",
        sentences.run(pad, "rank", bold=True),
        ") in the test administered in Korea on ",
        sentences.run(pad, "test_date", style),
        ".",
    )
    sentences.write(sheet, 105, 124, sentence, width=134, leading=9, size=14.5, align="center", face="serif")
    items = (
        entry(pad, "Registration Number", "registration_no"),
        entry(pad, "Date of Birth", "birth_date", style),
        entry(pad, "Certificate Serial Number", "serial_no"),
        entry(pad, "Valid Through", "valid_until", style),
        entry(pad, "Issued on", "issued_on", style),
    )
    draw.led(sheet, 44, 170, items, to=166, step=9, size=11.5, width=70)
    sheet.picture(40, 226, 24, 33, adornments.medal(24, (120, 176, 186)))
    sheet.text(128, 244, "YBM KOREA TOEIC COMMITTEE", size=12, face="serif-bold", align="center")
    sheet.picture(150, 228, 19, 19, seals.square("한국토익위원회의인", 19, rng))
    ornaments.specimen_note(sheet)
