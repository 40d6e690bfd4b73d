"""Which Latin name may spell which Hangul name."""

from __future__ import annotations

import pytest

from services.verify.values.romanised import sounds_like


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("홍길동", "HONG GILDONG"),
        ("홍길동", "Gil-Dong Hong"),
        ("이서연", "LEE SEOYEON"),
        ("임찬경", "LIM CHANGYEONG"),
        ("최영희", "Choe Younghee"),
        ("황보민", "HWANGBO MIN"),
    ],
)
def test_a_name_and_its_spelling(hangul: str, latin: str) -> None:
    assert sounds_like(hangul, latin)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [("홍길동", "KIM MINSU"), ("이서연", "PARK JIHOON"), ("홍길동", ""), ("TOEIC", "HONG GILDONG")],
)
def test_another_name_does_not_spell_it(hangul: str, latin: str) -> None:
    assert not sounds_like(hangul, latin)
