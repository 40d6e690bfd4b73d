"""TEPS score reports by 서울대학교 TEPS관리위원회: the old test of 990 (TEPS) and the new one of 600 (NEW_TEPS)."""

from __future__ import annotations

from functools import partial

from specimens import dates, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

_GREEN = (14, 92, 84)
SECTIONS = ("listening", "vocabulary", "grammar", "reading")
TOPS = {"TEPS": (400, 100, 100, 400), "NEW_TEPS": (240, 60, 60, 240)}
FULL = {"TEPS": 990, "NEW_TEPS": 600}
"""The old test ends at 990 although its sections could add up to 1,000."""
_LABELS = {
    "listening": ("Listening Comprehension", "청해"),
    "vocabulary": ("Vocabulary", "어휘"),
    "grammar": ("Grammar", "문법"),
    "reading": ("Reading Comprehension", "독해"),
}
_GRADES = {
    "TEPS": ((901, "1+급"), (801, "1급"), (701, "2+급"), (601, "2급"), (501, "3+급"), (401, "3급"), (0, "4+급")),
    "NEW_TEPS": ((526, "1+급"), (453, "1급"), (387, "2+급"), (327, "2급"), (268, "3+급"), (211, "3급"), (0, "4+급")),
}


@realistic("language", "TEPS", "NEW_TEPS")
def report(filling: Filling) -> None:
    """The four sections add up to the total; New TEPS from 2018-05-12 on, the old test before."""
    rng, kind = filling.rng, filling.paper
    filling.take("test", lambda: kind)
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    window = ("2017-11-12", "2018-04-28") if kind == "TEPS" else ("2018-05-12", "2019-08-25")
    taken = filling.take("test_date", lambda: dates.between(rng, *window)) or window[0]
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    filling.take("registration_no", lambda: f"{rng.randrange(10**6, 10**7)}")
    points = _split(filling)
    for section, score in zip(SECTIONS, points, strict=True):
        filling.take(f"sections.{section}", partial(str, score))
    filling.take("score", lambda: str(sum(points)))
    filling.take("sitting", lambda: str(rng.randint(236, 247) if kind == "TEPS" else rng.randint(248, 276)))
    total = int(filling.values["score"] or 0)
    filling.take("rank", lambda: next(grade for least, grade in _GRADES[kind] if total >= least))
    filling.take("issued_on", lambda: dates.since_notice(rng, taken, 18, 400))


def _split(filling: Filling) -> list[int]:
    tops, rng = TOPS[filling.paper], filling.rng
    given = [filling.values.get(f"sections.{section}") for section in SECTIONS]
    if all(score is not None for score in given):
        return [int(score) for score in given if score is not None]
    whole = sum(tops)
    total = int(filling.values.get("score") or round(whole * min(0.93, max(0.4, rng.gauss(0.63, 0.11)))))
    points = [min(top, max(0, round(total * top / whole + rng.gauss(0, top * 0.06)))) for top in tops]
    while (rest := total - sum(points)) != 0:
        open_sections = [n for n, top in enumerate(tops) if 0 <= points[n] + (1 if rest > 0 else -1) <= top]
        points[rng.choice(open_sections)] += 1 if rest > 0 else -1
    return points


def _percentile(pad: Pad, field: str, top: int) -> str:
    share = int(pad.get(field) or 0) / top
    return f"{min(99.9, max(0.5, 100 * share**1.7 + pad.rng.uniform(-4, 4))):.2f}"


def _title(paper: str) -> str:
    return "TEPS" if paper == "TEPS" else "NEW TEPS"


def _page(pad: Pad) -> str:
    return "TEPS" if pad.get("test") == "TEPS" else "NEW_TEPS"


