"""Records without a row of labels over them."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.layout.cards import find_cards
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.tables import FoundTable
from services.verify.reading.sheets import Sheet
from tests.unit.verify.reading.ruled_sheets import HandSheet

LABELS = (
    Label("from+to", ("참여기간",)),
    Label("project", ("사업명", "참여사업")),
    Label("client", ("발주자",)),
    Label("duty", ("담당업무",)),
)
ROADS = ("국도 확장공사", "2012.03.01 ~ 2013.04.30", "한국도로공사", "시공")
RIVERS = ("하천 정비사업", "2014.05.01 ~ 2015.06.30", "한국수자원공사", "감리")
NAMES = ("사업명", "참여기간", "발주자", "담당업무")


def cards(sheet: Sheet) -> list[FoundTable]:
    return find_cards([sheet], LABELS, find_labels([sheet], LABELS), lambda name, text: text or None, ["project"])


def printed(found: Sequence[FoundTable]) -> list[tuple[str, ...]]:
    fields = ("project", "from+to", "client", "duty")
    return [tuple(row[field].text.strip() for field in fields) for part in found for row in part.rows]


def card(page: HandSheet, top: int, values: Sequence[str]) -> None:
    for line, (name, value) in enumerate(zip(NAMES, values, strict=True)):
        page.row(top + 60 * line, 60, (200, 500, 1500), (name, value))


def test_each_card_is_a_row_below_a_heading_of_the_same_word() -> None:
    page = HandSheet()
    page.text(200, 200, "참여사업 내역")
    card(page, 260, ROADS)
    card(page, 560, RIVERS)
    found = cards(page.sheet())
    assert printed(found) == [ROADS, RIVERS]
    assert all(part.complete for part in found)


def test_records_side_by_side_are_rows_and_empty_columns_are_none() -> None:
    page = HandSheet()
    for line, words in enumerate(zip(NAMES, ROADS, RIVERS, strict=True)):
        page.row(200 + 60 * line, 60, (100, 400, 900, 1400, 1800), (*words, ""))
    found = cards(page.sheet())
    assert printed(found) == [ROADS, RIVERS]
    assert all(part.complete for part in found)


def test_a_period_outside_the_cards_leaves_them_incomplete() -> None:
    page = HandSheet()
    card(page, 260, ROADS)
    page.text(200, 900, "2016.01.01 ~ 2016.02.01")
    assert not any(part.complete for part in cards(page.sheet()))


def test_a_value_below_its_label_makes_no_card() -> None:
    page = HandSheet()
    for line, (name, value) in enumerate(zip(NAMES, ROADS, strict=True)):
        page.text(200, 200 + 100 * line, name)
        page.text(200, 250 + 100 * line, value)
    assert cards(page.sheet()) == []


def lined(page: HandSheet, top: int, title: str, values: Sequence[str], *, period_in_title: bool) -> None:
    _, period, client, duty = values
    page.text(100, top, title)
    if period_in_title:
        page.text(1200, top, period)
    else:
        page.text(150, top + 40, f"참여기간 : {period}")
    page.text(150, top + 80 - 40 * period_in_title, f"발주자 : {client}")
    page.text(900, top + 80 - 40 * period_in_title, f"담당업무 : {duty}")


MORE = (*LABELS, Label("method", ("공법",)), Label("position", ("직위",)))


def titled(sheet: Sheet) -> list[FoundTable]:
    return find_cards([sheet], MORE, find_labels([sheet], MORE), lambda name, text: text or None, ["project"])


def test_a_title_without_a_label_stands_above_the_labels_of_its_card() -> None:
    page = HandSheet()
    page.text(100, 100, "3. 참여사업")
    for top, values in ((200, ROADS), (400, RIVERS)):
        lined(page, top, "가.", values, period_in_title=False)
        page.text(160, top, values[0])
        page.text(150, top + 120, "직위 : 대리")
    found = titled(page.sheet())
    assert printed(found) == [ROADS, RIVERS]
    assert all(part.complete for part in found)


def test_the_period_may_stand_beside_such_a_title() -> None:
    page = HandSheet()
    page.text(100, 60, "수행실적")
    for top, values in ((200, ROADS), (400, RIVERS)):
        lined(page, top, values[0], values, period_in_title=True)
        page.text(150, top + 80, "직위 : 대리")
        page.text(900, top + 80, "공법 : 일반")
    assert printed(titled(page.sheet())) == [ROADS, RIVERS]


def test_cards_with_other_labels_than_the_rest_are_none() -> None:
    page = HandSheet()
    for top, values in ((200, ROADS), (400, RIVERS)):
        lined(page, top, values[0], values, period_in_title=True)
        page.text(150, top + 80, "직위 : 대리" if top == 200 else "공법 : 일반")
        page.text(900, top + 80, "공법 : 일반" if top == 200 else "비고 : 없음")
    assert titled(page.sheet()) == []


def test_the_lines_of_a_ruled_row_are_one_card_though_the_next_cell_begins_higher() -> None:
    page = HandSheet()
    for place, (project, period, client, duty) in enumerate((ROADS, RIVERS)):
        top = 200 + 200 * place
        page.cell((100, top, 900, top + 190))
        page.text(110, top + 40, f"사업명 : {project}", 2 * place)
        page.text(110, top + 90, f"참여기간 : {period}", 2 * place)
        page.cell((910, top, 1700, top + 190))
        page.text(920, top + 10, f"담당업무 : {duty}", 2 * place + 1)
        page.text(920, top + 100, f"발주자 : {client}", 2 * place + 1)
    assert printed(cards(page.sheet())) == [ROADS, RIVERS]
