"""Certificate numbers and telephone numbers."""

import pytest

from services.verify.values import canonical
from services.verify.values.numbers import parse_licence_number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("18201234567A", "18201234567A"),
        ("18 201 234567 a", "18201234567A"),
        ("l82O1234567T", "18201234567T"),
        ("182012345677", "182012345677"),
        ("2019-55-545145", "201955545145"),
        ("제 41-12345 호", "4112345"),
        ("18-K9-012345", "18K9012345"),
        ("2019-01-001", "201901001"),
        ("(2019-01-001)", "201901001"),
    ],
)
def test_a_number_is_compared_without_spaces_and_separators(printed: str, value: str) -> None:
    assert canonical("number", printed) == value


@pytest.mark.parametrize("printed", ["2019-08-04]", "홍길동", "번호", "", "----"])
def test_a_number_with_a_sign_that_may_be_two_things_has_no_value(printed: str) -> None:
    """A bracket may be a 1."""
    assert canonical("number", printed) is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("18201234567A", "18201234567A"),
        ("l82O1234567T", "18201234567T"),
        ("182012345677", "18201234567T"),
        ("182012345672", "18201234567Z"),
        ("182012345678", None),
        ("2019-55-54514", None),
        ("41-12345", None),
    ],
)
def test_the_letter_behind_a_licence_number_is_known_by_its_place(printed: str, value: str | None) -> None:
    """An 8 in the place of the letter may be B or S."""
    assert parse_licence_number(printed) == value


@pytest.mark.parametrize("printed", ["182012345677", "18201234567A", "l82O1234567T", "2019-55-545145", "18-K9-012345"])
def test_a_canonical_number_stays_what_it_is(printed: str) -> None:
    value = canonical("number", printed)
    assert value is not None
    assert canonical("number", value) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("02-123-4567", "021234567"),
        ("02) 123-4567", "021234567"),
        ("+82 10 1234 5678", "01012345678"),
        ("1588-1234", "15881234"),
        ("02-1234", None),
        ("인사팀 02-123-4567", None),
        ("02-461-6761", "024616761"),
        ("042-461-676", None),
    ],
)
def test_a_telephone_number_is_its_digits_and_of_a_possible_length(printed: str, value: str | None) -> None:
    assert canonical("confirmation.hr.phone", printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("082002-087258", "082002087258"),
        ("190181655640", "190181655640"),
        ("H4180626098402990", "H4180626098402990"),
        ("12345", "12345"),
        ("40.", None),
        ("No.", None),
    ],
)
def test_a_registration_number_may_be_of_any_length_but_no_score(printed: str, value: str | None) -> None:
    assert canonical("registration_no", printed) == value


def test_the_end_of_brackets_behind_a_ticket_s_number_is_no_part_of_it() -> None:
    assert canonical("registration_no", "K201812345678)") == "K201812345678"
    assert canonical("registration_no", "(K2018") is None
