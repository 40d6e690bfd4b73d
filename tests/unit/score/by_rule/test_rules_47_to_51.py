"""Domain rules 47–51, the document stage, through `docintake select document`."""

from __future__ import annotations

import pytest

from tests.unit.score.applicants import body, certificate, language, status, toeic
from tests.unit.score.by_rule.rounds import candidate, numbered, written


def declaration(number, *claims, **changes):
    return {"applicant_id": f"A-{number}", **body(*claims, **changes)}


ALL_THERE_IS = (
    toeic("990"), certificate("전기응용기술사"), certificate("한국사능력검정시험", "1급"),
    certificate("국어능력인증시험", "1급"), status("저소득층"), status("고용디딤돌"),
    language("DELF", level="B1", id="x"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "field", "parts", "total"),
    [
        (ALL_THERE_IS, "전기", ("70.00", "30.00", "4.00"), "104.00"),
        (ALL_THERE_IS[:1], "경상", ("70.00", "0.00", "0.00"), "70.00"),
        (
            (toeic(), certificate("한국사능력검정시험", "2급"), status("저소득층")),
            "경상",
            ("69.88", "4.00", "1.00"),
            "74.88",
        ),
    ],
)
def test_rule_47_the_total_is_language_certificates_and_bonus(docintake, claims, field, parts, total):
    (found,) = docintake.select("document", [declaration(1, *claims, field=field)]).rows
    marks = dict(zip(("document.language", "document.certificates", "document.bonus"), parts, strict=True))
    assert (found["score"], found["marks"]) == (total, {"document": total} | marks)


@pytest.mark.parametrize(("field", "track", "posts"), [("농학", "전국일반", 2), ("도시계획", "전국일반", 1)])
def test_rule_48_25_times_the_posts_pass(docintake, field, track, posts):
    crowd = [candidate(n, f"{84 - n / 10:.2f}", field, track=track) for n in numbered(60)]
    found = docintake.select("document", crowd)
    assert found.of("PASSED") == [f"A-{n}" for n in numbered(25 * posts)]
    assert found[f"A-{25 * posts + 1}"]["reserve"] == 1
    assert {row["line"] for row in found.rows} == {f"{84 - 25 * posts / 10:.2f}"}


def test_rule_48_every_region_of_a_regional_track_is_a_unit_of_its_own(docintake):
    crowd = [
        candidate(f"{region}{n}", f"{84 - n}.00", track="지역일반", region=name)
        for region, name in enumerate(("충청권", "영남권"))
        for n in numbered(60)
    ]
    found = docintake.select("document", crowd)
    assert [sum(one.startswith(f"A-{region}") for one in found.of("PASSED")) for region in (0, 1)] == [50, 50]


@pytest.mark.parametrize(("last", "passed"), [("50.00", 51), ("49.99", 50)])
def test_rule_49_ties_at_the_line_all_pass(docintake, last, passed):
    crowd = [candidate(n, "84.00", "농학") for n in numbered(49)]
    crowd += [candidate(50, "50.00", "농학"), candidate(51, last, "농학"), candidate(52, "40.00", "농학")]
    found = docintake.select("document", crowd)
    assert len(found.of("PASSED")) == passed
    assert found["A-52"]["reserve"] == 52 - passed
    assert found["A-52"]["result"] == "RESERVE"


def test_rule_50_a_veterans_track_has_no_document_selection(docintake):
    crowd = [candidate(n, f"{50 + n}.00", track="보훈전형", region="충청권") for n in numbered(30)]
    found = docintake.select("document", crowd)
    assert len(found.of("EXEMPT")) == 30
    other = docintake.select("document", [candidate(n, f"{60 + n}.00", "도시계획") for n in numbered(30)])
    assert len(other.of("PASSED")) == 25


def test_rule_50_who_is_not_eligible_does_not_pass_there_either(docintake):
    found = docintake.select(
        "document",
        [declaration(1, toeic("595"), status("취업지원대상자", rate="5"), track="보훈전형", region="충청권")],
    )
    assert found["A-1"]["result"] == "OUT"
    assert found.codes("A-1") == ["LANGUAGE_BELOW_MINIMUM"]


@pytest.mark.parametrize(("first", "second"), [("104.00", "70.00"), ("70.00", "104.00")])
def test_rule_51_points_of_one_stage_never_count_in_the_next(docintake, first, second):
    found = docintake.select("document", [candidate(1, first, "토목일반"), candidate(2, second, "토목일반")])
    after = docintake.select("written", found.rows, results=[written(1, "120"), written(2, "121")])
    assert [(row["applicant_id"], row["total"]) for row in after.rows] == [("A-2", "196.00"), ("A-1", "195.00")]


def test_an_ineligible_candidate_is_out_with_the_reasons_and_in_no_reserve(docintake):
    found = docintake.select("document", [declaration(1, toeic("595")), declaration(2, toeic("600"))])
    assert found.results() == {"A-2": "PASSED", "A-1": "OUT"}
    assert found["A-1"]["reserve"] is None
    assert found["A-1"]["reasons"][0]["ko"]


def test_nobody_passes_in_a_unit_that_is_not_recruited(docintake):
    found = docintake.select("document", [candidate(1, field="환경", track="지역일반", region="충청권")])
    assert found.codes("A-1") == ["NO_POSTS"]


SECOND = [
    ("장애인전형", "전국일반", 13, False),
    ("전국일반", "보훈전형", 16, False),
    ("전국일반", "농어촌전형", 14, True),
]


@pytest.mark.parametrize(("first", "second", "rule", "accepted"), SECOND)
def test_rules_13_and_16_a_second_application_is_rejected(docintake, first, second, rule, accepted):
    regions = {"장애인전형": "영남권", "보훈전형": "영남권"}
    rows = [
        candidate(n, track=track, region=regions.get(track), person="P-1") for n, track in enumerate((first, second))
    ]
    if accepted:
        assert len(docintake.select("document", rows).rows) == 2
    else:
        with pytest.raises(Exception, match=r"line 2 person \(P-1\): SECOND_APPLICATION"):
            docintake.select("document", rows)
