"""Every open point of the source is named, and every option that can be chosen otherwise changes what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.announcement.load import DEFAULT, AnnouncementError, load_announcement, load_rulebook
from services.announcement.model import Options
from services.announcement.stage_consistency import resolves
from tests.unit.score.applicants import body, certificate, status, toeic
from tests.unit.score.by_rule.rounds import candidate, interview, numbered, outcome, person, written

BOTH = {"취업지원대상자": "5", "장애인": "10"}
GYEONGGI = {"track": "지역일반", "region": "경기·강원권"}


@pytest.fixture
def choosing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Choose an option otherwise, in the announcement."""

    def choose(name: str, value: object) -> None:
        folder = tmp_path / "chosen"
        for path in DEFAULT.rglob("*.toml"):
            copy = folder / path.relative_to(DEFAULT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            if path.stem == "2019-grade5":
                shown = str(value) if isinstance(value, list) else f'"{value}"'
                text += f"\n{name} = {shown}\n" if name != "confirm_fail" else ""
            copy.write_text(text, encoding="utf-8")
        monkeypatch.setenv("DOCINTAKE_ANNOUNCEMENTS", str(folder))

    return choose


def test_the_points_g1_to_g39_are_named_and_lead_to_a_key():
    book = load_rulebook("krc-2019")
    assert [point.id for point in book.open_points] == [f"G{number}" for number in range(1, 40)]
    assert [point.id for point in book.open_points if not resolves(book, point.key)] == []
    assert set(Options.model_fields) <= book.options.model_fields_set


def document(docintake):
    crowd = [candidate(n, f"{100 - n}.00", "도시계획") for n in numbered(26)]
    crowd.append(candidate("L", "64.11", "도시계획", preferences={"고급자격증": "10"}))
    return docintake.select("document", crowd)


def preferred(stage):
    def measure(docintake):
        if stage == "document":
            held = candidate(1, "70.00", preferences={"취업지원대상자": "10"})
            return docintake.select("document", [held])["A-1"]["preference"]
        before = outcome(1, "written", field="경상", preferences=BOTH)
        return docintake.select("interview", [before], results=[interview(1)])["A-1"]["preference"]

    return measure


def regional(docintake):
    """경상 지역일반 has 2 posts in 영남권 and 10 in all."""
    before = outcome(1, field="경상", track="지역일반", region="영남권", preferences={"장애인": "10"})
    found = docintake.select("written", [before], results=[written(1, standard="150")])["A-1"]
    return found["preference"], found["posts"]


def thresholds(docintake):
    before = outcome(1, preferences={"취업지원대상자": "10"})
    before_interview = outcome(1, "written", preferences={"취업지원대상자": "10"})
    raised = docintake.select("interview", [before_interview], results=[interview(1, "45", "65")])
    failed = docintake.select("written", [before], results=[written(1, "79", "75")])
    return raised["A-1"]["result"], failed["A-1"]["result"]


def extras(docintake):
    before = [outcome(n) for n in numbered(126)]
    results = [written(n, "160", "80" if n <= 122 else f"{80 - n + 122}") for n in numbered(126)]
    people = [person(n, "F" if n <= 23 else "M", n <= 25) for n in numbered(122)]
    people += [person(n, "F", n == 124) for n in (123, 124, 125)] + [person(126, "M", True)]
    return docintake.select("written", before, results=results, declarations=people).of("EXTRA")


def order(docintake):
    before = [outcome(n) for n in numbered(124)]
    results = [written(n, "160", "80" if n <= 122 else f"{80 - n + 122}") for n in numbered(124)]
    people = [person(n, "F" if n <= 24 else "M", n <= 25) for n in numbered(122)]
    people += [person(123, "F", False), person(124, "F", True)]
    return docintake.select("written", before, results=results, declarations=people).of("EXTRA")


def rounding(docintake):
    before = [outcome(n) for n in numbered(126)]
    results = [written(n, "160", "80" if n <= 122 else "79") for n in numbered(126)]
    people = [person(n, "F" if n <= 24 else "M", True) for n in numbered(122)]
    people += [person(n, "F", True) for n in range(123, 127)]
    return len(docintake.select("written", before, results=results, declarations=people).of("EXTRA"))


def margin(docintake):
    before = [outcome(n, **GYEONGGI) for n in numbered(19)]
    results = [written(n, "160", "80") for n in numbered(18)] + [written(19, "160", "65")]
    people = [person(n, "M") for n in numbered(18)] + [person(19, "F")]
    return docintake.select("written", before, results=results, declarations=people)["A-19"]["result"]


def tie(docintake):
    before = [outcome(n, "written", field="도시계획") for n in (1, 2)]
    return docintake.select("interview", before, results=[interview(1), interview(2)]).results()


def residence(docintake):
    facts = {"residence": [{"from": "2010-01-01", "to": "2016-01-01", "area": "면"},
                           {"from": "2016-01-02", "to": None, "area": "읍"}]}  # fmt: skip
    line = {"applicant_id": "A-1", **body(toeic(), status("농어촌거주자"), track="농어촌전형", facts=facts)}
    return docintake.score(line)[0]["eligible"]


def expiry(docintake):
    claim = certificate("한국사능력검정시험", "1급", valid_until="2019-09-19")
    return docintake.score({"applicant_id": "A-1", **body(claim)})[0]["certificates"]


def issued(docintake):
    paper = {"applicant_id": "A-1", "claim_id": "lang-1", "paper": "TOEIC", "agrees": "true", "issued_on": "2019-09-19"}
    declared = {"applicant_id": "A-1", **body(toeic())}
    before = [outcome(1, "written", field="경상")]
    found = docintake.select("interview", before, results=[interview(1)], declarations=[declared], papers=[paper])
    return found["A-1"]["result"]


def selection(docintake):
    crowd = [
        candidate(f"{place}{n}", f"{84 - n}.00", "농학", track="지역일반", region=region)
        for place, region in enumerate(("경기·강원권", "영남권"))
        for n in numbered(26 if place == 0 else 10)
    ]
    return len(docintake.select("document", crowd).of("PASSED"))


CHOICES = [
    ("paper_issue", "ignored", issued, "OUT", "PASSED"),
    ("preference_unit", "field_track", regional, ("0", 2), ("30.00", 2)),
    ("selection_unit", "field_track", selection, 35, 36),
    ("document_full", "with_bonus", preferred("document"), "8.00", "8.40"),
    ("document_preference", "none", preferred("document"), "8.00", "0"),
    ("preference_choice", "per_process", preferred("interview"), "10.00", "0"),
    ("exempt_place", "inside", lambda run: len(document(run).of("PASSED")), 25, 24),
    ("thresholds", "with_preference", thresholds, ("OUT", "OUT"), ("PASSED", "OUT")),
    ("target_rounding", "practice", rounding, 4, 0),
    ("margin_scale", "stage", margin, "EXTRA", "RESERVE"),
    ("extra_serves", "one_target", extras, ["A-123", "A-124"], ["A-123", "A-124", "A-126"]),
    ("target_order", ["이전지역인재", "양성평등"], order, ["A-123", "A-124"], ["A-124"]),
    ("last_tie", "all_pass", tie, {"A-1": "STAFF", "A-2": "STAFF"}, {"A-1": "PASSED", "A-2": "PASSED"}),
    ("residence_moves", "one_place", residence, True, False),
    ("certificate_expiry", "ignored", expiry, "0.00", "5.00"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "measure", "default", "otherwise"), CHOICES, ids=[one[0] for one in CHOICES])
def test_an_option_changes_what_it_says(docintake, choosing, name, value, measure, default, otherwise):
    assert measure(docintake) == default
    choosing(name, value)
    assert measure(docintake) == otherwise


def test_once_for_the_process_means_the_one_that_brings_most_over_all_stages(docintake, choosing):
    """5 % of 100 + 300 + 200 is as much as 10 % of 300 in a technical field: the first listed counts."""
    choosing("preference_choice", "per_process")
    before = outcome(1, "written", preferences=BOTH)
    found = docintake.select("interview", [before], results=[interview(1)])["A-1"]
    assert (found["preference"], found["preference_kind"]) == ("10.00", "취업지원대상자")


@pytest.mark.parametrize(
    ("first", "last", "eligible"), [("2014-09-20", "2019-09-20", True), ("2014-09-21", None, False)]
)
def test_one_place_alone_must_cover_the_whole_time(docintake, choosing, first, last, eligible):
    choosing("residence_moves", "one_place")
    facts = {"residence": [{"from": first, "to": last, "area": "면"}]}
    line = {"applicant_id": "A-1", **body(toeic(), status("농어촌거주자"), track="농어촌전형", facts=facts)}
    assert docintake.score(line)[0]["eligible"] is eligible


def test_every_option_but_two_has_its_case():
    """confirm_fail has its own tests where events are followed, preference_share where a report is written."""
    assert {one[0] for one in CHOICES} | {"confirm_fail", "preference_share"} == set(Options.model_fields)


def test_an_option_that_does_not_exist_or_leaves_a_target_out_is_refused(choosing, tmp_path):
    choosing("target_order", ["양성평등"])
    with pytest.raises(AnnouncementError, match="target_order: names 양성평등; it must name each of"):
        load_announcement("2019-grade5", tmp_path / "chosen")
    choosing("last_tie", "lottery")
    with pytest.raises(AnnouncementError, match=r"options\.last_tie"):
        load_announcement("2019-grade5", tmp_path / "chosen")
    choosing("lottery", "yes")
    with pytest.raises(AnnouncementError, match=r"options\.lottery"):
        load_announcement("2019-grade5", tmp_path / "chosen")
