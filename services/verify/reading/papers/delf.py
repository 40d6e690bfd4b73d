"""DELF diplomas, attestations and result sheets (France Éducation international): French, four parts of 25.

The diplomas of C1 and C2 are called DALF; they are taken as this kind, and the level says so [G7].
"""

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
from services.verify.reading.papers.score_checks import higher_diploma, passed
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, SPEAKING, TOTAL, WRITING
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.reading.papers.wordings import also
from services.verify.values.scores import CEFR_LEVELS

_SECTIONS = ("sections.listening", "sections.reading", "sections.writing", "sections.speaking")
_LOWEST_THAT_PASSES, _LOWEST_OF_A_PART = "50", "5"
diploma_level = level_in("DELF|DALF|NIVEAU|CECRL?|LEVEL|(?:tout public|prim|pro|junior|scolaire)")

DELF = Paper(
    code="DELF",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("DELF", 7, exact=True, forms=("DALF",)),
        Phrase("Diplôme d'études en langue française", 12, forms=("Diplôme approfondi de langue française",)),
        Phrase(
            "DELF B2",
            4,
            exact=True,
            alone=True,
            forms=tuple(f"{name} {level}" for name in ("DELF", "DALF") for level in CEFR_LEVELS),
        ),
        Phrase("Attestation de réussite", 4, forms=("Relevé de notes",)),
        Phrase("langue française", 4),
        Phrase("France Éducation international", 4, forms=("Centre international d'études pédagogiques", "CIEP")),
        Phrase("Compréhension de l'oral", 4),
        Phrase("Production écrite", 3),
        Phrase("Production orale", 3),
        Phrase("프랑스어", 2),
        Phrase("Test de connaissance du français", -20, forms=("Test d'évaluation de français",)),
        Phrase(
            "non admis",
            -30,
            alone=True,
            forms=("non admise", "ajourné", "ajournée", "refusé", "refusée"),
            beside=("admis", "admise", "absent", "reçu", "reçue"),
        ),
        Phrase("FLEX", -20, alone=True),
    ),
    labels=(
        also(NAME_ANY, "Nom et prénom", "Nom et prénoms", "Nom, prénom", "Nom du candidat", "Candidat", "Candidat(e)"),
        NAME_LATIN,
        also(FAMILY_NAME, "Nom"),
        GIVEN_NAME,
        BIRTH_DATE,
        also(TEST_DATE, "Session", "Session du", "Date", "Session d'examen"),
        ANNOUNCED_ON,
        REGISTRATION_NO,
        ISSUED_ON,
        also(LISTENING, "Compréhension de l'oral (CO)", "CO"),
        also(READING, "Compréhension des écrits (CE)", "CE"),
        also(WRITING, "Production écrite (PE)", "PE"),
        also(SPEAKING, "Production orale (PO)", "PO"),
        TOTAL,
        Label(
            "level",
            (
                "Niveau",
                "Niveau obtenu",
                "Niveau du diplôme",
                "Niveau CECR",
                "Niveau du CECR",
                "Level",
                "등급",
                "단계",
                "Diplôme",
            ),
        ),
        decoys(
            *PERSON_NOISE,
            *SCORE_NOISE,
            "N° de diplôme",
            "N° du diplôme",
            "Numéro de diplôme",
            "Numéro du diplôme",
            "Diplôme n°",
            "Seuil de réussite",
            "Note minimale",
            "Résultat",
            "Décision du jury",
            "Mention",
            "Le candidat",
            "Le titulaire",
        ),
    ),
    unlabelled=(
        Unlabelled("level", diploma_level, among="DELF"),
        Unlabelled("level", diploma_level, among="DALF"),
        Unlabelled("level", diploma_level, among="Niveau"),
        Unlabelled("level", diploma_level),
        *unlabelled(
            ("délivré à", "certifie que", "atteste que", "Le jury certifie", "décerné à"),
            "n[ée]e?(?:\\(e\\))? le",
            "session du|session de|pass[ée]e? le|examen du|obtenu le",
        ),
        ISSUE_DATE_ALONE,
    ),
    not_printed=("valid_until",),
    invariants=(
        section_sum("score", *_SECTIONS),
        *(score_range(name, 0, 25, "0.25") for name in _SECTIONS),
        score_range("score", 0, 100, "0.25"),
        one_of("level", CEFR_LEVELS),
        in_order("birth_date", "test_date", "issued_on"),
        passed("score", _LOWEST_THAT_PASSES),
        *(passed(name, _LOWEST_OF_A_PART) for name in _SECTIONS),
        higher_diploma("C1", "C2"),
    ),
    scripts={"level": Script.LATIN, "name": Script.LATIN},
    parsers={**PARSERS, "level": diploma_level},
    model="ppocr",
    sentences=True,
)
