"""TEPS and New TEPS as another year's printer sets them."""

from __future__ import annotations

from specimens import dates, ornaments, seals
from specimens.layouts.teps import FULL, SECTIONS, TOPS
from specimens.registry import Pad, layout
from specimens.sheet import A4

_PLUM = (84, 40, 104)
_PALE = (244, 240, 248)
_GREY = (102, 98, 108)
_NAMES = {
    "listening": "청해 Listening",
    "vocabulary": "어휘 Vocabulary",
    "grammar": "문법 Grammar",
    "reading": "독해 Reading",
}


@layout("TEPS", "sealed-panel")
@layout("NEW_TEPS", "sealed-panel")
def side_panel(pad: Pad) -> None:
    """A pale panel at the left with labels above values, results at the right between thin lines, total on top."""
    rng = pad.rng
    kind = "TEPS" if pad.get("test") == "TEPS" else "NEW_TEPS"
    sheet = pad.sheet(A4, face=rng.choice(("nanum-round", "nanum-square", "un-graphic", "nanum-barunpen")))
    sheet.frame(0, 0, 68, 297, pen=0, fill=_PALE)
    title = "TEPS" if kind == "TEPS" else "뉴텝스 NEW TEPS"
    sheet.text(12, 26, "응시자", size=14, bold=True, colour=_PLUM)
    ornaments.photo_box(sheet, 12, 32, rng, width=27, height=36)
    rows = (
        ("성명", "name", None),
        ("영문 성명", "name_latin", None),
        ("생년월일", "birth_date", dates.dashed),
        ("수험번호", "registration_no", None),
        ("시험일", "test_date", dates.dashed),
        ("성적 유효일", "valid_until", dates.dashed),
        ("발급일", "issued_on", dates.dashed),
    )
    for number, (label, field, style) in enumerate(rows):
        y = 82 + 18 * number
        sheet.text(12, y, label, size=8.5, colour=_PLUM)
        pad.put(12, y + 7, field, style, size=11.5, width=52)
    sheet.text(80, 28, f"{title} 성적표", size=23, bold=True, colour=_PLUM)
    sheet.text(80, 36, f"제{pad.get('sitting')}회  Official Score Report", size=10, colour=_GREY)
    sheet.text(80, 58, "총점 Total Score", size=13)
    end = pad.put(80, 78, "score", size=38, bold=True)
    sheet.text(end + 4, 78, f"/ {FULL[kind]}", size=13, colour=_GREY)
    sheet.text(196, 58, "등급", size=13, align="right")
    pad.put(196, 78, "rank", size=26, bold=True, align="right")
    for number, (section, top) in enumerate(zip(SECTIONS, TOPS[kind], strict=True)):
        y = 98 + 22 * number
        sheet.line(80, y - 8, 196, y - 8, pen=0.15, colour=_GREY)
        sheet.text(80, y + 3, _NAMES[section], size=12)
        pad.put(164, y + 3, f"sections.{section}", size=17, bold=True, align="right")
        sheet.text(196, y + 3, f"만점 {top}", size=9, align="right", colour=_GREY)
        share = int(pad.get(f"sections.{section}") or 0) / top
        sheet.text(80, y + 9, f"상위 {max(1.0, 100 - 96 * share):.1f}%", size=8.5, colour=_GREY)
    sheet.line(80, 178, 196, 178, pen=0.15, colour=_GREY)
    sheet.lines(
        80, 192,
        "TEPS는 서울대학교 언어교육원이 개발하고 서울대학교 TEPS관리위원회가 주관하는 영어능력검정시험입니다. "
        "성적은 시험일로부터 2년 동안 유효합니다.",
        width=116, leading=6, size=9.5, colour=_GREY,
    )  # fmt: skip
    sheet.text(80, 244, "서울대학교", size=13)
    sheet.text(80, 253, "TEPS관리위원회", size=17, bold=True)
    sheet.picture(136, 238, 20, 20, seals.square("서울대학교텝스관리위원회", 20, rng))
    ornaments.specimen_note(sheet)
