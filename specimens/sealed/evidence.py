"""Sealed: the evidence papers as kiosks, letters and forms of other years print them."""

from __future__ import annotations

from collections.abc import Callable

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry, resident
from specimens.registry import Pad, layout
from specimens.sealed.evidence_words import KIOSK, LETTER, OLD, Words
from specimens.sheet import A4, A4_LANDSCAPE, Sheet


def _spaced_dots(iso: str) -> str:
    """2018. 08. 17."""
    return iso.replace("-", ". ") + "."


def _entries(pad: Pad, words: Words, style: Callable[[str], str], *, whole: bool) -> list[Entry]:
    """Everything that the paper prints in cells or lines, the number last."""
    birth = resident(pad, "주민등록번호") if whole else entry(pad, "생년월일", "birth_date", style)
    items = [entry(pad, words.person, "name", bold=True), birth]
    if words.acquired:
        items.append(entry(pad, words.acquired, "acquired_on", style))
    if pad.get("valid_until"):
        items.append(entry(pad, "유효기간 만료일", "valid_until", style))
    if pad.get("rate"):
        items.append(entry(pad, "채용시험 가점", "rate", before="만점의 ", after="%"))
    items += [Entry(label, pad.rng.choice(texts)) for label, texts in words.decoys]
    items.append(entry(pad, words.number, "number"))
    return items


def _title(pad: Pad, sheet: Sheet, x: float, y: float, printed: str, *, size: float, align: str = "center") -> None:
    sheet.text(x, y, printed, size=size, bold=True, align=align, width=150, field="title", value=pad.get("title"))


def _seal(pad: Pad, sheet: Sheet, left: float, top: float, side: float) -> None:
    sheet.picture(left, top, side, side, seals.square(pad.get("issuer").split(" ")[-1] + "의인", side, pad.rng))


def _kiosk(pad: Pad, words: Words) -> None:
    """무인민원발급기: labels above values, three in a row; the day of issue at the upper right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-round", "un-graphic", "nanum-barun-light", "noto-sans")))
    ornaments.wave_ground(sheet, 10, 60, 190, 200, (234, 238, 234), rng, pitch=4)
    sheet.text(14, 14, "무인민원발급기 발급", size=9)
    pad.put(196, 14, "issued_on", dates.dashed, before="발급일 ", size=10, align="right")
    pad.put(196, 20, "document_no", before="문서확인번호 ", size=8, align="right")
    _title(pad, sheet, 105, 46, words.heading, size=24)
    items = _entries(pad, words, dates.dashed, whole=rng.random() < 0.5)
    y = 58.0
    while items:
        row, items = items[:3], items[3:]
        widths = [182 / len(row)] * len(row)
        y = forms.above(sheet, 14, y, widths, row, size=11.5, label_size=8.5, heights=(7, 12), header=(232, 236, 232))
    sheet.frame(14, y, 182, 12, pen=0.3)
    sheet.text(17, y + 7.6, f"주소   {pad.get('address')}", size=10, width=176)
    sheet.text(20, y + 38, words.sentence, size=13)
    pad.put(160, y + 70, "issuer", size=18, bold=True, align="right", width=140)
    _seal(pad, sheet, 163, y + 55, 23)
    forms.code(sheet, 14, 262, 22, f"{pad.get('document_no')}|{pad.get('number')}")
    sheet.text(40, 270, "위 문서는 무인민원발급기에서 발급되었습니다. 지문 확인 필.", size=8)
    sheet.text(40, 276, f"발급기 {rng.randint(100, 999)}-{rng.randint(10, 99)}  수수료 0원", size=8)
    ornaments.specimen_note(sheet)


def _letter(pad: Pad, words: Words) -> None:
    """An office's letter: name of the office above, a lettered list, address and telephone at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "un-shinmun", "baekmuk-dotum")))
    sheet.text(105, 26, pad.get("issuer").split(" ")[0], size=14, align="center", colour=(90, 90, 90))
    sheet.line(22, 31, 188, 31, pen=0.7)
    _title(pad, sheet, 22, 52, words.heading, size=25, align="left")
    items = _entries(pad, words, _spaced_dots, whole=False)
    items.insert(2, Entry("주소", pad.get("address")))
    for place, item in enumerate(items):
        y = 74 + place * 12
        sheet.text(26, y, f"{'가나다라마바사아자차'[place]}. {item.label}", size=12.5, width=46)
        forms.put(sheet, 76, y, item, size=12.5, width=108)
    y = 74 + len(items) * 12 + 14
    sheet.text(26, y, words.sentence, size=13)
    pad.put(184, y + 22, "issued_on", dates.korean_short, size=13, align="right")
    pad.put(156, y + 44, "issuer", size=19, bold=True, align="right", width=128)
    _seal(pad, sheet, 160, y + 30, 22)
    sheet.line(22, 268, 188, 268, pen=0.3)
    sheet.text(
        22,
        274,
        f"담당 {people.name(rng)} / 확인 {people.name(rng)} / 전화 {people.phone(rng)} / 수신 제출기관장",
        size=8.5,
    )
    ornaments.specimen_note(sheet)


