"""Several employers on one paper, each above its own rows."""

from __future__ import annotations

from services.verify.reading.layout.block_owners import owned
from services.verify.reading.layout.blocks import Block, as_table, find_blocks
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.tables import find_tables
from services.verify.reading.papers.paper import decoys
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical
from tests.unit.verify.reading.ruled_sheets import HandSheet

EMPLOYMENT = (
    Label("company", ("업체명", "근무처")),
    Label("joined_on", ("입사일자",)),
    Label("left_on", ("퇴사일자",)),
)
LABELS = (*EMPLOYMENT, Label("name", ("성명",)), decoys("주소"))
RECORDS = (Label("from+to", ("참여기간",)), Label("project", ("참여사업명",)), Label("client", ("발주자",)))
SIX = (100, 300, 700, 900, 1200, 1400, 1700)
THREE = (100, 500, 1100, 1700)
DAEHAN = ("업체명", "(주)대한건설", "입사일자", "2010.03.02", "퇴사일자", "2015.02.28")
HANBIT = ("업체명", "한빛건설(주)", "입사일자", "2015.03.02", "퇴사일자", "2018.02.28")


def blocks(*sheets: Sheet) -> list[dict[str, str]]:
    return [{field: spot.text for field, spot in block.spots.items()} for block in found(*sheets)]


def found(*sheets: Sheet) -> list[Block]:
    return find_blocks(sheets, find_labels(sheets, LABELS), EMPLOYMENT, canonical)


def values(printed: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(("company", "joined_on", "left_on"), printed[1::2], strict=True))


def projects(page: HandSheet, top: int, *names: str) -> None:
    page.row(top, 50, THREE, ("참여기간", "참여사업명", "발주자"))
    for place, name in enumerate(names, start=1):
        page.row(top + 50 * place, 50, THREE, ("2010.05.01 ~ 2011.12.31", name, "춘천시"))


def two_employers() -> HandSheet:
    page = HandSheet()
    page.row(100, 50, SIX, DAEHAN)
    projects(page, 250, "국도 확장공사")
    page.row(600, 50, SIX, HANBIT)
    projects(page, 750, "하천 정비사업", "교량 보수공사")
    return page


def test_each_employer_is_a_block() -> None:
    assert blocks(two_employers().sheet()) == [values(DAEHAN), values(HANBIT)]


def test_employers_right_below_each_other_are_blocks_too() -> None:
    page = HandSheet()
    page.row(100, 50, SIX, DAEHAN)
    page.row(150, 50, SIX, HANBIT)
    assert blocks(page.sheet()) == [values(DAEHAN), values(HANBIT)]


def test_employers_may_be_rows_of_a_table() -> None:
    page = HandSheet()
    page.row(100, 50, THREE, ("근무처", "입사일자", "퇴사일자"))
    page.row(150, 50, THREE, DAEHAN[1::2])
    page.row(200, 50, THREE, HANBIT[1::2])
    assert blocks(page.sheet()) == [values(DAEHAN), values(HANBIT)]


def test_what_follows_below_one_employer_is_no_further_employer() -> None:
    page = HandSheet()
    for left, label, value in zip((100, 700, 1200), DAEHAN[::2], DAEHAN[1::2], strict=True):
        page.text(left, 100, label)
        page.text(left, 150, value)
    for left, label in zip((100, 700, 1200), ("참여기간", "참여사업명", "발주자"), strict=True):
        page.text(left, 220, label)
    assert blocks(page.sheet()) == [values(DAEHAN)]


def test_a_heading_of_the_same_words_is_no_label() -> None:
    page = two_employers()
    page.text(100, 60, "근무처")
    page.text(100, 560, "근무처")
    assert blocks(page.sheet()) == [values(DAEHAN), values(HANBIT)]


def test_a_label_that_nobody_could_read_is_known_by_its_place_in_another_block() -> None:
    page = HandSheet()
    page.row(100, 50, SIX, DAEHAN)
    page.row(600, 50, SIX, ("엽처병", *HANBIT[1:]))
    assert blocks(page.sheet()) == [values(DAEHAN), values(HANBIT)]


def test_rows_belong_to_the_employer_above_them_on_whatever_page() -> None:
    first, second = two_employers(), HandSheet()
    projects(second, 100, "터널 신설공사")
    sheets = (first.sheet(), second.sheet(2))
    parts = owned(find_tables(sheets, RECORDS, ("project",)), found(*sheets), "company")
    assert [(row["project"].text, row["company"].text) for part in parts for row in part.rows] == [
        ("국도 확장공사", "(주)대한건설"),
        ("하천 정비사업", "한빛건설(주)"),
        ("교량 보수공사", "한빛건설(주)"),
        ("터널 신설공사", "한빛건설(주)"),
    ]


def test_employers_as_a_table_are_complete_where_every_value_has_a_place() -> None:
    whole = as_table(found(two_employers().sheet()), ("company", "joined_on", "left_on"))
    assert [part.complete for part in whole] == [True, True]
    page = HandSheet()
    page.row(100, 50, SIX, DAEHAN)
    page.row(600, 50, SIX, (*HANBIT[:5], ""))
    assert [part.complete for part in as_table(found(page.sheet()), ("company", "left_on"))] == [True, False]


def listed(*tenures: str) -> HandSheet:
    page = HandSheet()
    page.row(100, 50, THREE, ("근무처", "근무기간", "직위"))
    for place, (company, tenure) in enumerate(zip(("(주)대한건설", "한빛건설(주)"), tenures, strict=True), start=1):
        page.row(100 + 50 * place, 50, THREE, (company, tenure, "대리"))
    return page


TENURE = (EMPLOYMENT[0], Label("joined_on+left_on", ("근무기간",)))


def by_time(page: HandSheet) -> list[str]:
    sheets = (page.sheet(),)
    parse = lambda name, text: text or None  # noqa: E731
    blocks = find_blocks(sheets, find_labels(sheets, TENURE), TENURE, parse)
    parts = owned(find_tables(sheets, RECORDS, ("project",)), blocks, "company")
    return [row["company"].text for part in parts for row in part.rows]


def test_below_a_list_of_employers_a_row_belongs_to_the_one_whose_time_holds_it() -> None:
    page = listed("2009.01.02 ~ 2012.03.31", "2012.04.01 ~ 2015.12.31")
    projects(page, 500, "국도 확장공사")
    assert by_time(page) == ["(주)대한건설"]


def test_where_that_is_none_or_several_nobody_knows_whose_it_is() -> None:
    for tenures in (("2009.01.02 ~ 2012.03.31",) * 2, ("2001.01.02 ~ 2003.03.31", "2012.04.01 ~ 2015.12.31")):
        page = listed(*tenures)
        projects(page, 500, "국도 확장공사")
        assert by_time(page) == [""]


def test_an_employer_whose_time_was_misread_is_in_the_list_all_the_same() -> None:
    page = listed("2009.01.02 ~ 2012.03.31", "2012.0401 2015.12.x1")
    sheets = (page.sheet(),)
    parse = lambda name, text: None if "x" in text else text  # noqa: E731
    blocks = find_blocks(sheets, find_labels(sheets, TENURE), TENURE, parse)
    assert [block.spots["company"].text for block in blocks] == ["(주)대한건설", "한빛건설(주)"]
