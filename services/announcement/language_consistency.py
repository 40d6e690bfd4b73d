"""What the language tests of a rule book may not contradict: gaps, overlaps, thresholds, twins that do not meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
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
from services.announcement.model import RuleBook

MOST_VALUES = 1_000_000
"""Most values of one grid; more is a slip of the pen, and would take too long to look through."""


def language_contradictions(book: RuleBook) -> Iterator[str]:
    """Every contradiction of the language tests, each as `key: what is wrong`."""
    if book.language.full <= 0 or book.language.minimum > book.language.full:
        yield f"language.full: {book.language.full} must lie above 0 and not below the minimum {book.language.minimum}"
    for test in book.tests:
        yield from _test(book, test)
        yield from _sections(test)
        yield from _siblings(book, test)


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
        elif (grid.maximum - grid.minimum) / grid.step > MOST_VALUES:
            broken = True
            yield f"{key}.{name}: more than {MOST_VALUES} values are no score's grid"
    if "score" in test.requires and test.score is None:
        yield f"{key}.requires: a score is required, but the test has no score grid"
    if "level" in test.requires and not test.levels:
        yield f"{key}.requires: a level is required, but the test has no levels"
    by_score = not isinstance(test.conversion, LevelConversion)
    if test.conversion is not None and by_score and "score" not in test.requires:
        yield f"{key}.requires: its conversion needs a score"
    if isinstance(test.conversion, (LevelConversion, BandConversion)) and "level" not in test.requires:
        yield f"{key}.requires: its conversion needs a level"
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
            top = test.score.maximum if test.score is not None else None
            if above is None and top is not None and rows[-1][1] < top:
                yield f"{key}: nothing from {rows[-1][1]} up to the highest score {top}; add rows, or set above"
            if above is not None and above < rows[-1][2]:
                yield f"tests.{test.id}.conversion.above: {above} is below the last row's {rows[-1][2]}"
        case LevelConversion(rows=rows):
            names = [level.name for level in test.levels]
            for name, _ in rows:
                if name not in names:
                    yield f"{key}: level {name!r} is not among {', '.join(names)}"
                    return
            ordered = sorted(rows, key=lambda row: names.index(row[0]))
            listed = [name for name, _ in ordered]
            for name in names[names.index(listed[0]) :] if listed else names:
                if listed.count(name) != 1:
                    yield f"{key}: the level {name!r} is listed {listed.count(name)} times; list it once"
            yield from _rising(key, [Decimal(value) for _, value in ordered])
        case BandConversion(rows=bands):
            for level in dict.fromkeys(band.level for band in bands):
                if test.level(level) is None:
                    yield f"{key}: level {level!r} is not defined"
                mine = [band for band in bands if band.level == level]
                grid = test.grid(level)
                step = grid.step if grid is not None else Decimal(1)
                yield from _ascending(f"{key}.{level}", [(band.first, band.last) for band in mine], step)
                if grid is not None and mine[-1].last != grid.maximum:
                    yield f"{key}.{level}: ends at {mine[-1].last}, but the highest score is {grid.maximum}"
            levels = [band.level for band in bands]
            names = [level.name for level in test.levels]
            for level in names[names.index(levels[0]) :] if levels and levels[0] in names else ():
                if level not in levels:
                    yield f"{key}: the level {level!r} has no band, though a lower one has"
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


def _sections(test: LanguageTest) -> Iterator[str]:
    """Parts that should add up to the total can reach it."""
    key = f"tests.{test.id}.sections"
    names = [section.name for section in test.sections]
    yield from (f"{key}: {name!r} is listed twice" for name in sorted(set(names)) if names.count(name) > 1)
    if test.sections_sum:
        most = sum((section.grid.maximum for section in test.sections), Decimal(0))
        if test.score is None or most < test.score.maximum:
            total = test.score.maximum if test.score is not None else "(none)"
            yield f"{key}: add up to {most} at most, but the highest score is {total}"


def _siblings(book: RuleBook, test: LanguageTest) -> Iterator[str]:
    """Tests of one name take turns: each names the other, and every day belongs to exactly one of them."""
    other = book.test(test.sibling) if test.sibling is not None else None
    if other is None:
        return
    key = f"tests.{test.id}"
    if other.sibling != test.id:
        yield f"{key}.sibling: {other.id} does not name {test.id} in turn"
    elif test.sat_from is None and test.sat_until is None:
        yield f"{key}.sat_until: {other.id} goes by the same name; say from when or until when {test.id} was held"
    elif test.sat_until is not None and other.sat_from != _day_after(test.sat_until):
        yield f"{key}.sat_until: {other.id} must be held from the day after {test.sat_until.isoformat()}"
    elif test.sat_from is not None and (other.sat_until is None or _day_after(other.sat_until) != test.sat_from):
        yield f"{key}.sat_from: {other.id} must be held until the day before {test.sat_from.isoformat()}"


def _day_after(day: date) -> date | None:
    return day + timedelta(days=1) if day < date.max else None
