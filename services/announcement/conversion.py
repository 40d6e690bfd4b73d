"""How a language result becomes a value of the common scale; exact, nothing interpolated, nothing rounded."""

from __future__ import annotations

from decimal import Decimal

from services.announcement.language import (
    BandConversion,
    LanguageTest,
    LevelConversion,
    RawConversion,
    TableConversion,
)


def converted(test: LanguageTest, score: Decimal | None, level: str | None) -> Decimal | None:
    """The common-scale value of a result of `test`.

    None where the rule book has none: below a table's first row, a level or band that is not listed, a bonus test,
    or a score or level that is missing.
    """
    found = test.level(level) if level is not None else None
    name = found.name if found is not None else None
    match test.conversion:
        case RawConversion():
            return score
        case TableConversion() as table:
            return _of_table(table, score)
        case LevelConversion(rows=rows):
            return next((Decimal(value) for listed, value in rows if listed == name), None)
        case BandConversion() as bands:
            return _of_bands(bands, score, name)
        case None:
            return None


def _of_table(table: TableConversion, score: Decimal | None) -> Decimal | None:
    if score is None:
        return None
    for first, last, value in table.rows:
        if first <= score <= last:
            return Decimal(value)
    return table.above if score > table.rows[-1][1] else None


def _of_bands(bands: BandConversion, score: Decimal | None, level: str | None) -> Decimal | None:
    if score is None or level is None:
        return None
    for band in bands.rows:
        if band.level == level and band.first <= score <= band.last:
            return band.base + (score - band.first) * band.width
    return None
