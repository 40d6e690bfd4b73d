"""고급자격증 (PROFESSIONAL) once more: a letter in English for abroad, and a leaf of the roll of those who hold it."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE
from specimens.third import certificate_frames as frames

_INK = (36, 40, 92)
_ENGLISH = {
    "변호사": "Attorney at Law",
    "공인회계사": "Certified Public Accountant",
    "감정평가사": "Certified Appraiser",
    "공인노무사": "Certified Public Labor Attorney",
    "세무사": "Certified Tax Accountant",
    "법무사": "Certified Judicial Scrivener",
    "건축사": "Registered Architect",
}
_OFFICES = {
    "변호사": "Minister of Justice",
    "공인회계사": "Chairman, Financial Services Commission",
    "감정평가사": "Minister of Land, Infrastructure and Transport",
    "공인노무사": "Minister of Employment and Labor",
    "세무사": "Minister of Economy and Finance",
    "법무사": "Minister of National Court Administration",
    "건축사": "Minister of Land, Infrastructure and Transport",
}


@layout("PROFESSIONAL", "letter-for-abroad")
def letter_for_abroad(pad: Pad) -> None:
    """To whom it may concern: English labels over Korean ones, values beside them, office and seal at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "nanum-myeongjo", "un-batang", "nanum-barun")))
    sheet.picture(95, 16, 20, 20, adornments.emblem(20, _INK, rng))
    title = pad.get("title")
    sheet.text(105, 47, "REPUBLIC OF KOREA", size=13, face="serif-bold", align="center", tracking=0.6, colour=_INK)
    sheet.line(26, 52, 184, 52, pen=0.3, colour=_INK)
    sheet.text(105, 68, "CERTIFICATE OF LICENSE", size=19, face="serif-bold", align="center")
    sheet.text(105, 75, "자격 증명서 (영문)", size=10, align="center", colour=draw.GREY)
    sheet.text(28, 90, "TO WHOM IT MAY CONCERN:", size=11.5, face="serif")
    sheet.lines(
        28,
        99,
        f"This is to certify that the following person is duly licensed as {_ENGLISH.get(title, 'a professional')} "
        "under the laws of the Republic of Korea and that the license has been neither suspended nor revoked.",
        width=154,
        leading=6.8,
        size=11.5,
        face="serif",
    )
    style = rng.choice((frames.day_month_capitals, dates.english_long, dates.dashed))
    rows = (
        ("Full Name", "성명", entry(pad, "", "name", bold=True)),
        ("Date of Birth", "생년월일", entry(pad, "", "birth_date", style)),
        ("License", "자격 종류", entry(pad, "", "title")),
        ("License Number", "자격번호", entry(pad, "", "number", before="No. ")),
        ("Date of Qualification", "자격 취득일", entry(pad, "", "acquired_on", style)),
        ("Date of Issue", "발급일", entry(pad, "", "issued_on", style)),
    )
    for place, (english, korean, item) in enumerate(rows):
        y = 132 + place * 14
        sheet.text(34, y, english, size=11.5, face="serif-bold")
        sheet.text(34, y + 4.4, korean, size=8, colour=draw.GREY)
        forms.put(sheet, 92, y + 1, item, size=13, width=84)
        sheet.line(90, y + 4.4, 178, y + 4.4, pen=0.12, colour=draw.PALE)
    sheet.text(104, 238, _OFFICES.get(title, ""), size=14, face="serif-bold", align="center", width=96)
    pad.put(104, 246, "issuer", size=12.5, align="center")
    sheet.picture(150, 228, 24, 24, seals.square(f"{pad.get('issuer')}인", 24, rng))
    year = pad.get("issued_on")[:4] or "2018"
    sheet.text(28, 274, f"Doc. No. {year}-{rng.randint(1000, 9999)}", size=8.5, face="serif")
    ornaments.specimen_note(sheet)


@layout("PROFESSIONAL", "leaf-of-the-roll")
def leaf_of_the_roll(pad: Pad) -> None:
    """등록부 등본 across: heads on top of one row, part of the resident number, the office's words in small print."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("baekmuk-batang", "un-dotum", "baekmuk-gulim", "nanum-gothic")))
    ornaments.scattered_marks(sheet, "등본", (246, 246, 250), size=24)
    title = pad.get("title")
    sheet.text(24, 22, f"관리 제{rng.randint(10, 990)}호", size=9)
    sheet.text(148.5, 38, f"{title} 자격자 등록부 등본", size=22, bold=True, align="center", tracking=0.8)
    sheet.text(273, 50, f"({pad.get('law')})", size=9.5, align="right")
    style = rng.choice((dates.dotted_closed, dates.dotted_wide, dates.korean_short))
    heads = ("자격의 종류", "자격증 번호", "성 명", "주민등록번호", "자격 취득\n연월일", "자격증 교부\n연월일", "비 고")
    widths = (36, 32, 34, 46, 40, 40, 21)
    row = (
        entry(pad, "", "title"),
        entry(pad, "", "number", before="제", after="호"),
        entry(pad, "", "name"),
        frames.resident_masked(pad, ""),
        entry(pad, "", "acquired_on", style),
        entry(pad, "", "issued_on", style),
        Entry("", "-"),
    )
    draw.table(sheet, 24, 54, widths, (14, 16, 11, 11), (heads, row, *(("",) * 7,) * 2), size=11, label_size=10)
    sheet.text(26, 118, "○ 징계 및 행정처분 사항 : 해당 없음", size=11)
    sheet.text(26, 126, "○ 휴업 · 폐업 사항 : 해당 없음", size=11)
    sheet.text(148.5, 146, "이 등본은 등록부의 기재사항과 틀림없음을 증명합니다.", size=14, align="center")
    pad.put(144, 174, "issuer", size=24, bold=True, align="center", tracking=1.6)
    sheet.picture(200, 160, 24, 24, seals.square(f"{pad.get('issuer')}인", 24, rng))
    sheet.text(24, 196, "수수료 면제  ·  담당 : 자격관리과 (044-000-0000)", size=8.5, colour=draw.GREY)
    ornaments.specimen_note(sheet, y=206)
