"""What is counted from examined papers, and what the report may show of it."""

import json
from pathlib import Path
from typing import Any

from eval import figures, page
from eval.failures import Failure
from eval.goals import goals, near_miss_goal
from eval.plan import Case
from eval.scoring import Outcome
from eval.tables import tables
from tests.unit.eval.results import examined, scored, weighed

ABOUT: dict[str, Any] = {
    "seed": 7, "arguments": "--seed 7", "papers": 2, "pages": 2, "engine": "pytesseract", "minutes": 1.0,
    "processes": 2, "machine": "2 cores", "open_sealed": False, "most_of_one": 5,
}  # fmt: skip


def failure(kind: str, case: Case) -> Failure:
    return Failure(kind, case, "score", "845", "845", "846 ×2", (("kor@36", "846", "846"),), "FIELD", "", "")


def test_percentages_leave_out_what_no_model_can_write() -> None:
    fields = (
        *(scored("a", Outcome.RIGHT) for _ in range(3)),
        scored("b", Outcome.WRONG),
        scored("c", Outcome.BEYOND),
    )
    found = figures.fields([examined(weighed(fields=fields))])
    assert (found.right, found.wrong, found.unsure, found.beyond, found.count) == (3, 1, 0, 1, 4)
    assert found.share(found.right) == 0.75


def test_a_paper_that_broke_its_reader_goes_to_staff_and_is_told_apart() -> None:
    ended = figures.documents([examined(), examined(weighed("UNREADABLE"), broke="ValueError")])
    assert (ended.match, ended.unreadable, ended.broke, ended.count) == (1, 0, 1, 2)


def test_a_paper_without_a_claim_has_no_verdict_to_count() -> None:
    assert figures.documents([examined(weighed(None))]).count == 0


def test_near_misses_stand_beside_the_match_rate_of_the_same_papers() -> None:
    tried = {("score", "digit"): 40}
    near = figures.near_misses(
        [examined(weighed(tried=tried)), examined(weighed("UNREADABLE", tried=tried)), examined()]
    )
    assert (near.tried, near.passed, near.tried_where_right_passes, near.papers, near.matched) == (80, 0, 40, 2, 1)
    told = near_miss_goal([examined(weighed(tried=tried))]).figure
    assert "Clopper–Pearson" in told
    assert "1 of 1 MATCH" in told


def test_a_goal_of_near_misses_is_met_only_by_enough_of_them() -> None:
    assert near_miss_goal([examined(weighed(tried={("score", "digit"): 9_999}))]).met is None
    assert near_miss_goal([examined(weighed(tried={("score", "digit"): 10_000}))]).met is True
    passed = weighed(tried={("score", "digit"): 10}, passed={("score", "digit"): 1})
    assert near_miss_goal([examined(passed)]).met is False


def test_calibration_is_of_fields_in_which_one_value_leads() -> None:
    fields = (scored("a", Outcome.RIGHT, 3), scored("b", Outcome.WRONG, 2), scored("c", Outcome.UNSURE))
    assert figures.calibration([examined(weighed(fields=fields))]) == {2: (1, 0), 3: (1, 1)}


def test_goals_are_measured_on_sealed_layouts_and_ordinary_degradations() -> None:
    good = examined(weighed(right=100), sealed=True)
    hard = examined(weighed(right=0, unsure=100), sealed=True, wear="fax")
    seen = examined(weighed(right=0, unsure=100))
    first = goals([good, hard, seen], "pytesseract")[0]
    assert first.figure == "100.0 % of 100"
    assert first.met is True
    assert "sealed layouts" in first.name


def test_blank_pages_are_in_no_figure_of_reading() -> None:
    blank = examined(weighed("UNREADABLE", right=0, unsure=50), wear="blank")
    assert goals([examined(weighed(right=10)), blank], "pytesseract")[0].figure == "100.0 % of 10"


def test_the_cpu_of_steps_adds_up_to_that_of_a_page() -> None:
    cases = [examined(), examined(pages=3, ours=weighed(cpu=7.0, steps={"opening": 2.0, "rest": 5.0}))]
    assert figures.cpu_per_page(cases) == (2.0, 4)
    assert sum(figures.steps_per_page(cases).values()) == 2.0


def test_a_paper_that_broke_its_reader_is_no_cheap_one() -> None:
    broken = examined(weighed("UNREADABLE", cpu=0.0, steps={"rest": 0.0}), broke="ValueError")
    assert figures.cpu_per_page([examined(), broken]) == (1.0, 1)
    assert figures.cpu_per_page([broken]) == (None, 0)
    assert figures.steps_per_page([broken]) == {}
    assert any(("ValueError", "1") in table.rows for table in tables([broken]))


def test_every_table_has_as_many_cells_as_columns() -> None:
    cases = [
        examined(weighed(tried={("score", "digit"): 3}), baseline=weighed("UNREADABLE")),
        examined(weighed("MISMATCH", reasons=(("FIELD_MISMATCH", "score"),)), sealed=True, wear="digital"),
        examined(weighed("UNREADABLE"), wear="blank"),
    ]
    drawn = tables(cases)
    assert drawn
    for table in drawn:
        assert all(len(row) == len(table.columns) for row in table.rows), table.title


def test_the_report_names_no_sealed_layout_and_no_seed_of_one(tmp_path: Path) -> None:
    sealed = examined(weighed("MISMATCH", wrong=3), layout="kept-secret", sealed=True)
    seen = examined(failures=(failure("wrong", examined().case),))
    cases = [seen, sealed]
    path = page.write(tmp_path, ABOUT, goals(cases, "pytesseract"), tables(cases), cases)
    html, data = path.read_text(), (tmp_path / "report.json").read_text()
    assert "kept-secret" not in html + data
    assert "official-report" in html
    kept = [paper for paper in json.loads(data)["papers"] if paper["sealed"]]
    assert [set(paper) & {"layout", "seed", "reasons"} for paper in kept] == [set()]


def test_pictures_are_limited_and_the_rest_is_counted() -> None:
    case = examined().case
    many = [failure("wrong", case)] * (page.MOST_OF_A_KIND + 5) + [failure("unsure", case)] * 3
    pictured, left = page.chosen(many)
    assert len(pictured) == page.MOST_OF_A_KIND + 3
    assert left == {"wrong": 5}


def test_the_page_needs_nothing_beside_it(tmp_path: Path) -> None:
    cases = [examined(failures=(failure("unsure", examined().case),))]
    html = page.write(tmp_path, ABOUT, goals(cases, "pytesseract"), tables(cases), cases).read_text()
    assert "http://" not in html
    assert "https://" not in html
    assert "<script" not in html
