"""A floor holds or is broken; a run that shrank proves nothing."""

from pathlib import Path

import pytest

from eval import plan
from eval.floors import MEASURES, Floor, check, compare, load
from tests.unit.eval.results import examined, weighed


@pytest.mark.parametrize(
    ("value", "count", "holds"), [(0.95, 200, True), (0.9, 200, True), (0.899, 200, False), (0.95, 99, False)]
)
def test_a_least_is_compared_with_value_and_count(value: float, count: int, holds: bool) -> None:
    floor = Floor("fields right", "guards reading", least=0.9, at_least_count=100)
    assert compare(floor, value, count).holds is holds


@pytest.mark.parametrize(("value", "holds"), [(0.0, True), (1.0, False)])
def test_a_most_is_compared_the_other_way(value: float, holds: bool) -> None:
    assert compare(Floor("near misses passed", "no wrong pass", most=0.0), value, 50).holds is holds


def test_nothing_measured_breaks_a_floor() -> None:
    assert not compare(Floor("fields right", "guards reading", least=0.0, at_least_count=0), None, 0).holds


def test_one_wrong_pass_breaks_the_floor_of_the_file() -> None:
    (floor,) = (floor for floor in load() if floor.measure == "near misses passed")
    tried = {("score", "score ±5"): floor.at_least_count}
    clean = examined(weighed(tried=tried))
    passing = examined(weighed(tried=tried, passed={("score", "score ±5"): 1}))
    assert [one.holds for one in check([floor], [clean])] == [True]
    assert [one.holds for one in check([floor], [clean, passing])] == [False]


def test_the_floors_of_the_file_guard_what_the_issue_names() -> None:
    floors = load()
    assert {floor.measure for floor in floors} >= {
        "near misses passed",
        "fields right",
        "fields wrong",
        "readers broken",
    }
    assert all(floor.why for floor in floors)


def test_floors_are_compared_group_by_group() -> None:
    floor = Floor("fields right", "tables", least=0.9, papers="career forms")
    toeic = examined(weighed(right=0, unsure=8))
    career = examined(weighed(right=10), paper="CAREER_FORM", layout="annex-12-portrait")
    assert [one.holds for one in check([floor], [toeic, career])] == [True]
    assert [one.holds for one in check([floor], [toeic])] == [False]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_can_be_taken(measure: str) -> None:
    value, count = MEASURES[measure]([examined(weighed(tried={("score", "digit"): 3}))])
    assert value is not None
    assert count > 0


@pytest.mark.parametrize("line", ['measure = "beauty"\nleast = 1.0', 'measure = "fields right"'])
def test_a_floor_that_means_nothing_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(f'[[floors]]\nwhy = "x"\n{line}\n')
    with pytest.raises(ValueError, match=r"floors\.toml"):
        load(file)


def test_the_quick_sample_is_large_enough_for_every_floor() -> None:
    counts = {floor.papers: 0 for floor in load()}
    assert len(plan.quick(1)) >= 50
    assert set(counts) <= {"all", "certificates and language", "career forms", "evidence papers"}
