"""What counts as agreement of readings, and when reading stops. The engine is a fake that answers from a list."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from services.verify.agreement import agreed
from services.verify.evidence import Reading
from services.verify.judging.agreement import Stand, weigh
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.layout.places import Spot
from services.verify.reading.papers.paper import Script
from services.verify.reading.picture import Gray
from services.verify.reading.readers import Wanted, read_places
from services.verify.reading.sheets import TEXT_LAYER, Sheet, Text
from services.verify.values import canonical


def seen(text: str) -> Seen:
    return Seen(tuple(Word(word, 0, 10) for word in text.split()))


class FakeEngine:
    """Answers each call with what its model says."""

    version = "fake 1"

    def __init__(self, **says: str) -> None:
        self.says = says
        self.models = frozenset(says)
        self.calls: list[str] = []

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        self.calls.append(model)
        return [seen(self.says[model]) for _ in crops]


def one_field(field: str, first: str, reader: str, script: Script, twins: bool = False) -> tuple[Wanted, Sheet]:
    gray = np.full((100, 400), 255, np.uint8)
    text = Text(Piece((10, 10, 200, 50), None, ((10, 200),)), seen(first), reader)
    digital = reader == TEXT_LAYER
    sheet = Sheet(1, np.dstack([gray] * 3), gray, (), (text,), digital)
    spot = Spot(field, 0, (text,), text.box)
    return Wanted(spot, {field: lambda found: canonical(field, found)}, script, twins=twins), sheet


def test_reading_stops_as_soon_as_two_models_agree() -> None:
    engine = FakeEngine(kor="2018. 8. 17.", eng="2018. 8. 11.", Hangul="")
    wanted, sheet = one_field("test_date", "2018.08.17", "Hangul", Script.DIGITS)
    read_places([wanted], [sheet], engine)
    assert engine.calls == ["kor"]
    assert agreed("test_date", wanted.of("test_date")) == "2018-08-17"


def test_one_model_at_two_heights_is_one_witness() -> None:
    engine = FakeEngine(kor="한빛건설", Hangul="한빚건설")
    wanted, sheet = one_field("company", "한빚건설", "Hangul", Script.HANGUL)
    read_places([wanted], [sheet], engine)
    assert {reading.reader for reading in wanted.of("company")} == {"kor", "Hangul"}
    assert agreed("company", wanted.of("company")) is None


def test_the_pixels_of_a_digital_page_never_outvote_its_text_layer() -> None:
    engine = FakeEngine(kor="805", eng="805", Hangul="805")
    wanted, sheet = one_field("score", "845", TEXT_LAYER, Script.DIGITS)
    read_places([wanted], [sheet], engine)
    readings = wanted.of("score")
    assert {reading.reader for reading in readings} == {TEXT_LAYER, "pixels"}
    assert agreed("score", readings) is None


def test_a_text_layer_is_never_enough_alone() -> None:
    wanted, sheet = one_field("score", "845", TEXT_LAYER, Script.DIGITS)
    read_places([wanted], [sheet], FakeEngine(kor="", eng="", Hangul=""))
    assert agreed("score", wanted.of("score")) is None


def test_pixels_alone_cannot_tell_a_zero_from_an_o() -> None:
    engine = FakeEngine(eng="JBUK-0AK7", Hangul="JBUK-0AK7")
    wanted, sheet = one_field("registration_no", "JBUK-0AK7", "Hangul", Script.LATIN, twins=True)
    read_places([wanted], [sheet], engine)
    assert agreed("registration_no", wanted.of("registration_no")) is None


def test_a_text_layer_says_which_of_zero_and_o_it_is_when_the_pixels_show_the_rest() -> None:
    engine = FakeEngine(eng="JBUK-OAK7", Hangul="JBUK-OAK7")
    wanted, sheet = one_field("registration_no", "JBUK-0AK7", TEXT_LAYER, Script.LATIN, twins=True)
    read_places([wanted], [sheet], engine)
    assert agreed("registration_no", wanted.of("registration_no")) == "JBUK0AK7"


def test_an_empty_place_is_settled_and_costs_nothing() -> None:
    engine = FakeEngine(kor="x", eng="x", Hangul="x")
    _, sheet = one_field("left_on", "", "Hangul", Script.DIGITS)
    wanted = Wanted(Spot("left_on", 0, (), (0, 0, 9, 9)), {"left_on": lambda text: None}, Script.DIGITS)
    read_places([wanted], [sheet], engine)
    assert engine.calls == []
    assert wanted.of("left_on") == ()


def test_a_tie_is_no_agreement() -> None:
    readings = [Reading("a", "", "1"), Reading("b", "", "1"), Reading("c", "", "2"), Reading("d", "", "2")]
    assert agreed("score", readings) is None
    assert agreed("score", readings[:3]) == "1"


def said(*readings: tuple[str, str | None]) -> list[Reading]:
    return [Reading(reader, value or "", value) for reader, value in readings]


UNREAD_BY_LETTERS = (("Hangul", "서은을"), ("jamo", None), ("kor", "서은을"))


def test_models_of_one_family_alone_do_not_say_a_name_that_the_reader_of_letters_cannot_read() -> None:
    assert agreed("name", said(*UNREAD_BY_LETTERS)) is None
    assert agreed("name", said(*UNREAD_BY_LETTERS, ("jamo", "서은을"))) == "서은을"
    assert agreed("name", said(("Hangul", "서은을"), ("kor", "서은을"))) == "서은을"  # it is not installed
    assert agreed("project", said(*UNREAD_BY_LETTERS)) == "서은을"


def test_unless_they_say_it_at_every_height() -> None:
    more = (("Hangul", "서은을"), ("kor", "서은을"), ("Hangul", "서은을"))
    assert agreed("name", said(*UNREAD_BY_LETTERS, *more)) == "서은을"
    assert agreed("name", said(*UNREAD_BY_LETTERS, *more[:2], ("Hangul", "서은율"))) is None


def test_nor_is_a_name_declared_so_matched_by_them() -> None:
    assert weigh("name", ["서은을"], said(*UNREAD_BY_LETTERS)) is Stand.UNDECIDED
    assert weigh("name", ["서은율"], said(*UNREAD_BY_LETTERS)) is Stand.UNDECIDED


@pytest.mark.parametrize(("field", "value"), [("registration_no", "4185489530"), ("birth_date", "1989-03-05")])
def test_nor_do_they_say_a_number_or_a_day_that_the_other_family_could_not_read(field: str, value: str) -> None:
    alone = [("Hangul", value), ("ppocr", None), ("kor", value)]
    assert agreed(field, said(*alone)) is None
    assert agreed(field, said(*alone, ("ppocr", value))) == value
    assert agreed("grade", said(*alone)) is not None  # one of a short list
