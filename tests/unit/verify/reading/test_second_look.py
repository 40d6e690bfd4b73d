"""A further model's look at pieces: it is believed where it reads more, and never where it reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.papers import PAPERS
from services.verify.reading.picture import Gray
from services.verify.reading.second_look import look_again
from tests.unit.verify.reading.ruled_sheets import HandSheet

BCT = next(paper for paper in PAPERS if paper.code == "BCT")


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
