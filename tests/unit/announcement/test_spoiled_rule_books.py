"""Rule books with a slip of the pen that no reader of the file would see: each is refused with its key."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from services.announcement.load import DEFAULT
from services.cli.main import app

BOOK = DEFAULT / "rulebooks" / "krc-2019.toml"
TOEIC_S_END = "[180, 180, 960], [190, 190, 980], [200, 200, 990],\n"
OPIC = '["IM1", 600], ["IM2", 765], ["IM3", 860], ["IH", 935], ["AL", 980]'
HSK_5 = '  { level = "5급", first = 210, last = 300, width = "1.09", base = 801 },\n'
SPOILED = [
    # tables that end too early: a high score would convert to nothing, and its holder would not be eligible
    (TOEIC_S_END, TOEIC_S_END.replace("[200, 200, 990],", ""), "tests.TOEIC_S.conversion.rows: nothing from 190"),
    (OPIC, OPIC.replace(', ["AL", 980]', ""), "tests.OPIC.conversion.rows: the level 'AL' is listed 0 times"),
    (OPIC, OPIC.replace('["IM2", 765]', '["IM1", 765]'), "the level 'IM1' is listed 2 times"),
    (HSK_5, "", "tests.HSK.conversion.rows.5급: ends at 209"),
    # twins of one name
    ("sat_until = 2018-05-11 #", "# sat_until = 2018-05-11 #", "tests.TEPS.sat_until: "),
    ("sat_from = 2018-05-12", "sat_from = 2018-05-13", "tests.TEPS.sat_until: NEW_TEPS must be held from"),
    ("sat_from = 2018-05-12", "sat_from = 2018-05-11", "tests.NEW_TEPS.sat_from: TEPS must be held until"),
    ('sibling = "TEPS"\n', "", "tests.TEPS.sibling: NEW_TEPS does not name TEPS in turn"),
    # parts
    ('{ name = "grammar", grid = { minimum = 0, maximum = 100, step = 1 } },\n', "",
     "tests.TEPS.sections: add up to 900 at most, but the highest score is 990"),
    ('name = "grammar", grid = { minimum = 0, maximum = 100', 'name = "reading", grid = { minimum = 0, maximum = 100',
     "tests.TEPS.sections: 'reading' is listed twice"),
    # numbers
    ('id = "저소득층"\ntitle = { ko = "저소득층", en = "basic livelihood support" }\nrule = "§4 가산점"\npoints = "1"',
     'id = "저소득층"\ntitle = { ko = "저소득층", en = "basic livelihood support" }\nrule = "§4 가산점"\npoints = "-1"',
     "bonuses.0.points: "),
    ('bonus_cap = "4"', 'bonus_cap = "1E+999999"', "bonus_cap: "),
    ('bonus_cap = "4"', 'bonus_cap = " ４ "', "bonus_cap: "),
    ('percent = "20"', 'percent = "200"', "200 is more than 100 percent"),
    ('rates = ["5", "10"]', 'rates = ["5", "1000"]', "statuses.0.rates.1: "),
    ("requires = [\"score\"]\nscore = { minimum = 0, maximum = 1000, step = 1 }\nsections = [ # 400",
     "requires = [\"score\"]\nscore = { minimum = 0, maximum = 1000, step = 0 }\nsections = [ # 400",
     "tests.FLEX_FR.score.step: 0 is not above 0"),
    ("score = { minimum = 10, maximum = 990, step = 5 }", 'score = { minimum = 10, maximum = 99999999990, step = 5 }',
     "tests.TOEIC.score: more than"),
    ("total = 297,", "total = 99999999999999999999999999999999,", "quotas.rows.0.total"),
    ("years = 5, areas", "years = 9999999, areas", "facts.residence.years: "),
    ('en = "within 5 years of removal from office" }, years = 5', 'en = "x" }, years = -5', "facts.clauses.6.years: "),
    ("application_days = 15", "application_days = 999999999999", "application_days: "),
    # names that no declaration could ever hold
    ('id = "TOEIC_S"', 'id = " TOEIC_S"', "tests.1.id: "),
    ('sittings = ["정기"]', f'sittings = ["{unicodedata.normalize("NFD", "정기")}"]', "language.sittings.0: "),
    ('required_fields = ["title", "number", "acquired_on"]', 'required_fields = ["title", "serial"]',
     "claims.certificate.required_fields: 'serial' is no field of it"),
    ('required_record_fields = ["project", "from"]', 'required_record_fields = ["project", "from_"]',
     "claims.career.required_record_fields: 'from_' is no field of it"),
    # lists that nobody can meet
    ('papers = [{ one_of = [{ paper = "장애인증명서" }] }]', "papers = [{ one_of = [] }]", "statuses.장애인.papers: "),
    ('years = 5, areas = ["읍", "면"]', "years = 5, areas = []", "facts.residence.areas: "),
    ('name = "도시계획"\nfields = ["도시계획"]', 'name = "도시계획"\nfields = ["토목일반"]',
     "fields.도시계획.needs_certificate_of: no list of 'own' counts for it"),
    ('certificates = [{ title = "컴퓨터활용능력", grade = "3급" }]', "certificates = []", "IT능력: a list without"),
    ('fit = "적", unfit = "부"', 'fit = "적", unfit = "적"', "stages.written.suitability: "),
    ('{ id = "8", title', '{ id = "7", title', "facts.clauses: '7' is listed twice"),
    ('requires = ["score", "level"]', 'requires = ["score"]', "tests.HSK.requires: its conversion needs a level"),
    ('full = "850"\nminimum = "600"', 'full = "0"\nminimum = "600"', "language.full: "),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), SPOILED)
def test_a_slip_of_the_pen_is_refused_with_its_key(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = BOOK.read_text(encoding="utf-8")
    assert old in text, f"the test's own text {old!r} is not in the rule book"
    path = tmp_path / "krc-2019.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = CliRunner().invoke(app, ["rulebook", "check", str(path)])
    assert result.exit_code != 0
    assert told in str(result.exception)


@pytest.mark.parametrize("day", ["0201-09-20", "9999-12-31"])
def test_a_notice_date_of_another_age_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Years are added to it and taken from it: a year like 201 ended the command with a traceback."""
    given = tmp_path / "declarations.jsonl"
    given.write_text("{}\n", encoding="utf-8")
    words = ["score", str(given), "--announcement", "2019-grade5", "--notice-date", day]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "1900" in result.output
    for path in DEFAULT.rglob("*.toml"):
        copy = tmp_path / "files" / path.relative_to(DEFAULT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        copy.write_text(text.replace("notice_date = 2019-09-20", f"notice_date = {day}"), encoding="utf-8")
    monkeypatch.setenv("DOCINTAKE_ANNOUNCEMENTS", str(tmp_path / "files"))
    result = CliRunner().invoke(app, ["announcement", "check", "2019-grade5"])
    assert "notice_date: " in str(result.exception)
