"""국가기술자격 once more (NQ_AWARD, NQ_BOOK): in English, on a telephone, three leaves of the 수첩 and one page."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet
from specimens.third import certificate_frames as frames

_NAVY: Colour = (24, 44, 92)
_BLUE: Colour = (28, 88, 176)
_HEAD = "한국산업인력공단이사장인"
_RANKS = (
    ("산업기사", "Industrial Engineer"),
    ("기능사", "Craftsman"),
    ("기능장", "Master Craftsman"),
    ("기술사", "Professional Engineer"),
    ("기사", "Engineer"),
)


def _rank(title: str) -> str:
    return next((english for end, english in _RANKS if title.partition("(")[0].endswith(end)), "Technician")


@layout("NQ_AWARD", "english-certificate")
def english_certificate(pad: Pad) -> None:
    """The English certificate: serif capitals, English labels with colons, trade in Korean with its class behind."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "nanum-myeongjo", "un-batang")), paper=(254, 254, 252))
    sheet.picture(92.5, 18, 25, 25, adornments.emblem(25, _NAVY, rng))
    sheet.text(105, 52, "REPUBLIC OF KOREA", size=11, face="serif", align="center", tracking=0.8)
    sheet.text(105, 70, "CERTIFICATE OF NATIONAL", size=22, face="serif-bold", align="center", colour=_NAVY)
    sheet.text(105, 80, "TECHNICAL QUALIFICATION", size=22, face="serif-bold", align="center", colour=_NAVY)
    sheet.line(40, 87, 170, 87, pen=0.6, colour=_NAVY)
    sheet.line(40, 88.2, 170, 88.2, pen=0.2, colour=_NAVY)
    style = rng.choice((dates.english_long, dates.english, frames.day_month_capitals))
    labels = ("Certificate No.", "Name", "Date of Birth", "Qualification", "Date of Acquisition", "Date of Issue")
    for place, label in enumerate(labels):
        sheet.text(34, 108 + place * 12, label, size=12.5, face="serif")
        sheet.text(80, 108 + place * 12, ":", size=12.5, face="serif")
    pad.put(85, 108, "number", size=12.5)
    end = pad.put(85, 120, "name_latin", rng.choice((None, str.title)), size=12.5, width=72)
    pad.put(end + 2, 120, "name", before="(", after=")", size=12.5)
    pad.put(85, 132, "birth_date", style, size=12.5)
    end = pad.put(85, 144, "title", size=12.5, bold=True)
    sheet.text(end + 2, 144, f"({_rank(pad.get('title'))})", size=11, face="serif-italic")
    pad.put(85, 156, "acquired_on", style, size=12.5)
    pad.put(85, 168, "issued_on", style, size=12.5)
    sheet.lines(
        34,
        190,
        "This is to certify that the person named above has passed the examination and acquired the qualification "
        "stated above pursuant to the National Technical Qualifications Act of the Republic of Korea.",
        width=142,
        leading=7.4,
        size=12.5,
        face="serif",
    )
    sheet.text(105, 234, "President", size=12, face="serif-italic", align="center")
    sheet.text(
        105, 243, "Human Resources Development Service of Korea", size=15, face="serif-bold", align="center", width=130
    )
    pad.put(105, 251, "issuer", after=" 이사장", size=11, align="center")
    sheet.picture(150, 230, 24, 24, seals.square(_HEAD, 24, rng))
    pad.put(34, 274, "management_no", before="Verification No. ", size=8)
    sheet.text(34, 279, "Verify this certificate at www.q-net.or.kr within 90 days of issue.", size=7.5, face="serif")
    ornaments.specimen_note(sheet)


