"""졸업증명서 and 졸업예정증명서: a university's certificate and a form from a counter or an issuing machine."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.government24 import heading
from specimens.registry import Pad, layout
from specimens.sheet import A4


def last_day(pad: Pad) -> Entry:
    """졸업연월일, or the day on which it is expected."""
    if pad.get("expected_on"):
        return Entry("졸업예정일", dates.korean(pad.get("expected_on")))
    return entry(pad, "졸업연월일", "acquired_on", dates.korean)


def _certificate(pad: Pad) -> None:
    """University paper with a thin border: lines with colons, a sentence, the president."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-batang", "noto-serif", "baekmuk-batang")))
    ornaments.rosette(sheet, 105, 160, 42, (234, 236, 244), rng)
    ornaments.double_border(sheet, 12, (40, 60, 104))
    pad.put(26, 32, "number", before="제 ", after=" 호", size=11.5)
    heading(pad, sheet, 62, forms.spaced(pad.get("title")), size=28)
    items = [
        entry(pad, "성        명", "name", bold=True),
        entry(pad, "생 년 월 일", "birth_date", dates.korean),
        *(
            [Entry("대        학", pad.get("college")), Entry("학        과", pad.get("department"))]
            if pad.get("college")
            else []
        ),
        Entry("입학연월일", dates.korean(pad.get("entered_on"))),
        last_day(pad),
        *(
            [Entry("학위등록번호", f"{pad.get('entered_on')[:4]}(학)-{rng.randint(1000, 9999)}")]
            if pad.get("degree") and not pad.get("expected_on")
            else []
        ),
    ]
    y = forms.inline(sheet, 44, 92, items, step=13, room=96, label_room=42, size=15)
    what = "졸업예정자임을" if pad.get("expected_on") else "졸업하였음을"
    degree = f" {pad.get('degree')}의 학위를 취득하고" if pad.get("degree") and not pad.get("expected_on") else ""
    sheet.lines(
        36, y + 14, f"위 사람은 본교의 소정 과정을 이수하여{degree} {what} 증명함.", width=138, leading=10, size=15
    )
    pad.put(105, 226, "issued_on", dates.korean, size=15, align="center")
    pad.put(100, 252, "issuer", size=25, bold=True, align="center", tracking=1.2, width=120)
    sheet.picture(156, 236, 25, 25, seals.square(f"{pad.get('issuer')}의인", 25, rng))
    ornaments.specimen_note(sheet)


def _machine(pad: Pad) -> None:
    """From an issuing machine: a ruled table, 원본확인번호 and a bar code at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "baekmuk-gulim", "nanum-square")))
    ornaments.scattered_marks(sheet, pad.get("school") or "학교", (244, 246, 249))
    pad.put(18, 24, "number", before="증명번호 : ", size=10)
    heading(pad, sheet, 50, pad.get("title"), size=26)
    last = last_day(pad)
    rows = [
        (entry(pad, "성명", "name"), entry(pad, "생년월일", "birth_date", dates.dotted)),
        (Entry("학교명", pad.get("school")), Entry("학번", f"{pad.get('entered_on')[:4]}{rng.randrange(10**5):05d}")),
        (Entry("소속", f"{pad.get('college')} {pad.get('department')}".strip() or "보통과"),),
        (
            Entry("입학일", dates.dotted(pad.get("entered_on"))),
            Entry("졸업예정일" if pad.get("expected_on") else "졸업일",
                  dates.dotted(last.value or pad.get("expected_on") or pad.get("entered_on")), last.field, last.value),
        ),
    ]  # fmt: skip
    y = forms.ruled(sheet, 18, 64, 174, rows, label=30, height=13, size=11.5, header=(236, 240, 247))
    sheet.text(
        105, y + 30, f"위의 사실을 증명합니다. ({pad.get('title').removesuffix('증명서')})", size=13.5, align="center"
    )
    pad.put(105, y + 52, "issued_on", dates.dotted_closed, before="발급일자 : ", size=13, align="center")
    pad.put(100, y + 80, "issuer", size=22, bold=True, align="center", width=120)
    sheet.picture(150, y + 65, 23, 23, seals.square(f"{pad.get('issuer')}인", 23, rng))
    sheet.line(18, 256, 192, 256, pen=0.15)
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    original = "-".join("".join(rng.choice(letters) for _ in range(4)) for _ in range(4))
    sheet.text(18, 262, f"원본확인번호 : {original}", size=9)
    sheet.text(18, 268, "※ 발급일부터 90일 동안 대학 누리집에서 원본을 확인할 수 있습니다.", size=8)
    forms.code(sheet, 130, 260, 60, f"{original}|{pad.get('number')}", kind="pdf417", height=13)
    ornaments.specimen_note(sheet)


@layout("졸업증명서", "university")
def graduated(pad: Pad) -> None:
    """As the university confers it."""
    _certificate(pad)


@layout("졸업증명서", "machine")
def graduated_machine(pad: Pad) -> None:
    """As its machine prints it."""
    _machine(pad)


@layout("졸업예정증명서", "university")
def expected(pad: Pad) -> None:
    """As the university writes it."""
    _certificate(pad)


@layout("졸업예정증명서", "machine")
def expected_machine(pad: Pad) -> None:
    """As its machine prints it."""
    _machine(pad)
