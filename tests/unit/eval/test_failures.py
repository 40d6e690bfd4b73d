"""What is shown of a failure: the worst first, with the place as printed and as read."""

import base64
import io
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

import specimens
from eval import failures
from eval.near_misses import NearMiss
from eval.plan import Case
from eval.scoring import score
from services.verify.evidence import Family, FieldEvidence, PaperEvidence, Reading, Unread
from services.verify.reading.read import ReadPaper
from specimens import Specimen

CASE = Case("TOEIC", "official-report", False, "clean", 3)


@cache
def drawn() -> Specimen:
    return specimens.draw("TOEIC", specimens.values("TOEIC", 3), seed=3, layout="official-report")


def read(*fields: FieldEvidence, **changes: object) -> ReadPaper:
    page = drawn().pages[0]
    picture = io.BytesIO()
    page.resize((page.width // 2, page.height // 2)).save(picture, "JPEG")
    evidence = PaperEvidence("TOEIC", Family.LANGUAGE_REPORT, None, fields)
    return ReadPaper(evidence if not changes else PaperEvidence(None, None, Unread.UNRECOGNISED), (picture.getvalue(),))


def field(name: str, *values: str) -> FieldEvidence:
    box = next(truth.box for truth in drawn().truth if truth.field == name)
    left, top, right, bottom = (side // 2 for side in box)
    readings = tuple(Reading(f"reader-{n}", value, value) for n, value in enumerate(values))
    return FieldEvidence(name, readings, 1, (left, top, right, bottom))


def collected(paper: ReadPaper, *passed: NearMiss) -> tuple[failures.Failure, ...]:
    return failures.collect(CASE, drawn(), paper, score(drawn().truth, paper.evidence), None, passed)


def test_the_worst_come_first_and_few_of_one_paper() -> None:
    miss = NearMiss("claims[0].test_date", "test_date", "date ±1 day", "2018-05-13", "2018-05-14", {})
    found = collected(read(field("score", "111", "111")), miss)
    assert [one.kind for one in found] == ["wrong pass", "wrong", "unsure", "unsure", "unsure"]
    assert [one.field for one in found][:2] == ["test_date", "score"]
    assert found[0].declared == "2018-05-14 (date ±1 day)"
    assert found[1].read == "111 ×2"
    assert len(found) == failures.MOST_OF_ONE


def test_a_failure_shows_the_printed_and_the_read_place() -> None:
    (wrong,) = [one for one in collected(read(field("score", "111", "111"))) if one.kind == "wrong"]
    for uri in (wrong.drawn, wrong.seen):
        head, _, data = uri.partition(",")
        assert head == "data:image/jpeg;base64"
        assert len(data) > 500


def test_a_place_that_was_not_found_is_shown_about_where_it_stands() -> None:
    (first, *_) = collected(read())
    assert (first.kind, first.read) == ("unsure", "no place found")
    assert first.seen


def test_a_paper_that_was_not_recognised_is_one_failure() -> None:
    (one,) = collected(read(unread=True))
    assert (one.kind, one.field, one.read) == ("not recognised", "paper", "UNRECOGNISED")


@pytest.mark.parametrize("kind", failures.KINDS)
def test_every_kind_of_failure_has_its_colour(kind: str) -> None:
    template = Path(failures.__file__).with_name("page.html.j2").read_text()
    assert f'"{kind}":' in template


def test_crops_are_small() -> None:
    (first, *_) = collected(read())
    data = first.seen.partition(",")[2]
    with Image.open(io.BytesIO(base64.b64decode(data))) as picture:
        assert picture.width <= 560
        assert picture.height <= 180
