"""Every sum of the quota tables, checked: a cell that was read wrongly shows in a row, a column or a region."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from services.announcement.quotas import QuotaRow, Quotas


def wrong_sums(quotas: Quotas, families: dict[str, str], tracks: dict[str, bool], regions: Iterable[str]) -> list[str]:
    """Every contradiction as `key: what is wrong`.

    `families` is the family of every field, `tracks` whether each is recruited by region, `regions` the known ones.
    """
    known = _unknown(quotas, families, tracks, tuple(regions))
    return known or [
        *(line for row in quotas.rows for line in _row(quotas, row)),
        *_columns(quotas, families),
        *_shares(quotas),
        *_regions(quotas, tracks),
    ]


def _unknown(quotas: Quotas, families: dict[str, str], tracks: dict[str, bool], regions: tuple[str, ...]) -> list[str]:
    wrong = []
    groups = {group.name for group in quotas.groups}
    used: list[tuple[str, str, Collection[str]]] = [
        *(("quotas.groups", track, tracks) for group in quotas.groups for track in group.tracks),
        *((f"quotas.rows.{row.label}", row.field, families) for row in quotas.rows if row.field is not None),
        *(
            (f"quotas.rows.{row.label}", row.family, set(families.values()))
            for row in quotas.rows
            if row.family is not None
        ),
        *((f"quotas.rows.{row.label}.tracks", track, tracks) for row in quotas.rows for track in row.tracks),
        *((f"quotas.rows.{row.label}.groups", name, groups) for row in quotas.rows for name in row.groups),
        *((f"quotas.shares.{share.column}", share.column, {"총계", *groups, *tracks}) for share in quotas.shares),
        *((f"quotas.regions.{row.label}", row.region, set(regions)) for row in quotas.regions if row.region),
        *(
            (f"quotas.regions.{row.label}.{track}", field, families)
            for row in quotas.regions
            for track, cells in row.cells.items()
            for field in cells
        ),
        *(
            (f"quotas.regions.{row.label}", track, {name for name, regional in tracks.items() if regional})
            for row in quotas.regions
            for track in row.cells
        ),
    ]
    for key, name, names in used:
        if name not in names:
            wrong.append(f"{key}: {name!r} is not defined; known are {', '.join(sorted(names)) or 'none'}")
    labels = [row.label for row in quotas.rows] + [f"region {row.label}" for row in quotas.regions]
    wrong += [f"quotas: the row {label!r} stands twice" for label in sorted(set(labels)) if labels.count(label) > 1]
    present = {row.field for row in quotas.rows}
    wrong += [f"quotas.rows: the field {field!r} has no row" for field in families if field not in present]
    wrong += [
        f"quotas.regions: the region {region!r} has no row"
        for region in regions
        if quotas.regions and region not in {row.region for row in quotas.regions}
    ]
    negative = [
        *((row.label, column, count) for row in quotas.rows for column, count in row.columns().items()),
        *(
            (row.label, f"{track} {field}", count)
            for row in quotas.regions
            for track, cells in row.cells.items()
            for field, count in cells.items()
        ),
    ]
    wrong += [f"quotas.{label}.{column}: {count} is below 0" for label, column, count in negative if count < 0]
    return wrong


def _row(quotas: Quotas, row: QuotaRow) -> Iterator[str]:
    """Tracks add up to their group, groups (or tracks outside any) to the row's total."""
    grouped: set[str] = set()
    for group in quotas.groups:
        grouped.update(group.tracks)
        total = sum(row.tracks.get(track, 0) for track in group.tracks)
        if total != row.groups.get(group.name, 0):
            yield _sum(f"quotas.rows.{row.label}.{group.name}", row.groups.get(group.name, 0), total, group.tracks)
    loose = [track for track in row.tracks if track not in grouped]
    parts = [group.name for group in quotas.groups] + loose
    total = sum(row.groups.values()) + sum(row.tracks[track] for track in loose)
    if total != row.total:
        yield _sum(f"quotas.rows.{row.label}.총계", row.total, total, parts)


def _columns(quotas: Quotas, families: dict[str, str]) -> Iterator[str]:
    """Fields add up to their family's subtotal, and all of them to the grand total."""
    for row in quotas.rows:
        if row.field is not None:
            continue
        members = [
            other
            for other in quotas.rows
            if other.field is not None and (row.family is None or families[other.field] == row.family)
        ]
        names = {name for one in (row, *members) for name in one.columns()}
        for name in sorted(names):
            total = sum(member.columns().get(name, 0) for member in members)
            if total != row.columns().get(name, 0):
                parts = [member.label for member in members]
                yield _sum(f"quotas.rows.{row.label}.{name}", row.columns().get(name, 0), total, parts)


def _shares(quotas: Quotas) -> Iterator[str]:
    whole = next((row for row in quotas.rows if row.field is None and row.family is None), None)
    if whole is None:
        if quotas.shares:
            yield "quotas.shares: percentages need the row of grand totals (without field and family)"
        return
    for share in quotas.shares:
        exact = Decimal(100 * whole.columns().get(share.column, 0)) / Decimal(whole.total)
        percent = exact.quantize(share.percent, rounding=ROUND_HALF_UP)
        if percent != share.percent:
            yield f"quotas.shares.{share.column}: {share.percent} is printed, but the numbers make {percent}"


def _regions(quotas: Quotas, tracks: dict[str, bool]) -> Iterator[str]:
    """A region's cells add up to its total, regions to the subtotal row, and that to the table by field."""
    if not quotas.regions:
        if any(row.tracks.get(track, 0) for row in quotas.rows for track, regional in tracks.items() if regional):
            yield "quotas.regions: tracks are recruited by region, but no region has a row"
        return
    for row in quotas.regions:
        total = sum(count for cells in row.cells.values() for count in cells.values())
        if total != row.total:
            yield _sum(f"quotas.regions.{row.label}.계", row.total, total, ["its cells"])
    parts = [row for row in quotas.regions if row.region is not None]
    names = [row.label for row in parts]
    subtotal = next((row for row in quotas.regions if row.region is None), None)
    if subtotal is not None and (total := sum(row.total for row in parts)) != subtotal.total:
        yield _sum("quotas.regions.소계.계", subtotal.total, total, names)
    for field in (row.field for row in quotas.rows if row.field is not None):
        for track in (name for name, regional in tracks.items() if regional):
            total = sum(row.cell(track, field) for row in parts)
            if subtotal is not None and total != subtotal.cell(track, field):
                yield _sum(f"quotas.regions.소계.{track}.{field}", subtotal.cell(track, field), total, names)
            if total != (posts := quotas.posts(field, track, None)):
                yield _sum(f"quotas.rows.{field}.{track}", posts, total, names)


def _sum(key: str, printed: int, total: int, parts: Iterable[str]) -> str:
    return f"{key}: {printed} is printed, but {' + '.join(parts)} make {total}"
