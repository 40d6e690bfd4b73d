"""Second shapes (TOEFL_IBT, FLEX_ES, DELF, DELE): a mailed report, a stamped copy, a jury's sheet, an open folder."""

from __future__ import annotations

from decimal import Decimal

from specimens import dates, forms, names, offices, ornaments, people, scores, seals
from specimens.forms import Entry, entry
from specimens.layouts.delf import PARTS, title
from specimens.layouts.flex import GRADES
from specimens.layouts.toefl import SECTIONS
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE
from specimens.third import day_styles

_NAVY = (20, 50, 100)
_RED = (170, 30, 36)
_OLIVE = (92, 96, 30)
_GREY = (238, 239, 242)
_LETTER = (215.9, 279.4)
_COMMA = scores.comma(2)
_LASTS = {"listening": "env. 30 min", "reading": "1 h", "writing": "1 h", "speaking": "20 min"}
_DELE = (
    ("reading", "Comprensión de lectura"),
    ("writing", "Expresión e interacción escritas"),
    ("listening", "Comprensión auditiva"),
    ("speaking", "Expresión e interacción orales"),
)
_WORDS = {
    "reading": "understand academic texts, connect information and ideas across a passage",
    "listening": "follow lectures and conversations, recognise the speaker's purpose",
    "speaking": "speak with ideas that are clearly related and with little hesitation",
    "writing": "organise an essay with reasons, examples and accurate language",
}


@layout("TOEFL_IBT", "mailed-with-address")
def mailed_with_address(pad: Pad) -> None:
    """Paper copy by post: address in a window, facts in one ruled strip, a row for each section with what it means."""
    rng = pad.rng
    sheet = pad.sheet(_LETTER, face=rng.choice(("serif", "sans", "narrow", "noto-serif")))
    sheet.text(16, 18, "TOEFL Services", size=11, bold=True)
    sheet.text(16, 23, "Educational Testing Service, PO Box 6151, Princeton NJ 08541-6151 USA", size=8.5)
    sheet.text(200, 18, "FIRST-CLASS MAIL INTERNATIONAL", size=8, align="right", colour=draw.GREY)
    _, district, quarter, _ = rng.choice(offices.URBAN)
    called = rng.choice((None, names.given_first))
    pad.put(24, 44, "name_latin", called, size=11)
    place = people.romanise(f"{quarter}".split("동")[0].rstrip("0123456789.")).title()
    sheet.text(24, 49.5, f"{rng.randint(3, 480)}-{rng.randint(2, 60)}, {place}-dong", size=11)
    sheet.text(24, 55, f"{people.romanise(district[:-1]).title()}-gu, {rng.randint(1000, 63999):05d}", size=11)
    sheet.text(24, 60.5, "KOREA, REPUBLIC OF (SOUTH)", size=11)
    sheet.line(0, 76, 215.9, 76, pen=0.15, colour=draw.PALE, dash=2)
    sheet.text(108, 90, "TOEFL® Internet-based Test - Examinee Score Record", size=15, bold=True, align="center")
    style = rng.choice((day_styles.capital_spaced, dates.english_long, day_styles.month_first))
    rows = (
        (entry(pad, "Examinee name", "name_latin", names.comma), entry(pad, "Registration no.", "registration_no")),
        (entry(pad, "Birth date", "birth_date", style), entry(pad, "Date of test", "test_date", style)),
        (entry(pad, "Scores mailed", "announced_on", style), entry(pad, "Valid through", "valid_until", style)),
    )
    y = forms.ruled(
        sheet, 16, 97, 184, rows, label=30, height=9, size=11, label_size=9, header=_GREY, pen=0.12, edge=0.3
    )
    sheet.text(16, y + 12, "Section", size=10, bold=True)
    sheet.text(72, y + 12, "Score", size=10, bold=True, align="right")
    sheet.text(94, y + 12, "What examinees with high scores typically can do", size=10, bold=True)
    sheet.line(16, y + 14.5, 200, y + 14.5, pen=0.4)
    for place_in_list, part in enumerate(SECTIONS):
        line = y + 22 + place_in_list * 13
        sheet.text(16, line, part.title(), size=12)
        pad.put(72, line, f"sections.{part}", size=14, bold=True, align="right")
        sheet.text(74, line, "/30", size=9, colour=draw.GREY)
        sheet.lines(94, line - 1, _WORDS[part], width=104, leading=4.4, size=9.5)
        sheet.line(16, line + 6, 200, line + 6, pen=0.1, colour=draw.PALE)
    line = y + 77
    sheet.frame(16, line - 8, 184, 13, pen=0, fill=_GREY)
    sheet.text(18, line, "TOTAL SCORE", size=13, bold=True)
    pad.put(72, line, "score", size=16, bold=True, align="right")
    sheet.text(74, line, "/120", size=9, colour=draw.GREY)
    draw.notes(
        sheet,
        16,
        line + 14,
        (
            "This record is sent to the examinee; institutions receive their own copies. Scores on tests taken "
            "more than two years ago are not reported.",
            "Inquiries: quote the registration number shown above. Office hours: Monday to Friday, 8:00 to 19:45.",
        ),
        size=8,
        width=184,
    )
    sheet.text(16, 268, f"TS{rng.randrange(10**6):06d}-{rng.randint(100, 999)}", size=8, face="mono")
    ornaments.specimen_note(sheet)


