"""Further papers of farms and forests in the fourth series: a village's statement, notices, awards, days worked."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.fourth.evidence_forms import heading, issued_by
from specimens.layouts.countryside import plots
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour

_LEAF: Colour = (52, 104, 52)
_EARTH: Colour = (120, 84, 40)


@layout("경작사실확인서", "neighbours-sign")
def tilling_neighbours(pad: Pad) -> None:
    """A statement: person in lines, plots in a table, two neighbours who sign, and the head of the village below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "un-batang", "nanum-gothic", "baekmuk-batang")))
    pad.put(22, 20, "number", before="확인번호 ", size=9.5)
    heading(pad, sheet, 40, rng.choice(("경작사실 확인서", "경 작 사 실 확 인 서")), size=22)
    style = rng.choice((dates.dotted_wide, dates.korean_short, words.parted))
    y = words.steps(
        sheet,
        24,
        58,
        (
            (entry(pad, "경작자", "name", bold=True), 9),
            (entry(pad, "생년월일", "birth_date", style), 9),
            (Entry("주소", pad.get("address")), 9),
            (entry(pad, "경작 시작", "acquired_on", style, after=" 부터 현재까지"), 9),
        ),
    )
    rows = [(str(number), *plot) for number, plot in enumerate(plots(rng, rng.randint(2, 4)), 1)]
    y = forms.table(
        sheet, 22, y + 1, (14, 66, 22, 34, 30), ("순", "농지 소재지", "지목", "면적(㎡)", "작물"), rows, height=8.5
    )
    sheet.text(22, y + 14, "위 사람이 위 농지를 실제로 경작하고 있음을 확인합니다.", size=12.5)
    for place in range(2):
        line = y + 28 + 10 * place
        neighbour = people.name(rng)
        sheet.text(34, line, f"인우 확인인 {place + 1}   {rng.randint(1, 40)}번지   {neighbour}", size=11.5)
        sheet.text(176, line, "(서명 또는 인)", size=10, align="right")
        sheet.picture(164, line - 7, 9, 11, seals.personal(neighbour, 9, rng))
    pad.put(105, y + 62, "issued_on", style, size=12.5, align="center")
    issued_by(pad, sheet, y + 80, size=17, side=17)
    sheet.line(22, 262, 188, 262, pen=0.2)
    sheet.text(22, 268, "붙임  토지대장 1부.  끝.", size=9.5)
    ornaments.specimen_note(sheet)


@layout("쌀전업농육성대상자확인서", "notice-of-selection")
def rice_notice(pad: Pad) -> None:
    """A branch of the corporation: letterhead, table with labels left, conditions numbered in long notes."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "nanum-gothic", "un-dotum", "baekmuk-dotum")))
    sheet.picture(20, 12, 14, 14, adornments.emblem(14, (0, 110, 170), rng))
    sheet.text(37, 21, "한국농어촌공사", size=15, bold=True, colour=(0, 90, 150))
    sheet.text(190, 21, "농지은행부", size=9.5, align="right", colour=draw.GREY)
    sheet.frame(20, 29, 170, 1.2, pen=0, fill=(0, 130, 90))
    heading(pad, sheet, 50, rng.choice(("쌀전업농 육성대상자 확인서", "쌀전업농육성대상자 확인서")), size=19)
    style = rng.choice((dates.dotted_wide, dates.dashed, words.short_dots))
    rows = (
        ("관리번호", entry(pad, "", "number")),
        ("성    명", entry(pad, "", "name", bold=True)),
        ("생년월일", entry(pad, "", "birth_date", style)),
        ("주    소", Entry("", pad.get("address"))),
        ("선정일자", entry(pad, "", "acquired_on", style)),
        ("경영규모", Entry("", f"{rng.uniform(2, 9):.1f}ha (벼 재배)")),
    )
    y = draw.table(
        sheet, 20, 62, (40, 130), (11.5,) * 6, rows, size=12, label_size=11, shade=(230, 242, 238),
        shade_columns=(0,), align="left", colour=(90, 130, 120),
    )  # fmt: skip
    sheet.text(
        105, y + 22, "위 사람은 쌀전업농 육성대상자로 선정되어 관리하고 있음을 확인합니다.", size=12, align="center"
    )
    pad.put(105, y + 40, "issued_on", style, size=12.5, align="center")
    issued_by(pad, sheet, y + 62, size=18, side=22)
    words.footnotes(
        sheet,
        20,
        236,
        (
            "육성대상자는 농지매매사업, 농지임대차사업 등 농지은행사업의 우선 지원 대상이 됩니다.",
            "3년 이상 벼를 재배하지 아니하거나 경영규모가 기준에 미달하는 경우 육성대상자에서 제외될 수 있습니다.",
            f"담당 {people.name(rng)} 과장, 전화 {people.phone(rng)}",
        ),
        width=170,
        size=8.5,
    )
    ornaments.specimen_note(sheet)


@layout("후계자및독립가증명서", "ticked-kinds")
def successor_ticked(pad: Pad) -> None:
    """A county's form: which kind is ticked, photograph at the right, facts under small labels, what was planted."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-dotum", "baekmuk-batang", "noto-serif")))
    sheet.text(18, 17, "■ 임업 및 산촌 진흥촉진에 관한 법률 시행규칙 [별지 서식]", size=8)
    heading(pad, sheet, 40, rng.choice(("후계자 및 독립가 증명서", "임업후계자 및 독립가 증명서")), size=21)
    kinds = rng.choice(("■ 임업후계자   □ 독립가", "□ 임업후계자   ■ 독립가"))
    sheet.text(105, 52, kinds, size=12.5, align="center")
    ornaments.photo_box(sheet, 156, 64, rng)
    style = rng.choice((dates.dotted_wide, dates.korean_short, words.spaced_dots))
    cards = (
        (22, 70, entry(pad, "성명", "name", bold=True)),
        (88, 70, entry(pad, "생년월일", "birth_date", style)),
        (22, 88, entry(pad, "증명번호", "number", before="제 ", after=" 호")),
        (88, 88, entry(pad, "선정(인정)일", "acquired_on", style)),
    )
    for x, top, item in cards:
        draw.card(sheet, x, top, item, size=13, label_size=8.5, gap=7.5, width=60, colour=_EARTH)
        sheet.line(x, top + 10.5, x + 56, top + 10.5, pen=0.15, colour=draw.PALE)
    sheet.text(22, 114, f"주소  {pad.get('address')}", size=11.5)
    woods = [
        (
            f"산 {rng.randint(2, 180)}-{rng.randint(1, 9)}",
            f"{rng.uniform(1, 30):.1f}",
            rng.choice(("소나무", "낙엽송", "편백", "밤나무")),
            rng.choice(("자기 소유", "국유림 대부")),
        )
        for _ in range(rng.randint(2, 3))
    ]
    y = forms.table(
        sheet,
        20,
        122,
        (50, 34, 46, 40),
        ("산림 소재지", "면적(ha)", "주요 수종", "구분"),
        woods,
        height=9,
        header=(242, 238, 228),
    )
    sheet.text(
        105, y + 24, "「임업 및 산촌 진흥촉진에 관한 법률」 제2조에 따라 위와 같이 증명합니다.", size=12, align="center"
    )
    pad.put(105, y + 44, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 68, size=20, side=23)
    ornaments.specimen_note(sheet)


