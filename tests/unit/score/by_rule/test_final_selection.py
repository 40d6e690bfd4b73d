"""The final selection over several units, ties for a vacancy, and the order in which people are listed."""

from __future__ import annotations

import pytest

from services.score.stages.final import TooManyChosen
from services.score.stages.lines import InvalidLines
from tests.unit.score.by_rule.rounds import interview, numbered, outcome, person

ON = {"appointment_date": "2020-01-02"}


def interviewed(number, result="PASSED", rank=1, reserve=None, field="도시계획", places=1, **changes):
    return outcome(
        number, "interview", field, result=result, rank=rank, reserve=reserve, places=places, posts=places, **changes
    )


def declined(*numbers):
    return [{"applicant_id": f"A-{number}", "declined": True} for number in numbers]


def test_every_unit_is_appointed(docintake):
    people = [interviewed(1), interviewed(2, field="토목일반"), interviewed(3, "RESERVE", 2, 1, field="토목일반")]
    found = docintake.select("final", people, checks=declined(2), **ON)
    assert found.results() == {"A-3": "PASSED", "A-2": "OUT", "A-1": "PASSED"}


@pytest.mark.parametrize(
    ("vacancies", "results"),
    [
        (1, ["STAFF", "STAFF", "RESERVE"]),
        (2, ["PASSED", "PASSED", "RESERVE"]),
        (3, ["PASSED", "PASSED", "PASSED"]),
    ],
)
def test_a_tie_for_the_last_vacancy_waits_for_staff(docintake, vacancies, results):
    people = [interviewed(n, places=3) for n in (1, 2, 3)]
    people += [interviewed(n, "RESERVE", 4, 1, places=3) for n in (4, 5)] + [interviewed(6, "RESERVE", 6, 3, places=3)]
    found = docintake.select("final", people, checks=declined(*range(1, vacancies + 1)), **ON)
    assert [found[f"A-{n}"]["result"] for n in (4, 5, 6)] == results
    assert [row["reserve"] is not None for row in found.rows if row["result"] == "RESERVE"] == [True] * results.count(
        "RESERVE"
    )


def test_without_a_vacancy_nobody_moves_up_and_numbers_close_up(docintake):
    people = [interviewed(1), interviewed(2, "RESERVE", 2, 1), interviewed(3, "RESERVE", 3, 2)]
    found = docintake.select("final", people, checks=declined(2), **ON)
    assert found.results() == {"A-1": "PASSED", "A-3": "RESERVE", "A-2": "OUT"}
    assert found["A-3"]["reserve"] == 1


def test_a_barred_reserve_is_passed_over(docintake):
    people = [interviewed(1), interviewed(2, "RESERVE", 2, 1), interviewed(3, "RESERVE", 3, 2)]
    found = docintake.select("final", people, checks=declined(1, 2), **ON)
    assert found.results() == {"A-3": "PASSED", "A-1": "OUT", "A-2": "OUT"}


def test_extras_keep_their_place_and_take_nobody_s(docintake):
    people = [interviewed(1), interviewed(2, "EXTRA", 2), interviewed(3, "RESERVE", 3, 1)]
    found = docintake.select("final", people, checks=declined(1), **ON)
    assert found.results() == {"A-3": "PASSED", "A-2": "EXTRA", "A-1": "OUT"}


def test_people_are_listed_by_what_became_of_them(docintake):
    people = [
        interviewed(number, result, rank, reserve, places=4)
        for number, result, rank, reserve in (
            (5, "RESERVE", 1, 1), (4, "STAFF", 1, None), (3, "EXTRA", 2, None), (6, "OUT", None, None),
            (2, "PASSED", 2, None), (1, "PASSED", 9, None), (7, "STAFF", 1, None),
        )
    ]  # fmt: skip
    found = docintake.select("final", people, **ON)
    assert list(found.results()) == ["A-2", "A-1", "A-3", "A-4", "A-7", "A-5", "A-6"]


def test_a_tie_that_staff_settled_leaves_the_others_first_in_reserve(docintake):
    people = [interviewed(1, "STAFF"), interviewed(2, "STAFF"), interviewed(3, "RESERVE", 3, 1)]
    checks = [{"applicant_id": "A-2", "decision": "SELECT"}, {"applicant_id": "A-1", "decision": "REJECT"}]
    found = docintake.select("final", people, checks=checks, **ON)
    assert [(row["applicant_id"], row["result"], row["reserve"]) for row in found.rows] == [
        ("A-2", "PASSED", None), ("A-1", "RESERVE", 1), ("A-3", "RESERVE", 2)
    ]  # fmt: skip
    assert [(row["explanation"][-1]["ko"], row["explanation"][-1]["en"]) for row in found.rows[:2]] == [
        ("동점자 중 담당자가 선발했습니다.", "Staff selected among those who tie."),
        ("동점자 중 담당자가 선발하지 않았습니다.", "Staff did not select among those who tie."),
    ]


