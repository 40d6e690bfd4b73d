"""Domain rules 52–59, written test and interview, through `docintake select written|interview`."""

from __future__ import annotations

import pytest

from tests.unit.score.by_rule.rounds import interview, numbered, outcome, written


def one_written(docintake, result, field="토목일반", **before):
    return docintake.select("written", [outcome(1, field=field, **before)], results=[result])


def one_interview(docintake, result, **before):
    return docintake.select("interview", [outcome(1, "written", **before)], results=[result])


@pytest.mark.parametrize(
    ("ability", "basic", "accepted"), [("200", "100", True), ("200.01", "100", False), ("200", "100.5", False)]
)
def test_rule_52_full_marks_are_200_and_100(docintake, ability, basic, accepted):
    if accepted:
        assert one_written(docintake, written(1, ability, basic))["A-1"]["total"] == "300.00"
    else:
        with pytest.raises(Exception, match=r"line 1 직\w+ .*OFF_GRID"):
            one_written(docintake, written(1, ability, basic))


@pytest.mark.parametrize(
    ("rule", "field", "track", "posts", "passers"),
    [
        (53, "기계", "전국일반", 4, 10),
        (53, "환경", "전국일반", 4, 10),
        (53, "법정", "전국일반", 8, 16),
        (53, "건축", "농어촌전형", 8, 16),
        (54, "도시계획", "전국일반", 1, 3),
        (54, "지질", "농어촌전형", 2, 6),
        (54, "지질", "전국일반", 3, 9),
        (54, "전기", "전국일반", 5, 12),
        (54, "법정", "농어촌전형", 5, 12),
    ],
)
def test_rules_53_and_54_twice_the_posts_or_the_table_of_small_units(docintake, rule, field, track, posts, passers):
    standard = "150" if field in ("법정", "환경") else None
    before = [outcome(n, field=field, track=track) for n in numbered(20)]
    results = [written(n, f"{200 - n}", standard=f"{200 - n}" if standard else None) for n in numbered(20)]
    found = docintake.select("written", before, results=results)
    assert found.of("PASSED") == [f"A-{n}" for n in numbered(passers)]
    assert {(row["posts"], row["places"]) for row in found.rows} == {(posts, passers)}


@pytest.mark.parametrize(("sixth", "passers"), [("100", 4), ("99", 3)])
def test_rule_53_ties_at_the_line_all_pass(docintake, sixth, passers):
    before = [outcome(n, field="도시계획") for n in numbered(5)]
    marks = ["180", "170", "100", sixth, "90"]
    results = [written(n, mark, "60") for n, mark in enumerate(marks, 1)]
    assert len(docintake.select("written", before, results=results).of("PASSED")) == passers


@pytest.mark.parametrize(
    ("ability", "basic", "stays"),
    [("79.99", "100", False), ("80", "100", True), ("200", "39.99", False), ("200", "40", True)],
)
def test_rule_55_less_than_40_percent_of_a_subject_is_out(docintake, ability, basic, stays):
    found = one_written(docintake, written(1, ability, basic))
    assert found.codes("A-1") == ([] if stays else ["PART_BELOW_MINIMUM"])
    assert found["A-1"]["result"] == ("PASSED" if stays else "OUT")


@pytest.mark.parametrize(
    ("raw", "standard", "stays"),
    [("76", "82", True), ("82", "76", True), ("80", "79.99", True), ("79.99", "79.99", False)],
)
@pytest.mark.parametrize("field", ["경상", "법정", "농학", "환경"])
def test_rule_56_of_an_elective_raw_or_standard_suffices(docintake, field, raw, standard, stays):
    found = one_written(docintake, written(1, raw, "70", standard=standard), field)
    assert found["A-1"]["result"] == ("PASSED" if stays else "OUT")


