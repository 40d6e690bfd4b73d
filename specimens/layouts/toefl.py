"""TOEFL iBT Test Taker Score Report (TOEFL_IBT) by ETS."""

from __future__ import annotations

from functools import partial

from specimens import dates, ornaments, people
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

SECTIONS = ("reading", "listening", "speaking", "writing")
_BLUE = (0, 66, 116)
_GREY = (96, 102, 110)


@realistic("language", "TOEFL_IBT")
def report(filling: Filling) -> None:
    """Four sections of 0–30, their sum is the total. ETS prints only the Latin name."""
    rng = filling.rng
    filling.take("test", lambda: "TOEFL_IBT")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1984-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-04", "2019-08-24")) or "2018-06-09"
    filling.take("announced_on", lambda: dates.later(rng, taken, 8, 13))
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    filling.take("registration_no", lambda: "".join(str(rng.randrange(10)) for _ in range(16)))
    points = _split(filling)
    for section, score in zip(SECTIONS, points, strict=True):
        filling.take(f"sections.{section}", partial(str, score))
    filling.take("score", lambda: str(sum(points)))


def _split(filling: Filling) -> list[int]:
    rng = filling.rng
    given = [filling.values.get(f"sections.{section}") for section in SECTIONS]
    if all(score is not None for score in given):
        return [int(score) for score in given if score is not None]
    total = int(filling.values.get("score") or min(116, max(58, round(rng.gauss(88, 12)))))
    points = [min(30, max(0, round(total / 4 + rng.gauss(0, 3)))) for _ in SECTIONS]
    while (rest := total - sum(points)) != 0:
        step = 1 if rest > 0 else -1
        points[rng.choice([n for n in range(4) if 0 <= points[n] + step <= 30])] += step
    return points


def _comma_name(latin: str) -> str:
    family, _, given = latin.partition(" ")
    return f"{family.title()}, {given.title()}" if given else latin


@layout("TOEFL_IBT", "taker-report")
def taker_report(pad: Pad) -> None:
    """Two columns: person at the left, scores at the right, a MyBest table below whose total is another number."""
    rng = pad.rng
    sheet = pad.sheet(A4, face="sans")
    sheet.text(16, 26, "TOEFL iBT", size=26, face="sans-bold", colour=_BLUE)
    sheet.text(194, 20, "Test Taker Score Report", size=15, face="sans-bold", align="right")
    sheet.text(
        194, 27, "THIS IS A PDF SCORE REPORT, DOWNLOADED AND PRINTED BY THE TEST TAKER.", size=6.5, align="right"
    )
    sheet.line(16, 32, 194, 32, pen=0.7, colour=_BLUE)
    ornaments.photo_box(sheet, 162, 38, rng, width=32, height=42)
    rows = (
        ("Name:", _comma_name(pad.get("name_latin")), "name_latin", pad.get("name_latin")),
        ("Email:", f"{rng.choice(('gd', 'sj', 'mh'))}{rng.randint(10, 99)}@example.com", None, None),
        ("Gender:", rng.choice(("M", "F")), None, None),
        ("Date of Birth:", pad.date("birth_date", dates.english_short), "birth_date", pad.get("birth_date")),
        ("Country of Birth:", "Korea, Republic of", None, None),
        ("Native Language:", "KOREAN", None, None),
        ("Appointment Number:", pad.get("registration_no"), "registration_no", None),
        ("Test Date:", pad.date("test_date", dates.english_short), "test_date", pad.get("test_date")),
        ("Report Date:", pad.date("announced_on", dates.english_short), "announced_on", pad.get("announced_on")),
        ("Valid Until:", pad.date("valid_until", dates.english_short), "valid_until", pad.get("valid_until")),
    )
    for place, (label, printed, field, value) in enumerate(rows):
        y = 42 + place * 6.6
        sheet.text(16, y, label, size=9.5, colour=_GREY)
        sheet.text(
            58, y, printed, size=10.5, face="sans-bold" if place == 0 else "sans", width=98, field=field, value=value
        )
    cells = ornaments.grid(sheet, 16, 116, (70, 54, 54), (9, *(9,) * 5), header=(222, 232, 242), colour=_GREY)
    for place, text in zip(cells[0], ("Section", "Scaled Score", "Range"), strict=True):
        ornaments.cell(sheet, place, text, face="sans-bold")
    for line, section in zip(cells[1:5], SECTIONS, strict=True):
        ornaments.cell(sheet, line[0], section.title(), align="left", size=10.5)
        ornaments.cell(
            sheet, line[1], pad.get(f"sections.{section}"), face="sans-bold", size=12, field=f"sections.{section}"
        )
        ornaments.cell(sheet, line[2], "0 - 30")
    ornaments.cell(sheet, cells[5][0], "Total Score", align="left", face="sans-bold", size=10.5)
    ornaments.cell(sheet, cells[5][1], pad.get("score"), face="sans-bold", size=14, field="score")
    ornaments.cell(sheet, cells[5][2], "0 - 120")
    _my_best(pad, 182)
    ornaments.specimen_note(sheet)


