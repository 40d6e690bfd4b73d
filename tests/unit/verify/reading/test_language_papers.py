"""Language reports as data: which is which, what their labels and numbers must keep."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from services.verify.evidence import Family
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.bct import BCT
from services.verify.reading.papers.dele import diploma_level as dele_level
from services.verify.reading.papers.delf import diploma_level as delf_level
from services.verify.reading.papers.european import date_behind, european_date, holder, signed_date
from services.verify.reading.papers.flex import flex_grade
from services.verify.reading.papers.paper import Values
from services.verify.reading.papers.recognise import heading_lines, page_lines, recognise
from services.verify.reading.papers.toeic_speaking import speaking_level
from services.verify.words import invariant_name, paper_name
from tests.unit.verify.reading.ruled_sheets import HandSheet

BY_CODE = {paper.code: paper for paper in PAPERS}


def test_every_test_of_the_rule_book_has_a_paper_that_is_read() -> None:
    rulebook = tomllib.loads((files("services.announcement") / "files/rulebooks/krc-2019.toml").read_text("utf-8"))
    named = {code for test in rulebook["tests"] for code in test["papers"]}
    assert named <= BY_CODE.keys()


def test_every_paper_and_every_alarm_has_its_words() -> None:
    codes = {paper.code for paper in PAPERS if paper.family is Family.LANGUAGE_REPORT}
    assert {code for code in codes if paper_name(code) == (code, code)} == set()
    alarms = ("VALIDITY", "LEVEL_SCORE", "NOT_PASSED", "HIGHER_DIPLOMA", "ISSUE_NUMBER")
    assert {code for code in alarms if invariant_name(code) == (code, code)} == set()


def test_an_issue_number_begins_with_the_registration_number() -> None:
    values = {"issue_no": "0971990410009001", "registration_no": "97199"}
    assert broken("TOEIC", values) == []
    assert broken("TOEIC", values | {"registration_no": "97198"}) == ["ISSUE_NUMBER"]


def kind_of(*lines: str) -> str | None:
    paper = recognise([squeeze(line) for line in lines], PAPERS)
    return paper.code if paper else None


def broken(code: str, values: Values) -> list[str]:
    return [breach.code for check in BY_CODE[code].invariants if (breach := check(values))]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["TOEIC Speaking Test", "Score Report", "Level"], "TOEIC_S"),
        (["토익스피킹 성적확인서"], "TOEIC_S"),
        (["TOEIC", "Speaking", "Intonation and stress"], "TOEIC_S"),
        (
            ["TOEIC", "Listening", "Reading", "TOEIC Speaking은 별도로 시행되는 시험이며 이 성적표와 관계가 없습니다"],
            "TOEIC",
        ),
        (["TOEIC Speaking and Writing Tests", "Speaking", "Writing"], None),
        (["TOEIC Writing Test"], "TOEIC_WRITING"),
        (["TOEIC Bridge"], "TOEIC_BRIDGE"),
        (["JPT 성적표", "청해", "독해"], "JPT"),
        (["JPT", "日本語能力試験", "聴解", "読解"], "JPT"),
        (["日本語能力試験", "JLPT", "Japanese-Language Proficiency Test"], "JLPT"),
        (["SJPT Score Report"], "SJPT"),
        (["商务汉语考试 BCT(B)", "听力", "阅读", "总分"], "BCT"),
        (["BCT(B) 듣기/읽기 성적표", "듣기", "읽기"], "BCT"),
        (["BCT(B)", "听力", "阅读", "书写", "总分"], None),
        (["BCT 口语"], None),
        (["FLEX 성적표", "언어", "프랑스어"], "FLEX_FR"),
        (["FLEX Score Report", "Language", "French"], "FLEX_FR"),
        (["FLEX 스페인어 성적표"], "FLEX_ES"),
        (["FLEX 성적표", "독일어"], "FLEX_OTHER"),
        (["FLEX 성적표", "듣기", "읽기"], None),
        (["FLEX 성적표", "프랑스어", "스페인어"], None),
        (["Diplôme d'études en langue française", "DELF B1"], "DELF"),
        (["DIPLOME APPROFONDI DE LANGUE FRANCAISE", "DALF C1"], "DELF"),
        (["DELF B2", "Compréhension de l'oral"], "DELF"),
        (["DELF B2", "Compréhension de l'oral", "non admis"], None),
        (["Test de connaissance du français", "niveau B2"], None),
        (["Diploma de Español", "Instituto Cervantes", "DELE B1"], "DELE"),
        (["Instituto Cervantes", "Comprensión de lectura", "Expresión e interacción escritas"], "DELE"),
        (["Diploma de Español", "Instituto Cervantes", "DELE B1", "NO APTO"], None),
        (["modele delegation"], None),
        (["HSKK", "口试"], "HSK_SPEAKING"),
        (["DELF B1", "Compréhension de l'oral", "Admis Ajourné Absent"], "DELF"),
        (["FLEX Report", "Results in French, of the parts Listening and Reading"], "FLEX_FR"),
        (["FLEX Report", "Offered in French, Spanish and German, parts Listening and Reading"], None),
        (["TOEFL", "Reading", "Listening", "Speaking", "Writing", "Total"], "TOEFL_IBT"),
        (["TOEFL", "Reading", "Listening"], None),
        (["TOEFL Junior", "Reading", "Listening", "Speaking", "Writing", "Total"], None),
    ],
)
def test_a_report_is_told_from_its_siblings(lines: list[str], code: str | None) -> None:
    assert kind_of(*lines) == code


@pytest.mark.parametrize(
    ("code", "values", "alarms"),
    [
        ("TOEIC_S", {"score": "140", "level": "6급"}, []),
        ("TOEIC_S", {"score": "145"}, ["STEP"]),
        ("TOEIC_S", {"score": "210"}, ["RANGE"]),
        ("TOEIC_S", {"score": "140", "level": "7급"}, ["LEVEL_SCORE"]),
        ("TOEIC_S", {"score": "140", "level": "IM3", "test_date": "2023-01-01"}, []),
        ("TOEIC_S", {"test_date": "2018-05-13", "valid_until": "2020-05-12"}, []),
        ("TOEIC_S", {"test_date": "2018-05-13", "valid_until": "2021-05-12"}, ["VALIDITY"]),
        ("JPT", {"score": "845", "sections.listening": "430", "sections.reading": "415"}, []),
        ("JPT", {"score": "845", "sections.listening": "430", "sections.reading": "410"}, ["SECTION_SUM"]),
        ("JPT", {"sections.listening": "432"}, ["STEP"]),
        ("BCT", {"score": "818", "sections.listening": "404", "sections.reading": "414"}, []),
        ("BCT", {"sections.reading": "501"}, ["RANGE"]),
        ("FLEX_FR", {"score": "720", "level": "2B"}, []),
        ("FLEX_FR", {"score": "700", "level": "2B"}, ["LEVEL_SCORE"]),
        ("FLEX_ES", {"sections.listening": "501"}, ["RANGE"]),
        ("DELF", {"score": "63.5", "level": "B1"}, []),
        ("DELF", {"score": "63.3"}, ["STEP"]),
        ("DELF", {"score": "49.5", "level": "B1"}, ["NOT_PASSED"]),
        ("DELF", {"level": "C1"}, ["HIGHER_DIPLOMA"]),
        ("DELE", {"level": "D1"}, ["CLOSED_LIST"]),
        ("DELE", {"birth_date": "1990-01-01", "test_date": "2018-05-12", "issued_on": "2018-01-01"}, ["DATE_ORDER"]),
    ],
)
def test_the_numbers_of_a_report_keep_its_rules(code: str, values: Values, alarms: list[str]) -> None:
    assert broken(code, values) == alarms


def test_the_sections_of_a_delf_add_up() -> None:
    parts = {f"sections.{name}": "15.5" for name in ("listening", "reading", "writing", "speaking")}
    assert broken("DELF", parts | {"score": "62"}) == []
    assert broken("DELF", parts | {"score": "62.5"}) == ["SECTION_SUM"]


@pytest.mark.parametrize(
    ("printed", "level"),
    [("Level 6", "6급"), ("6", "6급"), ("LEVEL 7 (160-180)", "7급"), ("Level I", "1급"), ("IM2", "IM2"), ("140", None)],
)
def test_a_speaking_level_is_a_number_or_an_actfl_name(printed: str, level: str | None) -> None:
    assert speaking_level(printed) == level


@pytest.mark.parametrize(
    ("printed", "level"),
    [("2B", "2B"), ("2B급", "2B"), ("28", "2B"), ("lA", "1A"), ("1A ~ 3C", None), ("4A", None), ("720", None)],
)
def test_a_flex_grade_is_one_of_nine(printed: str, level: str | None) -> None:
    assert flex_grade(printed) == level


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("DELF B1", "B1"),
        ("DALF C1", "C1"),
        ("Diplôme d'études en langue française - DELF B2", "B2"),
        ("DELF - Niveau B2", "B2"),
        ("DELF BI", "B1"),
        ("B1", "B1"),
        ("DELF", None),
        ("DELF A2 et DELF B1", None),
    ],
)
def test_the_level_of_a_french_diploma_stands_behind_its_name(printed: str, level: str | None) -> None:
    assert delf_level(printed) == level


def test_the_level_of_a_spanish_diploma_stands_behind_its_name() -> None:
    assert dele_level("Diploma de Español Nivel B2") == "B2"
    assert dele_level("DELE C1") == "C1"
    assert dele_level("Instituto Cervantes") is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("05/12/1990", "1990-12-05"),
        ("13/05/2018", "2018-05-13"),
        ("3 juillet 2018", "2018-07-03"),
        ("1er août 2018", "2018-08-01"),
        ("ler avril 2018", "2018-04-01"),
        ("12 de junio de 2018", "2018-06-12"),
        ("12/13/2018", None),
        ("05/12/1990 06/12/1990", None),
    ],
)
def test_the_day_stands_first_on_european_papers(printed: str, value: str | None) -> None:
    assert european_date(printed) == value


def test_a_signature_is_dated_at_the_end_of_its_line() -> None:
    assert signed_date("Fait à Séoul, le 3 juillet 2018") == "2018-07-03"
    assert signed_date("Madrid, 26 de agosto de 2019") == "2019-08-26"
    assert signed_date("né le 24 février 1981 à Séoul, Corée") is None
    assert signed_date("Session du 7 janvier 2018") is None


def test_a_date_in_a_sentence_belongs_to_the_words_before_it() -> None:
    sat = date_behind("convocatoria del?")
    assert sat("en la convocatoria del 31 de enero de 2019") == "2019-01-31"
    assert sat("nacido el 18 de mayo de 1985") is None


def test_a_holder_has_two_names_at_least() -> None:
    assert holder("Seojoon BYUN") == "SEOJOON BYUN"
    assert holder("DELF") is None


def test_bct_never_prints_a_part_that_only_its_siblings_have() -> None:
    assert {"sections.writing", "sections.speaking"} <= set(BCT.not_printed)


def test_another_test_in_a_note_is_no_heading() -> None:
    lines = [squeeze(line) for line in ("제340회 JPT 성적 증명서", "(JLPT N1 660점)")]
    large = [squeeze("제340회 JPT 성적 증명서")]
    paper = recognise(lines, PAPERS, headings=large)
    assert paper is not None
    assert paper.code == "JPT"


def test_a_topic_is_no_test() -> None:
    assert kind_of("Test of English as a Foreign Language", "familiar and some academic topics.") == "TOEFL_IBT"
    assert kind_of("some academic topics.") is None


def test_letters_of_two_words_are_no_name_of_a_test() -> None:
    page = HandSheet()
    page.text(100, 100, "HSK (Kh)")
    page.text(100, 200, "HSK")
    sheets = [page.sheet()]
    paper = recognise(page_lines(sheets), PAPERS, None, heading_lines(sheets))
    assert paper is not None
    assert paper.code == "HSK"
