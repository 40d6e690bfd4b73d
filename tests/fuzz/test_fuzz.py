"""A few hundred cases of everything that is fuzzed, the same at every run. `make fuzz` throws a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.targets import HELD, TARGETS, Target

CASES = {"values": 150, "avro": 100, "files on sight": 80, "labels": 60, "offline score": 50}
FEWER = 30


@pytest.fixture(scope="module", autouse=True)
def held() -> Iterator[None]:
    yield
    HELD.close()


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_case_ends_in_a_result_or_a_typed_error(target: Target) -> None:
    tried = 0

    @settings(
        max_examples=CASES.get(target.name, FEWER),
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(target.cases)
    def throw(case: Any) -> None:
        nonlocal tried
        tried += 1
        target.run(case)

    throw()
    assert tried >= FEWER // 2
