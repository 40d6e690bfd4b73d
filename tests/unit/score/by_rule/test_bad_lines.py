"""A bad line is named with its value and what would be right, and nothing of its file is applied."""

from __future__ import annotations

import csv
import io
import json

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from services.cli.main import app
from services.score.stages.lines import InvalidLines
from tests.unit.score.applicants import body, toeic
from tests.unit.score.by_rule.rounds import candidate, interview, outcome, written

BEFORE = [outcome(1), outcome(2)]
GOOD = written(2)

RESULTS = [
    (written(9), "applicant_id", "NOT_IN_STAGE", "A-9"),
    (written(1, "200.5"), "직무수행", "OFF_GRID", "200.5"),
    (written(1, "-1"), "직무수행", "SCORE_FORMAT", "-1"),
    (written(1, "팔십"), "직무수행", "SCORE_FORMAT", "팔십"),
    (written(1, "1e2"), "직무수행", "SCORE_FORMAT", "1e2"),
    (written(1, ""), "직무수행", "SCORE_FORMAT", ""),
    (written(1) | {"직무수행": 150}, "직무수행", "SCORE_FORMAT", "150"),
    (written(1, standard="150"), "직무수행.standard", "NOT_APPLICABLE", "150"),
    (written(1, 인성="부적격"), "인성", "UNKNOWN_VALUE", "부적격"),
    (written(1, 인성=None), "인성", "UNKNOWN_VALUE", ""),
    (written(1, absent="예"), "absent", "UNKNOWN_VALUE", "예"),
    (written(1, absent="true"), "직무수행", "NOT_APPLICABLE", "150"),
    (written(1) | {"점수": "1"}, "점수", "UNKNOWN_COLUMN", ""),
    ({"직무수행": "150"}, "applicant_id", "REQUIRED", ""),
]


@pytest.mark.parametrize(("row", "field", "code", "value"), RESULTS)
def test_a_bad_result_is_named_and_nothing_is_applied(docintake, tmp_path, row, field, code, value):
    out = tmp_path / "out.jsonl"
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", BEFORE, results=[GOOD, row], out=out)
    error = next(one for one in caught.value.errors if one.line == 2 and one.field == field)
    assert (error.line, error.field, error.code, error.value) == (2, field, code, value)
    assert error.ko
    assert error.en
    assert not out.exists()


def test_somebody_twice_and_somebody_without_a_result_are_named(docintake):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", BEFORE, results=[GOOD, GOOD])
    assert [(error.line, error.code, error.value) for error in caught.value.errors] == [
        (2, "TWICE", "A-2"),
        (0, "NO_RESULT", "A-1"),
    ]


def test_who_failed_the_stage_before_is_not_in_the_next(docintake):
    before = [outcome(1), outcome(2, result="RESERVE"), outcome(3, result="OUT"), outcome(4, result="EXTRA")]
    found = docintake.select("written", before, results=[written(1), written(4)])
    assert sorted(found.results()) == ["A-1", "A-4"]
    with pytest.raises(InvalidLines, match=r"line 3 applicant_id \(A-3\): NOT_IN_STAGE"):
        docintake.select("written", before, results=[written(1), written(4), written(3)])


CANDIDATES = [
    (candidate(1, field="화학"), "field", "UNKNOWN_VALUE", "화학"),
    (candidate(1, track="특별"), "track", "UNKNOWN_VALUE", "특별"),
    (candidate(1, region="영남권"), "region", "NOT_APPLICABLE", "영남권"),
    (candidate(1, track="지역일반"), "region", "REQUIRED", ""),
    (candidate(1, track="지역일반", region="중부권"), "region", "UNKNOWN_VALUE", "중부권"),
    (candidate(1, "80,5"), "document", "SCORE_FORMAT", "80,5"),
    (candidate(1, "84.01"), "document", "OFF_GRID", "84.01"),  # 행정: 70 + 10 + 4
    (candidate(1, "104.01", field="토목일반"), "document", "OFF_GRID", "104.01"),
    (candidate(1, "80.005"), "document", "OFF_GRID", "80.005"),
    (candidate(1, preferences={"취업지원대상자": "7"}), "preferences", "UNKNOWN_VALUE", '{"취업지원대상자": "7"}'),
    (candidate(1, preferences={"국가유공자": "10"}), "preferences", "UNKNOWN_VALUE", '{"국가유공자": "10"}'),
    (candidate(1, preferences="장애인"), "preferences", "WRONG_TYPE", "장애인"),
    (candidate("/etc"), "applicant_id", "INVALID_FIELD", "A-/etc"),
    (candidate(0), "applicant_id", "TWICE", "A-0"),
]


@pytest.mark.parametrize(("row", "field", "code", "value"), CANDIDATES)
def test_a_bad_candidate_is_named(docintake, row, field, code, value):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("document", [candidate(0), row])
    (error,) = caught.value.errors
    assert (error.line, error.field, error.code, error.value) == (2, field, code, value)


