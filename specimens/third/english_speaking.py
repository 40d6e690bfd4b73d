"""TOEIC Speaking and OPIc (TOEIC_S, OPIC): a phone screen, twin columns, a rating letter, a reissued certificate."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.layouts.opic import LEVELS
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour, Sheet
from specimens.third import day_styles, screens

_TEAL = (8, 104, 126)
_NAVY = (20, 44, 88)
_MAROON = (122, 28, 40)
_PHONE = (105.0, 227.0)
_SCALE = ("NL", "NM", "NH", "IL", "IM", "IH", "AL")


@layout("TOEIC_S", "phone-screen")
def phone_screen(pad: Pad) -> None:
    """모바일 성적표: status bar, coloured card with the name, score and level in tiles, a list with values right."""
    rng = pad.rng
    sheet = pad.sheet(_PHONE, face=rng.choice(("noto-sans", "nanum-square", "nanum-round")), paper=(244, 246, 248))
    colour = rng.choice((_TEAL, _NAVY, (74, 62, 140)))
    sheet.text(6, 7, f"{rng.randint(8, 21)}:{rng.randint(10, 59)}", size=9, bold=True)
    sheet.text(99, 7, f"LTE   {rng.randint(21, 99)}%", size=8.5, align="right")
    sheet.text(6, 18, "<", size=13, face="sans")
    sheet.text(52.5, 18, "모바일 성적표", size=12.5, bold=True, align="center")
    sheet.text(99, 18, "닫기", size=10, align="right", colour=draw.GREY)
    sheet.frame(5, 25, 95, 46, pen=0, fill=colour)
    sheet.text(11, 34, "TOEIC Speaking Test", size=11, face="sans-bold", colour=draw.WHITE)
    pad.put(11, 50, "name", size=19, bold=True, colour=draw.WHITE, width=58)
    pad.put(11, 58, "name_latin", size=10.5, colour=draw.WHITE, width=58)
    sheet.text(11, 66, "Digital Score Certificate", size=8, face="sans", colour=(206, 222, 232))
    ornaments.photo_box(sheet, 73, 32, rng, width=22, height=29)
    for x, label in ((5, "취득 점수"), (53.5, "등급")):
        sheet.frame(x, 75, 46.5, 30, pen=0.15, colour=draw.PALE, fill=draw.WHITE)
        sheet.text(x + 23.2, 82, label, size=9, align="center", colour=draw.GREY)
    pad.put(28.2, 97, "score", size=28, bold=True, align="center", colour=colour)
    sheet.text(28.2, 102.8, "/ 200", size=8, align="center", colour=draw.GREY)
    pad.put(76.7, 97, "rank", size=24, bold=True, align="center", colour=colour, before="Level ")
    sheet.frame(5, 109, 95, 68, pen=0.15, colour=draw.PALE, fill=draw.WHITE)
    style = rng.choice((dates.dotted, dates.dashed, day_styles.with_weekday))
    items = (
        entry(pad, "생년월일", "birth_date", rng.choice((dates.dotted, dates.dashed))),
        entry(pad, "시험일", "test_date", style),
        entry(pad, "수험번호", "registration_no"),
        Entry("발음 / 억양", f"{pad.get('pronunciation')} / {pad.get('intonation')}".strip(" /")),
        entry(pad, "유효기한", "valid_until", dates.dotted, after=" 까지"),
        entry(pad, "발급일", "issued_on", dates.dotted, after=f" {rng.randint(9, 18):02d}:{rng.randint(0, 59):02d}"),
        entry(pad, "성적표 일련번호", "serial_no"),
    )
    screens.list_rows(sheet, 10, 117, 85, items, step=9, size=10.5)
    forms.code(sheet, 10, 181, 20, f"https://m.toeic.example/s/{pad.get('serial_no')}")
    draw.notes(
        sheet, 36, 188, ("QR코드를 스캔하시면 YBM 한국TOEIC위원회 홈페이지에서 성적의 진위를 확인하실 수 있습니다.",),
        size=8.5, width=62,
    )  # fmt: skip
    screens.button(sheet, 5, 205, 95, 11, "성적표 PDF 저장", fill=colour)
    ornaments.specimen_note(sheet)


@layout("TOEIC_S", "twin-columns")
def twin_columns(pad: Pad) -> None:
    """Across, folded in the middle: the certificate in Korean at the left and once more in English at the right."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "un-batang", "noto-serif")), paper=(254, 254, 250)
    )
    sheet.frame(10, 10, 277, 190, pen=0.6, colour=_TEAL)
    sheet.line(148.5, 16, 148.5, 194, pen=0.15, colour=draw.GREY, dash=1.4)
    korean = rng.choice((dates.korean, dates.korean_short, dates.dotted_wide))
    english = rng.choice((dates.english_long, dates.english_short, day_styles.capital_spaced))
    pad.put(20, 22, "serial_no", before="제 ", after=" 호", size=9)
    pad.put(277, 22, "serial_no", before="No. ", size=9, align="right")
    sheet.text(79, 40, "성 적 증 명 서", size=22, bold=True, align="center")
    sheet.text(79, 48, "토익스피킹 (TOEIC Speaking)", size=11, align="center")
    sheet.text(218, 40, "Certificate of Score", size=20, face="serif-bold", align="center")
    sheet.text(218, 48, "TOEIC® Speaking Test", size=11, face="serif", align="center")
    left = (
        entry(pad, "성        명", "name"),
        entry(pad, "생 년 월 일", "birth_date", korean),
        entry(pad, "응 시 번 호", "registration_no"),
        entry(pad, "응   시   일", "test_date", korean),
        entry(pad, "유 효 기 한", "valid_until", korean),
    )
    right = (
        entry(pad, "Name", "name_latin", rng.choice((None, names.comma))),
        entry(pad, "Date of Birth", "birth_date", english),
        entry(pad, "Examinee No.", "registration_no"),
        entry(pad, "Date of Test", "test_date", english),
        entry(pad, "Date of Expiry", "valid_until", english),
    )
    forms.inline(sheet, 26, 64, left, step=9.5, room=74, label_room=34, size=12, colon=":")
    forms.inline(sheet, 164, 64, right, step=9.5, room=72, label_room=36, size=12, colon=":")
    for x, heads, spoken in (
        (24, ("평가영역", "점수", "등급"), "말하기"),
        (164, ("Skill", "Scaled Score", "Proficiency Level"), "Speaking"),
    ):
        rows = (heads, (spoken, entry(pad, "", "score", bold=True), entry(pad, "", "rank", bold=True)))
        draw.table(
            sheet, x, 114, (36, 36, 38), (9, 14), rows, size=16, label_size=10, shade=(228, 238, 240),
            shade_rows=(0,), colour=_TEAL,
        )  # fmt: skip
        note = "(0~200점, 등급 1~8)" if x < 100 else "(Score 0-200, Level 1-8)"
        sheet.text(x + 110, 142, note, size=8, align="right", colour=draw.GREY)
    sheet.text(79, 154, "위 성적은 본 위원회가 시행한 시험의 결과임을 증명합니다.", size=11, align="center")
    sheet.text(218, 154, "We hereby certify that the above is true and correct.", size=11, face="serif", align="center")
    pad.put(79, 166, "issued_on", korean, size=11.5, align="center")
    pad.put(218, 166, "issued_on", english, size=11.5, align="center")
    sheet.text(74, 184, "YBM 한국TOEIC위원회", size=15, bold=True, align="center")
    sheet.picture(106, 172, 18, 18, seals.square("한국토익위원회의인", 18, rng))
    sheet.text(218, 184, "Korea TOEIC Committee, YBM", size=12, face="serif-bold", align="center")
    ornaments.specimen_note(sheet)


