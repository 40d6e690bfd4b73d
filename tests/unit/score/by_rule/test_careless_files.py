"""Files as people send them who edit by hand or forget something: nothing of them may be taken for what it is not."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import unicodedata

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from services.cli.main import app
from services.score.stages.lines import InvalidLines
from tests.unit.score.applicants import body, certificate, status, toeic
from tests.unit.score.by_rule.rounds import candidate, interview, outcome, person, written
from tests.unit.score.by_rule.test_rules_74_to_86 import handed_in, paper


def errors(caught):
    return {(error.line, error.field, error.code) for error in caught.value.errors}


def test_a_declaration_without_claims_is_a_declaration_all_the_same(docintake):
    """portal-api section 1: claims may be absent or null."""
    bare = {"applicant_id": "A-1", **body()}
    del bare["claims"]
    found = docintake.select("document", [bare, {"applicant_id": "A-2", **body(toeic())}])
    assert found.results() == {"A-1": "OUT", "A-2": "PASSED"}
    assert found.codes("A-1") == ["LANGUAGE_MISSING"]
    found = docintake.select("written", [outcome(2)], results=[written(2)], declarations=[bare, person(2, "F", True)])
    assert found.results() == {"A-2": "PASSED"}


@pytest.mark.parametrize("cell", ["취업지원대상자=5 | 취업지원대상자=10", "장애인=10|장애인=10"])
def test_a_preference_that_stands_twice_in_a_cell_is_named(docintake, cell):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("document", [candidate(1, preferences=cell)])
    assert errors(caught) == {(1, "preferences", "TWICE")}


@pytest.mark.parametrize("first", ["SELECT", "REJECT"])
def test_two_decisions_about_one_person_are_named(docintake, first):
    before = [outcome(n, "written", "도시계획") for n in (1, 2)]
    tied = docintake.select("interview", before, results=[interview(1), interview(2)]).rows
    other = {"SELECT": "REJECT", "REJECT": "SELECT"}[first]
    checks = [{"applicant_id": "A-1", "decision": one} for one in (first, first, other)]
    with pytest.raises(InvalidLines) as caught:
        docintake.select("final", tied, checks=checks, appointment_date="2020-01-02")
    assert errors(caught) == {(3, "decision", "TWICE")}
    said = docintake.select("final", tied, checks=checks[:2], appointment_date="2020-01-02")
    assert said["A-1"]["result"] == ("PASSED" if first == "SELECT" else "RESERVE")


@pytest.mark.parametrize(
    "facts", [{"military": "불이행"}, {"disqualifications": ["1"]}, {"schools": [], "disqualifications": ["13"]}]
)
def test_rules_10_and_87_who_turns_out_not_to_be_eligible_is_not_appointed(docintake, facts):
    selected = docintake.select("interview", [outcome(1, "written", "경상")], results=[interview(1)])
    declared = {"applicant_id": "A-1", **body(toeic()), "facts": facts}
    with pytest.raises(InvalidLines, match="interview again"):
        docintake.select("final", selected.rows, declarations=[declared], appointment_date="2020-01-02")
    said = docintake.select(
        "final", selected.rows, declarations=[declared | {"facts": None}], appointment_date="2020-01-02"
    )
    assert said.results() == {"A-1": "PASSED"}


@pytest.mark.parametrize("agrees", ["", None])
def test_rule_77_a_paper_of_which_nobody_says_whether_it_agrees_proves_nothing(docintake, agrees):
    with pytest.raises(InvalidLines) as caught:
        handed_in(docintake, [toeic(id="lang-1")], [paper("lang-1", agrees=agrees)])
    assert errors(caught) == {(1, "agrees", "REQUIRED")}


@pytest.mark.parametrize(("shows", "codes"), [("거주지 이전내역", []), ("", ["WRITTEN_FAIL", "PAPER_INCOMPLETE"])])
def test_rule_84_holds_for_a_paper_without_a_name_too(docintake, shows, codes):
    papers = [paper("lang-1"), paper("st-1", "", shows=shows)]
    claims = [toeic(id="lang-1"), status("농어촌거주자", id="st-1")]
    assert handed_in(docintake, claims, papers, track="농어촌전형") == codes


@pytest.mark.parametrize(
    ("claim", "name", "known"),
    [
        (status("취업지원대상자", id="c", rate="10"), "장애인증명서", "취업지원대상자증명서"),
        (status("취업지원대상자", id="c", rate="10"), "HSK", "취업지원대상자증명서"),
        (status("농어업인자녀", id="c"), "가족관계 증명서", "가족관계증명서"),
        (certificate("한국사능력검정시험", "1급", id="c"), "NQ_AWARD", "KHISTORY"),
        (certificate("토목기사", id="c"), "TOEIC", "NQ_RECORD"),
    ],
)
def test_a_paper_that_cannot_prove_its_claim_is_named_with_those_that_can(docintake, claim, name, known):
    with pytest.raises(InvalidLines) as caught:
        handed_in(docintake, [toeic(id="lang-1"), claim], [paper("lang-1"), paper("c", name)])
    (error,) = caught.value.errors
    assert (error.line, error.field, error.code, error.value) == (2, "paper", "UNKNOWN_VALUE", name)
    assert known in error.en


@pytest.mark.parametrize("name", ["TEPS", "NEW_TEPS"])
def test_either_report_may_prove_a_test_that_its_day_tells_apart(docintake, name):
    claim = toeic(id="lang-1") | {"test": "TEPS", "score": "500"}
    assert handed_in(docintake, [claim], [paper("lang-1", name)]) == []


EDITED = [
    ({"marks": {"document": "84.01"}}, "marks"),
    ({"marks": {"document": "80.00", "written.직무": "150"}}, "marks"),
    ({"marks": {"document": "80.00", "document.language": "70", "document.certificates": "9", "document.bonus": "0"}},
     "marks"),
    ({"total": "81.00"}, "total"),
    ({"preference": "8.00"}, "total"),
    ({"region": "영남권"}, "region"),
    ({"track": "지역일반"}, "region"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "field"), EDITED)
def test_a_line_of_the_stage_before_that_contradicts_itself_is_named(docintake, change, field):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", [outcome(1, field="경상") | change], results=[written(1, standard="150")])
    assert errors(caught) == {(1, field, "CONTRADICTION")}


@pytest.mark.parametrize("mark", ["written.직무수행", "written.직업기초", "written"])
def test_a_mark_of_the_written_test_that_is_gone_or_raised_is_named(docintake, mark):
    """Without it, or with more than there is, somebody would win or lose a tie without a trace (rule 59)."""
    whole = outcome(1, "written")
    raised = whole | {"marks": whole["marks"] | {mark: "300.01"}}
    with pytest.raises(InvalidLines) as caught:
        docintake.select("interview", [raised], results=[interview(1)])
    assert errors(caught) == {(1, "marks", "CONTRADICTION")}
    if mark == "written.직무수행":
        gone = whole | {"marks": {name: value for name, value in whole["marks"].items() if name != mark}}
        with pytest.raises(InvalidLines, match="is missing"):
            docintake.select("interview", [gone], results=[interview(1)])


@pytest.mark.parametrize(
    ("before", "after"),
    [(",1,,80", ",１,,80"), (",1,,80", ",+1,,80"), ("document=80.00", "document=80.00 | document=84.00")],
)
def test_a_table_of_outcomes_in_which_a_cell_was_changed_is_named(docintake, tmp_path, before, after):
    out = tmp_path / "document.csv"
    docintake.run("select", "document", docintake.file([candidate(1)]), "--announcement", "2019-grade5", "-o", out)
    text = out.read_text(encoding="utf-8-sig")
    assert before in text
    out.write_text(text.replace(before, after), encoding="utf-8")
    results = docintake.file([written(1, standard="150")])
    with pytest.raises(InvalidLines, match="NO_OUTCOME"):
        docintake.run("select", "written", out, "--announcement", "2019-grade5", "--results", results)


TITLES = ["정보처리기사", "가 | MISMATCH: 나", "가(나", "가) | 나(다) | ", "(§9)"]


@pytest.mark.parametrize("title", TITLES)
def test_a_round_over_tables_says_at_its_end_why_somebody_is_out(docintake, tmp_path, title):
    """What the applicant wrote stands in the reason, and must not be taken for another one."""
    declared = {"applicant_id": "A-1", **body(toeic(id="lang-1"), certificate(title, id="c"))}
    whole = {"applicant_id": "A-2", **body(toeic(id="lang-1"))}
    people = docintake.file([declared, whole])
    papers = docintake.file([paper("lang-1"), paper("lang-1") | {"applicant_id": "A-2"}])
    results = {
        "written": docintake.file([written(1, standard="150"), written(2, standard="140")]),
        "interview": docintake.file([interview(2)]),
    }
    extra = {"interview": ["--papers", papers, "--declarations", people], "final": ["--appointment-date", "2020-01-02"]}
    before = people
    for stage in ("document", "written", "interview", "final"):
        out = tmp_path / f"{stage}.csv"
        words = ["--results", results[stage]] if stage in results else []
        words += extra.get(stage, [])
        docintake.run("select", stage, before, "--announcement", "2019-grade5", "--out", out, *words)
        before = out
    book = tmp_path / "final.xlsx"
    docintake.run("report", "2019-grade5", "--stage", "final", "--outcomes", before, "--out", book)
    told = list(load_workbook(book)["불합격 사유"].iter_rows(min_row=2, values_only=True))
    assert [row[3:6] for row in told] == [("A-1", "WRITTEN_FAIL", "§9"), ("A-1", "PAPER_MISSING", "§9")]
    assert told[1][6].endswith("필요한 서류가 기한 내에 제출되지 않았습니다.")
    (passed,) = [row for row in load_workbook(book)["순위"].iter_rows(values_only=True) if row[5] == "합격"]
    assert "합산점수" in passed[-1] or "직무수행능력 면접" in passed[-1]


@pytest.mark.parametrize("cell", ["합의로 제외", "OUT: 사유", "OUT: 사유)", "OUT: (§9"])
def test_a_reason_that_no_selection_wrote_is_named(docintake, tmp_path, cell):
    out = tmp_path / "document.csv"
    docintake.run("select", "document", docintake.file([candidate(1)]), "--announcement", "2019-grade5", "-o", out)
    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    edited = docintake.file([row | {"reasons": cell} for row in rows], "edited.csv")
    results = docintake.file([written(1, standard="150")])
    with pytest.raises(InvalidLines, match="NO_OUTCOME"):
        docintake.run("select", "written", edited, "--announcement", "2019-grade5", "--results", results)


@pytest.mark.parametrize("name", ["results.csv", "results.jsonl"])
def test_korean_that_was_saved_in_parts_of_letters_is_read(docintake, tmp_path, name):
    text = {
        "results.csv": "applicant_id,직무수행,직업기초,인성\nA-1,150,75,적\n",
        "results.jsonl": json.dumps(written(1), ensure_ascii=False) + "\n",
    }[name]
    path = tmp_path / name
    path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert docintake.select("written", [outcome(1)], results=path).of("PASSED") == ["A-1"]


def test_a_key_that_stands_twice_is_said_to(docintake, tmp_path):
    path = tmp_path / "twice.jsonl"
    path.write_text('{"applicant_id": "A-1", "직무수행": "150", "직무수행": "160"}\n', encoding="utf-8")
    with pytest.raises(InvalidLines, match="stands twice"):
        docintake.select("written", [outcome(1)], results=path)


def test_rows_of_commas_that_a_spreadsheet_leaves_behind_are_passed_over(docintake, tmp_path):
    path = tmp_path / "results.csv"
    path.write_text("applicant_id,직무수행,직업기초,인성\nA-1,150,75,적\n,,,\n , ,,\n", encoding="utf-8")
    assert docintake.select("written", [outcome(1)], results=path).of("PASSED") == ["A-1"]


@pytest.mark.parametrize(
    ("stage", "option"),
    [
        ("document", "--notice-date"),
        ("written", "--declarations"),
        ("interview", "--papers"),
        ("interview", "--declarations"),
        ("final", "--declarations"),
    ],
)
def test_an_option_that_the_service_would_not_look_at_is_refused(docintake, stage, option):
    value = "2019-09-20" if option == "--notice-date" else str(docintake.file([person(1)]))
    words = ["select", stage, "--announcement", "2019-grade5", option, value]
    words += ["--appointment-date", "2020-01-02"] if stage == "final" else []
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert f"{option} goes with FILE" in " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "utf-8"])
@pytest.mark.parametrize("words", [["score"], ["select", "document"]])
def test_results_are_utf_8_whatever_the_terminal_is(docintake, encoding, words):
    """portal-api: UTF-8 everywhere; a terminal of another encoding ended the command with a traceback."""
    given = docintake.file([{"applicant_id": "가-1", **body(toeic())}])
    command = [sys.executable, "-m", "services.cli.main", *words]
    end = ["--announcement", "2019-grade5"]
    surroundings = os.environ | {"PYTHONIOENCODING": encoding}
    for source, sent in ((str(given), b""), ("-", given.read_bytes())):
        done = subprocess.run([*command, source, *end], input=sent, capture_output=True, env=surroundings, check=True)
        assert json.loads(done.stdout.decode("utf-8"))["applicant_id"] == "가-1"


def test_standard_input_that_is_no_utf_8_is_refused_with_the_way_out():
    result = CliRunner().invoke(app, ["select", "document", "-", "--announcement", "2019-grade5"], input=b"\xff\n")
    assert result.exit_code == 2
    assert "not UTF-8" in " ".join(result.output.replace("│", " ").split())
