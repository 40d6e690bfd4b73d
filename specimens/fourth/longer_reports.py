"""Reports of other shapes (NEW_TEPS, TEPS, BCT, FLEX_FR): two pages, an app's page, a system's listing, a sleeve."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import plastic_sleeve
from specimens.layouts.teps import SECTIONS, TOPS
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import day_styles, screens

_BLUE = (28, 70, 140)
_WINE = (120, 30, 50)
_SKY = (0, 122, 190)
_APP = (98.0, 212.0)
_KOREAN = {"listening": "청해", "vocabulary": "어휘", "grammar": "문법", "reading": "독해"}
_GUIDE = (
    (
        "1. 점수의 뜻",
        "NEW TEPS의 총점은 0점에서 600점까지이며, 청해와 독해는 각 240점, 어휘와 문법은 각 60점을 만점으로 합니다.",
    ),
    ("2. 등급", "등급은 총점에 따라 1+급부터 5급까지 10개로 나뉘며, 각 등급의 점수 구간은 별도로 공지합니다."),
    ("3. 유효기간", "성적은 시험일로부터 2년이 되는 날까지 유효합니다. 기간이 지난 성적표는 다시 발급하지 않습니다."),
    ("4. 제출", "기관에 제출하실 때에는 다음 쪽(2/2)의 성적표만 제출하셔도 됩니다. 이 쪽은 안내문입니다."),
    ("5. 문의", "성적에 이의가 있는 응시자는 성적 발표일로부터 14일 이내에 서면으로 이의를 신청하실 수 있습니다."),
)


@layout("NEW_TEPS", "guide-and-report")
def guide_and_report(pad: Pad) -> None:
    """Two pages: a letter that explains the report and holds no value but the name, then the report as lines."""
    rng = pad.rng
    face = rng.choice(("noto-serif", "un-batang", "nanum-myeongjo", "un-dotum"))
    sheet = pad.sheet(A4, face=face)
    sheet.text(22, 26, "서울대학교 TEPS관리위원회", size=13, bold=True, colour=_BLUE)
    sheet.text(188, 26, "1 / 2", size=9, align="right")
    sheet.line(22, 30, 188, 30, pen=0.5, colour=_BLUE)
    pad.put(22, 46, "name", size=13, bold=True, after=" 님께")
    sheet.text(158, 46, "수험번호", size=11, align="right")
    pad.put(188, 46, "registration_no", size=11, align="right")
    sheet.text(22, 58, "NEW TEPS 성적표 안내", size=17, bold=True)
    y = 72.0
    for head, words in _GUIDE:
        sheet.text(22, y, head, size=12, bold=True)
        y = sheet.lines(28, y + 8, words, width=158, leading=7, size=11.5) + 6
    sheet.text(22, y + 8, f"문의 : TEPS 고객센터 {screens.hotline(rng)} (평일 09:00 ~ 18:00)", size=11)
    sheet.text(188, y + 26, "TEPS관리위원회 드림", size=12.5, align="right")
    ornaments.specimen_note(sheet)
    sheet = pad.sheet(A4, face=face)
    sheet.text(188, 20, "2 / 2", size=9, align="right")
    sheet.text(105, 38, "NEW TEPS 성적표", size=23, bold=True, align="center", colour=_BLUE)
    style = rng.choice((dates.korean, dates.korean_short, dates.dotted_closed))
    items = (
        entry(pad, "이름(한글)", "name"),
        entry(pad, "이름(로마자)", "name_latin"),
        entry(pad, "태어난 날", "birth_date", style),
        entry(pad, "수험 번호", "registration_no"),
        Entry("시험 회차", f"제{pad.get('sitting')}회"),
        entry(pad, "시험 본 날", "test_date", style),
        entry(pad, "성적 만료일", "valid_until", style),
    )
    y = draw.led(sheet, 32, 58, items, to=178, step=9.5, size=12, width=100)
    sheet.line(32, y, 178, y, pen=0.3, colour=_BLUE)
    y += 12
    for part, top in zip(SECTIONS, TOPS["NEW_TEPS"], strict=True):
        sheet.text(44, y, _KOREAN[part], size=13)
        pad.put(124, y, f"sections.{part}", size=13.5, bold=True, align="right", after=" 점")
        sheet.text(132, y, f"({top}점 만점)", size=10, colour=draw.GREY)
        y += 10
    sheet.frame(36, y - 3, 138, 15, pen=0.5, colour=_BLUE)
    sheet.text(44, y + 6.4, "총점", size=14, bold=True)
    pad.put(124, y + 6.6, "score", size=16, bold=True, align="right", after=" 점")
    pad.put(168, y + 6.6, "rank", size=15, bold=True, align="right")
    sheet.text(105, y + 34, "위의 성적이 틀림없음을 증명합니다.", size=13, align="center")
    pad.put(105, y + 50, "issued_on", style, size=13, align="center")
    sheet.text(98, y + 68, "서울대학교 TEPS관리위원회", size=18, bold=True, align="center")
    sheet.picture(146, y + 54, 22, 22, seals.square("텝스관리위원회의인", 22, rng))
    ornaments.specimen_note(sheet)


@layout("TEPS", "page-of-an-app")
def page_of_an_app(pad: Pad) -> None:
    """성적 상세 of a telephone's program: total in a circle, sections as bars below, facts as pairs in one column."""
    rng = pad.rng
    sheet = pad.sheet(_APP, face=rng.choice(("noto-sans", "nanum-square", "nanum-round")))
    sheet.frame(0, 0, 98, 25, pen=0, fill=_SKY)
    sheet.text(6, 7, f"{rng.randint(8, 12)}:{rng.randint(10, 59)}", size=8.5, colour=draw.WHITE)
    sheet.text(92, 7, f"{rng.randint(20, 99)}%", size=8.5, align="right", colour=draw.WHITE)
    sheet.text(6, 19, "〈", size=13, colour=draw.WHITE)
    sheet.text(49, 19, "성적 상세", size=13, bold=True, align="center", colour=draw.WHITE)
    sheet.text(8, 36, f"제{pad.get('sitting')}회 TEPS 정기시험", size=12.5, bold=True)
    style = rng.choice((dates.dotted, day_styles.with_weekday, dates.dashed))
    pad.put(8, 43, "test_date", style, before="시험일 ", size=9.5)
    sheet.picture(30, 49, 38, 38, adornments.ring(38, _SKY))
    pad.put(49, 70, "score", size=27, bold=True, align="center", colour=_SKY)
    sheet.text(49, 78, "/ 990", size=8.5, align="center", colour=draw.GREY)
    pad.put(74, 62, "rank", size=17, bold=True, colour=_WINE)
    for place, (part, top) in enumerate(zip(SECTIONS, TOPS["TEPS"], strict=True)):
        y = 98 + place * 9
        sheet.text(8, y, _KOREAN[part], size=10.5)
        draw.gauge(sheet, 22, y - 3, 44, draw.share(pad.get(f"sections.{part}"), top), colour=_SKY)
        pad.put(79, y, f"sections.{part}", size=11.5, bold=True, align="right")
        sheet.text(81, y, f"/ {top}", size=8.5, colour=draw.GREY)
    items = (
        entry(pad, "응시자", "name"),
        entry(pad, "영문 이름", "name_latin"),
        entry(pad, "생년월일", "birth_date", rng.choice((dates.dotted, dates.dashed))),
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "유효기간", "valid_until", style, before="~ "),
        entry(pad, "성적표 발급", "issued_on", style),
    )
    sheet.frame(0, 132, 98, 3, pen=0, fill=(238, 240, 243))
    screens.list_rows(sheet, 8, 143, 82, items, step=8.6, size=10.5)
    screens.button(sheet, 8, 193, 40, 10, "성적표 신청", fill=(246, 247, 249))
    screens.button(sheet, 50, 193, 40, 10, "화면 저장", fill=_SKY)
    ornaments.specimen_note(sheet)


