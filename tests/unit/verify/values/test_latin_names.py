"""What may be a Korean's name in Latin letters, and what is a heading."""

from __future__ import annotations

import pytest

from services.verify.values.latin_names import may_be_korean_name
from services.verify.values.names import parse_latin_name


@pytest.mark.parametrize(
    "text", ["HONG GILDONG", "Hong, Gil-Dong", "Gildong HONG", "LEE SOO MIN", "Namkung Hyeok", "JEGAL MIN"]
)
def test_a_family_and_a_given_name_are_a_name(text: str) -> None:
    assert may_be_korean_name(text)


@pytest.mark.parametrize(
    "text",
    ["TOTAL SCORE", "Official Rating", "KIM", "an image", "Kim & Chang", "Educational Testing Service", "H. Weber"],
)
def test_headings_and_signatures_are_none(text: str) -> None:
    assert not may_be_korean_name(text)


def test_a_label_is_never_a_name() -> None:
    assert parse_latin_name("Nombre coreano") is None
    assert parse_latin_name("ENGLISH NAME") is None


def test_half_a_pair_of_brackets_around_a_name_belongs_to_its_label() -> None:
    assert parse_latin_name("HONG GILDONG)") == "HONG GILDONG"
    assert parse_latin_name("(HONG GILDONG") == "HONG GILDONG"
