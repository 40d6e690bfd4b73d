"""Several labels and values in one line, each label in front of a colon."""

from __future__ import annotations

import pytest

from services.verify.reading.labels_in_lines import labelled_in_line
from services.verify.reading.layout.label_forms import Forms
from services.verify.reading.papers.number_labels import REPORT
from services.verify.reading.papers.paper import decoys
from services.verify.reading.papers.person_labels import PERSON_NOISE

FORMS = Forms.of((*REPORT, decoys(*PERSON_NOISE)))


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (
            "성명 : 홍길동 | 생년월일 : 1990. 1. 2. | 수험번호: 765432",
            [("name", "홍길동"), ("birth_date", "1990. 1. 2."), ("registration_no", "765432")],
        ),
        ("Test date: 4 May 2018 10:30, Name: HONG", [("test_date", "4 May 2018 10:30"), ("name", "HONG")]),
        ("姓名：HONG，性别：男，准考证号：K2018", [("name", "HONG"), ("#", "男"), ("registration_no", "K2018")]),
        ("문의 : 02-123-4567 (평일 09:00 ~ 18:00)", []),
    ],
)
def test_each_value_ends_where_the_next_label_begins(printed: str, found: list[tuple[str, str]]) -> None:
    assert [(field, printed[start:end]) for field, start, end in labelled_in_line(printed, FORMS)] == found
