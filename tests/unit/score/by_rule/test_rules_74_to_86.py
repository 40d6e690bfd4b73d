"""Domain rules 74–86, papers: through `docintake select interview`, and through the API where a window decides."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from services.announcement.load import DEFAULT
from services.announcement.model import Window, Windows
from services.common.clock import SEOUL
from services.score.stages.lines import InvalidLines
from tests.unit.intake.desk import open_desk
from tests.unit.score.applicants import body, certificate, language, status, toeic
from tests.unit.score.by_rule.rounds import interview, outcome, written

OPENS, CLOSES = "2019-10-28T09:00:00+09:00", "2019-11-04T18:00:00+09:00"
TOEIC = toeic()


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped files with a window for papers."""
    folder = tmp_path / "announcements-with-windows"
    for path in DEFAULT.rglob("*.toml"):
        copy = folder / path.relative_to(DEFAULT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.stem == "2019-grade5":
            text += f"\n[windows]\nupload = {{ opens = {OPENS}, closes = {CLOSES} }}\n"
        copy.write_text(text, encoding="utf-8")
    monkeypatch.setenv("DOCINTAKE_ANNOUNCEMENTS", str(folder))


def paper(claim_id, name="", **changes):
    return {"applicant_id": "A-1", "claim_id": claim_id, "paper": name, "agrees": "true"} | changes


def handed_in(docintake, claims, papers, field="경상", track="전국일반", region=None):
    """Reason codes after the papers were looked at: empty where the interview takes place."""
    declared = {"applicant_id": "A-1", **body(*claims, field=field, track=track, region=region)}
    before = [outcome(1, "written", field=field, track=track, region=region)]
    found = docintake.select("interview", before, results=[interview(1)], declarations=[declared], papers=papers)
    assert (found["A-1"]["result"] == "OUT") == bool(found.codes("A-1"))
    return found.codes("A-1")


@pytest.mark.parametrize(
    ("rule", "at", "codes"),
    [
        (74, "2019-10-28T08:59:59+09:00", ["WRITTEN_FAIL", "PAPER_TOO_EARLY"]),
        (74, OPENS, []),
        (76, "2019-11-04T17:59:59+09:00", []),
        (76, CLOSES, ["WRITTEN_FAIL", "PAPER_LATE"]),
    ],
)
def test_rules_74_and_76_papers_come_within_their_window(docintake, windows, rule, at, codes):
    assert handed_in(docintake, [TOEIC], [paper("lang-1", received_at=at)]) == codes


def uploading(tmp_path, at: str) -> int:
    window = Window(opens=datetime.fromisoformat(OPENS), closes=datetime.fromisoformat(CLOSES))
    desk = open_desk(tmp_path, windows=Windows(upload=window))
    desk.clock.advance(datetime.fromisoformat(at) - desk.clock.now())
    desk.request("PUT", "/v1/applicants/A-1/declaration", json=body(TOEIC))
    answer = desk.request(
        "POST",
        "/v1/documents",
        data={"applicant_id": "A-1", "claim_id": "lang-1", "kind": "language-report"},
        files={"file": ("a.png", b"no picture", "image/png")},
    )
    assert answer.status_code in (409, 415)
    return answer.status_code


@pytest.mark.parametrize(
    ("at", "status"),
    [("2019-10-28T08:59:59+09:00", 409), (OPENS, 415), ("2019-11-04T17:59:59+09:00", 415), (CLOSES, 409)],
)
def test_rules_74_and_76_the_api_takes_papers_within_their_window_only(tmp_path, at, status):
    """415: the window is open, only the file is no picture."""
    assert uploading(tmp_path, at) == status


@pytest.mark.parametrize(("shown", "codes"), [("true", []), ("false", ["ORIGINALS_MISSING"])])
def test_rule_75_the_originals_are_shown_at_the_interview(docintake, shown, codes):
    found = docintake.select("interview", [outcome(1, "written")], results=[interview(1, originals=shown)])
    assert found.codes("A-1") == codes


@pytest.mark.parametrize(
    ("rule", "papers", "codes"),
    [
        (77, [paper("lang-1", agrees="true")], []),
        (77, [paper("lang-1", agrees="false")], ["WRITTEN_FAIL", "MISMATCH"]),
        (77, [], ["WRITTEN_FAIL", "PAPER_MISSING"]),
    ],
)
def test_rule_77_a_mismatch_or_a_missing_paper_fails_the_written_test(docintake, rule, papers, codes):
    assert handed_in(docintake, [TOEIC], papers) == codes


@pytest.mark.parametrize(("agrees", "codes"), [("false", ["WRITTEN_FAIL", "MISMATCH"]), ("true", [])])
def test_rule_78_whoever_it_favours(docintake, agrees, codes):
    """Who declared less than the paper shows fails as well: nobody asks whom it favours."""
    claim = certificate("한국사능력검정시험", "2급", id="cert-1")
    papers = [paper("lang-1"), paper("cert-1", agrees=agrees)]
    assert handed_in(docintake, [TOEIC, claim], papers) == codes


def test_rule_77_what_was_left_empty_fails_too(docintake):
    claim = certificate("한국사능력검정시험", "2급", id="cert-1", number=None)
    codes = handed_in(docintake, [TOEIC, claim], [paper("lang-1"), paper("cert-1")])
    assert codes == ["WRITTEN_FAIL", "FIELD_MISSING"]


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({"valid_until": "2019-09-19"}, "0.00"),
        ({"valid_until": "2019-09-20"}, "5.00"),
        ({"acquired_on": "2019-09-20"}, "5.00"),
        ({"acquired_on": "2019-09-21"}, "0.00"),
    ],
)
def test_rule_79_acquired_and_valid_on_the_notice_date(docintake, changes, points):
    (answer,) = docintake.score({"applicant_id": "A-1", **body(certificate("한국사능력검정시험", "1급", **changes))})
    assert answer["certificates"] == points


