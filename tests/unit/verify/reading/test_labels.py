"""Labels: which pieces are labels, and where a piece is parted from its value."""

from __future__ import annotations

import numpy as np
import pytest

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text

LABELS = (
    Label("name", ("성명", "Name")),
    Label("joined_on", ("입사일", "입사일자")),
    Label("left_on", ("퇴사일", "퇴사일자")),
    Label("number", ("자격번호",)),
    Label("registration_no", ("Admission Ticket Number", "准考证号")),
    Label("person", ("Test taker",)),
)


def sheet_of(*lines: str) -> Sheet:
    """A sheet with one piece a line; pieces parted by ` | ` stand side by side."""
    texts, gray = [], np.full((2000, 2000), 255, np.uint8)
    for row, line in enumerate(lines):
        left = 10
        for part in line.split(" | "):
            words, place = [], left
            for word in part.split():
                words.append(Word(word, place, place + 20 * len(word)))
                place += 20 * len(word) + 10
            glyphs = tuple((word.left, word.right) for word in words)
            texts.append(
                Text(Piece((left, 50 * row, place - 10, 50 * row + 30), None, glyphs), Seen(tuple(words)), "kor")
            )
            left = place + 20
    return Sheet(1, np.dstack([gray] * 3), gray, (), tuple(texts), False)


def found(*lines: str) -> list[tuple[str, str | None]]:
    return [
        (anchor.field, anchor.rest.text if anchor.rest else None) for anchor in find_labels([sheet_of(*lines)], LABELS)
    ]


@pytest.mark.parametrize("printed", ["성명", "성 명", "성명:", "성명 (Name)", "Name / 성명", "NAME", "姓名 Name"])
def test_a_label_is_known_however_it_is_spaced_bracketed_or_translated(printed: str) -> None:
    assert found(printed) == [("name", None)]


def test_a_value_close_behind_a_label_in_two_languages_is_no_part_of_it() -> None:
    assert found("성명 (Name) | 홍길동") == [("name", None)]
    assert found("성명 | (Name) | 홍길동") == [("name", None), ("name", None)]


def test_a_value_behind_its_label_is_parted_from_it() -> None:
    assert found("성명 : 홍길동") == [("name", "홍길동")]
    assert found("자격번호 18201234567A") == [("number", "18201234567A")]


def test_a_long_label_may_hold_one_misread_letter_but_not_where_two_labels_are_as_near() -> None:
    assert found("자격변호") == [("number", None)]
    assert found("몹사일자") == []


def test_of_two_labels_a_syllable_away_the_one_but_for_a_stroke_is_meant() -> None:
    assert found("뢰사일자") == [("left_on", None)]
    assert found("자격변호 18-365") == [("number", "18-365")]


def test_a_short_label_must_be_read_letter_for_letter() -> None:
    assert found("성멍") == []


def test_a_label_in_two_neighbouring_pieces_is_one_label() -> None:
    assert found("Admission | Ticket Number") == [("registration_no", None), ("registration_no", None)]


def test_a_heading_that_begins_like_a_latin_label_is_none() -> None:
    assert found("Test Taker Score Report") == []
    assert found("Test Taker: HONG") == [("person", "HONG")]


def test_labels_are_compared_by_letters_and_digits_only() -> None:
    assert squeeze(" 성 명 (Name) : ") == "성명name"


def test_a_value_glued_to_its_label_keeps_its_first_word() -> None:
    anchor = find_labels([sheet_of("Name:KIM GYEONGJA")], LABELS)[0]
    assert anchor.rest is not None
    assert anchor.rest.text == "KIM GYEONGJA"
    assert 80 < anchor.rest.box[0] <= 110  # the word starts at 10, a letter is 20 wide, and KIM is its sixth
    assert anchor.rest.piece.glyphs[0][0] == anchor.rest.box[0]


def test_a_short_note_in_brackets_behind_a_label_is_no_value() -> None:
    (anchor,) = find_labels([sheet_of("입사일 ().0.E.)")], LABELS)
    assert (anchor.field, anchor.rest) == ("joined_on", None)
    (anchor,) = find_labels([sheet_of("입사일 (2011.02.03)")], LABELS)
    assert anchor.rest is not None


def in_scores(*lines: str) -> list[tuple[str, str | None]]:
    labels = (
        Label("score", ("Total", "Note totale")),
        Label("sections.reading", ("읽기", "Reading", "Compréhension écrite")),
        Label("valid_until", ("有效期至",)),
        Label("announced_on", ("Release date",)),
    )
    return [
        (anchor.field, anchor.rest.text if anchor.rest else None) for anchor in find_labels([sheet_of(*lines)], labels)
    ]


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Total out of 60", "score"),
        ("Note totale sur 60 / Total out of 60", "score"),
        ("읽7 Reading", "sections.reading"),
        ("읽 기 (7?)", "sections.reading"),
        ("Comprehensian écrite / Reading", "sections.reading"),
    ],
)
def test_a_score_s_label_may_say_the_most_or_be_misread_in_one_language(printed: str, field: str) -> None:
    assert in_scores(printed) == [(field, None)]


