"""What a drawn paper promises: its truth, its ink, its text layer, and that everything follows from the seed."""

from __future__ import annotations

import ast
import io
import time
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import pdfplumber
import pypdfium2
import pytest
from PIL import Image

import specimens
from specimens import Specimen, fonts, raster
from specimens.filling import flatten
from specimens.sheet import Sheet, TextMark

ISSUE_3 = {
    "CAREER_FORM", "HSK", "KHISTORY", "KORCHAM", "NEW_TEPS", "NQ_AWARD", "NQ_BOOK", "NQ_RECORD", "OPIC", "TEPS",
    "TOEFL_IBT", "TOEIC",
}  # fmt: skip
NOT_ON_EVERY_LAYOUT = {
    "NQ_AWARD": {"name_latin"},
    "NQ_BOOK": {"name_latin"},
    "NQ_RECORD": {"certificates.issuer"},
    "KORCHAM": {"name_latin"},
    "TOEFL_IBT": {"name", "announced_on", "test"},
    "OPIC": {"announced_on", "test"},
    "HSK": {"name", "birth_date", "test"},
    "TOEIC": {"test"},
    "TEPS": {"test"},
    "NEW_TEPS": {"test"},
    "TOEIC_S": {"test"},
    "JPT": {"test"},
    "BCT": {"test"},
    "FLEX_FR": {"test"},
    "FLEX_ES": {"test"},
    "DELF": {"test", "name"},
    "DELE": {"test", "name"},
}


def _declared(paper: str, seed: int) -> dict[str, str]:
    """The values of `paper` by the names that the truth uses: `records[0].from`, `sections.reading`."""
    named: dict[str, str] = {}
    for field, value in flatten(specimens.values(paper, seed)).items():
        if isinstance(value, list):
            for number, row in enumerate(value):
                named.update({f"{field}[{number}].{column}": text for column, text in row.items()})
        else:
            named[field] = value
    return named


@lru_cache(maxsize=1)
def _one_of(paper: str) -> Specimen:
    """The paper in one of its layouts, another for each kind: the painters know marks, not layouts."""
    layouts = specimens.layouts_of(paper)
    return specimens.draw(paper, {}, seed=7, layout=layouts[len(paper) % len(layouts)])


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_kind_that_the_demo_needs_has_at_least_two_layouts() -> None:
    assert set(specimens.papers()) >= ISSUE_3
    assert all(len(specimens.layouts_of(paper)) >= 2 for paper in specimens.papers())


def test_every_declared_value_stands_on_the_paper_and_in_its_truth(specimen: Specimen) -> None:
    truth = {truth.field: truth.value for truth in specimen.truth}
    off = NOT_ON_EVERY_LAYOUT.get(specimen.paper, set())
    for field, value in _declared(specimen.paper, 7).items():
        column = field if "[" not in field else field.partition("[")[0] + field.partition("]")[2]
        if column not in off:
            assert truth.get(field) == value, field


def test_every_box_of_the_truth_lies_on_its_page_and_holds_the_ink_of_its_text(specimen: Specimen) -> None:
    for truth in specimen.truth:
        page = specimen.pages[truth.page - 1]
        left, top, right, bottom = truth.box
        assert 0 <= left < right <= page.width, truth
        assert 0 <= top < bottom <= page.height, truth
        inside = np.asarray(page.crop(truth.box).convert("L")).astype(int)
        assert inside.max() - inside.min() > 100, f"no contrast in the box of {truth}"


def test_a_box_of_the_truth_neither_cuts_its_text_nor_reaches_far_beyond(specimen: Specimen) -> None:
    """Erasing the text from the sheet changes pixels inside the boxes only, and up to their edges."""
    sheet = specimen.sheets[0]
    written = [mark for mark in sheet.marks if isinstance(mark, TextMark) and not mark.angle]
    values = [truth for truth in sheet.truth if sum(truth.printed in mark.text for mark in written) == 1]
    values = [truth for truth in values if any(truth.printed == mark.text for mark in written)]
    assert values
    printed = {truth.printed for truth in values}
    bare = Sheet(1, (sheet.width, sheet.height), sheet.face, sheet.paper)
    bare.marks = [mark for mark in sheet.marks if mark not in written or mark.text not in printed]
    changed = np.any(np.asarray(raster.paint(bare)) != np.asarray(specimen.pages[0]), axis=2)
    for truth in values:
        left, top, right, bottom = truth.box
        xs = np.nonzero(changed[top:bottom, left:right].any(axis=0))[0]
        assert len(xs), truth
        assert xs.min() <= 4, truth
        assert right - left - xs.max() <= 4, truth
        outside = changed[max(0, top - 3) : top, left:right].sum() + changed[bottom : bottom + 3, left:right].sum()
        assert outside == 0, truth


