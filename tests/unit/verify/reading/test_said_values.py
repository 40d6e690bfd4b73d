"""What sentences of reports and awards say: dates and numbers by the words around them."""

from __future__ import annotations

import pytest

from services.verify.reading.said_values import said


def values(printed: str, above: str = "", below: str = "") -> dict[str, str]:
    return {field: printed[start:end].strip() for field, start, end in said(above, printed, below)}


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("for obtaining a scaled score of 130 out of 200 (Level 6) in the", {"score": "130"}),
        ("test administered in Korea on March 4, 2018.", {"test_date": "March 4, 2018"}),
        (
            "The person took the test on 2 Jan 2018 (Registration No. 7654321) and passed.",
            {"test_date": "2 Jan 2018", "registration_no": "7654321"},
        ),
        (
            "a obtenu la note totale de 61,50/100 à la session du 04/03/2018 (résultats du 09/04/2018)",
            {"score": "61,50", "test_date": "04/03/2018", "announced_on": "09/04/2018"},
        ),
        ("nacida en Seúl el 12 de mayo de 1988,", {"birth_date": "12 de mayo de 1988"}),
        ("se expide este papel en Lugo, a 12 de mayo de 2018.", {"issued_on": "12 de mayo de 2018"}),
        ("con fecha de nacimiento 12 de mayo de 1988 y", {"birth_date": "12 de mayo de 1988"}),
        ("该成绩有效期至 2020年3月4日", {"valid_until": "2020年3月4日"}),
        ("Que Gildong HONG, de nacionalidad surcoreana", {"name_latin": "Gildong HONG"}),
        ("兹证明 HONG GILDONG （国籍：韩国", {"name_latin": "HONG GILDONG"}),
        ("홍길동 님의 시험 결과입니다", {"name": "홍길동"}),
        ("위 사람은 2018-03-04 시행한 시험에서 취득하여", {"test_date": "2018-03-04"}),
        (
            "시험에서 듣 기 211점, 독 해 187점, 총 점 398점(990점 만 점)을",
            {"sections.listening": "211", "score": "398"},
        ),
        ("于2018年3月4日参加考试，总分 455 分", {"test_date": "2018年3月4日", "score": "455"}),
    ],
)
def test_words_around_a_value_say_what_it_is(printed: str, found: dict[str, str]) -> None:
    assert found.items() <= values(printed).items()


def test_a_sentence_goes_on_from_line_to_line() -> None:
    assert values("04/03/2018 con la", above="que ha superado el examen celebrado el") == {"test_date": "04/03/2018"}
    assert values("취득하여 2018-04-09", below="발표한 성적은") == {"announced_on": "2018-04-09"}


@pytest.mark.parametrize(
    "printed",
    [
        "총점 50점 이상, 영역별 5점 이상이면 합격",
        "듣기 400점, 읽기 600점, 총점 1000점 만점",
        "Scores are valid for two years; a score of 0-30 is reported for each section",
        "The certificate was printed in Seoul in 2019.",
    ],
)
def test_what_can_be_reached_is_no_value(printed: str) -> None:
    assert values(printed) == {}


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("총점 412점(600점 만점)을 얻어 1급에 해당하는", {"score": "412"}),
        (
            "( 청해 171점, 어휘 44점, 문법 42점, 독해 155점 )",
            {
                "sections.listening": "171",
                "sections.vocabulary": "44",
                "sections.grammar": "42",
                "sections.reading": "155",
            },
        ),
        ("평가에 응시하여 ACTFL 기준 IH 등급을 취득하였음", {"level": "IH"}),
        ("has earned a rating of Advanced Low on the interview", {"level": "Advanced Low"}),
        ("This is to certify that Gildong HONG (홍길동), born on", {"name_latin": "Gildong HONG", "name": "홍길동"}),
        ("Scores are valid for two years after the test date (Mar 4, 2020).", {"valid_until": "Mar 4, 2020"}),
        ("이 성적은 2020. 3. 4. 까지 유효합니다.", {"valid_until": "2020. 3. 4"}),
        ("응시자 홍길동은 2018. 3. 4. 시행한", {"name": "홍길동", "test_date": "2018. 3. 4"}),
        ("상기 홍길동(HONG GILDONG, 1990. 1. 2. 생)은", {"name": "홍길동"}),
    ],
)
def test_scores_levels_and_names_are_said(printed: str, found: dict[str, str]) -> None:
    assert found.items() <= values(printed).items()


@pytest.mark.parametrize(
    "printed",
    [
        "IM1 등급 이상을 취득한 사람은 지원할 수 있습니다.",
        "an official rating of Intermediate Mid or higher is required",
        "This is to certify that The Committee has checked the report",
        "응시자 본인은 신분증을 지참하여야 합니다.",
        "신청자 님의 문의에 답합니다.",
        "듣기(400점 만점) 320점 이상",
    ],
)
def test_what_is_asked_for_is_not_what_was_reached(printed: str) -> None:
    assert values(printed) == {}


def test_a_number_of_which_a_part_was_misread_is_not_cut_short() -> None:
    assert "registration_no" not in values("수 험 번호 7B384-5 ㄷ A607")
    assert values("(수험번호 7654321 발급 2018.05.09)")["registration_no"] == "7654321"
