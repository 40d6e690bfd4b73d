"""Several independent readings of each value, until two agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from services.common.resident_number import masked
from services.verify.agreement import agreed, is_hopeless
from services.verify.evidence import Reading
from services.verify.reading.codes import Code, codes_may_hold, read_codes, with_witness, witnesses
from services.verify.reading.engine.port import Engine
from services.verify.reading.layout.crops import Cleaning, cut
from services.verify.reading.layout.places import Spot
from services.verify.reading.papers.paper import Script
from services.verify.reading.sheets import TEXT_LAYER, Sheet, is_spaced
from services.verify.reading.steps import step
from services.verify.reading.twin_signs import told_apart
from services.verify.values.text import has_han, has_hangul

MOST = 8
"""Readings of one value before it is left undecided."""

Parser = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Way:
    """One way of reading a crop."""

    model: str
    """Models of the engine, joined by `+`; the reader's name too, for one model errs alike at every height."""
    height: int
    """Pixels of a line of text in the crop."""
    cleaning: Cleaning
    """What is done to the crop."""


_PLAIN, _SOFT, _BINARY = Cleaning.PLAIN, Cleaning.SOFT, Cleaning.BINARY
_WAYS: Mapping[Script, tuple[Way, ...]] = {
    Script.HANGUL: (
        Way("jamo", 40, _PLAIN),
        Way("kor", 34, _SOFT),
        Way("jamo", 32, _SOFT),
        Way("Hangul", 26, _PLAIN),
        Way("kor", 26, _PLAIN),
        Way("Hangul", 30, _BINARY),
    ),
    Script.DIGITS: (
        Way("ppocr", 36, _PLAIN),
        Way("kor", 34, _SOFT),
        Way("ppocr", 28, _SOFT),
        Way("eng", 34, _SOFT),
        Way("Hangul", 26, _PLAIN),
        Way("eng", 28, _PLAIN),
    ),
    Script.LATIN: (
        Way("ppocr", 36, _PLAIN),
        Way("eng", 34, _SOFT),
        Way("ppocr", 28, _SOFT),
        Way("Hangul", 26, _PLAIN),
        Way("eng", 28, _PLAIN),
        Way("Hangul", 30, _BINARY),
    ),
    Script.MIXED: (
        Way("kor+eng", 34, _SOFT),
        Way("Hangul", 26, _PLAIN),
        Way("kor+eng", 26, _PLAIN),
        Way("Hangul", 30, _BINARY),
    ),
    Script.HAN: (
        Way("ppocr", 36, _PLAIN),
        Way("chi_sim", 34, _PLAIN),
        Way("ppocr", 28, _SOFT),
        Way("chi_sim", 28, _SOFT),
        Way("eng", 34, _SOFT),
        Way("Hangul", 36, _SOFT),
    ),
}
_TWIN_SIGNS = "0O1I"
_TWINS = str.maketrans("OI", "01")
_LONE_DIGIT = re.compile(r"^\W*([1-9])[^\w+*]*$")
_PIXELS = "pixels"
"""Where a text layer speaks, all readings of the pixels are one witness: they confirm it and never outvote it."""


@dataclass(slots=True)
class Wanted:
    """One place on a sheet that is to be read, and what it holds."""

    spot: Spot
    """Where."""
    outputs: Mapping[str, Parser]
    """Field → parser; a period holds two fields, and so does `컴퓨터활용능력 2급`."""
    script: Script
    """What letters it is made of."""
    twins: bool = False
    """Whether letters and digits mix here without order, so that pixels alone cannot tell 0 from O and 1 from I."""
    sign: str = ""
    """What the marks of ink show behind the digit here (`+`, `-`), which readers lose where it is small."""
    readings: list[Reading] = field(default_factory=list)
    """Raw readings so far (`value` is None in them)."""
    shape: str | None = None
    """What the shapes of the signs say, where readers differ in nothing but twins."""
    codes: tuple[Code, ...] = ()
    """QR codes and bar codes of the paper, once somebody has looked for them."""

    def by_model(self, name: str) -> list[Reading]:
        """The readings as values of field `name`, each under the name of the model that made it."""
        parse = self.outputs[name]
        return [Reading(raw.reader, masked(raw.text), parse(raw.text)) for raw in self.readings]

    def of(self, name: str) -> tuple[Reading, ...]:
        """The readings as values of field `name`, each under the name of its witness."""
        parse, found = self.outputs[name], self.by_model(name)
        if any(raw.reader == TEXT_LAYER for raw in self.readings):
            found = [reading if reading.reader == TEXT_LAYER else replace(reading, reader=_PIXELS) for reading in found]
        said = witnesses(self.codes, name, parse)
        return with_witness(name, _without_twins(found, said, self.shape) if self.twins else found, said)

    def settled(self) -> bool:
        """Whether every field here has enough agreeing readings, or nothing is printed here."""
        if not self.spot.lines or all(self._decided(name) for name in self.outputs):
            return True
        return self.twins and self._only_twins_differ()

    def _decided(self, name: str) -> bool:
        readings = self.of(name)
        return agreed(name, readings) is not None or is_hopeless(name, readings)

    def _only_twins_differ(self) -> bool:
        """Whether readers agree on all but what no reader can tell: no further reading would."""
        return all(self.folded(name) for name in self.outputs)

    def folded(self, name: str) -> str | None:
        """What readers agree on in field `name` when twins are taken for one sign."""
        parse = self.outputs[name]
        return agreed(name, [Reading(raw.reader, "", _folded(parse(raw.text) or "") or None) for raw in self.readings])


