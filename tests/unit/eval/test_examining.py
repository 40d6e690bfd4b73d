"""One case from values to counts, with readers that see nothing or break."""

from collections.abc import Sequence
from functools import cache

import pytest

from eval.declaring import announcement
from eval.examining import Examined, Wish, examine
from eval.plan import Case
from services.verify.evidence import Unread
from services.verify.reading.engine.port import Seen
from services.verify.reading.picture import Gray

SEEN = Case("TOEIC", "official-report", False, "digital", 3)
WISH = Wish(near_misses=20, baseline=False, open_sealed=False)


class BlindEngine:
    """Sees nothing."""

    version = "blind 1"
    models = frozenset({"kor", "eng"})

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        return [Seen()] * len(crops)


class BreakingEngine(BlindEngine):
    """Raises."""

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        raise MemoryError


@cache
def blindly(sealed: bool) -> Examined:
    case = Case("TOEIC", "official-report", sealed, "scan300", 3)
    return examine(case, WISH, BlindEngine(), announcement())


def test_a_paper_that_nobody_can_see_has_only_unsure_fields_and_goes_to_staff() -> None:
    found = blindly(False)
    assert {one.outcome.value for one in found.ours.fields} == {"unsure"}
    assert found.ours.status == "UNREADABLE"
    assert found.ours.reasons == ((Unread.UNRECOGNISED.value, ""),)
    assert sum(found.ours.tried.values()) == 20
    assert sum(found.ours.passed.values()) == 0
    assert found.ours.cpu == pytest.approx(sum(found.ours.steps.values()), rel=0.01)


def test_a_failure_on_a_seen_layout_is_shown_and_one_on_a_sealed_layout_is_not() -> None:
    (shown,) = blindly(False).failures
    assert shown.kind == "not recognised"
    assert shown.seen.startswith("data:image/jpeg;base64,")
    assert blindly(True).failures == ()


def test_a_reader_that_breaks_is_counted() -> None:
    found = examine(Case("TOEIC", "official-report", False, "scan300", 3), WISH, BreakingEngine(), announcement())
    assert found.broke is not None
    assert found.broke.startswith("MemoryError at test_examining.py:")
    assert found.ours.status == "UNREADABLE"
    assert len(found.ours.fields) >= 8