def _my_best(pad: Pad, y: float) -> None:
    """MyBest scores: the best of several sittings, never the score of this one."""
    rng, sheet = pad.rng, pad.sheets[-1]
    sheet.text(16, y, "MyBest™ Scores", size=11, face="sans-bold", colour=_BLUE)
    best = [min(30, int(pad.get(f"sections.{section}") or 0) + rng.choice((0, 0, 1, 2))) for section in SECTIONS]
    cells = ornaments.grid(sheet, 16, y + 4, (35.6,) * 5, (8, 9), header=(236, 240, 244), colour=_GREY)
    for place, text in zip(cells[0], (*(s.title() for s in SECTIONS), "Sum of Highest"), strict=True):
        ornaments.cell(sheet, place, text, size=8.5)
    for place, score in zip(cells[1], (*best, sum(best)), strict=True):
        ornaments.cell(sheet, place, str(score), size=10)
    sheet.lines(
        16,
        y + 28,
        "Your MyBest scores show the highest score for each section from all your valid TOEFL iBT scores "
        "of the last two years. Score recipients will receive the scores of the test date named above. "
        "Speaking and Writing scores are rated by both automated scoring and certified raters.",
        width=178,
        leading=4.2,
        size=8,
        colour=_GREY,
    )
    sheet.text(
        16,
        282,
        "Copyright © ETS. All rights reserved. TOEFL and TOEFL iBT are registered trademarks of ETS.",
        size=6.5,
        colour=_GREY,
    )


@layout("TOEFL_IBT", "examinee-report")
def examinee_report(pad: Pad) -> None:
    """The older paper: a framed head, month-first dates, sections with performance levels."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "sans")), paper=(253, 253, 250))
    ornaments.wave_ground(sheet, 12, 12, 186, 60, (226, 236, 244), rng)
    sheet.frame(12, 12, 186, 273, pen=0.6, colour=_BLUE)
    sheet.text(105, 28, "Test of English as a Foreign Language", size=16, bold=True, align="center", colour=_BLUE)
    sheet.text(105, 37, "TOEFL iBT® Examinee Score Report", size=14, align="center")
    rows = (
        ("Name", pad.get("name_latin"), "name_latin", None),
        ("Appointment Number", pad.get("registration_no"), "registration_no", None),
        ("Date of Birth", pad.date("birth_date", dates.english), "birth_date", pad.get("birth_date")),
        ("Test Date", pad.date("test_date", dates.english), "test_date", pad.get("test_date")),
        ("Native Country", "KOREA (ROK)", None, None),
        ("Test Center", f"STN{rng.randint(10000, 99999)}A - Seoul", None, None),
    )
    cells = ornaments.grid(
        sheet, 20, 46, (44, 126), (8,) * 6, header=(232, 238, 245), header_columns=(0,), colour=_GREY
    )
    for line, (label, printed, field, value) in zip(cells, rows, strict=True):
        ornaments.cell(sheet, line[0], label, align="left")
        ornaments.cell(sheet, line[1], printed, align="left", size=10.5, field=field, value=value)
    for place, section in enumerate(SECTIONS):
        y = 112 + place * 26
        sheet.text(24, y, section.title(), size=13, bold=True)
        sheet.text(
            90, y, pad.get(f"sections.{section}"), size=16, bold=True, align="center", field=f"sections.{section}"
        )
        score = int(pad.get(f"sections.{section}") or 0)
        level = "High" if score >= 24 else "Intermediate" if score >= 17 else "Low"
        sheet.text(112, y, f"Level: {level}", size=10)
        sheet.lines(
            24,
            y + 6,
            "Test takers at this level typically follow academic texts and talks in English of this kind.",
            width=160,
            leading=4.4,
            size=8.5,
            colour=_GREY,
        )
        sheet.line(20, y + 16, 190, y + 16, pen=0.15, colour=_GREY)
    sheet.text(24, 224, "TOTAL", size=14, bold=True)
    pad.put(90, 224, "score", size=20, bold=True, align="center")
    sheet.text(112, 224, "Score range: 0 - 120", size=10)
    note = "Scores are valid for two years after the test date ("
    pad.put(24, 262, "valid_until", dates.english, before=note, after=").", size=8.5)
    ornaments.specimen_note(sheet)
