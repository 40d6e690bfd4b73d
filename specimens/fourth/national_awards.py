"""국가기술자격 (NQ_AWARD, NQ_BOOK) in the fourth series: in a sleeve, reissued, a plastic card, a booklet."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet

_HEAD = "한국산업인력공단이사장인"
_TEAL: Colour = (0, 104, 116)
_LEATHER: Colour = (92, 44, 40)
_BRANCHES = ("서울지역본부", "부산지역본부", "광주지역본부", "대전지역본부", "전남지사", "경북지사", "강원지사")


@layout("NQ_AWARD", "in-a-plastic-sleeve")
def in_a_plastic_sleeve(pad: Pad) -> None:
    """A small award put with its sleeve on the glass: the blanks of a printed form filled in, a border of keys."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("un-batang", "baekmuk-batang", "nanum-myeongjo")))
    sheet.frame(0, 0, 297, 210, pen=0, fill=(226, 228, 231))
    left, top = rng.uniform(38, 52), rng.uniform(10, 16)
    sheet.frame(left, top, 222, 184, pen=0.2, colour=(150, 150, 150), fill=(252, 250, 243))
    words.sleeve(sheet, left - 14, top - 5, 244, 194)
    for inset, pen in ((7.0, 0.9), (9.0, 0.3)):
        sheet.frame(left + inset, top + inset, 222 - 2 * inset, 184 - 2 * inset, pen=pen, colour=(140, 110, 50))
    middle = left + 111
    adornments.taegeuk(sheet, middle, top + 100, 36, (238, 231, 214))
    pad.put(left + 18, top + 22, "number", before="자격번호  ", size=12)
    sheet.text(middle, top + 44, "국 가 기 술 자 격 증", size=27, face="un-gungseo", align="center")
    ornaments.photo_box(sheet, left + 20, top + 58, rng)
    style = rng.choice((words.parted, dates.korean_short, dates.korean))
    for place, item in enumerate(
        (
            entry(pad, "성       명", "name", draw.wide),
            entry(pad, "생 년 월 일", "birth_date", style),
            entry(pad, "종목및등급", "title"),
            entry(pad, "합격연월일", "acquired_on", style),
        )
    ):
        y = top + 66 + place * 11.5
        sheet.text(left + 66, y, item.label, size=13)
        forms.put(sheet, left + 104, y, item, size=14.5, width=92)
        sheet.line(left + 102, y + 2, left + 200, y + 2, pen=0.15, colour=(150, 140, 120))
    sheet.text(middle, top + 122, "국가기술자격법의 규정에 의하여 위 자격이 있음을 증명함", size=15, align="center")
    pad.put(middle, top + 137, "issued_on", style, size=14, align="center")
    pad.put(middle - 4, top + 158, "issuer", draw.wide, after=" 이 사 장", size=18, bold=True, align="center")
    sheet.picture(middle + 60, top + 144, 24, 24, seals.square(_HEAD, 24, rng))
    pad.put(left + 202, top + 171, "inner_no", before="No. ", size=8, align="right", colour=(170, 50, 40))
    sheet.picture(left + rng.uniform(150, 180), top - 4, 46, 70, words.glare((46, 70), 120))
    ornaments.specimen_note(sheet, y=207.6)


