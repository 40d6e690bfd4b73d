"""TEPS and New TEPS reports (TEPS, NEW_TEPS): dotted lines with bars, a Korean confirmation, a framed certificate."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.teps import FULL, SECTIONS, TOPS
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_GREEN = (0, 98, 84)
_NAVY = (18, 40, 96)
_KOREAN = {"listening": "청해", "vocabulary": "어휘", "grammar": "문법", "reading": "독해"}


def _kind(pad: Pad) -> str:
    return "TEPS" if pad.get("test") == "TEPS" else "NEW_TEPS"


def _called(pad: Pad) -> str:
    return "TEPS" if _kind(pad) == "TEPS" else pad.rng.choice(("NEW TEPS", "New TEPS", "뉴텝스(NEW TEPS)"))


def _tops(pad: Pad) -> dict[str, int]:
    return dict(zip(SECTIONS, TOPS[_kind(pad)], strict=True))


@layout("TEPS", "bars-and-bands")
@layout("NEW_TEPS", "bars-and-bands")
def bars_and_bands(pad: Pad) -> None:
    """Total and grade in a green band above; sections as bars with their numbers right of them; person at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "noto-sans", "nanum-square")))
    sheet.text(16, 24, _called(pad), size=25, face="nanum-extrabold", colour=_GREEN)
    sheet.text(194, 24, "Score Report", size=14, face="sans", align="right", colour=draw.GREY)
    sheet.frame(16, 32, 178, 34, pen=0, fill=_GREEN)
    for x, label, field in ((30, "Total Score", "score"), (140, "Level (등급)", "rank")):
        sheet.text(x, 42, label, size=9.5, colour=(196, 230, 222))
        pad.put(x, 59, field, size=34, bold=True, colour=draw.WHITE)
    sheet.text(62, 59, f"/ {FULL[_kind(pad)]}", size=13, colour=(196, 230, 222))
    for place, (part, top) in enumerate(_tops(pad).items()):
        y = 84 + place * 17
        sheet.text(16, y, f"{part.title()} ({_KOREAN[part]})", size=10.5)
        share = draw.share(pad.get(f"sections.{part}"), top)
        draw.gauge(sheet, 74, y - 4, 90, share, colour=(94, 166, 150), height=5, ticks=("0", str(top // 2), str(top)))
        pad.put(176, y, f"sections.{part}", size=15, bold=True, align="center")
        sheet.text(194, y, f"({share * 98:.1f}%)", size=8, align="right", colour=draw.GREY)
    style = rng.choice((dates.dotted, dates.dashed, dates.slashed))
    ornaments.photo_box(sheet, 16, 164, rng, width=32, height=42)
    items = (
        entry(pad, "Name", "name_latin", rng.choice((None, names.comma))),
        entry(pad, "한글 성명", "name"),
        entry(pad, "Date of Birth", "birth_date", style),
        entry(pad, "Registration No.", "registration_no"),
        entry(pad, "Test Date", "test_date", style),
        entry(pad, "Expiry Date", "valid_until", style),
    )
    draw.led(sheet, 58, 169, items, to=102, step=7.6, size=10.5, align="left", width=90)
    pad.put(16, 222, "issued_on", style, before="Date of Issue : ", size=9)
    sheet.text(194, 222, f"제{pad.get('sitting')}회 정기시험", size=9, align="right")
    sheet.line(16, 228, 194, 228, pen=0.2)
    draw.notes(
        sheet,
        16,
        234,
        (
            "1+급: 외국인으로서 최상급 수준의 의사소통 능력 · 1급: 최상급에 근접 · 2+급: 상급 수준 · 2급: "
            "중상급 수준 · 3+급: 중급 수준",
            "본 성적표의 유효기간은 시험일로부터 2년이며, 이후에는 성적을 증명하지 않습니다.",
        ),
        size=7.5,
        width=178,
    )
    sheet.text(100, 268, "서울대학교 TEPS관리위원회", size=15, bold=True, align="center")
    sheet.picture(142, 257, 18, 18, seals.square("텝스관리위원회의인", 18, rng))
    ornaments.specimen_note(sheet)


@layout("TEPS", "office-confirmation")
@layout("NEW_TEPS", "office-confirmation")
def office_confirmation(pad: Pad) -> None:
    """성적 확인서: heads in a dark line, sections and total in one row, person in lines above."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-gulim", "noto-serif")))
    sheet.text(105, 40, f"{_called(pad)} 성적확인서", size=22, bold=True, align="center")
    style = rng.choice((dates.korean, dates.korean_short, dates.dotted_wide))
    items = (
        entry(pad, rng.choice(("성         명", "성        명")), "name"),
        entry(pad, "영 문 성 명", "name_latin"),
        entry(pad, "생 년 월 일", "birth_date", style),
        entry(pad, "수 험 번 호", "registration_no"),
        entry(pad, "응 시 일 자", "test_date", style),
    )
    forms.inline(sheet, 30, 62, items, step=10.5, room=90, label_room=36, size=13, colon="：")
    ornaments.photo_box(sheet, 154, 54, rng)
    tops = _tops(pad)
    heads = ("구분", *(f"{_KOREAN[part]}" for part in SECTIONS), "총점", "등급")
    rows: tuple[tuple[str | Entry, ...], ...] = (
        heads,
        ("만점", *(str(top) for top in tops.values()), str(FULL[_kind(pad)]), "-"),
        (
            "성적",
            *(entry(pad, "", f"sections.{part}") for part in SECTIONS),
            entry(pad, "", "score", bold=True),
            entry(pad, "", "rank"),
        ),
    )
    y = draw.table(
        sheet,
        24,
        120,
        (24, *(23.0,) * 6),
        (10, 9, 14),
        rows,
        size=14,
        label_size=10,
        shade=(70, 70, 76),
        shade_rows=(0,),
        label_colour=draw.WHITE,
    )
    pad.put(24, y + 9, "valid_until", style, before="* 성적 유효 기한 : ", size=10)
    sheet.text(
        105, y + 34, "위 사람이 서울대학교 TEPS관리위원회가 시행한 시험에서 위와 같은 성적을", size=13, align="center"
    )
    sheet.text(105, y + 43, "취득하였음을 확인합니다.", size=13, align="center")
    pad.put(105, y + 66, "issued_on", style, size=13.5, align="center")
    sheet.text(100, y + 88, "TEPS관리위원회 위원장", size=19, bold=True, align="center")
    sheet.picture(144, y + 75, 21, 21, seals.square("텝스관리위원회의인", 21, rng))
    sheet.text(24, 276, f"문서번호 TEPS-{rng.randrange(10**6, 10**7)}", size=8)
    ornaments.specimen_note(sheet)


@layout("TEPS", "framed-certificate")
@layout("NEW_TEPS", "framed-certificate")
def framed_certificate(pad: Pad) -> None:
    """Across in a key border: English sentence with day, scores over their labels, grade in a ring of its own."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("serif", "nanum-myeongjo", "noto-serif")), paper=(253, 253, 249))
    adornments.key_border(sheet, 8, 5, _NAVY)
    called = "TEPS" if _kind(pad) == "TEPS" else "NEW TEPS"
    sheet.text(148.5, 36, f"{called} CERTIFICATE", size=26, face="serif-bold", align="center", colour=_NAVY)
    sheet.text(
        148.5,
        44,
        "Test of English Proficiency developed by Seoul National University",
        size=10,
        face="serif-italic",
        align="center",
    )
    style = rng.choice((dates.english, dates.english_long, dates.english_short))
    for x, item in (
        (76, entry(pad, "Name", "name_latin")),
        (150, entry(pad, "성명", "name")),
        (222, entry(pad, "Date of Birth", "birth_date", style)),
    ):
        draw.below(sheet, x, 64, item, width=66, size=14, label_size=8.5, face=None)
    sentence = (
        "The person named above took the test on ",
        sentences.run(pad, "test_date", style),
        " (Registration No. ",
        sentences.run(pad, "registration_no"),
        ") and obtained the following results.",
    )
    sentences.write(sheet, 148.5, 86, sentence, width=230, leading=7, size=12.5, align="center", face="serif")
    for place, part in enumerate(SECTIONS):
        draw.below(
            sheet,
            66 + place * 38,
            112,
            entry(pad, part.upper(), f"sections.{part}"),
            width=32,
            size=20,
            label_size=8,
            face="serif-bold",
        )
    sheet.frame(214, 94, 50, 34, pen=0.5, colour=_NAVY)
    sheet.text(239, 101, "TOTAL", size=9, face="serif-bold", align="center")
    pad.put(239, 115, "score", size=28, face="serif-bold", align="center")
    pad.put(239, 124, "rank", before="Level ", size=11, align="center")
    pad.put(40, 146, "valid_until", style, before="Scores valid until ", size=10.5)
    pad.put(40, 153, "issued_on", style, before="Issued on ", size=10.5)
    sheet.text(148.5, 178, "TEPS Council, Seoul National University", size=15, face="serif-bold", align="center")
    sheet.picture(206, 160, 22, 22, seals.square("텝스관리위원회의인", 22, rng))
    forms.code(sheet, 40, 162, 20, f"teps {pad.get('registration_no')}")
    ornaments.specimen_note(sheet, y=207)