def _old_form(pad: Pad, words: Words) -> None:
    """A form of old: one tall ruled table that holds everything, the sentence, day and office inside the frame."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-shinmun", "baekmuk-dotum", "noto-serif", "un-graphic")))
    _title(pad, sheet, 105, 34, forms.spaced(words.heading), size=22)
    items = _entries(pad, words, dates.korean, whole=rng.random() < 0.6)
    rows = [(item,) for item in [items[-1], *items[:-1]]]
    y = forms.ruled(sheet, 24, 44, 162, rows, label=48, height=12.5, size=12, label_size=11, align="center", edge=0.7)
    y = forms.ruled(
        sheet, 24, y, 162, ((Entry("주소", pad.get("address")),),), label=48, height=12.5, size=11, edge=0.7
    )
    sheet.frame(24, y, 162, 92, pen=0.7)
    sheet.text(105, y + 24, words.sentence, size=13, align="center", width=150)
    pad.put(105, y + 44, "issued_on", dates.korean, size=13, align="center", tracking=0.4)
    pad.put(98, y + 70, "issuer", size=20, bold=True, align="center", width=118)
    _seal(pad, sheet, 156, y + 56, 23)
    sheet.text(24, y + 100, "210mm×297mm(신문용지 54g/㎡)", size=7)
    ornaments.specimen_note(sheet)


def _declare(paper: str, name: str, draw_it: Callable[[Pad, Words], None], words: Words) -> None:
    @layout(paper, name)
    def draw(pad: Pad) -> None:
        draw_it(pad, words)


for _name, _draw, _papers in (("kiosk", _kiosk, KIOSK), ("letter", _letter, LETTER), ("old-form", _old_form, OLD)):
    for _paper, _words in _papers.items():
        _declare(_paper, _name, _draw, _words)


@layout("주민등록초본", "kiosk")
def extract(pad: Pad) -> None:
    """Newest address first in a table whose first column is the day; the person in a box at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-round", "un-graphic", "un-shinmun", "noto-sans")))
    ornaments.wave_ground(sheet, 10, 70, 190, 190, (234, 238, 234), rng, pitch=4)
    _title(pad, sheet, 16, 28, "주민등록표 초본", size=25, align="left")
    pad.put(16, 36, "number", before="문서확인번호 ", size=9)
    person = ((entry(pad, "성 명", "name", bold=True),), (resident(pad),))
    forms.ruled(sheet, 104, 16, 90, person, label=30, height=11, size=11, label_size=9.5, header=(236, 236, 236))
    sheet.text(
        16, 48, f"세대주 {pad.get('householder')}   용도 및 목적 : 기관 제출   개인 인적사항 변경 내용 : 없음", size=9
    )
    rows = [
        (f"{dates.dotted(noticed)}.", address, dates.dotted(day) + ".", "출생" if number == 0 else "전입")
        for number, (address, day, noticed) in enumerate(pad.values.get("moves") or ())
    ]
    y = forms.table(
        sheet,
        16,
        54,
        (30, 96, 30, 22),
        ("신고일", "주소", "변동일", "사유"),
        rows[::-1],
        height=12,
        header=(236, 236, 236),
    )
    sheet.text(16, y + 7, "(이하 빈칸)", size=9)
    sheet.text(16, 214, "주민등록표의 원본내용과 틀림없음을 증명합니다.", size=12)
    pad.put(16, 226, "issued_on", _spaced_dots, before="발급일자 ", size=12)
    pad.put(150, 244, "issuer", size=19, bold=True, align="right", width=130)
    _seal(pad, sheet, 153, 229, 24)
    forms.code(sheet, 170, 262, 22, pad.get("number") or "0")
    sheet.text(16, 272, f"신청인 {people.name(rng)}   담당공무원 {people.name(rng)}   {people.phone(rng)}", size=8.5)
    ornaments.specimen_note(sheet)


