"""Names with what is printed or stamped behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.layout.places import Spot
from services.verify.reading.sheets import Text
from services.verify.reading.signed_names import name_alone
from services.verify.values import canonical
from tests.unit.verify.reading.ruled_sheets import HandSheet


def spot(field: str, words: str) -> Spot:
    box = (100, 100, 300, 170)
    seen = Seen((Word(words[:3], 100, 170), Word(words[4:], 220, 300)))
    return Spot(field, 0, (Text(Piece(box, None, ((100, 170), (220, 300))), seen, "kor"),), box)


def parse(text: str) -> str | None:
    return canonical("person", text.partition("(")[0])


def test_the_place_of_a_name_ends_before_the_sign_and_is_no_higher_than_its_letters() -> None:
    sheet = HandSheet().sheet()
    gray = sheet.gray.copy()
    gray[130:152, 100:170] = 0
    gray[100:170, 230:290] = 0
    found = name_alone(spot("confirmation.hr.person", "홍길동 (인)"), parse, replace(sheet, gray=gray))
    assert found.text == "홍길동"
    assert found.box[2] < 220
    assert (found.box[1], found.box[3]) == (130, 152)


@pytest.mark.parametrize(
    ("field", "words"), [("company", "홍길동 (인)"), ("name", "홍길동 외2"), ("name", "홍길동 (洪吉童)")]
)
def test_other_places_stay_as_they_are(field: str, words: str) -> None:
    place = spot(field, words)
    assert name_alone(place, parse, HandSheet().sheet()).box == place.box


@pytest.mark.parametrize(("behind", "kept"), [("(홍길동)", 2), ("(인)", 1), ("Manager", 1)])
def test_the_name_in_other_letters_stands_behind_it(behind: str, kept: int) -> None:
    page = HandSheet()
    page.text(100, 100, "HONG GILDONG")
    page.text(300, 100, behind)
    sheet = page.sheet()
    place = Spot("name", 0, sheet.texts, (100, 100, 500, 124))
    assert len(name_alone(place, lambda text: canonical("name", text), sheet).lines) == kept
