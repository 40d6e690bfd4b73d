"""OPIc papers (OPIC): labels below values, a Korean confirmation, a report with a ladder of levels."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.opic import LEVELS
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_ORANGE = (224, 104, 28)


@layout("OPIC", "labels-below")
def opic_labels_below(pad: Pad) -> None:
    """Across: level in letters and words large in the middle; person, day and number on rules with labels below."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-square", "sans", "noto-sans")), paper=(255, 254, 251))
    adornments.vine(sheet, 18, 20, 190, 10, (236, 190, 150))
    sheet.frame(30, 12, 256, 186, pen=0.5, colour=_ORANGE)
    sheet.text(158, 34, "ACTFL Oral Proficiency Interview - computer", size=12, face="serif-italic", align="center")
    sheet.text(158, 50, "OPIc CERTIFICATE", size=27, face="sans-bold", align="center", colour=_ORANGE)
    sheet.text(158, 64, "Language : English", size=11, face="sans", align="center")
    level = pad.get("level")
    sheet.text(158, 82, "RATING", size=9, face="sans", align="center", colour=draw.GREY)
    pad.put(158, 98, "level", size=34, face="sans-bold", align="center")
    sheet.text(158, 107, LEVELS.get(level, ""), size=13, face="sans", align="center")
    style = rng.choice((dates.slashed, dates.english, dates.capital_month))
    for x, item in (
        (84, entry(pad, "NAME", "name_latin")),
        (158, entry(pad, "성  명", "name")),
        (232, entry(pad, "DATE OF BIRTH", "birth_date", style)),
    ):
        draw.below(sheet, x, 130, item, width=68, size=13, label_size=8)
    for x, item in (
        (84, entry(pad, "TEST DATE", "test_date", style)),
        (158, entry(pad, "EXPIRATION DATE", "valid_until", style)),
    ):
        draw.below(sheet, x, 150, item, width=68, size=13, label_size=8)
    draw.below(sheet, 232, 150, entry(pad, "CERTIFICATE NUMBER", "registration_no"), width=74, size=11, label_size=8)
    sheet.text(110, 182, "Language Testing International", size=10, face="serif", align="center")
    sheet.line(76, 176, 144, 176, pen=0.2)
    sheet.text(110, 173, "H. Weber", size=17, face="nanum-pen", align="center", colour=(40, 50, 110))
    sheet.text(212, 180, "멀티캠퍼스 대표이사", size=13, align="center", face="nanum-gothic")
    sheet.picture(236, 166, 18, 18, seals.square("멀티캠퍼스대표이사", 18, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("OPIC", "korean-confirmation")
def opic_confirmation(pad: Pad) -> None:
    """OPIc 성적 확인서: labels white on orange, one of all levels ticked, announced day besides the test day."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "un-dotum", "nanum-barun", "baekmuk-gulim")))
    sheet.text(105, 36, "OPIc 성적 확인서", size=24, bold=True, align="center")
    sheet.picture(20, 42, 170, 1.2, adornments.shine(170, 1.2, _ORANGE, (255, 220, 180)))
    style = rng.choice((dates.dotted, dates.korean_short, dates.dashed))
    rows = (
        ("성 명", entry(pad, "", "name"), "영문명", entry(pad, "", "name_latin")),
        ("생년월일", entry(pad, "", "birth_date", style), "응시 언어", Entry("", "영어(English)")),
        ("평가일", entry(pad, "", "test_date", style), "성적 발표일", entry(pad, "", "announced_on", style)),
        (
            "유효기간",
            entry(pad, "", "valid_until", style, before="~ "),
            "취득 등급",
            entry(pad, "", "level", bold=True),
        ),
    )
    y = draw.table(
        sheet,
        20,
        52,
        (28, 57, 28, 57),
        (13,) * 4,
        rows,
        size=12,
        label_size=10.5,
        shade=_ORANGE,
        shade_columns=(0, 2),
        label_colour=draw.WHITE,
        label_bold=True,
        colour=draw.GREY,
    )
    y = draw.table(
        sheet,
        20,
        y,
        (28, 142),
        (12,),
        (("인증번호", entry(pad, "", "registration_no")),),
        size=12,
        label_size=10.5,
        shade=_ORANGE,
        shade_columns=(0,),
        label_colour=draw.WHITE,
        label_bold=True,
        colour=draw.GREY,
    )
    sheet.text(20, y + 14, "[참고] OPIc 등급 체계", size=10.5, bold=True)
    heads = ("구분", "Novice", "Intermediate", "Advanced")
    forms.table(
        sheet,
        20,
        y + 18,
        (32, 40, 58, 40),
        heads,
        (("하위 → 상위", "NL · NM · NH", "IL · IM(1<2<3) · IH", "AL"),),
        height=10,
        size=10,
        header=(252, 238, 226),
    )
    sheet.text(105, y + 62, "위와 같이 성적을 확인함.", size=13, align="center")
    sheet.text(105, y + 84, "OPIc 사무국", size=19, bold=True, align="center")
    sheet.picture(130, y + 72, 19, 19, seals.square("오픽사무국장의인", 19, rng))
    draw.notes(
        sheet,
        20,
        262,
        (
            "※ IM(Intermediate Mid) 등급은 IM1, IM2, IM3로 세분화하여 제공됩니다.",
            "※ 성적의 유효기간은 평가일로부터 2년입니다.",
        ),
        size=8,
        width=170,
    )
    ornaments.specimen_note(sheet)


@layout("OPIC", "score-and-advice")
def opic_advice(pad: Pad) -> None:
    """Digital report: grey person bar, a ladder of levels with the reached one dark, sections of advice in columns."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "nanum-square", "noto-sans")))
    sheet.text(16, 24, "OPIc", size=28, face="sans-bold", colour=_ORANGE)
    sheet.text(46, 24, "Official Rating Report", size=13, face="sans", colour=draw.GREY)
    pad.put(194, 24, "registration_no", before="No. ", size=8.5, face="mono", align="right")
    sheet.frame(16, 32, 178, 34, pen=0, fill=(242, 242, 240))
    style = rng.choice((dates.dashed, dates.english, dates.slashed))
    for x, y, label, field, way in (
        (22, 40, "Candidate", "name_latin", rng.choice((names.comma, None))),
        (92, 40, "Korean Name", "name", None),
        (138, 40, "Birth", "birth_date", style),
        (22, 55, "Tested on", "test_date", style),
        (92, 55, "Expires on", "valid_until", style),
    ):
        room = 66 if x < 90 else 44
        draw.card(sheet, x, y, entry(pad, label, field, way), size=11.5, label_size=7.5, gap=5.5, width=room)
    level = pad.get("level")
    for place, (short, words) in enumerate(reversed(LEVELS.items())):
        y = 78 + place * 10
        reached = short == level
        sheet.frame(16, y, 62, 8.6, pen=0.2, colour=draw.PALE, fill=_ORANGE if reached else (250, 246, 242))
        tint = draw.WHITE if reached else draw.GREY
        sheet.text(20, y + 5.9, words, size=8.5, face="sans", colour=tint)
        if not reached:
            sheet.text(74, y + 5.9, short, size=8, face="sans", align="right", colour=draw.PALE)
    sheet.text(92, 84, "Your Rating", size=10, face="sans", colour=draw.GREY)
    pad.put(92, 104, "level", size=42, face="sans-bold", colour=_ORANGE)
    draw.notes(
        sheet,
        92,
        118,
        (
            "Speakers at this level are able to handle successfully uncomplicated communicative tasks in "
            "straightforward social "
            "situations.",
            "Conversation is generally limited to predictable and concrete exchanges necessary for survival in "
            "the target-language culture.",
            "Minor difficulties with pronunciation or hesitation may occur when creating language.",
        ),
        size=9,
        width=100,
    )
    for place, head in enumerate(("Function", "Accuracy", "Content", "Text type")):
        x = 16 + place * 45
        draw.banner(sheet, x, 182, 42, 8, head, fill=(92, 92, 96), size=9, face="sans")
        draw.notes(
            sheet, x, 196, ("Develop the ability to narrate and describe in all major time frames.",), size=8, width=41
        )
    sheet.text(105, 250, "ACTFL · LTI · Multicampus", size=13, face="sans-bold", align="center")
    forms.code(sheet, 172, 242, 22, f"opic {pad.get('registration_no')}")
    ornaments.specimen_note(sheet)
