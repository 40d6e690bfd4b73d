"""Language reports: scores, sections, TEPS by date, Latin names."""

from dataclasses import replace

import pytest

from services.verify.evidence import Family
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status
from tests.unit.verify.judging.papers import TOEIC, changed, codes, field_of, paper, spoiled, toeic, verdict_on, without


def test_the_right_report_matches_by_its_latin_name() -> None:
    verdict = verdict_on(TOEIC, toeic())
    assert verdict.status is Status.MATCH
    assert field_of(verdict, "test") is FieldStatus.MATCH
    assert field_of(verdict, "name") is FieldStatus.NOT_PRINTED
    assert field_of(verdict, "name_latin") is FieldStatus.MATCH
    assert field_of(verdict, "announced_on") is FieldStatus.NOT_PRINTED


@pytest.mark.parametrize("printed", ["HONG GILDONG", "Gildong Hong", "HONG, GIL DONG", "hong gil-dong"])
def test_case_spaces_hyphens_and_order_of_a_latin_name_do_not_count(printed: str) -> None:
    assert verdict_on(TOEIC, toeic(name_latin=printed)).status is Status.MATCH


def test_another_latin_name_fails() -> None:
    assert verdict_on(TOEIC, toeic(name_latin="KIM CHULSOO")).status is Status.MISMATCH


def test_a_latin_name_that_was_not_declared_leaves_the_identity_open() -> None:
    verdict = verdict_on(TOEIC, toeic(), name_latin=None)
    assert verdict.status is Status.UNREADABLE
    assert ReasonCode.IDENTITY_UNPROVEN in codes(verdict)


def test_declared_800_with_805_on_the_paper_fails() -> None:
    claim = TOEIC | {"score": "800", "sections": None}
    verdict = verdict_on(claim, toeic(score="805", sections_listening="410", sections_reading="395"))
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, "score") is FieldStatus.MISMATCH


def test_sections_that_do_not_add_up_are_never_repaired() -> None:
    verdict = verdict_on(TOEIC | {"sections": None}, toeic(sections_reading="410"))
    assert verdict.status is Status.UNREADABLE
    assert any("SECTION_SUM" in reason.ko for reason in verdict.reasons)
    lower = verdict_on(TOEIC | {"score": "800", "sections": None}, toeic(score="805"))
    assert lower.status is Status.UNREADABLE, "a contradictory paper fails nobody by machine"


def test_the_readers_own_section_sum_alarm_touches_only_the_scores() -> None:
    broken = replace(toeic(), broken=("SECTION_SUM",))
    assert verdict_on(TOEIC, broken).status is Status.UNREADABLE
    other = verdict_on(TOEIC, replace(toeic(name_latin="KIM CHULSOO"), broken=("SECTION_SUM",)))
    assert other.status is Status.MISMATCH


def test_a_score_off_the_grid_of_the_test_is_a_reading_error() -> None:
    claim = TOEIC | {"sections": None}
    odd = without(toeic(score="846"), "sections.listening", "sections.reading")
    verdict = verdict_on(claim, odd)
    assert verdict.status is Status.UNREADABLE
    assert any("STEP" in reason.ko for reason in verdict.reasons)


@pytest.mark.parametrize("field", ["score", "test_date"])
def test_a_required_result_left_empty_fails(field: str) -> None:
    claim = TOEIC | {field: None, "sections": None}
    verdict = verdict_on(claim, toeic())
    assert verdict.status is Status.MISMATCH
    assert field_of(verdict, field) is FieldStatus.MISSING


def test_another_test_is_the_wrong_paper() -> None:
    jpt = paper("JPT", Family.LANGUAGE_REPORT, {"name_latin": "HONG GILDONG", "score": "845"})
    verdict = verdict_on(TOEIC, jpt)
    assert verdict.status is Status.MISMATCH
    assert codes(verdict) == {ReasonCode.WRONG_PAPER}
    assert field_of(verdict, "test") is FieldStatus.MISMATCH


def teps(kind: str, day: str) -> object:
    printed = {"name_latin": "HONG GILDONG", "score": "500", "test_date": day, "registration_no": "77"}
    return paper(kind, Family.LANGUAGE_REPORT, printed, not_printed=("name",))


TEPS = {"id": "lang-1", "kind": "language", "test": "TEPS", "score": "500", "test_date": "2018-04-07"}