def test_a_chinese_label_is_parted_from_the_date_glued_to_it() -> None:
    assert in_scores("成绩有效期至2017年3月4日") == [("valid_until", "2017年3月4日")]


def test_two_languages_in_two_pieces_are_one_label_though_the_bar_between_was_not_seen() -> None:
    assert in_scores("Publicacion | Released") == [("announced_on", None)] * 2


def test_a_long_label_read_in_parts_may_hold_a_misread_letter() -> None:
    anchors = find_labels([sheet_of("VOC | ABUI | ARY")], [Label("sections.vocabulary", ("Vocabulary",))])
    assert [anchor.field for anchor in anchors] == ["sections.vocabulary"] * 3
    assert find_labels([sheet_of("VO | ABU | LIST")], [Label("sections.vocabulary", ("Vocabulary",))]) == []


def test_a_syllable_with_its_last_letter_misread_is_known_where_only_one_label_is_so_near() -> None:
    labels = (Label("sections.listening", ("듣기점수",)), Label("sections.writing", ("쓰기점수",)))
    assert [anchor.field for anchor in find_labels([sheet_of("들기점수")], labels)] == ["sections.listening"]
    assert find_labels([sheet_of("둑기점수")], labels) == []


def test_a_note_that_a_bracket_opens_announces_no_score() -> None:
    assert in_scores("(Total 0", "to 80)") == []
    assert in_scores("(Total) 60") == [("score", "60")]


def test_single_signs_around_a_slash_are_no_second_label() -> None:
    listening = [Label("sections.listening", ("듣기",)), Label("score", ("합계",))]
    assert [anchor.field for anchor in find_labels([sheet_of("ㄴ / ㄷ (듣기)")], listening)] == ["sections.listening"]


@pytest.mark.parametrize(("printed", "found"), [("종점: 845", "845"), ("종점 845점", "845점"), ("종점 안내", None)])
def test_a_short_label_of_a_score_is_known_but_for_a_stroke_before_a_score(printed: str, found: str | None) -> None:
    labels = [Label("score", ("총점",)), Label("sections.reading", ("읽기",))]
    anchors = find_labels([sheet_of(printed)], labels)
    assert [anchor.rest.text for anchor in anchors if anchor.rest] == ([found] if found else [])


def test_a_code_of_letters_and_digits_behind_a_label_is_its_value() -> None:
    assert found("자격번호 (Certificate No.) AB1C-2D34-EF56") == [("number", "AB1C-2D34-EF56")]
    assert found("Certificate No. AB1C-2D34-EF56") == [("number", "AB1C-2D34-EF56")]


def test_two_labels_before_one_colon_announce_two_values() -> None:
    labels = (Label("position", ("직위",)), Label("duty", ("담당업무",)), Label("score", ("총점",)))
    said = [
        (anchor.field, anchor.rest.text if anchor.rest else None)
        for anchor in find_labels([sheet_of("직위 / 담당업무 : 과장 / 시공", "소속 / 직위 : 본사 / 부장")], labels)
    ]
    assert said == [("position/duty", "과장 / 시공"), ("#/position", "본사 / 부장")]
    (score,) = find_labels([sheet_of("총점 / Total : 80 / 100")], labels)
    assert score.field == "score"


def test_a_label_spaced_out_over_pieces_may_end_before_a_colon_and_its_value() -> None:
    labels = (Label("name", ("성명",)), Label("company", ("상호",)))
    anchors = find_labels([sheet_of("성 | 명 : 홍길동", "성 | 별 : 남")], labels)
    assert [(anchor.field, anchor.rest.text if anchor.rest else None) for anchor in anchors] == [
        ("#", None),
        ("name", "홍길동"),
    ]


def test_who_a_name_label_means_may_stand_behind_it_in_brackets() -> None:
    labels = (Label("name", ("경영주", "취득자명")),)
    assert [anchor.rest for anchor in find_labels([sheet_of("경영주(농업인)")], labels)] == [None]
    (named,) = find_labels([sheet_of("취득자명(홍길동)")], labels)
    assert named.rest is not None
    birth = Label("birth_date", ("Date of birth",))
    assert [anchor.rest for anchor in find_labels([sheet_of("Date of Birth 생 닌 원 일")], (birth,))] == [None]


def test_a_label_in_a_sentence_announces_nothing() -> None:
    labels = (Label("issued_on", ("발급일",)),)
    assert find_labels([sheet_of("발급일 현재 재직하고 있음을")], labels) == []
    assert [anchor.field for anchor in find_labels([sheet_of("발급일 2018. 3. 4.")], labels)] == ["issued_on"]
