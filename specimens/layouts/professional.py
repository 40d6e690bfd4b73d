"""고급자격증 (PROFESSIONAL): 변호사 to 법무사 and 건축사, as 자격증, 등록증 and card. No source shows real ones."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, A4_LANDSCAPE, CARD

LICENCES = {
    "변호사": ("법무부장관", "변호사법"),
    "공인회계사": ("금융위원회위원장", "공인회계사법"),
    "감정평가사": ("국토교통부장관", "감정평가 및 감정평가사에 관한 법률"),
    "공인노무사": ("고용노동부장관", "공인노무사법"),
    "세무사": ("기획재정부장관", "세무사법"),
    "법무사": ("법원행정처장", "법무사법"),
    "건축사": ("국토교통부장관", "건축사법"),
}
"""Title → (who confers it, by which law)."""
_GOLD = (160, 124, 52)
_BLUE = (30, 66, 120)


@realistic("certificate", "PROFESSIONAL")
def certificate(filling: Filling) -> None:
    """A running number of four to six digits; the issuer follows from the title; no grade and no expiry."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng, last="1992-12-31"))
    title = filling.take("title", lambda: rng.choice(tuple(LICENCES)[:6] * 3 + ("건축사",))) or "변호사"
    acquired = filling.take("acquired_on", lambda: dates.between(rng, "2013-03-01", "2019-08-30")) or "2017-04-14"
    filling.take("issued_on", lambda: dates.later(rng, acquired, 4, 400))
    filling.take("number", lambda: str(rng.randint(2000, 99999)))
    issuer, law = LICENCES.get(title, LICENCES["변호사"])
    filling.take("issuer", lambda: issuer)
    filling.take("law", lambda: law)


@layout("PROFESSIONAL", "licence")
def licence(pad: Pad) -> None:
    """자격증 as a minister confers it: 제 … 호 above, four lines, the law, the date, the minister."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-batang")), paper=(255, 253, 246))
    ornaments.rosette(sheet, 105, 156, 54, (240, 232, 212), rng, rings=18)
    ornaments.woven_border(sheet, 10, 7, _GOLD)
    pad.put(26, 38, "number", before="제 ", after=" 호", size=14)
    title = pad.get("title")
    face = rng.choice(("un-gungseo", "nanum-myeongjo-extrabold"))
    pad.put(105, 70, "title", after=" 자격증", size=34, face=face, align="center", width=160, tracking=1.0)
    items = (
        forms.entry(pad, "성        명", "name", bold=True),
        forms.entry(pad, "생 년 월 일", "birth_date", dates.korean),
        forms.entry(pad, "합격연월일", "acquired_on", dates.korean),
    )
    forms.inline(sheet, 50, 104, items, step=15, room=90, label_room=40, size=17)
    sheet.lines(
        36,
        168,
        f"위 사람은 「{pad.get('law')}」에 따른 {title}의 자격이 있음을 증명합니다.",
        width=140,
        leading=11,
        size=18,
    )
    pad.put(105, 212, "issued_on", dates.korean_short, size=17, align="center")
    pad.put(100, 246, "issuer", size=26, bold=True, align="center", tracking=1.6)
    sheet.picture(150, 228, 28, 28, seals.square(f"{pad.get('issuer')}의인", 28, rng))
    ornaments.specimen_note(sheet)


@layout("PROFESSIONAL", "registration")
def registration(pad: Pad) -> None:
    """등록증 across: photograph, ruled rows with the office as a decoy, the conferring office at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-gothic", "nanum-barun", "un-dotum", "noto-sans")))
    ornaments.wave_ground(sheet, 12, 12, 273, 186, (226, 232, 242), rng)
    ornaments.double_border(sheet, 9, _BLUE, gap=2.0, pen=1.2)
    pad.put(148.5, 42, "title", after=" 등록증", size=30, bold=True, align="center", tracking=1.6)
    ornaments.photo_box(sheet, 28, 60, rng, width=36, height=47)
    law = pad.get("law")
    office = rng.choice(("법무법인 한길", "회계법인 다온", "새빛 합동사무소", "누리 사무소"))
    rows = (
        (forms.entry(pad, "등록번호", "number", before="제 ", after=" 호"),),
        (forms.entry(pad, "성    명", "name"), forms.entry(pad, "생년월일", "birth_date", dates.dotted_wide)),
        (
            forms.entry(pad, "자격취득일", "acquired_on", dates.dotted_wide),
            forms.entry(pad, "등록연월일", "issued_on", dates.dotted_wide),
        ),
        (forms.Entry("사무소 명칭", office),),
        (forms.Entry("소재지", rng.choice(("서울특별시 서초구 서초대로 250", "대전광역시 서구 둔산중로 78"))),),
    )
    forms.ruled(sheet, 74, 58, 196, rows, label=34, height=13, size=12, header=(232, 238, 248), colour=_BLUE)
    sheet.text(148.5, 144, f"「{law}」에 따라 위와 같이 등록하였음을 증명합니다.", size=15, align="center")
    pad.put(148.5, 178, "issuer", size=23, bold=True, align="center", tracking=1.0)
    sheet.picture(198, 164, 23, 23, seals.square(f"{pad.get('issuer')}인", 23, rng))
    forms.code(sheet, 250, 166, 20, f"{pad.get('title')} {pad.get('number')}")
    ornaments.specimen_note(sheet, y=206)


@layout("PROFESSIONAL", "identity-card")
def identity_card(pad: Pad) -> None:
    """자격증 as a card upright, 54 × 86 mm: photograph above, lines below."""
    rng = pad.rng
    sheet = pad.sheet((CARD[1], CARD[0]), face=rng.choice(("nanum-gothic", "nanum-square")), paper=(252, 252, 248))
    ornaments.wave_ground(sheet, 0, 0, 54, 86, (236, 232, 218), rng, pitch=1.8)
    sheet.frame(0, 0, 54, 11, pen=0, fill=(40, 56, 84))
    sheet.text(27, 7.6, f"{pad.get('title')} 자격증", size=12, bold=True, align="center", colour=(255, 255, 255))
    ornaments.photo_box(sheet, 17.5, 14, rng, width=19, height=25)
    labels = (
        ("종  류", "title", None), ("번  호", "number", None), ("성  명", "name", None),
        ("생년월일", "birth_date", dates.dotted), ("취득일", "acquired_on", dates.dotted),
        ("발급일", "issued_on", dates.dotted),
    )  # fmt: skip
    for place, (label, field, style) in enumerate(labels):
        y = 45 + place * 4.7
        sheet.text(6, y, label, size=7.5, colour=(84, 84, 96))
        pad.put(20, y, field, style, size=8.5, width=32)
    pad.put(25, 79.5, "issuer", size=10, bold=True, align="center")
    sheet.picture(39, 71.5, 11, 11, seals.square(f"{pad.get('issuer')}인", 11, rng))
    ornaments.specimen_note(sheet, x=52, y=84.6)
