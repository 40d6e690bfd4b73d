"""The comparison laid out for the eye."""

import pytest

from services.verify.judging.verdict import ReasonCode
from services.verify.review.view import REASON_KO, Piece, compared, seoul


def test_the_letters_that_differ_are_marked_on_both_sides() -> None:
    declared, read = compared("2018-08-17", "2018-08-11")
    assert declared == (Piece("2018-08-1", False), Piece("7", True))
    assert read == (Piece("2018-08-1", False), Piece("1", True))


def test_spaces_and_hyphens_are_never_marked() -> None:
    declared, _ = compared("국도 제37호선", "국도제38호선")
    assert [piece.text for piece in declared if piece.differs] == ["7"]


@pytest.mark.parametrize(("declared", "read"), [("845", None), (None, "845"), ("845", "845"), (None, None)])
def test_one_side_alone_or_equal_sides_mark_nothing(declared: str | None, read: str | None) -> None:
    assert not any(piece.differs for side in compared(declared, read) for piece in side)


def test_moments_are_shown_in_seoul() -> None:
    assert seoul("2019-09-25T15:30:00.000+00:00") == "2019-09-26 00:30:00"


def test_every_reason_of_judging_has_its_korean_word_in_the_list() -> None:
    assert set(REASON_KO) == {code.value for code in ReasonCode}
