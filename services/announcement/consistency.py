"""What a rule book may not contradict: names that nobody defines, tables with gaps, thresholds that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from services.announcement.conversion import converted
from services.announcement.language import (
    BandConversion,
    LanguageTest,
    LevelConversion,
    Result,
    TableConversion,
)
from services.announcement.model import RuleBook, title_key
from services.announcement.stage_consistency import stage_contradictions


def contradictions(book: RuleBook) -> tuple[str, ...]:
    """Every contradiction of `book`, each as `key: what is wrong`; empty where it is consistent."""
    return (
        *_duplicates(book),
        *_unknown_names(book),
        *_claim_kinds(book),
        *(line for test in book.tests for line in _test(book, test)),
        *_certificates(book),
        *stage_contradictions(book),
    )


def _duplicates(book: RuleBook) -> Iterator[str]:
    lists: dict[str, Iterable[str]] = {
        "fields": (field.id for field in book.fields),
        "tracks": (track.id for track in book.tracks),
        "regions": book.regions,
        "claims": (claim.kind for claim in book.claims),
        "statuses": (status.id for status in book.statuses),
        "rosters": (roster.id for roster in book.rosters),
        "tests": (test.id for test in book.tests),
        "bonuses": (bonus.id for bonus in book.bonuses),
        "certificate_groups": (group.id for group in book.certificate_groups),
        "provinces": (name for item in book.provinces for name in (item.name, *item.aliases)),
        "certificate_kinds": (
            title_key(name) for kind in book.certificate_kinds for name in (kind.title, *kind.aliases)
        ),
    }
    for key, names in lists.items():
        seen: set[str] = set()
        for name in names:
            if name in seen:
                yield f"{key}: {name!r} is listed twice"
            seen.add(name)


def _unknown_names(book: RuleBook) -> Iterator[str]:
    fields = {field.id for field in book.fields}
    groups = {group.id for group in book.certificate_groups}
    statuses = {status.id for status in book.statuses}
    tests = {test.id for test in book.tests}
    rosters = {roster.id for roster in book.rosters}
    used: list[tuple[str, Iterable[str], set[str]]] = [
        *((f"tracks.{one.id}.roster", (one.roster,) if one.roster else (), rosters) for one in book.tracks),
        *((f"statuses.{one.id}.roster", (one.roster,) if one.roster else (), rosters) for one in book.statuses),
        *((f"tracks.{track.id}.statuses", track.statuses, statuses) for track in book.tracks),
        *((f"bonuses.{bonus.id}.statuses", bonus.statuses, statuses) for bonus in book.bonuses),
        *((f"bonuses.{bonus.id}.fields", bonus.fields, fields) for bonus in book.bonuses),
        *((f"bonuses.{bonus.id}.tests", (item.test for item in bonus.tests), tests) for bonus in book.bonuses),
        *(
            (f"certificate_groups.{group.id}.{area.name}.fields", area.fields, fields)
            for group in book.certificate_groups
            for area in group.areas
        ),
        *(
            (f"certificate_groups.{group.id}.{area.name}.{entry}.not_for", entry.not_for, fields)
            for group in book.certificate_groups
            for area in group.areas
            for tier in area.tiers
            for entry in tier.certificates
        ),
        *((f"tests.{test.id}.sibling", (test.sibling,) if test.sibling else (), tests) for test in book.tests),
        *(
            (f"provinces.{item.name}.region", (item.region,) if item.region else (), set(book.regions))
            for item in book.provinces
        ),
        *(
            (
                f"fields.{field.id}.needs_certificate_of",
                (field.needs_certificate_of,) if field.needs_certificate_of else (),
                groups,
            )
            for field in book.fields
        ),
        ("facts.military_refused", book.facts.military_refused, set(book.facts.military)),
        ("facts.schools_counting", book.facts.schools_counting, set(book.facts.school_levels)),
        ("facts.states_counting", book.facts.states_counting, set(book.facts.school_states)),
    ]
    if book.facts.residence is not None:
        used.append(("facts.residence.status", (book.facts.residence.status,), statuses))
        used.append(("facts.residence.areas", book.facts.residence.areas, set(book.facts.areas)))
    for key, names, known in used:
        for name in names:
            if name not in known:
                yield f"{key}: {name!r} is not defined; known are {', '.join(sorted(known)) or 'none'}"
    if any(track.regional for track in book.tracks) and not book.regions:
        yield "regions: a regional track needs at least one region"


def _claim_kinds(book: RuleBook) -> Iterator[str]:
    present = {claim.kind for claim in book.claims}
    for kind in ("certificate", "language", "career", "status"):
        if kind not in present:
            yield f"claims: the kind {kind!r} is missing"


def _test(book: RuleBook, test: LanguageTest) -> Iterator[str]:
    key = f"tests.{test.id}"
    grids = [("score", test.score), *((f"levels.{level.name}", level.grid) for level in test.levels)]
    grids += [(f"sections.{section.name}", section.grid) for section in test.sections]
    broken = False
    for name, grid in grids:
        if grid is None:
            continue
        if grid.step <= 0:
            broken = True
            yield f"{key}.{name}.step: {grid.step} is not above 0"
        elif not grid.holds(grid.maximum):
            broken = True
            yield f"{key}.{name}: maximum {grid.maximum} is not reached from {grid.minimum} in steps of {grid.step}"
    if "score" in test.requires and test.score is None:
        yield f"{key}.requires: a score is required, but the test has no score grid"
    if "level" in test.requires and not test.levels:
        yield f"{key}.requires: a level is required, but the test has no levels"
    if test.role == "eligibility" and test.conversion is None:
        yield f"{key}.conversion: an eligibility test needs one"
    if broken:
        return
    wrong = tuple(_conversion(test))
    yield from wrong
    if not wrong and test.conversion is not None:
        yield from _threshold(test, "minimum", test.minimum, book.language.minimum)
        yield from _threshold(test, "full", test.full, book.language.full)


def _conversion(test: LanguageTest) -> Iterator[str]:
    key = f"tests.{test.id}.conversion.rows"
    match test.conversion:
        case TableConversion(rows=rows, above=above):
            if not rows:
                yield f"{key}: the table is empty"
                return
            step = test.score.step if test.score is not None else Decimal(1)
            yield from _ascending(key, [(Decimal(first), Decimal(last)) for first, last, _ in rows], step)
            yield from _rising(key, [Decimal(value) for _, _, value in rows])
            if above is not None and above < rows[-1][2]:
                yield f"tests.{test.id}.conversion.above: {above} is below the last row's {rows[-1][2]}"
        case LevelConversion(rows=rows):
            names = [level.name for level in test.levels]
            for name, _ in rows:
                if name not in names:
                    yield f"{key}: level {name!r} is not among {', '.join(names)}"
                    return
            ordered = sorted(rows, key=lambda row: names.index(row[0]))
            yield from _rising(key, [Decimal(value) for _, value in ordered])
        case BandConversion(rows=bands):
            for level in dict.fromkeys(band.level for band in bands):
                if test.level(level) is None:
                    yield f"{key}: level {level!r} is not defined"
                mine = [band for band in bands if band.level == level]
                grid = test.grid(level)
                step = grid.step if grid is not None else Decimal(1)
                yield from _ascending(f"{key}.{level}", [(band.first, band.last) for band in mine], step)
            ends = [end for band in bands for end in (band.base, band.base + (band.last - band.first) * band.width)]
            yield from _rising(key, ends)


def _ascending(key: str, ranges: Sequence[tuple[Decimal, Decimal]], step: Decimal) -> Iterator[str]:
    for first, last in ranges:
        if first > last:
            yield f"{key}: the row {first}~{last} ends before it begins"
    for (first, last), (following, end) in pairwise(ranges):
        if following <= last:
            yield f"{key}: the rows {first}~{last} and {following}~{end} overlap"
        elif following > last + step:
            yield f"{key}: nothing between the rows {first}~{last} and {following}~{end}"


def _rising(key: str, values: Sequence[Decimal]) -> Iterator[str]:
    for value, following in pairwise(values):
        if following < value:
            yield f"{key}: the converted value falls from {value} to {following}"


def _threshold(test: LanguageTest, name: str, printed: Result | None, reached: Decimal) -> Iterator[str]:
    """The printed threshold must be the first result whose converted value is at least `reached`."""
    if printed is None:
        return
    for level, score in _results(test):
        value = converted(test, score, level)
        if value is not None and value >= reached:
            if (printed.level, printed.score) != (level, score):
                yield (
                    f"tests.{test.id}.{name}: {printed.level or ''} {printed.score or ''} is printed, but the first "
                    f"result that converts to {reached} or more is {level or ''} {score if score is not None else ''}"
                )
            return
    yield f"tests.{test.id}.{name}: no result converts to {reached} or more"


def _results(test: LanguageTest) -> Iterator[tuple[str | None, Decimal | None]]:
    """Every possible result, ascending."""
    by_level = isinstance(test.conversion, (LevelConversion, BandConversion))
    for level in [item.name for item in test.levels] if by_level else [None]:
        grid = test.grid(level)
        if grid is None or isinstance(test.conversion, LevelConversion):
            yield level, None
            continue
        for score in grid.values():
            yield level, score


def _certificates(book: RuleBook) -> Iterator[str]:
    for group in book.certificate_groups:
        for area in group.areas:
            key = f"certificate_groups.{group.id}.{area.name}"
            points = [tier.points for tier in area.tiers]
            if points != sorted(points, reverse=True):
                yield f"{key}: the tiers are not in descending order of points"
            seen: set[str] = set()
            for entry in (entry for tier in area.tiers for entry in tier.certificates):
                kind = book.certificate_kind(entry.title)
                if kind is not None and kind.title != entry.title:
                    yield f"{key}: write {kind.title!r}, not its alias {entry.title!r}"
                grades = kind.grades if kind is not None else ()
                if entry.grade is not None and entry.grade not in grades:
                    yield f"{key}: {entry} has a grade that certificate_kinds does not list"
                if entry.grade is None and grades:
                    yield f"{key}: {entry} needs one of the grades {', '.join(grades)}"
                if str(entry) in seen:
                    yield f"{key}: {entry} is listed twice"
                seen.add(str(entry))
    for bonus in book.bonuses:
        for title in bonus.certificates:
            kind = book.certificate_kind(title)
            if kind is not None and kind.title != title:
                yield f"bonuses.{bonus.id}.certificates: write {kind.title!r}, not its alias {title!r}"
        for item in bonus.tests:
            test = book.test(item.test)
            if test is not None and item.level is not None and test.level(item.level) is None:
                yield f"bonuses.{bonus.id}.tests: {item.test} has no level {item.level!r}"
            if test is not None and item.score is not None and (test.score is None or not test.score.holds(item.score)):
                yield f"bonuses.{bonus.id}.tests: {item.test} never gives {item.score}"