@layout("BCT", "listing-of-a-system")
def listing_of_a_system(pad: Pad) -> None:
    """성적 조회 내역 as a register prints it: one type of equal width, rows of dashes, labels with colons, codes."""
    rng = pad.rng
    sheet = pad.sheet(A4, face="nanum-coding")
    style = rng.choice((dates.slashed, dates.dashed, dates.dotted))
    sheet.text(18, 20, f"PGM-ID : BCT{rng.randint(100, 999)}R", size=9.5)
    pad.put(192, 20, "issued_on", style, before="출력일자 : ", size=9.5, align="right")
    sheet.text(105, 34, "B C T   개 인 별   성 적   확 인 서", size=16, align="center")
    sheet.text(105, 41, "(Business Chinese Test - BCT(B))", size=10.5, align="center")
    rule = "-" * 98
    sheet.text(18, 50, rule, size=10)
    left = (
        entry(pad, "성    명", "name"),
        entry(pad, "영 문 명", "name_latin"),
        entry(pad, "생년월일", "birth_date", style),
        Entry("국    적", "KOR"),
    )
    right = (
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "시험일자", "test_date", style),
        entry(pad, "발표일자", "announced_on", style),
        entry(pad, "성적번호", "report_no"),
    )
    forms.inline(sheet, 20, 59, left, step=8, room=56, label_room=24, size=11)
    forms.inline(sheet, 110, 59, right, step=8, room=56, label_room=24, size=11)
    sheet.text(18, 92, rule, size=10)
    for x, head in ((20, "영 역"), (74, "득 점"), (114, "만 점"), (148, "비 고")):
        sheet.text(x, 99, head, size=11)
    sheet.text(18, 105, rule, size=10)
    rows = (("듣 기 (LISTENING)", "sections.listening", "500"), ("독 해 (READING)", "sections.reading", "500"))
    for place, (head, field, top) in enumerate(rows):
        y = 113 + place * 8.5
        sheet.text(20, y, head, size=11)
        pad.put(86, y, field, size=11.5, align="right")
        sheet.text(126, y, top, size=11, align="right")
        sheet.text(148, y, "정상", size=11)
    sheet.text(18, 128.5, rule, size=10)
    sheet.text(20, 136, "합 계 (TOTAL)", size=11)
    pad.put(86, 136, "score", size=11.5, align="right", bold=True)
    sheet.text(126, 136, "1000", size=11, align="right")
    sheet.text(18, 143, rule, size=10)
    sheet.text(20, 156, "* 응시 이력 : 1 건     * 성적 상태 : 확정     * 부정행위 : 없음", size=10)
    sheet.text(20, 164, f"* 처리자 : {people.name(rng)} (내선 {rng.randint(200, 799)})", size=10)
    sheet.text(105, 192, "위 내용은 전산 자료와 같음을 확인합니다.", size=12.5, align="center")
    sheet.text(98, 214, "BCT 한국사업본부", size=17, align="center")
    sheet.picture(130, 200, 22, 22, seals.square("비씨티한국사업본부인", 22, rng))
    sheet.text(18, 282, "** END OF REPORT **", size=9)
    ornaments.specimen_note(sheet)


