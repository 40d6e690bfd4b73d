"""Confirmations without a grid: a box of labels and values for each group, or one line for each group.

`인사부서 | 인사팀 | 홍길동 (인) | ☎ 02-123-4567 | 제 2019-12 호`, `[사업부서] 부서명 : 토목부  담당자 : 김철수 …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from services.verify.reading.layout.labels import Anchor
from services.verify.reading.layout.neighbours import around, neighbour_right, shared, texts_in_cell
from services.verify.reading.layout.parting import without_colon
from services.verify.reading.layout.spots import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text

_SAME_ROW = 0.5
_FEWEST = 2
"""So many items in the box or the line of a group make it one."""
_NEAR = 8.0
"""Line heights between the lines of the groups and the one number that they share."""
_PHONE = re.compile(r"(?<![0-9])0[0-9]{1,3}[)\-. ]{1,2}[0-9]{3,4}[\-. ][0-9]{4}(?![0-9])")
_NUMBER = re.compile(r"[0-9]{2,}")
_UNIT = re.compile(r"[가-힣]{1,12}(?:팀|부|과|실|처|국|단|본부|센터|그룹|파트)$")
_NAME = re.compile(r"[가-힣]{2,4}$")
_SIGNED = ("인", "서명", "날인", "서명인", "서명또는인", "서명날인", "서명또는날인", "직인", "도장")
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
    """A spot for each item in the line that begins with a group; what has no label there is known by its form.

    One number with a label of its own, on a line near them, is that of every group.
    """
    found: dict[str, dict[str, Text]] = {}
    for group in groups:
        line = _line(sheet, group, groups, {item.index: item for item in items})
        if len(line) >= _FEWEST and group.field not in found:
            found[group.field] = line
    if found and not any(_NUMBERED in line for line in found.values()):
        number = _number_nearby(sheet, [group for group in groups if group.field in found], items)
        found = {name: line | number for name, line in found.items()}
    return [
        _spot(f"{prefix}.{group}.{field}", page, [text], text.box)
        for group, line in found.items()
        for field, text in line.items()
    ]


def has_line(sheet: Sheet, group: Anchor, items: Iterable[Anchor]) -> bool:
    """Whether labels of items stand in the line of `group`, to its right: then they are no heads of columns."""
    return any(item.index != group.index and _is_right_of(group, sheet.texts[item.index]) for item in items)


def _line(sheet: Sheet, group: Anchor, groups: Sequence[Anchor], items: Mapping[int, Anchor]) -> dict[str, Text]:
    """Item → its text in the line of `group`."""
    others = {anchor.index for anchor in groups if anchor.index != group.index}
    row = sorted(
        ((index, text) for index, text in enumerate(sheet.texts) if _is_right_of(group, text)),
        key=lambda entry: entry[1].box[0],
    )
    found: dict[str, Text] = {}
    waiting: str | None = None
    cut_off: set[str] = set()
    if group.rest is not None:
        _take(found, None, group.rest)
    for index, text in row:
        if index in others:
            break
        item = items.get(index)
        if item is not None and item.rest is None:
            waiting = item.field
        elif item is not None and item.rest is not None:
            found.setdefault(item.field, item.rest)
            if item.rest.text.endswith(_GOES_ON):
                cut_off.add(item.field)
            waiting = None
        elif squeeze(text.text) and squeeze(text.text) not in _SIGNED:
            field = _take(found, waiting, without_colon(text))
            if field is not None and text.text.rstrip().endswith(_GOES_ON):
                cut_off.add(field)
            waiting = None
    return {field: text for field, text in found.items() if field not in cut_off}


def _is_right_of(group: Anchor, text: Text) -> bool:
    return (
        text.box[0] >= group.box[2] - 2
        and shared(group.box[1], group.box[3], text.box[1], text.box[3]) >= _SAME_ROW
        and text.box[3] - text.box[1] <= 3 * (group.box[3] - group.box[1])
    )


def _take(found: dict[str, Text], waiting: str | None, text: Text) -> str | None:
    """Put `text` where its label says, or else where only one kind of item has its form; which one it is."""
    field = waiting or _form(text.text, found)
    if field is not None:
        found.setdefault(field, text)
    return field


def _form(printed: str, found: Mapping[str, Text]) -> str | None:
    if _PHONE.search(printed):
        return _CALLED
    if _NUMBER.search(printed):
        return _NUMBERED if _CALLED in found else None
    letters = squeeze(printed)
    for signed in sorted(_SIGNED, key=len, reverse=True):
        if _UNIT_FIELD in found and printed.rstrip(" )]").endswith(signed) and len(letters) > len(signed) + 1:
            letters = letters.removesuffix(signed)
            break
    if _UNIT_FIELD in found:
        return _PERSON if _NAME.match(letters) else None
    return _UNIT_FIELD if _UNIT.match(letters) else None


def _number_nearby(sheet: Sheet, groups: Sequence[Anchor], items: Sequence[Anchor]) -> dict[str, Text]:
    labels = [item for item in items if item.field == _NUMBERED]
    lines = {item.box[1] // max(1, item.box[3] - item.box[1]) for item in labels}
    if not labels or not groups or len(lines) > 1:
        return {}
    label = labels[-1]
    tall = label.box[3] - label.box[1]
    if min(abs(label.box[1] - group.box[1]) for group in groups) > _NEAR * tall:
        return {}
    row = [text for text in sheet.texts if _is_right_of(label, text) and squeeze(text.text)]
    value = label.rest or (without_colon(min(row, key=lambda one: one.box[0])) if row else None)
    whole = value is not None and _NUMBER.search(value.text) and not value.text.rstrip().endswith(_GOES_ON)
    return {_NUMBERED: value} if value is not None and whole else {}


def _spot(name: str, page: int, lines: Sequence[Text], place: tuple[int, int, int, int]) -> Spot:
    return Spot(name, page, tuple(lines), around([line.box for line in lines]) if lines else place)