def _diploma(pad: Pad) -> None:
    """A4 across in Korean and English: labels at the left of each half, the same person on both."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("noto-serif", "un-shinmun", "nanum-round")))
    ornaments.double_border(sheet, 9, (100, 84, 40), gap=1.4, pen=0.8)
    _title(pad, sheet, 78, 40, pad.get("title"), size=25)
    expected = pad.get("expected_on")
    english = "CERTIFICATE OF EXPECTED GRADUATION" if expected else "CERTIFICATE OF GRADUATION"
    sheet.text(218, 40, english, size=13, face="serif-bold", align="center")
    last = (
        Entry("졸업(예정)일", dates.dotted_wide(expected))
        if expected
        else entry(pad, "졸업일자", "acquired_on", dates.dotted_wide)
    )
    items = [
        entry(pad, "증서번호", "number"),
        entry(pad, "성명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", dates.dotted_wide),
        Entry("학과(전공)", pad.get("department") or "보통과"),
        Entry("입학일자", dates.dotted_wide(pad.get("entered_on"))),
        last,
    ]
    forms.inline(sheet, 24, 62, items, step=12.5, room=76, label_room=32, size=13, colon="")
    sheet.line(148.5, 54, 148.5, 140, pen=0.2, dash=1.0)
    english_items = (
        ("Name", people.latin(pad.get("name") or "김하나")),
        ("Date of Birth", dates.english(pad.get("birth_date") or "1990-01-01")),
        ("Admission", dates.english(pad.get("entered_on"))),
        ("Graduation", dates.english(expected or last.value or "2015-02-20")),
    )
    for place, (label, text) in enumerate(english_items):
        sheet.text(160, 66 + place * 14, label, size=11, face="serif-italic")
        sheet.text(196, 66 + place * 14, text, size=12, face="serif", width=78)
    what = "졸업할 예정임을" if expected else "졸업하였음을"
    sheet.text(148.5, 150, f"위 사람은 위와 같이 본교를 {what} 증명합니다.", size=14, align="center")
    pad.put(148.5, 164, "issued_on", dates.korean, size=12.5, align="center")
    pad.put(140, 184, "issuer", size=22, bold=True, align="center", tracking=1.4)
    _seal(pad, sheet, 196, 167, 23)
    ornaments.specimen_note(sheet, y=206)


@layout("졸업증명서", "diploma")
def graduated(pad: Pad) -> None:
    """Who has graduated."""
    _diploma(pad)


@layout("졸업예정증명서", "diploma")
def expected(pad: Pad) -> None:
    """Who will."""
    _diploma(pad)


@layout("가족관계증명서", "one-table")
def family(pad: Pad) -> None:
    """(일반): everybody in one table of two lines each, 본인 first; the number at the top."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "un-shinmun", "un-graphic")))
    pad.put(194, 18, "number", before="발행번호 ", size=9, align="right")
    _title(pad, sheet, 105, 38, "가족관계증명서(일반)", size=23)
    sheet.text(18, 52, f"등록기준지 : {pad.get('address')}", size=11)
    relatives = list(pad.values.get("relatives") or ())
    cells = ornaments.grid(sheet, 18, 58, (24, 44, 58, 48), (10, *(13,) * (len(relatives) + 1)), header=(240, 240, 236))
    for place, label in zip(cells[0], ("구분", "성명", "출생연월일", "주민등록번호"), strict=True):
        ornaments.cell(sheet, place, label, size=10)
    ornaments.cell(sheet, cells[1][0], "본인", size=11)
    ornaments.cell(sheet, cells[1][1], pad.get("name"), size=12, bold=True, field="name")
    forms.boxed(sheet, cells[1][2], entry(pad, "", "birth_date", _spaced_dots), size=11, align="center")
    six = pad.get("birth_date").replace("-", "")[2:]
    ornaments.cell(sheet, cells[1][3], f"{six}{pad.get('resident_tail')}", size=11)
    for line, (kind, name, birth, sex) in zip(cells[2:], relatives, strict=True):
        tail = people.resident_tail(rng, birth, hidden=True, sex=sex)
        for place, text in zip(line, (kind, name, _spaced_dots(birth), birth.replace("-", "")[2:] + tail), strict=True):
            ornaments.cell(sheet, place, text, size=11)
    y = 58 + 10 + 13 * (len(relatives) + 1) + 26
    sheet.text(105, y, "위 사항은 가족관계등록부의 기록사항과 같음을 증명합니다.", size=12, align="center")
    pad.put(105, y + 18, "issued_on", dates.korean_short, size=13, align="center")
    pad.put(96, y + 38, "issuer", size=13.5, bold=True, align="center", width=140)
    sheet.picture(162, y + 24, 22, 22, seals.square("전산운영책임관의인", 22, rng))
    forms.code(sheet, 18, 258, 20, pad.get("number") or "0")
    sheet.text(
        44,
        268,
        f"신청인 {people.name(rng)} · 신청인과의 관계 본인 · 발급시각 {rng.randint(9, 17)}:{rng.randint(10, 59)}",
        size=8.5,
    )
    ornaments.specimen_note(sheet)
