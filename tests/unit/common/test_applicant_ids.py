"""Application numbers."""

import pytest

from services.common.applicant_ids import is_applicant_id


@pytest.mark.parametrize("text", ["2019-0001", "A", "접수-17", "2019110100001", "a" * 64])
def test_an_application_number_of_a_portal_is_accepted(text: str) -> None:
    assert is_applicant_id(text)


@pytest.mark.parametrize("text", ["", "../x", "a/b", "-a", ".a", "a" * 65, "a b", "a\n", "a\x00"])
def test_what_could_leave_its_place_is_refused(text: str) -> None:
    assert not is_applicant_id(text)


@pytest.mark.parametrize("text", ["910101-1234567", "9101011234567"])
def test_a_resident_number_is_no_application_number(text: str) -> None:
    assert not is_applicant_id(text)
