"""What certificates of Korean, licences, evidence papers and long careers promise besides what every specimen does."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
import zxingcpp

import specimens
from specimens import careers, offices, people
from specimens.layouts import kbs, professional, tokl, writing

SEEDS = range(40)
RULES = Path(specimens.__file__).parents[1] / "services/announcement/files/rulebooks/krc-2019.toml"
EVIDENCE = tuple(paper for paper in specimens.papers() if specimens.claim_of(paper) == "status")


def test_every_evidence_paper_that_the_rule_book_names_can_be_drawn() -> None:
    named = set(re.findall(r'"([가-힣]+)"', " ".join(re.findall(r"(?:paper|also) = [^}]+", RULES.read_text("utf-8")))))
    assert len(named) > 15
    assert named - {"고급자격증"} == set(EVIDENCE), "고급자격증 is PROFESSIONAL"


@pytest.mark.parametrize(
    ("paper", "grades", "number"),
    [
        ("KBS_KOREAN", kbs.GRADES, r"\d{4}-\d\d-\d{6}"),
        ("TOKL", tokl.GRADES, r"\d{3}-\d\d-\d{5}"),
        ("PRACTICAL_WRITING", writing.GRADES, r"\d\d-\d{3}-[1-5]-\d{5}"),
    ],
)
def test_certificates_of_korean_are_valid_for_two_years(
    paper: str, grades: dict[str, tuple[int, int]], number: str
) -> None:
    rules = tomllib.loads(RULES.read_text("utf-8"))
    known = next(kind["grades"] for kind in rules["certificate_kinds"] if paper in kind.get("papers", ()))
    assert set(grades) == set(known)
    for seed in SEEDS:
        values = specimens.values(paper, seed)
        assert values["grade"] in known
        assert re.fullmatch(number, values["number"])
        day_after = date.fromisoformat(values["valid_until"]) + timedelta(1)
        assert day_after.year == int(values["acquired_on"][:4]) + 2


def test_every_sign_of_a_grade_is_printed_and_boxed() -> None:
    for grade in kbs.GRADES:
        for layout in specimens.layouts_of("KBS_KOREAN", series=None):
            drawn = specimens.draw("KBS_KOREAN", {"grade": grade}, seed=3, layout=layout)
            truth = [truth for truth in drawn.truth if truth.field == "grade"]
            assert [t.printed for t in truth] == [grade]
            left, top, right, bottom = truth[0].box
            assert right - left > 0.4 * (bottom - top) * (len(grade) - 1)


def test_a_licence_is_conferred_by_the_office_of_its_title() -> None:
    for seed in SEEDS:
        values = specimens.values("PROFESSIONAL", seed)
        assert professional.LICENCES[values["title"]][0] == values["issuer"]
        assert "grade" not in values


def test_a_whole_resident_number_is_nobodys() -> None:
    rng = Random(4)
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    for _ in range(300):
        birth = people.birth(rng, "1950-01-01", "2003-12-31")
        tail = people.resident_tail(rng, birth, hidden=False)
        digits = birth.replace("-", "")[2:] + tail[1:]
        assert re.fullmatch(r"\d{13}", digits)
        assert tail[1] in ("12" if birth < "2000" else "34")
        right = (11 - sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11) % 10
        assert int(digits[12]) != right
    assert people.resident_tail(rng, "2001-01-01", hidden=True, sex="여") == "-4******"


def test_a_document_number_holds_the_moment_of_issue() -> None:
    rng = Random(5)
    for _ in range(50):
        digits = offices.document_no(rng, "2019-11-20").replace("-", "")
        assert len(digits) == 16
        korea = datetime.fromtimestamp(int(digits[:13]) / 1000, UTC) + timedelta(hours=9)
        assert korea.date() == date(2019, 11, 20)
        assert 9 <= korea.hour < 18


def test_addresses_begin_at_birth_and_follow_each_other() -> None:
    for seed in SEEDS:
        rows = offices.moves(Random(seed), "1990-05-01", "2019-11-20")
        days = [day for _, day, _ in rows]
        assert days[0] == "1990-05-01"
        assert days == sorted(days)
        assert all(day <= noticed < "2019-11-20" for _, day, noticed in rows)


@pytest.mark.parametrize("paper", EVIDENCE)
def test_an_evidence_paper_is_named_numbered_and_issued_for_somebody(paper: str) -> None:
    for seed in SEEDS:
        values = specimens.values(paper, seed)
        assert values["title"] == paper
        assert values.keys() >= {"name", "birth_date", "number", "issuer", "issued_on"}
        if "valid_until" in values:
            assert values["valid_until"] > values["issued_on"]
    if paper == "취업지원대상자증명서":
        assert {specimens.values(paper, seed)["rate"] for seed in SEEDS} == {"5", "10"}


def test_other_employers_of_a_career_are_decoys_without_truth() -> None:
    for seed in range(6):
        values = specimens.values("CAREER_FORM", seed)
        drawn = specimens.draw("CAREER_FORM", values, seed=seed, layout="annex-12-several")
        truth = [t for t in drawn.truth if t.field == "company"]
        assert [t.value for t in truth] == [values["company"]]
        rows = {t.field for t in drawn.truth if t.field.endswith(".project")}
        assert rows == {f"records[{number}].project" for number in range(len(values["records"]))}


def test_employments_neither_overlap_nor_name_the_claimed_company() -> None:
    for seed in SEEDS:
        others = careers.other_employers(Random(seed), "(주)누리건설", "2010-03-02", "2014-06-30")
        spans = sorted([(o["joined_on"], o["left_on"]) for o in others] + [("2010-03-02", "2014-06-30")])
        assert all(before[1] < after[0] for before, after in pairwise(spans))
        assert "(주)누리건설" not in [o["company"] for o in others]
        for other in others:
            days = [row[part] for row in other["records"] for part in ("from", "to")]
            assert days == sorted(days)
            assert other["joined_on"] <= days[0] <= days[-1] <= other["left_on"]


@pytest.mark.parametrize("paper", ["NQ_AWARD", "KBS_KOREAN", "주민등록초본", "졸업증명서", "취업지원대상자증명서"])
def test_codes_on_a_paper_say_what_the_specimen_notes(paper: str) -> None:
    seen = 0
    for layout in specimens.layouts_of(paper, sealed=False):
        drawn = specimens.draw(paper, {}, seed=2, layout=layout)
        for code in drawn.codes:
            found = zxingcpp.read_barcodes(drawn.pages[code.page - 1].crop(code.box))
            assert [barcode.text for barcode in found] == [code.content]
            seen += 1
    assert seen
