"""Records of one row whose title stands over their labels."""

from __future__ import annotations

from services.verify.reading.layout.labels import Label
from services.verify.reading.layout.tables import find_tables
from services.verify.reading.layout.titled_tables import with_titles
from services.verify.reading.papers.licence import licence_title
from tests.unit.verify.reading.ruled_sheets import HandSheet

LABELS = (
    Label("title", ("자격종목",)),
    Label("number", ("자격번호",)),
    Label("acquired_on", ("합격연월일",)),
    Label("issued_on", ("발급연월일",)),
)


def page(*titles: str) -> HandSheet:
    made = HandSheet()
    for place, title in enumerate(titles):
        top = 200 + 220 * place
        made.text(100, top, f"{place + 1}.")
        made.text(150, top, title)
        values = ("12345678901K", f"201{place}년 3월 4일", f"201{place}년 5월 6일")
        for left, label, value in zip((100, 600, 1100), ("자격번호", "합격연월일", "발급연월일"), values, strict=True):
            made.text(left, top + 50, label)
            made.text(left, top + 90, value)
    return made


def titles(made: HandSheet) -> list[str]:
    sheet = made.sheet()
    found = find_tables([sheet], LABELS, ("title", "number"))
    parts = with_titles([sheet], found, "title", lambda _, text: licence_title(text))
    return [row["title"].text if "title" in row else "" for part in parts for row in part.rows]


def test_the_line_over_the_labels_of_each_record_is_its_title() -> None:
    assert titles(page("산업안전기사", "정보처리산업기사")) == ["산업안전기사", "정보처리산업기사"]
    assert titles(page("산업안전기사")) == ["산업안전기사"]


def test_a_running_number_glued_to_a_title_is_no_part_of_it() -> None:
    assert licence_title("| 3 산업안전기사") == "산업안전기사"
    assert licence_title("3D프린터개발산업기사") == "3D프린터개발산업기사"


def test_a_heading_is_no_title() -> None:
    assert titles(page("취득사항")) == [""]
