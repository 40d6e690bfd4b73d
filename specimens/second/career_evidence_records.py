"""주민등록초본 from the newest address back, and 졸업증명서 in two languages."""

from __future__ import annotations

from collections.abc import Sequence

from specimens import dates, forms, ornaments, people
from specimens.forms import Entry, entry, resident
from specimens.registry import Pad, layout
from specimens.second.career_evidence_papers import conferred, titled
from specimens.second.career_vocabulary import GREY, small_print
from specimens.sheet import A4, Sheet


@layout("주민등록초본", "newest-first")
def extract_newest(pad: Pad) -> None:
    """A machine's print: person in boxes, addresses from the newest back, six of them on two pages."""
    rng = pad.rng
    face = rng.choice(("baekmuk-gulim", "un-dotum", "nanum-barun", "baekmuk-batang"))
    rows = list(enumerate(pad.values.get("moves") or (), 1))[::-1]
    called = rng.choice(("발급번호", "문서확인번호"))
    room = 5
    pages = max(1, -(-len(rows) // room))
    done = 0
    for number in range(1, pages + 1):
        sheet = pad.sheet(A4, face=face)
        sheet.text(14, 14, f"({number}/{pages})", size=9)
        if number == 1:
            pad.put(196, 14, "number", before=f"{called} ", size=8.5, align="right")
            titled(pad, sheet, 105, 32, rng.choice(("주민등록표 초본", "주민등록표(초본)")), size=21)
            y = _holder(pad, sheet, 40)
        else:
            sheet.text(196, 14, f"{called} {pad.get('number')}", size=8.5, align="right")
            sheet.text(105, 26, "주민등록표 초본 (계속)", size=13, align="center")
            y = 34.0
        y = _places(pad, sheet, y + 6, rows[done : done + room])
        done += room
        if number < pages:
            sheet.text(105, y + 8, "- 다음 장에 계속 -", size=9, align="center")
            ornaments.specimen_note(sheet)
    sheet.text(105, y + 8, "- 끝 -", size=9, align="center")
    sheet.frame(14, 214, 182, 58, pen=0.3)
    sheet.text(105, 226, "이 초본은 개인별 주민등록표의 원본 내용과 틀림없음을 증명합니다.", size=11.5, align="center")
    pad.put(105, 238, "issued_on", dates.korean, size=12.5, align="center")
    conferred(pad, sheet, 256, size=17)
    sheet.text(
        18, 268, f"신청인 {people.name(rng)}   용도 제출용   담당 {people.name(rng)} ({people.phone(rng)})", size=8.5
    )
    ornaments.specimen_note(sheet)


def _holder(pad: Pad, sheet: Sheet, top: float) -> float:
    """Whose record it is, labels in shaded cells above the values."""
    cells = ornaments.grid(sheet, 14, top, (62, 60, 60), (7, 11), header=(236, 236, 236))
    for place, label in zip(cells[0], ("성 명 (한자)", "주민등록번호", "세대주와의 관계"), strict=True):
        ornaments.cell(sheet, place, label, size=9)
    ornaments.cell(sheet, cells[1][0], pad.get("name"), size=12, field="name")
    forms.boxed(sheet, cells[1][1], resident(pad), size=11.5, align="center")
    ornaments.cell(sheet, cells[1][2], pad.rng.choice(("본인", "자녀", "배우자")), size=11)
    cells = ornaments.grid(sheet, 14, top + 18, (36, 146), (9,))
    ornaments.cell(sheet, cells[0][0], "개인 인적사항 변경내용", size=8)
    ornaments.cell(sheet, cells[0][1], "변경내용 없음", size=9)
    return top + 27


def _places(pad: Pad, sheet: Sheet, top: float, rows: Sequence[tuple[int, tuple[str, str, str]]]) -> float:
    widths = (11, 25, 25, 74, 22, 25)
    cells = ornaments.grid(sheet, 14, top, widths, (9, *(22,) * len(rows)), header=(236, 236, 236))
    heads = ("순번", "전입일", "신고일", "주            소", "변동사유", "세대주")
    for place, label in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, label, size=8.5)
    for line, (number, (address, day, noticed)) in zip(cells[1:], rows, strict=True):
        whose = pad.get("householder") if number % 2 else people.name(pad.rng)
        texts = (
            str(number),
            dates.dotted(day),
            dates.dotted(noticed),
            address,
            "출생등록" if number == 1 else "전입",
            whose,
        )
        for place, text, align in zip(line, texts, ("center",) * 3 + ("left",) + ("center",) * 2, strict=True):
            ornaments.cell(sheet, place, text, size=9, align=align)
    return top + 9 + 22 * len(rows)


@layout("졸업증명서", "two-languages")
def graduation_bilingual(pad: Pad) -> None:
    """A school's statement in Korean and English: labels in both, the values in one column, a coloured side band."""
    rng = pad.rng
    ink = rng.choice(((28, 52, 98), (104, 24, 40), (20, 84, 60)))
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "nanum-myeongjo", "noto-serif", "un-dotum")))
    sheet.frame(0, 0, 16, 297, pen=0, fill=ink)
    sheet.frame(17.5, 0, 1, 297, pen=0, fill=ink)
    pad.put(190, 24, "number", before="No. ", size=10, align="right")
    titled(pad, sheet, 32, 48, pad.get("title"), size=27, align="left", colour=ink, width=120)
    sheet.text(32, 57, "CERTIFICATE OF GRADUATION", size=11, colour=GREY, tracking=0.6)
    y = 80.0
    for korean, english, item in (
        ("성명", "Name", entry(pad, "", "name", bold=True)),
        ("생년월일", "Date of Birth", entry(pad, "", "birth_date", dates.korean)),
        ("학교", "School", Entry("", pad.get("school"))),
        ("소속", "College / Department", Entry("", f"{pad.get('college')} {pad.get('department')}".strip())),
        ("학위", "Degree", Entry("", pad.get("degree"))),
        ("입학일자", "Date of Entrance", Entry("", dates.korean(pad.get("entered_on")))),
        ("졸업일자", "Date of Graduation", entry(pad, "", "acquired_on", dates.korean)),
    ):
        if not item.printed:
            continue
        sheet.text(32, y, korean, size=12, colour=ink, bold=True)
        sheet.text(32, y + 5, english, size=8, colour=GREY)
        forms.put(sheet, 84, y + 1.5, item, size=14, width=104)
        sheet.line(32, y + 8.5, 190, y + 8.5, pen=0.15, colour=(190, 192, 198))
        y += 15.5
    sheet.text(32, y + 10, "위 사람은 본교의 전 과정을 마치고 졸업하였음을 증명합니다.", size=13)
    sheet.text(
        32,
        y + 17,
        "This is to certify that the person named above has graduated from this school.",
        size=9,
        colour=GREY,
    )
    pad.put(190, y + 38, "issued_on", dates.korean, size=13, align="right")
    conferred(pad, sheet, y + 60, x=168, size=20, align="right", side=24, over=-1, width=120)
    small_print(sheet, 32, 280, ("원본 확인: 학교 누리집 > 인터넷 증명 > 발급번호 입력 (발급 후 90일)",), width=150)
    ornaments.specimen_note(sheet)
