"""주민등록표 (초본) with its history of addresses, and 가족관계증명서: tables full of others' names and dates."""

from __future__ import annotations

from collections.abc import Sequence

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry, resident
from specimens.layouts.government24 import heading, sealed_issuer
from specimens.registry import Pad, layout
from specimens.sheet import A4, Sheet

_REASONS = ("전입", "전입", "세대합가", "전입", "세대분가")


def moved(pad: Pad) -> Sequence[tuple[str, str, str]]:
    """(address, day, day of notice) of every move, oldest first."""
    rows: Sequence[tuple[str, str, str]] = pad.values.get("moves") or ()
    return rows


@layout("주민등록초본", "online")
def extract_online(pad: Pad) -> None:
    """정부24: person at the top, one row of two lines for each address, seal across the closing lines."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "nanum-myeongjo", "nanum-gothic", "baekmuk-dotum")))
    ornaments.scattered_marks(sheet, "대한민국정부", (245, 246, 249))
    ornaments.rosette(sheet, 105, 150, 40, (232, 236, 243), rng, rings=10)
    pad.put(16, 15, "number", before="문서확인번호 : ", size=9)
    forms.code(sheet, 142, 8, 52, pad.get("number").replace("-", "") or "0", kind="code128", height=9)
    heading(pad, sheet, 34, "주 민 등 록 표", size=20)
    sheet.text(105, 42, "(초    본)", size=14, align="center")
    sheet.text(16, 52, "이 초본은 개인별 주민등록표의 원본내용과 틀림없음을 증명합니다.", size=9.5)
    sheet.text(16, 58, f"담당자 : {people.name(rng)}    전화 : {people.phone(rng)}", size=8.5)
    applicant = people.name(rng) if rng.random() < 0.3 else pad.get("name")
    sheet.text(116, 58, f"신청인 : {applicant} (본인)    용도 및 목적 : 제출용", size=8.5, width=78)
    rows = ((entry(pad, "성명(한자)", "name"), resident(pad)),)
    y = forms.ruled(sheet, 16, 64, 178, rows, label=28, height=10, size=11, open_sides=True)
    sheet.text(16, y + 7, "인적사항 변경내용 : == 변경내용 없음 ==", size=8.5)
    y = _addresses(pad, sheet, y + 11)
    sheet.text(105, y + 7, "== 이 하 여 백 ==", size=9, align="center")
    pad.put(105, 228, "issued_on", dates.korean, size=12.5, align="center")
    sealed_issuer(pad, sheet, 246, size=18, side=22)
    sheet.line(16, 262, 194, 262, pen=0.15)
    sheet.text(
        16, 267, "◆ 이 용지는 위조식별표시가 되어 있음. 발급일부터 90일간 정부24에서 진위를 확인할 수 있습니다.", size=8
    )
    forms.code(sheet, 120, 270, 60, f"{pad.get('number')}|{pad.get('name')}", kind="pdf417", height=11)
    ornaments.specimen_note(sheet)


def _addresses(pad: Pad, sheet: Sheet, top: float) -> float:
    rows = moved(pad)
    widths = (12, 88, 27, 24, 27)
    cells = ornaments.grid(sheet, 16, top, widths, (9, *(14,) * len(rows)), open_sides=True)
    for place, label in zip(
        cells[0], ("번호", "주          소", "발생일 / 신고일", "변동사유", "세대주 및 관계"), strict=True
    ):
        ornaments.cell(sheet, place, label, size=8.5)
    for number, (address, day, noticed) in enumerate(rows):
        line = cells[number + 1]
        reason = "출생등록" if number == 0 else _REASONS[(number + len(address)) % len(_REASONS)]
        whose = f"{pad.get('householder')}의 자" if number < len(rows) - 1 else f"{pad.get('name')} 본인"
        texts = (str(number + 1), address, f"{day} {noticed}", reason, whose)
        for place, text, align in zip(line, texts, ("center", "left", "center", "center", "center"), strict=True):
            ornaments.cell(sheet, place, text, size=8.5, align=align)
    return top + 9 + 14 * len(rows)


@layout("주민등록초본", "office-print")
def extract_office(pad: Pad) -> None:
    """An office's printer: typed face, no grid but dashes, address history as numbered paragraphs."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-coding", "baekmuk-gulim", "un-taza")))
    pad.put(194, 18, "number", before="문서확인번호 ", size=9, align="right")
    heading(pad, sheet, 36, "주민등록표(초본)", size=22)
    sheet.line(16, 42, 194, 42, pen=0.5)
    sheet.text(18, 52, "성      명", size=10.5)
    pad.put(46, 52, "name", size=12)
    sheet.text(104, 52, "주민등록번호", size=10.5)
    forms.put(sheet, 136, 52, resident(pad), size=12)
    sheet.line(16, 57, 194, 57, pen=0.3)
    y = 66.0
    for number, (address, day, noticed) in enumerate(moved(pad)):
        sheet.text(18, y, f"{number + 1}.", size=10)
        sheet.text(27, y, address, size=10, width=160)
        reason = "출생등록" if number == 0 else _REASONS[number % len(_REASONS)]
        sheet.text(
            27,
            y + 6,
            f"[ {reason} ]  발생일 {dates.dotted(day)}   신고일 {dates.dotted(noticed)}   "
            f"세대주 {pad.get('householder')}",
            size=9,
        )
        sheet.line(16, y + 9.5, 194, y + 9.5, pen=0.15, dash=1.2)
        y += 17
    sheet.text(105, y, "- 이 하 여 백 -", size=9.5, align="center")
    sheet.text(18, 206, "위 초본은 원본과 틀림없음을 증명합니다.", size=11.5)
    pad.put(105, 222, "issued_on", dates.korean_short, size=13, align="center")
    sealed_issuer(pad, sheet, 244, size=19, side=25)
    sheet.text(
        18, 270, f"담당 {people.name(rng)} (☎{people.phone(rng)})   신청인 {people.name(rng)}   수수료 400원", size=8.5
    )
    ornaments.specimen_note(sheet)


