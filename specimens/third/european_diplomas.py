"""French and Spanish papers (DELF, DELE) once more: pages of verification, two languages, marks in a row."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, scores, seals
from specimens.forms import Entry, entry
from specimens.layouts.delf import PARTS, title
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Sheet
from specimens.third import certificate_frames as frames

_BLUE = (0, 40, 120)
_RED = (198, 12, 48)
_GOLD = (214, 160, 30)
_COMMA = scores.comma(2)
_ENGLISH = ("Listening", "Reading", "Writing", "Speaking")


def _two_names(pad: Pad, sheet: Sheet, places: tuple[tuple[float, float], tuple[float, float]], size: float) -> None:
    """Family name at the first place, given name at the second, one truth over both."""
    latin = pad.get("name_latin")
    if not latin:
        return
    since = len(sheet.marks)
    sheet.text(*places[0], names.family(latin), size=size, bold=True)
    sheet.text(*places[1], names.given(latin).title(), size=size, bold=True)
    names.in_two_places(pad, sheet, since)


@layout("DELF", "french-and-english")
def french_and_english(pad: Pad) -> None:
    """Attestation in two languages: labels with a stroke between, trials as rows under heads, the jury's seal."""
    rng, called = pad.rng, title(pad.get("level"))
    sheet = pad.sheet(A4, face=rng.choice(("sans", "noto-sans", "serif", "nanum-barun")))
    sheet.frame(0, 0, 210, 5, pen=0, fill=_BLUE)
    sheet.text(20, 20, "FRANCE ÉDUCATION INTERNATIONAL", size=12, face="sans-bold", colour=_BLUE)
    sheet.text(20, 26, "1, avenue Léon-Journault – 92318 Sèvres Cedex – France", size=8, face="sans")
    pad.put(190, 20, "serial_no", before="N° ", size=10, align="right")
    sheet.text(20, 46, "Attestation de réussite / Statement of success", size=17, bold=True)
    pad.put(20, 56, "level", before=f"{called} ", after="  tout public", size=14, colour=_RED, bold=True)
    sheet.line(20, 60, 190, 60, pen=0.3)
    labels = ("Nom / Surname", "Prénom / First name", "Né(e) le / Date of birth", "Nationalité / Nationality")
    for place, label in enumerate(labels):
        sheet.text(20, 71 + place * 8.5, label, size=10, colour=draw.GREY)
    _two_names(pad, sheet, ((72, 71), (72, 79.5)), 12)
    style = rng.choice((dates.day_first, dates.french))
    pad.put(72, 88, "birth_date", style, size=11.5)
    sheet.text(72, 96.5, "Corée du Sud / Korea, Republic of", size=11.5)
    facts = (
        entry(pad, "Code candidat / Candidate code", "registration_no"),
        entry(pad, "Session / Exam date", "test_date", style),
        entry(pad, "Résultats / Results published", "announced_on", style),
    )
    for place, item in enumerate(facts):
        draw.card(sheet, 20 + place * 59, 108, item, size=11, label_size=8, gap=6, width=56)
    rows: list[tuple[str | Entry, ...]] = [("Épreuves / Tests", "Minimum", "Note sur 25\nMark out of 25")]
    for (part, french), english in zip(PARTS, _ENGLISH, strict=True):
        rows.append((f"{french} / {english}", Entry("", "5,00"), entry(pad, "", f"sections.{part}", _COMMA)))
    rows.append(
        ("Note totale sur 100 / Total out of 100", Entry("", "50,00"), entry(pad, "", "score", _COMMA, bold=True))
    )
    y = draw.table(
        sheet, 20, 124, (100, 30, 40), (13, *(10.5,) * 4, 13), rows, size=12, label_size=10,
        shade=(232, 236, 246), shade_rows=(0, 5), pen=0.15, colour=_BLUE,
    )  # fmt: skip
    sheet.text(20, y + 11, "Résultat / Result :   ADMIS(E) / PASSED", size=12, bold=True)
    draw.notes(
        sheet,
        20,
        y + 20,
        (
            "Le diplôme original sera remis ultérieurement par le centre d'examen. The original diploma will be "
            "delivered later by the examination centre.",
        ),
        size=8.5,
        width=170,
    )
    pad.put(20, y + 42, "issued_on", style, before=f"Fait à {pad.get('city')}, le ", size=11)
    sheet.text(150, y + 42, "Le président du jury", size=11, align="center")
    sheet.text(150, y + 56, "A. Lefèvre", size=20, face="nanum-pen", align="center", colour=(30, 40, 110))
    sheet.picture(104, y + 38, 26, 26, seals.round_seal("CENTRE D'EXAMEN DE COREE ", "AF", 26, rng))
    ornaments.specimen_note(sheet)