@layout("NQ_AWARD", "reissued-side-band")
def reissued_side_band(pad: Pad) -> None:
    """재발급 of the 2020s: a band of colour with the trade in it, small labels above, which days are of what below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-square", "nanum-barun", "nanum-gothic")))
    sheet.picture(0, 0, 62, 297, adornments.shine(62, 297, _TEAL, (26, 140, 140)))
    white: Colour = (255, 255, 255)
    sheet.text(10, 26, "국가기술", size=21, bold=True, colour=white)
    sheet.text(10, 36, "자격증", size=21, bold=True, colour=white)
    sheet.text(10, 43, "National Technical", size=8.5, face="sans", colour=(200, 232, 232))
    sheet.text(10, 47, "Qualification Certificate", size=8.5, face="sans", colour=(200, 232, 232))
    ornaments.photo_box(sheet, 10, 58, rng, width=33, height=44)
    sheet.frame(10, 110, 22, 8, pen=0.4, colour=white)
    sheet.text(21, 115.6, rng.choice(("재발급", "재교부")), size=10, align="center", bold=True, colour=white)
    forms.code(sheet, 10, 246, 26, f"hrdk/{pad.get('management_no')}")
    sheet.text(10, 278, "진위확인", size=9, colour=white)
    style = rng.choice((dates.dotted, words.spaced_dots, dates.dashed))
    sheet.text(74, 30, "자격종목 Field of Qualification", size=8.5, colour=_TEAL)
    pad.put(74, 42, "title", size=24, bold=True, width=122)
    sheet.line(74, 48, 198, 48, pen=0.6, colour=_TEAL)
    cards = (
        (74, 62, entry(pad, "성명 Name", "name", bold=True)),
        (138, 62, entry(pad, "생년월일 Date of Birth", "birth_date", style)),
        (74, 84, entry(pad, "자격번호 Certificate No.", "number")),
        (138, 84, entry(pad, "합격일 Date of Pass", "acquired_on", style)),
        (74, 106, entry(pad, "영문성명 Name in English", "name_latin")),
        (138, 106, entry(pad, "발급일 Date of Issue", "issued_on", style)),
    )
    for x, y, item in cards:
        draw.card(sheet, x, y, item, size=13.5, label_size=8.5, gap=7.5, width=60)
    sheet.lines(
        74,
        140,
        "위 사람은 「국가기술자격법」 제10조에 따른 국가기술자격 검정에 합격하여 같은 법 제13조에 따라 "
        "국가기술자격을 취득하였음을 증명합니다.",
        width=122,
        leading=8.6,
        size=13.5,
    )
    pad.put(190, 192, "issuer", after=" 이사장", size=19, bold=True, align="right")
    sheet.picture(174, 178, 23, 23, seals.square(_HEAD, 23, rng))
    sheet.line(74, 238, 198, 238, pen=0.2, colour=draw.PALE)
    pad.put(74, 245, "management_no", before="관리번호 ", size=8, colour=draw.GREY)
    words.footnotes(
        sheet,
        74,
        252,
        (
            "이 자격증은 원본과 동일한 효력이 있으며, 종전에 발급된 자격증은 무효입니다.",
            f"재발급 신청 지사: 한국산업인력공단 {rng.choice(_BRANCHES)} (고객센터 1644-8000)",
            "국가기술자격증을 다른 사람에게 빌려주거나 빌리는 행위, 이를 알선하는 행위는 「국가기술자격법」 "
            "제26조에 따라 1년 이하의 징역 또는 1천만원 이하의 벌금에 처해집니다.",
        ),
        width=122,
    )
    ornaments.specimen_note(sheet)


@layout("NQ_BOOK", "plastic-card-copied")
def plastic_card_copied(pad: Pad) -> None:
    """The card of today that took the place of the 수첩: both sides enlarged on one sheet, one under the other."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "nanum-barun", "un-dotum")))
    left, width, height = rng.uniform(28, 36), 140.0, 88.0
    front, back = rng.uniform(28, 38), rng.uniform(142, 154)
    sheet.frame(left, front, width, height, pen=0.4, colour=(130, 136, 142), fill=(243, 248, 250))
    sheet.frame(left, back, width, height, pen=0.4, colour=(130, 136, 142), fill=(250, 250, 250))
    sheet.picture(left, front, width, 17, adornments.shine(width, 17, _TEAL, (90, 176, 170)))
    sheet.text(left + 7, front + 11.5, "국가기술자격증", size=17, bold=True, colour=draw.WHITE)
    sheet.text(left + width - 6, front + 11, "REPUBLIC OF KOREA", size=8, face="sans", align="right", colour=draw.WHITE)
    ornaments.photo_box(sheet, left + 7, front + 24, rng, width=33, height=43)
    style = rng.choice((dates.dotted, words.spaced_dots, dates.dotted_closed))
    items = (
        entry(pad, "자격번호", "number"),
        entry(pad, "자격종목", "title", bold=True),
        entry(pad, "성명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", style),
    )
    for place, item in enumerate(items):
        y = front + 31 + place * 11
        sheet.text(left + 47, y, item.label, size=9, colour=_TEAL)
        forms.put(sheet, left + 67, y, item, size=13.5, width=68)
    pad.put(left + width - 26, front + 82, "issuer", after=" 이사장", size=11.5, bold=True, align="right")
    sheet.picture(left + width - 24, front + 71, 15, 15, seals.square(_HEAD, 15, rng))
    facts = (
        (entry(pad, "합격연월일", "acquired_on", style), entry(pad, "발급연월일", "issued_on", style)),
        (entry(pad, "내지번호", "inner_no"), Entry("보수교육", "해당 없음")),
    )
    forms.ruled(sheet, left + 7, back + 9, width - 14, facts, label=24, height=9.5, size=10.5, label_size=9)
    draw.notes(
        sheet,
        left + 8,
        back + 38,
        (
            "1. 이 증은 「국가기술자격법」 제13조에 따라 발급된 것입니다.",
            "2. 다른 사람에게 빌려주거나 이중으로 취업한 경우 자격이 취소되거나 정지될 수 있습니다.",
            "3. 습득하신 분은 가까운 우체통에 넣어 주시기 바랍니다. 고객센터 1644-8000",
        ),
        size=8.5,
        width=width - 16,
    )
    forms.code(sheet, left + 8, back + 68, 60, pad.get("number") or "0", kind="code128", height=12)
    sheet.text(left, 268, f"원본대조필  {rng.choice(('인사팀', '총무과', '인력관리처'))}           (인)", size=12)
    ornaments.specimen_note(sheet)


