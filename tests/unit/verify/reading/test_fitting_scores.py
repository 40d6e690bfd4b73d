"""Score tables with several columns: the scores are taken only where no other numbers fit as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.labels import find_labels
from services.verify.reading.layout.places import find_places
from services.verify.reading.papers.paper import decoys
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical
from tests.unit.verify.reading.ruled_sheets import HandSheet

LABELS = (LISTENING, READING, TOTAL, decoys(*SCORE_NOISE))
PARTS = ("sections.listening", "sections.reading")


def holds(values: Mapping[str, str]) -> bool:
    if any(float(values.get(part, 0)) > 250 for part in PARTS) or float(values.get("score", 0)) > 500:
        return False
    known = all(name in values for name in (*PARTS, "score"))
    return not known or sum(float(values[part]) for part in PARTS) == float(values["score"])


def placed(page: Sheet) -> dict[str, str]:
    anchors = find_labels([page], LABELS)
    fields = dict.fromkeys(label.field for label in LABELS if label.field != "#")
    return {spot.field: spot.text for spot in find_places([page], anchors, fields, canonical, holds)}


def table(heads: tuple[str, str], rows: Mapping[str, tuple[str, str]]) -> Sheet:
    page = HandSheet()
    for left, head in zip((600, 1000), heads, strict=True):
        page.text(left, 100, head)
    for place, (label, numbers) in enumerate(rows.items()):
        page.text(100, 160 + 60 * place, label)
        for left, number in zip((600, 1000), numbers, strict=True):
            page.text(left, 160 + 60 * place, number)
    return page.sheet()


FULL = {"Listening": ("250", "171"), "Reading": ("250", "198"), "Total": ("500", "369")}
OWN = {"sections.listening": "171", "sections.reading": "198", "score": "369"}


def test_the_head_of_a_column_says_which_numbers_are_the_scores() -> None:
    assert placed(table(("Fu Score", "Your Score"), FULL)) == OWN
    assert placed(table(("배점", "??"), FULL)) == OWN


def test_what_can_be_reached_is_not_taken_where_heads_do_not_tell() -> None:
    assert placed(table(("xx", "yy"), FULL)) == {}


def test_two_columns_that_both_add_up_are_left_to_a_person() -> None:
    both = {"Listening": ("160", "171"), "Reading": ("140", "198"), "Total": ("300", "369")}
    assert placed(table(("xx", "yy"), both)) == {}


def test_one_full_mark_beside_another_number_is_left_to_a_person() -> None:
    page = HandSheet()
    page.text(100, 160, "Listening")
    page.text(600, 160, "250")
    page.text(1000, 160, "171")
    assert placed(page.sheet()) == {}


def test_a_row_that_runs_askew_belongs_to_the_nearer_label() -> None:
    page = HandSheet()
    for place, (label, number) in enumerate((("Listening", "171"), ("Reading", "198"))):
        page.text(100, 200 + 26 * place, label)
        page.text(900, 212 + 26 * place, number)
    assert placed(page.sheet()).get("sections.reading") != "171"


def test_a_number_beyond_what_a_part_can_reach_is_not_its_score() -> None:
    page = HandSheet()
    page.text(100, 160, "Listening")
    page.text(600, 160, "369")
    assert placed(page.sheet()) == {}


def test_the_marks_of_a_scale_below_a_label_are_no_score() -> None:
    page = HandSheet()
    page.text(100, 160, "Listening")
    sheet = page.sheet()
    label = sheet.texts[0]
    mark = replace(label, piece=replace(label.piece, box=(110, 200, 150, 209)), seen=Seen((Word("60", 110, 150),)))
    assert placed(replace(sheet, texts=(label, mark))) == {}


def test_a_part_of_a_number_that_fell_apart_is_no_score() -> None:
    page = HandSheet()
    page.text(100, 160, "Listening")
    page.text(600, 160, "17,")
    page.text(645, 160, "5")
    assert placed(page.sheet()) == {}