@layout("DELF", "registered-page")
def registered_page(pad: Pad) -> None:
    """The Korean portal's 성적확인 as a browser prints it: Korean labels with French terms, marks beside each other."""
    rng, called = pad.rng, title(pad.get("level"))
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "nanum-square")))
    frames.browser(
        pad,
        sheet,
        "성적확인서 출력 : 델프코리아",
        "www.delf-dalf.example/result/print",
        frames.printed_later(pad, "issued_on"),
    )
    sheet.text(18, 27, "Diplômes de français", size=17, face="sans-bold", colour=_BLUE)
    sheet.text(192, 27, "Alliance Française Corée", size=9.5, face="serif-italic", align="right")
    for place, tint in enumerate((_BLUE, (230, 230, 230), _RED)):
        sheet.frame(18 + place * 58, 31, 58, 1.6, pen=0, fill=tint)
    sheet.text(105, 49, "성 적 확 인 서", size=20, bold=True, align="center")
    style = rng.choice((dates.dashed, dates.dotted))
    since = y = 64.0
    for label, item in (
        ("응시자", entry(pad, "", "name", bold=True)),
        ("Nom Prénom", entry(pad, "", "name_latin")),
        ("출생일", entry(pad, "", "birth_date", style)),
        ("응시 등급", entry(pad, "", "level", before=f"{called} ")),
        ("수험번호", entry(pad, "", "registration_no")),
        ("응시일자", entry(pad, "", "test_date", style)),
        ("성적발표일", entry(pad, "", "announced_on", style)),
    ):
        sheet.text(24, y, label, size=10, colour=draw.GREY)
        forms.put(sheet, 62, y, item, size=12, width=110)
        y += 9
    sheet.line(56, since - 5, 56, y - 6, pen=0.4, colour=_BLUE)
    for place, ((part, french), label) in enumerate(zip(PARTS, ("청취", "독해", "작문", "구술"), strict=True)):
        left = 18 + place * 35
        sheet.frame(left, 132, 33, 34, pen=0.2, colour=(190, 200, 220))
        sheet.text(left + 16.5, 140, label, size=11, bold=True, align="center")
        sheet.text(left + 16.5, 145, french, size=6.5, face="sans", align="center", colour=draw.GREY, width=31)
        pad.put(left + 16.5, 157, f"sections.{part}", scores.comma(1), size=17, bold=True, align="center")
        sheet.text(left + 16.5, 163, "/25", size=8, align="center", colour=draw.GREY)
    sheet.frame(158, 132, 34, 34, pen=0, fill=_BLUE)
    sheet.text(175, 140, "총점 TOTAL", size=10, align="center", colour=draw.WHITE)
    pad.put(175, 157, "score", scores.comma(1), size=18, bold=True, align="center", colour=draw.WHITE)
    sheet.text(175, 163, "/100", size=8, align="center", colour=draw.WHITE)
    sheet.text(18, 178, "결과 : 합격 (Admis)     ※ 합격 기준 총점 50점 이상, 영역별 5점 이상", size=10)
    pad.put(105, 212, "issued_on", style, before="발급일 ", size=12, align="center")
    sheet.text(101, 230, "알리앙스 프랑세즈", size=16, bold=True, align="center")
    sheet.picture(132, 218, 20, 20, seals.square("알리앙스프랑세즈인", 20, rng))
    pad.put(18, 268, "serial_no", before="문서번호 : ", size=8.5)
    ornaments.specimen_note(sheet)