@layout("OPIC", "rating-letter")
def rating_letter(pad: Pad) -> None:
    """English statement of the rating office: a list without rules, the level in words within a framed strip."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "serif", "noto-sans")))
    sheet.picture(20, 14, 16, 16, adornments.emblem(16, _MAROON, rng))
    sheet.text(40, 22, "LANGUAGE TESTING INTERNATIONAL", size=13, bold=True, colour=_MAROON)
    sheet.text(40, 28, "The ACTFL Testing Office", size=9.5, colour=draw.GREY)
    sheet.text(190, 22, "580 White Plains Road", size=7.5, align="right", colour=draw.GREY)
    sheet.text(190, 26, "White Plains, New York", size=7.5, align="right", colour=draw.GREY)
    sheet.text(190, 30, "Tel. 914-000-0000", size=7.5, align="right", colour=draw.GREY)
    sheet.line(20, 34, 190, 34, pen=0.5, colour=_MAROON)
    style = rng.choice((dates.english_long, day_styles.capital_spaced, day_styles.month_first))
    sheet.text(20, 50, "Statement of Official Rating", size=18, bold=True)
    sheet.text(20, 57, "Oral Proficiency Interview by Computer (OPIc®)", size=11)
    items = (
        entry(pad, "Examinee", "name_latin", rng.choice((names.comma, None, names.title))),
        entry(pad, "Name in native script", "name"),
        entry(pad, "Birth date", "birth_date", style),
        Entry("Language assessed", "English"),
        entry(pad, "Date of assessment", "test_date", style),
        entry(pad, "Rating released", "announced_on", style),
        entry(pad, "Rating valid to", "valid_until", style),
        entry(pad, "Certificate ID", "registration_no"),
    )
    for place, item in enumerate(items):
        line = 74 + place * 8
        sheet.text(70, line, item.label, size=10.5, align="right", colour=draw.GREY)
        forms.put(sheet, 76, line, item, size=11.5, width=112)
    level = pad.get("level")
    sheet.frame(20, 144, 170, 22, pen=0.8, colour=_MAROON)
    sheet.text(26, 152, "Final Rating", size=9, colour=draw.GREY)
    long = LEVELS.get(level, level)
    end = sheet.text(26, 162, long.upper(), size=19, bold=True, field="level", value=level)
    sheet.text(end + 4, 162, f"({level})" if level else "", size=14)
    y = draw.notes(
        sheet,
        20,
        178,
        (
            "Ratings follow the ACTFL Proficiency Guidelines - Speaking. The major levels are Novice, Intermediate and "
            "Advanced; each is divided into Low, Mid and High.",
            "Speakers at the Intermediate level are distinguished primarily by their ability to create with the "
            "language when talking about familiar topics related to their daily life.",
            "Speakers at the Advanced level engage in conversation in a clearly participatory manner in order to "
            "communicate information on autobiographical topics.",
        ),
        size=9,
        width=170,
        colour=(70, 70, 76),
    )
    sheet.text(24, y + 22, "Helen R. Hart", size=19, face="nanum-brush", colour=(30, 40, 90))
    sheet.line(20, y + 25, 84, y + 25, pen=0.2)
    sheet.text(20, y + 30.5, "Director of Test Administration", size=9.5)
    sheet.text(190, y + 25, "In cooperation with Multicampus (Korea)", size=9.5, align="right")
    draw.notes(
        sheet, 20, 270,
        ("Any alteration voids this statement. Ratings may be verified online with the certificate ID shown above.",),
        size=7.5, width=170,
    )  # fmt: skip
    ornaments.specimen_note(sheet)


@layout("OPIC", "reissued-sentence")
def reissued_sentence(pad: Pad) -> None:
    """성적증명서 (재발급): person as lines at the right, "위 사람은 …" in large type, a rail of levels at the foot."""
    rng = pad.rng
    face = rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-batang", "un-gungseo"))
    sheet = pad.sheet(A4, face=face, paper=(255, 253, 247))
    adornments.key_border(sheet, 10, 5, (196, 150, 92))
    pad.put(26, 36, "registration_no", before="관리번호 ", size=9.5)
    sheet.frame(160, 29, 25, 9, pen=0.4, colour=_MAROON)
    sheet.text(172.5, 35.3, "재 발 급", size=11, align="center", colour=_MAROON)
    sheet.text(105, 62, "OPIc 성적증명서", size=28, bold=True, align="center", tracking=1.2)
    korean = rng.choice((dates.korean, dates.korean_short))
    items = (
        entry(pad, "성      명", "name"),
        entry(pad, "영 문 명", "name_latin"),
        entry(pad, "생년월일", "birth_date", korean),
    )
    forms.inline(sheet, 98, 82, items, step=9, room=62, label_room=26, size=12.5, colon=":")
    run = sentences.run
    sentence = (
        "위 사람은 ",
        run(pad, "test_date", korean),
        " 시행된 영어 말하기 평가(OPIc)에 응시하여 ACTFL 기준 ",
        run(pad, "level", bold=True),
        " 등급을 취득하였음을 증명합니다.",
    )
    y = sentences.write(sheet, 30, 126, sentence, width=150, leading=12, size=17)
    announced = rng.random() < 0.6
    if announced:
        pad.put(30, y + 6, "announced_on", korean, before="○ 성적 공개일 : ", size=11)
    pad.put(30, y + (13.5 if announced else 6), "valid_until", korean, before="○ 유 효 기 간 : ", after="까지", size=11)
    day = pad.get("announced_on") or pad.get("test_date") or "2019-09-01"
    sheet.text(105, 202, korean(dates.since_notice(rng, day, 20, 200)), size=14, align="center")
    sheet.text(98, 222, f"멀티캠퍼스 대표이사 {draw.wide(people.name(rng))}", size=17, bold=True, align="center")
    sheet.picture(154, 208, 22, 22, seals.square("멀티캠퍼스대표이사인", 22, rng))
    _rail(sheet, 30, 252, pad.get("level"), (196, 150, 92))
    ornaments.specimen_note(sheet)


def _rail(sheet: Sheet, left: float, y: float, level: str, colour: Colour) -> None:
    """All levels on one line, a full dot at the reached one."""
    sheet.text(left, y - 8, "※ OPIc 등급 체계 (IM은 IM1~IM3으로 세분)", size=8.5)
    sheet.line(left + 4, y, left + 146, y, pen=0.6, colour=colour)
    for place, name in enumerate(_SCALE):
        x = left + 4 + place * 142 / (len(_SCALE) - 1)
        reached = level[:2] == name
        sheet.frame(x - 1.5, y - 1.5, 3, 3, pen=0.4, colour=colour, fill=_MAROON if reached else draw.WHITE)
        sheet.text(x, y + 6.5, name, size=9, align="center")
