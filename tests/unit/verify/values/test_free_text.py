"""Names of companies, projects and the like: words."""

from __future__ import annotations

import pytest

from services.verify.values import canonical


@pytest.mark.parametrize("field", ["company", "project", "client", "confirmation.hr.department"])
@pytest.mark.parametrize("printed", ["2015-02-28", "02-3014-2751", "12"])
def test_digits_alone_are_no_words(field: str, printed: str) -> None:
    assert canonical(field, printed) is None


def test_a_name_may_hold_digits() -> None:
    assert canonical("company", "3M 코리아") is not None
    assert canonical("project", "국도 12호선") is not None
