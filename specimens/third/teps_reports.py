"""TEPS and New TEPS (TEPS, NEW_TEPS): a typed request form, a dense transcript, a portal page, a sentence."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.teps import SECTIONS, TOPS
from specimens.registry import Pad, layout
from specimens.second import sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Sheet
from specimens.third import day_styles, screens

_BLUE = (16, 54, 120)
_GOLD = (176, 140, 70)
_KOREAN = {"listening": "청해", "vocabulary": "어휘", "grammar": "문법", "reading": "독해"}
_FULL = {
    "listening": "Listening Comprehension",
    "vocabulary": "Vocabulary",
    "grammar": "Grammar",
    "reading": "Reading Comprehension",
}
_SKILLS = (
    ("L1", "짧은 문장 근청 (Short utterances)"),
    ("L2", "대화의 흐름 파악 (Conversations)"),
    ("L3", "담화의 대의·세부 (Monologues)"),
    ("V1", "구어체 어휘 (Spoken vocabulary)"),
    ("V2", "문어체 어휘 (Written vocabulary)"),
    ("G1", "구어체 문법 (Spoken grammar)"),
    ("G2", "문어체 문법 (Written grammar)"),
    ("R1", "글의 대의 파악 (Main idea)"),
    ("R2", "추론·세부 내용 (Inference, detail)"),
)
_LEVELS = (
    ("1+급", "901-990", "526-600", "외국인으로서 최상급 수준의 의사소통 능력"),
    ("1급", "801-900", "453-525", "단기간 집중 교육으로 고급 업무 수행 가능"),
    ("2+급", "701-800", "387-452", "일반적인 업무를 큰 무리 없이 수행"),
    ("2급", "601-700", "327-386", "중상급 수준의 의사소통 능력"),
    ("3+급", "501-600", "268-326", "한정된 분야의 업무 수행 가능"),
)


def _rank_of(share: float) -> str:
    return f"{min(99.8, max(0.4, 100 * share**1.7)):.1f}"


@layout("TEPS", "typed-request")
def typed_request(pad: Pad) -> None:
    """성적증명원: a request filled by typewriter, the institute's certification below it, day of request a decoy."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-coding", "baekmuk-dotum", "un-shinmun")))
    sheet.text(24, 24, "[별지 서식]", size=9)
    cells = ornaments.grid(sheet, 132, 18, (18, 18, 18), (6, 14))
    for place, text in zip(cells[0], ("담 당", "실 장", "원 장"), strict=True):
        ornaments.cell(sheet, place, text, size=8.5)
    sheet.text(105, 54, "TEPS 성 적 증 명 원", size=22, bold=True, align="center")
    sheet.line(58, 57.5, 152, 57.5, pen=0.3)
    sheet.line(58, 58.6, 152, 58.6, pen=0.3)
    year = (pad.get("issued_on") or "2019")[:4]
    sheet.text(24, 70, f"증명번호 : 제 {year}-{rng.randint(100, 9999):04d} 호", size=10)
    style = rng.choice((dates.korean, dates.dotted_wide, dates.dotted))
    items = (
        entry(pad, "1. 성    명", "name"),
        entry(pad, "   (영 문)", "name_latin"),
        entry(pad, "2. 생년월일", "birth_date", style, after=" 생"),
        entry(pad, "3. 수험번호", "registration_no"),
        Entry("4. 시 험 명", f"제 {pad.get('sitting')} 회 TEPS 정기시험"),
        entry(pad, "5. 시험일자", "test_date", style),
        Entry("6. 용    도", rng.choice(("취업용 (1부)", "회사 제출용", "입사지원용"))),
    )
    forms.inline(sheet, 30, 82, items, step=8, room=96, label_room=38, size=11.5, colon=":")
    sheet.text(30, 141, "7. 성    적", size=11.5)
    for order, (part, top) in enumerate(zip(SECTIONS, TOPS["TEPS"], strict=True)):
        x, line = (42, 104)[order % 2], 150 + order // 2 * 8
        sheet.text(x, line, f"{_KOREAN[part]}({top})", size=11.5)
        draw.leader(sheet, x + 24, x + 34, line - 0.5)
        pad.put(x + 36, line, f"sections.{part}", size=11.5, after=" 점")
    sheet.text(42, 168, "합   계", size=11.5)
    draw.leader(sheet, 66, 76, 167.5)
    pad.put(78, 168, "score", size=12.5, bold=True, after=" 점")
    sheet.text(104, 168, "등   급", size=11.5)
    draw.leader(sheet, 128, 138, 167.5)
    pad.put(140, 168, "rank", size=12.5, bold=True)
    sheet.text(30, 182, "위와 같이 성적을 취득하였음을 증명하여 주시기 바랍니다.", size=11.5)
    issued = pad.get("issued_on")
    asked = style(dates.later(rng, issued, -3, 0)) if issued else ""
    sheet.text(150, 191, asked, size=11, align="right")
    pad.put(150, 199, "name", before="신청인   ", after="   (인)", size=11.5, align="right")
    sheet.line(24, 206, 186, 206, pen=0.3, dash=1.0)
    sheet.text(105, 219, "위 사실을 증명함.", size=13, align="center")
    pad.put(30, 228, "valid_until", style, before="(성적 유효기한 : ", after=")", size=10)
    pad.put(105, 240, "issued_on", style, size=12.5, align="center")
    sheet.text(100, 258, "서울대학교 TEPS관리위원회", size=17, bold=True, align="center")
    sheet.picture(142, 244, 22, 22, seals.square("텝스관리위원회의인", 22, rng))
    sheet.text(24, 280, "210mm x 297mm (보존용지 70g/㎡)", size=7.5)
    ornaments.specimen_note(sheet)


