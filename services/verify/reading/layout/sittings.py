"""Tables of several sittings: whose scores are those of the sitting that the paper is about.

Reports list earlier results below the one that they certify, under the same labels and with sums as right as those
above. What tells them apart is the day: a row dated otherwise than the paper says is of another sitting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from services.verify.reading.layout.label_forms import is_dated
from services.verify.reading.layout.labels import Anchor, is_score
from services.verify.reading.layout.neighbours import in_one_row
from services.verify.reading.layout.score_text import holds_number, may_be_score
from services.verify.reading.layout.spots import Spot, right_under
from services.verify.reading.sheets import Sheet, Text

_SAT = "test_date"
_DEEPEST = 30.0
"""Line heights of a header down to the last row of its table."""

Parse = Callable[[str, str], str | None]


class Sittings:
    """The tables of sittings on the sheets of one paper."""

    def __init__(self, sheets: Sequence[Sheet], anchors: Sequence[Anchor], parse: Parse) -> None:
        self._sheets, self._parse = sheets, parse
        self._others = {
            (anchor.page, anchor.index) for anchor in anchors if is_dated(anchor.field) and anchor.field != _SAT
        }
        scores = [anchor for anchor in anchors if is_score(anchor.field)]
        self._tables = [
            (anchor, dates) for anchor in scores if (dates := self._dated_rows(anchor)) and anchor.rest is None
        ]

    def heads_one(self, anchor: Anchor) -> bool:
        """Whether the label `anchor` of the day heads a column with the days of several sittings."""
        texts = self._sheets[anchor.page].texts
        return any(
            score.page == anchor.page
            and in_one_row(score.box, anchor.box)
            and len({day for text, day in dates if right_under(texts[anchor.index].box, text.box)}) > 1
            for score, dates in self._tables
        )

    def is_of_another(self, anchor: Anchor, spot: Spot, sat: str | None) -> bool:
        """Whether the score at `spot`, under its label `anchor`, is of a sitting that was not on the day `sat`.

        Where that day is not known (None), each of several sittings may be another one.
        """
        dates = next((dates for score, dates in self._tables if score is anchor), [])
        days = {day for text, day in dates if in_one_row(text.box, spot.box)}
        if not days:
            return False
        return sat not in days if sat is not None else len({day for _, day in dates}) > 1

    def _dated_rows(self, score: Anchor) -> list[tuple[Text, str]]:
        """The dates below the row of the label `score`, and their days.

        Each stands under something that heads its column, and beside a number under `score`; what heads it is not the
        label of another day of the paper, whose value it is.
        """
        texts = self._sheets[score.page].texts
        tall = score.box[3] - score.box[1]
        header = [
            text
            for index, text in enumerate(texts)
            if in_one_row(text.box, score.box) and (score.page, index) not in self._others
        ]
        below = [text for text in texts if 0 < text.box[1] - score.box[3] < _DEEPEST * tall]
        numbers = [text for text in below if holds_number(text) and may_be_score(text)]
        numbers = [text for text in numbers if right_under(score.box, text.box)]
        dated = [(text, day) for text in below if (day := self._parse(_SAT, text.text)) is not None]
        return [
            (text, day)
            for text, day in dated
            if any(right_under(head.box, text.box) for head in header)
            and any(in_one_row(number.box, text.box) for number in numbers)
        ]