@layout("NQ_AWARD", "telephone-wallet")
def telephone_wallet(pad: Pad) -> None:
    """모바일 자격증: a dark card with the portrait on a screen, labels above values, a code that runs out."""
    rng = pad.rng
    sheet = frames.screen(
        pad,
        rng.choice(("모바일 국가자격증", "나의 자격증")),
        face=rng.choice(("noto-sans", "nanum-barun", "nanum-square")),
        ground=(242, 244, 248),
        bar=(255, 255, 255),
    )
    sheet.picture(6, 28, 82, 104, adornments.shine(82, 104, (22, 60, 132), (38, 116, 190)))
    white: Colour = (255, 255, 255)
    pale: Colour = (206, 222, 244)
    sheet.text(11, 36, "국가기술자격증", size=9, colour=pale)
    pad.put(11, 44, "title", size=14, bold=True, colour=white, width=72)
    ornaments.photo_box(sheet, 60, 50, rng, width=22.5, height=30)
    style = rng.choice((dates.dotted, dates.dashed))
    fields = (
        (11, 54, "이름", "name", None),
        (11, 67, "생년월일", "birth_date", style),
        (11, 80, "자격번호", "number", None),
        (11, 95, "합격일자", "acquired_on", style),
        (52, 95, "발급일자", "issued_on", style),
    )
    for x, y, label, field, how in fields:
        sheet.text(x, y, label, size=7, colour=pale)
        pad.put(x, y + 5.2, field, how, size=11 if field != "name" else 13, bold=field == "name", colour=white)
    sheet.line(11, 108, 83, 108, pen=0.15, colour=pale)
    sheet.text(11, 114, "발급기관", size=7, colour=pale)
    pad.put(11, 120, "issuer", size=11, bold=True, colour=white)
    sheet.picture(70, 112, 14, 14, seals.square(_HEAD, 14, rng))
    sheet.frame(6, 137, 82, 42, pen=0.15, colour=(220, 224, 230), fill=white)
    forms.code(sheet, 11, 142, 30, f"qnet:{pad.get('number')}:{pad.get('management_no')}")
    sheet.text(46, 149, "QR 진위확인", size=9.5, bold=True)
    sheet.text(46, 155, f"남은 시간 0{rng.randint(0, 2)}:{rng.randint(10, 59)}", size=8.5, colour=(200, 40, 40))
    sheet.text(46, 162, "본 화면을 캡처한 이미지는", size=7, colour=draw.GREY)
    sheet.text(46, 166, "법적 효력이 없습니다.", size=7, colour=draw.GREY)
    draw.banner(sheet, 6, 182, 40, 9, "상장형 출력", fill=_BLUE, size=9, align="center")
    draw.banner(sheet, 48, 182, 40, 9, "제출하기", fill=(90, 98, 110), size=9, align="center")
    ornaments.specimen_note(sheet, x=90, y=194.5)


