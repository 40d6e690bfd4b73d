"""DELF and DALF papers (DELF): a statement in lines, a diploma as a sentence, a Korean confirmation."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, scores, seals
from specimens.forms import Entry, entry
from specimens.layouts.delf import PARTS, title
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_BLUE = (0, 52, 148)
_RED = (188, 24, 40)
_COMMA = scores.comma(2)


@layout("DELF", "statement-in-lines")
def delf_lines(pad: Pad) -> None:
    """Relevé de notes: « Nom : », « Prénom : » on lines, marks out of full marks, decision at the foot."""
    rng, called = pad.rng, title(pad.get("level"))
    sheet = pad.sheet(A4, face=rng.choice(("sans", "serif", "nanum-gothic")))
    for place, tint in enumerate(((0, 52, 148), (250, 250, 250), _RED)):
        sheet.frame(16 + place * 7, 14, 7, 13, pen=0, fill=tint)
    sheet.text(42, 20, "RÉPUBLIQUE FRANÇAISE", size=9, face="sans-bold")
    sheet.text(42, 26, "Ministère de l'éducation nationale — Centre d'examen de Corée", size=8.5, face="sans")
    sheet.text(105, 50, "RELEVÉ DE NOTES", size=22, bold=True, align="center")
    pad.put(105, 61, "level", before=f"{called} ", after=" Tout public", size=15, align="center", colour=_BLUE)
    latin = pad.get("name_latin")
    since = len(sheet.marks)
    if latin:
        sheet.text(50, 80, names.family(latin), size=12.5, bold=True)
        sheet.text(50, 89, names.given(latin).title(), size=12.5, bold=True)
        names.in_two_places(pad, sheet, since)
    sheet.text(24, 80, "Nom :", size=11)
    sheet.text(24, 89, "Prénom :", size=11)
    style = rng.choice((dates.french, dates.day_first))
    items = (
        entry(pad, "Né(e) le :", "birth_date", style),
        entry(pad, "N° de candidat :", "registration_no"),
        entry(pad, "Session du :", "test_date", style),
        entry(pad, "Résultats publiés le :", "announced_on", style),
    )
    forms.inline(sheet, 24, 100, items, step=9, room=90, label_room=46, size=11, colon="")
    for place, (part, label) in enumerate(PARTS):
        y = 148 + place * 11
        end = sheet.text(24, y, label, size=11.5)
        draw.leader(sheet, end + 2, 144, y - 0.4)
        pad.put(170, y, f"sections.{part}", _COMMA, size=13, bold=True, align="right", after=" / 25")
    sheet.line(120, 188, 178, 188, pen=0.4)
    sheet.text(104, 199, "Total :", size=13, bold=True)
    pad.put(170, 199, "score", _COMMA, size=15, bold=True, align="right", after=" / 100")
    sheet.text(24, 214, "Décision du jury :  ADMIS(E)", size=12.5, bold=True)
    sheet.text(
        24, 222, "Seuil de réussite : 50 / 100. Note minimale requise par épreuve : 5 / 25.", size=8.5, colour=draw.GREY
    )
    pad.put(118, 240, "issued_on", style, before=f"Fait à {pad.get('city')}, le ", size=11)
    pad.put(24, 270, "serial_no", before="N° d'enregistrement : ", size=8.5)
    sheet.picture(150, 244, 28, 28, seals.round_seal("AMBASSADE DE FRANCE EN COREE ", "CF", 28, rng))
    ornaments.specimen_note(sheet)


@layout("DELF", "framed-diploma")
def delf_diploma(pad: Pad) -> None:
    """A diploma across: the whole as a sentence in French with name, birth and total, parts in a small table."""
    rng, called = pad.rng, title(pad.get("level"))
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("serif", "noto-serif", "nanum-myeongjo")), paper=(253, 253, 255))
    ornaments.rosette(sheet, 148, 104, 66, (224, 230, 246), rng, rings=22, flatten=0.8)
    adornments.notched_border(sheet, 9, 10, _BLUE, pen=1.0)
    whole = "Diplôme approfondi de langue française" if called == "DALF" else "Diplôme d'études en langue française"
    sheet.text(148.5, 34, "Le ministre de l'éducation nationale", size=12, face="serif-italic", align="center")
    sheet.text(148.5, 50, whole, size=25, face="serif-bold", align="center", colour=_BLUE)
    pad.put(148.5, 62, "level", before=f"{called} ", size=19, face="serif-bold", align="center")
    style = rng.choice((dates.french, dates.day_first))
    sheet.text(148.5, 76, "décerné à", size=12, face="serif-italic", align="center")
    pad.put(
        148.5,
        90,
        "name_latin",
        rng.choice((None, names.given_first)),
        size=22,
        face="serif-bold",
        align="center",
        width=180,
    )
    sentence = (
        "né(e) le ",
        sentences.run(pad, "birth_date", style),
        ", qui a obtenu la note totale de ",
        sentences.run(pad, "score", _COMMA, bold=True),
        "/100 à la session du ",
        sentences.run(pad, "test_date", style),
        " (résultats du ",
        sentences.run(pad, "announced_on", style),
        ").",
    )
    sentences.write(sheet, 148.5, 104, sentence, width=220, leading=7.5, size=13, align="center", face="serif")
    rows = (
        ("Compréhension\nde l'oral", "Compréhension\ndes écrits", "Production\nécrite", "Production\norale"),
        tuple(entry(pad, "", f"sections.{part}", _COMMA) for part, _ in PARTS),
    )
    draw.table(sheet, 78, 124, (35.25,) * 4, (11, 10), rows, size=13, label_size=9, colour=_BLUE, pen=0.15, edge=0.3)
    pad.put(40, 162, "registration_no", before="Numéro de candidat : ", size=10)
    pad.put(40, 169, "serial_no", before="Diplôme n° ", size=10)
    pad.put(40, 176, "issued_on", style, before=f"{pad.get('city')}, le ", size=10)
    sheet.text(214, 164, "Le président du jury", size=11, face="serif-italic", align="center")
    sheet.text(214, 178, "C. Morel", size=22, face="nanum-pen", align="center", colour=(30, 40, 110))
    sheet.picture(136, 156, 26, 26, seals.round_seal("COMMISSION NATIONALE ", "DF", 26, rng))
    ornaments.specimen_note(sheet, y=207)


@layout("DELF", "korean-copy")
def delf_korean(pad: Pad) -> None:
    """성적 확인서 of the Korean office: French terms in brackets behind Korean labels, everything in one table."""
    rng, called = pad.rng, title(pad.get("level"))
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "noto-sans", "nanum-barun")))
    draw.banner(
        sheet, 16, 18, 178, 15, f"{called} 성적 확인서 (Attestation de réussite)", fill=_BLUE, size=15, align="center"
    )
    style = rng.choice((dates.dotted, dates.dashed, dates.day_first))
    rows: tuple[tuple[str | Entry, ...], ...] = (
        ("한글 성명", entry(pad, "", "name")),
        ("영문 성명\n(Nom et prénom)", entry(pad, "", "name_latin")),
        ("생년월일\n(Date de naissance)", entry(pad, "", "birth_date", style)),
        ("수험번호\n(N° candidat)", entry(pad, "", "registration_no")),
        ("단계\n(Niveau)", entry(pad, "", "level", bold=True, before=f"{called} ")),
        ("시험일\n(Session)", entry(pad, "", "test_date", style)),
        ("합격 발표일", entry(pad, "", "announced_on", style)),
    )
    y = draw.table(
        sheet,
        16,
        42,
        (46, 132),
        (12,) * 7,
        rows,
        size=12,
        label_size=9,
        shade=(230, 236, 250),
        shade_columns=(0,),
        align="left",
        pen=0.15,
    )
    labels = ("듣기(CO)", "독해(CE)", "작문(PE)", "구술(PO)")
    rows = (
        ("영역", *labels, "총점(Total)"),
        ("만점", "25", "25", "25", "25", "100"),
        (
            "점수",
            *(entry(pad, "", f"sections.{part}", _COMMA) for part, _ in PARTS),
            entry(pad, "", "score", _COMMA, bold=True),
        ),
    )
    y = draw.table(
        sheet,
        16,
        y + 10,
        (28, *(30.0,) * 5),
        (10, 9, 13),
        rows,
        size=13,
        label_size=10,
        shade=(230, 236, 250),
        shade_rows=(0,),
        shade_columns=(0,),
        pen=0.15,
    )
    sheet.text(16, y + 9, "판정 : 합격(Admis) - 총점 50점 이상, 영역별 5점 이상", size=10)
    sheet.text(105, y + 34, "위와 같이 확인합니다.", size=13, align="center")
    pad.put(105, y + 48, "issued_on", style, size=12.5, align="center")
    sheet.text(100, y + 68, "주한프랑스대사관 문화과", size=17, bold=True, align="center")
    sheet.picture(142, y + 56, 20, 20, seals.square("프랑스시험센터의인", 20, rng))
    pad.put(16, 276, "serial_no", before="확인서 번호 ", size=8.5)
    ornaments.specimen_note(sheet)