@layout("TEPS", "score-report")
@layout("NEW_TEPS", "score-report")
def score_report(pad: Pad) -> None:
    """English labels at the left with lines, a table of sections, the total in a box."""
    rng, kind = pad.rng, _page(pad)
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "un-dotum", "noto-sans")))
    ornaments.wave_ground(sheet, 14, 40, 182, 230, (226, 240, 236), rng, pitch=3)
    sheet.text(20, 30, _title(kind), size=30, face="sans-bold", colour=_GREEN)
    sheet.text(
        190,
        24,
        "Test of English Proficiency developed by Seoul National University",
        size=8.5,
        face="sans",
        align="right",
    )
    sheet.text(190, 30, "SCORE REPORT", size=13, face="sans-bold", align="right", colour=_GREEN)
    sheet.line(14, 35, 196, 35, pen=0.8, colour=_GREEN)
    ornaments.photo_box(sheet, 158, 44, rng)
    rows = (
        ("Name", pad.get("name_latin"), "name_latin", None),
        ("성명", pad.get("name"), "name", None),
        ("Date of Birth", pad.date("birth_date", dates.slashed), "birth_date", pad.get("birth_date")),
        ("Registration No.", pad.get("registration_no"), "registration_no", None),
        ("Test Date", pad.date("test_date", dates.slashed), "test_date", pad.get("test_date")),
        ("Valid Until", pad.date("valid_until", dates.slashed), "valid_until", pad.get("valid_until")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 52 + place * 8.5
        sheet.text(20, y, label, size=9.5, colour=(80, 96, 92))
        sheet.text(56, y, printed, size=11.5, width=96, field=field, value=value)
    cells = ornaments.grid(sheet, 20, 110, (70, 30, 35, 35), (10,) * 6, header=(220, 236, 231), colour=(60, 100, 94))
    for place, text in zip(cells[0], ("Section", "Score", "만점", "백분위(%)"), strict=True):
        ornaments.cell(sheet, place, text, bold=True)
    for line, section, top in zip(cells[1:5], SECTIONS, TOPS[kind], strict=True):
        english, korean = _LABELS[section]
        ornaments.cell(sheet, line[0], f"{english} ({korean})", align="left", size=9.5)
        ornaments.cell(sheet, line[1], pad.get(f"sections.{section}"), size=12, bold=True, field=f"sections.{section}")
        ornaments.cell(sheet, line[2], str(top))
        ornaments.cell(sheet, line[3], _percentile(pad, f"sections.{section}", top))
    ornaments.cell(sheet, cells[5][0], "Total (총점)", align="left", bold=True)
    ornaments.cell(sheet, cells[5][1], pad.get("score"), size=14, bold=True, field="score")
    ornaments.cell(sheet, cells[5][2], str(FULL[kind]))
    ornaments.cell(sheet, cells[5][3], _percentile(pad, "score", FULL[kind]))
    pad.put(20, 184, "rank", before="등급(Level) : ", size=12, bold=True)
    sheet.text(20, 192, f"제{pad.get('sitting')}회 정기시험", size=10)
    pad.put(105, 222, "issued_on", dates.dotted, before="발급일 ", size=11, align="center")
    sheet.text(100, 240, "서울대학교 TEPS관리위원회", size=18, bold=True, align="center")
    sheet.picture(146, 227, 20, 20, seals.square("서울대학교텝스관리위원회", 20, rng))
    sheet.text(20, 262, "성적의 유효기간은 시험일로부터 2년이며, 이 성적표는 위·변조할 수 없습니다.", size=8)
    ornaments.specimen_note(sheet)


@layout("TEPS", "korean-certificate")
@layout("NEW_TEPS", "korean-certificate")
def korean_certificate(pad: Pad) -> None:
    """성적확인서: everything in one table with Korean labels, sections side by side."""
    rng, kind = pad.rng, _page(pad)
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "nanum-myeongjo", "un-batang", "baekmuk-gulim")))
    ornaments.double_border(sheet, 12, _GREEN)
    ornaments.rosette(sheet, 105, 160, 50, (226, 238, 234), rng)
    name = "텝스(TEPS)" if kind == "TEPS" else "뉴텝스(New TEPS)"
    sheet.text(105, 40, f"{name} 성적확인서", size=24, bold=True, align="center")
    sheet.text(105, 50, f"Official Score Certificate of {_title(kind)}", size=11, face="serif-italic", align="center")
    cells = ornaments.grid(sheet, 24, 62, (30, 51, 30, 51), (11,) * 3, header=(232, 240, 238), header_columns=(0, 2))
    rows = (
        (("성명", pad.get("name"), "name", None), ("영문성명", pad.get("name_latin"), "name_latin", None)),
        (
            ("생년월일", pad.date("birth_date", dates.korean), "birth_date", pad.get("birth_date")),
            ("수험번호", pad.get("registration_no"), "registration_no", None),
        ),
        (
            ("시험일자", pad.date("test_date", dates.korean), "test_date", pad.get("test_date")),
            ("유효기간", pad.date("valid_until", dates.korean), "valid_until", pad.get("valid_until")),
        ),
    )
    for line, pair in zip(cells, rows, strict=True):
        for column, (label, printed, field, value) in enumerate(pair):
            ornaments.cell(sheet, line[2 * column], label)
            ornaments.cell(sheet, line[2 * column + 1], printed, size=10.5, field=field, value=value)
    cells = ornaments.grid(sheet, 24, 106, (27,) * 6, (11, 14, 9), header=(232, 240, 238))
    columns = [
        (_LABELS[section][1], f"sections.{section}", top) for section, top in zip(SECTIONS, TOPS[kind], strict=True)
    ]
    columns.append(("총점", "score", FULL[kind]))
    for column, (label, field, top) in enumerate(columns):
        ornaments.cell(sheet, cells[0][column], label, bold=True)
        ornaments.cell(sheet, cells[1][column], pad.get(field), size=15, bold=True, field=field)
        ornaments.cell(sheet, cells[2][column], f"/ {top}", size=8.5)
    ornaments.cell(sheet, cells[0][5], "등급", bold=True)
    ornaments.cell(sheet, cells[1][5], pad.get("rank"), size=14, bold=True, field="rank")
    sheet.text(105, 166, "위 사람의 성적이 위와 같음을 확인합니다.", size=14, align="center")
    pad.put(105, 192, "issued_on", dates.korean_short, size=13, align="center")
    sheet.text(100, 220, "서울대학교 TEPS관리위원회 위원장", size=17, bold=True, align="center")
    sheet.picture(152, 206, 22, 22, seals.square("서울대학교텝스관리위원장인", 22, rng))
    ornaments.specimen_note(sheet)