_DELE = (
    ("reading", "Comprensión de lectura"),
    ("listening", "Comprensión auditiva"),
    ("writing", "Expresión e interacción escritas"),
    ("speaking", "Expresión e interacción orales"),
)


@layout("DELE", "consultation-page")
def consultation_page(pad: Pad) -> None:
    """Consulta de calificaciones: a page of the portal, `Etiqueta: valor` in two columns, marks flush right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("sans", "noto-sans", "nanum-gothic")))
    frames.browser(
        pad,
        sheet,
        "Portal de exámenes - Consulta de calificaciones",
        "examenes.cervantes.example/es/calificaciones",
        frames.printed_later(pad, "issued_on"),
    )
    sheet.frame(0, 13, 210, 18, pen=0, fill=_RED)
    sheet.text(16, 24.5, "Instituto Cervantes", size=16, face="serif-bold", colour=draw.WHITE)
    sheet.text(
        194, 24.5, "Mi cuenta  |  Mis exámenes  |  Ayuda", size=8.5, face="sans", align="right", colour=draw.WHITE
    )
    sheet.text(16, 45, "Consulta de calificaciones", size=17, bold=True)
    pad.put(16, 54, "level", before="Diploma de Español DELE ", size=13)
    sheet.line(16, 58, 194, 58, pen=0.3, colour=draw.PALE)
    for place, label in enumerate(("Apellidos:", "Nombre:", "Fecha de nacimiento:", "Código de inscripción:")):
        sheet.text(16, 68 + place * 8.4, label, size=9.5, colour=draw.GREY)
    _two_names(pad, sheet, ((58, 68), (58, 76.4)), 11)
    style = rng.choice((dates.day_first, dates.spanish))
    pad.put(58, 84.8, "birth_date", style, size=11)
    pad.put(58, 93.2, "registration_no", size=11)
    for place, item in enumerate(
        (
            entry(pad, "Convocatoria:", "test_date", style),
            entry(pad, "Publicación de notas:", "announced_on", style),
            entry(pad, "Emisión del certificado:", "issued_on", style),
            Entry("Centro:", "Seúl – Univ. Hankuk"),
        )
    ):
        sheet.text(108, 68 + place * 8.4, item.label, size=9.5, colour=draw.GREY)
        forms.put(sheet, 150, 68 + place * 8.4, item, size=11, width=46)
    sheet.frame(16, 104, 178, 10, pen=0, fill=(240, 240, 240))
    sheet.text(20, 110.6, "Prueba", size=10, bold=True)
    sheet.text(130, 110.6, "Puntuación máxima", size=10, bold=True, align="center")
    sheet.text(188, 110.6, "Puntuación", size=10, bold=True, align="right")
    for place, (part, label) in enumerate(_DELE):
        y = 123 + place * 11
        sheet.text(20, y, f"{place + 1}. {label}", size=11)
        sheet.text(130, y, "25,00", size=10.5, align="center", colour=draw.GREY)
        pad.put(188, y, f"sections.{part}", _COMMA, size=12.5, bold=True, align="right")
        sheet.line(16, y + 4, 194, y + 4, pen=0.12, colour=draw.PALE)
    sheet.text(20, 170, "Puntuación total", size=12, bold=True)
    sheet.text(130, 170, "100,00", size=10.5, align="center", colour=draw.GREY)
    pad.put(188, 170, "score", _COMMA, size=15, bold=True, align="right", colour=_RED)
    sheet.frame(16, 180, 178, 16, pen=0.3, colour=(90, 160, 90), fill=(240, 249, 240))
    sheet.text(105, 190, "Calificación global:  APTO", size=13, bold=True, align="center", colour=(40, 110, 40))
    draw.notes(
        sheet,
        16,
        208,
        (
            "Para obtener la calificación de APTO se requiere un mínimo de 30,00 puntos en cada grupo de pruebas.",
            "El documento puede verificarse en el portal de exámenes con el código que figura a continuación.",
        ),
        size=8.5,
        width=140,
    )
    pad.put(16, 236, "serial_no", before="Código seguro de verificación: ", size=10)
    forms.code(sheet, 166, 204, 26, f"dele {pad.get('serial_no')}")
    ornaments.specimen_note(sheet)


@layout("DELE", "marks-in-a-row")
def marks_in_a_row(pad: Pad) -> None:
    """Across, red and gold bands: the person as one large line, four marks and the total in a row, English beside."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("noto-serif", "serif", "nanum-myeongjo")), paper=(255, 254, 250))
    sheet.frame(0, 0, 10, 210, pen=0, fill=_RED)
    sheet.frame(10, 0, 3, 210, pen=0, fill=_GOLD)
    ornaments.rosette(sheet, 230, 70, 44, (248, 238, 220), rng, rings=14)
    sheet.picture(24, 14, 18, 18, adornments.emblem(18, _RED, rng))
    sheet.text(48, 22, "MINISTERIO DE EDUCACIÓN Y FORMACIÓN PROFESIONAL", size=10, face="sans")
    sheet.text(48, 29, "INSTITUTO CERVANTES", size=12, face="sans-bold")
    sheet.text(24, 52, "Certificación de notas", size=23, face="serif-bold", colour=_RED)
    sheet.text(110, 52, "Transcript of marks", size=13, face="serif-italic", colour=draw.GREY)
    style = rng.choice((dates.spanish, dates.day_first))
    sheet.text(24, 66, "El titular / The holder", size=9, colour=draw.GREY)
    pad.put(24, 76, "name_latin", rng.choice((None, names.comma, names.given_first)), size=20, bold=True, width=150)
    pad.put(24, 84, "birth_date", style, before="nacido/a el ", after=" en Corea del Sur", size=11)
    sheet.text(196, 66, "Nivel / Level", size=9, colour=draw.GREY)
    pad.put(196, 82, "level", before="DELE ", size=26, bold=True, colour=_RED)
    heads = (*(label for _, label in _DELE), "Total")
    english = ("Reading", "Listening", "Writing", "Speaking", "Overall")
    marks = (
        *(entry(pad, "", f"sections.{part}", _COMMA) for part, _ in _DELE),
        entry(pad, "", "score", _COMMA, bold=True),
    )
    tops = tuple(Entry("", top) for top in ("/ 25", "/ 25", "/ 25", "/ 25", "/ 100"))
    draw.table(
        sheet, 24, 94, (52.0, 50, 52, 50, 46), (12, 8, 15, 8), (heads, english, marks, tops), size=14, label_size=9.5,
        shade=(250, 240, 226), shade_rows=(0, 1), colour=(150, 110, 50), pen=0.15, edge=0.4,
    )  # fmt: skip
    facts = (
        entry(pad, "Inscripción / Registration", "registration_no"),
        entry(pad, "Fecha de examen / Exam date", "test_date", style),
        entry(pad, "Publicación / Released", "announced_on", style),
        Entry("Calificación / Result", "APTO / PASS"),
    )
    for place, item in enumerate(facts):
        draw.card(sheet, 24 + place * 64, 148, item, size=12, label_size=8.5, gap=6.5, width=60)
    pad.put(24, 174, "issued_on", style, before="Expedido en Madrid, ", size=11.5)
    pad.put(24, 182, "serial_no", before="Ref. ", size=9.5)
    sheet.text(222, 172, "El Secretario General", size=11, face="serif-italic", align="center")
    sheet.text(222, 185, "R. Ortega", size=22, face="nanum-brush", align="center", colour=(30, 40, 110))
    sheet.picture(164, 160, 28, 28, seals.round_seal("INSTITUTO CERVANTES MADRID ", "IC", 28, rng))
    ornaments.specimen_note(sheet, y=206)
