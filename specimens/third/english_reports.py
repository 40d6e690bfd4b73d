"""TOEIC and TOEFL iBT (TOEIC, TOEFL_IBT): web prints, a letter of the committee, a slip for an institution."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.layouts.toefl import SECTIONS
from specimens.registry import Pad, layout
from specimens.second import sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import day_styles, screens

_BLUE = (0, 90, 160)
_NAVY = (22, 40, 84)
_HALF_LETTER = (215.9, 139.7)
_LETTER = (215.9, 279.4)


@layout("TOEIC", "verification-result")
def verification_result(pad: Pad) -> None:
    """성적표 진위확인 printed from a browser: what was asked, what was found, all three scores in one line."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "baekmuk-gulim", "nanum-barun", "noto-sans")))
    seen = dates.later(rng, pad.get("issued_on") or "2019-09-25", 0, 20)
    moment = f"{day_styles.short_year_wide(seen)} 오후 {rng.randint(1, 6)}:{rng.randint(10, 59)}"
    screens.browser_lines(sheet, "성적표 진위확인 | TOEIC", "https://exam.toeic.example/receipt/scoreVerify.do", moment)
    sheet.text(16, 24, "TOEIC", size=21, face="sans-bold", colour=_BLUE)
    screens.menu(sheet, 62, 23, ("시험접수", "성적확인/발급", "시험안내", "학습지원", "고객센터"), chosen=1, size=10)
    sheet.line(0, 29, 210, 29, pen=0.5, colour=_BLUE)
    sheet.text(194, 36, "홈 > 성적확인/발급 > 성적표 진위확인", size=7.5, align="right", colour=draw.GREY)
    sheet.text(16, 46, "성적표 진위확인", size=18, bold=True)
    sheet.frame(16, 52, 178, 26, pen=0.2, colour=draw.PALE, fill=(245, 247, 250))
    screens.input_box(sheet, 22, 62, entry(pad, "발급번호", "serial_no"), label=20, width=60)
    screens.input_box(sheet, 22, 72, Entry("응시자명", screens.veiled(pad.get("name"))), label=20, width=60)
    screens.input_box(sheet, 112, 62, Entry("보안문자", f"{rng.randint(10000, 99999)}"), label=20, width=30)
    screens.button(sheet, 170, 57, 18, 16, "조회", fill=_BLUE)
    sheet.text(16, 90, "입력하신 발급번호는 아래와 같이 정상 발급된 성적표로 확인됩니다.", size=11, colour=_BLUE)
    style = rng.choice((dates.dotted, dates.dashed, dates.korean_short))
    span = f"{pad.date('test_date', style)} ~ " if pad.get("test_date") else ""
    rows = (
        ("응시자명(국문)", entry(pad, "", "name")),
        ("응시자명(영문)", entry(pad, "", "name_latin", rng.choice((None, names.comma, names.title)))),
        ("생년월일", entry(pad, "", "birth_date", style)),
        ("시험구분", Entry("", f"제{rng.randint(339, 380)}회 TOEIC 정기시험")),
        ("시험일자", entry(pad, "", "test_date", style)),
        ("수험번호", entry(pad, "", "registration_no")),
        ("유효기간", entry(pad, "", "valid_until", style, before=span)),
        ("최초 발급일", entry(pad, "", "issued_on", style)),
        ("취득점수", ""),
    )
    foot = draw.table(
        sheet, 16, 96, (44, 134), (10.5,) * 9, rows, size=10.5, label_size=9.5, shade=(238, 243, 249),
        shade_columns=(0,), align="left", pen=0.12, edge=0.5, colour=(150, 164, 184), open_sides=True,
    )  # fmt: skip
    parts = (
        "듣기",
        ("sections.listening", "점"),
        " +   읽기",
        ("sections.reading", "점"),
        " =   합계",
        ("score", "점"),
    )
    screens.in_line(pad, 62, foot - 3.8, parts)
    draw.notes(
        sheet,
        16,
        foot + 9,
        (
            "· 성적표에 기재된 내용과 위 조회 결과가 다를 경우 위·변조된 성적표일 수 있으므로 반드시 고객센터로 연락 "
            "바랍니다.",
            "· 성적표의 유효기간(시험 시행일로부터 2년)이 경과한 성적은 조회되지 않습니다.",
        ),
        size=8.5,
        width=176,
    )
    screens.button(sheet, 84, foot + 24, 20, 8, "목록", fill=(244, 244, 244))
    screens.button(sheet, 108, foot + 24, 20, 8, "인쇄", fill=(90, 98, 112))
    sheet.frame(0, 262, 210, 20, pen=0, fill=(240, 240, 240))
    sheet.text(16, 270, f"YBM 한국TOEIC위원회   고객센터 {screens.hotline(rng)}   평일 09:00~18:00", size=8)
    sheet.text(16, 276, "COPYRIGHT (C) YBM. ALL RIGHTS RESERVED.", size=7, colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("TOEIC", "letter-of-the-committee")
def committee_letter(pad: Pad) -> None:
    """English letter "To whom it may concern": person and days in prose, scores in a table with heads on top."""
    rng = pad.rng
    face = rng.choice(("serif", "sans", "un-batang"))
    sheet = pad.sheet(A4, face=face)
    sheet.text(24, 26, "KOREA TOEIC COMMITTEE", size=16, bold=True, colour=_NAVY, tracking=0.4)
    sheet.text(24, 32, "YBM Building, 104 Jong-ro, Jongno-gu, Seoul, Republic of Korea", size=8, colour=draw.GREY)
    sheet.text(
        24, 36.5, f"Tel. +82-{screens.hotline(rng)[1:]}   Fax. +82-{screens.hotline(rng)[1:]}", size=8, colour=draw.GREY
    )
    sheet.line(24, 40, 186, 40, pen=0.7, colour=_NAVY)
    style = rng.choice((dates.english_long, dates.english, dates.english_short))
    pad.put(186, 51, "issued_on", style, size=11, align="right")
    pad.put(24, 51, "serial_no", before="Our ref.: ", size=10)
    sheet.text(24, 70, "TO WHOM IT MAY CONCERN", size=12, bold=True)
    sheet.text(24, 80, "Re: Confirmation of TOEIC® Listening and Reading Test Score", size=11, bold=True)
    run = sentences.run
    korean = (" (", run(pad, "name"), ")") if pad.get("name") else ()
    first = (
        "This is to confirm that ",
        run(pad, "name_latin", rng.choice((None, names.title, names.given_first)), bold=True),
        *korean,
        ", date of birth ",
        run(pad, "birth_date", style),
        ", took the TOEIC Secure Program administered in the Republic of Korea on ",
        run(pad, "test_date", style),
        " under examinee registration number ",
        run(pad, "registration_no"),
        ".",
    )
    y = sentences.write(sheet, 24, 92, first, width=162, leading=6.6, size=11.5)
    y = sentences.write(
        sheet, 24, y + 2, ("Our records show that the examinee obtained the following scaled scores:",), width=162,
        leading=6.6, size=11.5,
    )  # fmt: skip
    share = [draw.share(pad.get(field), top) for field, top in (("sections.listening", 495), ("sections.reading", 495))]
    ranks = [str(max(1, min(99, round(part**1.6 * 100)))) for part in share]
    rows = (
        ("Section", "Scaled score", "Possible range", "Percentile rank"),
        ("Listening Comprehension", entry(pad, "", "sections.listening"), "5 - 495", ranks[0]),
        ("Reading Comprehension", entry(pad, "", "sections.reading"), "5 - 495", ranks[1]),
        ("Total", entry(pad, "", "score", bold=True), "10 - 990", "-"),
    )
    y = draw.table(
        sheet, 30, y, (54, 32, 34, 32), (9, 9, 9, 10), rows, size=11.5, label_size=10, pen=0.12, edge=0.5,
        open_sides=True,
    )  # fmt: skip
    closing = (
        "In accordance with the policy of the TOEIC program the above scores are considered valid through ",
        run(pad, "valid_until", style),
        ". Should you require further information, please contact the score verification desk at the numbers above, "
        "quoting the reference of this letter.",
    )
    y = sentences.write(sheet, 24, y + 12, closing, width=162, leading=6.6, size=11.5)
    sheet.text(24, y + 8, "Sincerely yours,", size=11.5)
    head = people.romanise(people.name(rng)[1:]).title()
    sheet.text(26, y + 24, f"{head[0]}. Y. Min", size=24, face="nanum-pen", colour=(34, 44, 104))
    sheet.line(24, y + 28, 84, y + 28, pen=0.2)
    sheet.text(24, y + 34, f"{head} Min", size=11)
    sheet.text(24, y + 39.5, "Director, Score Services", size=10)
    sheet.text(24, y + 45, "Korea TOEIC Committee, YBM", size=10)
    sheet.picture(78, y + 22, 21, 21, seals.square("한국토익위원회의인", 21, rng))
    sheet.line(24, 276, 186, 276, pen=0.15, colour=draw.GREY)
    sheet.text(
        105, 281, "TOEIC is a registered trademark of ETS, used in the Republic of Korea under license.", size=7,
        align="center", colour=draw.GREY,
    )  # fmt: skip
    ornaments.specimen_note(sheet)


@layout("TOEFL_IBT", "institution-slip")
def institution_slip(pad: Pad) -> None:
    """Half a letter page: boxes with tiny heads, the five scores in one row, codes of the institution beside."""
    rng = pad.rng
    sheet = pad.sheet(_HALF_LETTER, face=rng.choice(("mono", "sans", "narrow")), paper=(253, 253, 255))
    ornaments.wave_ground(sheet, 6, 6, 204, 127, (232, 240, 246), rng, pitch=3)
    sheet.frame(6, 6, 203.9, 127, pen=0.5, colour=_NAVY)
    sheet.text(11, 17, "TOEFL iBT", size=19, face="sans-bold", colour=_NAVY)
    sheet.text(55, 16.5, "INSTITUTIONAL SCORE REPORT", size=11, face="sans-bold")
    sheet.text(205, 16.5, "EDUCATIONAL TESTING SERVICE", size=8, face="sans", align="right")
    style = rng.choice((day_styles.capital_spaced, dates.capital_month, day_styles.month_first))
    code = f"{rng.randint(1000, 9999)}"
    boxes: tuple[tuple[float, float, float, Entry], ...] = (
        (11, 22, 92, entry(pad, "LAST (FAMILY) NAME, FIRST (GIVEN) NAME", "name_latin", names.comma)),
        (103, 22, 56, entry(pad, "REGISTRATION NUMBER", "registration_no")),
        (159, 22, 46, Entry("SEX", rng.choice(("M", "F")))),
        (11, 38, 46, entry(pad, "DATE OF BIRTH", "birth_date", style)),
        (57, 38, 46, entry(pad, "ADMINISTRATION DATE", "test_date", style)),
        (103, 38, 56, Entry("NATIVE COUNTRY / LANGUAGE", "KOREA, REP / KOR")),
        (159, 38, 46, entry(pad, "SCORES VALID THRU", "valid_until", style)),
    )
    for x, y, width, item in boxes:
        sheet.frame(x, y, width, 16, pen=0.2, colour=_NAVY)
        sheet.text(x + 1.5, y + 4.2, item.label, size=5.8, face="sans", colour=_NAVY)
        forms.put(sheet, x + 2.5, y + 12, item, size=11.5, width=width - 5)
    heads = tuple(part.upper() for part in SECTIONS)
    sheet.frame(11, 60, 194, 7, pen=0, fill=_NAVY)
    for place, head in enumerate((*heads, "TOTAL")):
        middle = 11 + 38.8 * (place + 0.5)
        sheet.text(middle, 64.8, head, size=8.5, face="sans-bold", align="center", colour=draw.WHITE)
        field = "score" if head == "TOTAL" else f"sections.{SECTIONS[place]}"
        pad.put(middle, 79, field, size=20, bold=True, align="center")
        sheet.text(middle, 85, "0-120" if head == "TOTAL" else "0-30", size=7, face="sans", align="center")
        sheet.frame(11 + 38.8 * place, 60, 38.8, 28, pen=0.2, colour=_NAVY)
    sheet.text(11, 97, "REPORTED TO", size=6.5, face="sans", colour=_NAVY)
    sheet.text(11, 103, f"CODE {code}   DEPT {rng.randint(10, 99)}", size=10)
    pad.put(11, 109, "announced_on", style, before="REPORT DATE ", size=10)
    sheet.text(11, 115, "PAGE 1 OF 1   COPY 02", size=10)
    draw.notes(
        sheet,
        92,
        97,
        (
            "Scores more than two years old are not reportable. This report is confidential and is intended for the "
            "named institution only.",
            "Reading and Listening: 22-30 High, 15-21 Intermediate, 0-14 Low. Speaking: 26-30 Good, 18-25 Fair. "
            "Writing: 24-30 Good, 17-23 Fair.",
        ),
        size=7.5,
        width=112,
    )
    forms.code(sheet, 140, 117, 62, f"{code}{pad.get('registration_no')}", kind="code128", height=9)
    sheet.text(11, 130, f"SER {rng.randrange(10**7, 10**8)}", size=7, face="mono", colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("TOEFL_IBT", "account-page")
def account_page(pad: Pad) -> None:
    """The test taker's account in a browser: greeting, details as a two column list, "24 out of 30" lines."""
    rng = pad.rng
    sheet = pad.sheet(_LETTER, face=rng.choice(("sans", "noto-sans", "nanum-square")))
    style = rng.choice((dates.english_long, dates.english_short, dates.english))
    seen = dates.later(rng, pad.get("announced_on") or pad.get("test_date") or "2019-03-04", 1, 60)
    screens.browser_lines(
        sheet,
        "View Scores | My TOEFL Account",
        "https://toefl.example/mytoefl/scores/detail?seq=1",
        f"{day_styles.month_first(seen)}, {rng.randint(1, 11)}:{rng.randint(10, 59)} PM",
    )
    sheet.frame(0, 14, 215.9, 15, pen=0, fill=_NAVY)
    sheet.text(14, 24, "TOEFL®", size=16, face="sans-bold", colour=draw.WHITE)
    sheet.text(202, 23.5, "My Account     Sign Out", size=9, align="right", colour=draw.WHITE)
    screens.menu(sheet, 14, 37, ("Dashboard", "Register", "Prepare", "Scores", "Score Recipients"), chosen=3)
    sheet.line(0, 41, 215.9, 41, pen=0.2, colour=draw.PALE)
    sheet.text(14, 56, "TOEFL iBT® Test Score Details", size=19)
    items = (
        entry(pad, "Test taker", "name_latin", rng.choice((names.given_first, names.title, None))),
        entry(pad, "Date of birth", "birth_date", style),
        entry(pad, "Test taken on", "test_date", style),
        entry(pad, "Appointment no.", "registration_no"),
        entry(pad, "Scores posted", "announced_on", style),
        entry(pad, "Scores expire", "valid_until", style),
        Entry("Test format", "Test Center - Seoul, Korea (ROK)"),
    )
    for place, item in enumerate(items):
        y = 68 + place * 8
        sheet.text(14, y, item.label, size=10, colour=draw.GREY)
        forms.put(sheet, 56, y, item, size=11, width=92)
    sheet.frame(158, 60, 44, 50, pen=0.3, colour=_BLUE, fill=(240, 247, 252))
    sheet.text(180, 70, "Your total score", size=9.5, align="center")
    pad.put(180, 90, "score", size=36, bold=True, align="center", colour=_NAVY)
    sheet.text(180, 101, "out of 120", size=9, align="center", colour=draw.GREY)
    sheet.text(14, 134, "Section scores", size=13, bold=True)
    sheet.line(14, 137, 202, 137, pen=0.3, colour=draw.PALE)
    for place, part in enumerate(SECTIONS):
        y = 147 + place * 17
        sheet.text(14, y, part.title(), size=11.5)
        end = pad.put(56, y, f"sections.{part}", size=14, bold=True)
        sheet.text(end + 1.5, y, "out of 30", size=9, colour=draw.GREY)
        share = draw.share(pad.get(f"sections.{part}"), 30)
        draw.gauge(sheet, 98, y - 3.6, 104, share, colour=(90, 150, 200), height=4)
        word = "Advanced" if share > 0.79 else "High-Intermediate" if share > 0.56 else "Low-Intermediate"
        sheet.text(98, y + 5.2, f"Performance: {word}", size=8, colour=draw.GREY)
        sheet.line(14, y + 8.5, 202, y + 8.5, pen=0.1, colour=draw.PALE)
    sheet.text(14, 222, "Score reports", size=13, bold=True)
    rows = (("PDF Score Report", "Available", "Download"), ("Paper Score Report", "Not ordered", "Order"))
    foot = forms.table(sheet, 14, 226, (84, 56, 48), ("Type", "Status", ""), rows, height=7.5, size=9)
    draw.notes(
        sheet,
        14,
        foot + 6,
        (
            "This page is for your own information. Institutions that require official results receive them from ETS.",
            "You can order additional score reports for two years after the test date.",
        ),
        size=8,
        width=188,
    )
    ornaments.specimen_note(sheet)
