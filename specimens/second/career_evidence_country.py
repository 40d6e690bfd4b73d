"""Evidence papers of those who farm and their families: a form with ticks, a register, a card of a cooperative.

농업인확인서, 농업경영체등록확인서, 조합원증명서, 가족관계증명서.
"""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry, resident
from specimens.registry import Pad, layout
from specimens.second.career_evidence_papers import conferred, titled, upright
from specimens.second.career_vocabulary import GREY, labelled, small_print
from specimens.sheet import A4, Sheet

_PLACES = ("장산리", "화포리", "취평리", "효제리", "계신리", "덕호리")


def _tick(sheet: Sheet, x: float, y: float, text: str, *, done: bool) -> float:
    """`[√] 농지 1,000㎡ 이상 …`; answers the next line."""
    sheet.text(x, y, "[  ]", size=10)
    if done:
        sheet.text(x + 1.2, y, "√", size=11)
    sheet.text(x + 9, y, text, size=9.5, width=130)
    return y + 7.2


@layout("농업인확인서", "ticked-form")
def farmer(pad: Pad) -> None:
    """A form with sections: applicant, what was looked at with ticks, the office's confirmation in the frame."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-dotum", "baekmuk-batang", "nanum-gothic", "un-batang")))
    sheet.text(18, 18, "■ 농업인 확인서 발급규정 [별지 제2호서식]", size=8)
    sheet.frame(18, 22, 174, 244, pen=0.5)
    titled(pad, sheet, 105, 38, "농 업 인 확 인 서", size=22)
    y = 46.0
    shade = rng.choice(((232, 240, 228), (236, 236, 236), (242, 238, 226)))
    cells = ornaments.grid(sheet, 18, y, (28, 59, 28, 59), (8,), edge=0.2)[0]
    ornaments.cell(sheet, cells[0], "발급번호", size=9)
    forms.boxed(sheet, cells[1], entry(pad, "", "number", before="제 ", after=" 호"), size=10, align="center")
    ornaments.cell(sheet, cells[2], "유효기간", size=9)
    ornaments.cell(sheet, cells[3], "발급일부터 6개월", size=9.5)
    y += 8
    upright(sheet, 18, y, 12, 36, "확인대상", shade=shade)
    y = labelled(
        sheet,
        30,
        y,
        (28, 54, 28, 52),
        (
            (entry(pad, "성명", "name"), resident(pad, "주민등록번호")),
            (Entry("전화번호", people.phone(rng)), entry(pad, "영농개시일", "acquired_on", dates.dotted_wide)),
        ),
        height=12,
        size=10.5,
        edge=0.2,
    )
    y = labelled(
        sheet, 30, y, (28, 134), ((Entry("주소", pad.get("address")),),), height=12, size=10.5, edge=0.2, align="left"
    )
    upright(sheet, 18, y, 12, 46, "확인기준", shade=shade)
    sheet.frame(30, y, 162, 46, pen=0.2)
    chosen = rng.randrange(5)
    line = y + 8
    for number, text in enumerate(
        (
            "1,000㎡ 이상의 농지를 경영하거나 경작하는 사람",
            "연간 농산물 판매액이 120만원 이상인 사람",
            "1년 중 90일 이상 농업에 종사하는 사람",
            "영농조합법인의 농산물 출하·유통 활동에 1년 이상 계속 고용된 사람",
            "농업회사법인의 농산물 유통·가공 활동에 1년 이상 계속 고용된 사람",
        )
    ):
        line = _tick(sheet, 35, line, text, done=number == chosen)
    y += 46
    sheet.lines(
        26,
        y + 14,
        "「농업·농촌 및 식품산업 기본법 시행령」 제3조에 따른 농업인임을 위와 같이 확인합니다.",
        width=158,
        leading=8,
        size=12,
    )
    pad.put(180, y + 42, "issued_on", dates.korean, size=12.5, align="right")
    conferred(pad, sheet, y + 64, x=166, size=15, align="right", side=21, over=-2, width=140)
    sheet.line(18, 244, 192, 244, pen=0.2)
    small_print(
        sheet,
        22,
        250,
        (
            "유의사항",
            "1. 이 확인서를 거짓으로 발급받은 경우 보조금 등의 환수 대상이 됩니다.",
            "2. 확인 기준에 맞지 않게 된 때에는 효력을 잃습니다.",
        ),
        width=160,
    )
    sheet.text(192, 271, "210mm×297mm[백상지(80g/㎡) 또는 중질지(80g/㎡)]", size=7, align="right")
    ornaments.specimen_note(sheet)


@layout("농업경영체등록확인서", "register-sections")
def business(pad: Pad) -> None:
    """A register's print: shaded section bars, the head of the farm, tables of land and crops with totals."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "baekmuk-gulim", "nanum-barun")))
    shade = rng.choice(((226, 236, 222), (228, 232, 242)))
    sheet.text(16, 16, "Agrix 농림사업정보시스템", size=8, colour=GREY)
    titled(
        pad,
        sheet,
        105,
        32,
        rng.choice(("농업경영체 등록 확인서", "농업경영체등록확인서", "농업경영체 등록확인서")),
        size=21,
    )
    pad.put(16, 44, "number", before="등록번호 : ", size=10.5)
    sheet.text(194, 44, "(1 / 1)", size=9, align="right")
    y = _section(sheet, 48, "1. 경영주 인적사항", shade)
    y = labelled(
        sheet,
        16,
        y,
        (30, 58, 30, 60),
        (
            (entry(pad, "경영주 성명", "name"), entry(pad, "생년월일", "birth_date", dates.dashed)),
            (
                entry(pad, "등록일자", "acquired_on", dates.dashed),
                Entry("경영형태", rng.choice(("논벼", "전작", "과수", "시설채소"))),
            ),
        ),
        height=9.5,
        size=10,
    )
    y = labelled(sheet, 16, y, (30, 148), ((Entry("주소", pad.get("address")),),), height=9.5, size=10, align="left")
    y = _section(sheet, y + 5, "2. 농지 현황", shade)
    rows = []
    total = 0
    for number in range(rng.randint(2, 4)):
        area = rng.randint(420, 4800)
        total += area
        place = f"{rng.choice(_PLACES)} {rng.randint(12, 930)}-{rng.randint(1, 20)}"
        rows.append(
            (
                str(number + 1),
                place,
                rng.choice("답전"),
                f"{area:,}",
                rng.choice(("자경", "임차")),
                rng.choice(("벼", "콩", "마늘")),
            )
        )
    y = forms.table(
        sheet,
        16,
        y,
        (14, 62, 20, 30, 24, 28),
        ("번호", "소재지", "지목", "면적(㎡)", "경영", "재배품목"),
        [*rows, ("", "합      계", "", f"{total:,}", "", "")],
        height=8,
        size=9.5,
    )
    y = _section(sheet, y + 5, "3. 공동경영주 및 종사자", shade)
    y = forms.table(
        sheet,
        16,
        y,
        (44, 44, 46, 44),
        ("구분", "성명", "생년월일", "등록일"),
        [("공동경영주", people.name(rng), people.birth(rng, "1952-01-01", "1972-12-31"), pad.get("acquired_on"))],
        height=8,
        size=9.5,
    )
    sheet.text(105, max(y + 18, 196), "위와 같이 농업경영체로 등록되어 있음을 확인합니다.", size=12.5, align="center")
    pad.put(105, max(y + 32, 210), "issued_on", dates.korean, size=12.5, align="center")
    conferred(pad, sheet, max(y + 52, 232), size=16, over=2)
    sheet.line(16, 258, 194, 258, pen=0.2)
    small_print(
        sheet,
        16,
        264,
        (
            "※ 이 확인서는 발급일 현재의 등록정보이며, 등록정보가 바뀐 때에는 변경등록을 하여야 합니다.",
            f"※ 발급담당 {people.name(rng)} ({people.phone(rng)})",
        ),
        width=140,
    )
    forms.code(sheet, 176, 260, 18, pad.get("number") or "0")
    ornaments.specimen_note(sheet)