def test_the_same_seed_draws_the_same_pixels_and_another_seed_others() -> None:
    values = specimens.values("TOEIC", 1)
    first, again, other = (specimens.draw("TOEIC", values, seed=seed, layout="portal-print") for seed in (1, 1, 2))
    assert first.pages[0].tobytes() == again.pages[0].tobytes()
    assert first.pdf() == again.pdf()
    assert first.truth == again.truth
    assert first.pages[0].tobytes() != other.pages[0].tobytes()


def test_pages_are_rgb_at_300_dpi() -> None:
    award = specimens.draw("NQ_AWARD", {}, seed=1, layout="qnet-portrait").pages[0]
    card = specimens.draw("KORCHAM", {}, seed=1, layout="card").pages[0]
    assert (award.mode, award.size) == ("RGB", (2480, 3508))
    assert (card.mode, card.size) == ("RGB", (1016, 638))


def test_a_field_that_is_none_is_left_empty_and_one_that_is_absent_is_invented() -> None:
    drawn = specimens.draw("NQ_AWARD", {"name": "홍길동", "issued_on": None}, seed=3, layout="qnet-portrait")
    truth = {truth.field: truth.value for truth in drawn.truth}
    assert truth["name"] == "홍길동"
    assert "issued_on" not in truth
    assert len(truth["number"]) == 12


def test_a_group_that_is_none_is_left_empty_as_a_whole() -> None:
    values = specimens.values("CAREER_FORM", 4)
    values["confirmation"]["business"] = None
    fields = {truth.field for truth in specimens.draw("CAREER_FORM", values, seed=4).truth}
    assert "confirmation.hr.person" in fields
    assert not any(field.startswith("confirmation.business") for field in fields)


def test_a_value_with_a_label_before_it_has_a_truth_of_the_value_alone() -> None:
    drawn = specimens.draw("TOEIC", {}, seed=5, layout="official-report")
    serial = next(truth for truth in drawn.truth if truth.field == "serial_no")
    name = next(truth for truth in drawn.truth if truth.field == "name")
    assert serial.printed == serial.value
    assert serial.box[0] > name.box[0] / 4, "the box starts behind the label"
    mark = next(m for m in drawn.sheets[0].marks if isinstance(m, TextMark) and serial.printed in m.text)
    assert mark.text == f"발급번호 : {serial.value}"


def test_handwriting_writes_the_names_of_people_and_leaves_everything_else_printed() -> None:
    values = specimens.values("CAREER_FORM", 4)
    layout = specimens.layouts_of("CAREER_FORM", sealed=False)[0]
    printed = specimens.draw("CAREER_FORM", values, seed=4, layout=layout)
    written = specimens.draw("CAREER_FORM", values, seed=4, layout=layout, handwritten=True)
    assert not any(truth.handwritten for truth in printed.truth)
    by_hand = {truth.field for truth in written.truth if truth.handwritten}
    assert by_hand == {"name", "confirmation.hr.person", "confirmation.business.person"}
    pens = {mark.face.name for mark in written.sheets[0].marks if isinstance(mark, TextMark)} & {*fonts.PENS}
    assert len(pens) == 1
    assert [(t.field, t.value) for t in written.truth] == [(t.field, t.value) for t in printed.truth]
    for before, after in zip(printed.truth, written.truth, strict=True):
        assert after.handwritten or before.box == after.box
        assert abs(before.box[1] + before.box[3] - after.box[1] - after.box[3]) < 40, "about the same line"


def test_a_name_that_a_pen_face_cannot_write_is_printed() -> None:
    truths = specimens.draw("CAREER_FORM", {"name": "金哲洙"}, seed=4, handwritten=True).truth
    assert not next(truth for truth in truths if truth.field == "name").handwritten
    assert next(truth for truth in truths if truth.field == "confirmation.hr.person").handwritten