def test_a_bad_declaration_is_named_by_its_line_and_field(docintake):
    row = {"applicant_id": "A-1", **body(toeic("703"))}
    with pytest.raises(InvalidLines, match=r"line 2 claims\[0\]\.score \(703\): OFF_GRID"):
        docintake.select("document", [candidate(0), row])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"applicant_id": "A-9", "declined": True}, "NOT_IN_STAGE"),
        ({"applicant_id": "A-1", "decision": "SELECT"}, "NOT_TIED"),
        ({"applicant_id": "A-1", "clause": "9"}, "UNKNOWN_VALUE"),
        ({"applicant_id": "A-1", "date": "2019-01-01"}, "REQUIRED"),
        ({"applicant_id": "A-1", "clause": "3", "date": "2019-02-29"}, "DATE"),
    ],
)
def test_a_bad_check_is_named(docintake, row, code):
    selected = docintake.select("interview", [outcome(1, "written")], results=[interview(1)])
    with pytest.raises(InvalidLines) as caught:
        docintake.select("final", selected.rows, checks=[row], appointment_date="2020-01-02")
    assert [error.code for error in caught.value.errors] == [code]


def test_a_line_that_is_no_json_and_a_file_of_another_stage_are_named(docintake, tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_text(json.dumps(outcome(1)) + "\n{broken\n")
    with pytest.raises(InvalidLines, match="line 2: INVALID_JSON"):
        docintake.run("select", "written", path, "--announcement", "2019-grade5", "--results", path)
    with pytest.raises(InvalidLines, match=r"line 1 stage \(written\): UNKNOWN_VALUE"):
        docintake.select("written", [outcome(1, "written")], results=[written(1)])
    with pytest.raises(InvalidLines, match="line 1: NO_OUTCOME"):
        docintake.select("written", [candidate(1)], results=[written(1)])


def test_csv_says_the_same_as_jsonl_at_every_stage(docintake, tmp_path):
    crowd = [candidate(n, f"{90 - n}.00", "도시계획", preferences="취업지원대상자=10 | 장애인=10") for n in (1, 2, 3)]
    results, talks = [written(n) for n in (1, 2, 3)], [interview(n, f"{90 - n}") for n in (1, 2, 3)]
    said = docintake.select("document", crowd)
    said = docintake.select("interview", docintake.select("written", said.rows, results=results).rows, results=talks)
    before = docintake.file(crowd, "crowd.csv")
    for stage, given in (("document", None), ("written", results), ("interview", talks)):
        out = tmp_path / f"{stage}.csv"
        extra = ["--results", docintake.file(given, "results.csv")] if given else []
        docintake.run("select", stage, before, "--announcement", "2019-grade5", "--out", out, *extra)
        before = out
    rows = list(csv.DictReader(io.StringIO(before.read_text(encoding="utf-8-sig"))))
    keys = ("applicant_id", "result", "rank", "reserve", "total", "line")
    assert [[row[key] for key in keys] for row in rows] == [
        ["" if row[key] is None else str(row[key]) for key in keys] for row in said.rows
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("applicant_id,applicant_id\nA-1,A-1\n", "HEADER"), ("applicant_id,직무수행\nA-1\n", "COLUMNS"),
     ('applicant_id\n"A-1"x\n', "CSV"), ('"applicant_id"x,직무수행\nA-1,1\n', "CSV"),
     (f"applicant_id,{'x' * 1_000_000}\nA-1,1\n", "CSV"), (f"applicant_id\n{'9' * 1_000_000}\n", "CSV")],
)  # fmt: skip
def test_a_broken_csv_is_named(docintake, tmp_path, text, code):
    path = tmp_path / "broken.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidLines, match=code):
        docintake.select("written", BEFORE, results=path)


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(docintake, tmp_path):
    path = tmp_path / "results.csv"
    path.write_text("applicant_id,직무수행,직업기초,인성\r\nA-1,150,75,적\r\nA-2,140,75,적\r\n", encoding="utf-8-sig")
    assert len(docintake.select("written", BEFORE, results=path).of("PASSED")) == 2


@pytest.mark.parametrize("applicant_id", [["A-1"], {"A": 1}, 1, True, None])
def test_an_application_number_that_is_no_text_is_named(docintake, applicant_id):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", BEFORE, results=[GOOD, {"applicant_id": applicant_id}])
    error = next(one for one in caught.value.errors if one.line == 2)
    assert (error.field, error.code) == ("applicant_id", "REQUIRED")


