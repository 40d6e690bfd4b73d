"""Values in the sentences of awards and reports (`위 사람은 2011년 6월 30일 산업안전기사의 자격을 취득하였음을 …`).

A value counts only where the words around it say what it is, and only where no label gave the field a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from services.verify.reading.engine.port import Engine
from services.verify.reading.labels_in_lines import labelled_in_line
from services.verify.reading.layout.excerpt import excerpt, in_one
from services.verify.reading.layout.label_forms import Forms
from services.verify.reading.layout.labels import DECOY, find_labels
from services.verify.reading.layout.neighbours import shared
from services.verify.reading.layout.spots import Spot
from services.verify.reading.papers.paper import Paper
from services.verify.reading.said_values import said
from services.verify.reading.second_look import says_more
from services.verify.reading.sheets import Sheet, Text, look, sentences
from services.verify.reading.unlabelled import in_lines
from services.verify.values.dates import date_spans

_MODELS, _OTHER_MODELS = ("Hangul", "kor", "eng"), ("kor+eng", "eng")
_MOST = 12
"""Parts of sentences that are read at most."""
_SHORTEST, _NEXT_LINE = 8.0, 1.8
"""Line heights: how wide a piece is at least to be part of a sentence; how far below its next line starts."""
_TITLE = re.compile(r"([가-힣][가-힣()·A-Za-z0-9]*?)(?:의)?\s*(?:국가)?(?:기술)?(?:자격을|자격취득|자격에)")
_POINTING = frozenset(("상기", "해당", "다음", "위의", "국가", "동", "본", "위", "이", "아래"))
"""Words in front of 자격 that point to a title elsewhere."""
_WORTH_A_LOOK = frozenset(
    ("birth_date", "test_date", "acquired_on", "title", "grade", "score", "registration_no", "level")
)
"""Fields for whose sake sentences are read that nobody looked at."""
_GRADE = re.compile(r"(?<![0-9가-힣])((?:준\s*)?[1-6]\s*급)\s*(?:에|을|의|으로)\s*(?:합격|취득|인증|자격)")


def find_in_sentences(
    paper: Paper,
    sheets: Sequence[Sheet],
    known: Sequence[Spot],
    engine: Engine,
    parse: Callable[[str, str], str | None],
) -> list[Spot]:
    """Places in sentences of fields of `paper` that have none in `known` whose text parses.

    `parse(field, text)` gives the canonical value or None.
    """
    labelled = {label.field for label in paper.labels}
    filled = {spot.field for spot in known if spot.lines and parse(spot.field, spot.text) is not None}
    wanted = labelled - filled
    if paper.tables or not wanted:
        return []
    if _is_worth_a_look(paper, wanted, filled):
        sheets = _with_unread(paper, sheets, engine)
    found = _said(paper, sheets, wanted, parse)
    for spot in _behind_labels(paper, sheets, wanted - found.keys() - {DECOY}, parse):
        found.setdefault(spot.field, []).append(spot)
    if _is_worth_a_look(paper, wanted, filled | found.keys()):
        found = _said(paper, _by_other_eyes(sheets, engine), wanted - found.keys(), parse) | found
    return [spots[0] for field, spots in found.items() if len({parse(field, spot.text) for spot in spots}) == 1]


def _is_worth_a_look(paper: Paper, wanted: Set[str], filled: Set[str]) -> bool:
    """Whether sentences are to be read for what is still `wanted`."""
    missing = (wanted - filled) & _WORTH_A_LOOK - {*paper.not_printed, *paper.seldom_printed}
    return bool(missing) or not filled & {"name", "name_latin"}


def _said(
    paper: Paper, sheets: Sequence[Sheet], wanted: Set[str], parse: Callable[[str, str], str | None]
) -> dict[str, list[Spot]]:
    """Every place in a sentence that holds a value of a field of `wanted`, by field."""
    found: dict[str, list[Spot]] = {}
    for page, sheet in enumerate(sheets):
        lines = [in_one(line) for line in in_lines(sheet.texts)]
        for place, text in enumerate(lines):
            said_here = _values(text, _line_above(text, lines[:place]), _next_line(text, lines[place + 1 :]))
            for field, part in (*said_here, *_by_own_words(paper, text)):
                if field in wanted and parse(field, part.text) is not None:
                    found.setdefault(field, []).append(Spot(field, page, (part,), part.box))
    return found


def _by_own_words(paper: Paper, text: Text) -> Iterator[tuple[str, Text]]:
    """What a line holds of the values of `paper` that are known by their own words, cut out of it."""
    places = [place for place, char in enumerate(text.text) if not char.isspace()]
    closed = "".join(text.text.split())
    for own in paper.unlabelled:
        words = "".join(own.among.split())
        start = closed.find(words) if words else -1
        part = excerpt(text, places[start], places[start + len(words) - 1] + 1) if start >= 0 else None
        if part is not None and own.find(part.text) is not None:
            yield own.field, part


def _behind_labels(
    paper: Paper, sheets: Sequence[Sheet], wanted: Set[str], parse: Callable[[str, str], str | None]
) -> list[Spot]:
    """Places of `wanted` behind labels in lines: before a colon, or at the start of a line taken for a sentence."""
    forms = Forms.of(paper.labels)
    spots = [
        Spot(anchor.field, anchor.page, (anchor.rest,), anchor.rest.box)
        for anchor in find_labels(sheets, paper.labels)
        if anchor.rest is not None and anchor.rest.piece.width > 0
    ]
    for page, sheet in enumerate(sheets):
        for text in map(in_one, in_lines(sheet.texts)):
            for field, start, end in labelled_in_line(text.text, forms):
                part = excerpt(text, start, end)
                if part is not None:
                    spots.append(Spot(field, page, (part,), part.box))
    return [spot for spot in spots if spot.field in wanted and parse(spot.field, spot.text) is not None]


def _by_other_eyes(sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, their sentences as a further model sees them: one wrong sign hides the words around a value."""
    prose = [text for sheet in sheets if not sheet.digital for text in sheet.texts if _is_long(text) and text.text]
    chosen = {id(text.piece) for text in sorted(prose, key=lambda text: -text.piece.height)[:_MOST]}
    model = next((model for model in _OTHER_MODELS if set(model.split("+")) <= engine.models), None)
    if model is None or not chosen:
        return list(sheets)
    return look(sheets, engine, model, lambda text: id(text.piece) in chosen)