def test_dates_are_printed_in_the_way_of_the_layout_and_canonical_in_the_truth() -> None:
    values = {"acquired_on": "2018-08-07"}
    ways = {}
    for layout in specimens.layouts_of("NQ_AWARD", sealed=False):
        drawn = specimens.draw("NQ_AWARD", values, seed=1, layout=layout)
        truth = next(truth for truth in drawn.truth if truth.field == "acquired_on")
        assert truth.value == "2018-08-07"
        ways[layout] = truth.printed
    assert ways["qnet-portrait"] == "2018년 08월 07일"
    assert ways["bilingual-landscape"] == "2018.08.07"


@pytest.mark.parametrize("paper", specimens.papers())
def test_the_digital_pdf_says_every_printed_value_in_its_text_layer(paper: str) -> None:
    specimen = _one_of(paper)
    with pdfplumber.open(io.BytesIO(specimen.pdf())) as document:
        layers = [_squeezed("".join(char["text"] for char in page.chars)) for page in document.pages]
    assert len(layers) == len(specimen.pages)
    for truth in specimen.truth:
        parts = truth.printed.split() if truth.printed != truth.value else [truth.printed]
        for part in parts:
            assert _squeezed(part) in layers[truth.page - 1], truth


@pytest.mark.parametrize("paper", specimens.papers())
def test_the_digital_pdf_looks_like_the_painted_page(paper: str) -> None:
    specimen = _one_of(paper)
    document = pypdfium2.PdfDocument(specimen.pdf())
    try:
        for number, page in enumerate(specimen.pages):
            seen = document[number].render(scale=2).to_pil().convert("L")
            wanted = page.convert("L").resize(seen.size, Image.Resampling.BOX)
            blurred = [cv2.GaussianBlur(np.asarray(image), (0, 0), 3).astype(int) for image in (seen, wanted)]
            assert np.abs(blurred[0] - blurred[1]).mean() < 2.6
            assert np.percentile(np.abs(blurred[0] - blurred[1]), 99.5) < 32
    finally:
        document.close()


def test_every_page_carries_the_specimen_note_in_its_margin(specimen: Specimen) -> None:
    for sheet in specimen.sheets:
        notes = [mark for mark in sheet.marks if isinstance(mark, TextMark) and "견본" in mark.text]
        assert len(notes) == 1
        assert notes[0].y > sheet.height * 0.9


def test_a_long_career_runs_over_several_pages_without_losing_a_row() -> None:
    values = specimens.values("CAREER_FORM", 2)
    values["records"] = [dict(values["records"][0], project=f"제{number}공구 도로공사") for number in range(1, 31)]
    for layout in specimens.layouts_of("CAREER_FORM"):
        drawn = specimens.draw("CAREER_FORM", values, seed=2, layout=layout)
        projects = [truth for truth in drawn.truth if truth.field.endswith(".project")]
        assert [truth.value for truth in projects] == [row["project"] for row in values["records"]]
        assert len(drawn.pages) >= projects[-1].page >= 2
        for sheet in drawn.sheets:
            assert max(mark.y for mark in sheet.marks if isinstance(mark, TextMark)) < sheet.height


@pytest.mark.parametrize("rows", range(12))
def test_the_closing_of_a_career_form_never_overlaps_its_rows(rows: int) -> None:
    values = specimens.values("CAREER_FORM", 2)
    values["records"] = [values["records"][0]] * rows
    for layout in specimens.layouts_of("CAREER_FORM"):
        last = specimens.draw("CAREER_FORM", values, seed=2, layout=layout).sheets[-1]
        marks = [mark for mark in last.marks if isinstance(mark, TextMark)]
        closing = next(mark.y for mark in marks if "경력을 확인합니다" in mark.text)
        duties = [truth.box[3] for truth in last.truth if truth.field.endswith(".project")]
        assert max(duties, default=0) < (closing - 5) * 300 / 25.4


def test_an_unknown_paper_or_layout_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"no specimen of paper 'PASSPORT'.*TOEIC"):
        specimens.draw("PASSPORT", {}, seed=1)
    with pytest.raises(ValueError, match="TOEIC has no layout 'x': official-report"):
        specimens.draw("TOEIC", {}, seed=1, layout="x")


def test_drawing_a_page_takes_less_than_half_a_second_of_cpu() -> None:
    pages = 0
    start = time.process_time()
    for paper in specimens.papers()[::4]:
        pages += len(specimens.draw(paper, {}, seed=11).pages)
    assert (time.process_time() - start) / pages < 0.5


def test_specimens_import_no_service() -> None:
    for file in Path(specimens.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not any(name.partition(".")[0] in ("services", "demo", "tests") for name in names), file
