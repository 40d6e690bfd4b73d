"""한국사능력검정시험 인증서 (KHISTORY): as an award with name in the middle, as a notice of results, in two halves."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.history import SITTINGS
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_WINE = (112, 30, 44)
_TEAL = (22, 96, 104)
_INK = (62, 48, 34)


def _taken(pad: Pad) -> str:
    return SITTINGS.get(pad.get("sitting"), ("2018-10-27",))[0]


@layout("KHISTORY", "vines")
def vines(pad: Pad) -> None:
    """Upright ornaments left and right; name unlabelled in the middle; grade in the sentence; date over the issuer."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-batang", "noto-serif")), paper=(253, 251, 244))
    for x in (20, 190):
        adornments.vine(sheet, x, 20, 277, 9, (188, 166, 120))
    for inset in (11, 29):
        sheet.frame(inset, 14, 210 - 2 * inset, 269, pen=0.3, colour=(168, 142, 90))
    pad.put(36, 30, "number", before=rng.choice(("제 ", "인증번호 제 ")), after=" 호", size=11.5)
    sheet.text(105, 62, "인  증  서", size=40, face="un-gungseo", align="center", colour=_INK)
    pad.put(105, 92, "name", draw.wider, size=28, bold=True, align="center")
    pad.put(105, 102, "birth_date", dates.dotted_wide, before="(", after=" 생)", size=12, align="center")
    forms.inline(
        sheet,
        72,
        118,
        (entry(pad, "합격등급", "grade", bold=True), entry(pad, "합격일자", "acquired_on", dates.korean)),
        step=9,
        room=60,
        label_room=28,
        size=13,
    )
    sentence = (
        f"위 사람은 국사편찬위원회가 {dates.korean_short(_taken(pad))} 시행한 제{pad.get('sitting')}회 ",
        sentences.run(pad, "title"),
        "에서 위와 같은 등급에 합격하였으므로 「사료의 수집·편찬 및 한국사의 보급 등에 관한 법률」 제18조에 따라 "
        "이 인증서를 수여합니다.",
    )
    sentences.write(sheet, 40, 150, sentence, width=130, leading=10.5, size=15)
    pad.put(105, 222, "issued_on", dates.korean, size=15, align="center")
    pad.put(102, 250, "issuer", after=" 위원장", size=23, face="un-gungseo", align="center")
    sheet.picture(146, 236, 24, 24, seals.square("국사편찬위원회위원장인", 24, rng))
    ornaments.specimen_note(sheet)


