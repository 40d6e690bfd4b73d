"""The one score without a label: taken where the others leave it no choice, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from services.verify.reading.layout.spots import Spot
from services.verify.reading.sheets import Sheet
from services.verify.reading.sum_of_sections import find_sum
from services.verify.values import canonical
from tests.unit.verify.reading.ruled_sheets import HandSheet

SECTIONS = ("sections.listening", "sections.reading")


def adds_up(values: Mapping[str, str]) -> bool:
    if not {"score", *SECTIONS} <= values.keys():
        return True
    return sum(Decimal(values[name]) for name in SECTIONS) == Decimal(values["score"])


def found(sheet: Sheet, **places: int) -> dict[str, str]:
    known = [
        Spot(name, 0, (sheet.texts[index],), sheet.texts[index].box)
        for name, index in ((field.replace("_", "."), index) for field, index in places.items())
    ]
    return {spot.field: spot.text for spot in find_sum([sheet], known, SECTIONS, canonical, adds_up)}


def test_a_figure_that_the_sections_add_up_to_is_the_total() -> None:
    page = HandSheet()
    for left, words in ((100, "171"), (400, "152"), (700, "990"), (1000, "323")):
        page.text(left, 100, words)
    assert found(page.sheet(), sections_listening=0, sections_reading=1) == {"score": "323"}


def test_where_no_figure_is_the_sum_none_is_the_total() -> None:
    page = HandSheet()
    for left, words in ((100, "171"), (400, "152"), (700, "990")):
        page.text(left, 100, words)
    assert found(page.sheet(), sections_listening=0, sections_reading=1) == {}


def test_a_section_whose_label_nobody_could_read_stands_beside_the_others() -> None:
    page = HandSheet()
    page.text(100, 100, "171")
    page.text(400, 100, "323")
    page.text(700, 100, "152")
    assert found(page.sheet(), sections_listening=0, score=1) == {"sections.reading": "152"}
    apart = HandSheet()
    apart.text(100, 100, "171")
    apart.text(400, 100, "323")
    apart.text(900, 900, "152")
    assert found(apart.sheet(), sections_listening=0, score=1) == {}
