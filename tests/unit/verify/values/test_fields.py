"""Every field of a declaration has its parser, and a canonical value is its own canonical value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.verify.values import canonical, same, unsupported
from services.verify.values.alphabet import known_syllables, supported

FIELDS = (
    "name", "name_latin", "birth_date", "title", "grade", "number", "acquired_on", "issued_on", "valid_until", "issuer",
    "test", "score", "level", "test_date", "announced_on", "registration_no", "sections.listening", "company",
    "joined_on", "left_on", "project", "from", "to", "client", "job_field", "specialty", "work_type", "duty", "method",
    "position", "responsibility", "confirmation.hr.department", "confirmation.business.person", "confirmation.hr.phone",
    "confirmation.hr.issue_no", "records[0].from",
)  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
@given(text=st.text(alphabet="0123456789.-/ ()년월일급점가나다홍길동ABCDILMabc주", max_size=18))
def test_a_canonical_value_is_its_own_canonical_value(field: str, text: str) -> None:
    value = canonical(field, text)
    if value is not None:
        assert canonical(field, value) == value
        assert same(field, text, value)


@pytest.mark.parametrize("field", FIELDS)
@given(text=st.text(max_size=30))
def test_any_text_has_a_value_or_none_and_never_an_error(field: str, text: str) -> None:
    value = canonical(field, text)
    assert value is None or value == value.strip() != ""


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(KeyError, match="shoe_size"):
        canonical("shoe_size", "42")


def test_the_korean_models_know_1076_syllables_and_the_rest_is_unsupported() -> None:
    assert len(known_syllables()) == 1076
    assert unsupported("홍쁑길멉") == {"쁑", "멉"}
    assert supported("홍길동 HONG 1994")
    assert not supported("보령댐")
