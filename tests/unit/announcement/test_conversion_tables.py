"""The shipped conversion tables: contiguous, monotone, and fitting the printed thresholds (domain rules 8, 19–26)."""

from decimal import Decimal

import pytest

from services.announcement.conversion import converted
from services.announcement.language import BandConversion, LanguageTest, TableConversion
from services.announcement.load import load_announcement

BOOK = load_announcement("2019-grade5").rulebook
ELIGIBILITY = [test for test in BOOK.tests if test.role == "eligibility"]


def every_result(test: LanguageTest) -> list[tuple[str | None, Decimal | None]]:
    if test.score is None:
        return [(level.name, None) for level in test.levels]
    if test.levels:
        return [(level.name, value) for level in test.levels for value in test.grid(level.name).values()]
    return [(None, value) for value in test.score.values()]


@pytest.mark.parametrize("test", ELIGIBILITY, ids=lambda test: test.id)
def test_a_better_result_never_converts_to_less(test):
    values = [converted(test, score, level) for level, score in every_result(test)]
    found = [value for value in values if value is not None]
    assert found == sorted(found)


@pytest.mark.parametrize("test", ELIGIBILITY, ids=lambda test: test.id)
def test_once_a_result_converts_every_better_one_of_its_level_does(test):
    by_level: dict[str | None, list[bool]] = {}
    for level, score in every_result(test):
        key = level if test.score is not None else None
        by_level.setdefault(key, []).append(converted(test, score, level) is not None)
    for found in by_level.values():
        assert found == sorted(found), "a gap lies between two rows"


@pytest.mark.parametrize("test", ELIGIBILITY, ids=lambda test: test.id)
@pytest.mark.parametrize(("threshold", "reached"), [("minimum", 600), ("full", 850)])
def test_a_printed_threshold_is_the_first_result_that_reaches_it(test, threshold, reached):
    printed = getattr(test, threshold)
    first = next(
        (level, score)
        for level, score in every_result(test)
        if (value := converted(test, score, level)) is not None and value >= reached
    )
    assert first == (printed.level, printed.score)


@pytest.mark.parametrize(
    ("test_id", "first", "last", "rows"),
    [("TEPS", 482, 700, 51), ("NEW_TEPS", 258, 386, 51), ("TOEFL_IBT", 68, 98, 31), ("TOEIC_S", 110, 200, 10)],
)
def test_the_tables_of_the_source_are_whole(test_id, first, last, rows):
    conversion = BOOK.test(test_id).conversion
    assert isinstance(conversion, TableConversion)
    assert (conversion.rows[0][0], conversion.rows[-1][1], len(conversion.rows)) == (first, last, rows)


@pytest.mark.parametrize(
    ("test_id", "score", "expected"),
    [
        ("TEPS", 481, None),
        ("TEPS", 482, 600),
        ("TEPS", 486, 605),
        ("TEPS", 527, 660),
        ("TEPS", 530, 660),
        ("TEPS", 531, 665),
        ("TEPS", 602, 760),
        ("TEPS", 694, 845),
        ("TEPS", 695, 850),
        ("TEPS", 701, 850),
        ("TEPS", 990, 850),
        ("NEW_TEPS", 257, None),
        ("NEW_TEPS", 258, 600),
        ("NEW_TEPS", 279, 645),
        ("NEW_TEPS", 285, 660),
        ("NEW_TEPS", 286, 665),
        ("NEW_TEPS", 287, 670),
        ("NEW_TEPS", 292, 680),
        ("NEW_TEPS", 381, 845),
        ("NEW_TEPS", 382, 850),
        ("NEW_TEPS", 387, 850),
        ("NEW_TEPS", 600, 850),
        ("TOEFL_IBT", 67, None),
        ("TOEFL_IBT", 68, 600),
        ("TOEFL_IBT", 69, 605),
        ("TOEFL_IBT", 70, 615),
        ("TOEFL_IBT", 87, 765),
        ("TOEFL_IBT", 88, 780),
        ("TOEFL_IBT", 89, 785),
        ("TOEFL_IBT", 97, 840),
        ("TOEFL_IBT", 98, 850),
        ("TOEFL_IBT", 120, 850),
        ("TOEIC_S", 100, None),
        ("TOEIC_S", 110, 625),
        ("TOEIC_S", 120, 705),
        ("TOEIC_S", 130, 775),
        ("TOEIC_S", 140, 830),
        ("TOEIC_S", 150, 870),
        ("TOEIC_S", 200, 990),
        ("TOEIC", 595, 595),
        ("JPT", 600, 600),
        ("BCT", 663, 663),
    ],
)
def test_scores_convert_as_printed(test_id, score, expected):
    assert converted(BOOK.test(test_id), Decimal(score), None) == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [("IL", None), ("IM1", 600), ("IM2", 765), ("IM3", 860), ("IH", 935), ("AL", 980), ("NL", None)],
)
def test_opic_levels_convert_as_printed(level, expected):
    assert converted(BOOK.test("OPIC"), None, level) == expected


@pytest.mark.parametrize(
    ("level", "score", "expected"),
    [
        ("1급", 119, None), ("1급", 120, "121"), ("1급", 200, "199.40"),
        ("2급", 120, "201"), ("2급", 200, "299.40"),
        ("3급", 179, None), ("3급", 180, "301"), ("3급", 209, "349.14"), ("3급", 210, "351"),
        ("3급", 239, "399.14"), ("3급", 240, "401"), ("3급", 300, "498.80"),
        ("4급", 179, None), ("4급", 180, "501"), ("4급", 194, "549.02"), ("4급", 195, "551"),
        ("4급", 209, "599.02"), ("4급", 210, "601"), ("4급", 211, "602.09"), ("4급", 250, "644.60"),
        ("4급", 300, "699.10"),
        ("5급", 180, "701"), ("5급", 194, "749.02"), ("5급", 195, "751"), ("5급", 209, "799.02"),
        ("5급", 210, "801"), ("5급", 254, "848.96"), ("5급", 255, "850.05"), ("5급", 300, "899.10"),
        ("6급", 180, "901"), ("6급", 194, "924.94"), ("6급", 195, "926"), ("6급", 209, "949.94"),
        ("6급", 210, "951"), ("6급", 300, "999.60"),
    ],
)  # fmt: skip
def test_hsk_bands_convert_unrounded(level, score, expected):
    value = converted(BOOK.test("HSK"), Decimal(score), level)
    assert value == (Decimal(expected) if expected is not None else None)


def test_hsk_without_its_level_converts_to_nothing():
    assert isinstance(BOOK.test("HSK").conversion, BandConversion)
    assert converted(BOOK.test("HSK"), Decimal(250), None) is None


def test_bonus_tests_do_not_convert():
    assert converted(BOOK.test("FLEX_FR"), Decimal(1000), None) is None