@layout("가족관계증명서", "detailed")
def family_detailed(pad: Pad) -> None:
    """(상세): place of registration, 본인 above, father, mother and spouse below in the same columns."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "nanum-myeongjo")))
    ornaments.scattered_marks(sheet, "대한민국법원", (246, 245, 241))
    heading(pad, sheet, 34, "가 족 관 계 증 명 서 (상세)", size=20)
    rows = ((Entry("등록기준지", pad.get("address")),),)
    y = forms.ruled(sheet, 16, 46, 178, rows, label=30, height=11, size=10.5)
    widths = (22, 46, 42, 46, 22)
    cells = ornaments.grid(sheet, 16, y + 8, widths, (9, 11))
    heads = ("구분", "성    명", "출생연월일", "주민등록번호", "성별")
    for place, head in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, head, size=9.5)
    tail = pad.get("resident_tail")
    ornaments.cell(sheet, cells[1][0], "본인", size=10)
    ornaments.cell(sheet, cells[1][1], pad.get("name"), size=11, field="name")
    forms.boxed(sheet, cells[1][2], entry(pad, "", "birth_date", dates.korean), size=10, align="center")
    six = pad.get("birth_date").replace("-", "")[2:]
    ornaments.cell(sheet, cells[1][3], f"{six}{tail}", size=10)
    ornaments.cell(sheet, cells[1][4], "남" if tail[1:2] in "13" else "여", size=10)
    sheet.text(16, y + 36, "가족사항", size=10.5, bold=True)
    relatives = [
        (
            kind,
            name,
            dates.korean(birth),
            birth.replace("-", "")[2:] + people.resident_tail(rng, birth, hidden=True, sex=sex),
            sex,
        )
        for kind, name, birth, sex in pad.values.get("relatives") or ()
    ]
    y = forms.table(sheet, 16, y + 39, widths, heads, relatives, height=11, size=10)
    sheet.text(
        105,
        y + 22,
        "위 가족관계증명서(상세)는 가족관계등록부의 기록사항과 틀림없음을 증명합니다.",
        size=11,
        align="center",
        width=172,
    )
    pad.put(105, y + 38, "issued_on", dates.korean, size=13, align="center")
    pad.put(98, y + 58, "issuer", size=14, bold=True, align="center", width=150)
    sheet.picture(164, y + 44, 22, 22, seals.square("전산운영책임관의인", 22, rng))
    sheet.line(16, 256, 194, 256, pen=0.15)
    sheet.text(16, 262, f"발급시각 : {rng.randint(9, 17)}시 {rng.randint(1, 59)}분", size=8.5)
    sheet.text(80, 262, f"신청인 : {pad.get('name') if rng.random() < 0.6 else people.name(rng)}", size=8.5)
    pad.put(16, 268, "number", before="발행번호 : ", size=8.5)
    sheet.text(
        16,
        274,
        "※ 위 증명서는 「가족관계의 등록 등에 관한 법률」 제15조제1항에 따른 등록사항을 현출한 것입니다.",
        size=8,
    )
    forms.code(sheet, 172, 259, 18, pad.get("number") or "0")
    ornaments.specimen_note(sheet)
