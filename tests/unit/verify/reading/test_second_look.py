"""A further model's look at pieces: it is believed where it reads more, and never where it reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.spots import Spot
from services.verify.reading.missing_labels import look_for_labels
from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.licence import licence_title
from services.verify.reading.papers.paper import Script
from services.verify.reading.picture import Gray
from services.verify.reading.readers import Wanted
from services.verify.reading.second_look import look_again, look_at_passed_over
from services.verify.reading.sentences import find_in_sentences
from services.verify.reading.sheets import Sheet
from services.verify.reading.two_scripts import by_script
from services.verify.values import canonical
from tests.unit.verify.reading.ruled_sheets import HandSheet
from tests.unit.verify.reading.test_labels import sheet_of

BCT = next(paper for paper in PAPERS if paper.code == "BCT")
TOEIC = next(paper for paper in PAPERS if paper.code == "TOEIC")


class ByOrder:
    """Answers with its words, one for each crop."""

    version = "by order"
    models = frozenset({"ppocr"})

    def __init__(self, *answers: str) -> None:
        self._answers = answers

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        assert len(crops) == len(self._answers)
        return [Seen((Word(answer, 0, 10),) if answer else ()) for answer in self._answers]


def again(printed: Sequence[tuple[int, int, str]], *answers: str) -> list[str]:
    page = HandSheet()
    for left, top, words in printed:
        page.text(left, top, words)
    (sheet,) = look_again(BCT, [page.sheet()], ByOrder(*answers))
    return [text.text for text in sheet.texts]


def test_what_the_further_model_cannot_read_stays_as_it_was() -> None:
    assert again([(100, 100, "한가람"), (200, 100, "Test Date")], "") == ["한가람", "Test Date"]


def test_a_second_language_guessed_at_behind_a_label_is_read_anew() -> None:
    assert again([(100, 100, "Date of Test #8")], "Date of Test 考试日期") == ["Date of Test 考试日期"]


def test_digits_that_cannot_fill_their_piece_were_other_signs() -> None:
    page = HandSheet()
    page.text(100, 100, "....38....")
    sheet = page.sheet()
    wide = replace(sheet.texts[0], seen=Seen((Word("38", 100, 240),)))
    (seen,) = look_again(BCT, [replace(sheet, texts=(wide,))], ByOrder("考试日期"))
    assert [text.text for text in seen.texts] == ["考试日期"]


class Sees:
    """Answers with the same words for every crop, and notes which models were asked."""

    version = "sees"

    def __init__(self, words: str, *models: str) -> None:
        self.models = frozenset(models)
        self.asked: list[str] = []
        self._words = words

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        self.asked += [model] * len(crops)
        return [Seen((Word(self._words, 0, 10),)) for _ in crops]


def places(*printed: str) -> tuple[Sheet, list[Spot]]:
    """A sheet with a piece for each word; one of dots is as if nobody had seen it."""
    page = HandSheet()
    for line, words in enumerate(printed):
        page.text(100, 100 + 60 * line, words)
    sheet = page.sheet()
    texts = tuple(replace(text, seen=Seen()) if text.text.startswith(".") else text for text in sheet.texts)
    return replace(sheet, texts=texts), [Spot("title", 0, (text,), text.box) for text in texts]


def test_a_place_in_which_nothing_was_seen_is_seen_by_another_model() -> None:
    sheet, spots = places("정보처리기사", "........")
    eyes = Sees("산업안전기사", "kor", "eng")
    assert [spot.text for spot in look_at_passed_over(spots, [sheet], eyes)] == ["정보처리기사", "산업안전기사"]
    assert eyes.asked == ["kor+eng"]


def test_a_translation_behind_a_title_is_not_read_with_it() -> None:
    text = sheet_of("정보처리기사 Engineer Information Processing").texts[0]
    spot = Spot("title", 0, (text,), text.box)
    (alone,) = by_script(Wanted(spot, {"title": licence_title}, Script.HANGUL))
    assert alone.spot.text == "정보처리기사"


@pytest.mark.parametrize("words", ["ITQ 정보기술자격", "정보처리기사 1급", "전산회계운용사 (Excel)"])
def test_other_titles_are_read_as_they_stand(words: str) -> None:
    text = sheet_of(words).texts[0]
    place = Wanted(Spot("title", 0, (text,), text.box), {"title": licence_title}, Script.HANGUL)
    assert by_script(place) == [place]


def test_a_sentence_in_which_a_sign_was_misread_is_read_by_other_eyes() -> None:
    page = HandSheet()
    page.text(100, 100, "This is to confirm that Hong Gi1ld0ong, born on March 13, 1985, took the test")
    found = find_in_sentences(
        TOEIC,
        [page.sheet()],
        [],
        Sees("This is to confirm that Hong Gildong, born on March 13, 1985, took the test", "kor", "eng"),
        canonical,
    )
    assert {spot.field: canonical(spot.field, spot.text) for spot in found} == {
        "name_latin": "HONG GILDONG",
        "birth_date": "1985-03-13",
    }


def test_a_label_that_tesseract_slips_on_is_read_by_its_letters() -> None:
    page = HandSheet()
    page.text(100, 100, "종점")
    page.text(100, 160, "홍길동")
    (sheet,) = look_for_labels(TOEIC, [page.sheet()], Sees("총점", "jamo"))
    assert [text.text for text in sheet.texts] == ["총점", "홍길동"]
