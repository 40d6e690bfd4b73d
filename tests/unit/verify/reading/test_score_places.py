"""Which number a score's label means, beside scales, tiles, captions and what can be reached."""

from __future__ import annotations

from dataclasses import replace

from services.verify.reading.layout.labels import find_labels
from services.verify.reading.layout.score_places import score_candidates
from services.verify.reading.papers.paper import decoys
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.sheets import Sheet
from tests.unit.verify.reading.ruled_sheets import HandSheet

LABELS = (LISTENING, READING, TOTAL, decoys(*SCORE_NOISE))


def first(sheet: Sheet, field: str) -> str | None:
    anchors = find_labels([sheet], LABELS)
    anchor = next(anchor for anchor in anchors if anchor.field == field)
    found = list(score_candidates(sheet, anchor, {other.index for other in anchors}))
    return min(found, key=lambda entry: entry.doubt).text.text if found else None


def test_in_a_tile_what_can_be_reached_is_not_the_score() -> None:
    page = HandSheet()
    page.cell((100, 100, 500, 300), "302/Listening")
    page.text(150, 240, "/ 400", 0)
    assert first(page.sheet(), "sections.listening") == "302"


def test_a_range_in_two_pieces_and_parts_of_the_test_are_passed_over() -> None:
    page = HandSheet()
    page.text(100, 100, "Reading")
    page.text(100, 150, "(5")
    page.text(160, 150, "495)")
    page.text(100, 200, "PART 5 grammar")
    assert first(page.sheet(), "sections.reading") is None


def test_what_an_unknown_label_announces_is_no_score() -> None:
    page = HandSheet()
    page.text(100, 100, "Total")
    page.text(300, 100, "85")
    page.text(600, 100, "Sum of highest")
    page.text(900, 100, "89")
    assert first(page.sheet(), "score") == "85"


def test_the_best_of_several_sittings_is_not_read() -> None:
    page = HandSheet()
    page.text(100, 60, "MyBest scores")
    page.text(100, 100, "Total")
    page.text(300, 100, "89")
    assert first(page.sheet(), "score") is None


def test_the_most_in_brackets_heads_no_column() -> None:
    page = HandSheet()
    page.text(100, 100, "Listening")
    page.text(400, 100, "302점 (400점 만점)")
    page.text(100, 150, "Reading")
    page.text(400, 150, "313점 (600점 만점)")
    assert first(page.sheet(), "sections.reading") == "313점 (600점 만점)"


def test_behind_a_number_that_a_sentence_goes_on_from_nothing_is_the_labels() -> None:
    page = HandSheet()
    page.text(100, 100, "( 청해")
    page.text(300, 100, "151 점 , 어휘 46 점 , 독해")
    page.text(900, 100, "154 점")
    assert first(page.sheet(), "sections.listening") is None


def test_beside_a_piece_that_nobody_could_read_the_number_below_is_seen_too() -> None:
    page = HandSheet()
    page.text(100, 100, "Total")
    page.text(400, 100, " ")
    page.text(100, 200, "455")
    sheet = page.sheet()
    anchors = find_labels([sheet], LABELS)
    found = list(score_candidates(sheet, anchors[0], {anchor.index for anchor in anchors}))
    assert "455" in [entry.text.text for entry in found]


def test_a_number_below_its_label_is_no_second_line_of_the_label() -> None:
    page = HandSheet()
    page.text(100, 100, "청해")
    page.text(600, 100, "독해")
    page.text(100, 130, "239점")
    page.text(600, 130, "187")
    assert (first(page.sheet(), "sections.listening"), first(page.sheet(), "sections.reading")) == ("239점", "187")


def test_the_rows_of_another_table_beside_a_score_are_not_its_row() -> None:
    page = HandSheet()
    page.row(100, 180, (100, 400, 700), ("Listening", "302"))
    for place, share in enumerate(("71", "64", "58", "90", "83")):
        page.row(100 + 36 * place, 36, (900, 1200, 1400), (f"PART {place}", share))
    assert first(page.sheet(), "sections.listening") == "302"


def test_the_least_of_a_level_is_no_score() -> None:
    page = HandSheet()
    page.text(100, 100, "총점")
    page.text(100, 150, "871점 이상")
    assert first(page.sheet(), "score") is None


def test_a_number_just_below_a_label_is_thought_of_beside_one_far_right() -> None:
    page = HandSheet()
    page.text(100, 100, "Total")
    page.text(1200, 100, "38")
    page.text(100, 150, "455")
    sheet = page.sheet()
    anchors = find_labels([sheet], LABELS)
    found = list(score_candidates(sheet, anchors[0], {anchor.index for anchor in anchors}))
    assert {entry.text.text for entry in found} == {"38", "455"}


def test_a_number_in_a_sentence_below_a_label_is_no_score() -> None:
    page = HandSheet()
    page.text(100, 100, "Total")
    page.text(100, 200, "the least that must be reached is")
    page.text(590, 200, "30,00")
    page.text(690, 200, "and what is reached is kept for ever")
    assert first(page.sheet(), "score") is None


def test_of_the_numbers_below_a_label_the_clearly_larger_one_is_meant() -> None:
    page = HandSheet()
    page.text(100, 100, "Total")
    page.text(100, 220, "990")
    page.text(100, 150, "455")
    sheet = page.sheet()
    place = next(place for place, text in enumerate(sheet.texts) if text.text == "455")
    large = sheet.texts[place]
    grown = replace(large, piece=replace(large.piece, box=(100, 140, 190, 190)))
    sheet = replace(sheet, texts=(*sheet.texts[:place], grown, *sheet.texts[place + 1 :]))
    assert first(sheet, "score") == "455"


def test_a_unit_makes_no_number_the_larger_one() -> None:
    page = HandSheet()
    page.text(100, 100, "Total")
    page.text(100, 150, "179")
    page.text(100, 250, "45점")
    sheet = page.sheet()
    place = next(place for place, text in enumerate(sheet.texts) if text.text == "45점")
    tall = replace(sheet.texts[place], piece=replace(sheet.texts[place].piece, box=(100, 240, 142, 290)))
    assert first(replace(sheet, texts=(*sheet.texts[:place], tall, *sheet.texts[place + 1 :])), "score") == "179"
