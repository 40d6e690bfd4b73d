"""A reader of another kind: PP-OCR's text line network, run by ONNX Runtime. The only module that knows `rapidocr`.

It shares neither network nor training with Tesseract, so the two hardly ever err alike. It knows Latin letters, digits,
signs and Chinese, and no Hangul. Of the package only the network is taken: its own pipeline would look for
lines, which the layout has found already.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from services.common.errors import Misconfigured
from services.verify.reading.engine.crops import has_ink
from services.verify.reading.engine.onnx_network import is_installed, open_network
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.picture import Gray

MODEL = "ppocr"
"""Name of the one model; its reader is a witness of that name."""
_PACKAGE, _NETWORK = "rapidocr", "models/PP-OCRv6_rec_small.onnx"
_HEIGHT = 48
"""Pixels of a line that the network expects."""
_NARROWEST = 16


class PpocrEngine:
    """Reads crops with the recognition network that the package `rapidocr` brings."""

    @cached_property
    def version(self) -> str:
        """The network's file name."""
        return Path(_NETWORK).stem

    @cached_property
    def models(self) -> frozenset[str]:
        """`ppocr` where the network and ONNX Runtime are installed, else none."""
        return frozenset({MODEL} if _network() is not None and is_installed() else ())

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        if model != MODEL or not self.models:
            raise _not_installed(model)
        return [self._read_one(crop) if has_ink(crop) else Seen() for crop in crops]

    def _read_one(self, crop: Gray) -> Seen:
        session, signs = self._network
        width = max(_NARROWEST, round(crop.shape[1] * _HEIGHT / crop.shape[0]))
        line = cv2.resize(crop, (width, _HEIGHT), interpolation=cv2.INTER_LINEAR).astype(np.float32)
        batch = np.broadcast_to(line / 127.5 - 1.0, (1, 3, _HEIGHT, width))
        likely = session.run(None, {session.get_inputs()[0].name: batch})[0][0]
        return _decoded(likely.argmax(axis=1), signs, crop.shape[1])

    @cached_property
    def _network(self) -> tuple[Any, list[str]]:
        file = _network()
        if file is None:
            raise _not_installed(MODEL)
        session = open_network(file)
        listed = session.get_modelmeta().custom_metadata_map["character"].split("\n")
        return session, ["", *listed, " "]


ENGINE = PpocrEngine
ALONGSIDE = True


def _decoded(best: Sequence[int], signs: Sequence[str], width: int) -> Seen:
    """The signs of a line from the network's best class at each step: repeats are one, class 0 is none."""
    words: list[Word] = []
    step = width / max(1, len(best))
    last, apart = 0, True
    for place, sign in enumerate(best):
        if sign in (0, last):
            last = sign
            continue
        last = sign
        letter = signs[sign] if sign < len(signs) else ""
        if not letter.strip():
            apart = True
            continue
        left, right = round(place * step), round((place + 1) * step)
        if apart:
            words.append(Word(letter, left, right))
        else:
            words[-1] = Word(words[-1].text + letter, words[-1].left, right)
        apart = False
    return Seen(tuple(words))


def _not_installed(model: str) -> Misconfigured:
    return Misconfigured(f"no model {model!r}: install the packages rapidocr and onnxruntime")


def _network() -> Path | None:
    package = find_spec(_PACKAGE)
    if package is None or package.origin is None:
        return None
    file = Path(package.origin).parent / _NETWORK
    return file if file.is_file() else None
