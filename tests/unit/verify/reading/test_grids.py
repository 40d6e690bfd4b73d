"""The 확인란: values at the crossings of departments and what is asked of them."""

from __future__ import annotations

from dataclasses import replace

from services.verify.reading.layout.grids import find_crossings, find_grouped
from services.verify.reading.layout.group_headings import find_group_headings
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical
from tests.unit.verify.reading.ruled_sheets import HandSheet

GROUPS = (Label("hr", ("인사부서",)), Label("business", ("사업부서",)))
ITEMS = (
    Label("department", ("부서명",)),
    Label("person", ("담당자", "담당자(서명)")),
    Label("phone", ("연락처",)),
    Label("issue_no", ("발급번호",)),
)
EDGES = (1000, 1200, 1500, 1800)
PARTS = ("부서명", "담당자", "연락처", "발급번호")
HR = ("인사팀", "김철수", "02-1234-5678", "2019-01-001")
BUSINESS = ("토목부", "박영희", "02-8765-4321", "2019-01-001")
ALL = {
    f"confirmation.{column}.{item.field}": value
    for column, values in (("hr", HR), ("business", BUSINESS))
    for item, value in zip(ITEMS, values, strict=True)
}


def crossings(sheet: Sheet) -> dict[str, str]:
    groups, items = find_labels([sheet], GROUPS), find_labels([sheet], ITEMS)
    return {spot.field: spot.text for spot in find_crossings(sheet, 0, "confirmation", groups, items, ITEMS)}


def groups_on_top(*parts: str) -> HandSheet:
    page = HandSheet()
    page.row(100, 50, EDGES, ("구분", "인사부서", "사업부서"))
    for place, line in enumerate(zip(parts or PARTS, HR, BUSINESS, strict=True)):
        page.row(150 + 50 * place, 50, EDGES, line)
    return page


def test_departments_on_top() -> None:
    assert crossings(groups_on_top().sheet()) == ALL


def test_departments_at_the_left() -> None:
    page = HandSheet()
    edges = (600, 800, 1000, 1250, 1500, 1800)
    page.row(100, 50, edges, ("구분", *PARTS))
    page.row(150, 50, edges, ("인사부서", *HR))
    page.row(200, 50, edges, ("사업부서", *BUSINESS))
    assert crossings(page.sheet()) == ALL


def test_without_rules() -> None:
    page = HandSheet()
    for left, group in ((1200, "인사부서"), (1500, "사업부서")):
        page.text(left, 100, group)
    for place, (part, *values) in enumerate(zip(PARTS, HR, BUSINESS, strict=True)):
        for left, words in zip((1000, 1200, 1500), (part, *values), strict=True):
            page.text(left, 160 + 50 * place, words)
    assert crossings(page.sheet()) == ALL


def test_a_label_of_the_same_words_elsewhere_is_not_of_the_grid() -> None:
    page = groups_on_top("부서명", "담당자", "언라처", "발급번호")
    page.row(600, 50, (1000, 1200, 1800), ("연락처", "010-1111-2222"))
    assert crossings(page.sheet())["confirmation.hr.phone"] == "02-1234-5678"


def test_the_one_label_that_nobody_could_read_is_known_by_its_place() -> None:
    assert crossings(groups_on_top("부세멍", *PARTS[1:]).sheet()) == ALL
    assert crossings(groups_on_top(*PARTS[:3], "밭긓번호").sheet()) == ALL


def test_what_stands_below_the_grid_is_none_of_its_labels() -> None:
    page = groups_on_top("부서명", "담당자", "언라처", "발급번호")
    page.row(450, 50, (1000, 1200, 1800), ("생년월일", "1990.01.02"))
    assert crossings(page.sheet()) == ALL


def test_two_labels_that_nobody_could_read_stay_unknown() -> None:
    found = crossings(groups_on_top("부세멍", "담당자", "언라처", "발급번호").sheet())
    assert set(found) == {name for name in ALL if name.endswith(("person", "issue_no"))}


def test_an_empty_cell_is_found_and_holds_nothing() -> None:
    page = HandSheet()
    page.row(100, 50, EDGES, ("구분", "인사부서", "사업부서"))
    for place, (part, value) in enumerate(zip(PARTS, HR, strict=True)):
        page.row(150 + 50 * place, 50, EDGES, (part, value, ""))
    found = crossings(page.sheet())
    assert found == ALL | {name: "" for name in ALL if "business" in name}


def test_no_grid_without_departments() -> None:
    page = HandSheet()
    page.row(100, 50, (1000, 1200, 1800), ("연락처", "010-1111-2222"))
    assert crossings(page.sheet()) == {}


def grouped(sheet: Sheet) -> dict[str, str]:
    groups, items = find_labels([sheet], GROUPS), find_labels([sheet], ITEMS)
    return {spot.field: spot.text for spot in find_grouped(sheet, 0, "confirmation", groups, items, ITEMS, canonical)}


def test_a_box_for_each_department_side_by_side() -> None:
    page = HandSheet()
    for left, group, values in ((200, "인사부서 확인", HR), (1000, "사업부서 확인", BUSINESS)):
        page.cell((left + 3, 103, left + 597, 147), group)
        for line, (part, value) in enumerate(zip(PARTS, values, strict=True)):
            page.row(150 + 50 * line, 50, (left, left + 200, left + 600), (part, value))
    assert grouped(page.sheet()) == ALL


def test_a_line_for_each_department_with_labels() -> None:
    page = HandSheet()
    for top, group, values in ((100, "[인사부서]", HR), (200, "[사업부서]", BUSINESS)):
        page.text(100, top, group)
        for place, (part, value) in enumerate(zip(PARTS, values, strict=True)):
            page.text(400 + 400 * place, top, part)
            page.text(400 + 400 * place + 120, top, value)
    assert grouped(page.sheet()) == ALL


