"""Near misses differ from the truth in exactly one confusable place, and never only in spelling."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

import specimens
from eval.confusables import confusables, days, neighbours, syllables, titles
from eval.declaring import Declared, announcement, declare, leaves, parse, refusals
from eval.near_misses import NearMiss, differs, near_misses
from services.verify.values import canonical, same, unsupported

NOTICE = announcement()
SEED = 5


def declared(paper: str, seed: int = SEED) -> Declared | None:
    values = specimens.values(paper, seed)
    layout = specimens.layouts_of(paper, sealed=False)[0]
    truth = specimens.draw(paper, values, seed=seed, layout=layout).truth
    return declare(paper, specimens.claim_of(paper), values, truth, NOTICE.rulebook, seed)


def declarable(body: Mapping[str, Any]) -> bool:
    declaration = parse(body)
    return declaration is not None and not refusals(declaration, NOTICE)


def misses(paper: str, most: int = 400) -> list[NearMiss]:
    right = declared(paper)
    return near_misses(right, NOTICE.rulebook, SEED, most, declarable) if right else []


@pytest.mark.parametrize("paper", specimens.papers())
def test_no_near_miss_says_the_truth_in_another_spelling(paper: str) -> None:
    right = declared(paper)
    if right is None:
        pytest.skip("no claim is made from this paper alone")
    truths = leaves(right.body)
    found = misses(paper)
    assert len(found) >= 15
    for miss in found:
        values = leaves(miss.body)
        changed = [path for path in truths if values[path] != truths[path]]
        assert miss.path in changed
        assert values.keys() == truths.keys()
        for path in changed:
            field = path.removeprefix("claims[0].")
            if field not in ("status", "rate"):
                assert not same(field, truths[path], values[path]), (field, truths[path], values[path])
        if len(changed) == 2:
            assert all(path.startswith("claims[0].sections.") for path in changed)
            assert sum(Decimal(values[path]) for path in changed) == sum(Decimal(truths[path]) for path in changed)
        else:
            assert len(changed) == 1


def test_only_what_stands_on_the_paper_is_changed() -> None:
    right = declared("OPIC")
    assert right is not None
    paths = {miss.path for miss in misses("OPIC")}
    assert paths <= {*right.printed, "claims[0].test"}
    assert len(paths) >= 4


def test_what_the_portal_would_refuse_is_no_near_miss() -> None:
    found = misses("TOEIC")
    assert found
    assert all(declarable(miss.body) for miss in found)
    scores = {miss.declared for miss in found if miss.field == "score"}
    assert scores
    assert all(int(score) % 5 == 0 for score in scores)


def test_the_same_seed_gives_the_same_near_misses() -> None:
    assert misses("TEPS", 30) == misses("TEPS", 30)
    assert len(misses("TEPS", 30)) == 30


def test_every_printed_field_has_its_turn() -> None:
    fields = [miss.field for miss in misses("NQ_AWARD", 14)]
    assert set(fields) == {
        "name",
        "name_latin",
        "birth_date",
        "title",
        "number",
        "acquired_on",
        "issued_on",
        "issuer",
    } & {path.removeprefix("claims[0].") for path in (declared("NQ_AWARD") or pytest.fail("no claim")).printed}


def test_another_row_s_value_is_a_near_miss() -> None:
    right = declared("NQ_RECORD")
    assert right is not None
    rows = specimens.values("NQ_RECORD", SEED)["certificates"]
    assert len(rows) > 1
    swapped = {miss.declared for miss in misses("NQ_RECORD", 2_000) if miss.change == "value of another row, or status"}
    number = leaves(right.body)["claims[0].number"]
    assert swapped >= {row["number"] for row in rows} - {number}


def test_a_status_that_the_paper_does_not_prove_is_a_near_miss() -> None:
    assert {miss.declared for miss in misses("취업지원대상자증명서") if miss.field == "rate"} in ({"5"}, {"10"})
    statuses = {miss.declared for miss in misses("장애인증명서") if miss.field == "status"}
    assert "저소득층" in statuses
    assert "장애인" not in statuses
    assert "이전지역인재" not in {miss.declared for miss in misses("졸업증명서") if miss.field == "status"}


@pytest.mark.parametrize(
    ("one", "other"), [("율", "을"), ("은", "온"), ("천", "전"), ("녀", "너"), ("을", "율"), ("전", "천"), ("너", "녀")]
)
def test_the_pairs_that_readers_confuse_are_tried(one: str, other: str) -> None:
    assert f"김{other}수" in {value for _, value in syllables(f"김{one}수")}


def test_a_changed_syllable_is_one_that_the_models_can_write() -> None:
    found = [value for _, value in syllables("김쁑이")]
    assert found
    assert not any(unsupported(value[0]) or unsupported(value[2]) for value in found)


@pytest.mark.parametrize(
    ("field", "value", "others"),
    [
        ("title", "토목기사", {"토목산업기사", "토목기능사", "토목기술사", "토목기능장"}),
        ("title", "전기산업기사", {"전기기사", "전기기능사"}),
        ("grade", "2+급", {"2-급", "2급", "3+급"}),
        ("grade", "2급", {"1급", "3급", "준2급"}),
        ("level", "4급", {"5급", "3급"}),
        ("level", "IM2", {"IM1", "IM3"}),
        ("level", "IH", {"IL"}),
        ("level", "B1", {"B2", "A1"}),
        ("number", "18201234567B", {"182012345678", "18207234567B", "81201234567B"}),
        ("registration_no", "A0I1", {"AOI1", "A011", "A0II"}),
        ("score", "845", {"840", "850", "835", "945", "485"}),
        ("acquired_on", "2018-01-31", {"2018-01-30", "2018-02-01", "2017-01-31", "2018-01-13"}),
        ("test", "TEPS", {"NEW_TEPS"}),
        ("name_latin", "LIM OK", {"IIM OK", "LIN OK"}),
    ],
)
def test_what_is_easily_confused_is_tried(field: str, value: str, others: set[str]) -> None:
    assert others <= {other for _, other in confusables(field, value)}


def test_every_changed_date_is_a_real_day() -> None:
    assert all(canonical("test_date", value) == value for _, value in days("2020-02-29"))


def test_the_rank_of_a_title_is_recognised_from_its_longest_name() -> None:
    assert "전기산업산업기사" not in {value for _, value in titles("전기산업기사")}


def test_no_grade_is_its_own_neighbour() -> None:
    assert "3급" not in {value for _, value in neighbours("3급")}


def test_legal_spellings_of_one_certificate_are_no_near_misses() -> None:
    kind = next(kind for kind in NOTICE.rulebook.certificate_kinds if kind.aliases)
    body = {"claims": [{"kind": "certificate"}]}
    assert not differs("title", kind.title, kind.aliases[0], body, NOTICE.rulebook)
    assert not differs("company", "(주)대한건설", "주식회사 대한건설", body, NOTICE.rulebook)
    assert not differs("name_latin", "HONG GILDONG", "Gil-dong Hong", body, NOTICE.rulebook)
    assert not differs("acquired_on", "2018-08-17", "2018-13-17", body, NOTICE.rulebook)
    assert differs("title", "토목기사", "토목산업기사", body, NOTICE.rulebook)