def _is_long(text: Text) -> bool:
    return text.piece.width > _SHORTEST * text.piece.height


def _with_unread(paper: Paper, sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """The sheets, their largest unread lines looked at; also by the model of `paper`, where it makes more of them."""
    prose = {id(sheet.texts[index].piece) for sheet in sheets for index in sentences(sheet)}
    unread = [
        text
        for sheet in sheets
        for text in sheet.texts
        if not text.reader and (id(text.piece) in prose or _is_long(text))
    ]
    chosen = {id(text.piece) for text in sorted(unread, key=lambda text: -text.piece.height)[:_MOST]}
    model = next((model for model in _MODELS if model in engine.models), None)
    if model is None or not chosen:
        return list(sheets)
    looked = look(sheets, engine, model, lambda text: id(text.piece) in chosen)
    if paper.model is None or paper.model not in engine.models:
        return looked
    again = look(sheets, engine, paper.model, lambda text: id(text.piece) in chosen)
    return [
        replace(
            sheet,
            texts=tuple(
                further if id(first.piece) in chosen and says_more(first.text, further.text) else first
                for first, further in zip(sheet.texts, other.texts, strict=True)
            ),
        )
        for sheet, other in zip(looked, again, strict=True)
    ]


def _without_dates(printed: str) -> str:
    """`printed` with a sign that is no letter in the place of each letter of a date."""
    for start, end in date_spans(printed):
        part = printed[start:end]
        printed = printed[:start] + "".join(char if char.isspace() else "|" for char in part) + printed[end:]
    return printed


def _next_line(text: Text, below: Sequence[Text]) -> str:
    for other in below:
        if 0 < other.box[1] - text.box[3] + 4 <= _NEXT_LINE * text.piece.height and _in_column(text, other):
            return other.text
    return ""


def _line_above(text: Text, above: Sequence[Text]) -> str:
    for other in reversed(above):
        near = 0 < text.box[1] - other.box[3] + 4 <= _NEXT_LINE * text.piece.height
        if near and _is_long(other) and _in_column(text, other):
            return other.text
    return ""


def _in_column(one: Text, other: Text) -> bool:
    return shared(one.box[0], one.box[2], other.box[0], other.box[2]) > 0


def _values(text: Text, before: str, after: str) -> Iterator[tuple[str, Text]]:
    """What the words of a line, which goes on from `before` and with `after`, say to be a value, cut out of it."""
    if not _is_long(text):
        return
    printed = text.text
    places = [place for place, char in enumerate(printed) if not char.isspace()]  # readers put spaces between syllables
    closed = "".join(_without_dates(printed).split())
    whole = closed + "".join(after.split())
    titles = [match for match in _TITLE.finditer(whole) if match[1] not in _POINTING]
    named = [("title", match.span(1)) for match in titles]
    named += [("grade", match.span(1)) for match in _GRADE.finditer(whole)]
    spans = list(said(before, printed, after))
    spans += [(field, places[start], places[end - 1] + 1) for field, (start, end) in named if end <= len(closed)]
    for field, start, end in spans:
        part = excerpt(text, start, end) if end <= len(printed) else None
        if part is not None:
            yield field, part
