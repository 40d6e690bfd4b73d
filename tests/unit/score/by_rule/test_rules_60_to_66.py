"""Domain rules 60–66, preference, through the command line."""

from __future__ import annotations

import pytest

from tests.unit.score.applicants import body, certificate, status, toeic
from tests.unit.score.by_rule.rounds import candidate, interview, outcome, written

VETERAN5, VETERAN10, DISABLED, LICENCE = (
    {"취업지원대상자": "5"},
    {"취업지원대상자": "10"},
    {"장애인": "10"},
    {"고급자격증": "10"},
)


def written_of(docintake, preferences, ability="150", basic="75", field="토목일반", **changes):
    before = outcome(1, field=field, preferences=preferences, **changes)
    standard = ability if field in ("경상", "법정", "농학", "환경") else None
    return docintake.select("written", [before], results=[written(1, ability, basic, standard=standard)])["A-1"]


def interview_of(docintake, preferences, **changes):
    before = outcome(1, "written", preferences=preferences, **changes)
    return docintake.select("interview", [before], results=[interview(1)])["A-1"]


@pytest.mark.parametrize(("held", "points"), [(VETERAN5, "15.00"), (VETERAN10, "30.00"), ({}, "0")])
def test_rule_60_veterans_get_their_rate_of_every_subject(docintake, held, points):
    found = written_of(docintake, held)
    assert (found["preference"], found["total"]) == (points, f"{225 + float(points):.2f}")


@pytest.mark.parametrize(("held", "points"), [(VETERAN5, "10.00"), (VETERAN10, "20.00")])
def test_rule_60_and_of_every_step_of_the_interview(docintake, held, points):
    assert interview_of(docintake, held)["preference"] == points


@pytest.mark.parametrize(
    ("claims", "held"),
    [
        ((), {}),
        ((status("취업지원대상자", rate="5"),), VETERAN5),
        ((status("취업지원대상자", rate="10"),), VETERAN10),
        ((status("취업지원대상자"),), {}),
        ((status("취업지원대상자", id="a"), status("취업지원대상자", rate="5", id="b")), VETERAN5),
        ((status("취업지원대상자", rate="5", id="a"), status("취업지원대상자", rate="10", id="b")), VETERAN10),
        ((status("장애인"),), DISABLED),
        ((status("장애인"), status("취업지원대상자", rate="5")), VETERAN5 | DISABLED),
        ((status("면제자격"),), LICENCE),
        ((status("저소득층"), status("이전지역인재")), {}),
        ((certificate("세무사", number=None),), {}),
    ],
)
def test_rules_60_to_62_what_a_declaration_entitles_to(docintake, claims, held):
    found = docintake.select("document", [{"applicant_id": "A-1", **body(toeic(), *claims)}])["A-1"]
    assert found["preferences"] == held


def test_a_declaration_competes_in_its_region(docintake):
    line = {"applicant_id": "A-1", **body(toeic(), status("장애인"), track="장애인전형", region="영남권")}
    found = docintake.select("document", [line])["A-1"]
    assert (found["track"], found["region"], found["posts"]) == ("장애인전형", "영남권", 3)


@pytest.mark.parametrize(("field", "points"), [("토목일반", "10.00"), ("경상", "8.00")])
def test_rule_60_g17_g33_at_the_document_stage_of_100_or_80(docintake, field, points):
    found = docintake.select("document", [candidate(1, "70.00", field, preferences=VETERAN10)])["A-1"]
    assert (found["preference"], found["total"], found["score"]) == (points, f"{70 + float(points):.2f}", "70.00")


def test_rule_61_disability_counts_in_written_subjects_only(docintake):
    assert written_of(docintake, DISABLED)["preference"] == "30.00"
    assert interview_of(docintake, DISABLED)["preference"] == "0"
    assert docintake.select("document", [candidate(1, preferences=DISABLED)])["A-1"]["preference"] == "0"


@pytest.mark.parametrize(
    ("title", "exempt"),
    [
        ("변호사", True), ("공인회계사", True), ("감정평가사", True), ("공인노무사", True), ("세무사", True),
        ("법무사", True), ("변리사", False), ("건축사", False),
    ],
)  # fmt: skip
def test_rule_62_six_licences_exempt_and_give_10_percent_written(docintake, title, exempt):
    line = {"applicant_id": "A-1", **body(toeic(), certificate(title))}
    found = docintake.select("document", [line])
    assert found["A-1"]["result"] == ("EXEMPT" if exempt else "PASSED")
    assert found["A-1"]["preferences"] == (LICENCE if exempt else {})
    after = docintake.select("written", found.rows, results=[written(1, standard="150")])["A-1"]
    assert after["preference"] == ("30.00" if exempt else "0")


