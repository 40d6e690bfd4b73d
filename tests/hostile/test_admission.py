"""Every hostile file gets a typed refusal or an honest verdict, within its limits, and its parent lives on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from services.intake.admission.child import Admission
from services.intake.admission.decide import Admitted
from services.intake.admission.kinds import Kind
from tests.hostile import trial
from tests.hostile.catalogue import hostile_files, quick_files
from tests.hostile.jpeg_heic import photo
from tests.hostile.specimen import ADMITTED, Hostile
from tests.unit.intake import papers

MOST_PAGES = 20


def test_there_are_hundreds_and_no_two_are_the_same() -> None:
    assert len({hashlib.sha256(file.make()).digest() for file in hostile_files()}) == len(hostile_files()) >= 800
    assert len({file.name for file in hostile_files()}) == len(hostile_files())
    assert len(quick_files()) >= 300
    assert {file.name.split("/")[0] for file in quick_files()} == {file.name.split("/")[0] for file in hostile_files()}


@pytest.mark.parametrize("file", quick_files(), ids=lambda file: file.name)
def test_it_is_refused_or_admitted_honestly_within_its_limits(
    admission: Admission, file: Hostile, record_property: Callable[[str, object], None]
) -> None:
    result = trial.tried(admission, file)
    record_property("hostile", result.code)
    record_property("over", result.over)
    assert result.honest, f"{result.code} is none of {sorted(file.allowed)}"
    assert not result.over, f"{result.seconds:.1f} s, {result.memory} bytes"
    if result.code == ADMITTED:
        assert 1 <= result.pages <= MOST_PAGES
    else:
        assert all(result.messages)
        assert not any(word in message for message in result.messages for word in ("Error", "Traceback", "0x"))


def test_after_all_of_them_a_good_paper_is_admitted(admission: Admission) -> None:
    assert admission.admit(papers.pdf(3)) == Admitted(Kind.PDF, 3)
    assert admission.admit(photo()) == Admitted(Kind.JPEG, 1)
