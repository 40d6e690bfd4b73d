"""The 확인란: values at the crossings of departments and what is asked of them."""

from __future__ import annotations

from services.verify.reading.layout.grids import find_crossings
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.sheets import Sheet
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