@layout("FLEX_ES", "stamped-copy")
def stamped_copy(pad: Pad) -> None:
    """사본 with an office's stamp: a Korean report with columns as bars, facts in a row of three above them."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "baekmuk-gulim", "un-dotum", "noto-sans", "un-batang")))
    sheet.frame(16, 16, 178, 18, pen=0.5, colour=_OLIVE, fill=(246, 246, 234))
    sheet.text(22, 28, "FLEX 개인성적표", size=19, bold=True, colour=_OLIVE)
    sheet.text(188, 24, "스페인어", size=13, bold=True, align="right")
    sheet.text(188, 31, f"제{pad.get('sitting')}회", size=10, align="right")
    style = rng.choice((dates.dotted_wide, dates.korean_short, dates.slashed))
    first = (
        entry(pad, "성 명", "name"),
        entry(pad, "영문 성명", "name_latin"),
        entry(pad, "생년월일", "birth_date", style),
    )
    second = (
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "시험 시행일", "test_date", style),
        entry(pad, "성적 유효일", "valid_until", style),
    )
    y = 40.0
    for items in (first, second):
        y = forms.above(
            sheet, 16, y, (56, 66, 56), items, size=12, label_size=9.5, heights=(7.5, 11), header=(246, 246, 234),
            pen=0.15, colour=_OLIVE,
        )  # fmt: skip
    foot = 172.0
    for share in (0, 25, 50, 75, 100):
        sheet.line(34, foot - share * 0.68, 130, foot - share * 0.68, pen=0.1, colour=draw.PALE)
        sheet.text(32, foot - share * 0.68 + 1, f"{share}%", size=7, align="right", colour=draw.GREY)
    for middle, label, field, full in (
        (52, "듣기", "sections.listening", pad.get("top.listening")),
        (82, "읽기", "sections.reading", pad.get("top.reading")),
        (112, "총점", "score", "1000"),
    ):
        tall = draw.share(pad.get(field), float(full or 1000)) * 68
        sheet.frame(middle - 8, foot - tall, 16, tall, pen=0.15, colour=_OLIVE, fill=(214, 216, 160))
        sheet.text(middle, foot + 6, label, size=11, bold=True, align="center")
        pad.put(middle, foot + 14, field, size=14, bold=True, align="center")
        sheet.text(middle, foot + 19, f"({full})", size=8.5, align="center", colour=draw.GREY)
    sheet.text(164, 104, "등 급", size=11, align="center")
    pad.put(164, 124, "rank", size=34, bold=True, align="center", colour=_OLIVE)
    bands = [(grade, f"{least}점 이상") for grade, least in GRADES[:-1]]
    forms.table(sheet, 142, 132, (16, 32), ("등급", "총점"), bands, height=5.4, size=8, header=(246, 246, 234))
    sheet.line(16, 198, 194, 198, pen=0.3, colour=_OLIVE)
    pad.put(16, 208, "serial_no", before="발급번호 : ", size=10.5)
    pad.put(16, 216, "issued_on", style, before="발 급 일 : ", size=10.5)
    sheet.text(128, 216, "한국외국어대학교 FLEX센터", size=15, bold=True, align="center")
    sheet.picture(166, 203, 21, 21, seals.square("한국외국어대학교플렉스센터", 21, rng))
    issued = pad.get("issued_on") or "2019-10-01"
    stamp = dates.later(rng, issued, 3, 40)
    sheet.picture(24, 238, 34, 34, seals.office_stamp("인사팀", day_styles.short_year(stamp), 34, rng))
    sheet.text(70, 250, "위 사본은 원본과 같음", size=14, bold=True, colour=(40, 44, 80))
    sheet.text(70, 259, f"확인자   {people.name(rng)}   (서명)", size=12, colour=(40, 44, 80))
    sheet.text(16, 282, "※ 성적은 시험 시행일로부터 2년간 유효합니다.", size=8.5, colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("DELF", "sheet-of-the-jury")
def sheet_of_the_jury(pad: Pad) -> None:
    """Fiche individuelle de résultats: side heads over several rows, how long a trial lasts, two examiners."""
    rng, called = pad.rng, title(pad.get("level"))
    sheet = pad.sheet(A4, face=rng.choice(("sans", "noto-sans", "narrow", "serif")))
    sheet.text(18, 22, "Ambassade de France en Corée", size=11, bold=True)
    sheet.text(18, 27.5, "Service de coopération et d'action culturelle", size=9.5)
    pad.put(192, 22, "serial_no", before="Dossier ", size=10, align="right")
    sheet.text(105, 46, "FICHE INDIVIDUELLE DE RÉSULTATS", size=18, bold=True, align="center", colour=_NAVY)
    pad.put(105, 56, "level", before=f"{called}  ", size=16, bold=True, align="center")
    style = rng.choice((dates.day_first, dates.french))
    person = (
        entry(pad, "Nom et prénom", "name_latin", bold=True),
        entry(pad, "Date de naissance", "birth_date", style),
        Entry("Pays de naissance", "Corée du Sud"),
        entry(pad, "N° de candidat", "registration_no"),
    )
    session = (
        entry(pad, "Date des épreuves", "test_date", style),
        entry(pad, "Réunion du jury", "announced_on", style),
        Entry("Centre de passation", pad.get("city")),
    )
    top = 64.0
    for head, items in (("Candidat(e)", person), ("Session", session)):
        tall = 9.5 * len(items)
        sheet.frame(18, top, 30, tall, pen=0.3, colour=_NAVY, fill=_GREY)
        sheet.text(33, top + tall / 2 + 1.4, head, size=10.5, bold=True, align="center")
        top = forms.ruled(
            sheet, 48, top, 144, [(item,) for item in items], label=44, height=9.5, size=11.5, label_size=10, pen=0.12,
            edge=0.3, colour=_NAVY,
        )  # fmt: skip
    rows: list[tuple[str | Entry, ...]] = [("Épreuve", "Durée", "Note obtenue", "Note\nmaximale", "Note\néliminatoire")]
    for part, french in PARTS:
        mark = entry(pad, "", f"sections.{part}", _COMMA)
        rows.append((french, Entry("", _LASTS[part]), mark, Entry("", "25"), Entry("", "< 5")))
    rows.append(
        ("Total", Entry("", ""), entry(pad, "", "score", _COMMA, bold=True), Entry("", "100"), Entry("", "< 50"))
    )
    y = draw.table(
        sheet, 18, top + 8, (66, 28, 30, 24, 26), (12, *(10,) * 4, 12), rows, size=11.5, label_size=10, shade=_GREY,
        shade_rows=(0, 5), pen=0.12, edge=0.3, colour=_NAVY,
    )  # fmt: skip
    for x, text, ticked in ((18, "Admis(e)", True), (58, "Ajourné(e)", False), (98, "Absent(e)", False)):
        sheet.frame(x, y + 8, 5, 5, pen=0.3)
        if ticked:
            sheet.line(x + 0.8, y + 8.8, x + 4.2, y + 12.2, pen=0.5)
            sheet.line(x + 0.8, y + 12.2, x + 4.2, y + 8.8, pen=0.5)
        sheet.text(x + 8, y + 12.2, text, size=11)
    for x, role, person_name in ((18, "Examinateur 1", "C. Fournier"), (74, "Examinateur 2", "H. Bae")):
        sheet.text(x, y + 26, role, size=9, colour=draw.GREY)
        sheet.text(x, y + 36, person_name, size=17, face="nanum-pen", colour=(30, 40, 110))
    pad.put(192, y + 26, "issued_on", style, before="Délivrée le ", size=11, align="right")
    sheet.picture(148, y + 30, 28, 28, seals.round_seal("AMBASSADE DE FRANCE EN COREE ", "SCAC", 28, rng))
    sheet.text(18, 280, "Document destiné au candidat. Il ne remplace pas le diplôme.", size=8.5, colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("DELE", "open-folder")
def open_folder(pad: Pad) -> None:
    """Across, two leaves: the diploma's words at the left, the marks by group with their sums at the right."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("serif", "noto-serif", "noto-sans")), paper=(253, 250, 243))
    sheet.line(148.5, 0, 148.5, 210, pen=0.3, colour=(200, 190, 170))
    sheet.frame(10, 10, 129, 190, pen=0.9, colour=_RED)
    style = rng.choice((dates.spanish, dates.day_first))
    sheet.text(74.5, 28, "INSTITUTO CERVANTES", size=15, bold=True, align="center", colour=_RED)
    sheet.text(74.5, 36, "en nombre del Ministerio de Educación", size=10.5, align="center")
    sheet.text(74.5, 56, "otorga el", size=11.5, face="serif-italic", align="center")
    sheet.text(74.5, 67, "DIPLOMA DE ESPAÑOL", size=19, bold=True, align="center")
    pad.put(74.5, 79, "level", before="Nivel ", size=19, bold=True, align="center", colour=_RED)
    sheet.text(74.5, 94, "a", size=11.5, face="serif-italic", align="center")
    called = rng.choice((None, names.given_first, names.title))
    pad.put(74.5, 106, "name_latin", called, size=18, bold=True, align="center", width=116)
    pad.put(74.5, 116, "birth_date", style, before="nacido/a el ", size=11.5, align="center")
    pad.put(74.5, 132, "test_date", style, before="Examen celebrado el ", size=11.5, align="center")
    pad.put(74.5, 140, "issued_on", style, before="Madrid, ", size=11.5, align="center")
    sheet.text(104, 166, "L. Hidalgo", size=20, face="nanum-brush", align="center", colour=(30, 40, 110))
    sheet.text(104, 173, "El Director", size=10, align="center")
    sheet.picture(26, 150, 30, 30, seals.round_seal("INSTITUTO CERVANTES ESPAÑA ", "IC", 30, rng))
    pad.put(18, 192, "serial_no", before="N.º ", size=10)
    sheet.text(218, 24, "Resultados", size=18, bold=True, align="center")
    sheet.text(218, 31, "Diplomas de Español como Lengua Extranjera (DELE)", size=9.5, align="center")
    pad.put(162, 42, "registration_no", before="Código de inscripción: ", size=11)
    pad.put(162, 50, "announced_on", style, before="Fecha de publicación: ", size=11)
    y = 66.0
    for number in range(2):
        sheet.frame(160, y - 6, 122, 9, pen=0, fill=(246, 232, 220))
        sheet.text(163, y, f"Grupo {number + 1}", size=11, bold=True)
        pair = _DELE[2 * number : 2 * number + 2]
        both = sum((Decimal(pad.get(f"sections.{part}") or "0") for part, _ in pair), Decimal(0))
        sheet.text(279, y, f"{_COMMA(str(both))} / 50,00" if both else "", size=10.5, align="right")
        for place, (part, label) in enumerate(pair):
            line = y + 11 + place * 10
            sheet.text(166, line, label, size=11.5)
            pad.put(262, line, f"sections.{part}", _COMMA, size=12.5, align="right")
            sheet.text(264, line, "/ 25,00", size=10, colour=draw.GREY)
        y += 42
    sheet.line(160, y - 4, 282, y - 4, pen=0.5, colour=_RED)
    sheet.text(166, y + 6, "Total", size=14, bold=True)
    pad.put(262, y + 6, "score", _COMMA, size=15, bold=True, align="right")
    sheet.text(264, y + 6, "/ 100,00", size=10, colour=draw.GREY)
    sheet.text(166, y + 18, "Calificación", size=12)
    sheet.text(262, y + 18, "APTO", size=13, bold=True, align="right")
    draw.notes(
        sheet,
        160,
        186,
        ("Puntuación mínima por grupo: 30,00. El diploma tiene validez indefinida.",),
        size=8.5,
        width=120,
    )
    ornaments.specimen_note(sheet, y=206)