EARLY = ["WRITTEN_FAIL", "PAPER_ISSUED_TOO_EARLY"]


OLD = "2018-09-03"


@pytest.mark.parametrize(
    ("claim", "name", "proved"),
    [
        (certificate("KBS한국어능력", "1급", id="c"), "KBS_KOREAN", True),
        (certificate("국어능력인증시험", "1급", id="c"), "TOKL", True),
        (certificate("한국실용글쓰기", "1급", id="c"), "PRACTICAL_WRITING", True),
        (certificate("한국사능력검정시험", "1급", id="c"), "KHISTORY", True),
        (certificate("토목기사", id="c"), "NQ_BOOK", True),
        (certificate("토목기사", id="c"), "NQ_RECORD", False),
        (certificate("토목기사", id="c"), "", True),  # unnamed: it may be a copy of the certificate
        (certificate("없는자격", id="c"), "", True),
        (language("DELF", level="B1", id="c"), "DELF", True),  # a diploma is given once
        (language("DELE", level="B1", id="c"), "", True),
        (language("FLEX_FR", "701", id="c"), "FLEX_FR", False),
        (language("FLEX_FR", "701", id="c"), "", False),
        (status("면제자격", id="c"), "고급자격증", True),
        (status("장애인", id="c"), "장애인증명서", False),
    ],
)
def test_rule_80_g10_which_papers_keep_an_old_date(docintake, claim, name, proved):
    found = handed_in(docintake, [TOEIC, claim], [paper("lang-1"), paper("c", name, issued_on=OLD)])
    assert found == ([] if proved else ["WRITTEN_FAIL", "PAPER_ISSUED_TOO_EARLY"])


@pytest.mark.parametrize(
    ("claim", "name", "issued_on", "codes"),
    [
        (TOEIC, "TOEIC", "2019-09-19", EARLY),
        (TOEIC, "TOEIC", "2019-09-20", []),
        (TOEIC, "TOEIC", None, []),
        (certificate("토목기사", id="c"), "NQ_RECORD", "2019-09-19", EARLY),
        (certificate("토목기사", id="c"), "NQ_RECORD", "2019-09-20", []),
        (certificate("토목기사", id="c"), "NQ_BOOK", "2018-09-03", []),
        (status("장애인", id="c"), "장애인증명서", "2019-09-19", EARLY),
        (status("장애인", id="c"), "장애인증명서", "2019-09-20", []),
    ],
)
def test_rule_80_g10_a_dated_paper_is_issued_from_the_notice_date_on(docintake, claim, name, issued_on, codes):
    others = [] if claim is TOEIC else [TOEIC]
    papers = [paper(claim["id"], name, issued_on=issued_on), *(paper(one["id"]) for one in others)]
    assert handed_in(docintake, [*others, claim], papers) == codes


@pytest.mark.parametrize(
    ("papers", "codes"),
    [
        ([paper("lang-1"), paper("cert-1", "NQ_AWARD")], []),
        ([paper("lang-1"), paper("cert-1", "NQ_RECORD")], []),
        ([paper("lang-1")], ["WRITTEN_FAIL", "PAPER_MISSING"]),
        ([paper("cert-1")], ["WRITTEN_FAIL", "PAPER_MISSING"]),
    ],
)
def test_rule_81_language_report_and_certificate_copy_or_record(docintake, papers, codes):
    assert handed_in(docintake, [TOEIC, certificate("토목기사", id="cert-1")], papers, "토목일반") == codes


FAMILY = "가족관계증명서"


@pytest.mark.parametrize(
    ("rule", "names", "proved"),
    [
        *(
            (82, [name, FAMILY], True)
            for name in (
                "농업인확인서", "쌀전업농육성대상자확인서", "조합원증명서", "후계자및독립가증명서",
                "신지식임업인인증서",
                "영림단원확인서", "면허어업증명서", "허가어업증명서",
            )
        ),
        (82, ["농업경영체등록확인서", "농업경영체증명서", FAMILY], True),
        (82, ["농업경영체등록확인서", FAMILY], False),
        (82, ["농업인확인서"], False),
        (82, [FAMILY], False),
        (83, ["농지원부", "경작사실확인서", FAMILY], True),
        (83, ["농지원부", FAMILY], False),
        (83, ["신고어업증명서", "어업인확인서", FAMILY], True),
        (83, ["신고어업증명서", FAMILY], False),
    ],
)  # fmt: skip
def test_rules_82_and_83_papers_of_a_farming_household(docintake, rule, names, proved):
    claim = status("농어업인자녀", id="st-1")
    papers = [paper("lang-1"), *(paper("st-1", name) for name in names)]
    codes = handed_in(docintake, [TOEIC, claim], papers, track="농어촌전형")
    assert codes == ([] if proved else ["WRITTEN_FAIL", "PAPER_MISSING"])