def _section(sheet: Sheet, y: float, text: str, shade: tuple[int, int, int]) -> float:
    sheet.frame(16, y, 178, 7.5, pen=0.3, fill=shade)
    sheet.text(19, y + 5.3, text, size=10.5, bold=True)
    return y + 7.5


@layout("조합원증명서", "landscape-card")
def member(pad: Pad) -> None:
    """Half a page across with a woven border: label and value on dotted lines in two columns, share money in words."""
    rng = pad.rng
    sheet = pad.sheet(
        (210.0, 148.5), face=rng.choice(("nanum-myeongjo", "un-batang", "nanum-barun")), paper=(253, 253, 248)
    )
    ornaments.double_border(sheet, 7, rng.choice(((30, 96, 60), (36, 70, 120), (120, 84, 30))), gap=1.8, pen=1.1)
    ornaments.rosette(sheet, 105, 78, 34, (232, 238, 230), rng, rings=9)
    titled(pad, sheet, 105, 28, forms.spaced("조합원증명서"), size=22)
    rows = (
        (entry(pad, "조합원번호", "number"), entry(pad, "가입일자", "acquired_on", dates.dotted)),
        (entry(pad, "성    명", "name", bold=True), entry(pad, "생년월일", "birth_date", dates.dotted)),
        (
            Entry("납입출자금", f"금 {rng.randint(2, 19)},{rng.randint(100, 999)},000원정"),
            Entry("조합원구분", rng.choice(("정조합원", "조합원", "선출조합원"))),
        ),
    )
    y = 46.0
    for items in rows:
        for x, item in zip((22, 116), items, strict=True):
            sheet.text(x, y, item.label, size=10.5, colour=GREY)
            forms.put(sheet, x + 28, y, item, size=12.5, width=46)
            sheet.line(x + 26, y + 2, x + 76, y + 2, pen=0.2, colour=GREY, dash=0.5)
        y += 11.5
    sheet.text(22, y, "주    소", size=10.5, colour=GREY)
    sheet.text(50, y, pad.get("address"), size=12, width=140)
    sheet.line(48, y + 2, 192, y + 2, pen=0.2, colour=GREY, dash=0.5)
    sheet.text(105, y + 15, "위 사람은 본 조합의 조합원임을 증명합니다.", size=12.5, align="center")
    pad.put(105, y + 26, "issued_on", dates.korean, size=12, align="center")
    conferred(pad, sheet, y + 41, size=16, side=20, over=-1)
    ornaments.specimen_note(sheet, y=145.4)


