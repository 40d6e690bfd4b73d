"""Tests of Korean (KBS_KOREAN, TOKL) in the fourth series: bars in a second column, a halved sheet, a fax, a badge."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.layouts import kbs, tokl
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour

_SKY: Colour = (0, 92, 170)
_PINE: Colour = (36, 92, 60)
_KBS_AREAS = ("어휘", "어법", "이해", "표현", "창안", "국어문화")


@layout("KBS_KOREAN", "two-columns-with-bars")
def two_columns_with_bars(pad: Pad) -> None:
    """성적표 겸 자격증 across: person, grade and days at the left, upright bars of six areas at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-gothic", "un-dotum", "noto-sans", "baekmuk-gulim")))
    draw.banner(
        sheet,
        0,
        0,
        297,
        16,
        "KBS Korean Language Test   성적표 겸 자격 인증서",
        fill=_SKY,
        size=12,
        face="nanum-gothic",
    )
    style = rng.choice((dates.dotted, words.short_dots, dates.dotted_closed, dates.slashed))
    pad.put(16, 32, "title", size=19, bold=True)
    sheet.text(
        16, 39, f"제{pad.get('sitting')}회 정기시험 ({pad.date('taken_on', style)} 시행)", size=9.5, colour=draw.GREY
    )
    rows = (
        ("수험자", entry(pad, "", "name", bold=True)),
        ("생년월일", entry(pad, "", "birth_date", style)),
        ("인증번호", entry(pad, "", "number")),
        ("총    점", Entry("", f"{pad.get('raw_score')}점 / 990점")),
        ("취득일자", entry(pad, "", "acquired_on", style)),
        ("유효일자", entry(pad, "", "valid_until", style, after=" 까지")),
        ("발행일자", entry(pad, "", "issued_on", style)),
    )
    y = draw.table(
        sheet, 16, 46, (32, 96), (10.5,) * 7, rows, size=12, label_size=10, shade=(226, 238, 250),
        shade_columns=(0,), colour=(120, 150, 184), align="left",
    )  # fmt: skip
    sheet.frame(16, y + 6, 128, 24, pen=0.6, colour=_SKY, fill=(246, 250, 255))
    sheet.text(24, y + 20, "등급", size=13, bold=True, colour=_SKY)
    pad.put(86, y + 22.5, "grade", size=27, bold=True, align="center")
    sheet.text(24, y + 40, "위와 같이 자격을 취득하였음을 증명합니다.", size=12)
    pad.put(132, y + 58, "issuer", after=" 사장", size=16, bold=True, align="right")
    sheet.picture(126, y + 46, 19, 19, seals.square("한국방송공사사장의인", 19, rng))
    sheet.line(152, 26, 152, 198, pen=0.2, colour=draw.PALE)
    sheet.text(160, 34, "영역별 성취도", size=13, bold=True)
    share = int(pad.get("raw_score") or 700) / 990
    got = [min(0.99, max(0.2, share + rng.uniform(-0.16, 0.16))) for _ in _KBS_AREAS]
    bars = [(area, part, str(round(100 * part))) for area, part in zip(_KBS_AREAS, got, strict=True)]
    words.bars(sheet, 162, 104, bars, step=20, height=56, colour=(90, 160, 216))
    bands = [(grade, f"{least}~{most}", f"상위 {rank}% 내외") for (grade, (least, most)), rank in zip(
        kbs.GRADES.items(), (2, 5, 12, 26, 42, 68, 84), strict=True)]  # fmt: skip
    y = forms.table(
        sheet, 162, 118, (26, 44, 50), ("등급", "점수 구간", "비율(참고)"), bands, height=6.6, size=8.5,
        header=(226, 238, 250), open_sides=True,
    )  # fmt: skip
    words.footnotes(
        sheet,
        162,
        y + 7,
        (
            "이 자격은 국어기본법 제23조에 따른 국가공인 민간자격입니다.",
            "자격증의 유효기간은 2년이며, 이후에는 재응시하여 갱신하여야 합니다.",
        ),
        width=120,
    )
    ornaments.specimen_note(sheet, y=206)


