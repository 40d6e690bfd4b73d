"""Domain rules 67–73, targets and reserve, through `docintake select written|interview`."""

from __future__ import annotations

import pytest

from tests.unit.score.by_rule.rounds import candidate, interview, numbered, outcome, person, written

HONAM, YEONGNAM = "호남·제주권", "영남권"


def crowd(docintake, *, women=0, local=0, losers=10, places=60, field="토목일반", gap="0.50", **unit):
    """`places` passers at 240 points of 300, then `losers`, each a little lower: women and local.

    Returns the outcome of the written test; losers are A-L1, A-L2, …, best first.
    """
    before = [outcome(n, field=field, **unit) for n in numbered(places)]
    before += [outcome(f"L{n}", field=field, **unit) for n in numbered(losers)]
    results = [written(n, "160", "80") for n in numbered(places)]
    results += [written(f"L{n}", "160", f"{80 - n * float(gap):.2f}") for n in numbered(losers)]
    people = [person(n, "F" if n <= women else "M", n <= local) for n in numbered(places)]
    people += [person(f"L{n}", "F", True) for n in numbered(losers)]
    return docintake.select("written", before, results=results, declarations=people)


GYEONGGI = {"track": "지역일반", "region": "경기·강원권"}  # 토목일반: 9 posts, 18 places


@pytest.mark.parametrize(("women", "extras"), [(2, ["A-L1", "A-L2"]), (3, ["A-L1"]), (4, []), (9, [])])
def test_rule_67_a_sex_under_20_percent_gets_extra_passes(docintake, women, extras):
    found = crowd(docintake, women=women, places=18, **GYEONGGI)
    assert found.of("EXTRA") == extras


def test_rule_67_the_share_is_of_the_planned_number(docintake):
    """62 posts of 토목일반 are 61 here: 122 places need 25 (G20, up)."""
    found = crowd(docintake, women=23, places=122, local=122)
    assert found.of("EXTRA") == ["A-L1", "A-L2"]
    assert found["A-L1"]["explanation"][-1]["rule"] == "§6"
    assert "25" in found["A-L1"]["explanation"][-1]["ko"]


def test_rule_67_either_sex_counts(docintake):
    before = [outcome(n, **GYEONGGI) for n in numbered(20)]
    results = [written(n, "160", f"{90 - n * 0.25:.2f}") for n in numbered(20)]
    people = [person(n, "F" if n <= 18 else "M") for n in numbered(20)]
    found = docintake.select("written", before, results=results, declarations=people)
    assert found.of("EXTRA") == ["A-19", "A-20"]


@pytest.mark.parametrize(("local", "extras"), [(23, 3), (24, 2), (26, 0)])
def test_rule_68_less_than_21_percent_of_the_region_gets_extra_passes(docintake, local, extras):
    """61 posts, 122 places, 21 % are 25.62, so 26."""
    found = crowd(docintake, women=60, local=local, places=122)
    assert len(found.of("EXTRA")) == extras


@pytest.mark.parametrize(
    ("schools", "is_local"),
    [
        ([("고등학교", "서울특별시"), ("대학교", "전라남도")], True),
        ([("고등학교", "전라남도"), ("대학교", "서울특별시")], False),
        ([("대학교", "광주광역시"), ("대학원", "서울특별시")], True),
        ([("고등학교", "광주")], True),
        ([("대학교", "전라북도")], False),
    ],
)
def test_rule_68_the_last_school_up_to_university_decides(docintake, schools, is_local):
    from tests.unit.score.applicants import body, certificate, toeic

    before = [outcome(n) for n in numbered(122)] + [outcome("L1")]
    results = [written(n, "160", "80") for n in numbered(122)] + [written("L1", "160", "79")]
    facts = {"schools": [{"level": level, "region": region, "state": "졸업"} for level, region in schools]}
    people = [person(n, "F" if n % 2 else "M", n <= 25) for n in numbered(122)]
    people.append({"applicant_id": "A-L1", **body(toeic(), certificate("토목기사"), field="토목일반", facts=facts)})
    found = docintake.select("written", before, results=results, declarations=people)
    assert found["A-L1"]["result"] == ("EXTRA" if is_local else "RESERVE")


