"""DELE papers (DELE) by Instituto Cervantes: Spanish labels, two groups of tests, the qualification APTO."""

from __future__ import annotations

from decimal import Decimal

from specimens import dates, forms, names, ornaments, people, scores, seals
from specimens.filling import Filling
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, A4_LANDSCAPE

GROUPS = (
    ("Grupo 1", (("reading", "Comprensión de lectura"), ("writing", "Expresión e interacción escritas"))),
    ("Grupo 2", (("listening", "Comprensión auditiva"), ("speaking", "Expresión e interacción orales"))),
)
_RED = (170, 26, 34)
_GREY = (104, 100, 100)


@realistic("language", "DELE")
def diploma(filling: Filling) -> None:
    """Four tests of 0–25 in hundredths, each group at least 30 of 50, hence APTO; for life."""
    rng = filling.rng
    filling.take("test", lambda: "DELE")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-17", "2019-05-25")) or "2018-05-19"
    filling.take("announced_on", lambda: dates.later(rng, taken, 75, 95))
    filling.take("level", lambda: rng.choices(("A1", "A2", "B1", "B2", "C1", "C2"), (1, 4, 6, 6, 2, 1))[0])
    sections = [part for _, parts in GROUPS for part, _ in parts]
    scores.fill(
        filling,
        dict.fromkeys(sections, 25),
        lambda: min(0.96, max(0.64, rng.gauss(0.78, 0.08))),
        step="0.01",
        least=dict.fromkeys(sections, 15),
        lean=0.05,
    )
    filling.take("registration_no", lambda: f"{taken[2:4]}{taken[5:7]}{rng.randrange(10**8):08d}")
    filling.take("serial_no", lambda: f"DELE{rng.randrange(10**7):07d}")
    filling.take("issued_on", lambda: dates.later(rng, taken, 100, 240))


def group_sum(pad: Pad, number: int) -> str:
    """What the two tests of a group add up to: a number that looks like a score."""
    parts = [Decimal(pad.get(f"sections.{part}") or "0") for part, _ in GROUPS[number][1]]
    return scores.comma(2)(str(sum(parts)))