@layout("KBS_KOREAN", "badge-and-lines")
def badge_and_lines(pad: Pad) -> None:
    """A certificate of the 2020s: the grade in a medal at the top, unlabelled name under it, facts in one small row."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "nanum-square", "nanum-myeongjo", "nanum-barun")))
    adornments.notched_border(sheet, 10, 8, _SKY)
    sheet.text(105, 36, "국가공인 자격 인증서", size=12.5, align="center", colour=_SKY, tracking=1.2)
    pad.put(105, 52, "title", size=25, bold=True, align="center")
    for side, tint in ((56.0, (206, 220, 238)), (47.0, (120, 156, 204))):
        sheet.picture(105 - side / 2, 92 - side / 2, side, side, adornments.ring(side, tint))
    sheet.text(105, 84, "GRADE", size=8.5, face="sans-bold", align="center", colour=_SKY)
    pad.put(105, 97, "grade", size=23, bold=True, align="center", colour=(16, 40, 92))
    pad.put(105, 150, "name", size=27, bold=True, align="center")
    sheet.line(66, 155, 144, 155, pen=0.2, colour=_SKY)
    style = rng.choice((dates.korean_short, dates.dotted_wide, words.spaced_dots))
    pad.put(105, 163, "birth_date", style, after=" 생", size=12, align="center")
    sheet.text(105, 180, "위 사람은 한국어 사용 능력이 위 등급에 해당함을", size=13.5, align="center")
    sheet.text(105, 188, "인정받았으므로 이 증서를 수여합니다.", size=13.5, align="center")
    facts = (
        entry(pad, "인증번호", "number"),
        entry(pad, "인증일", "acquired_on", style),
        entry(pad, "유효기간 만료일", "valid_until", style),
    )
    for place, item in enumerate(facts):
        x = 26 + 55 * place
        sheet.frame(x, 200, 51, 18, pen=0.2, colour=(170, 190, 214))
        draw.card(sheet, x + 25.5, 206, item, size=11.5, label_size=8, gap=7, width=48, align="center")
    pad.put(105, 236, "issued_on", style, size=13, align="center")
    pad.put(98, 256, "issuer", size=20, bold=True, align="center")
    sheet.picture(134, 243, 21, 21, seals.square("케이비에스한국방송", 21, rng))
    ornaments.specimen_note(sheet)


@layout("TOKL", "faxed-confirmation")
def faxed_confirmation(pad: Pad) -> None:
    """인증 사실 확인 회신 by fax: the sender's line above, 가. 나. 다. lines, everything black, who answers below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "un-batang", "baekmuk-batang", "un-dotum")))
    issued = pad.get("issued_on") or "2018-11-20"
    words.fax_line(pad, sheet, "KOREAN LANGUAGE INSTITUTE", issued)
    pad.put(105, 28, "issuer", before="재단법인 ", size=18, bold=True, align="center")
    sheet.text(
        105,
        35,
        f"전화 {people.phone(rng)} / 전송 {people.phone(rng)} / 담당 {people.name(rng)}",
        size=9,
        align="center",
    )
    sheet.line(20, 39, 190, 39, pen=0.7)
    sheet.line(20, 40.2, 190, 40.2, pen=0.2)
    style = rng.choice((dates.dotted_wide, dates.korean_short, words.short_dots))
    facts = (
        ("문서번호", f"한언연 {issued[:4]}-{rng.randint(20, 900)}"),
        ("수    신", f"{rng.choice(('인사부장', '채용담당자', '인재개발실장'))} 귀하"),
        ("제    목", "인증 사실 조회에 대한 회신"),
    )
    for place, (label, text) in enumerate(facts):
        sheet.text(22, 51 + place * 8, f"{label} : {text}", size=12)
    sheet.line(20, 73, 190, 73, pen=0.2)
    sheet.text(22, 86, "1. 귀사의 무궁한 발전을 기원합니다.", size=12)
    sheet.text(22, 96, "2. 조회하신 사람의 인증 내용을 다음과 같이 알려 드립니다.", size=12)
    y = words.steps(
        sheet,
        30,
        110,
        (
            (entry(pad, "시험의 명칭", "title"), 9.5),
            (entry(pad, "성명", "name"), 9.5),
            (entry(pad, "생년월일", "birth_date", style), 9.5),
            (entry(pad, "인증등급", "grade"), 9.5),
            (entry(pad, "인증번호", "number", before="제", after="호"), 9.5),
            (entry(pad, "인증일", "acquired_on", style), 9.5),
            (entry(pad, "유효기간", "valid_until", style, after="까지"), 9.5),
            (Entry("응시 회차", f"제{pad.get('sitting')}회, 취득 점수 {pad.get('raw_score')}점"), 9.5),
        ),
    )
    sheet.text(22, y + 4, "3. 위 내용은 인증 대장과 틀림없음을 확인합니다.  끝.", size=12)
    pad.put(105, y + 28, "issued_on", style, size=12.5, align="center")
    sheet.text(100, y + 46, "한국언어문화연구원장", size=19, bold=True, align="center")
    ink = seals.square("한국언어문화연구원장인", 20, rng, colour=(60, 60, 60))
    sheet.picture(142, y + 34, 20, 20, ink)
    ornaments.specimen_note(sheet)