def test_rule_69_the_document_stage_has_no_targets(docintake):
    found = docintake.select("document", [candidate(n, f"{100 - n}.00", "도시계획") for n in numbered(40)])
    assert found.of("EXTRA") == []


def test_rule_69_the_interview_has_them(docintake):
    before = [outcome(n, "written", **GYEONGGI) for n in numbered(12)]
    results = [interview(n, f"{90 - n}", "90") for n in numbered(12)]
    people = [person(n, "M" if n <= 9 else "F") for n in numbered(12)]
    found = docintake.select("interview", before, results=results, declarations=people)
    assert (len(found.of("PASSED")), found.of("EXTRA")) == (9, ["A-10", "A-11"])


@pytest.mark.parametrize(
    ("field", "track", "region", "local", "women"),
    [
        ("토목일반", "전국일반", None, True, True),
        ("토목일반", "농어촌전형", None, True, True),
        ("토목일반", "지역일반", HONAM, True, True),
        ("토목일반", "지역일반", YEONGNAM, False, True),
        ("지질", "전국일반", None, False, False),
        ("경상", "지역일반", YEONGNAM, False, False),
    ],
)
def test_rule_70_where_targets_apply(docintake, field, track, region, local, women):
    posts = {"토목일반": {"전국일반": 122, "농어촌전형": 74, "지역일반": 38 if region == HONAM else 34}}.get(field, {})
    places = posts.get(track, 9 if field == "지질" else 6)

    def extras(**short):
        before = [outcome(n, field=field, track=track, region=region) for n in numbered(places + 1)]
        results = [
            written(n, "160", "80" if n <= places else "79", standard="160" if field == "경상" else None)
            for n in numbered(places + 1)
        ]
        people = [person(n, "F" if n % 2 else "M", n % 2 == 0) for n in numbered(places)]
        people = [one | short for one in people] + [person(places + 1, "F", True)]
        return bool(docintake.select("written", before, results=results, declarations=people).of("EXTRA"))

    assert (extras(local=False), extras(sex="M")) == (local, women)


@pytest.mark.parametrize(
    ("ability", "basic", "result"),
    [
        ("160", "59", "EXTRA"),  # 219 = 240 - 21, 7 points of 100
        ("160", "58.99", "RESERVE"),
    ],
)
def test_rule_71_within_7_points_of_the_line(docintake, ability, basic, result):
    before = [outcome(n, **GYEONGGI) for n in numbered(19)]
    results = [written(n, "160", "80") for n in numbered(18)] + [written(19, ability, basic)]
    people = [person(n, "M") for n in numbered(18)] + [person(19, "F")]
    found = docintake.select("written", before, results=results, declarations=people)
    assert found["A-19"]["result"] == result


@pytest.mark.parametrize(("basic", "result"), [("60", "EXTRA"), ("59.99", "RESERVE")])
def test_rule_71_sixty_percent_of_the_stage(docintake, basic, result):
    before = [outcome(n, **GYEONGGI) for n in numbered(19)]
    results = [written(n, "120", "61") for n in numbered(18)] + [written(19, "120", basic)]
    people = [person(n, "M") for n in numbered(18)] + [person(19, "F")]
    found = docintake.select("written", before, results=results, declarations=people)
    assert found["A-19"]["result"] == result


def test_rule_71_who_failed_a_subject_is_never_additional(docintake):
    before = [outcome(n, **GYEONGGI) for n in numbered(19)]
    results = [written(n, "160", "80") for n in numbered(18)] + [written(19, "199", "39")]
    people = [person(n, "M") for n in numbered(18)] + [person(19, "F")]
    assert docintake.select("written", before, results=results, declarations=people)["A-19"]["result"] == "OUT"


