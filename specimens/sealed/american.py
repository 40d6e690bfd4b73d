"""TOEFL iBT and OPIc as another year's printer sets them."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.opic import LEVELS
from specimens.layouts.toefl import SECTIONS
from specimens.registry import Pad, layout
from specimens.sheet import A4

_BROWN = (110, 64, 30)
_GREY = (98, 96, 94)


@layout("TOEFL_IBT", "sealed-record")
def score_record(pad: Pad) -> None:
    """Ruled boxes with the label small above each value; sections side by side with the total last; long dates."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "narrow")))
    ornaments.rosette(sheet, 105, 190, 56, (240, 234, 226), rng)
    sheet.text(105, 28, "TOEFL iBT®", size=24, bold=True, align="center")
    sheet.text(105, 37, "Official Score Record - Institution Copy", size=13, align="center")
    end = 46.0
    rows = (
        (
            entry(pad, "LAST (FAMILY) NAME, FIRST (GIVEN) NAME", "name_latin", names.comma),
            entry(pad, "APPOINTMENT NUMBER", "registration_no"),
        ),
        (
            entry(pad, "DATE OF BIRTH", "birth_date", dates.english_long),
            entry(pad, "TEST DATE", "test_date", dates.english_long),
        ),
        (
            entry(pad, "SCORES REPORTED ON", "announced_on", dates.english_long),
            entry(pad, "VALID THROUGH", "valid_until", dates.english_long),
        ),
        (Entry("TEST CENTER", f"STN{rng.randint(10000, 99999)}B, SEOUL"), Entry("NATIVE LANGUAGE", "Korean")),
    )
    for row in rows:
        for number, item in enumerate(row):
            x = 18 + 87 * number
            sheet.frame(x, end, 87, 15, pen=0.25, colour=_GREY)
            sheet.text(x + 2, end + 4.6, item.label, size=7, colour=_GREY)
            forms.put(sheet, x + 3, end + 11.8, item, size=12.5, width=80)
        end += 15
    cells = ornaments.grid(sheet, 18, end + 14, (34.8,) * 5, (12, 22, 9), pen=0.25, edge=0.6, colour=_BROWN)
    columns = [(section.upper(), f"sections.{section}", "0-30") for section in SECTIONS]
    for column, (label, field, span) in enumerate([*columns, ("TOTAL", "score", "0-120")]):
        ornaments.cell(sheet, cells[0][column], label, bold=True, size=10.5)
        ornaments.cell(sheet, cells[1][column], pad.get(field), bold=True, size=20, field=field)
        ornaments.cell(sheet, cells[2][column], span, size=9, colour=_GREY)
    end += 70
    sheet.text(18, end, "Mean scores of all test takers from Korea, previous year", size=9.5, bold=True)
    means = [rng.randint(20, 22) for _ in SECTIONS]
    forms.table(sheet, 18, end + 3, (34.8,) * 5, [*(s.title() for s in SECTIONS), "Total"],
                [[*(str(mean) for mean in means), str(sum(means))]], height=7, size=8.5)  # fmt: skip
    sheet.lines(
        18, end + 34,
        "Institution code 7999, department 00. Scores more than two years old cannot be reported. The name on this "
        "record is the name on the identification document presented on the test date.",
        width=174, leading=5, size=9.5, colour=_GREY,
    )  # fmt: skip
    ornaments.specimen_note(sheet)


@layout("OPIC", "sealed-statement")
def opic_statement(pad: Pad) -> None:
    """인증서 in a Korean sentence: person lines centred in the upper half, the level within the text."""
    rng = pad.rng
    level = pad.get("level")
    sheet = pad.sheet(A4, face=rng.choice(("un-gungseo", "nanum-myeongjo", "un-batang", "baekmuk-batang")))
    ornaments.woven_border(sheet, 11, 5, _BROWN)
    pad.put(30, 38, "registration_no", before="인증번호 : ", size=10)
    sheet.text(105, 66, forms.spaced("인증서"), size=34, bold=True, align="center")
    sheet.text(105, 77, "Certificate of Oral Proficiency", size=12, face="serif-italic", align="center")
    items = (
        entry(pad, "성          명", "name"),
        entry(pad, "영  문  성  명", "name_latin"),
        entry(pad, "생  년  월  일", "birth_date", dates.korean_short),
        entry(pad, "평   가   일", "test_date", dates.korean_short),
    )
    forms.inline(sheet, 46, 100, items, step=11, room=80, label_room=42, size=13)
    sheet.text(105, 160, "위 사람은 외국어 말하기 평가 OPIc(영어)에서", size=14.5, align="center")
    end = sheet.text(52, 172, f"{LEVELS.get(level, level)} (", size=15)
    end = pad.put(end, 172, "level", size=15)
    sheet.text(end, 172, ") 등급을 취득하였으므로", size=15)
    sheet.text(105, 184, "이 증서를 수여합니다.", size=14.5, align="center")
    pad.put(105, 204, "announced_on", dates.korean_short, before="등급 확정일 ", size=11, align="center")
    pad.put(105, 212, "valid_until", dates.korean_short, before="유효기간 ", after="까지", size=11, align="center")
    sheet.text(105, 236, "OPIc 평가위원회", size=20, bold=True, align="center")
    sheet.picture(134, 221, 23, 23, seals.square("오픽평가위원회위원장인", 23, rng))
    sheet.text(105, 258, f"등급: {' < '.join(LEVELS)}", size=8.5, align="center", colour=_GREY)
    ornaments.specimen_note(sheet)
