"""DELE papers (DELE): boxes with labels inside, an ornate diploma, heads in two tongues."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, scores, seals
from specimens.forms import Entry, entry
from specimens.layouts.dele import GROUPS, group_sum
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_RED = (188, 24, 40)
_GOLD = (176, 140, 62)
_COMMA = scores.comma(2)


@layout("DELE", "numbered-boxes")
def dele_boxes(pad: Pad) -> None:
    """Certificación: thin red boxes with tiny labels inside their upper edge, groups with subtotals, APTO large."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "narrow", "nanum-gothic")))
    sheet.text(16, 24, "Instituto Cervantes", size=18, face="serif-bold", colour=_RED)
    sheet.text(194, 24, "CERTIFICACIÓN DE CALIFICACIONES", size=12, face="sans-bold", align="right")
    sheet.line(16, 28, 194, 28, pen=0.7, colour=_RED)
    style = rng.choice((dates.day_first, dates.spanish))
    boxes = (
        (16, 36, 112, entry(pad, "APELLIDOS, NOMBRE", "name_latin", names.comma)),
        (132, 36, 62, entry(pad, "FECHA DE NACIMIENTO", "birth_date", style)),
        (16, 54, 56, entry(pad, "CÓDIGO DE INSCRIPCIÓN", "registration_no")),
        (76, 54, 56, entry(pad, "FECHA DEL EXAMEN", "test_date", style)),
        (136, 54, 58, entry(pad, "FECHA DE CALIFICACIÓN", "announced_on", style)),
        (16, 72, 112, Entry("CENTRO DE EXAMEN", "Seúl - Hankuk University")),
        (132, 72, 62, entry(pad, "NIVEL", "level", before="DELE ")),
    )
    for x, top, width, item in boxes:
        sheet.frame(x, top, width, 14, pen=0.25, colour=_RED)
        sheet.text(x + 1.5, top + 3.2, item.label, size=6, face="sans", colour=_RED)
        forms.put(sheet, x + 3, top + 10.4, item, size=12, width=width - 6)
    y = 104.0
    for number, (group, parts) in enumerate(GROUPS):
        draw.banner(sheet, 16, y, 178, 8, f"{group.upper()}", fill=(90, 86, 86), size=10, face="sans")
        for place, (part, label) in enumerate(parts):
            line = y + 15 + place * 9
            sheet.text(20, line, label, size=11)
            sheet.text(136, line, "25,00", size=10, align="right", colour=draw.GREY)
            pad.put(186, line, f"sections.{part}", _COMMA, size=12.5, align="right")
        sheet.text(20, y + 34, "Puntuación del grupo", size=9.5, colour=draw.GREY)
        sheet.text(186, y + 34, group_sum(pad, number), size=10.5, align="right", colour=draw.GREY)
        sheet.line(16, y + 37, 194, y + 37, pen=0.2, colour=_RED)
        y += 44
    sheet.text(20, y + 6, "PUNTUACIÓN TOTAL (máx. 100)", size=12, face="sans-bold")
    pad.put(186, y + 6, "score", _COMMA, size=16, bold=True, align="right")
    sheet.frame(16, y + 14, 60, 16, pen=0.6, colour=_RED)
    sheet.text(46, y + 25, "APTO", size=20, face="sans-bold", align="center", colour=_RED)
    pad.put(90, y + 24, "issued_on", style, before="Expedido en Madrid, ", size=10.5)
    pad.put(16, 262, "serial_no", before="Código de verificación: ", size=9)
    forms.code(sheet, 170, 244, 24, f"dele {pad.get('serial_no')}")
    draw.notes(
        sheet,
        16,
        270,
        ("Para ser APTO es preciso obtener al menos 30 puntos en cada grupo. Este documento no sustituye al diploma.",),
        width=140,
    )
    ornaments.specimen_note(sheet)


