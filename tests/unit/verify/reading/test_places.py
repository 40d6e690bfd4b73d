"""From labels to places: the layouts that reports are printed in, without OCR."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from services.verify.evidence import Box
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.layout.places import find_places
from services.verify.reading.papers.common_labels import (
    BIRTH_DATE,
    FAMILY_NAME,
    GIVEN_NAME,
    LISTENING,
    NAME_ANY,
    READING,
    REGISTRATION_NO,
    SCORE_NOISE,
    TEST_DATE,
    TOTAL,
    VALID_UNTIL,
)
from services.verify.reading.papers.paper import decoys
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