def _without_twins(readings: Sequence[Reading], said: Sequence[Reading], shape: str | None) -> list[Reading]:
    """No value where only readers speak for a 0, O, 1 or I.

    A text layer, a code, or the `shape` of the signs, that differs from the readings in nothing else is confirmed by
    them.
    """
    layers = [reading for reading in readings if reading.reader == TEXT_LAYER]
    exact = {_folded(shape): shape} if shape else {}
    exact |= {_folded(reading.value): reading.value for reading in (*said, *layers) if reading.value is not None}
    found = []
    for reading in readings:
        value = reading.value
        if reading.reader != TEXT_LAYER and value is not None and any(char in _TWIN_SIGNS for char in value):
            value = exact.get(_folded(value))
        found.append(replace(reading, value=value))
    return found


def _folded(value: str) -> str:
    return value.translate(_TWINS)


def read_places(wanted: Sequence[Wanted], sheets: Sequence[Sheet], engine: Engine) -> None:
    """Fill the readings of `wanted`: what was seen at first, then one further way a round until settled.

    Codes are looked for only where the first further way did not settle everything.
    """
    _read_until_settled(wanted, sheets, engine)
    for place in wanted:
        if place.twins and len(place.spot.lines) == 1:
            _look_at_shapes(place, sheets[place.spot.page])


def _look_at_shapes(place: Wanted, sheet: Sheet) -> None:
    """Note what the shapes of 0, O, 1 and I say, where they are all that readers leave open."""
    for name in place.outputs:
        folded = place.folded(name)
        if folded is not None and agreed(name, place.of(name)) is None:
            place.shape = told_apart(sheet.gray, place.spot.lines[0].box, folded)


def _read_until_settled(wanted: Sequence[Wanted], sheets: Sequence[Sheet], engine: Engine) -> None:
    for place in wanted:
        seen = [line for line in place.spot.lines if line.text]
        if seen:
            place.readings.append(Reading(seen[0].reader, place.spot.text, None))
    latin = sum(place.script is Script.LATIN for place in wanted)
    ways = {id(place): _ways(place, engine, prefer_eng=latin * 2 > len(wanted)) for place in wanted}
    for turn in range(MOST - 1):
        pending = [place for place in wanted if len(ways[id(place)]) > turn and not place.settled()]
        if turn == 1:
            _look_for_codes(pending, sheets)
            pending = [place for place in pending if not place.settled()]
        if not pending:
            return
        _read_once(pending, {key: found[turn] for key, found in ways.items() if len(found) > turn}, sheets, engine)


def _ways(place: Wanted, engine: Engine, prefer_eng: bool) -> list[Way]:
    script = _script_seen(place)
    only_hangul = not any(char.isascii() and char.isalnum() for char in place.spot.text)
    ways = [
        way
        for way in _WAYS[script]
        if set(way.model.split("+")) <= engine.models and (only_hangul or way.model != "jamo")
    ]
    if script is Script.DIGITS and prefer_eng:
        ways.sort(key=lambda way: way.model != "eng")
    return ways


def _look_for_codes(pending: Sequence[Wanted], sheets: Sequence[Sheet]) -> None:
    """Give every place of `pending` that a code may speak of the codes of the paper."""
    places = [place for place in pending if any(codes_may_hold(name) for name in place.outputs)]
    if not places:
        return
    with step("codes"):
        found = tuple(code for sheet in sheets for code in read_codes(sheet.gray))
    for place in places:
        place.codes = found


def _script_seen(place: Wanted) -> Script:
    """The declared script, corrected by what the first reader saw."""
    hangul = has_hangul(place.spot.text)
    if has_han(place.spot.text) and not hangul:
        return Script.HAN
    latin = sum(char.isascii() and char.isalpha() for char in place.spot.text)
    if place.script is Script.DIGITS and hangul:
        return Script.HANGUL
    digits = any(map(str.isdigit, place.spot.text))
    if place.script in (Script.LATIN, Script.HAN) and hangul and not latin and not digits:
        return Script.HANGUL  # a holder's name in Hangul on a paper in other letters
    if place.script in (Script.HANGUL, Script.MIXED) and latin >= 2:
        return Script.MIXED if hangul else Script.LATIN
    return place.script


def _read_once(pending: Sequence[Wanted], ways: Mapping[int, Way], sheets: Sequence[Sheet], engine: Engine) -> None:
    by_model: dict[str, list[Wanted]] = {}
    for place in pending:
        by_model.setdefault(ways[id(place)].model, []).append(place)
    for model, places in by_model.items():
        crops = [
            cut(
                sheets[place.spot.page].gray,
                line.box,
                line.piece.glyphs,
                height=ways[id(place)].height,
                cleaning=ways[id(place)].cleaning,
                squeeze=is_spaced(line.piece),
            )
            for place in places
            for line in place.spot.lines
        ]
        seen = iter(engine.read(crops, model))
        for place in places:
            texts = [next(seen).text for _ in place.spot.lines]
            lost = any(line.text and not found for line, found in zip(place.spot.lines, texts, strict=True))
            text = "" if lost else " ".join(found for found in texts if found)  # a part of a value is none
            place.readings.append(Reading(model, _with_sign(text, place.sign), None))


def _with_sign(text: str, sign: str) -> str:
    """A lone digit whose sign was lost or taken for another mark with the sign that stands there."""
    found = _LONE_DIGIT.match(text) if sign else None
    return found[1] + sign if found else text