@layout("NQ_BOOK", "typed-into-blanks")
def typed_into_blanks(pad: Pad) -> None:
    """The booklet of old, open: rules of conduct at the left, blanks filled by a typewriter at the right."""
    rng = pad.rng
    sheet = pad.sheet((190, 134), face="un-taza", paper=(236, 232, 222))
    sheet.frame(3, 3, 184, 128, pen=0, fill=_LEATHER)
    for left in (6.0, 96.0):
        sheet.frame(left, 7, 88, 120, pen=0.2, colour=(120, 110, 96), fill=(250, 248, 238))
    _conduct(pad, sheet)
    left = 96.0
    sheet.text(left + 44, 17, "국 가 기 술 자 격 증", size=13.5, face="baekmuk-batang", bold=True, align="center")
    end = sheet.text(left + 6, 25.5, "등록번호  제 ", size=9, face="baekmuk-batang")
    end = pad.put(end + 1, 25.2, "number", size=9.5)
    sheet.text(end + 2, 25.5, "호", size=9, face="baekmuk-batang")
    ornaments.photo_box(sheet, left + 6, 30, rng, width=24, height=32)
    sheet.picture(left + 19, 50, 15, 15, adornments.ring(15, (168, 172, 180)))
    style = rng.choice((words.parted, dates.dotted_wide, words.spaced_dots))
    printed = (
        (left + 35, 38, left + 82, entry(pad, "성명", "name"), 12.0),
        (left + 35, 48, left + 82, entry(pad, "생년월일", "birth_date", style), 18.0),
        (left + 35, 58, left + 82, entry(pad, "종목", "title"), 12.0),
        (left + 6, 72, left + 82, entry(pad, "합격년월일", "acquired_on", style), 24.0),
    )
    for x, y, end, item, room in printed:
        sheet.text(x, y, item.label, size=8.5, face="baekmuk-batang")
        forms.put(sheet, x + room, y - 0.4, item, size=9.5, width=end - x - room)
        sheet.line(x + room - 1, y + 1.2, end, y + 1.2, pen=0.12, colour=(120, 110, 96), dash=0.6)
    sheet.text(left + 44, 85, "위 자격을 취득하였음을 증명함", size=11, face="baekmuk-batang", align="center")
    pad.put(left + 44, 96, "issued_on", style, size=11, align="center")
    pad.put(left + 40, 112, "issuer", after=" 이사장", size=12.5, face="baekmuk-batang", bold=True, align="center")
    sheet.picture(left + 64, 100, 17, 17, seals.square(_HEAD, 17, rng))
    ornaments.specimen_note(sheet, x=180, y=124)


def _conduct(pad: Pad, sheet: Sheet) -> None:
    face = "baekmuk-batang"
    sheet.text(50, 17, "소 지 자  준 수 사 항", size=10.5, face=face, align="center")
    y = 26.0
    for line in (
        "1. 기술자격취득자는 성실하게 그 업무를 수행하여야 하며 품위를 손상하여서는 아니된다.",
        "2. 자격증은 항상 휴대하고 관계공무원의 요구가 있을 때에는 이를 제시하여야 한다.",
        "3. 자격증을 타인에게 대여하거나 이를 알선하여서는 아니된다.",
        "4. 주소 또는 취업 중인 사업체에 변동이 있을 때에는 30일 이내에 신고하여야 한다.",
        "5. 이 증을 분실 또는 훼손한 때에는 재교부를 받아야 한다.",
    ):
        y = sheet.lines(12, y, line, width=76, leading=5, size=8.5, face=face) + 2.4
    rows = (("년 월 일", "갱신등록 사항", "확인"), *(("", "", ""),) * 3)
    draw.table(sheet, 12, 88, (22, 36, 18), (8,) * 4, rows, size=8, face=face)
    pad.put(12, 124.5, "inner_no", before="NO ", size=7.5)
