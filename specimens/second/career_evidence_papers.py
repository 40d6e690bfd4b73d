"""Evidence papers of offices: a form with side labels, a machine's print, a letter.

취업지원대상자증명서, 장애인증명서, 국민기초생활수급자증명서.
"""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry, resident
from specimens.registry import Pad, layout
from specimens.second.career_vocabulary import GREY, labelled, small_print
from specimens.sheet import A4, BLACK, Colour, Sheet

_NAVY: Colour = (28, 52, 98)


def titled(
    pad: Pad,
    sheet: Sheet,
    x: float,
    y: float,
    printed: str,
    *,
    size: float,
    align: str = "center",
    colour: Colour = BLACK,
    face: str | None = None,
    width: float = 170.0,
) -> None:
    """The paper's name as it heads the sheet, with its truth."""
    sheet.text(
        x,
        y,
        printed,
        size=size,
        bold=True,
        align=align,
        colour=colour,
        face=face,
        width=width,
        field="title",
        value=pad.get("title"),
    )


def conferred(
    pad: Pad,
    sheet: Sheet,
    y: float,
    *,
    x: float = 105.0,
    size: float = 17.0,
    align: str = "center",
    side: float = 23.0,
    over: float = 3.0,
    width: float = 140.0,
) -> None:
    """Who issues it, and a square red seal on or beside the last signs."""
    end = pad.put(x, y, "issuer", size=size, bold=True, align=align, width=width)
    signs = pad.get("issuer").replace(" ", "")
    sheet.picture(
        min(end - over, sheet.width - side - 8),
        y - side * 0.66,
        side,
        side,
        seals.square(f"{signs[-8:] or '기관장'}인", side, pad.rng),
    )


def upright(
    sheet: Sheet,
    left: float,
    top: float,
    width: float,
    height: float,
    text: str,
    *,
    size: float = 10.5,
    shade: Colour | None = None,
) -> None:
    """A label whose signs stand under one another."""
    sheet.frame(left, top, width, height, pen=0.3, fill=shade)
    step = min(height / len(text), size * 0.5)
    y = top + (height - step * len(text)) / 2
    for sign in text:
        ornaments.cell(sheet, (left, y, width, step), sign, size=size)
        y += step


@layout("취업지원대상자증명서", "side-label-form")
def employment_form(pad: Pad) -> None:
    """An older form: title in the frame's head, 대상자 and 유공자 as upright labels, the rate in a sentence."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-batang", "baekmuk-gulim")))
    sheet.text(20, 20, "[별지 제23호서식]", size=8.5)
    cells = ornaments.grid(sheet, 20, 24, (48, 122 - 44, 44), (20,), edge=0.5)[0]
    sheet.text(23, 32, "발급번호", size=8.5, colour=GREY)
    sheet.text(23, 39, f"{pad.get('issued_on')[:4]}-{rng.randrange(10**5):05d}", size=10)
    titled(pad, sheet, cells[1][0] + cells[1][2] / 2, 36.5, "취업지원 대상자 증명서", size=17, width=74)
    sheet.text(cells[2][0] + 3, 32, "처리기간", size=8.5, colour=GREY)
    sheet.text(cells[2][0] + 22, 39, "즉  시", size=10, align="center")
    upright(sheet, 20, 44, 12, 33, "대상자", shade=rng.choice((None, (240, 240, 240))))
    y = labelled(
        sheet,
        32,
        44,
        (30, 50, 30, 48),
        (
            (entry(pad, "성     명", "name"), entry(pad, "생년월일", "birth_date", dates.korean)),
            (entry(pad, "보훈번호", "number"), Entry("관     계", rng.choice(("본인", "자녀", "배우자")))),
        ),
        height=11,
        size=10.5,
        edge=0.3,
    )
    y = labelled(
        sheet,
        32,
        y,
        (30, 128),
        ((Entry("주     소", pad.get("address")),),),
        height=11,
        size=10.5,
        edge=0.3,
        align="left",
    )
    upright(sheet, 20, y, 12, 22, "유공자")
    y = labelled(
        sheet,
        32,
        y,
        (30, 50, 30, 48),
        (
            (
                Entry("성     명", pad.get("veteran")),
                Entry("생년월일", dates.korean(people.birth(rng, "1945-01-01", "1968-12-31"))),
            ),
            (
                Entry("대상구분", rng.choice(("전상군경", "공상군경", "무공수훈자"))),
                Entry("상이등급", f"{rng.randint(1, 7)}급"),
            ),
        ),
        height=11,
        size=10.5,
        edge=0.3,
    )
    upright(sheet, 20, y, 12, 24, "가점")
    sheet.frame(32, y, 158, 24, pen=0.3)
    sheet.text(
        36, y + 9, "「국가유공자 등 예우 및 지원에 관한 법률」 제31조에 따라 채용시험의 각 과목별", size=10.5, width=150
    )
    pad.put(36, y + 18, "rate", before="만점의  ", after=" % 를 가산하는 대상자", size=10.5)
    sheet.text(36, y + 42, "위 사람은 위와 같이 취업지원 대상자임을 증명합니다.", size=13)
    pad.put(105, y + 62, "issued_on", dates.korean_short, size=13, align="center")
    conferred(pad, sheet, y + 86, size=19)
    sheet.line(20, 262, 190, 262, pen=0.3)
    small_print(sheet, 20, 267, ("※ 유효기간 : 발급일부터 6개월", "210㎜×297㎜ (보존용지(2종) 70g/㎡)"), width=160)
    ornaments.specimen_note(sheet)


@layout("장애인증명서", "kiosk")
def disability_kiosk(pad: Pad) -> None:
    """An issuing machine's print: dark bar, small labels above the values in boxes, number and day at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-square", "un-dotum", "noto-sans")))
    ornaments.wave_ground(sheet, 12, 50, 186, 190, (226, 236, 232), rng)
    sheet.frame(12, 14, 186, 20, pen=0, fill=rng.choice((_NAVY, (60, 60, 66), (24, 88, 72))))
    titled(pad, sheet, 18, 27.5, "장 애 인 증 명 서", size=20, align="left", colour=(255, 255, 255), width=110)
    sheet.text(192, 26.5, f"무인민원발급기 {rng.randint(100, 999)}호기", size=9, align="right", colour=(255, 255, 255))
    top = 46.0
    for items in (
        (entry(pad, "성명 (Name)", "name", bold=True), resident(pad, "주민등록번호 (Resident No.)")),
        (
            Entry("장애유형 (Type)", rng.choice(("지체장애", "청각장애", "시각장애", "신장장애"))),
            Entry("장애정도 (Degree)", rng.choice(("심하지 않은 장애", "심한 장애"))),
        ),
        (
            entry(pad, "장애등록일 (Date of Registration)", "acquired_on", dates.dotted),
            Entry("용도 (Purpose)", "취업용"),
        ),
        (Entry("주소 (Address)", pad.get("address")),),
    ):
        wide = (186 - 4 * (len(items) - 1)) / len(items)
        for number, item in enumerate(items):
            x = 12 + number * (wide + 4)
            sheet.frame(x, top, wide, 19, pen=0.25, colour=(120, 128, 136))
            sheet.text(x + 3, top + 5.5, item.label, size=7.5, colour=GREY)
            forms.put(sheet, x + 3, top + 14.5, item, size=13, width=wide - 6)
        top += 22.5
    sheet.text(
        105, top + 20, "「장애인복지법」 제32조에 따라 장애인으로 등록되었음을 증명합니다.", size=12.5, align="center"
    )
    pad.put(105, top + 40, "issued_on", dates.korean, size=14, align="center")
    conferred(pad, sheet, top + 62, size=18, side=24)
    sheet.line(12, 252, 198, 252, pen=0.6, colour=_NAVY)
    pad.put(14, 260, "number", before="발급번호  제 ", after=" 호", size=9.5)
    sheet.text(14, 266.5, f"발급시각  {rng.randint(9, 17):02d}시 {rng.randint(0, 59):02d}분   수수료 무료", size=9)
    small_print(
        sheet,
        14,
        273,
        ("※ 복사하거나 고친 것은 효력이 없습니다. 스캐너용 문서확인 바코드로 진위를 확인할 수 있습니다.",),
        width=120,
    )
    forms.code(sheet, 146, 257, 50, pad.get("number") or "0", kind="pdf417", height=12)
    ornaments.specimen_note(sheet)