@layout("TOKL", "certificate-over-counterfoil")
def certificate_over_counterfoil(pad: Pad) -> None:
    """A halved sheet: the certificate above in merged cells, the holder's slip with the marks under the cut."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "nanum-myeongjo", "noto-serif", "nanum-square")))
    ornaments.wave_ground(sheet, 14, 14, 182, 160, (232, 241, 234), rng, pitch=4)
    sheet.frame(14, 14, 182, 160, pen=0.8, colour=_PINE)
    sheet.text(105, 31, "CERTIFICATE", size=11, face="serif", align="center", colour=_PINE, tracking=2)
    pad.put(104, 43, "title", after=" 인증서", size=22, bold=True, align="center", colour=_PINE)
    style = rng.choice((dates.korean, dates.dotted, words.parted))
    cells: list[words.Cell] = [
        (0, 0, 3, 1, Entry("", "")),
        (0, 1, 1, 1, "성 명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "등 급"),
        (1, 1, 1, 1, "생년월일"),
        (1, 2, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 3, 2, 1, entry(pad, "", "grade", bold=True)),
        (2, 1, 1, 1, "인증번호"),
        (2, 2, 1, 1, entry(pad, "", "number")),
        (3, 0, 1, 1, "인증연월일"),
        (3, 1, 1, 2, entry(pad, "", "acquired_on", style)),
        (3, 3, 2, 1, "인증 후\n2년간 유효"),
        (4, 0, 1, 1, "유효연월일"),
        (4, 1, 1, 2, entry(pad, "", "valid_until", style, after=" 까지")),
    ]
    y = words.mosaic(
        sheet, 24, 54, (34, 26, 66, 36), (13, 13, 13, 10, 10), cells, size=12.5, label_size=10,
        shade=(232, 240, 230), colour=(110, 140, 118),
    )  # fmt: skip
    ornaments.photo_box(sheet, 27.5, 55.5, rng, width=27, height=36)
    sheet.text(105, y + 14, "위 사람은 우리말 사용 능력이 위 등급에 이르렀음을 인증함.", size=13, align="center")
    pad.put(105, y + 26, "issued_on", style, size=12, align="center")
    pad.put(98, y + 41, "issuer", after="장", size=18, bold=True, align="center")
    sheet.picture(138, y + 28, 21, 21, seals.square("한국언어문화연구원장인", 21, rng))
    sheet.line(8, 184, 202, 184, pen=0.2, dash=1.6)
    sheet.text(105, 182.6, "절  취  선", size=7, align="center", colour=draw.GREY)
    sheet.text(20, 198, f"제{pad.get('sitting')}회 성적 (보관용)", size=12, bold=True)
    score = int(pad.get("raw_score") or 150)
    scale = [
        (grade, f"{least}점 이상", "해당" if least <= score <= most else "")
        for grade, (least, most) in tokl.GRADES.items()
    ]
    forms.table(
        sheet, 20, 204, (24, 34, 24), ("등급", "기준", "판정"), scale, height=8, size=9.5, header=(232, 240, 230)
    )
    got = [min(0.99, max(0.2, score / 200 + rng.uniform(-0.06, 0.06))) for _ in range(4)]
    bars = [(name, part, f"{part:.0%}") for name, part in zip(("듣기", "어휘·어법", "읽기", "쓰기"), got, strict=True)]
    words.bars(sheet, 112, 250, bars, step=19, height=42, colour=(150, 186, 150))
    sheet.text(150, 262, f"총점 {score} / 200", size=10, align="center")
    ornaments.specimen_note(sheet)
