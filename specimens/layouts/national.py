"""국가기술자격증 by 한국산업인력공단: 상장형 (NQ_AWARD, printed by the holder from Q-Net) and 수첩형 (NQ_BOOK)."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, A4_LANDSCAPE, BLACK, Sheet

TITLES = (
    "토목기사", "토목산업기사", "건설재료시험기사", "측량및지형공간정보기사", "콘크리트기사", "건설안전기사",
    "정보처리기사", "정보처리산업기사", "사무자동화산업기사", "전기기사", "전기산업기사", "건축기사",
    "건축산업기사", "건축설비기사", "일반기계기사", "건설기계설비기사", "공조냉동기계기사", "수질환경기사",
    "자연생태복원기사", "토양환경기사", "도시계획기사", "응용지질기사", "토목시공기술사", "토질및기초기술사",
    "소방설비기사(전기분야)", "산업안전기사", "조경기사", "전산응용토목제도기능사", "전기기능장", "지적기사",
)  # fmt: skip
ISSUER = "한국산업인력공단"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_MINISTRIES = ("국토교통부", "고용노동부", "과학기술정보통신부", "산업통상자원부", "환경부")
_GOLD = (176, 142, 74)
_GREEN = (72, 122, 96)


def number(filling: Filling, acquired: str) -> str:
    """자격번호: eleven digits, of which the first two are the year, and a letter."""
    return acquired[2:4] + f"{filling.rng.randrange(10**9):09d}" + filling.rng.choice(_LETTERS)


@realistic("certificate", "NQ_AWARD", "NQ_BOOK")
def certificate(filling: Filling) -> None:
    """자격번호 year = 합격 year; issued after it was passed."""
    rng = filling.rng
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng))
    filling.take("title", lambda: rng.choice(TITLES))
    acquired = filling.take("acquired_on", lambda: dates.between(rng, "2009-06-01", "2019-08-30")) or "2018-08-17"
    filling.take("issued_on", lambda: dates.later(rng, acquired, 3, 380))
    filling.take("number", lambda: number(filling, acquired))
    filling.take("issuer", lambda: ISSUER)
    issued = filling.values["issued_on"] or acquired
    stamp = issued.replace("-", "") + f"{rng.randint(9, 18):02d}{rng.randint(0, 59):02d}"
    filling.take("management_no", lambda: f"{stamp}-{rng.randint(10, 99)}-{rng.randrange(10**6):06d}")
    filling.take("inner_no", lambda: f"{issued[2:4]}{rng.randrange(10**8):08d}")
    filling.take("ministry", lambda: rng.choice(_MINISTRIES))


@layout("NQ_AWARD", "qnet-portrait")
def award_portrait(pad: Pad) -> None:
    """A4 upright: a woven border, letter-spaced labels, photograph at the right, English at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang")), paper=(254, 253, 249))
    ornaments.rosette(sheet, 105, 158, 52, (232, 224, 206), rng, rings=18)
    ornaments.woven_border(sheet, 10, 6, _GOLD)
    pad.put(22, 26, "management_no", before="관리번호 : ", size=9)
    title_face = rng.choice(("un-gungseo", "nanum-myeongjo-extrabold", "un-batang-bold"))
    sheet.text(105, 50, "국가기술자격증", size=34, face=title_face, align="center", tracking=2.2)
    sheet.text(105, 59, "National Technical Qualification Certificate", size=12, face="serif-italic", align="center")
    ornaments.photo_box(sheet, 154, 70, rng)
    rows = (
        ("자격번호", pad.get("number"), "number", None),
        ("자격종목", pad.get("title"), "title", None),
        ("성    명", pad.get("name"), "name", None),
        ("생년월일", pad.date("birth_date", dates.korean), "birth_date", pad.get("birth_date")),
        ("합격 연월일", pad.date("acquired_on", dates.korean), "acquired_on", pad.get("acquired_on")),
        ("발급 연월일", pad.date("issued_on", dates.korean), "issued_on", pad.get("issued_on")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 82 + place * 13.5
        sheet.text(28, y, label, size=15)
        sheet.text(60, y, ":", size=15)
        large = field in ("title", "name")
        sheet.text(66, y, printed, size=17 if large else 15, bold=large, width=84, field=field, value=value)
    sheet.text(105, 182, "위 사람은 「국가기술자격법」에 따른 국가기술자격을", size=16, align="center")
    sheet.text(105, 192, "취득하였음을 증명합니다.", size=16, align="center")
    sheet.text(
        105,
        203,
        "This is to certify that the above-mentioned person has acquired the qualification",
        size=9.5,
        face="serif",
        align="center",
    )
    sheet.text(105, 208, "under the National Technical Qualifications Act.", size=9.5, face="serif", align="center")
    pad.put(105, 246, "issuer", after=" 이사장", size=22, bold=True, align="center", tracking=1.0)
    sheet.picture(160, 232, 24, 24, seals.square("한국산업인력공단이사장인", 24, rng))
    sheet.text(105, 254, f"(주무부처 : {pad.get('ministry')})", size=10, align="center")
    for place, note in enumerate(
        (
            "※ 인터넷으로 발급된 자격증으로, 큐넷(www.q-net.or.kr)에서 관리번호로 진위를 확인할 수 있습니다.",
            "※ 자격증을 다른 사람에게 빌려주거나 빌린 사람은 「국가기술자격법」 제26조에 따라 처벌받습니다.",
        )
    ):
        sheet.text(26, 264 + place * 5, note, size=7.5, width=135)
    forms.code(sheet, 167, 258, 20, f"{pad.get('number')}|{pad.get('name')}|{pad.get('issued_on')}")
    ornaments.specimen_note(sheet)


@layout("NQ_AWARD", "bilingual-landscape")
def award_landscape(pad: Pad) -> None:
    """A4 across: Korean at the left, the English half at the right, fine waves below both."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-gothic", "nanum-barun", "un-dotum", "noto-sans")))
    ornaments.wave_ground(sheet, 12, 12, 273, 186, (222, 234, 228), rng)
    ornaments.double_border(sheet, 9, _GREEN)
    sheet.line(148.5, 24, 148.5, 186, pen=0.2, colour=_GREEN, dash=1.2)
    _award_half(pad, sheet, korean=True)
    _award_half(pad, sheet, korean=False)
    pad.put(18, 192, "management_no", before="자격관리번호 ", size=8.5)
    sheet.text(150, 192, f"주무부처(청) : {pad.get('ministry')}", size=8.5)
    ornaments.specimen_note(sheet, y=205)


def _award_half(pad: Pad, sheet: Sheet, *, korean: bool) -> None:
    rng, left = pad.rng, 20.0 if korean else 158.0
    middle = left + 60
    if korean:
        sheet.text(middle, 36, "국가기술자격증", size=25, bold=True, align="center", tracking=1.4)
        ornaments.photo_box(sheet, left + 90, 46, rng, width=28, height=37)
        rows = (
            ("자격번호", pad.get("number"), "number", None),
            ("종    목", pad.get("title"), "title", None),
            ("성    명", pad.get("name"), "name", None),
            ("생년월일", pad.date("birth_date", dates.dotted), "birth_date", pad.get("birth_date")),
            ("합격연월일", pad.date("acquired_on", dates.dotted), "acquired_on", pad.get("acquired_on")),
            ("발급연월일", pad.date("issued_on", dates.dotted), "issued_on", pad.get("issued_on")),
        )
    else:
        sheet.text(middle, 36, "CERTIFICATE", size=23, face="serif-bold", align="center", tracking=1.4)
        sheet.text(middle, 44, "of National Technical Qualification", size=11, face="serif-italic", align="center")
        # The same person and number in English; the Korean half is the one that counts.
        rows = (
            ("Name", pad.get("name_latin"), "name_latin", None),
            ("Date of Birth", pad.date("birth_date", dates.english), None, None),
            ("Certificate No.", pad.get("number"), None, None),
            ("Acquired on", pad.date("acquired_on", dates.english), None, None),
        )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 58 + place * (12.5 if korean else 11)
        sheet.text(left, y, label, size=11.5, colour=_GREEN if korean else BLACK, bold=korean)
        sheet.text(left + (29 if korean else 36), y, printed, size=13, width=58, field=field, value=value)
    if korean:
        sheet.lines(
            left,
            140,
            "위 사람은 국가기술자격법 제13조에 따라 위와 같이 국가기술자격을 취득하였음을 증명합니다.",
            width=118,
            leading=7,
            size=11.5,
        )
        sheet.text(
            middle,
            176,
            "한국산업인력공단 이사장",
            size=17,
            bold=True,
            align="center",
            field="issuer",
            value="한국산업인력공단",
        )
        sheet.picture(left + 96, 164, 21, 21, seals.square("한국산업인력공단이사장인", 21, rng))
        return
    sheet.lines(
        left,
        112,
        "This certifies that the person named above has met the requirements prescribed by the National Technical "
        "Qualifications Act of the Republic of Korea and is awarded the qualification named on the Korean side.",
        width=112,
        leading=6,
        size=10.5,
        face="serif",
    )
    sheet.text(middle, 168, "President", size=12, face="serif", align="center")
    sheet.text(
        middle, 176, "Human Resources Development Service of Korea", size=11.5, face="serif-bold", align="center"
    )


@layout("NQ_BOOK", "booklet-open")
def book_open(pad: Pad) -> None:
    """The opened booklet alone, 180 × 125 mm: photograph and person at the left, the entry at the right."""
    rng = pad.rng
    sheet = pad.sheet(
        (180.0, 125.0), face=rng.choice(("nanum-gothic", "baekmuk-gulim", "un-dotum")), paper=(250, 250, 244)
    )
    _booklet(pad, sheet, 0, 0)
    ornaments.specimen_note(sheet, x=176, y=123)


@layout("NQ_BOOK", "booklet-photocopy")
def book_copy(pad: Pad) -> None:
    """The opened booklet as somebody laid it on a copier: an A4 sheet, mostly empty."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-batang", "nanum-myeongjo")))
    left, top = rng.uniform(8, 20), rng.uniform(16, 60)
    sheet.frame(left, top, 180, 125, pen=0.4, colour=(140, 140, 136), fill=(246, 246, 242))
    _booklet(pad, sheet, left, top)
    ornaments.specimen_note(sheet)


