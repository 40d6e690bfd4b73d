"""`docintake report`: the workbook of a stage, with nothing that §8 hides."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from services.score.stages.lines import InvalidLines
from tests.unit.score.applicants import body, toeic
from tests.unit.score.by_rule.commandline import docintake
from tests.unit.score.by_rule.rounds import candidate, numbered, outcome, person, written

__all__ = ["docintake"]


def workbook(run, tmp_path, stage, rows):
    out = tmp_path / "result.xlsx"
    run.run("report", "2019-grade5", "--stage", stage, "--outcomes", run.file(rows), "--out", out)
    return load_workbook(out)


def column(sheet, name):
    head = [cell.value for cell in sheet[1]]
    return [row[head.index(name)] for row in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.fixture
def document(docintake):
    crowd = [candidate(n, f"{100 - n}.00", "도시계획") for n in numbered(26)]
    crowd += [candidate("T", "75.00", "도시계획"), candidate("X", "75.00", "도시계획", eligible=False)]
    crowd += [candidate("V", "74.00", "경상", preferences={"취업지원대상자": "10"})]
    return docintake.select("document", crowd).rows


def test_the_ranking_names_unit_rank_and_result(docintake, tmp_path, document):
    sheet = workbook(docintake, tmp_path, "document", document)["순위"]
    ids, results, ranks = (column(sheet, name) for name in ("지원번호", "결과", "순위"))
    assert ids[0] == "A-V"
    assert ids[1:26] == [f"A-{n}" for n in numbered(25)]
    assert ids[26:] == ["A-T", "A-26", "A-X"]
    assert results[26:] == ["합격", "예비", "불합격"]
    assert ranks[25:27] == [25, 25]
    told = column(sheet, "설명")
    assert told[0] == "취업지원대상자 가점 8점을 더하여 82점 [§5 취업지원 대상자]"
    assert told[1] is None


def test_line_ties_reasons_and_reserve_have_their_sheets(docintake, tmp_path, document):
    book = workbook(docintake, tmp_path, "document", document)
    assert book.sheetnames == ["순위", "합격선", "동점", "불합격 사유", "추가합격(목표제)", "예비순번", "적용 규칙"]
    lines = book["합격선"]
    assert column(lines, "합격선") == [82, 75]
    assert lines["F2"].number_format == "0.00"
    assert ["25배수" in told for told in column(lines, "설명")] == [True, True]
    assert column(lines, "선발인원") == [400, 25]
    assert column(lines, "합격") == [1, 26]
    assert column(lines, "동점자") == [1, 2]
    assert column(book["동점"], "지원번호") == ["A-V", "A-25", "A-T"]
    assert column(book["불합격 사유"], "코드") == ["INELIGIBLE"]
    assert column(book["예비순번"], "예비") == [1]


def test_the_rules_that_were_applied_have_a_sheet(docintake, tmp_path, document):
    sheet = workbook(docintake, tmp_path, "document", document)["적용 규칙"]
    told = dict(zip(column(sheet, "항목"), column(sheet, "값"), strict=True))
    assert (told["공고일"], told["채용 기준"], told["전형"]) == ("2019-09-20", "krc-2019 1", "서류전형")
    assert (told["G19"], told["G24"]) == ("outside", "staff")
    assert {f"G{number}" for number in range(1, 40)} <= told.keys()


def test_who_passes_additionally_is_told_with_the_target(docintake, tmp_path):
    unit = {"track": "지역일반", "region": "경기·강원권"}
    before = [outcome(n, **unit) for n in numbered(19)]
    results = [written(n, "160", "80" if n < 19 else "79") for n in numbered(19)]
    people = [person(n, "M" if n < 19 else "F") for n in numbered(19)]
    rows = docintake.select("written", before, results=results, declarations=people).rows
    sheet = workbook(docintake, tmp_path, "written", rows)["추가합격(목표제)"]
    assert column(sheet, "지원번호") == ["A-19"]
    assert "양성평등" in column(sheet, "설명")[0]


def test_g22_who_passes_through_preference_is_counted_and_not_refused(docintake, tmp_path, monkeypatch):
    crowd = [candidate(n, f"{84 - n / 10:.2f}", "법정") for n in numbered(201)]
    crowd[200]["preferences"] = {"취업지원대상자": "10"}
    sheet = workbook(docintake, tmp_path, "document", docintake.select("document", crowd).rows)["합격선"]
    assert column(sheet, "가점으로 합격") == [1]
    assert column(sheet, "상한(보고)") == [60]


def test_nothing_that_the_blind_stage_hides_is_in_the_workbook(docintake, tmp_path):
    hidden = {"sex": "F", "schools": [{"level": "대학교", "region": "전라남도", "state": "졸업"}]}
    line = {"applicant_id": "A-1", **body(toeic(), facts=hidden, birth_date="1994-03-15", name_latin="HONG GILDONG")}
    rows = docintake.select("document", [line]).rows
    book = workbook(docintake, tmp_path, "document", rows)
    text = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    for secret in ("홍길동", "HONG", "1994", "여성", "'F'", "전라남도", "대학교"):
        assert secret not in text.replace("이전지역인재", "")
        assert secret not in str(rows)


def test_a_stage_of_which_nothing_is_known_and_a_wrong_ending_are_refused(docintake, tmp_path):
    with pytest.raises(InvalidLines, match="EMPTY"):
        docintake.run("report", "2019-grade5", "--stage", "document", "--outcomes", docintake.file([]), "-o", "x.xlsx")
    with pytest.raises(AssertionError, match=r"\.xlsx"):
        docintake.run("report", "2019-grade5", "--stage", "document", "--outcomes", docintake.file([]), "-o", "x.pdf")


def test_an_option_that_was_chosen_otherwise_is_said(docintake, tmp_path, document):
    from services.announcement.load import load_announcement
    from services.score.report import write_report
    from services.score.stages.outcome_row import from_json

    known = load_announcement("2019-grade5")
    chosen = known.model_copy(update={"options": known.options.model_copy(update={"last_tie": "all_pass"})})
    write_report([from_json(row) for row in document], chosen, "document", tmp_path / "other.xlsx")
    sheet = load_workbook(tmp_path / "other.xlsx")["적용 규칙"]
    told = dict(zip(column(sheet, "항목"), column(sheet, "질문과 결정"), strict=True))
    assert [name for name, text in told.items() if "달리 정함" in (text or "")] == ["G24"]


@pytest.mark.parametrize("number", ["-1", "=1+1", "+82", "@home"])
def test_no_text_becomes_a_formula(docintake, tmp_path, document, number):
    row = document[0] | {"preference_kind": number}
    sheet = workbook(docintake, tmp_path, "document", [row])["순위"]
    assert column(sheet, "가점 종류") == [number]
    assert sheet["J2"].data_type == "s"


def test_a_sheet_can_be_read_filtered_and_printed(docintake, tmp_path, document):
    for sheet in workbook(docintake, tmp_path, "document", document):
        assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("A2", "landscape")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert all(column.width >= 9 for column in sheet.column_dimensions.values())
    lines = workbook(docintake, tmp_path, "document", document)["합격선"]
    assert lines.cell(2, lines.max_column).alignment.wrap_text


def test_g22_the_share_may_go_unreported(docintake, tmp_path, monkeypatch):
    from services.announcement.load import load_announcement
    from services.score.stages.outcome_row import from_json
    from services.score.summary import summaries

    known = load_announcement("2019-grade5")
    ignoring = known.options.model_copy(update={"preference_share": "ignored"})
    crowd = [candidate(n, f"{84 - n / 10:.2f}", "법정") for n in numbered(3)]
    outcomes = [from_json(row) for row in docintake.select("document", crowd).rows]
    assert [one.allowed_by_preference for one in summaries(outcomes, known)] == [60]
    other = known.model_copy(update={"options": ignoring})
    assert [one.allowed_by_preference for one in summaries(outcomes, other)] == [None]
