"""From labels to places: the layouts that reports are printed in, without OCR."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from services.verify.evidence import Box
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.layout.places import find_places
from services.verify.reading.papers.day_labels import TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.number_labels import REGISTRATION_NO
from services.verify.reading.papers.paper import decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, FAMILY_NAME, GIVEN_NAME, NAME_ANY
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.sheets import Sheet, Text
from services.verify.values import canonical

LABELS = (
    NAME_ANY,
    FAMILY_NAME,
    GIVEN_NAME,
    BIRTH_DATE,
    TEST_DATE,
    REGISTRATION_NO,
    VALID_UNTIL,
    LISTENING,
    READING,
    TOTAL,
    decoys(*SCORE_NOISE),
)
LETTER = 18
"""Pixels of width that a letter takes on these sheets."""


def text(x: int, y: int, printed: str, cells: tuple[Box, ...] = (), height: int = 30) -> Text:
    words, left = [], x
    for word in printed.split():
        words.append(Word(word, left, left + LETTER * len(word)))
        left += LETTER * (len(word) + 1)
    box = (x, y, max(left - LETTER, x + 700 * (not printed)), y + height)
    middle = ((box[0] + box[2]) // 2, y + height // 2)
    around = (
        index
        for index, (left, top, right, bottom) in enumerate(cells)
        if left <= middle[0] < right and top <= middle[1] < bottom
    )
    cell = next(around, None)
    glyphs = tuple((word.left, word.right) for word in words)
    return Text(Piece(box, cell, glyphs), Seen(tuple(words)), "kor")


def sheet(
    *printed: tuple[int, int, str], cells: tuple[Box, ...] = (), heights: Mapping[str, int] | None = None
) -> Sheet:
    texts = [text(x, y, words, cells, (heights or {}).get(words, 30)) for x, y, words in printed]
    texts.sort(key=lambda entry: (entry.box[1] + entry.box[3], entry.box[0]))
    gray = np.full((2400, 2000), 255, np.uint8)
    return Sheet(1, np.dstack([gray] * 3), gray, cells, tuple(texts), False)


def placed(page: Sheet, labels: tuple[Label, ...] = LABELS, *, total: bool = False) -> dict[str, str]:
    anchors = find_labels([page], labels)
    fields = dict.fromkeys(label.field for label in labels if label.field != "#")

    def adds_up(values: Mapping[str, str]) -> bool:
        parts = ("sections.listening", "sections.reading", "score")
        if not all(name in values for name in parts):
            return True
        listening, reading, score = (int(values[name]) for name in parts)
        return listening + reading == score

    spots = find_places([page], anchors, fields, canonical, adds_up if total else None)
    return {spot.field: spot.text for spot in spots}


def test_a_value_stands_right_of_its_label() -> None:
    assert placed(sheet((100, 100, "생년월일"), (500, 100, "1990.01.02")))["birth_date"] == "1990.01.02"


def test_a_colon_in_a_piece_of_its_own_or_glued_to_the_value_is_no_part_of_it() -> None:
    assert placed(sheet((100, 100, "Name"), (500, 100, ": HONG GILDONG")))["name"] == "HONG GILDONG"


def test_a_label_in_two_languages_on_two_lines_is_one_label() -> None:
    page = sheet(
        (100, 100, "수험번호"),
        (100, 138, "Registration No."),
        (500, 119, "123456"),
        (100, 200, "시험일"),
        (100, 238, "Test Date"),
        (500, 219, "2018.05.13"),
    )
    found = placed(page)
    assert (found["registration_no"], found["test_date"]) == ("123456", "2018.05.13")


def test_a_label_wrapped_over_two_lines_is_one_label() -> None:
    page = sheet((100, 100, "Compréhension de"), (100, 138, "l'oral"), (600, 119, "17,50"))
    assert placed(page)["sections.listening"] == "17,50"


def test_a_label_stands_above_its_value_or_below_it_whichever_is_nearer() -> None:
    above = sheet((100, 100, "Test date"), (100, 145, "2018/05/13"), (100, 300, "Birth"), (100, 345, "1990/01/02"))
    assert placed(above) == {"test_date": "2018/05/13", "birth_date": "1990/01/02"}
    below = sheet((100, 100, "2018/05/13"), (100, 135, "Test date"), (100, 220, "1990/01/02"), (100, 255, "Birth"))
    assert placed(below) == {"test_date": "2018/05/13", "birth_date": "1990/01/02"}


def test_words_behind_a_korean_label_are_its_second_language_where_the_value_has_digits() -> None:
    assert placed(sheet((100, 100, "수험번호 No."), (500, 100, "123456")))["registration_no"] == "123456"


def test_a_value_that_a_wide_space_parts_is_read_to_its_end() -> None:
    page = sheet((100, 100, "유효기간 : 2020년"), (345, 100, "11월 08일"))
    assert placed(page)["valid_until"] == "2020년 11월 08일"


def test_family_and_given_name_make_one_name() -> None:
    page = sheet((100, 100, "Nom de famille"), (600, 100, "HONG"), (100, 180, "Prénom"), (600, 180, "Gildong"))
    assert placed(page) == {"name_latin": "HONG Gildong"}


def test_a_score_stands_in_the_middle_of_the_box_below_its_label() -> None:
    cells = ((100, 100, 600, 160), (100, 160, 600, 400), (600, 100, 1100, 160), (600, 160, 1100, 400))
    page = sheet(
        (110, 110, "Listening"),
        (300, 240, "430"),
        (610, 110, "Reading"),
        (800, 240, "415"),
        cells=cells,
        heights={"430": 90, "415": 90},
    )
    assert placed(page) == {"sections.listening": "430", "sections.reading": "415"}


def test_what_can_be_reached_is_part_of_the_label() -> None:
    assert placed(sheet((100, 100, "Total (máx. 100)"), (600, 100, "78,37")))["score"] == "78,37"


def test_a_label_with_a_score_behind_it_is_never_taken_for_a_misread_label() -> None:
    page = sheet((100, 100, "Listening comprehension : 18 / 30"), (100, 160, "Reading comprehension : 19"))
    assert placed(page) == {"sections.listening": "18 / 30", "sections.reading": "19"}


def test_an_average_in_a_second_table_is_no_score() -> None:
    page = sheet(
        (600, 100, "듣기"), (900, 100, "읽기"), (600, 160, "430"), (900, 160, "415"),
        (100, 500, "평균"), (600, 500, "듣기"), (900, 500, "읽기"), (600, 560, "300"), (900, 560, "310"),
    )  # fmt: skip
    assert placed(page) == {"sections.listening": "430", "sections.reading": "415"}


def test_a_table_of_percentiles_is_no_score() -> None:
    row = [(300 + 200 * place, 100, str(99 - 10 * place)) for place in range(6)]
    assert placed(sheet((100, 100, "总分"), *row)) == {}


def test_among_several_numbers_those_that_add_up_are_the_scores() -> None:
    page = sheet(
        (100, 100, "듣기"), (500, 100, "20"), (700, 100, "430"),
        (100, 160, "읽기"), (500, 160, "30"), (700, 160, "415"),
        (100, 220, "총점"), (500, 220, "60"), (700, 220, "845"),
    )  # fmt: skip
    assert placed(page, total=True) == {"sections.listening": "430", "sections.reading": "415", "score": "845"}


def test_a_family_name_is_not_taken_for_a_short_label() -> None:
    page = sheet((100, 100, "Surname"), (600, 100, "NAHE"), (100, 180, "Given name"), (600, 180, "Gildong"))
    assert placed(page) == {"name_latin": "NAHE Gildong"}


def test_a_line_that_nobody_read_below_a_label_is_no_part_of_it() -> None:
    page = sheet((100, 100, "Listening"), (500, 98, "19"), (100, 150, ""), (100, 300, "Reading"), (500, 298, "26"))
    assert placed(page) == {"sections.listening": "19", "sections.reading": "26"}


def test_a_label_below_a_misread_one_does_not_take_its_value() -> None:
    page = sheet(
        (100, 100, "H#8 Date of Birth"), (600, 100, "1986.12.22"), (100, 150, "FX] Test Date"), (600, 150, "2019.03.13")
    )
    assert placed(page)["test_date"] == "2019.03.13"


def test_words_in_brackets_behind_a_label_are_its_second_language() -> None:
    page = sheet((100, 100, "성명"), (190, 100, "(氏名)"), (100, 145, "홍길동"))
    assert placed(page)["name"] == "홍길동"


def test_a_range_is_no_score() -> None:
    page = sheet(
        (100, 100, "Total score"),
        (600, 100, "범위 0"),
        (900, 100, "~ 200"),
        (100, 160, "Listening"),
        (600, 160, "5 - 495"),
    )
    assert placed(page) == {}


def test_the_end_of_a_period_is_no_other_day() -> None:
    page = sheet((100, 100, "생년월일"), (600, 100, "~ 2020.12.18"), (100, 160, "유효기간"), (600, 160, "~ 2021.03.13"))
    assert "birth_date" not in placed(page)
    assert placed(page)["valid_until"] == "~ 2021.03.13"


def test_a_day_that_two_labels_claim_belongs_to_neither() -> None:
    page = sheet((100, 100, "생년월일"), (500, 100, "2018.12.18"), (100, 106, "시험일"))
    assert not {"birth_date", "test_date"} & placed(page).keys()


def test_a_number_beside_another_label_is_not_taken_for_one_that_cannot_be_read() -> None:
    cells = ((80, 80, 1900, 900),)
    page = sheet(
        *((100, 100, "Listening"), (600, 100, "2?, out"), (100, 200, "Reading"), (600, 200, "27")), cells=cells
    )
    assert placed(page) == {"sections.reading": "27"}


HISTORY = ((100, 600, "응시일"), (500, 600, "Listening"), (900, 600, "Reading"), (1300, 600, "Total"))


def rows(*printed: tuple[str, str, str, str]) -> list[tuple[int, int, str]]:
    return [
        (x, 660 + 60 * place, words)
        for place, row in enumerate(printed)
        for x, words in zip((100, 500, 900, 1300), row, strict=True)
    ]


def test_scores_of_other_sittings_are_not_read() -> None:
    page = sheet(
        *((100, 100, "시험시행일"), (500, 100, "2018.05.13"), (100, 200, "Total"), (500, 200, "700")),
        *HISTORY,
        *rows(("2017.12.24", "300", "310", "610"), ("2017.03.05", "290", "280", "570")),
    )
    found = placed(page, total=True)
    assert (found["test_date"], found["score"]) == ("2018.05.13", "700")
    assert "sections.listening" not in found


def test_among_several_sittings_the_day_of_the_test_says_which() -> None:
    page = sheet(
        *((100, 100, "시험시행일"), (500, 100, "2017.03.05"), *HISTORY),
        *rows(("2017.12.24", "300", "310", "610"), ("2017.03.05", "290", "280", "570")),
    )
    found = placed(page)
    assert (found["sections.listening"], found["sections.reading"], found["score"]) == ("290", "280", "570")
    assert placed(sheet(*HISTORY, *rows(("2017.12.24", "300", "310", "610"))))["score"] == "610"


def test_a_note_below_a_table_is_no_further_sitting() -> None:
    page = sheet(*HISTORY, *rows(("2017.12.24", "300", "310", "610")), (100, 800, "※ 유효기간: (~ 2019.12.24)"))
    assert placed(page)["score"] == "610"


def test_where_nothing_says_which_sitting_is_meant_none_is_read() -> None:
    page = sheet(*HISTORY, *rows(("2017.12.24", "300", "310", "610"), ("2017.03.05", "290", "280", "570")))
    assert placed(page) == {}


def test_a_value_at_the_other_edge_of_a_screen_belongs_to_its_label() -> None:
    assert placed(sheet((40, 100, "수험번호"), (1700, 100, "123456")))["registration_no"] == "123456"


def test_up_to_the_next_label_no_rule_need_part_a_row() -> None:
    cells = ((100, 100, 400, 160), (400, 100, 1600, 160), (1600, 100, 1900, 160))
    page = sheet(
        (110, 110, "생년월일"), (420, 110, "1990.01.02"), (1200, 110, "수험번호"), (1610, 110, "123456"), cells=cells
    )
    assert placed(page) == {"birth_date": "1990.01.02", "registration_no": "123456"}


def test_the_last_words_of_an_english_label_say_what_it_announces() -> None:
    page = sheet((100, 100, "Total valid until"), (700, 100, "2018.05.13"))
    assert placed(page) == {"valid_until": "2018.05.13"}


def test_one_value_below_the_labels_of_both_names_is_read_once() -> None:
    page = sheet((100, 100, "Apellidos"), (300, 100, "Nombre"), (120, 150, "PARK, SOMIN MINA"))
    assert placed(page, (FAMILY_NAME, Label("given.name_latin", ("Nombre",))))["name_latin"] == "PARK, SOMIN MINA"


def test_small_print_below_the_blanks_of_a_date_is_no_part_of_it() -> None:
    page = sheet(
        (100, 100, "시험일"),
        (100, 138, "Test Date"),
        (500, 100, "2017"),
        (520, 136, "Year"),
        (620, 100, "年 3月 4日"),
        heights={"Year": 16},
    )
    assert placed(page)["test_date"] == "2017 年 3月 4日"


def test_beyond_a_rule_that_was_not_found_the_row_goes_on_to_the_next_label() -> None:
    cells = ((0, 80, 300, 300), (310, 80, 1900, 300))
    page = sheet(
        (100, 100, "시험일"), (500, 100, "2017.03.04"), (900, 100, "수험번호"), (1300, 100, "7654321"), cells=cells
    )
    assert placed(page)["test_date"] == "2017.03.04"


def test_a_column_of_labels_in_one_cell_takes_each_value_from_its_own_row() -> None:
    cells = ((0, 80, 300, 400), (310, 280, 900, 400), (310, 80, 900, 270))
    page = sheet(
        (100, 100, "생년월일"),
        (500, 100, "1991.05.06"),
        (100, 200, "시험일"),
        (500, 200, "2017.03.04"),
        (100, 320, "유효기간"),
        (500, 320, "2019.03.04"),
        cells=cells,
    )
    assert placed(page) == {"birth_date": "1991.05.06", "test_date": "2017.03.04", "valid_until": "2019.03.04"}


def test_a_date_that_two_labels_claim_is_neither_s() -> None:
    cells = ((0, 80, 400, 150), (0, 160, 400, 230), (410, 80, 900, 230))
    page = sheet((100, 100, "생년월일"), (100, 180, "시험일"), (500, 140, "2017.03.04"), cells=cells)
    assert placed(page) == {}


def test_a_label_in_several_pieces_and_two_languages_is_one_label() -> None:
    page = sheet((100, 100, "Registration"), (330, 100, "number"), (100, 138, "수험번호"), (600, 122, "7654321"))
    assert placed(page)["registration_no"] == "7654321"


def test_scores_below_a_level_are_no_legend_of_levels() -> None:
    labels = (*LABELS, Label("level", ("등급",)))
    form = sheet((100, 100, "등급"), (500, 100, "6급"), (100, 150, "듣기"), (500, 150, "86"), (500, 200, "74점"))
    assert placed(form, labels)["level"] == "6급"
    legend = sheet((100, 100, "등급"), (500, 100, "6급"), (500, 150, "5급"), (500, 200, "4급"))
    assert "level" not in placed(legend, labels)


def test_the_end_of_a_term_in_the_row_of_the_scores_is_no_further_sitting() -> None:
    page = sheet(
        (100, 100, "Test date"), (400, 100, "2018-03-04"),
        (100, 300, "Valid until"), (500, 300, "Listening"), (900, 300, "Reading"),
        (100, 350, "2020-03-04"), (500, 350, "17"), (900, 350, "22"),
    )  # fmt: skip
    found = placed(page)
    assert (found["sections.listening"], found["sections.reading"]) == ("17", "22")


def test_a_heading_over_a_label_is_no_name_though_what_stands_beside_it_was_misread() -> None:
    page = sheet((500, 40, "성 적 인증서"), (500, 100, "성명"), (800, 100, "긴"))
    assert placed(page)["name"] == "긴"


def test_a_family_name_alone_is_no_name() -> None:
    labels = (Label("family.name_latin", ("Last name",)), Label("given.name_latin", ("First name",)))
    whole = sheet((100, 100, "Last name"), (100, 200, "First name"), (500, 100, "LEE"), (500, 200, "TAEHWAN"))
    assert placed(whole, labels)["name_latin"] == "LEE TAEHWAN"
    assert "name_latin" not in placed(sheet((100, 100, "Last name"), (500, 100, "LEE")), labels)
