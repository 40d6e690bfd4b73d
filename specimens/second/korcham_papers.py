"""대한상공회의소 자격증 (KORCHAM): a confirmation of the portal, an award in two tongues, both sides of a card."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, CARD, Sheet

_BLUE = (16, 72, 148)
_TEAL = (0, 110, 116)
_ENGLISH = {
    "컴퓨터활용능력": "Computer Specialist in Spreadsheet & Database",
    "워드프로세서": "Word Processor Specialist",
}


@layout("KORCHAM", "confirmation")
def confirmation(pad: Pad) -> None:
    """자격취득 확인서: letter head, person in a two-column table, the trade in a row under dark heads."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "noto-sans", "baekmuk-dotum")))
    sheet.picture(18, 14, 14, 14, adornments.emblem(14, _BLUE, rng))
    pad.put(36, 22, "issuer", size=14, bold=True)
    sheet.text(36, 27, "The Korea Chamber of Commerce & Industry · 자격평가사업단", size=7.5, colour=draw.GREY)
    sheet.line(18, 31, 192, 31, pen=0.8, colour=_BLUE)
    sheet.text(
        105, 52, rng.choice(("자 격 취 득 확 인 서", "국가기술자격 취득 확인서")), size=23, bold=True, align="center"
    )
    sheet.text(105, 62, f"발급번호 : KC{rng.randrange(10**8, 10**9)}", size=9, align="center", colour=draw.GREY)
    style = rng.choice((dates.dotted, dates.dashed, dates.korean))
    y = draw.table(
        sheet,
        18,
        72,
        (30, 57, 30, 57),
        (12, 12),
        (
            ("성    명", entry(pad, "", "name"), "생년월일", entry(pad, "", "birth_date", style)),
            ("용    도", Entry("", "제출용"), "발 급 일", entry(pad, "", "issued_on", style)),
        ),
        size=11,
        label_size=10,
        shade=(232, 240, 250),
        shade_columns=(0, 2),
    )
    sheet.text(18, y + 12, "▶ 자격 취득 내역", size=11, bold=True, colour=_BLUE)
    rows = (
        ("번호", "자격 종목", "등급", "자격(증)번호", "취득(합격)일자", "비고"),
        (
            Entry("", "1"),
            entry(pad, "", "title"),
            entry(pad, "", "grade"),
            entry(pad, "", "number"),
            entry(pad, "", "acquired_on", style),
            Entry("", "-"),
        ),
        *(("",) * 6,) * 3,
    )
    y = draw.table(
        sheet,
        18,
        y + 16,
        (14, 46, 20, 40, 38, 16),
        (10, 12, 10, 10, 10),
        rows,
        size=10.5,
        label_size=9.5,
        shade=_BLUE,
        shade_rows=(0,),
        label_colour=draw.WHITE,
        label_bold=True,
    )
    sheet.text(105, y + 26, "위와 같이 국가기술자격을 취득하였음을 확인합니다.", size=13.5, align="center")
    sheet.text(100, y + 66, "대한상공회의소 회장", size=20, bold=True, align="center")
    sheet.picture(142, y + 53, 22, 22, seals.square("대한상공회의소회장의인", 22, rng))
    sheet.line(18, 256, 192, 256, pen=0.15)
    draw.notes(
        sheet,
        18,
        261,
        (
            "1. 본 확인서는 대한상공회의소 자격평가사업단 누리집에서 출력되었으며, 발급일로부터 90일간 진위 "
            "확인이 가능합니다.",
            "2. 컴퓨터활용능력, 워드프로세서는 「국가기술자격법」에 따라 대한상공회의소에 위탁하여 시행하는 "
            "국가기술자격입니다.",
        ),
        size=7.5,
        width=140,
    )
    forms.code(sheet, 172, 260, 20, f"korcham {pad.get('number')}")
    ornaments.specimen_note(sheet)


@layout("KORCHAM", "award-across")
def award_across(pad: Pad) -> None:
    """An award across: emblem and medal, trade and grade large in the middle, name with blanks, English underneath."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang")), paper=(253, 254, 252)
    )
    adornments.key_border(sheet, 9, 5, _TEAL)
    ornaments.rosette(sheet, 148, 106, 54, (218, 234, 232), rng, rings=16)
    before, after = rng.choice((("자격번호 : ", ""), ("제 ", " 호")))
    pad.put(26, 32, "number", before=before, after=after, size=11)
    sheet.text(148.5, 44, "국가기술자격증", size=30, bold=True, align="center", tracking=2.4, colour=_TEAL)
    sheet.text(
        148.5, 52, "Certificate of National Technical Qualification", size=10, face="serif-italic", align="center"
    )
    end = pad.put(118, 76, "title", size=20, bold=True, align="center")
    pad.put(end + 5, 76, "grade", size=20, bold=True)
    english = f"{_ENGLISH.get(pad.get('title'), '')} Level {pad.get('grade')[:1]}"
    sheet.text(148.5, 83, english, size=9, face="serif-italic", align="center", colour=draw.GREY)
    items = (
        (78, entry(pad, "성 명 / Name", "name", draw.wide)),
        (148.5, entry(pad, "생년월일 / Date of Birth", "birth_date", dates.dotted)),
        (219, entry(pad, "취득일 / Date of Acquisition", "acquired_on", dates.dotted)),
    )
    for middle, item in items:
        draw.below(sheet, middle, 106, item, width=60, size=16, label_size=9, colour=_TEAL)
    sheet.text(
        148.5,
        132,
        "위 사람은 국가기술자격법이 정하는 바에 따라 상기 자격을 취득하였음을 증명합니다.",
        size=14,
        align="center",
    )
    pad.put(148.5, 150, "issued_on", rng.choice((dates.korean, dates.korean_short)), size=14, align="center")
    pad.put(144, 174, "issuer", after=" 회장", size=24, bold=True, align="center", tracking=1)
    sheet.text(148.5, 182, "Chairman, The Korea Chamber of Commerce and Industry", size=9, face="serif", align="center")
    sheet.picture(198, 159, 23, 23, seals.square("대한상공회의소회장의인", 23, rng))
    sheet.picture(34, 148, 26, 36, adornments.medal(26, (196, 162, 88)))
    ornaments.specimen_note(sheet, y=206)


@layout("KORCHAM", "card-both-sides")
def card_both_sides(pad: Pad) -> None:
    """Front and back of the card on one A4 copy: labels over values, small print and a magnetic strip behind."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "nanum-gothic", "nanum-round")))
    left, top = rng.uniform(30, 80), rng.uniform(30, 56)
    _front(pad, sheet, left, top)
    _back(pad, sheet, left + rng.uniform(-3, 3), top + 54 + rng.uniform(12, 30))
    ornaments.specimen_note(sheet)