def test_too_many_chosen_are_named(docintake):
    people = [interviewed(1), *(interviewed(n, "STAFF", 2, places=2) for n in (2, 3, 4))]
    checks = [{"applicant_id": f"A-{n}", "decision": "SELECT"} for n in (2, 3)]
    with pytest.raises(TooManyChosen) as caught:
        docintake.select("final", people, checks=checks, **ON)
    assert str(caught.value) == (
        "도시계획 · 전국일반: 3 are selected for 2 places; staff must select fewer of A-2, A-3, A-4"
    )


def test_somebody_barred_is_out_even_where_a_tie_waits(docintake):
    people = [interviewed(1, "STAFF"), interviewed(2, "STAFF"), interviewed(3, "RESERVE", 3, 1)]
    found = docintake.select("final", people, checks=declined(1), **ON)
    assert found.results() == {"A-2": "STAFF", "A-3": "RESERVE", "A-1": "OUT"}
    assert found.codes("A-1") == ["DECLINED"]


def decisions(**made):
    return [{"applicant_id": f"A-{name.lstrip('n')}", "decision": decision} for name, decision in made.items()]


def test_staff_part_those_who_tie_for_the_last_vacancy(docintake):
    people = [interviewed(1), interviewed(2, "RESERVE", 2, 1), interviewed(3, "RESERVE", 2, 1)]
    checks = declined(1) + decisions(n3="SELECT", n2="REJECT")
    found = docintake.select("final", people, checks=checks, **ON)
    assert found.results() == {"A-3": "PASSED", "A-2": "RESERVE", "A-1": "OUT"}
    assert [line["ko"] for line in found["A-3"]["explanation"]] == [
        "동점자 중 담당자가 선발했습니다.", "예비 순번 1번이 결원을 이었습니다.",
    ]  # fmt: skip
    undecided = docintake.select("final", people, checks=declined(1) + decisions(n2="REJECT"), **ON)
    assert undecided.of("STAFF") == ["A-2", "A-3"]
    assert "결원보다 많아" in undecided["A-2"]["explanation"][-1]["ko"]
    with pytest.raises(TooManyChosen, match="fewer of A-2, A-3"):
        docintake.select("final", people, checks=declined(1) + decisions(n2="SELECT", n3="SELECT"), **ON)


def test_staff_are_not_asked_about_who_shares_no_number(docintake):
    people = [interviewed(1), interviewed(2, "RESERVE", 2, 1), interviewed(3, "RESERVE", 3, 2)]
    people += [interviewed(4, field="토목일반"), interviewed(5, "RESERVE", 2, 1, field="토목일반")]
    with pytest.raises(InvalidLines, match="NOT_TIED"):
        docintake.select("final", people, checks=decisions(n2="SELECT"), **ON)


GYEONGGI = {"field": "토목일반", "track": "지역일반", "region": "경기·강원권"}  # 9 posts: 20 % are 2 (1.8, up)


def tied_at_the_line(docintake, women):
    """Nine posts: eight at 180 points, a man and a woman who tie for the ninth at 160, a woman at 159."""
    before = [outcome(n, "written", **GYEONGGI) for n in numbered(11)]
    results = [interview(n, "90", "90") for n in numbered(8)] + [interview(9), interview(10), interview(11, "79")]
    people = [person(n, "F" if n <= women else "M") for n in numbered(9)] + [person(10, "F"), person(11, "F")]
    found = docintake.select("interview", before, results=results, declarations=people)
    assert found.of("STAFF") == ["A-10", "A-9"] or found.of("STAFF") == ["A-9", "A-10"]
    assert found.of("EXTRA") == []
    assert "동점자 결정 뒤" in found["A-9"]["explanation"][-1]["ko"]
    return found.rows, people


@pytest.mark.parametrize(
    ("women", "chosen", "extras"),
    [
        (2, "A-9", []),  # two women among the eight: whoever is selected, the target is met
        (1, "A-10", []),  # the woman selected is the second one
        (1, "A-9", ["A-10"]),  # the man selected: the woman who lost the tie is on the line
        (0, "A-9", ["A-10", "A-11"]),
        (0, "A-10", ["A-11"]),
    ],
)
def test_rule_67_targets_are_met_once_staff_have_decided_the_tie(docintake, women, chosen, extras):
    rows, people = tied_at_the_line(docintake, women)
    other = {"A-9": "A-10", "A-10": "A-9"}[chosen]
    checks = [{"applicant_id": chosen, "decision": "SELECT"}, {"applicant_id": other, "decision": "REJECT"}]
    found = docintake.select("final", rows, checks=checks, declarations=people, **ON)
    assert chosen in found.of("PASSED")
    assert sorted(found.of("EXTRA")) == sorted(extras)
    assert len(found.of("PASSED")) == 9
    for name in extras:
        assert found[name]["reserve"] is None
        assert found[name]["explanation"][-1]["rule"] == "§6"
    assert "A-1" not in docintake.last.stderr


def test_who_decides_a_tie_without_sex_and_region_is_told(docintake):
    rows, _ = tied_at_the_line(docintake, 0)
    checks = decisions(n9="SELECT", n10="REJECT")
    docintake.select("final", rows, checks=checks, **ON)
    assert "A-1" in docintake.last.stderr
    docintake.select("final", rows, **ON)
    assert docintake.last.stderr == ""
