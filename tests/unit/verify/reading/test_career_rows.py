"""Rows that count against an applicant: none that was cut up wrongly."""

from __future__ import annotations

import pytest

from services.verify.reading.papers.career_form import parse_call, parse_employer
from services.verify.reading.papers.career_rows import can_be_a_row

ROW = {
    "from": "2012-03-01",
    "to": "2013-04-30",
    "project": "국도확장공사",
    "client": "한국도로공사",
    "job_field": "토목",
    "specialty": "도로및공항",
    "work_type": "도로",
    "duty": "시공",
    "method": "NATM",
    "position": "과장",
    "responsibility": "참여기술인",
}
PAPER = {"joined_on": "2012-01-02", "left_on": "2014-12-31"}


def test_a_row_whose_cells_fit_can_be_one() -> None:
    assert can_be_a_row(ROW, PAPER)
    assert can_be_a_row(ROW | {"position": "차석"}, PAPER)


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": "2013-05-01"},
        {"project": ""},
        {"to": ""},
        {"position": "20120301"},
        {"client": "2012-12-26한국도로공사"},
        {"job_field": "시공"},
        {"job_field": "토목도로및공항"},
        {"duty": "과장"},
        {"responsibility": "참여기술"},
        {"position": "직위"},
        {"duty": "품질관리과장현장대리인분야별책임기술인"},
    ],
)
def test_a_cell_of_another_form_leaves_the_row_in_doubt(wrong: dict[str, str]) -> None:
    assert not can_be_a_row(ROW | wrong, PAPER)


def test_a_project_outside_the_employment_leaves_the_row_in_doubt() -> None:
    assert not can_be_a_row(ROW, PAPER | {"left_on": "2012-12-31"})
    assert can_be_a_row(ROW | {"company": "(주)대한건설"}, PAPER | {"left_on": "2012-12-31"})


def test_a_label_or_a_heading_is_no_employer() -> None:
    assert parse_employer("(주)대한건설") == "(주)대한건설"
    assert parse_employer("부서") is None
    assert parse_employer("입사년월일") is None
    assert parse_employer("2. 근무사항") is None


def test_a_telephone_number_is_found_behind_its_sign() -> None:
    assert parse_call("| Tel. 02-345-6789") == parse_call("02-345-6789") == parse_call("(인) ☎ 02-345-6789")