def test_rule_56_the_standard_score_ranks(docintake):
    before = [outcome(n, field="경상") for n in (1, 2)]
    results = [written(1, "190", "70", standard="140"), written(2, "150", "70", standard="145")]
    found = docintake.select("written", before, results=results)
    assert [(row["applicant_id"], row["total"]) for row in found.rows] == [("A-2", "215.00"), ("A-1", "210.00")]


def test_rule_56_a_field_without_electives_has_no_standard_score(docintake):
    with pytest.raises(Exception, match=r"line 1 직무수행\.standard \(150\): NOT_APPLICABLE"):
        one_written(docintake, written(1, "150", standard="150"))
    with pytest.raises(Exception, match=r"line 1 직무수행\.standard: SCORE_FORMAT"):
        one_written(docintake, written(1, "150"), "경상")


@pytest.mark.parametrize(("fit", "result"), [("부", "OUT"), ("적", "PASSED")])
def test_rule_57_unfit_is_out_whatever_the_marks(docintake, fit, result):
    found = one_written(docintake, written(1, "200", "100", 인성=fit))
    assert found["A-1"]["result"] == result
    assert found.codes("A-1") == (["UNFIT"] if fit == "부" else [])


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("39", "90", ["PART_BELOW_MINIMUM"]),
        ("40", "90", []),
        ("50", "69", ["TOTAL_BELOW_MINIMUM"]),
        ("50", "70", []),
        ("30", "50", ["PART_BELOW_MINIMUM", "TOTAL_BELOW_MINIMUM"]),
    ],
)
def test_rule_58_40_percent_a_step_and_60_in_total(docintake, first, second, codes):
    assert one_interview(docintake, interview(1, first, second)).codes("A-1") == codes


def tied(docintake, *people):
    """Two posts of 도시계획 are one: who of the tied is selected."""
    before = [outcome(n, "written", field="도시계획", **one) for n, one in enumerate(people, 1)]
    return docintake.select("interview", before, results=[interview(n) for n in numbered(len(people))])


def marks(ability, document):
    return {"marks": {"written": "200", "written.직무수행": ability, "document": document}}


VETERAN = {"preferences": {"취업지원대상자": "5"}}


@pytest.mark.parametrize(
    ("what", "first", "second"),
    [
        ("score", {"marks": {}}, None),
        ("취업지원", marks("100", "70") | VETERAN, marks("190", "99")),
        ("직무수행", marks("150.5", "70"), marks("150", "99")),
        ("서류", marks("150", "80.01"), marks("150", "80")),
    ],
)
def test_rule_59_ties_are_parted_by_the_three_keys(docintake, what, first, second):
    if second is None:
        before = [outcome(n, "written", field="도시계획") for n in (1, 2)]
        found = docintake.select("interview", before, results=[interview(1, "80"), interview(2, "79.99")])
    else:
        found = tied(docintake, first, second)
    assert found.results() == {"A-1": "PASSED", "A-2": "RESERVE"}


def test_rule_59_and_g24_a_tie_that_no_key_parts_waits_for_staff(docintake):
    found = tied(docintake, marks("150", "80"), marks("150", "80"), marks("149", "80"))
    assert found.results() == {"A-1": "STAFF", "A-2": "STAFF", "A-3": "RESERVE"}
    after = docintake.select(
        "final",
        found.rows,
        checks=[{"applicant_id": "A-2", "decision": "SELECT"}, {"applicant_id": "A-1", "decision": "REJECT"}],
        appointment_date="2020-01-02",
    )
    assert after.results() == {"A-2": "PASSED", "A-1": "RESERVE", "A-3": "RESERVE"}


def test_staff_cannot_select_more_than_there_are_places(docintake):
    found = tied(docintake, marks("150", "80"), marks("150", "80"))
    checks = [{"applicant_id": f"A-{n}", "decision": "SELECT"} for n in (1, 2)]
    with pytest.raises(Exception, match="2 are selected for 1 places"):
        docintake.select("final", found.rows, checks=checks, appointment_date="2020-01-02")
