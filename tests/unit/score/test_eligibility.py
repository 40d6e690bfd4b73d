"""Domain rules 1–4 and 10–18: who may take part, besides the language result."""

import pytest

from services.score.rules.claimstate import ClaimState
from tests.unit.score.applicants import certificate, codes, scored, status, toeic


def school(level="대학교", region="전라남도", state="졸업"):
    return {"level": level, "region": region, "state": state}


def stay(area, first, last=None):
    return {"from": first, "to": last, "area": area}


@pytest.mark.parametrize("level", ["고등학교", "대학교", "대학원"])
@pytest.mark.parametrize("sex", ["F", "M", None])
def test_schooling_and_sex_decide_nothing(level, sex):
    assert scored(toeic(), facts={"sex": sex, "schools": [school(level)]}, birth_date="1950-01-01").eligible


@pytest.mark.parametrize(
    ("field", "title", "eligible"),
    [
        ("토목일반", "토목산업기사", False),
        ("토목일반", "토목기사", True),
        ("토목일반", "전기기사", False),
        ("전산일반", "정보처리기사", True),
        ("전산일반", "정보처리산업기사", False),
        ("환경", "수질환경기사", True),
        ("전산일반", "변호사", False),
        ("경상", "변호사", True),
    ],
)
def test_a_technical_field_needs_a_certificate_of_its_own_list(field, title, eligible):
    assert codes(scored(toeic(), certificate(title), field=field)) == (set() if eligible else {"CERTIFICATE_MISSING"})


@pytest.mark.parametrize("field", ["전산일반", "토목일반", "도시계획", "지질", "기계", "전기", "건축", "환경"])
def test_without_any_certificate_a_technical_field_is_closed(field):
    assert codes(scored(toeic(), field=field)) == {"CERTIFICATE_MISSING"}


@pytest.mark.parametrize("field", ["경상", "법정", "농학"])
def test_without_any_certificate_an_administrative_field_is_open(field):
    assert scored(toeic(), field=field).eligible


def test_the_certificate_also_binds_the_exempt_the_disabled_and_veterans():
    assert codes(scored(toeic(), status("면제자격"), field="전산일반")) == {"CERTIFICATE_MISSING"}
    for track, name in (("장애인전형", "장애인"), ("보훈전형", "취업지원대상자")):
        result = scored(toeic(), status(name), field="토목일반", track=track, region="영남권")
        assert codes(result) == {"CERTIFICATE_MISSING"}


@pytest.mark.parametrize("changes", [{"acquired_on": "2019-09-21"}, {"valid_until": "2019-09-19"}, {"number": None}])
def test_a_certificate_that_is_not_held_does_not_open_a_technical_field(changes):
    assert codes(scored(toeic(), certificate("토목기사", **changes), field="토목일반")) == {"CERTIFICATE_MISSING"}


def test_a_certificate_that_its_paper_disproves_does_not_open_a_technical_field():
    claim = certificate("토목기사")
    result = scored(toeic(), claim, field="토목일반", settled={claim["id"]: ClaimState.FAILED})
    assert codes(result) == {"CERTIFICATE_MISSING"}


@pytest.mark.parametrize(
    ("track", "region", "names", "eligible"),
    [
        ("전국일반", None, [], True),
        ("농어촌전형", None, [], False),
        ("농어촌전형", None, ["농어업인자녀"], True),
        ("농어촌전형", None, ["농어촌거주자"], True),
        ("농어촌전형", None, ["장애인"], False),
        ("지역일반", "영남권", [], False),
        ("지역일반", "영남권", ["지역졸업"], True),
        ("장애인전형", "영남권", [], False),
        ("장애인전형", "영남권", ["장애인"], True),
        ("보훈전형", "영남권", ["장애인"], False),
        ("보훈전형", "영남권", ["취업지원대상자"], True),
        ("전국일반", None, ["장애인", "취업지원대상자"], True),
    ],
)
def test_a_track_that_needs_a_status_needs_its_claim(track, region, names, eligible):
    claims = [status(name) for name in names]
    result = scored(toeic(), *claims, track=track, region=region)
    assert codes(result) == (set() if eligible else {"STATUS_MISSING"})
    if eligible and names:
        lost = {claim["id"]: ClaimState.FAILED for claim in claims}
        lost_codes = codes(scored(toeic(), *claims, track=track, region=region, settled=lost))
        assert lost_codes == (set() if track == "전국일반" else {"STATUS_MISSING"})


def test_a_regional_track_without_its_region_is_accepted_and_not_eligible():
    assert codes(scored(toeic(), status("지역졸업"), track="지역일반")) == {"REGION_MISSING"}