@layout("DELE", "grades-certificate")
def grades(pad: Pad) -> None:
    """Certificado de calificaciones: person lines, then the tests by group with sums of groups and the total."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "serif")))
    ornaments.scattered_marks(sheet, "DELE", (249, 243, 242), size=26)
    sheet.text(20, 28, "Instituto Cervantes", size=20, face="serif-bold", colour=_RED)
    sheet.text(190, 22, "Diplomas de Español como Lengua Extranjera", size=10, align="right")
    sheet.text(190, 28, "CERTIFICADO DE CALIFICACIONES", size=11, bold=True, align="right")
    sheet.line(20, 33, 190, 33, pen=0.7, colour=_RED)
    latin, start = pad.get("name_latin"), len(sheet.marks)
    items = (
        Entry("Nombre", names.given(latin), bold=True),
        Entry("Apellidos", names.family(latin), bold=True),
        entry(pad, "Fecha de nacimiento", "birth_date", dates.day_first),
        Entry("Nacionalidad", "COREA DEL SUR"),
        entry(pad, "Código de inscripción", "registration_no"),
        entry(pad, "Convocatoria", "test_date", dates.spanish),
        Entry("Centro de examen", "Universidad Hankuk de Estudios Extranjeros"),
        entry(pad, "Nivel", "level", bold=True),
    )
    forms.inline(sheet, 22, 46, items, step=8, room=110, label_room=50, size=11)
    names.in_two_places(pad, sheet, start)
    cells = ornaments.grid(
        sheet, 22, 116, (30, 76, 30, 30), (10, 10, 10, 10, 10, 12), header=(248, 236, 236), colour=_GREY
    )
    for place, text in zip(cells[0], ("Grupo", "Prueba", "Puntuación", "Máximo"), strict=True):
        ornaments.cell(sheet, place, text, bold=True)
    rows = [(group, part, label) for group, parts in GROUPS for part, label in parts]
    for line, (group, part, label) in zip(cells[1:5], rows, strict=True):
        ornaments.cell(sheet, line[0], group)
        ornaments.cell(sheet, line[1], label, align="left", size=10)
        _points(pad, line[2], f"sections.{part}")
        ornaments.cell(sheet, line[3], "25,00")
    ornaments.cell(sheet, cells[5][1], "Puntuación total", align="left", bold=True, size=11)
    _points(pad, cells[5][2], "score", bold=True)
    ornaments.cell(sheet, cells[5][3], "100,00")
    for number, (group, _) in enumerate(GROUPS):
        sheet.text(22, 188 + number * 7, f"{group} : {group_sum(pad, number)} / 50,00 (mínimo 30,00)", size=10)
    sheet.text(22, 210, "Calificación global :", size=12)
    sheet.text(66, 210, "APTO", size=16, bold=True, colour=_RED)
    pad.put(22, 224, "announced_on", dates.day_first, before="Fecha de publicación de resultados : ", size=9.5)
    pad.put(22, 231, "serial_no", before="N.º de certificado : ", size=9.5)
    pad.put(22, 238, "issued_on", dates.spanish, before="En Madrid, a ", size=10.5)
    sheet.text(150, 246, "El Director Académico", size=11, align="center")
    sheet.picture(136, 249, 27, 27, seals.round_seal("CERVANTES MADRID ", "DELE", 27, rng))
    ornaments.specimen_note(sheet)


def _points(pad: Pad, place: tuple[float, float, float, float], field: str, *, bold: bool = False) -> None:
    value = pad.get(field)
    printed = scores.comma(2)(value) if value else ""
    ornaments.cell(pad.sheets[-1], place, printed, size=11, bold=bold, field=field, value=value)


@layout("DELE", "diploma")
def landscape(pad: Pad) -> None:
    """The diploma across the page with the name in a sentence; the points in a small table at its foot."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face="serif", paper=(254, 252, 247))
    ornaments.double_border(sheet, 9, _RED, gap=2.2, pen=1.2)
    ornaments.rosette(sheet, 148.5, 96, 60, (247, 236, 228), rng, flatten=0.6)
    sheet.text(148.5, 30, "MINISTERIO DE EDUCACIÓN Y FORMACIÓN PROFESIONAL", size=11, bold=True, align="center")
    sheet.text(148.5, 46, "DIPLOMA DE ESPAÑOL", size=25, bold=True, align="center", colour=_RED)
    pad.put(148.5, 57, "level", before="NIVEL ", size=17, bold=True, align="center")
    sheet.text(148.5, 69, "El Instituto Cervantes certifica que", size=12, face="serif-italic", align="center")
    pad.put(148.5, 83, "name_latin", names.given_first, size=23, bold=True, align="center")
    pad.put(
        148.5,
        92,
        "birth_date",
        dates.spanish,
        before="nacido/a el ",
        after=" en Corea del Sur",
        size=12,
        align="center",
    )
    sheet.text(148.5, 101, "ha obtenido la calificación de", size=12, align="center")
    sheet.text(148.5, 113, "APTO", size=22, bold=True, align="center", colour=_RED)
    pad.put(148.5, 123, "test_date", dates.spanish, before="en la convocatoria del ", size=12, align="center")
    rows = [(part, label) for _, parts in GROUPS for part, label in parts]
    cells = ornaments.grid(sheet, 28, 134, (48,) * 4 + (48,), (11, 10), header=(248, 240, 234), pen=0.15, colour=_GREY)
    for column, (part, label) in enumerate(rows):
        ornaments.cell(sheet, cells[0][column], label, size=8.5)
        _points(pad, cells[1][column], f"sections.{part}")
    ornaments.cell(sheet, cells[0][4], "Total (máx. 100)", size=9, bold=True)
    _points(pad, cells[1][4], "score", bold=True)
    pad.put(30, 168, "registration_no", before="Código de inscripción: ", size=10.5)
    pad.put(30, 175, "serial_no", before="Diploma n.º ", size=10.5)
    pad.put(30, 182, "announced_on", dates.day_first, before="Acta de ", size=10.5)
    pad.put(262, 168, "issued_on", dates.spanish, before="Madrid, ", size=11, align="right")
    sheet.text(236, 176, "El Director del Instituto Cervantes", size=10, align="center")
    sheet.picture(180, 160, 27, 27, seals.round_seal("CERVANTES MADRID ", "DELE", 27, rng))
    ornaments.specimen_note(sheet, y=207)
