"""A printed field is right, wrong, unsure or beyond the alphabet."""

import pytest

from eval.rows import align
from eval.scoring import Outcome, plain, score
from services.verify.evidence import Family, FieldEvidence, PaperEvidence, Reading, TableEvidence
from services.verify.values import canonical
from specimens import Truth

BOX = (1, 2, 3, 4)


def field(name: str, *texts: str, broken: str | None = None, handwritten: bool = False) -> FieldEvidence:
    readings = tuple(Reading(f"reader-{n}", text, canonical(name, text)) for n, text in enumerate(texts))
    return FieldEvidence(name, readings, 1, BOX, broken, handwritten)


def paper(*fields: FieldEvidence, rows: tuple[tuple[FieldEvidence, ...], ...] = ()) -> PaperEvidence:
    tables = (TableEvidence("records", rows, True),) if rows else ()
    return PaperEvidence("TOEIC", Family.LANGUAGE_REPORT, None, fields, tables)


def truth(name: str, value: str, printed: str = "") -> Truth:
    return Truth(name, value, printed or value, 1, BOX)


@pytest.mark.parametrize(
    ("name", "value", "texts", "outcome"),
    [
        ("score", "845", ("845", "845"), Outcome.RIGHT),
        ("score", "845", ("845점", "845 / 990"), Outcome.RIGHT),
        ("score", "845", ("845", "845", "846"), Outcome.RIGHT),
        ("score", "845", ("846", "846"), Outcome.WRONG),
        ("score", "845", ("846", "846", "845"), Outcome.WRONG),
        ("score", "845", ("845",), Outcome.UNSURE),
        ("score", "845", ("845", "846"), Outcome.UNSURE),
        ("score", "845", ("~~", "~~"), Outcome.UNSURE),
        ("score", "845", (), Outcome.UNSURE),
        ("name_latin", "HONG GILDONG", ("Hong, Gil-dong", "GILDONG HONG"), Outcome.RIGHT),
        ("acquired_on", "2018-08-17", ("2018년 08월 17일", "2018. 8. 17."), Outcome.RIGHT),
        ("acquired_on", "2018-08-17", ("2018. 8. 11.", "2018. 8. 11."), Outcome.WRONG),
        ("name", "김쁑이", ("김봉이", "김봉이"), Outcome.BEYOND),
    ],
)
def test_a_field_is_scored_by_what_its_readers_agree_on(
    name: str, value: str, texts: tuple[str, ...], outcome: Outcome
) -> None:
    (scored,) = score([truth(name, value)], paper(field(name, *texts)))
    assert scored.outcome is outcome


def test_a_place_that_was_not_found_is_unsure() -> None:
    assert [one.outcome for one in score([truth("score", "845")], paper())] == [Outcome.UNSURE]


@pytest.mark.parametrize("mark", [{"broken": "SECTION_SUM"}, {"handwritten": True}])
def test_what_never_decides_is_unsure_however_many_agree(mark: dict[str, object]) -> None:
    (scored,) = score([truth("score", "845")], paper(field("score", "845", "845", **mark)))  # type: ignore[arg-type]
    assert scored.outcome is Outcome.UNSURE


def test_a_field_that_is_printed_twice_counts_once() -> None:
    truths = [truth("name", "홍길동"), truth("name", "홍길동"), truth("score", "845")]
    assert [one.field for one in score(truths, paper())] == ["name", "score"]


def test_what_no_declaration_can_name_is_not_scored() -> None:
    assert score([truth("management_no", "7")], paper()) == []


def test_agreement_is_kept_for_calibration() -> None:
    (three,) = score([truth("score", "845")], paper(field("score", "845", "845", "845", "840")))
    assert (three.readers, three.led) == (3, True)
    (tie,) = score([truth("score", "845")], paper(field("score", "845", "840")))
    assert (tie.readers, tie.led) == (0, None)
    (alone,) = score([truth("score", "845")], paper(field("score", "840")))
    assert (alone.readers, alone.led) == (1, False)


def row(project: str, start: str) -> tuple[FieldEvidence, ...]:
    return field("project", project, project), field("from", start, start)


def test_a_row_that_was_missed_does_not_make_all_that_follow_wrong() -> None:
    rows = [("국도 확장공사", "2010-01-01"), ("교량 보수공사", "2011-01-01"), ("하천 정비사업", "2012-01-01")]
    truths = [
        one
        for n, (project, start) in enumerate(rows)
        for one in (truth(f"records[{n}].project", project), truth(f"records[{n}].from", start))
    ]
    evidence = paper(rows=(row(*rows[1]), row(*rows[2])))
    outcomes = {one.field: one.outcome for one in score(truths, evidence)}
    assert [outcomes[f"records[{n}].from"] for n in range(3)] == [Outcome.UNSURE, Outcome.RIGHT, Outcome.RIGHT]


def test_a_row_with_a_misread_cell_is_still_its_own_row() -> None:
    truths = [truth("records[0].project", "국도 확장공사"), truth("records[0].from", "2010-01-01")]
    outcomes = [one.outcome for one in score(truths, paper(rows=(row("국도 확장공사", "2010-01-07"),)))]
    assert outcomes == [Outcome.RIGHT, Outcome.WRONG]


@pytest.mark.parametrize(
    ("printed", "read", "pairs"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "bc", [(1, 0), (2, 1)]),
        ("abc", "ac", [(0, 0), (2, 1)]),
        ("ab", "axb", [(0, 0), (1, 2)]),
        ("abc", "axc", [(0, 0), (1, 1), (2, 2)]),
        ("ab", "", []),
        ("", "ab", []),
    ],
)
def test_rows_are_aligned_in_order(printed: str, read: str, pairs: list[tuple[int, int]]) -> None:
    assert align(printed, read, lambda one, other: int(one == other)) == pairs


def test_a_row_s_field_is_named_without_its_number() -> None:
    assert plain("records[12].from") == "records.from"
