"""Labels in wordings that no list holds."""

from __future__ import annotations

import pytest

from services.verify.reading.layout.compound_labels import compound_field

FIELDS = frozenset(
    (
        "name", "name_latin", "birth_date", "test_date", "announced_on", "issued_on", "registration_no",
        "sections.listening", "sections.reading", "sections.writing", "sections.speaking", "score", "level",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Score Availability Date", "announced_on"),
        ("成绩发布 Released", "announced_on"),
        ("Grades published", "announced_on"),
        ("Name in original script", "name"),
        ("Résultats publiés le :", "announced_on"),
        ("FECHA DE CALIFICACIÓN", "announced_on"),
        ("Results Announced", "announced_on"),
        ("Résultats / Results published", "announced_on"),
        ("Publicación / Released", "announced_on"),
        ("Publicacidn de resultados:", "announced_on"),
        ("Emisi6on del diploma", "issued_on"),
        ("Inscripción / Registration", "registration_no"),
        ("N.º de inscripci6n", "registration_no"),
        ("«Inscripci6n / Registration", "registration_no"),
        ("Session / Test date", "test_date"),
        ("NAME (FAMILY OR SURNAME, GIVEN)", "name"),
        ("韩国语姓名 Name in Korean", "name"),
        ("Nombre coreano", "name"),
        ("APELLIDOS, NOMBRE", "name"),
        ("(N° candidat)", "registration_no"),
        ("Código de inscripción", "registration_no"),
        ("Date de la session", "test_date"),
        ("C. auditiva", "sections.listening"),
        ("C. de lectura", "sections.reading"),
        ("Exp. escrita", "sections.writing"),
        ("Production orale", "sections.speaking"),
        ("취득 총점", "score"),
        ("Combined score", "score"),
        ("Puntuación final", "score"),
        ("Rating achieved", "level"),
        ("听力成绩", "sections.listening"),
        ("リーディング", "sections.reading"),
        ("Reg. #", "registration_no"),
        ("F. de nacimiento", "birth_date"),
        ("태어난 날", "birth_date"),
        ("시험을 치른 날", "test_date"),
        ("성적을 알린 날", "announced_on"),
        ("펴낸 날", "issued_on"),
        ("Results mailed", "announced_on"),
        ("Test T aken on", "test_date"),
        ("Réunion du jury", "announced_on"),
        ("inscrite sous le n°", "registration_no"),
    ],
)
def test_a_label_is_known_by_its_words(printed: str, field: str) -> None:
    assert compound_field(printed, FIELDS) == field


@pytest.mark.parametrize(
    "printed",
    [
        "Released",
        "Name (Family)",
        "Lugar de nacimiento",
        "Numéro de diplôme",
        "Score Report",
        "Oral",
        "2018",
        "Results released to",
        "Publicación",
        "Inscripción",
        "Passed / Issued",
        "Test / Exam",
        "Candidat / Candidate",
    ],
)
def test_other_words_are_no_label(printed: str) -> None:
    assert compound_field(printed, FIELDS) is None