OUTCOMES = [
    ({"rank": "1"}, "NO_OUTCOME"),
    ({"rank": -1}, "NO_OUTCOME"),
    ({"reserve": "z"}, "NO_OUTCOME"),
    ({"posts": "61"}, "NO_OUTCOME"),
    ({"posts": True}, "NO_OUTCOME"),
    ({"places": None}, "NO_OUTCOME"),
    ({"region": ["영남권"]}, "NO_OUTCOME"),
    ({"track": {"전국일반": 1}}, "NO_OUTCOME"),
    ({"field": None}, "NO_OUTCOME"),
    ({"marks": {}}, "NO_OUTCOME"),
    ({"marks": {"document": "-5"}}, "NO_OUTCOME"),
    ({"marks": {"document": "1E+999999"}}, "NO_OUTCOME"),
    ({"total": "NaN"}, "NO_OUTCOME"),
    ({"field": "화학"}, "UNKNOWN_VALUE"),
    ({"track": "특별"}, "UNKNOWN_VALUE"),
    ({"region": "중부권"}, "UNKNOWN_VALUE"),
    ({"preferences": {"취업지원대상자": "99"}}, "UNKNOWN_VALUE"),
    ({"preferences": {"장애인": "5"}}, "UNKNOWN_VALUE"),
]


@pytest.mark.parametrize(("change", "code"), OUTCOMES)
def test_an_outcome_that_somebody_wrote_into_is_named(docintake, tmp_path, change, code):
    """The line of who passed is read by the next stage and by the report: neither may take a guess."""
    before = [outcome(1), {**outcome(2), **change}]
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", before, results=[written(1), written(2)])
    assert {(error.line, error.code) for error in caught.value.errors} == {(2, code)}
    out = tmp_path / "result.xlsx"
    with pytest.raises(InvalidLines, match=code):
        docintake.run("report", "2019-grade5", "--stage", "document", "--outcomes", docintake.file(before), "-o", out)
    assert not out.exists()


def test_control_signs_in_a_reason_do_not_keep_the_report_from_being_written(docintake, tmp_path):
    told = [{"rule": "§4", "ko": "가\u0001나", "en": "a"}]
    out = tmp_path / "result.xlsx"
    given = docintake.file([outcome(1) | {"explanation": told}])
    docintake.run("report", "2019-grade5", "--stage", "document", "--outcomes", given, "-o", out)
    cells = [cell for sheet in load_workbook(out) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any("가나" in str(cell) for cell in cells)


@pytest.mark.parametrize("place", ["none/out.csv", "."])
@pytest.mark.parametrize("command", ["select", "report"])
def test_a_place_that_cannot_be_written_is_said_at_once(docintake, tmp_path, place, command):
    given = docintake.file([outcome(1)])
    words = {
        "select": ["select", "written", given, "--results", docintake.file([written(1)])],
        "report": ["report", "2019-grade5", "--stage", "document", "--outcomes", given],
    }[command]
    extra = ["--announcement", "2019-grade5"] if command == "select" else []
    out = tmp_path / place.replace(".csv", ".xlsx" if command == "report" else ".csv")
    out = out if out.suffix or command == "select" else tmp_path / "folder.xlsx"
    if out.suffix and place == ".":
        out.mkdir()
    result = CliRunner().invoke(app, [str(word) for word in (*words, *extra, "--out", out)])
    assert result.exit_code == 2
    assert "cannot be written" in " ".join(result.output.replace("│", " ").split())


def test_the_highest_totals_there_are_can_be_given(docintake):
    crowd = [candidate(1, "84.00"), candidate(2, "104.00", field="토목일반"), candidate(3, "0")]
    assert set(docintake.select("document", crowd).results().values()) == {"PASSED"}


@pytest.mark.parametrize("text", ["", "\n\n", "applicant_id,field,track,document\r\n"])
def test_a_file_that_holds_nobody_is_said_to(docintake, tmp_path, text):
    path = tmp_path / ("nobody.csv" if "," in text else "nobody.jsonl")
    path.write_text(text, encoding="utf-8")
    results = docintake.file([written(1)])
    for words in (["document", path], ["written", path, "--results", results]):
        with pytest.raises(InvalidLines, match="EMPTY"):
            docintake.run("select", *words, "--announcement", "2019-grade5")


def test_the_lines_that_are_wrong_come_before_the_people_who_are_missing(docintake):
    """A wrong head makes everybody's result missing: the cause is told first, however many they are."""
    before = [outcome(n) for n in range(1, 60)]
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", before, results=[{"지원번호": "A-1"}])
    assert [error.code for error in caught.value.errors[:3]] == ["REQUIRED", "UNKNOWN_COLUMN", "NO_RESULT"]
    assert "UNKNOWN_COLUMN" in str(caught.value)


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_columns_parted_by_another_sign_are_told_as_such(docintake, tmp_path, sign):
    path = tmp_path / "results.csv"
    path.write_text("applicant_id,직무수행,직업기초,인성\nA-1,150,75,적\n".replace(",", sign), encoding="utf-8")
    with pytest.raises(InvalidLines) as caught:
        docintake.select("written", BEFORE, results=path)
    (error,) = caught.value.errors
    assert (error.line, error.code) == (1, "HEADER")
    assert "not by commas" in error.en
