"""Papers of those who fish in the fourth series: licences with their conditions, a ship's table, a slip, a letter."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.fourth.evidence_forms import heading, issued_by
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour
from specimens.third import certificate_frames as frames

_SEA: Colour = (16, 84, 130)


@layout("면허어업증명서", "conditions-below")
def licensed_conditions(pad: Pad) -> None:
    """Merged cells of holder and fishery, from and to in two cells, conditions numbered in the last one."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "nanum-myeongjo", "un-dotum", "baekmuk-gulim")))
    sheet.text(18, 16, "■ 수산업법 시행규칙 [별지 서식] <개정 2015. 6. 30.>", size=8)
    heading(pad, sheet, 36, rng.choice(("면허어업 증명서", "면 허 어 업 증 명 서")), size=21)
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.dotted))
    cells: list[words.Cell] = [
        (0, 0, 1, 1, "면허번호"),
        (0, 1, 1, 2, entry(pad, "", "number", before="제 ", after=" 호")),
        (0, 3, 1, 1, "면허일"),
        (0, 4, 1, 1, entry(pad, "", "acquired_on", style)),
        (1, 0, 2, 1, "어업권자"),
        (1, 1, 1, 1, "성명"),
        (1, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (1, 3, 1, 1, "주민등록번호"),
        (1, 4, 1, 1, frames.resident_masked(pad, "")),
        (2, 1, 1, 1, "주소"),
        (2, 2, 1, 3, Entry("", pad.get("address"))),
        (3, 0, 2, 1, "어업"),
        (3, 1, 1, 1, "종류"),
        (3, 2, 1, 1, Entry("", rng.choice(("해조류양식어업", "패류양식어업", "마을어업")))),
        (3, 3, 1, 1, "면적"),
        (3, 4, 1, 1, Entry("", f"{rng.randint(2, 40)}.{rng.randint(0, 9)}ha")),
        (4, 1, 1, 1, "어장"),
        (4, 2, 1, 3, Entry("", "별첨 어장도와 같음")),
        (5, 0, 1, 1, "존속기간"),
        (
            5,
            1,
            1,
            4,
            entry(pad, "", "valid_until", style, before=f"{pad.date('acquired_on', style)} 부터  ", after=" 까지"),
        ),
    ]
    y = words.mosaic(
        sheet, 18, 48, (26, 20, 50, 30, 48), (12, 11, 11, 11, 11, 12), cells, size=11, label_size=10, open_sides=True
    )
    sheet.text(20, y + 10, "면허의 조건", size=11, bold=True)
    y = words.footnotes(
        sheet,
        22,
        y + 17,
        (
            "어장 표지를 설치하고 항상 이를 유지·관리할 것",
            "어장의 이용개발계획에 따라 양식하고 시설량을 초과하지 아니할 것",
            "선박의 항행에 지장을 주지 아니하도록 할 것",
        ),
        width=166,
        size=9.5,
    )
    sheet.text(
        105, y + 18, "「수산업법」 제8조에 따라 위와 같이 면허한 어업임을 증명합니다.", size=12.5, align="center"
    )
    pad.put(105, y + 36, "issued_on", style, size=12.5, align="center")
    issued_by(pad, sheet, y + 58, size=21, side=23)
    sheet.text(192, 288, "210mm×297mm[보존용지(1종) 120g/㎡]", size=7, align="right")
    ornaments.specimen_note(sheet)


@layout("허가어업증명서", "ship-and-gear")
def permitted_ship(pad: Pad) -> None:
    """Across: holder at the left under small labels, the ship and its gear in a table at the right, a blue band."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-gothic", "nanum-barun", "un-dotum", "noto-sans")))
    sheet.frame(0, 0, 297, 5, pen=0, fill=_SEA)
    heading(pad, sheet, 28, rng.choice(("허가어업 증명서", "허 가 어 업 증 명 서")), size=23)
    sheet.line(20, 36, 277, 36, pen=0.4, colour=_SEA)
    style = rng.choice((dates.dotted, dates.dashed, words.spaced_dots, words.short_dots))
    cards = (
        entry(pad, "허가번호", "number", before="제", after="호"),
        entry(pad, "허가받은 자", "name", bold=True),
        entry(pad, "생년월일", "birth_date", style),
        entry(pad, "허가일", "acquired_on", style),
        entry(pad, "만료일", "valid_until", style),
    )
    for place, item in enumerate(cards):
        draw.card(sheet, 24, 46 + place * 17, item, size=13.5, label_size=9, gap=7, width=90, colour=_SEA)
        sheet.line(24, 56 + place * 17, 120, 56 + place * 17, pen=0.12, colour=draw.PALE)
    sheet.text(24, 134, f"주소  {pad.get('address')}", size=10)
    tons = f"{rng.randint(1, 9)}.{rng.randint(10, 99)}"
    ship = (
        ("어업의 명칭", rng.choice(("연안복합어업", "연안자망어업", "연안통발어업"))),
        ("어선 명칭", f"제{rng.randint(1, 9)}{rng.choice(('해성', '동진', '금양', '만선'))}호"),
        ("어선번호", f"{rng.randrange(10**7):07d}-{rng.randrange(10**7):07d}"),
        ("총톤수", f"{tons}톤"),
        ("기관", f"디젤 {rng.randint(60, 420)}마력"),
        ("어구", rng.choice(("낚시류", "자망 40폭", "통발 2,500개"))),
        ("조업 구역", "연해(도 해역)"),
    )
    forms.table(
        sheet, 138, 44, (46, 93), ("구  분", "내      용"), ship, height=10.5, size=10.5, header=(226, 238, 248)
    )
    sheet.text(148.5, 152, "「수산업법」 제41조에 따라 허가한 어업임을 증명합니다.", size=13, align="center")
    pad.put(148.5, 166, "issued_on", style, size=12.5, align="center")
    issued_by(pad, sheet, 186, size=20, side=23)
    ornaments.specimen_note(sheet, y=206)


@layout("신고어업증명서", "half-sheet-slip")
def notified_slip(pad: Pad) -> None:
    """A5 across: a slip with dotted leaders, the number boxed at the top right, received stamp as a line."""
    rng = pad.rng
    sheet = pad.sheet((210, 148), face=rng.choice(("baekmuk-gulim", "un-batang", "baekmuk-batang", "nanum-gothic")))
    sheet.frame(8, 8, 194, 132, pen=0.6, colour=_SEA)
    sheet.frame(140, 13, 56, 10, pen=0.3, colour=_SEA)
    pad.put(168, 19.8, "number", before="신고 제 ", after=" 호", size=11, align="center")
    heading(pad, sheet, 34, rng.choice(("신고어업 증명서", "신 고 어 업 증 명 서")), size=19)
    style = rng.choice((dates.dotted_wide, dates.korean_short, words.short_dots))
    left = (
        entry(pad, "성명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", style),
        Entry("어업의 종류", rng.choice(("나잠어업", "맨손어업"))),
    )
    right = (
        entry(pad, "신고 수리일", "acquired_on", style),
        entry(pad, "유효기간 만료일", "valid_until", style),
        Entry("포획·채취물", rng.choice(("바지락, 굴", "해삼, 전복", "낙지"))),
    )
    draw.led(sheet, 18, 50, left, to=98, step=11, size=11)
    draw.led(sheet, 108, 50, right, to=192, step=11, size=11)
    sheet.text(18, 83, f"주소 : {pad.get('address')}", size=10.5)
    sheet.text(105, 97, "「수산업법」 제47조에 따라 위와 같이 신고한 어업임을 증명합니다.", size=12, align="center")
    pad.put(105, 109, "issued_on", style, size=12, align="center")
    issued_by(pad, sheet, 126, size=18, side=19)
    ornaments.specimen_note(sheet, x=200, y=145)


@layout("어업인확인서", "labels-in-two-columns")
def fisher_columns(pad: Pad) -> None:
    """A quality office's answer: emblem, labels with colons in two columns, grounds ticked below, a long sentence."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "nanum-barun", "un-batang", "baekmuk-dotum")))
    sheet.picture(20, 14, 15, 15, adornments.emblem(15, _SEA, rng))
    sheet.text(39, 22, "국립수산물품질관리원", size=13, bold=True, colour=_SEA)
    sheet.text(39, 28, "National Fishery Products Quality Management Service", size=8, face="sans", colour=draw.GREY)
    sheet.line(20, 33, 190, 33, pen=0.6, colour=_SEA)
    heading(pad, sheet, 54, rng.choice(("어업인 확인서", "어 업 인 확 인 서")), size=23)
    style = rng.choice((dates.dotted, dates.korean_short, words.short_dots))
    left = (entry(pad, "성명", "name", bold=True), entry(pad, "확인번호", "number"))
    right = (entry(pad, "생년월일", "birth_date", style), entry(pad, "종사 시작일", "acquired_on", style))
    forms.inline(sheet, 24, 74, left, step=12, room=50, label_room=24, size=12.5)
    forms.inline(sheet, 110, 74, right, step=12, room=52, label_room=28, size=12.5)
    sheet.text(24, 98, "주소", size=12.5)
    sheet.text(46, 98, f": {pad.get('address')}", size=12.5)
    sheet.text(24, 116, "확인 기준 (해당란에 √표)", size=11, bold=True)
    chosen = rng.randrange(3)
    for place, text in enumerate(
        (
            "어업 경영을 통한 수산물의 연간 판매액이 120만원 이상인 사람",
            "1년 중 60일 이상 어업에 종사하는 사람",
            "영어조합법인 등의 수산물 출하·유통·가공에 1년 이상 계속하여 고용된 사람",
        )
    ):
        sheet.text(28, 125 + 8 * place, f"[{'√' if place == chosen else ' '}] {text}", size=10.5)
    y = sheet.lines(
        24,
        162,
        "「수산업·어촌 발전 기본법」 제3조제3호 및 같은 법 시행령 제3조에 따라 위 사람이 어업인임을 확인합니다.",
        width=162,
        leading=8.5,
        size=13,
    )
    pad.put(105, y + 16, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 40, size=18, side=22)
    words.footnotes(
        sheet,
        24,
        258,
        ("유효기간은 발급일부터 6개월입니다.", f"담당: {people.name(rng)} (전화 {people.phone(rng)})"),
        width=160,
    )
    ornaments.specimen_note(sheet)
