"""Names that no label announces: by place on an award, by sound beside the other script; and values in sentences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from services.verify.reading.layout.crops import cut, without_comb
from services.verify.reading.layout.excerpt import excerpt
from services.verify.reading.layout.labels import Label
from services.verify.reading.layout.spots import Spot
from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.paper import Unlabelled
from services.verify.reading.sentences import find_in_sentences
from services.verify.reading.sheets import Sheet
from services.verify.reading.unlabelled import find_unlabelled
from services.verify.reading.unlabelled_name import find_name_by_place, find_name_by_sound
from services.verify.values import canonical
from services.verify.values.dates import parse_date
from tests.unit.verify.reading.test_labels import sheet_of


def spot(field: str, sheet: Sheet, index: int) -> Spot:
    return Spot(field, 0, (sheet.texts[index],), sheet.texts[index].box)


def test_the_hangul_name_is_told_by_the_latin_one() -> None:
    sheet = sheet_of("KIM MINSU", "안내문", "김민수", "박지훈 과장")
    found = find_name_by_sound([sheet], [spot("name_latin", sheet, 0)])
    assert [(place.field, place.text) for place in found] == [("name", "김민수")]


def test_and_the_latin_one_by_the_hangul_one() -> None:
    sheet = sheet_of("김민수", "SCORE REPORT", "KIM, MIN-SU")
    found = find_name_by_sound([sheet], [spot("name", sheet, 0)])
    assert [(place.field, place.text) for place in found] == [("name_latin", "KIM, MIN-SU")]


def test_both_names_in_one_piece_are_parted() -> None:
    sheet = sheet_of("KIM MINSU 김민수", "KIM MINSU")
    found = find_name_by_sound([sheet], [spot("name_latin", sheet, 1)])
    assert [place.text for place in found] == ["김민수"]


def test_of_two_names_that_sound_alike_none_is_taken() -> None:
    sheet = sheet_of("KIM MINSU", "김민수", "김문수")
    assert find_name_by_sound([sheet], [spot("name_latin", sheet, 0)]) == []


def test_a_name_stands_over_its_birth_date() -> None:
    sheet = sheet_of("인증서", "정상택", "(1994. 7. 9. 생)", "국사편찬위원회")
    assert [place.text for place in find_name_by_place([sheet], [])] == ["정상택"]


@pytest.mark.parametrize(
    "lines", [("정상택", "2018년 3월 23일"), ("김민수 귀하", "박지훈 귀하"), ("한국산업인력공단",)]
)
def test_words_that_may_be_anybody_are_no_name(lines: tuple[str, ...]) -> None:
    assert find_name_by_place([sheet_of(*lines)], []) == []


def in_sentence(paper: str, *lines: str) -> dict[str, str]:
    kind = next(kind for kind in PAPERS if kind.code == paper)

    def parse(field: str, text: str) -> str | None:
        return kind.parsers[field](text) if field in kind.parsers else canonical(field, text)

    class NoEngine:
        """Every line was read already."""

        models = frozenset({"kor"})

    found = find_in_sentences(kind, [sheet_of(*lines)], [], NoEngine(), parse)  # type: ignore[arg-type]
    return {place.field: parse(place.field, place.text) or "" for place in found}


def test_an_award_says_its_values_in_a_sentence() -> None:
    said = in_sentence("NQ_AWARD", "검정을 거쳐 2011년 6월 30일 산업안전기사의", "자격을 취득하였음을 증명합니다.")
    assert said == {"acquired_on": "2011-06-30", "title": "산업안전기사"}


def test_the_day_of_the_sitting_is_not_the_day_of_acquisition() -> None:
    said = in_sentence("KHISTORY", "위 사람은 2018년 2월 3일 시행한 한국사능력검정시험에 합격하였음을 인증합니다.")
    assert "acquired_on" not in said


def test_dates_of_an_english_sentence_say_what_they_are() -> None:
    said = in_sentence("TOEIC", "born on March 13, 1985 took the TOEIC Test administered on September 14, 2018")
    assert said == {"birth_date": "1985-03-13", "test_date": "2018-09-14"}


def test_an_excerpt_takes_its_own_ink_along() -> None:
    text = sheet_of("위 사람은 2018년 2월 3일 시행한").texts[0]
    part = excerpt(text, 6, 17)
    assert part is not None
    assert part.text == "2018년 2월 3일"
    assert text.box[0] < part.box[0] < part.box[2] < text.box[2]


def test_boxes_around_signs_are_taken_off_and_ones_stay() -> None:
    boxed = np.full((60, 400), 255, np.uint8)
    for place in range(8):
        left = 10 + 45 * place
        boxed[5:55, left : left + 2] = 0
        boxed[20:40, left + 20 : left + 23] = 0
    boxed[5:55, 370:372] = 0
    line, tall = without_comb(boxed[5:55, 10:372], 50)
    assert tall == 20
    assert (line < 128).sum() == 8 * 20 * 3
    ones = np.full((40, 200), 255, np.uint8)
    for place in range(6):
        ones[5:35, 10 + 30 * place : 14 + 30 * place] = 0
    same, tall = without_comb(ones[5:35], 30)
    assert tall == 30
    assert (same == ones[5:35]).all()
    assert cut(boxed, (10, 5, 372, 55)).min() < 128


def test_the_long_strokes_of_vowels_are_no_boxes() -> None:
    printed = np.full((60, 240), 255, np.uint8)  # the shape of 지적기사: a consonant, then a stroke as high as the line
    for left in (10, 65, 120, 175):
        printed[22:38, left : left + 25] = 0
        printed[5:55, left + 38 : left + 42] = 0
    same, tall = without_comb(printed[5:55], 50)
    assert tall == 50
    assert (same == printed[5:55]).all()


def test_the_strokes_of_letters_that_others_touch_are_no_boxes() -> None:
    printed = np.full((60, 160), 255, np.uint8)  # the shape of NH: four bars, and what joins two and two of them
    for left in (10, 45, 80, 115):
        printed[5:55, left : left + 4] = 0
    for step in range(32):
        printed[8 + step : 12 + step, 13 + step] = 0
    printed[28:32, 82:117] = 0
    same, tall = without_comb(printed[5:55, 8:121], 50)
    assert tall == 50
    assert (same == printed[5:55, 8:121]).all()


def test_a_piece_read_as_numbers_is_parted_at_wide_gaps() -> None:
    from services.verify.reading.sheets import part_numbers

    sheet = sheet_of("100 54", "100 점")
    apart = [replace(text, piece=replace(text.piece, glyphs=((10, 70), (200, 240)))) for text in sheet.texts]
    parted = part_numbers(replace(sheet, texts=tuple(apart)))
    assert [text.text for text in parted.texts] == ["100", "54", "100 점"]


def test_hangul_that_spells_the_latin_name_is_printed_though_no_place_is_known() -> None:
    from services.verify.reading.loose_values import spells_name

    assert spells_name([sheet_of("KIM MINSU (김 민 수)")], "KIM MINSU", ())
    assert spells_name([sheet_of("박묵 님")], "PARK MUK", ())
    assert not spells_name([sheet_of("성적 발표", "국적 대한민국")], "KIM MINSU", ())
    assert not spells_name([sheet_of("김민수")], "", ())


def test_a_part_of_a_label_is_no_name_that_the_latin_one_spells() -> None:
    from services.verify.reading.loose_values import spells_name

    labels = [Label("valid_until", ("유효기간",))]
    assert spells_name([sheet_of("유 효 기간 2021")], "KI KAN", ())
    assert not spells_name([sheet_of("유 효 기간 2021")], "KI KAN", labels)
    assert spells_name([sheet_of("유효기간 2021", "기간 님")], "KI KAN", labels)


def test_the_upright_strokes_of_bold_figures_are_no_boxes() -> None:
    bold = np.full((60, 120), 255, np.uint8)
    for left in (10, 24, 44, 60, 74, 90):
        bold[5:55, left : left + 6] = 0
    bold[20:40, 10:96] = 0
    same, tall = without_comb(bold, 50)
    assert same is bold
    assert tall == 50


def test_a_day_that_its_sentence_calls_another_is_not_the_day_of_issue() -> None:
    wanted = Unlabelled("issued_on", parse_date, last=True)
    paper = replace(PAPERS[0], unlabelled=(wanted,))
    said = sheet_of("resultados publicados el 12 de mayo de 2018")
    assert [spot.text for spot in find_unlabelled(paper, [said], []) if spot.field == "issued_on"] == []
    plain = sheet_of("Lugo, 12 de mayo de 2018")
    assert [spot.field for spot in find_unlabelled(paper, [plain], []) if spot.field == "issued_on"] == ["issued_on"]
