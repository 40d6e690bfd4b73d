"""From a kind of paper and its sheets to the places of its rows and grids."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from services.verify.reading.layout.blocks import as_table, find_blocks, owned
from services.verify.reading.layout.cards import find_cards
from services.verify.reading.layout.grids import find_grouped
from services.verify.reading.layout.labels import Anchor, find_labels
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.tables import FoundTable, find_tables
from services.verify.reading.papers.paper import Paper
from services.verify.reading.readers import Parser
from services.verify.reading.several_values import nth_date
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical

PERIOD = "from+to"
"""The column that holds two dates."""


def parser_of(paper: Paper, name: str) -> Parser:
    """How a value of field `name` is understood on `paper`."""
    return paper.parsers.get(name) or (lambda text: canonical(name, text))


def find_rows(paper: Paper, sheets: Sequence[Sheet]) -> dict[str, list[FoundTable]]:
    """The parts of each table of `paper`, and its blocks as a table where it has several, by name."""
    if not paper.tables:
        return {}
    found: dict[str, list[FoundTable]] = {}
    anchors = find_labels(sheets, paper.labels)
    heading_fields = paper.blocks.fields if paper.blocks else ()
    headings = [anchor for anchor in anchors if anchor.field in heading_fields and _with_value(sheets, anchor)]
    for table in paper.tables:
        found[table.name] = find_tables(sheets, table.columns, table.key, headings)
        if table.cards and not any(part.rows for part in found[table.name]):
            found[table.name] = find_cards(sheets, table.columns, anchors, _parse_cell(paper), table.key[0])
    if paper.blocks is None:
        return found
    labels = [label for label in paper.labels if label.field in paper.blocks.fields]
    blocks = find_blocks(sheets, anchors, labels, _parse_cell(paper))
    if len(blocks) > 1:
        found[paper.blocks.table] = owned(found[paper.blocks.table], blocks, paper.blocks.fields[0])
        found[paper.blocks.name] = as_table(blocks, paper.blocks.fields)
    return found


def _with_value(sheets: Sequence[Sheet], anchor: Anchor) -> bool:
    """Whether the value follows right behind the label: then it is no head of a column."""
    return anchor.rest is not None or sheets[anchor.page].texts[anchor.index].text.rstrip().endswith((":", "："))


def _parse_cell(paper: Paper) -> Callable[[str, str], str | None]:
    return lambda name, text: nth_date(0)(text) if name == PERIOD else parser_of(paper, name)(text)


def find_grids(paper: Paper, sheets: Sequence[Sheet]) -> list[Spot]:
    """The places of the values of its grids."""
    spots: list[Spot] = []
    for grid in paper.grids:
        groups, items = find_labels(sheets, grid.groups), find_labels(sheets, grid.items)
        for page, sheet in enumerate(sheets):
            spots += find_grouped(sheet, page, grid.prefix, groups, items, grid.items)
    return spots
