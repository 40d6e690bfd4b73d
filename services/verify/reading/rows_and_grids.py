"""From a kind of paper and its sheets to the places of its rows and grids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from services.verify.reading.layout.block_owners import owned
from services.verify.reading.layout.blocks import as_table, find_blocks
from services.verify.reading.layout.cards import find_cards
from services.verify.reading.layout.grids import find_grouped
from services.verify.reading.layout.group_headings import find_group_headings
from services.verify.reading.layout.labels import BOTH, DECOY, Label, find_labels
from services.verify.reading.layout.neighbours import in_one_row
from services.verify.reading.layout.period_fields import ends_of
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.spots import value_follows
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.layout.tables import FoundTable, find_tables
from services.verify.reading.layout.titled_tables import with_titles
from services.verify.reading.papers.paper import Paper
from services.verify.reading.readers import Parser
from services.verify.reading.several_values import both_parts, nth_date
from services.verify.reading.sheets import Sheet
from services.verify.values import canonical

_NAMES, _PAPERS = ("name", "person"), 64


def parser_of(paper: Paper, name: str) -> Parser:
    """How a value of field `name` is understood on `paper`; of a period its first day."""
    if ends_of(name):
        return nth_date(0)
    if name == DECOY:
        return lambda text: text.strip() or None
    if BOTH in name:
        return both_parts([parser_of(paper, part) for part in name.split(BOTH)])
    parse = paper.parsers.get(name) or (lambda text: canonical(name, text))
    if name.rsplit(".", 1)[-1] not in _NAMES:
        return parse
    words = _label_words(paper.labels)
    return lambda text: None if squeeze(text) in words else parse(text)


@lru_cache(maxsize=_PAPERS)
def _label_words(labels: tuple[Label, ...]) -> frozenset[str]:
    """The squeezed words of `labels`: nobody is called 연락처, though it has the form of a name."""
    return frozenset(squeeze(word) for label in labels for word in label.words)


def find_rows(paper: Paper, sheets: Sequence[Sheet]) -> dict[str, list[FoundTable]]:
    """The parts of each table of `paper`, and its blocks as a table where it has several, by name."""
    if not paper.tables:
        return {}
    found: dict[str, list[FoundTable]] = {}
    anchors = find_labels(sheets, paper.labels)
    heading_fields = paper.blocks.fields if paper.blocks else ()
    headings = [anchor for anchor in anchors if anchor.field in heading_fields and value_follows(sheets, anchor)]
    ends = _heads_of_grids(paper, sheets)
    for table in paper.tables:
        found[table.name] = find_tables(sheets, table.columns, table.key, headings, ends)
        if table.cards:
            found[table.name] = with_titles(sheets, found[table.name], table.key[0], _parse_cell(paper))
        if table.cards and not any(part.rows for part in found[table.name]):
            found[table.name] = find_cards(sheets, table.columns, anchors, _parse_cell(paper), table.key)
    if paper.blocks is None:
        return found
    labels = [label for label in paper.labels if label.field in paper.blocks.fields]
    blocks = find_blocks(sheets, anchors, labels, _parse_cell(paper))
    if len(blocks) > 1:
        found[paper.blocks.table] = owned(found[paper.blocks.table], blocks, paper.blocks.fields[0])
        found[paper.blocks.name] = as_table(blocks, paper.blocks.fields)
    return found


def _heads_of_grids(paper: Paper, sheets: Sequence[Sheet]) -> list[tuple[int, int]]:
    """Page and upper edge of every line with labels of two items of a grid: what stands below is no row of a table."""
    found = []
    for grid in paper.grids:
        items = [anchor for anchor in find_labels(sheets, grid.items) if anchor.rest is None]
        for one in items:
            level = [other for other in items if other.page == one.page and in_one_row(one.box, other.box)]
            if len({other.field for other in level}) > 1:
                found.append((one.page, one.box[1]))
    return found


def _parse_cell(paper: Paper) -> Callable[[str, str], str | None]:
    return lambda name, text: parser_of(paper, name)(text)


def find_grids(paper: Paper, sheets: Sequence[Sheet]) -> list[Spot]:
    """The places of the values of its grids."""
    if not paper.grids:
        return []
    spots: list[Spot] = []
    known = {id(sheets[anchor.page].texts[anchor.index]) for anchor in find_labels(sheets, _columns(paper))}
    for grid in paper.grids:
        groups, items = (
            [
                anchor
                for anchor in find_labels(sheets, labels)
                if id(sheets[anchor.page].texts[anchor.index]) not in known
            ]
            for labels in (grid.groups, grid.items)
        )
        headings = {(anchor.page, anchor.index): anchor for anchor in find_group_headings(sheets, grid.groups)}
        groups = [anchor for anchor in groups if (anchor.page, anchor.index) not in headings]
        groups += headings.values()
        items = [anchor for anchor in items if (anchor.page, anchor.index) not in headings]
        for page, sheet in enumerate(sheets):
            spots += find_grouped(sheet, page, grid.prefix, groups, items, grid.items, _parse_cell(paper))
    return [spot for spot in spots if not any(id(line) in known for line in spot.lines)]


def _columns(paper: Paper) -> list[Label]:
    """The labels of the columns of its tables, which are no values of a grid."""
    return [label for table in paper.tables for label in table.columns if label.field != DECOY]