def _front(pad: Pad, sheet: Sheet, left: float, top: float) -> None:
    rng, (width, height) = pad.rng, CARD
    sheet.frame(left, top, width, height, pen=0.3, colour=draw.PALE, fill=(246, 250, 250))
    ornaments.rosette(sheet, left + 60, top + 30, 20, (206, 228, 228), rng, rings=10)
    sheet.picture(left, top, width, 2.6, adornments.shine(width, 2.6, _TEAL, (150, 210, 200)))
    sheet.text(left + 4, top + 9.5, "상공회의소 자격증", size=9.5, bold=True, colour=_TEAL)
    sheet.picture(left + 77, top + 4.5, 6, 6, adornments.emblem(6, _TEAL, rng))
    ornaments.photo_box(sheet, left + 62, top + 14, rng, width=20, height=26)
    draw.card(sheet, left + 4, top + 16, Entry("자격종목", ""), label_size=5.5)
    end = pad.put(left + 4, top + 20.5, "title", size=10, bold=True)
    pad.put(end + 1.6, top + 20.5, "grade", size=10, bold=True)
    cards = (
        (4, 26, "성명", "name", None),
        (30, 26, "생년월일", "birth_date", dates.dotted),
        (4, 35.5, "자격번호", "number", None),
        (30, 35.5, "취득일자", "acquired_on", dates.dotted),
    )
    for x, y, label, field, style in cards:
        draw.card(sheet, left + x, top + y, entry(pad, label, field, style), size=8, label_size=5.5, gap=4.2, width=28)
    pad.put(left + 36, top + 50, "issuer", after="회장", size=9.5, bold=True, align="center")
    sheet.picture(left + 54, top + 42.5, 10, 10, seals.square("대한상공회의소회장의인", 10, rng))


def _back(pad: Pad, sheet: Sheet, left: float, top: float) -> None:
    width, height = CARD
    sheet.frame(left, top, width, height, pen=0.3, colour=draw.PALE, fill=(248, 248, 246))
    sheet.frame(left, top + 5, width, 9, pen=0, fill=(46, 44, 44))
    pad.put(left + 5, top + 20, "issued_on", dates.dotted, before="발급일자 : ", size=7.5)
    draw.notes(
        sheet,
        left + 5,
        top + 26,
        (
            "1. 이 증은 국가기술자격법에 따라 발급되었으며 타인에게 대여할 수 없습니다.",
            "2. 자격 취득 사실은 대한상공회의소 자격평가사업단(02-6050-0000)에서 확인할 수 있습니다.",
            "3. 습득하신 분은 가까운 우체통에 넣어 주십시오.",
        ),
        size=5.5,
        width=58,
    )
    forms.code(sheet, left + 67, top + 34, 15, f"K{pad.get('number')}")


@layout("KORCHAM", "old-award")
def old_award(pad: Pad) -> None:
    """An older award: person right of the middle, trade and grade in the sentence, everything in 명조, a red number."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "un-shinmun")), paper=(252, 249, 238))
    adornments.vine(sheet, 22, 26, 271, 8, (196, 178, 130))
    adornments.vine(sheet, 188, 26, 271, 8, (196, 178, 130))
    ornaments.double_border(sheet, 12, (150, 124, 66), gap=1.4, pen=0.5)
    pad.put(36, 40, "number", before="자격번호 제", after="호", size=12, colour=(170, 40, 40))
    sheet.text(105, 74, rng.choice(("자  격  증", "국가기술자격증")), size=34, bold=True, align="center")
    sheet.text(112, 100, "성   명", size=13)
    pad.put(134, 100, "name", draw.wide, size=15, bold=True, width=40)
    sheet.text(112, 110, "생년월일", size=10.5)
    pad.put(134, 110, "birth_date", dates.dotted_wide, size=12, width=40)
    ornaments.photo_box(sheet, 40, 88, rng, width=30, height=40)
    words = (
        "위 사람은 국가기술자격법에 의하여 ",
        sentences.run(pad, "acquired_on", dates.korean_short),
        " ",
        sentences.run(pad, "title", bold=True),
        " ",
        sentences.run(pad, "grade", bold=True),
        "의 자격을 취득하였으므로 이 증을 수여함.",
    )
    sentences.write(sheet, 38, 156, words, width=132, leading=12, size=17)
    pad.put(105, 218, "issued_on", dates.korean_short, size=15, align="center")
    pad.put(100, 246, "issuer", after="회장", size=24, bold=True, align="center", tracking=1)
    sheet.picture(150, 230, 25, 25, seals.square("대한상공회의소회장의인", 25, rng))
    ornaments.specimen_note(sheet)
