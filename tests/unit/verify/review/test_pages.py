"""What staff see in a browser, and what nobody else does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from services.common.events import VerdictStatus
from services.verify.judging.handlers import worded
from services.verify.judging.judge import judge
from services.verify.review.tables import DECISIONS
from services.verify.words import label
from tests.unit.verify.judging.papers import CERTIFICATE, announcement, award, declared
from tests.unit.verify.review.desk import (
    PASSWORD,
    SUBJECT,
    Browser,
    Desk,
    judged,
    read,
    rejected,
    withdrawn,
    wrong_paper,
)

PAPER = "/review/papers/doc-1"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.open(tmp_path)


@pytest.fixture
def flagged(desk: Desk) -> Desk:
    name, _ = desk.picture()
    desk.handle(read(evidence=wrong_paper(name)), judged(evidence=wrong_paper(name)))
    return desk


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the decision form."""
    form = page[page.index('class="decision"') :]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))


def sent(browser: Browser, **changes: str) -> dict[str, str]:
    """A complete decision."""
    fields = hidden(browser.get(PAPER).text)
    return fields | {"decision": "OVERTURNED", "reason": "원본과 대조함"} | changes


@pytest.mark.parametrize("path", ["/review", PAPER, f"{PAPER}/pages/1", "/review?show=all"])
def test_without_a_session_every_page_leads_to_the_login(flagged: Desk, path: str) -> None:
    answer = flagged.browser(logged_in=False).get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/review/login?next=%2Freview")
    assert "홍길동" not in answer.text