@pytest.mark.parametrize(
    ("test", "day", "kind", "printed_day", "status"),
    [
        ("TEPS", "2018-04-07", "TEPS", "2018-04-07", Status.MATCH),
        ("NEW_TEPS", "2018-06-02", "NEW_TEPS", "2018-06-02", Status.MATCH),
        ("TEPS", "2018-04-07", "NEW_TEPS", "2018-06-02", Status.MISMATCH),
        ("NEW_TEPS", "2018-06-02", "TEPS", "2018-04-07", Status.MISMATCH),
        ("TEPS", "2018-04-07", "NEW_TEPS", "2018-04-07", Status.UNREADABLE),
        ("NEW_TEPS", "2018-06-02", "TEPS", "2018-06-02", Status.UNREADABLE),
        ("NEW_TEPS", "2018-06-02", "NEW_TEPS", "2018-04-07", Status.UNREADABLE),
    ],
)
def test_teps_and_new_teps_are_told_apart_by_print_and_date(
    test: str, day: str, kind: str, printed_day: str, status: Status
) -> None:
    verdict = verdict_on(TEPS | {"test": test, "test_date": day}, teps(kind, printed_day))
    assert verdict.status is status


def test_teps_without_a_readable_date_is_not_decided() -> None:
    verdict = verdict_on(TEPS, spoiled(teps("TEPS", "2018-04-07"), "test_date", "2018-04-07", "2018-04-01"))
    assert verdict.status is Status.UNREADABLE
    assert field_of(verdict, "test") is FieldStatus.UNREADABLE


@pytest.mark.parametrize(
    ("printed", "status"),
    [("IM2", Status.MATCH), ("Intermediate Mid 2", Status.MATCH), ("IM1", Status.MISMATCH), ("IM", Status.UNREADABLE)],
)
def test_an_opic_level_counts_with_its_digit(printed: str, status: Status) -> None:
    claim = {"id": "l", "kind": "language", "test": "OPIC", "level": "IM2", "test_date": "2018-05-13"}
    report = paper(
        "OPIC", Family.LANGUAGE_REPORT, {"name_latin": "HONG GILDONG", "level": printed, "test_date": "May 13, 2018"}
    )
    assert verdict_on(claim, replace(report, not_printed=("name",))).status is status


def test_hsk_level_decides_the_band() -> None:
    claim = {"id": "l", "kind": "language", "test": "HSK", "level": "5급", "score": "210", "test_date": "2018-05-13"}
    printed = {"name_latin": "HONG GILDONG", "level": "四级", "score": "210", "test_date": "2018年5月13日"}
    report = replace(paper("HSK", Family.LANGUAGE_REPORT, printed), not_printed=("name",))
    assert verdict_on(claim, report).status is Status.MISMATCH
    assert verdict_on(claim | {"level": "4급"}, report).status is Status.MATCH


def test_a_latin_name_in_the_place_of_the_name_says_nothing_against_a_hangul_one() -> None:
    report = without(toeic(), "name_latin")
    named = paper("TOEIC", Family.LANGUAGE_REPORT, {"name": "HONG GILDONG"}).fields
    report = replace(report, fields=(*named, *report.fields), not_printed=("announced_on", "level"))
    assert verdict_on(TOEIC, report).status is Status.MATCH
    assert verdict_on(TOEIC, report, name_latin=None).status is Status.UNREADABLE


def test_a_date_of_the_result_that_is_printed_is_compared_and_one_that_is_not_blocks_nothing() -> None:
    verdict = verdict_on(TOEIC, toeic())
    assert verdict.status is Status.MATCH
    assert field_of(verdict, "announced_on") is FieldStatus.NOT_PRINTED
    somewhere = replace(toeic(), not_printed=("name", "level"))  # a date on the paper may be it
    assert verdict_on(TOEIC, somewhere).status is Status.UNREADABLE
    assert verdict_on(TOEIC, toeic(announced_on="2018-05-28")).status is Status.MISMATCH
    unread = spoiled(toeic(announced_on="x"), "announced_on", "2018-05-29")
    assert verdict_on(TOEIC, unread).status is Status.UNREADABLE


def test_an_alarm_that_the_reader_laid_on_a_field_touches_only_that_field() -> None:
    alarm = changed(toeic(), "registration_no", lambda entry: replace(entry, broken="NUMBER_FORM"))
    alarm = replace(alarm, broken=("NUMBER_FORM",))
    assert verdict_on(TOEIC, alarm).status is Status.UNREADABLE
    assert verdict_on(TOEIC | {"score": "800"}, alarm).status is Status.MISMATCH