def test_a_line_for_each_department_without_labels_is_known_by_its_forms() -> None:
    page = HandSheet()
    for top, group, values in ((100, "인사부서", HR), (200, "사업부서", BUSINESS)):
        unit, person, phone, number = values
        for left, words in ((100, group), (400, unit), (700, f"{person}(인)"), (1000, f"☎ {phone}"), (1500, number)):
            page.text(left, top, words)
    found = grouped(page.sheet())
    assert {name: value.removesuffix("(인)").removeprefix("☎ ") for name, value in found.items()} == ALL


def test_one_number_on_a_line_of_its_own_is_that_of_both_departments() -> None:
    page = HandSheet()
    for top, group, values in ((100, "인사부서", HR), (160, "사업부서", BUSINESS)):
        for left, words in zip((100, 400, 700, 1000), (group, *values[:3]), strict=True):
            page.text(left, top, words)
    page.text(100, 220, "발급번호")
    page.text(400, 220, HR[3])
    assert grouped(page.sheet()) == ALL


def test_a_number_that_goes_on_elsewhere_is_not_read() -> None:
    page = HandSheet()
    for left, words in zip((100, 400, 700, 1000, 1300), ("인사부서", *HR[:3], "발급번호"), strict=True):
        page.text(left, 100, words)
    page.text(1430, 100, "2019-01-")
    assert "confirmation.hr.issue_no" not in grouped(page.sheet())


def test_a_group_that_reads_like_an_item_too_is_none() -> None:
    sheet = groups_on_top().sheet()
    groups, items = find_labels([sheet], GROUPS), find_labels([sheet], ITEMS)
    items += [replace(group, field="department") for group in groups]
    found = find_grouped(sheet, 0, "confirmation", groups, items, ITEMS, canonical)
    assert {spot.field: spot.text for spot in found} == ALL


def test_two_rows_of_labels_and_values_beside_the_cell_of_each_department() -> None:
    page = HandSheet()
    for top, group, values in ((100, "인사부서", HR), (250, "사업부서", BUSINESS)):
        page.cell((103, top + 3, 297, top + 97), group)
        for line in (0, 1):
            words = [word for pair in list(zip(PARTS, values, strict=True))[2 * line : 2 * line + 2] for word in pair]
            page.row(top + 50 * line, 50, (300, 450, 900, 1050, 1600), words)
    assert grouped(page.sheet()) == ALL


def test_lines_of_labels_and_values_in_the_box_of_each_department() -> None:
    page = HandSheet()
    for box, (left, group, values) in enumerate(((100, "인사부서 확인", HR), (1000, "사업부서 확인", BUSINESS))):
        page.cell((left, 100, left + 800, 500))
        page.text(left + 20, 120, group, box)
        for line, (part, value) in enumerate(zip(PARTS, values, strict=True)):
            page.text(left + 20, 180 + 60 * line, part, box)
            page.text(left + 300, 180 + 60 * line, f": {value}", box)
    assert {field: text.lstrip(": ") for field, text in grouped(page.sheet()).items()} == ALL


def test_cells_below_each_department_without_labels_and_one_number_for_both() -> None:
    page = HandSheet()
    page.row(100, 50, (1000, 1300, 1600), ("인사부서", "사업부서"))
    for line, pair in enumerate(zip(HR[:3], BUSINESS[:3], strict=True), start=1):
        page.row(100 + 50 * line, 50, (1000, 1300, 1600), pair)
    page.text(1100, 330, "발급번호 2019-01-001")
    assert grouped(page.sheet()) == ALL


def test_what_the_departments_are_is_no_part_of_what_they_say() -> None:
    page = HandSheet()
    page.row(100, 50, EDGES, ("확인부서", "인사부서", "사업부서"))
    for place, line in enumerate(zip(PARTS, HR, BUSINESS, strict=True)):
        page.row(150 + 50 * place, 50, EDGES, line)
    items = (Label("department", ("부서명", "확인부서")), *ITEMS[1:])
    groups, parts = find_labels([page.sheet()], GROUPS), find_labels([page.sheet()], items)
    found = find_crossings(page.sheet(), 0, "confirmation", groups, parts, items)
    assert {spot.field: spot.text for spot in found} == ALL


def test_the_name_of_a_unit_that_begins_like_a_department_is_no_label() -> None:
    page = HandSheet()
    page.text(100, 100, "인사부서 :")
    page.text(300, 100, "인사총무팀")
    page.text(600, 100, "김철수")
    short = (Label("hr", ("인사부서", "인사")), GROUPS[1])
    found = find_grouped(page.sheet(), 0, "confirmation", find_labels([page.sheet()], short), [], ITEMS, canonical)
    assert {spot.field: spot.text for spot in found} == {
        "confirmation.hr.department": "인사총무팀",
        "confirmation.hr.person": "김철수",
    }


def test_a_sentence_that_names_a_department_heads_what_it_says() -> None:
    page = HandSheet()
    for place, (group, values) in enumerate((("인사부서", HR), ("사업부서", BUSINESS))):
        page.text(100, 100 + 120 * place, f"{place + 1}. {group}에서 위 사실을 확인함.")
        for left, part, value in zip((120, 500, 900), PARTS, values, strict=False):
            page.text(left, 150 + 120 * place, f"{part} : {value}")
    page.text(100, 340, "3. 발급번호 : 2019-01-001")
    sheet = page.sheet()
    groups = find_group_headings([sheet], GROUPS)
    assert [anchor.field for anchor in groups] == ["hr", "business"]
    found = find_grouped(sheet, 0, "confirmation", groups, find_labels([sheet], ITEMS), ITEMS, canonical)
    assert {spot.field: spot.text.strip() for spot in found} == ALL
