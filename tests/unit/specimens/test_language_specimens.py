"""Reports of language tests: what stands on them holds the rules of the test, in every layout."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from random import Random

import pytest

import specimens
from specimens import scores
from specimens.filling import Filling, flatten
from specimens.layouts import flex, toeic_speaking
from specimens.sheet import TextMark

SEEDS = range(40)
LANGUAGES = [paper for paper in specimens.papers() if specimens.claim_of(paper) == "language"]
LAYOUTS = [(paper, layout) for paper in LANGUAGES for layout in specimens.layouts_of(paper, series=None)]
BEFORE_ISSUE = ("test_date", "announced_on")
HELD_BY_PAPER = {  # every layout of these prints when the paper was issued, or until when it holds
    "issued_on": {"TOEIC", "TOEIC_S", "JPT", "TEPS", "NEW_TEPS", "BCT", "FLEX_FR", "FLEX_ES", "DELF", "DELE"},
    "valid_until": {"TOEIC", "TOEIC_S", "JPT", "TEPS", "NEW_TEPS", "TOEFL_IBT", "OPIC", "HSK", "FLEX_FR", "FLEX_ES"},
    "rank": {"TOEIC_S", "TEPS", "NEW_TEPS", "FLEX_FR", "FLEX_ES"},
}


def test_every_language_test_of_the_announcement_has_papers() -> None:
    assert set(LANGUAGES) >= {
        "TOEIC", "TOEIC_S", "TEPS", "NEW_TEPS", "TOEFL_IBT", "OPIC", "JPT", "HSK", "BCT", "FLEX_FR", "FLEX_ES",
        "DELF", "DELE",
    }  # fmt: skip


@pytest.mark.parametrize("paper", LANGUAGES)
def test_every_language_paper_has_layouts_that_were_seen_and_one_that_is_sealed(paper: str) -> None:
    assert len(specimens.layouts_of(paper, sealed=False)) >= 2
    assert len(specimens.layouts_of(paper, sealed=True)) >= 1


@pytest.mark.parametrize(
    ("paper", "tops", "least", "step"),
    [
        ("JPT", {"listening": 495, "reading": 495}, 5, "5"),
        ("BCT", {"listening": 500, "reading": 500}, 0, "1"),
        ("FLEX_FR", {"listening": 500, "reading": 600}, 0, "1"),
        ("FLEX_ES", {"listening": 500, "reading": 600}, 0, "1"),
        ("DELF", dict.fromkeys(("listening", "reading", "writing", "speaking"), 25), 5, "0.5"),
        ("DELE", dict.fromkeys(("listening", "reading", "writing", "speaking"), 25), 15, "0.01"),
    ],
)
def test_sections_keep_their_ranges_and_steps_and_add_up(
    paper: str, tops: dict[str, int], least: int, step: str
) -> None:
    for seed in SEEDS:
        values = specimens.values(paper, seed)
        sections = {name: Decimal(score) for name, score in values["sections"].items()}
        assert sections.keys() == tops.keys()
        assert all(least <= score <= tops[name] for name, score in sections.items())
        assert all(score % Decimal(step) == 0 for score in sections.values())
        assert sum(sections.values()) == Decimal(values["score"])


def test_the_level_of_toeic_speaking_follows_from_its_scaled_score() -> None:
    levels = {score: toeic_speaking.level(score) for score in range(0, 201, 10)}
    assert [score for score, level in levels.items() if level == "5"] == [110, 120]
    assert [score for score, level in levels.items() if level == "6"] == [130, 140, 150]
    assert [score for score, level in levels.items() if level == "7"] == [160, 170, 180]
    assert [score for score, level in levels.items() if level == "8"] == [190, 200]
    for seed in SEEDS:
        assert int(specimens.values("TOEIC_S", seed)["score"]) in levels


def test_a_flex_total_of_701_to_770_is_2b() -> None:
    assert [flex.grade(score) for score in (700, 701, 770, 771, 1000, 0)] == ["2C", "2B", "2B", "2A", "1A", "등급외"]


def test_french_and_spanish_papers_are_of_people_who_passed() -> None:
    for seed in SEEDS:
        assert Decimal(specimens.values("DELF", seed)["score"]) >= 50
        spanish = {name: Decimal(score) for name, score in specimens.values("DELE", seed)["sections"].items()}
        assert spanish["reading"] + spanish["writing"] >= 30
        assert spanish["listening"] + spanish["speaking"] >= 30


def test_a_c_level_of_french_is_called_dalf_and_the_others_delf() -> None:
    for level, called in (("C1", "DALF"), ("B2", "DELF")):
        for layout in specimens.layouts_of("DELF", series=None):
            drawn = specimens.draw("DELF", {"level": level}, seed=1, layout=layout)
            printed = " ".join(mark.text for mark in drawn.sheets[0].marks if isinstance(mark, TextMark))
            assert called in printed
            assert not re.search(r"\bDELF\b.*\bDALF\b|\bDALF\b.*\bDELF\b", printed)


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
def test_a_paper_prints_its_dates_in_order_and_the_sum_of_its_sections(paper: str, layout: str) -> None:
    for seed in range(5):
        truth = {t.field: t.value for t in specimens.draw(paper, {}, seed=seed, layout=layout).truth}
        issued = truth.get("issued_on", "9999")
        assert all(truth[field] <= issued for field in BEFORE_ISSUE if field in truth)
        assert truth["test_date"] < truth.get("valid_until", "9999")
        assert truth.get("birth_date", "0") < truth["test_date"]
        sections = [Decimal(value) for field, value in truth.items() if field.startswith("sections.")]
        assert not sections or sum(sections) == Decimal(truth["score"])
        for field, holders in HELD_BY_PAPER.items():
            assert field in truth or paper not in holders, field


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
def test_every_value_lies_within_the_paper_for_several_seeds(paper: str, layout: str) -> None:
    for seed in range(5):
        for sheet in specimens.draw(paper, specimens.values(paper, seed), seed=seed, layout=layout).sheets:
            for truth in sheet.truth:
                left, top, right, bottom = truth.box
                assert 0 < left < right < sheet.width * 300 / 25.4, truth
                assert 0 < top < bottom < sheet.height * 300 / 25.4, truth


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
def test_no_value_runs_into_another(paper: str, layout: str) -> None:
    long = {"name": "남궁찬솔빛", "name_latin": "NAMGUNG CHANSOLBIT"}
    for seed, values in ((1, {}), (2, long)):
        truths = specimens.draw(paper, values, seed=seed, layout=layout).truth
        for number, one in enumerate(truths):
            for other in truths[:number]:
                apart = (
                    one.page != other.page
                    or min(one.box[2], other.box[2]) <= max(one.box[0], other.box[0])
                    or min(one.box[3], other.box[3]) <= max(one.box[1], other.box[1])
                )
                assert apart, (one, other)


def test_given_sections_and_totals_stay_and_the_rest_is_invented_around_them() -> None:
    filling = Filling("JPT", {"score": "700", "sections.listening": "300"}, Random(1))
    scores.fill(filling, {"listening": 495, "reading": 495}, partial(float, 0.5), step="5")
    assert filling.values["sections.reading"] == "400"
    filling = Filling("DELF", {"score": "61.5"}, Random(1))
    scores.fill(filling, dict.fromkeys("abcd", 25), partial(float, 0.5), step="0.5")
    assert sum(Decimal(filling.values[f"sections.{name}"]) for name in "abcd") == Decimal("61.5")


def test_points_are_printed_with_a_comma_on_french_and_spanish_papers() -> None:
    for paper in ("DELF", "DELE"):
        for layout in specimens.layouts_of(paper, series=None):
            drawn = specimens.draw(paper, {"score": "78.5"}, seed=3, layout=layout)
            total = next(truth for truth in drawn.truth if truth.field == "score")
            assert total.value == "78.5"
            assert total.printed in ("78,5", "78,50")


def test_a_latin_name_in_two_places_has_one_truth_around_both() -> None:
    drawn = specimens.draw("DELF", {"name_latin": "HONG GILDONG"}, seed=1, layout="attestation")
    name = next(truth for truth in drawn.truth if truth.field == "name_latin")
    assert (name.value, name.printed) == ("HONG GILDONG", "HONG Gildong")
    assert name.box[3] - name.box[1] > 80, "two lines"


def test_a_field_left_empty_but_the_level_leaves_its_place_empty_in_every_layout() -> None:
    for paper, layout in LAYOUTS:
        given = dict.fromkeys(flatten(specimens.values(paper, 1)).keys() - {"test", "level"})
        fields = {truth.field for truth in specimens.draw(paper, given, seed=1, layout=layout).truth}
        assert not fields & given.keys(), (paper, layout)
