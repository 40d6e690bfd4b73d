"""What a text layer says where ink stands."""

from __future__ import annotations

from services.verify.reading.layer_words import words_in
from services.verify.reading.pages import Glyph


def line(letters: str, left: float = 10, top: float = 100, tall: float = 20) -> list[Glyph]:
    return [
        Glyph(letter, left + 10 * place, top, left + 10 * place + 9, top + tall) for place, letter in enumerate(letters)
    ]


def test_characters_are_words_from_left_to_right_wherever_they_stand_in_the_layer() -> None:
    (seen,) = words_in([(10, 98, 130, 122)], line("LEE  Jun")[::-1])

    assert seen.text == "LEE Jun"
    assert [(word.left, word.right) for word in seen.words] == [(10, 39), (60, 89)]


def test_each_place_has_its_own() -> None:
    glyphs = line("above") + line("below", top=140)

    assert [seen.text for seen in words_in([(10, 138, 80, 162), (10, 98, 80, 122)], glyphs)] == ["below", "above"]


def test_what_stands_beside_above_or_far_taller_is_none_of_it() -> None:
    place = (40, 100, 60, 118)

    assert (
        words_in([place], line("AB", left=70) + line("CD", left=40, top=60) + line("E", left=45, tall=60))[0].words
        == ()
    )
    assert words_in([place], line("F", left=45, tall=30))[0].text == "F"


def test_a_page_without_a_layer_says_nothing() -> None:
    assert words_in([(0, 0, 9, 9)], ())[0].words == ()
    assert words_in([], line("A")) == []
