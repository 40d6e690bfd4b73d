"""The plan follows from its seed alone, and nothing holds one thing twice at once."""

from __future__ import annotations

import itertools

from chaos.plan import DECK, MAIN, as_text, long_plan, short_plan


def test_the_same_seed_makes_the_same_plan_to_the_letter() -> None:
    assert list(as_text(long_plan(7, 3.0, 12.0, 20.0))) == list(as_text(long_plan(7, 3.0, 12.0, 20.0)))
    assert long_plan(7, 3.0, 12.0, 20.0).digest != long_plan(8, 3.0, 12.0, 20.0).digest


def test_the_short_plan_has_one_of_each_main_fault() -> None:
    plan = short_plan(6, 32.0, 14)
    assert sorted((fault.kind, fault.target) for fault in plan.faults) == sorted(
        (kind, target) for kind, target, _ in MAIN
    )


def test_every_kind_has_its_turn_in_a_long_plan() -> None:
    plan = long_plan(1, 12.0, 12.0, 1.0)
    assert {(fault.kind, fault.target) for fault in plan.faults} == {(kind, target) for kind, target, _ in DECK}


def test_no_two_faults_hold_one_resource_at_once() -> None:
    faults = long_plan(3, 20.0, 20.0, 1.0).faults
    for one, other in itertools.combinations(faults, 2):
        if one.resource == other.resource:
            assert one.at + one.seconds < other.at


def test_two_faults_in_five_kill() -> None:
    faults = long_plan(5, 20.0, 12.0, 1.0).faults
    assert sum(fault.kind == "kill" for fault in faults) >= len(faults) * 0.4


def test_a_fair_share_of_the_papers_are_real_ones() -> None:
    steps = [step for story in long_plan(2, 10.0, 1.0, 30.0).stories for step in story.steps if step.act == "upload"]
    assert len(steps) >= 200
    assert sum(step.what != "blank" for step in steps) >= len(steps) * 0.4
