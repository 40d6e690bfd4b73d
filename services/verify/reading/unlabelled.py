"""Values that stand without a label and are known by their own words or by their place."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.layout.label_forms import is_day
from services.verify.reading.layout.neighbours import around, by_lines, in_one_row, shared
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.paper import Paper, Unlabelled
from services.verify.reading.papers.recognise import printed
from services.verify.reading.papers.signer import BIRTH_DATE_ALONE
from services.verify.reading.said_values import role_of_date
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.dates import date_spans
from services.verify.values.text import without_accents

_JOINED = 2.2
"""Line heights between the parts of one date."""
_COMPARABLE = 0.4
"""How tall what stands beside a line must be, so that it is no ornament."""
_FEW_LINES = 6
_CLOSE_OVER = 4.0
"""Line heights between two values of one column of labels."""
_MUCH_LARGER = 1.25
"""How much larger than a legend the value is that was reached."""


def find_unlabelled(paper: Paper, sheets: Sequence[Sheet], known: Sequence[Spot]) -> list[Spot]:
    """Places of values that stand without label; what belongs to a label already is left to it."""
    used = taken(known)
    spots = [_line_of(wanted, sheets, used) for wanted in (*paper.unlabelled, BIRTH_DATE_ALONE)]
    return [spot for spot in spots if spot is not None and not (spot.field == "issued_on" and _over_all(spot, known))]


def _over_all(spot: Spot, known: Sequence[Spot]) -> bool:
    """Whether a place stands beside or close over the first of what labels say: a day there is one whose label was not
    read, and no date of issue.
    """
    here = [other for other in known if other.page == spot.page and other.lines]
    if any(other.box[3] <= spot.box[1] for other in here):
        return False
    near = _CLOSE_OVER * (spot.box[3] - spot.box[1])
    return any(
        in_one_row(other.box, spot.box)
        or (
            0 <= other.box[1] - spot.box[3] <= near and shared(other.box[0], other.box[2], spot.box[0], spot.box[2]) > 0
        )
        for other in here
    )


def _line_of(wanted: Unlabelled, sheets: Sequence[Sheet], used: set[int]) -> Spot | None:
    """The line, or None where there is none or where several lines say different things (a legend of all levels).

    A line whose letters stand so wide apart that it is in several pieces counts where no single piece is the one.
    """
    free = [[text for text in sheet.texts if id(text.seen) not in used] for sheet in sheets]
    spots = [] if wanted.alone else _named_by(wanted, sheets, [[[text] for text in texts] for texts in free])
    spots = spots or _named_by(wanted, sheets, [in_lines(texts) for texts in free])
    if not spots:
        return None
    if not wanted.last and not wanted.after and len({wanted.find(spot.text) for spot in spots}) > 1:
        return _in_large_print(spots, wanted)
    return spots[-1 if wanted.last else 0]


def _named_by(wanted: Unlabelled, sheets: Sequence[Sheet], lines: Sequence[Sequence[Sequence[Text]]]) -> list[Spot]:
    """The places of those of the `lines` of each sheet that are what is wanted."""
    return [
        spot_of(wanted.field, page, line)
        for page, sheet in enumerate(sheets)
        for line in lines[page]
        if _names(wanted, whole(line))
        and not (wanted.alone and has_left_neighbour(sheet, line[0]))
        and not (wanted.after and not _stands_after(sheet, line[0], wanted.after))
    ]


def _in_large_print(spots: Sequence[Spot], wanted: Unlabelled) -> Spot | None:
    """The one of `spots` in much larger print than all that say something else, or None."""
    first, *others = sorted(spots, key=lambda spot: -_height(spot))
    value = wanted.find(first.text)
    other = max((_height(spot) for spot in others if wanted.find(spot.text) != value), default=0)
    return first if value is not None and _height(first) >= _MUCH_LARGER * other else None


def _height(spot: Spot) -> int:
    return max(line.piece.height for line in spot.lines)


def in_lines(texts: Sequence[Text]) -> list[list[Text]]:
    """Pieces that stand close together in a row, as one line each (`2018년` `8월 17일`)."""
    lines: list[list[Text]] = []
    for _, text in by_lines(list(enumerate(texts))):
        last = lines[-1][-1] if lines else None
        level = last is not None and in_one_row(last.box, text.box)
        if last is not None and level and 0 <= text.box[0] - last.box[2] < _JOINED * text.piece.height:
            lines[-1].append(text)
        else:
            lines.append([text])
    return lines


def taken(known: Sequence[Spot]) -> set[int]:
    """The ids of what was seen where a known value stands."""
    return {id(line.seen) for spot in known for line in spot.lines}


def free_lines(sheet: Sheet, known: Sequence[Spot]) -> list[list[Text]]:
    """The lines of `sheet` that belong to no known value."""
    used = taken(known)
    return in_lines([text for text in sheet.texts if id(text.seen) not in used])


def whole(line: Sequence[Text]) -> str:
    """The text of a line of several pieces."""
    return " ".join(text.text for text in line)


def spot_of(field: str, page: int, line: Sequence[Text]) -> Spot:
    """The place of `field` where a whole line is its value."""
    return Spot(field, page, tuple(line), around([text.box for text in line]))


def _names(wanted: Unlabelled, text: str) -> bool:
    """Whether a line with `text` is the one that is wanted."""
    letters = squeeze(text)
    if wanted.among and not printed(wanted.among, [letters]):
        return False
    if is_day(wanted.field) and _tells_of_another(wanted.field, text):
        return False
    if wanted.find(text) is not None:
        return True
    return wanted.like is not None and wanted.like(text)


def _tells_of_another(field: str, text: str) -> bool:
    """Whether the words around a date in `text` say that it is another day than `field`."""
    plain = without_accents(text)
    roles = {role_of_date(plain[:start], plain[end:]) for start, end in date_spans(text)}
    return bool(roles - {None, field})


def _stands_after(sheet: Sheet, text: Text, words: str) -> bool:
    """Whether `words` stand a few lines above `text`."""
    return any(
        0 < text.box[1] - other.box[3] < _FEW_LINES * max(text.piece.height, other.piece.height)
        for other in sheet.texts
        if printed(words, [squeeze(other.text)])
    )


def has_left_neighbour(sheet: Sheet, text: Text) -> bool:
    """Whether something stands in the row of `text`, on its left and not far."""
    _, top, _, bottom = text.box
    return any(
        other is not text
        and other.box[2] <= text.box[0]
        and other.piece.height >= _COMPARABLE * text.piece.height
        and text.box[0] - other.box[2] < 12 * text.piece.height
        and shared(top, bottom, other.box[1], other.box[3]) >= 0.5
        for other in sheet.texts
    )
