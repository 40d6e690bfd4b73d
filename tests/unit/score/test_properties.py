"""What holds for every declaration and every crowd, not only for those somebody thought of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.score.rules.score import to_json
from services.score.stages.candidate import Candidate, Held, Result, Unit
from services.score.stages.document import select_document
from services.score.stages.exam import select_exam
from services.score.stages.examined import ExamResult, Mark
from services.score.stages.outcome_row import from_flat, from_json, to_flat
from services.score.stages.outcome_row import to_json as to_row
from tests.unit.score.applicants import announcement, certificate, language, scored, status, toeic

BOOK = announcement().rulebook
FIELDS = [field.id for field in BOOK.fields]
LISTED = sorted(
    {
        (entry.title, entry.grade)
        for group in BOOK.certificate_groups
        for area in group.areas
        for tier in area.tiers
        for entry in tier.certificates
    },
    key=str,
)
CERTIFICATES = st.sampled_from(LISTED).map(lambda one: certificate(*one))
BONUSES = st.sampled_from(
    [
        status("저소득층"), status("고용디딤돌"), language("DELF", level="B2", id="fr"),
        language("FLEX_ES", "900", id="es"),
    ]
)  # fmt: skip
LANGUAGES = st.one_of(
    st.integers(2, 198).map(lambda n: toeic(str(5 * n))),
    st.integers(0, 990).map(lambda n: language("TEPS", str(n), test_date="2018-03-01")),
    st.integers(0, 600).map(lambda n: language("NEW_TEPS", str(n))),
    st.integers(0, 120).map(lambda n: language("TOEFL_IBT", str(n))),
    st.tuples(st.sampled_from(["3급", "4급", "5급", "6급"]), st.integers(0, 300)).map(
        lambda one: language("HSK", str(one[1]), level=one[0])
    ),
)
CLAIMS = st.lists(st.one_of(CERTIFICATES, BONUSES), max_size=8, unique_by=lambda claim: claim["id"])
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(LANGUAGES, CLAIMS, st.one_of(CERTIFICATES, BONUSES), st.sampled_from(FIELDS))
def test_a_further_valid_claim_never_lowers_a_score(spoken, claims, further, field):
    if any(claim["id"] == further["id"] for claim in claims):
        return
    before, after = scored(spoken, *claims, field=field), scored(spoken, *claims, further, field=field)
    assert after.total >= before.total
    assert (after.language, after.certificates >= before.certificates) == (before.language, True)
    assert before.ineligible_reasons == () or after.eligible in (True, False)
    assert not (before.eligible and not after.eligible)


@QUICK
@given(LANGUAGES, CLAIMS, st.sampled_from(FIELDS))
def test_caps_hold_and_the_explanation_adds_up(spoken, claims, field):
    result = scored(spoken, *claims, field=field)
    assert Decimal(0) <= result.language <= 70
    assert result.certificates <= BOOK.field(field).certificate_cap
    assert result.bonus <= BOOK.bonus_cap
    for item in ("language", "certificates", "bonus"):
        points = sum((line.points for line in result.explanation if line.item == item), Decimal(0))
        assert points == getattr(result, item)
    assert all(value == value.quantize(Decimal("0.01")) for value in (result.language, result.certificates))


@QUICK
@given(LANGUAGES, CLAIMS, st.sampled_from(FIELDS), st.randoms(use_true_random=False))
def test_the_order_of_claims_is_irrelevant(spoken, claims, field, random):
    whole = [spoken, *claims]
    shuffled = random.sample(whole, len(whole))
    first, second = (to_json(scored(*some, field=field)) for some in (whole, shuffled))
    assert first.keys() == second.keys()
    for answer in (first, second):
        answer["explanation"] = sorted(answer["explanation"], key=str)
    assert first == second


UNITS = st.sampled_from(
    [
        Unit("도시계획", "전국일반", None), Unit("지질", "전국일반", None), Unit("토목일반", "보훈전형", "영남권"),
        Unit("경상", "지역일반", "호남·제주권"), Unit("경상", "지역일반", "영남권"),
    ]
)  # fmt: skip
HELD = st.sampled_from([(), (Held("취업지원대상자", Decimal(5)),), (Held("장애인", Decimal(10)),)])
POINTS = st.integers(6000, 10400).map(lambda n: Decimal(n) / 100)


@st.composite
def crowds(draw, most=140):
    count = draw(st.integers(0, most))
    spread = draw(st.sampled_from([POINTS, st.sampled_from([Decimal(70), Decimal(80), Decimal("80.01")])]))
    return [
        Candidate(
            f"A-{n}", draw(UNITS), (), {"document": draw(spread)}, draw(HELD), draw(st.sampled_from("FM")), n % 3 == 0
        )
        for n in range(count)
    ]


def nobody_better_is_out(outcomes):
    for unit in {one.candidate.unit for one in outcomes}:
        members = [one for one in outcomes if one.candidate.unit == unit]
        passed = [one.total for one in members if one.result is Result.PASSED]
        out = [one.total for one in members if one.result in (Result.RESERVE, Result.EXTRA)]
        assert not passed or not out or min(passed) >= max(out)
        assert len(passed) >= min(len(passed) + len(out), members[0].places)


@QUICK
@given(crowds(), st.randoms(use_true_random=False))
def test_the_document_stage_is_stable_under_permutation_and_nobody_better_is_out(crowd, random):
    outcomes = select_document(crowd, announcement())
    assert select_document(random.sample(crowd, len(crowd)), announcement()) == outcomes
    assert sorted(one.candidate.applicant_id for one in outcomes) == sorted(one.applicant_id for one in crowd)
    nobody_better_is_out(outcomes)
    for one in outcomes:
        if one.result is Result.RESERVE:
            assert one.total < one.line
        elif one.result is Result.PASSED:
            assert one.total >= one.line


@QUICK
@given(crowds(most=40))
def test_an_outcome_survives_its_journey_through_json_and_csv(crowd):
    for one in select_document(crowd, announcement()):
        same = replace(one, candidate=replace(one.candidate, rosters=(), sex=None, local=None))
        assert from_json(to_row(one)) == same
        reasons = tuple(replace(reason, en=reason.ko) for reason in same.reasons)
        explanation = tuple(replace(line, en=line.ko) for line in same.explanation)
        assert from_flat(to_flat(one)) == replace(same, reasons=reasons, explanation=explanation)


MARK = st.sampled_from([Decimal(n) for n in (60, 79, 80, 120, 150, 155, 160, 200)])


@QUICK
@given(crowds(most=60), st.data(), st.randoms(use_true_random=False))
def test_the_written_test_is_stable_under_permutation_and_extras_displace_nobody(crowd, data, random):
    results = {}
    for one in crowd:
        ability, basic = data.draw(MARK), data.draw(MARK) / 2
        elective = one.unit.field == "경상"
        marks = {"직무수행": Mark(ability, ability if elective else None), "직업기초": Mark(basic)}
        results[one.applicant_id] = ExamResult(one.applicant_id, marks, fit=data.draw(st.booleans()))
    outcomes = select_exam("written", crowd, results, announcement())
    assert select_exam("written", random.sample(crowd, len(crowd)), results, announcement()) == outcomes
    nobody_better_is_out(outcomes)
    without = select_exam("written", [replace(one, sex=None, local=None) for one in crowd], results, announcement())
    passed = {one.candidate.applicant_id for one in outcomes if one.result is Result.PASSED}
    assert passed == {one.candidate.applicant_id for one in without if one.result is Result.PASSED}
    for one in outcomes:
        assert (one.result is Result.OUT) == bool(one.reasons)
        assert (one.result is Result.RESERVE) == (one.reserve is not None)
