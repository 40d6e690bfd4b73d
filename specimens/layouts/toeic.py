"""TOEIC score report (TOEIC) by YBM 한국TOEIC위원회."""

from __future__ import annotations

from specimens import dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, Sheet

_NAVY = (24, 48, 98)
_GREY = (110, 116, 126)


@realistic("language", "TOEIC")
def report(filling: Filling) -> None:
    """Sections 5–495 in steps of 5, their sum is the total; 발급번호 starts with the registration number."""
    rng = filling.rng
    filling.take("test", lambda: "TOEIC")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-26", "2019-08-25")) or "2018-05-13"
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    filling.take("registration_no", lambda: f"{rng.randint(10000, 999999):06d}")
    listening, reading = split(filling)
    filling.take("sections.listening", lambda: str(listening))
    filling.take("sections.reading", lambda: str(reading))
    filling.take("score", lambda: str(listening + reading))
    serial = f"{rng.randrange(10**10):010d}"
    filling.take("serial_no", lambda: f"{filling.values['registration_no'] or '000000'}-{serial}")
    filling.take("issued_on", lambda: dates.later(rng, taken, 16, 500))


def split(filling: Filling) -> tuple[int, int]:
    """Listening and reading that add up to the given total, or of a plausible applicant."""
    rng = filling.rng
    given = filling.values
    if filling.has("sections.listening") and filling.has("sections.reading"):
        return int(given["sections.listening"]), int(given["sections.reading"])
    total = int(given.get("score") or 5 * round(min(198, max(90, rng.gauss(158, 20)))))
    if filling.has("sections.listening"):
        return int(given["sections.listening"]), total - int(given["sections.listening"])
    least, most = max(5, total - 495), min(495, total - 5)
    listening = min(most, max(least, 5 * round((total / 2 + rng.gauss(15, 22)) / 5)))
    return listening, total - listening


def _percentile(score: str, top: int) -> str:
    return str(max(1, min(99, round(100 * (int(score or 0) / top) ** 1.6) - 3)))


