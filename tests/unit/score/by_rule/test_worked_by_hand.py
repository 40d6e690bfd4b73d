"""Cases worked out with pencil and paper from the text of seed 002 alone, run through `docintake score`.

Each row says what the source makes of it: the points of language, certificates and bonus, and whether it is eligible.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.score.applicants import Body, body, certificate, language, status, toeic

OLD, NEW = "2018-05-11", "2018-05-12"
"""The last day of the old TEPS, and the first of the new one."""
HISTORY, KBS, TOKL, WRITING, IT = (
    "한국사능력검정시험",
    "KBS한국어능력",
    "국어능력인증시험",
    "한국실용글쓰기",
    "컴퓨터활용능력",
)


def hsk(level: str, points: str) -> Body:
    return language("HSK", points, level=level)


LANGUAGE: list[tuple[Body, str, bool]] = [
    # 50 + 20 × 600/850 = 64.1176…
    (toeic("600"), "64.11", True),
    (toeic("595"), "64.00", False),
    (toeic("855"), "70.00", True),
    # 붙임3 TEPS: 482~485 → 600, 486~488 → 605 (64.235…), 523 → 650 (65.294…), 524 → 655 (65.411…), 700 the top row
    (language("TEPS", "481", test_date=OLD), "0.00", False),
    (language("TEPS", "482", test_date=OLD), "64.11", True),
    (language("TEPS", "485", test_date=OLD), "64.11", True),
    (language("TEPS", "486", test_date=OLD), "64.23", True),
    (language("TEPS", "523", test_date=OLD), "65.29", True),
    (language("TEPS", "524", test_date=OLD), "65.41", True),
    (language("TEPS", "694", test_date=OLD), "69.88", True),
    (language("TEPS", "701", test_date=OLD), "70.00", True),
    # one name, two tests: 500 is 620 of the old one (64.588…) and above the table of the new one
    (language("TEPS", "500", test_date=OLD), "64.58", True),
    (language("TEPS", "500", test_date=NEW), "70.00", True),
    (language("NEW_TEPS", "300", test_date=NEW), "66.47", True),
    (language("NEW_TEPS", "300", test_date=OLD), "0.00", False),
    # 285 → 660 (65.529…), 286~286 → 665 (65.647…), 287 → 670 (65.764…), 279 alone → 645 (65.176…)
    (language("NEW_TEPS", "257", test_date=NEW), "0.00", False),
    (language("NEW_TEPS", "258", test_date=NEW), "64.11", True),
    (language("NEW_TEPS", "279", test_date=NEW), "65.17", True),
    (language("NEW_TEPS", "285", test_date=NEW), "65.52", True),
    (language("NEW_TEPS", "286", test_date=NEW), "65.64", True),
    (language("NEW_TEPS", "287", test_date=NEW), "65.76", True),
    (language("NEW_TEPS", "387", test_date=NEW), "70.00", True),
    # TOEFL 87 → 765 (18 exactly), 88 → 780 (18.352…), 120 above the table
    (language("TOEFL_IBT", "67"), "0.00", False),
    (language("TOEFL_IBT", "87"), "68.00", True),
    (language("TOEFL_IBT", "88"), "68.35", True),
    (language("TOEFL_IBT", "120"), "70.00", True),
    # TOEIC-S 110 → 625 (64.705…), 140 → 830 (69.529…), 150 → 870, cut at 850
    (language("TOEIC_S", "100"), "0.00", False),
    (language("TOEIC_S", "110"), "64.70", True),
    (language("TOEIC_S", "140"), "69.52", True),
    (language("TOEIC_S", "150"), "70.00", True),
    (language("OPIC", level="IL"), "0.00", False),
    (language("OPIC", level="IM1"), "64.11", True),
    (language("OPIC", level="IM2"), "68.00", True),
    (language("OPIC", level="IM3"), "70.00", True),
    (language("JPT", "595"), "64.00", False),
    (language("JPT", "845"), "69.88", True),
    # 2 × 663/85 = 15.6 exactly: binary fractions would make 65.59 of it; likewise 748 and 833
    (language("BCT", "599"), "64.09", False),
    (language("BCT", "663"), "65.60", True),
    (language("BCT", "748"), "67.60", True),
    (language("BCT", "833"), "69.60", True),
    # 新HSK: floor of the band + (score - floor of the scores) × width, never rounded on the way
    (hsk("3급", "300"), "61.73", False),  # 401 + 60 × 1.63 = 498.8 → 11.736…
    (hsk("4급", "194"), "62.91", False),  # 501 + 14 × 3.43 = 549.02 → 12.918…
    (hsk("4급", "209"), "64.09", False),  # 551 + 14 × 3.43 = 599.02 → 14.094…
    (hsk("4급", "210"), "64.14", True),  # 601 → 14.141…
    (hsk("4급", "300"), "66.44", True),  # 601 + 90 × 1.09 = 699.1 → 16.449…
    (hsk("5급", "179"), "0.00", False),
    (hsk("5급", "180"), "66.49", True),  # 701 → 16.494…; its total lies under 4급 210, its converted value above
    (hsk("5급", "194"), "67.62", True),  # 749.02 → 17.624…
    (hsk("5급", "195"), "67.67", True),  # 751 → 17.670…
    (hsk("5급", "254"), "69.97", True),  # 801 + 44 × 1.09 = 848.96 → 19.975…
    (hsk("5급", "255"), "70.00", True),  # 850.05
    (hsk("6급", "180"), "70.00", True),
    # §3: from 2017-11-01 on, published by the notice, regular sittings
    (toeic("700", test_date="2017-10-31"), "66.47", False),
    (toeic("700", test_date="2017-11-01"), "66.47", True),
    (toeic("700", test_date="2019-08-25", announced_on="2019-09-20"), "66.47", True),
    (toeic("700", test_date="2019-08-25", announced_on="2019-09-21"), "66.47", False),
    (toeic("700", sitting="특별"), "66.47", False),
    (toeic("700", test_date=None), "0.00", False),
]

CERTIFICATES: list[tuple[str, list[Body], str, bool]] = [
    # 붙임2 예) ①–④ of the common ones, ①–② of the field's own
    ("경상", [certificate(HISTORY, "1급"), certificate(HISTORY, "2급")], "5.00", True),
    ("경상", [certificate(TOKL, "1급"), certificate(KBS, "1급")], "5.00", True),
    ("경상", [certificate(HISTORY, "1급"), certificate("정보처리기사")], "10.00", True),
    ("경상", [certificate(HISTORY, "1급"), certificate(WRITING, "1급"), certificate("정보처리산업기사")], "10.00",
     True),
    ("토목일반", [certificate("토목시공기술사"), certificate("토목기사")], "20.00", True),
    ("기계", [certificate("건설기계기사"), certificate("건설기계정비기사")], "10.00", True),
    # the grades of the three Korean tests, and those that no list holds
    ("경상", [certificate(KBS, "2+급")], "4.00", True),
    ("경상", [certificate(KBS, "2-급")], "3.00", True),
    ("경상", [certificate(KBS, "3+급")], "0.00", True),
    ("경상", [certificate(WRITING, "준2급")], "3.00", True),
    ("경상", [certificate(WRITING, "3급")], "0.00", True),
    ("경상", [certificate(HISTORY, "3급"), certificate(KBS, "2-급"), certificate(IT, "3급")], "9.00", True),
    ("경상", [certificate(HISTORY, "4급")], "0.00", True),
    ("경상", [certificate("사무자동화산업기사"), certificate(IT, "3급")], "4.00", True),
    # ※ 컴퓨터활용능력은 대한상공회의소만
    ("경상", [certificate(IT, "1급", issuer="한국산업인력공단")], "0.00", True),
    ("경상", [certificate(IT, "1급", issuer=None)], "0.00", True),
    # ※ 전산일반: 정보처리기사 as its own only
    ("전산일반", [certificate("정보처리기사")], "10.00", True),
    ("전산일반", [certificate("정보처리기사"), certificate("정보처리산업기사")], "14.00", True),
    ("전산일반", [certificate("정보처리기사"), certificate("정보보안기사"), certificate(IT, "1급")], "15.00", True),
    ("전산일반", [certificate("정보처리산업기사")], "4.00", False),
    # 기사 이상 of the field applied for; a second list of the same area counts nothing
    ("토목일반", [certificate("토목산업기사")], "0.00", False),
    ("도시계획", [certificate("토목기사")], "0.00", False),
    ("전기", [certificate("건축기사")], "0.00", False),
    ("건축", [certificate("건축설비기사"), certificate("건축사")], "20.00", True),
    ("기계", [certificate("소방설비기사(전기분야)")], "0.00", False),
    ("전기", [certificate("소방설비기사(전기분야)")], "10.00", True),
    ("환경", [certificate("생물분류기사")], "0.00", False),  # which of the two, nobody said
    ("환경", [certificate("생물분류기사 (식물)")], "10.00", True),
    ("기계", [certificate("기계공정설계기술사")], "20.00", True),
    ("지질", [certificate("토양환경기술사"), certificate(HISTORY, "2급"), certificate(KBS, "2+급")], "28.00", True),
    ("경상", [certificate("토목시공기술사")], "0.00", True),
    ("토목일반", [certificate("토목기사", acquired_on="2019-09-20")], "10.00", True),
    ("토목일반", [certificate("토목기사", acquired_on="2019-09-21")], "0.00", False),
    ("경상", [certificate(KBS, "1급", valid_until="2019-09-19")], "0.00", True),
    ("경상", [certificate(KBS, "1급", valid_until="2019-09-20")], "5.00", True),
    ("경상", [certificate(HISTORY, "1급", number=None)], "0.00", True),
]  # fmt: skip

DELF, DELE = language("DELF", level="B1", id="f"), language("DELE", level="B2", id="e")
POOR, TRAINED = status("저소득층"), status("고용디딤돌")
ELECTRIC = certificate("전기기사")

BONUS: list[tuple[str, list[Body], str]] = [
    ("경상", [POOR, TRAINED], "2.00"),
    ("경상", [DELF, DELE], "1.00"),
    ("경상", [language("DELF", level="A2", id="f")], "0.00"),
    ("경상", [language("DELF", level="C1", id="f")], "1.00"),
    ("경상", [language("FLEX_FR", "700", id="f")], "0.00"),
    ("경상", [language("FLEX_ES", "701", id="f")], "1.00"),
    ("경상", [language("FLEX_ES", "701", id="f", test_date="2017-10-31")], "0.00"),
    ("경상", [language("DELE", level="B1", id="e", announced_on="2019-09-21")], "0.00"),
    ("전기", [ELECTRIC], "1.00"),
    ("기계", [ELECTRIC], "1.00"),
    ("건축", [certificate("발송배전기술사")], "1.00"),
    ("토목일반", [ELECTRIC], "0.00"),
    ("전산일반", [ELECTRIC], "0.00"),
    ("전기", [certificate("전기공사기사")], "0.00"),
    ("전기", [certificate("전기산업기사")], "0.00"),
    ("전기", [certificate("전기기사"), certificate("전기기능장"), POOR, TRAINED, DELF, DELE], "4.00"),
]


def scores(docintake: Any, bodies: list[Body]) -> list[dict[str, Any]]:
    """One score a body, by one run of the command."""
    found = docintake.score(*({"applicant_id": f"A-{n}", **one} for n, one in enumerate(bodies)))
    assert all("error" not in one for one in found), found
    return found


def test_language_results(docintake):
    found = scores(docintake, [body(claim) for claim, _, _ in LANGUAGE])
    expected = [(claim["test"], claim["score"], points, eligible) for claim, points, eligible in LANGUAGE]
    told = [
        (claim["test"], claim["score"], one["language"], one["eligible"])
        for (claim, _, _), one in zip(LANGUAGE, found, strict=True)
    ]
    assert told == expected


def test_certificates(docintake):
    found = scores(docintake, [body(toeic(), *claims, field=field) for field, claims, _, _ in CERTIFICATES])
    titles = [[f"{one['title']} {one['grade'] or ''}" for one in claims] for _, claims, _, _ in CERTIFICATES]
    expected = [
        (field, names, points, fit) for (field, _, points, fit), names in zip(CERTIFICATES, titles, strict=True)
    ]
    told = [
        (field, names, one["certificates"], one["eligible"])
        for (field, _, _, _), names, one in zip(CERTIFICATES, titles, found, strict=True)
    ]
    assert told == expected


def test_bonuses(docintake):
    found = scores(docintake, [body(toeic(), *claims, field=field) for field, claims, _ in BONUS])
    assert [(field, len(claims), one["bonus"]) for (field, claims, _), one in zip(BONUS, found, strict=True)] == [
        (field, len(claims), points) for field, claims, points in BONUS
    ]


def test_the_highest_score_there_is(docintake):
    everything = [
        certificate(HISTORY, "1급"), certificate(KBS, "1급"), certificate(IT, "1급"), certificate("전기응용기술사"),
        POOR, TRAINED, DELF,
    ]  # fmt: skip
    (found,) = scores(docintake, [body(toeic("990"), *everything, field="전기")])
    assert (found["language"], found["certificates"], found["bonus"], found["total"]) == (
        "70.00",
        "30.00",
        "4.00",
        "104.00",
    )


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        (toeic("703"), "703"),
        (toeic("995"), "995"),
        (language("TOEIC_S", "115"), "115"),
        (language("OPIC", level="IM"), "IM"),
        (language("TOEFL_IBT", "121"), "121"),
        (hsk("7급", "200"), "7급"),
        (toeic("700", test_date="2019-02-29"), "2019-02-29"),
        (toeic("700", test_date="2018-13-01"), "2018-13-01"),
        (language("IELTS", "7"), "IELTS"),
        (toeic("700.0"), "700.0"),
        (toeic("칠백"), "칠백"),
        (toeic("７００"), "７００"),
    ],
)
def test_what_no_paper_can_say_is_refused_with_its_value(docintake, claim, value):
    (found,) = docintake.score({"applicant_id": "A-1", **body(claim)})
    assert found["error"]["code"] == "INVALID_FIELD"
    for tongue in ("ko", "en"):
        assert value in found["error"][tongue]


def test_two_eligibility_tests_are_refused_and_a_certificate_claimed_twice_counts_once(docintake):
    two = body(toeic(), language("TEPS", "600", id="lang-2", test_date=OLD))
    twice = body(toeic(), certificate(HISTORY, "1급"), certificate(HISTORY, "1급") | {"id": "other"})
    refused, counted = docintake.score({"applicant_id": "A-1", **two}, {"applicant_id": "A-2", **twice})
    assert refused["error"]["code"] == "INVALID_FIELD"
    assert "TEPS" in refused["error"]["en"]
    assert counted["certificates"] == "5.00"