@pytest.mark.parametrize(("women", "extras"), [(0, 4), (1, 3), (4, 0)])
def test_rule_72_extras_displace_nobody(docintake, women, extras):
    found = crowd(docintake, women=women, places=18, **GYEONGGI)
    assert found.of("PASSED") == sorted(f"A-{n}" for n in numbered(18))
    assert len(found.of("EXTRA")) == extras


def test_g36_ties_among_extras_all_pass_and_one_may_serve_both(docintake):
    found = crowd(docintake, women=23, local=23, places=122, gap="0")
    assert len(found.of("PASSED")) == 132  # everybody ties at the line
    before = [outcome(n) for n in numbered(122)] + [outcome(f"L{n}") for n in numbered(4)]
    results = [written(n, "160", "80") for n in numbered(122)] + [written(f"L{n}", "160", "79") for n in numbered(4)]
    people = [person(n, "F" if n <= 24 else "M", n <= 25) for n in numbered(122)]
    people += [person(f"L{n}", "F", True) for n in numbered(4)]
    found = docintake.select("written", before, results=results, declarations=people)
    assert len(found.of("EXTRA")) == 4
    assert len(found["A-L1"]["explanation"]) == 3  # one more woman was from the region too: the other target is met


@pytest.mark.parametrize(
    ("field", "track", "people", "warned"),
    [
        ("토목일반", "전국일반", None, True),
        ("토목일반", "전국일반", person(1, "F"), True),
        ("토목일반", "전국일반", person(1, None, True), True),
        ("토목일반", "전국일반", person(1, "F", False), False),
        ("도시계획", "전국일반", None, False),
    ],
)
def test_who_counts_for_no_target_because_nobody_told_is_named(docintake, field, track, people, warned):
    files = {"declarations": [people]} if people else {}
    docintake.select("written", [outcome(1, field=field, track=track)], results=[written(1)], **files)
    result = docintake.last
    assert ("A-1" in result.stderr) == warned


@pytest.mark.parametrize(
    ("change", "reserve"),
    [({}, 1), ({"직업기초": "39"}, None), ({"인성": "부"}, None)],
)
def test_rule_73_every_fit_loser_stands_in_reserve(docintake, change, reserve):
    before = [outcome(n, field="도시계획") for n in numbered(5)]
    results = [written(n, "180", "90") for n in numbered(3)]
    results += [written(4, "170", "80") | change, written(5, "160", "80")]
    found = docintake.select("written", before, results=results)
    assert found["A-4"]["reserve"] == reserve
    assert found["A-5"]["reserve"] == (2 if reserve else 1)


def test_rule_73_who_did_not_come_is_in_no_reserve(docintake):
    before = [outcome(n, field="도시계획") for n in numbered(5)]
    results = [written(n, "180", "90") for n in numbered(4)] + [{"applicant_id": "A-5", "absent": "true"}]
    found = docintake.select("written", before, results=results)
    assert (found["A-5"]["result"], found.codes("A-5"), found["A-5"]["reserve"]) == ("OUT", ["ABSENT"], None)


def test_rule_73_equal_losers_share_a_reserve_rank(docintake):
    before = [outcome(n, field="도시계획") for n in numbered(6)]
    marks = ["180", "170", "160", "150", "150", "140"]
    found = docintake.select("written", before, results=[written(n, mark) for n, mark in enumerate(marks, 1)])
    assert [found[f"A-{n}"]["reserve"] for n in (4, 5, 6)] == [1, 1, 3]


def test_rule_73_the_first_of_the_reserve_fills_a_vacancy(docintake):
    before = [outcome(n, "written", field="도시계획") for n in numbered(3)]
    found = docintake.select("interview", before, results=[interview(n, f"{90 - n}") for n in numbered(3)])
    after = docintake.select(
        "final", found.rows, checks=[{"applicant_id": "A-1", "declined": True}], appointment_date="2020-01-02"
    )
    assert after.results() == {"A-2": "PASSED", "A-3": "RESERVE", "A-1": "OUT"}
    assert "예비 순번 1번" in after["A-2"]["explanation"][-1]["ko"]
