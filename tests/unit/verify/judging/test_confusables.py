"""Near values are never confused: readings of one never match a declaration of the other, and a slip fails nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.verify.agreement import family_of
from services.verify.evidence import Family, PaperEvidence, Reading
from services.verify.judging.agreement import Stand, weigh
from services.verify.judging.confusion import LOOKALIKES, looks_alike
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status
from services.verify.values import canonical
from services.verify.values.alphabet import known_syllables, supported
from services.verify.values.syllables import apart, jamo
from tests.unit.verify.judging.papers import CERTIFICATE, award, codes, field_of, paper, spoiled, verdict_on, without

RANKS = ("기사", "산업기사", "기능사", "기술사", "기능장")
STEMS = ("토목", "전기", "건축", "용접", "정보처리", "측량및지형공간정보")
SLIPS = [("율", "을"), ("은", "온"), ("천", "전"), ("녀", "너"), ("축", "측"), ("현", "헌")]
SIGNS = [("0", "O"), ("1", "I"), ("8", "B"), ("5", "S"), ("2", "Z"), ("6", "G")]
MODELS = ("kor", "Hangul", "ppocr", "kor+eng", "text-layer")


def readings(field: str, *texts: str) -> list[Reading]:
    return [Reading(reader, text, canonical(field, text)) for reader, text in zip(MODELS, texts, strict=False)]


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("declared", RANKS)
@pytest.mark.parametrize("printed", RANKS)
def test_ranks_are_never_taken_for_one_another(stem: str, declared: str, printed: str) -> None:
    stand = weigh("title", [stem + declared], readings("title", *[stem + printed] * 3))
    assert stand is (Stand.EQUAL if declared == printed else Stand.OTHER)


@pytest.mark.parametrize(("one", "other"), SLIPS + [(b, a) for a, b in SLIPS])
@given(before=st.sampled_from("김이박최정"), after=st.sampled_from("민수영호진"), copies=st.integers(2, 5))
def test_a_stroke_in_a_name_matches_nobody_and_fails_nobody(
    one: str, other: str, before: str, after: str, copies: int
) -> None:
    declared, printed = before + one + after, before + other + after
    assert weigh("name", [declared], readings("name", *[printed] * copies)) is Stand.LOOKALIKE
    assert weigh("name", [declared], readings("name", *[declared] * copies)) is Stand.EQUAL


@pytest.mark.parametrize(("digit", "letter"), SIGNS)
@given(head=st.text("34679", min_size=3, max_size=6), tail=st.text("34679", min_size=1, max_size=4))
def test_a_letter_like_a_digit_matches_nobody_and_fails_nobody(digit: str, letter: str, head: str, tail: str) -> None:
    with_digit, with_letter = f"A{head}{digit}{tail}", f"A{head}{letter}{tail}"
    for declared, printed in ((with_digit, with_letter), (with_letter, with_digit)):
        assert weigh("number", [declared], readings("number", printed, printed, printed)) is Stand.LOOKALIKE


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("2+급", "2-급"),
        ("2-급", "2+급"),
        ("2+급", "2급"),
        ("2-급", "2급"),
        ("준2급", "2급"),
        ("2급", "준2급"),
        ("3-급", "3+급"),
    ],
)
def test_a_lost_or_turned_sign_of_a_grade_goes_to_staff(declared: str, printed: str) -> None:
    assert weigh("grade", [declared], readings("grade", printed, printed, printed)) is Stand.LOOKALIKE


@pytest.mark.parametrize(
    ("field", "declared", "printed"),
    [("level", "4급", "5급"), ("grade", "1급", "2급"), ("grade", "준2급", "준3급"), ("grade", "2+급", "3+급")],
)
def test_another_level_or_grade_is_a_mismatch(field: str, declared: str, printed: str) -> None:
    assert weigh(field, [declared], readings(field, printed, printed)) is Stand.OTHER


@given(
    syllable=st.sampled_from(sorted(known_syllables())),
    other=st.sampled_from(sorted(known_syllables())),
    copies=st.integers(2, 5),
)
@settings(max_examples=400)
def test_whatever_two_syllables_differ_in_one_never_matches_the_other(syllable: str, other: str, copies: int) -> None:
    stand = weigh("name", [f"김{syllable}수"], readings("name", *[f"김{other}수"] * copies))
    if syllable == other:
        assert stand is Stand.EQUAL
    else:
        of_one_family = len({family_of(reader) for reader in MODELS[:copies]}) == 1
        near = apart(syllable, other) == 1 or (of_one_family and jamo(syllable)[0] == jamo(other)[0])
        assert stand is (Stand.LOOKALIKE if near else Stand.OTHER)


@given(char=st.sampled_from(sorted({char for alike in LOOKALIKES for char in alike if char.isalnum()})))
def test_lookalikes_are_the_same_both_ways(char: str) -> None:
    for alike in LOOKALIKES:
        for other in alike if char in alike else ():
            assert looks_alike("number", f"A{char}", f"A{other}")
            assert looks_alike("number", f"A{other}", f"A{char}")


@given(
    rare=st.integers(0xAC00, 0xD7A3).map(chr).filter(lambda syllable: not supported(syllable)), copies=st.integers(1, 5)
)
def test_a_syllable_that_no_model_knows_is_never_a_machine_match(rare: str, copies: int) -> None:
    name = f"김{rare}수"
    verdict = verdict_on(CERTIFICATE, spoiled(award(), "name", *[name] * copies), name=name)
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.UNSUPPORTED_SYLLABLE in codes(verdict)
    assert weigh("name", [name], readings("name", *[name] * copies)) is not Stand.EQUAL


def test_a_reader_that_sees_a_rarer_syllable_stops_a_match() -> None:
    """Most readers are forced to write 법 for a printed 멉; one that can write it tells that it is not so."""
    assert not supported("멉")
    seen = readings("name", "김법수", "김법수", "김멉수")
    assert weigh("name", ["김법수"], seen) is Stand.LOOKALIKE
    assert weigh("name", ["김법수"], readings("name", "김법수", "김법수", "박영희")) is Stand.EQUAL
    itself = [*readings("name", "김법수", "김법수"), Reading("kor", "김멉수", "김멉수")]
    assert weigh("name", ["김법수"], itself) is Stand.EQUAL, "a reader that says both is no witness against itself"


@given(st.lists(st.sampled_from(["2+급", "2-급", "2급", "준2급"]), min_size=1, max_size=5))
def test_a_grade_matches_only_by_two_readings_of_itself(seen: list[str]) -> None:
    if weigh("grade", ["2+급"], readings("grade", *seen)) is Stand.EQUAL:
        assert seen.count("2+급") >= 2


@pytest.mark.parametrize("declared", ["산업인력공단", "한국산업인력공단 이사장", "한국산업인력공단"])
def test_a_shorter_name_of_the_issuer_fails_nobody(declared: str) -> None:
    seen = readings("issuer", "한국산업인력공단 이사장", "한국산업인력공단")
    assert weigh("issuer", [declared], seen) in (Stand.EQUAL, Stand.LOOKALIKE)
    assert weigh("issuer", ["대한상공회의소"], seen) is Stand.OTHER


# --- grades in the title or beside it ---------------------------------------------------------------------------------

CHAMBER = {**CERTIFICATE, "title": "컴퓨터활용능력", "grade": "1급", "number": "18-K9-012345"}


def chamber(**values: str) -> PaperEvidence:
    printed = {
        "name": "홍길동",
        "title": "컴퓨터활용능력",
        "grade": "1급",
        "number": "18-K9-012345",
        "acquired_on": "2018년 08월 17일",
    }
    return paper("KORCHAM", Family.CERTIFICATE, printed | values, not_printed=("name_latin",))


@pytest.mark.parametrize(
    "title",
    [{"title": "컴퓨터활용능력 1급", "grade": None}, {"title": "컴퓨터활용능력 1급"}, {"title": "컴퓨터활용능력"}],
)
def test_a_grade_may_stand_behind_the_declared_title_and_is_compared_there_too(title: dict[str, str | None]) -> None:
    assert verdict_on(CHAMBER | title, chamber()).status is Status.MATCH
    wrong = verdict_on(CHAMBER | title, chamber(grade="2급"))
    assert wrong.status is Status.MISMATCH
    assert field_of(wrong, "grade") is FieldStatus.MISMATCH


def test_a_title_and_a_grade_that_contradict_each_other_never_match() -> None:
    for printed in ("1급", "2급"):
        claim = CHAMBER | {"title": "컴퓨터활용능력 1급", "grade": "2급"}
        assert verdict_on(claim, chamber(grade=printed)).status is not Status.MATCH


def test_a_grade_behind_the_printed_title_is_compared_with_the_declared_one() -> None:
    claim = {**CERTIFICATE, "title": "사회조사분석사", "grade": "2급"}
    assert verdict_on(claim, award(title="사회조사분석사2급")).status is Status.MATCH
    assert verdict_on(claim, award(title="사회조사분석사1급")).status is Status.MISMATCH
    assert (
        verdict_on(CERTIFICATE | {"title": "사회조사분석사2급"}, award(title="사회조사분석사 2급")).status
        is Status.MATCH
    )


def test_a_grade_that_the_paper_does_not_print_is_not_taken_on_trust() -> None:
    verdict = verdict_on(CERTIFICATE | {"title": "사회조사분석사 2급"}, award(title="사회조사분석사"))
    assert verdict.status is Status.UNREADABLE
    nameless = replace(without(chamber(), "grade"), not_printed=("name_latin", "grade"))
    assert verdict_on(CHAMBER, nameless).status is Status.UNREADABLE


def test_a_title_declared_without_its_grade_fails_nobody() -> None:
    claim = {**CERTIFICATE, "title": "사회조사분석사"}
    assert verdict_on(claim, award(title="사회조사분석사2급")).status is Status.UNREADABLE


@pytest.mark.parametrize("printed", ["2급", "2+급", "2-급"])
def test_a_bare_grade_under_kbs_is_never_a_match(printed: str) -> None:
    claim = {**CERTIFICATE, "title": "KBS한국어능력시험", "grade": printed, "number": "2019-55-545145"}
    found = paper(
        "KBS_KOREAN",
        Family.CERTIFICATE,
        {
            "name": "홍길동",
            "title": "KBS한국어능력시험",
            "grade": "2급",
            "number": "2019-55-545145",
            "acquired_on": "2018-08-17",
        },
        not_printed=("name_latin",),
    )
    verdict = verdict_on(claim, found)
    assert verdict.status is Status.UNREADABLE
    assert any("CLOSED_LIST" in reason.ko for reason in verdict.reasons)
