"""The posts of §1–2 with every printed sum, and what stages, targets and open points may not contradict."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from services.announcement.difference import changes
from services.announcement.load import DEFAULT, AnnouncementError, check, load_announcement, load_rulebook
from services.announcement.model import Window, Windows
from services.cli.main import app

BOOK = load_rulebook("krc-2019")
TRACKS = ["전국일반", "농어촌전형", "지역일반", "장애인전형", "보훈전형"]

PRINTED = {
    "경상": (49, 16, 11, 10, 7, 5), "법정": (24, 8, 5, 2, 5, 4), "농학": (7, 2, 1, 2, 1, 1),
    "토목일반": (165, 61, 37, 60, 2, 5), "도시계획": (2, 1, 1, 0, 0, 0), "지질": (5, 3, 2, 0, 0, 0),
    "기계": (6, 4, 2, 0, 0, 0), "전기": (8, 5, 3, 0, 0, 0), "건축": (20, 12, 8, 0, 0, 0),
    "전산일반": (5, 3, 2, 0, 0, 0), "환경": (6, 4, 2, 0, 0, 0),
}  # fmt: skip


@pytest.mark.parametrize("field", PRINTED)
def test_the_posts_are_those_of_the_notice(field):
    total, *tracks = PRINTED[field]
    assert [BOOK.quotas.posts(field, track, None) for track in TRACKS] == tracks
    assert sum(tracks) == total


@pytest.mark.parametrize(
    ("region", "total"), [("경기·강원권", 17), ("충청권", 23), ("호남·제주권", 35), ("영남권", 29)]
)
def test_the_posts_of_a_region_add_up(region, total):
    assert sum(BOOK.quotas.posts(field, track, region) for field in PRINTED for track in TRACKS[2:]) == total


def test_all_posts_add_up():
    assert sum(BOOK.quotas.posts(field, track, None) for field in PRINTED for track in TRACKS) == 297


@pytest.fixture
def book(tmp_path):
    """The shipped rule book, for a test to spoil."""
    copytree(DEFAULT, tmp_path / "files")
    return tmp_path / "files" / "rulebooks" / "krc-2019.toml"


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(path: Path) -> str:
    with pytest.raises(AnnouncementError) as caught:
        load_rulebook("krc-2019", file=path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"전국일반" = 16', '"전국일반" = 15',
         "quotas.rows.경상.전국전형: 27 is printed, but 전국일반 + 농어촌전형 make 26"),
        ('"전국일반" = 16', '"전국일반" = 15', "quotas.rows.행정 소계.전국일반: 26 is printed"),
        ('"전국일반" = 16', '"전국일반" = 15', "quotas.rows.계.전국일반: 119 is printed"),
        ('field = "지질", total = 5', 'field = "지질", total = 6', "quotas.rows.지질.총계: 6 is printed"),
        ("total = 297", "total = 298", "quotas.rows.계.총계: 298 is printed"),
        ('family = "토목", total = 167', 'family = "토목", total = 168', "quotas.rows.토목 소계.총계: 168 is printed"),
        ('column = "전국일반", percent = "40.1"', 'column = "전국일반", percent = "40.2"',
         "quotas.shares.전국일반: 40.2 is printed, but the numbers make 40.1"),
        ('region = "충청권", total = 23', 'region = "충청권", total = 24',
         "quotas.regions.충청권.계: 24 is printed, but its cells make 23"),
        ('region = "충청권", total = 23', 'region = "충청권", total = 24', "quotas.regions.소계.계: 104 is printed"),
        ('"경상" = 4, "법정" = 1, "토목일반" = 19', '"경상" = 5, "법정" = 1, "토목일반" = 19',
         "quotas.regions.소계.지역일반.경상: 10 is printed"),
        ('"경상" = 4, "법정" = 1, "토목일반" = 19', '"경상" = 5, "법정" = 1, "토목일반" = 19',
         "quotas.rows.경상.지역일반: 10 is printed"),
        ('field = "환경", total', 'field = "환경과", total', "quotas.rows.환경과: '환경과' is not defined"),
        ('field = "환경", total', 'field = "건축", total', "the row '건축' stands twice"),
        ('field = "환경", total', 'family = "환경", total', "quotas.rows: the field '환경' has no row"),
        ('region = "영남권", total', 'region = "중부권", total', "quotas.regions.중부권: '중부권' is not defined"),
        ('"보훈전형" = 15 }', '"보훈전형" = -15 }', "-15 is below 0"),
    ],
)  # fmt: skip
def test_every_row_column_and_region_sum_is_checked(book, old, new, told):
    spoil(book, old, new)
    assert told in refusal(book)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("passing = { multiple = 25 }", "passing = { multiple = 0 }", "multiple: 0 is not above 0"),
        ("[4, 10], [5, 12]", "[5, 10], [4, 12]", "do not rise"),
        ("[4, 10], [5, 12]", "[4, 10], [5, 8]", "fewer pass for 5 posts (8)"),
        ('without_selection = ["보훈전형"]', 'without_selection = ["보훈"]', "'보훈' is not defined"),
        ("full = 200,", "full = 0,", "stages.written.parts.직무수행.full: 0 is not above 0"),
        ('{ id = "직업기초", title', '{ id = "직무수행", title', "'직무수행' is listed twice"),
        ('elective_fields = ["경상", "법정", "농학", "환경"]', 'elective_fields = ["경제"]', "'경제' is not defined"),
        ('total_minimum = "60"\noriginals', 'total_minimum = "160"\noriginals', "160 is more than 100 percent"),
        ('preference = "취업지원대상자" }', 'preference = "취업" }', "tie_breaks.0: '취업' is not defined"),
        ('stage = "written", part = "직무수행"', 'stage = "interview", part = "직무수행"', "does not come before"),
        ('stage = "written", part = "직무수행"', 'stage = "written", part = "전공"', "'전공' is not defined"),
        ('stage = "document" }', 'stage = "document", preference = "장애인" }', "a tie-break names a preference, or a"),
        ('statuses = ["면제자격"]\n', 'statuses = ["면제"]\n', "preference.kinds.고급자격증.statuses: '면제'"),
        ('provinces = ["광주광역시", "전라남도"]', 'provinces = ["광주"]', "targets.kinds.이전지역인재.provinces"),
        ('provinces = ["광주광역시", "전라남도"]', "provinces = []", "a local target needs at least one"),
        ('target_order = ["양성평등", "이전지역인재"]', 'target_order = ["양성평등"]', "it must name each of"),
        ('key = "options.last_tie"', 'key = "options.lottery"', "open_points.G24.key: there is no 'options.lottery'"),
        ('id = "G39"', 'id = "G38"', "open_points: 'G38' is listed twice"),
        ("until = true", "until = true, years = 5", "bars until a day, or for years after it"),
    ],
)
def test_stages_that_contradict_the_book_are_refused(book, old, new, told):
    spoil(book, old, new)
    assert told in refusal(book)


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["rulebook", *words], catch_exceptions=False)
    return result.exit_code, result.output


def test_check_says_what_was_checked():
    status, told = run("check", "krc-2019")
    assert status == 0
    assert "297 posts, 39 open points" in told


def test_check_warns_of_a_book_without_stages(book):
    text = book.read_text(encoding="utf-8")
    rest = text[text.index("[options]") :].replace('target_order = ["양성평등", "이전지역인재"]\n', "")
    rest = rest.replace('key = "targets.kinds.이전지역인재"', 'key = "regions"')
    book.write_text(text[: text.index("[targets]")] + rest, encoding="utf-8")
    assert "[targets] is not set" in run("check", str(book))[1]


def test_show_answers_the_book_its_points_or_its_posts():
    assert '"name": "krc-2019"' in run("show", "krc-2019")[1]
    points = run("show", "krc-2019", "--points")[1]
    assert "options.last_tie" in points
    assert all(f"G{number} " in points for number in range(1, 40))
    assert "4/2/2" in run("show", "krc-2019", "--posts")[1]


def test_the_papers_of_every_claim_are_shown():
    told = run("show", "krc-2019", "--papers")[1]
    for name in (
        "취업지원대상자증명서",
        "농지원부 + 경작사실확인서",
        "가족관계증명서",
        "주민등록초본(거주지 이전내역)",
        "NQ_RECORD",
    ):
        assert name in told


@pytest.mark.parametrize(
    ("closes", "warned"), [("2019-10-05T00:00:00+09:00", False), ("2019-10-04T00:00:00+09:00", True), (None, False)]
)
def test_rule_47_the_window_for_declarations_is_15_days_from_the_notice_date(closes, warned):
    announcement = load_announcement("2019-grade5")
    window = Window(closes=datetime.fromisoformat(closes) if closes else None)
    found = check(announcement.model_copy(update={"windows": Windows(declaration=window)}))
    assert any("§7 promises 15 days" in one and "2019-10-05T00:00:00+09:00" in one for one in found) == warned


def test_diff_names_every_key_that_changed(book):
    assert run("diff", "krc-2019", "krc-2019") == (0, "")
    spoil(book, "[5, 12]", "[5, 13]")
    spoil(book, 'margin = "7"', 'margin = "5"')
    spoil(book, 'version = "1"', 'version = "2"')
    status, told = run("diff", "krc-2019", str(book))
    assert status == 1
    assert told.splitlines() == [
        "~ stages.written.passing.instead.4: 5, 12 → 5, 13",
        "~ targets.margin: 7 → 5",
        "~ version: 1 → 2",
    ]


def test_diff_names_what_is_new_and_what_is_gone(book):
    spoil(book, '"토목기사", "건설안전기사"', '"건설안전기사"')
    spoil(book, "valid_years = 2\n", "")
    found = [str(change) for change in changes(BOOK, load_rulebook("krc-2019", file=book))]
    assert "- tests.TOEIC.valid_years = 2" in found
    assert any(
        one.startswith("- certificate_groups.own.areas.토목일반.tiers.2등급.certificates.토목기사") for one in found
    )
