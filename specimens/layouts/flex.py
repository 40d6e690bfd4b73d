"""FLEX score reports of French and Spanish (FLEX_FR, FLEX_ES) by 한국외국어대학교: 듣기 and 읽기, grade 1A–3C."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, scores, seals
from specimens.filling import Filling
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

LANGUAGES = {"FLEX_FR": ("프랑스어", "French"), "FLEX_ES": ("스페인어", "Spanish")}
GRADES = (
    ("1A", 941), ("1B", 891), ("1C", 841), ("2A", 771), ("2B", 701), ("2C", 631), ("3A", 561), ("3B", 491),
    ("3C", 401), ("등급외", 0),
)  # fmt: skip
_NAVY = (18, 44, 92)
_GREY = (104, 108, 118)


@realistic("language", "FLEX_FR", "FLEX_ES")
def report(filling: Filling) -> None:
    """듣기 and 읽기 add up to a total of 1,000: 400 + 600 on some papers, 500 + 500 on others."""
    rng = filling.rng
    filling.take("test", lambda: filling.paper)
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-12", "2019-08-18")) or "2018-05-20"
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    listening = 400 if rng.random() < 0.3 or int(filling.values.get("sections.reading") or 0) > 500 else 500
    if int(filling.values.get("sections.listening") or 0) > 400:
        listening = 500
    scores.fill(filling, {"listening": listening, "reading": 1000 - listening}, lambda: rng.gauss(0.66, 0.13))
    filling.take("top.listening", lambda: str(listening))
    filling.take("top.reading", lambda: str(1000 - listening))
    filling.take("rank", lambda: grade(int(filling.values["score"] or 0)))
    filling.take("registration_no", lambda: f"{rng.randrange(10**7, 10**8)}")
    filling.take("sitting", lambda: str(rng.randint(58, 71)))
    filling.take("serial_no", lambda: f"{taken[:4]}-{rng.randrange(10**6):06d}")
    filling.take("issued_on", lambda: dates.since_notice(rng, taken, 18, 480))


def grade(score: int) -> str:
    """The grade of a total: 701–770 is 2B."""
    return next(name for name, least in GRADES if score >= least)


@layout("FLEX_FR", "score-report")
@layout("FLEX_ES", "score-report")
def score_report(pad: Pad) -> None:
    """성적표 with the language in the head and in the table, scores in a row, the grades of all totals below."""
    rng = pad.rng
    korean, english = _language(pad)
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "baekmuk-gulim", "nanum-square")))
    ornaments.wave_ground(sheet, 14, 40, 182, 236, (236, 240, 248), rng, pitch=3.2)
    sheet.text(18, 28, "FLEX", size=30, face="serif-bold", colour=_NAVY)
    sheet.text(52, 28, f"외국어능력시험 성적표 ({korean})", size=17, bold=True, colour=_NAVY)
    sheet.text(192, 34, f"Foreign Language Examination - {english}", size=9, face="sans", align="right", colour=_GREY)
    sheet.line(18, 37, 192, 37, pen=0.7, colour=_NAVY)
    ornaments.photo_box(sheet, 162, 43, rng)
    items = (
        entry(pad, "성명", "name"),
        entry(pad, "영문성명", "name_latin"),
        entry(pad, "생년월일", "birth_date", dates.dotted),
        entry(pad, "수험번호", "registration_no"),
        Entry("시험언어", korean),
        entry(pad, "시험일자", "test_date", dates.dotted),
        entry(pad, "유효기간", "valid_until", dates.dotted, after=" 까지"),
    )
    forms.inline(sheet, 20, 50, items, step=7.4, room=92, label_room=32, size=11)
    cells = ornaments.grid(sheet, 20, 106, (42.5,) * 4, (10, 17, 8), header=(230, 236, 247), colour=_NAVY)
    columns = (
        ("듣기", "sections.listening", f"만점 {pad.get('top.listening')}"),
        ("읽기", "sections.reading", f"만점 {pad.get('top.reading')}"),
        ("총점", "score", "만점 1000"),
        ("등급", "rank", "1A ~ 3C"),
    )
    for column, (label, field, note) in enumerate(columns):
        ornaments.cell(sheet, cells[0][column], label, size=11, bold=True)
        ornaments.cell(sheet, cells[1][column], pad.get(field), size=18, bold=True, field=field)
        ornaments.cell(sheet, cells[2][column], note, size=8.5, colour=_GREY)
    sheet.text(20, 152, "총점별 등급", size=10, bold=True)
    rows = [[f"{least}~{_above(name)}" for name, least in GRADES[:-1]]]
    forms.table(sheet, 20, 155, (18.9,) * 9, [name for name, _ in GRADES[:-1]], rows, height=8, size=8)
    sheet.text(20, 182, "※ 말하기·쓰기 성적은 별도의 성적표로 발급합니다.", size=9, colour=_GREY)
    sheet.text(20, 189, f"※ 제{pad.get('sitting')}회 정기시험", size=9, colour=_GREY)
    pad.put(20, 206, "serial_no", before="발급번호 : ", size=9.5)
    pad.put(105, 226, "issued_on", dates.korean, size=12.5, align="center")
    sheet.text(100, 246, "한국외국어대학교 FLEX센터", size=18, bold=True, align="center")
    sheet.picture(147, 233, 21, 21, seals.square("한국외국어대학교플렉스센터", 21, rng))
    ornaments.specimen_note(sheet)


@layout("FLEX_FR", "certificate")
@layout("FLEX_ES", "certificate")
def certificate(pad: Pad) -> None:
    """FLEX 성적증명서: bilingual labels in one ruled table, the total in a sentence below."""
    rng = pad.rng
    korean, english = _language(pad)
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang", "un-shinmun")))
    ornaments.woven_border(sheet, 10, 6, (96, 116, 160))
    sheet.text(105, 44, "FLEX 성적증명서", size=26, bold=True, align="center")
    sheet.text(105, 53, "Certificate of FLEX Score", size=12, face="serif-italic", align="center")
    pad.put(30, 68, "serial_no", before="제 ", after=" 호", size=10.5)
    end = forms.ruled(
        sheet, 28, 73, 154,
        (
            (entry(pad, "성명 Name", "name"), entry(pad, "영문 English", "name_latin")),
            (
                entry(pad, "생년월일 Birth", "birth_date", dates.korean),
                entry(pad, "수험번호 No.", "registration_no"),
            ),
            (Entry("언어 Language", f"{korean}({english})"), entry(pad, "시험일자 Date", "test_date", dates.korean)),
            (
                entry(pad, "듣기 Listening", "sections.listening"),
                entry(pad, "읽기 Reading", "sections.reading"),
            ),
            (entry(pad, "총점 Total", "score", bold=True), entry(pad, "등급 Grade", "rank", bold=True)),
        ),
        label=34, height=13, size=11, label_size=9.5, header=(238, 241, 247),
    )  # fmt: skip
    tops = f"듣기 {pad.get('top.listening')}점, 읽기 {pad.get('top.reading')}점, 총 1000점 만점"
    sheet.text(28, end + 8, f"({tops})", size=9.5, colour=_GREY)
    pad.put(28, end + 16, "valid_until", dates.korean, before="유효기간 : ", size=10)
    sheet.text(105, 186, "위 사람의 FLEX 시험 성적을 증명함.", size=14, align="center")
    pad.put(105, 212, "issued_on", dates.korean_short, size=13, align="center")
    sheet.text(100, 238, "한국외국어대학교 총장", size=20, bold=True, align="center")
    sheet.picture(142, 223, 24, 24, seals.square("한국외국어대학교총장의인", 24, rng))
    ornaments.specimen_note(sheet)


def _language(pad: Pad) -> tuple[str, str]:
    return LANGUAGES["FLEX_ES" if pad.get("test") == "FLEX_ES" else "FLEX_FR"]


def _above(name: str) -> int:
    """The highest total of a grade."""
    names = [grade for grade, _ in GRADES]
    place = names.index(name)
    return 1000 if place == 0 else GRADES[place - 1][1] - 1