def test_rule_62_g19_the_exempt_pass_outside_the_number(docintake):
    crowd = [candidate(n, f"{100 - n}.00", "도시계획") for n in range(1, 30)]
    crowd.append(candidate("L", "64.11", "도시계획", preferences=LICENCE))
    found = docintake.select("document", crowd)
    assert (len(found.of("PASSED")), found.of("EXEMPT")) == (25, ["A-L"])


@pytest.mark.parametrize(
    ("claims", "result", "codes"),
    [
        ((status("면제자격"), certificate("변호사")), "OUT", ["LANGUAGE_MISSING"]),
        ((toeic("595"), certificate("변호사")), "OUT", ["LANGUAGE_BELOW_MINIMUM"]),
        ((toeic("600"), certificate("변호사")), "EXEMPT", []),
        ((toeic("600"), certificate("변호사", acquired_on="2019-09-21")), "PASSED", []),
    ],
)
def test_rule_63_no_advantage_without_basic_eligibility(docintake, claims, result, codes):
    found = docintake.select("document", [{"applicant_id": "A-1", **body(*claims)}])
    assert (found["A-1"]["result"], found.codes("A-1")) == (result, codes)


@pytest.mark.parametrize(
    ("held", "points", "kind"),
    [
        (VETERAN5 | DISABLED, "30.00", "장애인"),
        (VETERAN5 | LICENCE, "30.00", "고급자격증"),
        (VETERAN10 | DISABLED, "30.00", "취업지원대상자"),
    ],
)
def test_rule_64_the_best_single_one_counts(docintake, held, points, kind):
    found = written_of(docintake, held)
    assert (found["preference"], found["preference_kind"]) == (points, kind)


def test_rule_64_g18_the_best_one_of_each_stage(docintake):
    assert interview_of(docintake, VETERAN5 | DISABLED)["preference"] == "10.00"


@pytest.mark.parametrize(
    ("ability", "basic", "points"), [("79", "75", "10.00"), ("80", "75", "30.00"), ("150", "39", "20.00")]
)
def test_rule_65_nothing_is_added_to_a_failed_subject(docintake, ability, basic, points):
    assert written_of(docintake, VETERAN10, ability, basic)["preference"] == points


@pytest.mark.parametrize(("raw", "points"), [("79", "10.00"), ("80", "30.00")])
def test_rule_65_looks_at_the_raw_mark_of_an_elective(docintake, raw, points):
    before = outcome(1, field="경상", preferences=VETERAN10)
    found = docintake.select("written", [before], results=[written(1, raw, "75", standard="120")])["A-1"]
    assert (found["preference"], found["result"]) == (points, "PASSED")


@pytest.mark.parametrize(("document", "points"), [("31.99", "0"), ("32.00", "8.00")])
def test_rule_65_nothing_is_added_to_a_failed_document_stage(docintake, document, points):
    assert docintake.select("document", [candidate(1, document, preferences=VETERAN10)])["A-1"]["preference"] == points


@pytest.mark.parametrize(
    ("field", "track", "region", "points"),
    [
        ("지질", "전국일반", None, "0"),
        ("기계", "전국일반", None, "30.00"),
        ("경상", "지역일반", "호남·제주권", "30.00"),
        ("경상", "지역일반", "영남권", "0"),
        ("경상", "장애인전형", "영남권", "0"),
        ("토목일반", "지역일반", "경기·강원권", "30.00"),
        ("농학", "지역일반", "영남권", "0"),
    ],
)
def test_rule_66_only_units_of_four_posts_or_more(docintake, field, track, region, points):
    found = written_of(docintake, VETERAN10, field=field, track=track, region=region)
    assert found["preference"] == points


def test_rule_66_g16_cells_of_four_or_more_are_as_the_reference_lists_them(docintake):
    from services.announcement.load import load_announcement

    book = load_announcement("2019-grade5").rulebook
    cells = {
        (track.id, field.id, region)
        for track in book.tracks
        for field in book.fields
        for region in (book.regions if track.regional else (None,))
        if book.quotas.posts(field.id, track.id, region) >= 4
    }
    expected = {("전국일반", field, None) for field in ("경상", "법정", "토목일반", "기계", "전기", "건축", "환경")}
    expected |= {("농어촌전형", field, None) for field in ("경상", "법정", "토목일반", "건축")}
    expected |= {("지역일반", "토목일반", region) for region in book.regions}
    expected |= {("지역일반", "경상", "호남·제주권")}
    assert cells == expected