@layout("NQ_BOOK", "three-leaves")
def three_leaves(pad: Pad) -> None:
    """Three leaves of the 수첩 side by side on a copy: person, what was acquired, changes with other days."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("un-taza", "baekmuk-gulim", "un-dotum")), paper=(250, 250, 248))
    left, top, width, height = rng.uniform(12, 18), rng.uniform(24, 44), 86.0, 122.0
    for number in range(3):
        sheet.frame(
            left + number * (width + 2), top, width, height, pen=0.3, colour=(120, 124, 120), fill=(244, 247, 240)
        )
    style = rng.choice((frames.typed_dots, dates.dotted, dates.dotted_closed))
    _person_leaf(pad, sheet, left, top, style)
    _trade_leaf(pad, sheet, left + width + 2, top, style)
    _changes_leaf(pad, sheet, left + 2 * (width + 2), top, style)
    sheet.text(left + 2, 198, "원본과 대조하여 틀림없음을 확인함      (인)", size=10, face="nanum-myeongjo")
    ornaments.specimen_note(sheet, y=206)


def _person_leaf(pad: Pad, sheet: Sheet, left: float, top: float, style: dates.Style) -> None:
    sheet.text(left + 43, top + 11, "국가기술자격증", size=15, face="un-gungseo", align="center")
    ornaments.photo_box(sheet, left + 28, top + 18, pad.rng, width=30, height=40)
    sheet.picture(left + 46, top + 44, 17, 17, adornments.ring(17, (150, 150, 150)))
    for place, item in enumerate(
        (
            entry(pad, "성  명", "name"),
            entry(pad, "생년월일", "birth_date", style),
            entry(pad, "내지번호", "inner_no"),
        )
    ):
        y = top + 74 + place * 12
        sheet.text(left + 9, y, item.label, size=9.5, face="nanum-myeongjo")
        forms.put(sheet, left + 32, y, item, size=11.5, width=46)
        sheet.line(left + 30, y + 1.8, left + 78, y + 1.8, pen=0.15)
    sheet.text(left + 43, top + 118, "- 1 -", size=7.5, align="center")


def _trade_leaf(pad: Pad, sheet: Sheet, left: float, top: float, style: dates.Style) -> None:
    sheet.text(left + 43, top + 10, "자 격 취 득 사 항", size=11.5, face="nanum-myeongjo", align="center")
    rows = (
        ("종목 및\n등    급", entry(pad, "", "title")),
        ("등록번호", entry(pad, "", "number")),
        ("검정합격\n연 월 일", entry(pad, "", "acquired_on", style)),
        ("발 급 일", entry(pad, "", "issued_on", style)),
    )
    end = draw.table(
        sheet, left + 5, top + 16, (22, 54), (14,) * 4, rows, size=11.5, label_size=8.5, face="nanum-myeongjo"
    )
    sheet.text(left + 8, end + 9, "「국가기술자격법」 제13조에 따라 위와", size=9.5, face="nanum-myeongjo")
    sheet.text(left + 8, end + 14.5, "같이 자격을 취득하였음을 증명함.", size=9.5, face="nanum-myeongjo")
    pad.put(left + 40, end + 31, "issuer", after="이사장", size=13, align="center", face="un-gungseo")
    sheet.picture(left + 66, end + 21, 15, 15, seals.square(_HEAD, 15, pad.rng))
    sheet.text(left + 43, top + 118, "- 2 -", size=7.5, align="center")


def _changes_leaf(pad: Pad, sheet: Sheet, left: float, top: float, style: dates.Style) -> None:
    rng = pad.rng
    sheet.text(left + 43, top + 10, "변경 및 보수교육 사항", size=11, face="nanum-myeongjo", align="center")
    first = style(frames.printed_later(pad, "issued_on", 20, 300))
    body = [(first, rng.choice(("주소 변경", "수첩 재교부", "보수교육 7시간")), "(인)"), *[("", "", "")] * 5]
    forms.table(sheet, left + 5, top + 16, (28, 34, 14), ("연 월 일", "내    용", "확인"), body, height=10.5, size=8.5)
    for place, line in enumerate(("이 수첩은 타인에게 대여할 수 없으며,", "분실한 때에는 지체 없이 신고하여야 함.")):
        sheet.text(left + 7, top + 98 + place * 5, line, size=8, face="nanum-myeongjo")
    sheet.text(left + 43, top + 118, "- 3 -", size=7.5, align="center")


@layout("NQ_BOOK", "single-page")
def single_page(pad: Pad) -> None:
    """One page of the 수첩, scanned alone: values on dotted leaders, the portrait below, a number at the foot."""
    rng = pad.rng
    sheet = pad.sheet(
        (92, 128), face=rng.choice(("un-batang", "baekmuk-batang", "nanum-myeongjo")), paper=(246, 250, 246)
    )
    adornments.taegeuk(sheet, 46, 68, 24, (220, 232, 222))
    sheet.frame(4, 4, 84, 118, pen=0.35, colour=(70, 110, 90))
    pad.put(84, 11, "inner_no", before="No. ", size=7.5, align="right", colour=(180, 40, 40))
    pad.put(46, 19, "title", size=14, bold=True, align="center", width=74)
    sheet.text(46, 24.5, "국가기술자격증 (수첩형)", size=7.5, align="center", colour=draw.GREY)
    style = rng.choice((dates.korean_short, frames.unspaced, dates.korean))
    items = (
        entry(pad, "자격번호", "number"),
        entry(pad, "성명", "name"),
        entry(pad, "출생일", "birth_date", style),
        entry(pad, "합격일", "acquired_on", style),
        entry(pad, "교부일", "issued_on", style),
    )
    draw.led(sheet, 9, 34, items, to=83, step=7.6, size=10)
    ornaments.photo_box(sheet, 9, 71, rng, width=22, height=29)
    for place, line in enumerate(("위 사람은 국가기술자격법에", "의하여 위의 자격을 취득하였", "음을 증명합니다.")):
        sheet.text(35, 78 + place * 6, line, size=10)
    pad.put(60, 103, "issuer", size=11.5, bold=True, align="center")
    sheet.text(60, 109, "이  사  장", size=11.5, bold=True, align="center")
    sheet.picture(70, 99, 14, 14, seals.square(_HEAD, 14, rng))
    pad.put(9, 118.5, "management_no", size=6.5, colour=draw.GREY)
    ornaments.specimen_note(sheet, x=90, y=126.4)
