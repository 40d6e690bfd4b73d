"""QR codes and bar codes as one more witness. The reader's only module that knows zxing-cpp.

    read_codes(sheet picture) → Code, …        what stands in the codes, and where
    witnesses(codes, field, parse) → Reading, … what of it could be the value of a field
    with_witness(field, readings, witnesses)    the readings and what the code adds to them

Anybody can print a code over a paper, so a code never decides: it counts where two or more pixel readers have looked,
at least one of them says the same, and none says anything else. It can lift a field that one reader could not make out;
it can neither outvote what is printed nor, by contradicting it, keep a paper from failing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_plus

import cv2
import zxingcpp

from services.verify.evidence import Box, Reading
from services.verify.reading.picture import Color, Gray, byte_picture
from services.verify.reading.sheets import TEXT_LAYER
from services.verify.values import same

READER = "qr"
"""Name under which all codes of a paper witness together: whoever prints one can print two."""
ENOUGH_PIXELS = 2
"""So many readers of pixels must have looked before a code counts."""
_SQUARES = zxingcpp.barcode_formats_from_str("QRCode,DataMatrix,PDF417")
_BARS = zxingcpp.barcode_formats_from_str("Code128,Code39,ITF")
_SQUARES_SIDE = 2600
"""Longest side in pixels of the picture in which square codes are sought; of a larger one they take ten times as long
and are found less often, so it is halved. The lines of a bar code are too fine for that."""
_LONGEST_TEXT = 4096
_MOST_CODES = 12
_FIELDS = frozenset(
    ("number", "registration_no", "issue_no", "birth_date", "acquired_on", "issued_on", "valid_until", "test_date")
) | frozenset(("announced_on", "name", "person", "name_latin"))
"""Fields whose values are long enough that they cannot stand in a code by chance; a score or a level could."""
_SHORTEST = {"name": 2, "person": 2}
_SHORTEST_OTHER = 5
_SEPARATORS = [re.compile(r"[,;|&#^$@~\x00-\x1f]+"), re.compile(r"[=:?/\\<>(){}\[\]\"']+"), re.compile(r"\s+")]
"""From coarse to fine: a date may hold slashes, and a Latin name a space."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code on a sheet."""

    text: str
    """What it says."""
    format: str
    """`QR Code`, `Code 128`, …"""
    box: Box
    """Pixels of the picture that was given."""


def read_codes(picture: Color | Gray) -> tuple[Code, ...]:
    """The codes that stand upright on `picture`, topmost first; at most 12, longer texts cut at 4,096 characters."""
    gray = picture if picture.ndim == 2 else byte_picture(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))
    scale = 0.5 if max(gray.shape) > _SQUARES_SIDE else 1.0  # halving is ten times cheaper than any other part
    small = (
        gray if scale == 1.0 else byte_picture(cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    )
    found = {(code.text, code.format): code for code in (*_sought(gray, _BARS, 1.0), *_sought(small, _SQUARES, scale))}
    return tuple(sorted(found.values(), key=lambda code: code.box[1]))[:_MOST_CODES]


def _sought(gray: Gray, formats: zxingcpp.BarcodeFormats, scale: float) -> list[Code]:
    seen = zxingcpp.read_barcodes(gray, formats=formats, try_rotate=False, try_invert=False, try_downscale=False)
    return [
        Code(code.text[:_LONGEST_TEXT], str(code.format), _box(code.position, scale))
        for code in seen
        if code.valid and code.text
    ]


def _box(position: zxingcpp.Position, scale: float) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
    left, top, right, bottom = (round(side / scale) for side in (min(xs), min(ys), max(xs), max(ys)))
    return left, top, right, bottom


def witnesses(codes: Sequence[Code], field: str, parse: Callable[[str], str | None]) -> tuple[Reading, ...]:
    """Every value that a code could mean as `field`, each once; empty for fields too short to be told from chance.

    `parse` is the field's parser. Which of the values is meant, a code does not say: the pixels choose.
    """
    name = field.rsplit(".", 1)[-1]
    if not codes or not codes_may_hold(name):
        return ()
    found: dict[str, Reading] = {}
    for code in codes:
        for token in _tokens(code.text):
            value = parse(token) if len(token) >= _SHORTEST.get(name, _SHORTEST_OTHER) else None
            if value is not None and value not in found:
                found[value] = Reading(READER, token, value)
    return tuple(found.values())


def codes_may_hold(field: str) -> bool:
    """Whether the values of `field` are long enough that a code may witness them."""
    return field.rsplit(".", 1)[-1] in _FIELDS


def _tokens(text: str) -> list[str]:
    """What stands between separators in `text`, in a URL's query, in `key=value`: long pieces and their parts."""
    pieces = [text, *_decoded(text)]
    for separator in _SEPARATORS:
        pieces += [part for piece in pieces for part in separator.split(piece)]
    return list(dict.fromkeys(stripped for piece in pieces if (stripped := piece.strip())))


def _decoded(text: str) -> Iterable[str]:
    """`text` with its percent signs undone, in the encodings that Korean sites use."""
    if "%" not in text and "+" not in text:
        return
    for encoding in ("utf-8", "cp949"):
        try:
            yield unquote_plus(text, encoding=encoding, errors="strict")
        except UnicodeDecodeError:
            continue


def with_witness(field: str, readings: Sequence[Reading], said: Sequence[Reading]) -> tuple[Reading, ...]:
    """`readings` of pixels (and of a text layer), and what the code adds: a value that the pixels bear out, or none.

    A text layer bears nothing out: who writes a PDF writes both. Where the code counts its value stands in one further
    reading. Where it could mean the field but is not borne out, that reading has a text and no value: staff see it, and
    it decides nothing.
    """
    if not said or any(reading.reader == READER for reading in readings):
        return tuple(readings)
    values = [reading.value for reading in readings if reading.value is not None]
    seen = [reading.value for reading in readings if reading.value is not None and reading.reader != TEXT_LAYER]
    borne = next((one for one in said if any(_one(field, one, value) for value in seen)), None)
    looked = len({reading.reader for reading in readings}) >= ENOUGH_PIXELS
    if borne is None or not looked or not all(_one(field, borne, value) for value in values):
        return (*readings, Reading(READER, (borne or said[0]).text, None))
    return (*readings, borne)


def _one(field: str, witness: Reading, value: str) -> bool:
    return witness.value is not None and (witness.value == value or same(field, witness.value, value))