@layout("국민기초생활수급자증명서", "letter")
def livelihood_letter(pad: Pad) -> None:
    """A town office's letter: its name on top, lines with dots to the values, household in a list, clerk and head."""
    rng = pad.rng
    face = rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang"))
    sheet = pad.sheet(A4, face=face)
    sheet.text(105, 24, "더불어 사는 따뜻한 복지", size=9, align="center", colour=GREY)
    sheet.line(22, 28, 188, 28, pen=0.25)
    pad.put(188, 36, "number", before="증명 제 ", after=" 호", size=10, align="right")
    titled(pad, sheet, 105, 56, rng.choice(("국민기초생활수급자증명서", "국민기초생활 수급자 증명서")), size=23)
    sheet.line(50, 59.5, 160, 59.5, pen=0.4)
    y = 80.0
    for item in (
        entry(pad, "1. 수급자 성명", "name", bold=True),
        entry(pad, "2. 생 년 월 일", "birth_date", dates.korean),
        Entry("3. 주       소", pad.get("address")),
        Entry("4. 보장급여", rng.choice(("생계급여 · 의료급여", "주거급여", "교육급여 · 주거급여"))),
        Entry("5. 보장결정일", dates.korean(dates.between(rng, "2011-01-10", "2018-12-01"))),
    ):
        end = sheet.text(30, y, item.label, size=13)
        sheet.line(end + 2, y - 0.4, 82, y - 0.4, pen=0.2, colour=GREY, dash=0.45)
        forms.put(sheet, 85, y, item, size=13, width=104)
        y += 12.5
    sheet.text(30, y, "6. 함께 보장받는 가구원", size=13)
    y += 9
    for relation, births in (("부", ("1952-01-01", "1966-12-31")), ("동생", ("1991-01-01", "2003-12-31"))):
        sheet.text(
            40, y, f"- {relation}  {people.name(rng)}  ({dates.dotted_wide(people.birth(rng, *births))} 생)", size=11.5
        )
        y += 8
    sheet.lines(
        30,
        y + 12,
        "위 사람은 「국민기초생활 보장법」에 따른 수급자로 보장받고 있음을 증명합니다.",
        width=150,
        leading=9,
        size=13.5,
    )
    pad.put(105, y + 44, "issued_on", dates.korean_short, size=14, align="center")
    conferred(pad, sheet, y + 66, size=20, side=25, over=-2)
    clerk = (
        f"담당자 {rng.choice(('사회복지과', '복지정책과', '주민복지팀'))} {people.name(rng)}   전화 {people.phone(rng)}"
    )
    sheet.text(30, 278, clerk, size=9)
    ornaments.specimen_note(sheet)
