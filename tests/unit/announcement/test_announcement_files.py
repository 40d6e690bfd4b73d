"""Announcement and rule book files: what is shipped, and how a wrong one is refused, with its key."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from services.announcement.load import (
    DEFAULT,
    AnnouncementError,
    available,
    check,
    load_announcement,
    load_rulebook,
)
from services.announcement.model import Window

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def files(tmp_path):
    return shutil.copytree(DEFAULT, tmp_path / "files")


def changed(files, where, old, new):
    path = files / where
    text = path.read_text(encoding="utf-8")
    assert old in text, f"the test's own text {old!r} is not in {where}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(files):
    with pytest.raises(AnnouncementError) as caught:
        load_announcement("2019-grade5", files)
    return str(caught.value)


BOOK = "rulebooks/krc-2019.toml"
NOTICE = "announcements/2019-grade5.toml"


def test_the_shipped_announcement_is_valid_and_warns_of_its_assumed_date_and_open_windows():
    announcement = load_announcement("2019-grade5")
    assert announcement.notice_date == date(2019, 9, 20)
    warnings = "\n".join(check(announcement))
    assert "2019-09-20 is an assumption" in warnings
    assert "windows.upload.closes" in warnings


def test_every_shipped_announcement_loads():
    assert "2019-grade5" in available()
    for name in available():
        load_announcement(name)


def test_the_shipped_book_holds_what_the_notice_lists():
    book = load_rulebook("krc-2019")
    assert [field.id for field in book.fields] == [
        "경상", "법정", "농학", "전산일반", "토목일반", "도시계획", "지질", "기계", "전기", "건축", "환경",
    ]  # fmt: skip
    assert [track.id for track in book.tracks if track.regional] == ["지역일반", "장애인전형", "보훈전형"]
    own = next(group for group in book.certificate_groups if group.id == "own")
    counts = {area.name: [len(tier.certificates) for tier in area.tiers] for area in own.areas}
    assert counts == {
        "전산일반": [2, 3], "토목일반": [11, 6], "도시계획": [1, 1], "기계": [11, 13], "전기": [11, 8],
        "건축": [6, 4], "지질": [4, 4], "환경": [11, 17],
    }  # fmt: skip


def test_an_announcement_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(AnnouncementError, match=r"no announcement '2031'.*there are: 2019-grade5"):
        load_announcement("2031")


def test_a_path_is_no_announcement_name():
    with pytest.raises(AnnouncementError):
        load_announcement("../rulebooks/krc-2019")


def test_a_rule_book_that_does_not_exist_is_named(files):
    changed(files, NOTICE, 'rulebook = "krc-2019"', 'rulebook = "krc-2031"')
    assert "no rule book 'krc-2031'" in refusal(files)


def test_text_that_is_not_toml_names_file_and_line(files):
    changed(files, BOOK, 'quantum = "0.01"', "quantum = ")
    message = refusal(files)
    assert "krc-2019.toml is not a TOML file" in message
    assert "line" in message


@pytest.mark.parametrize(
    ("where", "old", "new", "key"),
    [
        (BOOK, 'quantum = "0.01"', "quantum = 0.01", "quantum:"),
        (BOOK, 'bonus_cap = "4"', 'bonus_cap = "four"', "bonus_cap:"),
        (BOOK, 'bonus_cap = "4"', 'bonus_cap = "4"\nbonus_capp = "4"', "bonus_capp:"),
        (BOOK, 'version = "1"\n', "", "version:"),
        (BOOK, "tested_from = 2017-11-01", 'tested_from = "2017-11-01"', "language.tested_from:"),
        (BOOK, 'role = "eligibility"', 'role = "eligible"', "tests.0.role:"),
        (BOOK, "sections_sum = true", 'sections_sum = "yes"', "tests.0.sections_sum:"),
        (BOOK, 'rates = ["5", "10"]', "rates = [5.5]", "statuses.0.rates.0:"),
        (NOTICE, "notice_date = 2019-09-20", 'notice_date = "2019-09-20"', "notice_date:"),
        (NOTICE, 'confirm_fail = "machine"', 'confirm_fail = "nobody"', "options.confirm_fail:"),
        (NOTICE, "# [windows]", "[windows]\nupload = { closes = 2019-10-05T00:00:00 }", "windows.upload.closes:"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(files, where, old, new, key):
    changed(files, where, old, new)
    assert key in refusal(files)


def test_a_window_that_closes_before_it_opens_is_refused(files):
    changed(
        files,
        NOTICE,
        "# [windows]",
        "[windows]\nupload = { opens = 2019-10-05T00:00:00+09:00, closes = 2019-10-04T00:00:00+09:00 }",
    )
    assert "windows.upload: " in refusal(files)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[486, 488, 605]", "[487, 488, 605]",
         "tests.TEPS.conversion.rows: nothing between the rows 482~485 and 487~488"),
        ("[486, 488, 605]", "[485, 488, 605]", "tests.TEPS.conversion.rows: the rows 482~485 and 485~488 overlap"),
        ("[486, 488, 605]", "[488, 486, 605]", "the row 488~486 ends before it begins"),
        ("[489, 492, 610]", "[489, 492, 601]", "the converted value falls from 605 to 601"),
        ("above = 850", "above = 840", "tests.TEPS.conversion.above: 840 is below the last row's 850"),
        ("minimum = { score = 482 }", "minimum = { score = 483 }", "tests.TEPS.minimum: "),
        ("full = { score = 695 }", "full = { score = 700 }", "tests.TEPS.full: "),
        ('full = { level = "5급", score = 255 }', 'full = { level = "5급", score = 254 }', "tests.HSK.full: "),
        ("score = { minimum = 10, maximum = 990, step = 5 }", "score = { minimum = 10, maximum = 992, step = 5 }",
         "tests.TOEIC.score: maximum 992 is not reached"),
        ("score = { minimum = 10, maximum = 990, step = 5 }", "score = { minimum = 10, maximum = 990, step = 0 }",
         "tests.TOEIC.score.step: 0 is not above 0"),
        ('sibling = "NEW_TEPS"', 'sibling = "TEPS2"', "tests.TEPS.sibling: 'TEPS2' is not defined"),
        ('statuses = ["지역졸업"]', 'statuses = ["지역대학"]', "tracks.지역일반.statuses: '지역대학' is not defined"),
        ('fields = ["기계", "전기", "건축"]', 'fields = ["기계", "전기", "건물"]', "'건물' is not defined"),
        ('not_for = ["전산일반"]', 'not_for = ["전산"]', "'전산' is not defined"),
        ('region = "충청권"', 'region = "중부권"', "provinces.대전광역시.region: '중부권' is not defined"),
        ('{ title = "한국사능력검정시험", grade = "1급" }', '{ title = "한국사능력검정시험", grade = "특급" }',
         "has a grade that certificate_kinds does not list"),
        ('{ title = "한국사능력검정시험", grade = "1급" }', '"한국사능력검정시험"', "needs one of the grades 1급"),
        ('"건설기계설비기사", "건설기계정비기사"', '"건설기계기사", "건설기계정비기사"',
         "write '건설기계설비기사', not its alias"),
        ('"토목기사", "건설안전기사", "해양공학기사"', '"토목기사", "토목기사", "해양공학기사"',
         "토목기사 is listed twice"),
        ('{ id = "법정", family', '{ id = "경상", family', "fields: '경상' is listed twice"),
        ('{ test = "FLEX_FR", score = 701 }', '{ test = "FLEX_FR", score = 1701 }', "FLEX_FR never gives 1701"),
        ('{ test = "DELF", level = "B1" }', '{ test = "DELF", level = "B3" }', "DELF has no level 'B3'"),
        ('kind = "career"\n', 'kind = "status"\n', "claims: the kind 'career' is missing"),
    ],
)  # fmt: skip
def test_a_book_that_contradicts_itself_is_refused_with_what_is_wrong(files, old, new, told):
    changed(files, BOOK, old, new)
    assert told in refusal(files)


def test_a_window_holds_its_first_instant_and_not_its_last():
    opens, closes = datetime(2019, 9, 20, 9, tzinfo=SEOUL), datetime(2019, 10, 5, tzinfo=SEOUL)
    window = Window(opens=opens, closes=closes)
    assert window.is_open(opens)
    assert not window.is_open(closes)
    assert window.has_closed(closes)
    assert not window.is_open(opens.replace(hour=8))
    assert Window().is_open(opens)
    assert not Window().has_closed(closes)


def test_a_certificate_is_known_by_its_old_name_and_by_the_grade_in_its_title():
    book = load_rulebook("krc-2019")
    identity = book.certificate_identity
    assert identity("건설기계기사", None) == identity("건설 기계설비기사", None)
    assert (
        identity("컴퓨터활용능력 1급", None)
        == identity("컴퓨터활용능력", "1 급")
        == identity("컴퓨터활용능력1급", "1급")
    )
    assert identity("컴퓨터활용능력 1급", "2급") == identity("컴퓨터활용능력", None)
    assert identity("KBS한국어능력", "2＋급") == identity("KBS한국어능력시험", "2+급")
    assert identity("KBS한국어능력", "2－급") == identity("KBS한국어능력", "2-급")
    assert identity("KBS한국어능력", "2+급") != identity("KBS한국어능력", "2-급")
    assert identity("토목기사", None) != identity("토목산업기사", None)
    assert book.certificate_papers("컴퓨터활용능력 1급") == ("KORCHAM",)
    assert book.certificate_papers("토목기사") == ("NQ_AWARD", "NQ_BOOK", "NQ_RECORD")
    assert book.certificate_papers(None) == ("NQ_AWARD", "NQ_BOOK", "NQ_RECORD")


@pytest.mark.parametrize(
    ("test_id", "day", "held"),
    [
        ("TEPS", date(2018, 5, 11), "TEPS"),
        ("TEPS", date(2018, 5, 12), "NEW_TEPS"),
        ("NEW_TEPS", date(2018, 5, 11), "TEPS"),
        ("NEW_TEPS", date(2018, 5, 12), "NEW_TEPS"),
        ("TEPS", None, "TEPS"),
        ("TOEIC", date(2018, 5, 12), "TOEIC"),
    ],
)
def test_the_test_date_decides_between_teps_and_new_teps(test_id, day, held):
    assert load_rulebook("krc-2019").test_held(test_id, day).id == held


def test_a_certificate_that_no_list_names_may_stand_on_any_certificate_paper() -> None:
    book = load_rulebook("krc-2019")
    assert book.certificate_papers("워드프로세서") == ()
    assert "NQ_AWARD" in book.certificate_papers("토목기사")
    assert book.certificate_papers("컴퓨터활용능력") == ("KORCHAM",)
