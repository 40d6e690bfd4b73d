"""Tables: rows over several pages, with and without rules, heads of several lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.tables import FoundTable, find_tables
from services.verify.reading.papers.paper import decoys
from services.verify.reading.sheets import Sheet
from tests.unit.verify.reading.ruled_sheets import HandSheet

LABELS = (
    Label("from+to", ("참여기간",)),
    Label("project", ("참여사업명", "사업명")),
    Label("client", ("발주자",)),
    Label("duty", ("담당업무",)),
    Label("position", ("직위",)),
    decoys("비고", "순번"),
)
EDGES = (100, 500, 1000, 1300, 1600)
HEADS = ("참여기간", "참여사업명", "발주자", "담당업무")
ROADS = ("2010.05.01/~ 2011.12.31", "국도 확장공사", "한국도로공사", "시공")
RIVERS = ("2012.01.02/~ 2013.03.31", "하천 정비사업", "춘천시", "공무")
FIELDS = {"from+to": "2010.05.01 ~ 2011.12.31", "project": "국도 확장공사", "client": "한국도로공사", "duty": "시공"}


def tables(*sheets: Sheet) -> list[FoundTable]:
    return find_tables(sheets, LABELS, ("project",))


def printed(row: Mapping[str, object]) -> dict[str, str]:
    return {field: spot.text for field, spot in row.items()}  # type: ignore[attr-defined]


def projects(found: Sequence[FoundTable]) -> list[str]:
    return [row["project"].text for part in found for row in part.rows]


def ruled(
    *rows: Sequence[str], top: int = 200, heads: Sequence[str] = HEADS, page: HandSheet | None = None
) -> HandSheet:
    page = page or HandSheet()
    high = 80 if any("/" in head for head in heads) else 50
    page.row(top, high, EDGES, heads)
    for place, row in enumerate(rows):
        page.row(top + high + 80 * place, 80, EDGES, row)
    return page


def test_each_ruled_row_gives_the_cells_of_its_columns() -> None:
    (found,) = tables(ruled(ROADS, RIVERS).sheet())
    assert printed(found.rows[0]) == FIELDS
    assert projects([found]) == ["국도 확장공사", "하천 정비사업"]
    assert found.complete


def test_labels_on_two_lines_are_labels() -> None:
    page = ruled(ROADS, heads=("참여/기간", "참여/사업명", "발주자", "담당/업무"))
    (found,) = tables(page.sheet())
    assert printed(found.rows[0]) == FIELDS


def test_a_table_printed_twice_on_a_page_gives_two_parts() -> None:
    page = ruled(RIVERS, top=900, page=ruled(ROADS))
    assert projects(tables(page.sheet())) == ["국도 확장공사", "하천 정비사업"]


def test_rows_go_on_at_the_top_of_the_next_page_without_labels() -> None:
    further = HandSheet()
    further.row(120, 80, tuple(edge + 6 for edge in EDGES), RIVERS)
    found = tables(ruled(ROADS).sheet(), further.sheet(2))
    assert projects(found) == ["국도 확장공사", "하천 정비사업"]
    assert [part.page for part in found] == [0, 1]
    assert all(part.complete for part in found)


def test_labels_that_nobody_could_read_are_no_row_of_the_next_page() -> None:
    further = ruled(RIVERS, heads=("참머기간", "침여시업명", "발즈자", "딤당업우"), top=120)
    assert projects(tables(ruled(ROADS).sheet(), further.sheet(2))) == ["국도 확장공사", "하천 정비사업"]


def test_a_further_page_with_dates_but_without_rows_leaves_the_table_incomplete() -> None:
    further = HandSheet()
    for line in range(4):
        further.text(100, 300 + 60 * line, f"2014.0{line + 1}.01")
    found = tables(ruled(ROADS).sheet(), further.sheet(2))
    assert not all(part.complete for part in found)
    closing = HandSheet()
    closing.text(100, 300, "2019.06.12")
    assert all(part.complete for part in tables(ruled(ROADS).sheet(), closing.sheet(2)))


def test_nothing_below_the_end_mark_is_a_row() -> None:
    page = ruled(ROADS, ("", "이 하 여 백", "", ""), RIVERS)
    (found,) = tables(page.sheet())
    assert projects([found]) == ["국도 확장공사"]
    assert found.complete


def test_empty_rows_are_none_and_leave_the_table_complete() -> None:
    (found,) = tables(ruled(ROADS, ("", "", "", "")).sheet())
    assert len(found.rows) == 1
    assert found.complete


def test_a_row_whose_key_nobody_found_is_shown_and_leaves_the_table_incomplete() -> None:
    (found,) = tables(ruled(ROADS, (RIVERS[0], "", *RIVERS[2:])).sheet())
    assert len(found.rows) == 2
    assert not found.complete


def test_a_name_that_runs_on_in_a_ruled_row_of_its_own_belongs_to_the_row_before() -> None:
    page = ruled(ROADS, ("", "(제2공구)", "", ""), RIVERS)
    assert projects(tables(page.sheet())) == ["국도 확장공사 (제2공구)", "하천 정비사업"]


def test_a_cell_that_several_rows_share_counts_for_each() -> None:
    page = HandSheet()
    page.row(200, 50, EDGES, HEADS)
    for place, row in enumerate((ROADS, RIVERS)):
        page.row(250 + 80 * place, 80, EDGES[:3], row[:2])
        page.row(250 + 80 * place, 80, EDGES[3:], row[3:])
    page.cell((1003, 253, 1297, 407), "한국도로공사")
    (found,) = tables(page.sheet())
    assert [row["client"].text for row in found.rows] == ["한국도로공사", "한국도로공사"]


def test_cells_of_another_table_close_below_are_no_rows() -> None:
    page = ruled(ROADS)
    page.row(380, 50, (100, 480, 1020, 1300, 1600), ("업체명", "(주)대한건설", "입사일자", "2010.03.02"))
    ruled(RIVERS, top=500, page=page)
    assert projects(tables(page.sheet())) == ["국도 확장공사", "하천 정비사업"]


def test_a_missing_rule_between_two_columns_leaves_the_row_incomplete() -> None:
    page = HandSheet()
    page.row(200, 50, EDGES, HEADS)
    page.row(250, 80, EDGES, ROADS)
    page.cell((103, 333, 497, 407), "2012.01.02/~ 2013.03.31")
    page.cell((503, 333, 1297, 407))
    page.text(800, 350, "하천 정비사업 춘천시 지방국토관리청 발주 공사", 9)
    page.cell((1303, 333, 1597, 407), "공무")
    assert not all(part.complete for part in tables(page.sheet()))


def test_records_of_two_lines_under_labels_of_two_lines() -> None:
    page = HandSheet()
    page.cell((103, 203, 497, 297), "참여기간")
    page.row(200, 50, (500, 1000, 1300), ("참여사업명", "발주자"))
    page.row(250, 50, (500, 1000, 1300), ("담당업무", "직위"))
    for place, (period, project, client, duty) in enumerate((ROADS, RIVERS)):
        top = 300 + 120 * place
        page.cell((103, top + 3, 497, top + 117), period)
        page.row(top, 60, (500, 1000, 1300), (project, client))
        page.row(top + 60, 60, (500, 1000, 1300), (duty, "과장"))
    (found,) = tables(page.sheet())
    assert [printed(row) for row in found.rows] == [
        FIELDS | {"position": "과장"},
        {"from+to": "2012.01.02 ~ 2013.03.31", "project": "하천 정비사업", "client": "춘천시", "duty": "공무"}
        | {"position": "과장"},
    ]


def open_table(*rows: Sequence[str], pitch: int = 70) -> HandSheet:
    page = HandSheet()
    for left, head in zip((120, 520, 1010, 1320), HEADS, strict=True):
        page.text(left, 200, head)
    for place, row in enumerate(rows):
        for left, words in zip((100, 500, 1000, 1310), row, strict=True):
            for line, part in enumerate(words.split("/")):
                page.text(left, 260 + pitch * place + 28 * line, part)
    return page


def test_rows_without_rules() -> None:
    one_line = [(row[0].replace("/", " "), *row[1:]) for row in (ROADS, RIVERS)]
    (found,) = tables(open_table(*one_line).sheet())
    assert printed(found.rows[0]) == FIELDS
    assert projects([found]) == ["국도 확장공사", "하천 정비사업"]


def test_without_rules_a_record_has_as_many_lines_as_its_longest_cell() -> None:
    roads = (ROADS[0], "국도 제37호선/확장공사", *ROADS[2:])
    (found,) = tables(open_table(roads, RIVERS, pitch=90).sheet())
    assert projects([found]) == ["국도 제37호선 확장공사", "하천 정비사업"]
    assert found.rows[0]["from+to"].text == "2010.05.01 ~ 2011.12.31"


def test_without_rules_lines_stand_with_the_record_that_they_are_nearer_to() -> None:
    roads = ("2010.05.01 ~ 2011.12.31", "국도 제37호선/국지도 확장공사/(제2공구)", *ROADS[2:])
    rivers = ("2012.01.02 ~ 2013.03.31", *RIVERS[1:])
    (found,) = tables(open_table(roads, rivers, pitch=130).sheet())
    assert projects([found]) == ["국도 제37호선 국지도 확장공사 (제2공구)", "하천 정비사업"]
    assert found.complete


def test_without_rules_a_table_without_plain_gaps_between_its_records_is_never_complete() -> None:
    roads = ("2010.05.01 ~ 2011.12.31", "국도 제37호선/국지도 확장공사/(제2공구)", *ROADS[2:])
    rivers = ("2012.01.02 ~ 2013.03.31", *RIVERS[1:])
    (found,) = tables(open_table(roads, rivers, pitch=84).sheet())
    assert not found.complete


def test_columns_that_announce_nothing_are_left_out() -> None:
    edges = (40, *EDGES, 1800)
    page = HandSheet()
    page.row(200, 50, edges, ("순번", *HEADS, "비고"))
    page.row(250, 80, edges, ("1", *ROADS, "승인"))
    (found,) = tables(page.sheet())
    assert printed(found.rows[0]) == FIELDS


def test_fewer_than_three_labels_are_no_table() -> None:
    page = HandSheet()
    page.row(200, 50, EDGES, ("참여기간", "참여사업명"))
    page.row(250, 80, EDGES, ROADS[:2])
    assert tables(page.sheet()) == []


TWO_LEVELS = (
    Label("from+to", ("참여기간",)),
    Label("from", ("시작일",)),
    Label("to", ("종료일",)),
    Label("project", ("사업명",)),
    Label("job_field", ("직무분야",)),
    Label("specialty", ("전문분야",)),
    Label("duty", ("담당업무",)),
    Label("position", ("직위",)),
    decoys("순번"),
)


def test_labels_of_two_levels_name_the_columns_of_the_lower_one() -> None:
    page = HandSheet()
    edges = (200, 600, 800, 1000, 1200, 1400, 1600, 1800)
    page.cell((103, 203, 197, 377), "순번")  # its lower rule was not seen
    page.text(120, 325, "1", 0)
    page.cell((203, 203, 597, 297), "사업명")
    for place, group in enumerate(("참여기간", "분야", "담당")):
        page.row(200, 50, (600 + 400 * place, 1000 + 400 * place), (group,))
    page.row(250, 50, edges[1:], ("시작", "종료", "직무", "전문", "업무", "직위"))
    values = ("국도 확장공사", "2010.05.01", "2011.12.31", "토목", "도로및공항", "시공", "과장")
    page.row(300, 80, edges, values)
    (found,) = find_tables([page.sheet()], TWO_LEVELS, ("project",))
    fields = ("project", "from", "to", "job_field", "specialty", "duty", "position")
    assert [printed(row) for row in found.rows] == [dict(zip(fields, values, strict=True))]
    assert found.complete


def test_records_of_two_lines_with_rules_at_other_places() -> None:
    page = HandSheet()
    upper, lower = (200, 900, 1600), (200, 600, 1100, 1600)
    page.cell((103, 203, 197, 297), "순번")
    page.row(200, 50, upper, ("사업명", "직무분야"))
    page.row(250, 50, lower, ("참여기간", "담당업무", "직위"))
    records = (
        ("국도 확장공사", "토목", "2010.05.01 ~ 2011.12.31", "시공", "과장"),
        ("하천 정비사업", "건축", "2012.01.02 ~ 2013.03.31", "공무", "대리"),
    )
    for place, record in enumerate(records):
        page.cell((103, 303 + 100 * place, 197, 397 + 100 * place), str(place + 1))
        page.row(300 + 100 * place, 50, upper, record[:2])
        page.row(350 + 100 * place, 50, lower, record[2:])
    (found,) = find_tables([page.sheet()], TWO_LEVELS, ("project",))
    fields = ("project", "job_field", "from+to", "duty", "position")
    assert [printed(row) for row in found.rows] == [dict(zip(fields, record, strict=True)) for record in records]
    assert found.complete


def test_one_label_for_two_columns_gives_cells_of_two_values() -> None:
    page = HandSheet()
    page.row(200, 50, EDGES, ("참여기간", "사업명", "", "담당업무"))
    page.text(1010, 208, "직무분야/전문분야", 2)
    page.row(250, 80, EDGES, ("2010.05.01 ~ 2011.12.31", "국도 확장공사", "", "시공"))
    page.text(1010, 260, "토목/도로및공항", 6)
    (found,) = find_tables([page.sheet()], TWO_LEVELS, ("project",))
    assert found.rows[0]["job_field/specialty"].text == "토목/도로및공항"


def test_a_label_that_nobody_knows_leaves_the_table_incomplete() -> None:
    page = HandSheet()
    edges = (*EDGES, 1800)
    page.row(200, 50, edges, (*HEADS, "기성실적"))
    page.row(250, 80, edges, (*ROADS, "12"))
    (found,) = tables(page.sheet())
    assert printed(found.rows[0]) == FIELDS
    assert not found.complete


def test_a_heading_between_rows_parts_them_and_is_none() -> None:
    page = ruled(ROADS)
    page.text(110, 345, "근무처 : (주)대한건설")
    page.row(390, 80, EDGES, RIVERS)
    sheet = page.sheet()
    headings = find_labels([sheet], (Label("company", ("근무처",)),))
    (found,) = find_tables([sheet], LABELS, ("project",), headings)
    assert projects([found]) == ["국도 확장공사", "하천 정비사업"]


def test_a_period_that_no_row_holds_leaves_the_table_incomplete() -> None:
    page = ruled(ROADS)
    page.text(110, 700, "2016.01.01 ~ 2016.02.01")
    (found,) = tables(page.sheet())
    assert not found.complete


def test_the_running_number_beside_a_period_begins_no_record() -> None:
    page = HandSheet()
    for left, head in zip((300, 700, 1100, 1400), HEADS, strict=True):
        page.text(left, 200, head)
    for place, (start, end, project) in enumerate(
        (("2010.05.01", "~ 2011.12.31", "국도 확장공사"), ("2012.01.02", "~ 2013.03.31", "하천 정비사업"))
    ):
        top = 260 + 120 * place
        page.text(200, top + 15, str(place + 1))
        page.text(300, top, start)
        page.text(300, top + 32, end)
        for left, words in ((700, project), (1100, "춘천시"), (1400, "시공")):
            page.text(left, top + 16, words)
    (found,) = tables(page.sheet())
    assert projects([found]) == ["국도 확장공사", "하천 정비사업"]


def test_labels_that_share_a_cell_name_the_lines_of_the_cells_below() -> None:
    page = HandSheet()
    edges = (100, 500, 1000, 1400)
    page.row(200, 80, edges, ("참여기간", "참여사업명/발주자", "담당업무/직위"))
    page.row(280, 80, edges, ("2010.05.01 ~ 2011.12.31", "국도 확장공사/한국도로공사", "시공/대리"))
    page.row(360, 80, edges, ("2012.01.02 ~ 2013.03.31", "하천 정비사업/춘천시", "공무/과장"))
    (found,) = tables(page.sheet())
    assert found.complete
    assert [printed(row) for row in found.rows] == [
        FIELDS | {"position": "대리"},
        {
            "from+to": "2012.01.02 ~ 2013.03.31",
            "project": "하천 정비사업",
            "client": "춘천시",
            "duty": "공무",
            "position": "과장",
        },
    ]


def test_a_cell_with_more_lines_than_labels_stays_unsure() -> None:
    page = HandSheet()
    edges = (100, 500, 1000, 1400)
    page.row(200, 80, edges, ("참여기간", "참여사업명/발주자", "담당업무"))
    page.row(280, 120, edges, ("2010.05.01 ~ 2011.12.31", "국도/확장공사/한국도로공사", "시공"))
    assert not any(part.complete and part.rows for part in tables(page.sheet()))


def test_labels_over_labels_without_rules_name_the_lines_of_each_record() -> None:
    labels = (*LABELS, Label("work_type", ("공종",)), Label("method", ("공법",)))
    columns = (
        (100, "참여사업명", "", "발주자"),
        (600, "", "참여기간", ""),
        (1100, "담당업무", "", "직위"),
        (1500, "공종", "", "공법"),
    )
    records = (
        ("국도 확장공사", "한국도로공사", "2010.05.01 ~ 2011.12.31", "시공", "대리", "도로", "일반"),
        ("하천 정비사업", "춘천시", "2012.01.02 ~ 2013.03.31", "공무", "과장", "하천", "개착"),
    )
    page = HandSheet()
    for left, *words in columns:
        for line, word in enumerate(words):
            if word:
                page.text(left, 200 + 22 * line, word)
    for top, (project, client, period, duty, position, work_type, method) in zip((320, 420), records, strict=True):
        page.text(600, top + 22, period)
        for left, upper, lower in ((100, project, client), (1100, duty, position), (1500, work_type, method)):
            page.text(left, top, upper)
            page.text(left, top + 44, lower)
    sheet = page.sheet()
    (found,) = find_tables((sheet,), labels, ("project",))
    fields = ("project", "client", "from+to", "duty", "position", "work_type", "method")
    assert [tuple(row[field].text for field in fields) for row in found.rows] == list(records)


def test_a_head_that_says_each_column_twice_is_one_head() -> None:
    page = HandSheet()
    twice = (("Project", "사엄"), ("Client", "발주자"), ("Duty", "담당업무"), ("Position", "직위"))
    for left, (first, second) in zip((100, 500, 800, 1100), twice, strict=True):
        page.text(left, 200, first)
        page.text(left, 235, second)
    for place, row in enumerate((ROADS, RIVERS)):
        for left, words in zip((100, 500, 800, 1100), (*row[1:], "과장"), strict=True):
            page.text(left, 320 + 80 * place, words)
    labels = (
        Label("project", ("Project", "사업명")),
        Label("client", ("Client", "발주자")),
        Label("duty", ("Duty", "담당업무")),
        Label("position", ("Position", "직위")),
    )
    found = find_tables([page.sheet()], labels, ("project",))
    assert projects(found) == ["국도 확장공사", "하천 정비사업"]


def test_a_sum_under_the_rows_is_no_part_of_the_last() -> None:
    page = HandSheet()
    edges = (100, 500, 1000, 1300)
    for left, head in zip(edges, HEADS, strict=True):
        page.text(left, 200, head)
    for place, row in enumerate((ROADS, RIVERS)):
        for left, words in zip(edges, (row[0].replace("/", " "), *row[1:]), strict=True):
            page.text(left, 280 + 60 * place, words)
    page.text(500, 376, "합계 2건")
    assert projects(tables(page.sheet())) == ["국도 확장공사", "하천 정비사업"]


def test_the_first_line_of_a_label_of_two_lines_stands_beside_labels_of_one() -> None:
    page = HandSheet()
    edges = (100, 500, 1000, 1300)
    for left, head in zip(edges, HEADS, strict=True):
        page.text(left, 200 - 16 * (head == "담당업무"), head)
    for left, words in zip(edges, (ROADS[0].replace("/", " "), *ROADS[1:]), strict=True):
        page.text(left, 280, words)
    (found,) = tables(page.sheet())
    assert printed(found.rows[0])["duty"] == "시공"


def test_the_last_syllable_of_a_label_in_a_line_of_its_own_is_no_part_of_the_first_row() -> None:
    page = HandSheet()
    for left, head in ((100, "참여기간"), (500, "참여사업명"), (1000, "발주자")):
        page.text(left, 216, head)
    page.text(1300, 200, "담당업")
    page.text(1310, 228, "무")
    for left, words in zip((100, 500, 1000, 1300), (ROADS[0].replace("/", " "), *ROADS[1:]), strict=True):
        page.text(left, 290, words)
    labels = (*LABELS[:3], Label("duty", ("수행업무",)))
    (found,) = find_tables([page.sheet()], labels, ("project",))
    assert printed(found.rows[0])["duty"] == "시공"
