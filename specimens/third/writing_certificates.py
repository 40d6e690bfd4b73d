"""한국실용글쓰기검정 (PRACTICAL_WRITING) once more: a typed proof that was asked for, and a pass on a telephone."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import certificate_frames as frames

_WINE = (120, 30, 52)


@layout("PRACTICAL_WRITING", "typed-proof")
def typed_proof(pad: Pad) -> None:
    """자격 취득 증명원: a typed form, the applicant asks above, the association answers below in one sentence."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-taza", "baekmuk-gulim", "baekmuk-batang")), paper=(252, 252, 249))
    sheet.text(105, 38, "자 격 취 득 증 명 원", size=22, face="baekmuk-batang", bold=True, align="center")
    sheet.text(188, 46, f"접수 제 {rng.randint(100, 9999)} 호", size=9.5, align="right")
    style = rng.choice((frames.typed_dots, dates.dotted_wide, dates.korean_short))
    rows = (
        (entry(pad, "신 청 인", "name"), frames.resident_masked(pad, "주민등록번호")),
        (Entry("연 락 처", f"010-{rng.randint(2000, 9999)}-****"), Entry("용    도", "취업 (1통)")),
    )
    y = forms.ruled(sheet, 22, 52, 166, rows, label=30, height=13, size=11.5, label_size=10.5)
    items = (
        entry(pad, "1. 자격의 명칭", "title"),
        entry(pad, "2. 등      급", "grade"),
        entry(pad, "3. 등 록 번 호", "number"),
        entry(pad, "4. 취득 연월일", "acquired_on", style),
        entry(pad, "5. 유효기간 만료일", "valid_until", style),
    )
    y = forms.inline(sheet, 32, y + 18, items, step=11.5, room=90, label_room=48, size=12.5)
    sheet.text(32, y + 8, "위와 같이 자격을 취득하였음을 증명하여 주시기 바랍니다.", size=12)
    sheet.text(180, y + 20, "신청인          (서명 또는 인)", size=11.5, align="right")
    sheet.line(22, y + 32, 188, y + 32, pen=0.2, dash=1.2)
    sheet.text(105, y + 44, "위 사실을 증명함.", size=14, align="center")
    pad.put(105, y + 57, "issued_on", style, size=12.5, align="center")
    pad.put(100, y + 78, "issuer", before="사단법인 ", after="장", size=17, bold=True, align="center")
    sheet.picture(156, y + 66, 20, 20, seals.square("한국국어능력평가협회장인", 20, rng))
    ornaments.specimen_note(sheet)


@layout("PRACTICAL_WRITING", "pass-on-a-telephone")
def pass_on_a_telephone(pad: Pad) -> None:
    """전자 자격증 in a telephone: title and grade on a wine-red head, two columns of small labels, a bar code."""
    rng = pad.rng
    sheet = frames.screen(
        pad, "전자 자격증", face=rng.choice(("noto-sans", "nanum-round", "nanum-square")), ground=(238, 236, 238),
        bar=(255, 255, 255),
    )  # fmt: skip
    sheet.frame(6, 28, 82, 148, pen=0, fill=(255, 255, 255))
    sheet.frame(6, 28, 82, 30, pen=0, fill=_WINE)
    pad.put(11, 41, "title", size=13, bold=True, colour=draw.WHITE, width=50)
    sheet.text(11, 49, "국가공인 민간자격", size=8, colour=(236, 206, 214))
    pad.put(83, 46, "grade", size=20, bold=True, align="right", colour=draw.WHITE)
    ornaments.photo_box(sheet, 11, 64, rng, width=22, height=29)
    style = rng.choice((dates.dotted, dates.dashed, frames.typed_dots))
    draw.card(sheet, 39, 70, entry(pad, "소지자", "name", bold=True), size=14, label_size=7.5, gap=7, width=46)
    draw.card(sheet, 39, 85, entry(pad, "생년월일", "birth_date", style), size=11, label_size=7.5, gap=5.6, width=46)
    sheet.line(11, 99, 83, 99, pen=0.15, colour=draw.PALE)
    for x, y, item in (
        (11, 106, entry(pad, "자격번호", "number")),
        (11, 119, entry(pad, "취득일", "acquired_on", style)),
        (50, 119, entry(pad, "만료일", "valid_until", style)),
        (11, 132, entry(pad, "발급일", "issued_on", style)),
        (50, 132, Entry("회차", f"제{pad.get('sitting')}회")),
        (11, 145, entry(pad, "주관기관", "issuer")),
    ):
        draw.card(sheet, x, y, item, size=10.5, label_size=7.5, gap=5.4, width=70 if y in (106, 145) else 36)
    forms.code(sheet, 14, 156, 66, pad.get("number").replace("-", "") or "0", kind="code128", height=14)
    clock = f"{rng.randint(10, 18)}:{rng.randint(10, 59)}"
    sheet.text(
        47, 183, f"조회 시각 {clock}  ·  캡처 화면은 사용할 수 없습니다", size=7, align="center", colour=draw.GREY
    )
    ornaments.specimen_note(sheet, x=90, y=194.5)