@pytest.mark.parametrize(("shows", "codes"), [("거주지 이전내역", []), ("", ["WRITTEN_FAIL", "PAPER_INCOMPLETE"])])
def test_rule_84_the_resident_register_shows_every_move(docintake, shows, codes):
    papers = [paper("lang-1"), paper("st-1", "주민등록초본", shows=shows)]
    claim = status("농어촌거주자", id="st-1")
    assert handed_in(docintake, [TOEIC, claim], papers, track="농어촌전형") == codes


@pytest.mark.parametrize(
    ("claimed", "name"),
    [
        ("취업지원대상자", "취업지원대상자증명서"),
        ("장애인", "장애인증명서"),
        ("저소득층", "국민기초생활수급자증명서"),
        ("지역졸업", "졸업증명서"),
        ("지역졸업", "졸업예정증명서"),
        ("이전지역인재", "졸업증명서"),
    ],
)
def test_rule_85_every_status_needs_its_certificate(docintake, claimed, name):
    claims = [TOEIC, status(claimed, id="st-1")]
    assert handed_in(docintake, claims, [paper("lang-1"), paper("st-1", name)]) == []
    assert handed_in(docintake, claims, [paper("lang-1")]) == ["WRITTEN_FAIL", "PAPER_MISSING"]


def test_rule_85_an_internal_list_needs_no_paper_and_g25_an_unclaimed_paper_is_passed_over(docintake):
    assert handed_in(docintake, [TOEIC, status("고용디딤돌")], [paper("lang-1"), paper("other", agrees="false")]) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"birth_date": "1994-03-15"}, "birth_date"),
        ({"facts": {"sex": "F"}}, "facts"),
        ({"facts": {"schools": [{"level": "대학교", "region": "전라남도", "state": "졸업"}]}}, "facts"),
    ],
)
@pytest.mark.parametrize("at", ["2019-09-25", "2019-10-12"])
def test_rule_86_personal_data_only_after_the_document_result(tmp_path, changes, field, at):
    opens = datetime(2019, 10, 12, tzinfo=SEOUL)
    desk = open_desk(tmp_path, windows=Windows(personal_data=Window(opens=opens)))
    desk.clock.advance(datetime.fromisoformat(f"{at}T12:00:00+09:00") - desk.clock.now())
    answer = desk.request("PUT", "/v1/applicants/A-1/declaration", json=body(language("TOEIC", "845")) | changes)
    if at == "2019-09-25":
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == [field]
        assert answer.json()["errors"][0]["code"] == "NOT_COLLECTED_YET"
    else:
        assert answer.status_code == 200


SHORT = [{"from": "2014-09-21", "to": None, "area": "면"}]
LONG = [{"from": "2014-09-20", "to": None, "area": "면"}]


@pytest.mark.parametrize(("stays", "codes"), [(LONG, []), (SHORT, ["RESIDENCE_TOO_SHORT"])])
@pytest.mark.parametrize("stage", ["written", "interview"])
def test_rules_12_and_86_what_is_collected_later_still_bars(docintake, stage, stays, codes):
    """§8 keeps the facts for after the document result: they count from then on, in every stage to come."""
    claims = [TOEIC, status("농어촌거주자", id="st")]
    declared = {"applicant_id": "A-1", **body(*claims, track="농어촌전형", facts={"residence": stays})}
    before = [outcome(1, "document" if stage == "written" else "written", field="경상", track="농어촌전형")]
    results = [written(1, standard="150") if stage == "written" else interview(1)]
    found = docintake.select(stage, before, results=results, declarations=[declared])
    assert (found["A-1"]["result"], found.codes("A-1")) == ("OUT" if codes else "PASSED", codes)


def test_rule_76_a_paper_of_which_nobody_says_when_it_came_is_named_where_there_is_a_window(docintake, windows):
    with pytest.raises(InvalidLines) as caught:
        handed_in(docintake, [TOEIC], [paper("lang-1"), paper("lang-1", received_at="2019-11-01")])
    assert [(error.line, error.field, error.code) for error in caught.value.errors] == [
        (1, "received_at", "REQUIRED"),
        (2, "received_at", "TIME"),
    ]


@pytest.mark.parametrize("given", [True, False])
def test_rule_77_an_interview_without_papers_says_that_none_was_checked(docintake, given):
    declared = {"applicant_id": "A-1", **body(TOEIC)}
    files = {"papers": [paper("lang-1")]} if given else {}
    before = [outcome(1, "written", field="경상")]
    docintake.select("interview", before, results=[interview(1)], declarations=[declared], **files)
    assert ("no papers were given" in docintake.last.stderr) is not given