@pytest.mark.parametrize(
    ("region", "schools", "eligible"),
    [
        ("호남·제주권", [school("고등학교", "광주광역시"), school("대학교", "서울특별시")], True),
        ("호남·제주권", [school("고등학교", "서울특별시"), school("대학교", "전남")], True),
        ("호남·제주권", [school("고등학교", "서울특별시"), school("대학원", "전라남도")], False),
        ("호남·제주권", [school("대학교", "전라남도", "졸업예정")], True),
        ("호남·제주권", [school("대학교", "전라남도", "중퇴")], False),
        ("호남·제주권", [school("대학교", None)], False),
        ("호남·제주권", [school("대학교", "해외")], False),
        ("호남·제주권", [], True),
        ("경기·강원권", [school("대학교", "서울특별시")], True),
        ("경기·강원권", [school("대학교", "인천")], True),
        ("영남권", [school("대학교", "부산광역시")], True),
        ("영남권", [school("대학교", "울산")], True),
        ("충청권", [school("대학교", "대전광역시")], True),
        ("충청권", [school("대학교", "세종특별자치시")], True),
        ("호남·제주권", [school("대학교", "제주특별자치도")], True),
        ("충청권", [school("대학교", "서울특별시")], False),
    ],
)
def test_a_regional_applicant_needs_a_school_in_the_region(region, schools, eligible):
    result = scored(toeic(), status("지역졸업"), track="지역일반", region=region, facts={"schools": schools})
    assert codes(result) == (set() if eligible else {"SCHOOL_NOT_IN_REGION"})


@pytest.mark.parametrize(("track", "name"), [("장애인전형", "장애인"), ("보훈전형", "취업지원대상자")])
def test_a_school_in_the_region_is_not_asked_of_the_disabled_and_veterans(track, name):
    facts = {"schools": [school("대학교", "서울특별시")]}
    assert scored(toeic(), status(name), track=track, region="영남권", facts=facts).eligible


@pytest.mark.parametrize(
    ("stays", "eligible"),
    [
        ([stay("면", "2014-09-20")], True),
        ([stay("읍", "2014-09-20", "2019-09-20")], True),
        ([stay("면", "2014-09-21")], False),
        ([stay("동", "2014-09-20")], False),
        ([stay("면", "2000-01-01", "2019-09-19")], False),
        ([stay("면", "2010-01-01", "2016-03-01"), stay("면", "2016-03-02")], True),
        ([stay("읍", "2016-03-02"), stay("면", "2010-01-01", "2016-03-01")], True),
        ([stay("면", "2010-01-01", "2016-03-01"), stay("면", "2016-03-03")], False),
        ([stay("면", "2010-01-01", "2016-03-01"), stay("동", "2016-03-02", "2016-05-01"), stay("면", "2016-05-02")],
         False),
        ([stay("면", "2010-01-01", "2018-01-01"), stay("읍", "2011-01-01", "2012-01-01"), stay("면", "2018-01-02")],
         True),
        # two stays that say otherwise of the same days: the one elsewhere breaks it; a day of moving is in both
        ([stay("면", "2010-01-01"), stay("동", "2016-03-02", "2016-05-01")], False),
        ([stay("면", "2010-01-01"), stay("동", "2019-09-19")], False),
        ([stay("면", "2010-01-01"), stay("동", "2019-09-20")], True),
        ([stay("동", "2010-01-01", "2014-09-20"), stay("면", "2014-09-20")], True),
        ([stay("동", "2010-01-01", "2014-09-21"), stay("면", "2014-09-20")], False),
        ([], True),
    ],
)  # fmt: skip
def test_a_rural_resident_has_lived_there_for_five_unbroken_years(stays, eligible):
    result = scored(toeic(), status("농어촌거주자"), track="농어촌전형", facts={"residence": stays})
    assert codes(result) == (set() if eligible else {"RESIDENCE_TOO_SHORT"})


def test_a_farmer_s_child_may_live_anywhere():
    facts = {"residence": [stay("동", "2010-01-01")]}
    claims = [status("농어업인자녀"), status("농어촌거주자")]
    assert scored(toeic(), claims[0], track="농어촌전형", facts=facts).eligible
    assert scored(toeic(), *claims, track="농어촌전형", facts=facts).eligible


@pytest.mark.parametrize(
    ("military", "eligible"), [("이행", True), ("면제", True), ("해당없음", True), (None, True), ("불이행", False)]
)
def test_military_service_must_not_have_been_evaded(military, eligible):
    result = scored(toeic(), facts={"military": military})
    assert codes(result) == (set() if eligible else {"MILITARY_SERVICE"})


def test_every_declared_ground_of_disqualification_is_a_reason():
    result = scored(toeic(), facts={"disqualifications": ["2", "14"]})
    assert [(reason.code, reason.rule) for reason in result.ineligible_reasons] == [
        ("DISQUALIFIED", "붙임1 2"),
        ("DISQUALIFIED", "붙임1 14"),
    ]


def test_a_disabled_applicant_may_choose_another_track():
    assert scored(toeic(), status("장애인")).eligible
