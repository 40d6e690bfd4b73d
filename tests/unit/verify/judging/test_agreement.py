"""Counting readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.verify.agreement import agreed, count, equal
from services.verify.evidence import Reading
from services.verify.judging.agreement import Stand, weigh
from services.verify.values import canonical, same


def readings(*values: str | None) -> list[Reading]:
    return [Reading(f"reader-{number}", value or "?", value) for number, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "stand"),
    [
        (("845", "845"), Stand.EQUAL),
        (("845", "845", "805"), Stand.EQUAL),
        (("845", "845", "805", "805"), Stand.UNDECIDED),
        (("845", "805", "805", "805"), Stand.UNDECIDED),
        (("845",), Stand.UNDECIDED),
        ((), Stand.UNDECIDED),
        ((None, None, None), Stand.UNDECIDED),
        (("805", "805"), Stand.OTHER),
        (("805", "805", None), Stand.OTHER),
        (("805", "806"), Stand.UNDECIDED),
        (("805", "805", "806", "806"), Stand.UNDECIDED),
        (("805", "805", "806"), Stand.OTHER),
    ],
)
def test_two_must_agree_and_outnumber_every_other_value(values: tuple[str | None, ...], stand: Stand) -> None:
    assert weigh("score", ["845"], readings(*values)) is stand


def test_one_reader_asked_twice_is_one_reading() -> None:
    twice = [Reading("kor-36", "845", "845"), Reading("kor-36", "845", "845")]
    assert weigh("score", ["845"], twice) is Stand.UNDECIDED
    assert agreed("score", twice) is None


@pytest.mark.parametrize(
    ("field", "declared", "read"),
    [
        ("name", "김영율", "김영을"),
        ("name", "박은지", "박온지"),
        ("name", "천민호", "전민호"),
        ("name", "김소녀", "김소너"),
        ("number", "18201234567O", "18201234567Q"),
        ("registration_no", "1ABC5", "IABC5"),
        ("registration_no", "A801", "AB01"),
        ("grade", "2+급", "2-급"),
        ("project", "국도 제37호선 확장 및 포장공사", "국도 제37호선 확장 밀 포장공사"),
        ("project", "국도 제37호선 확장 및 포장공사", "국도 제37호선 확장 포장공사"),
    ],
)
def test_a_neighbour_that_readers_confuse_proves_neither_match_nor_mismatch(
    field: str, declared: str, read: str
) -> None:
    value = canonical(field, read)
    assert value is not None
    assert weigh(field, [declared], readings(value, value, value)) is Stand.LOOKALIKE


@pytest.mark.parametrize(
    ("field", "declared", "read"),
    [
        ("title", "토목기사", "토목산업기사"),
        ("title", "전기기능사", "전기기술사"),
        ("title", "전기기능장", "전기기능사"),
        ("title", "건축기사", "건설기계기사"),
        ("level", "4급", "5급"),
        ("level", "IM2", "IM1"),
        ("grade", "2급", "1급"),
        ("score", "800", "805"),
        ("acquired_on", "2018-08-17", "2018-08-11"),
        ("project", "국도 제37호선 확장공사", "국도 제38호선 확장공사"),
        ("name", "홍길동", "김철수"),
    ],
)
def test_a_real_difference_is_a_mismatch(field: str, declared: str, read: str) -> None:
    value = canonical(field, read)
    assert value is not None
    assert weigh(field, [declared], readings(value, value)) is Stand.OTHER


votes = st.lists(st.sampled_from(["800", "805", "845", "846", None]), max_size=7)


@given(votes)
def test_equal_needs_two_readings_of_the_declared_value(values: list[str | None]) -> None:
    if weigh("score", ["845"], readings(*values)) is Stand.EQUAL:
        assert values.count("845") >= 2


@given(votes)
def test_no_reading_of_the_declared_value_means_no_match_however_many_are_dropped(values: list[str | None]) -> None:
    others = [value for value in values if value != "845"]
    for kept in range(len(others) + 1):
        assert weigh("score", ["845"], readings(*others[:kept])) is not Stand.EQUAL


@given(votes, st.data())
def test_taking_supporting_readings_away_never_makes_a_match(values: list[str | None], data: st.DataObject) -> None:
    before = weigh("score", ["845"], readings(*values))
    supporting = [number for number, value in enumerate(values) if value == "845"]
    dropped = set(data.draw(st.lists(st.sampled_from(supporting)))) if supporting else set()
    after = weigh("score", ["845"], readings(*(v for n, v in enumerate(values) if n not in dropped)))
    assert not (before is not Stand.EQUAL and after is Stand.EQUAL)


@given(votes, st.randoms())
def test_the_order_of_readings_does_not_matter(values: list[str | None], random: object) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh("score", ["845"], readings(*values)) is weigh("score", ["845"], readings(*shuffled))


def test_votes_are_counted_by_distinct_readers() -> None:
    found = count("score", readings("845", "805", "845", None))
    assert [(vote.value, len(vote.readers)) for vote in found] == [("845", 2), ("805", 1)]


TEXTS = [
    "845",
    "845.0",
    "2018-08-17",
    "2018. 8. 17.",
    "홍길동",
    "홍 길동",
    "HONG GILDONG",
    "Gildong Hong",
    "(주)대한건설",
]
TEXTS += [
    "대한건설",
    "주식회사 대한건설",
    "토목 기사",
    "토목·기사",
    "18201234567A",
    "1820-1234567-A",
    "IM2",
    "4급",
    "02-123-4567",
]
FIELDS = ["name", "name_latin", "birth_date", "title", "grade", "number", "issuer", "score", "level", "company", "from"]
FIELDS += ["project", "confirmation.hr.person", "confirmation.hr.phone", "registration_no", "sections.reading"]


@pytest.mark.parametrize("field", FIELDS)
def test_canonical_values_are_equal_exactly_where_the_values_package_says_the_same(field: str) -> None:
    for one in TEXTS:
        for other in TEXTS:
            left, right = canonical(field, one), canonical(field, other)
            if left is not None and right is not None:
                assert equal(field, left, right) is same(field, one, other)


@pytest.mark.parametrize(
    ("declared", "read", "model", "stand"),
    [
        ("PHC 말뚝", "240말뚝", "kor", Stand.UNDECIDED),
        ("PHC 말뚝", "강관 말뚝", "kor+eng", Stand.OTHER),
        ("강관 말뚝", "현장타설", "kor", Stand.OTHER),
        ("홍길동", "SEE", "eng", Stand.UNDECIDED),
        ("PHC 말뚝", "강관 말뚝", "jamo", Stand.UNDECIDED),
        ("홍길동", "SEE", "ppocr", Stand.UNDECIDED),
    ],
)
def test_a_model_without_the_script_of_the_declared_value_cannot_contradict_it(
    declared: str, read: str, model: str, stand: Stand
) -> None:
    two = [Reading(f"{model}@{height}+plain", read, canonical("method", read)) for height in (32, 40)]
    assert weigh("method", [declared], two) is stand


def test_one_syllable_that_one_family_of_readers_sees_otherwise_fails_nobody() -> None:
    same_print = [Reading("Hangul", "홍길즐", "홍길즐"), Reading("kor", "홍길즐", "홍길즐")]
    assert weigh("name", ["홍길준"], same_print) is Stand.LOOKALIKE
    assert weigh("name", ["홍길준"], [*same_print, Reading("jamo", "홍길즐", "홍길즐")]) is Stand.OTHER
    assert weigh("name", ["홍갑준"], same_print) is Stand.OTHER
    assert weigh("name", ["홍길동"], same_print) is Stand.OTHER
