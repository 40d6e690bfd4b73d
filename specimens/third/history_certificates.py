"""한국사능력검정 (KHISTORY) once more: Korean and English beside each other, and a page on a telephone."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import certificate_frames as frames

_JADE = (30, 96, 96)


@layout("KHISTORY", "in-both-languages")
def in_both_languages(pad: Pad) -> None:
    """인증서 with `성명 / Name` above each value on pale tiles, two and two, the sentence in both languages."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "noto-serif", "nanum-square", "un-dotum")))
    sheet.picture(0, 0, 210, 9, adornments.shine(210, 9, _JADE, (168, 204, 190)))
    sheet.picture(0, 288, 210, 9, adornments.shine(210, 9, (168, 204, 190), _JADE))
    ornaments.rosette(sheet, 105, 160, 58, (228, 240, 236), rng, rings=16)
    sheet.text(105, 34, "한국사능력검정 인증서", size=25, bold=True, align="center", colour=_JADE)
    sheet.text(105, 42, "Certificate of Korean History Proficiency", size=11, face="serif-italic", align="center")
    english = rng.random() < 0.5
    style = frames.typed_dots if english else dates.korean
    tiles = (
        (entry(pad, "성명 / Name", "name", bold=True), entry(pad, "생년월일 / Date of Birth", "birth_date", style)),
        (entry(pad, "인증등급 / Level", "grade", bold=True), entry(pad, "인증번호 / Certificate No.", "number")),
        (
            entry(pad, "시험명 / Test", "title"),
            Entry("회차 및 구분 / Session", f"제{pad.get('sitting')}회 {pad.get('exam_kind')}"),
        ),
        (
            entry(pad, "합격일 / Date of Pass", "acquired_on", style),
            entry(pad, "발급일 / Date of Issue", "issued_on", style),
        ),
    )
    for row, pair in enumerate(tiles):
        for column, item in enumerate(pair):
            left, top = 24 + column * 82, 56 + row * 27
            sheet.frame(left, top, 80, 24, pen=0.2, colour=(190, 212, 204), fill=(250, 253, 252))
            draw.card(sheet, left + 5, top + 7, item, size=14, label_size=8.5, gap=9, width=70, colour=_JADE)
    sheet.text(105, 182, "위 사람은 국사편찬위원회가 시행한 한국사능력검정시험에서", size=13, align="center")
    sheet.text(105, 190, "위 등급의 인증을 받았음을 증명합니다.", size=13, align="center")
    sheet.text(
        105,
        199,
        "This certifies that the above-named person has attained the stated level of the test.",
        size=10,
        face="serif-italic",
        align="center",
    )
    sheet.text(98, 232, "국 사 편 찬 위 원 장", size=21, bold=True, align="center")
    pad.put(98, 240, "issuer", before="", size=10, align="center")
    sheet.text(98, 246, "National Institute of Korean History", size=9, face="serif", align="center")
    sheet.picture(142, 218, 24, 24, seals.square("국사편찬위원장의인", 24, rng))
    forms.code(sheet, 168, 254, 20, f"khistory {pad.get('number')}")
    sheet.text(24, 270, "한국사능력검정시험 누리집(인증서 진위 확인)에서 인증번호로 확인할 수 있습니다.", size=8)
    ornaments.specimen_note(sheet)


@layout("KHISTORY", "telephone-page")
def telephone_page(pad: Pad) -> None:
    """나의 인증서 on a telephone: the grade in a ring, a list below it, an older sitting as a closed line."""
    rng = pad.rng
    sheet = frames.screen(
        pad,
        rng.choice(("인증서 조회", "나의 인증서")),
        face=rng.choice(("noto-sans", "nanum-gothic", "nanum-barun")),
        ground=(255, 255, 255),
        bar=_JADE,
    )
    pad.put(8, 34, "name", after=" 님", size=13, bold=True)
    sheet.text(8, 40, "한국사능력검정시험 인증 내역입니다.", size=8.5, colour=draw.GREY)
    sheet.frame(6, 46, 82, 112, pen=0.25, colour=(206, 214, 212))
    sheet.picture(33, 51, 28, 28, adornments.ring(28, _JADE))
    pad.put(47, 68.5, "grade", size=22, bold=True, align="center", colour=_JADE)
    sheet.text(47, 86, f"제{pad.get('sitting')}회 ({pad.get('exam_kind')})", size=9.5, align="center")
    style = rng.choice((dates.dotted, dates.dashed))
    frames.listed(
        sheet,
        97,
        (
            entry(pad, "시험", "title"),
            entry(pad, "인증번호", "number", bold=True),
            entry(pad, "생년월일", "birth_date", style),
            Entry("점수", f"{pad.get('raw_score')}점"),
            entry(pad, "합격자 발표일", "acquired_on", style),
            entry(pad, "인증서 발급일", "issued_on", style),
            entry(pad, "주관", "issuer"),
        ),
        left=11,
        right=83,
        step=8.8,
        size=9.5,
        label_size=8,
    )
    earlier = int(pad.get("sitting") or 40) - rng.randint(2, 6)
    sheet.frame(6, 162, 82, 11, pen=0.25, colour=(206, 214, 212), fill=(247, 249, 248))
    sheet.text(11, 169, f"제{earlier}회 응시 내역", size=8.5, colour=draw.GREY)
    sheet.text(83, 169, "미응시(취소)", size=8.5, align="right", colour=draw.GREY)
    draw.banner(sheet, 6, 177, 82, 11, "인증서 PDF 내려받기", fill=_JADE, size=10, align="center")
    ornaments.specimen_note(sheet, x=90, y=194.5)
