"""How reports announce their numbers, and who issues them."""

from __future__ import annotations

from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.day_labels import ANNOUNCED_ON, ISSUED_ON, TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.person_labels import BIRTH_DATE, FAMILY_NAME, GIVEN_NAME, NAME_ANY, NAME_LATIN

ISSUER = Label(
    "issuer", ("발급기관", "시행기관", "발행기관", "주관기관", "발급처", "시행처", "Issued by", "자격발급기관")
)
REGISTRATION_NO = Label(
    "registration_no",
    (
        "수험번호",
        "수험표번호",
        "등록번호",
        "응시번호",
        "접수번호",
        "응시자번호",
        "수험자번호",
        "Registration number",
        "Registration no",
        "Reg no",
        "Registration ID",
        "Test ID",
        "Test number",
        "Test no",
        "Candidate number",
        "Candidate no",
        "Candidate ID",
        "Examinee number",
        "Examinee no",
        "Examinee ID",
        "Examination number",
        "Test taker ID",
        "ID number",
        "ID no",
        "受験番号",
        "受驗番号",
        "准考证号",
        "准考证号码",
        "准考証号",
        "考生编号",
        "Numéro de candidat",
        "Numéro du candidat",
        "N° de candidat",
        "N° du candidat",
        "N° candidat",
        "Numéro d'inscription",
        "N° d'inscription",
        "Code candidat",
        "Número de inscripción",
        "N.º de inscripción",
        "Nº de inscripción",
        "Código de inscripción",
        "Número de candidato",
        "Código de candidato",
    ),
)
ISSUE_NO = Label("issue_no", ("발급번호", "성적표 발급번호", "Issue No", "Issue number", "Certificate issue number"))
REPORT = (
    NAME_ANY,
    NAME_LATIN,
    FAMILY_NAME,
    GIVEN_NAME,
    BIRTH_DATE,
    TEST_DATE,
    ANNOUNCED_ON,
    REGISTRATION_NO,
    VALID_UNTIL,
    ISSUED_ON,
)
"""What a score report says of the person and the sitting, before any score."""
