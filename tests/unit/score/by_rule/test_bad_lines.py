"""A bad line is named with its value and what would be right, and nothing of its file is applied."""

from __future__ import annotations

import csv
import io
import json

import pytest

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
        (0, "NO_RESULT", "A-1"),
        (2, "TWICE", "A-2"),
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
     ('applicant_id\n"A-1"x\n', "CSV")],
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
