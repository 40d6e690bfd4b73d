"""경력확인서 with the real readers: rows over several pages, several employers, the words of the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest

import specimens
from services.verify.agreement import agreed
from services.verify.evidence import Family, TableEvidence
from services.verify.reading.engine.choose import open_engine
from services.verify.reading.engine.port import Engine
from services.verify.reading.layout.block_owners import owned
from services.verify.reading.layout.blocks import find_blocks
from services.verify.reading.layout.labels import find_labels
from services.verify.reading.layout.tables import find_tables
from services.verify.reading.pages import open_pages
from services.verify.reading.papers.career_form import CAREER_FORM
from services.verify.reading.read import read_paper
from services.verify.reading.sheets import Sheet, look, prepare
from services.verify.values import canonical, same, unsupported

SEEDS = (5, 11)
LAYOUTS = specimens.layouts_of("CAREER_FORM", sealed=False)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("pytesseract")


@cache
def worn(layout: str, wear: str, seed: int) -> tuple[bytes, ...]:
    drawn = specimens.draw("CAREER_FORM", specimens.values("CAREER_FORM", seed), seed=seed, layout=layout)
    if wear == "digital":
        return (drawn.pdf(),)
    pages = [specimens.degrade(page, wear, seed) for page in drawn.pages]
    return tuple(specimens.encode([page], "jpeg") for page in pages)


def judged(records: Sequence[Mapping[str, Any]], table: TableEvidence) -> tuple[int, list[tuple[str, str, str]]]:
    """How many cells of `records` are read right in one row of `table`, and which are read as something else."""
    right, wrong = 0, []
    for record in records:
        rows = [{cell.field: agreed(cell.field, cell.readings) for cell in row} for row in table.rows]
        row = max(rows, key=lambda cells: sum(_same(field, record[field], cells.get(field)) for field in record))
        for field, printed in record.items():
            read = row.get(field)
            if _same(field, printed, read):
                right += 1
            elif read is not None and not unsupported(printed):
                wrong.append((field, printed, read))
    return right, wrong


def _same(field: str, printed: str, read: str | None) -> bool:
    return read is not None and same(field, canonical(field, printed) or "", read)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("wear", ["digital", "scan300"])
def test_every_row_is_found_and_nearly_every_cell_read(layout: str, wear: str, engine: Engine) -> None:
    cells = right = 0
    for seed in SEEDS:
        files = worn(layout, wear, seed)
        records = specimens.values("CAREER_FORM", seed)["records"]
        evidence = read_paper(files, engine, hint=Family.CAREER_FORM).evidence
        table = evidence.table("records")
        assert evidence.paper == "CAREER_FORM"
        assert table is not None
        assert len(table.rows) >= len(records)
        found, wrong = judged(records, table)
        assert wrong == []
        cells += sum(len(record) for record in records)
        right += found
    assert right >= 0.8 * cells


def looked(files: Sequence[bytes], engine: Engine) -> list[Sheet]:
    return look(
        [prepare(page, number) for number, page in enumerate(open_pages(list(files)), start=1)], engine, "Hangul"
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_belong_to_the_employer_above_them(seed: int, engine: Engine) -> None:
    files = worn("annex-12-several", "scan300", seed)
    claimed = specimens.values("CAREER_FORM", seed)
    sheets = looked(files, engine)
    labels = [label for label in CAREER_FORM.labels if label.field in ("company", "joined_on", "left_on")]
    blocks = find_blocks(sheets, find_labels(sheets, CAREER_FORM.labels), labels, canonical)
    assert len(blocks) > 1
    (records,) = CAREER_FORM.tables
    parts = owned(find_tables(sheets, records.columns, records.key), blocks, "company")
    own = [
        row
        for part in parts
        for row in part.rows
        if same("company", claimed["company"], row["company"].text.replace(" ", ""))
    ]
    assert len(own) == len(claimed["records"])
