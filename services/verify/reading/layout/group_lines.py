"""Confirmations without a grid: a box of labels and values for each group, or one line for each group.

`인사부서 | 인사팀 | 홍길동 (인) | ☎ 02-123-4567 | 제 2019-12 호`, `[사업부서] 부서명 : 토목부  담당자 : 김철수 …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor
from services.verify.reading.layout.neighbours import (
    around,
    in_one_row,
    neighbour_below,
    neighbour_right,
    texts_in_cell,
)
from services.verify.reading.layout.parting import parted, plain, without_colon
from services.verify.reading.layout.spots import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text

_FEWEST = 2
"""So many items in the box or the line of a group make it one."""
_TOUCHING, _CLOSE = 0.5, 1.5
"""Line heights between two pieces of one word, and of one number."""
_NEAR = 8.0
"""Line heights between the lines of the groups and the one number that they share."""
_PHONE = re.compile(r"(?<![0-9])0[0-9]{1,3}[)\-. ]{1,2}[0-9]{3,4}[\-. ][0-9]{4}(?![0-9])")
_NUMBER = re.compile(r"[0-9]{2,}")
_UNIT = re.compile(r"[가-힣]{1,12}(?:팀|부|과|실|처|국|단|본부|센터|그룹|파트)$")
_NAME = re.compile(r"[가-힣]{2,4}$")
SIGNED = ("인", "서명", "날인", "서명인", "서명또는인", "서명날인", "서명또는날인", "직인", "도장")
_GOES_ON = ("-", "–", "~", "/", "(")
"""What no value ends with: the rest of it stands elsewhere."""
_NUMBERED, _PERSON, _UNIT_FIELD, _CALLED = "issue_no", "person", "department", "phone"


def find_group_boxes(
    sheet: Sheet, page: int, prefix: str, groups: Sequence[Anchor], items: Sequence[Anchor]
) -> list[Spot]:
    """A spot for each item in the ruled box that each group heads; nothing unless every group heads one."""
    found: list[Spot] = []
    for group in groups:
        cell = sheet.texts[group.index].piece.cell
        if cell is None:
            return []
        left, _, right, bottom = sheet.cells[cell]
        inside: dict[str, Spot] = {}
        reached = bottom
        for item in sorted(items, key=lambda anchor: anchor.box[1]):
            own = sheet.texts[item.index].piece.cell
            beside = neighbour_right(sheet.cells, own) if own is not None and item.rest is None else None
            if own is None or beside is None:
                continue
            label, value = sheet.cells[own], sheet.cells[beside]
            within = left - 8 <= label[0] and value[2] <= right + 8
            if not within or not -8 <= label[1] - reached <= label[3] - label[1] or item.field in inside:
                continue
            reached = label[3]
            lines = [text for _, text in texts_in_cell(sheet, beside)]
            inside[item.field] = _spot(f"{prefix}.{group.field}.{item.field}", page, lines, value)
        if len(inside) < _FEWEST:
            return []
        found += inside.values()
    return found


def find_group_lines(
    sheet: Sheet, page: int, prefix: str, groups: Sequence[Anchor], items: Sequence[Anchor]
) -> list[Spot]:
    """A spot for each item in the line that begins with a group; what has no label there is known by its form."""
    found: dict[str, dict[str, tuple[Text, ...]]] = {}
    for group in groups:
        line = _line(sheet, group, groups, {item.index: item for item in items})
        if len(line) >= _FEWEST and group.field not in found:
            found[group.field] = line
    spots = [
        _spot(f"{prefix}.{group}.{field}", page, lines, lines[0].box)
        for group, line in found.items()
        for field, lines in line.items()
    ]
    return with_shared_number(sheet, page, prefix, spots, groups, items)


def find_group_columns(
    sheet: Sheet, page: int, prefix: str, groups: Sequence[Anchor], items: Sequence[Anchor]
) -> list[Spot]:
    """A spot for each item in the cells below the cell of each group, known by its form; no labels stand there."""
    labels = {item.index for item in items}
    spots: list[Spot] = []
    for group in groups:
        found: dict[str, tuple[Text, ...]] = {}
        cell = sheet.texts[group.index].piece.cell
        while cell is not None and (cell := neighbour_below(sheet.cells, cell)) is not None:
            inside = [text for index, text in texts_in_cell(sheet, cell) if index not in labels]
            inside = [text for text in inside if squeeze(text.text) and squeeze(text.text) not in SIGNED]
            if len(inside) != 1 or _take(found, None, inside[0]) is None:
                break
        if len(found) < _FEWEST:
            return []
        spots += [_spot(f"{prefix}.{group.field}.{field}", page, lines, lines[0].box) for field, lines in found.items()]
    return with_shared_number(sheet, page, prefix, spots, groups, items)


def with_shared_number(
    sheet: Sheet, page: int, prefix: str, spots: Sequence[Spot], groups: Sequence[Anchor], items: Sequence[Anchor]
) -> list[Spot]:
    """`spots`, and where none of them is a number the one near them, with a label of its own, for every group."""
    found = dict.fromkeys(spot.field.split(".")[1] for spot in spots if spot.lines)
    numbers = [spot for spot in spots if spot.lines and spot.field.endswith(f".{_NUMBERED}")]
    if not found:
        return list(spots)
    if numbers:
        return _shared(spots, numbers, found, items, prefix)
    near = [group.box for group in groups if group.field in found] + [spot.box for spot in spots if spot.lines]
    number = _number_nearby(sheet, near, items)
    kept = [spot for spot in spots if not (number and spot.field.endswith(f".{_NUMBERED}"))]
    return kept + [
        _spot(f"{prefix}.{group}.{field}", page, [text], text.box) for group in found for field, text in number.items()
    ]


def _shared(
    spots: Sequence[Spot], numbers: Sequence[Spot], found: Iterable[str], items: Sequence[Anchor], prefix: str
) -> list[Spot]:
    """`spots`, and the one number for every group, where its label, the only one, stands in a line of its own."""
    labels = [item for item in items if item.field == _NUMBERED]
    alone = len(labels) == len(numbers) == 1 and not any(
        in_one_row(labels[0].box, item.box) for item in items if item.index != labels[0].index
    )
    known = {spot.field for spot in numbers}
    fields = [f"{prefix}.{group}.{_NUMBERED}" for group in found] if alone else []
    more = [replace(numbers[0], field=field) for field in fields if field not in known]
    return [*(spot for spot in spots if spot.field not in {new.field for new in more}), *more]


def has_line(sheet: Sheet, group: Anchor, items: Iterable[Anchor]) -> bool:
    """Whether labels of items stand in the line of `group`, to its right: then they are no heads of columns."""
    return any(item.index != group.index and _is_right_of(group, sheet.texts[item.index]) for item in items)


def _line(
    sheet: Sheet, group: Anchor, groups: Sequence[Anchor], items: Mapping[int, Anchor]
) -> dict[str, tuple[Text, ...]]:
    """Item → its texts in the line of `group`."""
    others = {anchor.index for anchor in groups if anchor.index != group.index}
    row = sorted(
        ((index, text) for index, text in enumerate(sheet.texts) if _is_right_of(group, text)),
        key=lambda entry: entry[1].box[0],
    )
    found: dict[str, tuple[Text, ...]] = {}
    waiting: str | None = None
    unfinished: str | None = None
    if group.rest is not None:
        _take(found, None, group.rest)
    for texts in _runs(row, items):
        index, text = texts[0]
        if index in others:
            break
        item = items.get(index)
        if unfinished is not None and item is None and _follows(found[unfinished][-1], text):
            found[unfinished] = (*found[unfinished], *(part for _, part in texts))
            unfinished = unfinished if _goes_on(texts[-1][1]) else None
        elif item is not None and item.rest is None:
            waiting = item.field
        elif item is not None and item.rest is not None:
            known = item.field in found
            found.setdefault(item.field, (item.rest,))
            unfinished = item.field if not known and _goes_on(item.rest) else unfinished
            waiting = None
        elif (letters := squeeze("".join(part.text for _, part in texts))) and letters not in SIGNED:
            field = _take(found, waiting, without_colon(text), *(part for _, part in texts[1:]))
            unfinished = field if field is not None and _goes_on(texts[-1][1]) else unfinished
            waiting = None
    return {field: lines for field, lines in found.items() if not _goes_on(lines[-1])}


def _runs(row: Sequence[tuple[int, Text]], items: Mapping[int, Anchor]) -> list[list[tuple[int, Text]]]:
    """`row` with pieces that touch as one: a value of which the first letter was taken for a part of the label."""
    runs: list[list[tuple[int, Text]]] = []
    for index, text in row:
        last = runs[-1][-1] if runs else None
        touches = last is not None and text.box[0] - last[1].box[2] <= _TOUCHING * text.piece.height
        if last is not None and touches and index not in items and last[0] not in items:
            runs[-1].append((index, text))
        else:
            runs.append([(index, text)])
    return runs


def _goes_on(text: Text) -> bool:
    return text.text.rstrip().endswith(_GOES_ON)


def _follows(text: Text, after: Text) -> bool:
    return 0 <= after.box[0] - text.box[2] <= _CLOSE * text.piece.height


def _is_right_of(group: Anchor, text: Text) -> bool:
    return (
        text.box[0] >= group.box[2] - 2
        and in_one_row(group.box, text.box)
        and text.box[3] - text.box[1] <= 3 * (group.box[3] - group.box[1])
    )


def _take(found: dict[str, tuple[Text, ...]], waiting: str | None, text: Text, *more: Text) -> str | None:
    """Put `text`, and what goes on behind it, where its label says, or else where only one kind of item has its form;
    which one it is."""
    field = waiting or _form("".join(part.text for part in (text, *more)), found)
    if field is not None:
        found.setdefault(field, (_alone(field, text), *more))
    return field


def _alone(field: str, text: Text) -> Text:
    """`text` from the first sign of a telephone number on, which may have run together with a signature before it."""
    number = _PHONE.search(plain(text)) if field == _CALLED else None
    parts = parted(text, number.start()) if number and number.start() else None
    return text if parts is None else parts[1]


def _form(printed: str, found: Mapping[str, object]) -> str | None:
    if _PHONE.search(printed):
        return _CALLED
    if _NUMBER.search(printed):
        return _NUMBERED if _CALLED in found else None
    letters = squeeze(printed)
    for signed in sorted(SIGNED, key=len, reverse=True):
        if _UNIT_FIELD in found and printed.rstrip(" )]").endswith(signed) and len(letters) > len(signed) + 1:
            letters = letters.removesuffix(signed)
            break
    if _UNIT_FIELD in found:
        return _PERSON if _NAME.match(letters) else None
    return _UNIT_FIELD if _UNIT.match(letters) else None


def _number_nearby(sheet: Sheet, near: Sequence[Box], items: Sequence[Anchor]) -> dict[str, Text]:
    labels = [item for item in items if item.field == _NUMBERED]
    if not labels or not near or not all(in_one_row(labels[0].box, other.box) for other in labels):
        return {}
    label = max(labels, key=lambda item: item.box[2])
    tall = label.box[3] - label.box[1]
    if min(abs(label.box[1] - box[1]) for box in near) > _NEAR * tall:
        return {}
    row = [text for text in sheet.texts if _is_right_of(label, text) and squeeze(text.text)]
    value = label.rest or (without_colon(min(row, key=lambda one: one.box[0])) if row else None)
    whole = value is not None and _NUMBER.search(value.text) and not value.text.rstrip().endswith(_GOES_ON)
    return {_NUMBERED: value} if value is not None and whole else {}


def _spot(name: str, page: int, lines: Sequence[Text], place: tuple[int, int, int, int]) -> Spot:
    return Spot(name, page, tuple(lines), around([line.box for line in lines]) if lines else place)