def test_a_decision_without_a_session_is_not_taken(flagged: Desk) -> None:
    form = sent(flagged.browser())
    answer = flagged.browser(logged_in=False).post(f"{PAPER}/decision", data=form)
    assert answer.status_code == 303
    assert flagged.world.count(DECISIONS) == 0


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Desk) -> None:
    answer = desk.browser(logged_in=False).post("/review/login", data={"name": "김심사", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert PASSWORD not in cookie


def test_a_wrong_password_is_refused_and_too_many_must_wait(desk: Desk) -> None:
    browser = desk.browser(logged_in=False)
    answers = [browser.post("/review/login", data={"name": "a", "password": "no"}).status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/review//\\evil", "javascript:1", ""])
def test_a_login_never_leads_to_another_site(desk: Desk, elsewhere: str) -> None:
    form = {"name": "김심사", "password": PASSWORD, "next": elsewhere}
    answer = desk.browser(logged_in=False).post("/review/login", data=form)
    assert answer.headers["location"] == "/review"


def test_the_list_shows_flagged_papers_without_personal_values(flagged: Desk) -> None:
    page = flagged.browser().get("/review").text
    assert "A-1" in page
    assert "불일치" in page
    assert "값이 다름" in page
    assert "홍길동" not in page


def test_the_paper_shows_declared_beside_read_with_reasons_and_boxes(flagged: Desk) -> None:
    answer = flagged.browser().get(PAPER)
    page = re.sub(r"</?mark>", "", answer.text)
    for text in ("18201234567A", "19209999999Z", "자격번호", "불일치", "tesseract 5.3.0", "reader-1"):
        assert text in page
    assert 'viewBox="0 0 1000 1400"' in page
    assert re.search(r'<rect class="box" x="4" y="14" width="112" height="36"/>', page)
    assert f'href="{PAPER}/pages/1"' in page


def test_pages_are_never_cached_and_load_nothing_from_elsewhere(flagged: Desk) -> None:
    answer = flagged.browser().get(PAPER)
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert not re.search(r"(src|href)=\"(https?:)?//", answer.text)
    assert " style=" not in answer.text


def test_what_an_applicant_wrote_is_never_markup(desk: Desk) -> None:
    claim = CERTIFICATE | {"title": '<script>alert("x")</script>', "issuer": "<b>굵게</b>"}
    desk.handle(read(), judged(claim=claim))
    page = desk.browser().get(PAPER).text
    assert "<script>" not in page
    assert "<b>굵게" not in page


def test_the_picture_is_the_one_in_the_sealed_store(flagged: Desk) -> None:
    answer = flagged.browser().get(f"{PAPER}/pages/1")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["cache-control"] == "no-store"
    assert flagged.browser().get(f"{PAPER}/pages/2").status_code == 404


def test_a_decision_is_recorded_and_shown_in_the_trail(flagged: Desk) -> None:
    browser = flagged.browser()
    answer = browser.post(f"{PAPER}/decision", data=sent(browser))
    assert answer.status_code == 303
    page = browser.get(answer.headers["location"]).text
    assert "결정을 기록했습니다" in page
    assert "원본과 대조함" in page
    assert "일치로 인정" in page
    assert len(flagged.world.published()) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason": "  "}, "이유를"),
        ({"reason": "가" * 2001}, "이유를"),
        ({"decision": ""}, "셋 중 하나"),
        ({"decision": "UNKNOWN"}, "셋 중 하나"),
        ({"reason": "확인\x00함"}, "제어 문자"),
        ({"reason": "확인\x1b[31m함"}, "제어 문자"),
        ({"reason": "확인\u202e함"}, "제어 문자"),
    ],
)
def test_an_incomplete_decision_is_asked_for_again_and_keeps_what_was_written(
    flagged: Desk, changes: dict[str, str], message: str
) -> None:
    browser = flagged.browser()
    answer = browser.post(f"{PAPER}/decision", data=sent(browser, **changes))
    assert answer.status_code == 422
    assert message in answer.text
    if "reason" not in changes:
        assert "원본과 대조함" in answer.text
    assert flagged.world.count(DECISIONS) == 0


def test_a_reason_may_have_lines(flagged: Desk) -> None:
    browser = flagged.browser()
    assert browser.post(f"{PAPER}/decision", data=sent(browser, reason="첫 줄\r\n\t둘째 줄")).status_code == 303
    [event] = flagged.world.published()
    assert event.personal["reason"] == "첫 줄\n\t둘째 줄"


def test_a_resident_number_in_a_reason_is_not_recorded(flagged: Desk) -> None:
    browser = flagged.browser()
    assert browser.post(f"{PAPER}/decision", data=sent(browser, reason="900101-1234567 확인")).status_code == 303
    [event] = flagged.world.published()
    assert event.personal["reason"] == "900101-******* 확인"


def test_a_decision_is_recorded_under_the_name_of_who_signed_in_whatever_the_form_says(flagged: Desk) -> None:
    browser = flagged.browser()
    form = sent(browser, name="다른사람", staff="다른사람")
    assert 'name="name"' not in browser.get(PAPER).text
    assert browser.post(f"{PAPER}/decision", data=form).status_code == 303
    [event] = flagged.world.published()
    assert event.personal["staff"] == "김심사"


def test_nobody_signs_in_under_a_name_that_cannot_be_seen(desk: Desk) -> None:
    browser = desk.browser(logged_in=False)
    answer = browser.post("/review/login", data={"name": "김\x00심사", "password": PASSWORD})
    assert answer.status_code == 422
    assert "이름을" in answer.text


def test_the_same_form_sent_twice_is_recorded_once_and_answers_alike(flagged: Desk) -> None:
    browser = flagged.browser()
    form = sent(browser)
    answers = [browser.post(f"{PAPER}/decision", data=form) for _ in range(2)]
    assert [answer.headers.get("location") for answer in answers] == [f"{PAPER}?saved=1"] * 2
    assert flagged.world.count(DECISIONS) == 1


@pytest.mark.parametrize("changes", [{}, {"reason": ""}])
def test_a_form_opened_before_a_colleague_decided_is_refused_with_a_clear_page(
    flagged: Desk, changes: dict[str, str]
) -> None:
    mine, theirs = flagged.browser(), flagged.browser()
    form = sent(mine, **changes)
    assert theirs.post(f"{PAPER}/decision", data=sent(theirs, decision="UPHELD")).status_code == 303
    answer = mine.post(f"{PAPER}/decision", data=form)
    assert answer.status_code == 409
    assert "다른 결정이 기록되었거나" in answer.text
    assert flagged.world.count(DECISIONS) == 1
    assert mine.post(f"{PAPER}/decision", data=sent(mine)).status_code == 303, "the paper as it is now may be decided"


def test_a_form_without_the_sessions_token_is_refused(flagged: Desk) -> None:
    browser = flagged.browser()
    for token in ("", "0" * 64):
        answer = browser.post(f"{PAPER}/decision", data=sent(browser, token=token))
        assert answer.status_code == 403
    assert browser.post("/review/logout", data={"token": ""}).status_code == 403
    assert flagged.world.count(DECISIONS) == 0


def test_a_decision_on_a_changed_verdict_is_refused_with_a_clear_page(flagged: Desk) -> None:
    browser = flagged.browser()
    form = sent(browser)
    flagged.handle(judged(version=2, after=4, claim=CERTIFICATE | {"number": "17201111111C"}))
    answer = browser.post(f"{PAPER}/decision", data=form)
    assert answer.status_code == 409
    assert "판정이 바뀌었거나" in answer.text
    assert "원본과 대조함" in answer.text
    assert flagged.world.count(DECISIONS) == 0


def test_an_ended_paper_offers_no_decision(flagged: Desk) -> None:
    flagged.handle(withdrawn())
    page = flagged.browser().get(PAPER).text
    assert 'class="decision"' not in page
    assert "회수" in page


def test_a_rejected_file_shows_its_reason(desk: Desk) -> None:
    desk.handle(rejected())
    page = desk.browser().get(PAPER).text
    assert "암호가 걸린 파일입니다." in page
    assert "ENCRYPTED" not in page
    listing = desk.browser().get("/review").text
    assert "암호가 걸린 파일" in listing
    assert "ENCRYPTED" not in listing
    assert 'class="decision"' in page


def test_an_unknown_or_erased_paper_is_a_clear_page(flagged: Desk) -> None:
    browser = flagged.browser()
    assert browser.get("/review/papers/nobody").status_code == 404
    flagged.world.sealer.destroy(SUBJECT)
    answer = browser.get(PAPER)
    assert answer.status_code == 404
    assert "서류가 없습니다" in answer.text


def test_logging_out_ends_the_session(flagged: Desk) -> None:
    browser = flagged.browser()
    token = hidden(browser.get(PAPER).text)["token"]
    assert browser.post("/review/logout", data={"token": token}).status_code == 303
    assert browser.get("/review").status_code == 303


@pytest.mark.parametrize(
    "query", ["page=0", "page=-3", "page=x", "page=99999999999", "show=<b>", "status='--", "kind=%00"]
)
def test_odd_queries_are_harmless(flagged: Desk, query: str) -> None:
    assert flagged.browser().get(f"/review?{query}").status_code == 200


def heading(page: str) -> str:
    """The words of the page's heading."""
    found = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
    assert found is not None
    return re.sub(r"<[^>]+>", "", found[1])


@pytest.mark.parametrize(
    ("query", "said", "way_back"),
    [
        ("page=9999", "9,999쪽은 없습니다", "page=1"),
        ("status=LOST", "“LOST”(이)라는 판정은 없습니다", 'href="/review"'),
        ("kind=letter", "“letter”(이)라는 서류 종류는 없습니다", 'href="/review"'),
        ("applicant=A-404", "지원번호 A-404에는", "show=all&amp;applicant=A-404"),
        ("show=all&applicant=A-404", "지원번호 A-404에는", 'href="/review"'),
        ("show=decided", "조건에 맞는 서류가 없습니다", 'href="/review"'),
    ],
)
def test_a_list_with_nothing_in_it_says_so_and_how_to_go_back(
    flagged: Desk, query: str, said: str, way_back: str
) -> None:
    page = flagged.browser().get(f"/review?{query}").text
    assert said in page
    assert "없습니다" in page
    assert way_back in page[page.index("notice") :]


def test_the_heading_counts_what_the_list_shows(flagged: Desk) -> None:
    flagged.handle(judged("doc-2", evidence=award()))
    browser = flagged.browser()
    assert "확인이 필요한 서류 1건" in heading(browser.get("/review").text)
    assert "모든 서류 2건" in heading(browser.get("/review?show=all").text)
    assert "모든 서류 0건" in heading(browser.get("/review?show=all&applicant=A-404").text)
    assert "결정한 서류 0건" in heading(browser.get("/review?show=decided").text)
    assert "1건" in heading(browser.get("/review?page=9999").text)


@pytest.mark.parametrize(
    "path", ["/review/nothing", "/review/papers", f"{PAPER}/pages/9", f"{PAPER}/pages/x", "/review/static/x.css"]
)
def test_an_unknown_address_of_the_console_is_a_page_and_not_json(flagged: Desk, path: str) -> None:
    answer = flagged.browser().get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "없습니다" in answer.text
    assert 'href="/review"' in answer.text
    assert flagged.browser(logged_in=False).get(path).status_code == 303


def test_an_address_without_a_page_leads_where_it_belongs(flagged: Desk) -> None:
    browser = flagged.browser()
    assert browser.get("/review/").headers["location"] == "/review"
    assert browser.get(f"{PAPER}/decision").headers["location"] == PAPER


def test_unknown_addresses_elsewhere_stay_problems(flagged: Desk) -> None:
    answer = flagged.browser().get("/v1/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_applicants_number_and_the_tests_own_have_different_names(flagged: Desk) -> None:
    browser = flagged.browser()
    assert "지원번호 A-1" in heading(browser.get(PAPER).text)
    listing = browser.get("/review").text
    assert "지원번호" in listing
    assert "수험번호" not in listing
    assert label("registration_no")[0] == "수험번호"


def test_the_full_picture_is_one_click_away(flagged: Desk) -> None:
    page = flagged.browser().get(PAPER).text
    assert re.search(rf'<a href="{PAPER}/pages/1"[^>]*>1쪽 원본 크기로 보기</a>', page)


def test_an_undeclared_paper_says_so_and_offers_no_decision(desk: Desk) -> None:
    undeclared = judge(None, declared(CERTIFICATE), award(), announcement())
    event = judged()
    desk.handle(
        read(),
        replace(
            event,
            status=VerdictStatus.UNREADABLE,
            reasons=("UNKNOWN_CLAIM",),
            fields=(),
            personal=worded(undeclared, award()),
        ),
    )
    page = desk.browser().get(PAPER).text
    assert "신고하지 않은 항목의 서류입니다" in page
    assert 'class="decision"' not in page
