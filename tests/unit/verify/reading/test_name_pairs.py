"""Names without labels: two that spell one another, or one that stands over everything known of its holder."""

from __future__ import annotations

from services.verify.reading.layout.neighbours import around
from services.verify.reading.layout.places import Spot
from services.verify.reading.name_pairs import find_latin_name, find_name_pair
from services.verify.values.romanised import sounds_like
from tests.unit.verify.reading.ruled_sheets import HandSheet


def test_a_hangul_name_over_its_latin_spelling_is_the_holder() -> None:
    page = HandSheet()
    page.text(100, 100, "홍길동")
    page.text(100, 150, "HONG GILDONG")
    page.text(100, 400, "성적표")
    found = {spot.field: spot.text for spot in find_name_pair([page.sheet()], [])}
    assert found == {"name": "홍길동", "name_latin": "HONG GILDONG"}


def test_two_such_pairs_are_none() -> None:
    page = HandSheet()
    page.text(100, 100, "홍길동")
    page.text(100, 150, "HONG GILDONG")
    page.text(900, 100, "박한결")
    page.text(900, 150, "PARK HANGYEOL")
    assert find_name_pair([page.sheet()], []) == []


def test_a_latin_name_over_all_that_is_known_is_the_holder() -> None:
    page = HandSheet()
    page.text(100, 100, "KIM YUNMI")
    page.text(100, 200, "1995-05-21")
    page.text(100, 900, "LEE SOOHAN")
    sheet = page.sheet()
    born = Spot("birth_date", 0, (sheet.texts[1],), around([sheet.texts[1].box]))
    assert [spot.text for spot in find_latin_name([sheet], [born])] == ["KIM YUNMI"]


def test_a_word_with_other_syllables_does_not_sound_like_a_name() -> None:
    assert sounds_like("박한결", "PARK HANGYEOL")
    assert not sounds_like("견본", "SUNWOO ABIN")
