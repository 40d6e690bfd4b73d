"""Which engine reads, by its name in the settings. A further one is one more file and one more line here."""

from __future__ import annotations

from collections.abc import Callable

from services.common.errors import Misconfigured
from services.verify.reading.engine.port import Engine
from services.verify.reading.engine.ppocr_engine import PpocrEngine
from services.verify.reading.engine.pytesseract_engine import PytesseractEngine
from services.verify.reading.engine.several import SeveralEngines

ENGINES: dict[str, Callable[[], Engine]] = {"pytesseract": PytesseractEngine}


def open_engine(name: str) -> Engine:
    """The engine `name`, ready to read. Raises Misconfigured where there is none, or it is not installed."""
    if name not in ENGINES:
        raise Misconfigured(f"DOCINTAKE_OCR_ENGINE={name!r}: choose one of {', '.join(ENGINES)}")
    engine = ENGINES[name]()
    if not engine.models:
        raise Misconfigured(f"{name} has no models; install tesseract-ocr-kor and tesseract-ocr-eng")
    return SeveralEngines(engine, PpocrEngine())
