"""The comparison laid out for the eye."""

import ast
from pathlib import Path

import pytest

import services.verify.reading
from services.verify.judging.verdict import ReasonCode
from services.verify.review.view import REASON_KO, REJECTION_KO, Piece, compared, reason_ko, seoul


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


def test_every_code_that_reading_rejects_with_has_its_korean_word_too() -> None:
    thrown = {
        node.args[0].value
        for path in Path(services.verify.reading.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Rejected"
        and isinstance(node.args[0], ast.Constant)
    }
    assert thrown >= {"ENCRYPTED", "UNREADABLE_FILE"}
    assert thrown <= set(REJECTION_KO)


def test_a_code_that_this_console_does_not_know_is_never_shown_raw() -> None:
    assert reason_ko("FROM_A_NEWER_RELEASE") == "그 밖의 이유"
    assert reason_ko("WRONG_PAPER") == "다른 서류"
    assert reason_ko("ENCRYPTED") == "암호가 걸린 파일"
