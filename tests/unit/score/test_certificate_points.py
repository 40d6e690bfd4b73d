"""Domain rules 29–39: certificates held at the notice date, best of each area, caps, and the exceptions."""

import pytest

from services.score.rules.claimstate import ClaimState
from tests.unit.score.applicants import announcement, certificate, scored, toeic

HISTORY, KOREAN, KBS, WRITING = "한국사능력검정시험", "국어능력인증시험", "KBS한국어능력", "한국실용글쓰기"
COMPUTER = "컴퓨터활용능력"


def points(*claims, field="경상", **changes):
    result = scored(toeic(), *claims, field=field, **changes)
    assert sum(line.points for line in result.explanation if line.item == "certificates") == result.certificates
    return f"{result.certificates:f}"


@pytest.mark.parametrize(
    ("title", "grade", "expected"),
    [
        (HISTORY, "1급", "5.00"), (HISTORY, "2급", "4.00"), (HISTORY, "3급", "3.00"), (HISTORY, "4급", "0.00"),
        (KOREAN, "1급", "5.00"), (KOREAN, "2급", "4.00"), (KOREAN, "3급", "3.00"), (KOREAN, "4급", "0.00"),
        ("국어능력인증", "2급", "4.00"), ("ToKL", "1급", "5.00"),
        (KBS, "1급", "5.00"), (KBS, "2+급", "4.00"), (KBS, "2-급", "3.00"), (KBS, "3+급", "0.00"),
        (WRITING, "1급", "5.00"), (WRITING, "2급", "4.00"), (WRITING, "준2급", "3.00"), (WRITING, "3급", "0.00"),
        (COMPUTER, "1급", "5.00"), (COMPUTER, "2급", "4.00"), (COMPUTER, "3급", "3.00"), (COMPUTER, None, "0.00"),
        ("컴퓨터활용능력 1급", None, "5.00"), ("컴퓨터활용능력 1급", "1급", "5.00"),
        ("컴퓨터활용능력 1급", "2급", "0.00"),
        ("정보처리기사", None, "5.00"), ("정보처리산업기사", None, "4.00"), ("사무자동화산업기사", None, "4.00"),
        ("정보처리기능사", None, "0.00"), ("운전면허", "1종", "0.00"),
    ],
)  # fmt: skip
def test_a_common_certificate_is_worth_its_grade(title, grade, expected):
    assert points(certificate(title, grade)) == expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([(HISTORY, "1급"), (HISTORY, "2급")], "5.00"),
        ([(KOREAN, "1급"), (KBS, "1급")], "5.00"),
        ([(HISTORY, "1급"), ("정보처리기사", None)], "10.00"),
        ([(HISTORY, "1급"), (WRITING, "1급"), ("정보처리산업기사", None)], "10.00"),
        ([(HISTORY, "1급"), (COMPUTER, "2급")], "9.00"),
        ([(HISTORY, "3급"), (WRITING, "준2급"), (COMPUTER, "3급")], "9.00"),
        ([(HISTORY, "2급"), (WRITING, "준2급"), (COMPUTER, "3급")], "10.00"),
        ([(HISTORY, "1급"), (WRITING, "1급"), (COMPUTER, "1급")], "10.00"),
    ],
)
def test_the_best_of_each_area_adds_up_to_ten(held, expected):
    assert points(*(certificate(*one) for one in held)) == expected
    assert points(*(certificate(*one) for one in reversed(held))) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"acquired_on": "2019-09-20"}, "5.00"),
        ({"acquired_on": "2019-09-21"}, "0.00"),
        ({"valid_until": "2019-09-20"}, "5.00"),
        ({"valid_until": "2019-09-19"}, "0.00"),
        ({"valid_until": None}, "5.00"),
        ({"number": None}, "0.00"),
        ({"acquired_on": None}, "0.00"),
        ({"title": None}, "0.00"),
    ],
)
def test_a_certificate_must_be_held_and_valid_at_the_notice_date_and_declared_whole(changes, expected):
    assert points(certificate(HISTORY, "1급") | changes) == expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("대한상공회의소", "5.00"),
        ("대한 상공회의소", "5.00"),
        ("대한상공회의소회장", "5.00"),
        ("한국산업인력공단", "0.00"),
        ("한국상공회의소", "0.00"),
        (None, "0.00"),
    ],
)
def test_a_computer_certificate_counts_from_the_chamber_of_commerce_only(issuer, expected):
    assert points(certificate(COMPUTER, "1급", issuer=issuer)) == expected
    assert points(certificate("컴퓨터활용능력 1급", None, issuer=issuer)) == expected


def test_a_computer_certificate_without_issuer_says_why_it_earns_nothing():
    result = scored(toeic(), certificate(COMPUTER, "1급", issuer=None))
    line = result.explanation[-1]
    assert (f"{line.points:f}", line.ko) == (
        "0.00",
        "컴퓨터활용능력 1급: 대한상공회의소 자격증만 인정(발급기관 없음) → 0",
    )


