"""DELE diplomas and result sheets (Instituto Cervantes): Spanish, APTO or NO APTO; the diploma prints no scores."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.day_labels import ANNOUNCED_ON, ISSUED_ON, TEST_DATE
from services.verify.reading.papers.european import PARSERS, level_in, unlabelled
from services.verify.reading.papers.invariants import in_order, one_of, score_range, section_sum
from services.verify.reading.papers.number_labels import REGISTRATION_NO
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import (
    BIRTH_DATE,
    FAMILY_NAME,
    GIVEN_NAME,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
)
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, SPEAKING, TOTAL, WRITING
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.reading.papers.wordings import also
from services.verify.values.scores import CEFR_LEVELS

_SECTIONS = ("sections.reading", "sections.writing", "sections.listening", "sections.speaking")
diploma_level = level_in("DELE|NIVEL|LEVEL|ESPAÑOL|ESPANOL|MCER")

DELE = Paper(
    code="DELE",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("DELE", 7, exact=True, alone=True),
        Phrase("Diploma de español", 8, forms=("Diplomas de español",)),
        Phrase("Instituto Cervantes", 5),
        Phrase("lengua extranjera", 3),
        Phrase("Comprensión de lectura", 4, forms=("Comprensión auditiva",)),
        Phrase("Expresión e interacción", 3),
        Phrase("ha obtenido la calificación", 3, forms=("Certificado de calificaciones", "convocatoria")),
        Phrase("스페인어", 2),
        Phrase("SIELE", -30, alone=True),
        Phrase("NO APTO", -30, alone=True, forms=("NO APTA",)),
        Phrase("FLEX", -20, alone=True),
    ),
    labels=(
        also(NAME_ANY, "Nombre y apellidos", "Apellidos y nombre", "Candidato", "Candidato/a", "Nombre completo"),
        NAME_LATIN,
        FAMILY_NAME,
        also(GIVEN_NAME, "Nombre", "Nombres"),
        BIRTH_DATE,
        also(TEST_DATE, "Convocatoria", "Fecha de convocatoria", "Fecha", "Convocatoria de"),
        ANNOUNCED_ON,
        also(REGISTRATION_NO, "Código de inscripción", "N.º de candidato", "Número de registro"),
        ISSUED_ON,
        LISTENING,
        READING,
        WRITING,
        SPEAKING,
        TOTAL,
        Label(
            "level", ("Nivel", "Nivel obtenido", "Nivel del diploma", "Nivel MCER", "Level", "등급", "단계", "Diploma")
        ),
        decoys(
            *PERSON_NOISE,
            *SCORE_NOISE,
            "Número de diploma",
            "N.º de diploma",
            "N.º diploma",
            "Código de verificación",
            "Puntuación mínima",
            "Grupo 1",
            "Grupo 2",
            "Apto",
            "Resultado",
            "Calificación final",
        ),
    ),
    unlabelled=(
        Unlabelled("level", diploma_level, among="DELE"),
        Unlabelled("level", diploma_level, among="Nivel"),
        Unlabelled("level", diploma_level, among="Español"),
        Unlabelled("level", diploma_level),
        *unlabelled(
            ("certifica que", "certifican que", "otorga a", "expide a", "concede a", "a favor de"),
            "nacid[oa](?:/a)?(?: el)?",
            "convocatoria del?|examen del?|celebrad[oa] el|prueba del?",
        ),
        ISSUE_DATE_ALONE,
    ),
    not_printed=("valid_until",),
    invariants=(
        section_sum("score", *_SECTIONS),
        *(score_range(name, 0, 25, "0.01") for name in _SECTIONS),
        score_range("score", 0, 100, "0.01"),
        one_of("level", CEFR_LEVELS),
        in_order("birth_date", "test_date", "issued_on"),
    ),
    scripts={"level": Script.LATIN, "name": Script.LATIN},
    parsers={**PARSERS, "level": diploma_level},
    model="ppocr",
    sentences=True,
)