@layout("DELE", "ornate-diploma")
def dele_diploma(pad: Pad) -> None:
    """The diploma upright: name large, the rest in a Spanish sentence, marks in a line of four with labels below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "noto-serif", "nanum-myeongjo")), paper=(255, 253, 247))
    ornaments.woven_border(sheet, 10, 7, _GOLD)
    for x in (30, 180):
        adornments.vine(sheet, x, 90, 230, 8, (222, 204, 160))
    sheet.text(105, 42, "El Instituto Cervantes", size=15, face="serif-italic", align="center")
    sheet.text(105, 62, "DIPLOMA DE ESPAÑOL", size=25, face="serif-bold", align="center", colour=_RED)
    pad.put(105, 74, "level", before="Nivel ", size=18, face="serif-bold", align="center")
    sheet.text(105, 90, "expide el presente diploma a favor de", size=12, face="serif-italic", align="center")
    pad.put(
        105,
        106,
        "name_latin",
        rng.choice((None, names.given_first, names.title)),
        size=23,
        face="serif-bold",
        align="center",
        width=130,
    )
    style = rng.choice((dates.spanish, dates.day_first))
    sentence = (
        "nacido/a el ",
        sentences.run(pad, "birth_date", style),
        ", que ha superado el examen celebrado el ",
        sentences.run(pad, "test_date", style),
        " con la calificación de APTO y una puntuación total de ",
        sentences.run(pad, "score", _COMMA, bold=True),
        " sobre 100, publicada el ",
        sentences.run(pad, "announced_on", style),
        ".",
    )
    sentences.write(sheet, 105, 122, sentence, width=126, leading=8, size=13, align="center", face="serif")
    columns = [(part, label) for _, parts in GROUPS for part, label in parts]
    short = ("C. de lectura", "Exp. escrita", "C. auditiva", "Exp. oral")
    for place, ((part, _), label) in enumerate(zip(columns, short, strict=True)):
        draw.below(
            sheet,
            57 + place * 32,
            182,
            entry(pad, label, f"sections.{part}", _COMMA),
            width=28,
            size=14,
            label_size=8.5,
        )
    sheet.picture(93, 200, 24, 33, adornments.medal(24, (200, 164, 82)))
    pad.put(105, 248, "issued_on", style, before="Madrid, ", size=11.5, align="center")
    pad.put(40, 266, "registration_no", before="N.º de inscripción ", size=8.5)
    pad.put(170, 266, "serial_no", before="Registro ", size=8.5, align="right")
    ornaments.specimen_note(sheet)


@layout("DELE", "korean-and-spanish")
def dele_korean(pad: Pad) -> None:
    """성적 증명서 across for Korean offices: heads in both tongues white on red, names in both scripts."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-gothic", "nanum-barun", "noto-sans")))
    sheet.text(148.5, 30, "DELE 성적증명서  /  Certificado de calificaciones", size=20, bold=True, align="center")
    sheet.picture(24, 35, 249, 1.2, adornments.shine(249, 1.2, _RED, _GOLD))
    style = rng.choice((dates.dashed, dates.day_first, dates.dotted))
    y = draw.table(
        sheet,
        24,
        44,
        (50, 62, 45, 46, 46),
        (12, 13),
        (
            (
                "한글 성명\nNombre coreano",
                "영문 성명\nNombre y apellidos",
                "생년월일\nFecha de nacimiento",
                "수험번호\nN.º de inscripción",
                "등급\nNivel",
            ),
            (
                entry(pad, "", "name"),
                entry(pad, "", "name_latin"),
                entry(pad, "", "birth_date", style),
                entry(pad, "", "registration_no"),
                entry(pad, "", "level", bold=True),
            ),
        ),
        size=12,
        label_size=9,
        shade=_RED,
        shade_rows=(0,),
        label_colour=draw.WHITE,
    )
    parts = [part for _, parts in GROUPS for part, _ in parts]
    y = draw.table(
        sheet,
        24,
        y + 9,
        (50, 40, 40, 40, 40, 39),
        (12, 9, 14),
        (
            ("영역\nPrueba", "독해\nLectura", "작문\nEscritura", "듣기\nAuditiva", "회화\nOral", "총점\nTotal"),
            ("만점 Máximo", "25,00", "25,00", "25,00", "25,00", "100,00"),
            (
                "점수 Puntuación",
                *(entry(pad, "", f"sections.{part}", _COMMA) for part in parts),
                entry(pad, "", "score", _COMMA, bold=True),
            ),
        ),
        size=13,
        label_size=9,
        shade=_RED,
        shade_rows=(0,),
        label_colour=draw.WHITE,
    )
    items = (
        entry(pad, "시험일 Fecha del examen", "test_date", style),
        entry(pad, "성적 발표일 Fecha de publicación", "announced_on", style),
        Entry("판정 Calificación", "APTO (합격)"),
    )
    draw.led(sheet, 30, y + 14, items, to=150, step=8.5, size=11, width=50)
    sheet.text(220, y + 16, "위 성적을 증명합니다.", size=12, align="center")
    pad.put(220, y + 28, "issued_on", style, size=12, align="center")
    sheet.text(212, y + 46, "스페인어 시험센터", size=17, bold=True, align="center")
    sheet.picture(246, y + 34, 20, 20, seals.square("스페인어시험센터인", 20, rng))
    pad.put(30, y + 46, "serial_no", before="발급번호 ", size=9)
    ornaments.specimen_note(sheet, y=206)
