"""DELF and DELE (DELF, DELE): a diploma as one decree with the marks at its foot, a certification in Spanish prose."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, scores, seals
from specimens.forms import Entry, entry
from specimens.fourth import plastic_sleeve
from specimens.layouts.delf import PARTS, title
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4

_BLUE = (22, 48, 118)
_RED = (168, 28, 36)
_COMMA = scores.comma(2)
_LONG = {"DELF": "diplôme d'études en langue française", "DALF": "diplôme approfondi de langue française"}
_DELE = (
    ("reading", "Comprensión de lectura"),
    ("writing", "Expresión e interacción escritas"),
    ("listening", "Comprensión auditiva"),
    ("speaking", "Expresión e interacción orales"),
)


@layout("DELF", "decree-and-marks")
def decree_and_marks(pad: Pad) -> None:
    """République française: the decree, the holder within sentences, "Relevé de notes" below a rule, in a sleeve."""
    rng, called = pad.rng, title(pad.get("level"))
    face = rng.choice(("serif", "noto-serif", "sans"))
    sheet = plastic_sleeve.lying(pad, (230.0, 316.0), (15, 11, 9, 11), face=face, page=(252, 252, 250))
    sheet.frame(19, 15, 4, 286, pen=0, fill=_BLUE)
    sheet.frame(23, 15, 1.6, 286, pen=0, fill=_RED)
    sheet.text(124, 30, "RÉPUBLIQUE FRANÇAISE", size=17, bold=True, align="center")
    sheet.text(124, 37, "Liberté – Égalité – Fraternité", size=9.5, face="serif-italic", align="center")
    sheet.text(124, 48, "MINISTÈRE DE L'ÉDUCATION NATIONALE", size=11.5, align="center", colour=_BLUE)
    pad.put(124, 68, "level", before=f"{called} ", size=32, bold=True, align="center", colour=_BLUE)
    sheet.text(124, 77, _LONG[called], size=13, face="serif-italic", align="center")
    style = rng.choice((dates.french, dates.day_first))
    run = sentences.run
    words = (
        "Vu l'arrêté du 22 mai 1985 modifié portant création des diplômes de langue française réservés aux personnes "
        "de nationalité étrangère ; vu le procès-verbal du jury de la session du ",
        run(pad, "test_date", style),
        ", le diplôme susvisé est délivré à :",
    )
    y = sentences.write(sheet, 34, 92, words, width=172, leading=7, size=12)
    called_by = rng.choice((names.given_first, None, names.title))
    pad.put(124, y + 8, "name_latin", called_by, size=21, bold=True, align="center", width=160)
    pad.put(124, y + 17, "birth_date", style, before="né(e) le ", after=" en Corée du Sud", size=12.5, align="center")
    pad.put(124, y + 25, "registration_no", before="inscrit(e) sous le n° ", size=11.5, align="center")
    sheet.line(34, y + 33, 206, y + 33, pen=0.3, colour=_BLUE)
    sheet.text(34, y + 41, "RELEVÉ DE NOTES", size=11.5, bold=True, colour=_BLUE)
    for place, (part, french) in enumerate(PARTS):
        line = y + 51 + place * 8.5
        end = sheet.text(34, line, french, size=12)
        draw.leader(sheet, end + 2, 158, line - 0.4)
        pad.put(176, line, f"sections.{part}", _COMMA, size=12.5, align="right")
        sheet.text(178, line, "/ 25", size=12)
    line = y + 88
    sheet.text(34, line, "TOTAL", size=13, bold=True)
    pad.put(176, line, "score", _COMMA, size=14, bold=True, align="right")
    sheet.text(178, line, "/ 100", size=12)
    sheet.text(
        34, line + 8, "Seuil de réussite : 50 / 100 – note minimale par épreuve : 5 / 25", size=9, colour=draw.GREY
    )
    pad.put(34, line + 24, "announced_on", style, before="Délibération du jury : ", size=11)
    pad.put(34, line + 33, "issued_on", style, before=f"{pad.get('city')}, le ", size=11.5)
    pad.put(34, line + 42, "serial_no", before="Diplôme n° ", size=10.5)
    sheet.text(160, line + 24, "Pour le ministre et par délégation,", size=10, align="center")
    sheet.text(160, line + 29.5, "le conseiller culturel", size=10, align="center")
    sheet.text(160, line + 42, "J.-P. Morel", size=21, face="nanum-pen", align="center", colour=(30, 40, 110))
    sheet.picture(112, line + 26, 28, 28, seals.round_seal("AMBASSADE DE FRANCE SEOUL ", "RF", 28, rng))
    plastic_sleeve.sleeve(sheet, rng, holes=3)
    ornaments.specimen_note(sheet, x=206, y=303)


@layout("DELE", "certification-in-prose")
def certification_in_prose(pad: Pad) -> None:
    """The secretary CERTIFICA: Que … in a paragraph, marks in a table by group, the day in words of the place."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "noto-serif", "sans", "noto-sans")), paper=(255, 255, 253))
    sheet.picture(24, 16, 20, 20, adornments.emblem(20, _RED, rng))
    sheet.text(50, 24, "Instituto Cervantes", size=18, face="serif-bold", colour=_RED)
    sheet.text(50, 31, "Dirección Académica – Área de Certificación y Acreditación", size=10)
    sheet.line(24, 40, 186, 40, pen=0.5, colour=_RED)
    pad.put(186, 48, "serial_no", before="N.º de referencia: ", size=10, align="right")
    style = rng.choice((dates.spanish, dates.day_first))
    run = sentences.run
    sheet.text(24, 62, "La Secretaría de los Diplomas de Español como Lengua Extranjera (DELE)", size=12)
    sheet.text(105, 75, "CERTIFICA", size=17, bold=True, align="center", tracking=1.2)
    words = (
        "Que ",
        run(pad, "name_latin", rng.choice((None, names.comma, names.given_first)), bold=True),
        ", de nacionalidad surcoreana, con fecha de nacimiento ",
        run(pad, "birth_date", style),
        " y código de inscripción ",
        run(pad, "registration_no"),
        ", concurrió a las pruebas celebradas el ",
        run(pad, "test_date", style),
        " en el centro de examen de Seúl para la obtención del Diploma de Español nivel ",
        run(pad, "level", bold=True),
        ", y ha obtenido la calificación de APTO con las puntuaciones siguientes, publicadas el ",
        run(pad, "announced_on", style),
        ":",
    )
    y = sentences.write(sheet, 24, 88, words, width=162, leading=7.2, size=12)
    top = y + 2
    rows: list[tuple[str | Entry, ...]] = [
        ("Pruebas", "Puntuación\nmínima", "Puntuación\nmáxima", "Puntuación\nobtenida")
    ]
    for place, (part, label) in enumerate(_DELE):
        least = "30,00 (grupo)" if place % 2 == 0 else "〃"
        rows.append((label, Entry("", least), Entry("", "25,00"), entry(pad, "", f"sections.{part}", _COMMA)))
    rows.append(
        ("Puntuación total", Entry("", "60,00"), Entry("", "100,00"), entry(pad, "", "score", _COMMA, bold=True))
    )
    end = draw.table(
        sheet, 38, top, (62, 30, 26, 30), (12, *(9.5,) * 4, 12), rows, size=11.5, label_size=10,
        shade=(248, 238, 232), shade_rows=(0, 5), pen=0.15, colour=(130, 90, 80),
    )  # fmt: skip
    for head, place in (("Grupo 1", 0), ("Grupo 2", 1)):
        group_top = top + 12 + place * 19
        sheet.frame(24, group_top, 14, 19, pen=0.2, colour=(130, 90, 80), fill=(248, 238, 232))
        sheet.text(31, group_top + 10.5, head, size=8.5, align="center")
    closing = (
        "Y para que conste y surta los efectos oportunos, a petición de la persona interesada, se expide la presente "
        "certificación en Madrid, a ",
        run(pad, "issued_on", style),
        ".",
    )
    y = sentences.write(sheet, 24, end + 13, closing, width=162, leading=7.2, size=12)
    sheet.text(130, y + 8, "El responsable de certificación", size=11, align="center")
    sheet.text(130, y + 21, "Á. Valdés Soto", size=22, face="nanum-brush", align="center", colour=(30, 40, 110))
    sheet.line(96, y + 24, 164, y + 24, pen=0.2)
    sheet.picture(54, y + 1, 26, 26, seals.round_seal("INSTITUTO CERVANTES DELE ", "ñ", 30, rng))
    forms.code(sheet, 24, 268, 18, f"dele-cert {pad.get('serial_no')}")
    draw.notes(
        sheet,
        48,
        274,
        (
            "La autenticidad de este documento puede comprobarse con el número de referencia en el portal de exámenes. "
            f"Registro de salida {rng.randint(1000, 9999)}/{(pad.get('issued_on') or '2019')[:4]}.",
        ),
        size=8,
        width=138,
    )
    ornaments.specimen_note(sheet)