@layout("FLEX_FR", "sentence-in-a-sleeve")
def sentence_in_a_sleeve(pad: Pad) -> None:
    """인증서 photographed in its sleeve: one sentence with all points, the president and the director below."""
    rng = pad.rng
    face = rng.choice(("un-gungseo", "un-batang", "noto-serif", "nanum-myeongjo"))
    sheet = plastic_sleeve.lying(pad, (234.0, 320.0), (17, 12, 11, 12), face=face, page=(254, 252, 244))
    for inset, pen in ((24.0, 1.2), (26.5, 0.3)):
        sheet.frame(inset, inset - 5, 240 - 2 * inset, 330 - 2 * inset, pen=pen, colour=_WINE)
    pad.put(36, 40, "serial_no", before="제 FLEX-", after=" 호", size=11)
    sheet.text(120, 66, "외국어능력인증서", size=29, bold=True, align="center", tracking=1.5)
    sheet.text(120, 75, "FLEX 프랑스어", size=14, align="center")
    style = rng.choice((dates.korean, dates.korean_short))
    items = (
        entry(pad, "성      명", "name", draw.wide),
        entry(pad, "(로마자)", "name_latin"),
        entry(pad, "생년월일", "birth_date", style),
        entry(pad, "수험번호", "registration_no"),
    )
    forms.inline(sheet, 40, 96, items, step=9.5, room=110, label_room=32, size=13.5)
    run = sentences.run
    words = (
        "위 사람은 본 대학교가 ",
        run(pad, "test_date", style),
        f" 시행한 제{pad.get('sitting')}회 FLEX 정기시험 프랑스어에서 듣기 ",
        run(pad, "sections.listening", bold=True),
        "점, 읽기 ",
        run(pad, "sections.reading", bold=True),
        "점, 합계 ",
        run(pad, "score", bold=True),
        "점을 취득하여 ",
        run(pad, "rank", bold=True),
        " 등급에 해당하는 프랑스어 능력이 있음을 인증함.",
    )
    y = sentences.write(sheet, 40, 148, words, width=158, leading=12, size=17)
    pad.put(40, y + 4, "valid_until", style, before="(유효기간 : ", after="까지)", size=12)
    pad.put(120, 232, "issued_on", style, size=15, align="center")
    head = people.name(rng)
    sheet.text(110, 254, f"한국외국어대학교 총장  {draw.wide(head)}", size=18, bold=True, align="center")
    sheet.picture(174, 240, 24, 24, seals.square("한국외국어대학교총장", 24, rng))
    sheet.text(120, 280, "FLEX센터장  " + people.name(rng), size=12, align="center")
    plastic_sleeve.sleeve(sheet, rng)
    ornaments.specimen_note(sheet, x=220, y=305)
