"""TOEFL iBT reports (TOEFL_IBT): scales with marks, a report with MyBest scores (another total), an older letter."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments
from specimens.forms import Entry, entry
from specimens.layouts.toefl import SECTIONS
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_BLUE = (0, 76, 130)
_CYAN = (0, 146, 188)
_LETTER = (215.9, 279.4)


@layout("TOEFL_IBT", "marked-scales")
def marked_scales(pad: Pad) -> None:
    """US letter: large total left, four marked scales right, person in small capitals labels above values."""
    rng = pad.rng
    sheet = pad.sheet(_LETTER, face=rng.choice(("sans", "noto-sans", "nanum-barun")))
    sheet.text(14, 22, "TOEFL iBT", size=26, face="sans-bold", colour=_BLUE)
    sheet.text(64, 18, "®", size=9, face="sans", colour=_BLUE)
    sheet.text(201, 22, "Test Taker Score Report", size=15, face="sans", align="right")
    sheet.picture(14, 26, 188, 1.4, adornments.shine(188, 1.4, _BLUE, _CYAN))
    style = rng.choice((dates.english, dates.capital_month, dates.english_short, dates.english_long))
    cards = (
        (14, 36, entry(pad, "NAME", "name_latin", rng.choice((names.comma, names.title, None))), 84),
        (104, 36, Entry("EMAIL", "test.taker@mail.example"), 60),
        (14, 50, entry(pad, "DATE OF BIRTH", "birth_date", style), 40),
        (60, 50, Entry("GENDER", rng.choice(("M", "F"))), 20),
        (104, 50, entry(pad, "APPOINTMENT NUMBER", "registration_no", _grouped), 60),
        (14, 64, entry(pad, "TEST DATE", "test_date", style), 40),
        (60, 64, Entry("TEST CENTER", "STN20134A"), 40),
        (104, 64, entry(pad, "SCORES VALID UNTIL", "valid_until", style), 60),
        (14, 78, Entry("NATIVE COUNTRY", "Korea (ROK)"), 40),
        (60, 78, Entry("NATIVE LANGUAGE", "KOREAN"), 40),
    )
    for x, y, item, room in cards:
        draw.card(sheet, x, y, item, size=11, label_size=6.5, gap=5.2, width=room)
    ornaments.photo_box(sheet, 172, 34, rng, width=30, height=38)
    sheet.frame(14, 92, 56, 60, pen=0, fill=_BLUE)
    sheet.text(42, 104, "Total Score", size=12, face="sans", align="center", colour=draw.WHITE)
    pad.put(42, 130, "score", size=48, face="sans-bold", align="center", colour=draw.WHITE)
    sheet.text(42, 144, "out of 120", size=10, face="sans", align="center", colour=draw.WHITE)
    for place, part in enumerate(SECTIONS):
        y = 100 + place * 15
        sheet.text(80, y, part.title(), size=11, face="sans-bold")
        pad.put(120, y + 0.5, f"sections.{part}", size=15, face="sans-bold", align="right", colour=_BLUE)
        sheet.text(122, y, "/30", size=8, face="sans", colour=draw.GREY)
        share = draw.share(pad.get(f"sections.{part}"), 30)
        draw.gauge(sheet, 136, y - 3.4, 62, share, colour=_CYAN, height=3.4, ticks=("0", "15", "30"), marker=True)
    sheet.text(14, 168, "Score Ranges", size=11, face="sans-bold", colour=_BLUE)
    rows = (
        ("Reading", "Low (0-14)", "Intermediate (15-21)", "High (22-30)"),
        ("Listening", "Low (0-13)", "Intermediate (14-21)", "High (22-30)"),
        ("Speaking", "Weak (0-9) · Limited (10-17)", "Fair (18-25)", "Good (26-30)"),
        ("Writing", "Limited (1-16)", "Fair (17-23)", "Good (24-30)"),
    )
    foot = forms.table(
        sheet, 14, 172, (36, 58, 47, 47), ("Skill", "", "Level", ""), rows, height=8, size=8, header=(228, 240, 246)
    )
    draw.notes(
        sheet,
        14,
        foot + 10,
        (
            "Scores from tests taken more than two years ago are not reported.",
            "Security code and appointment number are needed to verify this report.",
            "THIS IS A PDF COPY OF THE TEST TAKER SCORE REPORT.",
        ),
        size=8,
        width=188,
    )
    sheet.text(14, 262, "Copyright © 2018 Educational Testing Service", size=7, face="sans", colour=draw.GREY)
    ornaments.specimen_note(sheet)


def _grouped(number: str) -> str:
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


@layout("TOEFL_IBT", "best-of-two-years")
def best_of_two_years(pad: Pad) -> None:
    """2019: this test at the left and MyBest scores of other days at the right, whose total is another number."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "narrow", "noto-sans")))
    sheet.frame(0, 0, 210, 24, pen=0, fill=(36, 42, 60))
    sheet.text(14, 16, "TOEFL iBT® Scores", size=20, face="sans-bold", colour=draw.WHITE)
    sheet.text(196, 15, "ETS", size=18, face="serif-bold", align="right", colour=(110, 200, 226))
    style = rng.choice((dates.english_long, dates.english, dates.dashed))
    pad.put(14, 38, "name_latin", rng.choice((names.comma, names.given_first, None)), size=17, face="sans-bold")
    items = (
        entry(pad, "Date of Birth", "birth_date", style),
        entry(pad, "Test Date", "test_date", style),
        entry(pad, "Appointment No.", "registration_no"),
        entry(pad, "Valid Until", "valid_until", style),
        entry(pad, "Score Availability Date", "announced_on", style),
    )
    forms.inline(sheet, 14, 48, items, step=6.6, room=70, label_room=46, size=10, colon=":")
    ornaments.photo_box(sheet, 162, 32, rng, width=34, height=44)
    for x, head, tint in ((14, "Scores of this test date", _BLUE), (110, "MyBest™ scores", draw.GREY)):
        draw.banner(sheet, x, 88, 86, 10, head, fill=tint, size=11, face="sans")
    best = 0
    for place, part in enumerate(SECTIONS):
        y = 110 + place * 13
        own = int(pad.get(f"sections.{part}") or 0)
        other = min(30, own + rng.choice((0, 0, 1, 3)))
        best += other
        sheet.text(18, y, part.title(), size=11.5, face="sans")
        pad.put(90, y, f"sections.{part}", size=14, face="sans-bold", align="right")
        sheet.line(14, y + 4, 100, y + 4, pen=0.12, colour=draw.PALE)
        sheet.text(114, y, part.title(), size=11.5, face="sans", colour=draw.GREY)
        day = (
            pad.get("test_date") if other == own else dates.later(rng, pad.get("test_date") or "2018-06-09", -240, -30)
        )
        sheet.text(150, y, style(day) if day else "", size=8.5, face="sans", colour=draw.GREY)
        sheet.text(192, y, str(other), size=14, face="sans", align="right", colour=draw.GREY)
    sheet.frame(14, 158, 86, 16, pen=0, fill=(226, 240, 247))
    sheet.text(18, 168, "Total", size=13, face="sans-bold")
    pad.put(90, 169, "score", size=20, face="sans-bold", align="right", colour=_BLUE)
    sheet.text(95, 169, "/120", size=7, face="sans", align="center")
    sheet.text(114, 168, "Sum of highest", size=11, face="sans", colour=draw.GREY)
    sheet.text(192, 169, str(best), size=20, face="sans", align="right", colour=draw.GREY)
    draw.notes(
        sheet,
        14,
        190,
        (
            "MyBest scores combine your best section scores from all your valid TOEFL iBT scores within the "
            "last two years.",
            "Only the scores of one test date can be used where an institution asks for a single sitting.",
            "Reading 0-30, Listening 0-30, Speaking 0-30, Writing 0-30; Total 0-120.",
        ),
        size=8.5,
        width=182,
    )
    forms.code(sheet, 14, 216, 70, pad.get("registration_no") or "0", kind="code128", height=12)
    sheet.text(14, 282, "ETS, TOEFL iBT Program, P.O. Box 0000", size=7.5, face="sans", colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("TOEFL_IBT", "old-letter")
def old_letter(pad: Pad) -> None:
    """Across, as until 2018: grey boxes with heads in capitals, scores in a narrow column, performance words beside."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("serif", "sans", "mono")))
    ornaments.scattered_marks(sheet, "ETS TOEFL", (244, 246, 249), size=18)
    sheet.text(16, 22, "Test of English as a Foreign Language", size=14, face="serif-bold", colour=_BLUE)
    sheet.text(281, 22, "EXAMINEE SCORE REPORT", size=13, face="serif-bold", align="right")
    style = rng.choice((dates.capital_month, dates.english, dates.day_first))
    cells = (
        ("NAME (FAMILY OR SURNAME, GIVEN)", entry(pad, "", "name_latin", names.comma), 96),
        ("APPOINTMENT/REGISTRATION NUMBER", entry(pad, "", "registration_no"), 68),
        ("TEST DATE", entry(pad, "", "test_date", style), 46),
        ("DATE OF BIRTH", entry(pad, "", "birth_date", style), 46),
    )
    x = 16.0
    for head, item, width in cells:
        sheet.frame(x, 28, width, 16, pen=0.25)
        sheet.frame(x, 28, width, 5.5, pen=0, fill=(226, 228, 232))
        sheet.text(x + 1.5, 32, head, size=6.5, face="sans")
        forms.put(sheet, x + 3, 40.6, item, size=12, width=width - 5)
        x += width + 3
    sheet.frame(16, 52, 66, 88, pen=0.4)
    sheet.text(49, 60, "SCALED SCORES", size=10, face="sans-bold", align="center")
    for place, part in enumerate(SECTIONS):
        y = 74 + place * 13
        end = sheet.text(21, y, part.title(), size=12)
        draw.leader(sheet, end + 2, 64, y - 0.4)
        pad.put(76, y, f"sections.{part}", size=14, bold=True, align="right")
    sheet.line(18, 121, 80, 121, pen=0.4)
    sheet.text(21, 132, "TOTAL SCORE", size=12, face="sans-bold")
    pad.put(76, 132, "score", size=18, bold=True, align="right")
    words = (
        "Test takers who receive a score at this level typically understand academic texts in English that "
        "require a wide range "
        "of reading abilities regardless of the difficulty of the texts.",
        "They can understand major ideas and important details, and can recognise how pieces of information "
        "are connected.",
        "Responses indicate an ability to communicate opinions and information on familiar and some academic topics.",
        "They use sentences and vocabulary well enough to convey ideas, with some errors that do not obscure meaning.",
    )
    for place, (part, text) in enumerate(zip(SECTIONS, words, strict=True)):
        y = 58 + place * 22
        sheet.text(90, y, f"{part.upper()} SKILLS", size=8.5, face="sans-bold", colour=_BLUE)
        score = int(pad.get(f"sections.{part}") or 0)
        sheet.text(128, y, "HIGH" if score > 22 else "INTERMEDIATE" if score > 14 else "LOW", size=8.5, face="sans")
        sheet.lines(90, y + 5, text, width=130, leading=4.2, size=8.5)
    ornaments.photo_box(sheet, 242, 52, rng, width=36, height=46)
    pad.put(90, 152, "valid_until", style, before="Scores are valid until ", size=10)
    pad.put(90, 159, "announced_on", style, before="Report printed ", size=10)
    draw.notes(
        sheet,
        16,
        172,
        (
            "IMPORTANT NOTE TO SCORE USERS: only photocopies bearing this report's watermark should be accepted.",
            "Score range: 0-30 for each section, 0-120 in total.",
        ),
        size=8,
        width=200,
    )
    ornaments.specimen_note(sheet, y=206)