def _booklet(pad: Pad, sheet: Sheet, left: float, top: float) -> None:
    rng = pad.rng
    ink = (60, 92, 132)
    ornaments.wave_ground(sheet, left + 4, top + 4, 172, 116, (224, 232, 240), rng, pitch=1.8)
    sheet.line(left + 90, top + 2, left + 90, top + 123, pen=0.25, colour=(170, 170, 170))
    ornaments.photo_box(sheet, left + 30, top + 16, rng)
    rows = (
        ("성       명", pad.get("name"), "name", None),
        ("생 년 월 일", pad.date("birth_date", dates.dotted), "birth_date", pad.get("birth_date")),
        ("내 지 번 호", pad.get("inner_no"), "inner_no", None),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = top + 70 + place * 10
        sheet.text(left + 10, y, label, size=9, colour=ink)
        sheet.text(left + 34, y, printed, size=11, width=50, field=field, value=value)
        sheet.line(left + 32, y + 2, left + 84, y + 2, pen=0.15, colour=ink)
    sheet.text(left + 45, top + 112, "이 수첩을 타인에게 대여하면 처벌을 받습니다.", size=7, align="center", colour=ink)
    right = left + 90
    sheet.text(right + 45, top + 16, "국가기술자격증", size=16, bold=True, align="center", colour=ink, tracking=0.6)
    rows = (
        ("자 격 번 호", pad.get("number"), "number", None),
        ("자격종목 및 등급", pad.get("title"), "title", None),
        ("합격 연월일", pad.date("acquired_on", dates.korean), "acquired_on", pad.get("acquired_on")),
        ("발급 연월일", pad.date("issued_on", dates.korean), "issued_on", pad.get("issued_on")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = top + 33 + place * 13
        sheet.text(right + 8, y, label, size=9, colour=ink)
        sheet.text(right + 36, y, printed, size=11.5, width=50, field=field, value=value)
        sheet.line(right + 35, y + 2, right + 85, y + 2, pen=0.15, colour=ink)
    sheet.text(
        right + 45,
        top + 92,
        "국가기술자격법에 따라 위와 같이 자격을 취득하였음을 증명함",
        size=7.5,
        align="center",
        width=80,
    )
    sheet.text(
        right + 38,
        top + 108,
        "한국산업인력공단이사장",
        size=12.5,
        bold=True,
        align="center",
        field="issuer",
        value="한국산업인력공단",
    )
    sheet.picture(right + 64, top + 96, 18, 18, seals.square("한국산업인력공단이사장인", 18, rng))
