"""From a recognised paper to its evidence: places, readings, invariants."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from services.verify.agreement import agreed
from services.verify.evidence import Box, FieldEvidence, Reading, TableEvidence
from services.verify.reading.date_order import reading_dates_in_order
from services.verify.reading.engine.port import Engine
from services.verify.reading.layer_check import BROKEN as LAYER_LIES
from services.verify.reading.layer_check import contradicts_pixels
from services.verify.reading.layout.figures import figures_alone
from services.verify.reading.layout.labels import BOTH, DECOY, find_labels
from services.verify.reading.layout.period_fields import ends_of, without_periods
from services.verify.reading.layout.places import Spot, find_places
from services.verify.reading.layout.raised_signs import up_to_sign
from services.verify.reading.layout.tables import FoundTable
from services.verify.reading.loose_values import has_loose_date, has_loose_name, spells_name
from services.verify.reading.missing_labels import all_labels, look_for_labels
from services.verify.reading.name_pairs import find_latin_name, find_name_pair
from services.verify.reading.papers.paper import Broken, Paper, Script, Table
from services.verify.reading.readers import Parser, Wanted, read_places
from services.verify.reading.rows_and_grids import find_grids, find_rows, parser_of
from services.verify.reading.second_look import look_at_passed_over
from services.verify.reading.sentences import find_in_sentences
from services.verify.reading.several_values import nth_date, nth_part
from services.verify.reading.sheets import Sheet
from services.verify.reading.signed_names import name_alone
from services.verify.reading.steps import step
from services.verify.reading.successions import either, meant_by_date
from services.verify.reading.sum_of_sections import find_sum
from services.verify.reading.two_scripts import by_script, latin_part
from services.verify.reading.unlabelled import find_unlabelled
from services.verify.reading.unlabelled_name import find_name_by_place, find_name_by_sound
from services.verify.values.dates import looks_like_date
from services.verify.values.names import parse_latin_name
from services.verify.values.text import has_hangul

_SELDOM_PRINTED = ("announced_on", "valid_until")
"""Dates that most papers leave out, whatever their kind."""
_OWN_WORDS = ("level", "grade", "issuer")
"""Fields whose values are known without a label."""
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
        sheets = look_for_labels(paper, figures_alone(sheets, engine), engine)
    paper = reading_dates_in_order(paper, sheets)
    tables = find_rows(paper, sheets)
    crossings = find_grids(paper, sheets)
    spots = _labelled(paper, sheets, tables, crossings)
    in_rows = [spot for pages in tables.values() for found in pages for row in found.rows for spot in row.values()]
    spots = _with_total(paper, sheets, spots)
    spots += find_unlabelled(paper, sheets, [*spots, *crossings, *in_rows])
    said = find_in_sentences(paper, sheets, spots, engine, lambda name, text: parser_of(paper, name)(text))
    spots = said + [spot for spot in spots if spot.field not in {other.field for other in said}]
    spots = find_name_pair(sheets, spots) + spots
    spots = find_name_by_place(sheets, spots) + spots
    spots = find_latin_name(sheets, spots) + spots
    spots = find_name_by_sound(sheets, spots) + spots
    chosen = [
        name_alone(spot, parser_of(paper, spot.field), sheets[spot.page])
        for spot in look_at_passed_over(_first_of_each([*crossings, *_by_own_words(paper, spots)]), sheets, engine)
    ]
    alone = {spot.field for spot in chosen if spot.lines}
    wanted = [_wanted(paper, sheets, spot, alone) for spot in chosen]
    wanted = [entry for place in wanted for entry in by_script(place)]
    cells: dict[int, Wanted] = {}  # rows of one employer share the place of its name
    rows = {
        name: [
            [cells.setdefault(id(spot), _wanted(paper, sheets, spot, row)) for spot in row.values()]
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
    paper = meant_by_date(paper, values, sheets)
    breaches = [breach for check in paper.invariants if (breach := check(values)) is not None]
    fields = [_evidence(place, name, breaches) for place in wanted for name in place.outputs]
    return Found(
        fields=tuple(_without_doubles(fields)),
        tables=tuple(
            TableEvidence(
                name,
                tuple(tuple(_evidence(place, field, ()) for place in row for field in place.outputs) for row in table),
                _complete(tables[name], table, next((one for one in paper.tables if one.name == name), None), values),
            )
            for name, table in rows.items()
        ),
        not_printed=_not_printed(paper, sheets, [place.spot for place in (*wanted, *cells.values())], fields),
        broken=tuple(dict.fromkeys(breach.code for breach in breaches)),
        code=paper.code,
    )


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
    twofold = [anchor.field for anchor in anchors if BOTH in anchor.field]
    fields += [field for field in twofold if set(field.split(BOTH)) <= own | {DECOY}]
    return find_places(
        sheets,
        anchors,
        dict.fromkeys(fields),
        lambda name, text: parser_of(paper, name)(text),
        lambda values: _can_be(paper, values),
    )


def _can_be(paper: Paper, values: Mapping[str, str]) -> bool:
    """Whether `values` break no rule of `paper`, or of the test that it may turn out to be by its day."""
    return any(all(check(values) is None for check in one.invariants) for one in either(paper))


def _with_total(paper: Paper, sheets: Sequence[Sheet], spots: Sequence[Spot]) -> list[Spot]:
    """`spots`, with the total that stands without a label where the sections of `paper` say what it is."""
    sections = [label.field for label in paper.labels if label.field.startswith("sections.")]
    found = find_sum(
        sheets,
        spots,
        list(dict.fromkeys(sections)),
        lambda name, text: parser_of(paper, name)(text),
        lambda values: _can_be(paper, values),
    )
    return [spot for spot in spots if not found or spot.field != found[0].field] + found


def _by_own_words(paper: Paper, spots: Sequence[Spot]) -> list[Spot]:
    """`spots`, a level's label without a level beside it behind lines that name the level themselves.

    `HSK (Level 4) Score Report` is a heading, whatever `Level` announces elsewhere.
    """
    in_doubt = [spot for spot in spots if spot.field in _OWN_WORDS and parser_of(paper, spot.field)(spot.text) is None]
    return [spot for spot in spots if spot not in in_doubt] + in_doubt


def _first_of_each(spots: Sequence[Spot]) -> list[Spot]:
    """One place for each field: the first that holds something, else the first.

    A paper may print 성명 and Name, each with its own name: one place for each script.
    """
    chosen: dict[tuple[str, bool], Spot] = {}
    for spot in spots:
        key = (spot.field, spot.field == "name" and _is_latin(spot.text))
        if key not in chosen or (spot.lines and not chosen[key].lines):
            chosen[key] = spot
    kept = without_periods(spot.field for spot in chosen.values() if spot.lines or ends_of(spot.field))
    return [spot for spot in chosen.values() if not ends_of(spot.field) or spot.field in kept]


def _is_latin(text: str) -> bool:
    return not has_hangul(text) and len(parse_latin_name(latin_part(text)) or "") >= 4


def _wanted(paper: Paper, sheets: Sequence[Sheet], spot: Spot, known: Container[str]) -> Wanted:
    """How to read `spot`; a field of `known` has a place of its own and is not looked for behind another."""
    if ends := ends_of(spot.field):
        return Wanted(spot, {end: nth_date(at) for at, end in enumerate(ends)}, Script.DIGITS)
    if BOTH in spot.field:
        names = spot.field.split(BOTH)
        return Wanted(
            spot,
            {name: nth_part(parser_of(paper, name), at) for at, name in enumerate(names) if name != DECOY},
            Script.HANGUL,
        )
    script = _script(paper, spot)
    sign = ""
    if spot.field in paper.signed and (found := up_to_sign(sheets[spot.page], spot)) is not None:
        spot, sign = found
        script = Script.DIGITS
    outputs: dict[str, Parser] = {spot.field: parser_of(paper, spot.field)}
    for derived, source in paper.derived.items():
        if source == spot.field and derived not in known:
            outputs[derived] = parser_of(paper, derived)
    return Wanted(spot, outputs, script, twins=spot.field in paper.twins, sign=sign)


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


def _complete(
    pages: Sequence[FoundTable],
    rows: Sequence[Sequence[Wanted]],
    table: Table | None,
    values: Mapping[str, str],
) -> bool:
    """Every printed row was found, every filled cell was read alike by two readers, and each row can be one."""
    whole = bool(pages) and all(found.complete for found in pages)
    if not whole or not all(place.settled() for row in rows for place in row):
        return False
    agreed_rows = [
        {name: value for place in row for name in place.outputs if (value := agreed(name, place.of(name))) is not None}
        for row in rows
    ]
    can_be = table.can_be if table else None
    return can_be is None or all(can_be(row, values) for row in agreed_rows)


def _not_printed(
    paper: Paper, sheets: Sequence[Sheet], spots: Sequence[Spot], fields: Sequence[FieldEvidence]
) -> tuple[str, ...]:
    """What the kind never prints; and what this paper leaves out, as far as nothing is left over that could be it."""
    found = {entry.field for entry in fields}
    absent = [name for name in paper.not_printed if name not in found]
    anchors = find_labels(sheets, all_labels(paper))
    if not has_loose_date(sheets, anchors, spots):
        absent += [name for name in (*_SELDOM_PRINTED, *paper.seldom_printed) if name not in found]
    if "name" in found and "name_latin" not in found:
        absent.append("name_latin")
    if "name_latin" in found and "name" not in found and not has_loose_name(sheets, anchors, spots):
        latin = next((spot.text for spot in spots if spot.field in ("name", "name_latin") and _is_latin(spot.text)), "")
        if not spells_name(sheets, latin, all_labels(paper)):
            absent.append("name")
    return tuple(dict.fromkeys(absent))


def _scaled(entry: FieldEvidence, scales: Sequence[float]) -> FieldEvidence:
    scale = scales[entry.page - 1]
    left, top, right, bottom = (round(side * scale) for side in entry.box)
    box: Box = (left, top, right, bottom)
    return replace(entry, box=box)