@layout("가족관계증명서", "general")
def family_general(pad: Pad) -> None:
    """(일반): one table of all persons with relation, name, number and birth; 발행번호 at the upper right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "nanum-myeongjo", "un-batang")))
    ornaments.scattered_marks(sheet, "가족관계등록", (246, 246, 243))
    pad.put(194, 18, "number", before="발행번호 ", size=9, align="right")
    sheet.text(16, 18, f"({rng.randint(1, 1)}/1)", size=9)
    titled(pad, sheet, 105, 40, "가족관계증명서(일반)", size=22)
    y = labelled(
        sheet, 16, 52, (34, 144), ((Entry("등록기준지", pad.get("address")),),), height=11, size=11, align="left"
    )
    widths = (20, 24, 40, 44, 36, 14)
    people_rows = list(pad.values.get("relatives") or ())
    cells = ornaments.grid(sheet, 16, y + 6, widths, (9, *(13,) * (len(people_rows) + 1)), header=(238, 238, 238))
    heads = ("구분", "관계", "성    명", "주민등록번호", "출생연월일", "성별")
    for place, head in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, head, size=9.5)
    tail = pad.get("resident_tail")
    own = cells[1]
    for number, text in ((0, "본인"), (1, "-"), (5, "남" if tail[1:2] in ("1", "3") else "여")):
        ornaments.cell(sheet, own[number], text, size=10)
    ornaments.cell(sheet, own[2], pad.get("name"), size=11.5, field="name")
    six = pad.get("birth_date").replace("-", "")[2:]
    ornaments.cell(sheet, own[3], f"{six}{tail}" if six else "", size=10.5)
    forms.boxed(sheet, own[4], entry(pad, "", "birth_date", dates.dotted), size=10.5, align="center")
    for line, (kind, name, birth, sex) in zip(cells[2:], people_rows, strict=True):
        number = birth.replace("-", "")[2:] + people.resident_tail(rng, birth, hidden=True, sex=sex)
        for place, text in zip(line, ("가족", kind, name, number, dates.dotted(birth), sex), strict=True):
            ornaments.cell(sheet, place, text, size=10.5)
    y = y + 15 + 13 * (len(people_rows) + 1)
    sheet.text(105, y + 8, "= 이하 여백 =", size=9.5, align="center")
    sheet.lines(
        22,
        186,
        "위 가족관계증명서(일반)는 가족관계등록부의 기록사항과 틀림없음을 증명합니다.",
        width=166,
        leading=8,
        size=12,
    )
    pad.put(105, 206, "issued_on", dates.korean_short, size=13, align="center")
    end = pad.put(105, 226, "issuer", size=14, bold=True, align="center", width=132)
    sheet.picture(min(end - 6, 178), 213, 22, 22, seals.square("전산운영책임관의인", 22, rng))
    sheet.line(16, 250, 194, 250, pen=0.2)
    small_print(
        sheet,
        16,
        256,
        (
            f"발급시각 {rng.randint(9, 17)}시 {rng.randint(1, 59)}분   신청인 {people.name(rng)}",
            "※ 이 증명서의 진위 여부는 발행번호로 발급일부터 3개월까지 확인할 수 있습니다.",
        ),
        width=176,
        size=8.5,
    )
    ornaments.specimen_note(sheet)