@layout("신지식임업인인증서", "green-award-across")
def forester_award(pad: Pad) -> None:
    """An award across between two green bands: number and person at the left, what it is for in a sentence."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("un-batang", "nanum-myeongjo", "noto-serif", "baekmuk-batang")),
        paper=(252, 254, 249),
    )  # fmt: skip
    sheet.picture(0, 0, 297, 13, adornments.shine(297, 13, _LEAF, (150, 190, 110)))
    sheet.picture(0, 197, 297, 13, adornments.shine(297, 13, (150, 190, 110), _LEAF))
    adornments.vine(sheet, 22, 20, 190, 9, (130, 168, 110))
    pad.put(40, 32, "number", before="인증 제 ", after=" 호", size=12.5)
    heading(pad, sheet, 56, rng.choice(("신지식임업인 인증서", "신 지 식 임 업 인 인 증 서")), size=30)
    style = rng.choice((dates.korean_short, dates.korean))
    items = (entry(pad, "성    명", "name", bold=True), entry(pad, "생년월일", "birth_date", style))
    forms.inline(sheet, 168, 78, items, step=10, room=80, label_room=28, size=14)
    field = rng.choice(("산채 재배 기술의 보급", "목재 가공 기법의 개발", "임산물 유통의 개선"))
    runs = (
        "위 사람은 창의적인 발상과 지식으로 ",
        f"{field}에 이바지한 공이 크므로 ",
        sentences.run(pad, "acquired_on", style),
        " 신지식임업인으로 선정되었기에 이를 인증합니다.",
    )
    sentences.write(sheet, 48, 114, runs, width=205, leading=13, size=17)
    pad.put(148.5, 154, "issued_on", style, size=14, align="center")
    issued_by(pad, sheet, 180, size=26, side=25)
    ornaments.specimen_note(sheet, y=206)


@layout("영림단원확인서", "days-worked")
def woodsman_days(pad: Pad) -> None:
    """A forest office: person in one row of heads, days worked of each year, sentence with the day of entry."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-dotum", "baekmuk-gulim", "nanum-gothic", "nanum-barun")))
    sheet.text(20, 22, "산 림 청", size=14, bold=True, colour=_LEAF)
    pad.put(190, 22, "number", before="확인서번호  ", size=9.5, align="right")
    heading(pad, sheet, 46, rng.choice(("영림단원 확인서", "국유림영림단원 확인서")), size=21)
    style = rng.choice((dates.dotted, words.short_dots, dates.dotted_wide))
    rows: tuple[tuple[str | Entry, ...], ...] = (
        ("성  명", "생년월일", "소속 영림단", "등록일"),
        (
            entry(pad, "", "name", bold=True),
            entry(pad, "", "birth_date", style),
            Entry("", f"{rng.choice(('소백', '지리', '내장', '두타'))}영림단"),
            entry(pad, "", "acquired_on", style),
        ),
    )
    y = draw.table(
        sheet, 20, 58, (42, 42, 44, 42), (9, 14), rows, size=12, label_size=10, shade=(232, 240, 228), shade_rows=(0,)
    )
    sheet.text(20, y + 9, f"주소 : {pad.get('address')}", size=11)
    year = int((pad.get("issued_on") or "2019-11-20")[:4])
    work = [
        (
            f"{year - back}년",
            f"{rng.randint(92, 214)}일",
            rng.choice(("숲가꾸기", "조림", "벌채 · 집재")),
            f"{rng.randint(8, 60)}ha",
        )
        for back in (2, 1, 0)
    ]
    y = forms.table(
        sheet,
        20,
        y + 16,
        (34, 40, 56, 40),
        ("연도", "작업일수", "사업 종류", "작업 면적"),
        work,
        height=9,
        header=(232, 240, 228),
    )
    sheet.text(105, y + 24, "위 사람은 국유림영림단에 소속되어 산림사업에 종사하는", size=13, align="center")
    sheet.text(105, y + 33, "단원임을 확인합니다.", size=13, align="center")
    pad.put(105, y + 54, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 78, size=20, side=23)
    ornaments.specimen_note(sheet)
