"""국가기술자격 취득사항확인서 (NQ_RECORD): every qualification of a person in one table."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.layouts.national import ISSUER, TITLES, number
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

_HEADER = (232, 236, 242)


@realistic("certificate", "NQ_RECORD")
def record(filling: Filling) -> None:
    """Two to five qualifications in the order in which they were acquired; the paper is printed after the last."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng, last="1993-12-31"))
    rows = filling.take("certificates", lambda: _rows(filling))
    last = max((row.get("acquired_on") or "2018-01-01" for row in rows or ()), default="2018-01-01")
    filling.take("issued_on", lambda: dates.since_notice(rng, max(last, "2018-09-01"), 10, 400))
    filling.take("document_no", lambda: f"HRD-{rng.randrange(10**13, 10**14)}-{rng.randrange(10**5):05d}")
    filling.take("issuer", lambda: ISSUER)


def _rows(filling: Filling) -> list[dict[str, str]]:
    rng = filling.rng
    titles = rng.sample(TITLES, rng.randint(2, 5))
    days = sorted(dates.between(rng, "2009-06-01", "2018-08-30") for _ in titles)
    return [
        {
            "title": title,
            "number": number(filling, day),
            "acquired_on": day,
            "issued_on": dates.later(rng, day, 3, 120),
            "issuer": ISSUER,
        }
        for title, day in zip(titles, days, strict=True)
    ]


