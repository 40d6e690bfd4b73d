"""TOEIC Speaking and OPIc (TOEIC_S, OPIC): certificate with stub, columns of text, browser print, plastic sleeve."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import plastic_sleeve
from specimens.layouts.opic import LEVELS
from specimens.layouts.toeic_speaking import BANDS
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Sheet
from specimens.third import certificate_frames as frames
from specimens.third import day_styles

_GREEN = (10, 100, 92)
_PLUM = (96, 36, 96)
_ORANGE = (222, 104, 30)
_SHARES = ("1.9", "11.6", "31.0", "24.3", "19.8", "7.2", "3.1", "1.1")


@layout("TOEIC_S", "stub-and-certificate")
def stub_and_certificate(pad: Pad) -> None:
    """Across with a perforation: a stub to keep at the left, the part to hand in at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("baekmuk-dotum", "un-dotum", "nanum-gothic", "nanum-myeongjo")))
    style = rng.choice((dates.dotted_wide, dates.korean, dates.slashed))
    sheet.text(43, 22, "(보 관 용)", size=11, align="center")
    sheet.text(43, 32, "토익스피킹 성적", size=14, bold=True, align="center")
    stub = (
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "성 명", "name"),
        entry(pad, "시험일", "test_date", style),
        entry(pad, "점 수", "score"),
        entry(pad, "레 벨", "rank"),
        entry(pad, "발급일", "issued_on", style),
    )
    forms.ruled(sheet, 10, 42, 66, [(item,) for item in stub], label=22, height=11, size=10.5, label_size=9.5)
    draw.notes(sheet, 10, 118, ("※ 본인 보관용으로 제출하실 수 없습니다.",), size=8, width=66)
    sheet.line(84, 8, 84, 202, pen=0.3, dash=1.6, colour=draw.GREY)
    sheet.text(84, 105, "절  취  선", size=8, align="center", angle=90, colour=draw.GREY)
    sheet.frame(92, 12, 195, 186, pen=0.9, colour=_GREEN)
    sheet.text(279, 22, "(제 출 용)", size=11, align="right")
    sheet.text(189, 38, "TOEIC Speaking 성적표", size=23, bold=True, align="center", colour=_GREEN)
    ornaments.photo_box(sheet, 248, 46, rng, width=31, height=41)
    person = (
        entry(pad, "성        명", "name", bold=True),
        entry(pad, "영 문 성 명", "name_latin"),
        entry(pad, "생 년 월 일", "birth_date", style),
        entry(pad, "수 험 번 호", "registration_no"),
        entry(pad, "시 험 일 자", "test_date", style),
    )
    y = forms.ruled(
        sheet, 100, 46, 142, [(item,) for item in person], label=36, height=9.5, size=12, label_size=10.5,
        header=(232, 242, 240), colour=_GREEN,
    )  # fmt: skip
    rows = (
        ("환산점수 (0~200)", "레 벨 (1~8)", "발 음", "억양과 강세"),
        (
            entry(pad, "", "score", bold=True),
            entry(pad, "", "rank", before="Level ", bold=True),
            Entry("", pad.get("pronunciation")),
            Entry("", pad.get("intonation")),
        ),
    )
    y = draw.table(
        sheet, 100, y + 8, (48, 45, 43, 43), (9, 16), rows, size=15, label_size=10, shade=(232, 242, 240),
        shade_rows=(0,), colour=_GREEN,
    )  # fmt: skip
    pad.put(100, y + 10, "valid_until", style, before="이 성적은 ", after=" 까지 유효합니다.", size=11)
    pad.put(100, y + 18, "serial_no", before="일련번호 : ", size=10)
    pad.put(189, y + 34, "issued_on", style, size=13, align="center")
    sheet.text(184, y + 47, "한 국 토 익 위 원 회", size=19, bold=True, align="center")
    sheet.picture(224, y + 33, 22, 22, seals.square("한국토익위원회의인", 22, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("TOEIC_S", "columns-of-text")
def columns_of_text(pad: Pad) -> None:
    """Report in two columns of small print: facts and score down the left, levels and a chart at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "nanum-myeongjo", "noto-sans", "nanum-barun-light")))
    sheet.frame(12, 12, 186, 16, pen=0, fill=(238, 230, 240))
    sheet.text(17, 22.5, "TOEIC® Speaking Test", size=16, face="sans-bold", colour=_PLUM)
    sheet.text(193, 22, "Score Report / 성적통지서", size=11, align="right")
    style = rng.choice((day_styles.capital_spaced, dates.slashed, day_styles.short_year_wide))
    items = (
        entry(pad, "Name / 성명", "name", bold=True),
        entry(pad, "In English / 영문", "name_latin", rng.choice((None, names.comma))),
        entry(pad, "Birthdate / 생년월일", "birth_date", rng.choice((dates.slashed, dates.dotted))),
        entry(pad, "Registration # / 수험번호", "registration_no"),
        entry(pad, "Test Taken / 응시일", "test_date", style),
        entry(pad, "Report Issued / 발급일", "issued_on", style),
        entry(pad, "Expires / 만료일", "valid_until", style),
        entry(pad, "Serial # / 발급번호", "serial_no"),
    )
    for place, item in enumerate(items):
        y = 38 + place * 13
        sheet.text(14, y, item.label, size=7.5, colour=_PLUM)
        forms.put(sheet, 14, y + 5.6, item, size=11.5, width=70)
        sheet.line(14, y + 7.6, 86, y + 7.6, pen=0.12, colour=draw.PALE)
    sheet.frame(14, 144, 72, 54, pen=0.6, colour=_PLUM)
    sheet.text(50, 152, "Speaking Scaled Score", size=9.5, align="center")
    pad.put(50, 169, "score", size=34, bold=True, align="center", colour=_PLUM)
    sheet.text(50, 177, "Proficiency Level", size=9.5, align="center")
    pad.put(50, 191, "rank", size=26, bold=True, align="center", colour=_PLUM)
    _distribution(sheet, 96, 42)
    draw.notes(
        sheet,
        96,
        122,
        (
            "LEVEL 8  Typically, test takers at level 8 can create connected, sustained discourse appropriate to the "
            "typical workplace. They express opinions and respond to complicated requests.",
            "LEVEL 7  They can create connected, sustained discourse; when they express opinions, the responses "
            "generally are relevant, with minor difficulties of pronunciation or hesitation.",
            "LEVEL 6  They are able to create a relevant response when asked to express an opinion, although the "
            "response may be unclear at times or limited in vocabulary.",
            "LEVEL 5  They have limited success at expressing an opinion; answers are usually understandable.",
            "LEVEL 4 and below  They are unsuccessful when attempting to explain an opinion at length.",
        ),
        size=8.5,
        width=102,
    )
    sheet.text(14, 212, f"Pronunciation: {pad.get('pronunciation')}", size=10)
    sheet.text(96, 212, f"Intonation and Stress: {pad.get('intonation')}", size=10)
    sheet.line(14, 218, 198, 218, pen=0.2, colour=_PLUM)
    draw.notes(
        sheet,
        14,
        224,
        (
            "1. 환산점수는 0점부터 200점까지 10점 단위로 표시됩니다.  2. 성적은 시험일로부터 2년간 유효하며 이후에는 "
            "재발급되지 않습니다.  3. 성적표의 내용을 임의로 변경한 경우 2년간 응시가 제한됩니다.",
        ),
        size=8,
        width=184,
    )
    forms.code(sheet, 14, 240, 22, f"spk {pad.get('serial_no')}")
    sheet.text(140, 254, "YBM 한국TOEIC위원회 위원장", size=14, bold=True, align="center")
    sheet.picture(176, 242, 19, 19, seals.square("한국토익위원회의인", 19, rng))
    ornaments.specimen_note(sheet)


def _distribution(sheet: Sheet, left: float, top: float) -> None:
    sheet.text(left, top, "Level distribution of recent test takers (%)", size=9, colour=_PLUM)
    for place, ((band, span), text) in enumerate(zip(BANDS, _SHARES, strict=True)):
        y = top + 8 + place * 8.2
        sheet.text(left, y, f"Level {band}", size=8.5)
        sheet.text(left + 18, y, span, size=8, colour=draw.GREY)
        width = float(text) * 1.5
        sheet.frame(left + 36, y - 3.4, width, 4.6, pen=0, fill=(206, 182, 210))
        sheet.text(left + 38 + width, y, text, size=8)


@layout("OPIC", "inquiry-in-browser")
def inquiry_in_browser(pad: Pad) -> None:
    """마이페이지 성적조회 as a browser prints it: greeting with the name, one result as a row under heads."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "noto-sans", "baekmuk-gulim", "nanum-square")))
    seen = frames.printed_later(pad, "announced_on", 3, 90)
    frames.browser(pad, sheet, "OPIc > My OPIc > 성적확인", "www.opic.example/mypage/result_list.do", seen)
    sheet.text(14, 25, "OPIc", size=24, face="sans-bold", colour=_ORANGE)
    sheet.text(196, 24, "로그아웃  |  마이페이지  |  고객센터", size=8.5, align="right", colour=draw.GREY)
    for place, word in enumerate(("OPIc 소개", "시험 접수", "성적확인", "증명서 발급", "학습지원")):
        chosen = place == 2
        sheet.frame(14 + place * 36.4, 31, 36.4, 10, pen=0, fill=_ORANGE if chosen else (84, 88, 96))
        sheet.text(32.2 + place * 36.4, 37.6, word, size=9.5, align="center", colour=draw.WHITE, bold=chosen)
    sheet.text(14, 57, "성적확인", size=17, bold=True)
    sheet.frame(14, 62, 182, 26, pen=0.2, colour=draw.PALE, fill=(252, 247, 240))
    end = pad.put(20, 72, "name", size=13, bold=True, after=" 님의 응시 정보입니다.")
    pad.put(max(end + 6, 92), 72, "name_latin", before="(영문명 ", after=")", size=10)
    style = rng.choice((dates.dashed, dates.dotted, day_styles.with_weekday))
    pad.put(20, 81, "birth_date", rng.choice((dates.dashed, dates.dotted)), before="생년월일 : ", size=10)
    sheet.text(92, 81, "회원구분 : 개인", size=10)
    rows = (
        ("평가명", "응시일", "성적발표일", "유효기간", "취득등급"),
        (
            Entry("", "OPIc 영어"),
            entry(pad, "", "test_date", style),
            entry(pad, "", "announced_on", style),
            entry(pad, "", "valid_until", style, before="~ "),
            entry(pad, "", "level", bold=True),
        ),
    )
    y = draw.table(
        sheet, 14, 96, (32, 42, 42, 42, 24), (10, 15), rows, size=11.5, label_size=9.5, shade=(242, 242, 244),
        shade_rows=(0,), pen=0.12, edge=0.5, colour=(170, 172, 178), open_sides=True,
    )  # fmt: skip
    pad.put(14, y + 9, "registration_no", before="인증번호(Certificate No.)  ", size=10.5)
    sheet.text(14, y + 24, "등급 안내", size=11, bold=True)
    guide = (
        ("AL", "Advanced Low", "사건을 서술할 때 일관적으로 동사 시제를 관리하고 문단 단위로 말함"),
        ("IH", "Intermediate High", "개인에게 익숙하지 않은 상황에서도 대부분 문제를 해결함"),
        ("IM", "Intermediate Mid", "일상적인 소재에 대해 문장 단위로 말함 (IM1 < IM2 < IM3)"),
        ("IL", "Intermediate Low", "일상적인 소재에서 짧은 문장을 만들어 말함"),
        ("NH", "Novice High", "암기한 단어나 문장으로 간단한 정보를 전달함"),
    )
    y = forms.table(sheet, 14, y + 28, (18, 42, 122), ("등급", "명칭", "수준"), guide, height=8, size=9)
    draw.notes(
        sheet,
        14,
        y + 8,
        (
            "· 본 화면은 성적 확인용이며 정식 인증서는 [증명서 발급] 메뉴에서 출력하실 수 있습니다.",
            "· 유효기간은 응시일로부터 2년이며, 만료된 성적은 조회되지 않습니다.",
        ),
        size=8.5,
        width=180,
    )
    sheet.frame(0, 262, 210, 22, pen=0, fill=(246, 246, 246))
    sheet.text(14, 271, f"멀티캠퍼스 OPIc 평가사업   대표 {people.name(rng)}   고객센터 1544-0000", size=8)
    ornaments.specimen_note(sheet)


@layout("OPIC", "certificate-in-a-sleeve")
def certificate_in_a_sleeve(pad: Pad) -> None:
    """Photographed in its plastic sleeve: English certificate, facts in a grid, the reached level within a ladder."""
    rng = pad.rng
    face = rng.choice(("serif", "noto-serif", "nanum-myeongjo"))
    sheet = plastic_sleeve.lying(pad, (232.0, 318.0), (16, 12, 10, 12), face=face, page=(255, 254, 249))
    sheet.frame(22, 18, 194, 282, pen=1.1, colour=_ORANGE)
    sheet.frame(24, 20, 190, 278, pen=0.25, colour=_ORANGE)
    sheet.text(119, 44, "ACTFL", size=25, face="sans-bold", align="center", colour=(60, 64, 72), tracking=2)
    sheet.text(119, 56, "CERTIFICATE OF PROFICIENCY", size=17, bold=True, align="center")
    sheet.text(119, 64, "Oral Proficiency Interview - computer®", size=11.5, align="center")
    sheet.text(119, 84, "awarded to", size=12, face="serif-italic", align="center")
    pad.put(119, 98, "name_latin", rng.choice((None, names.title)), size=24, bold=True, align="center", width=160)
    pad.put(119, 107, "name", size=13, align="center")
    style = rng.choice((dates.english_long, dates.english_short, day_styles.month_first))
    cells = (
        ("Date of Birth", entry(pad, "", "birth_date", style), "Language", Entry("", "English")),
        ("Test Date", entry(pad, "", "test_date", style), "Issued", entry(pad, "", "announced_on", style)),
    )
    y = draw.table(
        sheet, 34, 116, (32, 56, 26, 56), (10, 10), cells, size=11, label_size=9, pen=0.15, edge=0.3,
        colour=(150, 120, 90), align="left",
    )  # fmt: skip
    level = pad.get("level")
    sheet.text(119, y + 14, "for having demonstrated oral proficiency at the level of", size=12, align="center")
    long = LEVELS.get(level, level)
    sheet.text(
        119, y + 28, long, size=25, bold=True, align="center", colour=_ORANGE, field="level", value=level
    )  # fmt: skip
    sheet.text(119, y + 36, f"( {level} )" if level else "", size=13, align="center")
    for place, name in enumerate(LEVELS):
        x = 34 + place * 18.9
        reached = name == level
        sheet.frame(x, y + 44, 18.9, 9, pen=0.2, colour=(150, 120, 90), fill=(250, 222, 196) if reached else draw.WHITE)
        sheet.text(x + 9.45, y + 50, name, size=9, align="center", bold=reached)
    pad.put(119, y + 68, "valid_until", style, before="This rating is valid through ", size=11.5, align="center")
    pad.put(119, y + 77, "registration_no", before="Certificate No. ", size=10.5, align="center")
    sheet.text(72, y + 100, "Carol B. Winters", size=19, face="nanum-brush", align="center", colour=(30, 40, 90))
    sheet.line(40, y + 103, 104, y + 103, pen=0.2)
    sheet.text(72, y + 108, "Director, Professional Programs, ACTFL", size=8.5, align="center")
    sheet.text(168, y + 103, "MULTICAMPUS", size=15, face="sans-bold", align="center")
    sheet.picture(185, y + 86, 20, 20, seals.square("멀티캠퍼스인", 20, rng))
    sheet.text(119, 291, "Any alteration of this certificate renders it invalid.", size=8, align="center")
    plastic_sleeve.sleeve(sheet, rng)
    ornaments.specimen_note(sheet, y=303.5, x=214)