@layout("KHISTORY", "notice-of-results")
def notice_of_results(pad: Pad) -> None:
    """결과 확인서 of the site: rows of heads over values, days of sitting, result and print side by side."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "nanum-barun", "baekmuk-gulim")))
    sheet.picture(16, 14, 12, 12, adornments.emblem(12, _TEAL, rng))
    pad.put(32, 22, "issuer", size=12, bold=True)
    sheet.text(
        194, 18, f"출력일시 : {dates.dotted(pad.get('issued_on') or '2019-01-01')} 14:32", size=7.5, align="right"
    )
    sheet.line(16, 30, 194, 30, pen=0.9, colour=_TEAL)
    end = pad.put(16, 42, "title", size=17, bold=True)
    sheet.text(end + 2, 42, rng.choice(("인증서(합격확인용)", "인증 결과 확인서")), size=14)
    shade, style = (226, 240, 241), rng.choice((dates.dashed, dates.dotted))
    person: draw.Rows = (
        ("성명", "생년월일", "수험번호", "인증(합격)번호"),
        (
            entry(pad, "", "name"),
            entry(pad, "", "birth_date", style),
            Entry("", str(rng.randint(10**7, 10**8 - 1))),
            entry(pad, "", "number"),
        ),
    )
    result: draw.Rows = (
        ("회차", "시험 종류", "점수", "합격 여부", "인증 등급"),
        (
            Entry("", f"제{pad.get('sitting')}회"),
            Entry("", pad.get("exam_kind")),
            Entry("", f"{pad.get('raw_score')}점"),
            Entry("", "합격"),
            entry(pad, "", "grade", bold=True),
        ),
    )
    days: draw.Rows = (
        ("시험 시행일", "합격자 발표일", "인증서 발급일"),
        (Entry("", style(_taken(pad))), entry(pad, "", "acquired_on", style), entry(pad, "", "issued_on", style)),
    )
    y = 46.0
    for widths, rows in (((38, 44, 48, 48), person), ((34, 36, 34, 36, 38), result), ((59, 59, 60), days)):
        y = draw.table(
            sheet,
            16,
            y + 6,
            widths,
            (9, 13),
            rows,
            size=11.5,
            label_size=9,
            shade=shade,
            shade_rows=(0,),
            colour=_TEAL,
        )
    sheet.text(16, y + 12, "■ 인증 등급 기준", size=10, bold=True, colour=_TEAL)
    decoy = (
        ("고급", "1급(70점 이상)", "2급(60~69점)"),
        ("중급", "3급(70점 이상)", "4급(60~69점)"),
        ("초급", "5급(70점 이상)", "6급(60~69점)"),
    )
    y = forms.table(sheet, 16, y + 15, (40, 69, 69), ("시험 종류", "인증 등급", ""), decoy, height=7, size=8.5)
    draw.notes(
        sheet,
        16,
        y + 8,
        (
            "※ 한국사능력검정시험 인증서의 유효기간은 별도로 정하지 않으며, 활용 기관에서 자체 규정에 따라 "
            "인정 기간을 정합니다.",
            "※ 본 확인서는 인터넷으로 발급되었으며, 누리집의 [인증서 진위 확인]에서 성명과 인증번호로 확인할 "
            "수 있습니다.",
        ),
        size=8,
        width=178,
    )
    sheet.text(105, 242, "위와 같이 합격하였음을 확인합니다.", size=12.5, align="center")
    sheet.text(100, 262, "국사편찬위원회위원장", size=18, bold=True, align="center")
    sheet.picture(138, 250, 21, 21, seals.square("국사편찬위원회위원장인", 21, rng))
    forms.code(sheet, 174, 254, 18, f"khe {pad.get('number')}")
    ornaments.specimen_note(sheet)


@layout("KHISTORY", "halves")
def halves(pad: Pad) -> None:
    """Across: a dark half with the grade large on it, a white half with label, dots and value."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-square", "nanum-barun", "nanum-gothic")))
    sheet.frame(0, 0, 104, 210, pen=0, fill=_WINE)
    ornaments.rosette(sheet, 52, 120, 40, (142, 62, 74), rng, rings=14)
    pad.put(52, 52, "title", size=17, bold=True, align="center", colour=draw.WHITE, width=92)
    sheet.text(52, 66, "인 증 서", size=26, bold=True, align="center", colour=draw.WHITE)
    pad.put(52, 132, "grade", size=52, bold=True, align="center", colour=(250, 226, 170))
    sheet.text(52, 148, "인증등급", size=11, align="center", colour=draw.WHITE)
    sheet.text(52, 190, "Korean History Proficiency Test", size=10, face="serif", align="center", colour=draw.WHITE)
    style = rng.choice((dates.korean_short, dates.dotted_wide, dates.korean))
    items = (
        entry(pad, "인증번호", "number"),
        Entry("회      차", f"제{pad.get('sitting')}회 ({pad.get('exam_kind')})"),
        entry(pad, "성      명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", style),
        Entry("시 험 일", style(_taken(pad))),
        entry(pad, "합 격 일", "acquired_on", style),
    )
    draw.led(sheet, 124, 46, items, to=272, step=14, size=15, width=90)
    sheet.lines(
        124,
        138,
        "위 사람은 국사편찬위원회에서 시행한 한국사능력검정시험에 합격하여 한국사 능력을 인정받았기에 이 "
        "증서를 드립니다.",
        width=150,
        leading=8,
        size=13,
    )
    pad.put(198, 168, "issued_on", style, size=13, align="center")
    pad.put(196, 186, "issuer", after="위원장", size=19, bold=True, align="center")
    sheet.picture(246, 171, 22, 22, seals.square("국사편찬위원회위원장인", 22, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("KHISTORY", "tab-sheet")
def tab_sheet(pad: Pad) -> None:
    """A printed page of the site with dark tabs down the left: label white on teal, value beside it, grade on top."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "noto-sans", "baekmuk-gulim")))
    sheet.text(20, 26, "제" + pad.get("sitting") + "회", size=13, colour=_TEAL, bold=True)
    pad.put(42, 26, "title", size=17, bold=True)
    sheet.text(190, 26, "인증서", size=17, align="right")
    sheet.line(20, 31, 190, 31, pen=1.2, colour=_TEAL)
    style = rng.choice((dates.dotted_closed, dates.dashed, dates.korean))
    items = (
        entry(pad, "인증 등급", "grade", bold=True),
        entry(pad, "인증 번호", "number"),
        entry(pad, "성      명", "name"),
        entry(pad, "생년월일", "birth_date", style),
        Entry("시험 일자", style(_taken(pad))),
        entry(pad, "합격 일자", "acquired_on", style),
        Entry("시험 종류", f"{pad.get('exam_kind')} ({pad.get('raw_score')}점)"),
    )
    for place, item in enumerate(items):
        y = 42 + place * 15
        draw.banner(sheet, 20, y, 36, 11, item.label, fill=_TEAL, size=11, align="center")
        sheet.frame(56, y, 94, 11, pen=0.25, colour=_TEAL)
        forms.put(sheet, 61, y + 7.4, item, size=13, width=86)
    ornaments.photo_box(sheet, 156, 42, rng, width=34, height=45)
    forms.code(sheet, 162, 96, 22, f"history {pad.get('number')}")
    sheet.lines(
        24,
        166,
        "위 사람은 국사편찬위원회에서 주관한 한국사능력검정시험에 응시하여 위와 같이 "
        "인증 등급을 취득하였음을 증명합니다.",
        width=160,
        leading=8.5,
        size=13.5,
    )
    pad.put(105, 208, "issued_on", style, before="발급 일자  ", size=12.5, align="center")
    pad.put(100, 236, "issuer", after=" 위원장", size=22, bold=True, align="center")
    sheet.picture(146, 222, 23, 23, seals.square("국사편찬위원회위원장인", 23, rng))
    ornaments.specimen_note(sheet)
