"""Dates that are left over: what may be a value whose label nobody recognised."""

from __future__ import annotations

from services.verify.reading.layout.spots import Spot
from services.verify.reading.loose_values import has_loose_date
from services.verify.reading.sheets import Text
from tests.unit.verify.reading.ruled_sheets import HandSheet


def part() -> tuple[Text, ...]:
    page = HandSheet()
    page.text(200, 100, "2018. 3. 4.")
    return page.sheet().texts


def test_a_date_that_was_cut_out_of_its_sentence_is_not_left_over() -> None:
    page = HandSheet()
    page.text(100, 100, "위 사람은 2018. 3. 4. 시행한 시험에서")
    sheet = page.sheet()
    said = Spot("test_date", 0, sheet.texts, (200, 100, 300, 124))
    assert has_loose_date([sheet], [], [])
    cut_out = Spot("test_date", 0, part(), (200, 100, 300, 124))
    assert not has_loose_date([sheet], [], [cut_out])
    assert not has_loose_date([sheet], [], [said])


def test_of_two_dates_in_a_sentence_one_may_be_left_over() -> None:
    page = HandSheet()
    page.text(100, 100, "2018. 3. 4. 시행하여 2018. 3. 20. 발표한")
    cut_out = Spot("test_date", 0, part(), (100, 100, 200, 124))
    assert has_loose_date([page.sheet()], [], [cut_out])
