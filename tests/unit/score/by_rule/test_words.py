"""The words of every explanation, as they are read aloud to people: a round in which everything happens once.

Where the wording is changed on purpose: `DOCINTAKE_REWRITE=1 pytest …/test_words.py`, and read the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from services.score.aloud import outcome_aloud, score_aloud
from services.score.stages.lines import InvalidLines
from services.score.stages.outcome_row import from_json, to_flat
from tests.unit.score.applicants import body, certificate, language, status, toeic
from tests.unit.score.by_rule.rounds import candidate, interview, numbered, outcome, person, written

EXPECTED = Path(__file__).parent / "expected"


def same(name: str, found: Any) -> None:
    """`found` is what the file of that name holds, line by line."""
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path = EXPECTED / f"{name}.json"
    if os.environ.get("DOCINTAKE_REWRITE"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


IT, HISTORY, KOREAN = "컴퓨터활용능력", "한국사능력검정시험", "국어능력인증시험"
OLD = "2018-03-01"
DECLARATIONS = [
    body(toeic("845"), certificate("토목기사"), certificate("토목시공기술사"), field="토목일반"),
    body(language("TEPS", "500", test_date="2018-06-02"), certificate(HISTORY, "1급"), certificate(HISTORY, "2급")),
    body(language("HSK", "254", level="5급"),
         certificate(IT, "1급", issuer="다른 곳"), certificate(IT, "2급", issuer=None)),
    body(language("OPIC", level="IL"), certificate(HISTORY, "1급", acquired_on="2019-09-21")),
    body(language("OPIC", level="AL"), certificate(HISTORY, "1급", valid_until="2019-09-19"), certificate("없는자격")),
    body(certificate(HISTORY), certificate(KOREAN, "1급", number=None), field="전산일반", track="농어촌전형"),
    body(toeic("595", test_date="2017-10-31", announced_on="2019-09-21", sitting="해외"), track="지역일반"),
    body(language("TOEIC", "600", test_date=None)),
    body(toeic("990", test_date="2017-11-01", announced_on="2019-09-20"), status("농어촌거주자"), track="농어촌전형",
         facts={"residence": [{"from": "2014-09-21", "to": None, "area": "면"}], "military": "불이행",
                "disqualifications": ["1", {"clause": "14", "date": "2019-01-01", "amount": "1000000"}]}),
    body(toeic(), status("지역졸업"), track="지역일반", region="영남권",
         facts={"schools": [{"level": "대학교", "region": "서울", "state": "졸업"}]}),
    body(toeic(), status("저소득층"), status("고용디딤돌"), certificate("전기기사"),
         language("DELF", level="A2", id="f"),
         language("DELE", level="B1", id="e", test_date="2017-10-31")),
    body(toeic(), certificate("전기기사"), certificate(HISTORY, "1급"), certificate(KOREAN, "1급"),
         certificate(IT, "1급"),
         certificate("정보처리기사"), language("FLEX_FR", "701", id="f"), status("저소득층"), field="전기"),
    body(language("TEPS", "701", test_date=OLD), certificate("정보처리기사"), field="전산일반"),
]  # fmt: skip


def test_the_words_of_scores(docintake):
    rows = [{"applicant_id": f"A-{number}", **one} for number, one in enumerate(DECLARATIONS)]
    answers = docintake.score(*rows)
    spoken = [[[one.ko, one.en] for one in score_aloud(answer)] for answer in answers]
    same("scores", [answers, spoken])


def words(selected) -> list[Any]:
    found = [from_json(row) for row in selected.rows]
    spoken = [[[one.ko, one.en] for one in outcome_aloud(row)] for row in found]
    return [selected.rows, spoken, [to_flat(row) for row in found]]


def test_the_words_of_the_document_stage(docintake):
    crowd = [candidate(n, f"{100 - n}.00", "도시계획") for n in numbered(25)]
    crowd += [
        candidate("T", "75.00", "도시계획"), candidate("R", "74.50", "도시계획"), candidate("R2", "74.50", "도시계획"),
        candidate("I", "90.00", "도시계획", eligible=False),
        candidate("N", field="환경", track="지역일반", region="충청권"),
        candidate("V", "70.00", "경상", preferences="취업지원대상자=5"),
        candidate("L", "64.11", "경상", preferences="고급자격증=10"),
        candidate("B", "64.11", track="보훈전형", region="영남권"),
    ]  # fmt: skip
    same("document", words(docintake.select("document", crowd)))


def test_the_words_of_the_written_test(docintake):
    unit = {"track": "지역일반", "region": "호남·제주권", "field": "경상"}
    before = [outcome(n, **unit, preferences={"취업지원대상자": "10"} if n == 2 else {}) for n in numbered(18)]
    marks = ["180"] * 9 + ["150"] * 3 + ["149", "148", "60", "150", "150"]
    results = [written(n, mark, "80", standard=mark) for n, mark in enumerate(marks, 1)]
    results[15]["인성"] = "부"
    results[16]["직업기초"] = "39"
    results.append({"applicant_id": "A-18", "absent": "true"})
    people = [person(n, "M", False) for n in numbered(12)] + [person(n, "F", True) for n in range(13, 19)]
    same("written", words(docintake.select("written", before, results=results, declarations=people)))


def test_the_words_of_the_interview_and_the_final_selection(docintake):
    before = [outcome(n, "written", "도시계획", marks={"written.직무수행": "150"}) for n in numbered(6)]
    talks = [("80", "80"), ("80", "80"), ("79", "80"), ("39", "90"), ("50", "69"), ("90", "90")]
    results = [interview(n, *marks) for n, marks in enumerate(talks, 1)]
    results[5]["originals"] = "false"
    selected = docintake.select("interview", before, results=results)
    same("interview", words(selected))
    checks = [{"applicant_id": "A-1", "decision": "SELECT"}, {"applicant_id": "A-2", "decision": "REJECT"}]
    checks += [{"applicant_id": "A-1", "clause": "3", "date": "2019-01-01"}, {"applicant_id": "A-3", "declined": True}]
    same("final", words(docintake.select("final", selected.rows, checks=checks, appointment_date="2020-01-02")))
    waiting = docintake.select("final", selected.rows, appointment_date="2020-01-02")
    same("final-waiting", words(waiting))


PAPERS = [
    {"claim_id": "lang-1", "paper": "TOEIC", "agrees": "true", "issued_on": "2019-09-19"},
    {"claim_id": "c", "paper": "NQ_BOOK", "agrees": "false"},
    {"claim_id": "s", "paper": "주민등록초본", "agrees": "true"},
]


def test_the_words_about_papers(docintake):
    claims = (toeic(), certificate("토목기사", id="c"), certificate("토목기사", id="d", number=None),
              status("농어촌거주자", id="s"), status("장애인", id="t"))  # fmt: skip
    declared = {"applicant_id": "A-1", **body(*claims, field="토목일반", track="농어촌전형")}
    before = [outcome(1, "written", "토목일반", track="농어촌전형")]
    papers = [{"applicant_id": "A-1", **paper} for paper in PAPERS]
    found = docintake.select("interview", before, results=[], declarations=[declared], papers=papers)
    same("papers", found.rows)


WRONG = {
    "results": [
        written(9), written(1, "201"), written(1, "x"), written(1, standard="1"), written(1, 인성="?"), {"x": "1"},
        written(1, absent="maybe"), written(1, absent="true"), written(2), written(2),
    ],
    "candidates": [
        candidate(1, field="?"), candidate(2, track="?"), candidate(3, region="영남권"), candidate(4, track="지역일반"),
        candidate(5, "x"), candidate(6, preferences="장애인=5"), candidate(7, preferences="?=5"), candidate("/"),
        candidate(8), candidate(8), candidate(9, eligible="?"), candidate(10, preferences="?"), candidate(11, new="?"),
        candidate(14, preferences="취업지원대상자=7 | ?=1 | 장애인=9"), candidate(15, preferences="a=b=5"),
        {"applicant_id": 5}, candidate(12, person="P", track="보훈전형", region="영남권"), candidate(13, person="P"),
    ],
    "checks": [
        {"applicant_id": "A-9", "declined": True}, {"applicant_id": "A-1", "decision": "SELECT"},
        {"applicant_id": "A-1", "decision": "?"}, {"applicant_id": "A-1", "clause": "9"},
        {"applicant_id": "A-1", "date": "2019-01-01"}, {"applicant_id": "A-1", "clause": "3", "date": "?"},
        {"applicant_id": "A-1", "clause": "14", "amount": "-1"},
    ],
    "papers": [
        {"applicant_id": "A-1"},
        {"applicant_id": "A-1", "claim_id": "l", "agrees": "true", "received_at": "2019-10-10"},
        {"applicant_id": "A-1", "claim_id": "l", "agrees": "?"},
        {"applicant_id": "A-1", "claim_id": "l", "agrees": "true", "issued_on": "?"},
    ],
}  # fmt: skip


FILES = {
    "broken.jsonl": '{"applicant_id": "A-1"}\n\n{"x": \n',
    "list.jsonl": "[1]\n",
    "twice.jsonl": '{"applicant_id": "A-1", "applicant_id": "A-2"}\n',
    "no-name.csv": "applicant_id,,x\nA-1,1,2\n",
    "same-name.csv": "applicant_id,x,x\nA-1,1,2\n",
    "few-cells.csv": "applicant_id,직무수행\nA-1,1\nA-2\n",
    "many-cells.csv": "applicant_id,직무수행\nA-1,1,2\n",
    "quotes.csv": 'applicant_id,직무수행\n"A-1"x,1\n',
    "other-stage.jsonl": json.dumps(outcome(1, "written")) + "\n",
    "no-outcome.jsonl": '{"applicant_id": "A-1", "stage": "document"}\n',
    "unknown-preference.jsonl": json.dumps(outcome(1, preferences={"?": "5"})) + "\n",
    "unknown-stage.jsonl": json.dumps(outcome(1, "fourth")) + "\n",
    "float.jsonl": json.dumps(outcome(1, score=80.5)) + "\n",
    "endless.jsonl": json.dumps(outcome(1, score="NaN")) + "\n",
}


@pytest.mark.parametrize("name", FILES)
def test_the_words_about_files(docintake, tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    results = docintake.file([written(1)])
    with pytest.raises(InvalidLines) as caught:
        docintake.run("select", "written", path, "--announcement", "2019-grade5", "--results", results)
    same(f"file-{name.partition('.')[0]}", [[one.to_json() for one in caught.value.errors], str(caught.value)])


def test_a_file_with_many_bad_lines_names_the_first_twenty_and_counts_the_rest(docintake):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("document", [candidate(n, "x") for n in numbered(25)])
    assert len(caught.value.errors) == 25
    told = str(caught.value).splitlines()
    assert len(told) == 22
    assert told[-1] == "  … and 5 more"
    assert [error.line for error in caught.value.errors] == list(numbered(25))


def test_a_long_value_is_cut_short(docintake):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("document", [candidate(1, "9" * 81), candidate(2, "9" * 80)])
    assert [error.value for error in caught.value.errors] == ["9" * 80 + "…", "9" * 80]


def test_a_value_is_in_no_repr(docintake):
    with pytest.raises(InvalidLines) as caught:
        docintake.select("document", [candidate(1, "홍길동")])
    assert repr(caught.value.errors[0]) == "LineError(line=1, field='document', code='SCORE_FORMAT')"


def refusal(docintake, what: str) -> InvalidLines:
    interviewed = [outcome(1, "interview", places=1, posts=1)]
    given = {
        "results": ("written", [outcome(1), outcome(2)], {"results": WRONG[what]}),
        "candidates": ("document", WRONG[what], {}),
        "checks": ("final", interviewed, {"checks": WRONG[what], "appointment_date": "2020-01-02"}),
        "papers": ("interview", [outcome(1, "written")], {"results": [], "papers": WRONG[what]}),
    }
    stage, rows, files = given[what]
    with pytest.raises(InvalidLines) as caught:
        docintake.select(stage, rows, **files)
    return caught.value


@pytest.mark.parametrize("what", WRONG)
def test_the_words_of_refusals(docintake, what):
    error = refusal(docintake, what)
    same(f"refused-{what}", [[one.to_json() for one in error.errors], str(error)])
