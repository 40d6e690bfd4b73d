"""From a recognised paper to its evidence: places, readings, invariants."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace

from services.verify.agreement import agreed
from services.verify.evidence import Box, FieldEvidence, Reading, TableEvidence
from services.verify.reading.engine.port import Engine
from services.verify.reading.layer_check import BROKEN as LAYER_LIES
from services.verify.reading.layer_check import contradicts_pixels
from services.verify.reading.layout.blocks import as_table, find_blocks, owned
from services.verify.reading.layout.grids import find_crossings
from services.verify.reading.layout.labels import DECOY, find_labels
from services.verify.reading.layout.places import Spot, find_places
from services.verify.reading.layout.tables import FoundTable, find_tables
from services.verify.reading.loose_values import has_loose_date, has_loose_name
from services.verify.reading.missing_labels import all_labels, look_for_labels
from services.verify.reading.papers.paper import Broken, Paper, Script
from services.verify.reading.readers import Parser, Wanted, read_places
from services.verify.reading.sheets import Sheet
from services.verify.reading.steps import step
from services.verify.reading.unlabelled import find_unlabelled
from services.verify.values import canonical
from services.verify.values.dates import find_dates, looks_like_date
from services.verify.values.names import parse_latin_name
from services.verify.values.periods import find_period
from services.verify.values.text import has_hangul

_PERIOD = "from+to"
_SELDOM_PRINTED = ("announced_on", "valid_until")
"""Dates that most papers leave out, whatever their kind."""
_DIGITS_OF_A_DATE = 8
_LATIN_FIELDS = ("name_latin", "level")
_DIGIT_FIELDS = ("score", "phone", "birth_date", "number", "registration_no", "issue_no", "from", "to", "valid_until")


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found on a recognised paper."""

    fields: tuple[FieldEvidence, ...] = ()
    """Outside tables."""
    tables: tuple[TableEvidence, ...] = ()
    """By name."""
    not_printed: tuple[str, ...] = ()
    """What this paper does not print."""
    broken: tuple[str, ...] = ()
    """Codes of broken invariants."""
    code: str | None = None
    """The paper's code where its values say it more exactly than its title, or None."""

    def scaled(self, scales: Sequence[float]) -> Found:
        """The same with boxes in pixels of pictures that are `scales` times as large, page by page."""
        tables = tuple(
            replace(table, rows=tuple(tuple(_scaled(item, scales) for item in row) for row in table.rows))
            for table in self.tables
        )
        return replace(self, fields=tuple(_scaled(item, scales) for item in self.fields), tables=tables)