@layout("NQ_RECORD", "qnet-table")
def table_first(pad: Pad) -> None:
    """A4 upright: a person block of two by two, the table with a shaded head, QR at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "baekmuk-gulim", "noto-sans")))
    ornaments.scattered_marks(sheet, "한국산업인력공단", (243, 244, 247))
    pad.put(20, 20, "document_no", before="문서확인번호 : ", size=9)
    sheet.text(105, 40, "국가기술자격 취득사항 확인서", size=22, bold=True, align="center", tracking=0.4)
    person = ornaments.grid(sheet, 20, 54, (28, 57, 28, 57), (10, 10), header=_HEADER, header_columns=(0, 2))
    ornaments.cell(sheet, person[0][0], "성    명")
    ornaments.cell(sheet, person[0][1], pad.get("name"), size=10.5, field="name")
    ornaments.cell(sheet, person[0][2], "생년월일")
    ornaments.cell(
        sheet,
        person[0][3],
        pad.date("birth_date", dates.dotted),
        size=10.5,
        field="birth_date",
        value=pad.get("birth_date"),
    )
    ornaments.cell(sheet, person[1][0], "용    도")
    ornaments.cell(sheet, person[1][1], rng.choice(("취업용", "입사 제출용", "회사제출용")))
    ornaments.cell(sheet, person[1][2], "제 출 처")
    ornaments.cell(sheet, person[1][3], rng.choice(("공공기관", "회사", "기타")))
    rows = pad.rows("certificates")
    cells = ornaments.grid(sheet, 20, 84, (12, 52, 40, 33, 33), (10, *(11,) * max(len(rows), 6)), header=_HEADER)
    for place, label in zip(cells[0], ("연번", "자격종목", "자격번호", "합격연월일", "발급연월일"), strict=True):
        ornaments.cell(sheet, place, label, bold=True)
    for index, row in enumerate(rows):
        places = cells[index + 1]
        ornaments.cell(sheet, places[0], str(index + 1))
        for place, field in zip(places[1:], ("title", "number", "acquired_on", "issued_on"), strict=True):
            value = str(row.get(field) or "")
            printed = dates.dotted(value) if field.endswith("_on") else value
            ornaments.cell(sheet, place, printed, size=10, field=f"certificates[{index}].{field}", value=value)
    if len(rows) < 6:
        ornaments.cell(sheet, cells[len(rows) + 1][1], "- 이 하 여 백 -", size=9)
    y = 84 + 10 + 11 * max(len(rows), 6) + 24
    sheet.text(105, y, "위와 같이 국가기술자격을 취득하였음을 확인합니다.", size=13, align="center")
    pad.put(105, y + 20, "issued_on", dates.korean, size=13, align="center")
    pad.put(105, y + 42, "issuer", after=" 이사장", size=20, bold=True, align="center")
    sheet.picture(152, y + 29, 22, 22, seals.square("한국산업인력공단이사장인", 22, rng))
    sheet.line(20, 268, 190, 268, pen=0.15)
    sheet.text(
        20,
        273,
        "◆ 진위는 발급일부터 90일간 큐넷(www.q-net.or.kr)에서 성명과 문서확인번호로 확인할 수 있습니다.",
        size=7.5,
        width=140,
    )
    sheet.text(20, 278, "◆ 90일이 지난 때에는 2차원 바코드로 확인하시기 바랍니다.", size=7.5)
    forms.code(sheet, 166, 270, 20, pad.get("document_no") or "HRD")
    ornaments.specimen_note(sheet)


@layout("NQ_RECORD", "government-form")
def government_form(pad: Pad) -> None:
    """A government form: open sides, 명조, the person in a line above the table, an extra 소관부처 column."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-batang", "nanum-myeongjo", "noto-serif")))
    sheet.text(18, 16, "■ 국가기술자격법 시행규칙 [별지 서식]", size=8)
    sheet.text(192, 16, "(앞쪽)", size=8, align="right")
    pad.put(18, 26, "document_no", before="발급번호 ", size=9)
    sheet.text(105, 44, "취 득 사 항 확 인 서", size=24, bold=True, align="center")
    head = ornaments.grid(sheet, 18, 54, (24, 62, 26, 62), (11,), open_sides=True)
    for place, label in ((0, "성명"), (2, "생년월일")):
        ornaments.cell(sheet, head[0][place], label, size=10.5)
    ornaments.cell(sheet, head[0][1], pad.get("name"), size=11.5, field="name")
    ornaments.cell(
        sheet,
        head[0][3],
        pad.date("birth_date", dates.korean),
        size=11,
        field="birth_date",
        value=pad.get("birth_date"),
    )
    sheet.text(18, 74, "국가기술자격 취득사항", size=11, bold=True)
    rows = pad.rows("certificates")
    cells = ornaments.grid(
        sheet, 18, 78, (46, 40, 30, 30, 28), (9, *(10,) * (len(rows) + 1)), open_sides=True, edge=0.5
    )
    labels = ("자격종목 및 등급", "자격번호", "합격연월일", "등록연월일", "소관부처")
    for place, label in zip(cells[0], labels, strict=True):
        ornaments.cell(sheet, place, label, size=9.5)
    for index, row in enumerate(rows):
        for place, field in zip(cells[index + 1], ("title", "number", "acquired_on", "issued_on"), strict=False):
            value = str(row.get(field) or "")
            printed = dates.dotted_wide(value) if field.endswith("_on") and value else value
            ornaments.cell(sheet, place, printed, size=9.5, field=f"certificates[{index}].{field}", value=value)
        ornaments.cell(sheet, cells[index + 1][4], rng.choice(("국토교통부", "고용노동부", "환경부")), size=9)
    ornaments.cell(sheet, cells[-1][0], "= 이하 빈칸 =", size=9)
    y = 78 + 9 + 10 * (len(rows) + 1) + 22
    sheet.text(105, y, "「국가기술자격법 시행규칙」 제33조에 따라 위의 사실을 확인합니다.", size=12, align="center")
    pad.put(105, y + 24, "issued_on", dates.korean_short, size=12.5, align="center")
    pad.put(100, y + 46, "issuer", after="이사장", size=19, bold=True, align="center", tracking=1.0)
    sheet.picture(140, y + 32, 24, 24, seals.square("한국산업인력공단이사장인", 24, rng))
    sheet.text(192, 284, "210mm×297mm[백상지 80g/㎡]", size=7, align="right")
    ornaments.specimen_note(sheet)
