"""A text layer lies where two readers of the pixels agree on something else."""

from __future__ import annotations

import pytest

from services.verify.evidence import Reading
from services.verify.reading.layer_check import contradicts_pixels


def readings(layer: str | None, *pixels: tuple[str, str | None]) -> list[Reading]:
    first = [Reading("text-layer", layer or "?", layer)] if layer != "" else []
    return [*first, *(Reading(name, value or "?", value) for name, value in pixels)]


def test_two_readers_that_agree_on_something_else_contradict_the_layer() -> None:
    assert contradicts_pixels("score", readings("990", ("kor", "845"), ("ppocr", "845")))
    assert contradicts_pixels("score", readings("990", ("kor", "846"), ("eng", "845"), ("ppocr", "845")))


@pytest.mark.parametrize(
    "made",
    [
        readings("845", ("kor", "845"), ("ppocr", "845")),
        readings("845", ("kor", "846"), ("ppocr", "846"), ("eng", "845")),
        readings("845", ("kor", "846")),
        readings("845", ("kor", "846"), ("kor", "846")),
        readings("845", ("kor", "846"), ("ppocr", "847")),
        readings("845", ("kor", None), ("ppocr", None)),
        readings(None, ("kor", "846"), ("ppocr", "846")),
        readings("", ("kor", "846"), ("ppocr", "846")),
    ],
    ids=[
        "equal",
        "one confirms",
        "one reader",
        "one model twice",
        "no agreement",
        "nothing read",
        "no value",
        "no layer",
    ],
)
def test_anything_less_is_no_lie(made: list[Reading]) -> None:
    assert not contradicts_pixels("score", made)


def test_what_means_the_same_is_no_contradiction() -> None:
    latin = readings("HONG GILDONG", ("eng", "GILDONG HONG"), ("ppocr", "GILDONG HONG"))
    assert not contradicts_pixels("name_latin", latin)