def test_other_certificates_count_from_any_issuer():
    assert points(certificate("정보처리기사", issuer="어디든")) == "5.00"
    assert points(certificate("정보처리기사", issuer=None)) == "5.00"


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([("정보처리기사", None)], "10.00"),
        ([("정보처리기사", None), (COMPUTER, "1급")], "15.00"),
        ([("정보처리기사", None), ("정보보안기사", None)], "10.00"),
        ([("정보처리산업기사", None), ("정보처리기사", None)], "14.00"),
        ([("정보관리기술사", None), ("정보처리기사", None)], "20.00"),
    ],
)
def test_for_a_computing_applicant_the_engineer_certificate_counts_in_the_own_field_only(held, expected):
    assert points(*(certificate(*one) for one in held), field="전산일반") == expected


@pytest.mark.parametrize(
    ("field", "held", "expected"),
    [
        ("토목일반", ["토목기사"], "10.00"),
        ("토목일반", ["토목시공기술사"], "20.00"),
        ("토목일반", ["토목시공기술사", "토목기사"], "20.00"),
        ("토목일반", ["토목기사", "콘크리트기사"], "10.00"),
        ("토목일반", ["토목산업기사"], "0.00"),
        ("토목일반", ["토목 기사"], "10.00"),
        ("토목일반", ["측량 및 지형공간정보기사"], "10.00"),
        ("기계", ["건설기계기사", "건설기계정비기사"], "10.00"),
        ("기계", ["건설기계설비기사"], "10.00"),
        ("기계", ["기계공정설계기술사"], "20.00"),
        ("기계", ["기계제작기술사"], "20.00"),
        ("기계", ["용접기능장"], "20.00"),
        ("기계", ["소방설비기사(기계분야)"], "10.00"),
        ("기계", ["소방설비기사(전기분야)"], "0.00"),
        ("기계", ["소방설비기사"], "0.00"),
        ("전기", ["소방설비기사(전기)"], "10.00"),
        ("전기", ["소방설비기사(기계)"], "0.00"),
        ("전기", ["신재생에너지발전설비기사(태양광)"], "10.00"),
        ("전기", ["건축기사"], "0.00"),
        ("건축", ["건축기사"], "10.00"),
        ("건축", ["건축사"], "20.00"),
        ("환경", ["생물분류기사(식물)"], "10.00"),
        ("환경", ["생물분류기사(동물)"], "10.00"),
        ("도시계획", ["토목기사"], "0.00"),
        ("지질", ["토양환경기사"], "10.00"),
        ("환경", ["토양환경기사"], "10.00"),
        ("전산일반", ["전자계산기조직응용기술사"], "20.00"),
        ("경상", ["토목기사"], "0.00"),
        ("경상", ["토목시공기술사"], "0.00"),
    ],
)
def test_own_certificates_count_by_the_best_one_of_the_applicant_s_field(field, held, expected):
    assert points(*(certificate(title) for title in held), field=field) == expected


def test_technical_fields_reach_thirty_and_administrative_ones_ten():
    common = [certificate(HISTORY, "1급"), certificate(KOREAN, "1급"), certificate(COMPUTER, "1급")]
    assert points(*common, certificate("토목시공기술사"), field="토목일반") == "30.00"
    assert points(*common, certificate("토목시공기술사"), field="법정") == "10.00"


def test_every_certificate_of_every_list_counts_for_its_field_and_every_alias_as_its_present_name():
    book = announcement().rulebook
    own = next(group for group in book.certificate_groups if group.id == "own")
    for area in own.areas:
        for tier in area.tiers:
            for ref in tier.certificates:
                kind = book.certificate_kind(ref.title)
                for name in (ref.title, *(kind.aliases if kind else ())):
                    result = scored(toeic(), certificate(name), field=area.fields[0])
                    line = next(line for line in result.explanation if line.rule == own.rule)
                    assert line.points == tier.points, name
                    assert result.eligible


@pytest.mark.parametrize("state", [ClaimState.FAILED, ClaimState.MISSING])
def test_a_certificate_that_its_paper_does_not_prove_earns_nothing(state):
    claim = certificate(HISTORY, "1급")
    assert points(claim, settled={claim["id"]: state}) == "0.00"


def test_what_the_cap_takes_away_is_a_line_of_its_own():
    held = [certificate(HISTORY, "1급"), certificate(WRITING, "1급"), certificate("정보처리산업기사")]
    lines = [line for line in scored(toeic(), *held).explanation if line.item == "certificates"]
    assert [f"{line.points:f}" for line in lines] == ["5.00", "5.00", "4.00", "-4.00"]
    assert lines[-1].ko == "공통 인정 자격증: 최대 10.00"


def test_a_lower_certificate_of_the_same_area_is_explained():
    held = [certificate(HISTORY, "2급"), certificate(HISTORY, "1급")]
    lines = [line.ko for line in scored(toeic(), *held).explanation if line.item == "certificates"]
    assert lines == [
        "한국사능력검정시험 1급: 공통 인정 자격증 한국사 1등급 → 5.00",
        "한국사능력검정시험 2급: 한국사에서는 한국사능력검정시험 1급 1개만 적용 → 0",
    ]


def test_two_grades_that_contradict_each_other_are_told_as_such():
    result = scored(toeic(), certificate("한국사능력검정시험 1급", "2급"))
    (line,) = [line for line in result.explanation if line.item == "certificates"]
    assert (line.points, "다름" in line.ko) == (0, True)