@layout("TOEIC", "official-report")
def official(pad: Pad) -> None:
    """OFFICIAL SCORE REPORT: a person block at the left with photograph, score boxes with bars at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "un-dotum")))
    ornaments.scattered_marks(sheet, "TOEIC", (240, 243, 249), size=22)
    sheet.frame(12, 12, 186, 20, pen=0, fill=_NAVY)
    sheet.text(18, 25, "TOEIC", size=26, face="sans-bold", colour=(255, 255, 255))
    sheet.text(192, 21, "Listening and Reading", size=10, face="sans", align="right", colour=(255, 255, 255))
    sheet.text(192, 28, "OFFICIAL SCORE REPORT", size=12, face="sans-bold", align="right", colour=(255, 255, 255))
    ornaments.photo_box(sheet, 162, 40, rng)
    rows = (
        ("Name", pad.get("name_latin"), "name_latin", None),
        ("성명", pad.get("name"), "name", None),
        ("Registration number", pad.get("registration_no"), "registration_no", None),
        ("Date of birth", pad.date("birth_date", dates.slashed), "birth_date", pad.get("birth_date")),
        ("Test date", pad.date("test_date", dates.slashed), "test_date", pad.get("test_date")),
        ("Valid until", pad.date("valid_until", dates.slashed), "valid_until", pad.get("valid_until")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 48 + place * 8
        sheet.text(18, y, label, size=9, face="nanum-gothic", colour=_GREY)
        sheet.text(64, y, printed, size=11.5, face=sheet.face, width=90, field=field, value=value)
        sheet.line(18, y + 2.2, 154, y + 2.2, pen=0.1, colour=(200, 204, 212))
    _score_box(pad, sheet, 18, 104, "LISTENING", "sections.listening", 495)
    _score_box(pad, sheet, 18, 140, "READING", "sections.reading", 495)
    sheet.frame(136, 104, 56, 66, pen=0.5, colour=_NAVY)
    sheet.text(164, 118, "TOTAL SCORE", size=11, face="sans-bold", align="center", colour=_NAVY)
    pad.put(164, 146, "score", size=44, face="sans-bold", align="center")
    sheet.text(164, 162, "10 - 990", size=9, face="sans", align="center", colour=_GREY)
    sheet.text(18, 184, "Percentile Rank", size=10, face="sans-bold", colour=_NAVY)
    cells = ornaments.grid(sheet, 18, 188, (46, 42, 42, 44), (8, 8), header=(232, 237, 246), colour=_GREY)
    listening, reading = (_percentile(pad.get(f"sections.{part}"), 495) for part in ("listening", "reading"))
    for place, text in zip(cells[0], ("", "Listening", "Reading", "Total"), strict=True):
        ornaments.cell(sheet, place, text, face="sans", size=9)
    for place, text in zip(
        cells[1], ("Percentile(%)", listening, reading, _percentile(pad.get("score"), 990)), strict=True
    ):
        ornaments.cell(sheet, place, text, face="sans", size=9)
    pad.put(18, 218, "serial_no", before="발급번호 : ", size=9.5)
    pad.put(18, 225, "issued_on", dates.slashed, before="발급일 : ", size=9.5)
    sheet.picture(18, 232, 22, 22, ornaments.qr(pad.get("serial_no") or "0"))
    sheet.text(120, 246, "한국TOEIC위원회", size=17, bold=True, align="center")
    sheet.picture(146, 234, 20, 20, seals.square("한국토익위원회의인", 20, rng))
    for place, note in enumerate(
        (
            "* 본 성적의 유효기간은 시험 시행일로부터 2년입니다. Scores are valid for two years from the test date.",
            "* Percentile Rank는 해당 점수 미만의 응시자 비율입니다.",
            "* 성적표의 진위는 발급번호로 확인할 수 있습니다.",
        )
    ):
        sheet.text(18, 268 + place * 5, note, size=7.5, colour=_GREY)
    ornaments.specimen_note(sheet)


def _score_box(pad: Pad, sheet: Sheet, x: float, y: float, label: str, field: str, top: int) -> None:
    sheet.frame(x, y, 112, 30, pen=0.35, colour=_NAVY)
    sheet.text(x + 5, y + 9, label, size=11, face="sans-bold", colour=_NAVY)
    sheet.text(x + 5, y + 24, pad.get(field), size=28, face="sans-bold", field=field)
    sheet.frame(x + 38, y + 15, 66, 5, pen=0.15, colour=_GREY, fill=(238, 240, 245))
    share = int(pad.get(field) or 0) / top
    sheet.frame(x + 38, y + 15, 66 * share, 5, pen=0, fill=(120, 150, 206))
    sheet.text(x + 38, y + 25, "5", size=7.5, face="sans", colour=_GREY)
    sheet.text(x + 104, y + 25, str(top), size=7.5, face="sans", align="right", colour=_GREY)


@layout("TOEIC", "portal-print")
def portal_print(pad: Pad) -> None:
    """The plain Korean certificate of results: one ruled table, no photograph."""
    rng = pad.rng
    sheet = pad.sheet(
        A4, face=rng.choice(("nanum-gothic", "baekmuk-gulim", "baekmuk-dotum", "noto-sans", "nanum-myeongjo"))
    )
    ornaments.rosette(sheet, 105, 150, 60, (234, 238, 246), rng)
    ornaments.double_border(sheet, 10, _NAVY)
    sheet.text(105, 38, "TOEIC® Score Report", size=26, face="serif-bold", align="center", colour=_NAVY)
    sheet.text(105, 48, "토익 성적표", size=15, align="center")
    cells = ornaments.grid(sheet, 24, 60, (38, 43, 38, 43), (11,) * 3, header=(236, 240, 248), header_columns=(0, 2))
    rows = (
        (
            ("Name\u00a0(성명)", pad.get("name_latin"), "name_latin", None),
            ("Registration No.", pad.get("registration_no"), "registration_no", None),
        ),
        (
            ("한글성명", pad.get("name"), "name", None),
            ("Date of Birth", pad.date("birth_date", dates.slashed), "birth_date", pad.get("birth_date")),
        ),
        (
            ("Test Date", pad.date("test_date", dates.slashed), "test_date", pad.get("test_date")),
            ("Valid Until", pad.date("valid_until", dates.slashed), "valid_until", pad.get("valid_until")),
        ),
    )
    for line, pair in zip(cells, rows, strict=True):
        for column, (label, printed, field, value) in enumerate(pair):
            ornaments.cell(sheet, line[2 * column], label.replace("\u00a0", " "), size=9)
            ornaments.cell(sheet, line[2 * column + 1], printed, size=10.5, field=field, value=value)
    cells = ornaments.grid(sheet, 24, 106, (54, 54, 54), (11, 22, 9), header=(236, 240, 248))
    for column, (label, field, top) in enumerate(
        (
            ("Listening", "sections.listening", 495),
            ("Reading", "sections.reading", 495),
            ("Total", "score", 990),
        )
    ):
        ornaments.cell(sheet, cells[0][column], label, face="sans-bold", size=11)
        ornaments.cell(sheet, cells[1][column], pad.get(field), face="sans-bold", size=26, field=field)
        rank = f"백분위 {_percentile(pad.get(field), top)}% / 만점 {top}"
        ornaments.cell(sheet, cells[2][column], rank, size=8.5)
    sheet.text(
        24,
        164,
        "상기 성적은 ETS가 개발하고 YBM 한국TOEIC위원회가 시행한 TOEIC 정기시험의 성적임을 확인합니다.",
        size=10,
        width=162,
    )
    pad.put(24, 174, "serial_no", before="발급번호 ", size=9.5)
    pad.put(105, 200, "issued_on", dates.korean_short, size=13, align="center")
    sheet.text(102, 224, "YBM 한국TOEIC위원회", size=18, bold=True, align="center")
    sheet.picture(144, 211, 20, 20, seals.square("한국토익위원회의인", 20, rng))
    sheet.picture(24, 246, 46, 12, ornaments.code128(pad.get("serial_no") or "0"))
    sheet.text(24, 268, "이 성적표는 응시일로부터 2년간 유효합니다. 위·변조 시 법적 처벌을 받을 수 있습니다.", size=8)
    ornaments.specimen_note(sheet)
