"""The plan follows from its seed, and names what was asked for."""

from random import Random

import pytest

import specimens
from eval.plan import Scope, plan, quick
from eval.wears import all_wears, file_form, strain


def test_the_same_seed_gives_the_same_plan_and_another_seed_another() -> None:
    scope = Scope(kinds=("TOEIC", "HSK"), per_layout=2)
    assert plan(1, scope) == plan(1, scope)
    assert {case.seed for case in plan(1, scope)}.isdisjoint(case.seed for case in plan(2, scope))


def test_every_kind_layout_and_wear_is_planned_once() -> None:
    cases = plan(3, Scope(per_layout=0))
    wanted = {
        (paper, layout, wear)
        for paper in specimens.papers()
        for layout in specimens.layouts_of(paper)
        for wear in all_wears()
    }
    assert {(case.paper, case.layout, case.wear) for case in cases} == wanted
    assert len(cases) == len(wanted)


@pytest.mark.parametrize("which", ["seen", "sealed"])
def test_seen_and_sealed_layouts_are_kept_apart(which: str) -> None:
    assert {case.sealed for case in plan(3, Scope(layouts=which, per_layout=1))} <= {which == "sealed"}


@pytest.mark.parametrize(("name", "number"), specimens.LATER.items())
def test_a_later_series_is_drawn_only_when_asked_for(name: str, number: int) -> None:
    later = {(case.paper, case.layout) for case in plan(3, Scope(layouts=name, per_layout=1))}
    rest = {(case.paper, case.layout) for case in plan(3, Scope(per_layout=1))}
    assert later
    assert not later & rest
    assert {specimens.series_of(*one) for one in later} == {number}


def test_the_number_of_papers_can_be_limited() -> None:
    assert len(plan(3, Scope(papers=7))) == 7


def test_an_unknown_wear_is_refused() -> None:
    with pytest.raises(ValueError, match="coffee"):
        plan(3, Scope(wears=("coffee",)))


def test_the_quick_sample_has_every_kind_in_a_size_that_does_not_vary() -> None:
    samples = [quick(seed) for seed in range(8)]
    assert len({len(sample) for sample in samples}) == 1
    for sample in samples:
        assert {case.paper for case in sample} == set(specimens.papers())
        assert {case.wear for case in sample} == {"digital", "scan300", "phone"}
        sealed = any(specimens.layouts_of(paper, sealed=True) for paper in specimens.papers())
        assert {case.sealed for case in sample} == ({True, False} if sealed else {False})


def test_each_wear_is_ordinary_hard_or_void() -> None:
    found = {wear: strain(wear) for wear in all_wears()}
    assert (found["digital"], found["phone"]) == ("ordinary", "ordinary")
    assert (found["stamp"], found["fax"]) == ("hard", "hard")
    assert (found["blank"], found["smear"]) == ("void", "void")


@pytest.mark.parametrize("wear", all_wears())
def test_several_pages_never_go_into_a_format_of_one_picture_alone(wear: str) -> None:
    forms = {file_form(wear, 3, Random(number)) for number in range(40)}
    assert forms <= {"pdf", *specimens.FORMATS}
    assert not forms & {"heic", "encrypted-pdf"}