def find_values(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> Found:
    """Every value of `paper` on `sheets`, each read by several readers."""
    with step("labels"):
        sheets = look_for_labels(paper, sheets, engine)
    tables = _tables(paper, sheets)
    crossings = _crossings(paper, sheets)
    spots = _labelled(paper, sheets, tables, crossings)
    in_rows = [spot for pages in tables.values() for found in pages for row in found.rows for spot in row.values()]
    spots += find_unlabelled(paper, sheets, [*spots, *crossings, *in_rows])
    chosen = _first_of_each([*crossings, *spots])
    alone = {spot.field for spot in chosen if spot.lines}
    wanted = [_wanted(paper, spot, alone) for spot in chosen]
    wanted = [entry for place in wanted for entry in _by_name(place)]
    cells: dict[int, Wanted] = {}  # rows of one employer share the place of its name
    rows = {
        name: [
            [cells.setdefault(id(spot), _wanted(paper, spot, row)) for spot in row.values()]
            for found in pages
            for row in found.rows
        ]
        for name, pages in tables.items()
    }
    with step("readings"):
        read_places([*wanted, *cells.values()], sheets, engine)

    values = {
        name: value for place in wanted for name in place.outputs if (value := agreed(name, place.of(name))) is not None
    }
    breaches = [breach for check in paper.invariants if (breach := check(values)) is not None]
    fields = [_evidence(place, name, breaches) for place in wanted for name in place.outputs]
    return Found(
        fields=tuple(_without_doubles(fields)),
        tables=tuple(
            TableEvidence(
                name,
                tuple(tuple(_evidence(place, field, ()) for place in row for field in place.outputs) for row in table),
                _complete(tables[name], table),
            )
            for name, table in rows.items()
        ),
        not_printed=_not_printed(paper, sheets, [place.spot for place in (*wanted, *cells.values())], fields),
        broken=tuple(dict.fromkeys(breach.code for breach in breaches)),
    )


def _tables(paper: Paper, sheets: Sequence[Sheet]) -> dict[str, list[FoundTable]]:
    found: dict[str, list[FoundTable]] = {}
    for table in paper.tables:
        found[table.name] = find_tables(sheets, table.columns, table.key)
    if paper.blocks is None:
        return found
    labels = [label for label in paper.labels if label.field in paper.blocks.fields]
    parse: Callable[[str, str], str | None] = lambda name, text: _parser(paper, name)(text)  # noqa: E731
    blocks = find_blocks(sheets, find_labels(sheets, paper.labels), labels, parse)
    if len(blocks) > 1:
        found[paper.blocks.table] = owned(found[paper.blocks.table], blocks, paper.blocks.fields[0])
        found[paper.blocks.name] = as_table(blocks, paper.blocks.fields)
    return found


def _crossings(paper: Paper, sheets: Sequence[Sheet]) -> list[Spot]:
    spots: list[Spot] = []
    for grid in paper.grids:
        groups, items = find_labels(sheets, grid.groups), find_labels(sheets, grid.items)
        for page, sheet in enumerate(sheets):
            spots += find_crossings(sheet, page, grid.prefix, groups, items, grid.items)
    return spots


def _labelled(
    paper: Paper, sheets: Sequence[Sheet], tables: Mapping[str, Sequence[FoundTable]], crossings: Sequence[Spot]
) -> list[Spot]:
    """Places of labelled values, outside tables and grids."""
    taken = {(found.page, index) for pages in tables.values() for found in pages for index in found.used}
    taken |= {
        (spot.page, index)
        for spot in crossings
        for index, text in enumerate(sheets[spot.page].texts)
        if any(text is line for line in spot.lines)
    }
    labels = (*paper.labels, *(label for table in paper.tables for label in table.columns))
    own = {label.field for label in paper.labels} - {DECOY}
    anchors = [
        replace(anchor, field=DECOY, rest=None) if (anchor.page, anchor.index) in taken else anchor
        for anchor in find_labels(sheets, labels)
    ]
    fields = [label.field for label in paper.labels if label.field in own]
    return find_places(
        sheets,
        anchors,
        dict.fromkeys(fields),
        lambda name, text: _parser(paper, name)(text),
        lambda values: all(check(values) is None for check in paper.invariants),
    )


def _first_of_each(spots: Sequence[Spot]) -> list[Spot]:
    """One place for each field: the first that holds something, else the first.

    A paper may print 성명 and Name, each with its own name: one place for each script.
    """
    chosen: dict[tuple[str, bool], Spot] = {}
    for spot in spots:
        key = (spot.field, spot.field == "name" and _is_latin(spot.text))
        if key not in chosen or (spot.lines and not chosen[key].lines):
            chosen[key] = spot
    return list(chosen.values())


def _is_latin(text: str) -> bool:
    return not has_hangul(text) and len(parse_latin_name(_latin_part(text)) or "") >= 4


def _wanted(paper: Paper, spot: Spot, known: Container[str]) -> Wanted:
    """How to read `spot`; a field of `known` has a place of its own and is not looked for behind another."""
    if spot.field == _PERIOD:
        return Wanted(spot, {"from": _nth_date(0), "to": _nth_date(1)}, Script.DIGITS)
    spot = _name_alone(paper, spot)
    outputs: dict[str, Parser] = {spot.field: _parser(paper, spot.field)}
    for derived, source in paper.derived.items():
        if source == spot.field and derived not in known:
            outputs[derived] = _parser(paper, derived)
    return Wanted(spot, outputs, _script(paper, spot), twins=spot.field in paper.twins)


def _name_alone(paper: Paper, spot: Spot) -> Spot:
    """The name without the signature or seal that stands beside it."""
    if spot.field.rsplit(".", 1)[-1] not in ("name", "person") or len(spot.lines) < 2:
        return spot
    first = spot.lines[0]
    return replace(spot, lines=(first,), box=first.box) if _parser(paper, spot.field)(first.text) else spot


def _by_name(place: Wanted) -> list[Wanted]:
    """A place under `Name` may hold the Hangul name, the Latin one, or both."""
    if place.spot.field != "name" or not place.spot.lines:
        return [place]
    text = place.spot.text
    if not any("a" <= char <= "z" for char in text.lower()) or len(parse_latin_name(_latin_part(text)) or "") < 4:
        return [place]
    latin = Wanted(place.spot, {"name_latin": lambda seen: parse_latin_name(_latin_part(seen))}, Script.LATIN)
    return [place, latin] if has_hangul(text) and canonical("name", text) else [latin]


def _latin_part(text: str) -> str:
    return " ".join("".join(char if char.isascii() and char not in "()[]" else " " for char in text).split())


def _parser(paper: Paper, name: str) -> Parser:
    return paper.parsers.get(name) or (lambda text: canonical(name, text))


def _nth_date(index: int) -> Parser:
    def parse(text: str) -> str | None:
        period = find_period(text)
        if period is not None:
            return period[index]
        dates = find_dates(text)
        alone = sum(char.isdigit() for char in text) <= _DIGITS_OF_A_DATE
        return dates[0] if index == 0 and len(dates) == 1 and alone else None

    return parse


def _script(paper: Paper, spot: Spot) -> Script:
    name = spot.field
    last = name.rsplit(".", 1)[-1]
    if name in paper.scripts:
        return paper.scripts[name]
    if name.startswith("sections.") or last in _DIGIT_FIELDS or last.endswith(("_date", "_on")):
        letters = any(char.isascii() and char.isalpha() for char in spot.text)
        return Script.LATIN if letters and not has_hangul(spot.text) else Script.DIGITS
    if last in _LATIN_FIELDS:
        return Script.LATIN
    return Script.HANGUL


def _evidence(place: Wanted, name: str, breaches: Sequence[Broken]) -> FieldEvidence:
    readings = place.of(name)
    broken = next((breach.code for breach in breaches if name in breach.fields), None)
    if broken is None and contradicts_pixels(name, place.by_model(name)):
        broken = LAYER_LIES
    return FieldEvidence(name, readings, place.spot.page + 1, place.spot.box, broken or _unreal(name, readings))


def _unreal(name: str, readings: Sequence[Reading]) -> str | None:
    """REAL_DATE where at least two readers see a date and none of them a real one."""
    if not name.endswith(("_date", "_on", "_until")) or any(reading.value for reading in readings):
        return None
    return "REAL_DATE" if sum(looks_like_date(reading.text) for reading in readings) >= 2 else None


def _without_doubles(fields: Sequence[FieldEvidence]) -> list[FieldEvidence]:
    """At most one entry a name, the first with readings."""
    chosen: dict[str, FieldEvidence] = {}
    for entry in fields:
        if entry.field not in chosen or (entry.readings and not chosen[entry.field].readings):
            chosen[entry.field] = entry
    return list(chosen.values())


def _complete(pages: Sequence[FoundTable], rows: Sequence[Sequence[Wanted]]) -> bool:
    """Every printed row was found, and every filled cell was read alike by two readers."""
    return (
        bool(pages) and all(found.complete for found in pages) and all(place.settled() for row in rows for place in row)
    )


def _not_printed(
    paper: Paper, sheets: Sequence[Sheet], spots: Sequence[Spot], fields: Sequence[FieldEvidence]
) -> tuple[str, ...]:
    """What the kind never prints; and what this paper leaves out, as far as nothing is left over that could be it."""
    found = {entry.field for entry in fields}
    absent = [name for name in paper.not_printed if name not in found]
    anchors = find_labels(sheets, all_labels(paper))
    if not has_loose_date(sheets, anchors, spots):
        absent += [name for name in _SELDOM_PRINTED if name not in found]
    if "name" in found and "name_latin" not in found:
        absent.append("name_latin")
    if "name_latin" in found and "name" not in found and not has_loose_name(sheets, anchors, spots):
        absent.append("name")
    return tuple(dict.fromkeys(absent))


def _scaled(entry: FieldEvidence, scales: Sequence[float]) -> FieldEvidence:
    scale = scales[entry.page - 1]
    left, top, right, bottom = (round(side * scale) for side in entry.box)
    box: Box = (left, top, right, bottom)
    return replace(entry, box=box)
