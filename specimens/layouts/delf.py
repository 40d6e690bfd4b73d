"""DELF papers (DELF), whose C levels are called DALF: French labels, four parts of 25, decimal commas."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, people, scores, seals
from specimens.filling import Filling
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4, A4_LANDSCAPE

PARTS = (
    ("listening", "Compréhension de l'oral"),
    ("reading", "Compréhension des écrits"),
    ("writing", "Production écrite"),
    ("speaking", "Production orale"),
)
_NAMES = {"DELF": "Diplôme d'études en langue française", "DALF": "Diplôme approfondi de langue française"}
_BLUE = (20, 44, 120)
_GREY = (100, 104, 116)


@realistic("language", "DELF")
def diploma(filling: Filling) -> None:
    """Four parts of 0–25 in steps of a half, each at least 5, their sum at least 50; for life."""
    rng = filling.rng
    filling.take("test", lambda: "DELF")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-11", "2019-06-15")) or "2018-05-19"
    filling.take("announced_on", lambda: dates.later(rng, taken, 28, 45))
    filling.take("level", lambda: rng.choices(("A1", "A2", "B1", "B2", "C1"), (1, 3, 6, 6, 2))[0])
    scores.fill(
        filling,
        {part: 25 for part, _ in PARTS},
        lambda: min(0.95, max(0.52, rng.gauss(0.69, 0.1))),
        step="0.5",
        least={part: 5 for part, _ in PARTS},
        lean=0.09,
    )
    filling.take("registration_no", lambda: f"{rng.choice(('082001', '082002', '082004'))}-{rng.randrange(10**6):06d}")
    filling.take("serial_no", lambda: f"{taken[2:4]}-{rng.randrange(10**7):07d}")
    filling.take("issued_on", lambda: dates.later(rng, taken, 50, 200))
    filling.take("city", lambda: rng.choice(("Séoul", "Busan", "Daejeon", "Daegu")))


def title(level: str) -> str:
    """DELF for A and B, DALF for C."""
    return "DALF" if level.startswith("C") else "DELF"


@layout("DELF", "attestation")
def attestation(pad: Pad) -> None:
    """Attestation de réussite: name in two lines, a table of four notes out of 25, the total out of 100."""
    rng = pad.rng
    level = pad.get("level")
    sheet = pad.sheet(A4, face=rng.choice(("sans", "serif")))
    ornaments.rosette(sheet, 105, 160, 54, (232, 236, 246), rng)
    sheet.text(20, 24, "MINISTÈRE DE L'ÉDUCATION NATIONALE", size=9.5, bold=True, colour=_BLUE)
    sheet.text(20, 30, "France Éducation international (CIEP)", size=9, colour=_GREY)
    sheet.text(105, 50, "ATTESTATION DE RÉUSSITE", size=20, bold=True, align="center", colour=_BLUE)
    sheet.text(105, 60, f"{_NAMES[title(level)]} - {title(level)} niveau", size=13, align="center")
    pad.put(105, 72, "level", before=f"{title(level)} ", size=20, bold=True, align="center", colour=_BLUE)
    sheet.line(20, 78, 190, 78, pen=0.4, colour=_BLUE)
    latin, start = pad.get("name_latin"), len(sheet.marks)
    items = (
        Entry("Nom", names.family(latin), bold=True),
        Entry("Prénom", names.given(latin).title(), bold=True),
        entry(pad, "Né(e) le", "birth_date", dates.day_first),
        Entry("Nationalité", "Corée du Sud"),
        entry(pad, "Numéro de candidat", "registration_no"),
        Entry("Centre d'examen", f"Alliance Française de {pad.get('city')}"),
        entry(pad, "Session", "test_date", dates.day_first),
        entry(pad, "Délibération du jury", "announced_on", dates.day_first),
    )
    forms.inline(sheet, 24, 86, items, step=7.6, room=100, label_room=48, size=11)
    names.in_two_places(pad, sheet, start)
    cells = ornaments.grid(sheet, 24, 148, (90, 36, 36), (9, 10, 10, 10, 10, 12), header=(230, 235, 247), colour=_BLUE)
    for place, text in zip(cells[0], ("Épreuves", "Note obtenue", "Note maximale"), strict=True):
        ornaments.cell(sheet, place, text, bold=True, size=10)
    for line, (part, label) in zip(cells[1:5], PARTS, strict=True):
        ornaments.cell(sheet, line[0], label, align="left", size=11)
        _note(pad, line[1], f"sections.{part}", size=11.5)
        ornaments.cell(sheet, line[2], "25", size=11)
    ornaments.cell(sheet, cells[5][0], "Total", align="left", bold=True, size=11.5)
    _note(pad, cells[5][1], "score", size=13, bold=True)
    ornaments.cell(sheet, cells[5][2], "100", size=11)
    sheet.text(
        24, 218, "Seuil de réussite : 50 / 100. Note minimale requise par épreuve : 5 / 25.", size=9, colour=_GREY
    )
    pad.put(24, 232, "issued_on", dates.french, before=f"Fait à {pad.get('city')}, le ", size=10.5)
    sheet.text(150, 240, "Le président du jury", size=11, align="center")
    sheet.picture(138, 243, 26, 26, seals.round_seal("JURY DU DELF ", "FEI", 26, rng))
    sheet.text(24, 276, "Cette attestation ne remplace pas le diplôme. Aucun duplicata ne sera délivré.", size=8)
    ornaments.specimen_note(sheet)


def _note(pad: Pad, place: tuple[float, float, float, float], field: str, *, size: float, bold: bool = False) -> None:
    value = pad.get(field)
    printed = scores.comma(2)(value) if value else ""
    ornaments.cell(pad.sheets[-1], place, printed, size=size, bold=bold, field=field, value=value)


@layout("DELF", "diploma")
def landscape(pad: Pad) -> None:
    """The diploma across the page: the name in one line, the notes in two columns under it."""
    rng = pad.rng
    level = pad.get("level")
    sheet = pad.sheet(A4_LANDSCAPE, face="serif", paper=(253, 252, 246))
    ornaments.woven_border(sheet, 8, 6, (150, 130, 70))
    sheet.text(148.5, 30, "RÉPUBLIQUE FRANÇAISE", size=14, bold=True, align="center")
    sheet.text(148.5, 37, "Ministère de l'Éducation nationale", size=10.5, face="serif-italic", align="center")
    sheet.text(148.5, 52, _NAMES[title(level)].upper(), size=21, bold=True, align="center", colour=_BLUE)
    pad.put(148.5, 64, "level", before=f"{title(level)} - Niveau ", size=18, bold=True, align="center")
    sheet.text(148.5, 76, "est délivré à", size=12, face="serif-italic", align="center")
    pad.put(148.5, 89, "name_latin", names.given_first, size=22, bold=True, align="center")
    pad.put(
        148.5,
        98,
        "birth_date",
        dates.french,
        before="né(e) le ",
        after=" à Séoul (Corée du Sud)",
        size=12,
        align="center",
    )
    pad.put(148.5, 106, "test_date", dates.french, before="Session du ", size=12, align="center")
    for place, (part, label) in enumerate(PARTS):
        x, y = 52 + 104 * (place % 2), 122 + 9 * (place // 2)
        sheet.text(x, y, f"{label} :", size=12)
        pad.put(x + 76, y, f"sections.{part}", scores.comma(1), after=" / 25", size=12, align="right")
    pad.put(
        148.5,
        146,
        "score",
        scores.comma(1),
        before="Note totale : ",
        after=" / 100",
        size=14,
        bold=True,
        align="center",
    )
    pad.put(30, 166, "registration_no", before="Numéro de candidat : ", size=10.5)
    pad.put(30, 173, "serial_no", before="Diplôme n° ", size=10.5)
    pad.put(30, 180, "announced_on", dates.day_first, before="Jury du ", size=10.5)
    pad.put(267, 166, "issued_on", dates.french, before="Délivré à Sèvres, le ", size=11, align="right")
    sheet.text(240, 174, "Le directeur", size=11, align="center")
    sheet.picture(206, 168, 26, 26, seals.round_seal("FRANCE EDUCATION ", "CIEP", 26, rng))
    ornaments.specimen_note(sheet, y=207)
