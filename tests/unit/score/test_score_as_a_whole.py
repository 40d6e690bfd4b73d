"""The score object: basis and state, its JSON, and what holds for every declaration."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.score.rules.claimstate import ClaimState
from services.score.rules.score import NoNoticeDate, score, to_json
from tests.unit.score.applicants import announcement, certificate, declare, language, scored, status, toeic

AWAITING, PASSED, FAILED, PENDING, MISSING = (
    ClaimState.AWAITING,
    ClaimState.PASSED,
    ClaimState.FAILED,
    ClaimState.PENDING,
    ClaimState.MISSING,
)
HISTORY = certificate("한국사능력검정시험", "1급")


def settled(language_state, certificate_state):
    return {"lang-1": language_state, HISTORY["id"]: certificate_state}


@pytest.mark.parametrize(
    ("language_state", "certificate_state", "basis", "state"),
    [
        (PASSED, PASSED, "verified", "VERIFIED"),
        (PASSED, AWAITING, "declared", "PROVISIONAL"),
        (PASSED, PENDING, "declared", "PROVISIONAL"),
        (AWAITING, AWAITING, "declared", "PROVISIONAL"),
        (PASSED, FAILED, "verified", "FAILED"),
        (PASSED, MISSING, "verified", "FAILED"),
        (AWAITING, FAILED, "declared", "FAILED"),
    ],
)
def test_the_states_of_the_claims_decide_basis_and_state(language_state, certificate_state, basis, state):
    result = scored(toeic(), HISTORY, settled=settled(language_state, certificate_state))
    assert (result.basis, result.state) == (basis, state)


def test_an_ineligible_applicant_is_ineligible_before_being_provisional_and_failed_before_that():
    assert scored(toeic("595"), settled={}).state == "INELIGIBLE"
    assert scored(toeic("595")).state == "INELIGIBLE"
    assert scored(toeic("595"), HISTORY, settled=settled(PASSED, FAILED)).state == "FAILED"


def test_a_claim_that_nobody_named_is_awaited():
    assert scored(toeic(), settled={}).basis == "declared"


def test_a_status_that_an_internal_list_proves_awaits_no_paper():
    assert scored(toeic(), status("고용디딤돌"), settled={"lang-1": PASSED}).state == "VERIFIED"
    assert scored(toeic(), status("저소득층"), settled={"lang-1": PASSED}).state == "PROVISIONAL"


def test_a_career_earns_nothing_but_must_be_proved_like_any_other():
    career = {"id": "career-1", "kind": "career", "company": "(주)대한건설", "joined_on": "2010-03-02"}
    result = scored(toeic(), career, settled={"lang-1": PASSED})
    assert (f"{result.total:f}", result.state) == ("69.88", "PROVISIONAL")
    assert scored(toeic(), career, settled={"lang-1": PASSED, "career-1": FAILED}).state == "FAILED"


def test_the_contract_s_object_to_the_letter():
    result = scored(toeic("845"), certificate("토목기사"), field="토목일반")
    assert to_json(result) == {
        "rulebook": "krc-2019",
        "rulebook_version": "1",
        "basis": "verified",
        "state": "VERIFIED",
        "eligible": True,
        "ineligible_reasons": [],
        "language": "69.88",
        "certificates": "10.00",
        "bonus": "0.00",
        "total": "79.88",
        "explanation": [
            {
                "item": "language",
                "points": "69.88",
                "rule": "붙임3",
                "ko": "TOEIC 845 → 50+20×845/850 = 69.882… → 69.88",
                "en": "TOEIC 845 → 50+20×845/850 = 69.882… → 69.88",
            },
            {
                "item": "certificates",
                "points": "10.00",
                "rule": "붙임2 직계별",
                "ko": "토목기사: 직계별 인정 자격증 토목일반 2등급 → 10.00",
                "en": "토목기사: certificates of the applicant's own field, 토목일반 2등급 → 10.00",
            },
        ],
    }


def test_a_reason_has_code_rule_and_both_languages():
    (reason,) = to_json(scored(toeic("595")))["ineligible_reasons"]
    assert reason == {
        "code": "LANGUAGE_BELOW_MINIMUM",
        "rule": "붙임3",
        "ko": "TOEIC 595: 기준성적 600에 미달합니다.",
        "en": "TOEIC 595 is below the minimum 600.",
    }


def test_without_a_notice_date_nothing_is_scored():
    undated = announcement().model_copy(update={"notice_date": None})
    with pytest.raises(NoNoticeDate, match="notice_date"):
        score(declare(toeic()), {}, undated)


# ------------------------------------------------------------------------------------------------ for every declaration

TITLES = [
    ("한국사능력검정시험", "1급"), ("한국사능력검정시험", "3급"), ("국어능력인증시험", "2급"),
    ("KBS한국어능력", "2-급"),
    ("한국실용글쓰기", "1급"), ("컴퓨터활용능력", "1급"), ("컴퓨터활용능력", "3급"), ("정보처리기사", None),
    ("정보처리산업기사", None), ("토목기사", None), ("토목시공기술사", None), ("전기기사", None), ("전기기능장", None),
    ("건축기사", None), ("수질환경기사", None), ("운전면허", "1종"), ("건설기계기사", None),
]  # fmt: skip
FIELDS = [field.id for field in announcement().rulebook.fields]
STATUSES = ["저소득층", "고용디딤돌", "장애인", "농어업인자녀", "면제자격"]


def numbered(claims):
    return [claim | {"id": f"claim-{number}"} for number, claim in enumerate(claims)]


LANGUAGES = st.one_of(
    st.sampled_from(range(10, 991, 5)).map(lambda value: toeic(str(value))),
    st.integers(0, 600).map(lambda value: language("NEW_TEPS", str(value))),
    st.tuples(st.integers(0, 300), st.sampled_from(["3급", "4급", "5급", "6급"])).map(
        lambda pair: language("HSK", str(pair[0]), level=pair[1])
    ),
)
CERTIFICATES = st.builds(
    lambda held, day, issuer: certificate(*held, acquired_on=day, issuer=issuer),
    st.sampled_from(TITLES),
    st.sampled_from(["2015-01-01", "2019-09-20", "2019-09-21", None]),
    st.sampled_from(["대한상공회의소", "한국산업인력공단", None]),
)
BONUS = st.one_of(
    st.sampled_from(STATUSES).map(status),
    st.sampled_from(["A2", "B1", "C2"]).map(lambda level: language("DELF", level=level)),
    st.sampled_from(["700", "701"]).map(lambda value: language("FLEX_ES", value)),
)
FURTHER = st.one_of(CERTIFICATES, BONUS)
CLAIMS = st.builds(lambda first, rest: [first, *rest], LANGUAGES, st.lists(FURTHER, max_size=8))


def numbers(result):
    return result.language, result.certificates, result.bonus, result.total


@settings(deadline=None)  # a busy machine is no fault
@given(claims=CLAIMS, further=FURTHER, field=st.sampled_from(FIELDS))
def test_a_further_matched_claim_never_lowers_a_score(claims, further, field):
    less = scored(*numbered(claims), field=field)
    more = scored(*numbered([*claims, further]), field=field)
    assert all(before <= after for before, after in zip(numbers(less), numbers(more), strict=True))
    assert more.eligible or not less.eligible


@settings(deadline=None)  # a busy machine is no fault
@given(claims=CLAIMS, field=st.sampled_from(FIELDS))
def test_the_explanation_adds_up_and_the_caps_hold(claims, field):
    result = scored(*numbered(claims), field=field)
    assert sum((line.points for line in result.explanation), Decimal(0)) == result.total
    for item, value, cap in [
        ("language", result.language, 70),
        ("certificates", result.certificates, announcement().rulebook.field(field).certificate_cap),
        ("bonus", result.bonus, 4),
    ]:
        assert sum((line.points for line in result.explanation if line.item == item), Decimal(0)) == value
        assert 0 <= value <= cap
        assert value == value.quantize(Decimal("0.01"))


@settings(deadline=None)  # a busy machine is no fault
@given(claims=CLAIMS, field=st.sampled_from(FIELDS), data=st.data())
def test_the_order_of_claims_changes_nothing(claims, field, data):
    claims = numbered(claims)
    shuffled = data.draw(st.permutations(claims))
    first, second = scored(*claims, field=field), scored(*shuffled, field=field)
    assert numbers(first) == numbers(second)
    assert first.state == second.state
    assert set(first.ineligible_reasons) == set(second.ineligible_reasons)
    assert sorted(map(str, first.explanation)) == sorted(map(str, second.explanation))


@settings(deadline=None)  # a busy machine is no fault
@given(claims=CLAIMS, field=st.sampled_from(FIELDS), data=st.data())
def test_a_claim_that_is_disproved_never_raises_a_score(claims, field, data):
    claims = numbered(claims)
    lost = {claim["id"]: data.draw(st.sampled_from([PASSED, FAILED, MISSING])) for claim in claims}
    assume(set(lost.values()) != {PASSED})
    before, after = scored(*claims, field=field), scored(*claims, field=field, settled=lost)
    assert after.total <= before.total
    assert after.state == "FAILED"


@pytest.mark.parametrize(("left", "right"), list(product([PASSED, AWAITING, PENDING], repeat=2)))
def test_awaited_and_pending_claims_count_as_declared(left, right):
    assert scored(toeic(), HISTORY, settled=settled(left, right)).total == Decimal("74.88")
