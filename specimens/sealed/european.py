"""FLEX, DELF and DELE as another year's printer sets them."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, scores, seals
from specimens.forms import Entry, entry
from specimens.layouts import dele, delf, flex
from specimens.registry import Pad, layout
from specimens.sheet import A4, A4_LANDSCAPE

_OLIVE = (82, 92, 32)
_GREY = (100, 100, 100)


@layout("FLEX_FR", "sealed-card")
@layout("FLEX_ES", "sealed-card")
def flex_card(pad: Pad) -> None:
    """Across the page, English labels first: person in two columns of lines, skills as large figures over a scale."""
    rng = pad.rng
    korean, english = flex.LANGUAGES["FLEX_ES" if pad.get("test") == "FLEX_ES" else "FLEX_FR"]
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-barun", "un-shinmun", "noto-sans", "nanum-myeongjo")))
    ornaments.double_border(sheet, 9, _OLIVE, gap=3)
    sheet.text(148.5, 32, f"FLEX {english.upper()}", size=26, face="serif-bold", align="center", colour=_OLIVE)
    sheet.text(148.5, 41, f"외국어능력시험 · {korean} · 듣기/읽기", size=12, align="center")
    columns = (
        (
            entry(pad, "Name", "name_latin"),
            entry(pad, "성 명", "name"),
            entry(pad, "Date of Birth", "birth_date", dates.english),
        ),
        (
            entry(pad, "Candidate No.", "registration_no"),
            entry(pad, "Date of Test", "test_date", dates.english),
            entry(pad, "Valid Until", "valid_until", dates.english),
        ),
    )
    for x, items in zip((30, 160), columns, strict=True):
        for number, item in enumerate(items):
            sheet.text(x, 60 + 11 * number, item.label, size=10.5, colour=_GREY)
            forms.put(sheet, x + 40, 60 + 11 * number, item, size=12.5, width=72)
            sheet.line(x, 63 + 11 * number, x + 110, 63 + 11 * number, pen=0.12, colour=_GREY)
    figures = (
        ("Listening", "듣기", "sections.listening", pad.get("top.listening")),
        ("Reading", "읽기", "sections.reading", pad.get("top.reading")),
        ("Total Score", "총점", "score", "1000"),
        ("Grade", "등급", "rank", ""),
    )
    for number, (label, native, field, top) in enumerate(figures):
        x = 58 + 60 * number
        sheet.text(x, 106, label, size=12, align="center", bold=True)
        sheet.text(x, 112.5, native, size=10, align="center")
        pad.put(x, 130, field, size=30, align="center", face="serif-bold")
        sheet.text(x, 139, f"max. {top}" if top else "1A - 3C", size=9, face="sans", align="center", colour=_GREY)
        if number:
            sheet.line(x - 30, 100, x - 30, 142, pen=0.15, colour=_GREY)
    sheet.text(
        30,
        156,
        "Speaking and Writing are certified separately.  말하기와 쓰기는 따로 평가합니다.",
        size=9.5,
        colour=_GREY,
    )
    pad.put(30, 172, "serial_no", before="No. ", size=10.5)
    pad.put(30, 180, "issued_on", dates.english, before="Issued on ", size=10.5)
    sheet.text(222, 178, "한국외국어대학교", size=18, bold=True, align="center")
    sheet.picture(250, 162, 23, 23, seals.square("한국외국어대학교총장의인", 23, rng))
    ornaments.specimen_note(sheet, y=207)


@layout("DELF", "sealed-releve")
def delf_releve(pad: Pad) -> None:
    """Relevé de notes: labels above values in boxes, the notes in one row, the total in words of a sentence."""
    rng = pad.rng
    level = pad.get("level")
    sheet = pad.sheet(A4, face=rng.choice(("un-dotum", "serif", "narrow")))
    sheet.frame(16, 16, 178, 20, pen=0.5, fill=(240, 240, 232))
    pad.put(105, 25, "level", before=f"{delf.title(level)} ", size=17, bold=True, align="center")
    sheet.text(105, 32, "RELEVÉ DE NOTES", size=11, align="center")
    end = forms.above(
        sheet, 16, 46, (89, 89),
        (entry(pad, "Nom et prénom du candidat", "name_latin"), entry(pad, "Numéro de candidat", "registration_no")),
        size=12.5, heights=(6, 11),
    )  # fmt: skip
    end = forms.above(
        sheet, 16, end, (59, 60, 59),
        (
            entry(pad, "Date de naissance", "birth_date", dates.french),
            Entry("Lieu de naissance", "Corée du Sud"),
            entry(pad, "Date de l'examen", "test_date", dates.french),
        ),
        size=11.5, heights=(6, 11),
    )  # fmt: skip
    end = forms.above(
        sheet, 16, end, (119, 59),
        (
            Entry("Centre d'examen", f"Institut français de {pad.get('city')}"),
            entry(pad, "Publication des résultats", "announced_on", dates.french),
        ),
        size=11.5, heights=(6, 11),
    )  # fmt: skip
    end += 16
    cells = ornaments.grid(sheet, 16, end, (44.5,) * 4, (14, 16), pen=0.2, edge=0.6)
    for column, (part, label) in enumerate(delf.PARTS):
        ornaments.cell(sheet, cells[0][column], f"{label} (/25)", size=10)
        x, top, width, height = cells[1][column]
        pad.put(
            x + width / 2, top + height / 2 + 2, f"sections.{part}", scores.comma(2), size=15, bold=True, align="center"
        )
    end += 46
    last = pad.put(16, end, "score", scores.comma(2), before="Total obtenu : ", after=" points sur 100", size=13.5)
    sheet.text(last + 8, end, "Résultat : ADMIS(E)", size=13.5, bold=True)
    sheet.text(
        16, end + 9, "Sont admis les candidats ayant obtenu au moins 50 points et 5 points à chaque épreuve.", size=9
    )
    pad.put(16, end + 26, "serial_no", before="Référence du relevé : ", size=10)
    pad.put(16, end + 34, "issued_on", dates.day_first, before="Édité le ", size=10)
    sheet.text(150, end + 30, "Le chef de centre", size=11, align="center")
    sheet.picture(136, end + 34, 28, 28, seals.round_seal("CENTRE DELF COREE ", "DELF", 28, rng))
    ornaments.specimen_note(sheet)


@layout("DELE", "sealed-acta")
def dele_acta(pad: Pad) -> None:
    """Acta individual without rules: surnames before the name in one line, points `19,63/25` by group."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "serif", "noto-sans")), paper=(255, 254, 250))
    ornaments.rosette(sheet, 105, 140, 60, (244, 242, 228), rng)
    sheet.text(105, 34, "DELE", size=34, face="sans-bold", align="center", colour=_OLIVE)
    sheet.text(105, 43, "Acta individual de resultados", size=14, align="center")
    left = (
        entry(pad, "Apellidos y nombre", "name_latin", names.comma, bold=True),
        entry(pad, "Fecha de nacimiento", "birth_date", dates.spanish),
        Entry("País de nacimiento", "Corea del Sur"),
        entry(pad, "Número de inscripción", "registration_no"),
        entry(pad, "Fecha del examen", "test_date", dates.spanish),
        entry(pad, "Publicación de notas", "announced_on", dates.spanish),
    )
    for number, item in enumerate(left):
        y = 62 + 9.5 * number
        sheet.text(88, y, item.label, size=11, align="right", colour=_GREY)
        forms.put(sheet, 94, y, item, size=12, width=92)
    sheet.text(105, 130, "Nivel del examen", size=11, align="center", colour=_GREY)
    pad.put(105, 143, "level", size=28, bold=True, align="center", colour=_OLIVE)
    for number, (group, parts) in enumerate(dele.GROUPS):
        x = 24 + 86 * number
        sheet.text(x, 162, f"{group}  ({dele.group_sum(pad, number)} de 50)", size=11, bold=True)
        for row, (part, label) in enumerate(parts):
            y = 172 + 9 * row
            sheet.text(x, y, label, size=10, width=54)
            pad.put(x + 78, y, f"sections.{part}", scores.comma(2), after="/25", size=11.5, align="right")
    sheet.line(24, 188, 188, 188, pen=0.2, colour=_GREY)
    sheet.text(24, 198, "Puntuación final", size=13)
    pad.put(92, 198, "score", scores.comma(2), after="/100", size=14, bold=True, align="right")
    sheet.text(110, 198, "Calificación:", size=13)
    sheet.text(146, 198, "APTO", size=16, bold=True)
    sheet.text(
        24, 210, "Para obtener la calificación de APTO se requieren 30 puntos en cada grupo.", size=9, colour=_GREY
    )
    pad.put(24, 232, "serial_no", before="Registro ", size=10)
    pad.put(24, 239, "issued_on", dates.spanish, before="Expedido el ", size=10)
    sheet.text(150, 240, "Instituto Cervantes", size=14, face="serif-bold", align="center")
    sheet.picture(134, 242, 27, 27, seals.round_seal("CERVANTES DELE ", "IC", 27, rng))
    ornaments.specimen_note(sheet)
