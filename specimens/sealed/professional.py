"""Sealed: 고급자격증 (PROFESSIONAL) as a certificate of another ministry's printer and as a letter of confirmation."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.sheet import A4


@layout("PROFESSIONAL", "ruled-certificate")
def ruled_certificate(pad: Pad) -> None:
    """Upright: the number in a box at the upper right, five ruled rows, the day before the sentence."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "un-shinmun", "nanum-round")), paper=(252, 252, 249))
    ornaments.double_border(sheet, 14, (80, 70, 60), gap=1.2, pen=0.5)
    sheet.text(105, 58, f"{pad.get('title')}자격증", size=33, bold=True, align="center", tracking=1.5, width=150)
    ornaments.photo_box(sheet, 88, 68, rng, width=34, height=44)
    rows = [
        (entry(pad, "자격의 종류", "title"),),
        (entry(pad, "자격증 번호", "number", before="제 ", after="호"),),
        (entry(pad, "성명", "name", bold=True),),
        (entry(pad, "생년월일", "birth_date", dates.dotted_wide),),
        (entry(pad, "자격취득 연월일", "acquired_on", dates.dotted_wide),),
        (entry(pad, "발급 연월일", "issued_on", dates.dotted_wide),),
    ]
    forms.ruled(sheet, 34, 122, 142, rows, label=42, height=12, size=13, label_size=11, align="center", open_sides=True)
    sheet.lines(36, 212, f"「{pad.get('law')}」에 따라 위 자격이 있음을 증명합니다.", width=138, leading=9, size=15)
    pad.put(105, 256, "issuer", size=27, bold=True, align="center", tracking=2.2)
    sheet.picture(92, 238, 26, 26, seals.square(f"{pad.get('issuer')}의인", 26, rng))
    ornaments.specimen_note(sheet)


@layout("PROFESSIONAL", "confirmation-letter")
def confirmation_letter(pad: Pad) -> None:
    """자격취득 확인서: a numbered list as offices write it, clerk and telephone below as decoys."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun-light", "un-graphic", "baekmuk-dotum")))
    pad.put(24, 28, "number", before="등록 제 ", after=" 호", size=11)
    pad.put(24, 52, "title", after=" 등록 확인서", size=24, bold=True)
    sheet.line(24, 57, 186, 57, pen=0.9)
    items = [
        entry(pad, "1. 성       명", "name"),
        entry(pad, "2. 생년월일", "birth_date", dates.slashed),
        entry(pad, "3. 등 록 일", "acquired_on", dates.slashed),
        Entry("4. 사 무 소", rng.choice(("서울 서초구 법원로 15", "광주 동구 준법로 7-12", "대전 서구 둔산중로 69"))),
        Entry("5. 용       도", "채용 제출"),
    ]
    y = forms.inline(sheet, 30, 76, items, step=12, room=110, label_room=38, size=13)
    sheet.text(30, y + 14, "위 사람은 위와 같이 등록되어 있음을 확인합니다.", size=13)
    pad.put(150, y + 34, "issued_on", dates.korean, size=13, align="center")
    pad.put(150, y + 52, "issuer", size=19, bold=True, align="center")
    sheet.picture(176, y + 38, 20, 20, seals.square(f"{pad.get('issuer')}인", 20, rng))
    sheet.line(24, 262, 186, 262, pen=0.2)
    sheet.text(24, 268, f"담당 {people.name(rng)}   전화 {people.phone(rng)}   시행 {rng.randint(100, 900)}", size=8.5)
    ornaments.specimen_note(sheet)