@layout("TEPS", "dense-transcript")
def dense_transcript(pad: Pad) -> None:
    """Institute's transcript in small type: bilingual heads over values, then sections, skills and levels."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "noto-sans", "nanum-myeongjo")))
    ornaments.scattered_marks(sheet, "SNU TEPS", (243, 245, 249), size=20, step=58)
    sheet.text(14, 19, "서울대학교 언어교육원", size=9)
    sheet.text(14, 23.5, "Language Education Institute, Seoul National University", size=7.5, colour=draw.GREY)
    sheet.text(196, 20, "TEPS 성적표 OFFICIAL TRANSCRIPT", size=14, bold=True, align="right", colour=_BLUE)
    sheet.frame(14, 26, 182, 1, pen=0, fill=_BLUE)
    style = rng.choice((day_styles.capital_spaced, dates.slashed, dates.dashed))
    shade = (228, 234, 244)
    head = (
        (
            entry(pad, "성명 (Korean Name)", "name"),
            entry(pad, "영문성명 (Name)", "name_latin", rng.choice((None, names.comma))),
            entry(pad, "생년월일 (D.O.B.)", "birth_date", style),
        ),
        (
            entry(pad, "수험번호 (Reg. No.)", "registration_no"),
            entry(pad, "시험일 (Date Tested)", "test_date", style),
            Entry("회차 (Administration)", f"{pad.get('sitting')}"),
        ),
        (
            entry(pad, "발급일 (Date Issued)", "issued_on", style),
            entry(pad, "유효기한 (Valid Through)", "valid_until", style),
            Entry("시험장 (Test Site)", f"{rng.randint(11, 39)} - 서울"),
        ),
    )
    y = 30.0
    for items in head:
        y = forms.above(
            sheet, 14, y, (44, 62, 44), items, size=10, label_size=7, heights=(5, 8), header=shade, pen=0.12
        )
    ornaments.photo_box(sheet, 167, 30.5, rng, width=29, height=38)
    tops = dict(zip(SECTIONS, TOPS["TEPS"], strict=True))
    rows: list[tuple[str | Entry, ...]] = [
        ("영역 Section", "점수\nScore", "만점\nMax.", "백분위\nPct.", "표준오차\nS.E.")
    ]
    for part, top in tops.items():
        share = draw.share(pad.get(f"sections.{part}"), top)
        score = entry(pad, "", f"sections.{part}")
        rows.append((f"{_KOREAN[part]} {_FULL[part]}", score, str(top), _rank_of(share), f"{top * 0.031:.1f}"))
    whole = _rank_of(draw.share(pad.get("score"), 990))
    rows.append(("총점 TOTAL", entry(pad, "", "score", bold=True), "990", whole, "24.6"))
    rows.append(("등급 Level", entry(pad, "", "rank", bold=True), "-", "-", "-"))
    y = draw.table(
        sheet, 14, 75, (78, 28, 26, 26, 24), (9, 7, 7, 7, 7, 8, 8), rows, size=10, label_size=8, shade=shade,
        shade_rows=(0,), pen=0.12,
    )  # fmt: skip
    sheet.text(14, y + 6, "세부 기능별 정답률 (Sub-skill performance, % correct)", size=8.5, bold=True)
    middle = 100 * draw.share(pad.get("score"), 990)
    lines = [
        (code, skill, f"{min(98, max(18, middle + rng.gauss(4, 9))):.0f}", f"{rng.randint(48, 66)}")
        for code, skill in _SKILLS
    ]
    y = forms.table(
        sheet, 14, y + 8, (16, 98, 34, 34), ("코드", "기능 (Sub-skill)", "본인", "평균"), lines, height=5.8, size=8,
        header=shade,
    )  # fmt: skip
    sheet.text(14, y + 6, "등급별 점수 구간 및 수준 (Level descriptors)", size=8.5, bold=True)
    bands = [(level, old, words) for level, old, _, words in _LEVELS]
    y = forms.table(
        sheet, 14, y + 8, (22, 34, 126), ("등급", "점수", "능력 수준"), bands, height=5.8, size=8, header=shade
    )
    draw.notes(
        sheet,
        14,
        y + 6,
        (
            "1. 총점은 문항반응이론(IRT)에 따라 환산되며 990점을 만점으로 합니다.  2. 백분위는 해당 점수 미만인 "
            "응시자의 비율입니다.  3. 본 성적표는 시험일로부터 2년간 유효합니다.",
        ),
        size=7.5,
        width=182,
    )
    sheet.text(80, 262, "서울대학교 TEPS관리위원장", size=14, bold=True, align="center")
    sheet.picture(116, 251, 18, 18, seals.square("텝스관리위원회의인", 18, rng))
    forms.code(sheet, 150, 254, 46, f"T{pad.get('registration_no')}", kind="code128", height=9)
    sheet.text(14, 281, f"TEL {screens.hotline(rng)}  FAX {screens.hotline(rng)}", size=7.5, colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("NEW_TEPS", "portal-across")
def portal_across(pad: Pad) -> None:
    """나의 성적 printed across from a browser: side menu, one row of results under heads, guide to levels."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-barun", "noto-sans", "baekmuk-dotum", "nanum-square")))
    issued = pad.get("issued_on")
    moment = (
        f"{dates.dotted_wide(issued) if issued else '2019. 9. 23.'} 오전 {rng.randint(9, 11)}:{rng.randint(10, 59)}"
    )
    screens.browser_lines(sheet, "TEPS - 성적확인 > 성적조회", "https://www.teps.example/MyPage/ScoreView", moment)
    sheet.text(14, 24, "TEPS", size=20, face="sans-bold", colour=_BLUE)
    screens.menu(sheet, 72, 23, ("TEPS 소개", "원서접수", "성적확인", "마이페이지"), gap=14, size=10.5, chosen=2)
    sheet.line(14, 28, 283, 28, pen=0.6, colour=_BLUE)
    for place, word in enumerate(("성적조회", "성적표 발급", "진위 확인", "발급 내역")):
        fill = (226, 234, 246) if place == 0 else (248, 248, 248)
        sheet.frame(14, 36 + place * 10, 38, 10, pen=0.15, colour=draw.PALE, fill=fill)
        sheet.text(18, 42.5 + place * 10, word, size=10, bold=place == 0)
    sheet.text(60, 42, "성적조회", size=16, bold=True)
    style = rng.choice((dates.dotted, dates.dashed, day_styles.short_year))
    who = (
        ("이름", entry(pad, "", "name"), "영문이름", entry(pad, "", "name_latin")),
        ("생년월일", entry(pad, "", "birth_date", dates.dotted), "수험번호", entry(pad, "", "registration_no")),
    )
    shade = (240, 243, 248)
    y = draw.table(
        sheet, 60, 50, (28, 83, 28, 84), (10, 10), who, size=11, label_size=10, shade=shade, shade_columns=(0, 2),
        align="left", pen=0.12, edge=0.3, colour=(160, 168, 180), open_sides=True,
    )  # fmt: skip
    sheet.text(60, y + 12, "■ NEW TEPS 정기시험", size=11, bold=True, colour=_BLUE)
    heads = ("회차", "시험일", *(f"{_KOREAN[p]}\n({t})" for p, t in zip(SECTIONS, TOPS["NEW_TEPS"], strict=True)))
    result: tuple[str | Entry, ...] = (
        pad.get("sitting"),
        entry(pad, "", "test_date", style),
        *(entry(pad, "", f"sections.{part}") for part in SECTIONS),
        entry(pad, "", "score", bold=True),
        entry(pad, "", "rank", bold=True),
        entry(pad, "", "valid_until", style),
    )
    y = draw.table(
        sheet, 60, y + 16, (17, 33, 24, 24, 24, 24, 24, 20, 33), (12, 14),
        ((*heads, "총점\n(600)", "등급", "유효기한"), result), size=11.5, label_size=9.5, shade=shade, shade_rows=(0,),
        pen=0.12, edge=0.3, colour=(160, 168, 180),
    )  # fmt: skip
    sheet.text(60, y + 7, "* 등급은 총점을 기준으로 산출됩니다.", size=8, colour=draw.GREY)
    pad.put(283, y + 7, "issued_on", dates.dotted, before="출력일자 : ", size=8.5, align="right")
    bands = [(level, new, words) for level, _, new, words in _LEVELS]
    y = forms.table(
        sheet, 60, y + 16, (24, 40, 159), ("등급", "점수대", "수준"), bands, height=7, size=8.5, header=shade
    )
    screens.button(sheet, 148, y + 6, 30, 8, "성적표 신청", fill=_BLUE)
    sheet.text(60, 192, "서울대학교 TEPS관리위원회", size=9, bold=True)
    sheet.text(112, 192, f"문의전화 {screens.hotline(rng)}   월~금 09:00~18:00", size=8, colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("NEW_TEPS", "award-sentence")
def award_sentence(pad: Pad) -> None:
    """성적인증서: name and birth at the right, total and grade within a sentence, sections as a line of words."""
    rng = pad.rng
    sheet = pad.sheet(
        A4, face=rng.choice(("nanum-myeongjo", "un-batang", "baekmuk-batang", "un-gungseo")), paper=(254, 252, 244)
    )
    ornaments.double_border(sheet, 14, _GOLD, gap=2.4, pen=1.4)
    ornaments.rosette(sheet, 105, 150, 44, (244, 236, 218), rng)
    sheet.text(28, 36, f"제 {rng.randint(10000, 99999)} 호", size=11)
    sheet.text(105, 62, draw.wider("성적인증서"), size=29, bold=True, align="center")
    style = rng.choice((dates.korean_short, dates.korean, dates.dotted_wide))
    items = (
        entry(pad, "성     명", "name", draw.wide if rng.random() < 0.5 else None),
        entry(pad, "(영    문)", "name_latin"),
        entry(pad, "생년월일", "birth_date", style),
        entry(pad, "수험번호", "registration_no"),
    )
    for place, item in enumerate(items):
        sheet.text(100, 82 + place * 8.5, item.label, size=12.5)
        forms.put(sheet, 126, 82 + place * 8.5, item, size=12.5, width=56)
    run = sentences.run
    sentence = (
        "위 사람은 ",
        run(pad, "test_date", style),
        f" 시행한 제{pad.get('sitting')}회 NEW TEPS 정기시험에 응시하여 총점 ",
        run(pad, "score", bold=True),
        "점(600점 만점)을 얻어 ",
        run(pad, "rank", bold=True),
        "에 해당하는 영어 능력을 갖추었음을 인증합니다.",
    )
    y = sentences.write(sheet, 30, 130, sentence, width=150, leading=12, size=16)
    _words_of_sections(pad, sheet, y + 4)
    pad.put(105, y + 14, "valid_until", style, before="유효기간 : ", after="까지", size=11, align="center")
    pad.put(105, 216, "issued_on", style, size=14, align="center")
    sheet.text(96, 242, "서울대학교 TEPS관리위원회 위원장", size=17, bold=True, align="center")
    sheet.picture(148, 228, 24, 24, seals.square("텝스관리위원회위원장인", 24, rng))
    sheet.text(105, 268, "이 인증서의 내용은 TEPS 홈페이지에서 확인할 수 있습니다.", size=8.5, align="center")
    ornaments.specimen_note(sheet)


def _words_of_sections(pad: Pad, sheet: Sheet, y: float) -> None:
    run = sentences.run
    parts: list[str | sentences.Run] = ["( "]
    for number, part in enumerate(SECTIONS):
        parts += [f"{', ' if number else ''}{_KOREAN[part]} ", run(pad, f"sections.{part}"), "점"]
    sentences.write(sheet, 105, y, (*parts, " )"), width=150, leading=8, size=12.5, align="center")
